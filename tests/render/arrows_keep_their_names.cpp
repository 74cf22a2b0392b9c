#include "views/render/export.h"
#include "views/typesetting/typesetter.h"

#include <QtTest/QTest>

using namespace eigenboard;
using namespace eigenboard::scene;

/// An arrow whose tip is out of sight has its label where it leaves the view, so that every line can be told
/// from every other.
class ArrowsKeepTheirNames : public QObject {
  Q_OBJECT

 private slots:
  void whereTheArrowLeaves_data();
  void whereTheArrowLeaves();
  void notWhereNothingOfItIsSeen();

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

QTEST_MAIN(ArrowsKeepTheirNames)
#include "arrows_keep_their_names.moc"
