#include "app/navigation/palette.h"
#include "app/navigation/palette_list.h"
#include "app/search/service.h"
#include "app/window/header_bar.h"
#include "tests/window/window_fixture.h"
#include "views/controls/button.h"

#include <QtCore/QStandardPaths>
#include <QtGui/QAction>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>

using namespace eigenboard;

namespace {

QString themeOf(OpenWindow& open) {
  return open.window.toJson().value(QStringLiteral("theme")).toString();
}

/// The submenu of that name in the menu that the toolbar's last button opens, by clicking it.
QMenu* submenu(OpenWindow& open, const QString& heading) {
  auto* more = open.window.header().findChild<controls::Button*>(QStringLiteral("more"));
  QTest::mouseClick(more, Qt::LeftButton);
  auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
  if (!menu)
    return nullptr;
  for (const QAction* action : menu->actions())
    if (action->menu() && action->text() == heading) {
      QTest::mouseClick(menu, Qt::LeftButton, {},
                        menu->actionGeometry(const_cast<QAction*>(action)).center());
      return action->menu();
    }
  return nullptr;
}

} // namespace

class SettingsAreFoundByWhatPeopleType : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void theFirstAnswerIsTheSetting_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("title");
    const auto add = [](const char* typed, const char* title) {
      QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromUtf8(title);
    };
    add("dark", "Theme: Dark");
    add("Dark mode", "Theme: Dark");
    add("night", "Theme: Dark");
    add("light", "Theme: Light");
    add("high contrast", "Theme: High contrast");
    add("contrast", "Theme: High contrast");
    add("presentation theme", "Theme: Presentation");
    add("fullscreen", "Present the panel on the whole screen");
    add("laser pointer", "Present the panel on the whole screen");
    add("pop out", "Panel in a window of its own");
    add("snap to the grid", "Snapping: Handles snap to the grid");
    add("theme", "Next theme");
    add("reduced motion", "Motion: Reduced");
    add("no animations", "Motion: Reduced");
    add("text larger", "Larger text");
    add("larger text", "Larger text");
    add("zoom in", "Larger text");
    add("zoom out", "Smaller text");
    add("zoom", "Smaller text");
    add("font size", "Smaller text");
    add("reset zoom", "Normal text size");
    add("reading path", "Reading path: Designed path");
    add("core ml path", "Reading path: Core ML path");
    add("impatient", "Reading path: Impatient path");
    add("print", "Save as PDF\u2026");
    add("help", "Keyboard shortcuts");
    add("annotate", "Note on the selected words");
  }
  /// Before everything in the book, as somebody types it who wants the setting.
  void theFirstAnswerIsTheSetting() {
    QFETCH(QString, typed);
    QFETCH(QString, title);
    OpenWindow open;
    auto& service = *open.window.findChild<search::Service*>();
    service.start();
    QTRY_VERIFY_WITH_TIMEOUT(service.isComplete(), 20'000);
    auto& palette = *open.window.findChild<navigation::Palette*>();
    OpenWindow::press(Qt::Key_K, Qt::ControlModifier);
    OpenWindow::type(typed);
    const auto first = [&palette] {
      const navigation::PaletteRow* row = palette.list().currentRow();
      return row ? row->result.title : QString();
    };
    QTRY_COMPARE(first(), title);
  }

  void enterSetsIt() {
    OpenWindow open;
    auto& palette = *open.window.findChild<navigation::Palette*>();
    const auto choose = [&palette](const QString& typed, const QString& title) {
      OpenWindow::press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
      OpenWindow::type(typed);
      QTRY_VERIFY(palette.list().currentRow() && palette.list().currentRow()->result.title == title);
      OpenWindow::press(Qt::Key_Return);
    };
    choose(QStringLiteral("night"), QStringLiteral("Theme: Dark"));
    QTRY_COMPARE(themeOf(open), QStringLiteral("dark"));
    choose(QStringLiteral("high contrast"), QStringLiteral("Theme: High contrast"));
    QTRY_COMPARE(themeOf(open), QStringLiteral("contrast"));
    choose(QStringLiteral("impatient path"), QStringLiteral("Reading path: Impatient path"));
    QTRY_COMPARE(open.window.path(), QStringLiteral("impatient"));
    choose(QStringLiteral("text larger"), QStringLiteral("Larger text"));
    QTRY_VERIFY(open.reader().zoom() > 1);
    choose(QStringLiteral("actual size"), QStringLiteral("Normal text size"));
    QTRY_COMPARE(open.reader().zoom(), 1.);
  }

  void theMenuShowsWhichOneIsChosen() {
    OpenWindow open;
    OpenWindow::press(Qt::Key_D, Qt::ControlModifier); // the next one: dark
    QMenu* themes = submenu(open, QStringLiteral("Theme"));
    QVERIFY(themes);
    QTRY_VERIFY(themes->isVisible());
    QStringList names;
    QStringList checked;
    for (const QAction* action : themes->actions()) {
      names += action->text();
      if (action->isChecked())
        checked += action->text();
    }
    QCOMPARE(names, (QStringList{QStringLiteral("Light"), QStringLiteral("Dark"),
                                 QStringLiteral("High contrast"), QStringLiteral("Presentation")}));
    QCOMPARE(checked, QStringList{QStringLiteral("Dark")});
    QTest::mouseClick(themes, Qt::LeftButton, {}, themes->actionGeometry(themes->actions().at(0)).center());
    QCOMPARE(themeOf(open), QStringLiteral("light"));
    QVERIFY(themes->actions().at(0)->isChecked());

    open.window.setPath(QStringLiteral("core"));
    QMenu* paths = submenu(open, QStringLiteral("Reading path"));
    QVERIFY(paths);
    QTRY_VERIFY(paths->isVisible());
    QCOMPARE(static_cast<std::size_t>(paths->actions().size()), open.services.book.paths.size());
    for (const QAction* action : paths->actions())
      QCOMPARE(action->isChecked(), action->text() == QStringLiteral("Core ML path"));
    QTest::mouseClick(paths, Qt::LeftButton, {}, paths->actionGeometry(paths->actions().at(1)).center());
    QCOMPARE(open.window.path(), QStringLiteral("impatient"));
  }

  void motionIsReducedForEveryPanel() {
    const QString id = QStringLiteral("linear_algebra.transform");
    QJsonObject kept;
    {
      OpenWindow open;
      panel::Session& session = *open.services.desk.session(id);
      QVERIFY(session.apply({{QStringLiteral("A"), QStringLiteral("3,0;0,3")}}, panel::Move::Eased));
      QVERIFY(session.isAnimating());
      QMenu* motions = submenu(open, QStringLiteral("Motion"));
      QVERIFY(motions);
      QTRY_VERIFY(motions->isVisible());
      QVERIFY(motions->actions().at(0)->isChecked());
      QTest::mouseClick(motions, Qt::LeftButton, {},
                        motions->actionGeometry(motions->actions().at(1)).center());
      QVERIFY(open.services.desk.isMotionReduced());
      session.reset();
      QVERIFY(session.apply({{QStringLiteral("A"), QStringLiteral("3,0;0,3")}}, panel::Move::Eased));
      QVERIFY(!session.isAnimating());
      QCOMPARE(session.number(QStringLiteral("a")), 3.); // at once where the link leads
      kept = open.window.toJson();
    }
    OpenWindow open(kept);
    QVERIFY(open.window.actionNamed(QStringLiteral("motion.reduced"))->isChecked());
    QVERIFY(open.services.desk.isMotionReduced());
    panel::Session& session = *open.services.desk.session(QStringLiteral("linear_algebra.eigen"));
    session.showMe(); // one that was made after the setting jumps too
    const double first = session.number(session.description().parameters.front().key);
    QTest::qWait(100);
    QCOMPARE(session.number(session.description().parameters.front().key), first);
  }

  void aRestartChecksWhatWasChosen() {
    OpenWindow open{QJsonObject{{QStringLiteral("theme"), QStringLiteral("contrast")},
                                {QStringLiteral("path"), QStringLiteral("core")}}};
    QVERIFY(open.window.actionNamed(QStringLiteral("theme.contrast"))->isChecked());
    QVERIFY(!open.window.actionNamed(QStringLiteral("theme.light"))->isChecked());
    QVERIFY(open.window.actionNamed(QStringLiteral("path.core"))->isChecked());
  }
};

QTEST_MAIN(SettingsAreFoundByWhatPeopleType)
#include "settings_are_found_by_what_people_type.moc"
