#include "views/panels/linear_algebra/factorizations_model.h"
#include "views/panels/support/python.h"

namespace eigenboard::panels::linear_algebra::factorizations_panel {

namespace {

/// Each gives left, middle, right, failed_at and exists for `target`.
QString luCode(bool pivoting) {
  return QStringLiteral(R"(
pivoting = %1


def lu(A):
    """Gaussian elimination by outer products; rows are exchanged for the largest pivot."""
    target, work = A.copy(), A.copy()
    L, U = np.zeros((m, r)), np.zeros((r, n))
    swaps = 0
    for k in range(r):
        if pivoting:
            row = k + np.argmax(np.abs(work[k:, k]))
            if abs(work[row, k]) <= zero:
                work[k:, k] = 0
            elif row != k:
                for M in (target, work, L):
                    M[[k, row]] = M[[row, k]]
                swaps += 1
        if work[k, k] == 0 and work[k + 1 :, k].any():
            return target, L[:, :k], U[:k], swaps, k
        L[k, k] = 1
        if work[k, k] != 0:
            L[k + 1 :, k] = work[k + 1 :, k] / work[k, k]
        U[k] = work[k]
        work[k + 1 :] -= np.outer(L[k + 1 :, k], U[k])
        work[k], work[:, k] = 0, 0
    return target, L, U, swaps, None


target, left, right, swaps, failed = lu(A)
exists = failed is None
failed_at = np.nan if exists else failed + 1
middle = np.ones(left.shape[1])
growth = np.abs(right).max() / np.abs(A).max() if exists and A.any() else np.nan
flops = max(m, n) * r**2 - r**3 / 3
)")
      .arg(python::literal(pivoting));
}

QString choleskyCode() {
  return QStringLiteral(R"(
left, exists, failed_at = np.zeros((m, 0)), False, np.nan
if is_symmetric:
    work = A.copy()
    for k in range(n):
        if not work[k, k] > zero:
            failed_at = k + 1
            break
        column = np.concatenate([np.zeros(k), work[k:, k] / np.sqrt(work[k, k])])
        work -= np.outer(column, column)
        left = np.column_stack([left, column])
    exists = left.shape[1] == n
    if exists:
        left = np.linalg.cholesky(A)
target, middle, right = A, np.ones(left.shape[1]), left.T
flops = r**3 / 3
)");
}

QString qrCode() {
  return QStringLiteral(R"(

def householder(A):
    """One reflection for each column, and signs that leave no negative number on the diagonal of R."""
    R, Q = A.copy(), np.eye(m)
    for k in range(r):
        x = R[k:, k].copy()
        if np.linalg.norm(x) <= zero:
            R[k:, k] = 0
        elif np.linalg.norm(x[1:]) > zero:
            v = x / np.linalg.norm(x)
            v[0] += -1 if v[0] < 0 else 1
            v /= np.linalg.norm(v)
            R[k:, k:] -= 2 * np.outer(v, v @ R[k:, k:])
            Q[:, k:] -= 2 * np.outer(Q[:, k:] @ v, v)
        R[k + 1 :, k] = 0
        if R[k, k] < 0:
            R[k], Q[:, k] = -R[k], -Q[:, k]
    return Q[:, :r], R[:r]


if np.linalg.matrix_rank(A[:, :r]) == r:
    left, right = np.linalg.qr(A)
    signs = np.where(right.diagonal() < 0, -1.0, 1.0)
    left, right = left * signs, signs[:, None] * right
else:  # the library would make a direction of what is rounding of 0
    left, right = householder(A)
target, middle, exists, failed_at = A, np.ones(r), True, np.nan
flops = 2 * max(m, n) * r**2 - 2 * r**3 / 3
)");
}

QString eigenCode() {
  return QStringLiteral(R"(
left, middle, right, exists, failed_at = np.zeros((m, 0)), np.zeros(0), np.zeros((0, n)), False, np.nan
if is_symmetric:
    middle, left = np.linalg.eigh(A)
    middle, left, exists = middle[::-1], left[:, ::-1], True
    right = left.T
elif m == n:
    values, V = np.linalg.eig(A)
    # Beyond this rounding cannot have made the pair out of one eigenvalue with up to four copies.
    is_complex = np.abs(values.imag).max() > eps**0.25 * np.linalg.norm(A)
    if not is_complex and not np.abs(values.imag).any() and np.linalg.cond(V) <= 1e7:
        falling = np.argsort(-values.real)
        middle, left, exists = values.real[falling], V.real[:, falling], True
        right = np.linalg.inv(left)
        slack = np.linalg.cond(left)
if exists:
    value_max, value_min = middle[0], middle[-1]
target = A
flops = (9 if is_symmetric else 25) * r**3
)");
}

QString svdCode() {
  return QStringLiteral(R"(
left, middle, right = np.linalg.svd(A, full_matrices=False)
target, exists, failed_at = A, True, np.nan
p = max(m, n)
flops = 4 * p**2 * r + 8 * p * r**2 + 9 * r**3
)");
}

QString codeOf(const Params& params) {
  switch (params.kind) {
  case FactorizationKind::Lu:
    return luCode(params.pivoting);
  case FactorizationKind::Cholesky:
    return choleskyCode();
  case FactorizationKind::Qr:
    return qrCode();
  case FactorizationKind::Eigen:
    return eigenCode();
  case FactorizationKind::Svd:
    break;
  }
  return svdCode();
}

} // namespace

QString numpyCode(const Params& params, int steps) {
  const Step begin = start(params);
  QString code = python::imports();
  code += QStringLiteral("\nA = %1.reshape(%2, %3)\nsteps = %4  # layers to take off; 0: all\n")
              .arg(python::array(begin.A))
              .arg(begin.A.rows())
              .arg(begin.A.cols())
              .arg(steps);
  code += QStringLiteral(R"(
(m, n), r, eps = A.shape, min(A.shape), np.finfo(float).eps
is_symmetric = m == n and (A == A.T).all()
zero = 4 * max(m, n) * eps * np.abs(A).max()  # rounding of a 0
sigma = np.linalg.svd(A, compute_uv=False)
swaps = growth = value_max = value_min = np.nan
slack = 1.0  # eigenvectors that are nearly dependent lose more
)");
  code += codeOf(params);
  code += QStringLiteral(R"(

def without_rounding(distance):
    return distance if distance > 8 * max(m, n) * eps * slack * np.linalg.norm(A) else 0.0


def left_after(k):
    layers = np.zeros(A.shape)
    for i in range(k):
        layers += np.outer(left[:, i], middle[i] * right[i])
    return without_rounding(np.linalg.norm(target - layers))


done = left.shape[1]
k = min(steps, done) if steps else done
tolerance = max(m, n) * eps * sigma[0]
readouts = {
    "exists": exists,
    "failed_at": failed_at,
    "layers": k,
    "left": left_after(k),
    "least": without_rounding(np.linalg.norm(sigma[k:])),
    "error": left_after(done) if exists else np.nan,
    "condition": sigma[0] / sigma[-1] if sigma[-1] > tolerance else np.inf,
    "rank": np.linalg.matrix_rank(A),
    "det": np.linalg.det(A) if m == n else np.nan,
    "flops": flops,
    "swaps": swaps,
    "growth": growth,
    "value_max": value_max,
    "value_min": value_min,
    "sigma_max": sigma[0],
    "sigma_min": sigma[-1],
}
)");
  return code + python::printReadouts();
}

} // namespace eigenboard::panels::linear_algebra::factorizations_panel
