#include "app/stage/change_glow.h"
#include "app/stage/stage_widget.h"
#include "app/stage/tab_strip.h"
#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "views/controls/button.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QJsonArray>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using stage::Tab;
using stage::TabSet;

namespace {

const QString map = u"samples.map"_s;
const QString plain = u"samples.square"_s;

TabSet after(std::initializer_list<TabSet (*)(TabSet)> steps) {
  TabSet set;
  for (const auto step : steps)
    set = step(std::move(set));
  return set;
}

/// What must be true of every set of tabs, whatever was done to it.
bool isSound(const TabSet& set) {
  std::set<QString> names;
  for (std::size_t i = 0; i < set.tabs.size(); ++i) {
    if (!names.insert(set.tabs[i].panel).second)
      return false; // a panel stands twice
    if (!set.tabs[i].isKept && i + 1 != set.tabs.size())
      return false; // what follows the text is one, and the last
  }
  const int count = static_cast<int>(set.tabs.size());
  return count == 0 ? set.current == -1 : set.current >= 0 && set.current < count;
}

} // namespace

class TabsKeepAndFollow : public QObject {
  Q_OBJECT

 private slots:
  void thePanelOfTheTextTakesThePlaceOfTheOneBefore() {
    const TabSet set = after({[](TabSet s) { return stage::follow(s, u"a"_s); },
                              [](TabSet s) { return stage::follow(s, u"b"_s); }});
    QCOMPARE(set.tabs, (std::vector<Tab>{{u"b"_s, false}}));
    QCOMPARE(set.current, 0);
  }

  void aKeptPanelStaysInFrontWhileTheTextGoesOn() {
    TabSet set = stage::setKept(stage::follow({}, u"a"_s), 0, true);
    set = stage::follow(set, u"b"_s);
    QCOMPARE(set.tabs, (std::vector<Tab>{{u"a"_s, true}, {u"b"_s, false}}));
    QCOMPARE(stage::currentPanel(set), u"a"_s);
    set = stage::follow(set, u"c"_s);
    QCOMPARE(set.tabs, (std::vector<Tab>{{u"a"_s, true}, {u"c"_s, false}}));
    QCOMPARE(stage::currentPanel(set), u"a"_s);
    // Who goes back to the tab of the text follows it again, also onto a kept panel.
    set = stage::choose(set, 1);
    QCOMPARE(stage::currentPanel(stage::follow(set, u"b"_s)), u"b"_s);
    set = stage::follow(set, u"a"_s);
    QCOMPARE(stage::currentPanel(set), u"a"_s);
    QCOMPARE(stage::currentPanel(stage::follow(set, u"d"_s)), u"d"_s);
  }

  void whatTheReaderAsksForComesToTheFront() {
    TabSet set = stage::setKept(stage::follow({}, u"a"_s), 0, true);
    set = stage::show(set, u"b"_s);
    QCOMPARE(stage::currentPanel(set), u"b"_s);
    set = stage::show(set, u"a"_s);
    QCOMPARE(stage::currentPanel(set), u"a"_s);
    QCOMPARE(set.tabs.size(), std::size_t(2));
  }

  void aPanelThatIsLetGoFollowsTheText() {
    TabSet set = stage::setKept(stage::follow({}, u"a"_s), 0, true);
    set = stage::follow(set, u"b"_s);
    set = stage::setKept(set, 0, false);
    QCOMPARE(set.tabs, (std::vector<Tab>{{u"a"_s, false}}));
    QCOMPARE(stage::currentPanel(stage::follow(set, u"c"_s)), u"c"_s);
  }

  void theLastTabStays() {
    TabSet set = stage::setKept(stage::follow({}, u"a"_s), 0, true);
    QCOMPARE(stage::close(set, 0), set);
    set = stage::close(stage::follow(set, u"b"_s), 0);
    QCOMPARE(set.tabs, (std::vector<Tab>{{u"b"_s, false}}));
    QCOMPARE(set.current, 0);
  }

  void everySequenceKeepsTheSetSoundAndItsFileWhole() {
    std::mt19937 random(7);
    const QStringList names{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
    const auto pick = [&random](int count) {
      return static_cast<int>(random() % static_cast<unsigned>(count));
    };
    TabSet set;
    for (int i = 0; i < 20000; ++i) {
      const int index = pick(7) - 1; // also what is no index
      switch (pick(6)) {
      case 0:
        set = stage::follow(set, names[pick(5)]);
        break;
      case 1:
        set = stage::show(set, names[pick(5)]);
        break;
      case 2:
        set = stage::choose(set, index);
        break;
      case 3:
        set = stage::setKept(set, index, pick(2) == 0);
        break;
      case 4:
        set = stage::close(set, index);
        break;
      default:
        set = stage::move(set, index, pick(7) - 1);
      }
      QVERIFY2(isSound(set), qPrintable(QString::number(i)));
      QCOMPARE(stage::tabSetFromJson(stage::toJson(set), names), set);
      QVERIFY(isSound(stage::tabSetFromJson(stage::toJson(set), {u"b"_s, u"d"_s})));
    }
  }

  void aDamagedFileGivesASoundSet() {
    const QStringList known{u"a"_s, u"b"_s};
    const TabSet none = stage::tabSetFromJson({{u"tabs"_s, 7}, {u"current"_s, u"a"_s}}, known);
    QVERIFY(none.tabs.empty() && none.current == -1);
    const QJsonObject a{{u"panel"_s, u"a"_s}, {u"kept"_s, u"yes"_s}};
    const QJsonObject b{{u"panel"_s, u"b"_s}};
    const TabSet two = stage::tabSetFromJson({{u"tabs"_s, QJsonArray{a, 3, b, a}}, {u"current"_s, 9}}, known);
    QVERIFY(isSound(two));
  }

  void thePinKeepsAPanelAndTabsBringTheOtherBack() {
    Stage stage;
    QVERIFY(!stage.strip().isVisible());
    QTest::mouseClick(stage.pin(), Qt::LeftButton);
    QVERIFY(stage.pin()->isChecked());
    stage.widget.followTo(plain);
    QCOMPARE(stage.widget.currentPanel(), map);
    QVERIFY(stage.strip().isVisible());
    QCOMPARE(stage.strip().count(), 2);
    QSignalSpy shown(&stage.widget, &stage::StageWidget::panelShown);
    QTest::mouseClick(&stage.strip(), Qt::LeftButton, {}, stage.strip().tabRect(1).center());
    QCOMPARE(stage.widget.currentPanel(), plain);
    QCOMPARE(shown.size(), 1);
    QVERIFY(!stage.pin()->isChecked());
    QTest::keyClick(&stage.widget, Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(stage.widget.currentPanel(), map);
    stage.strip().setFocus();
    QTest::keyClick(&stage.strip(), Qt::Key_Right);
    QCOMPARE(stage.widget.currentPanel(), plain);
    QTest::keyClick(&stage.strip(), Qt::Key_Left);
    QTest::keyClick(&stage.strip(), Qt::Key_Delete);
    QCOMPARE(stage.widget.currentPanel(), plain);
    QVERIFY(!stage.strip().isVisible());
    QVERIFY(stage.strip().accessibleTabName(0).contains(u"follows the text"_s));
  }

  void whatTheTextChangesIsRingedAndScrolledIntoView() {
    Stage stage;
    stage.widget.resize(620, 460); // the controls do not all fit
    QCoreApplication::processEvents();
    auto* glow = stage.widget.findChild<stage::ChangeGlow*>();
    QVERIFY(glow && !glow->isVisible());
    panel::Session& session = *stage.desk.session(map);
    session.set(u"copies"_s, 4.0);
    QCoreApplication::processEvents();
    QVERIFY(!glow->isVisible()); // a change of the reader's own
    session.apply({{u"copies"_s, u"7"_s}}, panel::Move::Eased);
    stage.widget.flash();
    QTRY_VERIFY(glow->isVisible());
    QTRY_VERIFY(!session.isAnimating());
    QTRY_VERIFY(!glow->isVisible());
  }

 private:
  struct Stage {
    panel::Registry registry = tests::sampleRegistry();
    typesetting::Typesetter typesetter;
    panel::Desk desk{registry};
    stage::StageWidget widget{desk, typesetter, render::themeNamed(u"light"_s)};

    Stage() {
      widget.resize(700, 760);
      widget.followTo(map);
      if (!tests::showActive(widget))
        qFatal("the window did not become active");
    }
    stage::TabStrip& strip() { return *widget.findChild<stage::TabStrip*>(); }
    controls::Button* pin() {
      for (controls::Button* button : widget.findChildren<controls::Button*>())
        if (button->accessibleName() == u"Keep on the stage"_s)
          return button;
      qFatal("no pin");
    }
  };
};

QTEST_MAIN(TabsKeepAndFollow)
#include "tabs_keep_and_follow.moc"
