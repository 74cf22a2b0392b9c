#include "core/recommender/ratings_file.h"

#include "core/recommender/text_lines.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace eigenboard::recommender {

namespace {

/// The fields of a line; more than there is place for are only counted.
struct RowFields {
  std::array<std::string_view, 8> field;
  std::size_t count = 0;
};

RowFields fieldsOf(std::string_view line, std::string_view separator) {
  RowFields fields;
  while (true) {
    const std::size_t end = separator.size() == 1 ? line.find(separator.front()) : line.find(separator);
    if (fields.count < fields.field.size())
      fields.field[fields.count] = line.substr(0, end);
    ++fields.count;
    if (end == std::string_view::npos)
      return fields;
    line.remove_prefix(end + separator.size());
  }
}

std::string_view separatorOf(RatingsFormat format) {
  return format == RatingsFormat::Tabs ? "\t" : format == RatingsFormat::Colons ? "::" : ",";
}

RatingsFormat formatOfLine(std::string_view line) {
  for (const auto format : {RatingsFormat::Tabs, RatingsFormat::Colons, RatingsFormat::Commas})
    if (fieldsOf(line, separatorOf(format)).count >= 3)
      return format;
  return RatingsFormat::Unknown;
}

RatingsFormat formatOfText(std::string_view text) {
  constexpr int looked = 20;
  std::array<int, 4> votes{};
  TextLines lines(text);
  std::string_view line;
  for (int k = 0; k < looked && lines.next(line);) {
    if (line.empty())
      continue;
    // A line of a gigabyte is not looked through three times.
    ++votes[static_cast<std::size_t>(formatOfLine(line.substr(0, 1000)))];
    ++k;
  }
  // One line in the right form says more than many that have none.
  votes[0] = 0;
  const auto most = std::max_element(votes.begin(), votes.end());
  return static_cast<RatingsFormat>(most - votes.begin());
}

/// Where user, item, rating and time stand in a row.
struct RowColumns {
  std::size_t user = 0;
  std::size_t item = 1;
  std::size_t value = 2;
  std::size_t time = 3;
  std::size_t fields = 0; ///< that the header has; 0: there is no header
  std::size_t usual = 0;  ///< without a header, that the first good row has
};

/// A header's first field that is not empty (an index column has no name) begins with a letter.
bool looksLikeHeader(const RowFields& fields) {
  std::string_view first;
  for (std::size_t k = 0; k < std::min(fields.count, fields.field.size()) && first.empty(); ++k)
    first = bare(fields.field[k]);
  return !first.empty() && ((first[0] >= 'a' && first[0] <= 'z') || (first[0] >= 'A' && first[0] <= 'Z')) &&
         first != "nan" && first != "NaN" && first != "inf";
}

RowColumns columnsOf(const RowFields& header) {
  RowColumns named{99, 99, 99, 99, header.count};
  for (std::size_t k = 0; k < std::min(header.count, header.field.size()); ++k) {
    std::string name;
    for (const char character : bare(header.field[k]))
      if (character != '_' && character != ' ')
        name += static_cast<char>(character >= 'A' && character <= 'Z' ? character - 'A' + 'a' : character);
    if (name == "user" || name == "userid")
      named.user = k;
    else if (name == "movie" || name == "movieid" || name == "item" || name == "itemid")
      named.item = k;
    else if (name == "rating" || name == "value" || name == "stars")
      named.value = k;
    else if (name == "timestamp" || name == "time")
      named.time = k;
  }
  if (named.user != 99 && named.item != 99 && named.value != 99)
    return named;
  RowColumns usual;
  usual.fields = header.count;
  return usual;
}

/// Nothing for what is not a number from end to end.
std::optional<float> starsOf(std::string_view field) {
  // Nearly every rating is a digit, or a digit and a half.
  const auto isDigit = [field](std::size_t k) { return field[k] >= '0' && field[k] <= '9'; };
  if (field.size() == 1 && isDigit(0))
    return static_cast<float>(field[0] - '0');
  if (field.size() == 3 && isDigit(0) && field[1] == '.' && (field[2] == '0' || field[2] == '5'))
    return static_cast<float>(field[0] - '0') + (field[2] == '5' ? 0.5F : 0.0F);
  float number = 0;
  const char* const end = field.data() + field.size();
  const auto [stop, error] = std::from_chars(field.data(), end, number);
  if (error == std::errc::result_out_of_range)
    return std::numeric_limits<float>::infinity(); // too large, or too near to 0: a reason of its own
  if (error != std::errc() || stop != end)
    return std::nullopt;
  return number;
}

std::string idFault(const char* what, std::string_view field) {
  return std::string(what) + " id " + quoted(field) + " is not a whole number from 0 to 9223372036854775807";
}

/// Empty, and the row added; or why it is not a rating.
std::string addRow(RatingRows& rows, const RowFields& fields, RowColumns& columns) {
  const bool hasTime =
      columns.fields == 0 ? fields.count == 4 : columns.time < std::min(columns.fields, fields.field.size());
  if (columns.fields == 0 ? fields.count != 3 && fields.count != 4 : fields.count != columns.fields)
    return std::to_string(fields.count) + (fields.count == 1 ? " field" : " fields") + " instead of " +
           (columns.fields == 0 ? "3 or 4 (user, item, rating, time)"
                                : std::to_string(columns.fields) + " as in the header");
  if (columns.usual != 0 && fields.count != columns.usual)
    return std::to_string(fields.count) + " fields instead of " + std::to_string(columns.usual) +
           " as in the rows before";
  const std::string_view userField = bare(fields.field[columns.user]);
  const std::string_view itemField = bare(fields.field[columns.item]);
  const std::string_view valueField = bare(fields.field[columns.value]);
  const auto user = wholeNumber(userField);
  if (!user)
    return idFault("user", userField);
  const auto item = wholeNumber(itemField);
  if (!item)
    return idFault("item", itemField);
  const auto value = starsOf(valueField);
  if (!value)
    return "rating " + quoted(valueField) +
           (valueField.find(',') != std::string_view::npos
                ? " is not a number; decimals are written with a point"
                : " is not a number");
  constexpr float largest = 1e6F;
  if (!(std::abs(*value) <= largest))
    return "rating " + quoted(valueField) +
           " is not between -1000000 and 1000000, or too near to 0 to be kept";
  std::int64_t time = 0;
  if (hasTime) {
    const std::string_view timeField = bare(fields.field[columns.time]);
    const auto seconds = wholeNumber(timeField);
    if (!seconds)
      return "time " + quoted(timeField) + " is not a whole number of seconds since 1970";
    time = *seconds;
  }
  if (columns.fields == 0)
    columns.usual = fields.count;
  rows.user.push_back(*user);
  rows.item.push_back(*item);
  rows.value.push_back(*value);
  // Times are kept while every row has one.
  if (hasTime && rows.time.size() + 1 == rows.user.size())
    rows.time.push_back(time);
  return {};
}

} // namespace

RatingsRead readRatings(std::string_view bytes) {
  RatingsRead read;
  FileReport& report = read.report;
  report.problem = unreadableText(bytes);
  if (!report.problem.empty())
    return read;
  bytes = withoutMark(bytes);
  read.format = formatOfText(bytes);
  if (read.format == RatingsFormat::Unknown) {
    report.problem = "no line looks like a rating; rows are user<tab>item<tab>rating, user::item::rating or "
                     "user,item,rating";
    return read;
  }
  const std::string_view separator = separatorOf(read.format);
  RatingRows rows;
  const std::size_t expected = bytes.size() / 22; // bytes of a usual row, so that the vectors seldom move
  rows.user.reserve(expected);
  rows.item.reserve(expected);
  rows.value.reserve(expected);
  rows.time.reserve(expected);
  RowColumns columns;
  TextLines lines(bytes);
  std::string_view line;
  while (lines.next(line)) {
    if (line.find_first_not_of(" \t") == std::string_view::npos)
      continue;
    const RowFields fields = fieldsOf(line, separator);
    if (++report.lines == 1 && looksLikeHeader(fields)) {
      columns = columnsOf(fields);
      continue;
    }
    std::string reason = addRow(rows, fields, columns);
    if (reason.empty())
      ++report.good;
    else
      addFault(report, lines.number(),
               lines.wasEnded() ? std::move(reason) : reason + "; the file ends there and may be cut off");
  }
  if (report.good == 0) {
    report.problem = report.bad == 0
                         ? std::string("the file has a header and no ratings")
                         : "none of " + std::to_string(report.bad) + (report.bad == 1 ? " row" : " rows") +
                               " is a rating; line " + std::to_string(report.faults[0].line) + ": " +
                               report.faults[0].reason;
    return read;
  }
  if (rows.time.size() != rows.user.size())
    rows.time.clear();
  IndexedRows result = indexed(rows);
  read.ratings = std::move(result.ratings);
  report.duplicates = result.duplicates;
  return read;
}

RatingsRead readRatingsFile(const std::filesystem::path& file) {
  const FileBytes read = bytesOf(file);
  if (read.problem.empty())
    return readRatings(read.bytes);
  RatingsRead nothing;
  nothing.report.problem = read.problem;
  return nothing;
}

std::string_view nameOf(RatingsFormat format) {
  switch (format) {
  case RatingsFormat::Tabs:
    return "u.data";
  case RatingsFormat::Colons:
    return "ratings.dat";
  case RatingsFormat::Commas:
    return "ratings.csv";
  case RatingsFormat::Unknown:
    break;
  }
  return "unknown";
}

} // namespace eigenboard::recommender
