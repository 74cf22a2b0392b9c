#include "core/probability/distribution.h"
#include "views/panels/statistics/estimation_views.h"
#include "views/panels/support/tex.h"

#include <QtCore/QLineF>

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::statistics::estimation_panel {

namespace law = eigenboard::probability;

using scene::Dash;
using scene::Stroke;

namespace {

constexpr double edgeOfData = 0.4;
constexpr double leastWait = 1e-3; ///< small enough to divide by, and nothing of the picture is so near to 0

/// The next round number: a drag seldom changes the scale of the picture.
double roundTop(double height) {
  constexpr std::array<double, 7> steps{1, 1.5, 2, 3, 4, 6, 10};
  const double power = std::pow(10, std::floor(std::log10(height)));
  for (const double step : steps)
    if (step * power >= height)
      return step * power;
  return 10 * power;
}

/// The density, or for counts the probabilities.
std::vector<QPointF> modelCurve(const law::Distribution& model, bool isDiscrete) {
  std::vector<QPointF> points;
  if (isDiscrete) {
    for (int k = 0; k <= static_cast<int>(dataReach); ++k)
      points.emplace_back(k, law::density(model, k));
    return points;
  }
  constexpr int chords = 300;
  for (int i = 0; i <= chords; ++i) {
    const double x = -edgeOfData + (dataReach + 2 * edgeOfData) * i / chords;
    if (i > 0 && x > 0 && points.back().x() < 0) // a density that begins at 0 has an upright edge there
      points.emplace_back(0, law::density(model, 0));
    points.emplace_back(x, law::density(model, x));
  }
  return points;
}

double highestOf(const std::vector<QPointF>& points) {
  double highest = 1e-3;
  for (const QPointF& point : points)
    highest = std::max(highest, point.y());
  return highest;
}

void addModel(scene::PlaneView& view, const std::vector<QPointF>& points, bool isDiscrete,
              const Stroke& stroke, const QString& name) {
  view.marks.push_back(scene::Curve{points, stroke, name});
  if (isDiscrete)
    view.marks.push_back(scene::Points{points, stroke.role, 3.5, stroke.opacity, name});
}

/// θ where it shows in the model's curve.
scene::Handle thetaHandle(const Params& p, const law::Distribution& model) {
  const QString key = QString::fromLatin1(axisOf(p.show).key);
  double at = p.theta();
  std::function<double(double)> read = [](double x) { return x; };
  if (p.show == Show::NormalSpread) {
    at = p.centre + p.spread;
    read = [centre = p.centre](double x) { return x - centre; };
  } else if (p.show == Show::Exponential) {
    at = 1 / p.decay;
    read = [](double x) { return 1 / std::max(x, leastWait); };
  }
  const double height = p.show == Show::Poisson ? 0 : law::density(model, at);
  const QString name = p.show == Show::NormalSpread  ? Words::tr("Spread to try")
                       : p.show == Show::Exponential ? Words::tr("Mean wait, 1 over the rate to try")
                                                     : Words::tr("Mean to try");
  return {QStringLiteral("theta"), name, {at, height}, thetaRole, [key, read](QPointF to) {
            return scene::Assignments{{key, read(to.x())}};
          }};
}

Eigen::MatrixXd withoutDatum(const Eigen::MatrixXd& data, Eigen::Index removed) {
  Eigen::MatrixXd left(data.rows() - 1, 1);
  left << data.topRows(removed), data.bottomRows(data.rows() - 1 - removed);
  return left;
}

/// Under the axis, equal values below each other; from each a stem up to the density the model gives it.
void addData(scene::PlaneView& view, const Params& p, const Result& r, const law::Distribution& model,
             double top) {
  const std::vector<double>& values = r.likelihood.observed.values;
  scene::Segments stems{{}, Stroke{thetaRole, 1.6, Dash::Solid, 0.55}};
  std::vector<QPointF> heads;
  for (std::size_t i = 0; i < values.size(); ++i) {
    int place = 0;
    for (std::size_t j = 0; j < i; ++j)
      place += values[j] == values[i] ? 1 : 0;
    const QPointF at(values[i], -top * (0.045 + 0.024 * std::min(place, 3)));
    const double height = law::density(model, values[i]);
    stems.lines.emplace_back(values[i], 0, values[i], height);
    heads.emplace_back(values[i], height);
    const auto row = static_cast<int>(i);
    view.marks.push_back(scene::Points{
        {at}, dataRole, 4.5, 1, Words::tr("Value %1: density %2").arg(row).arg(height, 0, 'g', 3)});
    const QString key = QStringLiteral("data.%1.x").arg(row);
    const bool isWhole = p.show == Show::Poisson;
    scene::Handle handle{QStringLiteral("data%1").arg(row), Words::tr("Value %1").arg(row), at, dataRole};
    handle.drag = [key, isWhole](QPointF to) {
      return scene::Assignments{{key, isWhole ? std::round(to.x()) : to.x()}};
    };
    handle.remove = {Words::tr("Remove value %1").arg(row), [data = p.data, row] {
                       return scene::Settings{{QStringLiteral("data"), dataText(withoutDatum(data, row))}};
                     }};
    view.handles.push_back(std::move(handle));
  }
  view.marks.push_back(std::move(stems));
  view.marks.push_back(
      scene::Points{heads, thetaRole, 3, 0.9, Words::tr("Density at a value: a factor of the likelihood")});
}

scene::Settings withDatum(const Params& p, double x) {
  if (p.data.rows() >= mostData)
    return {};
  Eigen::MatrixXd data(p.data.rows() + 1, 1);
  data << p.data, Eigen::MatrixXd::Constant(1, 1, std::clamp(x, 0.0, dataReach));
  return {{QStringLiteral("data"), dataText(data)}};
}

QString axisWords(Show show) {
  switch (show) {
  case Show::Poisson:
    return Words::tr("count");
  case Show::Exponential:
    return Words::tr("waiting time");
  default:
    return Words::tr("value");
  }
}

} // namespace

scene::PlaneView dataView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("data");
  view.title = Words::tr("Each value has a density; their product is L");
  view.equalAspect = false;
  const bool isDiscrete = p.show == Show::Poisson;
  const law::Distribution model = math::lawAt(r.likelihood.observed, r.likelihood.theta);
  const std::vector<QPointF> curve = modelCurve(model, isDiscrete);
  double highest = highestOf(curve);
  const double best = r.likelihood.best;
  if (std::isfinite(best) && best > (p.show == Show::NormalMean ? -1 : 0.01)) {
    const std::vector<QPointF> fitted = modelCurve(math::lawAt(r.likelihood.observed, best), isDiscrete);
    // A spread near 0 makes a needle, which may go out of the picture.
    highest = std::max(highest, std::min(highestOf(fitted), 2.5 * highest));
    view.marks.push_back(scene::Curve{fitted, Stroke{likelihoodRole, 1.8, Dash::Dashed, 0.9},
                                      Words::tr("Model at the maximum")});
  }
  const double top = roundTop(highest);
  view.x = {tex::text(axisWords(p.show)), -edgeOfData, dataReach + edgeOfData};
  view.y = {isDiscrete ? QStringLiteral("P(x \\mid %1)").arg(QString::fromLatin1(axisOf(p.show).symbol))
                       : QStringLiteral("f(x \\mid %1)").arg(QString::fromLatin1(axisOf(p.show).symbol)),
            -0.13 * top, 1.08 * top};
  addModel(view, curve, isDiscrete, Stroke{thetaRole, 2.4, Dash::Solid, 1},
           Words::tr("Model at the value tried"));
  addData(view, p, r, model, top);
  view.handles.push_back(thetaHandle(p, model));
  view.legend = {{Words::tr("model you try"), thetaRole}, {Words::tr("most likely model"), likelihoodRole}};
  view.clickName = Words::tr("Add a value");
  view.click = [p](QPointF at) { return withDatum(p, at.x()); };
  return view;
}

scene::PlaneView outcomeView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("outcomes");
  view.title = Words::tr("Outcomes seen, and the chances of the model");
  view.equalAspect = false;
  view.x = {tex::text(Words::tr("outcome")), -0.6, 1.6, false};
  view.y = {tex::text(Words::tr("share, chance")), -0.12, 1.08};
  const double share = r.likelihood.best;
  const auto bar = [&](double x, double height, const QString& name) {
    view.marks.push_back(scene::Region{{{x - 0.3, 0}, {x + 0.3, 0}, {x + 0.3, height}, {x - 0.3, height}},
                                       scene::Fill{dataRole, 0.16},
                                       Stroke{dataRole, 1.4, Dash::Solid, 0.8},
                                       name});
  };
  bar(0, 1 - share, Words::tr("Share of failures: %1").arg(1 - share, 0, 'f', 3));
  bar(1, share, Words::tr("Share of successes: %1").arg(share, 0, 'f', 3));
  view.marks.push_back(
      scene::Segments{{QLineF(0, 0, 0, 1 - p.chance), QLineF(1, 0, 1, p.chance)}, Stroke{thetaRole, 4}});
  view.marks.push_back(
      scene::Points{{{0, 1 - p.chance}, {1, p.chance}}, thetaRole, 5, 1, Words::tr("Chance in the model")});
  const int failures = p.trials - p.usedSuccesses();
  view.marks.push_back(
      scene::Label{{0, 0}, tex::text(Words::tr("failure: %1").arg(failures)), Role::Ink, {0, 15}});
  view.marks.push_back(
      scene::Label{{1, 0}, tex::text(Words::tr("success: %1").arg(p.usedSuccesses())), Role::Ink, {0, 15}});
  view.legend = {{Words::tr("model you try"), thetaRole}, {Words::tr("data"), dataRole}};
  view.handles.push_back(
      {QStringLiteral("theta"), Words::tr("Chance to try"), {1, p.chance}, thetaRole, [](QPointF to) {
         return scene::Assignments{{QStringLiteral("chance"), to.y()}};
       }});
  view.handles.push_back({QStringLiteral("successes"),
                          Words::tr("Successes"),
                          {1.3, share},
                          dataRole,
                          [n = p.trials](QPointF to) {
                            const double count = std::round(std::clamp(to.y(), 0.0, 1.0) * n);
                            return scene::Assignments{{QStringLiteral("successes"), count}};
                          }});
  return view;
}

} // namespace eigenboard::panels::statistics::estimation_panel
