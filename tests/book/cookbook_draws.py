"""Random values that meet the hypotheses of an identity, and the two kinds of checks: a Formula is computed from its
TeX, a Claim by a function of its own."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

ROUNDING = 1e-8  # of double precision, times the conditioning of the matrices drawn here
HALF_OF_THE_DIGITS = 1e-6  # of a root of squares, whose small ones drown in rounding
CENTRAL_DIFFERENCE = 2e-6  # its own error and the rounding that it magnifies
SIZES = ((2, 3, 2), (4, 2, 3), (5, 4, 3), (3, 6, 2))
SCALES = (0.02, 1.0, 50.0)


class Draw:
    """Random matrices of one size and scale. m, n and k are sizes; everything named is of `scale`."""

    def __init__(self, seed: int, sizes: tuple[int, int, int], scale: float):
        self.rng = np.random.default_rng(seed)
        self.m, self.n, self.k = sizes
        self.scale = scale

    def mat(self, rows, columns):
        return self.scale * self.rng.normal(size=(rows, columns))

    def vec(self, rows):
        return self.mat(rows, 1)

    def num(self):
        return float(self.scale * self.rng.normal())

    def orth(self, n, k=None):
        return np.linalg.qr(self.rng.normal(size=(n, k or n)))[0]

    def svd(self, rows, columns, rank=None):
        """A matrix of this rank with singular values between half and twice the scale."""
        rank = rank or min(rows, columns)
        values = self.scale * self.rng.uniform(0.5, 2, size=rank)
        return self.orth(rows, rank) @ np.diag(values) @ self.orth(columns, rank).T

    def inv(self, n):
        return self.svd(n, n)

    def sym(self, n):
        a = self.mat(n, n)
        return (a + a.T) / 2

    def spd(self, n, rank=None):
        q = self.orth(n, rank)
        a = q @ np.diag(self.scale * self.rng.uniform(0.4, 2, size=q.shape[1])) @ q.T
        return (a + a.T) / 2

    def psd(self, n):
        return self.spd(n, int(self.rng.integers(1, n + 1)))

    def list(self, count, rows):
        return [self.vec(rows) for _ in range(count)]

    def at(self, scale):
        self.scale = scale
        return self


@dataclass
class Formula:
    """Both sides are computed from the TeX of the page, `left` aside, which stands for a left side in words or symbols
    that cannot be computed; `written` is then that side as the page has it."""

    values: Callable[[Draw], dict]
    tolerance: float = ROUNDING
    left: Callable[[dict], object] | None = None
    written: str = ""


@dataclass
class Claim:
    """Pairs (relation, left, right) computed here, for the formula `written` and no other."""

    written: str
    pairs: Callable[[Draw], list[tuple[str, object, object]]]
    tolerance: float = ROUNDING


def given(*names: str):
    """Values by a short list, "A:m,n" for a matrix, "x:n" for a vector, "c" for a number, "A:inv n" for an invertible
    matrix, and so on with the names of Draw's functions; one that begins with 1: has the scale 1."""

    def values(d):
        found = {"m": d.m, "n": d.n, "k": d.k}
        for name in names:
            scale = d.scale
            if name.startswith("1:"):
                name = name[2:]
                d.at(1.0)
            found[name.split(":")[0]] = one_of(d, name)
            d.at(scale)
        return found

    return values


def one_of(d: Draw, name: str):
    _, _, kind = name.partition(":")
    if not kind:
        return d.num()
    function, _, sizes = kind.rpartition(" ")
    numbers = [getattr(d, size) for size in sizes.split(",")]
    if function:
        return getattr(d, function)(*numbers)
    return d.mat(*numbers) if len(numbers) == 2 else d.vec(*numbers)


def also(values, more):
    """The values, and those that `more` computes from them and the draw."""

    def both(d):
        found = values(d)
        return found | more(d, found)

    return both


def slopes(*names, more=lambda d, v: {}):
    return Formula(also(given(*names), more), CENTRAL_DIFFERENCE)


def rows(section: int, *checks) -> dict[str, Formula | Claim]:
    """The checks of one section by their numbers; a function alone draws the values of a Formula."""
    made = [check if isinstance(check, (Formula, Claim)) else Formula(check) for check in checks]
    return {f"E.{section}.{place}": check for place, check in enumerate(made, start=1)}


def least_side(d, v):
    return {"p": min(v["A"].shape)}


def of_rank(d):
    r = int(d.rng.integers(1, min(d.m, d.n) + 1))
    return {"A": d.svd(d.m, d.n, r), "r": r, "m": d.m, "n": d.n}


def penalty(d, v):
    return {"lambda": d.scale * d.rng.uniform(0.1, 1)}


def mixed(d, n):
    """Symmetric, definite in about half of the draws, and never nearly singular."""
    signs = np.where(d.rng.random(n) < 0.5 ** (1 / n), 1, -1)
    q = d.orth(n)
    a = q @ np.diag(d.scale * signs * d.rng.uniform(0.3, 2, size=n)) @ q.T
    return (a + a.T) / 2


def definite_by_eigenvalues(a) -> bool:
    return bool(np.linalg.eigvalsh(a)[0] > 0)


def repeated(pairs):
    return lambda d: [pair for _ in range(8) for pair in pairs(d)]


def tall(d):
    return {"A": d.svd(max(d.m, d.n), min(d.m, d.n))}


def draws(ident: str):
    """The draws of one identity: every size at every scale, from seeds of its own."""
    own = [int(part) for part in ident.split(".")[1:]]
    for seed, (sizes, scale) in enumerate(itertools.product(SIZES, SCALES)):
        yield Draw(own[0] * 10000 + own[1] * 100 + seed, sizes, scale)
