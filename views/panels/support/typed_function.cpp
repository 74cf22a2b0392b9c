#include "views/panels/support/typed_function.h"

#include "core/algebra/expression_text.h"

#include <algorithm>
#include <array>

namespace eigenboard::panels::python {

namespace {

using eigenboard::algebra::Operation;

/// A function of one variable with its first two derivatives, v being where it is taken.
struct Rule {
  Operation operation;
  const char* name; ///< the method by which NumPy asks an object for it
  const char* value;
  const char* slope;
  const char* bend;
};

constexpr std::array<Rule, 15> rules = {{
    {Operation::SquareRoot, "sqrt", "np.sqrt(v)", "0.5 / np.sqrt(v)", "-0.25 / (v * np.sqrt(v))"},
    {Operation::Exponential, "exp", "np.exp(v)", "np.exp(v)", "np.exp(v)"},
    {Operation::Logarithm, "log", "np.log(v)", "1 / v", "-1 / (v * v)"},
    {Operation::Logarithm2, "log2", "np.log2(v)", "1 / (v * np.log(2))", "-1 / (v * v * np.log(2))"},
    {Operation::Logarithm10, "log10", "np.log10(v)", "1 / (v * np.log(10))", "-1 / (v * v * np.log(10))"},
    {Operation::Sine, "sin", "np.sin(v)", "np.cos(v)", "-np.sin(v)"},
    {Operation::Cosine, "cos", "np.cos(v)", "-np.sin(v)", "-np.cos(v)"},
    {Operation::Tangent, "tan", "np.tan(v)", "1 + np.tan(v)**2", "2 * np.tan(v) * (1 + np.tan(v)**2)"},
    {Operation::ArcSine, "arcsin", "np.arcsin(v)", "(1 - v * v)**-0.5", "v * (1 - v * v)**-1.5"},
    {Operation::ArcCosine, "arccos", "np.arccos(v)", "-((1 - v * v)**-0.5)", "-v * (1 - v * v)**-1.5"},
    {Operation::ArcTangent, "arctan", "np.arctan(v)", "1 / (1 + v * v)", "-2 * v / (1 + v * v)**2"},
    {Operation::HyperbolicSine, "sinh", "np.sinh(v)", "np.cosh(v)", "np.sinh(v)"},
    {Operation::HyperbolicCosine, "cosh", "np.cosh(v)", "np.sinh(v)", "np.cosh(v)"},
    {Operation::HyperbolicTangent, "tanh", "np.tanh(v)", "np.cosh(v) ** -2.0",
     "-2 * np.tanh(v) * np.cosh(v) ** -2.0"},
    {Operation::Absolute, "__abs__", "abs(v)", "v / abs(v)", "0 / v"},
}};

/// One method for each function that the expression names.
QString methodsFor(const eigenboard::algebra::Expression& expression) {
  QString code;
  for (const Rule& rule : rules) {
    const bool isNamed = std::any_of(expression.program.begin(), expression.program.end(),
                                     [&rule](const eigenboard::algebra::Instruction& instruction) {
                                       return instruction.operation == rule.operation;
                                     });
    if (isNamed)
      code += QStringLiteral(R"(
    def %1(self):
        v = self.value
        return self.chain(%2, %3, %4)
)")
                  .arg(QString::fromLatin1(rule.name), QString::fromLatin1(rule.value),
                       QString::fromLatin1(rule.slope), QString::fromLatin1(rule.bend));
  }
  return code;
}

QString jetCode() {
  return QStringLiteral(R"(
class Jet:
    """A value with its gradient and Hessian, which the chain rule carries along."""

    def __init__(self, value, gradient=np.zeros(2), hessian=np.zeros((2, 2))):
        self.value, self.gradient, self.hessian = np.float64(value), gradient, hessian

    def chain(self, value, slope, bend):
        g = self.gradient
        return Jet(value, slope * g, slope * self.hessian + bend * np.outer(g, g))

    def __add__(self, b):
        b = as_jet(b)
        return Jet(self.value + b.value, self.gradient + b.gradient, self.hessian + b.hessian)

    def __mul__(self, b):
        b = as_jet(b)
        cross = np.outer(self.gradient, b.gradient)
        return Jet(
            self.value * b.value,
            b.value * self.gradient + self.value * b.gradient,
            b.value * self.hessian + self.value * b.hessian + (cross + cross.T),
        )

    def __neg__(self):
        return self.chain(-self.value, -1.0, 0.0)

    def __sub__(self, b):
        return self + -as_jet(b)

    def __rsub__(self, b):
        return as_jet(b) + -self

    def __truediv__(self, b):
        v = as_jet(b).value
        return self * as_jet(b).chain(1 / v, -1 / (v * v), 2 / (v * v * v))

    def __rtruediv__(self, b):
        return as_jet(b) / self

    def __pow__(self, n):
        v = self.value
        if isinstance(n, Jet):
            log_v = self.chain(np.log(v), 1 / v, -1 / (v * v))
            exponent, value = n * log_v, v**n.value
            return exponent.chain(value, value, value)
        return self.chain(v**n, n * v ** (n - 1), n * (n - 1) * v ** (n - 2))

    def __rpow__(self, b):
        return as_jet(b) ** self

    def __lt__(self, b):
        return self.value < as_jet(b).value

    def __le__(self, b):
        return self.value <= as_jet(b).value

    def __gt__(self, b):
        return self.value > as_jet(b).value

    def __ge__(self, b):
        return self.value >= as_jet(b).value

    __radd__, __rmul__ = __add__, __mul__
)");
}

} // namespace

QString typedFunction(const QString& formula) {
  const eigenboard::algebra::ParsedExpression parsed =
      eigenboard::algebra::parseExpression(formula.toStdString(), {"x", "y"});
  return jetCode() + methodsFor(parsed.expression) +
         QStringLiteral(R"(

def as_jet(number):
    return number if isinstance(number, Jet) else Jet(number)


def function(x, y):
    """The typed function: value, gradient and Hessian."""
    x, y = Jet(x, np.array([1.0, 0.0])), Jet(y, np.array([0.0, 1.0]))
    f = as_jet(%1)
    return f.value, f.gradient, f.hessian
)")
             .arg(QString::fromStdString(eigenboard::algebra::toPython(parsed.expression, {"x", "y"})));
}

} // namespace eigenboard::panels::python
