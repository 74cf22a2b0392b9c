"""What the signs of a matrix identity compute. A column has the shape (n, 1), a product of shape (1, 1) is a number."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy.linalg

Value = Callable[[dict], object]
TERMS_OF_A_SERIES = 400
DIFFERENCE_STEP = 6e-6  # about the cube root of the rounding error


class TexError(Exception):
    """A formula that cannot be read or computed."""


class Identity:
    """A multiple of the identity whose size the other matrix of the sum decides."""

    def __init__(self, factor: float = 1.0):
        self.factor = factor


def number(value) -> bool:
    return np.ndim(value) == 0 and not isinstance(value, Identity)


def plain(array):
    return array[0, 0] if np.shape(array) == (1, 1) else array


def times(a, b):
    if isinstance(a, Identity) and isinstance(b, Identity):
        return Identity(a.factor * b.factor)
    if isinstance(a, Identity):
        return Identity(a.factor * b) if number(b) else a.factor * b
    if isinstance(b, Identity):
        return times(b, a)
    if number(a) or number(b):
        return a * b
    if a.shape[1] != b.shape[0]:
        raise TexError(f"the product of {a.shape} and {b.shape}")
    return plain(a @ b)


def plus(a, b):
    if isinstance(a, Identity) and isinstance(b, Identity):
        return Identity(a.factor + b.factor)
    if isinstance(a, Identity):
        a = full(a, b)
    if isinstance(b, Identity):
        b = full(b, a)
    if np.shape(a) != np.shape(b):
        raise TexError(f"the sum of {np.shape(a)} and {np.shape(b)}")
    return a + b


def full(value, other):
    """The identity, or the number 0, in the size of the other side."""
    if isinstance(value, Identity):
        size = np.shape(other)[:1] if np.ndim(other) == 2 else ()
        return value.factor * (np.eye(*size) if size else 1.0)
    if number(value) and value == 0 and np.ndim(other):
        return np.zeros(np.shape(other))
    return value


def power(base, exponent):
    if number(base):
        if np.ndim(exponent) == 2 and exponent.shape[1] > 1:
            return scipy.linalg.expm(np.log(base) * exponent)
        return base**exponent
    if exponent == int(exponent):
        return np.linalg.matrix_power(base, int(exponent))
    values, vectors = np.linalg.eigh(base)
    return vectors @ np.diag(np.maximum(values, 0) ** exponent) @ vectors.T


def ordered_eigenvalues(a):
    if np.allclose(a, a.T, rtol=1e-10, atol=1e-12 * np.abs(a).max()):
        return np.linalg.eigvalsh(a)[::-1]
    return np.linalg.eigvals(a)


def singular_values(a):
    return np.linalg.svd(a, compute_uv=False)


def norm(value, index: str):
    if number(value):
        raise TexError("the norm of a number")
    if value.shape[1] == 1:
        return np.linalg.norm(value[:, 0], {"": 2, "2": 2, "1": 1, r"\infty": np.inf}[index])
    return np.linalg.norm(value, {"2": 2, "F": "fro", "1": 1, r"\infty": np.inf, "*": "nuc"}[index])


def density(x, mean, covariance):
    n = len(mean)
    away = np.linalg.solve(covariance, x - mean)
    exponent = -0.5 * ((x - mean).T @ away)[0, 0]
    return np.exp(exponent - 0.5 * np.linalg.slogdet(covariance)[1] - n / 2 * np.log(2 * np.pi))


def softmax(z):
    powers = np.exp(z - z.max())
    return powers / powers.sum()


def determinant(a):
    if np.ndim(a) != 2 or a.shape[0] != a.shape[1]:
        raise TexError("the determinant of what is not square")
    return np.linalg.det(a)


def trace(a):
    if number(a):
        return a
    if a.shape[0] != a.shape[1]:
        raise TexError("the trace of what is not square")
    return np.trace(a)


FUNCTIONS = {
    "det": determinant,
    "tr": trace,
    "rank": lambda a: float(np.linalg.matrix_rank(a, tol=1e-9 * max(np.abs(a).max(), 1e-300))),
    "nullity": lambda a: float(scipy.linalg.null_space(a, rcond=1e-9).shape[1]),
    "log": np.log,
    "diag": lambda v: np.diag(v[:, 0]),
    "vec": lambda a: a.reshape(-1, 1, order="F"),
    "softmax": softmax,
    "min": min,
    "rho": lambda a: np.abs(np.linalg.eigvals(a)).max(),
    "sigma": lambda z: 1 / (1 + np.exp(-z)),
    "kappa_2": np.linalg.cond,
    "lambda_min": lambda a: np.linalg.eigvalsh(a)[0],
    "lambda_max": lambda a: np.linalg.eigvalsh(a)[-1],
    "N": density,
}
LISTS = {"lambda": ordered_eigenvalues, "sigma": singular_values}
CONSTANTS = {"e": np.e, "pi": np.pi, "infty": TERMS_OF_A_SERIES}


def slope(function: Value, env: dict, name: str, direction):
    """The central difference of the function when the named value moves along the direction."""
    x = env[name]
    step = DIFFERENCE_STEP * np.abs(x).max() / np.abs(direction).max()
    after, before = (function(env | {name: x + sign * step * direction}) for sign in (1, -1))
    return (after - before) / (2 * step)


def units(x):
    for place in np.ndindex(x.shape):
        unit = np.zeros(x.shape)
        unit[place] = 1
        yield unit


def gradient(function: Value, name: str) -> Value:
    return lambda env: np.reshape([slope(function, env, name, unit) for unit in units(env[name])], env[name].shape)


def jacobian(function: Value, name: str) -> Value:
    return lambda env: np.hstack([slope(function, env, name, unit) for unit in units(env[name])])


def differential(function: Value) -> Value:
    """The sum of the slopes along dX for every X that has one."""

    def value(env):
        moved = [key[1:] for key in env if key.startswith("d") and key[1:] in env]
        return sum(slope(function, env, name, env["d" + name]) for name in moved)

    return value


def blocks(rows):
    heights = [next((np.shape(b)[0] for b in row if not number(b)), 1) for row in rows]
    widths = [next((np.shape(b)[1] for b in column if not number(b)), 1) for column in zip(*rows)]
    sized = [[np.full((h, w), b) if number(b) else b for b, w in zip(row, widths)] for row, h in zip(rows, heights)]
    return np.block(sized)


def hadamard(a, b):
    if np.shape(a) != np.shape(b):
        raise TexError(f"entry by entry, {np.shape(a)} and {np.shape(b)}")
    return a * b


def transpose(value):
    return value if isinstance(value, Identity) or number(value) else value.T
