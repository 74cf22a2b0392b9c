#include "views/panels/linear_algebra/vectors_model.h"
#include "views/panels/support/python.h"

namespace eigenboard::panels::linear_algebra::vectors_panel {

QString numpyCode(const Params& params) {
  const Result r = evaluate(params);
  QString code = python::imports();
  code += QStringLiteral("\nu = %1\nv = %2\n").arg(python::array(r.u), python::array(r.v));
  if (r.count() == 3)
    code += QStringLiteral("w = %1\nvectors = np.column_stack([u, v, w])\n").arg(python::array(params.w));
  else
    code += QStringLiteral("vectors = np.column_stack([u, v])\n");
  code += QStringLiteral("coefficients = %1\n").arg(python::array(r.coefficients));
  const QString order = params.measure() == eigenboard::linear_algebra::Norm::Sum ? QStringLiteral("1")
                        : params.measure() == eigenboard::linear_algebra::Norm::Euclidean
                            ? QStringLiteral("2")
                            : QStringLiteral("np.inf");
  code += QStringLiteral("order = %1  # of the norm that unit vectors are measured by\n").arg(order);
  code += QStringLiteral(R"(
total = u + v
combination = vectors @ coefficients
# A cross product needs three parts; in the plane the third is 0.
cross = np.cross(np.append(u, np.zeros(3 - len(u))), np.append(v, np.zeros(3 - len(v))))
area = np.linalg.norm(cross)
unit = u / np.linalg.norm(u, order) if u.any() else np.full(len(u), np.nan)


def third(vector):
    return vector[2] if len(vector) > 2 else np.nan


readouts = {
    "rank": np.linalg.matrix_rank(vectors),
    "det": np.linalg.det(vectors) if vectors.shape[0] == vectors.shape[1] else np.nan,
    "area": area,
    "comb_1": combination[0],
    "comb_2": combination[1],
    "comb_3": third(combination),
    "sum_1": total[0],
    "sum_2": total[1],
    "sum_3": third(total),
    "dot": np.dot(u, v),
    "angle": np.degrees(np.arctan2(area, np.dot(u, v))) if u.any() and v.any() else np.nan,
    "norm_1": np.linalg.norm(u, 1),
    "norm_2": np.linalg.norm(u),
    "norm_max": np.linalg.norm(u, np.inf),
    "norm_v": np.linalg.norm(v),
    "unit_1": unit[0],
    "unit_2": unit[1],
    "distance": np.linalg.norm(u - v),
    "gap": np.linalg.norm(u) + np.linalg.norm(v) - np.linalg.norm(total),
}
)");
  return code + python::printReadouts();
}

} // namespace eigenboard::panels::linear_algebra::vectors_panel
