#include "app/book/reading_path.h"

#include <QtTest/QTest>

using namespace eigenboard;

namespace {

book::Book smallBook() {
  book::Book book;
  book::Level level;
  for (const auto& [id, written] : {std::pair("1.1", true), {"1.2", false}, {"1.3", false}, {"1.4", true}}) {
    book::Chapter chapter;
    chapter.id = QString::fromLatin1(id);
    chapter.written = written;
    level.chapters.push_back(chapter);
  }
  book.levels.push_back(level);
  book.paths.push_back(
      {QStringLiteral("all"), QStringLiteral("Whole path"), {}, {"1.1", "1.2", "1.3", "1.4"}});
  book.paths.push_back({QStringLiteral("back"), QStringLiteral("Short path"), {}, {"1.4", "1.1"}});
  return book;
}

QString idOf(const book::Chapter* chapter) {
  return chapter ? chapter->id : QStringLiteral("none");
}

} // namespace

class ReadingPathsLeadOn : public QObject {
  Q_OBJECT

 private slots:
  void nextFollowsThePath() {
    const book::Book book = smallBook();
    const book::PathPlace place = book::placeOnPath(book, QStringLiteral("back"), QStringLiteral("1.4"));
    QCOMPARE(idOf(place.next), QStringLiteral("1.1"));
    QCOMPARE(idOf(place.previous), QStringLiteral("none"));
    QCOMPARE(book::pathLine(place), QStringLiteral("Short path, 1 of 2"));
  }

  void whatIsNotWrittenIsSaid() {
    const book::Book book = smallBook();
    const book::PathPlace place = book::placeOnPath(book, QStringLiteral("all"), QStringLiteral("1.1"));
    QCOMPARE(idOf(place.next), QStringLiteral("1.2"));
    QVERIFY(!place.next->written);
    QCOMPARE(idOf(place.nextWritten), QStringLiteral("1.4"));
  }

  void offThePathTheBooksOrderHolds() {
    const book::Book book = smallBook();
    const book::PathPlace place = book::placeOnPath(book, QStringLiteral("back"), QStringLiteral("1.2"));
    QCOMPARE(idOf(place.previous), QStringLiteral("1.1"));
    QCOMPARE(idOf(place.next), QStringLiteral("1.3"));
    QCOMPARE(book::pathLine(place), QStringLiteral("Not on the Short path"));
  }

  void anUnknownPathIsTheFirst() {
    const book::Book book = smallBook();
    QCOMPARE(book::pathOf(book, QStringLiteral("nonsense"))->id, QStringLiteral("all"));
    QCOMPARE(book::pathOf(book::Book(), QStringLiteral("all")), nullptr);
    const book::PathPlace nowhere = book::placeOnPath(book::Book(), {}, QStringLiteral("1.1"));
    QVERIFY(book::pathLine(nowhere).isEmpty());
    QCOMPARE(nowhere.next, nullptr);
  }

  void theBooksOwnPathsCoverWhatTheySay() {
    const book::Book book = book::readBook(QStringLiteral(CHAPTERS));
    QCOMPARE(book.paths.size(), std::size_t(3));
    for (const book::ReadingPath& path : book.paths) {
      // From its first chapter, next leads through all of it.
      QString chapter = path.chapters.front();
      int walked = 1;
      while (const book::Chapter* next = book::placeOnPath(book, path.id, chapter).next) {
        chapter = next->id;
        ++walked;
        QCOMPARE(book::placeOnPath(book, path.id, chapter).index, walked);
        QVERIFY(walked <= path.chapters.size());
      }
      QCOMPARE(walked, static_cast<int>(path.chapters.size()));
    }
  }
};

QTEST_GUILESS_MAIN(ReadingPathsLeadOn)
#include "reading_paths_lead_on.moc"
