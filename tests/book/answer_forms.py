"""How a stated answer is held against one that was computed in another way."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from check_links import Check, value_of

POINTS = 20
NEAR = 1e-6  # of computed answers that come from a search or a scan


@dataclass
class Number:
    """`compute()` gives the answer."""

    compute: Callable[[], float]

    def fault(self, check: Check) -> str:
        stated, computed = value_of(check.answer, {}), float(self.compute())
        if abs(stated - computed) <= rounding_of(check):
            return ""
        return f"the book says {check.answer}, computed is {computed:.9g}"


@dataclass
class Expression:
    """`draw(random)` gives a point where the exercise makes sense, by the names of its variables, and
    `compute(**point)` the answer there."""

    draw: Callable[[np.random.Generator], dict[str, float]]
    compute: Callable[..., float]

    def fault(self, check: Check) -> str:
        random = np.random.default_rng(4)
        for _ in range(POINTS):
            point = self.draw(random)
            if set(point) != set(check.variables):
                return f"the variables are {sorted(point)}, and the book says {sorted(check.variables)}"
            if any(bound and not point[name] > value_of(bound, point) for name, bound in check.variables.items()):
                return f"the program never tries such a point: {point}"
            stated, computed = value_of(check.answer, point), float(self.compute(**point))
            if not abs(stated - computed) <= max(NEAR, check.tolerance) * max(abs(stated), abs(computed)):
                return f"{check.answer} is {stated:.9g} at {point}, computed is {computed:.9g}"
        return ""


@dataclass
class Choice:
    """`judge()` says of every option whether it is true."""

    judge: Callable[[], dict[str, bool]]

    def fault(self, check: Check) -> str:
        judged = self.judge()
        if set(judged) != set(check.options):
            return f"judged are the options {sorted(judged)}, and the book has {sorted(check.options)}"
        true = [option for option, is_true in judged.items() if is_true]
        return "" if true == [check.answer] else f"the book says '{check.answer}', true are {true}"


KINDS = {"number": Number, "expression": Expression, "choice": Choice}


def rounding_of(check: Check) -> float:
    """How far a computed number may be from the stated one: half a unit of the last digit that is written, and
    never more than a reader may be off. A stated expression is exact."""
    written = re.fullmatch(r"-?[0-9]+(?:\.([0-9]+))?", check.answer)
    if not written:
        return 1e-9 * (1 + abs(value_of(check.answer, {})))
    return min(0.5 * 10.0 ** -len(written[1] or ""), check.tolerance + 1e-9)


def fault_of(check: Check, answer: Number | Expression | Choice) -> str:
    """Empty where the check states what was computed."""
    if not isinstance(answer, KINDS[check.kind]):
        return f"the book has a check:{check.kind}, and the table a {type(answer).__name__}"
    return answer.fault(check)
