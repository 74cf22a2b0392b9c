#include "views/panels/optimization/momentum_pad_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace eigenboard::panels::optimization::momentum_pad_panel {

using panel::Invariant;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
/// A double root turns the rounding of its polynomial, some ten units of the last place, into its square
/// root.
const double rootOfRounding = 8 * std::sqrt(epsilon);

/// The run of each mode, measured over many steps, against its root.
Invariant measuredAgainstRoot(const Params& p, const Result& r) {
  constexpr int late = 200;
  double worst = 0;
  double tolerance = rootOfRounding;
  for (const Mode& mode : r.modes) {
    const math::MeasuredFactor measured = math::measuredFactor(p.settings(), mode.curvature, late);
    if (std::isinf(measured.logarithm)) // in the minimum before that, as a root of 0 says
      continue;
    const double error = std::abs(measured.logarithm - std::log(mode.rate.factor));
    const double allowed = measured.slack + rootOfRounding / std::min(1.0, mode.rate.factor);
    if (error * tolerance >= worst * allowed) {
      worst = error;
      tolerance = allowed;
    }
  }
  return {
      "measured", "\\tfrac{1}{200}\\ln\\lVert M^{200}\\rVert \\approx \\ln\\lvert z\\rvert",
      Words::tr("200 steps shrink a mode as its root foretells, up to the transient at the beginning, which "
                "is worth at most ln(√2 + 200 n/ρ)/200, where n says how far M is from a normal matrix."),
      worst, tolerance};
}

/// What two steps make of x_k² − x_{k−1}x_{k+1}, from the state of a run that is shown.
Invariant casorati(const Params& p, const Result& r) {
  double worst = 0;
  double tolerance = epsilon;
  for (std::size_t i = 0; i < r.modes.size(); ++i) {
    const Mode& mode = r.modes[i];
    math::ModeState state = r.current().modes[i];
    const double size = std::hypot(state.position, state.push);
    if (!(size > 0) || !std::isfinite(size))
      continue;
    state = {state.position / size, state.push / size};
    std::array<double, 4> x{};
    double largest = 1;
    for (double& one : x) {
      one = state.position;
      largest = std::max({largest, std::abs(state.position), std::abs(state.push)});
      state = math::nextMode(p.settings(), mode.curvature, state);
    }
    const double before = x[1] * x[1] - x[0] * x[2];
    const double after = x[2] * x[2] - x[1] * x[3];
    const double error = std::abs(after - mode.rate.determinant * before);
    const double growth = 1 + p.rate * mode.curvature;
    // Some ten roundings in each of three positions, whose products with one another are taken.
    const double allowed = 64 * epsilon * growth * growth * largest * largest;
    if (error * tolerance >= worst * allowed) {
      worst = error;
      tolerance = allowed;
    }
  }
  return {"determinant", "x_{k+1}^2 - x_k x_{k+2} = z_1 z_2\\,(x_k^2 - x_{k-1}x_{k+1})",
          Words::tr("Each step multiplies this combination of three places by the product of the two roots, "
                    "whether the mode swings or not."),
          worst, tolerance};
}

} // namespace

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  double outermost = std::max(r.modes.front().rate.factor, r.modes.back().rate.factor);
  std::vector<Invariant> list{measuredAgainstRoot(p, r), casorati(p, r)};
  list.push_back({"best", "\\rho(\\eta, \\beta) \\ge \\rho^*",
                  Words::tr("No place on the pad is faster than the best setting in closed form."),
                  std::max(0.0, r.best.factor - outermost), rootOfRounding});
  list.push_back({"outermost", "\\rho = \\max(\\rho_1, \\rho_n)",
                  Words::tr("No mode between is slower than both the flattest and the steepest."),
                  r.factor - outermost, rootOfRounding});
  const double momentum = p.momentum;
  const double border = math::ratesWithin(p.method, momentum, 1 / p.condition, 1, 1).high;
  list.push_back(
      {"border", "\\rho_n = 1",
       Words::tr("On the border of divergence, which is drawn from its formula, the steepest mode has "
                 "a root of size 1."),
       math::rateOf({p.method, border, momentum}, 1, 0).factor - 1, rootOfRounding});
  return list;
}

} // namespace eigenboard::panels::optimization::momentum_pad_panel
