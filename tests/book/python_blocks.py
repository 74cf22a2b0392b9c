"""Finds the runnable Python of a chapter: python fences, each with the output fence that follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<ticks>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)$")


class ChapterError(Exception):
    """The fences of a chapter cannot be told apart; the message names the line."""


@dataclass
class Fence:
    """One fenced block. Line numbers count from 0; `first` is the opening fence, `last` the closing one."""

    first: int
    last: int
    indent: str
    language: str
    text: str


@dataclass
class Block:
    """A python fence and, where the chapter shows one, the output fence after it."""

    code: Fence
    output: Fence | None


def fences_of(lines: list[str]) -> list[Fence]:
    fences = []
    row = 0
    while row < len(lines):
        if re.match(r"\s*>.*(```|~~~)\s*(python|output)", lines[row]):
            raise ChapterError(f"line {row + 1}: a block inside a quotation is not run; take it out")
        opening = FENCE.match(lines[row])
        if not opening:
            row += 1
            continue
        ticks, indent = opening["ticks"], opening["indent"]
        closing = re.compile(rf"^[ \t]*{re.escape(ticks[0])}{{{len(ticks)},}}[ \t]*$")
        last = next((k for k in range(row + 1, len(lines)) if closing.match(lines[k])), None)
        if last is None:
            raise ChapterError(f"line {row + 1}: this fence is never closed")
        body = [line[len(indent) :] if line.startswith(indent) else line.lstrip() for line in lines[row + 1 : last]]
        words = opening["info"].split()
        fences.append(Fence(row, last, indent, words[0] if words else "", "".join(line + "\n" for line in body)))
        row = last + 1
    return fences


def blocks_of(text: str) -> list[Block]:
    """The python fences of a chapter in order. Raises ChapterError when a fence is open or an output has no code."""
    lines = text.split("\n")
    fences = fences_of(lines)
    blocks = []
    for position, fence in enumerate(fences):
        if fence.language != "python" and fence.language.lower() in ("python", "python3", "py"):
            raise ChapterError(f"line {fence.first + 1}: write the language as python, not {fence.language}")
        if fence.language == "python":
            following = fences[position + 1] if position + 1 < len(fences) else None
            adjacent = (
                following is not None
                and following.language == "output"
                and all(not line.strip() for line in lines[fence.last + 1 : following.first])
            )
            blocks.append(Block(fence, following if adjacent else None))
    claimed = {id(block.output) for block in blocks}
    for fence in fences:
        if fence.language == "output" and id(fence) not in claimed:
            raise ChapterError(f"line {fence.first + 1}: this output fence follows no python fence")
    return blocks


def with_outputs(text: str, outputs: dict[int, str]) -> str:
    """The chapter with new output fences; `outputs` maps a fence's first line to what it shall show."""
    lines = text.split("\n")
    for fence in reversed(fences_of(lines)):
        if fence.first not in outputs:
            continue
        shown = outputs[fence.first]
        longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
        ticks = "`" * max(3, longest + 1)
        body = shown.split("\n")[:-1]
        lines[fence.first : fence.last + 1] = [
            fence.indent + ticks + "output",
            *(fence.indent + line if line else line for line in body),
            fence.indent + ticks,
        ]
    return "\n".join(lines)
