#include "views/render/figure_arrangement.h"

#include "views/render/plane_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace eigenboard::render {
namespace {

/// What a view makes of a place.
struct ViewNeed {
  const scene::View* view = nullptr;
  bool keepsShape = false; ///< or nearly so
  double leastAspect = 1;  ///< of the frame, width to height; beyond these it shows no more
  double mostAspect = 1;
};

ViewNeed needOf(const scene::View& any) {
  constexpr double aspectOfSpace = 1.2;
  constexpr double narrowChart = 0.8;
  constexpr double wideChart = 2;
  ViewNeed need{&any, true, aspectOfSpace, aspectOfSpace};
  constexpr double wideDrawing = 1.4;
  const auto* plane = std::get_if<scene::PlaneView>(&any);
  if (plane && !plane->equalAspect && !plane->backgroundGrid) { // a drawing, with words above one another
    need.leastAspect = narrowChart;
    need.mostAspect = wideDrawing;
  } else if (std::holds_alternative<scene::ChartView>(any) || (plane && !plane->equalAspect)) {
    need.keepsShape = false;
    need.leastAspect = narrowChart;
    need.mostAspect = wideChart;
  } else if (plane) {
    const PlaneRange range = fittedRange(*plane, {}); // of no size: what is asked for
    const double aspect = (range.right - range.left) / (range.top - range.bottom);
    need.leastAspect = need.mostAspect = std::clamp(aspect, 0.2, 5.0);
  }
  return need;
}

/// Rows and numbers round the frame, in px.
QSizeF around(const ViewNeed& need, double height) {
  if (const auto* plane = std::get_if<scene::PlaneView>(need.view))
    return aroundFrame(*plane, height);
  if (std::holds_alternative<scene::SpaceView>(*need.view))
    return {70, 66};
  return {54, height < lowCanvas ? 64.0 : 112.0};
}

/// The logarithm of the area that shows something.
double shown(const ViewNeed& need, QSizeF place) {
  const QSizeF taken = around(need, place.height());
  const double width = std::max(1.0, place.width() - taken.width());
  const double height = std::max(1.0, place.height() - taken.height());
  return std::log(std::min(width, height * need.mostAspect) * std::min(height, width / need.leastAspect));
}

std::vector<QRectF> grid(const QRectF& room, std::size_t views, std::size_t columns) {
  const std::size_t rows = (views + columns - 1) / columns;
  const auto side = [](double length, std::size_t parts) {
    return (length - gapBetweenViews * static_cast<double>(parts - 1)) / static_cast<double>(parts);
  };
  const QSizeF cell(side(room.width(), columns), side(room.height(), rows));
  std::vector<QRectF> places;
  for (std::size_t i = 0; i < views; ++i) {
    const std::size_t row = i / columns;
    places.emplace_back(
        QPointF(room.left() + static_cast<double>(i % columns) * (cell.width() + gapBetweenViews),
                room.top() + static_cast<double>(row) * (cell.height() + gapBetweenViews)),
        cell);
  }
  return places;
}

/// One after the other along a row or down a column; those that keep their shape have a share of that many
/// times the others'.
std::vector<QRectF> strip(const QRectF& room, const std::vector<ViewNeed>& needs, bool isRow, double times) {
  double shares = 0;
  for (const ViewNeed& need : needs)
    shares += need.keepsShape ? times : 1;
  const double length =
      (isRow ? room.width() : room.height()) - gapBetweenViews * static_cast<double>(needs.size() - 1);
  std::vector<QRectF> places;
  double from = isRow ? room.left() : room.top();
  for (const ViewNeed& need : needs) {
    const double own = length * (need.keepsShape ? times : 1) / shares;
    places.push_back(isRow ? QRectF(from, room.top(), own, room.height())
                           : QRectF(room.left(), from, room.width(), own));
    from += own + gapBetweenViews;
  }
  return places;
}

/// Places with the sum of what their views show; views that cannot be laid out there count for nothing.
struct Arrangement {
  std::vector<QRectF> places;
  double worth = -std::numeric_limits<double>::infinity();
};

void offer(Arrangement& best, std::vector<QRectF> places, const std::vector<ViewNeed>& needs, double bonus) {
  double worth = bonus;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    worth += shown(needs[i], places[i].size());
    if (places[i].width() < smallestPlane.width() || places[i].height() < smallestPlane.height())
      worth -= 100;
  }
  if (worth > best.worth)
    best = {std::move(places), worth};
}

QRectF onWholePixels(const QRectF& place) {
  return {QPointF(std::round(place.left()), std::round(place.top())), place.size()};
}

} // namespace

std::vector<QRectF> arrangedViews(const QRectF& room, const scene::Scene& scene) {
  std::vector<ViewNeed> needs;
  for (const scene::View& view : scene.views)
    needs.push_back(needOf(view));
  if (needs.empty())
    return {};
  // A little more is not worth the loss of "beside", nor that of views of one size.
  const double beside = 0.1 * static_cast<double>(needs.size());
  const double alike = 0.02 * static_cast<double>(needs.size());
  Arrangement best;
  for (std::size_t columns = needs.size(); columns >= 1; --columns)
    offer(best, grid(room, needs.size(), columns), needs, alike + (columns == needs.size() ? beside : 0));
  for (const double times : {0.6, 0.7, 0.8, 0.9, 1.1, 1.25, 1.4, 1.6, 1.8})
    for (const bool isRow : {true, false})
      offer(best, strip(room, needs, isRow, times), needs, isRow ? beside : 0);
  for (QRectF& place : best.places)
    place = onWholePixels(place);
  return best.places;
}

} // namespace eigenboard::render
