#include "app/stage/picture.h"
#include "app/stage/snap_button.h"
#include "app/stage/stage_widget.h"
#include "app/window/panel_windows.h"
#include "app/window/pop_out.h"
#include "app/window/presenting.h"
#include "app/window/screens.h"
#include "tests/support/open_menu.h"
#include "tests/window/window_fixture.h"
#include "views/controls/button.h"
#include "views/render/plane_widget.h"

#include <QtCore/QJsonArray>
#include <QtGui/QAction>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;
using namespace eigenboard;

namespace {

const QString transform = u"linear_algebra.transform"_s;
const QString eigen = u"linear_algebra.eigen"_s;

render::PlaneWidget& planeOf(stage::StageWidget& stage) {
  return *stage.picture().findChild<render::PlaneWidget*>();
}

controls::Button* buttonOf(stage::StageWidget& stage, const QString& name) {
  for (controls::Button* button : stage.findChildren<controls::Button*>())
    if (button->accessibleName() == name && button->isVisible())
      return button;
  return nullptr;
}

void dragFirstHandle(render::PlaneWidget& plane, QPointF by) {
  const QPointF at = plane.view().handles.at(0).position;
  const QPoint from = plane.toPixel(at).toPoint();
  const QPoint to = plane.toPixel(at + by).toPoint();
  QTest::mousePress(&plane, Qt::LeftButton, {}, from);
  QTest::mouseMove(&plane, (from + to) / 2);
  QTest::mouseMove(&plane, to);
  QTest::mouseRelease(&plane, Qt::LeftButton, {}, to);
}

window::PopOut& popOutByButton(OpenWindow& open) {
  controls::Button* button = buttonOf(open.window.stage(), u"In a window of its own"_s);
  QTest::mouseClick(button, Qt::LeftButton);
  window::PopOut& made = *open.window.panelWindows().popOuts().back();
  if (!QTest::qWaitForWindowActive(&made))
    qFatal("the window of the panel did not come up");
  return made;
}

} // namespace

/// A panel in a window of its own is live on the same state as the stage, and comes back at the next start.
class PanelsHaveWindowsOfTheirOwn : public QObject {
  Q_OBJECT

 private slots:
  void aDragThereIsSeenHere() {
    OpenWindow open;
    window::PopOut& out = popOutByButton(open);
    QCOMPARE(out.panel(), open.window.stage().currentPanel());
    QVERIFY(out.windowTitle().contains(open.services.desk.session(transform)->description().identity.title));
    const QPointF before = planeOf(open.window.stage()).view().handles.at(0).position;
    dragFirstHandle(planeOf(out.stage()), {0.6, 0.2});
    QTRY_VERIFY(std::abs(planeOf(open.window.stage()).view().handles.at(0).position.x() - before.x() - 0.6) <
                0.05);
    QCOMPARE(planeOf(out.stage()).view().handles.at(0).position,
             planeOf(open.window.stage()).view().handles.at(0).position);
    // Undo by the keys of its own window.
    OpenWindow::press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(planeOf(open.window.stage()).view().handles.at(0).position, before);
    QCOMPARE(planeOf(out.stage()).view().handles.at(0).position, before);
    // And the other way round.
    dragFirstHandle(planeOf(open.window.stage()), {-0.4, 0});
    QTRY_COMPARE(planeOf(out.stage()).view().handles.at(0).position,
                 planeOf(open.window.stage()).view().handles.at(0).position);
  }

  void severalAtOnceAndEachOnce() {
    OpenWindow open;
    open.reader().setFocus();
    OpenWindow::press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    open.window.panelWindows().popOut(eigen);
    QCOMPARE(open.window.panelWindows().popOuts().size(), std::size_t(2));
    open.window.panelWindows().popOut(transform); // comes to the front
    open.window.panelWindows().popOut(u"no.such_panel"_s);
    QCOMPARE(open.window.panelWindows().popOuts().size(), std::size_t(2));
    QCOMPARE(open.window.stage().currentPanel(), transform); // the stage has it still
  }

  void closingOneLosesNothing() {
    OpenWindow open;
    window::PopOut& out = popOutByButton(open);
    dragFirstHandle(planeOf(out.stage()), {0.6, 0.2});
    const auto values = open.services.desk.session(transform)->state().values;
    QPointer<window::PopOut> gone = &out;
    OpenWindow::press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!gone);
    QVERIFY(open.window.panelWindows().popOuts().empty());
    QCOMPARE(open.services.desk.session(transform)->state().values, values);
    dragFirstHandle(planeOf(open.window.stage()), {0.2, 0});
    QVERIFY(open.services.desk.session(transform)->state().values != values);
  }

  void themeAndSnappingGoEverywhere() {
    OpenWindow open;
    window::PopOut& out = popOutByButton(open);
    open.window.actionNamed(u"theme.dark"_s)->trigger();
    QCOMPARE(out.theme().key, u"dark"_s);
    QCOMPARE(out.stage().theme().key, u"dark"_s);
    // By the button near the picture of the pop-out.
    controls::Button* snap = buttonOf(out.stage(), u"Snap: off"_s);
    QVERIFY(snap);
    tests::withMenu([](QMenu& menu) { tests::choose(menu, u"Handles snap to the grid"_s); });
    QTest::mouseClick(snap, Qt::LeftButton);
    QTRY_COMPARE(open.window.panelWindows().snapping(), render::Snapping::Grid);
    QVERIFY(buttonOf(open.window.stage(), u"Snap: grid"_s));
    QVERIFY(open.window.actionNamed(u"snapping.grid"_s)->isChecked());
    render::PlaneWidget& plane = planeOf(open.window.stage());
    dragFirstHandle(plane, {0.433, 0.219});
    const double dragged = plane.view().handles.at(0).position.x();
    // An arrow key goes one step of the grid from there, in the pop-out and on the stage.
    render::PlaneWidget& other = planeOf(out.stage());
    out.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&out));
    other.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&other, Qt::Key_Right);
    QTRY_VERIFY(plane.view().handles.at(0).position.x() > dragged);
    const double step = plane.view().handles.at(0).position.x() - dragged;
    plane.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&plane, Qt::Key_Left);
    QTRY_COMPARE(plane.view().handles.at(0).position.x(), dragged);
    QVERIFY(std::abs(std::remainder(dragged, step)) < 1e-9); // the drag had come to rest on that grid
    open.window.actionNamed(u"snapping.nice"_s)->trigger();
    QVERIFY(buttonOf(out.stage(), u"Snap: nice"_s));
  }

  void itComesBackAtTheNextStart() {
    QJsonObject saved;
    {
      OpenWindow open;
      window::PopOut& out = popOutByButton(open);
      out.setGeometry(120, 90, 700, 640);
      QTest::qWait(100);
      open.window.actionNamed(u"snapping.grid"_s)->trigger();
      open.window.close();
      saved = open.window.toJson(); // also what is asked for once more after the window went
    }
    OpenWindow open(saved);
    QCOMPARE(open.window.panelWindows().popOuts().size(), std::size_t(1));
    window::PopOut& out = *open.window.panelWindows().popOuts().front();
    QVERIFY(out.isVisible());
    QCOMPARE(out.size(), QSize(700, 640));
    QVERIFY((out.pos() - QPoint(120, 90)).manhattanLength() < 80); // a frame
    QCOMPARE(open.window.panelWindows().snapping(), render::Snapping::Grid);
    QVERIFY(open.window.actionNamed(u"snapping.grid"_s)->isChecked());
    QVERIFY(buttonOf(open.window.stage(), u"Snap: grid"_s));
    QVERIFY(buttonOf(out.stage(), u"Snap: grid"_s));
    QCOMPARE(QApplication::activeWindow(), &open.window); // the book has the keyboard
  }

  void hostileSessionsAreSurvived() {
    const QRect screen = window::availableScreens().front();
    QJsonArray windows{QJsonObject{{u"panel"_s, transform},
                                   {u"left"_s, 1e8},
                                   {u"top"_s, -1e8},
                                   {u"width"_s, 1e8},
                                   {u"height"_s, 1e8}},
                       QJsonObject{{u"panel"_s, u"none.such"_s}, {u"width"_s, 100}, {u"height"_s, 100}},
                       QJsonObject{{u"panel"_s, 7}, {u"width"_s, u"wide"_s}},
                       QJsonObject{{u"panel"_s, eigen}, {u"width"_s, 1e300}, {u"height"_s, 9e9}},
                       3,
                       u"x"_s};
    for (int i = 0; i < 1000; ++i)
      windows.append(windows.first());
    OpenWindow open;
    open.window.panelWindows().fromJson({{u"snapping"_s, 12}, {u"windows"_s, windows}});
    QCOMPARE(open.window.panelWindows().popOuts().size(), std::size_t(1));
    QVERIFY(screen.contains(open.window.panelWindows().popOuts().front()->geometry()));
    QCOMPARE(open.window.panelWindows().snapping(), render::Snapping::Off);
  }

  void windowsFitTheScreensThereAre() {
    using window::firstSize;
    using window::fittedToScreens;
    QCOMPARE(firstSize({1920, 1080}), QSize(1689, 950));
    QCOMPARE(firstSize({1600, 1000}), QSize(1408, 880));
    QCOMPARE(firstSize({3840, 2160}), QSize(1840, 1160));
    QCOMPARE(firstSize({1024, 768}), QSize(1008, 720)); // with the frame, all of it
    QVERIFY(!firstSize({0, 0}).isEmpty());
    const QList<QRect> two{{0, 0, 1920, 1080}, {1920, 0, 1280, 1024}};
    const QRect seen(100, 100, 800, 600);
    QCOMPARE(fittedToScreens(seen, two), seen);
    QCOMPARE(fittedToScreens({3000, 300, 800, 600}, two),
             QRect(2400, 300, 800, 600));                            // on its own screen, whole
    const QRect back = fittedToScreens({5000, 5000, 800, 600}, two); // of a screen that has gone
    QVERIFY(two.front().contains(back));
    QCOMPARE(back.size(), QSize(800, 600));
    QVERIFY(two.front().contains(fittedToScreens({-50, -50, 5000, 5000}, two)));
    QCOMPARE(fittedToScreens(seen, {}), seen);
  }

  /// What plays goes on as long as anybody sees it.
  void whatPlaysThereGoesOn() {
    OpenWindow open;
    QVERIFY(open.window.stage().showPanel(eigen));
    panel::Session& session = *open.services.desk.session(eigen);
    window::PopOut& out = popOutByButton(open);
    QTest::keyClick(&out.stage(), Qt::Key_Space);
    QVERIFY(session.isPlaying());
    QVERIFY(open.window.stage().showPanel(transform));
    QVERIFY(session.isPlaying());
    const int before = session.step();
    QTRY_VERIFY(session.step() > before);
    QVERIFY(open.window.stage().showPanel(eigen));
    QVERIFY(open.window.stage().showPanel(transform));
    QVERIFY(session.isPlaying());
    QTest::keyClick(&out, Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!session.isPlaying()); // the last one that saw it is gone
    // And without such a window, as the stage turns to another panel.
    QVERIFY(open.window.stage().showPanel(eigen));
    session.play();
    QVERIFY(session.isPlaying());
    QVERIFY(open.window.stage().showPanel(transform));
    QVERIFY(!session.isPlaying());
  }

  void showMeCanBeStopped() {
    OpenWindow open;
    panel::Session& session = *open.services.desk.session(transform);
    controls::Button* button = buttonOf(open.window.stage(), u"Show me"_s);
    QVERIFY(button);
    const QRect place = button->geometry();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(session.isAnimating());
    QCOMPARE(button->text(), u"Stop"_s);
    QTest::qWait(300);
    QCOMPARE(button->geometry(), place); // nothing beside it moves
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!session.isAnimating());
    QCOMPARE(button->text(), u"Show me"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!session.isAnimating(), 20000);
    QTRY_COMPARE(button->text(), u"Show me"_s); // by itself when it is over
  }
};

QTEST_MAIN(PanelsHaveWindowsOfTheirOwn)
#include "panels_have_windows_of_their_own.moc"
