#include "views/panels/linear_algebra/matrix_product_model.h"
#include "views/panels/support/python.h"

namespace eigenboard::panels::linear_algebra::matrix_product_panel {

namespace {

QString nameOf(ProductOrder order) {
  switch (order) {
  case ProductOrder::Entries:
    return QStringLiteral("entries");
  case ProductOrder::Rows:
    return QStringLiteral("rows");
  case ProductOrder::Columns:
    return QStringLiteral("columns");
  case ProductOrder::Outer:
    break;
  }
  return QStringLiteral("outer");
}

/// A matrix keeps both brackets when it has one column.
QString twoDimensional(const Eigen::MatrixXd& values) {
  return QStringLiteral("%1.reshape(%2, %3)")
      .arg(python::array(values))
      .arg(values.rows())
      .arg(values.cols());
}

} // namespace

QString numpyCode(const Params& params, int steps) {
  const Step begin = start(params);
  QString code = python::imports();
  if (params.isLayer())
    code += QStringLiteral("\nX = %1\nW = %2  # stored as (out, in)\nb = %3\nA, B = X, W.T\n")
                .arg(twoDimensional(begin.A), twoDimensional(begin.B.transpose()),
                     python::array(Eigen::VectorXd(params.bias.head(params.columnsOfB))));
  else
    code += QStringLiteral("\nA = %1\nB = %2\nb = np.zeros(B.shape[1])\n")
                .arg(twoDimensional(begin.A), twoDimensional(begin.B));
  code +=
      QStringLiteral("steps = %1\norder = \"%2\"\nrow, column = %3, %4  # of the entry that is looked at\n")
          .arg(steps)
          .arg(nameOf(params.order))
          .arg(params.row - 1)
          .arg(params.column - 1);
  code += QStringLiteral(R"(
nothing = np.nan
(m, k), (k_right, n) = A.shape, B.shape
row, column = min(row, m - 1), min(column, n - 1)
fits = k == k_right
step = 0
entry = running = total = size = trace = nothing
if fits:
    whole = %1
    # How many products each entry holds so far; before the first step the whole is shown.
    step = min(steps, {"entries": m * n * k, "rows": m * k, "columns": n * k, "outer": k}[order])
    i, j = np.indices((m, n))
    before = {"entries": (i * n + j) * k, "rows": i * k, "columns": j * k, "outer": 0 * i}[order]
    made = np.clip(step - before, 0, k) if step else np.full((m, n), k)
    if step:
        last = step - 1
        if order == "entries":
            row, column = last // (n * k), last // k %% n
        elif order == "rows":
            row = last // k
        elif order == "columns":
            column = last // k
    products = np.einsum("ij,jk->ijk", A, B)
    shown = np.where(np.arange(k)[None, :, None] < made[:, None, :], products, 0).sum(axis=1) + b
    entry, running = whole[row, column], shown[row, column]
    total, size = shown.sum(), np.linalg.norm(whole)
    trace = np.trace(A @ B) if m == n else nothing

readouts = {
    "rows": m if fits else nothing,
    "columns": n if fits else nothing,
    "inner": k,
    "inner_right": k_right,
    "entry": entry,
    "running": running,
    "sum": total,
    "size": size,
    "trace": trace,
    "commutator": np.linalg.norm(A @ B - B @ A) if m == k == k_right == n else nothing,
    "multiplications": m * k * n if fits else nothing,
    "flops": m * n * (%2) if fits else nothing,
    "step": step,
}
)")
              .arg(params.isLayer() ? QStringLiteral("np.einsum(\"bi,oi->bo\", X, W) + b")
                                    : QStringLiteral("np.einsum(\"ij,jk->ik\", A, B)"),
                   params.isLayer() ? QStringLiteral("2 * k") : QStringLiteral("2 * k - 1"))
              .replace(QStringLiteral("%%"), QStringLiteral("%"));
  return code + python::printReadouts();
}

} // namespace eigenboard::panels::linear_algebra::matrix_product_panel
