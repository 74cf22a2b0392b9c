"""The answers of chapter 4.4, each computed in another way than its solution does."""

from __future__ import annotations

import numpy as np

from answer_forms import Choice, Expression, Number

JOB = np.array([[1.5, 0.5], [0.0, 1.0]])
PLANNED = np.array([[1.0, 1.0], [1.0, 1.05]])
UNIT_ROUNDING = 2.0**-11


def area_of(corners: np.ndarray) -> float:
    """Signed area of a polygon, one corner a column."""
    x, y = corners
    return 0.5 * float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)))


def circle(corners: int) -> np.ndarray:
    t = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    return np.array([np.cos(t), np.sin(t)])


def area_factor(matrix: np.ndarray) -> float:
    triangle = np.array([[0.2, 3.0, 1.0], [0.1, 0.4, 2.0]])
    return area_of(matrix @ triangle) / area_of(triangle)


# 4.4.1
IMAGES = np.column_stack([(2.0, 1.0), (-1.0, 3.0)])
MIXED = 3 * IMAGES[:, 0] + 2 * IMAGES[:, 1]

# 4.4.2
MAPS = {
    "f": lambda x, y: (y, x),
    "g": lambda x, y: (x + 1, y),
    "h": lambda x, y: (abs(x), y),
    "k": lambda x, y: (np.cbrt(x**3 + y**3), 0),
    "l": lambda x, y: (2 * x - y, 0),
}


def keeps(name: str) -> tuple[bool, bool]:
    """Whether the map keeps sums, and whether it keeps factors."""
    random = np.random.default_rng(1)
    sums = factors = True
    for _ in range(50):
        u, v, t = random.normal(size=2), random.normal(size=2), random.normal()
        image = {key: np.array(MAPS[name](*at)) for key, at in {"u": u, "v": v, "sum": u + v, "tu": t * u}.items()}
        sums = sums and np.allclose(image["sum"], image["u"] + image["v"])
        factors = factors and np.allclose(image["tu"], t * image["u"])
    return sums, factors


def broken_by_k() -> dict[str, bool]:
    sums, factors = keeps("k")
    return {
        "the rule for sums only": factors and not sums,
        "the rule for factors only": sums and not factors,
        "both": not sums and not factors,
        "neither": sums and factors,
    }


# 4.4.3
def turned(point: complex, diagonal_last: bool) -> complex:
    """Points as complex numbers: the mirrors are z to its conjugate and z to i times its conjugate."""
    for mirror in (1, 1j) if diagonal_last else (1j, 1):
        point = mirror * point.conjugate()
    return point


def angle(diagonal_last: bool) -> float:
    return float(np.degrees(np.angle(turned(0.3 + 2j, diagonal_last) / (0.3 + 2j))))


def orders_agree() -> dict[str, bool]:
    same = bool(np.isclose(turned(0.3 + 2j, True), turned(0.3 + 2j, False)))
    return {"yes": same, "no": not same}


# 4.4.4: the matrix from its four cells as unknowns
LOGGED = np.linalg.solve([[1, 2, 0, 0], [0, 0, 1, 2], [3, 1, 0, 0], [0, 0, 3, 1]], [0, 5, 5, 5.0]).reshape(2, 2)


def enough() -> dict[str, bool]:
    erases_the_line = np.array([[2.0, -1.0], [6.0, -3.0]])
    given = np.array([[1.0, 2.0], [2.0, 4.0]])
    another = np.allclose((LOGGED + erases_the_line) @ given, LOGGED @ given)
    return {
        "yes, two vectors of the plane always are": not another,
        "yes, because neither of them is zero": not another,
        "no": another,
    }


# 4.4.6
FOUR_SPACES = np.array([[1.0, 2, 1], [1, 0, 3], [2, 2, 4]])


def erased(matrix: np.ndarray) -> np.ndarray:
    """A unit vector that the matrix shrinks most: the least eigenvector of its table of dot products."""
    return np.linalg.eigh(matrix.T @ matrix)[1][:, 0]


def nullity() -> int:
    return int(np.sum(np.linalg.eigvalsh(FOUR_SPACES.T @ FOUR_SPACES) < 1e-12))


# 4.4.7: one vector, rounded in the worst way, that reaches the bound
def half_precision_error(kappa: float) -> float:
    matrix = np.array([[1, -1], [1, 1]]) / np.sqrt(2) @ np.diag([kappa, 1.0])
    x = np.array([1.0, 0.0])
    rounded = matrix @ x * (1 + UNIT_ROUNDING * np.array([1, -1]))
    return float(np.linalg.norm(np.linalg.solve(matrix, rounded) - x))


# 4.4.8: the farthest that an error can be carried, and the shortest that a restored vector can be
def guard_bound(matrix: np.ndarray, rounding: float, stored: float) -> float:
    lengths = np.linalg.norm(np.linalg.solve(matrix, circle(100_000)), axis=0)
    return rounding * lengths.max() / ((stored - rounding) * lengths.min())


def guard_bound_of_kappa(kappa: float, rho: float, L: float) -> float:
    turn = np.array([[0.6, -0.8], [0.8, 0.6]])
    return guard_bound(turn @ np.diag([3 * kappa, 3.0]), rho, L)


def guard_percent() -> float:
    stored = np.round(PLANNED @ np.array([[2.0, -1.0], [1.0, 2.0]]), 2)
    corner = float(np.hypot(0.005, 0.005))
    return 100 * guard_bound(PLANNED, corner, np.linalg.norm(stored, axis=0).min())


def draw_guard(random: np.random.Generator) -> dict[str, float]:
    rho = random.uniform(0.001, 1)
    return {"kappa": random.uniform(1, 20), "rho": rho, "L": rho * random.uniform(1.5, 100)}


# 4.4.9
def upper_left(h: float, s: float) -> float:
    x, y = 1.0, 0.0
    x += h * y
    y += s * x
    return x + h * y


def horizontal_shear(theta: float) -> float:
    """The shear that sends the first axis to the turned one, and then the second axis too."""
    s = np.sin(theta)
    h = (np.cos(theta) - 1) / s
    shear, lean = np.array([[1, h], [0, 1]]), np.array([[1, 0], [s, 1]])
    turned_axes = np.array([[np.cos(theta), -s], [s, np.cos(theta)]])
    return h if np.allclose(shear @ lean @ shear, turned_axes) else np.nan


def inner_rank() -> int:
    random = np.random.default_rng(2)
    return int(np.linalg.matrix_rank(random.normal(size=(256, 16)) @ random.normal(size=(16, 256))))


ANSWERS = {
    "4.4.1": [Number(lambda: MIXED[0]), Number(lambda: MIXED[1]), Number(lambda: area_factor(IMAGES))],
    "4.4.2": [Number(lambda: sum(all(keeps(name)) for name in MAPS)), Choice(broken_by_k)],
    "4.4.3": [Number(lambda: angle(True)), Choice(orders_agree), Number(lambda: angle(False))],
    "4.4.4": [Number(lambda: area_factor(LOGGED)), Number(lambda: LOGGED[0, 1]), Choice(enough)],
    "4.4.5": [
        Number(lambda: area_of(JOB @ (2 * circle(1_000_000)))),
        Number(lambda: np.linalg.lstsq([[2.0, 1.0], [0.0, 0.5]], [0.0, 1.0], rcond=None)[0][0]),
    ],
    "4.4.6": [
        Number(nullity),
        Number(lambda: erased(FOUR_SPACES)[0] / erased(FOUR_SPACES)[2]),
        Number(lambda: erased(FOUR_SPACES.T)[1] / erased(FOUR_SPACES.T)[0]),
        Number(lambda: erased(FOUR_SPACES.T)[2] / erased(FOUR_SPACES.T)[0]),
    ],
    "4.4.7": [
        Expression(lambda random: {"kappa": random.uniform(1, 1000)}, half_precision_error),
        Number(lambda: 100 * half_precision_error(82.04)),
    ],
    "4.4.8": [Expression(draw_guard, guard_bound_of_kappa), Number(guard_percent)],
    "4.4.9": [
        Expression(lambda random: dict(zip("hs", random.uniform(-3, 3, 2))), upper_left),
        Expression(lambda random: {"theta": random.choice([-1, 1]) * random.uniform(0.1, 3)}, horizontal_shear),
        Number(lambda: horizontal_shear(np.pi / 6)),
    ],
    "4.4.10": [Number(lambda: np.zeros((256, 256)).size / (2 * np.zeros((256, 16)).size)), Number(inner_rank)],
}
