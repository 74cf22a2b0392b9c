#include "tests/panel/sample_panel.h"
#include "views/panel/desk.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::panel;

class DeskTest : public QObject {
  Q_OBJECT

 private slots:
  void oneSessionForEachPanel() {
    const Registry registry = tests::sampleRegistry();
    Desk desk(registry);
    QSignalSpy created(&desk, &Desk::sessionCreated);
    Session* session = desk.session(u"samples.map"_s);
    QVERIFY(session);
    QCOMPARE(desk.session(u"samples.map"_s), session);
    QVERIFY(desk.session(u"samples.square"_s) != session);
    QVERIFY(!desk.session(u"samples.nothing"_s));
    QCOMPARE(created.count(), 2);
    session->set(u"a"_s, 2.0);
    QVERIFY(desk.undoStack().canUndo());
  }

  void statesComeBack() {
    const Registry registry = tests::sampleRegistry();
    QJsonObject json;
    {
      Desk desk(registry);
      desk.session(u"samples.map"_s)->apply({{u"A"_s, u"1,2;3,4"_s}, {u"steps"_s, u"2"_s}});
      desk.session(u"samples.square"_s)->set(u"x"_s, -1.5);
      json = desk.toJson();
      json.insert(u"of.tomorrow"_s, QJsonObject{{u"values"_s, QJsonObject{{u"q"_s, u"1"_s}}}});
    }
    Desk desk(registry);
    QVERIFY(desk.fromJson(json).isEmpty());
    QCOMPARE(desk.toJson(), json); // also of panels that nobody has looked at yet
    QCOMPARE(desk.session(u"samples.map"_s)->number(u"b"_s), 2.0);
    QCOMPARE(desk.session(u"samples.map"_s)->step(), 2);
    QVERIFY(!desk.undoStack().canUndo());
    QCOMPARE(desk.toJson(), json);
  }

  void goalsMetBeforeAreNotMetAgain() {
    const Registry registry = tests::sampleRegistry();
    Desk desk(registry);
    QSignalSpy goal(desk.session(u"samples.map"_s), &Session::goalReached);
    const QJsonObject values{{u"d"_s, u"-1"_s}};
    QVERIFY(desk.fromJson(
                    {{u"samples.map"_s, QJsonObject{{u"panel"_s, u"samples.map"_s}, {u"values"_s, values}}}})
                .isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(desk.session(u"samples.map"_s)->number(u"d"_s), -1.0);
    QCOMPARE(goal.count(), 0);
  }

  void eachStateThatDoesNotFitIsNamed() {
    const Registry registry = tests::sampleRegistry();
    Desk desk(registry);
    const QStringList errors =
        desk.fromJson({{u"samples.map"_s, u"nonsense"_s},
                       {u"samples.square"_s, QJsonObject{{u"panel"_s, u"samples.map"_s}}}});
    QCOMPARE(errors.size(), 2);
    QVERIFY(desk.session(u"samples.square"_s));
  }
};

QTEST_GUILESS_MAIN(DeskTest)
#include "desk_keeps_states_between_starts.moc"
