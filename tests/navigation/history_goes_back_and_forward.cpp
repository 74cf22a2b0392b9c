#include "app/navigation/history.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <random>

using namespace eigenboard;
using navigation::History;
using navigation::Spot;

namespace {

book::Book smallBook() {
  book::Book book;
  book::Level level;
  for (const char* id : {"1.1", "1.2", "1.3"}) {
    book::Chapter chapter;
    chapter.id = QString::fromLatin1(id);
    level.chapters.push_back(chapter);
  }
  book.levels.push_back(level);
  return book;
}

Spot spot(const char* chapter, double position) {
  return {QString::fromLatin1(chapter), position, QStringLiteral("a.panel")};
}

/// The same, as two stacks: how every browser's history can be described.
struct Stacks {
  std::vector<Spot> back;
  std::vector<Spot> ahead;
  Spot here;
  bool isEmpty = true;
};

} // namespace

class HistoryGoesBackAndForward : public QObject {
  Q_OBJECT

 private slots:
  void scrollingAddsNothingAndIsRemembered() {
    History history;
    navigation::visit(history, spot("1.1", 0));
    navigation::settle(history, spot("1.1", 7.25)); // scrolled before leaving
    navigation::visit(history, spot("1.2", 0));
    QCOMPARE(history.spots.size(), std::size_t(2));
    QCOMPARE(navigation::goBack(history), spot("1.1", 7.25));
    QVERIFY(!navigation::canGoBack(history));
    QCOMPARE(navigation::goForward(history), spot("1.2", 0));
    QVERIFY(!navigation::canGoForward(history));
  }

  void aJumpForgetsWhatWasAhead() {
    History history;
    for (const char* id : {"1.1", "1.2", "1.3"})
      navigation::visit(history, spot(id, 0));
    navigation::goBack(history);
    navigation::goBack(history);
    navigation::visit(history, spot("1.3", 4));
    QVERIFY(!navigation::canGoForward(history));
    QCOMPARE(navigation::goBack(history), spot("1.1", 0));
  }

  void agreesWithTwoStacks() {
    std::mt19937 random(20240611);
    const auto below = [&random](int limit) { return static_cast<int>(random() % 1000) % limit; };
    History history;
    Stacks stacks;
    const char* ids[] = {"1.1", "1.2", "1.3"};
    for (int step = 0; step < 5000; ++step) {
      const int choice = below(5);
      if (choice < 2 && stacks.back.size() + 1 < navigation::mostSpots) {
        const Spot next = spot(ids[below(3)], below(40) / 4.);
        navigation::visit(history, next);
        if (stacks.isEmpty || next != stacks.here) {
          if (!stacks.isEmpty)
            stacks.back.push_back(stacks.here);
          stacks.ahead.clear();
          stacks.here = next;
          stacks.isEmpty = false;
        }
      } else if (choice == 2 && !stacks.isEmpty) {
        const Spot scrolled = {stacks.here.chapter, below(40) / 4., stacks.here.panel};
        navigation::settle(history, scrolled);
        stacks.here = scrolled;
      } else if (choice == 3) {
        QCOMPARE(navigation::canGoBack(history), !stacks.back.empty());
        navigation::goBack(history);
        if (!stacks.back.empty()) {
          stacks.ahead.push_back(stacks.here);
          stacks.here = stacks.back.back();
          stacks.back.pop_back();
        }
      } else if (choice == 4) {
        QCOMPARE(navigation::canGoForward(history), !stacks.ahead.empty());
        navigation::goForward(history);
        if (!stacks.ahead.empty()) {
          stacks.back.push_back(stacks.here);
          stacks.here = stacks.ahead.back();
          stacks.ahead.pop_back();
        }
      }
      if (!stacks.isEmpty)
        QCOMPARE(history.spots[history.here], stacks.here);
    }
  }

  void isBounded() {
    History history;
    for (int i = 0; i < 1000; ++i)
      navigation::visit(history, spot("1.1", i));
    QCOMPARE(history.spots.size(), navigation::mostSpots);
    QCOMPARE(history.spots[history.here], spot("1.1", 999));
  }

  void survivesARestart() {
    History history;
    for (const char* id : {"1.1", "1.2", "1.3"})
      navigation::visit(history, spot(id, 2.0625));
    navigation::goBack(history);
    const History again = navigation::historyFromJson(navigation::toJson(history), smallBook());
    QVERIFY(again.spots == history.spots);
    QCOMPARE(again.here, history.here);
  }

  void hostileFilesAreHarmless() {
    const QJsonObject good{{QStringLiteral("chapter"), QStringLiteral("1.2")},
                           {QStringLiteral("position"), 3}};
    const QJsonObject json{
        {QStringLiteral("here"), 5000},
        {QStringLiteral("spots"), QJsonArray{QJsonObject{}, 7, QStringLiteral("x"),
                                             QJsonObject{{QStringLiteral("chapter"), QStringLiteral("99.9")}},
                                             QJsonObject{{QStringLiteral("chapter"), QStringLiteral("1.1")},
                                                         {QStringLiteral("position"), -4}},
                                             good}}};
    const History history = navigation::historyFromJson(json, smallBook());
    QCOMPARE(history.spots.size(), std::size_t(1));
    QCOMPARE(history.spots[history.here].chapter, QStringLiteral("1.2"));
    QVERIFY(navigation::historyFromJson({}, smallBook()).spots.empty());
    QVERIFY(navigation::historyFromJson({{QStringLiteral("spots"), 3}}, smallBook()).spots.empty());
    History empty;
    QCOMPARE(navigation::goBack(empty), Spot());
    QCOMPARE(navigation::goForward(empty), Spot());
  }
};

QTEST_APPLESS_MAIN(HistoryGoesBackAndForward)
#include "history_goes_back_and_forward.moc"
