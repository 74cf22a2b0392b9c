#include "views/panels/recommender/ratings_source.h"

#include "core/recommender/changed_ratings.h"
#include "core/recommender/titles_file.h"
#include "views/panels/recommender/book_ratings.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <algorithm>
#include <filesystem>
#include <numeric>

namespace eigenboard::panels::recommender {

namespace math = eigenboard::recommender;

namespace {

struct SourceWords {
  Q_DECLARE_TR_FUNCTIONS(RatingsSource)
};

RatingsSource sourceOfBook() {
  const BookRatings& book = bookRatings();
  RatingsSource source;
  source.ratings = math::withNewUser(book.ratings);
  source.people.resize(static_cast<std::size_t>(source.ratings.users.size()));
  source.films.resize(static_cast<std::size_t>(source.ratings.items.size()));
  std::iota(source.people.begin(), source.people.end(), 0);
  std::iota(source.films.begin(), source.films.end(), 0);
  source.peopleNames = book.people;
  source.peopleNames.push_back(SourceWords::tr("You"));
  source.filmNames = book.films;
  return source;
}

std::filesystem::path nativePath(const QString& file) {
  return QFile::encodeName(file).toStdString();
}

/// The places with most ratings, ascending; of equal ones the first.
std::vector<int> mostRated(const math::RowGroups& groups, int places, int most) {
  std::vector<int> order(static_cast<std::size_t>(places));
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&groups](int a, int b) { return groups.count(a) > groups.count(b); });
  order.resize(static_cast<std::size_t>(std::min(places, most)));
  std::sort(order.begin(), order.end());
  return order;
}

std::vector<math::Title> titlesBeside(const QString& path) {
  const QDir folder = QFileInfo(path).dir();
  for (const char* name : {"movies.csv", "movies.dat", "u.item"})
    if (const QFileInfo file(folder.filePath(QString::fromLatin1(name)));
        file.isFile() && file.size() <= largestRatingsFile)
      return math::readTitlesFile(nativePath(file.filePath())).titles;
  return {};
}

/// Without the year that MovieLens ends a title with.
QString nameOfFilm(const std::vector<math::Title>& titles, std::int64_t id) {
  static const QRegularExpression year(QStringLiteral("\\s*\\(\\d{4}\\)\\s*$"));
  const math::Title* title = math::titleOf(titles, id);
  return title ? QString::fromStdString(title->name).remove(year) : SourceWords::tr("Film %1").arg(id);
}

QString asText(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

SourcePointer bookSource() {
  static const SourcePointer source = std::make_shared<const RatingsSource>(sourceOfBook());
  return source;
}

RatingsSource fileSource(const QString& path) {
  RatingsSource source;
  source.isBook = false;
  const QFileInfo file(path);
  source.fileName = file.fileName();
  if (!file.exists())
    source.problem = SourceWords::tr("There is no file %1.").arg(path);
  else if (!file.isFile())
    source.problem = SourceWords::tr("%1 is no file.").arg(path);
  else if (file.size() > largestRatingsFile)
    source.problem = SourceWords::tr("%1 is larger than the %2 MB that are read here; the command "
                                     "“eigenboard recommend train” takes files of any size.")
                         .arg(source.fileName)
                         .arg(largestRatingsFile >> 20);
  if (!source.problem.isEmpty())
    return source;
  math::RatingsRead read = math::readRatingsFile(nativePath(path));
  source.report = read.report;
  source.format = asText(math::nameOf(read.format));
  if (!read.report.problem.empty()) {
    source.problem = SourceWords::tr("%1 cannot be used: %2.")
                         .arg(source.fileName, QString::fromStdString(read.report.problem));
    const QString faults = faultWords(read.report);
    source.problem += faults.isEmpty() ? QString() : QLatin1Char(' ') + faults;
    return source;
  }
  source.people = mostRated(rowsByUser(read.ratings), read.ratings.users.size(), mostPeople);
  source.films = mostRated(rowsByItem(read.ratings), read.ratings.items.size(), mostFilms);
  source.ratings = math::withNewUser(std::move(read.ratings));
  const std::vector<math::Title> titles = titlesBeside(path);
  for (const int place : source.people)
    source.peopleNames.push_back(
        SourceWords::tr("User %1").arg(source.ratings.users.ids[static_cast<std::size_t>(place)]));
  for (const int place : source.films)
    source.filmNames.push_back(nameOfFilm(titles, source.ratings.items.ids[static_cast<std::size_t>(place)]));
  source.people.push_back(source.ratings.users.size() - 1);
  source.peopleNames.push_back(SourceWords::tr("You"));
  return source;
}

SourcePointer RatingsShelf::source(const QString& path) {
  if (path.trimmed().isEmpty())
    return bookSource();
  const QFileInfo file(path.trimmed());
  const FileStamp stamp{file.filePath(), file.exists() ? file.size() : -1,
                        file.lastModified().toMSecsSinceEpoch()};
  return last_.to(stamp, [&stamp] { return fileSource(stamp.path); });
}

QString faultWords(const math::FileReport& report) {
  if (report.bad == 0)
    return {};
  QStringList first;
  for (const math::Fault& fault : report.faults)
    first += SourceWords::tr("line %1: %2").arg(fault.line).arg(QString::fromStdString(fault.reason));
  return SourceWords::tr("%1 of %2 lines are no ratings and are left out: %3%4.")
      .arg(report.bad)
      .arg(report.lines)
      .arg(first.join(QStringLiteral("; ")),
           report.bad > report.faults.size() ? SourceWords::tr("; and so on") : QString());
}

} // namespace eigenboard::panels::recommender
