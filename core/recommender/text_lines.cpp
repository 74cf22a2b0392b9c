#include "core/recommender/text_lines.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <system_error>

namespace eigenboard::recommender {

bool TextLines::next(std::string_view& line) {
  if (rest_.empty())
    return false;
  const std::size_t end = rest_.find('\n');
  ended_ = end != std::string_view::npos;
  line = rest_.substr(0, end);
  rest_.remove_prefix(ended_ ? end + 1 : rest_.size());
  if (!line.empty() && line.back() == '\r')
    line.remove_suffix(1);
  ++number_;
  return true;
}

std::string_view withoutMark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF"))
    bytes.remove_prefix(3);
  return bytes;
}

std::string unreadableText(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return "the file is in UTF-16; save it as UTF-8";
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return "the file is empty";
  return {};
}

void addFault(FileReport& report, std::size_t line, std::string reason) {
  ++report.bad;
  if (report.faults.size() < FileReport::maximumFaults)
    report.faults.push_back({line, std::move(reason)});
}

std::string quoted(std::string_view field) {
  constexpr std::size_t longest = 30;
  std::string text = "'";
  for (const char character : field.substr(0, longest))
    text += character >= ' ' && character <= '~' ? character : '?';
  return text + (field.size() > longest ? "…'" : "'");
}

std::string_view bare(std::string_view field) {
  while (!field.empty() && field.front() == ' ')
    field.remove_prefix(1);
  while (!field.empty() && field.back() == ' ')
    field.remove_suffix(1);
  if (field.size() >= 2 && field.front() == '"' && field.back() == '"')
    field = field.substr(1, field.size() - 2);
  return field;
}

std::optional<std::int64_t> wholeNumber(std::string_view field) {
  std::int64_t number = 0;
  const char* const end = field.data() + field.size();
  const auto [stop, error] = std::from_chars(field.data(), end, number);
  if (error != std::errc() || stop != end || number < 0)
    return std::nullopt;
  return number;
}

FileBytes bytesOf(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error))
    return {{}, "it is a folder"};
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  const auto reason = [] { return std::string(errno != 0 ? std::strerror(errno) : "it cannot be read"); };
  if (!stream)
    return {{}, reason()};
  FileBytes read;
  // Neither a pipe nor a file of /proc says its size, so it is read until it ends.
  if (const auto size = std::filesystem::file_size(file, error); !error)
    read.bytes.reserve(size);
  std::vector<char> block(1 << 20);
  while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) || stream.gcount() > 0)
    read.bytes.append(block.data(), static_cast<std::size_t>(stream.gcount()));
  if (stream.bad())
    return {{}, reason()};
  return read;
}

} // namespace eigenboard::recommender
