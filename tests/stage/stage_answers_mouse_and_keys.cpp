#include "app/export_dialog/export_dialog.h"
#include "app/stage/notice_line.h"
#include "app/stage/picture.h"
#include "app/stage/stage_widget.h"
#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "views/controls/button.h"
#include "views/controls/formula_view.h"
#include "views/controls/invariant_strip.h"
#include "views/controls/playback_bar.h"
#include "views/controls/preset_bar.h"
#include "views/controls/readout_table.h"
#include "views/controls/scrub_number.h"
#include "views/controls/toggle_control.h"
#include "views/panel/shown_number.h"
#include "views/render/plane_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;
using namespace eigenboard;

class StageAnswers : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = tests::sampleRegistry();
  typesetting::Typesetter typesetter_;
  std::unique_ptr<panel::Desk> desk_;
  std::unique_ptr<stage::StageWidget> stage_;
  panel::Session* session_ = nullptr;

  render::PlaneWidget& plane() {
    return dynamic_cast<render::PlaneWidget&>(*stage_->picture().view(u"plane"_s));
  }
  QString readout(const QString& key) { return stage_->readouts().shownValue(key); }
  controls::Button* button(const QString& name) {
    for (controls::Button* button : stage_->findChildren<controls::Button*>())
      if (button->accessibleName() == name)
        return button;
    qFatal("no button %s", qPrintable(name));
  }
  controls::ScrubNumber* number(const QString& key) {
    for (controls::ScrubNumber* number : stage_->findChildren<controls::ScrubNumber*>())
      if (number->parameter().key == key)
        return number;
    qFatal("no number %s", qPrintable(key));
  }
  static void move(QWidget& widget, QPointF position, Qt::MouseButtons buttons) {
    QMouseEvent event(QEvent::MouseMove, position, widget.mapToGlobal(position), Qt::NoButton, buttons, {});
    QApplication::sendEvent(&widget, &event);
  }
  /// Drags a handle along a line, with a paint after each move.
  void drag(QPointF from, QPointF to) {
    const QPointF start = plane().toPixel(from);
    const QPointF end = plane().toPixel(to);
    QTest::mousePress(&plane(), Qt::LeftButton, {}, start.toPoint());
    for (int i = 1; i <= 8; ++i) {
      move(plane(), start + (end - start) * i / 8, Qt::LeftButton);
      QCoreApplication::processEvents();
    }
    QTest::mouseRelease(&plane(), Qt::LeftButton, {}, end.toPoint());
    QCoreApplication::processEvents();
  }

 private slots:
  void init() {
    desk_ = std::make_unique<panel::Desk>(registry_);
    stage_ = std::make_unique<stage::StageWidget>(*desk_, typesetter_, render::themeNamed(u"light"_s));
    stage_->resize(700, 760);
    QVERIFY(stage_->showPanel(u"samples.map"_s));
    session_ = desk_->session(u"samples.map"_s);
    QVERIFY(tests::showActive(*stage_));
  }

  void cleanup() {
    stage_.reset();
    desk_.reset();
  }

  void aDragMovesReadoutFormulaAndControls() {
    drag({1, 1}, {3, -1});
    QVERIFY(std::abs(session_->number(u"vx"_s) - 3) < 0.05); // within a pixel or two
    QVERIFY(std::abs(session_->number(u"vy"_s) + 1) < 0.05);
    const double x = session_->number(u"vx"_s);
    const double y = session_->number(u"vy"_s);
    const auto shown = [](double value) {
      return QString::number(panel::shownNumber(value), 'f', 2).replace(u'-', QChar(0x2212));
    };
    QCOMPARE(readout(u"out_x"_s), shown(x + 0.5 * y));
    QCOMPARE(readout(u"out_y"_s), shown(y));
    QVERIFY(stage_->formula().formula().contains(QString::number(x + 0.5 * y, 'f', 2)));
    QTRY_COMPARE(stage_->formula().shownFormula(), stage_->formula().formula());
    QCOMPARE(plane().view().handles.at(0).position, QPointF(x, y));
    QCOMPARE(desk_->undoStack().count(), 1);
    QCOMPARE(desk_->undoStack().undoText(), u"Move: Tip of v"_s);
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    QTRY_COMPARE(readout(u"out_x"_s), u"1.50"_s);
    QCOMPARE(plane().view().handles.at(0).position, QPointF(1, 1));
    QVERIFY(!button(u"Undo"_s)->isEnabled());
    QTest::mouseClick(button(u"Redo"_s), Qt::LeftButton);
    QTRY_COMPARE(readout(u"out_y"_s), shown(y));
  }

  void pointsAreAddedMovedAndRemoved() {
    const panel::Registry registry(std::vector<panel::PanelPointer>{tests::pointsPanel()});
    panel::Desk desk(registry);
    stage::StageWidget stage(desk, typesetter_, render::themeNamed(u"light"_s));
    stage.resize(700, 760);
    QVERIFY(stage.showPanel(u"samples.points"_s));
    panel::Session& session = *desk.session(u"samples.points"_s);
    QVERIFY(tests::showActive(stage));
    auto& plane = dynamic_cast<render::PlaneWidget&>(*stage.picture().view(u"plane"_s));
    const auto pixel = [&plane](QPointF point) { return plane.toPixel(point).toPoint(); };
    const auto count = [&stage] { return stage.readouts().shownValue(u"count"_s); };
    QCOMPARE(count(), u"2"_s);
    QTest::mouseClick(&plane, Qt::LeftButton, {}, pixel({2, -2}));
    QTRY_COMPARE(count(), u"3"_s);
    QCOMPARE(desk.undoStack().undoText(), u"Add a point"_s);
    QTRY_COMPARE(static_cast<int>(plane.view().handles.size()), 3);
    // The new one is dragged like any other, as one step.
    QTest::mousePress(&plane, Qt::LeftButton, {}, pixel({2, -2}));
    for (int i = 1; i <= 6; ++i) {
      move(plane, plane.toPixel({2 - 0.5 * i, -2}), Qt::LeftButton);
      QCoreApplication::processEvents();
    }
    QTest::mouseRelease(&plane, Qt::LeftButton, {}, pixel({-1, -2}));
    QCOMPARE(desk.undoStack().count(), 2);
    QTRY_VERIFY(std::abs(plane.view().handles.at(2).position.x() + 1) < 0.05);
    // Pressing one is an edit of its own, and so is Delete.
    QTest::mouseClick(&plane, Qt::LeftButton, {}, pixel({1, 2}));
    QCOMPARE(desk.undoStack().undoText(), u"Join point 0"_s);
    QTest::keyClick(&plane, Qt::Key_Delete);
    QTRY_COMPARE(count(), u"2"_s);
    QCOMPARE(desk.undoStack().undoText(), u"Remove point 0"_s);
    for (int i = 0; i < 4; ++i)
      desk.undoStack().undo();
    QCOMPARE(std::get<QString>(session.state().values[0]), u"1,2;-1,0.5"_s);
    QTRY_COMPARE(count(), u"2"_s);
  }

  void arrowKeysMoveAHandle() {
    plane().setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 3; ++i) {
      QTest::keyClick(&plane(), Qt::Key_Right);
      QCoreApplication::processEvents();
    }
    QTRY_COMPARE(readout(u"out_x"_s), u"1.80"_s);
    QVERIFY(std::abs(session_->number(u"vx"_s) - 1.3) < 1e-12);
    QCOMPARE(desk_->undoStack().count(), 1);
    QTest::keySequence(&plane(), QKeySequence(Qt::CTRL | Qt::Key_Z));
    QTRY_COMPARE(readout(u"out_x"_s), u"1.50"_s);
    QTest::keySequence(&plane(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    QTRY_COMPARE(readout(u"out_x"_s), u"1.80"_s);
  }

  void keysAndDragsAreStepsOfTheirOwn() {
    drag({1, 1}, {2, 1});
    plane().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&plane(), Qt::Key_Right);
    drag(plane().view().handles.at(0).position, {0, 2});
    QCOMPARE(desk_->undoStack().count(), 3);
  }

  void aNumberOfTheMatrixMovesThePicture() {
    QTest::mouseClick(number(u"c"_s), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), u"1/2"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(readout(u"det"_s), u"0.75"_s);
    QCOMPARE(plane().view().handles.at(1).position, QPointF(1, 0.5));
  }

  void nonsenseIsToldInPlace() {
    QTest::mouseClick(number(u"c"_s), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), u"1,5"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(stage_->notice().text(), u"'1,5' is not a number; write 1.5"_s);
    QVERIFY(!stage_->showPanel(u"samples.mpa"_s));
    QCOMPARE(stage_->notice().text(), u"unknown panel 'samples.mpa'; did you mean 'samples.map'?"_s);
    QCOMPARE(stage_->currentPanel(), u"samples.map"_s);
  }

  void aProblemKeepsTheLastGoodPicture() {
    drag({1, 1}, {2, 2});
    const QPointF tip = plane().view().handles.at(0).position;
    session_->set({{u"gain"_s, 0.0}, {u"vx"_s, -3.0}});
    QTRY_COMPARE(stage_->picture().problem(), u"no picture: the gain is 0"_s);
    QCOMPARE(plane().view().handles.at(0).position, tip);
    session_->set(u"gain"_s, 1.0);
    QTRY_COMPARE(stage_->picture().problem(), QString());
    QCOMPARE(plane().view().handles.at(0).position.x(), -3.0);
  }

  void presetsEaseAndSayWhatToSee() {
    QTest::mouseClick(button(u"Try: Quarter turn"_s), Qt::LeftButton);
    QVERIFY(session_->isAnimating());
    QCOMPARE(stage_->notice().text(), u"Four steps come home."_s);
    QTRY_VERIFY(!session_->isAnimating());
    QTRY_COMPARE(readout(u"trail_x"_s), u"1.000"_s);
    QTRY_VERIFY(button(u"Try: Quarter turn"_s)->isChecked());
    QCOMPARE(desk_->undoStack().count(), 1);
  }

  void showMeMovesTheHandleItself() {
    QTest::mouseClick(button(u"Show me"_s), Qt::LeftButton);
    QVERIFY(session_->isAnimating());
    QTRY_VERIFY(!session_->isAnimating());
    QTRY_COMPARE(plane().view().handles.at(0).position, QPointF(0, 2));
    QTest::mouseClick(button(u"Reset to the beginning"_s), Qt::LeftButton);
    QTRY_COMPARE(plane().view().handles.at(0).position, QPointF(1, 1));
  }

  void aHandTakesOverFromAnAnimation() {
    session_->apply({{u"a"_s, u"-3"_s}}, panel::Move::Eased);
    QTest::qWait(100);
    drag({1, 1}, {2, 2});
    QVERIFY(!session_->isAnimating());
    QVERIFY(session_->number(u"a"_s) > -3);
    QCOMPARE(desk_->undoStack().count(), 2);
  }

  void spacePlays() {
    stage_->setFocus();
    QTest::keyClick(stage_.get(), Qt::Key_Space);
    QVERIFY(session_->isPlaying());
    QTRY_VERIFY(readout(u"step"_s).toInt() >= 2);
    plane().setFocus();
    QTest::keyClick(&plane(), Qt::Key_Space);
    QVERIFY(!session_->isPlaying());
    const QString trail = readout(u"trail_x"_s);
    drag({1, 1}, {2, 1});
    QVERIFY(readout(u"trail_x"_s) != trail); // the trail follows the hand
  }

  void goalsAreTold() {
    session_->set(u"d"_s, -1.0);
    QTRY_COMPARE(stage_->notice().text(), u"Reached: Turn the plane over"_s);
  }

  void everythingCanBeCopied() {
    QTest::mouseClick(button(u"NumPy"_s), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"import numpy as np"_s));
    QMenu* menu = nullptr;
    for (QMenu* candidate : stage_->findChildren<QMenu*>())
      for (const QAction* action : candidate->actions())
        if (action->text() == u"Copy as SVG"_s)
          menu = candidate;
    QVERIFY(menu);
    const auto trigger = [menu](const QString& name) {
      for (QAction* action : menu->actions())
        if (action->text() == name)
          return action->trigger();
      qFatal("no action %s", qPrintable(name));
    };
    trigger(u"Copy formula as TeX"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), session_->evaluation().formula);
    trigger(u"Copy values as JSON"_s);
    const QJsonObject json = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
    QCOMPARE(json.value(u"values"_s).toObject().value(u"b"_s).toDouble(), 0.5);
    QCOMPARE(json.value(u"values"_s).toObject().value(u"mark"_s).toString(), u"dot"_s);
    QCOMPARE(json.value(u"readouts"_s).toObject().value(u"out_x"_s).toDouble(), 1.5);
    trigger(u"Copy as image"_s);
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    trigger(u"Copy as SVG"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"<svg"_s));
  }

  void exportIsAskedForByKey() {
    stage_->setFocus();
    QTest::keyClick(stage_.get(), Qt::Key_E, Qt::ControlModifier);
    auto* dialog = stage_->findChild<export_dialog::ExportDialog*>();
    QVERIFY(dialog);
    QTemporaryDir folder;
    const QString chosen = folder.filePath(u"chosen.svg"_s);
    dialog->writeTo(chosen);
    QVERIFY(QFileInfo(chosen).size() > 1000);
    QCOMPARE(stage_->notice().text(), u"Written: "_s + chosen);
    QVERIFY(!stage_->exportChoices().isEmpty());
    QTRY_VERIFY(!stage_->findChild<export_dialog::ExportDialog*>());
  }

  void anExportThatCannotBeWrittenIsNotCalledWritten() {
    stage_->setFocus();
    QTest::keyClick(stage_.get(), Qt::Key_E, Qt::ControlModifier);
    auto* dialog = stage_->findChild<export_dialog::ExportDialog*>();
    QVERIFY(dialog);
    const QString before = stage_->notice().text();
    QSignalSpy exported(stage_.get(), &stage::StageWidget::exported);
    QTemporaryDir folder;
    dialog->writeTo(folder.filePath(u"missing/figure.svg"_s));
    QVERIFY(dialog->isVisible());
    QCOMPARE(stage_->notice().text(), before);
    QCOMPARE(exported.count(), 0);
    // Where it can be, it is told as ever.
    dialog->writeTo(folder.filePath(u"figure.svg"_s));
    QCOMPARE(stage_->notice().text(), u"Written: "_s + folder.filePath(u"figure.svg"_s));
    QCOMPARE(exported.count(), 1);
  }

  void anotherPanelTakesTheStage() {
    drag({1, 1}, {2, 2});
    QSignalSpy shown(stage_.get(), &stage::StageWidget::panelShown);
    QVERIFY(stage_->showPanel(u"samples.square"_s));
    QCOMPARE(shown.count(), 1);
    QVERIFY(stage_->picture().view(u"first"_s) && !stage_->picture().view(u"plane"_s));
    QVERIFY(stage_->playback().isHidden());
    QVERIFY(stage_->presets().isHidden());
    QCOMPARE(readout(u"square"_s), u"1.0000"_s);
    // A change of the panel that is not on the stage changes nothing here.
    session_->set(u"a"_s, 2.0);
    QTest::qWait(20);
    QCOMPARE(readout(u"det"_s), QString());
    QVERIFY(stage_->showPanel(u"samples.map"_s));
    QCOMPARE(readout(u"det"_s), u"2.00"_s);
    QVERIFY(plane().view().handles.at(0).position != QPointF(1, 1));
  }

  void viewsComeAndGo() {
    stage_->showPanel(u"samples.square"_s);
    QCoreApplication::processEvents();
    render::ViewWidget* first = stage_->picture().view(u"first"_s);
    const int wide = first->width();
    auto* toggle = stage_->findChild<controls::ToggleControl*>();
    QTest::mouseClick(toggle, Qt::LeftButton);
    QTRY_VERIFY(stage_->picture().view(u"second"_s));
    const render::ViewWidget* second = stage_->picture().view(u"second"_s);
    QTRY_VERIFY(second->isVisible() && (first->width() < wide || first->height() < second->y()));
    QVERIFY(!first->geometry().intersects(second->geometry()));
    QCOMPARE(stage_->picture().view(u"first"_s), first);
    QTest::mouseClick(toggle, Qt::LeftButton);
    QTRY_VERIFY(!stage_->picture().view(u"second"_s));
    QTRY_COMPARE(first->width(), wide);
  }

  void hiddenInADragItEndsItsGesture() {
    QTest::mousePress(&plane(), Qt::LeftButton, {}, plane().toPixel({1, 1}).toPoint());
    move(plane(), plane().toPixel({2, 2}), Qt::LeftButton);
    QVERIFY(session_->isInGesture());
    stage_->showPanel(u"samples.square"_s);
    QVERIFY(!session_->isInGesture());
    QCOMPARE(desk_->undoStack().count(), 1);
  }

  void themesReachEverything() {
    stage_->setTheme(render::themeNamed(u"dark"_s));
    QTest::qWait(50);
    const QImage image = stage_->grab().toImage();
    int light = 0;
    for (int y = 0; y < image.height(); y += 3)
      for (int x = 0; x < image.width(); x += 3)
        light += image.pixelColor(x, y).lightness() > 200 ? 1 : 0;
    const int all = image.width() * image.height() / 9;
    QVERIFY2(light < all / 20, "light surfaces are left in the dark theme");
    for (controls::Button* button : stage_->findChildren<controls::Button*>())
      QVERIFY(button->theme().dark);
  }

  void everythingIsReachedByTab() {
    QSet<QWidget*> reached;
    plane().setFocus();
    for (int i = 0; i < 200; ++i) {
      QTest::keyClick(stage_.get(), Qt::Key_Tab);
      reached.insert(QApplication::focusWidget());
    }
    int wanted = 0;
    for (QWidget* widget : stage_->findChildren<QWidget*>()) {
      if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || !widget->isEnabled())
        continue;
      // Of an exclusive choice Tab reaches the one that is chosen; arrow keys go on from there.
      const auto* choice = qobject_cast<QAbstractButton*>(widget);
      if (choice && choice->group() && !choice->isChecked())
        continue;
      ++wanted;
      QVERIFY2(reached.contains(widget), qPrintable(widget->accessibleName()));
      QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
    QVERIFY(wanted > 20);
  }

  void aDragChangesNoLayout() {
    QTest::qWait(700); // formulas arrive, once
    struct Counter : QObject {
      QStringList seen;
      bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
          seen += QString::fromLatin1(watched->metaObject()->className());
        return false;
      }
    } counter;
    for (QWidget* widget : stage_->findChildren<QWidget*>())
      widget->installEventFilter(&counter);
    drag({1, 1}, {-3, 2});
    drag(plane().view().handles.at(0).position, {2, -2});
    QVERIFY2(counter.seen.isEmpty(), qPrintable(counter.seen.join(u", "_s)));
  }
};

QTEST_MAIN(StageAnswers)
#include "stage_answers_mouse_and_keys.moc"
