#include "views/panels/optimization/optimizers_numpy.h"

#include "views/panels/support/python.h"
#include "views/panels/support/typed_function.h"

namespace eigenboard::panels::optimization::optimizers_panel {

namespace {

/// f(x, y), its gradient and its Hessian, as the published papers have them.
QString publishedCode(FunctionKind kind) {
  switch (kind) {
  case FunctionKind::Ravine:
    return QStringLiteral(R"(
def function(x, y):
    """The ravine: a quadratic of condition 100."""
    value = (x * x + 100.0 * y * y) / 2
    return value, np.array([x, 100.0 * y]), np.array([[1.0, 0.0], [0.0, 100.0]])
)");
  case FunctionKind::Bowl:
    return QStringLiteral(R"(
def function(x, y):
    """The round bowl."""
    return (x * x + y * y) / 2, np.array([x, y]), np.eye(2)
)");
  case FunctionKind::Saddle:
    return QStringLiteral(R"(
def function(x, y):
    """The saddle x²/2 - y²/2."""
    return (x - y) * (x + y) / 2, np.array([x, -y]), np.diag([1.0, -1.0])
)");
  case FunctionKind::Plateau:
    return QStringLiteral(R"(
def function(x, y):
    """Geman and McClure's loss r²/(1 + r²), a plateau with a dip."""
    p = np.array([x, y])
    square = x * x + y * y
    if np.isinf(square):
        return 1.0, np.zeros(2), np.zeros((2, 2))
    f = 1 / (1 + square)
    return square * f, 2 * f * f * p, 2 * f * f * np.eye(2) - 8 * f * f * f * np.outer(p, p)
)");
  case FunctionKind::Rosenbrock:
    return QStringLiteral(R"(
def function(x, y):
    """Rosenbrock's valley."""
    off, rest, mixed = y - x * x, 1 - x, -400 * x
    hessian = np.array([[2 - 400 * off + 800 * x * x, mixed], [mixed, 200.0]])
    return rest * rest + 100 * off * off, np.array([-2 * rest + mixed * off, 200 * off]), hessian
)");
  case FunctionKind::Himmelblau:
    return QStringLiteral(R"(
def function(x, y):
    """Himmelblau's function with its four minima."""
    first, second, mixed = x * x + y - 11, x + y * y - 7, 4 * (x + y)
    gradient = np.array([4 * x * first + 2 * second, 2 * first + 4 * y * second])
    hessian = np.array(
        [[4 * first + 8 * x * x + 2, mixed], [mixed, 2 + 4 * second + 8 * y * y]]
    )
    return first * first + second * second, gradient, hessian
)");
  case FunctionKind::Beale:
    return QStringLiteral(R"(
def function(x, y):
    """Beale's function, a sum of three squares."""
    value, gradient, hessian = 0.0, np.zeros(2), np.zeros((2, 2))
    power, below = 1.0, 0.0
    for n, constant in ((1, 1.5), (2, 2.25), (3, 2.625)):
        residual = constant - x + x * power * y
        slope = np.array([power * y - 1, n * x * power])
        bend = np.array([[0.0, n * power], [n * power, n * (n - 1) * x * below]])
        value = value + residual * residual
        gradient = gradient + 2 * residual * slope
        hessian = hessian + 2 * (np.outer(slope, slope) + residual * bend)
        below, power = power, power * y
    return value, gradient, hessian
)");
  case FunctionKind::Own:
    break;
  }
  return {};
}

QString noiseCode() {
  return QStringLiteral(R"(

def mixed_bits(state):
    """SplitMix64: one step of the generator from this state."""
    mask = 2**64 - 1
    z = (state + 0x9E3779B97F4A7C15) & mask
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
    return z ^ (z >> 31)


def gradient_noise(step):
    """Two normal numbers that the seed and the step decide, the same for every method."""
    if noise == 0:
        return np.zeros(2)
    state = seed ^ mixed_bits(step)
    bits = [mixed_bits(state), mixed_bits((state + 0x9E3779B97F4A7C15) % 2**64)]
    return noise * np.array([NormalDist().inv_cdf(((b >> 12) + 0.5) * 2.0**-52) for b in bits])
)");
}

/// The rules of torch.optim, written out; each takes the walk, the gradient with its noise, and the Hessian.
QString rulesCode() {
  return QStringLiteral(R"(

# The rules are those of torch.optim: SGD, Adagrad, RMSprop, Adam and AdamW.


def gd(w, g, H):
    w.point = w.point - rate * g


def heavy_ball(w, g, H):
    w.mean = g if w.step == 0 or momentum == 0 else momentum * w.mean + g
    w.point = w.point - rate * w.mean


def nesterov(w, g, H):
    w.mean = g if w.step == 0 or momentum == 0 else momentum * w.mean + g
    ahead = g + momentum * w.mean if momentum != 0 else g
    w.point = w.point - rate * ahead


def adagrad(w, g, H):
    w.squares = w.squares + g * g
    w.point = w.point - length * g / (np.sqrt(w.squares) + 1e-10)


def rmsprop(w, g, H):
    w.squares = memory * w.squares + (1 - memory) * (g * g)
    w.point = w.point - length * (g / (np.sqrt(w.squares) + 1e-8))


def adam(w, g, H, decay=0.0):
    w.point = w.point * (1 - length * decay)
    w.mean = momentum * w.mean + (1 - momentum) * g
    w.squares = memory * w.squares + (1 - memory) * (g * g)
    n = w.step + 1
    root = np.sqrt(1 - memory**n)
    scaled = np.sqrt(w.squares) / root + 1e-8
    w.point = w.point - length / (1 - momentum**n) * w.mean / scaled


def adamw(w, g, H):
    adam(w, g, H, decay)


def difference_of_products(x, y, z, w):
    """x y - z w by Kahan's method: exact in what the rounding of z w loses."""
    x, y, z, w = (Fraction(float(number)) for number in (x, y, z, w))
    subtracted = Fraction(float(z * w))
    return float(x * y - subtracted) + float(subtracted - z * w)


def newton(w, g, H):
    """-H⁻¹ g, with negative curvatures turned over so that it always leads downhill."""
    if not H.any():
        w.point = w.point - g
        return
    exponent = np.frexp(np.abs(H).max())[1]
    (a, b), (_, d) = np.ldexp(H, -exponent)
    p, q = g
    det = difference_of_products(a, d, b, b)
    if abs(det) > 2.0**-50 * (a * a + 2 * b * b + d * d):
        # Cramer's rule; where H is nearly singular, a d - b b by plain floats would lose digits.
        step = np.array([difference_of_products(q, b, p, d), difference_of_products(p, b, q, a)]) / det
        if det > 0:
            step = step if a > 0 else -step
        else:  # sign(H) = (2H - tr H) / (the distance of the eigenvalues)
            step = -(2 * g + (a + d) * step) / np.hypot(a - d, 2 * b)
        w.point = w.point + np.ldexp(step, -exponent)
        return
    values, vectors = np.linalg.eigh(H)
    sizes = np.abs(values)
    sizes = np.where(sizes > 2.0**-50 * sizes.max(), sizes, sizes.max())
    w.point = w.point - vectors @ ((vectors.T @ g) / sizes)


def dot(a, b):
    return a[0] * b[0] + a[1] * b[1]


def lbfgs_direction(pairs, g):
    """The two-loop recursion (Nocedal and Wright, algorithm 7.4)."""
    d, weights = g, []
    for s, y in reversed(pairs):
        weights.append(dot(s, d) / dot(y, s))
        d = d - weights[-1] * y
    s, y = pairs[-1]
    d = d * (dot(s, y) / dot(y, y))
    for (s, y), weight in zip(pairs, reversed(weights)):
        d = d + (weight - dot(y, d) / dot(y, s)) * s
    return -d


def lower_point(w, d, slope, t):
    """Halve the step until f is lower by Armijo's condition."""
    for _ in range(61):
        trial = w.point + t * d
        value = function(*trial)[0]
        if value < w.value and value <= w.value + 1e-4 * t * slope:
            return trial
        t = t / 2
    return None


def lbfgs(w, g, H):
    before = w.point
    if not g.any():
        w.settled = noise == 0
        return
    found = None
    if w.pairs:
        d = lbfgs_direction(w.pairs, g)
        if dot(g, d) < 0:
            found = lower_point(w, d, dot(g, d), 1.0)
    if found is None:
        w.pairs = []
        size = np.abs(g).sum()
        found = lower_point(w, -g, -dot(g, g), np.minimum(1.0, 1 / size))
        if found is None:
            found = lower_point(w, -g, -dot(g, g), 1 / size)
    if found is None:
        w.settled = noise == 0
        return
    w.point = found
    s = found - before
    y = function(*found)[1] + gradient_noise(w.step + 1) - g
    if dot(s, y) > np.finfo(float).eps * np.hypot(*s) * np.hypot(*y):
        w.pairs = (w.pairs + [(s, y)])[-10:]
)");
}

QString raceCode(int steps) {
  return QStringLiteral(R"(

class Walk:
    def __init__(self, rule):
        self.rule, self.step, self.path, self.arrival = rule, 0, 0.0, None
        self.point, self.mean, self.squares, self.pairs = start, np.zeros(2), np.zeros(2), []
        self.value, self.gradient, self.hessian = function(*start)
        self.settled, self.left = False, np.isinf(self.value)
        self.diverged = not (np.isfinite(self.value) and np.isfinite(self.gradient).all())
        self.judge()

    def judge(self):
        if self.arrival is None and not self.diverged and np.hypot(*self.gradient) <= tolerance:
            self.arrival = self.step
        rests = self.arrival is not None and noise == 0
        self.moving = not (rests or self.diverged or self.settled)

    def advance(self):
        before = dict(vars(self))
        g = self.gradient + gradient_noise(self.step)
        if self.rule is newton and not np.isfinite(self.hessian).all():
            self.diverged = True
        else:
            self.rule(self, g, self.hessian)
        if not (self.diverged or self.settled):
            if np.isfinite(self.point).all():
                value, gradient, hessian = function(*self.point)
                self.left = np.isinf(value)
                self.diverged = not (np.isfinite(value) and np.isfinite(gradient).all())
            else:
                self.left = self.diverged = True
        if self.diverged or self.settled:  # it keeps its last place
            ends = self.diverged, self.settled, self.left
            vars(self).update(before)
            self.diverged, self.settled, self.left = ends
        else:
            self.step += 1
            self.value, self.gradient, self.hessian = value, gradient, hessian
            self.path += np.hypot(*(self.point - before["point"]))
        self.judge()


np.seterr(all="ignore")  # a walk that diverges overflows, and is found by that
walks = {rule.__name__: Walk(rule) for rule in racing}
step = 0
while step < %1 and any(walk.moving for walk in walks.values()):
    for walk in walks.values():
        if walk.moving:
            walk.advance()
    step += 1
)")
      .arg(steps);
}

/// Rules and results that ask the schedule for the rate of the moment.
QString scheduled(const Params& params, QString code) {
  if (params.schedule == ScheduleKind::Constant)
    return code;
  for (const char* rate : {"rate", "length"})
    for (const char* sign : {" *", " /"})
      code.replace(QLatin1String(rate) + QLatin1String(sign),
                   QLatin1String(rate) + QStringLiteral(" * factor(w.step)") + QLatin1String(sign));
  return code;
}

QString resultsCode(const Params& params) {
  const QString wanted = params.watch == WatchKind::Leader
                             ? QStringLiteral("None")
                             : QLatin1Char('"') +
                                   keyOf(static_cast<Method>(static_cast<int>(params.watch) - 1)) +
                                   QLatin1Char('"');
  return QStringLiteral(R"(
watched = walks.get(%1)
if watched is None and walks:
    # The first to arrive; before anyone has, the lowest.
    able = [walk for walk in walks.values() if not walk.diverged]
    there = [walk for walk in able if walk.arrival is not None]
    if there:
        watched = there[int(np.argmin([walk.arrival for walk in there]))]
    elif able:
        watched = able[int(np.argmin([walk.value for walk in able]))]
    else:
        watched = next(iter(walks.values()))


def or_nan(number):
    return np.nan if number is None else number


if watched is not None and not watched.left and np.isfinite(watched.hessian).all():
    curvature = np.linalg.eigvalsh(watched.hessian)[-1]
else:
    curvature = np.nan
if watched is None:
    x = y = f = slope = path = np.nan
elif watched.left:  # it has diverged
    x = y = np.nan
    f, slope, path = np.copysign(np.inf, watched.value), np.inf, np.inf
else:
    (x, y), f, path = watched.point, watched.value, watched.path
    slope = np.hypot(*watched.gradient)
readouts = {
    "step": step,
    "x": x,
    "y": y,
    "f": f,
    "slope": slope,
    "eta_lambda": %2 * curvature,
    "path": path,
    "steps_to_tolerance": or_nan(watched.arrival) if watched else np.nan,
    "arrived": sum(walk.arrival is not None for walk in walks.values()),
    "diverged": sum(walk.diverged for walk in walks.values()),
}
for name, walk in walks.items():
    readouts["arrival_" + name] = or_nan(walk.arrival)
)")
      .arg(wanted, params.schedule == ScheduleKind::Constant
                       ? QStringLiteral("rate")
                       : QStringLiteral("rate * (factor(watched.step) if watched else np.nan)"));
}

} // namespace

QString numpyCode(const Params& params, int steps) {
  QStringList racing;
  for (int i = 0; i < methodCount; ++i)
    if (params.races(static_cast<Method>(i)))
      racing << keyOf(static_cast<Method>(i));
  const QString data =
      QStringLiteral(R"(from fractions import Fraction
from statistics import NormalDist

start = %1
rate = %2  # of gradient descent, momentum and Nesterov
length = %3  # of a step of the methods that divide the slope by its size
momentum, memory, decay = %4, %5, %6
noise, seed = %7, %8
tolerance = %9
)")
          .arg(python::array(params.start), python::literal(params.rate), python::literal(params.length),
               python::literal(params.momentum), python::literal(params.memory),
               python::literal(params.decay), python::literal(params.noise))
          .arg(params.seed)
          .arg(python::literal(params.tolerance));
  const QString function = params.function == FunctionKind::Own ? python::typedFunction(params.formula)
                                                                : publishedCode(params.function);
  const QString choice = QStringLiteral("\n\nracing = [%1]\n").arg(racing.join(QStringLiteral(", ")));
  return python::imports() + data + scheduleCode(params) + QLatin1Char('\n') + function + noiseCode() +
         scheduled(params, rulesCode()) + choice + raceCode(steps) + resultsCode(params) +
         python::printReadouts();
}

} // namespace eigenboard::panels::optimization::optimizers_panel
