#include "tests/panel/twin_panel.h"
#include "views/panel/desk.h"
#include "views/panel/table.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::panel;

class SharedObjectsTest : public QObject {
  Q_OBJECT

  const Registry registry_ = tests::twinRegistry();
  std::unique_ptr<Desk> desk_;
  Session& map() { return *desk_->session(u"samples.map"_s); }
  Session& twin() { return *desk_->session(u"samples.twin"_s); }
  Session& square() { return *desk_->session(u"samples.square"_s); }
  QUndoStack& undo() { return desk_->undoStack(); }
  static QString matrix(Session& session, const QString& key) {
    return objectAt(session.description(), session.state(), key).value;
  }

 private slots:
  void init() { desk_ = std::make_unique<Desk>(registry_); }

  void tablesOfOtherWidthsAreOneWhereTheyMeet() {
    Description narrow;
    Parameter table;
    table.key = u"nodes"_s;
    table.kind = Kind::Table;
    table.mostRows = 5;
    table.columns = {{u"x"_s, u"across"_s, -9, 9, 1, false}, {u"y"_s, u"up"_s, -9, 9, 1, false}};
    table.defaultValue = u"1,2;3,4"_s;
    narrow.parameters = {table};
    Description wide = narrow;
    wide.parameters[0].columns.push_back({u"pin"_s, u"pinned"_s, 0, 1, 1, true, 0.0});
    wide.parameters[0].defaultValue = u"1,2,1;3,4,0"_s;
    const State narrowState = defaultState(narrow);
    const State wideState = defaultState(wide);
    const SharedObject small = objectAt(narrow, narrowState, u"nodes"_s);
    const SharedObject large = objectAt(wide, wideState, u"nodes"_s);
    QCOMPARE(small.kind, u"table"_s);
    QVERIFY(haveSameShape(small, large));
    QCOMPARE(objectAt(narrow, withObject(narrow, narrowState, u"nodes"_s, large), u"nodes"_s).value,
             small.value);
    SharedObject moved = small;
    moved.value = u"5,6;7,8"_s;
    QCOMPARE(objectAt(wide, withObject(wide, wideState, u"nodes"_s, moved), u"nodes"_s).value,
             u"5,6,1;7,8,0"_s);
    moved.value = u"5,6;7,8;20,1"_s; // another count: nothing says which row is which
    QCOMPARE(objectAt(wide, withObject(wide, wideState, u"nodes"_s, moved), u"nodes"_s).value,
             u"5,6,0;7,8,0;9,1,0"_s);
    moved.value.clear();
    QCOMPARE(objectAt(wide, withObject(wide, wideState, u"nodes"_s, moved), u"nodes"_s).value, QString());
    QVERIFY(sharedSettingProblem(wide, u"nodes"_s, u"@G"_s).isEmpty());
    QVERIFY(namesSharedObject(wide, {{u"nodes"_s, u"@G"_s}}));
    // A row may end before what may be absent, and nowhere else.
    QCOMPARE(std::get<QString>(tableFromText(wide.parameters[0], u"1,2;3,4,1"_s).value), u"1,2,0;3,4,1"_s);
    QVERIFY(!tableFromText(wide.parameters[0], u"1"_s).ok());
    QVERIFY(!tableFromText(narrow.parameters[0], u"1"_s).ok());
    QCOMPARE(tableOf(wide.parameters[0], u"1,2;3;4,5,1"_s), (Eigen::MatrixXd{{1, 2, 0}, {4, 5, 1}}));
  }

  void theSecondPanelTakesTheMatrixOfTheFirst() {
    QVERIFY(map().apply({{u"A"_s, u"@A"_s}}));
    QCOMPARE(matrix(map(), u"A"_s), u"1,0.5;0,1"_s); // the object takes the value of the first
    QVERIFY(twin().apply({{u"M"_s, u"@A"_s}}));
    QCOMPARE(matrix(twin(), u"M"_s), u"1,0.5;0,1"_s);
    QCOMPARE(desk_->shared().nameAt(twin(), u"M"_s), u"A"_s);
    QCOMPARE(desk_->shared().partners(twin(), u"M"_s), QStringList{u"A map of the plane"_s});
    QCOMPARE(desk_->shared().partners(map(), u"A"_s), QStringList{u"A twin"_s});
    twin().set(u"m21"_s, -1.5);
    QCOMPARE(matrix(map(), u"A"_s), u"1,0.5;-1.5,1"_s);
    double det = 0;
    for (const Readout& readout : map().evaluation().readouts)
      det = readout.key == u"det"_s ? readout.value : det;
    QCOMPARE(det, 1.75);
  }

  void whatChangesIsToldToBoth() {
    map().apply({{u"A"_s, u"@A"_s}});
    twin().apply({{u"M"_s, u"@A"_s}});
    QCoreApplication::processEvents();
    QSignalSpy changed(&map(), &Session::changed);
    twin().set(u"m12"_s, 0.25);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toStringList(), QStringList{u"b"_s});
  }

  void oneUndoStepForAll() {
    map().apply({{u"A"_s, u"@A"_s}});
    QCOMPARE(undo().count(), 1);
    QCOMPARE(undo().undoText(), u"Share @A"_s);
    twin().apply({{u"M"_s, u"@A"_s}});
    QCOMPARE(undo().count(), 2);
    twin().beginGesture(u"Move"_s);
    for (int i = 1; i <= 10; ++i)
      twin().set(u"m11"_s, 1 - 0.1 * i);
    twin().endGesture();
    QCOMPARE(undo().count(), 3);
    QCOMPARE(map().number(u"a"_s), 0.0);
    undo().undo();
    QCOMPARE(map().number(u"a"_s), 1.0);
    QCOMPARE(twin().number(u"m11"_s), 1.0);
    undo().redo();
    QCOMPARE(map().number(u"a"_s), 0.0);
    undo().undo();
    undo().undo(); // the second bond: the twin has its own matrix again, and the map keeps its
    QCOMPARE(matrix(twin(), u"M"_s), u"1,0;0,1"_s);
    QCOMPARE(matrix(map(), u"A"_s), u"1,0.5;0,1"_s);
    QVERIFY(desk_->shared().nameAt(twin(), u"M"_s).isEmpty());
    undo().redo();
    QCOMPARE(matrix(twin(), u"M"_s), u"1,0.5;0,1"_s);
    undo().undo();
    undo().undo();
    QVERIFY(desk_->shared().isEmpty());
    // The first to name it now is the twin.
    twin().apply({{u"M"_s, u"@A"_s}});
    map().apply({{u"A"_s, u"@A"_s}});
    QCOMPARE(matrix(map(), u"A"_s), u"1,0;0,1"_s);
  }

  void anEarlierStepOfTheOtherPanelIsUndoneAlone() {
    map().apply({{u"A"_s, u"@A"_s}});
    twin().apply({{u"M"_s, u"@A"_s}});
    map().set(u"vx"_s, 2.0);
    twin().set(u"m11"_s, -1.0);
    map().set(u"vx"_s, 3.0);
    undo().undo();
    QCOMPARE(map().number(u"a"_s), -1.0);
    undo().undo();
    QCOMPARE(map().number(u"a"_s), 1.0);
    QCOMPARE(map().number(u"vx"_s), 2.0);
    undo().undo();
    QCOMPARE(map().number(u"vx"_s), 1.0);
    QCOMPARE(twin().number(u"m11"_s), 1.0);
  }

  void aPresetComesFirstAndTheObjectStays() {
    twin().apply({{u"M"_s, u"2,1;0,2"_s}});
    twin().apply({{u"M"_s, u"@A"_s}});
    map().apply({{u"preset"_s, u"turn"_s}, {u"A"_s, u"@A"_s}}, panel::Move::Eased);
    QCOMPARE(matrix(map(), u"A"_s), u"2,1;0,2"_s);
    QCOMPARE(map().step(), 3);
    QCOMPARE(matrix(twin(), u"M"_s), u"2,1;0,2"_s);
    undo().undo();
    QCOMPARE(matrix(map(), u"A"_s), u"1,0.5;0,1"_s);
    QCOMPARE(map().step(), 0);
    QCOMPARE(matrix(twin(), u"M"_s), u"2,1;0,2"_s);
  }

  void lettingGoKeepsTheValue() {
    map().apply({{u"A"_s, u"@A"_s}});
    twin().apply({{u"M"_s, u"@A"_s}});
    desk_->shared().letGo(twin(), u"M"_s);
    QCOMPARE(undo().undoText(), u"Let go of @A"_s);
    twin().set(u"m11"_s, -2.0);
    QCOMPARE(map().number(u"a"_s), 1.0);
    map().set(u"b"_s, 2.0);
    QCOMPARE(twin().number(u"m12"_s), 0.5);
    undo().undo();
    undo().undo();
    undo().undo();
    QCOMPARE(twin().number(u"m11"_s), 1.0);
    twin().set(u"m11"_s, -2.0);
    QCOMPARE(map().number(u"a"_s), -2.0);
  }

  void aSmallerRangeCutsOnlyWhatItShows() {
    map().apply({{u"A"_s, u"4,0;0,1"_s}});
    map().apply({{u"A"_s, u"@A"_s}});
    twin().apply({{u"M"_s, u"@A"_s}});
    QCOMPARE(matrix(twin(), u"M"_s), u"2,0;0,1"_s);
    QCOMPARE(matrix(map(), u"A"_s), u"4,0;0,1"_s);
    twin().set(u"rate"_s, 0.1); // something else: the object stays whole
    QCOMPARE(matrix(map(), u"A"_s), u"4,0;0,1"_s);
    twin().set(u"m22"_s, 0.5);
    QCOMPARE(matrix(map(), u"A"_s), u"2,0;0,0.5"_s);
  }

  void numbersAreShared() {
    square().apply({{u"x"_s, u"@x"_s}});
    map().apply({{u"gain"_s, u"@x"_s}});
    square().set(u"x"_s, 2.5);
    QCOMPARE(map().number(u"gain"_s), 2.5);
    square().set(u"x"_s, -1.0);
    QCOMPARE(map().number(u"gain"_s), 0.0);
    QCOMPARE(square().number(u"x"_s), -1.0);
  }

  void twoPartsOfOnePanelAreOneObject() {
    map().apply({{u"gain"_s, u"@x"_s}});
    map().apply({{u"copies"_s, u"@x"_s}});
    map().set(u"gain"_s, 3.4);
    QCOMPARE(map().number(u"copies"_s), 3.0);
    QCOMPARE(map().number(u"gain"_s), 3.4);
    undo().undo();
    QCOMPARE(map().number(u"copies"_s), 1.0);
  }

  void aMotionGoesOnThoughAnotherPartOfThePanelFollowsIt() {
    map().apply({{u"gain"_s, u"@x"_s}});
    map().apply({{u"copies"_s, u"@x"_s}});
    map().apply({{u"gain"_s, u"5"_s}}, panel::Move::Eased);
    QVERIFY(map().isAnimating());
    QTest::qWait(200);
    QVERIFY(map().isAnimating());
    QTRY_VERIFY_WITH_TIMEOUT(!map().isAnimating(), 5000);
    QCOMPARE(map().number(u"gain"_s), 5.0);
    QCOMPARE(map().number(u"copies"_s), 5.0);
  }

  void aProcessFollowsToItsStep() {
    map().apply({{u"A"_s, u"@A"_s}, {u"steps"_s, u"6"_s}});
    twin().apply({{u"M"_s, u"@A"_s}});
    twin().beginGesture(u"Move"_s);
    twin().set(u"m12"_s, 1.0);
    QCOMPARE(map().evaluation().readouts.at(4).value, 7.0); // (1 1; 0 1)^6 (1, 1)
    twin().set(u"m11"_s, 2.0); // leaves the disc of radius 1000 never; all steps stay
    twin().endGesture();
    map().evaluation();
    QCOMPARE(map().step(), 6);
  }

  void whatDoesNotFitIsRefusedInWords_data() {
    QTest::addColumn<QString>("panel");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    const QString twin = u"samples.twin"_s;
    QTest::newRow("shape")
        << twin << u"wide"_s << u"@A"_s
        << u"wide of samples.twin is a 2 × 3 matrix, and the shared @A is a 2 × 2 matrix"_s;
    QTest::newRow("point")
        << twin << u"p"_s << u"@A"_s
        << u"p of samples.twin is a point of 2 coordinates, and the shared @A is a 2 × 2 matrix"_s;
    QTest::newRow("number") << twin << u"rate"_s << u"@A"_s << u"is a number, and the shared @A"_s;
    QTest::newRow("cell") << twin << u"m11"_s << u"@A"_s << u"m11 cannot be shared"_s;
    QTest::newRow("choice") << u"samples.map"_s << u"mark"_s << u"@A"_s << u"mark cannot be shared"_s;
    QTest::newRow("toggle") << u"samples.map"_s << u"grid"_s << u"@A"_s << u"grid cannot be shared"_s;
    QTest::newRow("unknown") << twin << u"Q"_s << u"@A"_s << u"unknown parameter 'Q'"_s;
    QTest::newRow("steps") << u"samples.map"_s << u"steps"_s << u"@A"_s << u"no number of steps"_s;
    QTest::newRow("empty") << twin << u"M"_s << u"@"_s << u"names no shared object"_s;
    QTest::newRow("long") << twin << u"M"_s << u"@aaaaaaaaaaaaaaaaaaaaa"_s << u"names no shared object"_s;
    QTest::newRow("signs") << twin << u"M"_s << u"@A;B"_s << u"names no shared object"_s;
    QTest::newRow("line") << twin << u"M"_s << u"@A\n"_s << u"names no shared object"_s;
  }
  void whatDoesNotFitIsRefusedInWords() {
    QFETCH(QString, panel);
    QFETCH(QString, key);
    QFETCH(QString, name);
    QFETCH(QString, words);
    map().apply({{u"A"_s, u"@A"_s}});
    Session& session = *desk_->session(panel);
    const Values before = session.state().values;
    const int steps = undo().count();
    QSignalSpy rejected(&session, &Session::rejected);
    const QString another = panel == u"samples.map"_s ? u"gain"_s : u"seed"_s; // all or none
    QVERIFY(!session.apply({{another, u"5"_s}, {key, name}}));
    QCOMPARE(rejected.count(), 1);
    const QString reason = rejected.first().first().toString();
    QVERIFY2(reason.contains(words), qPrintable(reason));
    QCOMPARE(session.state().values, before);
    QCOMPARE(undo().count(), steps);
  }

  void textThatBeginsWithTheSignIsText() {
    QVERIFY(map().apply({{u"note"_s, u"@home"_s}}));
    QVERIFY(desk_->shared().isEmpty());
    QCOMPARE(std::get<QString>(map().state().values.back()), u"@home"_s);
  }

  void bondsComeBackFromTheFile() {
    map().apply({{u"A"_s, u"0.5,0;0,2"_s}});
    map().apply({{u"A"_s, u"@A"_s}});
    twin().apply({{u"M"_s, u"@A"_s}});
    QJsonObject saved = desk_->toJson();
    QJsonObject shared = saved[u"shared"_s].toObject();
    QJsonObject objects = shared[u"objects"_s].toObject();
    objects.insert(u"films"_s, QJsonObject{{u"kind"_s, u"ratings"_s}, {u"value"_s, u"…"_s}, {u"q"_s, 1}});
    QJsonArray bindings = shared[u"bindings"_s].toArray();
    bindings.append(
        QJsonObject{{u"panel"_s, u"of.tomorrow"_s}, {u"key"_s, u"ratings"_s}, {u"name"_s, u"films"_s}});
    shared.insert(u"objects"_s, objects);
    shared.insert(u"bindings"_s, bindings);
    shared.insert(u"later"_s, true);
    saved.insert(u"shared"_s, shared);

    Desk next(registry_);
    QCOMPARE(next.fromJson(saved), QStringList());
    QCOMPARE(next.toJson(), saved);
    Session& twin = *next.session(u"samples.twin"_s);
    QCOMPARE(next.shared().nameAt(twin, u"M"_s), u"A"_s);
    twin.set(u"m12"_s, 1.0); // while the map has not been looked at
    QCOMPARE(matrix(*next.session(u"samples.map"_s), u"A"_s), u"0.5,1;0,2"_s);
    next.session(u"samples.map"_s)->set(u"c"_s, -1.0);
    QCOMPARE(matrix(twin, u"M"_s), u"0.5,1;-1,2"_s);
  }

  void hostileFilesAreRefusedInWords_data() {
    QTest::addColumn<QByteArray>("text");
    const auto bound = [](const QByteArray& object, const QByteArray& binding) {
      return R"({"objects":{"A":)" + object + R"(},"bindings":[)" + binding + "]}";
    };
    const QByteArray good = R"({"kind":"matrix","rows":2,"columns":2,"value":"1,2;3,4"})";
    const QByteArray bond = R"({"panel":"samples.map","key":"A","name":"A"})";
    QTest::newRow("a list") << QByteArray("[1,2]");
    QTest::newRow("a word") << QByteArray(R"("A")");
    QTest::newRow("no object") << bound("7", bond);
    QTest::newRow("another shape") << bound(R"({"kind":"matrix","rows":3,"columns":2,"value":"1"})", bond);
    QTest::newRow("a huge shape") << bound(
        R"({"kind":"matrix","rows":2147483647,"columns":2147483647,"value":"1"})", bond);
    QTest::newRow("a huge value") << bound(R"({"kind":"matrix","rows":2,"columns":2,"value":")" +
                                               QByteArray("1,").repeated(1'000'000) + R"("})",
                                           bond);
    QTest::newRow("bound twice") << bound(good, bond + "," + bond);
    QTest::newRow("a cell") << bound(good, R"({"panel":"samples.map","key":"a","name":"A"})");
    QTest::newRow("a wrong name") << QByteArray(R"({"objects":{"A B":)" + good + R"(},"bindings":[]})");
    QTest::newRow("many bonds") << bound(good, (bond + ",").repeated(20'000) + "null");
    QByteArray many;
    for (int i = 0; i < 5000; ++i)
      many += (i == 0 ? "\"o" : ",\"o") + QByteArray::number(i) + "\":" + good;
    QTest::newRow("many objects") << QByteArray("{\"objects\":{" + many + "}}");
  }
  void hostileFilesAreRefusedInWords() {
    QFETCH(QByteArray, text);
    const QJsonDocument document = QJsonDocument::fromJson("{\"shared\":" + text + "}");
    QVERIFY(document.isObject());
    map().set(u"b"_s, 2.0);
    const QStringList errors = desk_->fromJson(document.object());
    QVERIFY(!errors.isEmpty());
    QVERIFY(errors.size() <= 7);
    QVERIFY(errors.join(QString()).size() < 2000);
    QVERIFY(QJsonDocument(desk_->toJson()).toJson().size() < 200'000);
    map().set(u"b"_s, 1.0);
    QCOMPARE(map().number(u"b"_s), 1.0);
    map().evaluation();
  }

  void valuesThatAreNoNumbersChangeNothing_data() {
    QTest::addColumn<QString>("value");
    for (const char* value : {"", "a,b;c,d", "1,2,3,4,5", "1;2", ",,,", "nan,nan;nan,nan"})
      QTest::newRow(value) << QString::fromLatin1(value);
  }
  void valuesThatAreNoNumbersChangeNothing() {
    QFETCH(QString, value);
    const QJsonObject object{
        {u"kind"_s, u"matrix"_s}, {u"rows"_s, 2}, {u"columns"_s, 2}, {u"value"_s, value}};
    const QJsonObject bond{{u"panel"_s, u"samples.map"_s}, {u"key"_s, u"A"_s}, {u"name"_s, u"A"_s}};
    desk_->fromJson({{u"shared"_s, QJsonObject{{u"objects"_s, QJsonObject{{u"A"_s, object}}},
                                               {u"bindings"_s, QJsonArray{bond}}}}});
    QCOMPARE(matrix(map(), u"A"_s), u"1,0.5;0,1"_s);
    map().set(u"a"_s, 3.0); // and from now on the object is sound
    twin().apply({{u"M"_s, u"@A"_s}});
    QCOMPARE(matrix(twin(), u"M"_s), u"2,0.5;0,1"_s);
  }
};

QTEST_GUILESS_MAIN(SharedObjectsTest)
#include "shared_objects_are_one.moc"
