#include "views/panels/statistics/estimation_model.h"
#include "views/panels/support/python.h"

#include <array>

namespace eigenboard::panels::statistics::estimation_panel {

using python::literal;

namespace {

/// What differs from model to model, in Python; t is θ.
struct ModelCode {
  const char* law;  ///< of one value
  const char* best; ///< for data that are not empty
  const char* score;
  const char* information;
  const char* ratio; ///< log-likelihood less its maximum
  const char* prior; ///< and posterior
};

const ModelCode& modelCode(Show show) {
  static const std::array<ModelCode, 5> table{
      ModelCode{"stats.norm(t, known)", "np.mean(x)", "np.sum(x - t) / known**2", "n / known**2",
                "-n * (t - best) ** 2 / (2 * known**2)",
                R"(centre = (strength * guess + np.sum(x)) / (strength + n)
    posterior = stats.norm(centre, known / np.sqrt(strength + n))
    posterior_mode = posterior_mean = centre
    credible = posterior.ppf(tail), posterior.isf(tail)
)"},
      ModelCode{"stats.norm(known, t)", "np.sqrt(np.mean((x - known) ** 2))",
                "np.sum((x - known) ** 2) / t**3 - n / t", "2 * n / t**2 if t > 0 else np.inf",
                "n * (np.log(best / t) - (best**2 / t**2 - 1) / 2)",
                R"(a, b = (strength + n) / 2, (strength * guess**2 + np.sum((x - known) ** 2)) / 2
    posterior = stats.gamma(a, scale=1 / b)  # of 1/sigma^2
    posterior_mode = np.sqrt(2 * b / (2 * a + 1))
    posterior_mean = np.sqrt(b) * special.beta(a - 1 / 2, 1 / 2) / np.sqrt(np.pi) if a > 1 / 2 else nan
    high = posterior.mean() + 60 * posterior.std()
    credible = quantile(posterior, tail, high, upper=True) ** -0.5, quantile(posterior, tail, high) ** -0.5
)"},
      ModelCode{"stats.bernoulli(t)", "np.mean(x)", "np.sum(x - t) / (t * (1 - t))",
                "n / (t * (1 - t)) if 0 < t < 1 else np.inf",
                "special.xlogy(np.sum(x), t / best if best > 0 else 1) + "
                "special.xlogy(n - np.sum(x), (1 - t) / (1 - best) if best < 1 else 1)",
                R"(a, b = strength * guess + np.sum(x), strength * (1 - guess) + n - np.sum(x)
    posterior = stats.beta(a, b)
    posterior_mean = a / (a + b)
    if a > 1 and b > 1:
        posterior_mode = (a - 1) / (a + b - 2)
    else:  # at an end, or nowhere where both ends are poles
        posterior_mode = nan if (a < 1 and b < 1) or a == b == 1 else 0.0 if a < b else 1.0
    credible = quantile(posterior, tail, 1.0), quantile(posterior, tail, 1.0, upper=True)
)"},
      ModelCode{"stats.poisson(t)", "np.mean(x)", "np.sum(x - t) / t", "n / t if t > 0 else np.inf",
                "special.xlogy(np.sum(x), t / best if best > 0 else 1) - n * (t - best)",
                R"(a, b = strength * guess + np.sum(x), strength + n
    posterior = stats.gamma(a, scale=1 / b)
    posterior_mode, posterior_mean = max(a - 1, 0) / b, a / b
    high = posterior.mean() + 60 * posterior.std()
    credible = quantile(posterior, tail, high), quantile(posterior, tail, high, upper=True)
)"},
      ModelCode{"stats.expon(scale=1 / t)", "1 / np.mean(x) if np.sum(x) > 0 else np.inf",
                "n / t - np.sum(x)", "n / t**2", "n * (np.log(t / best) - (t - best) / best)",
                R"(a, b = strength + n, strength / guess + np.sum(x)
    posterior = stats.gamma(a, scale=1 / b)
    posterior_mode, posterior_mean = max(a - 1, 0) / b, a / b
    high = posterior.mean() + 60 * posterior.std()
    credible = quantile(posterior, tail, high), quantile(posterior, tail, high, upper=True)
)"}};
  return table[static_cast<std::size_t>(show)];
}

QString dataCode(const Params& p) {
  if (p.show == Show::Bernoulli)
    return QStringLiteral("x = np.repeat([1.0, 0.0], [%1, %2])\n")
        .arg(p.usedSuccesses())
        .arg(p.trials - p.usedSuccesses());
  return QStringLiteral("x = ") + python::array(p.data) + QLatin1Char('\n') +
         (p.show == Show::Poisson ? QStringLiteral("x = np.floor(x + 0.5)\n") : QString());
}

QString endsCode(Show show) {
  switch (show) {
  case Show::NormalMean:
    return QStringLiteral(R"(
def likelihood_interval():
    half = np.sqrt(2 * fall * known**2 / n)  # the log-likelihood is its own parabola
    return best - half, best + half

)");
  default:
    return QStringLiteral(R"(
def likelihood_interval():
    """Where the log-likelihood has fallen by half of z squared."""
    def drop(t):
        return ratio(t) + fall

    low = high = best
    if best > 0:
        a = best / 2
        while drop(a) > 0:
            a /= 2
        low = optimize.brentq(drop, a, best, xtol=1e-300, rtol=1e-15)
    if best < most:
        room = 1.0 if np.isinf(most) else 1 - best
        k = 1
        while drop(b := best + k * room if np.isinf(most) else 1 - room / 2**k) > 0:
            k += 1
        high = optimize.brentq(drop, best, b, xtol=1e-300, rtol=1e-15)
    return low, high

)");
  }
}

QString likelihoodCode(const Params& p) {
  const ModelCode& code = modelCode(p.show);
  const QString head =
      QStringLiteral(R"(from scipy import optimize, special, stats

)") + dataCode(p) +
      QStringLiteral(R"(n = len(x)
theta, known = %1, %2
guess, strength = %3, %4
z = -stats.norm.ppf((1 - %5) / 2)
tail, fall, nan, most = (1 - %5) / 2, z**2 / 2, np.nan, %6
)")
          .arg(literal(p.theta()), literal(p.show == Show::NormalSpread ? p.centre : p.sigma),
               literal(p.priorGuess()), literal(p.hasPrior() ? p.strength : 0.0), literal(p.level),
               p.show == Show::Bernoulli ? QStringLiteral("1.0") : QStringLiteral("np.inf"));
  const QString functions = QStringLiteral(R"(

def law(t):
    return %1


def information(t):
    return %2


def ratio(t):
    return %3


def inverse_root(v):
    return np.inf if v == 0 else 1 / np.sqrt(v)


def quantile(law, p, high, upper=False):
    """SciPy's own have few digits."""
    part = law.sf if upper else law.cdf
    return optimize.brentq(lambda t: part(t) - p, 0.0, high, xtol=1e-300, rtol=1e-15, maxiter=2000)

)")
                                .arg(QString::fromLatin1(code.law), QString::fromLatin1(code.information),
                                     QString::fromLatin1(code.ratio));
  const QString density =
      p.show == Show::Bernoulli || p.show == Show::Poisson ? QStringLiteral("pmf") : QStringLiteral("pdf");
  return head + functions + endsCode(p.show) +
         QStringLiteral(R"(
best = %1 if n else nan
top = information(best) if n else nan
se = inverse_root(top)
wald = (best - z * se, best + z * se) if n and np.isfinite(best) and np.isfinite(se) else (nan, nan)
inside = n and np.isfinite(best)%2
interval = likelihood_interval() if inside else (nan, nan)

posterior_mode = posterior_mean = nan
credible = nan, nan
if strength > 0:
    %3
readouts = {
    "log_likelihood": np.sum(law(theta).log%4(x)),
    "likelihood": np.prod(law(theta).%4(x)),
    "score": %5,
    "mle": best,
    "information": top,
    "se": se,
    "bound": inverse_root(information(theta)),
    "wald_low": wald[0],
    "wald_high": wald[1],
    "range_low": interval[0],
    "range_high": interval[1],
    "map": posterior_mode,
    "posterior_mean": posterior_mean,
    "credible_low": credible[0],
    "credible_high": credible[1],
%6    "n": n,
}
)")
             .arg(QString::fromLatin1(code.best),
                  p.show == Show::NormalSpread ? QStringLiteral(" and best > 0") : QString(),
                  QString::fromLatin1(code.prior), density, QString::fromLatin1(code.score),
                  p.show == Show::Bernoulli
                      ? QStringLiteral("    \"exact_upper\": quantile(stats.beta(np.sum(x) + 1, n - "
                                       "np.sum(x)), 1 - %1, 1.0, "
                                       "upper=True) if np.sum(x) < n else 1.0,\n")
                            .arg(literal(p.level))
                      : QString())
             .replace(QStringLiteral("readouts = {"), QStringLiteral("\nt = theta\nreadouts = {"));
}

} // namespace

QString numpyCode(const Params& p, int steps) {
  const QString body = p.isRepeated() ? repeatedCode(p, steps) : likelihoodCode(p);
  return python::imports() + body + python::printReadouts();
}

} // namespace eigenboard::panels::statistics::estimation_panel
