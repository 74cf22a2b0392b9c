#pragma once

#include "core/recommender/ratings_file.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eigenboard::recommender {

/// The lines of a text one after the other, without the characters that end them.
class TextLines {
 public:
  explicit TextLines(std::string_view text) : rest_(text) {}

  /// False when there are no more.
  bool next(std::string_view& line);
  std::size_t number() const { return number_; } ///< of the line given last, from 1
  bool wasEnded() const { return ended_; }       ///< false for a last line that lacks its line end

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
  bool ended_ = true;
};

/// The bytes without a byte order mark of UTF-8.
std::string_view withoutMark(std::string_view bytes);

/// Why these bytes cannot be lines of fields at all: none, or UTF-16. Empty when they may be.
std::string unreadableText(std::string_view bytes);

/// Adds to the bad rows, and to the faults while there are few.
void addFault(FileReport& report, std::size_t line, std::string reason);

/// At most 30 characters of a field in quotation marks; what is not printable ASCII is shown as '?'.
std::string quoted(std::string_view field);

/// Without spaces around it, and without a pair of quotation marks.
std::string_view bare(std::string_view field);

/// A whole number that is not negative and less than 2⁶³, with nothing after it.
std::optional<std::int64_t> wholeNumber(std::string_view field);

struct FileBytes {
  std::string bytes;
  std::string problem; ///< empty, or why they could not be read
};

/// All of a file.
FileBytes bytesOf(const std::filesystem::path& file);

} // namespace eigenboard::recommender
