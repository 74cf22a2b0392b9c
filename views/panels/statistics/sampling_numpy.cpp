#include "views/panels/statistics/sampling_model.h"
#include "views/panels/support/python.h"

#include <algorithm>

namespace eigenboard::panels::statistics::sampling_panel {

using python::literal;

namespace {

QString populationCode(const Params& p) {
  switch (p.population) {
  case Population::Drawn:
    return QStringLiteral(R"(
weights = %1
weights = np.where(weights < 1e-6, 0.0, weights)
share = weights / weights.sum() if weights.any() else np.full(%2, 1 / %2)
edges = np.arange(%2 + 1.0)
# E X, E X^2, E X^3 about a point, interval by interval.
moment = lambda k, c: np.sum(share * np.diff((edges - c) ** (k + 1)) / (k + 1))
mu = moment(1, 0)
sigma = np.sqrt(moment(2, mu))
skewness = moment(3, mu) / sigma**3


def values(u):
    """In the interval on which the probability u falls, as far along as u is."""
    used = np.flatnonzero(share)
    upper = np.cumsum(share[used])
    bar = np.minimum(np.searchsorted(upper, u), len(used) - 1)
    return used[bar] + (u - (upper - share[used])[bar]) / share[used][bar]
)")
        .arg(python::array(p.bars.transpose()))
        .arg(barCount);
  case Population::Exponential:
    return QStringLiteral(R"(
mu, sigma, skewness = map(float, stats.expon(scale=2).stats("mvs"))
sigma = np.sqrt(sigma)


def values(u):
    return -2 * np.log1p(-u)
)");
  case Population::Pareto:
    return QStringLiteral(R"(
# f(x) = 1.5 / x^2.5 from 1 on: the integral of x^2 f(x) grows without bound.
mu, sigma, skewness = 3.0, np.inf, np.nan


def values(u):
    return (1 - u) ** (-1 / 1.5)
)");
  case Population::Cauchy:
    break;
  }
  return QStringLiteral(R"(
# The integral of x f(x) does not exist, so there is no mean and no variance.
mu, sigma, skewness = np.nan, np.nan, np.nan


def values(u):
    """5 + tan(pi (u - 1/2)), from the nearer end."""
    return 5 + np.where(u < 0.5, -1, 1) / np.tan(np.pi * np.minimum(u, 1 - u))
)");
}

QString modeCode(const Params& p, int samples, int steps) {
  switch (p.mode) {
  case Mode::Means:
    return QStringLiteral(R"(
samples = %1
means = values(open_unit(random_bits(samples * n, seed))).reshape(samples, n).mean(axis=1)
path = np.array([])
sample = np.array([])
)")
        .arg(samples);
  case Mode::Path:
    return QStringLiteral(R"(
path = values(open_unit(random_bits(%1, seed)))
means = sample = np.array([])
)")
        .arg(drawsOfPath * steps);
  case Mode::Bootstrap:
    break;
  }
  return QStringLiteral(R"(
samples = %1
stream = random_bits(n + samples * n, seed)
sample = values(open_unit(stream[:n]))
# With replacement: each place of a resample takes any of the n values.
index = np.floor(half_open_unit(stream[n:]) * n).astype(int)
means = sample[index].reshape(samples, n).mean(axis=1)
path = np.array([])
)")
      .arg(samples);
}

} // namespace

QString numpyCode(const Params& p, int steps) {
  const int taken = std::min(steps, mostSteps);
  int samples = 0;
  for (int step = 1; step <= taken; ++step)
    samples += samplesInStep(step);
  return python::imports() + QStringLiteral("from scipy import stats\n") + populationCode(p) +
         python::generator() +
         QStringLiteral(R"(
seed, n, confidence = %1, %2, %3
se = sigma / np.sqrt(n)
)")
             .arg(p.seed)
             .arg(p.n)
             .arg(literal(p.confidence)) +
         modeCode(p, samples, taken) + QStringLiteral(R"(
ks = low = high = covers = np.nan
if len(means) and len(sample):
    low, high = np.quantile(means, [(1 - confidence) / 2, (1 + confidence) / 2])
    covers = np.nan if np.isnan(mu) else float(low <= mu <= high)
elif len(means) and np.isfinite(se):
    ks = stats.kstest(means, stats.norm(mu, se).cdf).statistic

readouts = {
    "mu": mu,
    "sigma": sigma,
    "se": se,
    "samples": len(means),
    "mean_of_means": np.mean(means) if len(means) else np.nan,
    "measured_se": np.std(means, ddof=1) if len(means) > 1 else np.nan,
    "skewness": skewness / np.sqrt(n),
    "ks": ks,
    "drawn": len(path),
    "running_mean": np.mean(path) if len(path) else np.nan,
    "sample_mean": np.mean(sample) if len(sample) else np.nan,
    "plug_in_se": np.std(sample) / np.sqrt(n) if len(sample) else np.nan,
    "low": low,
    "high": high,
    "covers": covers,
}
)") + python::printReadouts();
}

} // namespace eigenboard::panels::statistics::sampling_panel
