#include "app/stage/laser_pointer.h"
#include "app/stage/picture.h"
#include "app/stage/stage_widget.h"
#include "app/window/panel_windows.h"
#include "app/window/presenting.h"
#include "app/window/screens.h"
#include "tests/window/window_fixture.h"
#include "views/controls/formula_view.h"
#include "views/render/plane_widget.h"

#include <QtGui/QAction>
#include <QtGui/QCursor>
#include <QtGui/QScreen>
#include <QtWidgets/QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace eigenboard;

namespace {

const QString presented = u"linear_algebra.transform"_s;

/// A window on chapter 4.4 whose panel is presented.
struct Presented : OpenWindow {
  stage::Presentation* screen = nullptr;

  Presented() {
    press(Qt::Key_F5);
    screen = window.panelWindows().presenting().presentation();
    QVERIFY(screen);
    QVERIFY(QTest::qWaitForWindowActive(screen));
    QTest::qWait(200);
  }
  panel::Session& session() { return *services.desk.session(presented); }
  const std::vector<panel::Preset>& presets() { return session().description().presets; }
  /// The session comes to rest in this preset.
  bool comesTo(int preset) {
    const panel::State wanted =
        panel::withSettings(session().description(), panel::defaultState(session().description()),
                            {{u"preset"_s, presets()[static_cast<std::size_t>(preset)].key}})
            .state;
    return QTest::qWaitFor(
        [&] { return session().state().values == wanted.values && !session().isAnimating(); });
  }
  render::PlaneWidget& plane() { return *screen->picture().findChild<render::PlaneWidget*>(); }
};

} // namespace

/// A panel on the whole screen, driven as a remote control, a keyboard and a mouse drive it.
class PanelsArePresented : public QObject {
  Q_OBJECT

 private slots:
  void itFillsTheScreenWithTheLivePicture() {
    Presented open;
    QCOMPARE(open.screen->geometry(), open.screen->screen()->geometry());
    QVERIFY(open.screen->isFullScreen());
    // Most of it is picture, and the type is large: a unit of the plane is longer than on the stage.
    QVERIFY(open.screen->picture().height() > 0.6 * open.screen->height());
    QVERIFY(!open.screen->showsReadouts());
    QVERIFY(open.screen->speakerLine().isEmpty());
    QCOMPARE(open.screen->formula().formula(), open.session().evaluation().formula);
    QVERIFY(open.screen->formula().height() > 1.4 * open.window.stage().formula().height());
    QCOMPARE(open.screen->theme().key, u"presentation"_s);
  }

  void aRemoteControlGoesFromStopToStop() {
    Presented open;
    OpenWindow::press(Qt::Key_Home);
    QVERIFY(open.comesTo(0));
    OpenWindow::press(Qt::Key_PageDown);
    QVERIFY(open.comesTo(1));
    OpenWindow::press(Qt::Key_Space);
    QVERIFY(open.comesTo(2));
    OpenWindow::press(Qt::Key_Right);
    QVERIFY(open.comesTo(3));
    OpenWindow::press(Qt::Key_PageUp);
    QVERIFY(open.comesTo(2));
    OpenWindow::press(Qt::Key_Left);
    QVERIFY(open.comesTo(1));
    OpenWindow::press(Qt::Key_4);
    QVERIFY(open.comesTo(3));
    OpenWindow::press(Qt::Key_End);
    const int last = static_cast<int>(open.presets().size()) - 1;
    QVERIFY(open.comesTo(last));
    OpenWindow::press(Qt::Key_PageDown); // the last slide stays
    QCOMPARE(open.screen->stop(), last);
    QVERIFY(open.comesTo(last));
  }

  void theSpeakersLineAndNumbersComeWhenAskedFor() {
    Presented open;
    OpenWindow::press(Qt::Key_1);
    QVERIFY(open.comesTo(0));
    OpenWindow::press(Qt::Key_N);
    QVERIFY(open.screen->speakerLine().contains(open.presets()[0].notice));
    OpenWindow::press(Qt::Key_2);
    QVERIFY(open.screen->speakerLine().contains(open.presets()[1].notice));
    OpenWindow::press(Qt::Key_R);
    QVERIFY(open.screen->showsReadouts());
    OpenWindow::press(Qt::Key_N);
    OpenWindow::press(Qt::Key_R);
    QVERIFY(open.screen->speakerLine().isEmpty());
    QVERIFY(!open.screen->showsReadouts());
  }

  void handlesAreDraggedAndTakenBack() {
    Presented open;
    const QPointF at = open.plane().view().handles.at(0).position;
    const std::vector<panel::Value> before = open.session().state().values;
    const QPoint from = open.plane().toPixel(at).toPoint();
    const QPoint to = open.plane().toPixel(at + QPointF(0.5, 0.4)).toPoint();
    QTest::mousePress(&open.plane(), Qt::LeftButton, {}, from);
    QTest::mouseMove(&open.plane(), (from + to) / 2);
    QTest::mouseMove(&open.plane(), to);
    QTest::mouseRelease(&open.plane(), Qt::LeftButton, {}, to);
    QTRY_VERIFY(std::abs(open.plane().view().handles.at(0).position.x() - at.x() - 0.5) < 0.03);
    QVERIFY(open.session().state().values != before);
    // The click has not taken the keys from the presenter.
    OpenWindow::press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(open.session().state().values == before);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // to the first handle
    OpenWindow::press(Qt::Key_Right);
    QTRY_VERIFY(open.plane().view().handles.at(0).position.x() > at.x());
    OpenWindow::press(Qt::Key_Escape);
  }

  void theScreenGoesBlank() {
    Presented open;
    OpenWindow::press(Qt::Key_B);
    QVERIFY(open.screen->isBlank());
    QTest::qWait(50);
    const QImage black = open.screen->grab().toImage();
    QCOMPARE(black.pixelColor(black.width() / 2, black.height() / 2), QColor(Qt::black));
    QCOMPARE(black.pixelColor(5, 5), QColor(Qt::black));
    OpenWindow::press(Qt::Key_B);
    QVERIFY(!open.screen->isBlank());
    OpenWindow::press(Qt::Key_Period);
    QVERIFY(open.screen->isBlank());
    OpenWindow::press(Qt::Key_PageDown); // the next slide shows itself
    QVERIFY(!open.screen->isBlank());
  }

  void theLaserFollowsThePointer() {
    Presented open;
    OpenWindow::press(Qt::Key_L);
    QVERIFY(open.screen->laser().isOn());
    for (int i = 0; i < 6; ++i)
      QTest::mouseMove(&open.plane(), QPoint(200 + 30 * i, 300));
    QTRY_VERIFY(
        QLineF(open.screen->laser().position(), open.plane().mapTo(open.screen, QPointF(350, 300))).length() <
        2);
    QVERIFY(open.screen->laser().trailLength() > 0);
    QVERIFY(QApplication::overrideCursor() && QApplication::overrideCursor()->shape() == Qt::BlankCursor);
    // It is red where it points, and gone with its key.
    const QPoint spot = open.screen->laser().position().toPoint() + QPoint(3, 0);
    QTRY_COMPARE(open.screen->laser().trailLength(), std::size_t(0));
    const QColor red = open.screen->grab().toImage().pixelColor(spot);
    QVERIFY2(red.red() > 200 && red.green() < 140, qPrintable(red.name()));
    OpenWindow::press(Qt::Key_L);
    QVERIFY(!open.screen->laser().isOn());
    QTest::keyPress(QApplication::focusWidget(), Qt::Key_Control);
    QVERIFY(open.screen->laser().isOn());
    QTest::keyRelease(QApplication::focusWidget(), Qt::Key_Control);
    QVERIFY(!open.screen->laser().isOn());
  }

  void withReducedMotionTheLaserHasNoTrail() {
    Presented open;
    open.window.panelWindows().setReducedMotion(true);
    OpenWindow::press(Qt::Key_L);
    for (int i = 0; i < 6; ++i) {
      QTest::mouseMove(&open.plane(), QPoint(200 + 30 * i, 300));
      QVERIFY(open.screen->laser().trailLength() == 0);
    }
  }

  void theCursorGoesWhenItRests() {
    Presented open;
    QTest::mouseMove(&open.plane(), QPoint(100, 100));
    QTest::mouseMove(&open.plane(), QPoint(120, 100));
    QTRY_VERIFY(!QApplication::overrideCursor());
    QTest::qWait(1000);
    QVERIFY(!QApplication::overrideCursor());
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::overrideCursor() != nullptr, 2000);
    QTest::mouseMove(&open.plane(), QPoint(160, 100));
    QTRY_VERIFY(!QApplication::overrideCursor());
  }

  void escapeClosesTheSheetOfKeysFirst() {
    Presented open;
    const auto isSheetShown = [&open] {
      const QList<QLabel*> labels = open.screen->findChildren<QLabel*>();
      return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text().contains(u"move a handle"_s);
      });
    };
    QVERIFY(!isSheetShown());
    OpenWindow::press(Qt::Key_Question);
    QTRY_VERIFY(isSheetShown());
    OpenWindow::press(Qt::Key_Escape);
    QCOMPARE(open.window.panelWindows().presenting().presentation(), open.screen);
    QTRY_VERIFY(!isSheetShown());
    QVERIFY(open.screen->isVisible());
    OpenWindow::press(Qt::Key_Escape);
    QTRY_VERIFY(!open.window.panelWindows().presenting().presentation());
    QVERIFY(open.window.isVisible());
  }

  void itIsLookedAtAsTheStageWas() {
    OpenWindow open;
    auto& plane = *open.window.stage().picture().findChild<render::PlaneWidget*>();
    const QPoint ground(12, 12);
    QTest::mousePress(&plane, Qt::LeftButton, {}, ground);
    QTest::mouseMove(&plane, ground + QPoint(60, 40));
    QTest::mouseRelease(&plane, Qt::LeftButton, {}, ground + QPoint(60, 40));
    plane.setFocus();
    QTest::keyClick(&plane, Qt::Key_Plus);
    QVERIFY(plane.look() && plane.look()->range);
    const render::PlaneRange range = *plane.look()->range;
    QVERIFY(!(range == render::PlaneRange{plane.view().x.minimum, plane.view().x.maximum,
                                          plane.view().y.minimum, plane.view().y.maximum}));
    OpenWindow::press(Qt::Key_F5);
    stage::Presentation* screen = open.window.panelWindows().presenting().presentation();
    QVERIFY(screen && QTest::qWaitForWindowActive(screen));
    auto& shown = *screen->picture().findChild<render::PlaneWidget*>();
    QTRY_COMPARE(shown.view().x.minimum, range.left);
    QCOMPARE(shown.view().x.maximum, range.right);
    QCOMPARE(shown.view().y.minimum, range.bottom);
    QCOMPARE(shown.view().y.maximum, range.top);
    // What lay in the middle of the one lies in the middle of the other.
    const QPointF middle((range.left + range.right) / 2, (range.bottom + range.top) / 2);
    QVERIFY(QLineF(shown.toPixel(middle), QRectF(shown.rect()).center()).length() < 0.1 * shown.width());
    OpenWindow::press(Qt::Key_Escape);
  }

  void afterwardsAllIsAsItWas() {
    Presented open;
    const QRect before = open.window.geometry();
    OpenWindow::press(Qt::Key_3);
    QVERIFY(open.comesTo(2));
    const auto state = open.session().state().values;
    OpenWindow::press(Qt::Key_Escape);
    QTRY_VERIFY(!open.window.panelWindows().presenting().presentation());
    QTRY_COMPARE(QApplication::activeWindow(), &open.window);
    QTRY_COMPARE(QApplication::focusWidget(), &open.reader());
    QCOMPARE(open.session().state().values, state);
    QCOMPARE(open.window.geometry(), before);
    QVERIFY(!QApplication::overrideCursor());
    QCOMPARE(open.window.stage().currentPanel(), presented);
    OpenWindow::press(Qt::Key_F11); // and again
    QTRY_VERIFY(open.window.panelWindows().presenting().presentation());
    QTRY_VERIFY(QApplication::activeWindow() == open.window.panelWindows().presenting().presentation());
    OpenWindow::press(Qt::Key_F11);
    QTRY_COMPARE(QApplication::activeWindow(), &open.window);
  }

  void closingTheWindowEndsIt() {
    Presented open;
    open.window.close();
    QTRY_VERIFY(!open.window.panelWindows().presenting().presentation());
  }

  void aProcessIsPlayed() {
    OpenWindow open({1280, 800}, u"4.6"_s);
    const QString process = u"linear_algebra.eigen"_s;
    panel::Session& session = *open.services.desk.session(process);
    QVERIFY(session.isProcess());
    open.window.panelWindows().present(process);
    QVERIFY(QTest::qWaitForWindowActive(open.window.panelWindows().presenting().presentation()));
    OpenWindow::press(Qt::Key_P);
    QVERIFY(session.isPlaying());
    OpenWindow::press(Qt::Key_P);
    QVERIFY(!session.isPlaying());
  }

  void theOtherScreenIsTakenWhereThereIsOne() {
    QCOMPARE(window::screenToPresentOn(1, 0), std::optional(0));
    QCOMPARE(window::screenToPresentOn(2, 0), std::optional(1));
    QCOMPARE(window::screenToPresentOn(2, 1), std::optional(0));
    QVERIFY(!window::screenToPresentOn(3, 1));
  }
};

QTEST_MAIN(PanelsArePresented)
#include "panels_are_presented.moc"
