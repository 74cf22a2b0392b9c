#include "tests/render/test_scenes.h"
#include "views/render/plane_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

#include <cmath>

using namespace eigenboard;
using scene::Assignments;

/// Real mouse and key events move handles, pan, zoom and reset; the host is told what to set.
class PlaneMovesByMouseAndKeys : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void cleanup();
  void dragMovesAHandle();
  void dragGoesOnOutside();
  void theNearestHandleIsTaken();
  void modifiersMakeItCoarseAndFine();
  void snappingRounds();
  void arrowKeysMoveTheFocusedHandle();
  void theViewFollowsAHandleMovedByKey();
  void tabGoesThroughTheHandlesAndOut();
  void emptySpacePans();
  void wheelZoomsAboutThePointer();
  void panAndZoomSurviveNewScenes();
  void cursorsTellWhatCanBeHeld();
  void isDescribedInWords();
  void hoverTellsNameAndValues();
  void hidingEndsTheGesture();
  void clicksAndKeysEdit();

 private:
  /// The offscreen platform sends no moves without a button.
  void hover(QPoint at) {
    QMouseEvent event(QEvent::MouseMove, at, plane_->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QApplication::sendEvent(plane_, &event);
  }
  QPoint pixel(QPointF point) const { return plane_->toPixel(point).toPoint(); }
  QPointF last() const {
    const auto assignments = dragged_->last().front().value<Assignments>();
    return {assignments.at(0).second, assignments.at(1).second};
  }
  QString lastKey() const { return dragged_->last().front().value<Assignments>().at(0).first; }

  typesetting::Typesetter typesetter_;
  std::unique_ptr<QWidget> window_;
  QPushButton* before_ = nullptr;
  render::PlaneWidget* plane_ = nullptr;
  QPushButton* after_ = nullptr;
  std::unique_ptr<QSignalSpy> dragged_;
  std::unique_ptr<QSignalSpy> began_;
  std::unique_ptr<QSignalSpy> ended_;
};

namespace {

bool isNear(QPointF one, QPointF other, double tolerance) {
  return std::abs(one.x() - other.x()) <= tolerance && std::abs(one.y() - other.y()) <= tolerance;
}

} // namespace

void PlaneMovesByMouseAndKeys::init() {
  window_ = std::make_unique<QWidget>();
  auto* row = new QHBoxLayout(window_.get());
  before_ = new QPushButton(QStringLiteral("before"));
  plane_ = new render::PlaneWidget(typesetter_, render::themeNamed({}));
  after_ = new QPushButton(QStringLiteral("after"));
  row->addWidget(before_);
  row->addWidget(plane_, 1);
  row->addWidget(after_);
  plane_->setView(tests::transformView({1.5, 0.3}, {0.5, 1.2}, {-1.5, 1}));
  window_->resize(900, 560);
  window_->show();
  window_->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(window_.get()));
  dragged_ = std::make_unique<QSignalSpy>(plane_, &render::PlaneWidget::dragged);
  began_ = std::make_unique<QSignalSpy>(plane_, &render::PlaneWidget::gestureBegan);
  ended_ = std::make_unique<QSignalSpy>(plane_, &render::PlaneWidget::gestureEnded);
}

void PlaneMovesByMouseAndKeys::cleanup() {
  dragged_.reset();
  began_.reset();
  ended_.reset();
  window_.reset();
}

void PlaneMovesByMouseAndKeys::dragMovesAHandle() {
  // Grabbed 5 px beside its centre, the handle keeps that distance.
  const QPoint grip = pixel({1.5, 0.3}) + QPoint(4, 3);
  QTest::mousePress(plane_, Qt::LeftButton, {}, grip);
  QCOMPARE(began_->count(), 1);
  QCOMPARE(began_->last().front().toString(), QStringLiteral("Tip of the first basis vector"));
  QCOMPARE(dragged_->count(), 0);
  const QPoint way = pixel({2, 1}) - pixel({1.5, 0.3});
  QTest::mouseMove(plane_, grip + way / 2);
  QTest::mouseMove(plane_, grip + way);
  QCOMPARE(dragged_->count(), 2);
  QCOMPARE(lastKey(), QStringLiteral("e1x"));
  QVERIFY(isNear(last(), {2, 1}, 0.02)); // a pixel is 0.015 units
  QCOMPARE(last().x(), std::round(last().x() * 100) / 100);
  QCOMPARE(ended_->count(), 0);
  QTest::mouseRelease(plane_, Qt::LeftButton, {}, grip + way);
  QCOMPARE(ended_->count(), 1);
  QTest::mouseMove(plane_, grip);
  QCOMPARE(dragged_->count(), 2);
}

void PlaneMovesByMouseAndKeys::dragGoesOnOutside() {
  QTest::mousePress(plane_, Qt::LeftButton, {}, pixel({1.5, 0.3}));
  const QPoint outside(-50, 200);
  QTest::mouseMove(plane_, outside);
  QCOMPARE(dragged_->count(), 1);
  QVERIFY(last().x() < plane_->toPoint({0, 0}).x());
  QTest::mouseRelease(plane_, Qt::LeftButton, {}, outside);
  QCOMPARE(ended_->count(), 1);
}

void PlaneMovesByMouseAndKeys::theNearestHandleIsTaken() {
  const QPointF first(1, 1);
  const QPointF second = plane_->toPoint(plane_->toPixel(first) + QPointF(16, 0));
  plane_->setView(tests::transformView(first, second, {-3, -3}));
  QTest::mouseClick(plane_, Qt::LeftButton, {}, pixel(first) + QPoint(6, 0));
  QCOMPARE(began_->last().front().toString(), QStringLiteral("Tip of the first basis vector"));
  QTest::mouseClick(plane_, Qt::LeftButton, {}, pixel(first) + QPoint(10, 0));
  QCOMPARE(began_->last().front().toString(), QStringLiteral("Tip of the second basis vector"));
  // Caught from 12 px away, not from 20.
  QTest::mouseClick(plane_, Qt::LeftButton, {}, pixel(first) - QPoint(12, 0));
  QCOMPARE(began_->count(), 3);
  QTest::mouseClick(plane_, Qt::LeftButton, {}, pixel(first) - QPoint(20, 0));
  QCOMPARE(began_->count(), 3);
}

void PlaneMovesByMouseAndKeys::modifiersMakeItCoarseAndFine() {
  const auto move = [this](QPoint by, Qt::KeyboardModifiers modifiers) {
    const QPoint grip = pixel({1.5, 0.3});
    QTest::mousePress(plane_, Qt::LeftButton, {}, grip);
    QMouseEvent event(QEvent::MouseMove, grip + by, plane_->mapToGlobal(grip + by), Qt::NoButton,
                      Qt::LeftButton, modifiers);
    QApplication::sendEvent(plane_, &event);
    QTest::mouseRelease(plane_, Qt::LeftButton, {}, grip + by);
    return last();
  };
  const double unit = plane_->toPixel({1, 0}).x() - plane_->toPixel({0, 0}).x();
  QCOMPARE(move({static_cast<int>(0.7 * unit), static_cast<int>(-0.6 * unit)}, Qt::ShiftModifier),
           QPointF(2, 1));
  const QPointF fine = move({static_cast<int>(unit), 0}, Qt::AltModifier);
  QVERIFY2(isNear(fine, {1.6, 0.3}, 0.003), qPrintable(QString::number(fine.x())));
}

void PlaneMovesByMouseAndKeys::snappingRounds() {
  plane_->setSnapping(render::Snapping::Nice);
  QTest::mousePress(plane_, Qt::LeftButton, {}, pixel({1.5, 0.3}));
  QTest::mouseMove(plane_, pixel({2, 1}) + QPoint(3, -3));
  QCOMPARE(last(), QPointF(2, 1));
  plane_->setSnapping(render::Snapping::Grid);
  QTest::mouseMove(plane_, pixel({2.33, 1.18}));
  QCOMPARE(last(), QPointF(2.3, 1.2));
  QTest::mouseRelease(plane_, Qt::LeftButton, {}, pixel({2, 1}));
}

void PlaneMovesByMouseAndKeys::arrowKeysMoveTheFocusedHandle() {
  plane_->setFocus(Qt::TabFocusReason);
  QTest::keyClick(plane_, Qt::Key_Right);
  QCOMPARE(last(), QPointF(1.6, 0.3));
  QTest::keyClick(plane_, Qt::Key_Down);
  QCOMPARE(last(), QPointF(1.5, 0.2));
  QTest::keyClick(plane_, Qt::Key_Left, Qt::ShiftModifier);
  QCOMPARE(last(), QPointF(0.5, 0.3));
  QTest::keyClick(plane_, Qt::Key_Up, Qt::AltModifier);
  QCOMPARE(last(), QPointF(1.5, 0.31));
  QCOMPARE(lastKey(), QStringLiteral("e1x"));
  QCOMPARE(began_->count(), 0);
  // Shortcuts of the host are left alone.
  QTest::keyClick(plane_, Qt::Key_Right, Qt::ControlModifier);
  QCOMPARE(dragged_->count(), 4);
}

void PlaneMovesByMouseAndKeys::theViewFollowsAHandleMovedByKey() {
  // As a host does it, a moment later; nothing beyond 30.
  connect(plane_, &render::PlaneWidget::dragged, this, [this](const Assignments& to) {
    const QPointF tip(std::min(to.at(0).second, 30.0), to.at(1).second);
    QMetaObject::invokeMethod(
        plane_,
        [this, tip] {
          plane_->setView(tests::transformView(tip, {0.5, 1.2}, {-1.5, 1}));
        },
        Qt::QueuedConnection);
  });
  const auto tip = [this] { return plane_->view().handles.at(0).position; };
  const auto isSeen = [&] { return plane_->rect().adjusted(20, 20, -20, -20).contains(pixel(tip())); };
  plane_->setFocus(Qt::TabFocusReason);
  QVERIFY(!plane_->look());
  QTest::keyClick(plane_, Qt::Key_Right);
  QCoreApplication::processEvents();
  QVERIFY(!plane_->look()); // inside, the view stays
  for (int i = 0; i < 60; ++i) {
    QTest::keyClick(plane_, Qt::Key_Right, Qt::ShiftModifier);
    QCoreApplication::processEvents();
    QVERIFY2(isSeen(), qPrintable(QString::number(tip().x())));
  }
  QCOMPARE(tip().x(), 30.0);
  QVERIFY(plane_->look());
  // At the end of its values it stays, and so does the view.
  const QPointF corner = plane_->toPoint({0, 0});
  QTest::keyClick(plane_, Qt::Key_Right, Qt::ShiftModifier);
  QCoreApplication::processEvents();
  QCOMPARE(plane_->toPoint({0, 0}), corner);
  for (int i = 0; i < 30; ++i) {
    QTest::keyClick(plane_, Qt::Key_Up, Qt::ShiftModifier);
    QCoreApplication::processEvents();
    QVERIFY2(isSeen(), qPrintable(QString::number(tip().y())));
  }
  // What another hand moves, the view leaves alone, also long after a key at the end of the values.
  plane_->setView(tests::transformView({30, 0}, {0.5, 1.2}, {-1.5, 1}));
  QTest::keyClick(plane_, Qt::Key_Right, Qt::ShiftModifier);
  QCoreApplication::processEvents();
  QTest::qWait(1100);
  plane_->setView(tests::transformView({-500, 0}, {0.5, 1.2}, {-1.5, 1}));
  QVERIFY(!isSeen());
}

void PlaneMovesByMouseAndKeys::tabGoesThroughTheHandlesAndOut() {
  before_->setFocus();
  QTest::keyClick(window_->focusWidget(), Qt::Key_Tab);
  QVERIFY(plane_->hasFocus());
  for (const char* key : {"e1x", "e2x", "vx"}) {
    QTest::keyClick(plane_, Qt::Key_Up);
    QCOMPARE(lastKey(), QString::fromLatin1(key));
    QTest::keyClick(plane_, Qt::Key_Tab);
  }
  QVERIFY(after_->hasFocus());
  QTest::keyClick(after_, Qt::Key_Backtab);
  QVERIFY(plane_->hasFocus());
  QTest::keyClick(plane_, Qt::Key_Up);
  QCOMPARE(lastKey(), QStringLiteral("vx"));
  for (int i = 0; i < 3; ++i)
    QTest::keyClick(plane_, Qt::Key_Backtab);
  QVERIFY(before_->hasFocus());
}

void PlaneMovesByMouseAndKeys::emptySpacePans() {
  const QPoint empty = pixel({-3, -3});
  const QPointF held = plane_->toPoint(empty);
  QTest::mousePress(plane_, Qt::LeftButton, {}, empty);
  QTest::mouseMove(plane_, empty + QPoint(60, -25));
  QTest::mouseRelease(plane_, Qt::LeftButton, {}, empty + QPoint(60, -25));
  QVERIFY(isNear(plane_->toPoint(empty + QPoint(60, -25)), held, 1e-9));
  QCOMPARE(began_->count(), 0);
  QCOMPARE(ended_->count(), 0);
  QTest::mouseDClick(plane_, Qt::LeftButton, {}, pixel({-3, -3}));
  QVERIFY(isNear(plane_->toPoint(empty), held, 1e-9));
  plane_->setFocus();
  QTest::keyClick(plane_, Qt::Key_Plus);
  QVERIFY(!isNear(plane_->toPoint(empty), held, 1e-3));
  QTest::keyClick(plane_, Qt::Key_Home);
  QVERIFY(isNear(plane_->toPoint(empty), held, 1e-9));
}

void PlaneMovesByMouseAndKeys::wheelZoomsAboutThePointer() {
  const QPointF at(300, 150);
  const QPointF held = plane_->toPoint(at);
  const double unit = plane_->toPixel({1, 0}).x() - plane_->toPixel({0, 0}).x();
  QWheelEvent wheel(at, plane_->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                    Qt::NoScrollPhase, false);
  QApplication::sendEvent(plane_, &wheel);
  QVERIFY(isNear(plane_->toPoint(at), held, 1e-9));
  QVERIFY((plane_->toPixel({1, 0}).x() - plane_->toPixel({0, 0}).x()) / unit > 1.2);
  QTest::keyClick(plane_, Qt::Key_0);
  QVERIFY(std::abs(plane_->toPixel({1, 0}).x() - plane_->toPixel({0, 0}).x() - unit) < 1e-9);
}

void PlaneMovesByMouseAndKeys::panAndZoomSurviveNewScenes() {
  QTest::keyClick(plane_, Qt::Key_Plus);
  const QPointF corner = plane_->toPoint({100, 100});
  plane_->setView(tests::transformView({1, 1}, {0, 1}, {1, 0}));
  QVERIFY(isNear(plane_->toPoint({100, 100}), corner, 1e-12));
  auto other = tests::transformView({1, 1}, {0, 1}, {1, 0});
  other.x.maximum = 9;
  plane_->setView(other);
  QVERIFY(!isNear(plane_->toPoint({100, 100}), corner, 1e-3));
}

void PlaneMovesByMouseAndKeys::cursorsTellWhatCanBeHeld() {
  hover(pixel({-3, -3}));
  QCOMPARE(plane_->cursor().shape(), Qt::ArrowCursor);
  hover(pixel({1.5, 0.3}));
  QCOMPARE(plane_->cursor().shape(), Qt::OpenHandCursor);
  QTest::mousePress(plane_, Qt::LeftButton, {}, pixel({1.5, 0.3}));
  QCOMPARE(plane_->cursor().shape(), Qt::ClosedHandCursor);
  QTest::mouseRelease(plane_, Qt::LeftButton, {}, pixel({1.5, 0.3}));
  QCOMPARE(plane_->cursor().shape(), Qt::OpenHandCursor);
}

void PlaneMovesByMouseAndKeys::isDescribedInWords() {
  QVERIFY(!plane_->accessibleName().isEmpty());
  QVERIFY(plane_->accessibleDescription().contains(u'3'));
  plane_->setFocus(Qt::TabFocusReason);
  QVERIFY2(plane_->accessibleDescription().contains(QStringLiteral("Tip of the first basis vector")),
           qPrintable(plane_->accessibleDescription()));
  QVERIFY(plane_->accessibleDescription().contains(QStringLiteral("(1.50, 0.30)")));
  plane_->setView(tests::transformView({2, -1}, {0.5, 1.2}, {-1.5, 1}));
  QVERIFY(plane_->accessibleDescription().contains(QStringLiteral("(2.00, −1.00)")));
}

void PlaneMovesByMouseAndKeys::hoverTellsNameAndValues() {
  const QImage calm = plane_->grab().toImage();
  hover(pixel({-3.5, -3.5}));
  QCOMPARE(plane_->grab().toImage(), calm);
  hover(pixel({1.2, 1.2}));
  QVERIFY(plane_->grab().toImage() != calm);
  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(plane_, &leave);
  QCOMPARE(plane_->grab().toImage(), calm);
}

void PlaneMovesByMouseAndKeys::hidingEndsTheGesture() {
  QTest::mousePress(plane_, Qt::LeftButton, {}, pixel({1.5, 0.3}));
  plane_->hide();
  QCOMPARE(ended_->count(), 1);
}

void PlaneMovesByMouseAndKeys::clicksAndKeysEdit() {
  QSignalSpy edited(plane_, &render::PlaneWidget::edited);
  scene::PlaneView view = tests::transformView({1.5, 0.3}, {0.5, 1.2}, {-1.5, 1});
  const auto given = [](const QString& key) {
    return [key] { return scene::Settings{{key, QStringLiteral("1")}}; };
  };
  QTest::mouseClick(plane_, Qt::LeftButton, {}, pixel({-2, -2}));
  QCOMPARE(edited.count(), 0); // as long as the view does not ask for clicks
  view.clickName = QStringLiteral("Add a point");
  view.click = [](QPointF point) {
    return scene::Settings{{QStringLiteral("x"), QString::number(point.x())},
                           {QStringLiteral("y"), QString::number(point.y())}};
  };
  view.handles[0].press = {QStringLiteral("Choose it"), given(QStringLiteral("press"))};
  view.handles[0].remove = {QStringLiteral("Remove it"), given(QStringLiteral("remove"))};
  plane_->setView(view);
  const auto key = [&edited] { return edited.last().front().value<scene::Settings>().at(0).first; };
  const auto number = [&edited](std::size_t at) {
    return edited.last().front().value<scene::Settings>().at(at).second.toDouble();
  };
  // A click beside the handles, with a hand that trembles.
  QTest::mousePress(plane_, Qt::LeftButton, {}, pixel({-2, -2}));
  QTest::mouseMove(plane_, pixel({-2, -2}) + QPoint(2, 1));
  QTest::mouseRelease(plane_, Qt::LeftButton, {}, pixel({-2, -2}) + QPoint(2, 1));
  QCOMPARE(edited.count(), 1);
  QVERIFY(isNear({number(0), number(1)}, {-2, -2}, 0.02));
  QCOMPARE(edited.last().last().toString(), QStringLiteral("Add a point"));
  // A pan is no click.
  QTest::mousePress(plane_, Qt::LeftButton, {}, pixel({-2, -2}));
  QTest::mouseMove(plane_, pixel({-2, -2}) + QPoint(40, 0));
  QTest::mouseMove(plane_, pixel({-2, -2}) + QPoint(1, 0));
  QTest::mouseRelease(plane_, Qt::LeftButton, {}, pixel({-2, -2}) + QPoint(1, 0));
  QCOMPARE(edited.count(), 1);
  // On the handle: a click presses, a drag moves, and neither does the other.
  QTest::mousePress(plane_, Qt::LeftButton, {}, pixel({1.5, 0.3}));
  QTest::mouseMove(plane_, pixel({1.5, 0.3}) + QPoint(1, 2));
  QTest::mouseRelease(plane_, Qt::LeftButton, {}, pixel({1.5, 0.3}));
  QCOMPARE(dragged_->count(), 0);
  QCOMPARE(edited.count(), 2);
  QCOMPARE(key(), QStringLiteral("press"));
  QCOMPARE(began_->count(), ended_->count());
  QTest::mousePress(plane_, Qt::LeftButton, {}, pixel({1.5, 0.3}));
  QTest::mouseMove(plane_, pixel({2, 1}));
  QTest::mouseRelease(plane_, Qt::LeftButton, {}, pixel({2, 1}));
  QCOMPARE(dragged_->count(), 1);
  QVERIFY(isNear(last(), {2, 1}, 0.02));
  QCOMPARE(edited.count(), 2);
  // Keys, on the focused handle.
  plane_->setFocus(Qt::TabFocusReason);
  QTest::keyClick(plane_, Qt::Key_Return);
  QCOMPARE(key(), QStringLiteral("press"));
  QTest::keyClick(plane_, Qt::Key_Delete);
  QCOMPARE(key(), QStringLiteral("remove"));
  QCOMPARE(edited.last().last().toString(), QStringLiteral("Remove it"));
  QTest::keyClick(plane_, Qt::Key_Insert);
  QCOMPARE(edited.count(), 5);
  QCOMPARE(edited.last().last().toString(), QStringLiteral("Add a point"));
  // A handle that has nothing to say leaves the keys to others.
  QTest::keyClick(plane_, Qt::Key_Tab);
  QTest::keyClick(plane_, Qt::Key_Delete);
  QCOMPARE(edited.count(), 5);
  // The second of two clicks in a row, which comes as a double click, is an edit too; the view stays as it
  // is.
  const QPointF before = plane_->toPoint({100, 100});
  QTest::mouseDClick(plane_, Qt::LeftButton, {}, pixel({-3, 2}));
  QTest::mouseRelease(plane_, Qt::LeftButton, {}, pixel({-3, 2}));
  QCOMPARE(plane_->toPoint({100, 100}), before);
  QCOMPARE(edited.count(), 6);
}

QTEST_MAIN(PlaneMovesByMouseAndKeys)
#include "plane_moves_by_mouse_and_keys.moc"
