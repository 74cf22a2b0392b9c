#include "tests/render/chart_scenes.h"

#include <cmath>

namespace eigenboard::tests {

namespace {

scene::Category letter(int index) {
  const QString name(QChar(u'A' + index % 26));
  return {name, QStringLiteral("Letter ") + name};
}

} // namespace

scene::ChartView barChart(const std::vector<double>& values) {
  scene::ChartView view;
  view.key = QStringLiteral("bars");
  view.title = QStringLiteral("Probabilities");
  view.value = {QStringLiteral("p_i"), 0, 1};
  view.x.label = QStringLiteral("\\text{symbol}");
  scene::BarSet set;
  set.name = QStringLiteral("Probability");
  set.values = values;
  set.decimals = 2;
  for (int i = 0; i < static_cast<int>(values.size()); ++i) {
    view.categories.push_back(letter(i));
    const QString key(QChar(u'a' + i % 26));
    view.handles.push_back(
        {key, QStringLiteral("Probability of ") + view.categories.back().label, 0, i, [key](double value) {
           return scene::Assignments{{key, value}};
         }});
  }
  view.bars.push_back(set);
  return view;
}

scene::ChartView groupedChart(scene::BarDirection direction, scene::BarLayout layout) {
  scene::ChartView view;
  view.key = QStringLiteral("groups");
  view.title = QStringLiteral("Error of three models");
  view.direction = direction;
  view.layout = layout;
  view.value = {QStringLiteral("\\text{error}"), -1, 6};
  view.x.label = QStringLiteral("\\text{data set}");
  for (const char* name : {"\\text{small}", "\\text{middle}", "\\text{large}", "\\text{huge}"})
    view.categories.push_back({QString::fromLatin1(name), QString::fromLatin1(name).mid(6).chopped(1)});
  scene::BarSet mean{QStringLiteral("Mean"), {1, 0.5, 2, 0.25}, scene::Role::Reference};
  scene::BarSet bias{QStringLiteral("Bias"), {0.5, 1.5, -0.5, 1}, scene::Role::Response};
  bias.roles = {scene::Role::Response, scene::Role::Warning};
  scene::BarSet factors{QStringLiteral("Factors"), {2, 1, 0.75, 0.5}, scene::Role::Drag};
  for (scene::BarSet* set : {&mean, &bias, &factors})
    set->decimals = 2;
  view.bars = {mean, bias, factors};
  return view;
}

scene::ChartView areaChart() {
  scene::ChartView view;
  view.key = QStringLiteral("areas");
  view.title = QStringLiteral("What people watch");
  view.x = {QStringLiteral("t"), 0, 10};
  view.value = {QStringLiteral("\\text{share}"), 0, 1};
  scene::AreaSet drama{QStringLiteral("Drama"), {}, scene::Role::Response};
  scene::AreaSet comedy{QStringLiteral("Comedy"), {}, scene::Role::Positive};
  scene::AreaSet others{QStringLiteral("Others"), {}, scene::Role::Negative};
  for (int i = 0; i <= 100; ++i) {
    const double t = 0.1 * i;
    view.areaX.push_back(t);
    drama.values.push_back(0.4 + 0.2 * std::sin(t));
    comedy.values.push_back(0.2 - 0.1 * std::sin(t));
    others.values.push_back(0.4 - 0.1 * std::sin(t));
  }
  view.areas = {drama, comedy, others};
  return view;
}

scene::ChartView boxChart() {
  scene::ChartView view;
  view.key = QStringLiteral("boxes");
  view.title = QStringLiteral("Latency of four services");
  view.value = {QStringLiteral("t/\\text{ms}"), 0, 100};
  for (int i = 0; i < 4; ++i)
    view.categories.push_back(letter(i));
  view.boxes = {{QStringLiteral("A"), 10, 20, 30, 40, 55, {70, 82.5}},
                {QStringLiteral("B"), 30, 40, 42, 60, 90, {}, scene::Role::ResponseSecond},
                {QStringLiteral("C"), 5, 6, 7, 8, 9, {20, 22, 35}, scene::Role::Positive},
                {QStringLiteral("D"), 50, 55, 70, 90, 95, {12}, scene::Role::Drag}};
  return view;
}

scene::ChartView lossChart() {
  scene::ChartView view;
  view.key = QStringLiteral("loss");
  view.title = QStringLiteral("Training");
  view.x = {QStringLiteral("\\text{step}"), 0, 10000};
  view.value = {QStringLiteral("L"), 1e-4, 10};
  view.scale = scene::ValueScale::Logarithmic;
  scene::LineSet training{QStringLiteral("Training"), {}, {scene::Role::Response, 1.5}};
  scene::LineSet validation{QStringLiteral("Validation"), {}, {scene::Role::Drag, 2, scene::Dash::Dashed}};
  for (int i = 0; i <= 10000; ++i) {
    const double wobble = 1 + 0.3 * std::sin(1.7 * i) * std::sin(0.013 * i);
    training.points.emplace_back(i, 5 * std::exp(-i / 1200.0) * wobble + 5e-4);
    if (i % 250 == 0)
      validation.points.emplace_back(i, 5 * std::exp(-i / 1300.0) + 3e-3);
  }
  view.lines = {training, validation};
  view.levels = {{QStringLiteral("Goal"),
                  1e-3,
                  {scene::Role::Positive, 1.5, scene::Dash::Dashed},
                  QStringLiteral("\\text{goal}")}};
  return view;
}

std::vector<std::pair<QString, scene::ChartView>> chartViews() {
  using scene::BarDirection;
  using scene::BarLayout;
  return {
      {QStringLiteral("bars"), barChart({0.4, 0.25, 0.15, 0.1, 0.1, 0})},
      {QStringLiteral("grouped"), groupedChart(BarDirection::Upright, BarLayout::Grouped)},
      {QStringLiteral("stacked"), groupedChart(BarDirection::Upright, BarLayout::Stacked)},
      {QStringLiteral("sideways"), groupedChart(BarDirection::Sideways, BarLayout::Grouped)},
      {QStringLiteral("sideways-stacked"), groupedChart(BarDirection::Sideways, BarLayout::Stacked)},
      {QStringLiteral("areas"), areaChart()},
      {QStringLiteral("boxes"), boxChart()},
      {QStringLiteral("loss"), lossChart()},
  };
}

} // namespace eigenboard::tests
