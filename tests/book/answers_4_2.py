"""The answers of chapter 4.2, each computed in another way than its solution does."""

from __future__ import annotations

import itertools
from fractions import Fraction
from math import prod

import numpy as np

from answer_forms import Choice, Code, Expression, Matrix, Number


def between(u, v) -> float:
    """The angle of two arrows of the plane, in degrees, from the argument of a quotient of complex numbers."""
    return abs(float(np.degrees(np.angle(complex(*v) / complex(*u)))))


def least(of, low: float, high: float) -> float:
    """Where a function with one valley is least, by ternary search."""
    for _ in range(200):
        a, b = low + (high - low) / 3, high - (high - low) / 3
        low, high = (low, b) if of(a) < of(b) else (a, high)
    return (low + high) / 2


def turn(of, low: float, high: float) -> float:
    """Where a condition changes, by bisection."""
    at_low = of(low)
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if of(middle) == at_low else (low, middle)
    return (low + high) / 2


# 4.2.1
LIGHTHOUSE, TRAINS, KETTLE = (2.0, 1.0), (1.0, 3.0), (-1.0, 2.0)


def dot_by_lengths(u, v) -> float:
    """From the lengths of sum and difference alone."""
    return (abs(complex(*u) + complex(*v)) ** 2 - abs(complex(*u) - complex(*v)) ** 2) / 4


def right_angle_at() -> float:
    return turn(lambda x: between(TRAINS, (x, 1.0)) > 90, -4, 4)


# 4.2.2
LINE, CAST = np.array([1.0, 2.0, 2.0]), np.array([3.0, 3.0, 0.0])


def nearest_multiple() -> float:
    return least(lambda t: np.linalg.norm(CAST - t * LINE), -5, 5)


def residual() -> np.ndarray:
    rest = np.linalg.lstsq(LINE[:, None], CAST, rcond=None)[0][0] * LINE
    return (CAST - rest)[None, :]


# 4.2.3
def closing_gap(x: float) -> float:
    """The y at which lengths and dot product leave the least gap."""
    u = np.array(LIGHTHOUSE)
    return least(lambda y: np.hypot(*u) * np.hypot(x, y) - abs(u @ (x, y)), x / 2 - 50, x / 2 + 50)


def no_detour(x: float) -> bool:
    u, v = np.array(LIGHTHOUSE), np.array([x, x / 2])
    return bool(np.isclose(np.hypot(*(u + v)), np.hypot(*u) + np.hypot(*v)))


def where_no_detour() -> dict[str, bool]:
    true_at = {x: no_detour(x) for x in (-5, -2, -0.5, 0, 0.5, 2, 5)}
    return {
        "$x\\ge0$": all(true == (x >= 0) for x, true in true_at.items()),
        "all $x$": all(true_at.values()),
        "only $x=0$": all(true == (x == 0) for x, true in true_at.items()),
        "only $x=2$": all(true == (x == 2) for x, true in true_at.items()),
    }


# 4.2.4
CORNERS = np.array([[1.0, 0, 1], [2, 1, 1], [1, 2, 3]])


def normal() -> np.ndarray:
    """Entry i is the volume that the two edges span with the axis i."""
    edges = CORNERS[1:] - CORNERS[0]
    return np.array([[np.linalg.det([axis, *edges]) for axis in np.eye(3)]])


def triangle_area() -> float:
    a, b, c = (np.linalg.norm(CORNERS[i] - CORNERS[j]) for i, j in ((0, 1), (1, 2), (2, 0)))
    s = (a + b + c) / 2
    return float(np.sqrt(s * (s - a) * (s - b) * (s - c)))


def origin_from_plane() -> float:
    edges = (CORNERS[1:] - CORNERS[0]).T
    best = np.linalg.lstsq(edges, -CORNERS[0], rcond=None)[0]
    return float(np.linalg.norm(CORNERS[0] + edges @ best))


# 4.2.5
QUERY, V = (3.0, 1.0), (1.5, 0.75)


def wins_by_dot(y: float) -> bool:
    return dot_by_lengths(QUERY, (1.4, y)) > dot_by_lengths(QUERY, V)


def wins_by_cosine(y: float) -> bool:
    return between(QUERY, (1.4, y)) < between(QUERY, V)


# 4.2.6
FIRST, SECOND = (1.0, 2.0), (0.0, 3.0)


def border(t: float) -> np.ndarray:
    return np.array([t, 2 * t - 2])


def signed_distance(point) -> float:
    foot = border(least(lambda t: np.linalg.norm(border(t) - point), -20, 20))
    away = np.array(point) - foot
    return float(np.copysign(np.linalg.norm(away), away[0]))


def border_near_second() -> np.ndarray:
    return border(least(lambda t: np.linalg.norm(border(t) - SECOND), -20, 20))[None, :]


def raised_by() -> float:
    return turn(lambda more: 2 * FIRST[0] - FIRST[1] - 2 + more > 0, 0, 10)


# 4.2.7
STARS = np.array([[5.0, 4, 3, 4], [2, 3, 4, 3]])


def cosine_of_stars(more: float = 0) -> float:
    unit = (STARS + more) / np.linalg.norm(STARS + more, axis=1, keepdims=True)
    return 1 - float(np.sum((unit[0] - unit[1]) ** 2)) / 2


def trend() -> dict[str, bool]:
    late, later = cosine_of_stars(1e3), cosine_of_stars(1e4)
    return {
        "it tends to 1": abs(later - 1) < abs(late - 1) < 1e-4,
        "it tends to −1": abs(later + 1) < 1e-4,
        "it tends to 0": abs(later) < 1e-4,
        "it stays the same": bool(np.isclose(later, cosine_of_stars())),
    }


# 4.2.8: the largest share allowed to reach t when the mean square is that of the sampled directions
def mean_square(n: int) -> float:
    directions = np.random.default_rng(5).normal(size=(n, n))
    return float(np.mean(np.sum((directions / np.linalg.norm(directions, axis=1, keepdims=True)) ** 2, axis=1)) / n)


def share_bound(n: float, t: float) -> float:
    """All the mean square sits on the share that reaches t, and nothing is left for the others."""
    return mean_square(int(n)) / t**2


def draw_share(random: np.random.Generator) -> dict[str, float]:
    return {"n": float(random.integers(2, 200)), "t": random.uniform(0.05, 1)}


def same_side(degrees: float) -> float:
    cuts = (np.arange(1_200_000) + 0.5) * 2 * np.pi / 1_200_000
    return float(np.mean((np.cos(cuts) > 0) == (np.cos(cuts - np.radians(degrees)) > 0)))


# 4.2.9
CASES = [
    ([5, 4, None, 3], [1, 2, 5, 3]),
    ([4.5, 4.5, 3.5, 4, 4, 5, 4.5, 3.5], [4, 4, 3, 2.5, 3, 4.5, 3, 1]),
    ([4.5, 4.5, 3.5, 4, 4, 5, 4.5, 3.5], [3.5, 3, 3.5, 3.5, 3, 3, 2.5, 3.5]),
    ([4, 4, 4], [1, 2, 3]),
    ([None, 3, None], [2, 4, None]),
    ([5, None], [None, 4]),
    ([3, 5, 3, None], [1, None, 4, 2]),
    ([2, 3, None], [4.5, 1, 5]),
    ([1, None, 2, 4, 5], [3, 5, None, 3.5, 2]),
]


def correlation(a, b) -> float:
    """From the differences of all pairs of films, without any mean."""
    x, y = np.array([[np.nan if s is None else s for s in row] for row in (a, b)], float)
    both = ~np.isnan(x + y)
    dx, dy = (np.subtract.outer(s[both], s[both]) for s in (x, y))
    scale = np.sqrt(np.sum(dx**2) * np.sum(dy**2))
    return float(np.sum(dx * dy) / scale) if scale > 0 else 0.0


# 4.2.10
THREE = np.array([[1.0, 2, 2], [3, 3, 0], [3, 0, 3]]).T


def last_residual() -> np.ndarray:
    q, r = np.linalg.qr(THREE)
    return (q[:, 2] * r[2, 2])[None, :]


def laeuchli_overlap() -> float:
    rows = [[1.0, 1e-8, 0.0, 0.0], [1.0, 0.0, 1e-8, 0.0], [1.0, 0.0, 0.0, 1e-8]]
    done: list[list[float]] = []
    for row in rows:
        amounts = [sum(a * b for a, b in zip(q, row)) for q in done]
        rest = list(row)
        for amount, q in zip(amounts, done):
            rest = [a - amount * b for a, b in zip(rest, q)]
        length = sum(a * a for a in rest) ** 0.5
        done.append([a / length for a in rest])
    return sum(a * b for a, b in zip(done[1], done[2]))


TO_ORTHONORMAL = [
    [[3, 4], [0, 2]],
    [[1, 2, 2], [3, 3, 0], [3, 0, 3]],
    [[1, 2], [2, 4], [0, 1]],
    [[0, 0], [0, -3]],
    [[1, 1, 1], [1, 1, 2], [2, 2, 3], [5, 0, 0]],
    [[2e-20, 0], [1e-20, 1e-20]],
    [[1, 1e-10, 0, 0], [1, 0, 1e-10, 0], [1, 0, 0, 1e-10]],
    [],
]


def determinant(rows) -> Fraction:
    places = range(len(rows))
    return sum(
        (-1) ** sum(a > b for a, b in itertools.combinations(order, 2)) * prod(rows[i][order[i]] for i in places)
        for order in itertools.permutations(places)
    )


def by_gram_determinants(vectors) -> list[list[float]]:
    """In exact fractions: the Gram determinant of a list with its last row replaced by the vectors themselves."""
    kept: list[list[Fraction]] = []
    directions = []
    for vector in vectors:
        those = [*kept, [Fraction(x) for x in vector]]
        gram = [[sum(a * b for a, b in zip(one, other)) for other in those] for one in kept]
        rest = [determinant([*gram, [one[place] for one in those]]) for place in range(len(vector))]
        if any(rest):
            kept, largest = those, max(map(abs, rest))
            shape = np.array([float(entry / largest) for entry in rest])
            directions.append(list(shape / np.hypot.reduce(shape)))
    return directions


ANSWERS = {
    "4.2.1": [
        Number(lambda: dot_by_lengths(TRAINS, KETTLE)),
        Number(lambda: np.cos(np.radians(between(TRAINS, KETTLE)))),
        Number(lambda: between(TRAINS, KETTLE)),
        Number(right_angle_at),
    ],
    "4.2.2": [
        Number(nearest_multiple),
        Matrix(residual),
        Number(lambda: np.linalg.norm(CAST - nearest_multiple() * LINE)),
        Number(lambda: least(lambda t: np.hypot(3 - t, 0.5 - 2 * t), -3, 3)),
    ],
    "4.2.3": [Expression(lambda random: {"x": random.uniform(-3, 3)}, closing_gap), Choice(where_no_detour)],
    "4.2.4": [Matrix(normal), Number(triangle_area), Number(origin_from_plane)],
    "4.2.5": [Number(lambda: turn(wins_by_dot, 0, 4)), Number(lambda: turn(wins_by_cosine, 0.5, 4))],
    "4.2.6": [Number(lambda: signed_distance(FIRST)), Matrix(border_near_second), Number(raised_by)],
    "4.2.7": [Number(cosine_of_stars), Number(lambda: np.corrcoef(STARS)[0, 1]), Choice(trend)],
    "4.2.8": [
        Expression(draw_share, share_bound),
        Number(lambda: np.sqrt(mean_square(1024))),
        Number(lambda: same_side(60)),
    ],
    "4.2.9": [Number(lambda: correlation(*CASES[0])), Code(lambda: [correlation(a, b) for a, b in CASES])],
    "4.2.10": [
        Matrix(last_residual),
        Number(laeuchli_overlap),
        Code(lambda: [by_gram_determinants(vectors) for vectors in TO_ORTHONORMAL]),
    ],
}
