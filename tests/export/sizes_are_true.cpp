#include "app/export/figure_look.h"
#include "app/export/figure_size.h"
#include "views/panel/evaluate_at.h"
#include "views/panel/registry.h"
#include "views/render/chart/chart_layout.h"
#include "views/render/figure_arrangement.h"
#include "views/render/figure_type.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QtEndian>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard;
using figures::LengthUnit;

/// Sizes in px, mm and in come out as so many pixels at the right resolution, absurd ones are refused in
/// words, type on slides reads from the back row, and several views are as large as they can be.
class SizesAreTrue : public QObject {
  Q_OBJECT

 private slots:
  void lengthsBecomePixels_data();
  void lengthsBecomePixels();
  void absurdSizesAreRefused_data();
  void absurdSizesAreRefused();
  void presetsHaveReadableType();
  void pngKeepsItsResolution();
  void mapsAreAsLargeAsTheirSlideLetsThem_data();
  void mapsAreAsLargeAsTheirSlideLetsThem();
  void theSlideSaysHowViewsStand_data();
  void theSlideSaysHowViewsStand();

 private:
  panel::Registry registry_ = panel::registeredPanels();
  typesetting::Typesetter typesetter_;
};

void SizesAreTrue::lengthsBecomePixels_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<double>("dots");
  QTest::addColumn<QSize>("pixels");
  QTest::newRow("px") << "960x720" << 0.0 << QSize(960, 720);
  QTest::newRow("px with dots") << "1920x1080" << 300.0 << QSize(1920, 1080);
  QTest::newRow("mm") << "85x60mm" << 600.0
                      << QSize(2008, 1417); // 85/25.4·600 = 2007.87, 60/25.4·600 = 1417.32
  QTest::newRow("mm, usual") << "254 x 127 mm" << 0.0 << QSize(3000, 1500);
  QTest::newRow("in") << "3.5x2.5in" << 600.0 << QSize(2100, 1500);
  QTest::newRow("sign") << "100×100" << 0.0 << QSize(100, 100);
}

void SizesAreTrue::lengthsBecomePixels() {
  QFETCH(QString, text);
  QFETCH(double, dots);
  QFETCH(QSize, pixels);
  const figures::SizeResult result = figures::sizeFromText(text, dots);
  QCOMPARE(result.error, QString());
  QCOMPARE(result.size.pixels(), pixels);
}

void SizesAreTrue::absurdSizesAreRefused_data() {
  QTest::addColumn<double>("width");
  QTest::addColumn<double>("height");
  QTest::addColumn<int>("unit");
  QTest::addColumn<double>("dots");
  const double nan = std::numeric_limits<double>::quiet_NaN();
  QTest::newRow("nothing") << 0.0 << 100.0 << 0 << 0.0;
  QTest::newRow("negative") << -5.0 << 100.0 << 1 << 0.0;
  QTest::newRow("no number") << nan << 100.0 << 1 << 0.0;
  QTest::newRow("endless") << 1e308 << 1e308 << 2 << 600.0;
  QTest::newRow("side") << 20001.0 << 100.0 << 0 << 0.0;
  QTest::newRow("area") << 15000.0 << 15000.0 << 0 << 0.0;
  QTest::newRow("a house at 600 dpi") << 9000.0 << 6000.0 << 1 << 600.0;
  QTest::newRow("tiny") << 0.1 << 0.1 << 1 << 600.0;
  QTest::newRow("dots") << 100.0 << 100.0 << 1 << 1e9;
  QTest::newRow("dots, no number") << 100.0 << 100.0 << 1 << nan;
}

void SizesAreTrue::absurdSizesAreRefused() {
  QFETCH(double, width);
  QFETCH(double, height);
  QFETCH(int, unit);
  QFETCH(double, dots);
  const figures::SizeResult result = figures::sizeOf({width, height, static_cast<LengthUnit>(unit), dots});
  QVERIFY(!result.ok());
  QVERIFY2(!result.error.contains(u'\n'), qPrintable(result.error));
}

void SizesAreTrue::presetsHaveReadableType() {
  for (const figures::SizePreset& preset : figures::sizePresets()) {
    const double tick = render::tickPixelSize * preset.size.scale; // px
    const double label =
        std::min<double>(render::titlePixelSize, render::chart::axisNamePixelsPerEm) * preset.size.scale;
    if (preset.medium == figures::Medium::Slide) {
      QVERIFY2(tick / preset.size.size.height() >= 1.0 / 40, qPrintable(preset.key));
      QVERIFY2(label / preset.size.size.height() >= 1.0 / 30, qPrintable(preset.key));
    } else // 6.5 points: journals ask for 6 to 8
      QVERIFY2(tick * 0.75 >= 6.5 && tick * 0.75 <= 8, qPrintable(preset.key));
  }
  QCOMPARE(figures::sizePreset(QStringLiteral("column"))->size.pixels().width(), 2008);
  QCOMPARE(figures::sizePreset(QStringLiteral("4k"))->size.pixels(), QSize(3840, 2160));
  QVERIFY(!figures::sizePreset(QStringLiteral("fulll")));
}

void SizesAreTrue::pngKeepsItsResolution() {
  const panel::Panel& panel = *registry_.panels().front();
  const panel::State state = panel::defaultState(panel.description());
  for (const double dots : {96.0, 300.0, 600.0}) {
    const figures::FigureSize size = figures::sizeFromText(QStringLiteral("50x40mm"), dots).size;
    figures::FigureLook look{render::themeNamed({}), {}};
    look.options = {render::FigureFormat::Png, size.size, 0.5, size.pixelRatio};
    const render::Figure figure = figures::figureOf(panel, state, look, typesetter_);
    QCOMPARE(figure.error, QString());
    const qsizetype chunk = figure.bytes.indexOf("pHYs");
    QVERIFY(chunk > 0 && chunk < figure.bytes.indexOf("IDAT"));
    const double dotsPerMetre = std::round(dots / 0.0254);
    QCOMPARE(qFromBigEndian<quint32>(figure.bytes.constData() + chunk + 4),
             static_cast<quint32>(dotsPerMetre));
    QCOMPARE(qFromBigEndian<quint32>(figure.bytes.constData() + chunk + 8),
             static_cast<quint32>(dotsPerMetre));
    QCOMPARE(figure.bytes[chunk + 12], '\1'); // per metre
  }
}

namespace {

scene::Scene maps(int count) {
  scene::Scene scene;
  for (int i = 0; i < count; ++i) {
    scene::PlaneView map;
    map.key = QString::number(i);
    scene.views.emplace_back(map);
  }
  return scene;
}

scene::PlaneView graph() {
  scene::PlaneView view;
  view.key = QStringLiteral("graph");
  view.equalAspect = false;
  return view;
}

} // namespace

void SizesAreTrue::mapsAreAsLargeAsTheirSlideLetsThem_data() {
  QTest::addColumn<QSizeF>("room");
  for (const QSizeF room : {QSizeF(1920, 1080), QSizeF(1080, 1080), QSizeF(600, 1200), QSizeF(3000, 300)})
    QTest::addRow("%gx%g", room.width(), room.height()) << room;
}

/// Against every number of columns: no even arrangement gives squares that are a fifth larger.
void SizesAreTrue::mapsAreAsLargeAsTheirSlideLetsThem() {
  QFETCH(const QSizeF, room);
  for (int views = 1; views <= 7; ++views) {
    const std::vector<QRectF> places = render::arrangedViews(QRectF(QPointF(7, 30), room), maps(views));
    QCOMPARE(static_cast<int>(places.size()), views);
    const double side = std::min(places[0].width(), places[0].height()); // 1e-9: rounding of sizes in px
    for (int columns = 1; columns <= views; ++columns) {
      const int rows = (views + columns - 1) / columns;
      const double other =
          std::min((room.width() - 12 * (columns - 1)) / columns, (room.height() - 12 * (rows - 1)) / rows);
      QVERIFY2(other <= 1.2 * side + 1e-9, qPrintable(QStringLiteral("%1 views").arg(views)));
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
      // Corners are on whole pixels, so an edge may be half a pixel out.
      QVERIFY(QRectF(QPointF(7, 30), room).adjusted(-0.5, -0.5, 0.5, 0.5).contains(places[i]));
      for (std::size_t j = 0; j < i; ++j)
        QVERIFY(!places[i].intersects(places[j]));
    }
  }
}

void SizesAreTrue::theSlideSaysHowViewsStand_data() {
  QTest::addColumn<QString>("preset");
  QTest::addColumn<bool>("isBeside");
  QTest::newRow("full") << "full" << true;
  QTest::newRow("4k") << "4k" << true;
  QTest::newRow("print") << "print" << true;
  QTest::newRow("half") << "half" << false;
  QTest::newRow("square") << "square" << false;
}

/// A map and a graph: beside one another on what is wide, one over the other on what is not, and then each
/// has the whole width.
void SizesAreTrue::theSlideSaysHowViewsStand() {
  QFETCH(const QString, preset);
  QFETCH(const bool, isBeside);
  scene::Scene scene = maps(1);
  scene.views.emplace_back(graph());
  const figures::FigureSize size = figures::sizePreset(preset)->size;
  const QRectF room(QPointF(0, 0), size.size / size.scale);
  const std::vector<QRectF> places = render::arrangedViews(room, scene);
  QCOMPARE(places[0].top() == places[1].top(), isBeside);
  for (const QRectF& place : places)
    QCOMPARE(isBeside ? place.height() : place.width(), isBeside ? room.height() : room.width());
  QVERIFY(!places[0].intersects(places[1]));
}

QTEST_MAIN(SizesAreTrue)
#include "sizes_are_true.moc"
