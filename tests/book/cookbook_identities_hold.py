"""Every numbered identity of appendix E holds for random matrices: cookbook_identities_hold.py BOOK

The rows of the page are read, their TeX is computed (tex_reader.py) with values drawn (cookbook_draws.py), and an
identity without a check fails as a check without an identity does. The second half plants faults, which must be found.
"""

import re
import sys
import unittest
from pathlib import Path

import numpy as np

from cookbook_checks import CHECKS
from cookbook_draws import Claim, draws
from tex_reader import statements
from tex_value import TexError, full, number

PAGE = Path("15-appendices", "E-matrix-cookbook.md")
OPPOSITE = {r"\le": r"\ge", r"\ge": r"\le", r"\succ": r"\preceq", r"\succeq": r"\preceq", r"\preceq": r"\succeq"}
ROW = re.compile(r"^\| (E\.[^ |]*) \| (.*?) \| (.*) \|$", re.MULTILINE)
BESIDE = re.compile(r"\*[^*]+\.\* .+ (\([0-9., ]+\)|`[^`]+`)")  # *hypotheses.* use (chapters), or a call

HARMLESS = {  # planted faults that leave the formula true, by their number among those of their kind
    "sign": {
        ("E.2.10", 1): "the parity of 1 - j is that of 1 + j",
        ("E.12.6", 0): "a constant has no derivative",
        ("E.12.25", 0): "a constant has no derivative",
    },
    "mark": {
        ("E.1.9", 2): "the form of A + A is that of A + A'",
        ("E.2.6", 0): "what is left says that a number is itself",
        ("E.4.1", 0): "what is left says that a number is itself",
        ("E.8.1", 0): "what is left says that P is itself",
        ("E.10.6", 0): "what is left says that AA+ is itself",
        ("E.10.6", 1): "what is left says that A+A is itself",
        ("E.10.13", 0): "QA has the singular values of A too",
    },
}

book = Path(sys.argv.pop(1)).resolve()


def identities_of(page: str) -> dict[str, str]:
    """The TeX of each row by its number, which has hypotheses, a use and chapters or a call."""
    found: dict[str, str] = {}
    for ident, formula, others in ROW.findall(page):
        if ident in found:
            raise ValueError(f"{ident} stands twice")
        if not re.fullmatch(r"\$[^$]+\$", formula) or not BESIDE.fullmatch(others):
            raise ValueError(f"{ident} is not a formula with its hypotheses, its use and its chapters")
        found[ident] = formula.strip("$")
    return found


def least_eigenvalue(a) -> float:
    if not np.allclose(a, a.T, rtol=1e-9, atol=1e-9 * np.abs(a).max()):
        return -np.inf
    return float(np.linalg.eigvalsh(a)[0])


def violated(relation: str, left, right, tolerance: float, size: float) -> bool:
    """Whether the two sides break the relation by more than the tolerance times what they are measured by."""
    if relation == "iff":
        return left != right
    left, right = full(left, right), full(right, left)
    if np.shape(left) != np.shape(right):
        return True
    measure = tolerance * (max(np.abs(left).max(), np.abs(right).max()) if size == 0 else size)
    if relation == "=":
        return not np.abs(np.subtract(left, right)).max() <= measure
    if relation in (r"\le", r"\ge"):
        return not (left - right if relation == r"\le" else right - left) <= measure
    gap = least_eigenvalue(left - right if relation in (r"\succ", r"\succeq") else right - left)
    return not (gap > measure * 1e-6 if relation == r"\succ" else gap >= -measure)


def zero(value) -> bool:
    return number(value) and value == 0


def pairs_of(ident: str, tex: str, draw):
    """The relations of one draw as (relation, left, right, size), size being what a zero is measured by, or 0."""
    check = CHECKS[ident]
    if isinstance(check, Claim):
        return [(*pair, 0.0) for pair in check.pairs(draw)] if tex == check.written else None
    values = check.values(draw)
    largest = max((np.abs(v).max() for v in values.values() if np.ndim(v) == 2), default=1.0)
    if check.left:
        written, _, right = tex.partition("=")
        if written != check.written:
            return None
        read = [("=", check.left, statements("0=" + right)[0][2])]
    else:
        read = statements(tex)
    sides = [(relation, left(values), right(values)) for relation, left, right in read]
    return [(*s, max(1.0, largest) ** 3 if zero(s[1]) or zero(s[2]) else 0.0) for s in sides]


def fault_of(ident: str, tex: str, change=lambda pair: pair) -> str:
    """What is wrong with the formula, or nothing; `change` may spoil a pair before it is judged."""
    for place, draw in enumerate(draws(ident)):
        try:
            with np.errstate(all="ignore"):  # a fault may take the root of a negative number
                pairs = pairs_of(ident, tex, draw)
        except (TexError, ValueError, IndexError, AttributeError, TypeError, np.linalg.LinAlgError) as error:
            return f"{ident} cannot be computed: {type(error).__name__} {error}"
        if pairs is None:
            return f"{ident}: the check was written for another formula"
        for pair in map(change, pairs):
            if violated(*pair[:3], CHECKS[ident].tolerance, pair[3]):
                return f"{ident} fails in draw {place}: {pair[1]} {pair[0]} {pair[2]}"
    return ""


def faults_of(page: str) -> list[str]:
    identities = identities_of(page)
    faults = [f"{ident} has no check" for ident in identities.keys() - CHECKS.keys()]
    faults += [f"{ident} is checked, but the page does not have it" for ident in CHECKS.keys() - identities.keys()]
    faults += [fault_of(ident, tex) for ident, tex in identities.items() if ident in CHECKS]
    return [fault for fault in faults if fault]


def spoiled(pair):
    """One side of an equation off by a thousandth, an inequality or a verdict turned round."""
    relation, left, right, size = pair
    if relation == "=":
        return relation, left, (times_1001(right) if not zero(right) else times_1001(1.0) * size), size
    if relation == "iff":
        return relation, left, not right, size
    return OPPOSITE[relation], left, right, size


def times_1001(value):
    return 1.001 * (value.factor if hasattr(value, "factor") else value)


class PageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.page = (book / PAGE).read_text(encoding="utf-8")


class Page(PageTest):
    def test_every_identity_holds(self):
        self.assertEqual(faults_of(self.page), [])

    def test_rows_are_numbered_in_order(self):
        numbers = [tuple(map(int, ident.split(".")[1:])) for ident in identities_of(self.page)]
        for before, after in zip([(0, 0), *numbers], numbers):
            self.assertIn(after, [(before[0], before[1] + 1), (before[0] + 1, 1)])

    def test_numbers_named_in_the_text_exist(self):
        named = set(re.findall(r"E\.\d+\.\d+", self.page))
        self.assertEqual(named - identities_of(self.page).keys(), set())


class Faults(PageTest):
    """No check is empty: each one must see a fault in its own row."""

    def test_a_side_that_is_off_is_seen(self):
        for ident, tex in identities_of(self.page).items():
            with self.subTest(ident):
                self.assertIn("fails", fault_of(ident, tex, spoiled))

    def test_both_verdicts_are_drawn(self):
        equivalences = {ident: tex for ident, tex in identities_of(self.page).items() if r"\Longleftrightarrow" in tex}
        self.assertEqual(len(equivalences), 5)
        for ident, tex in equivalences.items():
            verdicts = {pair[1] for draw in draws(ident) for pair in pairs_of(ident, tex, draw)}
            self.assertEqual(verdicts, {True, False}, ident)

    def assert_all_seen(self, kind, marks, other, formulas, least):
        """Every mark of the formulas is changed into the other one, alone."""
        planted = 0
        for ident, tex in formulas.items():
            for place, mark in enumerate(re.finditer(marks, tex)):
                planted += 1
                fault = fault_of(ident, tex[: mark.start()] + other(mark[0]) + tex[mark.end() :])
                with self.subTest(ident, place=place):
                    self.assertEqual(not fault, (ident, place) in HARMLESS[kind], fault)
        self.assertGreater(planted, least)

    def test_a_wrong_sign_is_seen(self):
        room = re.compile(r"\\(le|ge|succ|succeq|preceq)(?![a-z])")  # an inequality has room
        equations = {ident: tex for ident, tex in identities_of(self.page).items() if not room.search(tex)}
        self.assert_all_seen("sign", r"\+(?!\})|-", {"+": "-", "-": "+"}.get, equations, 100)

    def test_a_lost_transpose_or_inverse_is_seen(self):
        marks = r"\^\\top|\^\{-1\}|\^\{-\\top\}"
        self.assert_all_seen("mark", marks, lambda mark: "", identities_of(self.page), 200)

    def assert_fault(self, old, new, words):
        self.assertIn(old, self.page)
        self.assertIn(words, "\n".join(faults_of(self.page.replace(old, new, 1))))

    def test_row_without_a_check(self):
        self.assert_fault("| E.4.1 |", "| E.4.9 | $1=1$ | *Always.* None. (4.1) |\n| E.4.1 |", "E.4.9 has no check")

    def test_check_without_a_row(self):
        self.assert_fault("| E.7.2 |", "| x.7.2 |", "E.7.2 is checked, but")

    def test_row_of_a_claim_that_says_something_else(self):
        old = r"\lambda_{\min}(\mathbf{A})>0"
        self.assert_fault(old, old.replace(">", r"\ge "), "E.14.1: the check was written")

    def test_number_that_stands_twice(self):
        with self.assertRaises(ValueError):
            identities_of(self.page.replace("| E.1.2 |", "| E.1.1 |"))


if __name__ == "__main__":
    unittest.main()
