#include "views/panels/optimization/optimizers_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <QtCore/QStringList>

#include <cmath>
#include <limits>

namespace eigenboard::panels::optimization::optimizers_panel {

namespace math = eigenboard::optimization;

using panel::Readout;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

double slopeOf(const Walk& walk) {
  return std::hypot(walk.state.gradient.x(), walk.state.gradient.y());
}

/// How many decimals show a number of this size.
int decimalsFor(double value) {
  const double size = std::abs(value);
  return size >= 100 ? 1 : size >= 1 ? 3 : 5;
}

QString shown(double value) {
  const double size = std::abs(value);
  if (size > 0 && size < 1e-3) {
    const QString scientific = QString::number(value, 'e', 1);
    const qsizetype mark = scientific.indexOf(QLatin1Char('e'));
    return QStringLiteral("%1 \\times 10^{%2}")
        .arg(scientific.left(mark))
        .arg(scientific.mid(mark + 1).toInt());
  }
  return tex::number(value, size >= 100 ? 1 : 3);
}

QString shownVector(const Eigen::Vector2d& v) {
  return QStringLiteral("\\begin{bmatrix}%1 \\\\ %2\\end{bmatrix}").arg(shown(v.x()), shown(v.y()));
}

/// The rule of a method's next step, x its place and g its slope.
QString ruleOf(Method method, const Params& params) {
  const QString rate = shown(params.rate);
  const QString length = shown(params.length);
  switch (method) {
  case Method::GradientDescent:
    return QStringLiteral("\\mathbf{x} - %1\\,\\mathbf{g}").arg(rate);
  case Method::Momentum:
    return QStringLiteral(
               "\\mathbf{x} - %1\\,\\mathbf{m}, \\quad \\mathbf{m} = %2\\,\\mathbf{m} + \\mathbf{g}")
        .arg(rate, tex::number(params.momentum));
  case Method::Nesterov:
    return QStringLiteral(
               "\\mathbf{x} - %1\\,(\\mathbf{g} + %2\\,\\mathbf{m}), \\quad \\mathbf{m} = %2\\,\\mathbf{m} + "
               "\\mathbf{g}")
        .arg(rate, tex::number(params.momentum));
  case Method::AdaGrad:
    return QStringLiteral("\\mathbf{x} - %1\\,\\frac{\\mathbf{g}}{\\sqrt{\\mathbf{s}}}, \\quad \\mathbf{s} = "
                          "\\mathbf{s} + \\mathbf{g}^2")
        .arg(length);
  case Method::RmsProp:
    return QStringLiteral("\\mathbf{x} - %1\\,\\frac{\\mathbf{g}}{\\sqrt{\\mathbf{s}}}, \\quad \\mathbf{s} = "
                          "%2\\,\\mathbf{s} + %3\\,\\mathbf{g}^2")
        .arg(length, tex::number(params.memory, 4), tex::number(1 - params.memory, 4));
  case Method::Adam:
    return QStringLiteral("\\mathbf{x} - %1\\,\\frac{\\hat{\\mathbf{m}}}{\\sqrt{\\hat{\\mathbf{s}}}}")
        .arg(length);
  case Method::AdamW:
    return QStringLiteral("%1\\,\\mathbf{x} - %2\\,\\frac{\\hat{\\mathbf{m}}}{\\sqrt{\\hat{\\mathbf{s}}}}")
        .arg(tex::number(1 - params.length * params.decay, 4), length);
  case Method::Newton:
    return QStringLiteral("\\mathbf{x} - H^{-1}\\mathbf{g}");
  case Method::Lbfgs:
    return QStringLiteral("\\mathbf{x} - t\\,\\tilde{H}^{-1}\\mathbf{g}");
  }
  return {};
}

/// When each of the methods that race has arrived.
void addRace(std::vector<Readout>& list, const Result& r) {
  for (const Walk& walk : r.walks()) {
    const QString key = keyOf(walk.method);
    const QString name = nameOf(walk.method);
    list.push_back({QStringLiteral("arrival_") + key,
                    Words::tr("Steps to tolerance, %1").arg(name),
                    {},
                    {},
                    Words::tr("After how many steps the slope first was within the tolerance; undefined "
                              "until then."),
                    walk.hasArrived() ? walk.arrival : notANumber,
                    0});
  }
}

} // namespace

QString endOf(const Walk& walk) {
  using math::Standing;
  switch (walk.state.standing) {
  case Standing::Walking:
    return walk.moving ? QString() : Words::tr("arrived");
  case Standing::Settled:
    return Words::tr("settled: nothing along its direction is lower");
  case Standing::PointOverflows:
    return Words::tr("diverged: its next step leads beyond every number");
  case Standing::ValueOverflows:
    return Words::tr("diverged: f rises beyond every number");
  case Standing::ValueFalls:
    return Words::tr("diverged: f falls without bound");
  case Standing::ValueUndefined:
    return Words::tr("stopped: f has no value where its step leads");
  case Standing::NoGradient:
    return Words::tr("stopped: f has no slope where its step leads");
  case Standing::NoCurvature:
    return Words::tr("stopped: f has no curvature there");
  }
  return {};
}

QString formula(const Params& p, const Result& r) {
  const Walk* walk = r.watchedWalk();
  if (!walk)
    return QStringLiteral("\\text{%1}").arg(Words::tr("Choose a method to race"));
  const QString name = tex::text(nameOf(walk->method));
  Params now = p; // with the rates of the moment
  now.rate *= scheduleFactor(p, walk->state.step);
  now.length *= scheduleFactor(p, walk->state.step);
  return QStringLiteral("%1: \\quad \\mathbf{x} \\leftarrow %2, \\qquad \\mathbf{x} = %3, \\quad \\mathbf{g} "
                        "= \\nabla f(\\mathbf{x}) = %4")
      .arg(name, ruleOf(walk->method, now), shownVector(walk->state.point),
           shownVector(walk->state.gradient));
}

std::vector<Readout> readouts(const Params& p, const Result& r) {
  const Walk* walk = r.watchedWalk();
  const bool isGone = walk && walk->hasLeft();
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const Eigen::Vector2d at = walk && !isGone ? walk->state.point : Eigen::Vector2d(notANumber, notANumber);
  const double value = !walk    ? notANumber
                       : isGone ? std::copysign(infinity, walk->state.value)
                                : walk->state.value;
  const double slope = !walk ? notANumber : isGone ? infinity : slopeOf(*walk);
  const double path = !walk ? notANumber : isGone ? infinity : walk->path;
  int arrived = 0;
  int ended = 0;
  for (const Walk& one : r.walks()) {
    arrived += one.hasArrived() ? 1 : 0;
    ended += one.state.diverged() ? 1 : 0;
  }
  const QString whose = Words::tr("Of the method that is watched");
  std::vector<Readout> list{
      {"step", Words::tr("Step"), "k", "", Words::tr("How many steps the methods have taken."),
       static_cast<double>(r.step()), 0},
      {"x", Words::tr("Place, across"), "x", "", whose + Words::tr("; undefined when no method races."),
       at.x(), 4},
      {"y", Words::tr("Place, up"), "y", "",
       whose + Words::tr("; undefined when it has diverged and when no method races."), at.y(), 4},
      {"f", Words::tr("Value"), "f(\\mathbf{x})", "",
       whose + Words::tr("; undefined where f has no value and when no method races, infinite where f "
                         "is beyond every number and when the method has diverged."),
       value, decimalsFor(value)},
      {"slope", Words::tr("Slope"), "\\lVert\\nabla f\\rVert", "",
       whose + Words::tr("; it has arrived when this is within the tolerance; undefined where f has no slope "
                         "and when no method races, infinite where f is infinitely steep and when the method "
                         "has diverged."),
       slope, decimalsFor(slope)},
      {"eta_lambda", Words::tr("Rate times curvature"), "\\eta\\lambda_{\\max}", "",
       Words::tr(
           "At the rate of the next step. Gradient descent comes down the steepest direction while this "
           "is below 2 and is thrown out above; undefined where f has no curvature, when the method has "
           "diverged and when none "
           "races, infinite beyond "
           "every number."),
       !walk || isGone ? notANumber : p.rate * scheduleFactor(p, walk->state.step) * r.curvature, 3},
      {"path", Words::tr("Length of the path"), "", "",
       whose + Words::tr("; infinite when it has diverged, undefined when no method races."), path, 3},
      {"steps_to_tolerance", Words::tr("Steps to tolerance"), "", "",
       whose + Words::tr("; undefined until its slope is within the tolerance."),
       walk && walk->hasArrived() ? walk->arrival : notANumber, 0},
      {"arrived", Words::tr("Arrived"), "", "",
       Words::tr("How many of the methods have met a slope within the tolerance."),
       static_cast<double>(arrived), 0},
      {"diverged", Words::tr("Diverged"), "", "",
       Words::tr("How many of the methods could not go on: their next step left all numbers, or f."),
       static_cast<double>(ended), 0},
  };
  addRace(list, r);
  return list;
}

QString spoken(const Params&, const Result& r) {
  if (r.walks().empty())
    return Words::tr("No method races. Choose one.");
  QStringList sentences;
  sentences << Words::tr("Step %1 of the race.").arg(r.step());
  if (const Walk* walk = r.watchedWalk())
    sentences << Words::tr("%1 is at %2, %3, where f is %4 and the slope %5.")
                     .arg(nameOf(walk->method), speech::number(walk->state.point.x()),
                          speech::number(walk->state.point.y()), speech::number(walk->state.value, 3),
                          speech::number(slopeOf(*walk), 3));
  for (const Walk& walk : r.walks()) {
    if (walk.hasArrived())
      sentences << Words::tr("%1 arrived at step %2.").arg(nameOf(walk.method)).arg(walk.arrival);
    else if (!walk.moving)
      sentences << Words::tr("%1 %2.").arg(nameOf(walk.method), endOf(walk));
  }
  return sentences.join(QLatin1Char(' '));
}

} // namespace eigenboard::panels::optimization::optimizers_panel
