#include "app/stage/notice_line.h"
#include "app/stage/picture.h"
#include "app/stage/stage_widget.h"
#include "tests/controls/active_window.h"
#include "tests/panel/twin_panel.h"
#include "views/controls/shared_chip.h"
#include "views/render/plane_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;
using namespace eigenboard;

class SharedValuesShowAChip : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = tests::twinRegistry();
  typesetting::Typesetter typesetter_;
  std::unique_ptr<panel::Desk> desk_;
  std::unique_ptr<stage::StageWidget> stage_;
  panel::Session* map_ = nullptr;
  panel::Session* twin_ = nullptr;

  controls::SharedChip& chip(const QString& key) {
    for (controls::SharedChip* chip : stage_->findChildren<controls::SharedChip*>())
      if (chip->key() == key)
        return *chip;
    qFatal("no chip %s", qPrintable(key));
  }
  controls::Button& letGo(const QString& key) { return *chip(key).findChild<controls::Button*>(); }

 private slots:
  void init() {
    desk_ = std::make_unique<panel::Desk>(registry_);
    map_ = desk_->session(u"samples.map"_s);
    twin_ = desk_->session(u"samples.twin"_s);
    stage_ = std::make_unique<stage::StageWidget>(*desk_, typesetter_, render::themeNamed(u"light"_s));
    stage_->resize(700, 760);
    QVERIFY(stage_->showPanel(u"samples.map"_s));
    QVERIFY(tests::showActive(*stage_));
  }
  void cleanup() {
    stage_.reset();
    desk_.reset();
  }

  void theChipTellsWithWhomAValueIsShared() {
    QVERIFY(!chip(u"A"_s).isVisible());
    map_->apply({{u"A"_s, u"@A"_s}});
    QTRY_VERIFY(chip(u"A"_s).isVisible());
    QCOMPARE(chip(u"A"_s).words(), u"@A · no other panel yet"_s);
    twin_->apply({{u"M"_s, u"@A"_s}});
    QCOMPARE(chip(u"A"_s).words(), u"@A · shared with A twin"_s);
    QCOMPARE(chip(u"A"_s).accessibleName(), chip(u"A"_s).words());
    QVERIFY(!chip(u"v"_s).isVisible());
    QVERIFY(chip(u"A"_s).rect().contains(letGo(u"A"_s).geometry()));
    QCOMPARE(letGo(u"A"_s).size(), letGo(u"A"_s).sizeHint()); // no wider than what the words leave free
    QVERIFY(stage_->showPanel(u"samples.twin"_s));
    QCOMPARE(chip(u"M"_s).words(), u"@A · shared with A map of the plane"_s);
    QTRY_VERIFY(chip(u"M"_s).isVisible());
  }

  void theOtherPanelMovesThePictureOnStage() {
    map_->apply({{u"A"_s, u"@A"_s}});
    twin_->apply({{u"M"_s, u"@A"_s}});
    twin_->set(u"m11"_s, 1.5);
    const auto& plane = dynamic_cast<render::PlaneWidget&>(*stage_->picture().view(u"plane"_s));
    QTRY_COMPARE(plane.view().handles.at(1).position, QPointF(1.5, 0));
  }

  void lettingGoByMouse() {
    map_->apply({{u"A"_s, u"@A"_s}});
    twin_->apply({{u"M"_s, u"@A"_s}});
    twin_->set(u"m12"_s, 1.5);
    QTRY_VERIFY(letGo(u"A"_s).isVisible());
    QTest::mouseClick(&letGo(u"A"_s), Qt::LeftButton);
    QTRY_VERIFY(!chip(u"A"_s).isVisible());
    QCOMPARE(map_->number(u"b"_s), 1.5);
    twin_->set(u"m12"_s, 0.0);
    QCOMPARE(map_->number(u"b"_s), 1.5);
  }

  void lettingGoByKeysAndUndo() {
    map_->apply({{u"A"_s, u"@A"_s}});
    QTRY_VERIFY(letGo(u"A"_s).isVisible());
    QCOMPARE(letGo(u"A"_s).accessibleName(), u"Let go of @A"_s);
    QVERIFY(letGo(u"A"_s).focusPolicy() & Qt::TabFocus);
    letGo(u"A"_s).setFocus(Qt::TabFocusReason);
    QTest::keyClick(&letGo(u"A"_s), Qt::Key_Space);
    QTRY_VERIFY(!chip(u"A"_s).isVisible());
    stage_->setFocus();
    QTest::keySequence(stage_.get(), QKeySequence::Undo);
    QTRY_VERIFY(chip(u"A"_s).isVisible());
  }

  void aShapeThatDoesNotFitIsTold() {
    twin_->apply({{u"wide"_s, u"@A"_s}});
    map_->apply({{u"A"_s, u"@A"_s}});
    QCOMPARE(stage_->notice().text(),
             u"A of samples.map is a 2 × 2 matrix, and the shared @A is a 2 × 3 matrix"_s);
    QVERIFY(!chip(u"A"_s).isVisible());
  }
};

QTEST_MAIN(SharedValuesShowAChip)
#include "shared_values_show_a_chip.moc"
