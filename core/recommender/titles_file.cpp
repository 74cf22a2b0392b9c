#include "core/recommender/titles_file.h"

#include "core/recommender/text_lines.h"

#include <algorithm>
#include <array>
#include <optional>

namespace eigenboard::recommender {

namespace {

enum class TitlesFormat : std::uint8_t { Unknown, Bars, DoubleColons, CommaRows };

/// The genres of u.item in the order of its flags, after u.genre of MovieLens 100K.
constexpr std::array<std::string_view, 19> flagGenres = {
    "unknown",     "Action", "Adventure", "Animation", "Children", "Comedy",  "Crime",
    "Documentary", "Drama",  "Fantasy",   "Film-Noir", "Horror",   "Musical", "Mystery",
    "Romance",     "Sci-Fi", "Thriller",  "War",       "Western"};

std::vector<std::string_view> titleFields(std::string_view line, std::string_view separator) {
  constexpr std::size_t most = 32;
  std::vector<std::string_view> fields;
  while (fields.size() < most) {
    const std::size_t end = line.find(separator);
    fields.push_back(line.substr(0, end));
    if (end == std::string_view::npos)
      break;
    line.remove_prefix(end + separator.size());
  }
  return fields;
}

/// The fields of a line of CSV (RFC 4180); nothing when a quotation mark is not closed.
std::optional<std::vector<std::string>> csvFields(std::string_view line) {
  std::vector<std::string> fields(1);
  bool inside = false;
  for (std::size_t k = 0; k < line.size(); ++k) {
    const char character = line[k];
    if (inside && character == '"' && k + 1 < line.size() && line[k + 1] == '"')
      fields.back() += line[++k];
    else if (character == '"' && (inside || fields.back().empty()))
      inside = !inside;
    else if (character == ',' && !inside)
      fields.emplace_back();
    else
      fields.back() += character;
  }
  if (inside)
    return std::nullopt;
  return fields;
}

TitlesFormat titlesFormatOf(std::string_view line) {
  line = line.substr(0, 2000);
  if (titleFields(line, "|").size() >= 20)
    return TitlesFormat::Bars;
  if (line.find("::") != std::string_view::npos)
    return TitlesFormat::DoubleColons;
  if (line.find(',') != std::string_view::npos)
    return TitlesFormat::CommaRows;
  return TitlesFormat::Unknown;
}

TitlesFormat titlesFormatOfText(std::string_view text) {
  constexpr int looked = 20;
  std::array<int, 4> votes{};
  TextLines lines(text);
  std::string_view line;
  for (int k = 0; k < looked && lines.next(line); ++k)
    ++votes[static_cast<std::size_t>(titlesFormatOf(line))];
  votes[0] = 0;
  return static_cast<TitlesFormat>(std::max_element(votes.begin(), votes.end()) - votes.begin());
}

std::string genresOfFlags(const std::vector<std::string_view>& fields) {
  std::string genres;
  const std::size_t first = fields.size() - flagGenres.size();
  for (std::size_t k = 0; k < flagGenres.size(); ++k)
    if (fields[first + k] == "1")
      genres += (genres.empty() ? "" : "|") + std::string(flagGenres[k]);
  return genres;
}

/// Id, title and genres of a line; fewer when it has not as many.
std::optional<std::vector<std::string>> titleParts(std::string_view line, TitlesFormat format) {
  if (format == TitlesFormat::CommaRows)
    return csvFields(line);
  const auto fields = titleFields(line, format == TitlesFormat::Bars ? "|" : "::");
  std::vector<std::string> parts(
      fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, fields.size())));
  if (format == TitlesFormat::Bars && fields.size() > flagGenres.size() + 2)
    parts[2] = genresOfFlags(fields);
  return parts;
}

std::string withoutControls(std::string text) {
  for (char& character : text)
    if ((character >= 0 && character < ' ') || character == '\x7f')
      character = ' ';
  return text;
}

/// Empty, and the title added; or why the line is none.
std::string addTitle(std::vector<Title>& titles, std::string_view line, TitlesFormat format) {
  const auto parts = titleParts(line, format);
  if (!parts)
    return "a quotation mark is not closed";
  if (parts->size() < 2)
    return "an id and a title are wanted";
  const auto id = wholeNumber(bare((*parts)[0]));
  if (!id)
    return "id " + quoted(bare((*parts)[0])) + " is not a whole number from 0 to 9223372036854775807";
  std::string genres = parts->size() > 2 ? (*parts)[2] : std::string();
  if (genres == "(no genres listed)")
    genres.clear();
  titles.push_back({*id, withoutControls((*parts)[1]), withoutControls(std::move(genres))});
  return {};
}

void keepLastOfEachId(std::vector<Title>& titles, FileReport& report) {
  std::stable_sort(titles.begin(), titles.end(), [](const Title& a, const Title& b) { return a.id < b.id; });
  std::vector<Title> kept;
  kept.reserve(titles.size());
  for (Title& title : titles)
    if (!kept.empty() && kept.back().id == title.id) {
      kept.back() = std::move(title);
      ++report.duplicates;
    } else {
      kept.push_back(std::move(title));
    }
  titles = std::move(kept);
}

} // namespace

TitlesRead readTitles(std::string_view bytes) {
  TitlesRead read;
  FileReport& report = read.report;
  report.problem = unreadableText(bytes);
  if (!report.problem.empty())
    return read;
  if (!isUtf8(bytes))
    return readTitles(utf8FromLatin1(bytes));
  bytes = withoutMark(bytes);
  const TitlesFormat format = titlesFormatOfText(bytes);
  if (format == TitlesFormat::Unknown) {
    report.problem =
        "no line looks like a title; rows are id,title,genres or id::title::genres or those of u.item";
    return read;
  }
  TextLines lines(bytes);
  std::string_view line;
  while (lines.next(line)) {
    if (line.find_first_not_of(" \t") == std::string_view::npos)
      continue;
    const bool isHeader = ++report.lines == 1 && format == TitlesFormat::CommaRows && !line.empty() &&
                          !wholeNumber(bare(line.substr(0, line.find(','))));
    if (isHeader)
      continue;
    std::string reason = addTitle(read.titles, line, format);
    if (reason.empty())
      ++report.good;
    else
      addFault(report, lines.number(), std::move(reason));
  }
  if (report.good == 0)
    report.problem = report.bad == 0
                         ? "the file has a header and no titles"
                         : "none of its rows is a title; line " + std::to_string(report.faults[0].line) +
                               ": " + report.faults[0].reason;
  keepLastOfEachId(read.titles, report);
  return read;
}

TitlesRead readTitlesFile(const std::filesystem::path& file) {
  const FileBytes read = bytesOf(file);
  if (read.problem.empty())
    return readTitles(read.bytes);
  TitlesRead nothing;
  nothing.report.problem = read.problem;
  return nothing;
}

const Title* titleOf(const std::vector<Title>& titles, std::int64_t id) {
  const auto found =
      std::lower_bound(titles.begin(), titles.end(), id,
                       [](const Title& title, std::int64_t wanted) { return title.id < wanted; });
  return found != titles.end() && found->id == id ? &*found : nullptr;
}

std::string utf8FromLatin1(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    if (code < 0x80) {
      text += byte;
    } else {
      text += static_cast<char>(0xC0 | (code >> 6));
      text += static_cast<char>(0x80 | (code & 0x3F));
    }
  }
  return text;
}

bool isUtf8(std::string_view bytes) {
  for (std::size_t k = 0; k < bytes.size();) {
    const auto byte = [&bytes](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    const unsigned lead = byte(k++);
    if (lead < 0x80)
      continue;
    // How many bytes follow, and the least number that needs so many.
    const std::size_t following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    constexpr std::array<std::uint32_t, 4> least = {0, 0x80, 0x800, 0x10000};
    if (lead < 0xC2 || lead > 0xF4 || bytes.size() - k < following)
      return false;
    std::uint32_t code = lead & (0x3FU >> following);
    for (std::size_t n = 0; n < following; ++n, ++k) {
      if ((byte(k) & 0xC0U) != 0x80U)
        return false;
      code = (code << 6U) | (byte(k) & 0x3FU);
    }
    if (code < least[following] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
      return false;
  }
  return true;
}

} // namespace eigenboard::recommender
