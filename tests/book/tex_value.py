"""Reads the TeX of a matrix identity and computes its sides: statements(r"(\\mathbf{A}\\mathbf{B})^\\top=...") gives functions
of the values of the names. A column is an array of shape (n, 1), and a product of shape (1, 1) is a number.

A name is written without its boldness and with its index, "A", "Sigma_11", "tilde x"; the vector of ones is "one". Another
index picks an entry, counted from 1, of a list, a vector or a matrix (of "A" for a_{ij})."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce

import numpy as np
import scipy.linalg

Value = Callable[[dict], object]
RELATIONS = ("=", r"\le", r"\ge", r"\succeq", r"\preceq", r"\succ")
NOT_SEEN = (r"\,", r"\;", r"\!", r"\ ", r"\bigl", r"\bigr", r"\left", r"\right")
ENDS = (*RELATIONS, "+", "-", ",", ";", ")", "}", "]", "&", r"\\", r"\rVert", r"\rvert", r"\end", r"\quad", r"\odot", r"\otimes", "")
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


class Reader:
    def __init__(self, tex: str):
        tex = re.sub(r"\\t?frac(\d)(\d)", r"\\frac{\1}{\2}", tex).replace(r"\tfrac", r"\frac")
        tokens = re.findall(r"\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|\S", tex)
        self.tokens = [t for t in tokens if t not in NOT_SEEN]
        self.place = 0

    @property
    def next(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def take(self, expected: str = "") -> str:
        token = self.next
        if not token or (expected and token != expected):
            raise TexError(f"{token or 'the end'} where {expected or 'more'} is expected")
        self.place += 1
        return token

    def taken(self, token: str) -> bool:
        found = self.next == token
        self.place += found
        return found

    def argument(self) -> list[str]:
        """The tokens of a {group}, or the next one."""
        if not self.taken("{"):
            return [self.take()]
        depth, found = 1, []
        while True:
            token = self.take()
            depth += (token == "{") - (token == "}")
            if not depth:
                return found
            found.append(token)

    def inner(self, tokens: list[str]) -> Value:
        reader = Reader("")
        reader.tokens = tokens
        value = reader.sum()
        if reader.next:
            raise TexError(f"{reader.next} is left over")
        return value

    def statements(self) -> list[tuple[str, Value, Value]]:
        found = []
        while self.next:
            left = self.sum()
            if self.next not in RELATIONS:
                raise TexError(f"{self.next or 'the end'} where a relation is expected")
            while self.next in RELATIONS:
                relation, right = self.take(), self.sum()
                found.append((relation, left, right))
                left = right
            while self.next in (",", r"\quad"):
                self.take()
        return found

    def sum(self) -> Value:
        total = self.product(-1.0 if self.taken("-") else 1.0)
        while self.next in ("+", "-"):
            sign = -1.0 if self.take() == "-" else 1.0
            total = (lambda a, b: lambda env: plus(a(env), b(env)))(total, self.product(sign))
        return total

    def product(self, sign: float) -> Value:
        """Hadamard and Kronecker products, which bind less than a plain one."""
        total = self.term()
        while self.next in (r"\odot", r"\otimes"):
            entrywise = self.take() == r"\odot"
            total = (lambda a, b, f: lambda env: f(a(env), b(env)))(total, self.term(), hadamard if entrywise else np.kron)
        return total if sign > 0 else lambda env: times(-1.0, total(env))

    def term(self) -> Value:
        factors = [self.factor()]
        while self.next not in ENDS:
            if self.taken("/"):
                factors.append((lambda f: lambda env: 1 / f(env))(self.factor()))
            else:
                factors.append(self.factor())
        return lambda env: reduce(times, (factor(env) for factor in factors))

    def factor(self) -> Value:
        value = self.primary()
        while self.taken("^"):
            exponent = self.argument()
            text = "".join(exponent)
            if text in (r"\top", "*"):
                value = (lambda v: lambda env: transpose(v(env)))(value)
            elif text == r"-\top":
                value = (lambda v: lambda env: np.linalg.inv(v(env)).T)(value)
            elif text == "+":
                value = (lambda v: lambda env: np.linalg.pinv(v(env), rcond=1e-9))(value)
            else:
                value = (lambda v, e: lambda env: power(v(env), e(env)))(value, self.inner(exponent))
        return value

    def group(self, closing: str) -> list[Value]:
        parts = [self.sum()]
        while self.next in (",", ";"):
            self.take()
            parts.append(self.sum())
        self.take(closing)
        return parts

    def primary(self) -> Value:
        token = self.take()
        if token in ("(", "["):
            return self.group({"(": ")", "[": "]"}[token])[0]
        if token == "{":
            return self.group("}")[0]
        if token[0].isdigit():
            return lambda env: float(token)
        if token == r"\lVert":
            inside = self.group(r"\rVert")[0]
            index = "".join(self.argument()) if self.taken("_") else ""
            return lambda env: norm(inside(env), index)
        if token == r"\lvert":
            inside = self.group(r"\rvert")[0]
            return lambda env: abs(inside(env))
        if token == r"\sqrt":
            inside = self.inner(self.argument())
            return lambda env: np.sqrt(inside(env))
        if token == r"\frac":
            return self.fraction()
        if token == r"\begin":
            return self.matrix()
        if token in (r"\sum", r"\prod", r"\max", r"\min") and self.next == "_":
            return self.loop(token)
        if token == r"\nabla":
            self.take("_")
            variable = self.name_of(self.argument())
            return gradient(self.term(), variable)
        if token == r"\mathrm" and "".join(self.argument()) == "d":
            return differential(self.primary())
        return self.named(token)

    def fraction(self) -> Value:
        above, below = self.argument(), self.argument()
        if above[0] == r"\partial":
            return jacobian(self.inner(above[1:]), self.name_of(below[1:]))
        a, b = self.inner(above), self.inner(below)
        return lambda env: times(a(env), 1 / b(env))

    def matrix(self) -> Value:
        self.argument()
        rows = [[self.sum()]]
        while self.next != r"\end":
            if self.take() == "&":
                rows[-1].append(self.sum())
            else:
                rows.append([self.sum()])
        self.take()
        self.argument()
        return lambda env: blocks([[b(env) for b in row] for row in rows])

    def loop(self, token: str) -> Value:
        self.take("_")
        below = self.argument()
        if "=" in below:
            index, first = below[0], self.inner(below[2:])
            self.take("^")
            last = self.inner(self.argument())
        else:  # 1 \le j \le n
            index, first, last = below[2], self.inner(below[:1]), self.inner(below[4:])
        body = self.term()
        join = {r"\sum": plus, r"\prod": times, r"\max": max, r"\min": min}[token]

        def value(env):
            places = range(int(first(env)), int(last(env)) + 1)
            values = [body(env | {index: place}) for place in places]
            return reduce(join, values) if values else float(token == r"\prod")

        return value

    def name_of(self, tokens: list[str]) -> str:
        reader = Reader("")
        reader.tokens = tokens
        return reader.base(reader.take())

    def base(self, token: str) -> str:
        if token in (r"\mathbf", r"\boldsymbol", r"\operatorname", r"\mathcal"):
            inside = "".join(self.argument()).lstrip("\\")
            return {"1": "one", "0": "zero"}.get(inside, inside)
        if token == r"\tilde":
            return "tilde " + self.name_of(self.argument())
        if re.fullmatch(r"\\?[A-Za-z]+", token):
            return token.lstrip("\\")
        raise TexError(f"{token} has no meaning here")

    def named(self, token: str) -> Value:
        name = self.base(token)
        index = self.argument() if self.taken("_") else []
        longer = f"{name}_{''.join(index)}".replace("\\", "") if index else name
        function = FUNCTIONS.get(longer)
        if function and (name not in ("sigma", "rho", "N") or self.next == "("):
            arguments = self.group(")") if self.taken("(") else [self.factor()]
            return lambda env: function(*(argument(env) for argument in arguments))
        if name in LISTS and index and self.taken("("):
            argument, place = self.group(")")[0], self.inner(index)
            return lambda env: LISTS[name](argument(env))[int(place(env)) - 1]
        return self.value_of(name, longer, index)

    def value_of(self, name: str, longer: str, index: list[str]) -> Value:
        def places(env):
            if all(re.fullmatch(r"[a-z]|\d", token) for token in index):
                return [int(env[token] if token in env else token) - 1 for token in index]
            return [int(self.inner(index)(env)) - 1]

        def value(env):
            if longer in env:
                return env[longer]
            if name == "I":
                return np.eye(env[index[0]]) if index else Identity()
            if name == "zero":
                return 0.0
            if name in CONSTANTS and not index:
                return CONSTANTS[name]
            found = env.get(name, env.get(name.upper()))
            if found is None or not index:
                raise TexError(f"{longer} has no value")
            at = places(env)
            if isinstance(found, list):
                return found[at[0]]
            return found[at[0], at[1]] if len(at) == 2 else np.ravel(found)[at[0]]

        return value


def hadamard(a, b):
    if np.shape(a) != np.shape(b):
        raise TexError(f"entry by entry, {np.shape(a)} and {np.shape(b)}")
    return a * b


def transpose(value):
    return value if isinstance(value, Identity) or number(value) else value.T


def statements(tex: str) -> list[tuple[str, Value, Value]]:
    """Each relation of the formula with its two sides, a chain a = b = c as two."""
    return Reader(tex).statements()
