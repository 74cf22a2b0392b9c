#include "views/panels/information/entropy_model.h"
#include "views/panels/support/tex.h"

#include <QtCore/QRectF>

#include <cmath>

namespace eigenboard::panels::information::entropy_panel {

using scene::Role;

namespace {

constexpr double roomForSymbols = 0.3;
constexpr double roomForNumber = 0.13;

void addCell(scene::PlaneView& view, int row, int column, const QRectF& box, double probability,
             double mean) {
  const std::vector<QPointF> outline{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()};
  const QString name = Words::tr("X = x%1 and Y = y%2, probability %3")
                           .arg(row + 1)
                           .arg(column + 1)
                           .arg(probability, 0, 'f', 3);
  view.marks.push_back(scene::Region{
      outline, row == 0 ? scene::Fill{Role::Response, 0.42} : scene::Fill{Role::ResponseSecond, 0.14},
      scene::Stroke{Role::Response, 1.2}, name});
  if (box.width() < roomForNumber || box.height() < 0.08)
    return;
  const QString number = tex::number(probability);
  const QString words = box.width() < roomForSymbols
                            ? number
                            : QStringLiteral("x_%1y_%2\\!:\\ %3").arg(row + 1).arg(column + 1).arg(number);
  // Clear of the dashed line, where there is room.
  const double clearance = box.height() < 0.25 ? 0 : 0.07;
  const double middle = box.center().y();
  const double up = middle < mean ? -1 : 1;
  const double y = std::abs(middle - mean) < clearance ? mean + up * clearance : middle;
  view.marks.push_back(scene::Label{{box.center().x(), y}, words});
}

} // namespace

scene::PlaneView mosaicView(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("mosaic");
  view.title = Words::tr("P(X, Y) as areas");
  view.x = {QStringLiteral("P(Y)"), -0.04, 1.04};
  view.y = {QStringLiteral("P(X \\mid Y)"), -0.04, 1.04};
  view.backgroundGrid = false;
  const double split = params.y;
  const double mean = result.pair.x(0);
  addCell(view, 1, 0, {0, params.given1, split, 1 - params.given1}, result.table(1, 0), mean);
  addCell(view, 1, 1, {split, params.given2, 1 - split, 1 - params.given2}, result.table(1, 1), mean);
  addCell(view, 0, 0, {0, 0, split, params.given1}, result.table(0, 0), mean);
  addCell(view, 0, 1, {split, 0, 1 - split, params.given2}, result.table(0, 1), mean);
  view.marks.push_back(scene::Curve{{{0, mean}, {1, mean}},
                                    {Role::Reference, 2, scene::Dash::Dashed},
                                    Words::tr("P(X = x1): where both would be without Y")});
  view.handles.push_back({QStringLiteral("first"),
                          Words::tr("Share of x1 where Y = y1"),
                          {split / 2, params.given1},
                          Role::Drag,
                          [](QPointF point) {
                            return scene::Assignments{{QStringLiteral("given1"), point.y()},
                                                      {QStringLiteral("y"), 2 * point.x()}};
                          }});
  view.handles.push_back({QStringLiteral("second"),
                          Words::tr("Share of x1 where Y = y2"),
                          {(1 + split) / 2, params.given2},
                          Role::DragSecond,
                          [](QPointF point) {
                            return scene::Assignments{{QStringLiteral("given2"), point.y()},
                                                      {QStringLiteral("y"), 2 * point.x() - 1}};
                          }});
  return view;
}

scene::ChartView shareView(const Result& result) {
  const auto& pair = result.pair;
  scene::ChartView view;
  view.key = QStringLiteral("shares");
  view.title = Words::tr("What X and Y share");
  view.direction = scene::BarDirection::Sideways;
  view.layout = scene::BarLayout::Stacked;
  view.value = {tex::text(Words::tr("bits")), 0, 2};
  view.categories = {{QStringLiteral("H(X, Y)"), Words::tr("both")},
                     {QStringLiteral("H(X)"), Words::tr("of X")},
                     {QStringLiteral("H(Y)"), Words::tr("of Y")}};
  // The bar of Y begins where that of X alone ends, so that what both share stands in one column.
  scene::BarSet shift{{}, {0, 0, pair.ofXGivenY}, Role::Muted};
  shift.opacity = 0;
  scene::BarSet onlyX{
      Words::tr("X, once Y is known: H(X | Y)"), {pair.ofXGivenY, pair.ofXGivenY, 0}, Role::Response};
  scene::BarSet shared{Words::tr("Shared: I(X; Y)"), {pair.mutual, pair.mutual, pair.mutual}, Role::Positive};
  scene::BarSet onlyY{
      Words::tr("Y, once X is known: H(Y | X)"), {pair.ofYGivenX, 0, pair.ofYGivenX}, Role::Negative};
  for (scene::BarSet* set : {&onlyX, &shared, &onlyY})
    set->decimals = 2;
  view.bars = {shift, onlyX, shared, onlyY};
  return view;
}

} // namespace eigenboard::panels::information::entropy_panel
