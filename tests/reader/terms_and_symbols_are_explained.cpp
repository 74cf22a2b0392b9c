#include "app/reader/hover_card.h"
#include "app/reader/wide_formula.h"
#include "tests/reader/reader_fixture.h"
#include "views/controls/lit_names.h"
#include "views/typesetting/symbol_parts.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

using namespace eigenboard;
using reader::ObjectKind;
using reader::TargetKind;
using tests::ReaderFixture;

namespace {

QString page() {
  QString text =
      QStringLiteral("# 1.1 First\n\nAn [eigenvalue](term:eigenvalue) and [many norms](term:norm) and "
                     "[no word](term:eigenvalu).\n\n"
                     "Here $\\mathbf{v}^\\top x = \\lambda_1 + \\lambda + \\zeta$ stands.\n\n"
                     "$$\n\\det\\mathbf{A} = b + \\lVert \\mathbf{v}\\rVert\n$$\n\n"
                     "<details><summary>Symbols in this chapter</summary>\n\n"
                     "| Symbol | Said | Meaning here | On the panel |\n|---|---|---|---|\n"
                     "| $\\lambda$ | lambda | An eigenvalue of $\\mathbf{A}$. | |\n"
                     "| $\\lambda_1$ | lambda one | The larger eigenvalue. | |\n"
                     "| $\\mathbf v$ | v | The vector that is moved. | `v` |\n"
                     "| $b$ | b | The lean of the square. | `b` |\n\n</details>\n\n");
  for (int i = 0; i < 40; ++i)
    text += QStringLiteral("More words.\n\n");
  return text;
}

tests::Appendices appendices() {
  return {QStringLiteral("# B Notation\n\n| Symbol | Said | Meaning | Met in |\n|---|---|---|---|\n"
                         "| $\\zeta$ | zeta | A number from the reference. | 9.9 |\n"
                         "| $\\lambda$ | lambda | The decay of a process. | 9.9 |\n"
                         "| $x$ | x | One meaning. | 1.1 |\n| $x$ | x | Another meaning. | 9.9 |\n"),
          QStringLiteral("# H Glossary\n\n## E\n\n### eigenvalue\n\nA number $\\lambda$ with "
                         "$\\mathbf{A}\\mathbf{v}=\\lambda\\mathbf{v}$.\n\nMore of it.\n\n"
                         "Met in: 4.6, 4.7. See also: [norm](#norm).\n\n## N\n\n### norm\n\n"
                         "A length.\n\nMet in: 4.2.\n")};
}

struct Open : ReaderFixture {
  explicit Open(QSize size = {700, 700}) : ReaderFixture(page(), size, appendices()) {
    open();
    QApplication::sendEvent(reader().viewport(), std::make_unique<QEvent>(QEvent::Leave).get());
  }

  QString card() { return reader().cardText(); }
  reader::HoverCard* widget() { return reader().findChild<reader::HoverCard*>(); }

  /// Puts the mouse on a symbol of the formulas, the number-th such, counted from 0.
  void pointAtSymbol(const QString& tex, int number = 0) {
    for (const reader::PlacedText& text : reader().layout().texts)
      for (const reader::InlineObject& object : std::as_const(*text.paragraph).objects()) {
        if (object.kind != ObjectKind::Formula)
          continue;
        for (const typesetting::SymbolAt& symbol : typesetting::symbolsOf(*object.formula))
          if (symbol.tex == tex && number-- == 0) {
            const QRectF rect =
                reader::placeOf(symbol.rect, object, text.paragraph->style(), text.origin + object.origin);
            QTest::mouseMove(reader().viewport(),
                             (rect.center() - QPointF(0, reader().scrolled())).toPoint());
            return;
          }
      }
    qFatal("no symbol %s", qPrintable(tex));
  }
};

} // namespace

class TermsAndSymbolsAreExplained : public QObject {
  Q_OBJECT

 private slots:
  void aTermUnderThePointerIsDefinedAfterAMoment() {
    Open fixture;
    const int term = fixture.target(TargetKind::Link, QStringLiteral("eigenvalue"));
    QTest::mouseMove(fixture.reader().viewport(), fixture.pointOf(term));
    QTest::qWait(60);
    QCOMPARE(fixture.card(), QString()); // a pointer on its way elsewhere brings nothing
    QTRY_COMPARE(fixture.card(),
                 QStringLiteral("eigenvalue\nA number $\\lambda$ with "
                                "$\\mathbf{A}\\mathbf{v}=\\lambda\\mathbf{v}$.\nMet in 4.6, 4.7"));
    QVERIFY(fixture.reader().hasFocus());
    QVERIFY(fixture.widget()->testAttribute(Qt::WA_TransparentForMouseEvents));
    // It lies beside the word, not on it, and inside the window.
    QVERIFY(fixture.reader().rect().contains(fixture.widget()->geometry()));
    QTest::mouseMove(fixture.reader().viewport(), QPoint(5, 5));
    QTRY_COMPARE(fixture.card(), QString());
  }

  void theCardStaysInASmallWindow() {
    Open fixture(QSize(300, 190));
    const int term = fixture.target(TargetKind::Link, QStringLiteral("many norms"));
    QTest::mouseMove(fixture.reader().viewport(), fixture.pointOf(term));
    QTRY_VERIFY(!fixture.card().isEmpty());
    QVERIFY2(fixture.reader().rect().contains(fixture.widget()->geometry()), "the card leaves the window");
  }

  void itClosesOnEscapeAndScrolling() {
    Open fixture;
    const int term = fixture.target(TargetKind::Link, QStringLiteral("eigenvalue"));
    QTest::mouseMove(fixture.reader().viewport(), fixture.pointOf(term));
    QTRY_VERIFY(!fixture.card().isEmpty());
    QTest::keyClick(&fixture.reader(), Qt::Key_Escape);
    QCOMPARE(fixture.card(), QString());
    QTest::mouseMove(fixture.reader().viewport(), QPoint(5, 5));
    QTest::mouseMove(fixture.reader().viewport(), fixture.pointOf(term));
    QTRY_VERIFY(!fixture.card().isEmpty());
    fixture.reader().verticalScrollBar()->setValue(fixture.reader().verticalScrollBar()->value() + 60);
    QCOMPARE(fixture.card(), QString());
  }

  void theKeyboardHasItToo() {
    Open fixture;
    QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
    QTRY_VERIFY(fixture.card().startsWith(QStringLiteral("eigenvalue")));
    QVERIFY(fixture.reader().hasFocus());
    // A screen reader hears the definition with the word.
    const reader::Target& target =
        fixture.reader().layout().targets.at(static_cast<std::size_t>(fixture.reader().focusedTarget()));
    QVERIFY(fixture.reader().describe(target).contains(QStringLiteral("A number $\\lambda$")));
    QTest::keyClick(&fixture.reader(), Qt::Key_Tab);
    QTRY_VERIFY(fixture.card().startsWith(QStringLiteral("norm")));
    QTest::keyClick(&fixture.reader(), Qt::Key_Return);
    QCOMPARE(fixture.reader().currentChapter(), QStringLiteral("H"));
    QVERIFY(fixture.card().isEmpty());
  }

  void anUnknownTermSaysTheNearest() {
    Open fixture;
    const int term = fixture.target(TargetKind::Link, QStringLiteral("no word"));
    QVERIFY2(
        fixture.reader()
            .describe(fixture.reader().layout().targets.at(static_cast<std::size_t>(term)))
            .contains(QStringLiteral("the glossary has no term 'eigenvalu'; did you mean 'eigenvalue'?")),
        "the problem must name the nearest term");
  }

  void aSymbolMeansWhatTheChapterSays() {
    Open fixture;
    fixture.pointAtSymbol(QStringLiteral("\\lambda"), 1);
    QTRY_COMPARE(fixture.card(), QStringLiteral("$\\lambda$\u2003“lambda”\nAn eigenvalue of $\\mathbf{A}$."));
    fixture.pointAtSymbol(QStringLiteral("\\lambda"), 0); // of λ₁, which the chapter lists
    QTRY_COMPARE(fixture.card(), QStringLiteral("$\\lambda_1$\u2003“lambda one”\nThe larger eigenvalue."));
    fixture.pointAtSymbol(QStringLiteral("\\mathbf{v}"));
    QTRY_VERIFY(fixture.card().contains(QStringLiteral("The vector that is moved.")));
  }

  void otherSymbolsMeanWhatTheReferenceSays() {
    Open fixture;
    fixture.pointAtSymbol(QStringLiteral("\\zeta"));
    QTRY_COMPARE(fixture.card(), QStringLiteral("$\\zeta$\u2003“zeta”\nA number from the reference.\n"
                                                "From the notation reference"));
    // Of several meanings the one for this chapter.
    fixture.pointAtSymbol(QStringLiteral("x"));
    QTRY_VERIFY(fixture.card().contains(QStringLiteral("One meaning.")));
    QVERIFY(!fixture.card().contains(QStringLiteral("Another meaning.")));
    fixture.pointAtSymbol(QStringLiteral("="));
    QTest::qWait(450);
    QCOMPARE(fixture.card(), QString());
  }

  void aSymbolLightsItsPanelAndItsFellows() {
    Open fixture;
    panel::Spotlight& spotlight = fixture.transform().spotlight();
    fixture.pointAtSymbol(QStringLiteral("\\mathbf{v}"));
    QTRY_COMPARE(spotlight.lit().keys, QStringList{QStringLiteral("v")});
    QCOMPARE(spotlight.lit().symbols, QStringList{QStringLiteral("\\mathbf{v}")});
    QCOMPARE(fixture.reader().litSymbols().size(), std::size_t(2)); // in the sentence and in the display
    QTest::mouseMove(fixture.reader().viewport(), QPoint(5, 5));
    QTRY_VERIFY(spotlight.lit().isEmpty());
    QVERIFY(fixture.reader().litSymbols().empty());
  }

  void theKeyboardHasTheSymbolsInAMenu() {
    Open fixture;
    QTest::keyClick(&fixture.reader(), Qt::Key_F1);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QStringList entries;
    for (const QAction* action : menu->actions())
      entries.push_back(action->text());
    QVERIFY2(entries.contains(QStringLiteral("v: The vector that is moved.")),
             qPrintable(entries.join(u'\n')));
    QVERIFY(entries.contains(QStringLiteral("zeta: A number from the reference.")));
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
  }

  void aTermLightsWhatStandsForIt() {
    Open fixture;
    const int term = fixture.target(TargetKind::Link, QStringLiteral("eigenvalue"));
    QTest::mouseMove(fixture.reader().viewport(), fixture.pointOf(term));
    QTRY_COMPARE(fixture.transform().spotlight().lit().symbols, QStringList{QStringLiteral("\\lambda")});
  }

  void thePanelLightsThePage() {
    Open fixture;
    panel::Session& session = fixture.transform();
    const int owner = 0;
    session.spotlight().light(&owner, controls::namesOfParameter(session.description(), QStringLiteral("b")));
    QCOMPARE(fixture.reader().litSymbols().size(), std::size_t(1));
    session.spotlight().leave(&owner);
    QVERIFY(fixture.reader().litSymbols().empty());
  }

  void partsOfSymbolsAreFoundSideBySide() {
    const auto parts = [](const char* tex) {
      return typesetting::symbolParts(typesetting::canonicalSymbol(QString::fromUtf8(tex))).join(u' ');
    };
    QCOMPARE(parts("\\lambda_{1}"), QStringLiteral("\\lambda _1"));
    QCOMPARE(parts("\\mathbf A^\\top"), QStringLiteral("\\mathbf{A} ^\\top"));
    QCOMPARE(parts("\\lambda_{\\max}"), QStringLiteral("\\lambda _\\max"));
    QCOMPARE(parts("x^{12}"), QStringLiteral("x ^12"));
    QCOMPARE(parts("\\operatorname{tr}"), QStringLiteral("\\operatorname{tr}"));
    QCOMPARE(parts("\\frac{a}{b}"), QStringLiteral("a b"));
    QCOMPARE(parts("x_{i_j}^2y"), QStringLiteral("x _i __j ^2 y"));
    for (const char* hostile : {"", "\\", "{", "}", "\\mathbf{", "_^_^", "\\mathbf"})
      parts(hostile);
  }
};

QTEST_MAIN(TermsAndSymbolsAreExplained)
#include "terms_and_symbols_are_explained.moc"
