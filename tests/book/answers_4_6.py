"""The answers of chapter 4.6, each computed in another way than its solution does."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from answer_forms import Choice, Code, Expression, Matrix, Number


def root_between(low: float, high: float, f: Callable[[float], float]) -> float:
    """Where f changes its sign, by bisection."""
    positive = f(low) > 0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if (f(middle) > 0) == positive else (low, middle)
    return (low + high) / 2


# 4.6.1
FIRST = np.array([[4.0, 1.0], [2.0, 3.0]])


def slope_of_the_smaller() -> float:
    """The second coordinate over the first: repeated solving makes the smaller eigenvalue win."""
    x = np.array([1.0, 0.0])
    for _ in range(100):
        x = np.linalg.solve(FIRST, x)
        x /= np.linalg.norm(x)
    return x[1] / x[0]


def eigen_coordinates() -> np.ndarray:
    """What the left eigenvectors measure, each divided by what it measures of its own eigenvector."""
    right = np.array([[1.0, 1.0], [1.0, slope_of_the_smaller()]])
    left = np.linalg.eig(FIRST.T)[1].T[np.argsort(-np.linalg.eigvals(FIRST.T))]
    return np.array([[w @ [0.0, 3.0] / (w @ v)] for w, v in zip(left, right)])


def three_rounds() -> np.ndarray:
    x = np.array([[0.0], [3.0]])
    for _ in range(3):
        x = FIRST @ x
    return x


def growth(matrix: np.ndarray) -> float:
    x = np.ones(len(matrix))
    for _ in range(200):
        x = matrix @ (x / np.linalg.norm(x))
    return float(np.linalg.norm(x))


# 4.6.2: matrices of all shapes with the eigenvalues of t³ − 6t² + 11t − 6
def diagonalizable() -> dict[str, bool]:
    random = np.random.default_rng(5)
    found = []
    for _ in range(50):
        triangle = np.diag(random.permutation([1.0, 2.0, 3.0])) + np.triu(random.normal(size=(3, 3)) * 10, 1)
        basis = random.normal(size=(3, 3))
        matrix = basis @ triangle @ np.linalg.inv(basis)
        found.append(np.linalg.matrix_rank(np.linalg.eig(matrix)[1], tol=1e-9) == 3)
    return {"yes": all(found), "no": not any(found), "that depends on its cells": any(found) and not all(found)}


def flattening_d() -> float:
    """Where the columns (2, 2) and (1.5, d) point the same way."""
    return root_between(-4.0, 4.0, lambda d: np.arctan2(d, 1.5) - np.arctan2(2.0, 2.0))


# 4.6.3
def discriminant(c: float) -> float:
    one, other = np.linalg.eigvals(np.array([[2.0, 1.0], [c, 4.0]]).astype(complex))
    return ((one - other) ** 2).real


def defective_c() -> float:
    return root_between(-3.0, 2.0, discriminant)


# 4.6.4
SPIRAL = np.array([[0.6, -0.6], [0.6, 0.6]])


def spiral_limit() -> float:
    """Of the equal cells on the diagonal, where a thousand rounds neither grow nor fade."""

    def log_growth(a: float) -> float:
        x, total = np.array([1.0, 0.0]), 0.0
        for _ in range(1000):
            x = np.array([[a, -0.6], [0.6, a]]) @ x
            total += np.log(np.linalg.norm(x))
            x = x / np.linalg.norm(x)
        return total

    return root_between(0.0, 1.0, log_growth)


def length_after(k: float) -> float:
    """Of some vector that is one long at first."""
    x = np.array([0.6, -0.8])
    for _ in range(int(k)):
        x = SPIRAL @ x
    return float(np.linalg.norm(x))


# 4.6.5
def slowest(rate: float, hessian: np.ndarray) -> float:
    return float(np.linalg.norm(np.eye(len(hessian)) - rate * hessian, 2))


def best_rate(hessian: np.ndarray) -> float:
    """By thirds: the greatest of some |1 − ηλ| falls and then rises."""
    low, high = 0.0, 2 / np.trace(hessian) * len(hessian)
    for _ in range(120):
        third = (high - low) / 3
        if slowest(low + third, hessian) < slowest(high - third, hessian):
            high -= third
        else:
            low += third
    return (low + high) / 2


BOWL = np.array([[5.0, 2.0], [2.0, 2.0]])


def bowl_of(m: float, M: float) -> np.ndarray:
    """A symmetric matrix with m and M for its least and greatest eigenvalue, and two between them."""
    axes = np.linalg.qr(np.random.default_rng(6).normal(size=(4, 4)))[0]
    return axes @ np.diag([m, 0.7 * m + 0.3 * M, 0.4 * m + 0.6 * M, M]) @ axes.T


def draw_ends(random: np.random.Generator) -> dict[str, float]:
    m = random.uniform(0.1, 5)
    return {"m": m, "M": m + random.uniform(0.5, 20)}


# 4.6.6: the shares, click by click
def shares(clicks: int) -> np.ndarray:
    drama, documentary = 0.0, 1.0
    for _ in range(clicks):
        drama, documentary = 0.9 * drama + 0.5 * documentary, 0.1 * drama + 0.5 * documentary
    return np.array([drama, documentary])


def off_by(k: float) -> float:
    differences = np.abs(shares(int(k)) - shares(200))
    return float(differences.max()) if np.isclose(*differences) else np.nan


def arrow() -> np.ndarray:
    x = np.array([0.0, 1.0])
    for _ in range(200):
        x = np.array([[0.9, 0.5], [0.1, 0.5]]) @ x
        x = x / np.hypot(*x)
    return x[np.newaxis]


# 4.6.7
COVARIANCE = np.array([[6.0, 2.0], [2.0, 3.0]])


def share_of_first(scale: float, covariance: np.ndarray = COVARIANCE) -> float:
    """The greatest variance among all directions, over the total."""
    units = np.diag([scale, 1.0])
    covariance = units @ covariance @ units
    t = np.linspace(0, np.pi, 400_001)
    directions = np.array([np.cos(t), np.sin(t)])
    return float((directions * (covariance @ directions)).sum(axis=0).max() / np.trace(covariance))


# 4.6.8: two outputs of eigh that are both right
@cache
def two_bases() -> tuple[np.ndarray, np.ndarray]:
    first = np.linalg.qr(np.random.default_rng(7).normal(size=(3, 3)))[0]
    turn = np.array([[0.6, -0.8, 0], [0.8, 0.6, 0], [0, 0, -1]])
    matrix, second = first @ np.diag([2.0, 2, 5]) @ first.T, first @ turn
    assert np.allclose(matrix @ second, second @ np.diag([2.0, 2, 5])) and np.allclose(second.T @ second, np.eye(3))
    return first, second


def columns_alike() -> int:
    return int(np.sum(np.isclose(np.abs(np.sum(two_bases()[0] * two_bases()[1], axis=0)), 1)))


def comparable() -> dict[str, bool]:
    first, second = two_bases()
    return {
        r"$\mathbf{Q}$": np.allclose(first, second),
        r"the absolute values in $\mathbf{Q}$": np.allclose(np.abs(first), np.abs(second)),
        r"$\mathbf{Q}_2$": np.allclose(first[:, :2], second[:, :2]),
        r"$\mathbf{Q}_2\mathbf{Q}_2^\top$": np.allclose(first[:, :2] @ first[:, :2].T, second[:, :2] @ second[:, :2].T),
    }


def plane_of_two() -> np.ndarray:
    """What any orthonormal basis of the plane at a right angle to (1, 1, 1) gives, here two of Gram and Schmidt's."""
    first = np.array([1.0, -1, 0]) / np.sqrt(2)
    second = np.array([1.0, 1, -2]) / np.sqrt(6)
    matrix = np.ones((3, 3)) + 2 * np.eye(3)
    assert np.allclose(matrix @ first, 2 * first) and np.allclose(matrix @ second, 2 * second)
    return np.outer(first, first) + np.outer(second, second)


# 4.6.9
THREE = np.array([[4.0, 1, 0], [1, 3, 1], [0, 1, 2]])


def from_large_to_small(rows: list) -> list[float]:
    return [float(value) for value in np.linalg.eigvalsh(np.array(rows, dtype=float))[::-1]]

# 4.6.10
DOUBLE_BILLS = np.array(
    [[0, 0, 0, 60, 30], [0, 0, 0, 30, 40], [0, 0, 0, 10, 30], [90, 60, 40, 0, 0], [30, 40, 60, 0, 0]], dtype=float
)


def kettle() -> float:
    """By following viewers: the share of their time, from the teleport on, until almost all have teleported."""
    return float(followed(DOUBLE_BILLS.tolist(), [0, 0, 1, 0, 0], 0.85)[2])


def followed(counts: list, weights: list, d: float) -> np.ndarray:
    n = len(counts)
    shares = np.zeros((n, n))
    for j in range(n):
        leaving = sum(row[j] for row in counts)
        shares[:, j] = [row[j] / leaving if leaving else 1 / n for row in counts]
    now, time_spent = np.array(weights, dtype=float), np.zeros(n)
    for _ in range(400):
        time_spent, now = time_spent + now, d * shares @ now
    return time_spent / time_spent.sum()


def rounds_to_settle() -> int:
    shares, limit = DOUBLE_BILLS / DOUBLE_BILLS.sum(axis=0), followed(DOUBLE_BILLS.tolist(), [0, 0, 1, 0, 0], 0.85)
    scores = np.full(5, 0.2)
    for k in range(1000):
        if np.abs(scores - limit).sum() <= 1e-4:
            return k
        scores = 0.85 * shares @ scores
        scores[2] += 1 - scores.sum()
    return -1


def still_certain() -> dict[str, bool]:
    """Which statements hold in every one of many chains and teleports, some of which miss films."""
    random, d, n = np.random.default_rng(8), 0.85, 4
    fixed = positive = bounded = closer = True
    for trial in range(200):
        table = random.uniform(size=(n, n)) * (random.uniform(size=(n, n)) < 0.5) + 1e-3 * np.eye(n)
        teleport = np.eye(n)[trial % n] if trial % 2 else random.dirichlet(np.ones(n))
        matrix = d * table / table.sum(axis=0) + (1 - d) * np.outer(teleport, np.ones(n))
        moduli = np.sort(np.abs(np.linalg.eigvals(matrix)))
        vector = np.linalg.matrix_power(matrix, 600) @ np.full(n, 1 / n)
        x, y = random.dirichlet(np.ones(n)), random.dirichlet(np.ones(n))
        fixed = fixed and np.allclose(matrix @ vector, vector) and int(np.sum(moduli > 1 - 1e-9)) == 1
        positive = positive and bool(np.all(vector > 1e-30))
        bounded = bounded and moduli[-2] <= d + 1e-9
        closer = closer and np.abs(matrix @ (x - y)).sum() <= d * np.abs(x - y).sum() + 1e-12
    return {
        r"exactly one probability vector $\mathbf{p}$ is fixed": fixed,
        r"all entries of $\mathbf{p}$ are positive": positive,
        "every eigenvalue but 1 has modulus at most $d$": bounded,
        "the distance shrinks at least by the factor $d$ a round": closer,
    }


def draw_rounds(random: np.random.Generator) -> dict[str, float]:
    return {"k": float(random.integers(0, 25))}


ANSWERS = {
    "4.6.1": [
        Number(lambda: growth(FIRST)),
        Matrix(lambda: [[1.0], [slope_of_the_smaller()]]),
        Matrix(eigen_coordinates),
        Matrix(three_rounds),
    ],
    "4.6.2": [
        Number(lambda: max(np.roots([1.0, -6, 11, -6]))),
        Choice(diagonalizable),
        Number(flattening_d),
        Number(lambda: growth(np.array([[2.0, 1.5], [2.0, flattening_d()]]))),
    ],
    "4.6.3": [
        Expression(lambda random: {"c": random.uniform(-5, 5)}, discriminant),
        Number(defective_c),
        Number(lambda: np.linalg.eigvals([[2.0, 1.0], [defective_c(), 4.0]]).real.mean()),
    ],
    "4.6.4": [
        Number(spiral_limit),
        Expression(draw_rounds, length_after),
        Number(lambda: next(k for k in range(99) if np.linalg.norm(np.linalg.matrix_power(SPIRAL, k), 2) < 0.1)),
    ],
    "4.6.5": [
        Number(lambda: root_between(0.1, 1.0, lambda rate: slowest(rate, BOWL) - 1)),
        Number(lambda: best_rate(BOWL)),
        Number(lambda: slowest(best_rate(BOWL), BOWL)),
        Expression(draw_ends, lambda m, M: best_rate(bowl_of(m, M))),
        Expression(draw_ends, lambda m, M: slowest(best_rate(bowl_of(m, M)), bowl_of(m, M))),
        Number(lambda: root_between(0.01, 0.5, lambda rate: slowest(rate, np.diag([1.0, 100.0])) - 1)),
    ],
    "4.6.6": [
        Matrix(lambda: shares(200)[:, np.newaxis]),
        Expression(draw_rounds, off_by),
        Number(lambda: next(k for k in range(99) if off_by(k) < 0.01)),
        Matrix(arrow),
    ],
    "4.6.7": [
        Number(lambda: share_of_first(1)),
        Number(lambda: share_of_first(10)),
        Expression(
            lambda random: {"r": random.uniform(0.01, 1)},
            lambda r: share_of_first(1, np.array([[1.0, r], [r, 1.0]])),
        ),
    ],
    "4.6.8": [Number(columns_alike), Choice(comparable), Matrix(plane_of_two)],
    "4.6.9": [
        Number(lambda: root_between(2.0, 4.0, lambda t: np.linalg.det(THREE - t * np.eye(3)))),
        Code(
            lambda: [
                from_large_to_small(THREE.tolist()),
                [5.0, 2.0, 2.0],
                [1.0, -1.0],
                [1.0, -3.0],
                [0.0, 0.0],
                [-5.0],
                ValueError,
                ValueError,
            ]
        ),
    ],
    "4.6.10": [
        Choice(lambda: {option: not holds for option, holds in still_certain().items()}),
        Number(rounds_to_settle),
        Number(kettle),
        Code(
            lambda: [
                followed(DOUBLE_BILLS.tolist(), [0, 0, 1, 0, 0], 0.85),
                followed([[0, 1, 2], [3, 0, 1], [1, 1, 0]], [2, 1, 1], 0.85),
                followed([[0, 0, 1], [5, 0, 1], [0, 0, 0]], [1, 1, 1], 0.5),
                [1.0, 0.0],
                [1.0],
                ValueError,
                ValueError,
                ValueError,
                ValueError,
                ValueError,
            ]
        ),
    ],
}
