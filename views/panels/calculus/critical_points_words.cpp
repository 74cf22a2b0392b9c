#include "views/panels/calculus/critical_points_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <QtCore/QStringList>

#include <cmath>
#include <limits>

namespace eigenboard::panels::calculus::critical_points_panel {

namespace {

using panel::Readout;

constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

/// How f bends at the point; where it is level there, what that makes of it.
QString verdictOf(const Result& r) {
  const eigenboard::calculus::Curvatures& bends = r.bends;
  if (!std::isfinite(bends.smallest) || !std::isfinite(bends.largest))
    return Words::tr("no curvature");
  const CriticalKind kind = walks::kindOf(bends, r.ground->critical.curvatureScale);
  if (r.isLevel())
    return nameOf(kind);
  switch (kind) {
  case CriticalKind::Minimum:
    return Words::tr("bends up, not level");
  case CriticalKind::Maximum:
    return Words::tr("bends down, not level");
  case CriticalKind::Saddle:
    return Words::tr("bends both ways, not level");
  case CriticalKind::Undecided:
    break;
  }
  return Words::tr("straight one way, not level");
}

void addPointReadouts(std::vector<Readout>& list, const Result& r) {
  const QString gone = Words::tr(" It is undefined where f has no derivatives, and infinite beyond every "
                                 "number.");
  const bool isThere = r.ground->problem.isEmpty();
  const auto number = [isThere](double value) { return isThere ? value : noNumber; };
  list.push_back({"f", Words::tr("Height at the point"), "f", "", Words::tr("The value of f.") + gone,
                  number(r.here.value), 3});
  list.push_back({"slope_x", Words::tr("Slope along x"), "\\partial f/\\partial x", "",
                  Words::tr("First entry of the gradient: 0 at a critical point.") + gone,
                  number(r.here.gradient.x()), 3});
  list.push_back({"slope_y", Words::tr("Slope along y"), "\\partial f/\\partial y", "",
                  Words::tr("Second entry of the gradient: 0 at a critical point.") + gone,
                  number(r.here.gradient.y()), 3});
  list.push_back({"curvature_low", Words::tr("Smaller eigenvalue of the Hessian"), "\\lambda_{\\min}", "",
                  Words::tr("The least that f bends any way, with its sign; negative: downwards.") + gone,
                  number(r.bends.smallest), 3});
  list.push_back({"curvature_high", Words::tr("Larger eigenvalue of the Hessian"), "\\lambda_{\\max}", "",
                  Words::tr("The most that f bends any way, with its sign; positive: upwards.") + gone,
                  number(r.bends.largest), 3});
  list.push_back(
      {"det", Words::tr("Determinant of the Hessian"), "\\det H", "",
       Words::tr("The product of the eigenvalues: negative at a saddle, 0 where they do not "
                 "decide.") +
           gone,
       number(r.here.hessian(0, 0) * r.here.hessian(1, 1) - r.here.hessian(0, 1) * r.here.hessian(1, 0)), 3});
}

void addCounts(std::vector<Readout>& list, const Result& r) {
  const bool isThere = r.ground->problem.isEmpty();
  const auto count = [&](CriticalKind kind) {
    return isThere ? static_cast<double>(r.count(kind)) : noNumber;
  };
  const QString gone = Words::tr(" It is undefined while f cannot be shown.");
  list.push_back(
      {"minima", Words::tr("Minima"), "", "",
       Words::tr("Critical points found in the picture where both eigenvalues are positive.") + gone,
       count(CriticalKind::Minimum), 0});
  list.push_back(
      {"maxima", Words::tr("Maxima"), "", "",
       Words::tr("Critical points found in the picture where both eigenvalues are negative.") + gone,
       count(CriticalKind::Maximum), 0});
  list.push_back({"saddles", Words::tr("Saddles"), "", "",
                  Words::tr("Critical points found in the picture with one eigenvalue of each sign.") + gone,
                  count(CriticalKind::Saddle), 0});
  list.push_back(
      {"undecided", Words::tr("Undecided"), "", "",
       Words::tr("Critical points found where an eigenvalue is 0; infinite where they fill a line.") + gone,
       isThere ? r.undecided() : noNumber, 0});
  list.push_back({"turns", Words::tr("Turns of the gradient round the picture"), "", "",
                  Words::tr("How often the gradient turns as you go once round the border: minima and maxima "
                            "count 1, saddles −1, a monkey saddle −2. It is undefined where a critical point "
                            "lies on the border or too near to it."),
                  isThere && r.ground->turns ? static_cast<double>(*r.ground->turns) : noNumber, 0});
}

} // namespace

QString formula(const Params& p, const Result& r) {
  const QString rate = tex::number(p.rate * r.walkerCurvature);
  const QString sign = p.rate * r.walkerCurvature < 2 ? QStringLiteral("<") : QStringLiteral("\\ge");
  const QString walk =
      std::isfinite(r.walkerCurvature)
          ? QStringLiteral(", \\qquad \\eta\\lambda_{\\max} \\approx %1 %2 2").arg(rate, sign)
          : QString();
  return QStringLiteral("\\nabla f = (%1,\\, %2), \\qquad \\lambda = %3,\\ %4 \\;\\Rightarrow\\; %5")
             .arg(tex::number(r.here.gradient.x()), tex::number(r.here.gradient.y()),
                  tex::number(r.bends.smallest), tex::number(r.bends.largest), tex::text(verdictOf(r))) +
         walk;
}

std::vector<Readout> readouts(const Params& p, const Result& r) {
  std::vector<Readout> list;
  addPointReadouts(list, r);
  addCounts(list, r);
  const bool isThere = r.ground->problem.isEmpty();
  const walks::OptimizerState& state = r.walker().state;
  const auto number = [isThere](double value) { return isThere ? value : noNumber; };
  const QString gone = Words::tr(" It is undefined where f has no value, infinite beyond every number.");
  list.push_back({"steps", Words::tr("Steps of the descent"), "k", "",
                  Words::tr("How many steps were taken; it ends where the ground is level, or far outside."),
                  static_cast<double>(r.steps()), 0});
  list.push_back({"walk_x", Words::tr("Descent, across"), "x_k", "", Words::tr("Where the descent is now."),
                  state.point.x(), 3});
  list.push_back({"walk_y", Words::tr("Descent, up"), "y_k", "", Words::tr("Where the descent is now."),
                  state.point.y(), 3});
  list.push_back({"walk_f", Words::tr("Height of the descent"), "f(\\mathbf{x}_k)", "",
                  Words::tr("How low it has come.") + gone, number(state.value), 3});
  list.push_back({"eta_lambda", Words::tr("Step size times curvature"), "\\eta\\lambda_{\\max}", "",
                  Words::tr("With the larger eigenvalue where the descent is now: below 2 the most curved "
                            "direction settles, above it every step overshoots by more than it came.") +
                      gone,
                  number(p.rate * r.walkerCurvature), 3});
  return list;
}

QString spoken(const Params& p, const Result& r) {
  if (!r.ground->problem.isEmpty())
    return Words::tr("f cannot be shown: %1.").arg(r.ground->problem);
  QStringList sentences;
  sentences << Words::tr("At x = %1, y = %2 f is %3, its slopes are %4 and %5, its curvatures %6 and %7: %8.")
                   .arg(speech::number(p.at.x()), speech::number(p.at.y()), speech::number(r.here.value),
                        speech::number(r.here.gradient.x()), speech::number(r.here.gradient.y()),
                        speech::number(r.bends.smallest), speech::number(r.bends.largest), verdictOf(r));
  sentences << Words::tr("Found in the picture are %1 minima, %2 maxima and %3 saddles.")
                   .arg(r.count(CriticalKind::Minimum))
                   .arg(r.count(CriticalKind::Maximum))
                   .arg(r.count(CriticalKind::Saddle));
  if (r.count(CriticalKind::Undecided) > 0)
    sentences << (r.ground->critical.hasLine
                      ? Words::tr("At least a whole line is critical and undecided.")
                      : Words::tr("%1 are undecided.").arg(r.count(CriticalKind::Undecided)));
  if (r.steps() > 0)
    sentences << Words::tr("After %1 steps the descent is at %2, %3, where f is %4.")
                     .arg(r.steps())
                     .arg(speech::number(r.walker().state.point.x()),
                          speech::number(r.walker().state.point.y()), speech::number(r.walker().state.value));
  return sentences.join(QLatin1Char(' '));
}

} // namespace eigenboard::panels::calculus::critical_points_panel
