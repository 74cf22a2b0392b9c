#include "app/navigation/palette_rows.h"

#include "app/search/kind_name.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <limits>

namespace eigenboard::navigation {

namespace {

constexpr int mostOfKind = 6;
constexpr std::size_t fewCommands = 7; ///< of an empty field that also shows places

using Role = PaletteRow::Role;

QString text(const char* source) {
  return QCoreApplication::translate("Palette", source);
}

search::Result resultOf(const search::Command& command) {
  search::Result result;
  result.kind = search::Kind::Command;
  result.title = command.title;
  result.where = command.keys;
  result.target.kind = search::Kind::Command;
  result.target.command = command.id;
  return result;
}

} // namespace

std::vector<PaletteRow> rowsOf(const search::Answer& answer, search::Scope scope) {
  std::vector<PaletteRow> rows;
  if (answer.results.empty())
    rows.push_back({Role::Note,
                    answer.isComplete ? text("Nothing has these words.")
                                      : text("Nothing yet: the book is still being read."),
                    {}});
  else if (answer.isPartial)
    rows.push_back({Role::Note, text("Nothing has all of these words. Some of them are in:"), {}});
  for (const QString& suggestion : answer.suggestions)
    rows.push_back({Role::Suggestion, suggestion, {}});
  std::vector<search::Kind> kinds;
  for (const search::Result& result : answer.results)
    if (std::find(kinds.begin(), kinds.end(), result.kind) == kinds.end())
      kinds.push_back(result.kind);
  const int most =
      scope == search::Scope::Everything && kinds.size() > 1 ? mostOfKind : std::numeric_limits<int>::max();
  for (const search::Kind kind : kinds) {
    int shown = 0;
    rows.push_back({Role::Heading, search::kindHeading(kind), {}});
    for (const search::Result& result : answer.results)
      if (result.kind == kind && shown++ < most)
        rows.push_back({Role::Result, {}, result});
  }
  return rows;
}

std::vector<PaletteRow> rowsOfNothingTyped(const std::vector<search::Result>& recent,
                                           const std::vector<search::Command>& commands,
                                           search::Scope scope) {
  std::vector<PaletteRow> rows;
  if (scope != search::Scope::Commands && !recent.empty()) {
    rows.push_back({Role::Heading, text("Recent"), {}});
    for (const search::Result& result : recent)
      rows.push_back({Role::Result, {}, result});
  }
  if (scope == search::Scope::Book) {
    if (rows.empty())
      rows.push_back(
          {Role::Note, text("Type what you are looking for: words, “a phrase”, \\lambda or λ, 4.6."), {}});
    return rows;
  }
  if (!commands.empty())
    rows.push_back({Role::Heading, search::kindHeading(search::Kind::Command), {}});
  const std::size_t count =
      scope == search::Scope::Commands ? commands.size() : std::min(commands.size(), fewCommands);
  for (std::size_t i = 0; i < count; ++i)
    rows.push_back({Role::Result, {}, resultOf(commands[i])});
  return rows;
}

QString spoken(const PaletteRow& row) {
  switch (row.role) {
  case Role::Heading:
  case Role::Note:
    return row.text;
  case Role::Suggestion:
    return text("Did you mean %1?").arg(row.text);
  case Role::Result:
    break;
  }
  QStringList parts{search::kindName(row.result.kind), row.result.title};
  for (const QString& part : {row.result.where, row.result.snippet})
    if (!part.isEmpty())
      parts += part;
  return parts.join(QStringLiteral(", "));
}

} // namespace eigenboard::navigation
