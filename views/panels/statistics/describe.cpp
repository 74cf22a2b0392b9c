#include "views/panel/definition.h"
#include "views/panels/statistics/describe_fields.h"
#include "views/panels/statistics/describe_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::statistics {

namespace describe_panel {

namespace {

constexpr int enough = 6; ///< values or points, fewer make most goals too easy

bool isLine(const Params& p, const Result& r) {
  return p.mode == Mode::Line && r.n >= enough;
}

bool isPlane(const Params& p, const Result& r) {
  return p.mode == Mode::Plane && r.n >= enough;
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"apart", Words::tr("Pull mean and median 1 or more apart"),
       [](const Params& p, const Result& r) {
         return isLine(p, r) && std::abs(r.line.mean - r.line.box.median) >= 1;
       }},
      {"level", Words::tr("Keep an outlier and still bring mean and median within 0.05 of each other"),
       [](const Params& p, const Result& r) {
         return isLine(p, r) && !r.line.box.outliers.empty() &&
                std::abs(r.line.mean - r.line.box.median) <= 0.05;
       }},
      {"trimmed", Words::tr("Trim until the trimmed mean is within 0.1 of the median, with the mean 0.8 off"),
       [](const Params& p, const Result& r) {
         return isLine(p, r) && std::abs(r.line.trimmed - r.line.box.median) <= 0.1 &&
                std::abs(r.line.mean - r.line.box.median) >= 0.8;
       }},
      {"many_peaks", Words::tr("Find a bandwidth that makes five peaks or more of at least ten values"),
       [](const Params& p, const Result& r) {
         return isLine(p, r) && r.n >= 10 && r.line.peaks.places.size() >= 5;
       }},
      {"uncorrelated", Words::tr("Bring Pearson's correlation within 0.02 of 0"),
       [](const Params& p, const Result& r) { return isPlane(p, r) && std::abs(r.plane.pearson) <= 0.02; }},
      {"lever", Words::tr("Let one point change Pearson's correlation by 0.5 or more"),
       [](const Params& p, const Result& r) {
         return isPlane(p, r) && std::abs(r.plane.pearson - r.plane.pearsonWithout) >= 0.5;
       }},
      {"monotone", Words::tr("Make Spearman's correlation 1 while Pearson's stays below 0.9"),
       [](const Params& p, const Result& r) {
         return isPlane(p, r) && r.plane.spearman >= 1 - 1e-12 && r.plane.pearson < 0.9;
       }},
      {"simpson", Words::tr("Let every group slope one way and all together the other"),
       [](const Params& p, const Result& r) { return isPlane(p, r) && r.plane.isSimpson(); }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"preset", "outlier"}}, 800},
      {{{"values.11.x", "5.2"}}, 2200},
      {{{"values.11.x", "9.8"}}, 1800},
      {{{"cut", "0.25"}}, 1200},
      {{{"bandwidth", "0.15"}}, 1800},
      {{{"bandwidth", "1.2"}}, 1800},
      {{{"bin_width", "0.5"}, {"bandwidth", "0.6"}}, 1200},
      {{{"preset", "quartet_3"}}, 900},
      {{{"points.9.y", "5.1"}}, 2200},
      {{{"preset", "simpson"}}, 1200},
  };
}

} // namespace

} // namespace describe_panel

panel::PanelPointer describe() {
  using namespace describe_panel;
  panel::Definition<Params, Result> definition;
  definition.identity = {
      "statistics.describe", Words::tr("Describing data"),
      Words::tr("Drag values and points, and see what centre, spread, shape and correlation "
                "make of them."),
      "8.1"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.model = [](const Params& params, std::span<const std::monostate>) { return evaluate(params); };
  definition.scene = [](const Params& p, const Result& r) {
    scene::Scene scene;
    if (p.mode == Mode::Line) {
      scene.views.push_back(lineView(p, r));
      if (p.sweep)
        scene.views.push_back(sweepView(p, r));
    } else {
      scene.views.push_back(scatterView(p, r));
      if (p.ranks)
        scene.views.push_back(rankView(r));
    }
    return scene;
  };
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = [](const Params& params, int) { return numpyCode(params); };
  definition.comparesStates = true;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::statistics
