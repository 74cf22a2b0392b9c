"""The answers of chapter 4.5, each computed in another way than its solution does."""

from __future__ import annotations

import csv
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import numpy as np

from answer_forms import Choice, Code, Expression, Matrix, Number

DATA = Path(__file__).parents[2] / "resources" / "data"
COMEDIES = np.array([[-0.9, 1.5], [-1.0, 1.6]])


def films() -> dict[str, np.ndarray]:
    """Title without the year, and suspense and warmth."""
    with open(DATA / "movies.csv", encoding="utf-8") as file:
        titles = {row["movieId"]: row["title"].rsplit(" (", 1)[0] for row in csv.DictReader(file)}
    with open(DATA / "planted_movies.csv", encoding="utf-8") as file:
        return {
            titles[row["movieId"]]: np.array([float(row["suspense"]), float(row["warmth"])])
            for row in csv.DictReader(file)
        }


FILMS = films()


def descended(matrix: np.ndarray, right: np.ndarray, steps: int = 20_000) -> np.ndarray:
    """Where gradient descent from 0 ends, the shortest least-squares solution."""
    x = np.zeros(matrix.shape[1])
    rate = 1 / np.sum(matrix**2)
    for _ in range(steps):
        x -= rate * matrix.T @ (matrix @ x - right)
    return x


def stretches(matrix: np.ndarray) -> tuple[float, float]:
    """The least and the greatest length that a unit vector of the plane gets, measured all around."""
    t = np.linspace(0, np.pi, 400_001)
    lengths = np.linalg.norm(matrix @ np.array([np.cos(t), np.sin(t)]), axis=0)
    return float(lengths.min()), float(lengths.max())


def condition(matrix: np.ndarray) -> float:
    low, high = stretches(matrix)
    return high / low


# 4.5.1
def operations(rows: list[list[int]]) -> tuple[int, list[Fraction]]:
    """Gauss–Jordan with the largest pivot, counted; the solution."""
    table = [[Fraction(cell) for cell in row] for row in rows]
    count, n = 0, len(table)
    for k in range(n):
        best = max(range(k, n), key=lambda i: abs(table[i][k]))
        if best != k:
            table[k], table[best], count = table[best], table[k], count + 1
        for i in range(k + 1, n):
            if table[i][k]:
                factor = table[i][k] / table[k][k]
                table[i], count = [p - factor * q for p, q in zip(table[i], table[k])], count + 1
    for k in reversed(range(n)):
        if table[k][k] != 1:
            table[k], count = [p / table[k][k] for p in table[k]], count + 1
        for i in range(k):
            if table[i][k]:
                factor = table[i][k]
                table[i], count = [p - factor * q for p, q in zip(table[i], table[k])], count + 1
    return count, [row[n] for row in table]


COUNT, SOLVED = operations([[3, 2, 4], [1, -1, 3]])


# 4.5.2
def ranks(k: float, c: float) -> tuple[int, int]:
    matrix = np.array([[1.0, 2.0], [2.0, k]])
    return tuple(int(np.linalg.matrix_rank(m)) for m in (matrix, np.column_stack([matrix, [3.0, c]])))


def only(values: range, holds) -> float:
    found = [value for value in values if holds(value)]
    return found[0] if len(found) == 1 else np.nan


def kinds_for_other_c() -> dict[str, bool]:
    seen = {ranks(4, c) for c in (-7.0, 0.0, 5.0, 6.5, 100.0)}
    return {"none": seen == {(1, 2)}, "exactly one": seen == {(2, 2)}, "infinitely many": seen == {(1, 1)}}


# 4.5.3
PLANES = np.array([[1.0, 1.0, 1.0], [1.0, -1.0, 0.0]])


def erased() -> np.ndarray:
    v = np.linalg.eigh(PLANES.T @ PLANES)[1][:, :1]
    return v / v[0]


def agrees(third: float) -> bool:
    """Whether the three planes, the last one 3x + y + 2z = third, are missed by nothing in the best point."""
    matrix, right = np.vstack([PLANES, [3.0, 1.0, 2.0]]), np.array([3.0, 2.0, third])
    return float(np.linalg.norm(matrix @ descended(matrix, right) - right)) < 1e-9


# 4.5.4
TIMES, VALUES = np.array([0.0, 1.0, 2.0]), np.array([1.0, 2.0, 4.0])


def squares() -> np.ndarray:
    """The second differences of |Ax|^2, which are twice the entries of its matrix."""

    def length(x: float, y: float) -> float:
        return float(np.sum((x + y * TIMES) ** 2))

    mixed = (length(1, 1) - length(1, 0) - length(0, 1)) / 2
    return np.array([[length(1, 0), mixed], [mixed, length(0, 1)]])


# 4.5.5
def third(name: str) -> np.ndarray:
    return np.vstack([COMEDIES, FILMS[name]])


def best_third() -> dict[str, bool]:
    options = {
        "The Long Recess $(-0.8,1.4)$": "The Long Recess",
        "Cold Ledger $(1.4,-1.2)$": "Cold Ledger",
        "Forty Minutes of Fog $(-1.6,-0.9)$": "Forty Minutes of Fog",
    }
    size = {option: condition(third(name)) for option, name in options.items()}
    return {option: size[option] == min(size.values()) for option in options}


# 4.5.6
def pair(h: float) -> np.ndarray:
    return np.array([[1.0, h], [1.0, -h]])


def deviation(s: float, h: float) -> float:
    """Both errors are turned into errors of y one at a time; independent ones add by their squares."""
    each = [np.linalg.solve(pair(h), s * error)[1] for error in np.eye(2)]
    return float(np.hypot(*each))


# 4.5.7
TURNED, RIGHT, RETURNED = np.array([[3.0, 4.0], [4.0, -3.0]]), np.array([10.0, 5.0]), np.array([2.1, 1.0])
TRUE = np.linalg.solve(TURNED, RIGHT)


def reach() -> float:
    """The longest Ex - f for changes as large as A and b themselves: E a scaled rotation, f any direction."""
    t = np.linspace(0, 2 * np.pi, 2001)
    size = stretches(TURNED)[1]
    moved = [size * np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]) @ RETURNED for a in t]
    against = np.linalg.norm(RIGHT) * np.array([np.cos(t), np.sin(t)])
    return max(float(np.linalg.norm(m[:, None] - against, axis=0).max()) for m in moved)


def backward() -> float:
    return float(np.linalg.norm(RIGHT - TURNED @ RETURNED)) / reach()


def bound() -> float:
    return condition(TURNED) * backward() * float(np.linalg.norm(RETURNED) + np.linalg.norm(TRUE))


# 4.5.8: least squares of the stacked system
def ridge(row: np.ndarray, surplus: float, penalty: float) -> np.ndarray:
    stack = np.vstack([row, np.sqrt(penalty) * np.eye(len(row))])
    return np.linalg.lstsq(stack, np.array([surplus] + [0.0] * len(row)), rcond=None)[0]


def shortening(q: float, penalty: float) -> float:
    row = np.sqrt(q) * np.array([0.6, 0.8])
    return float(np.linalg.norm(ridge(row, 1, penalty)) / np.linalg.norm(np.linalg.pinv(row[None])))


def ridge_condition() -> float:
    stack = np.vstack([FILMS["Nine Slow Trains"], np.sqrt(0.5) * np.eye(2)])
    return condition(stack.T @ stack)


# 4.5.9
def multiplications(n: int) -> int:
    count = 0
    for k in range(n):
        for _ in range(k + 1, n):
            count += 1 + (n - k - 1)
    return count


def leading(n: float) -> float:
    """The count is a cubic polynomial, whose third difference is six times its leading coefficient."""
    return float(np.diff([multiplications(k) for k in range(1, 8)], 3)[0]) / 6 * n**3


def determinant(rows: list[list[Fraction]]) -> Fraction:
    """By its first column, exactly."""
    if not rows:
        return Fraction(1)
    others = [[row[1:] for row in rows[:i] + rows[i + 1 :]] for i in range(len(rows))]
    return sum(((-1) ** i * rows[i][0] * determinant(others[i]) for i in range(len(rows))), Fraction(0))


def by_cramer(matrix: list[list[float]], right: list[float]) -> list[float] | type[ValueError]:
    a = [[Fraction(cell) for cell in row] for row in matrix]
    whole = determinant(a)
    if whole == 0:
        return ValueError
    return [
        float(determinant([row[:j] + [Fraction(b)] + row[j + 1 :] for row, b in zip(a, right)]) / whole)
        for j in range(len(a))
    ]


# 4.5.10
def scatter(first: str, second: str) -> float:
    matrix = np.vstack([FILMS[first], FILMS[second]])
    if np.linalg.matrix_rank(matrix) < 2:
        return np.inf
    return float(np.sqrt(sum(np.sum(np.linalg.solve(matrix, error) ** 2) for error in np.eye(2))))


def best_pair() -> dict[str, bool]:
    least = min(scatter(a, b) for a, b in combinations(FILMS, 2))
    options = [
        "The Glass Harbour and A Kettle for Two",
        "The Baker's Umbrella and Forty Minutes of Fog",
        "Cold Ledger and Interval",
        "Oranges in February and The Baker's Umbrella",
    ]
    return {option: scatter(*option.split(" and ")) == least for option in options}


ANSWERS = {
    "4.5.1": [
        Number(lambda: np.linalg.det([[3.0, 2.0], [1.0, -1.0]]) / 3),
        Number(lambda: SOLVED[0]),
        Number(lambda: SOLVED[1]),
        Number(lambda: COUNT),
    ],
    "4.5.2": [
        Number(lambda: only(range(-20, 21), lambda k: ranks(k, 1.0)[0] < 2)),
        Number(lambda: only(range(-20, 21), lambda c: ranks(4, c) == (1, 1))),
        Choice(kinds_for_other_c),
    ],
    "4.5.3": [
        Matrix(erased),
        Matrix(lambda: descended(PLANES, np.array([3.0, 2.0]))[:, None]),
        Number(lambda: only(range(-10, 11), agrees)),
    ],
    "4.5.4": [
        Matrix(squares),
        Matrix(lambda: np.polyfit(TIMES, VALUES, 1)[::-1][:, None]),
        Number(lambda: np.polyval(np.polyfit(TIMES[:2], VALUES[:2], 1), 2.0)),
    ],
    "4.5.5": [
        Choice(best_third),
        Number(lambda: condition(third("Forty Minutes of Fog"))),
        Number(lambda: descended(third("Forty Minutes of Fog"), np.array([1.3, 1.2, 0.7]))[0]),
    ],
    "4.5.6": [
        Expression(lambda random: {"h": random.uniform(0.05, 5)}, lambda h: condition(pair(h))),
        Expression(lambda random: {"s": random.uniform(0.1, 3), "h": random.uniform(0.05, 5)}, deviation),
    ],
    "4.5.7": [
        Number(lambda: only(range(-6, 7), lambda last: condition(np.array([[3.0, 4.0], [4.0, last]])) < 1 + 1e-9)),
        Number(backward),
        Number(bound),
        Number(lambda: np.linalg.norm(RETURNED - TRUE)),
    ],
    "4.5.8": [
        Expression(
            lambda random: {"q": random.uniform(0.1, 9), "p": random.uniform(0.01, 5)},
            lambda q, p: shortening(q, p),
        ),
        Matrix(lambda: ridge(FILMS["Nine Slow Trains"], 1, 0.5)[:, None]),
        Number(ridge_condition),
    ],
    "4.5.9": [
        Code(
            lambda: [
                by_cramer([[2, 1], [1, -1]], [4, -1]),
                by_cramer([[0, 1, 1], [2, 1, 0], [-4, -2, 3]], [3, 5, -4]),
                by_cramer([[1, 0.5, 1], [-0.5, 1, 1], [2, 0.25, 1]], [0.7, 0.4, 1]),
                by_cramer([[1e-20, 1], [1, 1]], [1, 2]),
                by_cramer([[1e-20, 1], [-1, 1]], [1, 0]),
                by_cramer([[1, 0.5], [1, 0.5]], [0.2, 0.6]),
                by_cramer([[1, 1, 1], [2, 2, 5], [1, 1, 3]], [1, 2, 3]),
                by_cramer([[4]], [2]),
                [],
                [by_cramer([[0, 1], [1, 2]], [3, 5]), [[0, 1], [1, 2]], [3, 5]],
            ]
        ),
        Expression(lambda random: {"n": random.uniform(1, 100)}, leading),
    ],
    "4.5.10": [
        Choice(best_pair),
        Number(lambda: scatter("The Baker's Umbrella", "Forty Minutes of Fog")),
        Number(lambda: scatter("The Glass Harbour", "A Kettle for Two")),
    ],
}
