"""Checks of the sections 14 to 16 of appendix E: definiteness, perturbation, inequalities."""

import numpy as np

from cookbook_draws import Claim, Formula, also, definite_by_eigenvalues, given, least_side, mixed, repeated, rows, tall

CHECKS: dict[str, Claim | Formula] = {}

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
CHECKS |= rows(
    14,
    Claim(definite + r"\lambda_{\min}(\mathbf{A})>0", same_verdict(definite_by_eigenvalues)),
    Claim(definite + r"\mathbf{A}=\mathbf{L}\mathbf{L}^\top", same_verdict(succeeds, by_form)),
    Claim(definite + r"\det\mathbf{A}_{[k]}>0", same_verdict(leading_minors, by_form)),
    Claim(definite + r"\mathbf{A}=\mathbf{B}^\top\mathbf{B}", same_verdict(is_gram)),
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
CHECKS |= rows(
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
    given("A:sym n", "E:sym n"),
)

# E.16 Inequalities


def columns_of(d, v):
    return {"a": [c[:, None] for c in v["A"].T]}


def weight(d, v):
    return {"t": float(d.rng.uniform(0, 1))}


CHECKS |= rows(
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
