#include "app/search/index.h"
#include "tests/search/synthetic_book.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <random>

using namespace eigenboard;

class HostileQueriesAreOnlyWords : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  book::Book book_ = tests::writeBook(
      folder_.path(), {QStringLiteral("Near and far")},
      {QStringLiteral(
          "# 1.1 Near and far\n\nWhat is near is not far, and a column is title enough. Drop the table.\n")});
  panel::Registry registry_ = panel::registeredPanels();
  search::Index index_{book_, registry_, {}};

  bool stillFinds() {
    return index_.search(QStringLiteral("column"), search::Scope::Book, 5).results.size() == 1;
  }

 private slots:
  void initTestCase() {
    while (index_.refreshNext()) {
    }
    QVERIFY(stillFinds());
  }

  void operatorsAreWords_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("finds");
    const auto row = [](const QString& typed, bool finds) {
      QTest::newRow(qPrintable(typed)) << typed << finds;
    };
    row(QStringLiteral("near"), true);
    row(QStringLiteral("NEAR(near far, 1)"), false); // the word near and the number 1: not in this text
    row(QStringLiteral("NEAR near"), true);
    row(QStringLiteral("near NOT far"), true); // all three words are there
    row(QStringLiteral("near AND far"), true);
    row(QStringLiteral("near OR elephant"), false);
    row(QStringLiteral("title:near"), false); // a phrase
    row(QStringLiteral("{title}: near"), true);
    row(QStringLiteral("^near"), true);
    row(QStringLiteral("near*"), true);
    row(QStringLiteral("*"), false);
    row(QStringLiteral("\""), false);
    row(QStringLiteral("\"\"\"\"near"), true);
    row(QStringLiteral("near\" OR \"elephant"), false);
    row(QStringLiteral("near'; DROP TABLE words; --"), false);
    row(QStringLiteral("'; drop the table; --"), true);
    row(QStringLiteral("near + far"), true);
    row(QStringLiteral("-near"), true);
    row(QStringLiteral("(((near"), true);
    row(QStringLiteral("%_near"), true);
  }
  void operatorsAreWords() {
    QFETCH(QString, typed);
    QFETCH(bool, finds);
    const search::Answer answer = index_.search(typed, search::Scope::Book, 10);
    QCOMPARE(!answer.results.empty() && !answer.isPartial, finds);
    QVERIFY(stillFinds());
  }

  void bigAndBrokenTextIsHarmless_data() {
    QTest::addColumn<QString>("typed");
    QTest::newRow("100 kB of a letter") << QString(100'000, u'a');
    QTest::newRow("100 kB of words") << QStringLiteral("near far ").repeated(11'000);
    QTest::newRow("100 kB of quotes") << QString(100'000, u'"');
    QTest::newRow("100 kB of TeX") << QStringLiteral("\\frac{").repeated(16'000);
    QTest::newRow("control characters")
        << QStringLiteral("near\0far\x01\x1b[2J\r\n\t").append(QChar(0)).append(QChar(7));
    QTest::newRow("half a pair") << QString(QChar(0xD800)) + QStringLiteral("near") + QChar(0xDC00);
    QTest::newRow("marks only") << QString(500, QChar(0x0301));
    QTest::newRow("right to left") << QString(QChar(0x202E)) + QStringLiteral("near");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << QString(1000, u' ');
  }
  void bigAndBrokenTextIsHarmless() {
    QFETCH(QString, typed);
    QElapsedTimer clock;
    clock.start();
    for (const search::Scope scope :
         {search::Scope::Everything, search::Scope::Book, search::Scope::Commands})
      QVERIFY(index_.search(typed, scope, 10).results.size() <= 10);
    QVERIFY(clock.elapsed() <
            1000); // some milliseconds; a second is far beyond, and what a reader would notice
    QVERIFY(stillFinds());
    QVERIFY(!index_.isInMemory() || index_.isComplete());
  }

  void randomTextIsHarmless() {
    std::mt19937 random(7);
    const QString letters = QStringLiteral("near far\"\"*()-+:^{}\\$_'%;λ∑₁\t,.");
    for (int round = 0; round < 2000; ++round) {
      QString typed;
      for (unsigned long length = random() % 40; length > 0; --length)
        typed += letters[static_cast<qsizetype>(random() % static_cast<unsigned long>(letters.size()))];
      for (const search::Result& result : index_.search(typed, search::Scope::Everything, 5).results)
        for (const search::Range& range : result.snippetRanges)
          QVERIFY(range.start >= 0 && range.length > 0 &&
                  range.start + range.length <= result.snippet.size());
    }
    QVERIFY(stillFinds());
  }

  void limitsAreKept() {
    for (const int limit : {-5, 0, 1, 3})
      QVERIFY(index_.search(QStringLiteral("a"), search::Scope::Everything, limit).results.size() <=
              static_cast<std::size_t>(std::max(0, limit)));
  }
};

QTEST_GUILESS_MAIN(HostileQueriesAreOnlyWords)
#include "hostile_queries_are_only_words.moc"
