#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "views/controls/playback_bar.h"
#include "views/controls/preset_bar.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::controls;

class PlaybackAndPresets : public QObject {
  Q_OBJECT

  const panel::PanelPointer panel_ = tests::samplePanel();
  const render::Theme theme_ = render::themeNamed(u"dark"_s);
  std::unique_ptr<QUndoStack> undoStack_;
  std::unique_ptr<panel::Session> session_;

  template <typename Bar>
  void prepare(Bar& bar, int width) {
    bar.setSession(session_.get());
    connect(session_.get(), &panel::Session::evaluated, &bar, &Bar::refresh);
    bar.resize(width, 32);
    QVERIFY(tests::showActive(bar));
  }
  static Button* named(const QWidget& bar, const QString& name) {
    for (Button* button : bar.findChildren<Button*>())
      if (button->accessibleName() == name)
        return button;
    return nullptr;
  }

 private slots:
  void init() {
    undoStack_ = std::make_unique<QUndoStack>();
    session_ = std::make_unique<panel::Session>(*panel_, *undoStack_);
    session_->setReducedMotion(true);
  }

  void stepsAndWinds() {
    PlaybackBar bar(theme_);
    prepare(bar, 420);
    Button* forward = named(bar, u"Multiply by A once"_s);
    Button* back = named(bar, u"One step back"_s);
    Button* start = named(bar, u"Back to the start"_s);
    QVERIFY(forward && back && start);
    QTest::mouseClick(forward, Qt::LeftButton);
    QTest::mouseClick(forward, Qt::LeftButton);
    forward->setFocus();
    QTest::keyClick(forward, Qt::Key_Space);
    QCOMPARE(session_->step(), 3);
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(session_->step(), 2);
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(session_->step(), 0);
    auto* track = bar.findChild<StepTrack*>();
    QTRY_COMPARE(track->reach(), 20);
    QTest::mouseClick(track, Qt::LeftButton, {}, QPoint(track->width() - 1, 10));
    QCOMPARE(session_->step(), 20);
    track->setFocus();
    QTest::keyClick(track, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(session_->step(), 30);
    QTRY_COMPARE(track->reach(), 50);
    QTest::keyClick(track, Qt::Key_Home);
    QCOMPARE(session_->step(), 0);
    QTest::keyClick(track, Qt::Key_End);
    QCOMPARE(session_->step(), 30);
  }

  void playsAndPauses() {
    PlaybackBar bar(theme_);
    prepare(bar, 420);
    Button* play = named(bar, u"Play or pause (Space)"_s);
    QTest::mouseClick(play, Qt::LeftButton);
    QVERIFY(session_->isPlaying());
    QTRY_VERIFY(session_->step() >= 2);
    QTest::mouseClick(play, Qt::LeftButton);
    QVERIFY(!session_->isPlaying());
    QTest::mouseClick(play, Qt::LeftButton);
    QTest::mouseClick(named(bar, u"One step back"_s), Qt::LeftButton);
    QVERIFY(!session_->isPlaying());
  }

  void presetsAreChosenAndMarked() {
    PresetBar bar(theme_);
    prepare(bar, 600);
    QSignalSpy noticed(&bar, &PresetBar::noticed);
    Button* identity = named(bar, u"Try: Identity"_s);
    QVERIFY(identity && identity->isVisible() && !identity->isChecked());
    QTest::mouseClick(identity, Qt::LeftButton);
    QCOMPARE(session_->number(u"b"_s), 0.0);
    QCOMPARE(noticed.at(0).at(0).toString(), u"Nothing moves: v and Av are one arrow."_s);
    QVERIFY(identity->isChecked());
    session_->set(u"b"_s, 0.25);
    QTRY_VERIFY(!identity->isChecked());
    undoStack_->undo();
    QTRY_VERIFY(identity->isChecked());
    QTest::mouseClick(identity, Qt::LeftButton); // again: it stays marked
    QVERIFY(identity->isChecked());
  }

  void whatDoesNotFitIsInTheMenu() {
    PresetBar bar(theme_);
    prepare(bar, 200);
    Button* more = named(bar, u"More"_s);
    QVERIFY(more->isVisible());
    QVERIFY(!named(bar, u"Try: Flat"_s)->isVisible());
    auto* menu = bar.findChild<QMenu*>();
    QVERIFY(!menu->actions().isEmpty());
    QCOMPARE(menu->actions().constLast()->text(), u"Flat"_s);
    menu->actions().constLast()->trigger();
    QCOMPARE(session_->number(u"a"_s), 2.0);
    for (const Button* button : bar.findChildren<Button*>())
      QVERIFY(!button->isVisible() || button->geometry().right() < bar.width());
    bar.resize(700, 32);
    QTRY_VERIFY(named(bar, u"Try: Flat"_s)->isVisible());
    QVERIFY(!more->isVisible());
  }
};

QTEST_MAIN(PlaybackAndPresets)
#include "playback_and_presets_drive_the_session.moc"
