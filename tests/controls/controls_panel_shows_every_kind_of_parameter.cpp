#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "views/controls/choice_control.h"
#include "views/controls/controls_panel.h"
#include "views/controls/group_control.h"
#include "views/controls/slider_control.h"
#include "views/controls/symbol_label.h"
#include "views/controls/text_control.h"
#include "views/controls/toggle_control.h"
#include "views/panel/definition.h"

#include <QtTest/QTest>
#include <QtWidgets/QComboBox>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::controls;

namespace {

enum class Mode { Plain, Rich, Richest };

struct ModalParams {
  Mode mode = Mode::Plain;
  bool extra = true;
  double depth = 1;
  double height = 1;
  QString note;
};

/// extra and height only with two of the three modes, depth only with extra, the note only with one mode.
panel::PanelPointer modalPanel() {
  panel::Fields<ModalParams> fields;
  fields.choice(&ModalParams::mode, {u"mode"_s, u"Mode"_s, {}, u"Which."_s, {}},
                {{u"plain"_s, u"Plain"_s}, {u"rich"_s, u"Rich"_s}, {u"richest"_s, u"Richest"_s}});
  fields.toggle(&ModalParams::extra, {u"extra"_s, u"Extra"_s, {}, u"More."_s, {}})
      .onlyWith(u"mode"_s, {u"rich"_s, u"richest"_s});
  fields.number(&ModalParams::depth, {u"depth"_s, u"Depth"_s, {}, u"How deep."_s, {}}, {0, 9, 1})
      .onlyWith(u"extra"_s);
  fields.number(&ModalParams::height, {u"height"_s, u"Height"_s, {}, u"How high."_s, {}}, {0, 9, 1})
      .onlyWith(u"mode"_s, {u"rich"_s, u"richest"_s});
  fields.text(&ModalParams::note, {u"note"_s, u"Note"_s, {}, u"A word."_s, {}})
      .onlyWith(u"mode"_s, {u"richest"_s});
  panel::Definition<ModalParams, double> definition;
  definition.identity = {u"samples.modal"_s, u"Modes"_s, u"Has modes."_s, u"4.4"_s};
  definition.fields = fields;
  definition.model = [](const ModalParams& p, std::span<const std::monostate>) { return p.depth; };
  definition.scene = [](const ModalParams&, double) { return scene::Scene(); };
  definition.formula = [](const ModalParams&, double) { return QString(); };
  definition.readouts = [](const ModalParams&, double) { return std::vector<panel::Readout>(); };
  definition.invariants = [](const ModalParams&, double) { return std::vector<panel::Invariant>(); };
  definition.spoken = [](const ModalParams&, double) { return QString(); };
  definition.numpy = [](const ModalParams&, int) { return QString(); };
  return panel::makePanel(definition);
}

} // namespace

class ControlsShown : public QObject {
  Q_OBJECT

  const panel::PanelPointer panel_ = tests::samplePanel();
  typesetting::Typesetter typesetter_;
  std::unique_ptr<QUndoStack> undoStack_;
  std::unique_ptr<panel::Session> session_;
  std::unique_ptr<ControlsPanel> controls_;

 private slots:
  void init() {
    undoStack_ = std::make_unique<QUndoStack>();
    session_ = std::make_unique<panel::Session>(*panel_, *undoStack_);
    controls_ = std::make_unique<ControlsPanel>(*session_, typesetter_, render::themeNamed(u"light"_s), 230);
    connect(session_.get(), &panel::Session::changed, controls_.get(), &ControlsPanel::refresh);
    controls_->resize(230, controls_->sizeHint().height());
    QVERIFY(tests::showActive(*controls_));
  }

  void cleanup() {
    controls_.reset();
    session_.reset();
  }

  void everyParameterHasAControl() {
    QCOMPARE(controls_->findChildren<GroupControl*>().size(), 2);
    QCOMPARE(controls_->findChildren<SliderControl*>().size(), 3);
    QCOMPARE(controls_->findChildren<ToggleControl*>().size(), 1);
    QCOMPARE(controls_->findChildren<ChoiceControl*>().size(), 1);
    QCOMPARE(controls_->findChildren<TextControl*>().size(), 1);
  }

  void everythingToReachHasANameAndHelp() {
    int reached = 0;
    for (const QWidget* widget : controls_->findChildren<QWidget*>()) {
      if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
        continue;
      ++reached;
      QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
      QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->accessibleName()));
    }
    QCOMPARE(reached, 4 + 2 + 3 * 2 + 1 + 3 + 1);
  }

  /// Whatever room it has, a name can be read whole.
  void everyNameIsInATooltip() {
    QStringList tips;
    for (const QWidget* widget : controls_->findChildren<QWidget*>())
      tips += widget->toolTip();
    for (const panel::Parameter& parameter : panel_->description().parameters) {
      if (!parameter.group.isEmpty())
        continue; // named by its group's symbol
      const bool isTold = std::any_of(tips.begin(), tips.end(), [&parameter](const QString& tip) {
        return tip.startsWith(parameter.label);
      });
      QVERIFY2(isTold, qPrintable(parameter.key));
    }
  }

  void aToggleSwitches() {
    auto* toggle = controls_->findChild<ToggleControl*>();
    QVERIFY(toggle->isChecked());
    QTest::mouseClick(toggle, Qt::LeftButton);
    QCOMPARE(session_->number(u"grid"_s), 0.0);
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QCOMPARE(session_->number(u"grid"_s), 1.0);
    QCOMPARE(undoStack_->count(), 2);
    undoStack_->undo();
    QTRY_VERIFY(!toggle->isChecked());
  }

  void aChoiceIsMadeByMouseAndArrowKeys() {
    auto* choice = controls_->findChild<ChoiceControl*>();
    QVERIFY(choice->isSegmented());
    const auto segments = choice->findChildren<QAbstractButton*>();
    QTest::mouseClick(segments.at(2), Qt::LeftButton);
    QCOMPARE(session_->number(u"mark"_s), 2.0);
    segments.at(2)->setFocus();
    QTest::keyClick(segments.at(2), Qt::Key_Left);
    QCOMPARE(session_->number(u"mark"_s), 1.0);
    undoStack_->undo();
    undoStack_->undo();
    QTRY_VERIFY(segments.at(0)->isChecked());
    QCOMPARE(undoStack_->index(), 0); // showing what was undone is no change of its own
    QVERIFY(undoStack_->canRedo());
  }

  void aChoiceWithoutRoomDropsDown() {
    const int mark = panel::parameterIndex(panel_->description(), u"mark"_s);
    ChoiceControl choice(*session_, mark, 60, render::themeNamed(u"light"_s));
    auto* list = choice.findChild<QComboBox*>();
    QVERIFY(list && !choice.isSegmented());
    choice.show();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(session_->number(u"mark"_s), 1.0);
  }

  void twoColumnsShareTheControls() {
    const auto places = [this] {
      QList<QRect> places;
      for (QWidget* widget : controls_->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        if (widget->isVisible())
          places += widget->geometry();
      return places;
    };
    controls_->resize(240, 600);
    QCoreApplication::processEvents();
    const int tall = controls_->sizeHint().height();
    const qsizetype count = places().size();
    controls_->setShape({2, 240, false});
    controls_->resize(500, 600);
    QCoreApplication::processEvents();
    QVERIFY(controls_->sizeHint().height() < 0.75 * tall);
    const QList<QRect> all = places();
    QCOMPARE(all.size(), count);
    for (qsizetype i = 0; i < all.size(); ++i) {
      QVERIFY(controls_->rect().contains(all[i]));
      for (qsizetype j = 0; j < i; ++j)
        QVERIFY(!all[i].intersects(all[j]));
    }
    controls_->setShape({1, 230, false});
    QCOMPARE(controls_->sizeHint().height(), tall);
  }

  void whatHasNoEffectTakesNoRoom() {
    const panel::PanelPointer modal = modalPanel();
    QUndoStack undoStack;
    panel::Session session(*modal, undoStack);
    ControlsPanel controls(session, typesetter_, render::themeNamed(u"light"_s), 230);
    connect(&session, &panel::Session::changed, &controls, &ControlsPanel::refresh);
    QVERIFY(tests::showActive(controls));
    const auto count = [&controls]<typename Kind>(const Kind*) {
      const auto all = controls.findChildren<Kind*>();
      return std::count_if(all.begin(), all.end(), [](const Kind* one) { return one->isVisible(); });
    };
    const auto shown = [&count] {
      const SliderControl* sliders = nullptr;
      const ToggleControl* toggles = nullptr;
      const TextControl* texts = nullptr;
      const SymbolLabel* names = nullptr;
      return QList<qsizetype>{count(sliders), count(toggles), count(texts), count(names)};
    };
    const auto height = [&controls] {
      QCoreApplication::processEvents();
      return controls.sizeHint().height();
    };
    const QList<qsizetype> atFirst = shown();
    QCOMPARE(atFirst.first(3), (QList<qsizetype>{0, 0, 0}));
    const int plain = height();
    session.set({{u"mode"_s, 1.0}});
    QTRY_COMPARE(shown().first(3), (QList<qsizetype>{2, 1, 0}));
    const int rich = height();
    QVERIFY(rich > plain + 40);
    session.set({{u"extra"_s, 0.0}});
    QTRY_COMPARE(shown().first(3), (QList<qsizetype>{1, 1, 0}));
    QVERIFY(height() < rich);
    session.set({{u"mode"_s, 2.0}});
    QTRY_COMPARE(shown().first(3), (QList<qsizetype>{1, 1, 1}));
    session.set({{u"extra"_s, 1.0}, {u"mode"_s, 0.0}}); // depth waits for extra, which waits for the mode
    QTRY_COMPARE(shown(), atFirst);
    QCOMPARE(height(), plain);
  }

  void textIsTakenOnEnter() {
    auto* text = controls_->findChild<TextControl*>();
    text->setFocus();
    QTest::keyClicks(text, u"hello"_s);
    QCOMPARE(undoStack_->count(), 0);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(undoStack_->count(), 1);
    QCOMPARE(std::get<QString>(session_->state().values.back()), u"hello"_s);
    undoStack_->undo();
    QTRY_COMPARE(text->text(), QString());
  }

  void aLongDragChangesNoLayout() {
    int layouts = 0;
    struct Counter : QObject {
      int& count;
      explicit Counter(int& counted) : count(counted) {}
      bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize ? 1 : 0;
        return false;
      }
    } counter(layouts);
    controls_->installEventFilter(&counter);
    for (QWidget* widget : controls_->findChildren<QWidget*>())
      widget->installEventFilter(&counter);
    QTest::qWait(600); // formulas arrive, once
    layouts = 0;
    for (int i = 0; i < 100; ++i) {
      session_->set(
          {{u"a"_s, 4 - 0.08 * i}, {u"vx"_s, 0.04 * i}, {u"gain"_s, 0.1 * i}, {u"reach"_s, 1.0 + i * i}});
      QCoreApplication::processEvents();
    }
    QCOMPARE(layouts, 0);
  }
};

QTEST_MAIN(ControlsShown)
#include "controls_panel_shows_every_kind_of_parameter.moc"
