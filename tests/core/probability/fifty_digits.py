"""Prints fifty_digits.json: distributions at a point, computed by mpmath with 50 digits from their definitions.

A row is a family, its parameters, x, the logarithm of the density, P(X <= x) and P(X > x), 0 below 1e-300.
"""

import json

from mpmath import erfc, exp, expm1, fsum, log, log1p, loggamma, mp, mpf, pi, sqrt

mp.dps = 50


def series(first, ratio):
    """first (1 + ratio(1) + ratio(1) ratio(2) + ...), and 1 minus it, which keeps 50 digits above 1e-300."""
    total, term, n = mpf(1), mpf(1), 1
    while True:
        factor = ratio(n)
        term *= factor
        total += term
        if factor < 1 and term / (1 - factor) < total * mp.eps:
            return first * total, 1 - first * total
        n += 1


def regularized_gamma(a, x):
    with mp.workdps(360):
        return series(exp(a * log(x) - x - loggamma(a + 1)), lambda n: x / (a + n))


def regularized_beta(a, b, x, y):
    if x > y:
        return regularized_beta(b, a, y, x)[::-1]
    with mp.workdps(360):
        first = exp(a * log(x) + b * log(1 - x) + loggamma(a + b) - loggamma(a + 1) - loggamma(b))
        return series(first, lambda n: (a + b + n - 1) / (a + n) * x)


def log_binomial(n, k):
    return loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1)


def sums(log_mass, least, k, most):
    return fsum(exp(log_mass(j)) for j in range(least, k + 1)), fsum(exp(log_mass(j)) for j in range(k + 1, most + 1))


def summed(log_mass, least, k, most):
    return (log_mass(k), *sums(log_mass, least, int(k), int(most)))


def binomial_law(n, p, k):
    return summed(lambda j: log_binomial(n, j) + j * log(p) + (n - j) * log1p(-p), 0, k, n)


def poisson(m, k):
    lower, upper = regularized_gamma(k + 1, m)
    return k * log(m) - m - loggamma(k + 1), upper, lower


def negative_binomial(r, p, k):
    log_mass = loggamma(k + r) - loggamma(k + 1) - loggamma(r) + r * log(p) + k * log1p(-p)
    return (log_mass, *regularized_beta(r, k + 1, p, 1 - p))


def hypergeometric(N, K, n, k):
    return summed(lambda j: log_binomial(K, j) + log_binomial(N - K, n - j) - log_binomial(N, n),
                  int(max(0, n + K - N)), k, min(n, K))


def normal(m, s, x):
    z = (x - m) / s
    return -z * z / 2 - log(s * sqrt(2 * pi)), erfc(-z / sqrt(mpf(2))) / 2, erfc(z / sqrt(mpf(2))) / 2


def gamma_law(a, b, x):
    return (a * log(b) + (a - 1) * log(x) - b * x - loggamma(a), *regularized_gamma(a, b * x))


def beta_law(a, b, x):
    return (loggamma(a + b) - loggamma(a) - loggamma(b) + (a - 1) * log(x) + (b - 1) * log1p(-x),
            *regularized_beta(a, b, x, 1 - x))


def student(n, m, s, x):
    z = (x - m) / s
    density = (loggamma((n + 1) / 2) - loggamma(n / 2) - log(n * pi) / 2 - (n + 1) / 2 * log1p(z * z / n) - log(s))
    square = z * z / n
    tail = regularized_beta(n / 2, mpf(1) / 2, 1 / (1 + square), square / (1 + square))[0] / 2
    return (density, 1 - tail, tail) if z > 0 else (density, tail, 1 - tail)


def fisher(m, n, x):
    u, v = m * x / (m * x + n), n / (m * x + n)
    return (m / 2 * log(u) + n / 2 * log(v) - log(x) + loggamma((m + n) / 2) - loggamma(m / 2) - loggamma(n / 2),
            *regularized_beta(m / 2, n / 2, u, v))


def gumbel(m, s, x):
    z = (x - m) / s
    return -z - exp(-z) - log(s), exp(-exp(-z)), -expm1(-exp(-z))


ROWS = [
    ("binomial", binomial_law, (20, 0.3), (0, 6, 19)),
    ("binomial", binomial_law, (2000, 0.01), (1, 20, 60, 200)),
    ("binomial", binomial_law, (2000, 0.5), (700, 1000, 1300)),
    ("negative binomial", negative_binomial, (0.3, 0.1), (0, 3, 200)),
    ("negative binomial", negative_binomial, (1000, 0.9), (50, 111, 200)),
    ("Poisson", poisson, (0.01,), (0, 1, 40)),
    ("Poisson", poisson, (1e4,), (9000, 10000, 11500)),
    ("Poisson", poisson, (1e6,), (980000, 1000100, 1030000)),
    ("hypergeometric", hypergeometric, (50, 20, 10), (0, 4, 9)),
    ("hypergeometric", hypergeometric, (100000, 500, 2000), (1, 10, 60)),
    ("normal", normal, (0, 1), (-37, -8.123, -0.3, 1e-12, 0.7, 9.87, 36.5)),
    ("normal", normal, (5, 0.01), (4.75, 5.003)),
    ("gamma", gamma_law, (1e-3, 2), (1e-200, 1e-3, 5)),
    ("gamma", gamma_law, (0.9, 1), (1e-100, 0.1, 1.2, 50)),
    ("gamma", gamma_law, (3, 1), (1e-60, 2, 3.9, 4.1, 200)),
    ("gamma", gamma_law, (1e4, 5), (1700, 1990, 2000.5, 2100, 2400)),
    ("gamma", gamma_law, (1e6, 1), (990000, 1000001, 1004000)),
    ("beta", beta_law, (2, 5), (1e-100, 0.2, 0.5, 0.999)),
    ("beta", beta_law, (0.01, 3), (1e-100, 1e-3, 0.5)),
    ("beta", beta_law, (0.5, 0.5), (1e-9, 0.4, 0.75)),
    ("beta", beta_law, (100, 1000), (0.01, 0.09, 0.1, 0.3)),
    ("beta", beta_law, (5000, 7000), (0.35, 0.4166, 0.43)),
    ("Student t", student, (1, 0, 1), (-1e60, -3, 0.25, 1e9)),
    ("Student t", student, (3, 1, 2), (-1e20, -2, 5.5, 1e30)),
    ("Student t", student, (30, 0, 1), (-200, -0.7, 2.5)),
    ("Student t", student, (1000, 0, 1), (-20, 0.01, 6)),
    ("F", fisher, (5, 12), (1e-30, 0.9, 20, 1e12)),
    ("F", fisher, (0.5, 9), (1e-20, 0.5, 1e6)),
    ("F", fisher, (100, 200), (0.1, 1.01, 3)),
    ("Gumbel", gumbel, (0, 1), (-6, -0.5, 2, 300)),
]


def row(family, law, parameters, x):
    values = [float(v) if abs(v) > mpf("1e-300") else 0 for v in law(*map(mpf, parameters), mpf(x))]
    return json.dumps([family, parameters, x, *values])


print("[" + ",\n".join(row(family, law, parameters, x) for family, law, parameters, xs in ROWS for x in xs) + "]")
