#include "views/typesetting/faces.h"
#include "views/typesetting/svg_path.h"

#include <QtGui/QRawFont>
#include <QtTest/QTest>

#include <cmath>
#include <numbers>

using namespace eigenboard::typesetting;

namespace {

double area(const QPainterPath& path) {
  double twice = 0;
  for (const QPolygonF& polygon : path.toSubpathPolygons(QTransform::fromScale(100, 100)))
    for (qsizetype i = 0; i < polygon.size(); ++i) {
      const QPointF a = polygon[i];
      const QPointF b = polygon[(i + 1) % polygon.size()];
      twice += a.x() * b.y() - a.y() * b.x();
    }
  return std::abs(twice) / 2 / 1e4;
}

} // namespace

/// Path data means what SVG says, clipping keeps what is inside, and the faces hold every glyph of the files.
class SvgPathsBecomeOutlines : public QObject {
  Q_OBJECT

 private slots:
  void everyCommandIsRead() {
    QPainterPath expected;
    expected.setFillRule(Qt::WindingFill);
    expected.moveTo(1, 2);
    expected.lineTo(4, 6);
    expected.lineTo(5, 6);
    expected.lineTo(5, 9);
    expected.cubicTo(6, 9, 7, 10, 8, 11);
    expected.cubicTo(9, 12, 10, 13, 11, 14);
    expected.quadTo(12, 15, 13, 14);
    expected.quadTo(14, 13, 15, 14);
    expected.lineTo(0, 0);
    expected.closeSubpath();
    QCOMPARE(parseSvgPath(QStringLiteral("M1,2L4 6H5V9C6,9,7,10,8,11S10 13 11 14Q12 15 13 14T15 14L0 0Z")),
             expected);
    QCOMPARE(parseSvgPath(QStringLiteral("m1 2l3,4h1v3c1,0,2,1,3,2s2,2,3,3q1,1,2,0t2,0L0,0z")), expected);
  }

  void numbersMayTouch() {
    QCOMPARE(parseSvgPath(QStringLiteral("M1-2l.5.5-1e1+2")),
             parseSvgPath(QStringLiteral("M 1 -2 l 0.5 0.5 l -10 2")));
  }

  void pairsAfterAMoveAreLines() {
    QCOMPARE(parseSvgPath(QStringLiteral("m1 1 2 2 3 3z")), parseSvgPath(QStringLiteral("M1 1L3 3L6 6Z")));
  }

  void faultsEndThePath_data() {
    QTest::addColumn<QString>("data");
    QTest::addColumn<int>("elements");
    QTest::newRow("empty") << "" << 1; // Qt's empty path has a first point
    QTest::newRow("words") << "hello" << 1;
    QTest::newRow("half a pair") << "M1 2L3" << 1;
    QTest::newRow("two letters") << "M0 0H1MM5 5H9" << 2;
    QTest::newRow("an arc") << "M0 0H1A1 1 0 0 0 2 2" << 2;
    QTest::newRow("a lonely number") << "12" << 1;
  }

  void faultsEndThePath() {
    QFETCH(QString, data);
    QFETCH(int, elements);
    QCOMPARE(parseSvgPath(data).elementCount(), elements);
  }

  void clippingKeepsWhatIsInside() {
    QPainterPath circle;
    circle.addEllipse(QPointF(0, 0), 1, 1);
    // Qt flattens the curves to a fraction of a pixel, here 1/100: 3.137 instead of 3.142 for the whole.
    constexpr double curveTolerance = 5e-3;
    constexpr double pi = std::numbers::pi;
    QCOMPARE(clipped(circle, {-2, -2, 4, 4}), circle);
    QVERIFY(std::abs(area(clipped(circle, {0, -2, 4, 4})) - pi / 2) < curveTolerance);
    QVERIFY(std::abs(area(clipped(circle, {0, 0, 4, 4})) - pi / 4) < curveTolerance);
    QVERIFY(std::abs(area(clipped(circle, {-0.5, -2, 1, 4})) - (pi / 3 + std::sqrt(3) / 2)) < curveTolerance);
    QVERIFY(clipped(circle, {2, 2, 1, 1}).isEmpty());
  }

  void clippingCutsALongTail() {
    const QPainterPath arrow = parseSvgPath(QStringLiteral("M0 0H400000V40H0z"));
    QCOMPARE(clipped(arrow, QRectF(0, 0, 1000, 40)).boundingRect(), QRectF(0, 0, 1000, 40));
  }

  void theFacesHoldEveryGlyphOfTheFiles() {
    int glyphs = 0;
    for (std::uint8_t face = 0; face < faceCount; ++face) {
      const QRawFont font = glyphRunFont(face, 1000);
      QVERIFY(font.isValid());
      for (char32_t c = 0x20; c < 0x10000; ++c) {
        const bool inFile = !(c >= 0xD800 && c < 0xE000) && font.supportsCharacter(c);
        QVERIFY2(hasGlyph(face, c) == inFile,
                 qPrintable(QStringLiteral("face %1, U+%2").arg(face).arg(c, 4, 16)));
        glyphs += inFile ? 1 : 0;
      }
    }
    QVERIFY(glyphs > 2000);
    QVERIFY(!hasGlyph(200, U'x'));
    QVERIFY(glyphOutline(0, 0x10FFFF).isEmpty());
  }

  void advancesAreTheFonts() {
    // From the metrics tables that come with KaTeX: KaTeX_Main-Regular and KaTeX_Math-Italic.
    const Face main = findFace(Family::Main, false, false);
    const Face math = findFace(Family::Math, false, true);
    QCOMPARE(glyphAdvance(main.index, U'0'), 0.5);
    QCOMPARE(glyphAdvance(main.index, U'+'), 0.778);
    QVERIFY(std::abs(glyphAdvance(math.index, U'x') - 0.57153) < 1e-3); // whole units of 1/1000 em
    QVERIFY(std::abs(glyphOutline(main.index, U'0').boundingRect().top() + 0.666) < 1e-9);
  }

  void missingCutsAreSynthesized() {
    QVERIFY(findFace(Family::Typewriter, true, false).synthesizeBold);
    QVERIFY(findFace(Family::SansSerif, true, true).synthesizeBold);
    QVERIFY(!findFace(Family::SansSerif, true, true).synthesizeOblique);
    QVERIFY(findFace(Family::Script, false, true).synthesizeOblique);
    QVERIFY(!findFace(Family::Main, true, true).synthesizeBold);
  }
};

QTEST_MAIN(SvgPathsBecomeOutlines)
#include "svg_paths_become_outlines.moc"
