"""How a stated answer is held against one that was computed in another way."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from check_links import Check, matrix_of, value_of

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


@dataclass
class Matrix:
    """`compute()` gives the entries, row by row."""

    compute: Callable[[], np.ndarray]

    def fault(self, check: Check) -> str:
        stated, computed = matrix_of(check.answer), np.asarray(self.compute(), float)
        if stated.shape != computed.shape:
            return f"the book says {check.answer}, computed has the shape {computed.shape}"
        slack = max(check.tolerance, 1e-9 * (1 + np.max(np.abs(stated))))
        if np.all(np.abs(stated - computed) <= slack):
            return ""
        return f"the book says {check.answer}, computed is {computed.tolist()}"


@dataclass
class Code:
    """`outcomes()` gives what the calls of the exercise's cases must give, in their order, computed in another way than
    the solution does; where a call must raise, the class of the error."""

    outcomes: Callable[[], list]

    def fault(self, check: Check) -> str:
        code = check.code
        wanted = self.outcomes()
        if len(wanted) != len(code.cases):
            return f"there are {len(code.cases)} cases, and {len(wanted)} computed outcomes"
        for case, value in zip(code.cases, wanted):
            if not is_outcome(code.solution, case, value):
                return f"the solution does not give {value!r} for {case}"
        if all(is_outcome(code.starter, case, value) for case, value in zip(code.cases, wanted)):
            return "what stands in the cell at first is right already"
        return ""


def is_outcome(code: str, case: str, wanted: object) -> bool:
    world: dict = {"__name__": "__main__"}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(code, world)
            given = eval(case, world)
    except Exception as error:  # judged against the wanted error
        return isinstance(wanted, type) and type(error) is wanted
    if isinstance(wanted, type):
        return False
    if isinstance(wanted, (str, bool, type(None), dict, set)):
        return bool(given == wanted)
    try:
        return np.shape(given) == np.shape(wanted) and bool(np.allclose(given, wanted, rtol=1e-7, atol=1e-9, equal_nan=True))
    except (TypeError, ValueError):
        return bool(given == wanted)


KINDS = {"number": Number, "expression": Expression, "choice": Choice, "matrix": Matrix, "code": Code}


def rounding_of(check: Check) -> float:
    """How far a computed number may be from the stated one: half a unit of the last digit that is written, and
    never more than a reader may be off. A stated expression is exact."""
    written = re.fullmatch(r"-?[0-9]+(?:\.([0-9]+))?", check.answer)
    if not written:
        return 1e-9 * (1 + abs(value_of(check.answer, {})))
    return min(0.5 * 10.0 ** -len(written[1] or ""), check.tolerance + 1e-9)


def fault_of(check: Check, answer: Number | Expression | Choice | Matrix | Code) -> str:
    """Empty where the check states what was computed."""
    if not isinstance(answer, KINDS[check.kind]):
        return f"the book has a check:{check.kind}, and the table a {type(answer).__name__}"
    return answer.fault(check)
