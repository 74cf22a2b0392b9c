#include "core/recommender/ratings_file.h"
#include "core/recommender/titles_file.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <cmath>
#include <map>

using namespace eigenboard::recommender;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

/// The folder of MovieLens files, for those who have them.
QDir movieLens() {
  return QDir(qEnvironmentVariable("EIGENBOARD_MOVIELENS"));
}

bool hasMovieLens() {
  return qEnvironmentVariableIsSet("EIGENBOARD_MOVIELENS") &&
         movieLens().exists(QStringLiteral("ratings.csv"));
}

std::string reasonOf(std::string_view bytes) {
  const RatingsRead read = readRatings(bytes);
  return read.report.faults.empty() ? read.report.problem : read.report.faults[0].reason;
}

bool saysWhy(const FileReport& report) {
  return report.bad == 0 || !report.faults.empty();
}

} // namespace

class RatingsAreReadWhateverTheFileHolds : public QObject {
  Q_OBJECT

 private slots:
  void everyFormatSaysTheSame() {
    const std::string_view files[] = {
        "196\t242\t3\t881250949\n7\t242\t4.5\t881250950\n196\t9000000000000\t1\t5\n",
        "196::242::3::881250949\n7::242::4.5::881250950\n196::9000000000000::1::5\n",
        "userId,movieId,rating,timestamp\r\n196,242,3.0,881250949\r\n7,242,4.5,881250950\r\n196,"
        "9000000000000,1.0,5\r\n",
        "\xEF\xBB\xBFuserId,movieId,rating,timestamp\n196,242,3.0,881250949\n7,242,4.5,881250950\n196,"
        "9000000000000,1,5",
        "\"timestamp\",\"rating\",\"item_id\",\"User "
        "ID\"\n881250949,3,242,196\n\n881250950,4.5,242,7\n5,1,9000000000000,196\n",
    };
    const RatingsFormat formats[] = {RatingsFormat::Tabs, RatingsFormat::Colons, RatingsFormat::Commas,
                                     RatingsFormat::Commas, RatingsFormat::Commas};
    for (std::size_t k = 0; k < std::size(files); ++k) {
      const RatingsRead read = readRatings(files[k]);
      QVERIFY2(read.report.problem.empty(), read.report.problem.c_str());
      QCOMPARE(read.format, formats[k]);
      QCOMPARE(read.report.good, std::size_t{3});
      QCOMPARE(read.report.bad, std::size_t{0});
      const Ratings& ratings = read.ratings;
      QCOMPARE(ratings.users.ids, (std::vector<std::int64_t>{7, 196}));
      QCOMPARE(ratings.items.ids, (std::vector<std::int64_t>{242, 9000000000000}));
      QCOMPARE(ratings.user, (std::vector<std::int32_t>{1, 0, 1}));
      QCOMPARE(ratings.item, (std::vector<std::int32_t>{0, 0, 1}));
      QCOMPARE(ratings.value, (std::vector<float>{3, 4.5F, 1}));
      QCOMPARE(ratings.time, (std::vector<std::int64_t>{881250949, 881250950, 5}));
      QCOMPARE(ratings.users.indexOf(196), 1);
      QCOMPARE(ratings.users.indexOf(8), -1);
    }
    QVERIFY(readRatings("1\t2\t3\n4\t5\t1\n").ratings.time.empty());
  }

  void everyNumberIsReadAsWritten() {
    // Judged by the parser of the standard library in double precision, rounded once.
    RandomNumbers numbers(5);
    for (int k = 0; k < 2000; ++k) {
      const double value = numbers.uniform(-5, 5) * std::pow(10.0, numbers.integer(-6, 5));
      const QByteArray text =
          k % 2 == 0 ? QByteArray::number(value, 'g', 9) : QByteArray::number(value, 'f', 3);
      const RatingsRead read = readRatings("1,2," + text.toStdString());
      QVERIFY2(read.report.good == 1, text.constData());
      QCOMPARE(read.ratings.value[0], text.toFloat());
    }
  }

  void badRowsAreCountedAndExplained() {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"1\t2\tnan\n", "not between"},
        {"1\t2\tinf\n", "not between"},
        {"1\t2\t1e60\n", "not between"},
        {"1\t2\t3,5\n", "written with a point"},
        {"1\t2\tfour\n", "'four' is not a number"},
        {"1\t2\t\n", "'' is not a number"},
        {"1\t2\t3x\n", "'3x' is not a number"},
        {"-1\t2\t3\n", "user id '-1'"},
        {"1\t99999999999999999999\t3\n", "item id '999"},
        {"1.5\t2\t3\n", "user id '1.5'"},
        {"0x10\t2\t3\n", "user id"},
        {"1\t2\t3\tnoon\n", "time 'noon'"},
        {"1\t2\t3\t4\t5\n", "5 fields instead of 3 or 4"},
        {"userId,movieId,rating\n1,2,3,5\n", "4 fields instead of 3 as in the header"},
        {"userId,movieId,rating,timestamp\n1,2,3\n", "3 fields instead of 4 as in the header"},
        {std::string_view("1\t2\0\t3\n", 7), "item id '2?'"},
        {"1\t2\t\x1b[2J\n", "'?[2J' is not a number"},
    };
    for (const auto& [bad, words] : cases) {
      const std::string reason = reasonOf(bad);
      QVERIFY2(reason.find(words) != std::string::npos, reason.c_str());
    }
    const RatingsRead read = readRatings("1::2::3::4\nx::2::3::4\n5::6::2::9\n7::8");
    QCOMPARE(read.report.good, std::size_t{2});
    QCOMPARE(read.report.bad, std::size_t{2});
    QCOMPARE(read.report.lines, std::size_t{4});
    QCOMPARE(read.report.faults[0].line, std::size_t{2});
    QCOMPARE(read.report.faults[1].line, std::size_t{4});
    QVERIFY2(read.report.faults[1].reason.find("cut off") != std::string::npos,
             read.report.faults[1].reason.c_str());
    // A row that was cut costs itself and not the times of all others; an index column has no name.
    const RatingsRead cut = readRatings("1\t2\t3\t4\n5\t6\t2\t9\n196\t242\t3");
    QCOMPARE(cut.report.good, std::size_t{2});
    QCOMPARE(cut.ratings.time.size(), std::size_t{2});
    QVERIFY2(cut.report.faults.at(0).reason.find(
                 "3 fields instead of 4 as in the rows before; the file ends there") == 0,
             cut.report.faults.at(0).reason.c_str());
    const RatingsRead counted = readRatings(",userId,movieId,rating\n0,1,31,4\n1,1,32,2.5\n");
    QCOMPARE(counted.report.good, std::size_t{2});
    QCOMPARE(counted.report.bad, std::size_t{0});
    QCOMPARE(counted.ratings.items.ids, (std::vector<std::int64_t>{31, 32}));
    QCOMPARE(counted.ratings.value, (std::vector<float>{4, 2.5F}));
    std::string many = "1,1,1\n";
    for (int k = 0; k < 1000; ++k)
      many += "x,1,1\n";
    QCOMPARE(readRatings(many).report.bad, std::size_t{1000});
    QCOMPARE(readRatings(many).report.faults.size(), FileReport::maximumFaults);
  }

  void filesWithoutRatingsSayWhatTheyLack() {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"", "empty"},
        {"\r\n  \n", "empty"},
        {"\xEF\xBB\xBF", "no line looks like"},
        {"userId,movieId,rating,timestamp\n", "a header and no ratings"},
        {"1;2;3\n4;5;6\n", "no line looks like a rating"},
        {"hello world\n", "no line looks like a rating"},
        {"\xFF\xFE"
         "1",
         "UTF-16"},
        {"a,b,c\nd,e,f\n", "none of 1 row is a rating; line 2"},
    };
    for (const auto& [bytes, words] : cases) {
      const RatingsRead read = readRatings(bytes);
      QCOMPARE(read.ratings.size(), std::size_t{0});
      QVERIFY2(read.report.problem.find(words) != std::string::npos, read.report.problem.c_str());
    }
    QVERIFY(!readRatingsFile("/nonexistent/ratings.csv").report.problem.empty());
    QVERIFY(!readRatingsFile("/").report.problem.empty());
  }

  void theLastOfTwinsStays() {
    // Judged by a map, once with ids close together and once far apart.
    RandomNumbers numbers(8);
    for (const std::int64_t spread : {std::int64_t{1}, std::int64_t{1} << 55}) {
      std::string text;
      std::map<std::pair<std::int64_t, std::int64_t>, float> truth;
      std::size_t rows = 0;
      for (; rows < 3000; ++rows) {
        const std::int64_t user = spread * numbers.integer(0, 40);
        const std::int64_t item = spread * numbers.integer(0, 60);
        const auto value = static_cast<float>(numbers.integer(1, 10)) / 2;
        text += std::to_string(user) + "," + std::to_string(item) + "," + std::to_string(value) + "\n";
        truth[{user, item}] = value;
      }
      const RatingsRead read = readRatings(text);
      QCOMPARE(read.report.good, rows);
      QCOMPARE(read.report.duplicates, rows - truth.size());
      QCOMPARE(read.ratings.size(), truth.size());
      for (std::size_t k = 0; k < read.ratings.size(); ++k) {
        const auto user = static_cast<std::size_t>(read.ratings.user[k]);
        const auto item = static_cast<std::size_t>(read.ratings.item[k]);
        QCOMPARE(read.ratings.value[k],
                 (truth[{read.ratings.users.ids[user], read.ratings.items.ids[item]}]));
      }
    }
  }

  void anyBytesAreSurvived() {
    RandomNumbers numbers(11);
    const std::string seeds[] = {
        "1\t2\t3\t4\n5\t6\t2.5\t7\n", "1::2::3::4\n", "userId,movieId,rating\n1,2,3.5\n",
        "1|A (1995)|x||y" + std::string(19 * 2, '|') + "\n", "1,\"A, \"\"B\"\"\",Drama\n"};
    for (int round = 0; round < 4000; ++round) {
      std::string bytes;
      for (int part = numbers.integer(1, 4); part > 0; --part)
        bytes += seeds[numbers.integer(0, 4)];
      for (int change = numbers.integer(0, 12); change > 0 && !bytes.empty(); --change) {
        const auto at = static_cast<std::size_t>(numbers.integer(0, static_cast<int>(bytes.size()) - 1));
        if (numbers.integer(0, 3) == 0)
          bytes.erase(at, static_cast<std::size_t>(numbers.integer(1, 5)));
        else
          bytes[at] = static_cast<char>(numbers.integer(0, 255));
      }
      const RatingsRead ratings = readRatings(bytes);
      QVERIFY(saysWhy(ratings.report));
      QCOMPARE(ratings.ratings.size() + ratings.report.duplicates, ratings.report.good);
      QVERIFY((ratings.report.good > 0) == ratings.report.problem.empty());
      const TitlesRead titles = readTitles(bytes);
      QVERIFY(saysWhy(titles.report));
      for (const Title& title : titles.titles)
        QVERIFY(isUtf8(title.name));
      for (const Fault& fault : ratings.report.faults)
        QVERIFY(isUtf8(fault.reason) && fault.reason.size() < 300);
    }
  }

  void oneLongLineIsOneBadRow() {
    std::string bytes = "1,2,3\n";
    bytes += std::string(200'000'000, '7');
    bytes += "\n4,5,2\n";
    const RatingsRead read = readRatings(bytes);
    QCOMPARE(read.report.good, std::size_t{2});
    QCOMPARE(read.report.bad, std::size_t{1});
  }

  void titlesOfEveryFormatAreReadInUtf8() {
    const std::string flags = "|0|0|0|1|1|1|0|0|0|0|0|0|0|0|0|0|0|0|0";
    const std::pair<std::string, std::string> cases[] = {
        {"1|Am\xE9lie (2001)|01-Jan-1995||http://x" + flags + "\n", "Animation|Children|Comedy"},
        {"1::Am\xE9lie (2001)::Comedy|Romance\n", "Comedy|Romance"},
        {"1::Am\xC3\xA9lie (2001)::Comedy|Romance\r\n", "Comedy|Romance"},
        {"movieId,title,genres\r\n1,Am\xC3\xA9lie (2001),Comedy|Romance\r\n", "Comedy|Romance"},
        {"movieId,title,genres\n1,Am\xC3\xA9lie (2001),(no genres listed)\n", ""}};
    for (const auto& [bytes, genres] : cases) {
      const TitlesRead read = readTitles(bytes);
      QVERIFY2(read.report.problem.empty(), read.report.problem.c_str());
      QCOMPARE(read.titles.size(), std::size_t{1});
      QCOMPARE(read.titles[0].name, std::string("Am\xC3\xA9lie (2001)"));
      QCOMPARE(read.titles[0].genres, genres);
      QVERIFY(titleOf(read.titles, 1) == &read.titles[0]);
      QVERIFY(titleOf(read.titles, 2) == nullptr);
    }
    const TitlesRead quoted =
        readTitles("movieId,title,genres\n3,\"Salt, \"\"Sugar\"\"\",Drama\n2,\"open,Drama\n3,Again,\n");
    QCOMPARE(quoted.titles.size(), std::size_t{1});
    QCOMPARE(quoted.titles[0].name, std::string("Again"));
    QCOMPARE(quoted.report.duplicates, std::size_t{1});
    QVERIFY(quoted.report.faults[0].reason.find("not closed") != std::string::npos);
    QCOMPARE(quoted.report.faults[0].line, std::size_t{3});
    QVERIFY(!isUtf8("\xC0\x80") && !isUtf8("\xED\xA0\x80") && !isUtf8("\xF4\x90\x80\x80") &&
            !isUtf8("\xE2\x82"));
    QVERIFY(isUtf8("\xE2\x82\xAC \xF0\x9F\x98\x80"));
  }

  void movieLensIsReadAsPythonReadsIt() {
    if (!hasMovieLens())
      QSKIP("EIGENBOARD_MOVIELENS does not name a folder with ratings.csv and movies.csv of MovieLens");
    const QString script = QStringLiteral(R"(
import csv, json, sys
folder = sys.stdin.read().strip()
with open(folder + "/ratings.csv", newline="", encoding="utf-8") as file:
    rows = [(int(r["userId"]), int(r["movieId"]), float(r["rating"]), int(r["timestamp"])) for r in csv.DictReader(file)]
with open(folder + "/movies.csv", newline="", encoding="utf-8") as file:
    titles = {int(r["movieId"]): r["title"] for r in csv.DictReader(file)}
values = [r[2] for r in rows]
mean = sum(values) / len(values)
json.dump({"count": len(rows), "users": len({r[0] for r in rows}), "items": len({r[1] for r in rows}), "mean": mean,
           "deviation": (sum((v - mean) ** 2 for v in values) / len(values)) ** 0.5,
           "every": [list(r) for r in rows[::997]], "titles": [[k, titles[k]] for k in sorted(titles)]}, sys.stdout)
)");
    const auto answer = runPython(script, movieLens().absolutePath().toUtf8());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonObject truth = QJsonDocument::fromJson(answer.output).object();
    const RatingsRead read =
        readRatingsFile(movieLens().filePath(QStringLiteral("ratings.csv")).toStdString());
    const RatingStatistics statistics = statisticsOf(read.ratings);
    QCOMPARE(read.report.bad, std::size_t{0});
    QCOMPARE(static_cast<int>(read.ratings.size()), truth["count"].toInt());
    QCOMPARE(statistics.users, truth["users"].toInt());
    QCOMPARE(statistics.items, truth["items"].toInt());
    QCOMPARE(statistics.mean, truth["mean"].toDouble());
    QVERIFY(std::abs(statistics.deviation - truth["deviation"].toDouble()) < 1e-10); // 100 000 roundings
    std::size_t k = 0;
    for (const QJsonValue& row : truth["every"].toArray()) {
      const auto user = static_cast<std::size_t>(read.ratings.user[k]);
      const auto item = static_cast<std::size_t>(read.ratings.item[k]);
      QCOMPARE(read.ratings.users.ids[user], row.toArray()[0].toInteger());
      QCOMPARE(read.ratings.items.ids[item], row.toArray()[1].toInteger());
      QCOMPARE(static_cast<double>(read.ratings.value[k]), row.toArray()[2].toDouble());
      QCOMPARE(read.ratings.time[k], row.toArray()[3].toInteger());
      k += 997;
    }
    const TitlesRead titles =
        readTitlesFile(movieLens().filePath(QStringLiteral("movies.csv")).toStdString());
    const QJsonArray names = truth["titles"].toArray();
    QCOMPARE(static_cast<qsizetype>(titles.titles.size()), names.size());
    for (qsizetype n = 0; n < names.size(); ++n) {
      QCOMPARE(titles.titles[static_cast<std::size_t>(n)].id, names[n].toArray()[0].toInteger());
      QCOMPARE(QString::fromStdString(titles.titles[static_cast<std::size_t>(n)].name),
               names[n].toArray()[1].toString());
    }
  }
};

QTEST_APPLESS_MAIN(RatingsAreReadWhateverTheFileHolds)
#include "ratings_are_read_whatever_the_file_holds.moc"
