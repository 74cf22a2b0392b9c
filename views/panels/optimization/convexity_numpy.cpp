#include "views/panels/optimization/convexity_model.h"
#include "views/panels/support/python.h"
#include "views/panels/support/typed_function.h"

namespace eigenboard::panels::optimization::convexity_panel {

namespace {

QString curveCode(const Params& p) {
  return QStringLiteral("from scipy import optimize\n\n\n") + python::typedFunction(p.f) +
         QStringLiteral(R"(

def point(x):
    """f, f' and f'' at x."""
    with np.errstate(all="ignore"):
        value, gradient, hessian = function(np.float64(x), np.float64(0.0))
    if not np.isfinite(value):
        return np.array([value, np.nan, np.nan])
    return np.array([value, gradient[0], hessian[0, 0]], dtype=float)


a, b, t = %1, %2, %3
mean = (1 - t) * a + t * b
places = -3 + 6 * np.arange(%4) / (%4 - 1)
f, slope, bend = np.array([point(x) for x in places]).T

# The chord: how far f rises above it between its ends.
between = a + (b - a) * np.arange(%5) / (%5 - 1)
between[-1] = b
fa, fb = point(a)[0], point(b)[0]
share = np.zeros_like(between) if a == b else (between - a) / (b - a)
with np.errstate(invalid="ignore"):
    above = np.array([point(x)[0] for x in between]) - ((1 - share) * fa + share * fb)
    above[0] = above[-1] = 0.0
    has_chord = np.isfinite(fa) and np.isfinite(fb)
    chord_excess = max(0.0, above[np.isfinite(above)].max()) if has_chord else np.nan

# The tangent at the mean: how far f dips below it.
value, rise, curvature = point(mean)
tangent_deficit = np.nan
if np.isfinite(value) and np.isfinite(rise):
    with np.errstate(invalid="ignore"):
        over = f - (value + rise * (places - mean))
    tangent_deficit = min(0.0, over[np.isfinite(over)].min())

# Where f bends down beyond rounding: f'' < 0, or a kink with a negative second difference.
down = np.isfinite(bend) & (bend < -64 * np.finfo(float).eps * (abs(f) + abs(slope)))
with np.errstate(invalid="ignore"):
    second = f[:-2] - 2 * f[1:-1] + f[2:]
    size = abs(f[:-2]) + 2 * abs(f[1:-1]) + abs(f[2:])
    jump = abs(f[:-2] - f[1:-1]) + abs(f[2:] - f[1:-1])
    kink = 64 * np.finfo(float).eps * (size + jump * (1 + abs(places[1:-1]) / (places[2:] - places[1:-1])))
    down[1:-1] |= np.isfinite(second) & (second < -kink)


def turn(i, j):
    """Where f'' changes its sign between the samples i, which bends down, and j, which does not."""
    if not bend[j] >= 0 or not bend[i] < 0:
        return places[i]
    if bend[j] == 0:
        return places[j]
    return optimize.brentq(lambda x: point(x)[2], places[i], places[j], xtol=1e-15)


concave_length, i = 0.0, 0
while i < len(places):
    if down[i]:
        first = i
        while i + 1 < len(places) and down[i + 1]:
            i += 1
        low = turn(first, first - 1) if first > 0 else places[0]
        high = turn(i, i + 1) if i + 1 < len(places) else places[i]
        concave_length += high - low
    i += 1


def finite(number):
    return number if np.isfinite(number) else np.nan


mean_of_f = (1 - t) * fa + t * fb if np.isfinite(fa) and np.isfinite(fb) else np.nan
readouts = {
    "mean": mean,
    "f_of_mean": finite(value),
    "mean_of_f": mean_of_f,
    "jensen_gap": finite(mean_of_f - value),
    "chord_excess": chord_excess,
    "tangent_deficit": tangent_deficit,
    "slope": finite(rise),
    "curvature": finite(curvature),
    "eigen_least": bend[np.isfinite(bend)].min() if np.isfinite(bend).any() else np.nan,
    "concave_length": concave_length if np.isfinite(f).any() else np.nan,
}
)")
             .arg(python::literal(p.a), python::literal(p.b), python::literal(p.weight))
             .arg(curveSamples)
             .arg(chordSamples);
}

QString problemCode(const Params& p) {
  return QStringLiteral(R"(from scipy import optimize

# Minimize (x - c)' H (x - c) / 2 subject to g(x) <= 0.
H = np.array([[%1, %2], [%2, %3]])
c, q = %4, %5
reader = %6
curvatures, V = np.linalg.eigh(H)
least, largest = curvatures
curvatures = np.where(abs(curvatures) <= 1e-13 * abs(curvatures).max(), 0.0, curvatures)
# Each axis points to the side on which its larger part is positive.
V = V * [np.sign(v[1] if abs(v[1]) > abs(v[0]) else v[0]) for v in V.T]


def f(x):
    return (x - c) @ H @ (x - c) / 2

)")
      .arg(python::literal(p.hxx), python::literal(p.hxy), python::literal(p.hyy), python::array(p.centre),
           python::array(p.middle), python::literal(p.multiplier));
}

QString halfPlaneCode(const Params& p) {
  return QStringLiteral(R"(
n = np.array([np.cos(np.deg2rad(%1)), np.sin(np.deg2rad(%1))])


def g(x):
    return n @ (x - q)


inverse = np.linalg.pinv(H, rcond=1e-13, hermitian=True)
flat = n - H @ (inverse @ n)  # the part of n along which f does not bend
is_flat = np.linalg.norm(flat) > 1e-12
excess = g(c)


def lagrangian_minimizer(multiplier):
    if curvatures[0] < 0 or (multiplier > 0 and is_flat):
        return None
    return c - multiplier * (inverse @ n)


multiplier = 0.0
if curvatures[0] < 0:
    x, multiplier = np.array([np.nan, np.nan]), np.nan
elif excess <= 0:
    x = c
elif is_flat:
    x = c - excess * flat / (flat @ flat)
else:
    multiplier = excess / (n @ inverse @ n)
    x = c - multiplier * (inverse @ n)
)")
      .arg(python::literal(p.direction));
}

QString discCode(const Params& p) {
  return QStringLiteral(R"(
r = %1


def g(x):
    away = np.hypot(*(x - q))
    return (away - r) * (away + r)


k = V.T @ (c - q)
pull = curvatures * k
pull = np.where(abs(pull) <= 1e-13 * abs(curvatures).max() * r, 0.0, pull)


def lagrangian_minimizer(multiplier):
    bends = curvatures + 2 * multiplier
    is_flat = abs(bends) <= 1e-13 * (abs(curvatures) + 2 * multiplier)
    if np.any(np.where(is_flat, pull != 0, bends < 0)):
        return None
    return q + V @ np.where(is_flat, k, pull / np.where(is_flat, 1.0, bends))


# In the axes of H, shifted so that the first has the curvature 0.
apart = curvatures[1] - curvatures[0]


def place(shift):
    return np.array([pull[0] / shift if pull[0] else 0.0, pull[1] / (shift + apart) if pull[1] else 0.0])


multiplier = 0.0
rest = pull[1] / apart if apart > 0 else 0.0
if curvatures[0] > 0 and np.hypot(*k) <= r:
    x = c
elif curvatures[0] == 0 and apart == 0:
    x = c if np.hypot(*k) <= r else q + V @ (k * (r / np.hypot(*k)))
elif curvatures[0] == 0 and abs(k[1]) <= r:
    first = k[0] if np.hypot(*k) <= r else np.copysign(np.sqrt(r * r - k[1] ** 2), k[0])
    x = q + V @ [first, k[1]]
elif curvatures[0] < 0 and pull[0] == 0 and abs(rest) < r and (apart > 0 or pull[1] == 0):
    multiplier = -curvatures[0] / 2
    x = q + V @ [np.sqrt(r * r - rest * rest), rest]
else:
    # The secular equation: the shift at which the place is on the edge.
    low = max(0.0, curvatures[0], abs(pull[0]) / r, abs(pull[1]) / r - apart) * (1 - 1e-15)
    high = np.hypot(*pull) / r * (1 + 1e-15)
    low = max(low, 1e-300)
    off = [np.hypot(*place(s)) - r for s in (low, high)]
    shift = low if off[0] <= 0 else high if off[1] >= 0 else optimize.brentq(
        lambda s: np.hypot(*place(s)) - r, low, high, xtol=1e-300, rtol=4 * np.finfo(float).eps, maxiter=500)
    multiplier = (shift - curvatures[0]) / 2
    x = q + V @ place(shift)
)")
      .arg(python::literal(p.radius));
}

QString answersCode() {
  return QStringLiteral(R"(
optimum = f(x) if np.isfinite(x).all() else -np.inf
constraint = g(x)
if abs(constraint) <= 1e-11:
    constraint = 0.0
lowest = lagrangian_minimizer(reader)
dual = -np.inf if lowest is None else f(lowest) + reader * g(lowest)
least_x, least_y = (np.nan, np.nan) if lowest is None else lowest

readouts = {
    "eigen_least": least,
    "eigen_largest": largest,
    "optimum_x": x[0],
    "optimum_y": x[1],
    "optimum": optimum,
    "constraint": constraint,
    "lambda": multiplier,
    "slackness": multiplier * constraint,
    "dual": dual,
    "gap": np.nan if np.isneginf(optimum) else optimum - dual,
    "least_x": least_x,
    "least_y": least_y,
}
)");
}

} // namespace

QString numpyCode(const Params& p) {
  QString text = python::imports();
  if (p.look == LookKind::Curve)
    text += curveCode(p);
  else
    text += problemCode(p) + (p.kind == math::Constraint::Kind::Disc ? discCode(p) : halfPlaneCode(p)) +
            answersCode();
  return text + python::printReadouts();
}

} // namespace eigenboard::panels::optimization::convexity_panel
