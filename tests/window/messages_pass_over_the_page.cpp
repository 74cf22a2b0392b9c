#include "app/navigation/map_page.h"
#include "tests/window/window_fixture.h"
#include "views/controls/button.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QAccessible>
#include <QtWidgets/QScrollBar>

using namespace eigenboard;

namespace {

const Qt::KeyboardModifiers controlShift = Qt::ControlModifier | Qt::ShiftModifier;

std::size_t bookmarks(OpenWindow& open) {
  return open.services.store.bookmarks().size();
}

QImage textOf(OpenWindow& open) {
  QImage image(open.reader().viewport()->size(), QImage::Format_RGB32);
  open.reader().viewport()->render(&image);
  return image;
}

} // namespace

class MessagesPassOverThePage : public QObject {
  Q_OBJECT

 private slots:
  void nothingMovesWhenOneComesAndGoes_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(1600, 900);
    QTest::newRow("usual") << QSize(1280, 800);
    QTest::newRow("narrow") << QSize(900, 700);
    QTest::newRow("least") << QSize(640, 480);
  }
  void nothingMovesWhenOneComesAndGoes() {
    QFETCH(QSize, size);
    OpenWindow open(size);
    const QRect place = open.placeOf(open.reader());
    const QImage text = textOf(open);
    OpenWindow::press(Qt::Key_D, controlShift);
    QVERIFY(open.toast().isVisible());
    QVERIFY(open.window.message().contains(QStringLiteral("Bookmarked")));
    QTest::qWait(50);
    QCOMPARE(open.placeOf(open.reader()), place);
    QVERIFY(textOf(open) == text);
    // It lies whole in the text's half, at its lower edge.
    const QRect toast = open.placeOf(open.toast());
    QVERIFY(place.contains(toast));
    QVERIFY(std::abs(toast.center().x() - place.center().x()) <= 1);
    QVERIFY(toast.top() > place.top() + place.height() / 2);
    for (const QWidget* part : open.toast().findChildren<QWidget*>())
      QVERIFY(!part->isVisible() || open.toast().rect().contains(part->geometry()));
    OpenWindow::press(Qt::Key_Escape);
    QVERIFY(!open.toast().isVisible());
    QCOMPARE(open.placeOf(open.reader()), place);
    QCOMPARE(bookmarks(open), std::size_t(1));
  }

  void itFollowsTheWindow() {
    OpenWindow open;
    OpenWindow::press(Qt::Key_D, controlShift);
    const auto isInTheMiddleOf = [&open](const QWidget& widget) {
      const QRect place = open.placeOf(widget);
      const QRect toast = open.placeOf(open.toast());
      return place.contains(toast) && std::abs(toast.center().x() - place.center().x()) <= 1;
    };
    open.window.resize(1000, 600);
    QTRY_VERIFY(isInTheMiddleOf(open.reader()));
    QVERIFY(!isInTheMiddleOf(open.window));
    OpenWindow::press(Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(isInTheMiddleOf(open.window.map()));
    QVERIFY(open.toast().isVisible());
  }

  void itGoesByItself() {
    OpenWindow open;
    open.toast().setTimes({100, 15000, 400});
    OpenWindow::press(Qt::Key_N, controlShift); // nothing is selected: a word of advice
    QVERIFY(open.window.message().contains(QStringLiteral("Select")));
    QTRY_VERIFY(!open.toast().isVisible());
    OpenWindow::press(Qt::Key_D, controlShift);
    QVERIFY(open.toast().isVisible());
    QTRY_VERIFY(!open.toast().isVisible());
    QCOMPARE(bookmarks(open), std::size_t(1)); // what was done stays done
  }

  void aBookmarkIsSoonOutOfTheWay() {
    OpenWindow open;
    QElapsedTimer clock;
    OpenWindow::press(Qt::Key_D, controlShift);
    clock.start();
    QTRY_VERIFY_WITH_TIMEOUT(!open.toast().isVisible(), 6000);
    QVERIFY2(clock.elapsed() > 3500 && clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
  }

  void itStaysWhileThePointerIsOnIt() {
    OpenWindow open;
    open.toast().setTimes({100, 15000, 200});
    OpenWindow::press(Qt::Key_D, controlShift);
    QTest::mouseMove(&open.window, open.placeOf(open.toast()).center());
    QTRY_VERIFY(open.toast().underMouse());
    QTest::qWait(1000);
    QVERIFY(open.toast().isVisible());
    QTest::mouseMove(&open.window, open.placeOf(open.reader()).topLeft() + QPoint(40, 40));
    QTRY_VERIFY(!open.toast().isVisible());
  }

  void theKeyboardReachesItAndComesBack() {
    OpenWindow open;
    open.toast().setTimes({100, 15000, 200});
    OpenWindow::press(Qt::Key_D, controlShift);
    OpenWindow::press(Qt::Key_F8);
    QVERIFY(open.toast().button().hasFocus());
    QTest::qWait(700); // it stays meanwhile
    QVERIFY(open.toast().isVisible());
    OpenWindow::press(Qt::Key_Tab);
    QVERIFY(!open.toast().button().hasFocus());
    QVERIFY(open.toast().isAncestorOf(QApplication::focusWidget())); // closing it
    OpenWindow::press(Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(open.toast().button().hasFocus());
    OpenWindow::press(Qt::Key_Return);
    QCOMPARE(bookmarks(open), std::size_t(0));
    QVERIFY(!open.toast().isVisible());
    QVERIFY(open.reader().hasFocus());
    QCOMPARE(open.reader().focusedTarget(), -1);
    // Escape in it only closes it.
    OpenWindow::press(Qt::Key_D, controlShift);
    OpenWindow::press(Qt::Key_F8);
    OpenWindow::press(Qt::Key_Escape);
    QVERIFY(!open.toast().isVisible());
    QVERIFY(open.reader().hasFocus());
    QCOMPARE(bookmarks(open), std::size_t(1));
  }

  void tabFromTheTextsEndComesByIt() {
    OpenWindow open({1280, 800}, QStringLiteral("5.1")); // not yet written: few links
    OpenWindow::press(Qt::Key_D, controlShift);
    bool isReached = false;
    for (int i = 0; i < 20 && !isReached; ++i) {
      OpenWindow::press(Qt::Key_Tab);
      isReached = open.toast().button().hasFocus();
    }
    QVERIFY(isReached);
    OpenWindow::press(Qt::Key_Space);
    QCOMPARE(bookmarks(open), std::size_t(0));
  }

  void screenReadersHearIt() {
    OpenWindow open;
    OpenWindow::press(Qt::Key_D, controlShift);
    QAccessibleInterface* toast = QAccessible::queryAccessibleInterface(&open.toast());
    QVERIFY(toast);
    QCOMPARE(toast->text(QAccessible::Name), open.window.message());
    QVERIFY(toast->text(QAccessible::Description).contains(QStringLiteral("F8")));
    QAccessibleInterface* button = QAccessible::queryAccessibleInterface(&open.toast().button());
    QVERIFY(button && button->text(QAccessible::Name).startsWith(QStringLiteral("Undo")));
    QCOMPARE(button->role(), QAccessible::Button);
    QVERIFY(button->state().focusable);
    for (const controls::Button* one : open.toast().findChildren<controls::Button*>())
      QVERIFY(!one->accessibleName().isEmpty());
  }

  void theNextOneTakesItsPlace() {
    OpenWindow open;
    OpenWindow::press(Qt::Key_D, controlShift);
    OpenWindow::press(Qt::Key_F8);
    OpenWindow::press(Qt::Key_D, controlShift);
    QVERIFY(open.window.message().contains(QStringLiteral("removed")));
    QVERIFY(open.toast().isAncestorOf(QApplication::focusWidget()));
    OpenWindow::press(Qt::Key_N, controlShift); // one that offers nothing
    QVERIFY(open.window.message().contains(QStringLiteral("Select")));
    QVERIFY(!open.toast().button().isVisible());
    QVERIFY(open.toast().isAncestorOf(QApplication::focusWidget()));
    QTest::mouseClick(&open.window, Qt::LeftButton, {}, open.placeOf(open.toast()).center());
    QCOMPARE(open.reader().focusedTarget(), -1); // a click on it is none on the page
  }

  void problemsStayInALineAbove() {
    OpenWindow open;
    const QRect place = open.placeOf(open.reader());
    open.window.showProblem(QStringLiteral("Nothing can be saved."));
    QTRY_VERIFY(open.placeOf(open.reader()).top() > place.top());
    OpenWindow::press(Qt::Key_D, controlShift);
    OpenWindow::press(Qt::Key_Escape); // the nearest first
    QVERIFY(open.window.message().isEmpty());
    QCOMPARE(open.window.problem(), QStringLiteral("Nothing can be saved."));
    OpenWindow::press(Qt::Key_Escape);
    QVERIFY(open.window.problem().isEmpty());
    QTRY_COMPARE(open.placeOf(open.reader()), place);
  }

  void theWelcomeGoesWithTheFirstPage() {
    OpenWindow open{QJsonObject()};
    open.toast().setTimes({50, 50, 50});
    QTest::qWait(300);
    QVERIFY(open.window.message().contains(QStringLiteral("Welcome"))); // however long one looks
    OpenWindow::press(Qt::Key_Down);
    QVERIFY(!open.window.message().isEmpty());
    OpenWindow::press(Qt::Key_PageDown);
    QVERIFY(open.window.message().isEmpty());
    OpenWindow::press(Qt::Key_Home);
    QVERIFY(open.window.message().isEmpty());
  }

  void theWelcomeGoesWithAnotherChapter() {
    OpenWindow open{QJsonObject()};
    QVERIFY(open.window.message().contains(QStringLiteral("Welcome")));
    OpenWindow::press(Qt::Key_PageDown, Qt::ControlModifier);
    QVERIFY(open.window.message().isEmpty());
    OpenWindow::press(Qt::Key_D, controlShift); // later messages are none of the welcome's
    OpenWindow::press(Qt::Key_PageDown);
    QVERIFY(open.window.message().contains(QStringLiteral("Bookmarked")));
  }

  void theWelcomeNeverComesBack() {
    QJsonObject session;
    {
      OpenWindow open{QJsonObject()};
      session = open.window.toJson();
    }
    {
      OpenWindow open{session};
      QVERIFY(open.window.message().isEmpty());
    }
    // Nor where the chapter one was in is no longer in the book.
    session[QStringLiteral("chapter")] = QStringLiteral("99.9");
    OpenWindow open{session};
    QVERIFY(open.window.message().isEmpty());
    QVERIFY(!open.reader().currentChapter().isEmpty());
  }

  void itStandsOutInEveryTheme() {
    OpenWindow open;
    OpenWindow::press(Qt::Key_D, controlShift);
    for (const render::Theme& theme : render::themes()) {
      if (theme.key != QStringLiteral("light"))
        OpenWindow::press(Qt::Key_D, Qt::ControlModifier);
      QTest::qWait(100);
      const QRect toast = open.placeOf(open.toast());
      const QImage image = open.window.grab().toImage();
      const double ratio = image.devicePixelRatio();
      const auto at = [&](QPoint point) { return image.pixelColor((QPointF(point) * ratio).toPoint()); };
      const QColor ground = at(toast.topLeft() + QPoint(6, toast.height() / 2));
      const QColor edge = at(QPoint(toast.left(), toast.center().y()));
      QVERIFY2(render::contrastRatio(theme.text, ground) >= (theme.highContrast ? 7 : 4.5),
               qPrintable(theme.key));
      QVERIFY2(edge != ground && edge != at(QPoint(toast.left() - 60, toast.center().y())),
               qPrintable(theme.key));
    }
  }
};

QTEST_MAIN(MessagesPassOverThePage)
#include "messages_pass_over_the_page.moc"
