#include "views/panels/probability/distributions_model.h"
#include "views/panels/support/python.h"

namespace eigenboard::panels::probability::distributions_panel {

using math::Family;
using python::literal;

namespace {

QString imported(const QString& more) {
  QString text = python::imports();
  const QString first = QStringLiteral("import json\n");
  if (more.contains(QStringLiteral("math.")))
    text.replace(first, first + QStringLiteral("import math\n"));
  return text;
}

/// k and f(k) of a law of whole numbers, from its definition. %1, %2, … are the parameters.
QString massCode(Family family) {
  switch (family) {
  case Family::Bernoulli:
    return QStringLiteral(R"(p = %1
k = np.array([0, 1])
f = np.array([1 - p, p])
)");
  case Family::Binomial:
    return QStringLiteral(R"(n, p = %1, %2
k = np.arange(n + 1)
f = np.array([math.comb(n, j) * p**j * (1 - p) ** (n - j) for j in range(n + 1)])
)");
  case Family::Geometric:
    return QStringLiteral(R"(p = %1
k = np.arange(1, 2000)
f = p * (1 - p) ** (k - 1)
)");
  case Family::NegativeBinomial:
    return QStringLiteral(R"(r, p = %1, %2
k = np.arange(6000)
# The quotient of neighbours is (r + k - 1) (1 - p)/k.
f = p**r * np.cumprod(np.append(1.0, (r + k[1:] - 1) / k[1:] * (1 - p)))
f /= f.sum()  # the product's rounding
)");
  case Family::Poisson:
    return QStringLiteral(R"(rate = %1
k = np.arange(1000)
# The quotient of neighbours is rate/k.
f = np.exp(-rate) * np.cumprod(np.append(1.0, rate / k[1:]))
f /= f.sum()  # the product's rounding
)");
  case Family::Hypergeometric:
    return QStringLiteral(R"(things, marked, drawn_things = %1, %2, %3
k = np.arange(max(0, drawn_things + marked - things), min(drawn_things, marked) + 1)
f = np.array([math.comb(marked, j) * math.comb(things - marked, drawn_things - j) / math.comb(things, drawn_things)
              for j in map(int, k)])
)");
  case Family::DiscreteUniform:
    return QStringLiteral(R"(k = np.arange(%1, %2 + 1)
f = np.full(len(k), 1 / len(k))
)");
  default:
    return {};
  }
}

/// The law as SciPy names it, with its parameters' usual letters.
QString scipyLaw(const math::Distribution& law) {
  const auto [first, second, third] = law.parameters;
  const QString p = literal(first);
  const QString q = literal(second);
  switch (law.family) {
  case Family::Uniform:
    return QStringLiteral("stats.uniform(%1, %2)").arg(p, literal(second - first));
  case Family::Exponential:
    return QStringLiteral("stats.expon(scale=1 / %1)").arg(p);
  case Family::Normal:
    return QStringLiteral("stats.norm(%1, %2)").arg(p, q);
  case Family::LogNormal:
    return QStringLiteral("stats.lognorm(%2, scale=np.exp(%1))").arg(p, q);
  case Family::Gamma:
    return QStringLiteral("stats.gamma(%1, scale=1 / %2)").arg(p, q);
  case Family::Beta:
    return QStringLiteral("stats.beta(%1, %2)").arg(p, q);
  case Family::ChiSquared:
    return QStringLiteral("stats.gamma(%1 / 2, scale=2)  # chi-squared").arg(p);
  case Family::StudentT:
    return QStringLiteral("stats.t(%1, %2, %3)").arg(p, q, literal(third));
  case Family::FisherF:
    return QStringLiteral("stats.f(%1, %2)").arg(p, q);
  case Family::Cauchy:
    return QStringLiteral("stats.cauchy(%1, %2)").arg(p, q);
  case Family::Laplace:
    return QStringLiteral("stats.laplace(%1, %2)").arg(p, q);
  case Family::Logistic:
    return QStringLiteral("stats.logistic(%1, %2)").arg(p, q);
  case Family::Weibull:
    return QStringLiteral("stats.weibull_min(%1, scale=%2)").arg(p, q);
  case Family::Pareto:
    return QStringLiteral("stats.pareto(%1, scale=%2)").arg(p, q);
  default:
    return QStringLiteral("stats.gumbel_r(%1, %2)").arg(p, q);
  }
}

/// A formula where SciPy would integrate numerically.
QString entropyCode(const math::Distribution& law) {
  const QString p = literal(law.parameters[0]);
  const QString q = literal(law.parameters[1]);
  switch (law.family) {
  case Family::Beta:
    return QStringLiteral(R"(alpha, beta = %1, %2
entropy = (special.betaln(alpha, beta) - (alpha - 1) * special.digamma(alpha) - (beta - 1) * special.digamma(beta)
           + (alpha + beta - 2) * special.digamma(alpha + beta))
)")
        .arg(p, q);
  case Family::StudentT:
    return QStringLiteral(R"(nu = %1
entropy = ((nu + 1) / 2 * (special.digamma((nu + 1) / 2) - special.digamma(nu / 2)) + np.log(nu) / 2
           + special.betaln(nu / 2, 1 / 2) + np.log(%2))
)")
        .arg(p, literal(law.parameters[2]));
  case Family::FisherF:
    return QStringLiteral(R"(m, n = %1 / 2, %2 / 2
entropy = (np.log(n / m) + special.betaln(m, n) + (1 - m) * special.digamma(m) - (1 + n) * special.digamma(n)
           + (m + n) * special.digamma(m + n))
)")
        .arg(p, q);
  default:
    return QStringLiteral("entropy = law.entropy()\n");
  }
}

QString modeExpression(const math::Distribution& law) {
  const QString p = literal(law.parameters[0]);
  const QString q = literal(law.parameters[1]);
  switch (law.family) {
  case Family::Uniform:
    return QStringLiteral("np.nan  # every value between the ends is as likely");
  case Family::Exponential:
    return QStringLiteral("0.0");
  case Family::LogNormal:
    return QStringLiteral("np.exp(%1 - %2**2)").arg(p, q);
  case Family::Gamma:
    return QStringLiteral("max(%1 - 1, 0) / %2").arg(p, q);
  case Family::Beta:
    return QStringLiteral("beta_mode(%1, %2)").arg(p, q);
  case Family::ChiSquared:
    return QStringLiteral("max(%1 - 2, 0)").arg(p);
  case Family::StudentT:
    return q;
  case Family::FisherF:
    return QStringLiteral("max(%1 - 2, 0) / %1 * %2 / (%2 + 2)").arg(p, q);
  case Family::Weibull:
    return QStringLiteral("%2 * max(1 - 1 / %1, 0) ** (1 / %1)").arg(p, q);
  case Family::Pareto:
    return q;
  default:
    return p;
  }
}

QString betaModeCode() {
  return QStringLiteral(R"(

def beta_mode(alpha, beta):
    if alpha > 1 and beta > 1:
        return (alpha - 1) / (alpha + beta - 2)
    if (alpha < 1 and beta < 1) or alpha == beta == 1:
        return np.nan  # two poles, or none above the others
    return 0.0 if alpha < beta else 1.0

)");
}

QString continuousCode(const Params& params, const math::Distribution& law) {
  QString text = QStringLiteral("from scipy import special, stats\n\n");
  if (law.family == Family::Beta)
    text += betaModeCode();
  text += QStringLiteral("law = ") + scipyLaw(law) + QLatin1Char('\n');
  text += QStringLiteral(R"(with np.errstate(all="ignore"):
    mean, variance, skewness, kurtosis = map(float, law.stats("mvsk"))
)");
  if (law.family == Family::Weibull)
    text +=
        QStringLiteral(
            R"(# SciPy's differences of powers lose digits: E g(X) as the integral of g(e^(1/k)) e^-e over e = exp(t - exp(-t)).
k, scale = %1, %2
t = np.arange(-5, 6, 1 / 32)
e = np.exp(t - np.exp(-t))
weight = e * (1 + np.exp(-t)) * np.exp(-e) / 32
deviation = scale * e ** (1 / k) - mean
variance = np.sum(weight * deviation**2)
skewness = np.sum(weight * deviation**3) / variance**1.5
kurtosis = np.sum(weight * deviation**4) / variance**2 - 3
)")
            .arg(literal(law.parameters[0]), literal(law.parameters[1]));
  const math::Moments m = math::moments(law);
  const auto correct = [&text](const char* name, const math::Quantity& value) {
    if (value.kind == math::Quantity::Kind::Infinite)
      text += QStringLiteral("%1 = np.inf  # the integral grows without bound\n").arg(QLatin1String(name));
    if (value.kind == math::Quantity::Kind::Undefined)
      text += QStringLiteral("%1 = np.nan  # the integral does not exist\n").arg(QLatin1String(name));
  };
  correct("mean", m.mean);
  correct("variance", m.variance);
  correct("skewness", m.skewness);
  correct("kurtosis", m.excessKurtosis);
  text += entropyCode(law);
  text += QStringLiteral("mode = ") + modeExpression(law) + QLatin1Char('\n');
  text += QStringLiteral(R"(
a, b, q = %1, %2, %3
inside = law.cdf(max(a, b)) - law.cdf(min(a, b))
quantile = law.ppf(q)
for _ in range(3):  # Newton's method takes SciPy's few digits to all
    quantile -= (law.cdf(quantile) - q) / law.pdf(quantile)


def samples(u):
    return law.ppf(u)
)")
              .arg(literal(params.a), literal(params.b), literal(params.level));
  return text;
}

QString discreteCode(const Params& params, const math::Distribution& law) {
  QString mass = massCode(law.family);
  const bool isWhole = law.family == Family::Hypergeometric || law.family == Family::DiscreteUniform;
  for (int i = 0; i < math::describe(law.family).parameterCount; ++i) {
    const double value = law.parameters[static_cast<std::size_t>(i)];
    const bool isCount = isWhole || (law.family == Family::Binomial && i == 0);
    mass = mass.arg(isCount ? QString::number(static_cast<int>(value)) : literal(value));
  }
  const QString tie = law.family == Family::DiscreteUniform
                          ? QStringLiteral("mode = k[0] if len(k) == 1 else np.nan\n")
                          : QStringLiteral("mode = k[f > f.max() * (1 - 1e-12)][0]\n");
  return QLatin1Char('\n') + mass + QStringLiteral(R"(cumulative = np.cumsum(f)
mean = np.sum(k * f)
variance = np.sum((k - mean) ** 2 * f)
with np.errstate(all="ignore"):
    certain = variance < 1e-12
    skewness = np.nan if certain else np.sum((k - mean) ** 3 * f) / variance**1.5
    kurtosis = np.nan if certain else np.sum((k - mean) ** 4 * f) / variance**2 - 3
    entropy = -np.sum(np.where(f > 0, f * np.log(np.where(f > 0, f, 1)), 0))
)") + tie +
         QStringLiteral(R"(
a, b, q = %1, %2, %3
inside = np.sum(f[(k >= min(a, b)) & (k <= max(a, b))])


def samples(u):
    """The least k whose cumulative probability reaches u, but for the rounding of the sum."""
    return k[np.minimum(np.searchsorted(cumulative, np.asarray(u) * (1 - 1e-14)), len(k) - 1)]


quantile = samples(q)
)")
             .arg(literal(params.a), literal(params.b), literal(params.level));
}

QString rainCode(const Params& params, int steps) {
  return python::generator() + QStringLiteral(R"(
drawn = %1
x = samples(open_unit(random_bits(drawn, %2))) if drawn else np.array([])
share = np.mean((x >= min(a, b)) & (x <= max(a, b))) if drawn else np.nan

readouts = {
    "mean": mean,
    "variance": variance,
    "skewness": skewness,
    "kurtosis": kurtosis,
    "entropy": entropy,
    "mode": mode,
    "inside": inside,
    "quantile": quantile,
    "drawn": drawn,
    "share": share,
}
)")
                                   .arg(samplesPerStep * steps)
                                   .arg(params.seed);
}

} // namespace

QString numpyCode(const Params& params, int steps) {
  const math::Distribution law = lawOf(params);
  const QString body =
      math::describe(law.family).isDiscrete ? discreteCode(params, law) : continuousCode(params, law);
  return imported(body) + body + rainCode(params, std::min(steps, mostSteps)) + python::printReadouts();
}

} // namespace eigenboard::panels::probability::distributions_panel
