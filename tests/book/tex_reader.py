"""Reads the TeX of a matrix identity: statements(tex) gives its two sides as functions of the values of the names.

A name is written without its boldness and with its index, "A", "Sigma_11", "tilde x"; the vector of ones is "one".
Another index picks an entry, counted from 1, of a list, a vector or a matrix (of "A" for a_{ij})."""

from __future__ import annotations

import re
from functools import reduce

import numpy as np

from tex_value import (
    CONSTANTS, FUNCTIONS, Identity, LISTS, TexError, Value, blocks, differential, gradient, hadamard,
    jacobian, norm, plus, power, times, transpose,
)

RELATIONS = ("=", r"\le", r"\ge", r"\succeq", r"\preceq", r"\succ")
NOT_SEEN = (r"\,", r"\;", r"\!", r"\ ", r"\bigl", r"\bigr", r"\left", r"\right")
CLOSING = (")", "}", "]", r"\rVert", r"\rvert", r"\end", "")
ENDS = (*RELATIONS, *CLOSING, "+", "-", r"\odot", r"\otimes", ",", ";", "&", r"\\", r"\quad")


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
            joined = hadamard if self.take() == r"\odot" else np.kron
            total = (lambda a, b, f: lambda env: f(a(env), b(env)))(total, self.term(), joined)
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


def statements(tex: str) -> list[tuple[str, Value, Value]]:
    """Each relation of the formula with its two sides, a chain a = b = c as two."""
    return Reader(tex).statements()
