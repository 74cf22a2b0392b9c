#include "app/stage/picture.h"
#include "app/stage/stage_widget.h"
#include "tests/controls/active_window.h"
#include "views/controls/control_lights.h"
#include "views/controls/formula_view.h"
#include "views/controls/group_control.h"
#include "views/controls/readout_table.h"
#include "views/panel/registry.h"
#include "views/render/plane_widget.h"
#include "views/typesetting/symbol_parts.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;
using namespace eigenboard;

/// A control, a handle, a readout and a symbol of the formula that carry one name are lit together, whichever
/// of them the mouse or the focus is on.
class PointingLights : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = panel::registeredPanels();
  typesetting::Typesetter typesetter_;
  std::unique_ptr<panel::Desk> desk_;
  std::unique_ptr<stage::StageWidget> stage_;
  panel::Session* session_ = nullptr;

  panel::Names lit() { return session_->spotlight().lit(); }
  render::PlaneWidget& plane() { return *stage_->findChild<render::PlaneWidget*>(); }
  controls::ControlLights& controls() { return *stage_->findChild<controls::ControlLights*>(); }
  controls::ScrubNumber& cell(const QString& key) {
    for (controls::ScrubNumber* number : stage_->findChildren<controls::ScrubNumber*>())
      if (number->parameter().key == key)
        return *number;
    qFatal("no number %s", qPrintable(key));
  }
  QPoint handle(const QString& key) {
    for (const scene::Handle& handle : plane().view().handles)
      if (handle.key == key)
        return plane().toPixel(handle.position).toPoint();
    qFatal("no handle %s", qPrintable(key));
  }
  bool hasFieldOver(QWidget& widget) {
    auto* ground = static_cast<QWidget*>(controls().parent());
    const QRect area(widget.mapTo(ground, QPoint(0, 0)), widget.size());
    for (const QRect& field : controls().fields())
      if (field.contains(area))
        return true;
    return false;
  }
  /// How much the picture of a widget changes when the light goes on.
  QImage picture(QWidget& widget) { return widget.grab().toImage(); }
  void away() {
    QTest::mouseMove(stage_.get(), QPoint(2, 2));
    QCoreApplication::processEvents();
  }

 private slots:
  void init() {
    desk_ = std::make_unique<panel::Desk>(registry_);
    stage_ = std::make_unique<stage::StageWidget>(*desk_, typesetter_, render::themeNamed(u"light"_s));
    stage_->resize(760, 800);
    QVERIFY(stage_->showPanel(u"linear_algebra.eigen"_s));
    session_ = desk_->session(u"linear_algebra.eigen"_s);
    QVERIFY(tests::showActive(*stage_));
    QTRY_VERIFY(!stage_->formula().shownFormula().isEmpty());
    away();
  }
  void cleanup() {
    stage_.reset();
    desk_.reset();
  }

  void aCellLightsItsNamesAndItself() {
    QTest::mouseMove(&cell(u"b"_s), cell(u"b"_s).rect().center());
    QTRY_VERIFY(lit().keys.contains(u"b"_s));
    QVERIFY(hasFieldOver(cell(u"b"_s)));
    QVERIFY(!hasFieldOver(cell(u"c"_s)));
    away();
    QTRY_VERIFY(lit().isEmpty());
    QVERIFY(controls().fields().empty());
  }

  void theFocusLightsLikeThePointer() {
    cell(u"c"_s).setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(lit().keys.contains(u"c"_s));
    stage_->setFocus();
    QTRY_VERIFY(lit().isEmpty());
  }

  void aHandleLightsItsParameters() {
    QTest::mouseMove(&plane(), handle(u"v"_s));
    QTRY_VERIFY(lit().keys.contains(u"vx"_s));
    QVERIFY(lit().keys.contains(u"v"_s));
    QVERIFY(lit().symbols.contains(u"\\mathbf{v}"_s));
    QVERIFY(hasFieldOver(cell(u"vx"_s)));
    QTest::mouseMove(&plane(), QPoint(12, 12));
    QTRY_VERIFY(!lit().keys.contains(u"vx"_s));
  }

  void aHandleLightsByKeysToo() {
    plane().setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(!lit().keys.isEmpty());
    const QStringList first = lit().keys;
    QTest::keyClick(&plane(), Qt::Key_Tab);
    QTRY_VERIFY(lit().keys != first);
  }

  void aReadoutLightsAndIsLit() {
    controls::ReadoutTable& table = stage_->readouts();
    QTest::mouseMove(&table, table.rowRect(0).center());
    QTRY_COMPARE(lit().keys, QStringList{session_->evaluation().readouts.front().key});
    away();
    QTRY_VERIFY(lit().isEmpty());
    const QImage dark = picture(table);
    const int owner = 0;
    session_->spotlight().light(&owner, {{session_->evaluation().readouts.at(1).key}, {}});
    const QImage bright = picture(table);
    QVERIFY(dark.copy(table.rowRect(1)) != bright.copy(table.rowRect(1)));
    QCOMPARE(dark.copy(table.rowRect(0)), bright.copy(table.rowRect(0)));
  }

  void aSymbolOfTheFormulaLightsTheControl() {
    controls::FormulaView& formula = stage_->formula();
    const QRectF place = formula.rectOf(u"\\mathbf{v}"_s);
    QVERIFY2(!place.isNull(), qPrintable(formula.shownFormula()));
    QTest::mouseMove(&formula, place.center().toPoint());
    QTRY_COMPARE(lit().symbols, QStringList{u"\\mathbf{v}"_s});
    QVERIFY(!formula.litSymbols().empty());
    QVERIFY(hasFieldOver(cell(u"vx"_s)));
  }

  void nothingMovesAndLittleIsPainted() {
    const QSize size = stage_->size();
    const QRect before = cell(u"a"_s).geometry();
    const QImage dark = picture(plane());
    const int owner = 0;
    session_->spotlight().light(&owner, {{u"v"_s}, {u"\\mathbf{v}"_s}});
    QCOMPARE(stage_->size(), size);
    QCOMPARE(cell(u"a"_s).geometry(), before);
    const QImage bright = picture(plane());
    QVERIFY(dark != bright);
    // Far from v and its image the picture is the same.
    QCOMPARE(dark.copy(0, 0, 30, 30), bright.copy(0, 0, 30, 30));
    session_->spotlight().leave(&owner);
    QCOMPARE(picture(plane()), dark);
    // What the light itself costs, painting aside: a thousand changes in much less than a second.
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 500; ++i) {
      session_->spotlight().light(&owner, {{u"v"_s}, {u"\\mathbf{v}"_s}});
      session_->spotlight().leave(&owner);
    }
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
  }
};

QTEST_MAIN(PointingLights)
#include "pointing_lights_what_has_the_name.moc"
