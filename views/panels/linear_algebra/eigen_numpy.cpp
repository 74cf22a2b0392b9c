#include "views/panels/linear_algebra/eigen_model.h"
#include "views/panels/support/python.h"

namespace eigenboard::panels::linear_algebra::eigen_panel {

namespace {

QString eigenvaluesCode() {
  return QStringLiteral(R"(eps = np.finfo(float).eps

trace = np.trace(A)
det = np.linalg.det(A)
discriminant = trace**2 - 4 * det

# Where two roots meet, rounding in the entries decides whether they do, and eigvals is good to √eps only.
# So they count as one when the last places of the entries could make them meet.
p = (A[0, 0] - A[1, 1]) / 2
bc = A[0, 1] * A[1, 0]
largest = max(abs(A[0, 0]), abs(A[1, 1]))
repeated = abs(p * p + bc) <= 4 * eps * (abs(p) * largest + abs(bc))
if repeated:
    eigenvalues = np.array([trace / 2, trace / 2], dtype=complex)
    off_identity = np.abs(A - trace / 2 * np.eye(2)).max()
    independent = 2 if off_identity <= 4 * eps * largest else 1
else:
    eigenvalues = np.linalg.eigvals(A).astype(complex)
    independent = 2

# NumPy promises no order: decreasing modulus, then real part, then imaginary part. The modulus is rounded so
# that a tie stays a tie.
first, second = sorted(
    eigenvalues, key=lambda z: (round(abs(z), 9), z.real, z.imag), reverse=True
)


def apply(matrix, vector):
    """The product, or exactly zero where rounding is all that is left of it."""
    image = matrix @ vector
    rounding = 2 * eps * np.linalg.norm(matrix) * np.hypot(*vector)
    return image if np.hypot(*image) > rounding else np.zeros(2)


def rayleigh(vector):
    if not vector.any():
        return np.nan
    unit = vector / np.hypot(*vector)
    return unit @ A @ unit


def residual(vector):
    if not vector.any():
        return np.nan
    unit = vector / np.hypot(*vector)
    return np.hypot(*(A @ unit - rayleigh(vector) * unit))


)");
}

QString processCode(const Params& params, int steps) {
  switch (params.process) {
  case ProcessKind::Power:
    return QStringLiteral(R"(# Power iteration: multiply, then bring the length back to 1.
step, iterate = 0, v
while step < %1 and apply(A, iterate).any():
    iterate = apply(A, iterate / np.hypot(*iterate))
    iterate = iterate / np.hypot(*iterate)
    step += 1
rayleigh_k, below_diagonal = rayleigh(iterate), residual(iterate)
)")
        .arg(steps);
  case ProcessKind::Powers:
    return QStringLiteral(
               R"(# The raw trail v, Av, A²v, ... It grows past 1e154, where squares overflow, but np.hypot does not.
step, iterate = 0, v
while step < %1 and iterate.any():
    iterate = apply(A, iterate)
    step += 1
rayleigh_k, below_diagonal = rayleigh(iterate), residual(iterate)
)")
        .arg(steps);
  case ProcessKind::Qr:
    return QStringLiteral(
               R"(# QR iteration: A_k = QR, A_{k+1} = RQ, with no negative number on the diagonal of R.
A_k = A.copy()
step = %1
for _ in range(step):
    if abs(A_k[1, 0]) <= 2 * eps * np.linalg.norm(A_k):
        A_k[1, 0] = 0.0  # rounding of a zero would turn Q by noise
    Q, R = np.linalg.qr(A_k)
    signs = np.diag(np.where(np.diag(R) < 0, -1.0, 1.0))
    A_k = (signs @ R) @ (Q @ signs)
iterate = A_k[:, 0]
rayleigh_k, below_diagonal = A_k[0, 0], A_k[1, 0]
)")
        .arg(steps);
  }
  return {};
}

QString readoutsCode() {
  return QStringLiteral(R"(
w = apply(A, v)
if v.any() and w.any():
    angle = np.degrees(np.arctan2(v[0] * w[1] - v[1] * w[0], v @ w))
else:
    angle = np.nan

readouts = {
    "lambda1_re": first.real,
    "lambda1_im": first.imag,
    "lambda2_re": second.real,
    "lambda2_im": second.imag,
    "rayleigh": rayleigh(v),
    "residual": residual(v),
    "angle": angle,
    "stretch": np.hypot(*w) / np.hypot(*v) if v.any() else np.nan,
    "trace": trace,
    "det": det,
    "discriminant": discriminant,
    "spectral_radius": abs(first),
    "independent_eigenvectors": independent,
    "step": step,
    "iterate_x": iterate[0],
    "iterate_y": iterate[1],
    "rayleigh_k": rayleigh_k,
    "below_diagonal": below_diagonal,
}
)");
}

} // namespace

QString numpyCode(const Params& params, int steps) {
  const QString data =
      QStringLiteral("\nA = %1\nv = %2\n").arg(python::array(params.A), python::array(params.v));
  return python::imports() + data + eigenvaluesCode() + processCode(params, steps) + readoutsCode() +
         python::printReadouts();
}

} // namespace eigenboard::panels::linear_algebra::eigen_panel
