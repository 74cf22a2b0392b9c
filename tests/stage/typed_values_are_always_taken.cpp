#include "app/stage/stage_widget.h"
#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "views/controls/scrub_number.h"
#include "views/controls/speed_button.h"
#include "views/controls/text_control.h"
#include "views/typesetting/typesetter.h"

#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;
using namespace eigenboard;

/// A number beside a slider, a cell of a matrix, a text and a seed, each left in every way there is.
class TypedValues : public QObject {
  Q_OBJECT

  std::unique_ptr<panel::Registry> registry_;
  typesetting::Typesetter typesetter_;
  std::unique_ptr<panel::Desk> desk_;
  std::unique_ptr<stage::StageWidget> stage_;

  QWidget* field(const QString& key) {
    for (controls::ScrubNumber* number : stage_->findChildren<controls::ScrubNumber*>())
      if (number->parameter().key == key)
        return number;
    for (controls::TextControl* text : stage_->findChildren<controls::TextControl*>())
      if (text->key() == key)
        return text;
    return nullptr;
  }
  /// Begins to type and gives what the keys go to.
  static QWidget* type(QWidget& field, const QString& text) {
    field.setFocus();
    if (auto* line = qobject_cast<QLineEdit*>(&field)) {
      line->selectAll();
      QTest::keyClicks(line, text);
      return line;
    }
    QTest::keyClick(&field, text.front().toLatin1());
    auto* editor = field.findChild<QLineEdit*>();
    QTest::keyClicks(editor, text.mid(1));
    return editor;
  }

 private slots:
  void initTestCase() {
    std::vector<panel::PanelPointer> panels;
    panels.push_back(tests::samplePanel());
    panels.push_back(tests::plainPanel());
    panels.push_back(tests::drawnPanel());
    registry_ = std::make_unique<panel::Registry>(std::move(panels));
  }

  void taken_data() {
    QTest::addColumn<QString>("panel");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("way");
    const QString map = u"samples.map"_s;
    for (const char* way :
         {"Enter", "Tab", "Shift+Tab", "click elsewhere", "another panel", "close", "another window"}) {
      const auto row = [way](const char* what) {
        return QStringLiteral("%1, %2").arg(QLatin1String(what), QLatin1String(way));
      };
      const QString by = QLatin1String(way);
      QTest::newRow(qPrintable(row("slider"))) << map << u"gain"_s << u"2.5"_s << by;
      QTest::newRow(qPrintable(row("cell"))) << map << u"b"_s << u"-2"_s << by;
      QTest::newRow(qPrintable(row("text"))) << map << u"note"_s << u"mine"_s << by;
      QTest::newRow(qPrintable(row("seed"))) << u"samples.drawn"_s << u"seed"_s << u"4711"_s << by;
    }
  }
  void taken() {
    QFETCH(QString, panel);
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, way);
    desk_ = std::make_unique<panel::Desk>(*registry_);
    stage_ = std::make_unique<stage::StageWidget>(*desk_, typesetter_, render::themeNamed(u"light"_s));
    stage_->resize(1000, 900);
    QVERIFY(stage_->showPanel(panel));
    QVERIFY(tests::showActive(*stage_));
    panel::Session& session = *desk_->session(panel);
    QWidget* shown = field(key);
    QVERIFY(shown);
    QWidget* editor = type(*shown, text);
    if (way == u"Enter"_s)
      QTest::keyClick(editor, Qt::Key_Return);
    else if (way == u"Tab"_s)
      QTest::keyClick(editor, Qt::Key_Tab);
    else if (way == u"Shift+Tab"_s)
      QTest::keyClick(editor, Qt::Key_Backtab, Qt::ShiftModifier);
    else if (way == u"click elsewhere"_s)
      QTest::mouseClick(stage_.get(), Qt::LeftButton, {}, QPoint(2, 2)); // the stage's margin
    else if (way == u"another panel"_s)
      stage_->followTo(u"samples.square"_s); // the text has been scrolled, and the keyboard is still here
    else if (way == u"close"_s)
      stage_->close();
    else // the keyboard goes to another window
      editor->clearFocus();
    const int at = panel::parameterIndex(session.description(), key);
    QCOMPARE(panel::toText(session.description().parameters[static_cast<std::size_t>(at)],
                           session.state().values[static_cast<std::size_t>(at)]),
             text);
    QCOMPARE(desk_->undoStack().count(), 1);
    stage_.reset();
    desk_.reset();
  }

  void aSpeedIsTakenWhenAnotherPanelComes() {
    desk_ = std::make_unique<panel::Desk>(*registry_);
    stage_ = std::make_unique<stage::StageWidget>(*desk_, typesetter_, render::themeNamed(u"light"_s));
    stage_->resize(1000, 900);
    QVERIFY(stage_->showPanel(u"samples.drawn"_s));
    QVERIFY(tests::showActive(*stage_));
    type(*stage_->findChild<controls::SpeedButton*>(), u"2.5"_s);
    stage_->followTo(u"samples.map"_s);
    QCOMPARE(desk_->session(u"samples.drawn"_s)->manner().speed, 2.5);
    QCOMPARE(desk_->session(u"samples.map"_s)->manner().speed, 1.0);
    stage_.reset();
    desk_.reset();
  }
};

QTEST_MAIN(TypedValues)
#include "typed_values_are_always_taken.moc"
