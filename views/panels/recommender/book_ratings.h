#pragma once

#include "core/recommender/ratings.h"

#include <QtCore/QString>

#include <vector>

namespace eigenboard::panels::recommender {

/// What a film of the book mostly is. Films of one kind stand together.
enum class FilmKind : std::uint8_t { Thriller, Comedy, Adventure, Quiet };

/// The book's own ratings (resources/data): ids 1, 2, … in the order in which people and films are shown,
/// rows by person and then by film, without times.
struct BookRatings {
  eigenboard::recommender::Ratings ratings;
  std::vector<QString> people;
  std::vector<QString> films; ///< titles without the year
  std::vector<FilmKind> kinds;
  std::vector<double> suspense; ///< of the films, as planted: −1.6 … 2
};

/// Read once, from the program itself.
const BookRatings& bookRatings();

} // namespace eigenboard::panels::recommender
