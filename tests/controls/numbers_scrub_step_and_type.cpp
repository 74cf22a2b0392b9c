#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "views/controls/group_control.h"
#include "views/controls/slider_control.h"

#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::controls;

class NumbersScrub : public QObject {
  Q_OBJECT

  const panel::PanelPointer panel_ = tests::samplePanel();
  typesetting::Typesetter typesetter_;
  std::unique_ptr<QUndoStack> undoStack_;
  std::unique_ptr<panel::Session> session_;
  std::unique_ptr<QWidget> window_;

  ScrubNumber* scrub(const QString& key) {
    auto* number = new ScrubNumber(*session_, panel::parameterIndex(panel_->description(), key),
                                   render::themeNamed(u"light"_s), window_.get());
    window_->layout()->addWidget(number);
    connect(session_.get(), &panel::Session::changed, number, &ScrubNumber::refresh);
    QTest::qWait(20);
    return number;
  }
  static void drag(QWidget& widget, int distance, Qt::KeyboardModifiers modifiers = {}) {
    const QPoint start = widget.rect().center();
    QTest::mousePress(&widget, Qt::LeftButton, modifiers, start);
    for (int i = 1; i <= 10; ++i) {
      const QPoint here = start + QPoint(distance * i / 10, 0);
      QMouseEvent move(QEvent::MouseMove, here, widget.mapToGlobal(here), Qt::NoButton, Qt::LeftButton,
                       modifiers);
      QApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, start + QPoint(distance, 0));
  }
  QLineEdit* editor(const ScrubNumber& number) { return number.findChild<QLineEdit*>(); }

 private slots:
  void init() {
    undoStack_ = std::make_unique<QUndoStack>();
    session_ = std::make_unique<panel::Session>(*panel_, *undoStack_);
    window_ = std::make_unique<QWidget>();
    new QVBoxLayout(window_.get());
    QVERIFY(tests::showActive(*window_));
  }

  void cleanup() {
    window_.reset();
    session_.reset();
  }

  void dragsInSteps() {
    ScrubNumber* b = scrub(u"b"_s);
    drag(*b, 40);
    QCOMPARE(session_->number(u"b"_s), 1.5); // 20 steps of 0.05 from 0.5
    QCOMPARE(undoStack_->count(), 1);
    QVERIFY(!b->isTyping());
    drag(*b, -40);
    QCOMPARE(undoStack_->count(), 2);
    undoStack_->undo();
    QCOMPARE(session_->number(u"b"_s), 1.5);
  }

  void modifiersChangeThePace() {
    ScrubNumber* b = scrub(u"b"_s);
    drag(*b, 8, Qt::ShiftModifier);
    QCOMPARE(session_->number(u"b"_s), 2.5); // 4 steps of 0.5
    drag(*b, 40, Qt::AltModifier);
    QCOMPARE(session_->number(u"b"_s), 2.6); // 20 steps of 0.005
    drag(*b, 4000);
    QCOMPARE(session_->number(u"b"_s), 4.0);
  }

  void aPressThatTremblesIsAClick() {
    ScrubNumber* b = scrub(u"b"_s);
    drag(*b, 2);
    QVERIFY(b->isTyping());
    QCOMPARE(session_->number(u"b"_s), 0.5);
    QCOMPARE(undoStack_->count(), 0);
  }

  void typedNumbersAreTakenOnEnter() {
    ScrubNumber* b = scrub(u"b"_s);
    QTest::mouseClick(b, Qt::LeftButton);
    QVERIFY(editor(*b));
    QCOMPARE(editor(*b)->text(), u"0.5"_s);
    QTest::keyClicks(editor(*b), u"-1/3"_s);
    QTest::keyClick(editor(*b), Qt::Key_Return);
    QCOMPARE(session_->number(u"b"_s), -1.0 / 3.0);
    QVERIFY(!b->isTyping());
    QVERIFY(b->hasFocus());
    QCOMPARE(undoStack_->count(), 1);
  }

  void typedNumbersAreTakenWhenTheFocusLeaves() {
    ScrubNumber* b = scrub(u"b"_s);
    ScrubNumber* a = scrub(u"a"_s);
    QTest::mouseClick(b, Qt::LeftButton);
    QTest::keyClicks(editor(*b), u"2"_s);
    a->setFocus();
    QCOMPARE(session_->number(u"b"_s), 2.0);
    QVERIFY(!b->isTyping());
  }

  void nonsenseTellsTheReasonAndKeepsTheNumber() {
    ScrubNumber* b = scrub(u"b"_s);
    ScrubNumber* a = scrub(u"a"_s);
    QSignalSpy rejected(session_.get(), &panel::Session::rejected);
    QTest::mouseClick(b, Qt::LeftButton);
    QTest::keyClicks(editor(*b), u"9"_s);
    QTest::keyClick(editor(*b), Qt::Key_Return);
    QCOMPARE(rejected.count(), 1);
    QCOMPARE(rejected.at(0).at(0).toString(), u"'9' is out of range; b is between -4 and 4"_s);
    QVERIFY(b->isTyping());
    QVERIFY(editor(*b)->property("refused").toBool());
    QCOMPARE(session_->number(u"b"_s), 0.5);
    a->setFocus();
    QVERIFY(!b->isTyping());
    QCOMPARE(rejected.count(), 2);
    QCOMPARE(session_->number(u"b"_s), 0.5);
  }

  void escapeKeepsTheNumber() {
    ScrubNumber* b = scrub(u"b"_s);
    b->setFocus();
    QTest::keyClick(b, Qt::Key_3);
    QVERIFY(b->isTyping());
    QCOMPARE(editor(*b)->text(), u"3"_s);
    QTest::keyClick(editor(*b), Qt::Key_Escape);
    QVERIFY(!b->isTyping());
    QVERIFY(b->hasFocus());
    QCOMPARE(session_->number(u"b"_s), 0.5);
  }

  void digitsBeginTyping() {
    ScrubNumber* b = scrub(u"b"_s);
    b->setFocus();
    QTest::keyClick(b, Qt::Key_Minus);
    QTest::keyClicks(editor(*b), u"2.25"_s);
    QTest::keyClick(editor(*b), Qt::Key_Enter);
    QCOMPARE(session_->number(u"b"_s), -2.25);
  }

  void arrowKeysStep() {
    ScrubNumber* b = scrub(u"b"_s);
    b->setFocus();
    QTest::keyClick(b, Qt::Key_Up);
    QCOMPARE(session_->number(u"b"_s), 0.55);
    QTest::keyClick(b, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(session_->number(u"b"_s), 1.05);
    QTest::keyClick(b, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(session_->number(u"b"_s), 1.045);
    QTest::keyClick(b, Qt::Key_PageDown);
    QCOMPARE(session_->number(u"b"_s), 0.545);
    QCOMPARE(undoStack_->count(), 1); // one after another in a moment
    QTest::keyClick(b, Qt::Key_Delete);
    QCOMPARE(session_->number(u"b"_s), 0.5);
  }

  void wholeNumbersStepByWholes() {
    ScrubNumber* copies = scrub(u"copies"_s);
    copies->setFocus();
    QTest::keyClick(copies, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(session_->number(u"copies"_s), 2.0);
    drag(*copies, 24);
    QCOMPARE(session_->number(u"copies"_s), 6.0);
  }

  void logarithmicNumbersMultiply() {
    ScrubNumber* reach = scrub(u"reach"_s);
    reach->setFocus();
    for (int i = 0; i < 10; ++i)
      QTest::keyClick(reach, Qt::Key_Up);
    QVERIFY(std::abs(session_->number(u"reach"_s) / 1e4 - 1) <
            0.01); // ten times a tenth of a power of ten, rounded
  }

  void doubleClickResets() {
    ScrubNumber* b = scrub(u"b"_s);
    session_->set(u"b"_s, 3.0);
    QTest::mouseDClick(b, Qt::LeftButton);
    QCOMPARE(session_->number(u"b"_s), 0.5);
    QVERIFY(!b->isTyping());
    // As a window system sends it: the first click has opened the editor, and the second falls on that.
    session_->set(u"b"_s, 3.0);
    QTest::mouseClick(b, Qt::LeftButton);
    QVERIFY(b->isTyping());
    QTest::mouseDClick(editor(*b), Qt::LeftButton);
    QCOMPARE(session_->number(u"b"_s), 0.5);
    QVERIFY(!b->isTyping());
  }

  void theWheelTurnsOnlyWhatHasTheFocus() {
    ScrubNumber* b = scrub(u"b"_s);
    const auto turn = [b] {
      QWheelEvent wheel(b->rect().center(), b->mapToGlobal(b->rect().center()), {}, {0, 120}, Qt::NoButton,
                        {}, Qt::NoScrollPhase, false);
      QApplication::sendEvent(b, &wheel);
    };
    b->clearFocus();
    turn();
    QCOMPARE(session_->number(u"b"_s), 0.5);
    b->setFocus();
    turn();
    QCOMPARE(session_->number(u"b"_s), 0.55);
  }

  void aNumberHiddenInADragEndsItsGesture() {
    ScrubNumber* b = scrub(u"b"_s);
    QTest::mousePress(b, Qt::LeftButton);
    QMouseEvent move(QEvent::MouseMove, QPoint(60, 5), b->mapToGlobal(QPoint(60, 5)), Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(b, &move);
    QVERIFY(session_->isInGesture());
    delete b;
    QVERIFY(!session_->isInGesture());
    QCOMPARE(undoStack_->count(), 1);
  }

  void sidewaysInASlider() {
    auto* slider = new TrackSlider(*session_, panel::parameterIndex(panel_->description(), u"gain"_s),
                                   render::themeNamed(u"dark"_s), window_.get());
    window_->layout()->addWidget(slider);
    slider->setFixedWidth(214); // 200 pixels of track for a range of 10
    QTest::qWait(20);
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(107, 10));
    QCOMPARE(session_->number(u"gain"_s), 5.0);
    QMouseEvent move(QEvent::MouseMove, QPoint(1000, 10), slider->mapToGlobal(QPoint(1000, 10)), Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(slider, &move);
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(1000, 10));
    QCOMPARE(session_->number(u"gain"_s), 10.0);
    QCOMPARE(undoStack_->count(), 1);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(session_->number(u"gain"_s), 0.0);
    QTest::keyClick(slider, Qt::Key_Up);
    QTest::keyClick(slider, Qt::Key_Up, Qt::ShiftModifier);
    QTest::keyClick(slider, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(session_->number(u"gain"_s), 1.11);
    QTest::mouseDClick(slider, Qt::LeftButton);
    QCOMPARE(session_->number(u"gain"_s), 1.0);
  }

  void tabGoesFromCellToCell() {
    auto* matrix = new GroupControl(*session_, panel_->description().groups.front(), typesetter_,
                                    render::themeNamed(u"light"_s), window_.get());
    window_->layout()->addWidget(matrix);
    QTest::qWait(20);
    QCOMPARE(matrix->cells().size(), 4u);
    QCOMPARE(matrix->cells()[1]->accessibleName(), u"Matrix A, row 1, column 2"_s);
    matrix->cells()[0]->setFocus();
    QTest::keyClick(window_.get(), Qt::Key_Tab);
    QVERIFY(matrix->cells()[1]->hasFocus());
    QTest::keyClick(matrix->cells()[1], Qt::Key_2);
    QTest::keyClick(editor(*matrix->cells()[1]), Qt::Key_Tab); // takes the number and goes on
    QCOMPARE(session_->number(u"b"_s), 2.0);
    QVERIFY(matrix->cells()[2]->hasFocus());
  }
};

QTEST_MAIN(NumbersScrub)
#include "numbers_scrub_step_and_type.moc"
