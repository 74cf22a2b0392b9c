"""Checks of the sections 12 and 13 of appendix E: derivatives and Gaussians."""

import itertools

import numpy as np
import torch

from cookbook_draws import CENTRAL_DIFFERENCE, Claim, Formula, also, given, rows, slopes, tall

CHECKS: dict[str, Claim | Formula] = {}

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


def singular_slope(d):
    a_step, values = d.mat(d.m, d.n), d.scale * (np.arange(min(d.m, d.n)) + 1.0)
    left, right = d.orth(d.m, len(values)), d.orth(d.n, len(values))
    a = left @ np.diag(values) @ right.T
    place, h = int(d.rng.integers(len(values))), 1e-5
    ends = [np.linalg.svd(a + s * h * a_step, compute_uv=False)[::-1][place] for s in (1, -1)]
    return [("=", (ends[0] - ends[1]) / (2 * h), left[:, place] @ a_step @ right[:, place])]


def known(d, v):
    return {"M": (d.rng.random((d.m, d.n)) < 0.6).astype(float)}


def layer(d):
    """By torch, for f(y) = log sum exp(y): the gradient in W."""
    d.at(1.0)
    w, b, x = (torch.tensor(a) for a in (d.mat(d.m, d.n), d.vec(d.m)[:, 0], d.vec(d.n)[:, 0]))
    y = (w @ x + b).requires_grad_()
    outer = torch.autograd.grad(torch.logsumexp(y, 0), y)[0]
    slope = torch.autograd.functional.jacobian(lambda w: torch.logsumexp(w @ x + b, 0), w)
    return [("=", slope.numpy(), np.outer(outer.numpy(), x.numpy()))]


def curved(d):
    """By torch, for f(y) = log sum exp(y), whose Hessian is that of the softmax."""
    d.at(1.0)
    a, b, x = (torch.tensor(v) for v in (d.mat(d.m, d.n), d.vec(d.m)[:, 0], d.vec(d.n)[:, 0]))
    whole = torch.autograd.functional.hessian(lambda x: torch.logsumexp(a @ x + b, 0), x)
    p = torch.softmax(a @ x + b, 0)
    return [("=", whole.numpy(), (a.T @ (torch.diag(p) - torch.outer(p, p)) @ a).numpy())]


classes = also(given("1:z:n"), probabilities)
clicks = also(given("1:X:m,n", "1:w:n"), logistic)
CHECKS |= rows(
    12,
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
    Claim(r"\mathrm{d}\sigma=\mathbf{u}^\top(\mathrm{d}\mathbf{A})\mathbf{v}", singular_slope, CENTRAL_DIFFERENCE),
    slopes("X:m,n"),
    slopes("P:m,k", "Q:n,k", "R:m,n", more=known),
    Claim(
        r"\nabla_{\mathbf{W}}\,f(\mathbf{W}\mathbf{x}+\mathbf{b})"
        r"=(\nabla f)(\mathbf{W}\mathbf{x}+\mathbf{b})\,\mathbf{x}^\top",
        layer,
    ),
    Claim(
        r"\nabla_{\mathbf{x}}^2\,f(\mathbf{A}\mathbf{x}+\mathbf{b})"
        r"=\mathbf{A}^\top(\nabla^2f)(\mathbf{A}\mathbf{x}+\mathbf{b})\,\mathbf{A}",
        curved,
    ),
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


CHECKS |= rows(
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
        given("A:n,n", "Sigma:spd n", "mu:n"),
        left=expected_form,
        written=r"\mathbb{E}[\mathbf{x}^\top\mathbf{A}\mathbf{x}]",
    ),
    Formula(given("Sigma:spd n", "mu:n"), left=entropy, written=r"h(\mathbf{x})"),
    Formula(
        given("A:spd n", "B:spd n", "a:n", "b:n"),
        left=divergence,
        written=r"D_{\mathrm{KL}}(\mathcal{N}(\mathbf{a},\mathbf{A})\,\Vert\,\mathcal{N}(\mathbf{b},\mathbf{B}))",
    ),
    also(given("1:x:n", "1:mu:n", "1:Sigma:spd n"), lower),
)
