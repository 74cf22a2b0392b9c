#include "views/panels/statistics/estimation_model.h"
#include "views/panels/support/python.h"

#include <algorithm>

namespace eigenboard::panels::statistics::estimation_panel {

using python::literal;

namespace {

QString generatorCode(const Params& p) {
  return QStringLiteral(R"(from scipy import stats

n, level = %1, %2
mean, sigma = %3, %4
nan = np.nan
z = -stats.norm.ppf((1 - level) / 2)
)")
             .arg(p.n)
             .arg(literal(p.level), literal(p.trueMean), literal(p.trueSpread)) +
         python::generator() +
         QStringLiteral(R"(
def samples(count):
    """A row for each sample."""
    u = open_unit(random_bits(count * n, %1)).reshape(count, n)
    return mean + sigma * %2

)")
             .arg(p.seed)
             .arg(p.population == Population::Normal ? QStringLiteral("stats.norm.ppf(u)")
                                                     : QStringLiteral("(-np.log1p(-u) - 1)"));
}

QString danceCode(const Params& p, int steps) {
  const bool isKnown = p.procedure == math::MeanProcedure::KnownSpread;
  const QString factor =
      p.procedure == math::MeanProcedure::Student ? QStringLiteral("t") : QStringLiteral("z");
  const QString promised = p.population != Population::Normal ? QStringLiteral("nan")
                           : p.procedure == math::MeanProcedure::NormalWithS
                               ? QStringLiteral("1 - 2 * stats.t.sf(z, n - 1)")
                               : QStringLiteral("level");
  return generatorCode(p) +
         QStringLiteral(R"(
t = stats.t.isf((1 - level) / 2, n - 1)
for _ in range(3):  # Newton's method takes SciPy's few digits to all
    t += (stats.t.sf(t, n - 1) - (1 - level) / 2) / stats.t.pdf(t, n - 1)

count = %1
x = samples(count)
centre = x.mean(axis=1)
spread = %2
half = %3 * spread / np.sqrt(n)
low, high = centre - half, centre + half
caught = (low <= mean) & (mean <= high)

readouts = {
    "coverage": np.mean(caught) if count else nan,
    "misses": np.sum(~caught),
    "samples": count,
    "promised": %4,
    "interval_low": low[-1] if count else nan,
    "interval_high": high[-1] if count else nan,
    "mean_width": np.mean(high - low) if count else nan,
    "se": sigma / np.sqrt(n),
}
)")
             .arg(steps)
             .arg(isKnown ? QStringLiteral("np.full(count, sigma)") : QStringLiteral("x.std(axis=1, ddof=1)"),
                  factor, promised);
}

QString targetCode(const Params& p, int steps) {
  QString weight = literal(p.weight);
  if (p.estimator == Estimator::OverLess)
    weight = QStringLiteral("1.0");
  else if (p.estimator == Estimator::OverN)
    weight = QStringLiteral("(n - 1) / n");
  else if (p.estimator == Estimator::OverMore)
    weight = QStringLiteral("(n - 1) / (n + 1)");
  const QString estimator = p.estimator == Estimator::ShrunkMean
                                ? QStringLiteral(R"(guess = %1
truth = mean
estimates = weight * x.mean(axis=1) + (1 - weight) * guess
bias = (1 - weight) * (guess - mean)
variance = weight**2 * sigma**2 / n
best_weight = (guess - mean) ** 2 / ((guess - mean) ** 2 + sigma**2 / n)
)")
                                      .arg(literal(p.guess))
                                : QStringLiteral(R"(truth = sigma**2
estimates = weight * x.var(axis=1, ddof=1)
spread_of_unbiased = sigma**4 * (2 / (n - 1) + %1 / n)  # the second term from the excess kurtosis
bias = (weight - 1) * sigma**2
variance = weight**2 * spread_of_unbiased
best_weight = sigma**4 / (sigma**4 + spread_of_unbiased)
)")
                                      .arg(literal(excessKurtosis(p.population)));
  return generatorCode(p) +
         QStringLiteral(R"(
count = %1
weight = %2
x = samples(count)
)")
             .arg(2 * dartsPerStep * steps)
             .arg(weight) +
         estimator + QStringLiteral(R"(
readouts = {
    "bias": bias,
    "variance": variance,
    "mse": bias**2 + variance,
    "weight": weight,
    "best_weight": best_weight,
    "truth": truth,
    "seen_bias": np.mean(estimates) - truth if count else nan,
    "seen_variance": np.var(estimates) if count else nan,
    "seen_mse": np.mean((estimates - truth) ** 2) if count else nan,
    "estimates": count,
}
)");
}

} // namespace

QString repeatedCode(const Params& p, int steps) {
  return p.show == Show::Dance ? danceCode(p, std::min(steps, mostSteps))
                               : targetCode(p, std::min(steps, dartSteps));
}

} // namespace eigenboard::panels::statistics::estimation_panel
