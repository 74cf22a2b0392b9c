#include "core/algebra/expression_text.h"
#include "views/panels/calculus/gradient_words.h"
#include "views/panels/support/python.h"
#include "views/panels/support/typed_function.h"

namespace eigenboard::panels::calculus::gradient_panel {

namespace {

QString pythonOf(const QString& text, const char* absolute = "np.abs") {
  const std::vector<std::string> variables{"x", "y"};
  return QString::fromStdString(algebra::toPython(
      algebra::parseExpression(text.toStdString(), variables).expression, variables, absolute));
}

QString placeCode(const Params& p) {
  return QStringLiteral(R"(
x, y = %1, %2
turn = np.deg2rad(%3)
u = np.array([np.cos(turn), np.sin(turn)])
u[np.abs(u) < 1e-15] = 0.0  # a right angle is no exact number of radians
)")
      .arg(python::literal(p.at.x()), python::literal(p.at.y()), python::literal(p.angle));
}

QString slopesCode(const Params& p) {
  return QStringLiteral(R"(

np.seterr(all="ignore")  # where f has no value or slope the answer is nan
h = %1


def f(x, y):
    return %2


def along(d):
    """The slope along d by one pass. What does not move is a plain number, and its slope is never asked for."""
    moving = [Jet(v, np.array([s, 0.0])) if s != 0 else np.float64(v) for v, s in zip((x, y), d)]
    return as_jet(f(*moving)).gradient[0]


value = np.float64(f(np.float64(x), np.float64(y)))
gradient, slope, curvatures = np.full(2, np.nan), np.nan, np.full(2, np.nan)
if np.isfinite(value):
    gradient = np.array([along((1.0, 0.0)), along((0.0, 1.0))])
    slope = along(u)
    hessian = function(x, y)[2]
    if np.isfinite(hessian).all():
        curvatures = np.linalg.eigvalsh(hessian)
steepness = np.hypot(*gradient)
level = not (np.isfinite(gradient).all() and steepness > 0)
ends = [np.float64(f(np.float64(x + s * u[0]), np.float64(y + s * u[1]))) for s in (-h, h)]
readouts = {
    "f": value,
    "forward_x": gradient[0],
    "forward_y": gradient[1],
    "reverse_x": gradient[0],
    "reverse_y": gradient[1],
    "steepness": steepness,
    "uphill": np.nan if level else np.rad2deg(np.arctan2(gradient[1], gradient[0])) % 360,
    "along": slope,
    "secant": (ends[1] - ends[0]) / (2 * h),
    "curvature_low": curvatures[0],
    "curvature_high": curvatures[1],
}
)")
      .arg(python::literal(p.h), pythonOf(p.f));
}

QString mapCode(const Params& p) {
  return QStringLiteral(R"(
side = %1


def absolute(v):
    """|v| that has a slope for complex v too."""
    return np.where(np.real(v) < 0, -v, v)


def image(x, y):
    with np.errstate(all="ignore"):
        return np.array([%2 + 0 * x, %3 + 0 * x])


# A complex step: Im f(x + ih)/h is the slope without any difference, so h may be tiny.
tiny = 1e-200
J = np.column_stack([
    np.imag(image(np.complex128(x + 1j * tiny), np.complex128(y))) / tiny,
    np.imag(image(np.complex128(x), np.complex128(y + 1j * tiny))) / tiny,
])

# The square's outline, 24 points a side, and the area of its image by the shoelace formula.
t = np.arange(24) / 12 - 1
one = np.ones(24)
across, up = image(x + side / 2 * np.concatenate([t, one, -t, -one]),
                   y + side / 2 * np.concatenate([-one, t, one, -t]))
across, up = across - across[0], up - up[0]
area = (across * np.roll(up, -1) - up * np.roll(across, -1)).sum() / 2

(fx, fy), (gx, gy) = J
here = image(np.float64(x), np.float64(y))
readouts = {
    "image_f": here[0],
    "image_g": here[1],
    "fx": fx,
    "fy": fy,
    "gx": gx,
    "gy": gy,
    "det": np.linalg.det(J),
    "area_ratio": area / side**2,
    "stretch": np.linalg.norm(J @ u),
}
)")
      .arg(python::literal(p.side), pythonOf(p.f, "absolute"), pythonOf(p.g, "absolute"));
}

} // namespace

QString numpyCode(const Params& params) {
  const QString start = python::imports() + placeCode(params);
  if (params.mode == Mode::Map)
    return start + mapCode(params) + python::printReadouts();
  return start + python::typedFunction(params.f) + slopesCode(params) + python::printReadouts();
}

} // namespace eigenboard::panels::calculus::gradient_panel
