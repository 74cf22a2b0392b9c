"""Finds the answers that a chapter's checks state: check:number, choice, expression, matrix and code links."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass, field
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
class ExerciseCode:
    """The code of an exercise with a check:code: what stands in its cell, its solution, and the calls to compare."""

    starter: str = ""
    solution: str = ""
    cases: list[str] = field(default_factory=list)


@dataclass
class Check:
    """One answer box. `answer` is what the link states, of code the name of the function; the rest is empty where its
    kind has no such part."""

    kind: str
    answer: str
    tolerance: float
    options: list[str]
    variables: dict[str, str]  # name to what it is above: "0", an earlier variable, or nothing
    code: ExerciseCode = field(default_factory=ExerciseCode)


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


def code_of_exercises(ident: str, text: str) -> dict[str, ExerciseCode]:
    """By exercise: the first python fence, the first below the summary Solution, and the lines of its cases."""
    lines = text.split("\n")
    beginning = re.compile(rf"\*\*({re.escape(ident)}\.[0-9]+)\*\*")
    marks = {row: match[1] for row, line in enumerate(lines) if (match := beginning.match(line))}
    solutions = {row for row, line in enumerate(lines) if "<summary>Solution</summary>" in line}
    found: dict[str, ExerciseCode] = {}
    for fence in fences_of(lines):
        before = [row for row in marks if row < fence.first]
        if not before:
            continue
        code = found.setdefault(marks[max(before)], ExerciseCode())
        in_solution = any(max(before) < row < fence.first for row in solutions)
        if fence.language == "python" and in_solution:
            code.solution = code.solution or fence.text
        elif fence.language == "python":
            code.starter = code.starter or fence.text
        elif fence.language == "cases":
            code.cases += [line.strip() for line in fence.text.split("\n") if line.strip()]
    return found


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
    answer = parts.get("function") if kind == "code" else parts.get("value") or parts.get("answer")
    if kind not in ("number", "choice", "expression", "matrix", "code") or not answer:
        raise CheckError(f"no check: {target}")
    options = re.findall(r"(?:\$[^$]*\$|[^|$])+", parts.get("options", ""))
    variables = dict(part.partition(">")[::2] for part in parts.get("vars", "").split(",") if part)
    tolerance = value_of(parts.get("tol", "0"), {})
    return Check(kind, answer, tolerance, [option.strip() for option in options], variables)


def matrix_of(entries: str) -> np.ndarray:
    """The matrix of a stated answer: rows divided by semicolons."""
    rows = [[value_of(cell, {}) for cell in row.split(",")] for row in entries.split(";")]
    if len({len(row) for row in rows}) != 1:
        raise CheckError(f"'{entries}': the rows have different numbers of entries")
    return np.array(rows)


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
