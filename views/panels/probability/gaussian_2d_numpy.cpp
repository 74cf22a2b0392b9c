#include "views/panels/probability/gaussian_2d_model.h"
#include "views/panels/support/python.h"

#include <algorithm>

namespace eigenboard::panels::probability::gaussian_2d_panel {

QString numpyCode(const Params& p, int steps) {
  QString code = python::imports();
  code += QStringLiteral(R"(from scipy import special, stats
from scipy.spatial import distance

mean = %1
sx, sy, rho = %2, %3, %4  # spreads and correlation
x0 = %5  # the slice
q = %6  # the query point
drawn, seed = %7, %8
)")
              .arg(python::array(p.mean), python::literal(p.sx), python::literal(p.sy),
                   python::literal(p.rho), python::literal(p.x0), python::array(p.q))
              .arg(samplesPerStep * std::min(steps, mostSteps))
              .arg(p.seed);
  code += QStringLiteral(R"(
S = np.array([[sx**2, rho * sx * sy], [rho * sx * sy, sy**2]])
singular = 1 - abs(rho) <= 1e-12

# The axes of the ellipses: eigenvectors, as long as the roots of the eigenvalues.
eigenvalues, vectors = np.linalg.eigh(S)
along = vectors[:, 1]
angle = np.degrees(np.arctan2(along[1], along[0]))
angle += 180 if angle <= -90 else -180 if angle > 90 else 0
if eigenvalues[1] - eigenvalues[0] <= 1e-12 * np.trace(S):
    angle = np.nan  # every direction is an axis

# What is left of Y once X is known: S is eliminated by one step.
gain = S[1, 0] / S[0, 0]
conditional_mean = mean[1] + gain * (x0 - mean[0])
conditional_variance = max(S[1, 1] - gain * S[0, 1], 0.0) if not singular else 0.0

if singular:
    z = (q - mean) / np.array([sx, sy])
    mahalanobis = abs(z[0]) if abs(z[1] - rho * z[0]) <= 1e-9 else np.inf
    inside = special.erf(mahalanobis / np.sqrt(2))
    density, log_det, entropy, information = np.nan, -np.inf, -np.inf, np.inf
else:
    law = stats.multivariate_normal(mean, S)
    mahalanobis = distance.mahalanobis(q, mean, np.linalg.inv(S))
    inside = stats.chi2(2).cdf(mahalanobis**2)
    density = law.pdf(q)
    log_det = np.linalg.slogdet(S)[1]
    entropy = law.entropy()
    information = stats.norm(0, sx).entropy() + stats.norm(0, sy).entropy() - entropy
)") + python::generator() +
          QStringLiteral(R"(
share, sample_correlation = np.nan, np.nan
if drawn:
    z = special.ndtri(open_unit(random_bits(2 * drawn, seed))).reshape(drawn, 2)
    L = np.array([[sx, 0], [rho * sy, sy * np.sqrt(0.0 if singular else (1 - rho) * (1 + rho))]])
    x = mean + z @ L.T
    share = np.mean(np.abs(z[:, 0]) < 1 if singular else np.hypot(z[:, 0], z[:, 1]) < 1)
    sample_correlation = np.corrcoef(x.T)[0, 1]

readouts = {
    "var_x": S[0, 0],
    "cov": S[0, 1],
    "var_y": S[1, 1],
    "correlation": S[0, 1] / np.sqrt(S[0, 0] * S[1, 1]),
    "lambda_1": eigenvalues[1],
    "lambda_2": 0.0 if singular else eigenvalues[0],
    "angle": angle,
    "conditional_mean": conditional_mean,
    "conditional_variance": conditional_variance,
    "conditional_spread": np.sqrt(conditional_variance),
    "mahalanobis": mahalanobis,
    "euclid": np.linalg.norm(q - mean),
    "inside": inside,
    "density": density,
    "log_det": log_det,
    "entropy": entropy,
    "information": information,
    "drawn": drawn,
    "share": share,
    "sample_correlation": sample_correlation,
}
)");
  return code + python::printReadouts();
}

} // namespace eigenboard::panels::probability::gaussian_2d_panel
