#include "views/panels/linear_algebra/svd_model.h"
#include "views/panels/support/python.h"

namespace eigenboard::panels::linear_algebra::svd_panel {

namespace {

QString tableCode(const Params& params) {
  if (params.isMap())
    return QStringLiteral("\ntable = %1\n").arg(python::array(params.A));
  if (params.data == Data::Ratings)
    return QStringLiteral("\n# Six people by five films.\ntable = %1\n")
        .arg(python::array(params.own ? params.R : standardRatings()));
  return pictureCode(params.data);
}

/// Of the map alone: a table has neither a circle nor an ellipse to draw.
QString mapCode(const Params& params) {
  if (!params.isMap())
    return QStringLiteral("\nkappa = stretch = direction_v = direction_u = np.nan\n");
  return QStringLiteral(R"(

def direction(line):
    """Degrees in [0, 180): a singular vector may as well point the other way."""
    degrees = np.degrees(np.arctan2(line[1], line[0])) % 180
    return 0.0 if degrees >= 180 - 1e-9 else degrees


kappa = sigma[0] / sigma[1] if rank == 2 else np.inf
phi = np.radians(%1)
stretch = np.hypot(*(A @ [np.cos(phi), np.sin(phi)]))
# A circle stays a circle: then every direction is as good as the other.
has_axes = sigma[0] - sigma[1] > 16 * eps * sigma[0]
direction_v = direction(Vt[0]) if has_axes else np.nan
direction_u = direction(U[:, 0]) if has_axes else np.nan
)")
      .arg(python::literal(params.phi));
}

} // namespace

QString numpyCode(const Params& params) {
  QString code = python::imports() + tableCode(params);
  code += params.noiseOfTable() > 0 ? noiseCode(params.noise, params.seed) : QStringLiteral("A = table\n");
  code += QStringLiteral(R"(
eps = np.finfo(float).eps
U, sigma, Vt = np.linalg.svd(A, full_matrices=False)
k = min(%1, len(sigma))


def low_rank(count):
    """The nearest matrix of rank count (Eckart and Young)."""
    return U[:, :count] * sigma[:count] @ Vt[:count]


tolerance = max(A.shape) * eps * sigma[0]
rank = int((sigma > tolerance).sum())
rounding = 8 * max(A.shape) * eps * np.linalg.norm(A)


def without_rounding(distance):
    return distance if distance > rounding else 0.0


left_out = A - low_rank(k)

# How far each rank is from the table without noise; the first that is as near as any.
distances = np.array([np.linalg.norm(table - low_rank(i)) for i in range(len(sigma) + 1)])
best_rank = int(np.argmax(distances <= distances.min() + 1e-9 * sigma[0]))
)")
              .arg(params.k);
  code += mapCode(params);
  code += QStringLiteral(R"(
readouts = {
    "kept": k,
    "rank": rank,
    "sigma1": sigma[0],
    "sigma2": sigma[1],
    "next": sigma[k] if k < len(sigma) else 0.0,
    "error": without_rounding(np.linalg.norm(left_out, 2)),
    "frobenius": without_rounding(np.linalg.norm(left_out)),
    "energy": 100 * (sigma[:k] ** 2).sum() / (sigma**2).sum() if sigma[0] > 0 else np.nan,
    "stored": k * (sum(A.shape) + 1),
    "storage": 100 * k * (sum(A.shape) + 1) / A.size,
    "kappa": kappa,
    "clean": without_rounding(distances[k]),
    "best_rank": best_rank,
    "stretch": stretch,
    "direction_v": direction_v,
    "direction_u": direction_u,
}
)");
  return code + python::printReadouts();
}

} // namespace eigenboard::panels::linear_algebra::svd_panel
