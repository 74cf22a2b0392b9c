"""The answers of chapter 4.1, each computed in another way than its solution does."""

from __future__ import annotations

import itertools
import math

import numpy as np
from numpy.polynomial import Polynomial

from answer_forms import Choice, Code, Expression, Matrix, Number

GLASS_HARBOUR, KETTLE, SALT_MERIDIAN = np.array([2.0, 1.0]), np.array([-1.0, 2.0]), np.array([4.0, 0.5])
XAVIER = np.array([0.8, 0.9])


# 4.1.1: a walk in steps, and a search on the panel's own grid
def walked() -> list[list[float]]:
    at = np.zeros(2)
    for step in [GLASS_HARBOUR] * 2 + [-KETTLE] * 3:
        at = at + step
    return [list(at)]


def reached(target: np.ndarray) -> tuple[float, float]:
    grid = np.arange(-60, 61) / 20
    pairs = itertools.product(grid, grid)
    return min(pairs, key=lambda c: float(np.hypot(*(c[0] * GLASS_HARBOUR + c[1] * KETTLE - target))))


# 4.1.2: how short a combination with coefficients of length 1 can be; a polynomial is known by its values at four points
POINTS = np.array([-1.0, 0.5, 2.0, 3.0])
LISTS = [
    [(1, 2), (2, 4)],
    [(1, 2, 0), (0, 1, 1), (1, 3, 1)],
    [(1, 0), (1, 1), (0, 1)],
    [1 + POINTS, POINTS + POINTS**2, 1 + POINTS**2],
    [(0, 0, 0)],
    [(1, 1, 1)],
]


def shortest(vectors: list) -> float:
    table = np.array(vectors, dtype=float)
    return float(np.sqrt(max(0.0, np.linalg.eigvalsh(table @ table.T)[0])))


def independent_lists() -> int:
    return sum(shortest(vectors) > 1e-6 for vectors in LISTS)


def second_part_on_the_line() -> float:
    """The height at which the angle between (3, 2) and (-1.5, y) is a half turn."""
    heights = np.linspace(-5, 5, 1_000_001)
    turn = np.abs(np.arctan2(heights, -1.5) - np.arctan2(2, 3))
    return float(heights[np.argmin(np.abs(turn - np.pi))])


# 4.1.3
X = np.array([2.0, -3.0, 6.0])


def norm(x: np.ndarray, p: float) -> float:
    """The smallest factor by which the unit ball must grow to hold x; a ball is known by its tests, here the largest
    scores with the weights of the other norm's ball."""
    if p == 1:
        return max(float(np.dot(signs, x)) for signs in itertools.product((-1, 1), repeat=len(x)))
    if p == math.inf:
        return max(abs(float(np.dot(axis, x))) for axis in np.eye(len(x)))
    return math.hypot(*x)


def where_norms_agree() -> dict[str, bool]:
    random = np.random.default_rng(3)

    def agree(u: tuple[float, float]) -> bool:
        return max(norm(np.array(u), p) for p in (1, 2, math.inf)) - norm(np.array(u), math.inf) < 1e-12

    sizes = random.uniform(0.2, 3, 50)
    on_axes = all(agree((s, 0)) and agree((0, -s)) for s in sizes)
    diagonal = all(agree((s, s)) for s in sizes)
    circle = all(agree((math.cos(s), math.sin(s))) for s in sizes)
    elsewhere = any(agree(tuple(u)) for u in random.uniform(0.2, 3, (200, 2)))
    return {
        "on the diagonals": diagonal,
        "on the axes": on_axes and not elsewhere,
        "on the unit circle": circle,
        "nowhere else than at the origin": not on_axes,
    }


# 4.1.4: rotated by an eighth of a turn and shortened, as complex numbers
def new_coordinates(s: float, w: float) -> complex:
    return complex(s, w) / complex(1, 1)


def half_way() -> list[list[float]]:
    """By bisection on the way from one tip to the other."""
    low, high = np.array([1.0, 1.0]), np.array([-1.0, 1.0])
    first, second = low, high
    for _ in range(60):
        middle = (low + high) / 2
        nearer_to_first = np.hypot(*(middle - first)) < np.hypot(*(middle - second))
        low, high = (middle, high) if nearer_to_first else (low, middle)
    return [list((low + high) / 2)]


# 4.1.5
def warmth(suspense: float, score: float) -> float:
    """By bisection: Xavier's score grows with the warmth."""
    low, high = -100.0, 100.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if suspense * XAVIER[0] + middle * XAVIER[1] < score else (low, middle)
    return (low + high) / 2


# 4.1.6
S, T = np.array([2, -1, 4, 2, 1.0]), np.array([1, 2, 0.5, 1, 3.0])
FEATURES = {"suspense": S, "warmth": T, "intensity": S + T, "comfort": T - S, "the column of ones": np.ones(5)}


def dimension(vectors: list) -> int:
    """How many lengths are left when each vector loses what the earlier ones explain."""
    kept: list[np.ndarray] = []
    for vector in np.array(vectors, dtype=float):
        rest = vector.copy()
        for _ in range(2):
            for direction in kept:
                rest = rest - (rest @ direction) * direction
        if np.sqrt(rest @ rest) > 1e-9 * max(1.0, np.sqrt(vector @ vector)):
            kept.append(rest / np.sqrt(rest @ rest))
    return len(kept)


def may_go() -> dict[str, bool]:
    whole = dimension(list(FEATURES.values()))
    superfluous = {
        name for name in FEATURES if dimension([v for other, v in FEATURES.items() if other != name]) == whole
    }
    return {
        "only intensity": superfluous == {"intensity"},
        "only comfort": superfluous == {"comfort"},
        "the column of ones": "the column of ones" in superfluous,
        "suspense, warmth, intensity or comfort, whichever you like": superfluous
        == {"suspense", "warmth", "intensity", "comfort"},
    }


def entry_that_flattens() -> float:
    """Among the panel's own steps, the one with the least volume, as a product of singular values."""

    def volume(last: float) -> float:
        box = np.array([S[:3], T[:3], [*(T - S)[:2], last]])
        return float(np.prod(np.linalg.svd(box, compute_uv=False)))

    return float(min(np.arange(-100, 101) / 20, key=volume))


# 4.1.7
def is_no_subspace() -> dict[str, bool]:
    """Members drawn at random, mixed at random; a set whose mixtures leave it is none."""
    random = np.random.default_rng(7)
    conditions = {
        "all $p$ with $p(1)=0$": (lambda p: p(1.0), lambda p: p - p(1.0)),
        "all $p$ with $p(0)=1$": (lambda p: p(0.0) - 1, lambda p: p - p(0.0) + 1),
        "all $p$ with $p(-t)=p(t)$": (lambda p: p(-0.7) - p(0.7), lambda p: (p + p(Polynomial([0, -1]))) / 2),
    }

    def leaves(defect, member) -> bool:
        p, q = (member(Polynomial(random.normal(size=4))) for _ in range(2))
        return abs(defect(p)) < 1e-9 and abs(defect(2 * p + 3 * q)) > 1e-6

    return {name: any(leaves(*pair) for _ in range(20)) for name, pair in conditions.items()}


def dimension_of_roots_at_one() -> int:
    random = np.random.default_rng(8)
    members = [Polynomial(random.normal(size=4)) for _ in range(12)]
    at = np.linspace(-1, 2, 7)
    return dimension([(p - p(1.0))(at) for p in members])


def at_powers_of_t_minus_1() -> list[list[float]]:
    """Taylor's coefficients at 1, by derivatives."""
    p = Polynomial([-1, 0, 0, 1])
    return [[p.deriv(k)(1.0) / math.factorial(k) for k in (1, 2, 3)]]


# 4.1.8
def longest_change(n: float, eps: float) -> float:
    """The corner of a box, one side after another, for whole n; between them the square of the length grows evenly."""
    whole = int(n)
    length = 0.0
    for _ in range(whole):
        length = math.hypot(length, eps)
    return math.sqrt(length**2 + (n - whole) * eps**2)


def longest_on_the_square() -> float:
    side = np.linspace(-1, 1, 2001)
    return float(max(np.hypot(side, 1).max(), np.hypot(1, side).max()))


def score_change() -> float:
    random = np.random.default_rng(9)
    weights = 0.1 * random.choice([-1, 1], 3 * 32 * 32)
    attack = 8 / 255 * np.sign(weights)
    return float(weights @ attack)


# 4.1.9 and 4.1.10
def shared(a: list, b: list) -> float:
    """By the variance formula: the mean square is the variance of the gaps plus the square of their mean."""
    gaps = np.array([x - y for x, y in zip(a, b) if None not in (x, y)], dtype=float)
    return float(np.sqrt(gaps.var() + gaps.mean() ** 2))


def kept(columns: list) -> list[int]:
    return [k for k in range(len(columns)) if dimension(columns[: k + 1]) > (dimension(columns[:k]) if k else 0)]


def number_depends() -> dict[str, bool]:
    counts = {len(kept(list(order))) for order in itertools.permutations(FEATURES.values())}
    return {"yes": len(counts) > 1, "no": len(counts) == 1}


ANSWERS = {
    "4.1.1": [
        Matrix(walked),
        Number(lambda: reached(np.array([3.0, 4.0]))[0]),
        Number(lambda: reached(np.array([3.0, 4.0]))[1]),
    ],
    "4.1.2": [Number(independent_lists), Number(second_part_on_the_line)],
    "4.1.3": [
        Number(lambda: norm(X, 1)),
        Number(lambda: norm(X, 2)),
        Number(lambda: norm(X, math.inf)),
        Matrix(lambda: [list(X / math.hypot(*X))]),
        Choice(where_norms_agree),
    ],
    "4.1.4": [
        Expression(lambda random: dict(zip("sw", random.uniform(-3, 3, 2))), lambda s, w: new_coordinates(s, w).real),
        Expression(lambda random: dict(zip("sw", random.uniform(-3, 3, 2))), lambda s, w: new_coordinates(s, w).imag),
        Matrix(lambda: [[new_coordinates(4, 0.5).real, new_coordinates(4, 0.5).imag]]),
        Matrix(half_way),
    ],
    "4.1.5": [
        Number(lambda: warmth(0.9, 0)),
        Expression(lambda random: {"s": random.uniform(-4, 4)}, lambda s: warmth(s, 3)),
    ],
    "4.1.6": [Number(lambda: dimension(list(FEATURES.values()))), Choice(may_go), Number(entry_that_flattens)],
    "4.1.7": [Choice(is_no_subspace), Number(dimension_of_roots_at_one), Matrix(at_powers_of_t_minus_1)],
    "4.1.8": [
        Expression(
            lambda random: {"n": random.uniform(1, 200), "eps": random.uniform(0.001, 1)},
            longest_change,
        ),
        Number(lambda: longest_change(3 * 32 * 32, 8 / 255)),
        Number(score_change),
        Number(longest_on_the_square),
    ],
    "4.1.9": [
        Number(lambda: shared([5, None, 4, 2], [4, 3, None, 2.5])),
        Code(
            lambda: [
                shared([5, None, 4, 2], [4, 3, None, 2.5]),
                0.0,
                shared([0, 1, None], [3, 1, 2]),
                ValueError,
                ValueError,
                shared([1, 2, 3, 4], [2, 3, 4, 5]),
            ]
        ),
    ],
    "4.1.10": [
        Number(lambda: len(kept(list(FEATURES.values())))),
        Choice(number_depends),
        Code(
            lambda: [
                kept([[2, 1], [4, 2], [0, 1]]),
                kept([[0, 0], [1, 1], [1, -1], [3, 5]]),
                kept(list(FEATURES.values())),
                kept([[1, 0, 0]]),
                kept([[1, 2, 0], [0, 1, 1], [1, 3, 1]]),
                kept([[1, -2], [-3, 6], [0, 0]]),
                kept([[0.1, 0.3], [0.3, 0.9]]),
                kept([]),
            ]
        ),
    ],
}
