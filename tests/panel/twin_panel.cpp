#include "tests/panel/twin_panel.h"

#include "tests/panel/sample_panel.h"
#include "views/panel/definition.h"

namespace eigenboard::tests {

using namespace Qt::StringLiterals;
using namespace panel;

namespace {

struct TwinParams {
  Eigen::Matrix2d m = Eigen::Matrix2d::Identity();
  Eigen::Matrix<double, 2, 3> wide = Eigen::Matrix<double, 2, 3>::Zero();
  Eigen::Vector2d p = {0, 0};
  double rate = 0.5;
  double share = 10;
  int seed = 1;
};

scene::Scene twinPicture(const TwinParams& params, double) {
  scene::PlaneView view;
  view.key = u"plane"_s;
  view.title = u"The curve"_s;
  view.marks.emplace_back(scene::Lattice{{0, 0}, {1, 0}, {0, 1}, {}});
  scene::Curve curve;
  for (int i = 0; i < 50; ++i)
    curve.points.emplace_back(0.1 * i, params.rate * 0.1 * i);
  curve.stroke = {scene::Role::Response, 2};
  curve.name = u"line"_s;
  view.marks.emplace_back(curve);
  return {{view}};
}

} // namespace

PanelPointer twinPanel() {
  Definition<TwinParams, double> definition;
  definition.identity = {u"samples.twin"_s, u"A twin"_s, u"Shares and draws."_s, u"4.6"_s};
  definition.fields
      .matrix(&TwinParams::m, {u"M"_s, u"Matrix M"_s, u"\\mathbf{M}"_s},
              {u"m11"_s, u"m12"_s, u"m21"_s, u"m22"_s}, {-2, 2, 0.05})
      .matrix(&TwinParams::wide, {u"wide"_s, u"Wide matrix"_s, u"N"_s},
              {u"n1"_s, u"n2"_s, u"n3"_s, u"n4"_s, u"n5"_s, u"n6"_s}, {-2, 2, 0.05})
      .point(&TwinParams::p, {u"p"_s, u"Point p"_s, u"\\mathbf{p}"_s}, {u"px"_s, u"py"_s}, {-4, 4, 0.05})
      .number(&TwinParams::rate, {u"rate"_s, u"Rate"_s, u"\\eta"_s}, {0, 1, 0.01})
      .number(&TwinParams::share, {u"share"_s, u"Share"_s}, {0, 100, 1})
      .seed(&TwinParams::seed, {u"seed"_s, u"Seed"_s});
  definition.model = [](const TwinParams& p, std::span<const std::monostate>) { return p.m.trace(); };
  definition.scene = twinPicture;
  definition.formula = [](const TwinParams&, double trace) { return u"t = %1"_s.arg(trace); };
  definition.readouts = [](const TwinParams& p, double trace) {
    return std::vector<Readout>{{u"trace"_s, u"Trace"_s, u"t"_s, {}, u"Sum of the diagonal."_s, trace, 2},
                                {u"draw"_s, u"Draw"_s, {}, {}, u"From the seed."_s, 0.5 * p.seed, 1}};
  };
  definition.invariants = [](const TwinParams&, double) { return std::vector<Invariant>{}; };
  definition.spoken = [](const TwinParams&, double trace) { return u"The trace is %1."_s.arg(trace); };
  definition.numpy = [](const TwinParams&, int) { return u"print({})\n"_s; };
  return makePanel(std::move(definition));
}

Registry twinRegistry() {
  std::vector<PanelPointer> panels;
  panels.push_back(samplePanel());
  panels.push_back(plainPanel());
  panels.push_back(twinPanel());
  return Registry(std::move(panels));
}

} // namespace eigenboard::tests
