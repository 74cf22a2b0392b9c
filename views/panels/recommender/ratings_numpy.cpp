#include "views/panels/recommender/book_code.h"
#include "views/panels/recommender/book_ratings.h"
#include "views/panels/recommender/ratings_model.h"
#include "views/panels/support/python.h"

#include <QtCore/QStringList>

namespace eigenboard::panels::recommender::ratings_panel {

using python::literal;

namespace {

QString givenCode(const Params& params) {
  QStringList changes;
  for (Eigen::Index row = 0; row < params.changes.rows(); ++row)
    changes += QStringLiteral("(%1, %2): %3")
                   .arg(params.changes(row, 0) - 1)
                   .arg(params.changes(row, 1) - 1)
                   .arg(literal(params.changes(row, 2)));
  return QStringLiteral(
             R"(R = np.array([[np.nan if cell == "-" else float(cell) for cell in row] for row in cells])
changes = {%1}  # (row, column): stars, 0 for none
for place, stars in changes.items():
    halves = np.floor(2 * np.float64(np.float32(stars)) + 0.5)
    R[place] = halves / 2 if halves > 0 else np.nan
u, v, i, j = %2, %3, %4, %5
mine = R[u][~np.isnan(R[u])]
readouts = {"given": R[u, i]}
)")
      .arg(changes.join(QStringLiteral(", ")))
      .arg(params.person - 1)
      .arg(params.other - 1)
      .arg(params.film - 1)
      .arg(params.second - 1);
}

QString suspenseList() {
  QStringList numbers;
  for (const double value : bookRatings().suspense)
    numbers += literal(value);
  return QStringLiteral("[%1]").arg(numbers.join(QStringLiteral(", ")));
}

QString aspectCode(const Params& params) {
  switch (params.aspect) {
  case Aspect::Numbers:
    return QStringLiteral(R"(
stars = [Fraction(r) for r in mine]  # floats of half stars are exact
mean = sum(stars) / len(stars) if stars else None
square = sum(r * r for r in stars) / len(stars) if stars else None
rational = square is not None and all(isqrt(x) ** 2 == x for x in (square.numerator, square.denominator))
readouts |= {
    "halves": 2 * R[u, i],
    "mean": mean if stars else np.nan,
    "numerator": mean.numerator if stars else 0,
    "denominator": mean.denominator if stars else 0,
    "rms": np.sqrt(float(square)) if stars else np.nan,
    "rational": rational,
}
)");
  case Aspect::Expression:
    return QStringLiteral(R"(
suspense = np.array(%1)
x = suspense[~np.isnan(R[u])]
b, w = %2, %3
if len(x) == 0:
    best = np.array([np.nan, np.nan])
elif np.ptp(x) == 0:
    best = np.array([mine.mean(), 0.0])
else:
    best = np.linalg.lstsq(np.column_stack([np.ones(len(x)), x]), mine, rcond=None)[0]
readouts |= {
    "feature": suspense[i],
    "predicted": b + w * suspense[i],
    "error": np.mean((mine - b - w * x) ** 2) if len(x) else np.nan,
    "least_error": np.mean((mine - best[0] - best[1] * x) ** 2) if len(x) else np.nan,
    "best_bias": best[0],
    "best_weight": best[1],
}
)")
        .arg(suspenseList(), literal(params.bias), literal(params.weight));
  case Aspect::Function:
    return QStringLiteral(R"(
f = {film: r for film, r in enumerate(R[u]) if not np.isnan(r)}
readouts |= {
    "domain": len(f),
    "undefined_at": R.shape[1] - len(f),
    "range": len(set(f.values())),
    "injective": len(set(f.values())) == len(f),
    "other_domain": np.sum(~np.isnan(R[v])),
}
)");
  case Aspect::Vectors:
    return QStringLiteral(R"(
a, b = R[u, [i, j]], R[v, [i, j]]
readouts |= {
    "dot": a @ b,
    "norm_u": np.linalg.norm(a),
    "norm_v": np.linalg.norm(b),
    "cosine": a @ b / (np.linalg.norm(a) * np.linalg.norm(b)),
    "distance": np.linalg.norm(a - b),
    "both": np.sum(~np.isnan(R[:, [i, j]]).any(axis=1)),
}
)");
  case Aspect::Samples:
    return QStringLiteral(R"(
sample = %1
sample = sample[~np.isnan(sample)]
values, counts = np.unique(sample, return_counts=True)
readouts |= {
    "count": len(sample),
    "sample_mean": sample.mean() if len(sample) else np.nan,
    "deviation": sample.std() if len(sample) else np.nan,
    "mode": values[counts.argmax()] if len(sample) else np.nan,
    "liked": np.mean(sample >= 4) if len(sample) else np.nan,
}
)")
        .arg(params.whose == Whose::All      ? QStringLiteral("R.ravel()")
             : params.whose == Whose::Person ? QStringLiteral("R[u]")
                                             : QStringLiteral("R[:, i]"));
  case Aspect::Sparse:
    return QStringLiteral(R"(
S = sparse.csr_matrix(np.nan_to_num(R))  # what is missing is not stored
readouts |= {
    "stored": S.nnz,
    "density": S.nnz / R.size,
    "dense_numbers": R.size,
    "sparse_numbers": len(S.data) + len(S.indices) + len(S.indptr),
    "of_film": S.getnnz(axis=0)[i],
}
)");
  }
  return {};
}

} // namespace

QString numpyCode(const Params& params) {
  QString imports = python::imports();
  if (params.aspect == Aspect::Numbers)
    imports.replace(QStringLiteral("import json\n"),
                    QStringLiteral("import json\nfrom fractions import Fraction\nfrom math import isqrt\n"));
  if (params.aspect == Aspect::Sparse)
    imports += QStringLiteral("from scipy import sparse\n");
  return imports + bookTableCode(false) + givenCode(params) + aspectCode(params) + python::printReadouts();
}

} // namespace eigenboard::panels::recommender::ratings_panel
