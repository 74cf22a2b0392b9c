#include "app/navigation/map_layout.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

using namespace eigenboard;
using navigation::LevelGraph;
using navigation::MapLayout;
using navigation::MapStep;

namespace {

const book::Book& realBook() {
  static const book::Book book = book::readBook(QStringLiteral(CHAPTERS));
  return book;
}

/// Levels 0 … count − 1, each with one chapter, that need random levels before them.
book::Book randomBook(std::mt19937& random, int count) {
  book::Book book;
  for (int i = 0; i < count; ++i) {
    book::Level level;
    level.number = i;
    level.chapters.resize(1);
    level.chapters[0].id = QString::number(i);
    for (int before = 0; before < i; ++before)
      if (random() % 3 == 0)
        level.needs.push_back(before);
    book.levels.push_back(level);
  }
  return book;
}

/// Longest chain of needs below a level, straight from the definition.
int depthOf(const book::Book& book, int level) {
  int depth = 0;
  for (const int need : book.levels[static_cast<std::size_t>(level)].needs)
    depth = std::max(depth, depthOf(book, need) + 1);
  return depth;
}

std::set<int> allNeeds(const book::Book& book, int level) {
  std::set<int> found;
  for (const int need : book.levels[static_cast<std::size_t>(level)].needs) {
    found.insert(need);
    found.merge(allNeeds(book, need));
  }
  return found;
}

/// The fewest crossings that any order within the layers has.
int fewestCrossings(LevelGraph graph, std::size_t layer = 0) {
  if (layer == graph.layers.size())
    return navigation::crossings(graph);
  std::sort(graph.layers[layer].begin(), graph.layers[layer].end());
  int fewest = 1 << 20;
  do
    fewest = std::min(fewest, fewestCrossings(graph, layer + 1));
  while (std::next_permutation(graph.layers[layer].begin(), graph.layers[layer].end()));
  return fewest;
}

} // namespace

class MapIsLayeredAndCalm : public QObject {
  Q_OBJECT

 private slots:
  void layersAreLongestPaths() {
    std::mt19937 random(7);
    for (int round = 0; round < 40; ++round) {
      const book::Book book = randomBook(random, 9);
      const LevelGraph graph = navigation::levelGraph(book);
      std::size_t levels = 0;
      for (std::size_t layer = 0; layer < graph.layers.size(); ++layer)
        for (const int level : graph.layers[layer]) {
          QCOMPARE(depthOf(book, level), static_cast<int>(layer));
          ++levels;
        }
      QCOMPARE(levels, book.levels.size());
    }
  }

  void edgesSayTheSameAsTheNeeds() {
    std::mt19937 random(8);
    for (int round = 0; round < 40; ++round) {
      const book::Book book = randomBook(random, 9);
      const LevelGraph graph = navigation::levelGraph(book);
      // Following the curves leads to all that is needed, and no curve can be left out.
      book::Book reduced = book;
      for (book::Level& level : reduced.levels)
        level.needs.clear();
      for (const auto& [needed, needing] : graph.edges)
        reduced.levels[static_cast<std::size_t>(needing)].needs.push_back(needed);
      for (int level = 0; level < 9; ++level) {
        QVERIFY(allNeeds(reduced, level) == allNeeds(book, level));
        const std::vector<int> needs = reduced.levels[static_cast<std::size_t>(level)].needs;
        for (const int left : needs) {
          book::Book without = reduced;
          std::erase(without.levels[static_cast<std::size_t>(level)].needs, left);
          QVERIFY(allNeeds(without, level) != allNeeds(book, level));
        }
      }
    }
  }

  void theBooksMapHasAsFewCrossingsAsAnyOrder() {
    const LevelGraph graph = navigation::levelGraph(realBook());
    QCOMPARE(navigation::crossings(graph), fewestCrossings(graph));
  }

  void sameBookSameMap() {
    const MapLayout one = navigation::layOutMap(realBook(), {1280, 640});
    const MapLayout other = navigation::layOutMap(realBook(), {1280, 640});
    QCOMPARE(one.stations.size(), other.stations.size());
    for (std::size_t i = 0; i < one.stations.size(); ++i)
      QCOMPARE(one.stations[i].rect, other.stations[i].rect);
  }

  void everyChapterHasItsRow_data() {
    QTest::addColumn<QSizeF>("space");
    QTest::newRow("900x520") << QSizeF(900, 520);
    QTest::newRow("1280x640") << QSizeF(1280, 640);
    QTest::newRow("1600x850") << QSizeF(1600, 850);
    QTest::newRow("tiny") << QSizeF(200, 100);
    QTest::newRow("none") << QSizeF(0, 0);
    QTest::newRow("huge") << QSizeF(6000, 4000);
  }
  void everyChapterHasItsRow() {
    QFETCH(QSizeF, space);
    const book::Book& book = realBook();
    const MapLayout map = navigation::layOutMap(book, space);
    QCOMPARE(map.stations.size(), book.chapters().size());
    const QRectF whole(QPointF(0, 0), map.size);
    for (std::size_t i = 0; i < map.stations.size(); ++i) {
      const QRectF& row = map.stations[i].rect;
      QVERIFY(whole.contains(row));
      QVERIFY(row.width() >= 100 && row.height() >= 20);
      QVERIFY(map.cards[static_cast<std::size_t>(map.stations[i].card)].rect.contains(row));
      for (std::size_t j = 0; j < i; ++j)
        QVERIFY(!row.intersects(map.stations[j].rect));
    }
    for (std::size_t i = 0; i < map.cards.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        QVERIFY(!map.cards[i].rect.intersects(map.cards[j].rect));
    if (space.width() >= 900)
      QCOMPARE(map.size.width(), space.width()); // nothing to be scrolled sideways
  }

  void curvesKeepClearOfCards() {
    const MapLayout map = navigation::layOutMap(realBook(), {1280, 640});
    QVERIFY(!map.routes.empty());
    for (const navigation::MapRoute& route : map.routes)
      for (std::size_t card = 0; card < map.cards.size(); ++card) {
        const QRectF inner = map.cards[card].rect.adjusted(3, 3, -3, -3);
        for (double t = 0; t <= 1; t += 0.01)
          QVERIFY2(!inner.contains(route.path.pointAtPercent(t)),
                   qPrintable(QStringLiteral("%1 to %2 over %3")
                                  .arg(map.cards[static_cast<std::size_t>(route.from)].level->title,
                                       map.cards[static_cast<std::size_t>(route.to)].level->title,
                                       map.cards[card].level->title)));
      }
  }

  void arrowKeysReachEveryChapter() {
    const MapLayout map = navigation::layOutMap(realBook(), {1280, 640});
    std::set<int> reached{0};
    std::vector<int> open{0};
    while (!open.empty()) {
      const int from = open.back();
      open.pop_back();
      for (const MapStep step : {MapStep::Left, MapStep::Right, MapStep::Up, MapStep::Down})
        if (const int to = navigation::neighbour(map, from, step); reached.insert(to).second)
          open.push_back(to);
    }
    QCOMPARE(reached.size(), map.stations.size());
    // Right goes to what builds on the chapter, left to what it builds on.
    const int from = map.stationOf(QStringLiteral("4.4"));
    const book::Chapter* right =
        map.stations[static_cast<std::size_t>(navigation::neighbour(map, from, MapStep::Right))].chapter;
    QVERIFY(right->needs.contains(QStringLiteral("4.4")));
    QCOMPARE(navigation::neighbour(map, -1, MapStep::Up), -1);
  }

  void damagedBooksAreDrawn() {
    QVERIFY(navigation::layOutMap({}, {800, 600}).stations.empty());
    book::Book circle;
    for (int i = 0; i < 3; ++i) {
      book::Level level;
      level.number = i;
      level.needs = {(i + 1) % 3, 77, i};
      level.chapters.resize(static_cast<std::size_t>(i)); // one without any chapter
      circle.levels.push_back(level);
    }
    const MapLayout map = navigation::layOutMap(circle, {800, 600});
    QCOMPARE(map.stations.size(), std::size_t(3));
    QCOMPARE(map.cards.size(), std::size_t(3));
    // Many levels that each need all before them: no more than a moment.
    book::Book large;
    for (int i = 0; i < 120; ++i) {
      book::Level level;
      level.number = i;
      level.needs.resize(static_cast<std::size_t>(i));
      std::iota(level.needs.begin(), level.needs.end(), 0);
      level.chapters.resize(2);
      large.levels.push_back(level);
    }
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(navigation::layOutMap(large, {1280, 640}).stations.size(), std::size_t(240));
    QVERIFY(clock.elapsed() < 5000);
  }
};

QTEST_GUILESS_MAIN(MapIsLayeredAndCalm)
#include "map_is_layered_and_calm.moc"
