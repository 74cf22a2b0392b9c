#include "tests/render/pictures.h"
#include "tests/render/test_scenes.h"
#include "views/render/export.h"
#include "views/render/plane_layout.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

using namespace eigenboard;

/// The SVG of a figure is well-formed XML of the right size that carries its state, cuts the plane's content
/// with clip paths, and draws nothing of it outside the axes.
class SvgIsValidAndClipped : public QObject {
  Q_OBJECT

 private slots:
  void isWellFormedAndSized();
  void clipsEveryMark();
  void drawsNothingOutsideTheAxes();
  void keepsTextAsTextOnRequest();
  void escapesHostileText();
  void isTheSameEveryTime();

 private:
  QByteArray svg(const scene::Scene& scene, const render::FigureOptions& options) {
    const render::Figure figure =
        render::exportFigure(scene, render::themeNamed(QStringLiteral("light")), typesetter_, options);
    if (!figure.error.isEmpty())
      qWarning() << figure.error;
    return figure.bytes;
  }
  typesetting::Typesetter typesetter_;
};

namespace {

/// A view whose marks all reach far beyond its range.
scene::PlaneView overflowingView() {
  scene::PlaneView view;
  view.key = QStringLiteral("overflow");
  view.marks.push_back(scene::Lattice{{0, 0}, {1, 0.4}, {-0.3, 1}, {}});
  view.marks.push_back(scene::Region{
      {{-50, -50}, {50, -50}, {50, 50}, {-50, 50}}, scene::Fill{scene::Role::Response, 0.4}, {}, {}});
  view.marks.push_back(scene::Line{{0, 0}, {1, 1}, {scene::Role::Drag, 9, {}, 1}, {}});
  view.marks.push_back(scene::Curve{{{-100, 3}, {100, -3}}, {scene::Role::Negative, 9, {}, 1}, {}});
  view.marks.push_back(scene::Segments{{{{-9, -9}, {9, -3.9}}}, {scene::Role::Warning, 9, {}, 1}});
  view.marks.push_back(scene::Arrow{{0, 0}, {30, 8}, {scene::Role::Drag, 5, {}, 1}, QStringLiteral("x"), {}});
  view.marks.push_back(scene::Points{{{4, 4}, {-4, 0}, {9, 9}}, scene::Role::Drag, 12, 1, {}});
  view.marks.push_back(scene::Label{{4, 0}, QStringLiteral("\\text{at the edge}"), scene::Role::Ink, {0, 0}});
  return view;
}

} // namespace

void SvgIsValidAndClipped::isWellFormedAndSized() {
  render::FigureOptions options;
  options.size = {700, 560};
  options.title = QStringLiteral("Shear & <stretch>");
  options.metadata = {{QStringLiteral("panel"), QStringLiteral("linear_algebra.transform")},
                      {QStringLiteral("note"), QStringLiteral("a<b & \"c\"")}};
  options.formula = QStringLiteral("\\det A = 1");
  QXmlStreamReader reader(svg(tests::transformScene(), options));
  QString title;
  QByteArray metadata;
  QVERIFY(reader.readNextStartElement());
  QCOMPARE(reader.name(), QStringLiteral("svg"));
  QCOMPARE(reader.namespaceUri(), QStringLiteral("http://www.w3.org/2000/svg"));
  QCOMPARE(reader.attributes().value(QStringLiteral("width")), QStringLiteral("700"));
  QCOMPARE(reader.attributes().value(QStringLiteral("height")), QStringLiteral("560"));
  QCOMPARE(reader.attributes().value(QStringLiteral("viewBox")), QStringLiteral("0 0 700 560"));
  while (!reader.atEnd()) {
    reader.readNext();
    if (reader.isStartElement() && reader.name() == QStringLiteral("title"))
      title = reader.readElementText();
    else if (reader.isStartElement() && reader.name() == QStringLiteral("metadata"))
      metadata = reader.readElementText().toUtf8();
  }
  QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
  QCOMPARE(title, options.title);
  QCOMPARE(QJsonDocument::fromJson(metadata).object(), options.metadata);
}

void SvgIsValidAndClipped::clipsEveryMark() {
  const render::FigureOptions options;
  QXmlStreamReader reader(svg({{overflowingView()}}, options));
  QSet<QString> defined;
  QSet<QString> used;
  while (!reader.atEnd()) {
    reader.readNext();
    if (!reader.isStartElement())
      continue;
    if (reader.name() == QStringLiteral("clipPath"))
      defined.insert(reader.attributes().value(QStringLiteral("id")).toString());
    if (reader.attributes().hasAttribute(QStringLiteral("clip-path")))
      used.insert(reader.attributes().value(QStringLiteral("clip-path")).toString());
  }
  QVERIFY(!defined.isEmpty());
  QSet<QString> referenced;
  for (const QString& id : std::as_const(defined))
    referenced.insert(QStringLiteral("url(#%1)").arg(id));
  QCOMPARE(used, referenced);
}

void SvgIsValidAndClipped::drawsNothingOutsideTheAxes() {
  render::FigureOptions options;
  options.size = {480, 400};
  scene::PlaneView empty = overflowingView();
  empty.marks.clear();
  QString error;
  const QImage full = tests::drawnByRsvg(svg({{overflowingView()}}, options), error);
  QVERIFY2(error.isEmpty(), qPrintable(error));
  const QImage axesOnly = tests::drawnByRsvg(svg({{empty}}, options), error);
  QVERIFY2(error.isEmpty(), qPrintable(error));
  QCOMPARE(full.size(), options.size.toSize());
  const QRect area = render::layoutPlane(empty, options.size.toSize()).frame.area.toRect();
  int inside = 0;
  for (int y = 0; y < full.height(); ++y)
    for (int x = 0; x < full.width(); ++x) {
      const bool differs = full.pixel(x, y) != axesOnly.pixel(x, y);
      if (area.contains(x, y))
        inside += differs ? 1 : 0;
      else
        QVERIFY2(!differs, qPrintable(QStringLiteral("ink outside the axes at %1, %2").arg(x).arg(y)));
    }
  // The region alone covers all of the area.
  QVERIFY(inside > 0.99 * area.width() * area.height());
}

void SvgIsValidAndClipped::keepsTextAsTextOnRequest() {
  render::FigureOptions options;
  const auto textOf = [](const QByteArray& bytes) {
    QXmlStreamReader reader(bytes);
    QStringList texts;
    while (!reader.atEnd()) {
      reader.readNext();
      if (reader.isStartElement() && reader.name() == QStringLiteral("text"))
        texts << reader.readElementText();
    }
    return texts;
  };
  QCOMPARE(textOf(svg(tests::eigenScene(), options)), QStringList());
  options.text = render::TextAs::Text;
  const QStringList texts = textOf(svg(tests::eigenScene(), options));
  QVERIFY(texts.contains(QStringLiteral("−3")));
  QVERIFY(texts.contains(QStringLiteral("The plane")));
}

void SvgIsValidAndClipped::escapesHostileText() {
  scene::Scene scene = tests::transformScene();
  std::get<scene::PlaneView>(scene.views.front()).title =
      QStringLiteral("<script>&\"'") + QChar(0x1) + QChar(0xd800) + QStringLiteral("]]>");
  render::FigureOptions options;
  options.text = render::TextAs::Text;
  options.title = scene::titleOf(scene.views.front());
  QXmlStreamReader reader(svg(scene, options));
  while (!reader.atEnd()) {
    reader.readNext();
    QVERIFY(!reader.isStartElement() || reader.name() != QStringLiteral("script"));
  }
  QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

void SvgIsValidAndClipped::isTheSameEveryTime() {
  render::FigureOptions options;
  options.formula = QStringLiteral("x^2");
  for (const auto format :
       {render::FigureFormat::Svg, render::FigureFormat::Pdf, render::FigureFormat::Png}) {
    options.format = format;
    const QByteArray first = svg(tests::eigenScene(), options);
    QTest::qWait(1100); // PDF keeps time in seconds
    QVERIFY(!first.isEmpty());
    QCOMPARE(svg(tests::eigenScene(), options), first);
  }
}

QTEST_MAIN(SvgIsValidAndClipped)
#include "svg_is_valid_and_clipped.moc"
