#include "tests/reader/reader_fixture.h"
#include "tests/support/open_menu.h"
#include "views/controls/formula_view.h"
#include "views/render/formula_copy.h"

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace eigenboard;
using reader::ObjectKind;
using reader::TargetKind;
using render::FormulaCopy;
using tests::actionNamed;
using tests::choose;
using tests::ReaderFixture;
using tests::textsOf;
using tests::withMenu;

namespace {

const QString page = QStringLiteral(
    "# 1.1 First\n\nOnly words, with [a link](02-second.md) here.\n\n"
    "The fraction $\\frac{a}{b}$ and [the root $\\sqrt{x}$](set:linear_algebra.transform?b=1) of it.\n\n"
    "$$\\sum_{i=1}^n i$$\n");

void rightClick(ReaderFixture& fixture, const QRectF& box) {
  QWidget* viewport = fixture.reader().viewport();
  const QPoint at = (box.center() - QPointF(0, fixture.reader().scrolled())).toPoint();
  QContextMenuEvent event(QContextMenuEvent::Mouse, at, viewport->mapToGlobal(at));
  QApplication::sendEvent(viewport, &event);
}

void pressMenuKey(ReaderFixture& fixture) {
  reader::Reader& reader = fixture.reader();
  QContextMenuEvent event(QContextMenuEvent::Keyboard, {10, 10}, reader.mapToGlobal(QPoint(10, 10)));
  QApplication::sendEvent(&reader, &event);
}

int inkOf(const QImage& image) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      count += qAlpha(image.pixel(x, y)) > 128;
  return count;
}

} // namespace

/// A formula leaves the page as TeX, SVG, image or words, by mouse or keyboard, and screen readers hear
/// words.
class FormulasAreCopiedAndRead : public QObject {
  Q_OBJECT

 private slots:
  void init() { QGuiApplication::clipboard()->clear(); }

  void theMouseCopiesTheFormulaUnderIt() {
    ReaderFixture fixture(page);
    fixture.open();
    const QRectF box = fixture.object(ObjectKind::Formula).box;
    QClipboard* clipboard = QGuiApplication::clipboard();

    withMenu([](QMenu& menu) { choose(menu, QStringLiteral("Copy TeX")); });
    rightClick(fixture, box);
    QCOMPARE(clipboard->text(), QStringLiteral("\\frac{a}{b}"));

    withMenu([](QMenu& menu) { choose(menu, QStringLiteral("Copy as words")); });
    rightClick(fixture, box);
    QCOMPARE(clipboard->text(), QStringLiteral("a over b"));

    withMenu([](QMenu& menu) { choose(menu, QStringLiteral("Copy as SVG")); });
    rightClick(fixture, box);
    const QByteArray svg = clipboard->mimeData()->data(QStringLiteral("image/svg+xml"));
    QCOMPARE(clipboard->text().toUtf8(), svg);
    QSvgRenderer renderer;
    QVERIFY(renderer.load(svg));
    QImage drawn(renderer.defaultSize() * 4, QImage::Format_ARGB32_Premultiplied);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    renderer.render(&painter);
    painter.end();
    QVERIFY(inkOf(drawn) > 100);

    withMenu([](QMenu& menu) { choose(menu, QStringLiteral("Copy as image")); });
    rightClick(fixture, box);
    QVERIFY(clipboard->mimeData()->hasImage());
    const QImage image = clipboard->image();
    QVERIFY(image.width() > 20 && image.height() > 40);
    QVERIFY(inkOf(image.convertToFormat(QImage::Format_ARGB32)) > 100);
  }

  void wordsHaveNoFormulaToOffer() {
    ReaderFixture fixture(page);
    fixture.open();
    QStringList texts;
    withMenu([&](QMenu& menu) { texts = textsOf(menu); });
    rightClick(fixture, {fixture.reader().layout().texts[1].origin, QSizeF(20, 10)});
    QCOMPARE(texts, QStringList({"Copy", "Note on this passage", "Select all"}));
  }

  void theMenuKeyOffersTheFormulasOfTheFocusedParagraph() {
    ReaderFixture fixture(page);
    fixture.open();
    fixture.reader().setFocus();
    const int link = fixture.target(TargetKind::Link, QStringLiteral("the root"));
    while (fixture.reader().focusedTarget() != link)
      QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
    QStringList texts;
    withMenu([&](QMenu& menu) {
      texts = textsOf(menu);
      QMenu* root = actionNamed(menu, QStringLiteral("the square root of x"))->menu();
      actionNamed(*root, QStringLiteral("Copy TeX"))->trigger();
    });
    pressMenuKey(fixture);
    QCOMPARE(texts,
             QStringList({"Copy", "Note on this passage", "Select all", "a over b", "the square root of x"}));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("\\sqrt{x}"));
  }

  void withNothingFocusedTheVisibleFormulasAreOffered() {
    ReaderFixture fixture(page);
    fixture.open();
    QStringList texts;
    withMenu([&](QMenu& menu) { texts = textsOf(menu); });
    pressMenuKey(fixture);
    QCOMPARE(texts, QStringList({"Copy", "Note on this passage", "Select all", "a over b",
                                 "the square root of x", "the sum from i equals 1 to n of i"}));
  }

  void aFormulaWithAnErrorHasOnlyItsTex() {
    ReaderFixture fixture(QStringLiteral("# 1.1 First\n\nNot $\\frac{a$ at all.\n"));
    fixture.open();
    const typesetting::FormulaPointer formula = fixture.object(ObjectKind::Formula).object->formula;
    QVERIFY(!formula->error.isEmpty());
    QCOMPARE(render::formulaCopy(*formula, FormulaCopy::Tex)->text(), QStringLiteral("\\frac{a"));
    for (const FormulaCopy what : {FormulaCopy::Svg, FormulaCopy::Image, FormulaCopy::Words})
      QVERIFY(!render::formulaCopy(*formula, what));
  }

  void theSelectionIsCopiedAsTex() {
    ReaderFixture fixture(page);
    fixture.open();
    fixture.reader().setFocus();
    QTest::keyClick(&fixture.reader(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&fixture.reader(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QStringLiteral("The fraction $\\frac{a}{b}$ and")));
    QVERIFY(copied.contains(QStringLiteral("$$\n\\sum_{i=1}^n i\n$$")));
  }

  void aScreenReaderHearsWords() {
    ReaderFixture fixture(page);
    fixture.open();
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&fixture.reader());
    QVERIFY(interface && interface->textInterface());
    QAccessibleTextInterface& heard = *interface->textInterface();
    const QString all = heard.text(0, heard.characterCount());
    QVERIFY2(all.contains(QStringLiteral("The fraction a over b and the root the square root of x of it.")),
             qPrintable(all));
    QVERIFY(all.contains(QStringLiteral("the sum from i equals 1 to n of i")));
    QVERIFY(!all.contains(u'$') && !all.contains(u'\\'));
    QVERIFY(fixture.reader().text().contains(QStringLiteral("$\\frac{a}{b}$")));

    // Places are counted in what is heard: a place late on the page has the rectangle of the last formula.
    const int last = static_cast<int>(all.indexOf(QStringLiteral("the sum from")));
    const QRectF box = fixture.object(ObjectKind::Formula, 2).box.translated(0, -fixture.reader().scrolled());
    const QRect rect = heard.characterRect(last + 3);
    QVERIFY(QRectF(fixture.reader().viewport()->mapFromGlobal(rect.topLeft()), rect.size()).intersects(box));

    const int link = fixture.target(TargetKind::Link, QStringLiteral("the root"));
    QVERIFY(fixture.reader()
                .describe(fixture.reader().layout().targets[static_cast<std::size_t>(link)])
                .contains(QStringLiteral("the root the square root of x")));

    QTest::keyClick(&fixture.reader(), Qt::Key_A, Qt::ControlModifier);
    int start = -1;
    int end = -1;
    heard.selection(0, &start, &end);
    QCOMPARE(start, 0);
    QCOMPARE(end, static_cast<int>(all.size()));
  }

  void theFormulaUnderAPanelIsDescribedInWords() {
    typesetting::Typesetter typesetter;
    controls::FormulaView view(typesetter, render::themeNamed(QStringLiteral("light")));
    view.setFormula(QStringLiteral("\\det A=\\frac12"));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QTRY_VERIFY(typesetter.cached(QStringLiteral("\\det A=\\frac12"), typesetting::Style::Display));
    QTest::qWait(50);
    QFocusEvent focus(QEvent::FocusIn, Qt::TabFocusReason); // there is no window manager to activate it
    QApplication::sendEvent(&view, &focus);
    QTRY_COMPARE(view.accessibleDescription(), QStringLiteral("the determinant of A equals one half"));
  }
};

QTEST_MAIN(FormulasAreCopiedAndRead)
#include "formulas_are_copied_and_read.moc"
