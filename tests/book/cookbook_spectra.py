"""Checks of the sections 9 to 11 of appendix E: eigenvalues, singular values, decompositions."""

import numpy as np
import scipy.linalg

from cookbook_draws import Claim, Formula, HALF_OF_THE_DIGITS, also, given, of_rank, penalty, rows, tall

CHECKS: dict[str, Claim | Formula] = {}

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


def spectrum_from_zero(d, v):
    found = spectrum(d, v)
    return found | {"lambda": [max(value, 0.0) for value in found["lambda"]]}


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
CHECKS |= rows(
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
    Formula(also(given("A:psd n"), spectrum_from_zero), HALF_OF_THE_DIGITS),
)

# E.10 Singular values and the pseudoinverse


def layers(d, v):
    u, s, vt = np.linalg.svd(v["A"])
    k = int(d.rng.integers(1, len(s)))
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


def wide(d):
    return {"A": d.svd(min(d.m, d.n), max(d.m, d.n))}


layered = also(of_rank, layers)
full_layers = also(given("A:m,n"), layers)
CHECKS |= rows(
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


def exact(condition) -> float:
    """A factor that spoils the factorization unless the condition holds."""
    return 1.0 if condition else np.nan


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


CHECKS |= rows(
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
