#include "views/panels/recommender/book_ratings.h"

#include "core/recommender/ratings_file.h"
#include "core/recommender/titles_file.h"

#include <QtCore/QFile>
#include <QtCore/QStringList>

#include <algorithm>
#include <numeric>

namespace eigenboard::panels::recommender {

namespace math = eigenboard::recommender;

namespace {

QByteArray bookFile(const char* name) {
  QFile file(QStringLiteral(":/eigenboard/data/") + QString::fromLatin1(name));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string_view viewOf(const QByteArray& bytes) {
  return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

FilmKind kindOf(const math::Title& title) {
  const std::string first = title.genres.substr(0, title.genres.find('|'));
  if (first == "Thriller")
    return FilmKind::Thriller;
  if (first == "Comedy")
    return FilmKind::Comedy;
  return first == "Adventure" ? FilmKind::Adventure : FilmKind::Quiet;
}

/// The second field of each line but the first.
std::vector<QString> secondFields(const QByteArray& table) {
  std::vector<QString> names;
  for (const QString& line : QString::fromUtf8(table).split(QLatin1Char('\n')).mid(1))
    if (const QStringList fields = line.split(QLatin1Char(',')); fields.size() > 1)
      names.push_back(fields[1]);
  return names;
}

BookRatings readBookRatings() {
  BookRatings book;
  const QByteArray ratingsFile = bookFile("ratings.csv");
  const QByteArray titlesFile = bookFile("movies.csv");
  const math::Ratings read = math::readRatings(viewOf(ratingsFile)).ratings;
  const std::vector<math::Title> titles = math::readTitles(viewOf(titlesFile)).titles;
  book.people = secondFields(bookFile("planted_users.csv"));
  const std::vector<QString> suspense = secondFields(bookFile("planted_movies.csv"));
  std::vector<std::size_t> shown(titles.size()); // which title stands at a place
  std::iota(shown.begin(), shown.end(), std::size_t{0});
  std::stable_sort(shown.begin(), shown.end(),
                   [&titles](std::size_t a, std::size_t b) { return kindOf(titles[a]) < kindOf(titles[b]); });
  std::vector<std::int64_t> placeOf(titles.size());
  for (std::size_t place = 0; place < shown.size(); ++place) {
    const math::Title& title = titles[shown[place]];
    const QString name = QString::fromStdString(title.name);
    book.films.push_back(name.left(name.lastIndexOf(QStringLiteral(" ("))));
    book.kinds.push_back(kindOf(title));
    book.suspense.push_back(shown[place] < suspense.size() ? suspense[shown[place]].toDouble() : 0);
    placeOf[shown[place]] = static_cast<std::int64_t>(place) + 1;
  }
  std::vector<std::size_t> order(read.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto filmAt = [&](std::size_t row) { return placeOf[static_cast<std::size_t>(read.item[row])]; };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(read.user[a], filmAt(a)) < std::pair(read.user[b], filmAt(b));
  });
  math::RatingRows rows;
  for (const std::size_t row : order) {
    rows.user.push_back(read.users.ids[static_cast<std::size_t>(read.user[row])]);
    rows.item.push_back(filmAt(row));
    rows.value.push_back(read.value[row]);
  }
  book.ratings = math::indexed(rows).ratings;
  return book;
}

} // namespace

const BookRatings& bookRatings() {
  static const BookRatings book = readBookRatings();
  return book;
}

} // namespace eigenboard::panels::recommender
