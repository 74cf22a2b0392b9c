"""Finds the answers that a chapter's checks state: check:number, check:choice and check:expression links."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import numpy as np

from python_blocks import fences_of

CHECK = "](check:"
GOAL = "](goal:"
FUNCTIONS = {name: getattr(np, name) for name in ("sqrt", "exp", "log", "log2", "log10", "sin", "cos", "tan")}
FUNCTIONS |= {"abs": abs, "min": min, "max": max}
CONSTANTS = {"pi": np.pi, "e": np.e}


class CheckError(Exception):
    """A check that cannot be read; the message says where and why."""


@dataclass
class Check:
    """One answer box. `answer` is what the link states; the rest is empty where its kind has no such part."""

    kind: str
    answer: str
    tolerance: float
    options: list[str]
    variables: dict[str, str]  # name to what it is above: "0", an earlier variable, or nothing


def written_chapters(book: Path) -> dict[str, Path]:
    """The id and the file of every chapter and appendix that is there."""
    index = json.loads((book / "book.json").read_text(encoding="utf-8"))
    parts = [*index["levels"], index["appendices"]]
    files = {c["id"]: book / part["folder"] / c["file"] for part in parts for c in part["chapters"]}
    return {ident: path for ident, path in files.items() if path.exists()}


def exercises_of(ident: str, text: str) -> dict[str, str]:
    """The text of each exercise without its blocks of code; what stands before them has the chapter's id."""
    lines = text.split("\n")
    for fence in fences_of(lines):
        lines[fence.first : fence.last + 1] = [""] * (fence.last - fence.first + 1)
    text = "\n".join(lines)
    beginning = re.compile(rf"^\*\*({re.escape(ident)}\.[0-9]+)\*\*", re.MULTILINE)
    places = [(ident, 0), *((match[1], match.start()) for match in beginning.finditer(text))]
    ends = [start for _, start in places[1:]] + [len(text)]
    return {number: text[start:end] for (number, start), end in zip(places, ends)}


def checks_of(text: str) -> list[Check]:
    """The checks of a piece of text, in order."""
    return [read_check(target_at(text, match.end())) for match in re.finditer(re.escape(CHECK), text)]


def target_at(text: str, start: int) -> str:
    """The rest of a link's target from `start`: its round brackets are balanced."""
    depth = 1
    for place in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return text[start:place]
    raise CheckError(f"this link never ends: {text[start:start + 40]}")


def read_check(target: str) -> Check:
    kind, _, rest = target.partition("?")
    parts = dict(part.partition("=")[::2] for part in rest.split("&"))
    parts = {key: unquote(value).strip() for key, value in parts.items()}
    answer = parts.get("value") or parts.get("answer")
    if kind not in ("number", "choice", "expression") or not answer:
        raise CheckError(f"no check: {target}")
    options = re.findall(r"(?:\$[^$]*\$|[^|$])+", parts.get("options", ""))
    variables = dict(part.partition(">")[::2] for part in parts.get("vars", "").split(",") if part)
    tolerance = value_of(parts.get("tol", "0"), {})
    return Check(kind, answer, tolerance, [option.strip() for option in options], variables)


def value_of(expression: str, point: dict[str, float]) -> float:
    """The value of a stated answer. Only what both Python and the program read alike is allowed in one."""
    try:
        tree = ast.parse(expression.replace("^", "**"), mode="eval")
    except SyntaxError as error:
        raise CheckError(f"'{expression}' cannot be read: {error.msg}") from error
    allowed = (ast.Expression, ast.BinOp, ast.UnaryOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.USub)
    for node in ast.walk(tree):
        if not isinstance(node, (*allowed, ast.Constant, ast.Name, ast.Call, ast.Load)):
            raise CheckError(f"'{expression}' has a part that is no arithmetic")
    names = FUNCTIONS | CONSTANTS | point
    try:
        return float(eval(compile(tree, expression, "eval"), {"__builtins__": {}}, names))
    except NameError as error:
        raise CheckError(f"'{expression}': {error}") from error
