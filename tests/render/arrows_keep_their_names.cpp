#include "views/render/export.h"
#include "views/render/plane_layout.h"
#include "views/render/text_color.h"
#include "views/typesetting/typesetter.h"

#include <QtTest/QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace eigenboard;
using namespace eigenboard::scene;

/// An arrow whose tip is out of sight has its label where it leaves the view, so that every line can be told
/// from every other; names that may yield keep apart, and a legend lies on nothing.
class ArrowsKeepTheirNames : public QObject {
  Q_OBJECT

 private slots:
  void whereTheArrowLeaves_data();
  void whereTheArrowLeaves();
  void notWhereNothingOfItIsSeen();
  void namesThatMayYieldKeepApart_data();
  void namesThatMayYieldKeepApart();
  void namesAreNotCutByTheFrame();
  void legendTakesTheEmptyCorner_data();
  void legendTakesTheEmptyCorner();
  void legendLeavesAFullFrame();
  void legendIsCalm();

 private:
  QImage picture(QPointF from, QPointF to, const QString& label) {
    PlaneView view;
    view.x = {{}, -4, 4};
    view.y = {{}, -4, 4};
    view.marks.push_back(Arrow{from, to, Stroke{Role::Drag, 3, Dash::Solid, 1}, label, {}});
    render::FigureOptions options;
    options.format = render::FigureFormat::Png;
    options.size = {480, 480};
    return QImage::fromData(
        render::exportFigure({{view}}, render::themeNamed({}), typesetter_, options).bytes, "PNG");
  }
  /// What the label adds to the picture, in pixels.
  QRect inkOfLabel(QPointF from, QPointF to) {
    const QImage without = picture(from, to, {});
    const QImage with = picture(from, to, QStringLiteral("A\\mathbf{v}"));
    QRect ink;
    for (int y = 0; y < with.height(); ++y)
      for (int x = 0; x < with.width(); ++x)
        if (with.pixel(x, y) != without.pixel(x, y))
          ink |= QRect(x, y, 1, 1);
    return ink;
  }

  typesetting::Typesetter typesetter_;
};

void ArrowsKeepTheirNames::whereTheArrowLeaves_data() {
  QTest::addColumn<QPointF>("to");
  QTest::addColumn<QRect>("edge"); // the quarter of the picture where the arrow leaves it
  QTest::newRow("up") << QPointF(0, 9) << QRect(120, 0, 240, 120);
  QTest::newRow("right") << QPointF(1e6, 0) << QRect(360, 120, 120, 240);
  QTest::newRow("down") << QPointF(0, -4.5) << QRect(120, 360, 240, 120);
  QTest::newRow("a corner") << QPointF(-50, 50) << QRect(0, 0, 160, 160);
}

void ArrowsKeepTheirNames::whereTheArrowLeaves() {
  QFETCH(QPointF, to);
  QFETCH(QRect, edge);
  const QRect ink = inkOfLabel({0, 0}, to);
  QVERIFY(!ink.isEmpty());
  QVERIFY2(
      edge.contains(ink),
      qPrintable(QStringLiteral("%1 %2 %3×%4").arg(ink.x()).arg(ink.y()).arg(ink.width()).arg(ink.height())));
}

void ArrowsKeepTheirNames::notWhereNothingOfItIsSeen() {
  QVERIFY(inkOfLabel({6, 6}, {9, 9}).isEmpty());
  QVERIFY(inkOfLabel({3.9, 3.9}, {9, 9}).isEmpty()); // a stub in the corner
  QVERIFY(!inkOfLabel({0, 0}, {3, 3}).isEmpty());
}

namespace {

constexpr std::array<Role, 6> nameRoles{Role::Series1, Role::Series2, Role::Series3,
                                        Role::Series4, Role::Series6, Role::Series8};

/// Names of six lengths, the points side by side.
PlaneView crowdedView(double apart) {
  PlaneView view;
  view.backgroundGrid = false;
  const std::array<QString, 6> names{QStringLiteral("Momentum"), QStringLiteral("GD"),
                                     QStringLiteral("Nesterov"), QStringLiteral("AdaGrad"),
                                     QStringLiteral("L-BFGS"),   QStringLiteral("Newton")};
  for (std::size_t i = 0; i < names.size(); ++i)
    view.marks.push_back(Label{{apart * (static_cast<double>(i) - 2.5), 0},
                               QStringLiteral("\\text{%1}").arg(names.at(i)),
                               nameRoles.at(i),
                               {0, -14},
                               true});
  return view;
}

/// The part of an image that has nearly that colour.
QRect inkOfColor(const QImage& image, const QColor& color) {
  QRect ink;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const QColor pixel = image.pixelColor(x, y);
      if (std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) +
              std::abs(pixel.blue() - color.blue()) <
          6)
        ink |= QRect(x, y, 1, 1);
    }
  return ink;
}

/// A curve as dense as noise in every corner of the frame but one; cornerless: in all.
PlaneView noisyView(QPointF free) {
  PlaneView view;
  view.title = QStringLiteral("Height");
  view.equalAspect = false;
  for (const QPointF corner : {QPointF(-1, -1), QPointF(1, -1), QPointF(-1, 1), QPointF(1, 1)}) {
    if (corner == free)
      continue;
    Curve curve;
    for (int i = 0; i < 400; ++i)
      curve.points.push_back({corner.x() * (0.3 + 3.7 * i / 400), corner.y() * (i % 2 == 0 ? 0.2 : 4)});
    view.marks.emplace_back(curve);
  }
  view.legend = {{QStringLiteral("Momentum"), Role::Series1}, {QStringLiteral("AdaGrad"), Role::Series2}};
  return view;
}

/// Points of all curves that lie in a rectangle, of a walk along them in steps of a pixel.
int inkWithin(const PlaneView& view, const render::PlaneFrame& frame, const QRectF& box) {
  int count = 0;
  for (const Mark& mark : view.marks)
    if (const auto* curve = std::get_if<Curve>(&mark))
      for (std::size_t i = 0; i + 1 < curve->points.size(); ++i) {
        const QLineF line(frame.toPixel(curve->points[i]), frame.toPixel(curve->points[i + 1]));
        for (double t = 0; t <= 1; t += 1 / std::max(1.0, line.length()))
          count += box.contains(line.pointAt(t)) ? 1 : 0;
      }
  return count;
}

} // namespace

void ArrowsKeepTheirNames::namesThatMayYieldKeepApart_data() {
  QTest::addColumn<double>("apart");
  QTest::addColumn<QSize>("size");
  QTest::addColumn<int>("least"); // so many find a side
  QTest::newRow("all") << 1.3 << QSize(900, 600) << 6;
  QTest::newRow("roomy") << 0.1 << QSize(700, 600) << 3;
  QTest::newRow("narrow") << 0.05 << QSize(260, 220) << 2;
  QTest::newRow("one place") << 0.0 << QSize(200, 160) << 2;
}

void ArrowsKeepTheirNames::namesThatMayYieldKeepApart() {
  QFETCH(const double, apart);
  QFETCH(const QSize, size);
  QFETCH(const int, least);
  const render::Theme theme = render::themeNamed({});
  render::FigureOptions options;
  options.format = render::FigureFormat::Png;
  options.size = size;
  options.pixelRatio = 3;     // strokes of letters are as wide as pixels that have their colour
  options.transparent = true; // no rims, which would eat what they lie on
  const QImage image = QImage::fromData(
      render::exportFigure({{crowdedView(apart)}}, theme, typesetter_, options).bytes, "PNG");
  std::vector<QRect> names;
  for (const Role role : nameRoles)
    if (const QRect ink = inkOfColor(image, render::textColor(theme, role)); !ink.isEmpty())
      names.push_back(ink);
  QVERIFY2(static_cast<int>(names.size()) >= least, qPrintable(QString::number(names.size())));
  for (std::size_t i = 0; i < names.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      QVERIFY2(!names[i].intersects(names[j]), qPrintable(QStringLiteral("%1 and %2").arg(j).arg(i)));
}

void ArrowsKeepTheirNames::namesAreNotCutByTheFrame() {
  const render::Theme theme = render::themeNamed({});
  const auto widthAt = [&](double x) {
    PlaneView view;
    view.backgroundGrid = false;
    view.x.hasNumbers = view.y.hasNumbers = false;
    view.marks.push_back(Label{{x, 2}, QStringLiteral("\\lambda_1 = 3.09"), Role::Series1, {10, 0}});
    render::FigureOptions options;
    options.format = render::FigureFormat::Png;
    options.size = {400, 400};
    options.pixelRatio = 3; // strokes of letters are as wide as pixels that have their colour
    const QImage image =
        QImage::fromData(render::exportFigure({{view}}, theme, typesetter_, options).bytes, "PNG");
    return inkOfColor(image, render::textColor(theme, Role::Series1)).width();
  };
  const int whole = widthAt(0);
  QVERIFY(whole > 90);
  for (const double x : {-3.9, 3.5, 3.9})
    QVERIFY2(std::abs(widthAt(x) - whole) <= 2, qPrintable(QString::number(x))); // 2: edges of the strokes
}

void ArrowsKeepTheirNames::legendTakesTheEmptyCorner_data() {
  QTest::addColumn<QPointF>("free");
  QTest::newRow("bottom left") << QPointF(-1, -1);
  QTest::newRow("bottom right") << QPointF(1, -1);
  QTest::newRow("top left") << QPointF(-1, 1);
  QTest::newRow("top right") << QPointF(1, 1);
}

void ArrowsKeepTheirNames::legendTakesTheEmptyCorner() {
  QFETCH(const QPointF, free);
  const PlaneView view = noisyView(free);
  for (const QSize size : {QSize(420, 400), QSize(853, 480), QSize(420, 230)}) {
    const render::PlaneLayout layout = render::layoutPlane(view, size);
    QCOMPARE(layout.legend.boxes.size(), view.legend.size());
    if (layout.legend.place == render::LegendPlace::aboveFrame)
      continue; // no corner of so low a frame has room
    QVERIFY(layout.frame.area.contains(layout.legend.ground));
    QCOMPARE(inkWithin(view, layout.frame, layout.legend.ground), 0);
  }
  QVERIFY(render::layoutPlane(view, {853, 480}).legend.place != render::LegendPlace::aboveFrame);
}

void ArrowsKeepTheirNames::legendLeavesAFullFrame() {
  const PlaneView view = noisyView({0, 0});
  const render::PlaneLayout layout = render::layoutPlane(view, {420, 400});
  QCOMPARE(layout.legend.place, int(render::LegendPlace::aboveFrame));
  QCOMPARE(layout.legend.boxes.size(), view.legend.size());
  for (const QRectF& box : layout.legend.boxes) {
    QVERIFY(!box.intersects(layout.frame.area));
    QVERIFY(!box.intersects(layout.title) && !box.intersects(layout.labelY));
    QVERIFY(QRectF(0, 0, 420, 400).contains(box));
  }
}

/// Where nothing is drawn, all places are alike, and a legend stays where it is.
void ArrowsKeepTheirNames::legendIsCalm() {
  PlaneView view = noisyView({1, 1});
  view.marks.clear();
  const int first = render::layoutPlane(view, {600, 400}).legend.place;
  for (const int previous : {0, 1, 2, 3})
    QCOMPARE(render::layoutPlane(view, {600, 400}, {}, previous).legend.place, previous);
  QCOMPARE(first, 0);
  // Nor does what is no number.
  for (const double none :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    view.marks.emplace_back(Points{{{none, 1}, {1, none}, {-none, -none}}});
    view.marks.emplace_back(Label{{none, none}, QStringLiteral("a")});
    view.handles.push_back({QStringLiteral("h"), {}, {none, 0}, Role::Drag, {}});
  }
  QCOMPARE(render::layoutPlane(view, {600, 400}).legend.place, first);
}

QTEST_MAIN(ArrowsKeepTheirNames)
#include "arrows_keep_their_names.moc"
