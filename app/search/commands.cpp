#include "app/search/commands.h"

#include "app/search/tokens.h"

#include <algorithm>

namespace eigenboard::search {

namespace {

// On the scale of what the index gives: words of a title score about 10 to 30 there.
constexpr double exactTitle = 70;
constexpr double exactKeyword = 60; ///< a setting by its name ("dark") stands before pages about the word
constexpr double commandTitleStart = 30;
constexpr double insideCommandTitle = 22;
constexpr double inKeywords = 12;

/// Marks the words of the title that were looked for; true when all were found there.
bool findInTitle(const QString& title, const Query& query, QList<Range>& ranges) {
  const std::vector<Token> tokens = tokensOf(title);
  QStringList wanted = query.words.split(u' ');
  const qsizetype count = wanted.size();
  qsizetype found = 0;
  for (const Token& token : tokens)
    for (QString& word : wanted)
      if (!word.isEmpty() && token.word.startsWith(word)) {
        ranges += {token.start, std::min(token.length, static_cast<int>(word.size()))};
        word.clear();
        ++found;
        break;
      }
  return found == count;
}

double scoreOf(const Command& command, const Query& query, QList<Range>& ranges) {
  const QString title = wordsOf(command.title);
  const bool isInTitle = findInTitle(command.title, query, ranges);
  if (isInTitle && title == query.words)
    return exactTitle;
  if (std::any_of(command.keywords.begin(), command.keywords.end(),
                  [&query](const QString& keyword) { return wordsOf(keyword) == query.words; }))
    return exactKeyword;
  if (isInTitle)
    return title.startsWith(query.words) ? commandTitleStart : insideCommandTitle;
  const QStringList known = (title + u' ' + wordsOf(command.keywords.join(u' '))).split(u' ');
  const QStringList wanted = query.words.split(u' ');
  const bool hasAll = std::all_of(wanted.begin(), wanted.end(), [&known](const QString& word) {
    return std::any_of(known.begin(), known.end(),
                       [&word](const QString& other) { return other.startsWith(word); });
  });
  return hasAll ? inKeywords : 0;
}

} // namespace

std::vector<Result> foundCommands(const std::vector<Command>& commands, const Query& query) {
  std::vector<Result> results;
  for (const Command& command : commands) {
    Result result;
    result.kind = Kind::Command;
    result.title = command.title;
    result.where = command.keys;
    result.target.kind = Kind::Command;
    result.target.command = command.id;
    result.score = scoreOf(command, query, result.titleRanges);
    if (result.score > 0)
      results.push_back(std::move(result));
  }
  std::stable_sort(results.begin(), results.end(),
                   [](const Result& one, const Result& other) { return one.score > other.score; });
  return results;
}

} // namespace eigenboard::search
