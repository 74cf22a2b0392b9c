#include "app/stage/notice_line.h"
#include "app/stage/picture.h"
#include "app/stage/stage_widget.h"
#include "app/stage/takeaway.h"
#include "tests/controls/active_window.h"
#include "tests/panel/twin_panel.h"
#include "views/controls/playback_bar.h"
#include "views/controls/run_table.h"
#include "views/panel/run_shelf.h"
#include "views/render/plane_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtGui/QClipboard>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;
using namespace eigenboard;

class RunsInTheTable : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = tests::twinRegistry();
  typesetting::Typesetter typesetter_;
  std::unique_ptr<panel::Desk> desk_;
  std::unique_ptr<stage::StageWidget> stage_;
  panel::Session* session_ = nullptr;

  controls::RunTable& table() { return *stage_->findChild<controls::RunTable*>(); }
  controls::RunRows& rows() { return table().rows(); }
  const panel::KeptRuns& runs() { return session_->runs().runs(); }
  static controls::Button* button(const QWidget& in, const QString& name) {
    for (controls::Button* button : in.findChildren<controls::Button*>())
      if (button->accessibleName() == name)
        return button;
    qFatal("no button %s", qPrintable(name));
  }
  int ghostsInPicture() {
    int count = 0;
    const auto& plane = dynamic_cast<render::PlaneWidget&>(*stage_->picture().view(u"plane"_s));
    for (const scene::Mark& any : plane.view().marks)
      std::visit(
          [&count](const auto& mark) {
            if constexpr (requires { mark.name; })
              count += mark.name.startsWith(u"Earlier run"_s) ? 1 : 0;
          },
          any);
    return count;
  }
  void show(const QString& panel) {
    QVERIFY(stage_->showPanel(panel));
    session_ = desk_->session(panel);
    QCoreApplication::processEvents();
  }
  /// Two runs: the first at (1 0.5; 0 1) after three steps, the second with another matrix.
  void keepTwo() {
    session_->scrubTo(3);
    stage_->setFocus();
    QTest::keyClick(stage_.get(), Qt::Key_R);
    session_->apply({{u"A"_s, u"1,-0.25;0,1"_s}});
    QTest::keyClick(stage_.get(), Qt::Key_R);
    session_->apply({{u"A"_s, u"1,1;0,1"_s}});
    QCoreApplication::processEvents();
    QCOMPARE(runs().size(), std::size_t{2});
  }
  void focusRow(int row) {
    rows().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&rows(), Qt::Key_Home);
    for (int i = 0; i < row; ++i)
      QTest::keyClick(&rows(), Qt::Key_Down);
  }

 private slots:
  void init() {
    desk_ = std::make_unique<panel::Desk>(registry_);
    stage_ = std::make_unique<stage::StageWidget>(*desk_, typesetter_, render::themeNamed(u"light"_s));
    stage_->resize(700, 760);
    show(u"samples.map"_s);
    QVERIFY(tests::showActive(*stage_));
  }
  void cleanup() {
    stage_.reset();
    desk_.reset();
  }

  void theTableIsOneLineUntilARunIsKept() {
    QVERIFY(table().isVisible());
    QVERIFY(!rows().isVisible());
    const int line = table().height();
    QVERIFY(line <= 40);
    QTest::mouseClick(button(stage_->playback(), u"Keep this run (R)"_s), Qt::LeftButton);
    QCOMPARE(runs().size(), std::size_t{1});
    QTRY_VERIFY(rows().isVisible());
    QTRY_VERIFY(table().height() > line);
    QCOMPARE(rows().visibleRegion().boundingRect().bottom(), rows().rect().bottom()); // scrolled to
    desk_->undoStack().undo();
    QTRY_COMPARE(table().height(), line);
  }

  void panelsWithoutRunsHaveNoTable() {
    show(u"samples.square"_s);
    QVERIFY(!table().isVisible());
    QTest::keyClick(stage_.get(), Qt::Key_R);
    QVERIFY(session_->runs().runs().empty());
    show(u"samples.twin"_s);
    QVERIFY(table().isVisible());
    QTest::mouseClick(button(table(), u"Keep this run (R)"_s), Qt::LeftButton);
    QCOMPARE(runs().size(), std::size_t{1});
    QTRY_VERIFY(rows().isVisible());
    QCOMPARE(rows().columns().front().title, u"Seed"_s);
    show(u"samples.map"_s);
    QTRY_VERIFY(!rows().isVisible());
  }

  void aKeptRunLeavesItsGhost() {
    keepTwo();
    // Trail, Av and its equal of the two earlier runs; v is where it was.
    QTRY_VERIFY(ghostsInPicture() > 0);
    const int both = ghostsInPicture();
    QTest::mouseClick(&rows(), Qt::LeftButton, {}, rows().eyeRect(1).center());
    QVERIFY(!runs().at(0).isGhost);
    QVERIFY(runs().at(1).isGhost);
    QTRY_VERIFY(ghostsInPicture() < both && ghostsInPicture() > 0);
    QCOMPARE(session_->number(u"b"_s), 1.0); // the eye brings nothing back
    focusRow(2);
    QTest::keyClick(&rows(), Qt::Key_Space);
    QTRY_COMPARE(ghostsInPicture(), 0);
    QTest::keyClick(&rows(), Qt::Key_Space);
    QTRY_VERIFY(ghostsInPicture() > 0);
  }

  void aFigureShowsTheGhostsOfThePicture() {
    keepTwo();
    const auto svg = [this] {
      return stage::figure(*session_, render::themeNamed(u"light"_s), typesetter_, render::FigureFormat::Svg)
          .bytes;
    };
    const QByteArray with = svg();
    session_->runs().setGhost(0, false);
    session_->runs().setGhost(1, false);
    const QByteArray without = svg();
    QVERIFY(with.count("<path") > without.count("<path"));
  }

  void aClickAndEnterBringARunBack() {
    keepTwo();
    QTest::mouseClick(&rows(), Qt::LeftButton, {}, QPoint(60, rows().rowRect(1).center().y()));
    QCOMPARE(session_->number(u"b"_s), 0.5);
    QCOMPARE(session_->step(), 3);
    focusRow(2);
    QTest::keyClick(&rows(), Qt::Key_Return);
    QCOMPARE(session_->number(u"b"_s), -0.25);
    QTest::keySequence(&rows(), QKeySequence::Undo);
    QCOMPARE(session_->number(u"b"_s), 0.5);
    QTest::keySequence(&rows(), QKeySequence::Undo);
    QCOMPARE(session_->number(u"b"_s), 1.0);
  }

  void runsAreRenamedAndRemovedByKeys() {
    keepTwo();
    focusRow(1);
    QTest::keyClick(&rows(), Qt::Key_F2);
    QTRY_VERIFY(QApplication::focusWidget() != &rows());
    QTest::keyClicks(QApplication::focusWidget(), u"the lean"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(runs().at(0).name, u"the lean"_s);
    QCOMPARE(QApplication::focusWidget(), &rows());
    QCOMPARE(rows().nameOf(1), u"the lean"_s);
    QTest::keyClick(&rows(), Qt::Key_F2);
    QTest::keyClicks(QApplication::focusWidget(), u"not this"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(runs().at(0).name, u"the lean"_s);
    QTest::keyClick(&rows(), Qt::Key_Delete);
    QCOMPARE(runs().size(), std::size_t{1});
    QTest::keySequence(&rows(), QKeySequence::Undo);
    QCOMPARE(runs().size(), std::size_t{2});
    QCOMPARE(rows().nameOf(1), u"the lean"_s);
    focusRow(0);
    QTest::keyClick(&rows(), Qt::Key_Delete); // the present run stays
    QTest::keyClick(&rows(), Qt::Key_F2);
    QCOMPARE(runs().size(), std::size_t{2});
    QCOMPARE(QApplication::focusWidget(), &rows());
  }

  /// The hint on a row says so: click, and the keys are for that run.
  void aClickedRowHasTheKeys() {
    keepTwo();
    stage_->focusPicture();
    QVERIFY(QApplication::focusWidget() != &rows());
    const auto click = [this](int row) {
      QTest::mouseClick(&rows(), Qt::LeftButton, {}, QPoint(60, rows().rowRect(row).center().y()));
      QCoreApplication::processEvents();
    };
    click(2);
    QCOMPARE(QApplication::focusWidget(), &rows());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
    QTest::keyClicks(QApplication::focusWidget(), u"the other"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(runs().at(1).name, u"the other"_s);
    stage_->focusPicture();
    click(1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QCOMPARE(runs().size(), std::size_t{1});
    QCOMPARE(runs().at(0).name, u"the other"_s);
  }

  void theTableSaysWhatTheRunsSaid() {
    keepTwo();
    QCOMPARE(rows().columns().at(0).key, u"steps"_s);
    QCOMPARE(rows().columns().at(2).key, u"out_x"_s);
    QCOMPARE(rows().nameOf(0), u"Now: A = (1, 1; 0, 1)"_s);
    QCOMPARE(rows().nameOf(2), u"A = (1, −0.25; 0, 1)"_s);
    QCOMPARE(rows().shownCell(0, 2), u"2.00"_s);
    QCOMPARE(rows().shownCell(1, 2), u"1.50"_s);
    QTest::mouseClick(button(table(), u"Show differences from the present run"_s), Qt::LeftButton);
    QCOMPARE(rows().shownCell(0, 2), u"2.00"_s);
    QCOMPARE(rows().shownCell(1, 2), u"−0.50"_s);
    QCOMPARE(rows().shownCell(2, 2), u"−1.25"_s);
    session_->set(u"b"_s, 0.0);
    QTRY_COMPARE(rows().shownCell(1, 2), u"+0.50"_s);
    focusRow(1);
    QVERIFY(rows().accessibleDescription().contains(u"Steps 3; Determinant 1.00"_s));
  }

  void columnsMoveByKeysAndButtons() {
    stage_->resize(1000, 760); // the table stands in a narrow column beside the picture
    keepTwo();
    QTRY_VERIFY(rows().width() < 320);
    rows().setFocus(Qt::TabFocusReason);
    QCOMPARE(rows().firstColumn(), 0);
    QVERIFY(rows().lastColumn() + 1 < static_cast<int>(rows().columns().size()));
    QVERIFY(!button(table(), u"Columns before"_s)->isEnabled());
    for (int i = 0; i < 20; ++i)
      QTest::keyClick(&rows(), Qt::Key_Right);
    QCOMPARE(rows().lastColumn() + 1, static_cast<int>(rows().columns().size()));
    QVERIFY(!button(table(), u"More columns"_s)->isEnabled());
    const int at = rows().firstColumn();
    QTest::mouseClick(button(table(), u"Columns before"_s), Qt::LeftButton);
    QCOMPARE(rows().firstColumn(), at - 1);
  }

  void theTableIsCopied() {
    keepTwo();
    focusRow(1);
    QTest::keySequence(&rows(), QKeySequence::Copy);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4); // the head, the present run and the two kept ones
    QVERIFY(lines.front().startsWith(u"run\tb\tsteps\tdet\tout_x"_s));
    QVERIFY(stage_->notice().text().startsWith(u"Copied"_s));
  }

  void aFullShelfSaysSo() {
    for (int i = 0; i <= 20; ++i) {
      session_->set(u"gain"_s, 1 + 0.1 * i);
      QTest::keyClick(stage_.get(), Qt::Key_R);
    }
    QCOMPARE(runs().size(), panel::mostKeptRuns);
    QVERIFY(stage_->notice().text().startsWith(u"20 runs are kept"_s));
  }
};

QTEST_MAIN(RunsInTheTable)
#include "runs_are_kept_in_the_table.moc"
