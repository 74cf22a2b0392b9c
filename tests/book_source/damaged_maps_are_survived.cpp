#include "app/book/book.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace eigenboard::book;

namespace {

const char whole[] = R"({
  "title": "A book",
  "levels": [
    {"number": 0, "title": "Zero", "folder": "00", "needs": [], "chapters": [
      {"id": "0.1", "title": "One", "file": "a.md", "covers": "x", "needs": [], "panels": ["p.q"]},
      {"id": "0.2", "title": "Two", "file": "b.md", "covers": "y", "needs": ["0.1"], "panels": []}]}],
  "appendices": {"title": "Appendices", "folder": "15", "chapters": [{"id": "A", "title": "Greek", "file": "A.md"}]},
  "paths": [{"id": "all", "title": "All", "note": "n", "chapters": ["0.1", "0.2"]}]
})";

Book read(const QByteArray& map, QTemporaryDir& directory) {
  QFile file(directory.filePath(QStringLiteral("book.json")));
  if (!file.open(QIODevice::WriteOnly) || file.write(map) != map.size())
    qFatal("cannot write the map");
  file.close();
  return readBook(directory.path());
}

} // namespace

class DamagedMapsAreSurvived : public QObject {
  Q_OBJECT

 private slots:
  void aWholeMapHasNoProblems() {
    QTemporaryDir directory;
    QVERIFY(QDir(directory.path()).mkpath(QStringLiteral("00")));
    QFile chapter(directory.filePath(QStringLiteral("00/b.md")));
    QVERIFY(chapter.open(QIODevice::WriteOnly));
    chapter.close();
    const Book book = read(whole, directory);
    QCOMPARE(book.problems, QStringList());
    QCOMPARE(book.title, QStringLiteral("A book"));
    QCOMPARE(book.chapters().size(), std::size_t(3));
    QCOMPARE(book.levels.back().number, -1);
    QVERIFY(!book.find(QStringLiteral("0.1"))->written);
    QVERIFY(book.find(QStringLiteral("0.2"))->written);
    QCOMPARE(book.find(QStringLiteral("0.2"))->needs, QStringList{QStringLiteral("0.1")});
    QCOMPARE(book.findFile(QStringLiteral("00/../00/a.md")), book.find(QStringLiteral("0.1")));
    QVERIFY(!book.find(QStringLiteral("7.7")));
    QCOMPARE(book.paths.at(0).chapters.size(), 2);
  }

  void aMissingMapSaysSo() {
    QTemporaryDir directory;
    const Book book = readBook(directory.path());
    QVERIFY(book.levels.empty());
    QCOMPARE(book.problems.size(), 1);
    QVERIFY(book.problems.at(0).startsWith(QStringLiteral("book.json: cannot be read")));
    QCOMPARE(readBook(QStringLiteral("/nowhere/at/all")).problems.size(), 1);
  }

  void damageIsNamed_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("chapters"); ///< that are still there
    const auto row = [](const char* name, const char* from, const char* to, const char* words, int chapters) {
      QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(words) << chapters;
    };
    row("syntax", "\"A book\",", "\"A book\"", "line ", 0);
    row("cut short", "\"paths\"", "\"pat", "line ", 0);
    row("no title", "\"title\": \"A book\",", "", "title is needed", 3);
    row("levels of a wrong kind", "\"levels\": [", "\"levels\": 3, \"other\": [", "levels is needed", 1);
    row("chapter without id", "\"id\": \"0.1\",", "", "needs id, title and file", 2);
    row("chapter twice", "\"id\": \"0.2\"", "\"id\": \"0.1\"", "0.1 is there twice", 2);
    row("unknown need", "[\"0.1\"], \"panels\"", "[\"9.9\"], \"panels\"", "unknown chapter '9.9'", 3);
    row("unknown chapter in a path", "[\"0.1\", \"0.2\"]", "[\"0.1\", \"5.5\"]", "unknown chapter '5.5'", 3);
    row("file outside", "\"a.md\"", "\"../../etc/passwd\"", "needs id, title and file", 2);
    row("absolute file", "\"a.md\"", "\"/etc/passwd\"", "needs id, title and file", 2);
    row("folder outside", "\"folder\": \"00\"", "\"folder\": \"../x\"", "title and folder are needed", 3);
    row("chapter of a wrong kind", "{\"id\": \"A\", \"title\": \"Greek\", \"file\": \"A.md\"}", "7",
        "needs id, title and file", 2);
  }
  void damageIsNamed() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, words);
    QFETCH(int, chapters);
    QByteArray map(whole);
    const qsizetype at = map.indexOf(from);
    QVERIFY(at >= 0);
    map.replace(at, from.size(), to);
    if (QByteArray(QTest::currentDataTag()) == "cut short")
      map.truncate(at + to.size());
    QTemporaryDir directory;
    const Book book = read(map, directory);
    QVERIFY2(book.problems.join(u'|').contains(words), qPrintable(book.problems.join(u'|')));
    QCOMPARE(static_cast<int>(book.chapters().size()), chapters);
    for (const Chapter* chapter : book.chapters())
      QVERIFY(!chapter->file.startsWith(u'/') && !chapter->file.contains(QStringLiteral("..")));
  }

  void aHugeMapIsRefused() {
    QTemporaryDir directory;
    const Book book = read(QByteArray(whole) + QByteArray(5'000'000, ' '), directory);
    QVERIFY(book.problems.join(u'|').contains(QStringLiteral("larger than 4 MB")));
    QVERIFY(book.levels.empty());
  }
};

QTEST_APPLESS_MAIN(DamagedMapsAreSurvived)
#include "damaged_maps_are_survived.moc"
