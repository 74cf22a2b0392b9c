"""The answers of chapter 4.4, each computed in another way than its solution does."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from answer_forms import Choice, Code, Expression, Matrix, Number

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


def matrix_of_map(apply: Callable[[float, float], tuple[float, float]]) -> np.ndarray:
    """The cells that explain a map at many points best, where they explain it at all."""
    points = np.random.default_rng(2).normal(size=(50, 2))
    images = np.array([apply(*point) for point in points])
    cells, *_ = np.linalg.lstsq(points, images, rcond=None)
    return cells.T if np.allclose(points @ cells, images) else np.full((2, 2), np.nan)


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


# 4.4.5: by elimination on A beside the identity, row by row
def taken_back(matrix: np.ndarray) -> np.ndarray:
    table = np.hstack([matrix, np.eye(2)])
    table[0] /= table[0, 0]
    table[1] -= table[1, 0] * table[0]
    table[1] /= table[1, 1]
    table[0] -= table[0, 1] * table[1]
    return table[:, 2:]


# 4.4.6
FOUR_SPACES = np.array([[1.0, 2, 1], [1, 0, 3], [2, 2, 4]])


def erased(matrix: np.ndarray, place: int) -> np.ndarray:
    """What the matrix shrinks most, as a column that is 1 at a place: an eigenvector of its table of dot products."""
    vector = np.linalg.eigh(matrix.T @ matrix)[1][:, :1]
    return vector / vector[place]


def nullity() -> int:
    return int(np.sum(np.linalg.eigvalsh(FOUR_SPACES.T @ FOUR_SPACES) < 1e-12))


def flattening_row() -> np.ndarray:
    """On the panel's own grid: the second row that sends all corners of a square to the line through (2, 1)."""
    grid = np.arange(-80, 81) / 20
    square = np.array([[0.0, 1, 1], [1, 0, 1]])
    off = [[np.abs(np.array([1, -2]) @ np.array([[1, 2], [c, d]]) @ square).max() for d in grid] for c in grid]
    found = np.argwhere(np.array(off) < 1e-9)
    return grid[found] if len(found) == 1 else np.full((1, 2), np.nan)


# 4.4.7: one vector, rounded in the worst way, that reaches the bound
def half_precision_error(kappa: float) -> float:
    matrix = np.array([[1, -1], [1, 1]]) / np.sqrt(2) @ np.diag([kappa, 1.0])
    x = np.array([1.0, 0.0])
    rounded = matrix @ x * (1 + UNIT_ROUNDING * np.array([1, -1]))
    return float(np.linalg.norm(np.linalg.solve(matrix, rounded) - x))


def stretch_ratio(matrix: np.ndarray) -> float:
    lengths = np.linalg.norm(matrix @ circle(10_000), axis=0)
    return float(lengths.max() / lengths.min())


def doubling_cell() -> float:
    """On the panel's own grid."""
    grid = np.arange(-80, 81) / 20
    return max(d for d in grid if abs(abs(area_factor(np.diag([4.0, d]))) - 2) < 1e-9)


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


def guarded(matrix: list[list[float]], stored: list[list[float]], digits: int) -> np.ndarray | type[ValueError]:
    """What may be restored, for two dimensions: Cramer's rule behind a guard that measures."""
    corner = float(np.hypot(0.5, 0.5)) / 10**digits
    (a, b), (c, d) = matrix
    shortest = min(float(np.hypot(*vector)) for vector in zip(*stored))
    if a * d == b * c or shortest <= corner or guard_bound(np.array(matrix), corner, shortest) > 0.05:
        return ValueError
    return np.array([[d * x - b * y, a * y - c * x] for x, y in zip(*stored)]).T / (a * d - b * c)


ONES = [[1.0, 0.0], [0.0, 1.0]]


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


# 4.4.10: a layer is known by what it does to the origin and to the axes
def merged(layers: list[tuple[list[list[float]], list[float]]]) -> np.ndarray:
    def through(x: list[float]) -> np.ndarray:
        for weights, bias in layers:
            x = [b + float(np.dot(row, x)) for row, b in zip(weights, bias, strict=True)]
        return np.array(x)

    size = len(layers[0][0][0])
    origin = through([0.0] * size)
    return np.column_stack([through(list(axis)) - origin for axis in np.eye(size)] + [origin])


ANSWERS = {
    "4.4.1": [Number(lambda: MIXED[0]), Number(lambda: MIXED[1]), Number(lambda: area_factor(IMAGES))],
    "4.4.2": [
        Number(lambda: sum(all(keeps(name)) for name in MAPS)),
        Matrix(lambda: matrix_of_map(MAPS["l"])),
        Choice(broken_by_k),
    ],
    "4.4.3": [Number(lambda: angle(True)), Choice(orders_agree), Number(lambda: angle(False))],
    "4.4.4": [Number(lambda: area_factor(LOGGED)), Matrix(lambda: LOGGED), Choice(enough)],
    "4.4.5": [
        Number(lambda: area_of(JOB @ (2 * circle(1_000_000)))),
        Matrix(lambda: taken_back(np.array([[2.0, 1.0], [0.0, 0.5]]))),
    ],
    "4.4.6": [
        Number(nullity),
        Matrix(lambda: erased(FOUR_SPACES, 2)),
        Matrix(lambda: erased(FOUR_SPACES.T, 0)),
        Matrix(flattening_row),
    ],
    "4.4.7": [
        Expression(lambda random: {"kappa": random.uniform(1, 1000)}, half_precision_error),
        Number(lambda: 100 * half_precision_error(82.04)),
        Number(lambda: stretch_ratio(np.diag([4.0, doubling_cell()]))),
        Number(lambda: stretch_ratio(np.diag([2**0.5, 2**0.5]))),
    ],
    "4.4.8": [
        Expression(draw_guard, guard_bound_of_kappa),
        Number(guard_percent),
        Code(
            lambda: [
                guarded(JOB.tolist(), [[3.5, -0.5], [1, 2]], 2),
                guarded(PLANNED.tolist(), [[3, 1], [3.05, 1.1]], 2),
                guarded(PLANNED.tolist(), [[3, 1], [3.05, 1.1]], 4),
                guarded([[2, 1], [1, 0.5]], [[5], [2.5]], 2),
                ValueError,
                ValueError,
                guarded([[0.00001, 0], [0, 0.00001]], [[0.2], [0.1]], 2),
                guarded(ONES, [[3, 0.1], [4, 0.2]], 1),
                guarded(ONES, [[3, 0], [4, 0]], 1),
                guarded(ONES, [[0.14], [0.04]], 2),
                [[-1.5, 2.5]],
            ]
        ),
    ],
    "4.4.9": [
        Expression(lambda random: dict(zip("hs", random.uniform(-3, 3, 2))), upper_left),
        Expression(lambda random: {"theta": random.choice([-1, 1]) * random.uniform(0.1, 3)}, horizontal_shear),
        Number(lambda: horizontal_shear(np.pi / 6)),
    ],
    "4.4.10": [
        Number(lambda: np.zeros((256, 256)).size / (2 * np.zeros((256, 16)).size)),
        Number(inner_rank),
        Code(
            lambda: [
                merged([([[1.5, 0], [0, 1]], [0, 0]), ([[1, 0.5], [0, 1]], [1, 0])]),
                merged([([[2, 0], [0, 2]], [1, -1]), ([[0, -1], [1, 0]], [0, 3])]),
                merged([([[1, 2, 3]], [4])]),
                merged([([[1, 0], [0, 1], [1, 1]], [0, 0, 1]), ([[1, -1, 2]], [3]), ([[2], [-1]], [0, 1])]),
                ValueError,
                ValueError,
                ValueError,
            ]
        ),
    ],
}
