#include "views/panels/linear_algebra/projection_model.h"
#include "views/panels/support/python.h"

namespace eigenboard::panels::linear_algebra::projection_panel {

QString numpyCode(const Params& params, int steps) {
  QString code = python::imports();
  code += QStringLiteral(R"(
u = %1
v = %2
w = %3
t = %4  # a multiple of u to try
b = %5  # the hyperplane is u @ x + b == 0
steps = %6  # of Gram-Schmidt
)")
              .arg(python::array(params.u), python::array(params.v), python::array(params.w),
                   python::literal(params.t), python::literal(params.b))
              .arg(steps);
  code += QStringLiteral(R"(rounding = 8 * np.finfo(float).eps


def cosine(x, y):
    lengths = np.linalg.norm(x) * np.linalg.norm(y)
    return x @ y / lengths if lengths > 0 else np.nan


def angle(x, y):
    """By the arctangent: the arccosine loses half the digits near 0 and 180 degrees."""
    if not (x.any() and y.any()):
        return np.nan
    return np.degrees(np.arctan2(abs(x[0] * y[1] - x[1] * y[0]), x @ y))


# The nearest multiple of u, as a least-squares problem with one unknown.
if u.any():
    coefficient = np.linalg.lstsq(u[:, None], v, rcond=None)[0][0]
    shadow = coefficient * u
    length = v @ u / np.linalg.norm(u)
    value = u @ v + b
    noise = rounding * (np.abs(u) @ np.abs(v) + abs(b))
    distance = value / np.linalg.norm(u) if abs(value) > noise else 0.0
else:
    coefficient, shadow, length, distance = np.nan, np.zeros(2), 0.0, np.nan

# Gram-Schmidt: u to length 1, v without its shadow on u, what is left to length 1.
step = 0
q1 = q2 = np.full(2, np.nan)
if steps >= 1:
    step = 1
    if u.any():
        q1 = u / np.linalg.norm(u)
if steps >= 2 and u.any():
    step = 2
    left = v - (q1 @ v) * q1
if steps >= 3 and u.any():
    step = 3
    if np.linalg.norm(left) > rounding * np.linalg.norm(v):
        q2 = left / np.linalg.norm(left)

readouts = {
    "dot": u @ v,
    "cosine": cosine(u, v),
    "angle": angle(u, v),
    "norm_u": np.linalg.norm(u),
    "norm_v": np.linalg.norm(v),
    "coefficient": coefficient,
    "shadow": length,
    "shadow_x": shadow[0],
    "shadow_y": shadow[1],
    "residual": np.linalg.norm(v - shadow),
    "gap": np.linalg.norm(u) * np.linalg.norm(v) - abs(u @ v),
    "error": np.linalg.norm(v - t * u),
    "distance": distance,
    "side": np.sign(distance),
    "dot_w": u @ w,
    "cosine_w": cosine(u, w),
    "step": step,
    "q1_x": q1[0],
    "q1_y": q1[1],
    "q2_x": q2[0],
    "q2_y": q2[1],
}
)");
  return code + python::printReadouts();
}

} // namespace eigenboard::panels::linear_algebra::projection_panel
