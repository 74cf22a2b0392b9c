#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "views/controls/choice_control.h"
#include "views/controls/controls_panel.h"
#include "views/controls/playback_bar.h"
#include "views/controls/preset_bar.h"
#include "views/controls/seed_control.h"
#include "views/typesetting/typesetter.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::controls;

class SeedsAndSpeeds : public QObject {
  Q_OBJECT

  const panel::PanelPointer panel_ = tests::drawnPanel();
  typesetting::Typesetter typesetter_;
  std::unique_ptr<QUndoStack> undoStack_;
  std::unique_ptr<panel::Session> session_;
  std::unique_ptr<ControlsPanel> controls_;

  SeedControl& chip() { return *controls_->findChild<SeedControl*>(); }
  ScrubNumber& number() { return *chip().findChild<ScrubNumber*>(); }
  Button& button(const QString& name) {
    for (Button* button : chip().findChildren<Button*>())
      if (button->accessibleName() == name)
        return *button;
    qFatal("no button %s", qPrintable(name));
  }
  double seed() { return session_->number(u"seed"_s); }
  static QLineEdit* editor(const QWidget& widget) { return widget.findChild<QLineEdit*>(); }

 private slots:
  void init() {
    undoStack_ = std::make_unique<QUndoStack>();
    session_ = std::make_unique<panel::Session>(*panel_, *undoStack_);
    controls_ = std::make_unique<ControlsPanel>(*session_, typesetter_, render::themeNamed(u"light"_s), 226);
    connect(session_.get(), &panel::Session::changed, controls_.get(), &ControlsPanel::refresh);
    controls_->resize(234, controls_->sizeHint().height());
    QVERIFY(tests::showActive(*controls_));
  }

  void cleanup() {
    controls_.reset();
    session_.reset();
  }

  void theChipFitsAndEverythingHasAName() {
    QVERIFY(chip().width() >= chip().minimumSizeHint().width());
    int reached = 0;
    for (const QWidget* part : chip().findChildren<QWidget*>()) {
      QVERIFY(chip().rect().contains(part->geometry()));
      if (!(part->focusPolicy() & Qt::TabFocus))
        continue;
      ++reached;
      QVERIFY(!part->accessibleName().isEmpty());
      QVERIFY(!part->toolTip().isEmpty());
    }
    QCOMPARE(reached, 4); // the number, new, copy, lock
  }

  void aSeedIsTyped() {
    QTest::mouseClick(&number(), Qt::LeftButton);
    QTest::keyClicks(editor(number()), u"4711"_s);
    QTest::keyClick(editor(number()), Qt::Key_Return);
    QCOMPARE(seed(), 4711.0);
    number().setFocus();
    QTest::keyClick(&number(), Qt::Key_Up); // the next one
    QCOMPARE(seed(), 4712.0);
    QTest::keyClick(&number(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(seed(), 4711.0);
    QTest::keyClick(&number(), Qt::Key_5);
    QTest::keyClicks(editor(number()), u"0000000"_s);
    QTest::keyClick(editor(number()), Qt::Key_Return);
    QVERIFY(number().isTyping()); // seven digits: told, and not taken
    QCOMPARE(seed(), 4711.0);
    QTest::keyClick(editor(number()), Qt::Key_Escape);
  }

  void aNewOneByMouseAndKey() {
    QTest::mouseClick(&button(u"New seed"_s), Qt::LeftButton);
    const double first = seed();
    QVERIFY(first != 7);
    button(u"New seed"_s).setFocus();
    QTest::keyClick(&button(u"New seed"_s), Qt::Key_Space);
    QVERIFY(seed() != first);
    undoStack_->undo();
    undoStack_->undo();
    QCOMPARE(seed(), 7.0);
  }

  void itIsCopied() {
    QSignalSpy noted(session_.get(), &panel::Session::noted);
    session_->set(u"seed"_s, 123456.0);
    QTest::mouseClick(&button(u"Copy the seed"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"123456"_s);
    QCOMPARE(noted.at(0).at(0).toString(), u"Copied: seed 123456"_s);
  }

  void theLockHolds() {
    Button& lock = button(u"Lock the seed"_s);
    QTest::mouseClick(&lock, Qt::LeftButton);
    QVERIFY(lock.isChecked());
    QVERIFY(!button(u"New seed"_s).isEnabled());
    QTest::mouseClick(&number(), Qt::LeftButton);
    QVERIFY(!number().isTyping());
    session_->apply({{u"preset"_s, u"eleven"_s}});
    QCOMPARE(seed(), 7.0);
    lock.setFocus();
    QTest::keyClick(&lock, Qt::Key_Space);
    QVERIFY(!lock.isChecked());
    QVERIFY(button(u"New seed"_s).isEnabled());
    session_->apply({{u"preset"_s, u"eleven"_s}});
    QCOMPARE(seed(), 11.0);
  }

  void aPresetIsMarkedWhateverTheSeed() {
    PresetBar bar(render::themeNamed(u"light"_s));
    bar.setSession(session_.get());
    const auto isMarked = [&](const QString& name) {
      bar.refresh();
      for (const Button* button : bar.findChildren<Button*>())
        if (button->accessibleName() == name)
          return button->isChecked();
      return false;
    };
    session_->apply({{u"preset"_s, u"large"_s}});
    session_->set(u"seed"_s, 99.0);
    QVERIFY(isMarked(u"Try: Large"_s));
    session_->apply({{u"preset"_s, u"eleven"_s}});
    QVERIFY(isMarked(u"Try: Eleven"_s));
    session_->set(u"seed"_s, 12.0); // this one names its seed
    QVERIFY(!isMarked(u"Try: Eleven"_s));
  }

  void precisionsSayTheirDigits() {
    auto* choice = controls_->findChild<ChoiceControl*>();
    QVERIFY(choice->isSegmented());
    const auto segments = choice->findChildren<QAbstractButton*>();
    QCOMPARE(segments.size(), 4);
    QVERIFY(segments.at(2)->toolTip().contains(u"3 digits"_s));
    QTest::mouseClick(segments.at(3), Qt::LeftButton);
    QCOMPARE(session_->number(u"format"_s), 3.0);
  }

  void theSpeedIsSteppedTypedAndChosen() {
    PlaybackBar bar(render::themeNamed(u"light"_s));
    bar.setSession(session_.get());
    bar.resize(520, 32);
    QVERIFY(tests::showActive(bar));
    auto* speed = bar.findChild<SpeedButton*>();
    QVERIFY(speed->isVisible());
    const auto present = [&] { return session_->manner().speed; };
    speed->setFocus();
    QTest::keyClick(speed, Qt::Key_Up);
    QCOMPARE(present(), 2.0);
    QCOMPARE(speed->accessibleName(), u"Speed 2\u00d7"_s);
    for (int i = 0; i < 5; ++i)
      QTest::keyClick(speed, Qt::Key_Up);
    QCOMPARE(present(), 10.0);
    for (int i = 0; i < 9; ++i)
      QTest::keyClick(speed, Qt::Key_Down);
    QCOMPARE(present(), 0.1);
    QTest::keyClick(speed, Qt::Key_3);
    QVERIFY(speed->isTyping());
    QTest::keyClicks(editor(*speed), u".5"_s);
    QTest::keyClick(editor(*speed), Qt::Key_Return);
    QCOMPARE(present(), 3.5);
    QVERIFY(speed->hasFocus());
    QTest::keyClick(speed, Qt::Key_Up); // from between to the next usual one
    QCOMPARE(present(), 5.0);
    QTest::keyClick(speed, Qt::Key_7);
    bar.findChild<StepTrack*>()->setFocus(); // what is typed is taken when the focus leaves
    QCOMPARE(present(), 7.0);
    QTest::qWait(10); // the field that was typed in is gone then
    QSignalSpy rejected(session_.get(), &panel::Session::rejected);
    speed->setFocus();
    QTest::keyClick(speed, Qt::Key_9);
    QTest::keyClicks(editor(*speed), u"9"_s);
    QTest::keyClick(editor(*speed), Qt::Key_Tab);
    QCOMPARE(present(), 7.0);
    QCOMPARE(rejected.at(0).at(0).toString(), u"'99' is out of range; the speed is between 0.1 and 10"_s);
    QTest::mouseClick(speed, Qt::LeftButton);
    auto* menu = speed->findChild<QMenu*>();
    QTRY_VERIFY(menu->isVisible());
    for (QAction* action : menu->actions())
      if (action->data().toDouble() == 0.5)
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QCOMPARE(present(), 0.5);
    QVERIFY(!undoStack_->canUndo());
  }
};

QTEST_MAIN(SeedsAndSpeeds)
#include "seeds_and_speeds_are_set_by_hand.moc"
