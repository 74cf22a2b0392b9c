"""Checks of the sections 1 to 8 of appendix E: algebra, norms, rank, blocks, updates, projections."""

import numpy as np
import torch

from cookbook_draws import (
    Claim, Formula, HALF_OF_THE_DIGITS, also, definite_by_eigenvalues, given, least_side, mixed, of_rank,
    penalty, repeated, rows,
)

CHECKS: dict[str, Claim | Formula] = {}

# E.1 Products, transpose and inverse


def product_of_columns_and_rows(d, v):
    return {"a": [c[:, None] for c in v["A"].T], "s": [r[:, None] for r in v["B"]]}


def two_by_two(d):
    return dict(zip("abcd", d.inv(2).ravel()))


def below_one(d):
    a = d.at(1.0).mat(d.n, d.n)
    return {"A": 0.7 * a / np.abs(np.linalg.eigvals(a)).max(), "n": d.n}


CHECKS |= rows(
    1,
    given("A:m,k", "B:k,n"),
    given("A:inv n", "B:inv n"),
    given("A:inv n"),
    also(given("A:m,k", "B:k,n"), product_of_columns_and_rows),
    two_by_two,
    given("A:inv n", "B:inv n"),
    given("A:m,n", "1:B:n,m"),
    given("A:spd n", "B:spd n"),
    given("A:n,n", "x:n"),
    below_one,
)

# E.2 Trace and determinant


def minors(d, v):
    return {"M": [np.delete(v["A"][1:], j, axis=1) for j in range(d.n)]}


def cramer(d, v):
    i = int(d.rng.integers(1, d.n + 1))
    replaced = v["A"].copy()
    replaced[:, i - 1] = v["b"][:, 0]
    return {"x": np.linalg.solve(v["A"], v["b"]), "A_i": replaced, "i": i}


def triangle(d):
    return {"n": d.n, "T": np.triu(d.mat(d.n, d.n))}


CHECKS |= rows(
    2,
    given("A:n,n", "B:n,n", "c"),
    given("A:m,n", "B:n,k", "C:k,m"),
    given("A:m,n", "B:m,n"),
    given("A:n,n", "x:n"),
    given("A:n,n", "B:n,n"),
    given("A:n,n"),
    given("A:inv n"),
    given("A:n,n", "c"),
    triangle,
    also(given("A:n,n"), minors),
    also(given("A:inv n", "b:n"), cramer),
    given("A:m,n", "B:n,m"),
)

# E.3 Norms


CHECKS |= rows(
    3,
    given("x:n", "y:n"),
    given("x:n"),
    given("x:n", "y:n"),
    also(given("A:m,n"), least_side),
    given("A:m,n"),
    Formula(also(given("A:m,n"), least_side), HALF_OF_THE_DIGITS),
    given("A:m,n"),
    given("A:m,n", "x:n"),
    given("A:m,n", "B:n,k"),
    given("A:m,n", "B:n,k"),
    of_rank,
    given("A:m,n"),
    given("A:m,n", "Q:orth m", "W:orth n"),
    given("A:m,n", "B:m,n"),
    given("A:n,n"),
)

# E.4 Rank: factors of every rank, in spaces that meet or miss each other


def low(d, rows, columns):
    rank = int(d.rng.integers(1, min(rows, columns) + 1))
    left = np.eye(rows)[:, d.rng.permutation(rows)[:rank]]
    right = np.eye(columns)[d.rng.permutation(columns)[:rank]]
    return d.scale * left @ right


def lows(**shapes):
    def values(d):
        sizes = {"m": d.m, "n": d.n, "k": d.k}
        return sizes | {name: low(d, *(sizes[s] for s in shape)) for name, shape in shapes.items()}

    return values


def between(d, v):
    return {"P": d.inv(d.m), "Q": d.inv(d.n)}


CHECKS |= rows(
    4,
    lows(A="mn"),
    lows(A="mn", B="nk"),
    lows(A="mn", B="nk"),
    lows(A="mn", B="mn"),
    also(lows(A="mn"), between),
    lows(A="mn"),
    lows(A="mn", B="nk", C="km"),
)

# E.5 Kronecker, Hadamard and vec

CHECKS |= rows(
    5,
    given("A:m,n", "B:k,m", "C:n,k", "D:m,n"),
    given("A:m,n", "B:k,m"),
    given("A:inv m", "B:inv n"),
    given("A:m,n", "X:n,k", "B:k,m"),
    given("A:m,m", "X:m,n", "B:n,n"),
    given("A:m,n", "B:m,n"),
    given("u:m", "v:n"),
    given("A:m,m", "B:n,n"),
    given("A:inv m", "B:inv n"),
    lows(A="mn", B="nk"),
    given("A:m,n", "x:m", "y:n"),
    given("A:m,n", "B:m,n", "x:m", "y:n"),
    given("A:psd n", "B:psd n"),
)

# E.6 Block matrices


def corner(v):
    return v["D"] - v["C"] @ np.linalg.solve(v["A"], v["B"])


def complement(d, v):
    return {"S": corner(v), "M": np.block([[v["A"], v["B"]], [v["C"], v["D"]]])}


def definite_blocks(d, v):
    whole = v["M"]
    a, b, c, s = whole[: d.m, : d.m], whole[: d.m, d.m :], whole[d.m :, : d.m], whole[d.m :, d.m :]
    return {"A": a, "B": b, "C": c, "D": s, "S": s - c @ np.linalg.solve(a, b), "y": d.vec(d.n)}


def symmetric_whole(d):
    whole = d.spd(d.m + d.n)
    return {"m": d.m, "n": d.n, "M": whole}


def least_of_form(v):
    x = torch.zeros(v["A"].shape[0], dtype=torch.float64, requires_grad=True)
    whole, y = torch.tensor(v["M"]), torch.tensor(v["y"][:, 0])

    def form(x):
        z = torch.cat([x, y])
        return z @ whole @ z

    hessian = torch.autograd.functional.hessian(form, x)
    slope = torch.autograd.grad(form(x), x)[0]
    return float(form(x - torch.linalg.solve(hessian, slope)))  # one Newton step from 0


def definite_blockwise(d):
    whole = mixed(d, d.m + d.n)
    a, b, s = whole[: d.m, : d.m], whole[: d.m, d.m :], whole[d.m :, d.m :]
    both = definite_by_eigenvalues(a) and definite_by_eigenvalues(s - b.T @ np.linalg.solve(a, b))
    return [("iff", definite_by_eigenvalues(whole), both)]


whole = also(given("A:inv m", "B:m,n", "C:n,m", "D:n,n"), complement)
CHECKS |= rows(
    6,
    whole,
    whole,
    also(given("A:m,m", "B:m,n", "C:n,m", "D:inv n"), complement),
    also(given("A:inv m", "1:B:m,n", "1:C:n,m", "D:inv n"), complement),
    given("A:inv m", "B:m,n", "D:inv n"),
    given("A:n,n", "B:n,n"),
    Claim(
        r"\mathbf{M}\succ\mathbf{0}\Longleftrightarrow\mathbf{A}\succ\mathbf{0}\text{ and }\mathbf{S}\succ\mathbf{0}",
        repeated(definite_blockwise),
    ),
    Formula(
        also(symmetric_whole, definite_blocks),
        left=least_of_form,
        written=r"\min_{\mathbf{x}}\begin{bmatrix}\mathbf{x}\\\mathbf{y}\end{bmatrix}^\top\mathbf{M}"
        r"\begin{bmatrix}\mathbf{x}\\\mathbf{y}\end{bmatrix}",
    ),
)

# E.7 Low-rank updates


CHECKS |= rows(
    7,
    given("A:spd n", "C:inv k", "1:U:n,k", "1:V:k,n"),
    given("A:inv n", "1:u:n", "1:v:n"),
    given("A:inv n", "1:u:n", "1:v:n"),
    given("A:inv n", "C:inv k", "1:U:n,k", "1:V:k,n"),
    also(given("X:m,n"), penalty),
    given("P:spd n", "R:spd k", "1:H:k,n"),
)

# E.8 Projections and orthogonal matrices


def projector(d):
    m, n = max(d.m, d.n), min(d.m, d.n)
    a = d.svd(m, n)
    return {"A": a, "P": a @ np.linalg.solve(a.T @ a, a.T), "b": d.vec(m)}


def tall_isometry(d):
    m, n = max(d.m, d.n), min(d.m, d.n)
    return {"Q": d.orth(m, n), "x": d.vec(n), "y": d.vec(n)}


def reflection(d, v):
    x, y = v["x"], v["y"] * np.linalg.norm(v["x"]) / np.linalg.norm(v["y"])
    away = (x - y) / np.linalg.norm(x - y)
    return {"y": y, "v": x - y, "H": np.eye(d.n) - 2 * np.outer(away, away)}


def cayley(d):
    a = d.at(1.0).mat(d.n, d.n)
    k = a - a.T
    return {"K": k, "Q": np.linalg.solve((np.eye(d.n) + k).T, (np.eye(d.n) - k).T).T}


def centring(d):
    columns = np.eye(d.n)
    return {"n": d.n, "one": np.ones((d.n, 1)), "J": columns - columns.mean(axis=0)}


CHECKS |= rows(
    8,
    projector,
    projector,
    projector,
    projector,
    tall_isometry,
    given("Q:orth n"),
    also(given("x:n", "y:n"), reflection),
    cayley,
    centring,
)
