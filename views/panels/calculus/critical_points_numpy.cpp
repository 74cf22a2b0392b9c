#include "core/algebra/expression_text.h"
#include "views/panels/calculus/critical_points_words.h"
#include "views/panels/support/python.h"
#include "views/panels/support/typed_function.h"

namespace eigenboard::panels::calculus::critical_points_panel {

namespace {

QString functionCode(const QString& text) {
  const std::vector<std::string> variables{"x", "y"};
  const auto parsed = algebra::parseExpression(text.toStdString(), variables);
  return python::typedFunction(text) +
         QStringLiteral(R"(

np.seterr(all="ignore")  # where f has no value the answer is nan


def absolute(u):
    """|u| that has a slope for complex u too."""
    return np.where(np.real(u) < 0, -u, u)


def f(x, y):
    return %1


def slopes(p):
    """The gradients at many points at once by complex steps, an array of rows."""
    x, y, tiny = p[:, 0], p[:, 1], 1e-200
    sides = [f(x + 1j * tiny, y + 0j), f(x + 0j, y + 1j * tiny)]
    return np.stack([np.broadcast_to(np.imag(side), x.shape) / tiny for side in sides], axis=1)


def bends(p):
    """Their Hessians, good enough to lead Newton's method: differences of the gradients."""
    d = 1e-5
    columns = [(slopes(p + d * e) - slopes(p - d * e)) / (2 * d) for e in np.eye(2)]
    H = np.stack(columns, axis=2)
    return (H + H.transpose(0, 2, 1)) / 2
)")
             .arg(QString::fromStdString(algebra::toPython(parsed.expression, variables, "absolute")));
}

QString searchCode() {
  return QStringLiteral(R"(

def lattice(count):
    side = np.linspace(-2, 2, count)
    return np.stack([axis.ravel() for axis in np.meshgrid(side, side)], axis=1)


def largest_bend(H):
    H = H[np.isfinite(H).all(axis=(1, 2))]
    return np.abs(np.linalg.eigvalsh(H)).max() if len(H) else 0.0


def critical_points():
    """Newton's method for a gradient of 0 from many starts; where H is singular by the least step."""
    p = lattice(21)
    still = np.ones(len(p), dtype=bool)
    for _ in range(100):
        g, H = slopes(p), bends(p)
        still &= np.isfinite(g).all(axis=1) & np.isfinite(H).all(axis=(1, 2)) & (np.abs(p) <= 4).all(axis=1)
        values, vectors = np.linalg.eigh(np.where(still[:, None, None], H, 0))
        size = np.abs(values).max(axis=1, keepdims=True)
        inverse = np.where(np.abs(values) > 1e-12 * size, 1 / values, 0)
        along = np.einsum("nij,ni->nj", vectors, g)
        step = -np.einsum("nij,nj->ni", vectors, inverse * along)
        length = np.linalg.norm(step, axis=1, keepdims=True)
        step = np.where(length > 1, step / length, step)
        if not (still & (length[:, 0] > 1e-13)).any():
            break
        p = np.where(still[:, None], p + np.where(np.isfinite(step), step, 0), p)
    g = slopes(p)
    left = np.linalg.norm(g, axis=1)
    good = still & (left <= 1e-8 * slope_scale) & (np.abs(p) <= 2 + 4e-6).all(axis=1)
    p, left = p[good], left[good]
    found = []
    while len(p):
        best = p[np.argmin(left)]
        found.append(best)
        other = np.linalg.norm(p - best, axis=1) > 4e-4
        p, left = p[other], left[other]
    return found


def turns():
    """How often the gradient turns round the border; nan where the samples cannot tell."""
    t = -2 + 4 * np.arange(200) / 200
    two = np.full(200, 2.0)
    border = np.concatenate([np.stack(side, axis=1) for side in ((t, -two), (two, t), (-t, two), (-two, -t))])
    g = slopes(border)
    if not np.isfinite(g).all() or not (np.linalg.norm(g, axis=1) > 0).all():
        return np.nan
    angle = np.arctan2(g[:, 1], g[:, 0])
    steps = (np.roll(angle, -1) - angle + np.pi) % (2 * np.pi) - np.pi
    return np.nan if np.abs(steps).max() >= np.pi / 2 else round(steps.sum() / (2 * np.pi))


starts = lattice(15)
finite = np.linalg.norm(slopes(starts), axis=1)
slope_scale = finite[np.isfinite(finite)].max() if np.isfinite(finite).any() else 0.0
flat = 1e-6 * largest_bend(bends(starts))
kinds = {"minima": 0, "maxima": 0, "saddles": 0, "undecided": 0}
for place in critical_points():
    low, high = np.linalg.eigvalsh(function(*place)[2])
    if min(abs(low), abs(high)) <= flat:
        kinds["undecided"] += 1
    else:
        kinds["minima" if low > 0 else "maxima" if high < 0 else "saddles"] += 1
if kinds["undecided"] > 12:  # they fill a line
    kinds["undecided"] = np.inf
)");
}

QString walkCode(const Params& p, int steps) {
  return QStringLiteral(R"(
x, y = %1, %2
rate = %3
value, gradient, hessian = function(x, y)
low, high = np.linalg.eigvalsh(hessian) if np.isfinite(hessian).all() else (np.nan, np.nan)

# Gradient descent; it ends where the ground is level, where f ends, or far outside.
point, step = np.array([x, y]), 0
here = function(*point)
while step < %4:
    if not (np.isfinite(here[0]) and np.isfinite(here[1]).all()):
        break
    if np.hypot(*here[1]) <= 1e-6 or np.abs(point).max() > 6:
        break
    there = point - rate * here[1]
    after = function(*there)
    if not (np.isfinite(there).all() and np.isfinite(after[0]) and np.isfinite(after[1]).all()):
        break
    point, here, step = there, after, step + 1
curvature = np.linalg.eigvalsh(here[2])[-1] if np.isfinite(here[2]).all() else np.nan

readouts = {
    "f": value,
    "slope_x": gradient[0],
    "slope_y": gradient[1],
    "curvature_low": low,
    "curvature_high": high,
    "det": hessian[0, 0] * hessian[1, 1] - hessian[0, 1] * hessian[1, 0],
    **kinds,
    "turns": turns(),
    "steps": step,
    "walk_x": point[0],
    "walk_y": point[1],
    "walk_f": here[0],
    "eta_lambda": rate * curvature,
}
)")
      .arg(python::literal(p.at.x()), python::literal(p.at.y()), python::literal(p.rate))
      .arg(steps);
}

} // namespace

QString textOf(const Params& p) {
  if (p.source == Source::Own)
    return p.f;
  return QStringLiteral("(%1) x^2 + (%2) x y + (%3) y^2 + (%4) (x^3 - 3 x y^2) + (%5) (x^4 + y^4)")
      .arg(python::literal(p.a), python::literal(p.b), python::literal(p.c), python::literal(p.m),
           python::literal(p.q));
}

QString numpyCode(const Params& params, int steps) {
  return python::imports() + functionCode(textOf(params)) + searchCode() + walkCode(params, steps) +
         python::printReadouts();
}

} // namespace eigenboard::panels::calculus::critical_points_panel
