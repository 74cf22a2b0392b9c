#include "app/reader/wide_formula.h"
#include "tests/reader/reader_fixture.h"

#include <QtGui/QWheelEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace eigenboard;
using reader::InlineObject;
using reader::ObjectKind;
using tests::ReaderFixture;

namespace {

const QString symbols = QStringLiteral(
    "<details><summary>Symbols in this chapter</summary>\n\n| Symbol | Said | Meaning here | On the panel |\n"
    "|---|---|---|---|\n| $\\omega$ | omega | The last one. | |\n| $\\alpha$ | alpha | The first one. | |\n"
    "| $\\mathbf{A}^{+}$ | A plus | The pseudoinverse. | |\n| $\\mathbf{A}^k$ | A to the k | A power. | |\n"
    "| $+$ | plus | The sum. | |\n| $\\mathbf{A}$ | A | The matrix. | |\n"
    "| $\\mathbf{A}_k$ | A k | The best approximation. | |\n\n</details>\n\n");

QString page(const QString& text) {
  return QStringLiteral("# 1.1 First\n\n") + text + QStringLiteral("\n\n") + symbols;
}

QString many(int terms) {
  QStringList parts;
  for (int i = 1; i <= terms; ++i)
    parts << QStringLiteral("x_{%1}").arg(i);
  return parts.join(u'+');
}

struct Open : ReaderFixture {
  explicit Open(const QString& text, QSize size = {560, 700}) : ReaderFixture(page(text), size) {
    open();
    QApplication::sendEvent(reader().viewport(), std::make_unique<QEvent>(QEvent::Leave).get());
  }

  /// The glyph of a row of the number-th formula, where the painter of the row puts it: found without any of
  /// what is tested here.
  QPoint glyph(int number, std::size_t row, char32_t character, int which = 0) {
    const auto [object, box] = this->object(ObjectKind::Formula, number);
    const reader::TextStyle& style = paragraphOf(object).style();
    const double em = style.formulaEm * object->scale;
    const bool isBroken = !object->rows.empty();
    const typesetting::Formula& formula = isBroken ? *object->rows.at(row).formula : *object->formula;
    const double down = isBroken ? object->rows.at(row).y : 0;
    for (const typesetting::Glyph& one : formula.glyphs)
      if (one.character == character && which-- == 0)
        return QPointF(box.left() - object->scrolled + em * (one.x + 0.25 * one.size),
                       box.top() + object->above + down + em * (one.y - 0.2 * one.size) - reader().scrolled())
            .toPoint();
    qFatal("no such glyph");
  }

  const reader::Paragraph& paragraphOf(const InlineObject* object) {
    for (const reader::PlacedText& text : reader().layout().texts)
      for (const InlineObject& one : std::as_const(*text.paragraph).objects())
        if (&one == object)
          return *text.paragraph;
    qFatal("no such paragraph");
  }

  void pointAt(QPoint place) {
    QTest::mouseMove(reader().viewport(), QPoint(3, 3));
    QTest::mouseMove(reader().viewport(), place);
  }
  QString card() { return reader().cardText(); }
};

constexpr char32_t alpha = 0x3b1;
constexpr char32_t omega = 0x3c9;

} // namespace

/// What lies under the pointer is what is painted there, and a symbol is the same only where it stands alike.
class SymbolsAreFoundWhereTheyAreSeen : public QObject {
  Q_OBJECT

 private slots:
  void inTheRowsOfABrokenFormula() {
    Open fixture(QStringLiteral("The sum $\\alpha+%1+\\omega$ is long.").arg(many(24)));
    const auto [object, box] = fixture.object(ObjectKind::Formula);
    QVERIFY(object->rows.size() >= 2);
    const std::size_t last = object->rows.size() - 1;
    fixture.pointAt(fixture.glyph(0, last, omega));
    QTRY_VERIFY2(fixture.card().contains(QStringLiteral("The last one.")), qPrintable(fixture.card()));
    // Where the row's end is empty, the next row's symbols are not.
    const auto lit = fixture.reader().litSymbols();
    QCOMPARE(lit.size(), std::size_t(1));
    QVERIFY2(lit.front().contains(QPointF(fixture.glyph(0, last, omega)) +
                                  QPointF(0, fixture.reader().scrolled())),
             "the light is beside the symbol");
    fixture.pointAt(fixture.glyph(0, 0, alpha));
    QTRY_VERIFY2(fixture.card().contains(QStringLiteral("The first one.")), qPrintable(fixture.card()));
  }

  void butNotBesideTheEndOfARow() {
    Open fixture(QStringLiteral("The sum $%1+\\omega$ is long.").arg(many(24)));
    const auto [object, box] = fixture.object(ObjectKind::Formula);
    const double em = fixture.paragraphOf(object).style().formulaEm;
    // A place right of the first row, where the unbroken formula went on with the second.
    const double width = object->rows.front().formula->width * em;
    QVERIFY(object->rows.size() >= 2);
    for (double x = width + 0.25 * em; x < box.width(); x += 2) {
      fixture.pointAt((box.topLeft() + QPointF(x, object->above - 3)).toPoint());
      QVERIFY(fixture.reader().litSymbols().empty());
    }
  }

  void inAFormulaThatIsScrolled() {
    Open fixture(QStringLiteral("$$\n%1+\\omega+\\alpha\n$$").arg(many(60)));
    const auto [object, box] = fixture.object(ObjectKind::Formula);
    QVERIFY(reader::isScrollable(*object));
    const QPoint middle = box.center().toPoint();
    for (int i = 0; i < 100; ++i) {
      QWheelEvent event(middle, fixture.reader().viewport()->mapToGlobal(middle), {}, QPoint(0, -120),
                        Qt::NoButton, Qt::ShiftModifier, Qt::NoScrollPhase, false);
      QApplication::sendEvent(fixture.reader().viewport(), &event);
    }
    fixture.pointAt(fixture.glyph(0, 0, omega));
    QTRY_VERIFY2(fixture.card().contains(QStringLiteral("The last one.")), qPrintable(fixture.card()));
    QCOMPARE(fixture.reader().litSymbols().size(), std::size_t(1));
    QVERIFY(box.contains(fixture.reader().litSymbols().front().center()));
  }

  void thePlusOfAPseudoinverseIsNoSum() {
    Open fixture(QStringLiteral("Here $\\mathbf{A}^{+}+x$ and $y+z$ stand."));
    fixture.pointAt(fixture.glyph(0, 0, U'+', 0)); // above
    QTRY_VERIFY2(fixture.card().contains(QStringLiteral("The pseudoinverse.")), qPrintable(fixture.card()));
    QVERIFY(!fixture.card().contains(QStringLiteral("The sum.")));
    QCOMPARE(fixture.reader().litSymbols().size(), std::size_t(1));
    fixture.pointAt(fixture.glyph(0, 0, U'+', 1)); // on the line
    QTRY_VERIFY2(fixture.card().contains(QStringLiteral("The sum.")), qPrintable(fixture.card()));
    QCOMPARE(fixture.reader().litSymbols().size(), std::size_t(2));
  }

  void anIndexIsNoExponent() {
    Open fixture(QStringLiteral("Here $\\mathbf{A}_k$ and $\\mathbf{A}^k$ and $\\mathbf{A}k$ stand."));
    fixture.pointAt(fixture.glyph(0, 0, U'A'));
    QTRY_VERIFY2(fixture.card().contains(QStringLiteral("The best approximation.")),
                 qPrintable(fixture.card()));
    QCOMPARE(fixture.reader().litSymbols().size(), std::size_t(1));
    fixture.pointAt(fixture.glyph(1, 0, U'A'));
    QTRY_VERIFY2(fixture.card().contains(QStringLiteral("A power.")), qPrintable(fixture.card()));
    fixture.pointAt(fixture.glyph(2, 0, U'A'));
    QTRY_VERIFY2(fixture.card().contains(QStringLiteral("The matrix.")), qPrintable(fixture.card()));
  }
};

QTEST_MAIN(SymbolsAreFoundWhereTheyAreSeen)
#include "symbols_are_found_where_they_are_seen.moc"
