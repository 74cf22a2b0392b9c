"""How each identity of appendix E is checked: random values that meet its hypotheses, and where its TeX cannot be computed,
what to compare."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import scipy.linalg
import torch

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


CHECKS: dict[str, Formula | Claim] = {}


def rows(section: int, checks):
    CHECKS.update({f"E.{section}.{place}": check for place, check in enumerate(checks, start=1)})


def formulas(section: int, *checks):
    rows(section, [check if isinstance(check, (Formula, Claim)) else Formula(check) for check in checks])


# E.1 Products, transpose and inverse


def product_of_columns_and_rows(d, v):
    return {"a": [c[:, None] for c in v["A"].T], "s": [r[:, None] for r in v["B"]]}


def two_by_two(d):
    return dict(zip("abcd", d.inv(2).ravel()))


def below_one(d):
    a = d.at(1.0).mat(d.n, d.n)
    return {"A": 0.7 * a / np.abs(np.linalg.eigvals(a)).max(), "n": d.n}


formulas(
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
    return {"M": [np.delete(v["A"][1:], j, axis=1) for j in range(d.n)] if d.n > 1 else []}


def cramer(d, v):
    i = int(d.rng.integers(1, d.n + 1))
    replaced = v["A"].copy()
    replaced[:, i - 1] = v["b"][:, 0]
    return {"x": np.linalg.solve(v["A"], v["b"]), "A_i": replaced, "i": i}


def triangle(d):
    return {"n": d.n, "T": np.triu(d.mat(d.n, d.n))}


formulas(
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


def least_side(d, v):
    return {"p": min(v["A"].shape)}


def of_rank(d):
    r = int(d.rng.integers(1, min(d.m, d.n) + 1))
    return {"A": d.svd(d.m, d.n, r), "r": r, "m": d.m, "n": d.n}


formulas(
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


formulas(
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

formulas(
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


def definite_by_eigenvalues(a) -> bool:
    return bool(np.linalg.eigvalsh(a)[0] > 0)


def mixed(d, n):
    """Symmetric, definite in about half of the draws, and never nearly singular."""
    signs = np.where(d.rng.random(n) < 0.5 ** (1 / n), 1, -1)
    q = d.orth(n)
    a = q @ np.diag(d.scale * signs * d.rng.uniform(0.3, 2, size=n)) @ q.T
    return (a + a.T) / 2


def repeated(pairs):
    return lambda d: [pair for _ in range(8) for pair in pairs(d)]


def definite_blockwise(d):
    whole = mixed(d, d.m + d.n)
    a, b, s = whole[: d.m, : d.m], whole[: d.m, d.m :], whole[d.m :, d.m :]
    both = definite_by_eigenvalues(a) and definite_by_eigenvalues(s - b.T @ np.linalg.solve(a, b))
    return [("iff", definite_by_eigenvalues(whole), both)]


whole = also(given("A:inv m", "B:m,n", "C:n,m", "D:n,n"), complement)
formulas(
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


def penalty(d, v):
    return {"lambda": d.scale * d.rng.uniform(0.1, 1)}


formulas(
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


formulas(
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

# E.9 Eigenvalues


def eigenpair(d):
    """Of a matrix that is not symmetric, with known eigenvectors."""
    basis, values = d.at(1.0).inv(d.n), d.rng.uniform(0.5, 2, size=d.n) * d.rng.choice([-1, 1], size=d.n)
    place = int(d.rng.integers(d.n))
    a = basis @ np.diag(values) @ np.linalg.inv(basis)
    return {"A": a, "v": basis[:, [place]], "lambda": values[place], "c": d.num(), "k": int(d.rng.integers(-3, 5))}


def spectrum(d, v):
    values, vectors = np.linalg.eigh(v["A"])
    return {"lambda": list(values), "q": [q[:, None] for q in vectors.T]}


def place_below(d, v):
    return {"i": int(d.rng.integers(1, d.n + 1))}


def two_places(d, v):
    i = int(d.rng.integers(1, d.n + 1))
    return {"i": i, "j": int(d.rng.integers(1, d.n - i + 2))}


def principal_part(d, v):
    j = int(d.rng.integers(d.n))
    part = np.delete(np.delete(v["A"], j, axis=0), j, axis=1)
    return {"B": part, "i": int(d.rng.integers(1, d.n))}


def frame(d, v):
    k = int(d.rng.integers(1, d.n + 1))
    return {"k": k, "Q": d.orth(d.n, k)}


def courant_fischer(d):
    a = d.sym(d.n)
    k = int(d.rng.integers(1, d.n + 1))
    value = np.linalg.eigvalsh(a)[::-1][k - 1]
    best = np.linalg.eigh(a)[1][:, ::-1][:, :k]

    def least(basis):  # on the subspace with this orthonormal basis
        return np.linalg.eigvalsh(basis.T @ a @ basis)[0]

    others = [(r"\ge", value, least(d.orth(d.n, k))) for _ in range(20)]
    return [("=", value, least(best)), *others]


def gershgorin(d):
    a = d.mat(d.n, d.n)
    reach = np.abs(a).sum(axis=1) - np.abs(np.diag(a))
    return [(r"\le", min(np.abs(value - np.diag(a)) - reach), 0.0) for value in np.linalg.eigvals(a)]


symmetric = given("A:sym n", "E:sym n")
formulas(
    9,
    given("A:n,n"),
    eigenpair,
    given("A:n,n", "P:inv n", "t"),
    given("A:m,n", "B:n,m", "1:t"),
    lambda d: {"A": d.mat(2, 2)},
    also(given("A:sym n"), spectrum),
    given("A:sym n", "x:n"),
    Claim(
        r"\lambda_k(\mathbf{A})=\max_{\dim S=k}\ \min_{\mathbf{x}\in S,\,\lVert\mathbf{x}\rVert=1}"
        r"\mathbf{x}^\top\mathbf{A}\mathbf{x}",
        courant_fischer,
    ),
    also(symmetric, place_below),
    also(given("A:sym n", "B:sym n"), two_places),
    also(given("A:sym n"), principal_part),
    also(given("A:sym n"), frame),
    Claim(r"\lvert\lambda-a_{ii}\rvert\le\sum_{j\neq i}\lvert a_{ij}\rvert\text{ for some }i", gershgorin),
    lambda d: {"A": d.at(1.0).mat(d.n, d.n)},
)

# E.10 Singular values and the pseudoinverse


def layers(d, v):
    u, s, vt = np.linalg.svd(v["A"])
    k = int(d.rng.integers(1, len(s))) if len(s) > 1 else 0
    return {
        "u": [c[:, None] for c in u.T],
        "v": [r[:, None] for r in vt],
        "sigma": list(s),
        "p": len(s),
        "k": k,
        "i": int(d.rng.integers(1, len(s) + 1)),
        "A_k": u[:, :k] @ np.diag(s[:k]) @ vt[:k],
    }


def rival(d, v):
    """Another matrix of rank k: not far from the best one, or anywhere."""
    near = d.rng.choice([1e-2, 1.0])
    left, _, right = np.linalg.svd(v["A"])
    left = left[:, : v["k"]] + near * d.rng.normal(size=(d.m, v["k"]))
    return {"B": left @ np.linalg.lstsq(left, v["A"], rcond=None)[0] if near < 1 else left @ d.mat(v["k"], d.n)}


def moved(d, v):
    return {"E": d.mat(d.m, d.n)}


def tall(d):
    return {"A": d.svd(max(d.m, d.n), min(d.m, d.n))}


def wide(d):
    return {"A": d.svd(min(d.m, d.n), max(d.m, d.n))}


layered = also(of_rank, layers)
full_layers = also(given("A:m,n"), layers)
formulas(
    10,
    layered,
    full_layers,
    full_layers,
    full_layers,
    also(full_layers, rival),
    of_rank,
    tall,
    wide,
    layered,
    also(of_rank, penalty),
    also(full_layers, moved),
    given("A:n,n"),
    given("A:n,n", "Q:orth n"),
)

# E.11 Decompositions: the calls of the page, whose factors must also have the form that the page says


def exact(condition) -> np.ndarray:
    """A matrix that spoils the factorization unless the condition holds."""
    return np.eye(1)[0, 0] if condition else np.nan


def by_lu(d):
    a = d.mat(d.n, d.n)
    p, lower, upper = scipy.linalg.lu(a)
    return {"A": a, "P": p, "L": np.tril(lower), "U": np.triu(upper) * exact(np.allclose(np.sort(p.sum(0)), 1))}


def by_cholesky(d):
    a = d.spd(d.n)
    lower = np.linalg.cholesky(a)
    return {"A": a, "L": np.tril(lower) * exact((np.diag(lower) > 0).all())}


def by_ldl(d):
    a = d.sym(d.n)
    lower, middle, order = scipy.linalg.ldl(a)
    small = exact(np.count_nonzero(np.triu(middle, 2)) == 0 and np.allclose(np.triu(lower[order], 1), 0))
    return {"A": a, "L": lower, "D": middle * small}


def by_qr(d):
    a = d.mat(max(d.m, d.n), min(d.m, d.n))
    q, upper = np.linalg.qr(a)
    return {"A": a, "Q": q * exact(np.allclose(q.T @ q, np.eye(q.shape[1]))), "R": np.triu(upper)}


def by_eig(d):
    a = d.mat(d.n, d.n)
    values, vectors = np.linalg.eig(a)
    return {"A": a, "V": vectors, "Lambda": np.diag(values)}


def by_eigh(d):
    a = d.sym(d.n)
    values, vectors = np.linalg.eigh(a)
    return {"A": a, "Q": vectors * exact(np.allclose(vectors.T @ vectors, np.eye(d.n))), "Lambda": np.diag(values)}


def by_svd(d):
    a = d.mat(d.m, d.n)
    u, values, vt = np.linalg.svd(a, full_matrices=False)
    return {"A": a, "U": u, "Sigma": np.diag(values) * exact((np.diff(values) <= 0).all()), "V": vt.T}


def by_schur(d):
    a = d.mat(d.n, d.n)
    middle, z = scipy.linalg.schur(a, "complex")
    right = z @ np.triu(middle) @ z.conj().T
    return [("=", a, right), ("=", np.eye(d.n), z.conj().T @ z)]


def by_polar(d):
    a = d.inv(d.n)
    q, p = scipy.linalg.polar(a)
    return {"A": a, "Q": q * exact(np.allclose(q.T @ q, np.eye(d.n))), "P": p * exact(np.allclose(p @ p, a.T @ a))}


formulas(
    11,
    by_lu,
    by_cholesky,
    by_ldl,
    by_qr,
    by_eig,
    by_eigh,
    by_svd,
    Claim(r"\mathbf{A}=\mathbf{Z}\mathbf{T}\mathbf{Z}^{*}", by_schur),
    by_polar,
)

# E.12 Derivatives: central differences of the left side as the page has it


def chain(d):
    """By torch, for f(y) = log sum exp(y) and g(x) = tanh(Ax) * x_1."""
    a, x = torch.tensor(d.at(1.0).mat(d.m, d.n)), torch.tensor(d.vec(d.n)[:, 0], requires_grad=True)

    def g(x):
        return torch.tanh(a @ x) * x[0]

    whole = torch.autograd.grad(torch.logsumexp(g(x), 0), x)[0]
    y = g(x).detach().requires_grad_()
    outer = torch.autograd.grad(torch.logsumexp(y, 0), y)[0]
    inner = torch.autograd.functional.jacobian(g, x)
    return [("=", whole.numpy(), (inner.T @ outer).numpy())]


def two_directions(d, v):
    return {"d" + name: d.mat(*v[name].shape) for name in ("X", "Y") if name in v}


def probabilities(d, v):
    powers = np.exp(v["z"] - v["z"].max())
    return {"p": powers / powers.sum(), "y": d.rng.dirichlet(np.ones(d.n))[:, None], "one": np.ones((d.n, 1))}


def logistic(d, v):
    z = v["X"] @ v["w"]
    labels = d.rng.integers(0, 2, size=(d.m, 1)).astype(float)
    return {"p": 1 / (1 + np.exp(-z)), "y": labels, "one": np.ones((d.m, 1))}


def tall_x(d, v):
    return {"X": tall(d)["A"]}


def eigenvalue_slope(d):
    q, a_step = d.orth(d.n), d.sym(d.n)
    a = q @ np.diag(d.scale * (np.arange(d.n) + 1.0)) @ q.T
    place, h = int(d.rng.integers(d.n)), 1e-5
    ends = [np.linalg.eigvalsh(a + s * h * a_step)[place] for s in (1, -1)]
    vector = q[:, place]
    return [("=", (ends[0] - ends[1]) / (2 * h), vector @ a_step @ vector)]


classes = also(given("1:z:n"), probabilities)
clicks = also(given("1:X:m,n", "1:w:n"), logistic)
rows(
    12,
    [
        slopes("a:n", "x:n"),
        slopes("A:n,n", "x:n"),
        slopes("A:m,n", "x:n", "b:m"),
        slopes("A:m,n", "x:n", "b:m", "W:sym m"),
        slopes("x:n"),
        slopes("A:m,n", "x:n", "b:m"),
        slopes("x:n"),
        Claim(
            r"\nabla_{\mathbf{x}}(f\circ\mathbf{g})(\mathbf{x})=\left(\frac{\partial\mathbf{g}}{\partial\mathbf{x}}\right)"
            r"^\top(\nabla f)(\mathbf{g}(\mathbf{x}))",
            chain,
        ),
        slopes("A:m,n", "X:n,m"),
        slopes("a:m", "b:n", "X:m,n"),
        slopes("A:m,m", "X:m,n"),
        slopes("A:m,m", "X:m,n", "B:n,n"),
        slopes("X:m,n", "W:k,n", "Y:m,k"),
        slopes("X:inv n"),
        slopes("X:inv n"),
        slopes("X:inv n", "a:n", "b:n"),
        slopes("X:inv n", more=two_directions),
        slopes("X:m,n", "Y:n,k", more=two_directions),
        slopes(more=tall_x),
        slopes("S:spd n", "C:spd n"),
        Formula(classes, CENTRAL_DIFFERENCE),
        Formula(classes, CENTRAL_DIFFERENCE),
        Formula(classes, CENTRAL_DIFFERENCE),
        Formula(clicks, CENTRAL_DIFFERENCE),
        Formula(clicks, CENTRAL_DIFFERENCE),
        Claim(r"\mathrm{d}\lambda=\mathbf{q}^\top(\mathrm{d}\mathbf{A})\mathbf{q}", eigenvalue_slope, CENTRAL_DIFFERENCE),
    ],
)

# E.13 Gaussians: Gauss-Hermite quadrature in every direction, which is exact for quadratics


def points_of(mean, covariance):
    nodes, weights = np.polynomial.hermite_e.hermegauss(3)
    n = len(mean)
    grid = np.array(list(itertools.product(nodes, repeat=n)))
    shares = np.array([np.prod(w) for w in itertools.product(weights / weights.sum(), repeat=n)])
    values, vectors = np.linalg.eigh(covariance)
    return mean[:, 0] + grid @ (vectors * np.sqrt(values)).T, shares


def log_density(points, mean, covariance):
    away = points - mean[:, 0]
    forms = np.einsum("ij,ij->i", away, np.linalg.solve(covariance, away.T).T)
    return -0.5 * (forms + len(mean) * np.log(2 * np.pi) + np.log(np.linalg.eigvalsh(covariance)).sum())


def affine(d):
    a, b, mean, covariance = d.mat(d.m, d.n), d.vec(d.m), d.vec(d.n), d.spd(d.n)
    points, shares = points_of(mean, covariance)
    images = points @ a.T + b[:, 0]
    centre = shares @ images
    spread = (images - centre).T @ ((images - centre) * shares[:, None])
    square, one = d.inv(d.n), points[:3]
    density = log_density(one, mean, covariance) - np.linalg.slogdet(square)[1]  # change of variables
    image = log_density(one @ square.T + b[0], square @ mean + b[0], square @ covariance @ square.T)
    return [("=", centre, (a @ mean + b)[:, 0]), ("=", spread, a @ covariance @ a.T), ("=", density, image)]


def joint(d):
    d.at(1.0)
    s = d.spd(d.m + d.n)
    parts = {"Sigma_11": s[: d.m, : d.m], "Sigma_12": s[: d.m, d.m :]}
    parts |= {"Sigma_21": s[d.m :, : d.m], "Sigma_22": s[d.m :, d.m :]}
    parts["Lambda_11"] = np.linalg.inv(s)[: d.m, : d.m]
    return {"Sigma": s, "x": d.vec(d.m), "y": d.vec(d.n), "a": d.vec(d.m), "b": d.vec(d.n)} | parts


def fused(d, v):
    return {"C": np.linalg.inv(np.linalg.inv(v["A"]) + np.linalg.inv(v["B"]))}


def seen(d, v):
    weight = v["A"].T @ np.linalg.solve(v["R"], v["A"])
    return {"C": np.linalg.inv(np.linalg.inv(v["Sigma"]) + weight)}


def expected_form(v):
    points, shares = points_of(v["mu"], v["Sigma"])
    return shares @ np.einsum("ij,jk,ik->i", points, v["A"], points)


def entropy(v):
    points, shares = points_of(v["mu"], v["Sigma"])
    return -shares @ log_density(points, v["mu"], v["Sigma"])


def divergence(v):
    points, shares = points_of(v["a"], v["A"])
    return shares @ (log_density(points, v["a"], v["A"]) - log_density(points, v["b"], v["B"]))


def lower(d, v):
    return {"L": np.linalg.cholesky(v["Sigma"])}


formulas(
    13,
    Claim(
        r"\mathbf{A}\mathbf{x}+\mathbf{b}\sim\mathcal{N}(\mathbf{A}\boldsymbol{\mu}+\mathbf{b},"
        r"\mathbf{A}\boldsymbol{\Sigma}\mathbf{A}^\top)",
        affine,
    ),
    joint,
    joint,
    also(given("1:A:spd n", "1:B:spd n", "1:a:n", "1:b:n", "1:x:n"), fused),
    also(given("1:A:m,n", "1:R:spd m", "1:Sigma:spd n", "1:mu:n", "1:x:n", "1:y:m"), seen),
    Formula(
        given("A:n,n", "Sigma:spd n", "mu:n"), left=expected_form, written=r"\mathbb{E}[\mathbf{x}^\top\mathbf{A}\mathbf{x}]"
    ),
    Formula(given("Sigma:spd n", "mu:n"), left=entropy, written=r"h(\mathbf{x})"),
    Formula(
        given("A:spd n", "B:spd n", "a:n", "b:n"),
        left=divergence,
        written=r"D_{\mathrm{KL}}(\mathcal{N}(\mathbf{a},\mathbf{A})\,\Vert\,\mathcal{N}(\mathbf{b},\mathbf{B}))",
    ),
    also(given("1:x:n", "1:mu:n", "1:Sigma:spd n"), lower),
)

# E.14 Tests for positive definiteness


def by_form(a) -> bool:
    """The definition: the least value of the form on the unit sphere, at the critical points."""
    vectors = np.linalg.eigh(a)[1]
    return all(q @ a @ q > 0 for q in vectors.T)


def succeeds(a) -> bool:
    try:
        factor = np.linalg.cholesky(a)
    except np.linalg.LinAlgError:
        return False
    return bool(np.allclose(factor @ factor.T, a, rtol=1e-9, atol=0.0) and (np.diag(factor) > 0).all())


def leading_minors(a) -> bool:
    return all(np.linalg.det(a[:k, :k]) > 0 for k in range(1, len(a) + 1))


def pivots(a) -> bool:
    """Elimination without exchanges: definite exactly when every pivot is positive."""
    a = a.copy()
    for i in range(len(a)):
        if a[i, i] <= 0:
            return False
        a[i + 1 :] -= np.outer(a[i + 1 :, i] / a[i, i], a[i])
    return True


def is_gram(a) -> bool:
    """Some B with independent columns has B'B = a exactly when the root of the clipped spectrum gives it."""
    values, vectors = np.linalg.eigh(a)
    b = np.diag(np.sqrt(np.maximum(values, 0))) @ vectors.T
    return bool(np.allclose(b.T @ b, a, atol=1e-9 * np.abs(a).max()) and np.linalg.matrix_rank(b) == len(a))


def same_verdict(test, other=pivots):
    def pairs(d):
        a = mixed(d, d.n)
        return [("iff", other(a), test(a))]

    return repeated(pairs)


def dominant(d):
    a = d.sym(d.n)
    np.fill_diagonal(a, 0)
    np.fill_diagonal(a, np.abs(a).sum(axis=1) * (1 + 1e-3 * d.rng.random(d.n)))
    return {"A": a}


def new_features(d):
    m, n = max(d.m, d.n), min(d.m, d.n)
    return {"A": d.spd(m), "C": d.svd(m, n)}


def larger(d, v):
    return {"A": v["B"] + d.psd(d.n)}


def two_places_of(d, v):
    i, j = d.rng.choice(d.n, size=2, replace=False) + 1
    return {"i": int(i), "j": int(j)}


definite = r"\mathbf{A}\succ\mathbf{0}\Longleftrightarrow"
formulas(
    14,
    Claim(definite + r"\lambda_{\min}(\mathbf{A})>0", same_verdict(definite_by_eigenvalues)),
    Claim(definite + r"\mathbf{A}=\mathbf{L}\mathbf{L}^\top\text{ with }l_{ii}>0", same_verdict(succeeds, by_form)),
    Claim(definite + r"\det\mathbf{A}_{[k]}>0\text{ for }k=1,\dots,n", same_verdict(leading_minors, by_form)),
    Claim(
        definite + r"\mathbf{A}=\mathbf{B}^\top\mathbf{B}\text{ with independent columns of }\mathbf{B}", same_verdict(is_gram)
    ),
    given("B:m,n"),
    new_features,
    dominant,
    also(given("A:psd n"), two_places_of),
    also(given("B:spd n"), larger),
)

# E.15 Conditioning and perturbation


def solved(d, v):
    x = np.linalg.solve(v["A"], v["b"])
    change = 1e-2 * d.vec(d.n)
    near = np.linalg.solve(v["A"], v["b"] + change)
    return {"x": x, "tilde b": v["b"] + change, "tilde x": near}


def solved_near(d, v):
    e = 1e-2 * d.mat(d.n, d.n)
    return {"E": e, "x": np.linalg.solve(v["A"], v["b"]), "tilde x": np.linalg.solve(v["A"] + e, v["b"])}


def made_singular(d, v):
    """By the least change, or by another that sends some unit vector to 0."""
    u, s, vt = np.linalg.svd(v["A"])
    if d.rng.random() < 0.5:
        return {"E": -s[-1] * np.outer(u[:, -1], vt[-1])}
    x = d.orth(d.n, 1)
    return {"E": -v["A"] @ x @ x.T}


def small_change(d, v):
    e = d.mat(d.n, d.n)
    return {"E": e * d.rng.uniform(0.01, 0.9) / np.linalg.norm(e, 2) / np.linalg.norm(np.linalg.inv(v["A"]), 2)}


def bauer_fike(d):
    basis, values = d.at(1.0).inv(d.n), d.rng.normal(size=d.n)
    a, e = basis @ np.diag(values) @ np.linalg.inv(basis), 0.1 * d.mat(d.n, d.n)
    mu = np.linalg.eigvals(a + e)[int(d.rng.integers(d.n))]
    return {"n": d.n, "lambda": list(values), "mu": mu, "V": basis, "E": e}


def approximate_pair(d, v):
    vector = np.linalg.eigh(v["A"])[1][:, [0]] + 0.3 * d.rng.normal(size=(d.n, 1))
    vector /= np.linalg.norm(vector)
    mu = float((vector.T @ v["A"] @ vector)[0, 0]) + 0.1 * d.num()
    return {"v": vector, "mu": mu, "lambda": list(np.linalg.eigvalsh(v["A"]))}


def ridged(d, v):
    return {"lambda": d.scale**2 * d.rng.uniform(0.1, 1), "n": v["A"].shape[1]}


system = given("A:inv n", "b:n")
formulas(
    15,
    given("A:inv n"),
    also(system, solved),
    also(system, solved_near),
    tall,
    also(tall, ridged),
    also(given("A:inv n"), made_singular),
    also(given("A:inv n"), small_change),
    bauer_fike,
    also(given("A:sym n"), approximate_pair),
    symmetric,
)

# E.16 Inequalities


def columns_of(d, v):
    return {"a": [c[:, None] for c in v["A"].T]}


def weight(d, v):
    return {"t": float(d.rng.uniform(0, 1))}


formulas(
    16,
    given("A:psd n", "x:n", "y:n"),
    also(given("A:m,n", "B:m,n"), least_side),
    also(given("A:n,n"), columns_of),
    given("A:spd n"),
    given("A:spd n"),
    also(given("A:spd n", "B:spd n"), weight),
    given("A:spd n", "x:n"),
    given("A:psd n", "B:psd n"),
    given("A:spd n", "B:psd n"),
)


def draws(ident: str):
    """The draws of one identity: every size at every scale, from seeds of its own."""
    own = [int(part) for part in ident.split(".")[1:]]
    for seed, (sizes, scale) in enumerate(itertools.product(SIZES, SCALES)):
        yield Draw(own[0] * 10000 + own[1] * 100 + seed, sizes, scale)
