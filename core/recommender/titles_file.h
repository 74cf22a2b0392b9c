#pragma once

#include "core/recommender/ratings_file.h"

#include <string>
#include <string_view>
#include <vector>

namespace eigenboard::recommender {

struct Title {
  std::int64_t id = 0;
  std::string name;   ///< UTF-8, as the file has it: "Alien (1979)"
  std::string genres; ///< as in "Action|Horror"; empty where none are named
};

struct TitlesRead {
  std::vector<Title> titles; ///< ids ascending, each once
  FileReport report;
};

/// Reads titles of MovieLens in the form that most of the first lines have: u.item (fields between '|', the
/// last 19 of them flags of genres), movies.dat (id::title::genres) or movies.csv (a header; titles with a
/// comma in quotation marks, which are doubled inside). A file that is not UTF-8 is taken for Latin-1. A
/// field in quotation marks ends at the end of its line at the latest. Of titles with the same id the last
/// one stays. Cost: linear, and sorting the ids.
TitlesRead readTitles(std::string_view bytes);

/// The same for a file. One that cannot be read is a problem.
TitlesRead readTitlesFile(const std::filesystem::path& file);

/// Null when there is none. Cost: log₂ of their number comparisons.
const Title* titleOf(const std::vector<Title>& titles, std::int64_t id);

/// What Latin-1 says, in UTF-8.
std::string utf8FromLatin1(std::string_view bytes);

/// True for UTF-8 without overlong forms, surrogates and numbers beyond U+10FFFF.
bool isUtf8(std::string_view bytes);

} // namespace eigenboard::recommender
