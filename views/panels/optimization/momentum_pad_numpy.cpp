#include "views/panels/optimization/momentum_pad_model.h"
#include "views/panels/support/python.h"

#include <algorithm>

namespace eigenboard::panels::optimization::momentum_pad_panel {

namespace {

struct Rule {
  const char* step;
  const char* polynomial;
  const char* best;
};

/// The step, the trace and determinant of its matrix, and the best setting, for each method.
Rule ruleOf(math::MomentumMethod method) {
  switch (method) {
  case math::MomentumMethod::GradientDescent:
    return {"push = p * x\n    return x - push, push", "1 - p, 0.0 * p", R"(eta_best = 2 / (1 + 1 / kappa)
beta_best = 0.0
rate_best = (kappa - 1) / (kappa + 1)
)"};
  case math::MomentumMethod::HeavyBall:
    return {"push = beta * push + p * x\n    return x - push, push", "1 + beta - p, beta + 0.0 * p",
            R"(rate_best = (np.sqrt(kappa) - 1) / (np.sqrt(kappa) + 1)
eta_best = (1 + rate_best) ** 2
beta_best = rate_best**2
)"};
  case math::MomentumMethod::Nesterov:
    return {"push = beta * push + p * x\n    return (1 - p) * x - beta * push, push",
            "(1 + beta) * (1 - p), beta * (1 - p)", R"(eta_best = 4 / (3 + 1 / kappa)
beta_best = (np.sqrt(3 * kappa + 1) - 2) / (np.sqrt(3 * kappa + 1) + 2)
rate_best = 1 - 2 / np.sqrt(3 * kappa + 1)
)"};
  }
  return {"", "", ""};
}

} // namespace

QString numpyCode(const Params& params, int steps) {
  const Rule rule = ruleOf(params.method);
  return python::imports() +
         QStringLiteral(R"(
eta, beta, kappa, modes = %1, %2, %3, %4
tolerance, steps = %5, %6
start = np.ones(modes)
start[0], start[-1] = %7, %8

curvatures = kappa ** -(np.arange(modes)[::-1] / (modes - 1))
p = eta * curvatures


def step(x, push):
    """One step of all modes, push being eta times the momentum buffer."""
    %9


# The matrix of the step, by its characteristic polynomial.
trace, determinant = %10
gap = np.emath.sqrt(trace**2 - 4 * determinant)
roots = np.stack([(trace + gap) / 2, (trace - gap) / 2])
radius = abs(roots).max(axis=0)
angle = abs(np.angle(roots[abs(roots).argmax(axis=0), np.arange(modes)]))

near_one, same_roots = 1e-12, 0.02
diverges = (radius > 1 + near_one) | ((abs(radius - 1) <= near_one) & (gap == 0) & (trace < 0))
stays = ~diverges & (radius >= 1 - near_one)
ripples = ~diverges & ~stays & (abs(gap) > same_roots) & (abs(gap.imag) > 0)
with np.errstate(divide="ignore"):
    period = np.where((abs(gap) <= same_roots) | (angle == 0), np.inf, 2 * np.pi / angle)
period[(abs(gap) <= same_roots) & (trace < 0)] = 2.0  # a double root that is negative

)")
             .arg(python::literal(params.rate), python::literal(params.momentum),
                  python::literal(params.condition))
             .arg(params.modes)
             .arg(python::literal(params.tolerance))
             .arg(std::min(steps, mostSteps))
             .arg(python::literal(params.start.x()), python::literal(params.start.y()),
                  QString::fromLatin1(rule.step), QString::fromLatin1(rule.polynomial)) +
         QString::fromLatin1(rule.best) +
         QStringLiteral(R"(

def steps_per_digit(factor):
    with np.errstate(divide="ignore"):
        return np.log(10) / -np.log(factor) if factor < 1 - near_one else np.inf


run = [(start, np.zeros(modes))]
for _ in range(steps):
    run.append(step(*run[-1]))
size = [np.hypot.reduce(np.concatenate(state)) for state in run]
half = steps // 2
measured = np.nan
if steps > 0 and size[half] >= 1e-280:
    measured = (size[steps] / size[half]) ** (1 / (steps - half))

first = np.hypot.reduce(start)
arrival = np.inf if (diverges | stays).any() else np.nan
state = run[0]
for k in range(%1 + 1):
    now = np.hypot.reduce(state[0])
    if now <= tolerance * first:
        arrival = k
        break
    if now > 1e100 * first:
        break
    state = step(*state)

readouts = {
    "step": steps,
    "rate": radius.max(),
    "steps_per_digit": steps_per_digit(radius.max()),
    "eta_best": eta_best,
    "beta_best": beta_best,
    "rate_best": rate_best,
    "digit_best": steps_per_digit(rate_best),
    "rippling": ripples.sum(),
    "diverging": diverges.sum(),
    "distance": np.hypot.reduce(run[-1][0]),
    "measured": measured,
    "steps_to_tolerance": arrival,
}
for i in range(modes):
    readouts[f"rate_{i + 1}"] = radius[i]
    readouts[f"period_{i + 1}"] = period[i]
)")
             .arg(longestSearch) +
         python::printReadouts();
}

} // namespace eigenboard::panels::optimization::momentum_pad_panel
