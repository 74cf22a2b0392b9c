"""The answers of chapter 4.3, each computed in another way than its solution does."""

from __future__ import annotations

from functools import cache

import numpy as np

from answer_forms import Choice, Code, Expression, Matrix, Number

RANDOM = np.random.default_rng(43)

# 4.3.1
LEFT = np.array([[1, 2, 0], [3, -1, 2]])
RIGHT = np.array([[2, 1], [0, 3], [1, -1]])


def counted_flops(A: np.ndarray, B: np.ndarray) -> int:
    """Every multiplication and addition of the product, counted as it is made."""
    count = 0
    for row in A.tolist():
        for column in B.T.tolist():
            for place in range(len(row)):
                count += 1 if place == 0 else 2
    return count


def by_elements(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    return np.einsum("ij,jk->ik", A, B)


# 4.3.2
def is_layer() -> dict[str, bool]:
    import torch

    torch.manual_seed(1)
    layer = torch.nn.Linear(10, 5).double()
    X = torch.randn(32, 10, dtype=torch.float64)
    world = {"X": X.numpy(), "W": layer.weight.detach().numpy(), "b": layer.bias.detach().numpy()}
    wanted = layer(X).detach().numpy()
    judged = {}
    for option in ("X @ W + b", "X @ W.T + b", "W @ X + b", "W @ X.T + b"):
        try:
            given = eval(option, dict(world))
            judged[option] = given.shape == wanted.shape and np.allclose(given, wanted)
        except ValueError:
            judged[option] = False
    return judged


def parameters() -> int:
    import torch

    return sum(p.numel() for p in torch.nn.Linear(10, 5).parameters())


def batch_that_runs() -> int:
    def runs(size: int) -> bool:
        try:
            np.zeros((5, 10)) @ np.zeros((size, 10))
        except ValueError:
            return False
        return True

    fits = [size for size in range(1, 50) if runs(size)]
    return fits[0] if len(fits) == 1 else -1


# 4.3.3
FLAT = np.array([[1.0, 2.0], [2.0, 4.0]])


def upper_right(s: float) -> float:
    """The number on the line that the flat matrix erases, above s."""
    erased = np.linalg.eigh(FLAT)[1][:, 0]
    return float(erased[0] / erased[1] * s)


def zero_pair(s: float) -> np.ndarray:
    return np.array([[upper_right(-1.0), upper_right(s)], [-1.0, s]])


def where_zero() -> dict[str, bool]:
    zero = [s for s in np.linspace(-3, 3, 61) if np.allclose(zero_pair(s) @ FLAT, 0)]
    return {
        "for every $s$": len(zero) == 61,
        "for $s=\\frac12$ only": len(zero) == 1 and bool(np.isclose(zero[0], 0.5)),
        "for no $s$": not zero,
    }


def completed(s: float) -> np.ndarray:
    """The first row on the steps of the panel for which the product comes nearest to zero, column by column."""
    steps = np.round(np.arange(-60, 61) / 10, 1)
    lower = [-1.0, s]
    upper = [min(steps, key=lambda x, y=y: np.abs(FLAT @ [x, y]).sum()) for y in lower]
    return np.array([upper, lower])


# 4.3.5
def with_determinant(value: float) -> np.ndarray:
    matrix = RANDOM.normal(size=(3, 3))
    matrix[0] *= value / np.linalg.det(matrix)
    return matrix


FIVE = with_determinant(5.0)


def exchanged() -> np.ndarray:
    changed = FIVE[:, [1, 0, 2]].copy()
    changed[:, 2] += 4 * changed[:, 0]
    return changed


def doubling() -> float:
    """The greater of the two cells where the parallelogram has the area 2, found on a fine scale."""
    cells = np.linspace(-4, 4, 8001)
    areas = np.array([abs(np.linalg.det([[2.0, 1.0], [3.0, d]])) for d in cells])
    return float(max(cells[np.abs(areas - 2) < 1e-6]))


# 4.3.6
def multiplications(*shapes: tuple[float, float]) -> float:
    """Of a chain, done from the left."""
    total, (rows, inner) = 0.0, shapes[0]
    for height, width in shapes[1:]:
        assert height == inner
        total, inner = total + rows * height * width, width
    return total


def lora_right(n: float, r: float) -> float:
    """From the right is from the left for the transposed chain."""
    return multiplications((1, n), (n, r), (r, n))


def lora_left(n: float, r: float) -> float:
    return multiplications((n, r), (r, n), (n, 1))


# 4.3.7
USERS = np.array([[2.0, 0.5], [0.5, 2.0], [1.5, 1.5]])
FILMS = np.array([[2.0, 0.0], [1.5, 0.5], [0.0, 2.0], [1.0, 1.0]])


def without_warmth() -> np.ndarray:
    return USERS @ np.diag([1.0, 0.0]) @ FILMS.T


def most_factors() -> int:
    return max(k for k in range(1, 100) if np.zeros((40, k)).size + np.zeros((30, k)).size < np.zeros((40, 30)).size)


# 4.3.8: the matrices that commute are what a linear map of the four cells erases
SHEAR = np.array([[1.0, 1.0], [0.0, 1.0]])
COMMUTING = np.kron(SHEAR, np.eye(2)) - np.kron(np.eye(2), SHEAR.T)


def cell_of_commuting(p: float, q: float, cell: int) -> float:
    system = np.vstack([COMMUTING, [1, 0, 0, 0], [0, 1, 0, 0]])
    cells, *_ = np.linalg.lstsq(system, np.array([0, 0, 0, 0, p, q]), rcond=None)
    assert np.allclose(system @ cells, [0, 0, 0, 0, p, q])
    return float(cells[cell])


def commutator_trace() -> float:
    A, B = RANDOM.normal(size=(2, 4, 4))
    return float(np.linalg.eigvals(A @ B - B @ A).sum().real)


def commutator_is_identity() -> dict[str, bool]:
    """Whether some B comes near A B − B A = I, for many A and sizes: the residual of least squares."""
    reached = {}
    for n in (1, 2, 3, 4):
        reached[n] = False
        for _ in range(50):
            A = RANDOM.normal(size=(n, n))
            system = np.kron(A, np.eye(n)) - np.kron(np.eye(n), A.T)
            cells, *_ = np.linalg.lstsq(system, np.eye(n).ravel(), rcond=None)
            reached[n] = reached[n] or np.allclose(system @ cells, np.eye(n).ravel(), atol=1e-3)
    return {
        "for some pairs": any(reached.values()),
        "only from 3 by 3 on": (reached[3] or reached[4]) and not (reached[1] or reached[2]),
        "never": not any(reached.values()),
    }


# 4.3.9
def scores(X: object, W: list, b: list) -> np.ndarray:
    """The layer one number at a time."""
    X = np.asarray(X, float)
    out = np.zeros((*X.shape[:-1], len(W)))
    for place in np.ndindex(out.shape):
        example, row = X[place[:-1]], W[place[-1]]
        out[place] = b[place[-1]] + sum(w * x for w, x in zip(row, example, strict=True))
    return out


def layer_outcomes() -> list:
    W = [[1, -1], [2, 3]]
    return [
        scores([[2, 1], [-1, 2], [4, 0.5], [1, 3]], W, [0.5, -1]),
        scores([1, 3], [[1, -1], [2, 3], [0, 1]], [0.5, -1, 0]),
        scores([[[1, 0], [0, 1]], [[1, 1], [2, 2]]], [[1, 2], [3, 4], [5, 6]], [0, 0, 1]),
        scores([[2, 1], [-1, 2]], [[1, -1]], [0.5]),
        scores([[]], [[], []], [0.5, -1]),
        *[ValueError] * 5,
    ]


def misplaced_bias() -> float:
    import torch

    films = torch.tensor([[2.0, 1.0], [1.0, 3.0]])
    bias = torch.tensor([[0.5], [-1.0]])
    return float((torch.nn.functional.linear(films, torch.tensor([[1.0, -1.0], [2.0, 3.0]])) + bias)[1, 0])


# 4.3.10: all ways to set brackets, each tried
def cheapest(sizes: list[int]) -> int:
    @cache
    def costs(chain: tuple[int, ...]) -> frozenset[int]:
        """What a chain costs, over every way to replace two neighbours by their product."""
        if len(chain) == 2:
            return frozenset([0])
        return frozenset(
            chain[k - 1] * chain[k] * chain[k + 1] + rest
            for k in range(1, len(chain) - 1)
            for rest in costs(chain[:k] + chain[k + 1 :])
        )

    return min(costs(tuple(sizes)))


CHAINS = [
    [100000, 2, 28000, 2],
    [10, 100, 5, 50],
    [7, 3],
    [4, 9, 2],
    [4, 5, 4, 2, 3],
    [30, 35, 15, 5, 10, 20, 25],
    [1, 50, 1, 50, 1],
]


def draw_lora(random: np.random.Generator) -> dict[str, float]:
    return {"n": float(random.integers(1, 5000)), "r": float(random.integers(1, 100))}


ANSWERS = {
    "4.3.1": [Matrix(lambda: by_elements(LEFT, RIGHT)), Number(lambda: counted_flops(RIGHT, LEFT))],
    "4.3.2": [Choice(is_layer), Number(parameters), Number(batch_that_runs)],
    "4.3.3": [
        Matrix(lambda: completed(1.0)),
        Expression(lambda random: {"s": random.uniform(-5, 5)}, upper_right),
        Number(lambda: np.linalg.eigvals(zero_pair(1.7) @ FLAT).sum().real),
        Choice(where_zero),
    ],
    "4.3.4": [
        Matrix(lambda: np.linalg.solve([[2.0, 1.0], [3.0, 2.0]], np.eye(2))),
        Matrix(lambda: np.linalg.lstsq([[2.0, 1.0], [3.0, 2.0]], [[3.0], [4.0]], rcond=None)[0]),
        Number(lambda: min(np.linspace(-4, 4, 81), key=lambda d: np.linalg.svd([[2, 1], [3, d]])[1][-1])),
    ],
    "4.3.5": [
        Number(lambda: np.linalg.det(2 * FIVE)),
        Number(lambda: np.linalg.det(exchanged())),
        Number(lambda: np.linalg.det(FIVE.T @ np.linalg.inv(FIVE))),
        Number(doubling),
    ],
    "4.3.6": [
        Number(lambda: lora_right(4096, 8)),
        Number(lambda: lora_left(4096, 8) / lora_right(4096, 8)),
        Expression(draw_lora, lambda n, r: lora_left(n, r) / lora_right(n, r)),
    ],
    "4.3.7": [Number(lambda: without_warmth()[2, 3]), Matrix(without_warmth), Number(most_factors)],
    "4.3.8": [
        Number(lambda: cell_of_commuting(1.3, -0.4, 2)),
        Expression(
            lambda random: dict(zip("pq", random.uniform(-3, 3, 2))), lambda p, q: cell_of_commuting(p, q, 3)
        ),
        Number(commutator_trace),
        Choice(commutator_is_identity),
    ],
    "4.3.9": [Number(misplaced_bias), Code(layer_outcomes)],
    "4.3.10": [
        Number(lambda: cheapest(CHAINS[0])),
        Number(lambda: cheapest(CHAINS[1])),
        Code(lambda: [cheapest(chain) for chain in CHAINS]),
    ],
}
