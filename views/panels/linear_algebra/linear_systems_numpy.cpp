#include "views/panels/linear_algebra/linear_systems_model.h"
#include "views/panels/support/python.h"

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

namespace {

QString solveCode() {
  return QStringLiteral(R"(eps = np.finfo(float).eps
m, n = A.shape

# Of all x with the least |Ax - b| the shortest; singular values up to max(m, n) eps sigma_max count as 0.
x, _, rank, sigma = np.linalg.lstsq(A, b, rcond=max(m, n) * eps)

# What no column reaches of b: its part along the other left singular vectors.
U = np.linalg.svd(A)[0]
residual = np.linalg.norm(U[:, rank:].T @ b)


def to_norm_one(entries):
    norm = np.linalg.norm(entries, 2)
    return entries / norm if norm > 0 else entries


# The system has a solution when b adds no new direction to the columns of A.
together = np.column_stack([to_norm_one(A), to_norm_one(b)])
rank_augmented = max(rank, np.linalg.matrix_rank(together))

condition = sigma[0] / sigma[-1] if rank == min(m, n) else np.inf
backward_error = 0.0
if residual > 0:
    backward_error = residual / (sigma[0] * np.linalg.norm(x) + np.linalg.norm(b))

# Noise in b reaches the solution through the pseudoinverse.
pseudoinverse = np.linalg.pinv(A, rcond=max(m, n) * eps)
spread = noise * np.linalg.norm(pseudoinverse)
longest = noise * np.linalg.norm(pseudoinverse, 2)


)");
}

QString eliminationCode(int steps) {
  return QStringLiteral(R"(def next_operation(rows):
    """Gauss-Jordan: forward with partial pivoting, then from the last pivot back."""
    pivots = []
    for column in range(n):
        row = len(pivots)
        if row == m or not rows[row:, column].any():
            continue
        best = row + np.argmax(abs(rows[row:, column]))
        if best != row:
            return "swap", row, best, column
        for below in range(row + 1, m):
            if rows[below, column] != 0:
                return "forward", below, row, column
        pivots.append(column)
    for row in reversed(range(len(pivots))):
        column = pivots[row]
        if rows[row, column] != 1:
            return "scale", row, row, column
        for above in reversed(range(row)):
            if rows[above, column] != 0:
                return "back", above, row, column
    return None


rows = np.column_stack([A, b])
largest = abs(rows).max()
rounding = 8 * (n + 1) * eps * abs(A).max()
constant_rounding = 8 * (n + 1) * eps * abs(b).max()
step = 0
while step < %1 and (operation := next_operation(rows)):
    kind, target, source, column = operation
    if kind == "swap":
        rows[[target, source]] = rows[[source, target]]
    elif kind == "scale":
        rows[target] = rows[target] / rows[target, column]
    else:
        factor = -rows[target, column] / rows[source, column]
        rows[target] = rows[target] + factor * rows[source]
        rows[target, column] = 0.0
    if kind == "forward":
        # What rounding leaves of a zero would become a pivot.
        rows[target, :n][abs(rows[target, :n]) <= rounding] = 0.0
        if not rows[target, :n].any() and abs(rows[target, n]) <= constant_rounding:
            rows[target, n] = 0.0
    step += 1

readouts = {
    "x": x[0],
    "y": x[1],
    "z": x[2] if n == 3 else np.nan,
    "rank": rank,
    "rank_augmented": rank_augmented,
    "freedom": n - rank if rank == rank_augmented else np.nan,
    "condition": condition,
    "residual": residual,
    "backward_error": backward_error,
    "spread": spread,
    "longest": longest,
    "step": step,
    "nonzeros": np.count_nonzero(rows[:, :n]),
    "growth": abs(rows).max() / largest if largest > 0 else 1.0,
}
)")
      .arg(steps);
}

} // namespace

QString numpyCode(const Params& params, int steps) {
  const QString data = QStringLiteral("\nA = %1\nb = %2\nnoise = %3\n")
                           .arg(python::array(coefficients(params)), python::array(constants(params)),
                                python::literal(params.noise));
  return python::imports() + data + solveCode() + eliminationCode(steps) + python::printReadouts();
}

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
