#include "tests/render/test_scenes.h"
#include "views/render/export.h"
#include "views/render/plane_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace eigenboard;
using namespace eigenboard::scene;

/// Scenes no author would write on purpose are painted without crash, delay or broken file, and their sane
/// marks show.
class HostileScenesArePainted : public QObject {
  Q_OBJECT

 private slots:
  void marksOfEveryBadNumber();
  void badNumbersHideNothingElse();
  void curvesBreakWhereTheyAreNotFinite();
  void thousandsOfMarks();
  void badAxes_data();
  void badAxes();
  void badTex();
  void sizes_data();
  void sizes();

 private:
  render::Figure figure(const PlaneView& view, render::FigureFormat format, QSize size = {480, 360}) {
    render::FigureOptions options;
    options.format = format;
    options.size = size;
    return render::exportFigure({{view}}, render::themeNamed({}), typesetter_, options);
  }
  QImage picture(const PlaneView& view) {
    return QImage::fromData(figure(view, render::FigureFormat::Png).bytes, "PNG");
  }
  typesetting::Typesetter typesetter_;
};

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
const std::vector<double> badNumbers{notANumber, infinity, -infinity, 1e308, -1e308,
                                     1e160,      1e15,     5e-324,    0,     3};

/// One mark of each kind through two points, with one number for every width, radius and opacity.
void addMarks(PlaneView& view, QPointF one, QPointF two, double amount) {
  const Stroke stroke{Role::Drag, amount, Dash::Dashed, amount};
  view.marks.push_back(Lattice{one, two, {two.y(), one.x()}, stroke});
  view.marks.push_back(
      Region{{one, two, {1, 1}, {-1, 2}}, Fill{Role::Response, amount}, stroke, QStringLiteral("r")});
  view.marks.push_back(Segments{{{one, two}}, stroke});
  view.marks.push_back(Line{one, two, stroke, QStringLiteral("l")});
  view.marks.push_back(Curve{{{0, 0}, one, two, {1, 0}}, stroke, QStringLiteral("c")});
  view.marks.push_back(Arrow{one, two, stroke, QStringLiteral("v"), QStringLiteral("a")});
  view.marks.push_back(Points{{one, two}, Role::Drag, amount, amount, QStringLiteral("p")});
  view.marks.push_back(Label{one, QStringLiteral("x"), Role::Ink, two});
  view.marks.push_back(HeatMap{2,
                               2,
                               one.x(),
                               two.x(),
                               one.y(),
                               two.y(),
                               {1, amount, 2, 3},
                               one.x(),
                               amount,
                               amount,
                               QStringLiteral("m")});
  view.marks.push_back(HeatMap{3, 2, -1, 1, -1, 1, {amount, 0, 1, 2, amount, 3}, 0, amount, 0.5, {}});
  view.handles.push_back({QString::number(view.handles.size()), QStringLiteral("h"), one, Role::Drag, {}});
}

void compareXml(const QByteArray& bytes) {
  QXmlStreamReader reader(bytes);
  while (!reader.atEnd()) {
    reader.readNext();
    for (const QXmlStreamAttribute& attribute : reader.attributes())
      QVERIFY2(!attribute.value().contains(QStringLiteral("nan")) &&
                   !attribute.value().contains(QStringLiteral("inf")),
               qPrintable(attribute.value().toString()));
  }
  QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

} // namespace

void HostileScenesArePainted::marksOfEveryBadNumber() {
  QElapsedTimer clock;
  clock.start();
  render::PlaneWidget widget(typesetter_, render::themeNamed({}));
  widget.resize(480, 360);
  PlaneView all;
  for (const double x : badNumbers)
    for (const double y : badNumbers)
      addMarks(all, {x, y}, {y, -x}, x);
  widget.setView(all);
  widget.grab();
  QTest::mouseMove(&widget, widget.rect().center());
  QTest::mouseMove(&widget, widget.rect().center() + QPoint(3, 2));
  widget.grab();
  compareXml(figure(all, render::FigureFormat::Svg).bytes);
  QVERIFY(figure(all, render::FigureFormat::Pdf).bytes.size() > 1000);
  QVERIFY(!picture(all).isNull());
  QVERIFY2(clock.elapsed() < 10000, qPrintable(QString::number(clock.elapsed())));
}

void HostileScenesArePainted::badNumbersHideNothingElse() {
  PlaneView sane;
  sane.marks.push_back(Points{{{2, 2}}, Role::Drag, 20, 1, {}});
  PlaneView mixed = sane;
  mixed.marks.insert(mixed.marks.begin(), Curve{{{notANumber, 0}, {notANumber, 1}}, {}, {}});
  mixed.marks.insert(mixed.marks.begin(), Arrow{{0, 0}, {notANumber, 1}, {}, QStringLiteral("v"), {}});
  mixed.marks.insert(mixed.marks.begin(), Points{{{infinity, 1}, {1, notANumber}}, Role::Drag, 5, 1, {}});
  mixed.marks.insert(mixed.marks.begin(), Line{{0, notANumber}, {1, 1}, {}, {}});
  const std::vector<double> four{1, 2, 3, 4};
  mixed.marks.insert(mixed.marks.begin(), HeatMap{2, 2, 0, notANumber, 0, 1, four, 0, 1, 1, {}});
  mixed.marks.insert(mixed.marks.begin(), HeatMap{2, 2, 1, 0, 0, 1, four, 0, 1, 1, {}});
  mixed.marks.insert(mixed.marks.begin(), HeatMap{200, 2, 0, 1, 0, 1, four, 0, 1, 1, {}});
  mixed.marks.insert(mixed.marks.begin(), HeatMap{2, 2, 0, 1, 0, 1, four, -infinity, 1, 1, {}});
  mixed.marks.insert(mixed.marks.begin(), HeatMap{2, 2, 0, 1, 0, 1, {notANumber, 2, 3, 4}, 0, 1, 1, {}});
  mixed.marks.insert(mixed.marks.begin(), Lattice{{0, 0}, {notANumber, 1}, {1, 1}, {}});
  mixed.marks.insert(mixed.marks.begin(),
                     Label{{notANumber, notANumber}, QStringLiteral("x"), Role::Ink, {}});
  QCOMPARE(picture(mixed), picture(sane));
}

void HostileScenesArePainted::curvesBreakWhereTheyAreNotFinite() {
  const Stroke stroke{Role::Drag, 3, Dash::Solid, 1};
  PlaneView broken;
  broken.marks.push_back(Curve{{{-3, 1}, {-1, 1}, {notANumber, notANumber}, {1, 1}, {3, 1}}, stroke, {}});
  PlaneView pieces;
  pieces.marks.push_back(Curve{{{-3, 1}, {-1, 1}}, stroke, {}});
  pieces.marks.push_back(Curve{{{1, 1}, {3, 1}}, stroke, {}});
  QCOMPARE(picture(broken), picture(pieces));
  // A curve that leaves the view far outside is the same in the view as one cut by hand.
  PlaneView steep;
  steep.marks.push_back(Curve{{{-1, -1e9}, {1, 1e9}}, stroke, {}});
  PlaneView cut;
  cut.marks.push_back(Curve{{{-1e-8, -10}, {1e-8, 10}}, stroke, {}});
  QCOMPARE(picture(steep), picture(cut));
}

void HostileScenesArePainted::thousandsOfMarks() {
  std::mt19937 random(3);
  const auto number = [&random] { return static_cast<double>(random() % 10001) / 1000 - 5; };
  PlaneView view;
  Points cloud;
  Curve curve;
  for (int i = 0; i < 20000; ++i) {
    cloud.points.emplace_back(number(), number());
    curve.points.emplace_back(number(), number());
  }
  view.marks.push_back(cloud);
  view.marks.push_back(curve);
  for (int i = 0; i < 2000; ++i)
    view.marks.push_back(
        Arrow{{number(), number()}, {number(), number()}, {}, i < 200 ? QStringLiteral("v") : QString(), {}});
  render::PlaneWidget widget(typesetter_, render::themeNamed({}));
  widget.resize(480, 360);
  widget.setView(view);
  QElapsedTimer clock;
  clock.start();
  widget.grab();
  QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

void HostileScenesArePainted::badAxes_data() {
  QTest::addColumn<double>("minimum");
  QTest::addColumn<double>("maximum");
  QTest::addColumn<bool>("equalAspect");
  for (const bool equal : {true, false}) {
    const char* kind = equal ? "equal" : "free";
    QTest::addRow("nan %s", kind) << notANumber << 1.0 << equal;
    QTest::addRow("infinite %s", kind) << -infinity << infinity << equal;
    QTest::addRow("empty %s", kind) << 2.0 << 2.0 << equal;
    QTest::addRow("reversed %s", kind) << 4.0 << -4.0 << equal;
    QTest::addRow("huge %s", kind) << -1e300 << 1e300 << equal;
    QTest::addRow("tiny %s", kind) << 0.0 << 1e-300 << equal;
    QTest::addRow("far %s", kind) << 1e11 << 1e11 + 1 << equal;
    QTest::addRow("wide %s", kind) << -1e11 << 1e11 << equal;
  }
}

void HostileScenesArePainted::badAxes() {
  QFETCH(double, minimum);
  QFETCH(double, maximum);
  QFETCH(bool, equalAspect);
  PlaneView view = tests::transformView({1, 0}, {0, 1}, {1, 1});
  view.equalAspect = equalAspect;
  view.x = {QStringLiteral("x"), minimum, maximum};
  QVERIFY(!picture(view).isNull());
  compareXml(figure(view, render::FigureFormat::Svg).bytes);
}

void HostileScenesArePainted::badTex() {
  PlaneView view;
  view.title = QString(2000, u'W');
  view.x.label = QStringLiteral("\\frac{");
  view.y.label = QStringLiteral("\\nosuchcommand");
  view.marks.push_back(Label{{0, 0}, QString(3000, u'x'), Role::Ink, {}});
  view.marks.push_back(Arrow{{0, 0}, {1, 1}, {}, QStringLiteral("\\begin{matrix}"), {}});
  render::PlaneWidget widget(typesetter_, render::themeNamed({}));
  widget.resize(480, 360);
  widget.setView(view);
  widget.grab();
  QTest::qWait(200);
  widget.grab();
  QVERIFY(!picture(view).isNull());
  compareXml(figure(view, render::FigureFormat::Svg).bytes);
}

void HostileScenesArePainted::sizes_data() {
  QTest::addColumn<QSize>("size");
  QTest::addColumn<double>("scale");
  QTest::addColumn<double>("pixelRatio");
  QTest::addColumn<bool>("works");
  QTest::newRow("usual") << QSize(960, 720) << 1.0 << 1.0 << true;
  QTest::newRow("empty") << QSize(0, 100) << 1.0 << 1.0 << false;
  QTest::newRow("negative") << QSize(-5, 100) << 1.0 << 1.0 << false;
  QTest::newRow("too small") << QSize(20, 20) << 1.0 << 1.0 << false;
  QTest::newRow("too wide") << QSize(20001, 100) << 1.0 << 1.0 << false;
  QTest::newRow("too many pixels") << QSize(15000, 15000) << 1.0 << 1.0 << false;
  QTest::newRow("too many device pixels") << QSize(2000, 2000) << 1.0 << 20.0 << false;
  QTest::newRow("no scale") << QSize(960, 720) << 0.0 << 1.0 << false;
  QTest::newRow("nan scale") << QSize(960, 720) << notANumber << 1.0 << false;
  QTest::newRow("infinite ratio") << QSize(960, 720) << 1.0 << infinity << false;
  QTest::newRow("scale too large for the size") << QSize(960, 720) << 50.0 << 1.0 << false;
  QTest::newRow("double") << QSize(400, 300) << 2.0 << 2.0 << true;
}

void HostileScenesArePainted::sizes() {
  QFETCH(QSize, size);
  QFETCH(double, scale);
  QFETCH(double, pixelRatio);
  QFETCH(bool, works);
  render::FigureOptions options;
  options.format = render::FigureFormat::Png;
  options.size = size;
  options.scale = scale;
  options.pixelRatio = pixelRatio;
  const render::Figure made =
      render::exportFigure(tests::transformScene(), render::themeNamed({}), typesetter_, options);
  QCOMPARE(made.error.isEmpty(), works);
  QCOMPARE(made.bytes.isEmpty(), !works);
  QVERIFY2(!made.error.contains(u'\n') && !made.error.contains(u'%'), qPrintable(made.error));
  if (works)
    QCOMPARE(QImage::fromData(made.bytes, "PNG").size(), size * pixelRatio);
  QVERIFY(!render::exportFigure({}, render::themeNamed({}), typesetter_, {}).error.isEmpty());
}

QTEST_MAIN(HostileScenesArePainted)
#include "hostile_scenes_are_painted.moc"
