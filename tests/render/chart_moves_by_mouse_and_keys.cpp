#include "tests/render/chart_scenes.h"
#include "views/render/chart/chart_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtGui/QMouseEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

#include <cmath>

using namespace eigenboard;
using scene::Assignments;

/// Real mouse and key events stretch bars; the host is told what to set.
class ChartMovesByMouseAndKeys : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void cleanup();
  void dragStretchesABar();
  void aBarIsHeldWhereItWasGrabbed();
  void modifiersAndSnappingRound();
  void arrowKeysStretchTheFocusedBar();
  void arrowKeysWalkAlongTheCategories();
  void tabGoesThroughTheBarsAndOut();
  void sidewaysAndStackedBarsMoveToo();
  void hoverTellsNameAndValue();
  void hoverTellsOfLinesBoxesAndAreas();
  void isDescribedInWords();
  void lightsAreSeen();
  void emptySpaceStretchesNothing();
  void aNewViewDuringADragIsFollowed();
  void hidingEndsTheGesture();
  void atAnotherScaleBarsAreWhereTheyAreSeen();

 private:
  QPoint grip(int index) const { return chart_->gripPixel(index).value().toPoint(); }
  QPoint at(double x, double value) const { return chart_->toPixel(x, value).toPoint(); }
  void hover(QPoint to) {
    QMouseEvent event(QEvent::MouseMove, to, chart_->mapToGlobal(to), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QApplication::sendEvent(chart_, &event);
  }
  void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(chart_, Qt::LeftButton, {}, from);
    for (const QPoint step : {(from + to) / 2, to}) {
      QMouseEvent event(QEvent::MouseMove, step, chart_->mapToGlobal(step), Qt::NoButton, Qt::LeftButton,
                        modifiers);
      QApplication::sendEvent(chart_, &event);
    }
    QTest::mouseRelease(chart_, Qt::LeftButton, {}, to);
  }
  std::pair<QString, double> last() const { return dragged_->last().front().value<Assignments>().at(0); }
  /// Whether the bar of that letter was told to be so long, to the value of so many pixels.
  bool isTold(const char* key, double value, double pixels) const {
    const double perPixel = 1 / std::abs(chart_->toPixel(0, 1).y() - chart_->toPixel(0, 0).y());
    return last().first == QString::fromLatin1(key) &&
           std::abs(last().second - value) <= pixels * perPixel + 1e-12;
  }

  typesetting::Typesetter typesetter_;
  std::unique_ptr<QWidget> window_;
  QPushButton* before_ = nullptr;
  render::ChartWidget* chart_ = nullptr;
  QPushButton* after_ = nullptr;
  std::unique_ptr<QSignalSpy> dragged_;
  std::unique_ptr<QSignalSpy> began_;
  std::unique_ptr<QSignalSpy> ended_;
};

void ChartMovesByMouseAndKeys::init() {
  window_ = std::make_unique<QWidget>();
  auto* row = new QHBoxLayout(window_.get());
  before_ = new QPushButton(QStringLiteral("before"));
  chart_ = new render::ChartWidget(typesetter_, render::themeNamed({}));
  after_ = new QPushButton(QStringLiteral("after"));
  row->addWidget(before_);
  row->addWidget(chart_, 1);
  row->addWidget(after_);
  chart_->setView(tests::barChart({0.4, 0.25, 0.2, 0.15}));
  window_->resize(900, 560);
  window_->show();
  window_->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(window_.get()));
  dragged_ = std::make_unique<QSignalSpy>(chart_, &render::ChartWidget::dragged);
  began_ = std::make_unique<QSignalSpy>(chart_, &render::ChartWidget::gestureBegan);
  ended_ = std::make_unique<QSignalSpy>(chart_, &render::ChartWidget::gestureEnded);
}

void ChartMovesByMouseAndKeys::cleanup() {
  dragged_.reset();
  began_.reset();
  ended_.reset();
  window_.reset();
}

void ChartMovesByMouseAndKeys::dragStretchesABar() {
  drag(grip(1), at(1, 0.7));
  QCOMPARE(began_->count(), 1);
  QCOMPARE(began_->last().front().toString(), QStringLiteral("Probability of B"));
  QCOMPARE(ended_->count(), 1);
  QCOMPARE(dragged_->count(), 2);
  QVERIFY(isTold("b", 0.7, 1.5));
}

void ChartMovesByMouseAndKeys::aBarIsHeldWhereItWasGrabbed() {
  // In the middle of the bar's body: it grows by as much as the pointer moves.
  const QPoint body = at(0, 0.1);
  drag(body, body - QPoint(0, 50));
  const double perPixel = 1 / std::abs(chart_->toPixel(0, 1).y() - chart_->toPixel(0, 0).y());
  QVERIFY(isTold("a", 0.4 + 50 * perPixel, 1));
}

void ChartMovesByMouseAndKeys::modifiersAndSnappingRound() {
  drag(grip(1), at(1, 0.71), Qt::ShiftModifier);
  // Ticks stand a tenth apart.
  QCOMPARE(last().second, 0.7);
  drag(grip(1), at(1, 0.75), Qt::AltModifier);
  QVERIFY(isTold("b", 0.25 + 0.05, 1));
  chart_->setSnapping(render::Snapping::Grid);
  drag(grip(1), at(1, 0.533));
  QVERIFY(std::abs(last().second * 100 - std::round(last().second * 100)) < 1e-9);
  chart_->setSnapping(render::Snapping::Nice);
  drag(grip(1), at(1, 0.703));
  QCOMPARE(last().second, 0.7);
}

void ChartMovesByMouseAndKeys::arrowKeysStretchTheFocusedBar() {
  chart_->setFocus(Qt::TabFocusReason);
  QTest::keyClick(chart_, Qt::Key_Up);
  QCOMPARE(last(), std::make_pair(QStringLiteral("a"), 0.41));
  QTest::keyClick(chart_, Qt::Key_Down, Qt::ShiftModifier);
  QCOMPARE(last(), std::make_pair(QStringLiteral("a"), 0.3));
  QTest::keyClick(chart_, Qt::Key_Up, Qt::AltModifier);
  QCOMPARE(last(), std::make_pair(QStringLiteral("a"), 0.401));
  chart_->setSnapping(render::Snapping::Grid);
  QTest::keyClick(chart_, Qt::Key_Up);
  QCOMPARE(last(), std::make_pair(QStringLiteral("a"), 0.41));
  QCOMPARE(began_->count(), 0);
  const auto count = dragged_->count();
  QTest::keyClick(chart_, Qt::Key_Up, Qt::ControlModifier);
  QCOMPARE(dragged_->count(), count);
}

void ChartMovesByMouseAndKeys::arrowKeysWalkAlongTheCategories() {
  chart_->setFocus(Qt::TabFocusReason);
  QTest::keyClick(chart_, Qt::Key_Right);
  QTest::keyClick(chart_, Qt::Key_Right);
  QTest::keyClick(chart_, Qt::Key_Up);
  QCOMPARE(last(), std::make_pair(QStringLiteral("c"), 0.21));
  QTest::keyClick(chart_, Qt::Key_Left);
  QTest::keyClick(chart_, Qt::Key_Down);
  QCOMPARE(last(), std::make_pair(QStringLiteral("b"), 0.24));
}

void ChartMovesByMouseAndKeys::tabGoesThroughTheBarsAndOut() {
  before_->setFocus();
  QTest::keyClick(window_->focusWidget(), Qt::Key_Tab);
  QVERIFY(chart_->hasFocus());
  for (const char* key : {"a", "b", "c", "d"}) {
    QTest::keyClick(chart_, Qt::Key_Up);
    QCOMPARE(last().first, QString::fromLatin1(key));
    QTest::keyClick(chart_, Qt::Key_Tab);
  }
  QVERIFY(after_->hasFocus());
  QTest::keyClick(after_, Qt::Key_Backtab);
  QTest::keyClick(chart_, Qt::Key_Up);
  QCOMPARE(last().first, QStringLiteral("d"));
}

void ChartMovesByMouseAndKeys::sidewaysAndStackedBarsMoveToo() {
  scene::ChartView view = tests::barChart({0.4, 0.25});
  view.direction = scene::BarDirection::Sideways;
  chart_->setView(view);
  drag(grip(1), at(1, 0.8));
  QVERIFY(last().first == QStringLiteral("b") && std::abs(last().second - 0.8) < 0.005);
  chart_->setFocus(Qt::TabFocusReason);
  QTest::keyClick(chart_, Qt::Key_Down); // along the categories, which run down
  QTest::keyClick(chart_, Qt::Key_Right);
  QCOMPARE(last(), std::make_pair(QStringLiteral("b"), 0.26));
  view = tests::barChart({0.4, 0.25});
  view.layout = scene::BarLayout::Stacked;
  view.bars.insert(view.bars.begin(), {QStringLiteral("Below"), {0.3, 0.3}});
  for (scene::BarHandle& handle : view.handles)
    handle.set = 1;
  chart_->setView(view);
  drag(grip(0), at(0, 0.9)); // the upper bar stands on 0.3
  QVERIFY(isTold("a", 0.6, 1.5));
}

void ChartMovesByMouseAndKeys::hoverTellsNameAndValue() {
  QTest::qWait(600); // the formulas are there
  hover({4, chart_->height() - 4});
  const QImage calm = chart_->grab().toImage();
  QSignalSpy pointed(chart_, &render::ChartWidget::pointedAt);
  hover(grip(2));
  QVERIFY(chart_->grab().toImage() != calm);
  QCOMPARE(pointed.count(), 1);
  QCOMPARE(pointed.last().front().value<render::MarkNames>().keys, QStringList{QStringLiteral("c")});
  QCOMPARE(chart_->cursor().shape(), Qt::SizeVerCursor);
  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(chart_, &leave);
  QCOMPARE(chart_->grab().toImage(), calm);
  QVERIFY(pointed.last().front().value<render::MarkNames>().isEmpty());
}

void ChartMovesByMouseAndKeys::hoverTellsOfLinesBoxesAndAreas() {
  const auto changes = [this](const scene::ChartView& view, double x, double value) {
    chart_->setView(view);
    QTest::qWait(400);
    hover({4, chart_->height() - 4});
    const QImage calm = chart_->grab().toImage();
    hover(at(x, value));
    return chart_->grab().toImage() != calm;
  };
  QVERIFY(changes(tests::lossChart(), 5000, 0.077));
  QVERIFY(changes(tests::boxChart(), 1, 50));
  QVERIFY(changes(tests::boxChart(), 0, 82.5));
  QVERIFY(changes(tests::areaChart(), 5, 0.1));
  QVERIFY(!changes(tests::boxChart(), 2, 90));
}

void ChartMovesByMouseAndKeys::isDescribedInWords() {
  QCOMPARE(chart_->accessibleName(), QStringLiteral("Probabilities"));
  QVERIFY(chart_->accessibleDescription().contains(u'4'));
  chart_->setFocus(Qt::TabFocusReason);
  QCOMPARE(chart_->accessibleDescription(), QStringLiteral("Bar 1 of 4: Probability of A, 0.400"));
  chart_->setView(tests::barChart({0.55, 0.1}));
  QCOMPARE(chart_->accessibleDescription(), QStringLiteral("Bar 1 of 2: Probability of A, 0.550"));
}

void ChartMovesByMouseAndKeys::lightsAreSeen() {
  QTest::qWait(600);
  const QImage dark = chart_->grab().toImage();
  chart_->setLights([](const render::MarkNames& names) { return names.keys.contains(QStringLiteral("b")); });
  const QImage lit = chart_->grab().toImage();
  const auto isChanged = [&](int bar) {
    const QPoint middle = at(bar, 0.1);
    for (int x = middle.x(); x < middle.x() + 90; ++x)
      if (lit.pixel(x, middle.y()) != dark.pixel(x, middle.y()))
        return true;
    return false;
  };
  QVERIFY(isChanged(1));
  QVERIFY(!isChanged(2));
  chart_->setLights({});
  QCOMPARE(chart_->grab().toImage(), dark);
}

void ChartMovesByMouseAndKeys::emptySpaceStretchesNothing() {
  drag(at(0, 0.9), at(0, 0.5));
  QTest::mouseClick(chart_, Qt::RightButton, {}, grip(0));
  QCOMPARE(dragged_->count() + began_->count() + ended_->count(), 0);
}

void ChartMovesByMouseAndKeys::aNewViewDuringADragIsFollowed() {
  connect(chart_, &render::ChartWidget::dragged, chart_, [this](const Assignments& assignments) {
    // As a panel that keeps the sum does: all others move too.
    const double value = assignments.at(0).second;
    chart_->setView(tests::barChart({(1 - value) / 3, value, (1 - value) / 3, (1 - value) / 3}));
  });
  const QPoint from = grip(1);
  QTest::mousePress(chart_, Qt::LeftButton, {}, from);
  for (int step = 1; step <= 20; ++step) {
    const QPoint to = from + (at(1, 0.85) - from) * step / 20;
    QMouseEvent event(QEvent::MouseMove, to, chart_->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(chart_, &event);
  }
  QTest::mouseRelease(chart_, Qt::LeftButton, {}, at(1, 0.85));
  QVERIFY(isTold("b", 0.85, 1.5));
  QVERIFY(std::abs(chart_->view().bars[0].values[1] - 0.85) < 0.01);
}

void ChartMovesByMouseAndKeys::hidingEndsTheGesture() {
  QTest::mousePress(chart_, Qt::LeftButton, {}, grip(0));
  chart_->hide();
  QCOMPARE(ended_->count(), 1);
}

void ChartMovesByMouseAndKeys::atAnotherScaleBarsAreWhereTheyAreSeen() {
  render::ChartWidget small(typesetter_, render::themeNamed({}));
  small.setView(chart_->view());
  small.resize(chart_->size());
  small.show();
  QVERIFY(QTest::qWaitForWindowExposed(&small));
  window_->resize(window_->width() + chart_->width(), window_->height() + chart_->height());
  QTRY_VERIFY(chart_->width() >= 2 * small.width() && chart_->height() >= 2 * small.height());
  chart_->setFixedSize(2 * small.size());
  chart_->setScale(2);
  QCoreApplication::processEvents();
  const QPointF twice = 2 * small.toPixel(1, 0.7);
  QVERIFY(std::hypot(chart_->toPixel(1, 0.7).x() - twice.x(), chart_->toPixel(1, 0.7).y() - twice.y()) <
          1e-6);
  // The pixels of the bar end where the grip of it is said to be.
  QTest::qWait(400);
  const QImage image = chart_->grab().toImage();
  const QRgb bar = image.pixel(at(1, 0.1));
  QCOMPARE(image.pixel(at(2, 0.1)), bar);
  QVERIFY(image.pixel(at(1, 0.35)) != bar);
  QVERIFY(image.pixel(at(2, 0.24)) != bar);
  drag(grip(1) + QPoint(14, 0), at(1, 0.7) + QPoint(14, 0));
  QCOMPARE(began_->count(), 1);
  QVERIFY(isTold("b", 0.7, 2));
  const QPoint body = at(3, 0.08);
  drag(body, body - QPoint(0, 60));
  const double perPixel = 1 / std::abs(chart_->toPixel(0, 1).y() - chart_->toPixel(0, 0).y());
  QVERIFY(isTold("d", 0.15 + 60 * perPixel, 1));
}

QTEST_MAIN(ChartMovesByMouseAndKeys)
#include "chart_moves_by_mouse_and_keys.moc"
