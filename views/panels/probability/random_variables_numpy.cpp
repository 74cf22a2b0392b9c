#include "views/panels/probability/random_variables_model.h"
#include "views/panels/support/python.h"

#include <algorithm>

namespace eigenboard::panels::probability::random_variables_panel {

using python::literal;

namespace {

/// quantile, cdf and pdf (or pmf) of the law, and whether it has jumps.
QString lawCode(const Params& p) {
  const QString location = literal(p.location);
  const QString scale = literal(p.scale);
  switch (p.law) {
  case Law::Exponential:
    return QStringLiteral("law = stats.expon(scale=%1)\nquantile, cdf, pdf = law.ppf, law.cdf, law.pdf\n")
        .arg(scale);
  case Law::Normal:
    return QStringLiteral("law = stats.norm(%1, %2)\nquantile, cdf, pdf = law.ppf, law.cdf, law.pdf\n")
        .arg(location, scale);
  case Law::Uniform:
    return QStringLiteral("law = stats.uniform(%1, %2)\nquantile, cdf, pdf = law.ppf, law.cdf, law.pdf\n")
        .arg(literal(p.location - p.scale), literal(2 * p.scale));
  case Law::Cauchy:
    return QStringLiteral(R"(law = stats.cauchy(%1, %2)
cdf, pdf = law.cdf, law.pdf


def quantile(u):
    """By the tangent in the middle and by the cotangent in the tails, where it keeps its digits."""
    t = np.asarray(u) - 0.5
    rest = np.where(np.abs(t) < 0.25, 0.25, 0.5 - np.abs(t))
    return %1 + %2 * np.where(np.abs(t) < 0.25, np.tan(np.pi * t), np.sign(t) / np.tan(np.pi * rest))

)")
        .arg(location, scale);
  case Law::Geometric:
    return QStringLiteral(R"(law = stats.geom(%1)
cdf, pdf = law.cdf, law.pmf


def quantile(u):
    """1e-13 off a whole number counts as that number."""
    return np.maximum(1.0, np.ceil(np.log1p(-np.asarray(u)) / np.log1p(-%1) * (1 - 1e-13)))

)")
        .arg(literal(p.chance));
  case Law::Stars:
    break;
  }
  const auto weights = p.weights();
  return QStringLiteral(R"(stars = np.arange(1.0, 6.0)
weights = %1
p = weights / weights.sum() if weights.sum() > 0 else np.full(5, 0.2)
total = np.cumsum(p)


def cdf(x):
    return np.sum(p * (stars <= np.asarray(x)[..., None]), axis=-1)


def pdf(x):
    return np.sum(p * (stars == np.asarray(x)[..., None]), axis=-1)


def quantile(u):
    """The least value whose cumulative probability reaches u, but for the rounding of the sum."""
    return stars[np.minimum(np.searchsorted(total, np.asarray(u) - 1e-12), np.flatnonzero(p)[-1])]

)")
      .arg(python::array(Eigen::Map<const Eigen::VectorXd>(weights.data(), starCount)));
}

/// Of the map: g, |g′|, all x that go to y, and the mean of Y.
QString mapCode(const Params& p) {
  const QString a = literal(p.factor);
  const QString b = literal(p.shift);
  switch (p.g) {
  case math::Map::Affine:
    return QStringLiteral("g = lambda x: %1 * x + %2\nslope = lambda x: abs(%1) + 0 * x\nback = lambda y: "
                          "[(y - %2) / %1]\n")
        .arg(a, b);
  case math::Map::Square:
    return QStringLiteral("g = lambda x: x**2\nslope = lambda x: 2 * abs(x)\nback = lambda y: "
                          "sorted({-np.sqrt(y), np.sqrt(y)})\n");
  case math::Map::Absolute:
    return QStringLiteral(
        "g = abs\nslope = lambda x: np.where(x == 0, np.nan, 1.0)\nback = lambda y: [-y, y]\n");
  case math::Map::Exponential:
    return QStringLiteral("g = slope = np.exp\nback = lambda y: [np.log(y)]\n");
  case math::Map::Logarithm:
    return QStringLiteral("g = lambda x: np.where(x > 0, np.log(np.where(x > 0, x, 1.0)), np.nan)\n"
                          "slope = lambda x: np.where(x > 0, 1 / np.where(x > 0, x, 1.0), np.nan)\n"
                          "back = lambda y: [np.exp(y)]\n");
  case math::Map::OwnFunction:
    break;
  }
  return QStringLiteral("g, slope = cdf, pdf\nback = lambda y: [quantile(y)]\n");
}

QString meanCode(const Params& p) {
  if (p.law == Law::Stars)
    return QStringLiteral("mean, mean_y = np.sum(p * stars), np.sum(p * g(stars))\n");
  QString text = p.law == Law::Cauchy ? QStringLiteral("mean = np.nan  # the integral does not exist\n")
                                      : QStringLiteral("mean = law.mean()\n");
  const QString location = literal(p.location);
  const QString scale = literal(p.scale);
  const bool isPositive = p.law == Law::Exponential || p.law == Law::Geometric;
  const bool isCauchy = p.law == Law::Cauchy;
  const auto says = [&text](const QString& expression) {
    text += QStringLiteral("mean_y = ") + expression + QLatin1Char('\n');
  };
  switch (p.g) {
  case math::Map::Affine:
    says(p.factor == 0 ? literal(p.shift)
                       : QStringLiteral("%1 * mean + %2").arg(literal(p.factor), literal(p.shift)));
    break;
  case math::Map::Square:
    says(isCauchy ? QStringLiteral("np.inf") : QStringLiteral("law.var() + mean**2"));
    break;
  case math::Map::Absolute:
    if (isCauchy)
      says(QStringLiteral("np.inf"));
    else if (isPositive)
      says(QStringLiteral("mean"));
    else if (p.law == Law::Normal)
      says(QStringLiteral("stats.foldnorm(abs(%1) / %2, scale=%2).mean()").arg(location, scale));
    else // the areas of two triangles, or of one trapezium
      says(QStringLiteral(
               "(max(%1 + %2, 0) ** 2 - max(%1 - %2, 0) ** 2 + max(%2 - %1, 0) ** 2 - max(-%1 - %2, 0) ** 2) "
               "/ (4 * %2)")
               .arg(p.location < 0 ? QLatin1Char('(') + location + QLatin1Char(')') : location, scale));
    break;
  case math::Map::Exponential:
    if (isCauchy)
      says(QStringLiteral("np.inf"));
    else if (p.law == Law::Normal)
      says(QStringLiteral("stats.lognorm(%2, scale=np.exp(%1)).mean()").arg(location, scale));
    else if (p.law == Law::Uniform)
      says(QStringLiteral("np.exp(%1) * np.sinh(%2) / %2").arg(location, scale));
    else if (p.law == Law::Exponential)
      says(QStringLiteral("1 / (1 - %1) if %1 < 1 else np.inf").arg(scale));
    else
      says(QStringLiteral("1 / (1 - (1 - np.exp(-1)) / %1) if (1 - %1) * np.e < 1 else np.inf")
               .arg(literal(p.chance)));
    break;
  case math::Map::Logarithm:
    if (p.law == Law::Exponential)
      says(QStringLiteral("np.log(%1) + special.digamma(1)").arg(scale));
    else if (p.law == Law::Geometric)
      text += QStringLiteral("k = np.arange(1, 2000)\nmean_y = np.sum(law.pmf(k) * np.log(k))\n");
    else if (p.law == Law::Uniform && p.location - p.scale > 0)
      says(QStringLiteral("np.diff(special.xlogy(*[np.array([%1 - %2, %1 + %2])] * 2))[0] / (2 * %2) - 1")
               .arg(location, scale));
    else
      says(QStringLiteral("np.nan  # X may be 0 or below"));
    break;
  case math::Map::OwnFunction:
    if (p.law == Law::Geometric)
      text += QStringLiteral("k = np.arange(1, 2000)\nmean_y = np.sum(law.pmf(k) * law.cdf(k))\n");
    else
      says(QStringLiteral("0.5  # F(X) is uniform"));
    break;
  }
  return text;
}

} // namespace

QString numpyCode(const Params& p, int steps) {
  const bool isDiscrete = p.law == Law::Geometric || p.law == Law::Stars;
  QString code = python::imports() + QStringLiteral("from scipy import special, stats\n") +
                 python::generator() + QLatin1Char('\n') + lawCode(p) + QLatin1Char('\n') + mapCode(p) +
                 meanCode(p);
  code += QStringLiteral("u, drawn, seed = %1, %2, %3\n")
              .arg(literal(p.u))
              .arg(p.batch * std::min(steps, mostSteps))
              .arg(p.seed);
  code += QStringLiteral("x = quantile(u)\n");
  if (isDiscrete) {
    code += QStringLiteral(R"(y, stretch = g(x), np.nan
)");
    code += p.g == math::Map::Affine && p.factor == 0
                ? QStringLiteral("density_y = 1.0  # all of X goes to one value\n")
                : QStringLiteral("density_y = pdf(x)  # no two values meet\n");
  } else {
    code += QStringLiteral(R"(x = 0.0 if abs(x) <= 1e-12 * %1 else x  # what rounding leaves of a 0
y, stretch = g(x), slope(x)
)")
                .arg(literal(p.scale));
    if (p.g == math::Map::Affine && p.factor == 0)
      code += QStringLiteral("density_y = np.inf  # all of X goes to one value\n");
    else if (p.g == math::Map::Absolute)
      code += QStringLiteral("density_y = sum(pdf(v) for v in back(y))\n");
    else if (p.g == math::Map::OwnFunction)
      code += QStringLiteral("density_y = 1.0  # F(X) is uniform\n");
    else
      code += QStringLiteral(R"(if np.isnan(y):
    density_y = np.nan
elif stretch == 0:
    density_y = np.inf
else:
    density_y = sum(pdf(v) / slope(v) for v in back(y))
)");
  }
  code += QStringLiteral(R"(
sample_mean = sample_mean_y = ks = ks_critical = np.nan
if drawn:
    samples = quantile(open_unit(random_bits(drawn, seed)))
    sample_mean = np.mean(samples)
    with np.errstate(over="ignore"):
        sample_mean_y = np.mean(g(samples))
    values, counts = np.unique(samples, return_counts=True)
    share = np.cumsum(counts) / drawn
    before = cdf(values)%1
    ks = max(np.max(np.abs(share - cdf(values))), np.max(np.abs(share - counts / drawn - before)))
    ks_critical = stats.kstwobign.ppf(0.95) / np.sqrt(drawn)

# The pair: X along the columns, Y down the rows.
J = %2
joint = J / J.sum() if J.sum() > 0 else np.full((3, 3), 1 / 9)
row = joint[%3]
px, py = joint.sum(axis=0), joint.sum(axis=1)

readouts = {
    "x": x,
    "cdf": cdf(x),
    "density": pdf(x),
    "mean": mean,
    "drawn": drawn,
    "sample_mean": sample_mean,
    "ks": ks,
    "ks_critical": ks_critical,
    "y": y,
    "stretch": stretch,
    "density_y": density_y,
    "mean_y": mean_y,
    "sample_mean_y": sample_mean_y,
    "pair_margin": row.sum(),
    "pair_mean": np.array([1, 2, 3]) @ px,
    "pair_conditional": np.average([1, 2, 3], weights=row) if row.sum() > 0 else np.nan,
    "dependence": np.abs(joint - np.outer(py, px)).max(),
}
)")
              .arg(isDiscrete ? QStringLiteral(" - pdf(values)") : QString(), python::array(p.joint),
                   QString::number(p.given - 1));
  return code + python::printReadouts();
}

} // namespace eigenboard::panels::probability::random_variables_panel
