#include "app/navigation/palette.h"
#include "app/navigation/palette_list.h"
#include "app/reader/reader.h"
#include "app/search/service.h"
#include "app/stage/stage_widget.h"
#include "app/window/main_window.h"

#include <QtCore/QStandardPaths>
#include <QtGui/QAccessible>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

using namespace eigenboard;

namespace {

struct Open {
  window::Services services;
  window::MainWindow window{services};
  navigation::Palette& palette = *window.findChild<navigation::Palette*>();
  search::Service& service = *window.findChild<search::Service*>();

  Open() {
    window.resize(1280, 800);
    window.open(window::findPlace(QStringLiteral("4.4"), services.book, services.registry));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.reader().setFocus();
    service.start();
    QTRY_VERIFY_WITH_TIMEOUT(service.isComplete(), 20'000);
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
  }
  void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
  const navigation::PaletteRow* current() { return palette.list().currentRow(); }
  QString title() { return current() ? current()->result.title : QString(); }
};

} // namespace

class PaletteAnswersKeysAndMouse : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void keysOpenItInItsScope() {
    Open open;
    open.press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(open.palette.isOpen());
    QCOMPARE(open.palette.scope(), search::Scope::Everything);
    QCOMPARE(QApplication::focusWidget(), &open.palette.field());
    open.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(open.palette.scope(), search::Scope::Book);
    open.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(open.palette.scope(), search::Scope::Commands);
    open.press(Qt::Key_Escape);
    QVERIFY(!open.palette.isOpen());
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&open.window.reader()));
  }

  void resultsFollowTheTyping() {
    Open open;
    open.press(Qt::Key_K, Qt::ControlModifier);
    open.type(QStringLiteral("eigenv"));
    QTRY_VERIFY(open.palette.status().contains(QStringLiteral("result")));
    QTRY_VERIFY(open.title().contains(QStringLiteral("igenv")));
    open.type(QStringLiteral(" zzqqxx"));
    QTRY_VERIFY(!open.palette.list().rows().empty() &&
                open.palette.list().rows().front().role == navigation::PaletteRow::Role::Note);
  }

  void theFooterSaysHowManyOfHowMany() {
    Open open;
    const auto shown = [&open] { return QString::number(open.palette.list().choosableCount()); };
    open.press(Qt::Key_K, Qt::ControlModifier);
    open.type(QStringLiteral("matrix"));
    QTRY_VERIFY2(QRegularExpression(QStringLiteral("^The best %1 of (more than )?\\d+ results$").arg(shown()))
                     .match(open.palette.status())
                     .hasMatch(),
                 qPrintable(open.palette.status()));
    open.palette.field().clear();
    open.type(QStringLiteral("\"rayleigh quotient\""));
    QTRY_COMPARE(open.palette.status(), shown() + QStringLiteral(" results"));
    QVERIFY(open.palette.list().choosableCount() > 1);
  }

  void arrowsAndPagesMoveAndEnterOpens() {
    Open open;
    open.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    open.type(QStringLiteral("matrix"));
    QTRY_VERIFY(open.palette.list().choosableCount() > 12);
    const int first = open.palette.list().currentIndex().row();
    open.press(Qt::Key_Down);
    open.press(Qt::Key_Down);
    const int third = open.palette.list().currentIndex().row();
    QVERIFY(third > first);
    open.press(Qt::Key_Up);
    QVERIFY(open.palette.list().currentIndex().row() < third);
    open.press(Qt::Key_PageDown);
    const int paged = open.palette.list().currentIndex().row();
    QVERIFY(paged > third);
    QVERIFY(open.palette.list().viewport()->rect().contains(
        open.palette.list().visualRect(open.palette.list().currentIndex()).center()));
    open.press(Qt::Key_PageUp);
    QVERIFY(open.palette.list().currentIndex().row() < paged);
    open.press(Qt::Key_Up);
    open.press(Qt::Key_Up); // round to the end at last
    const search::Target wanted = open.current()->result.target;
    open.press(Qt::Key_Return);
    QVERIFY(!open.palette.isOpen());
    QCOMPARE(open.window.reader().currentChapter(), wanted.chapter);
  }

  void theMouseChoosesAndAClickBesideCloses() {
    Open open;
    open.press(Qt::Key_K, Qt::ControlModifier);
    open.type(QStringLiteral("eigenvalues & eigenvectors"));
    QTRY_VERIFY(open.palette.list().choosableCount() > 0 &&
                open.palette.status().contains(QStringLiteral("result")));
    navigation::PaletteList& list = open.palette.list();
    QTRY_VERIFY(list.currentRow() && !list.currentRow()->result.target.chapter.isEmpty());
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.currentIndex()).center());
    QVERIFY(!open.palette.isOpen());
    open.press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(open.palette.isOpen());
    QTest::mouseClick(&open.palette, Qt::LeftButton, {}, QPoint(20, open.palette.height() - 20));
    QVERIFY(!open.palette.isOpen());
  }

  void tabStaysInsideAndLettersGoToTheField() {
    Open open;
    open.press(Qt::Key_K, Qt::ControlModifier);
    open.type(QStringLiteral("ve"));
    QSet<QWidget*> visited;
    for (int i = 0; i < 10; ++i) {
      open.press(Qt::Key_Tab);
      QVERIFY(open.palette.isAncestorOf(QApplication::focusWidget()));
      visited.insert(QApplication::focusWidget());
    }
    QCOMPARE(visited.size(), 5); // field, three scopes, list
    open.palette.list().setFocus();
    open.type(QStringLiteral("c"));
    QCOMPARE(open.palette.field().text(), QStringLiteral("vec"));
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&open.palette.field()));
  }

  void commandsAreTheActionsOfTheWindow() {
    Open open;
    const QString before = open.window.toJson().value(QStringLiteral("theme")).toString();
    open.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(open.palette.list().choosableCount() > 3); // an empty field shows them all
    open.type(QStringLiteral("quit"));
    QTRY_VERIFY(open.title() == QStringLiteral("Quit"));
    open.palette.field().clear();
    const auto action = [&open] {
      for (QAction* one : open.window.actions())
        if (one->shortcut() == QKeySequence(QStringLiteral("Ctrl+D")))
          return one;
      return static_cast<QAction*>(nullptr);
    }();
    QVERIFY(action);
    open.type(action->text());
    QTRY_COMPARE(open.title(), action->text());
    open.press(Qt::Key_Return);
    QTRY_VERIFY(open.window.toJson().value(QStringLiteral("theme")).toString() != before);
    action->setEnabled(false);
    open.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    for (const navigation::PaletteRow& row : open.palette.list().rows())
      QVERIFY(row.result.title != action->text());
  }

  void anEmptyFieldShowsRecentPlaces() {
    Open open;
    open.window.open(window::findPlace(QStringLiteral("4.6"), open.services.book, open.services.registry));
    open.press(Qt::Key_K, Qt::ControlModifier);
    const std::vector<navigation::PaletteRow>& rows = open.palette.list().rows();
    QVERIFY(rows.size() > 3);
    QCOMPARE(rows[0].role, navigation::PaletteRow::Role::Heading);
    QVERIFY(rows[1].result.title.startsWith(QStringLiteral("4.4"))); // 4.6 is where one is
    open.press(Qt::Key_Return);
    QCOMPARE(open.window.reader().currentChapter(), QStringLiteral("4.4"));
  }

  void mistypedWordsOfferTheNearest() {
    Open open;
    open.press(Qt::Key_K, Qt::ControlModifier);
    open.type(QStringLiteral("eigenvlaue"));
    QTRY_VERIFY(open.current() && open.current()->role == navigation::PaletteRow::Role::Suggestion);
    QCOMPARE(open.palette.status(), QStringLiteral("No result"));
    open.press(Qt::Key_Return);
    QVERIFY(open.palette.isOpen());
    QCOMPARE(open.palette.field().text().trimmed(), QStringLiteral("eigenvalue"));
    QTRY_VERIFY(open.current() && open.current()->role == navigation::PaletteRow::Role::Result);
  }

  void screenReadersHearNamesAndCounts() {
    Open open;
    open.press(Qt::Key_K, Qt::ControlModifier);
    open.type(QStringLiteral("determinant"));
    QTRY_VERIFY(open.palette.status().contains(QStringLiteral("result")));
    QAccessibleInterface* field = QAccessible::queryAccessibleInterface(&open.palette.field());
    QVERIFY(field && !field->text(QAccessible::Name).isEmpty());
    QTRY_COMPARE(field->text(QAccessible::Description), navigation::spoken(*open.current()));
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&open.palette.list());
    QVERIFY(list && !list->text(QAccessible::Name).isEmpty());
    QCOMPARE(list->childCount(), static_cast<int>(open.palette.list().rows().size()));
    QVERIFY(!list->child(1)->text(QAccessible::Name).isEmpty());
  }

  void aSmallWindowStillHoldsIt() {
    Open open;
    open.window.resize(640, 480);
    open.press(Qt::Key_K, Qt::ControlModifier);
    open.type(QStringLiteral("matrix"));
    QTRY_VERIFY(open.palette.list().choosableCount() > 5);
    for (QWidget* part : open.palette.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
      QVERIFY(open.palette.rect().contains(part->geometry()));
    open.window.resize(1500, 900);
    QTRY_COMPARE(open.palette.size(), open.window.size());
  }
};

QTEST_MAIN(PaletteAnswersKeysAndMouse)
#include "palette_answers_keys_and_mouse.moc"
