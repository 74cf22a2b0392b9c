#include "views/panels/probability/moments_model.h"
#include "views/panels/support/python.h"

#include <algorithm>

namespace eigenboard::panels::probability::moments_panel {

using python::literal;

namespace {

QString bentCode(math::Bend g) {
  constexpr const char* code[] = {
      "x**2", "np.exp(x / 2)", "np.abs(x)", "np.maximum(x, 0)", "np.logaddexp(0, x)", "np.log(x + 5)"};
  return QString::fromLatin1(code[static_cast<std::size_t>(g)]);
}

} // namespace

QString numpyCode(const Params& p, int steps) {
  QString code = python::imports();
  code += QStringLiteral(R"(from scipy import signal

x = np.arange(-4.0, 5.0)
weights = %1
fulcrum = %2
points = %3
n, t = %4, %5  # draws whose mean is taken, and a distance from the mean
beta1, beta2 = %6, %7
drawn, seed = %8, %9
)")
              .arg(python::array(p.w.transpose()), literal(p.fulcrum),
                   p.points.rows() > 0 ? python::array(p.points) : QStringLiteral("np.empty((0, 2))"))
              .arg(p.n)
              .arg(literal(p.t), literal(p.beta1), literal(p.beta2))
              .arg(std::min(steps, mostSteps))
              .arg(p.seed);
  code += QStringLiteral(R"(

def g(x):
    return %1


# Moments of the law on x.
prob = weights / weights.sum() if weights.sum() > 0 else np.full(9, 1 / 9)
mean = np.average(x, weights=prob)
variance = np.average((x - mean) ** 2, weights=prob)
skewness = kurtosis = np.nan
if variance > 0:
    skewness = np.average((x - mean) ** 3, weights=prob) / variance**1.5
    kurtosis = np.average((x - mean) ** 4, weights=prob) / variance**2 - 3

# Covariance of the points, which are all as likely.
covariance = correlation = mean_x = mean_y = np.nan
raised = lowered = 0.0
if len(points):
    mean_x, mean_y = points.mean(axis=0)
    S = np.cov(points.T, bias=True)
    flat = np.ptp(points, axis=0) == 0
    covariance = 0.0 if flat.any() else S[0, 1]
    areas = np.zeros(len(points)) if flat.any() else (points[:, 0] - mean_x) * (points[:, 1] - mean_y)
    raised, lowered = areas[areas > 0].sum(), -areas[areas < 0].sum()
    if not flat.any():
        correlation = np.corrcoef(points.T)[0, 1]

# The law of the mean of n draws, by convolution.
total = prob
for _ in range(n - 1):
    total = np.convolve(total, prob)
distances = np.abs((-4 * n + np.arange(len(total))) / n - mean)
)")
              .arg(bentCode(p.g));
  code += python::generator() + QStringLiteral(R"(
# Draws by inversion of the distribution function, and Adam's fading means as filters.
m = v = 0.0
sample_mean = m_hat = v_hat = ratio = np.nan
if drawn:
    u = open_unit(random_bits(drawn, seed))
    draws = x[np.minimum(np.searchsorted(np.cumsum(prob), u - 1e-12), np.flatnonzero(prob)[-1])]
    sample_mean = draws.mean()
    m = signal.lfilter([1 - beta1], [1, -beta1], draws)[-1]
    v = signal.lfilter([1 - beta2], [1, -beta2], draws**2)[-1]
    m_hat, v_hat = m / (1 - beta1**drawn), v / (1 - beta2**drawn)
    ratio = m_hat / np.sqrt(v_hat) if v_hat > 0 else np.nan

readouts = {
    "mean": mean,
    "variance": variance,
    "spread": np.sqrt(variance),
    "skewness": skewness,
    "kurtosis": kurtosis,
    "torque": mean - fulcrum,
    "covariance": covariance,
    "correlation": correlation,
    "mean_x": mean_x,
    "mean_y": mean_y,
    "raised": raised,
    "lowered": lowered,
    "mean_of_g": prob @ g(x),
    "g_of_mean": g(mean),
    "gap": prob @ g(x) - g(mean),
    "truth": total[distances >= t - 1e-9].sum(),
    "markov": total @ distances / t,
    "chebyshev": variance / (n * t**2),
    "hoeffding": 2 * np.exp(-2 * n * t**2 / 8**2),
    "drawn": drawn,
    "sample_mean": sample_mean,
    "m": m,
    "m_hat": m_hat,
    "v": v,
    "v_hat": v_hat,
    "ratio": ratio,
}
)");
  return code + python::printReadouts();
}

} // namespace eigenboard::panels::probability::moments_panel
