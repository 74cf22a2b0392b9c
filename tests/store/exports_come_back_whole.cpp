#include "app/store/files.h"
#include "app/store/json_form.h"
#include "tests/store/store_fixture.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace eigenboard;
using namespace eigenboard::tests;

namespace {

const QDateTime noon(QDate(2026, 1, 2), QTime(12, 0), Qt::UTC);

store::Note noteOf(qint64 id, const QString& text, int hours) {
  store::Note made = note(QStringLiteral("4.4"), text, 3);
  made.id = id;
  made.changed = noon.addSecs(3600 * hours);
  return made;
}

store::Answer answerOf(const QString& text, bool right, int hours) {
  return {QStringLiteral("4.4"), QStringLiteral("4.4.1/1"), text, right, noon.addSecs(3600 * hours)};
}

store::Contents full() {
  store::Contents contents;
  contents.session = {
      {QStringLiteral("chapter"), QStringLiteral("4.4")},
      {QStringLiteral("zoom"), 1.1},
      {QStringLiteral("panels"), QJsonObject{{QStringLiteral("a.b"), QJsonArray{1, false, {}}}}}};
  store::Note first = noteOf(9007199254740992, QStringLiteral("Ünïcode ∑ \"quoted\"\n\t\x01"), 1);
  first.more = {{QStringLiteral("tags"), QJsonArray{QStringLiteral("later")}}};
  contents.notes = {{first.id, first}, {2, noteOf(2, QStringLiteral("second"), 2)}};
  store::Bookmark bookmark{3, QStringLiteral("4.6"), QStringLiteral("sec"), QStringLiteral("here"), 0.1, noon,
                           {}};
  contents.bookmarks = {{3, bookmark}};
  contents.answers = {
      {{QStringLiteral("4.4"), QStringLiteral("4.4.1/1")}, answerOf(QStringLiteral("7"), true, 0)}};
  contents.sections = {
      {{QStringLiteral("4.4"), QStringLiteral("x")}, {QStringLiteral("4.4"), QStringLiteral("x"), 1. / 3}}};
  contents.exercises = {{{QStringLiteral("4.4"), QStringLiteral("exercise-4.4.1")},
                         {QStringLiteral("4.4"), QStringLiteral("exercise-4.4.1"), true, false, noon}}};
  contents.goals = {{QStringLiteral("panel/goal"), noon}};
  contents.visited = {{QStringLiteral("4.4"), noon}};
  return contents;
}

QByteArray with(const char* key, const QJsonValue& value) {
  QJsonObject document = QJsonDocument::fromJson(store::toJson(full())).object();
  document[QLatin1String(key)] = value;
  return QJsonDocument(document).toJson();
}

QJsonArray oneNote(const QJsonObject& changes) {
  QJsonObject note{{QStringLiteral("id"), 77},
                   {QStringLiteral("chapter"), QStringLiteral("4.4")},
                   {QStringLiteral("text"), QStringLiteral("text")}};
  for (auto each = changes.begin(); each != changes.end(); ++each)
    note[each.key()] = each.value();
  return {note};
}

} // namespace

class ExportsComeBackWhole : public QObject {
  Q_OBJECT

 private slots:
  void throughJsonAndThroughAnotherStore() {
    const store::FromJson read = store::fromJson(store::toJson(full()));
    QCOMPARE(read.error, QString());
    QVERIFY(read.contents == full());
    const QTemporaryDir folder;
    {
      store::Store other;
      other.open(folder.path());
      QCOMPARE(other.importJson(store::toJson(full())), QString());
      QVERIFY(other.contents() == full());
      QCOMPARE(store::backupsIn(folder.path()).size(), 1U); // how it was before
    }
    store::Store again;
    again.open(folder.path());
    QVERIFY(again.contents() == full());
    QCOMPARE(again.exportJson(), store::toJson(full()));
  }

  void nothingOfEitherSideIsLost() {
    store::Contents present;
    present.notes = {{1, noteOf(1, QStringLiteral("mine, older"), 0)},
                     {2, noteOf(2, QStringLiteral("mine, newer"), 9)},
                     {3, noteOf(3, QStringLiteral("mine alone"), 0)}};
    present.answers = {
        {{QStringLiteral("4.4"), QStringLiteral("4.4.1/1")}, answerOf(QStringLiteral("7"), true, 0)}};
    present.session = {{QStringLiteral("chapter"), QStringLiteral("1.1")}};
    store::Contents added = full();
    added.notes = {{1, noteOf(1, QStringLiteral("theirs, newer"), 5)},
                   {2, noteOf(2, QStringLiteral("theirs, older"), 5)},
                   {4, noteOf(4, QStringLiteral("theirs alone"), 0)}};
    added.answers = {
        {{QStringLiteral("4.4"), QStringLiteral("4.4.1/1")}, answerOf(QStringLiteral("8"), false, 5)}};
    const store::Contents merged = store::merge(present, added);
    QStringList texts;
    for (const auto& [id, each] : merged.notes)
      texts.append(each.text);
    texts.sort();
    QCOMPARE(texts, (QStringList{QStringLiteral("mine alone"), QStringLiteral("mine, newer"),
                                 QStringLiteral("mine, older"), QStringLiteral("theirs alone"),
                                 QStringLiteral("theirs, newer"), QStringLiteral("theirs, older")}));
    QCOMPARE(merged.notes.at(1).text, QStringLiteral("theirs, newer"));
    QCOMPARE(merged.notes.at(2).text, QStringLiteral("mine, newer"));
    QCOMPARE(merged.answers.begin()->second.text, QStringLiteral("7")); // the right one
    QCOMPARE(merged.session[QStringLiteral("chapter")].toString(), QStringLiteral("1.1"));
    QCOMPARE(merged.session[QStringLiteral("zoom")].toDouble(), 1.1);
    QVERIFY(store::merge(merged, added) == merged);
    QVERIFY(store::merge(merged, present) == merged);
    QVERIFY(store::merge(full(), full()) == full());
  }

  void aFileWithAFaultChangesNothing_data() {
    QTest::addColumn<QByteArray>("json");
    const QByteArray good = store::toJson(full());
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray(1000, '\xff');
    QTest::newRow("half of it") << good.left(good.size() / 2);
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("another program's") << QByteArray("{\"notes\": []}");
    QTest::newRow("newer") << with("eigenboard", 2);
    QTest::newRow("deep") << QByteArray(200000, '[');
    QTest::newRow("notes are no list") << with("notes", 5);
    QTest::newRow("a note is no object") << with("notes", QJsonArray{5});
    QTest::newRow("a note without a chapter")
        << with("notes", oneNote({{QStringLiteral("chapter"), QString()}}));
    QTest::newRow("an id that is none") << with("notes", oneNote({{QStringLiteral("id"), 1.5}}));
    QTest::newRow("an id beyond") << with("notes", oneNote({{QStringLiteral("id"), 1e300}}));
    QTest::newRow("a note of 10 MB") << with("notes",
                                             oneNote({{QStringLiteral("text"), QString(10'000'000, u'x')}}));
    QTest::newRow("the last visit is broken") << with("visited", QJsonArray{QJsonObject{}});
    QTest::newRow("larger than 64 MB") << QByteArray(65 * 1024 * 1024, ' ');
  }
  void aFileWithAFaultChangesNothing() {
    QFETCH(QByteArray, json);
    const QTemporaryDir folder;
    fill(folder.path(), 3);
    const QByteArray before = bytesOf(store::storeFile(folder.path()));
    {
      store::Store store;
      store.open(folder.path());
      const store::Contents contents = store.contents();
      const QString error = store.importJson(json);
      QVERIFY2(error.startsWith(QStringLiteral("Nothing was imported: ")), qPrintable(error));
      QVERIFY(store.contents() == contents);
    }
    QCOMPARE(bytesOf(store::storeFile(folder.path())), before);
  }

  void anImportThatCannotBeWrittenChangesNothing() {
    const QTemporaryDir folder;
    fill(folder.path(), 3);
    writeBytes(store::backupFolder(folder.path()), "a file where the backups should be");
    store::Store store;
    store.open(folder.path());
    QVERIFY(!store.importJson(store::toJson(full())).isEmpty());
    QCOMPARE(store.notes().size(), 3U);
    QCOMPARE(askPython(store::storeFile(folder.path()), QStringLiteral("SELECT count(*) FROM note")),
             QStringLiteral("3"));
  }
};

QTEST_GUILESS_MAIN(ExportsComeBackWhole)
#include "exports_come_back_whole.moc"
