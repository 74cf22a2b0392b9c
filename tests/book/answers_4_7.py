"""The answers of chapter 4.7, each computed in another way than its solution does."""

from __future__ import annotations

import numpy as np
from scipy.linalg import ldl
from scipy.optimize import brentq, minimize

from answer_forms import Choice, Code, Expression, Matrix, Number


def circle(points: int = 400_001) -> np.ndarray:
    t = np.linspace(0, 2 * np.pi, points)
    return np.array([np.cos(t), np.sin(t)])


def stretches(matrix: np.ndarray) -> np.ndarray:
    return np.linalg.norm(matrix @ circle(), axis=0)


# 4.7.1
ELLIPSE = np.array([[2.0, 2.0], [-1.0, 1.0]])


def angle_of_longest(matrix: np.ndarray) -> float:
    x, y = matrix @ circle()[:, np.argmax(stretches(matrix))]
    angle = float(np.degrees(np.arctan2(y, x))) % 180
    return min(angle, 180 - angle)


# 4.7.2: the multipliers as unknowns of A = LU
THREE = np.array([[1.0, 2, 0], [2, 5, 1], [0, 3, 8]])


def lower_factor() -> np.ndarray:
    """Row i of L from the leading block above and left of the diagonal."""
    lower = np.eye(3)
    for i in range(1, 3):
        for j in range(i):
            columns = THREE[: j + 1, : j + 1]
            lower[i, j] = np.linalg.solve(columns.T, THREE[i, : j + 1])[j]
    return lower


def corner_of_no_pivot() -> float:
    return brentq(lambda middle: np.linalg.det([[1, 2], [2, middle]]), 0, 10)


# 4.7.3
def least_eigenvalue(c: float) -> float:
    return float(np.linalg.eigvalsh([[4, 2], [2, c]])[0])


def new_step(b: float, c: float) -> float:
    """Of the second value the part that the first does not predict: its standard deviation by regression."""
    slope = minimize(lambda s: s[0] ** 2 * b - 2 * s[0] * b + c, [0.0], tol=1e-14).x[0]
    return float(np.sqrt(slope**2 * b - 2 * slope * b + c))


# 4.7.4: the mirror in the line that halves the angle between the two vectors
def mirror() -> np.ndarray:
    half = np.array([3.0, 4.0]) + np.array([-5.0, 0.0])
    angle = np.arctan2(half[1], half[0])
    return np.array([[np.cos(2 * angle), np.sin(2 * angle)], [np.sin(2 * angle), -np.cos(2 * angle)]])


def signed_area_of_mirror() -> float:
    x, y = mirror() @ np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    return float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)))


# 4.7.5
SHEAR = np.array([[1.0, 1.0], [0.0, 1.0]])
SYMMETRIC_FREE = {"turn": np.array([[0.0, -1.0], [1.0, 0.0]]), "shear": SHEAR, "slant": np.array([[3.0, 1.0], [0.0, 2.0]])}


def factors_of_shear() -> int:
    lu = SHEAR[0, 0] != 0
    cholesky = np.allclose(SHEAR, SHEAR.T)
    qr = np.allclose(np.matmul(*np.linalg.qr(SHEAR)), SHEAR)
    eigen = np.linalg.matrix_rank(SHEAR - np.eye(2)) == 0  # both eigenvalues are 1
    left, sigma, right = np.linalg.svd(SHEAR)
    return int(lu) + int(cholesky) + int(qr) + int(eigen) + int(np.allclose(left * sigma @ right, SHEAR))


def holds_for_every_matrix() -> dict[str, bool]:
    def eigen(m):
        return np.linalg.cond(np.linalg.eig(m)[1]) < 1e8

    def svd(m):
        left, sigma, right = np.linalg.svd(m)
        return np.allclose(left * sigma @ right, m)

    def same_values(m):
        return np.allclose(np.sort(np.abs(np.linalg.eigvals(m))), np.sort(np.linalg.svd(m)[1]))

    def left_are_eigen(m):
        u = np.linalg.svd(m)[0][:, 0]
        return np.isclose(abs(u @ m @ u), np.linalg.norm(m @ u))

    tests = {
        "it has an eigendecomposition, perhaps complex": eigen,
        "it has an SVD": svd,
        "its singular values are the absolute values of its eigenvalues": same_values,
        "its left singular vectors are eigenvectors": left_are_eigen,
    }
    return {words: all(test(m) for m in SYMMETRIC_FREE.values()) for words, test in tests.items()}


# 4.7.6
def stored(k: float, m: float, n: float) -> float:
    columns, rows, weights = k * m, k * n, k
    return columns + rows + weights


def most_layers() -> int:
    return max(k for k in range(1, 2000) if stored(k, 10_000, 2_000) < 10_000 * 2_000)


LANDSCAPE_KEPT = {3: 98.9603, 4: 99.4444, 5: 99.6708}  # readouts of the panel's preset `landscape`


# 4.7.7: a matrix with these singular values, and the best fit that alternating least squares finds
def with_values(values: list[float]) -> np.ndarray:
    random = np.random.default_rng(5)
    left, right = (np.linalg.qr(random.normal(size=(4, 4)))[0] for _ in range(2))
    return left @ np.diag(values) @ right


def nearest_of_rank_two() -> np.ndarray:
    matrix, right = with_values([10, 5, 2, 1]), np.random.default_rng(6).normal(size=(2, 4))
    for _ in range(500):
        left = np.linalg.lstsq(right.T, matrix.T, rcond=None)[0].T
        right = np.linalg.lstsq(left, matrix, rcond=None)[0]
    return matrix - left @ right


def energy_kept() -> float:
    rest = nearest_of_rank_two()
    return 1 - float(np.sum(rest**2) / np.sum(with_values([10, 5, 2, 1]) ** 2))


def impossible_rank() -> dict[str, bool]:
    """The least stretch after many changes of spectral norm one half."""
    random, matrix, least = np.random.default_rng(7), with_values([10, 5, 2, 1]), np.inf
    left, _, right = np.linalg.svd(matrix)
    changes = [np.linalg.qr(random.normal(size=(4, 4)))[0] for _ in range(2000)]
    changes.append(-np.outer(left[:, 3], right[3]))
    for change in changes:
        least = min(least, 1 / np.linalg.norm(np.linalg.inv(matrix + 0.5 * change), 2))
    full = least > 0.49
    return {"3": full, "4": not full, "both are possible": not full}


# 4.7.8: the limit of ridge
FLAT = np.array([[1.0, 2.0], [2.0, 4.0]])


def pseudo() -> np.ndarray:
    tiny = 1e-8
    return np.linalg.solve(FLAT.T @ FLAT + tiny * np.eye(2), FLAT.T)


def shortest() -> np.ndarray:
    x = np.zeros(2)
    for _ in range(2000):
        x = x - 0.02 * FLAT.T @ (FLAT @ x - np.ones(2))
    return x.reshape(2, 1)


# 4.7.9: the same loop, the cut by eigenvectors of the table of dot products of the columns
def filled(rows: list, k: int, rounds: int) -> np.ndarray:
    table = np.array(rows, dtype=float)
    known = ~np.isnan(table)
    prediction = np.nanmean(table) + 0 * np.nan_to_num(table)
    for _ in range(rounds):
        whole = np.where(known, table, prediction)
        vectors = np.linalg.eigh(whole.T @ whole)[1][:, -k:]
        prediction = whole @ vectors @ vectors.T
    return prediction


N = None
TRIANGLE = [[5, 4, N], [4, N, 1], [N, 1, 5]]


def empty_cell() -> float:
    """Which number makes the two rows proportional."""
    return brentq(lambda x: np.linalg.det([[4, 2], [2, x]]), -10, 10)


def safe_statement() -> dict[str, bool]:
    random = np.random.default_rng(8)
    falling = within = best = True
    for _ in range(200):
        table = random.integers(2, 11, size=(5, 4)) / 2.0
        holes = random.random(table.shape) < 0.35
        holes[0] = False
        if holes.all(axis=1).any():
            continue
        rows, known = np.where(holes, np.nan, table), ~holes
        losses = [np.sum((filled(rows, 2, t)[known] - table[known]) ** 2) for t in (1, 3, 10, 40)]
        falling = falling and all(b <= a + 1e-9 for a, b in zip(losses, losses[1:]))
        end = filled(rows, 2, 40)
        within = within and bool(end.min() >= table[known].min() and end.max() <= table[known].max())
    diagonal = np.full((3, 3), np.nan)
    diagonal[[0, 1, 2], [0, 1, 2]] = 3, -1, -2
    end, better = filled(diagonal, 1, 1000), np.outer([3, -1, -2], [1, 1, 1])
    best = bool(np.nansum((end - diagonal) ** 2) <= np.nansum((better - diagonal) ** 2) + 1e-6)
    return {
        "the error on known cells never rises": falling,
        "the loop ends at the best table of rank $k$": best,
        "the predictions lie between the smallest and the largest rating": within,
    }


# 4.7.10: the two parts of the bound are the lengths of a column and of a row of noise
def length_of_noise(tau: float, m: int, n: int) -> float:
    random = np.random.default_rng(9)
    return float(sum(np.mean(np.linalg.norm(tau * random.normal(size=(size, 4000)), axis=0)) for size in (m, n)))


def noisy_rank() -> int:
    """How many columns of the noisy matrix Gram-Schmidt finds to be new."""
    random = np.random.default_rng(10)
    matrix = random.normal(size=(900, 3)) @ random.normal(size=(3, 400)) + 0.1 * random.normal(size=(900, 400))
    return int(np.sum(np.abs(np.diag(np.linalg.qr(matrix)[1])) > 1e-9))


def stretched_beyond(rows: list, tau: float) -> int:
    """How many dimensions are stretched beyond the bound: the positive pivots of the table of dot products less its
    square, by Sylvester's law of inertia."""
    matrix = np.array(rows, dtype=float)
    bound = tau * sum(side**0.5 for side in matrix.shape)
    blocks = ldl(matrix.T @ matrix - bound**2 * np.eye(matrix.shape[1]))[1]
    return int(np.sum(np.roots(np.poly(blocks)) > 1e-12))


ANSWERS = {
    "4.7.1": [
        Number(lambda: stretches(ELLIPSE).max()),
        Number(lambda: stretches(ELLIPSE).max() / stretches(ELLIPSE).min()),
        Number(lambda: angle_of_longest(ELLIPSE)),
    ],
    "4.7.2": [Matrix(lower_factor), Number(lambda: np.linalg.det(THREE)), Number(corner_of_no_pivot)],
    "4.7.3": [
        Number(lambda: brentq(least_eigenvalue, 0, 5)),
        Expression(lambda random: {"b": (b := random.uniform(0.2, 3)), "c": b + random.uniform(0.2, 3)}, new_step),
    ],
    "4.7.4": [Matrix(mirror), Number(signed_area_of_mirror)],
    "4.7.5": [Number(factors_of_shear), Number(lambda: stretches(SHEAR).max()), Choice(holds_for_every_matrix)],
    "4.7.6": [
        Expression(lambda random: dict(zip("kmn", random.uniform(1, 50, 3))), stored),
        Number(most_layers),
        Number(lambda: min(k for k, kept in LANDSCAPE_KEPT.items() if kept >= 99)),
    ],
    "4.7.7": [
        Number(lambda: np.linalg.norm(nearest_of_rank_two(), 2)),
        Number(lambda: np.sqrt(np.sum(nearest_of_rank_two() ** 2))),
        Number(energy_kept),
        Choice(impossible_rank),
    ],
    "4.7.8": [Matrix(pseudo), Matrix(shortest), Number(lambda: stretches(FLAT).max())],
    "4.7.9": [
        Number(empty_cell),
        Choice(safe_statement),
        Code(
            lambda: [
                filled([[4, 2], [2, N]], 1, 200),
                filled(TRIANGLE, 1, 10),
                filled(TRIANGLE, 2, 25),
                filled([[5, 4, N, 2], [4, N, 1, 0], [-1, 2, 0, N]], 1, 1),
                filled([[0, 3, N], [1, N, 2]], 1, 4),
                filled([[3, 4, 5], [2, 2, 1]], 1, 3),
                np.array([[3.0, 13 / 5, 5], [2, 2, 1]]),  # all layers are kept, so the start stays
                ValueError,
                ValueError,
            ]
        ),
    ],
    "4.7.10": [
        Number(lambda: length_of_noise(0.1, 900, 400)),
        Number(noisy_rank),
        Code(
            lambda: [
                stretched_beyond([[4, 0.1], [0.2, 1]], 0.5),
                stretched_beyond([[1, 1], [0, 1]], 0.3),
                stretched_beyond([[-5, 0], [0, 1]], 1),
                stretched_beyond([[2], [2], [2], [2]], 1.5),
                stretched_beyond([[0, -3, 0], [0, 0, 0]], 0.9),
                stretched_beyond([[0, -3, 0], [0, 0, 0]], 1),
                stretched_beyond([[3, 4], [3, 4]], 0.01),
                stretched_beyond([[0, 0], [0, 0]], 0),
                stretched_beyond([[2, 0, 0], [0, 2, 0], [0, 0, 2]], 0.5),
            ]
        ),
    ],
}
