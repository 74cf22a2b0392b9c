#include "tests/panel/sample_panel.h"

#include "views/panel/definition.h"

#include <Eigen/LU>

#include <cmath>

namespace eigenboard::tests {

using namespace Qt::StringLiterals;
using namespace panel;

namespace {

enum class Shape { Dot, Cross, Ring };

struct Params {
  Eigen::Matrix2d a = (Eigen::Matrix2d() << 1, 0.5, 0, 1).finished();
  Eigen::Vector2d v = {1, 1};
  double gain = 1;
  double reach = 1000;
  int copies = 1;
  bool grid = true;
  Shape mark = Shape::Dot;
  QString note;
};

struct Result {
  Eigen::Vector2d out;
  std::vector<QPointF> trail;
  double det = 0;
  double gain = 0;
};

Fields<Params> fields() {
  const Range cell{-4, 4, 0.05, Spacing::Linear};
  Fields<Params> fields;
  fields.matrix(&Params::a, {u"A"_s, u"Matrix A"_s, u"\\mathbf{A}"_s, u"Where the basis vectors go."_s, {}},
                {u"a"_s, u"b"_s, u"c"_s, u"d"_s}, cell);
  fields.point(&Params::v, {u"v"_s, u"Vector v"_s, u"\\mathbf{v}"_s, u"What A is applied to."_s, {}},
               {u"vx"_s, u"vy"_s}, cell);
  fields.number(&Params::gain, {u"gain"_s, u"Gain"_s, u"g"_s, u"Stretches the answer."_s, u"dB"_s},
                {0, 10, 0.1});
  fields.number(&Params::reach, {u"reach"_s, u"Reach"_s, u"R"_s, u"Where the trail ends."_s, {}},
                {1, 1e6, 0.1, Spacing::Logarithmic});
  fields.integer(&Params::copies, {u"copies"_s, u"Copies"_s, {}, u"How many arrows."_s, {}}, {1, 9, 1});
  fields.toggle(&Params::grid, {u"grid"_s, u"Moved grid"_s, {}, u"The image of the grid."_s, {}});
  fields.choice(&Params::mark, {u"mark"_s, u"Mark"_s, {}, u"Shape of the trail's points."_s, {}},
                {{u"dot"_s, u"Dot"_s}, {u"cross"_s, u"Cross"_s}, {u"ring"_s, u"Ring"_s}});
  fields.text(&Params::note, {u"note"_s, u"Note"_s, {}, u"A word of your own."_s, {}});
  return fields;
}

scene::Scene picture(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = u"plane"_s;
  view.title = u"The plane"_s;
  view.x.label = u"x"_s;
  view.y.label = u"y"_s;
  if (params.grid)
    view.marks.emplace_back(scene::Lattice{{0, 0},
                                           {params.a(0, 0), params.a(1, 0)},
                                           {params.a(0, 1), params.a(1, 1)},
                                           {scene::Role::Response, 1, scene::Dash::Solid, 0.5}});
  for (int i = 1; i <= params.copies; ++i)
    view.marks.emplace_back(scene::Arrow{{0, 0},
                                         {result.out.x() / i, result.out.y() / i},
                                         {scene::Role::Response, 3},
                                         u"\\mathbf{Av}"_s,
                                         u"Av"_s});
  view.marks.emplace_back(
      scene::Arrow{{0, 0}, {params.v.x(), params.v.y()}, {scene::Role::Drag, 3}, u"\\mathbf{v}"_s, u"v"_s});
  view.marks.emplace_back(scene::Points{result.trail, scene::Role::Muted, 3, 1, u"trail"_s});
  view.handles.push_back(
      {u"v"_s, u"Tip of v"_s, {params.v.x(), params.v.y()}, scene::Role::Drag, [](QPointF point) {
         return scene::Assignments{{u"vx"_s, point.x()}, {u"vy"_s, point.y()}};
       }});
  view.handles.push_back({u"e1"_s,
                          u"Tip of the first basis vector"_s,
                          {params.a(0, 0), params.a(1, 0)},
                          scene::Role::DragSecond,
                          [](QPointF point) {
                            return scene::Assignments{{u"a"_s, point.x()}, {u"c"_s, point.y()}};
                          }});
  return {{view}};
}

Definition<Params, Result, Eigen::Vector2d> sample() {
  Definition<Params, Result, Eigen::Vector2d> definition;
  definition.identity = {u"samples.map"_s, u"A map of the plane"_s, u"Drag v and watch where A takes it."_s,
                         u"4.4"_s};
  definition.fields = fields();
  definition.presets = {
      {u"identity"_s,
       u"Identity"_s,
       u"Nothing moves: v and Av are one arrow."_s,
       {{u"A"_s, u"1,0;0,1"_s}},
       0},
      {u"turn"_s,
       u"Quarter turn"_s,
       u"Four steps come home."_s,
       {{u"A"_s, u"0,-1;1,0"_s}, {u"mark"_s, u"ring"_s}},
       3},
      {u"flat"_s, u"Flat"_s, u"The plane falls onto a line."_s, {{u"A"_s, u"2,1;1,0.5"_s}}, 0}};
  definition.goals = {
      {u"flat"_s, u"Flatten the plane onto a line"_s,
       [](const Params&, const Result& r) { return r.det == 0; }},
      {u"flip"_s, u"Turn the plane over"_s, [](const Params&, const Result& r) { return r.det < 0; }}};
  definition.showMe = {{{{u"v"_s, u"2,0"_s}}, 60, 0}, {{{u"v"_s, u"0,2"_s}}, 60, 2}};
  definition.process = Process<Params, Eigen::Vector2d>{
      u"Multiply by A once"_s, 500, [](const Params& p) { return p.v; },
      [](const Params& p, const Eigen::Vector2d& at) -> Eigen::Vector2d { return p.a * at; },
      [](const Params& p, const Eigen::Vector2d& at) { return at.norm() > p.reach; }};
  definition.model = [](const Params& p, std::span<const Eigen::Vector2d> history) {
    Result result;
    result.out = p.gain * (p.a * p.v);
    for (const Eigen::Vector2d& at : history)
      result.trail.emplace_back(at.x(), at.y());
    result.det = p.a.determinant();
    result.gain = p.gain;
    return result;
  };
  definition.scene = picture;
  definition.formula = [](const Params& p, const Result& r) {
    return u"\\mathbf{A}\\mathbf{v} = \\begin{bmatrix}%1 & %2\\\\ %3 & %4\\end{bmatrix}"
           "\\begin{bmatrix}%5\\\\ %6\\end{bmatrix} = \\begin{bmatrix}%7\\\\ %8\\end{bmatrix}"_s
               .arg(p.a(0, 0), 0, 'f', 2)
               .arg(p.a(0, 1), 0, 'f', 2)
               .arg(p.a(1, 0), 0, 'f', 2)
               .arg(p.a(1, 1), 0, 'f', 2)
               .arg(p.v.x(), 0, 'f', 2)
               .arg(p.v.y(), 0, 'f', 2)
               .arg(r.out.x(), 0, 'f', 2)
               .arg(r.out.y(), 0, 'f', 2);
  };
  definition.readouts = [](const Params&, const Result& r) {
    return std::vector<Readout>{{u"det"_s,
                                 u"Determinant"_s,
                                 u"\\det\\mathbf{A}"_s,
                                 {},
                                 u"Signed area of the image of the unit square."_s,
                                 r.det,
                                 2},
                                {u"out_x"_s, u"First coordinate of Av"_s, u"(\\mathbf{Av})_1"_s, u"m"_s,
                                 u"How far right Av points."_s, r.out.x(), 2},
                                {u"out_y"_s, u"Second coordinate of Av"_s, u"(\\mathbf{Av})_2"_s, u"m"_s,
                                 u"How far up Av points."_s, r.out.y(), 2},
                                {u"step"_s,
                                 u"Step"_s,
                                 u"k"_s,
                                 {},
                                 u"How often A has been applied."_s,
                                 static_cast<double>(r.trail.size()) - 1,
                                 0},
                                {u"trail_x"_s,
                                 u"End of the trail"_s,
                                 u"x_k"_s,
                                 {},
                                 u"Where the trail has got to."_s,
                                 r.trail.back().x(),
                                 3}};
  };
  definition.invariants = [](const Params& p, const Result& r) {
    const double error = (p.gain * (p.a * p.v) - r.out).norm();
    const double area = std::abs(p.a(0, 0) * p.a(1, 1) - p.a(0, 1) * p.a(1, 0) - r.det);
    return std::vector<Invariant>{
        {u"linear"_s, u"\\mathbf{A}(g\\mathbf{v}) = g\\mathbf{A}\\mathbf{v}"_s, u"Stretch first or last."_s,
         error, 1e-12},
        {u"det"_s, u"\\det\\mathbf{A} = ad - bc"_s, u"Two ways to the area."_s, area, 1e-12}};
  };
  definition.spoken = [](const Params&, const Result& r) {
    return u"Av is at %1, %2."_s.arg(r.out.x(), 0, 'f', 2).arg(r.out.y(), 0, 'f', 2);
  };
  definition.problem = [](const Result& r) {
    return r.gain == 0 ? u"no picture: the gain is 0"_s : QString();
  };
  definition.numpy = [](const Params& p, int steps) {
    return u"import numpy as np\nA = np.array([[%1, %2], [%3, %4]])\nprint(A, %5)\n"_s.arg(p.a(0, 0))
        .arg(p.a(0, 1))
        .arg(p.a(1, 0))
        .arg(p.a(1, 1))
        .arg(steps);
  };
  return definition;
}

struct PlainParams {
  double x = 1;
  bool second = false;
};

scene::PlaneView plainView(const QString& key, double x) {
  scene::PlaneView view;
  view.key = key;
  view.title = key;
  view.handles.push_back({u"x"_s, u"The number x"_s, {x, 0}, scene::Role::Drag, [](QPointF point) {
                            return scene::Assignments{{u"x"_s, point.x()}};
                          }});
  return view;
}

} // namespace

PanelPointer samplePanel() {
  return makePanel(sample());
}

PanelPointer plainPanel() {
  Definition<PlainParams, double> definition;
  definition.identity = {u"samples.square"_s, u"A square"_s, u"Drag x and watch its square."_s, u"2.1"_s};
  definition.fields
      .number(&PlainParams::x, {u"x"_s, u"The number x"_s, u"x"_s, u"What is squared."_s, {}}, {-4, 4, 0.05})
      .toggle(&PlainParams::second, {u"second"_s, u"Second view"_s, {}, u"The same twice."_s, {}});
  definition.model = [](const PlainParams& p, std::span<const std::monostate>) { return p.x * p.x; };
  definition.scene = [](const PlainParams& p, double) {
    scene::Scene scene{{plainView(u"first"_s, p.x)}};
    if (p.second)
      scene.views.push_back(plainView(u"second"_s, p.x));
    return scene;
  };
  definition.formula = [](const PlainParams& p, double square) {
    return u"%1^2 = %2"_s.arg(p.x).arg(square);
  };
  definition.readouts = [](const PlainParams&, double square) {
    return std::vector<Readout>{{u"square"_s, u"Square"_s, u"x^2"_s, {}, u"x times x."_s, square, 4}};
  };
  definition.invariants = [](const PlainParams&, double) { return std::vector<Invariant>{}; };
  definition.spoken = [](const PlainParams&, double square) { return u"The square is %1."_s.arg(square); };
  definition.numpy = [](const PlainParams& p, int) { return u"print(%1 ** 2)\n"_s.arg(p.x); };
  return makePanel(std::move(definition));
}

namespace {

struct PointsParams {
  Eigen::MatrixXd points{{1, 2}, {-1, 0.5}};
  Eigen::MatrixXd links{0, 2};
};

Fields<PointsParams> pointsFields() {
  Fields<PointsParams> fields;
  fields
      .table(&PointsParams::points, {u"points"_s, u"Points"_s, {}, u"The points."_s, {}},
             {{u"x"_s, u"x"_s, -4, 4, 0.1}, {u"y"_s, u"y"_s, -4, 4, 0.1}}, 6)
      .table(&PointsParams::links, {u"links"_s, u"Links"_s, {}, u"What is joined."_s, {}},
             {{u"from"_s, u"from"_s, 0, 5, 1, true}, {u"to"_s, u"to"_s, 0, 5, 1, true}}, 4);
  return fields;
}

QString pointsText(const Eigen::MatrixXd& points) {
  return tableText(pointsFields().parameters().front(), points);
}

scene::PlaneView pointsView(const PointsParams& p) {
  scene::PlaneView view;
  view.key = u"plane"_s;
  for (int row = 0; row < static_cast<int>(p.points.rows()); ++row) {
    scene::Handle handle{u"p%1"_s.arg(row), u"Point %1"_s.arg(row), {p.points(row, 0), p.points(row, 1)}};
    handle.drag = [row](QPointF point) {
      return scene::Assignments{{u"points.%1.x"_s.arg(row), point.x()},
                                {u"points.%1.y"_s.arg(row), point.y()}};
    };
    handle.remove = {u"Remove point %1"_s.arg(row), [row, points = p.points] {
                       Eigen::MatrixXd left(points.rows() - 1, 2);
                       left << points.topRows(row), points.bottomRows(points.rows() - 1 - row);
                       return scene::Settings{{u"points"_s, pointsText(left)}};
                     }};
    handle.press = {u"Join point %1"_s.arg(row), [row] {
                      return scene::Settings{{u"links"_s, u"0,%1"_s.arg(row)}};
                    }};
    view.handles.push_back(handle);
  }
  view.clickName = u"Add a point"_s;
  view.click = [points = p.points](QPointF point) {
    Eigen::MatrixXd more(points.rows() + 1, 2);
    more << points, Eigen::RowVector2d(point.x(), point.y());
    return scene::Settings{{u"points"_s, pointsText(more)}};
  };
  return view;
}

} // namespace

PanelPointer pointsPanel() {
  Definition<PointsParams, double> definition;
  definition.identity = {u"samples.points"_s, u"Points"_s, u"Click to add points."_s, u"8.1"_s};
  definition.fields = pointsFields();
  definition.model = [](const PointsParams& p, std::span<const std::monostate>) {
    return p.points.col(0).sum();
  };
  definition.scene = [](const PointsParams& p, double) { return scene::Scene{{pointsView(p)}}; };
  definition.formula = [](const PointsParams&, double sum) { return u"\\sum x = %1"_s.arg(sum); };
  definition.readouts = [](const PointsParams& p, double sum) {
    return std::vector<Readout>{
        {u"count"_s, u"Count"_s, {}, {}, u"How many."_s, static_cast<double>(p.points.rows()), 0},
        {u"sum"_s, u"Sum"_s, {}, {}, u"Of x."_s, sum, 2}};
  };
  definition.invariants = [](const PointsParams&, double) { return std::vector<Invariant>{}; };
  definition.spoken = [](const PointsParams&, double sum) { return u"The sum is %1."_s.arg(sum); };
  definition.numpy = [](const PointsParams&, int) { return u"print(0)\n"_s; };
  return makePanel(std::move(definition));
}

Registry sampleRegistry() {
  std::vector<PanelPointer> panels;
  panels.push_back(samplePanel());
  panels.push_back(plainPanel());
  return Registry(std::move(panels));
}

} // namespace eigenboard::tests
