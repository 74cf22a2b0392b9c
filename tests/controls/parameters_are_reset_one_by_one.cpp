#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "views/controls/choice_control.h"
#include "views/controls/controls_panel.h"
#include "views/controls/group_control.h"
#include "views/controls/slider_control.h"
#include "views/controls/text_control.h"
#include "views/controls/toggle_control.h"
#include "views/typesetting/typesetter.h"

#include <QtGui/QContextMenuEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::controls;

class Resets : public QObject {
  Q_OBJECT

  const panel::PanelPointer panel_ = tests::samplePanel();
  typesetting::Typesetter typesetter_;
  std::unique_ptr<QUndoStack> undoStack_;
  std::unique_ptr<panel::Session> session_;
  std::unique_ptr<ControlsPanel> controls_;

  ScrubNumber& number(const QString& key) {
    for (ScrubNumber* number : controls_->findChildren<ScrubNumber*>())
      if (number->parameter().key == key)
        return *number;
    qFatal("no number %s", qPrintable(key));
  }
  /// Opens the menu of the widget by the pointer or the menu key, chooses the entry, and gives all entries.
  static QStringList choose(QWidget& widget, const QString& entry, QContextMenuEvent::Reason reason) {
    QStringList offered;
    QTimer::singleShot(50, [&] {
      auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
      if (!menu)
        return;
      QAction* wanted = nullptr;
      for (QAction* action : menu->actions()) {
        offered += action->text();
        if (action->text() == entry)
          wanted = action;
      }
      if (wanted)
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(wanted).center());
      else
        menu->close();
    });
    const QPoint middle = widget.rect().center();
    QContextMenuEvent event(reason, middle, widget.mapToGlobal(middle));
    QApplication::sendEvent(&widget, &event);
    return offered;
  }

 private slots:
  void init() {
    undoStack_ = std::make_unique<QUndoStack>();
    session_ = std::make_unique<panel::Session>(*panel_, *undoStack_);
    controls_ = std::make_unique<ControlsPanel>(*session_, typesetter_, render::themeNamed(u"light"_s), 230);
    connect(session_.get(), &panel::Session::changed, controls_.get(), &ControlsPanel::refresh);
    controls_->resize(240, controls_->sizeHint().height());
    QVERIFY(tests::showActive(*controls_));
    session_->apply({{u"A"_s, u"2,3;3,2"_s},
                     {u"gain"_s, u"4"_s},
                     {u"grid"_s, u"off"_s},
                     {u"mark"_s, u"ring"_s},
                     {u"note"_s, u"mine"_s}});
    QCoreApplication::processEvents();
    undoStack_->clear();
  }

  void cleanup() {
    controls_.reset();
    session_.reset();
  }

  void deleteAndBackspaceResetWhatHasTheFocus() {
    const auto reset = [](QWidget& widget, Qt::Key key) {
      widget.setFocus();
      QTest::keyClick(&widget, key);
    };
    reset(number(u"b"_s), Qt::Key_Backspace);
    QCOMPARE(session_->number(u"b"_s), 0.5);
    QCOMPARE(session_->number(u"a"_s), 2.0);
    reset(*controls_->findChild<TrackSlider*>(), Qt::Key_Delete);
    QCOMPARE(session_->number(u"gain"_s), 1.0);
    reset(*controls_->findChild<ToggleControl*>(), Qt::Key_Backspace);
    QCOMPARE(session_->number(u"grid"_s), 1.0);
    reset(*controls_->findChild<ChoiceControl*>()->findChildren<QAbstractButton*>().at(2), Qt::Key_Delete);
    QCOMPARE(session_->number(u"mark"_s), 0.0);
    auto* text = controls_->findChild<TextControl*>();
    text->setFocus();
    text->end(false);
    QTest::keyClick(text, Qt::Key_Backspace); // in a text these keys are for the text
    QCOMPARE(text->text(), u"min"_s);
    QCOMPARE(undoStack_->count(), 4);
  }

  void theMenuResetsACellOrItsMatrix() {
    const QStringList offered =
        choose(number(u"c"_s), u"Reset: Matrix A, row 2, column 1"_s, QContextMenuEvent::Mouse);
    QCOMPARE(offered, QStringList({u"Reset: Matrix A, row 2, column 1"_s, u"Reset: Matrix A"_s}));
    QCOMPARE(session_->number(u"c"_s), 0.0);
    QCOMPARE(session_->number(u"d"_s), 2.0);
    number(u"d"_s).setFocus();
    choose(number(u"d"_s), u"Reset: Matrix A"_s, QContextMenuEvent::Keyboard);
    QCOMPARE(session_->number(u"a"_s), 1.0);
    QCOMPARE(session_->number(u"b"_s), 0.5);
    QCOMPARE(session_->number(u"d"_s), 1.0);
    QCOMPARE(undoStack_->count(), 2);
    undoStack_->undo();
    QCOMPARE(session_->number(u"b"_s), 3.0);
  }

  void theMenuResetsTheOthers() {
    choose(*controls_->findChild<ToggleControl*>(), u"Reset: Moved grid"_s, QContextMenuEvent::Mouse);
    QCOMPARE(session_->number(u"grid"_s), 1.0);
    choose(*controls_->findChild<ChoiceControl*>()->findChildren<QAbstractButton*>().at(1), u"Reset: Mark"_s,
           QContextMenuEvent::Mouse);
    QCOMPARE(session_->number(u"mark"_s), 0.0);
    auto* text = controls_->findChild<TextControl*>();
    text->setFocus();
    QTest::keyClicks(text, u"x"_s);
    choose(*text, u"Reset: Note"_s, QContextMenuEvent::Mouse);
    QCoreApplication::processEvents();
    QCOMPARE(text->text(), QString());
    QCOMPARE(std::get<QString>(session_->state().values.back()), QString());
  }
};

QTEST_MAIN(Resets)
#include "parameters_are_reset_one_by_one.moc"
