#include "views/render/plane_canvas.h"
#include "views/scene/unchanged_marks.h"
#include "views/typesetting/typesetter.h"

#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <memory>
#include <random>

using namespace eigenboard;
using namespace eigenboard::scene;

/// Marks that stay while others change are kept as an image, and nobody can tell by the picture.
class WhatStaysIsPaintedOnce : public QObject {
  Q_OBJECT

 private slots:
  void theSameMarksAreFound();
  void arrowsDependOnHandles();
  void everyPictureIsThatOfAFreshCanvas_data();
  void everyPictureIsThatOfAFreshCanvas();
  void marksThatStayAreNotPaintedAgain();

 private:
  QImage painted(render::PlaneCanvas& canvas) const {
    QImage image(size_, QImage::Format_RGB32);
    QPainter painter(&image);
    canvas.paint(painter, {}, std::nullopt);
    return image;
  }
  std::unique_ptr<render::PlaneCanvas> fresh(const PlaneView& view) {
    auto canvas =
        std::make_unique<render::PlaneCanvas>(typesetter_, render::themeNamed(QStringLiteral("light")));
    canvas->setSize(size_);
    canvas->setView(view);
    return canvas;
  }

  QSize size_{360, 300};
  typesetting::Typesetter typesetter_;
};

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// One mark of each kind, some with numbers that are not finite.
std::vector<Mark> oneOfEach() {
  HeatMap map{3, 2, -3, 3, -2, 2, {0, 1, 2, 3, nan, 5}, 0, 5};
  return {
      map,
      Lattice{{0, 0}, {1, 0.2}, {-0.3, 1}, {Role::Grid, 1, Dash::Solid, 0.6}},
      Region{{{-2, -2}, {1, -1}, {0, 2}}, Fill{Role::Response, 0.3}, Stroke{Role::Response, 2}},
      Segments{{{-1, -1, 1, 1}, {-1, 1, nan, -1}}, {Role::Muted, 1.5}},
      Line{{0, 1}, {1, 0.5}, {Role::Reference, 1.5, Dash::Dashed}},
      Curve{{{-3, 0}, {-1, 2}, {nan, nan}, {0, 0}, {3, 1}}, {Role::Series1, 2.4, Dash::Solid, 0.5}},
      Arrow{{0, 0}, {2, 1}, {Role::Drag, 3}},
      Points{{{1, -1}, {2, nan}}, Role::Series2, 5, 0.7},
      HeatMap{2, 2, 0, 2, 0, 2, {0, 1, 1, 0}, 0, 1},
  };
}

/// The mark, moved or otherwise coloured so little that it may be missed, but can be seen.
void change(Mark& mark, double by) {
  std::visit(
      [by](auto& one) {
        using Kind = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<Kind, HeatMap>)
          one.values.back() += by;
        else if constexpr (std::is_same_v<Kind, Lattice>)
          one.first.rx() += by;
        else if constexpr (std::is_same_v<Kind, Region>)
          one.fill->opacity = std::abs(std::sin(by));
        else if constexpr (std::is_same_v<Kind, Segments>)
          one.lines.front().setP1({-1 + by, -1});
        else if constexpr (std::is_same_v<Kind, Line>)
          one.through.ry() += by;
        else if constexpr (std::is_same_v<Kind, Curve>)
          one.points.back().ry() += by;
        else if constexpr (std::is_same_v<Kind, Arrow>)
          one.to.rx() += by;
        else if constexpr (std::is_same_v<Kind, Points>)
          one.radius += by;
      },
      mark);
}

PlaneView viewOf(std::vector<Mark> marks) {
  PlaneView view;
  view.key = QStringLiteral("plane");
  view.marks = std::move(marks);
  return view;
}

} // namespace

void WhatStaysIsPaintedOnce::theSameMarksAreFound() {
  const PlaneView view = viewOf(oneOfEach());
  QCOMPARE(unchangedMarks(view, view), view.marks.size());
  for (std::size_t i = 0; i < view.marks.size(); ++i) {
    PlaneView other = view;
    // QPointF itself would take two points as near as that for equal.
    change(other.marks[i], 1e-13);
    QCOMPARE(unchangedMarks(view, other), i);
    QCOMPARE(unchangedMarks(other, view), i);
  }
  PlaneView named = view;
  std::get<Curve>(named.marks[5]).name = QStringLiteral("Another name");
  QCOMPARE(unchangedMarks(view, named), view.marks.size());
  PlaneView shorter = view;
  shorter.marks.resize(4);
  QCOMPARE(unchangedMarks(view, shorter), std::size_t{4});
  QCOMPARE(unchangedMarks(shorter, view), std::size_t{4});
  std::swap(shorter.marks[0], shorter.marks[1]);
  QCOMPARE(unchangedMarks(view, shorter), std::size_t{0});
  QCOMPARE(unchangedMarks(viewOf({}), view), std::size_t{0});
}

void WhatStaysIsPaintedOnce::arrowsDependOnHandles() {
  PlaneView view = viewOf(oneOfEach());
  view.handles.push_back({QStringLiteral("tip"), QStringLiteral("Tip"), {2, 1}, Role::Drag, {}});
  PlaneView moved = view;
  moved.handles.front().position = {1, 1};
  // The arrow no longer leaves room for the handle's disc.
  QCOMPARE(unchangedMarks(view, moved), std::size_t{6});
}

void WhatStaysIsPaintedOnce::everyPictureIsThatOfAFreshCanvas_data() {
  QTest::addColumn<unsigned>("seed");
  for (unsigned seed = 1; seed <= 8; ++seed)
    QTest::addRow("seed %u", seed) << seed;
}

void WhatStaysIsPaintedOnce::everyPictureIsThatOfAFreshCanvas() {
  QFETCH(unsigned, seed);
  std::mt19937 random(seed);
  const auto chosen = [&random](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  PlaneView view = viewOf(oneOfEach());
  view.handles.push_back({QStringLiteral("tip"), QStringLiteral("Tip"), {2, 1}, Role::Drag, {}});
  const auto kept = fresh(view);
  std::size_t dragged = 0;
  for (int frame = 0; frame < 60; ++frame) {
    const double by = 0.02 + 0.5 * static_cast<double>(random() % 1000) / 1000;
    // Mostly a drag goes on with the mark that it moves; now and then something else happens.
    switch (chosen(10)) {
    case 0:
      dragged = chosen(view.marks.size());
      break;
    case 1:
      view.marks = oneOfEach();
      view.marks.resize(1 + chosen(view.marks.size()));
      dragged = std::min(dragged, view.marks.size() - 1);
      break;
    case 2:
      view.x.maximum += by;
      break;
    case 3:
      view.handles.front().position = {by, 2 * by};
      break;
    case 4:
      std::swap(view.marks[chosen(view.marks.size())], view.marks[chosen(view.marks.size())]);
      break;
    default:
      change(view.marks[dragged], by);
    }
    kept->setView(view);
    if (chosen(4) == 0)
      painted(*kept);
    QCOMPARE(painted(*kept), painted(*fresh(view)));
  }
}

void WhatStaysIsPaintedOnce::marksThatStayAreNotPaintedAgain() {
  render::SteadyLayer layer;
  PlaneView view = viewOf(oneOfEach());
  const auto dragged = [&](std::size_t mark) {
    const PlaneView before = view;
    change(view.marks[mark], 0.1);
    layer.note(before, view);
  };
  QCOMPARE(layer.count(), std::size_t{0});
  dragged(5);
  QCOMPARE(layer.count(), std::size_t{5});
  dragged(7);
  QCOMPARE(layer.count(), std::size_t{7});
  dragged(2);
  QCOMPARE(layer.count(), std::size_t{2});
  // The same picture again does not tell what will be dragged next.
  layer.note(view, view);
  QCOMPARE(layer.count(), std::size_t{2});
  layer.drop();
  QCOMPARE(layer.count(), std::size_t{0});
}

QTEST_MAIN(WhatStaysIsPaintedOnce)
#include "what_stays_is_painted_once.moc"
