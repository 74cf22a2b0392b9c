#pragma once

#include "core/recommender/ratings.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace eigenboard::recommender {

enum class RatingsFormat : std::uint8_t {
  Unknown,
  Tabs,   ///< u.data of MovieLens 100K: user, item, rating, time between tabs
  Colons, ///< ratings.dat of MovieLens 1M and 10M: user::item::rating::time
  Commas, ///< ratings.csv of the later ones: a header, half stars
};

/// A row that is not a rating.
struct Fault {
  std::size_t line = 0; ///< from 1
  std::string reason;   ///< in UTF-8, without control characters
};

/// What was met in a file.
struct FileReport {
  std::size_t lines = 0;      ///< that are not blank, the header counted
  std::size_t good = 0;       ///< rows taken, duplicates counted
  std::size_t bad = 0;        ///< rows left out
  std::size_t duplicates = 0; ///< rows overruled by a later row with the same ids
  std::vector<Fault> faults;  ///< the first maximumFaults of the bad ones
  std::string problem;        ///< empty, or why there is nothing to work with

  static constexpr std::size_t maximumFaults = 5;
};

struct RatingsRead {
  RatingsFormat format = RatingsFormat::Unknown;
  Ratings ratings;
  FileReport report;
};

/// Reads ratings in the format that most of the first lines have. Line ends may be those of Windows, a byte
/// order mark may stand before, fields may be in quotation marks, the time may be missing. A header names the
/// columns (userId, movieId, rating, timestamp in any order); without one they stand in that order. Ids are
/// whole numbers that are not negative; ratings are finite and within ± 1 000 000. Whatever the bytes are,
/// nothing is thrown but for want of memory. Cost: linear; about 50 ns a row, and at the peak some 53 bytes
/// of memory a row beside the bytes.
RatingsRead readRatings(std::string_view bytes);

/// The same for a file. One that cannot be read is a problem.
RatingsRead readRatingsFile(const std::filesystem::path& file);

/// The name of a format as a reader of MovieLens knows it: "u.data", "ratings.dat", "ratings.csv", "unknown".
std::string_view nameOf(RatingsFormat format);

} // namespace eigenboard::recommender
