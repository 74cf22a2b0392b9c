#include "app/reader/code_cells.h"
#include "app/reader/code_editor.h"
#include "tests/reader/code_fixture.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>

using namespace eigenboard;
using reader::TargetKind;
using tests::CodeFixture;

/// The editor lies on the code it changes, and what was changed is kept.
class CodeIsEditedInPlace : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    page_ = std::make_unique<CodeFixture>();
    page_->open();
  }

  void codeIsEditedInPlace() {
    page_->click(page_->codeTarget(TargetKind::Edit, 0));
    QVERIFY(page_->editor() && page_->editor()->hasFocus());
    QCOMPARE(page_->editor()->toPlainText(), QStringLiteral("a = 6\nprint(a * 7)"));
    const double height = page_->cell(0).text->height();
    QTest::keyClick(page_->editor(), Qt::Key_End);
    QTest::keyClick(page_->editor(), Qt::Key_Backspace);
    QTest::keyClicks(page_->editor(), QStringLiteral("5"));
    QTest::keyClick(page_->editor(), Qt::Key_Return);
    QTest::keyClicks(page_->editor(), QStringLiteral("b = 1"));
    QCOMPARE(page_->cell(0).text->copy({0, 100}), QStringLiteral("a = 5\nb = 1\nprint(a * 7)"));
    QVERIFY(page_->cell(0).text->height() > height); // the page makes room
    QTest::keyClick(page_->editor(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(page_->cell(0).code.isRunning);
    QVERIFY(page_->finishes(0));
    QCOMPARE(page_->outputOf(0), QStringLiteral("35"));
    QVERIFY(page_->editor() && page_->editor()->hasFocus());
    QTest::keyClick(page_->editor(), Qt::Key_Escape);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!page_->editor());
    QVERIFY(page_->reader().hasFocus());
    QVERIFY(page_->cell(0).code.isEdited);
    page_->click(page_->codeTarget(TargetKind::Copy, 0));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a = 5\nb = 1\nprint(a * 7)\n"));
    page_->click(page_->codeTarget(TargetKind::Reset, 0));
    QVERIFY(!page_->cell(0).code.isEdited);
    QCOMPARE(page_->cell(0).text->copy({0, 100}), QStringLiteral("a = 6\nprint(a * 7)"));
  }

  void theEditorWritesPython() {
    page_->click(page_->codeTarget(TargetKind::Edit, 0));
    page_->editor()->selectAll();
    QTest::keyClicks(page_->editor(), QStringLiteral("def f(x):"));
    QTest::keyClick(page_->editor(), Qt::Key_Return);
    QTest::keyClicks(page_->editor(), QStringLiteral("if x:"));
    QTest::keyClick(page_->editor(), Qt::Key_Return);
    QTest::keyClicks(page_->editor(), QStringLiteral("return 1"));
    QCOMPARE(page_->editor()->toPlainText(), QStringLiteral("def f(x):\n    if x:\n        return 1"));
    QTest::keyClick(page_->editor(), Qt::Key_Return);
    QTest::keyClick(page_->editor(), Qt::Key_Backspace);
    QTest::keyClicks(page_->editor(), QStringLiteral("y"));
    QTest::keyClick(page_->editor(), Qt::Key_Tab);
    QTest::keyClicks(page_->editor(), QStringLiteral("= 2"));
    QCOMPARE(page_->editor()->toPlainText(),
             QStringLiteral("def f(x):\n    if x:\n        return 1\n    y   = 2"));
    page_->editor()->selectAll();
    QTest::keyClick(page_->editor(), Qt::Key_Tab);
    QVERIFY(page_->editor()->toPlainText().startsWith(QStringLiteral("    def f(x):\n        if x:")));
    QTest::keyClick(page_->editor(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(page_->editor()->toPlainText(),
             QStringLiteral("def f(x):\n    if x:\n        return 1\n    y   = 2"));
    // A string of several lines keeps its colour in all of them.
    page_->editor()->selectAll();
    QTest::keyClicks(page_->editor(), QStringLiteral("s = '''one"));
    QTest::keyClick(page_->editor(), Qt::Key_Return);
    QTest::keyClicks(page_->editor(), QStringLiteral("two'''"));
    const auto formats = page_->editor()->document()->lastBlock().layout()->formats();
    QVERIFY(!formats.isEmpty());
    QCOMPARE(formats.front().start, 0);
    QCOMPARE(formats.front().length, 6);
  }

  void editsSurvive() {
    page_->click(page_->codeTarget(TargetKind::Edit, 0));
    page_->editor()->selectAll();
    QTest::keyClicks(page_->editor(), QStringLiteral("print('mine')"));
    page_->reader().setTheme(render::themeNamed(QStringLiteral("dark")));
    QVERIFY(page_->editor());
    page_->reader().setZoom(1.4);
    page_->reader().resize(820, 640);
    QCoreApplication::processEvents();
    QVERIFY(page_->editor() && page_->editor()->isVisible());
    // The editor still lies on its code.
    const reader::Node& node = page_->cell(0);
    const auto& decorations = page_->reader().layout().decorations;
    const auto surface = std::find_if(decorations.begin(), decorations.end(),
                                      [&](const reader::Decoration& each) { return each.node == &node; });
    QVERIFY(surface != decorations.end());
    QVERIFY(surface->rect.translated(0, -page_->reader().scrolled())
                .toAlignedRect()
                .contains(page_->editor()->geometry()));
    QCOMPARE(page_->editor()->font().pixelSize(), node.text->style().font.pixelSize());
    QTest::keyClick(page_->editor(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(page_->finishes(0));
    page_->reader().openChapter(QStringLiteral("1.2"));
    page_->reader().openChapter(QStringLiteral("1.1"));
    QCOMPARE(page_->cell(0).text->copy({0, 100}), QStringLiteral("print('mine')"));
    QCOMPARE(page_->outputOf(0), QStringLiteral("mine"));
    QVERIFY(page_->statusOf(0).contains(QStringLiteral("not what the book's code prints")));
  }

  void whatIsKeptComesBack() {
    QSignalSpy edited(&page_->reader().codeCells(), &reader::CodeCells::edited);
    page_->click(page_->codeTarget(TargetKind::Edit, 0));
    page_->editor()->selectAll();
    QTest::keyClicks(page_->editor(), QStringLiteral("x"));
    QVERIFY(edited.count() > 0);
    const QJsonObject kept = page_->reader().codeCells().toJson();
    QCOMPARE(kept.size(), 1);
    QVERIFY(kept.begin().key().startsWith(QStringLiteral("1.1/1/")));
    CodeFixture other;
    QJsonObject damaged = kept;
    damaged.insert(QStringLiteral("1.1/9/none"), 7);
    damaged.insert(QStringLiteral("huge"), QString(1'000'000, u'x'));
    other.reader().codeCells().fromJson(damaged);
    other.open();
    QCOMPARE(other.cell(0).text->copy({0, 10}), QStringLiteral("x"));
    QCOMPARE(other.reader().codeCells().toJson(), kept);
    other.reader().codeCells().fromJson({});
    QVERIFY(!other.cell(0).code.isEdited);
  }

 private:
  std::unique_ptr<CodeFixture> page_;
};

QTEST_MAIN(CodeIsEditedInPlace)
#include "code_is_edited_in_place.moc"
