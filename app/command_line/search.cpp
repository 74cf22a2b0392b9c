#include "app/command_line/arguments.h"
#include "app/command_line/output.h"
#include "app/command_line/words.h"
#include "app/search/index.h"
#include "app/search/kind_name.h"
#include "app/window/locations.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace eigenboard::command_line {

namespace {

constexpr int usualLimit = 20;
constexpr int largestLimit = 1000;

QJsonArray rangesJson(const QList<search::Range>& ranges) {
  QJsonArray json;
  for (const search::Range& range : ranges)
    json.append(QJsonArray{range.start, range.length});
  return json;
}

QJsonObject resultJson(const search::Result& result) {
  QJsonObject target;
  for (const auto& [key, value] :
       {std::pair("chapter", result.target.chapter), std::pair("anchor", result.target.anchor),
        std::pair("panel", result.target.panel), std::pair("preset", result.target.preset)})
    if (!value.isEmpty())
      target[QString::fromLatin1(key)] = value;
  return {{QStringLiteral("kind"), search::kindKey(result.kind)},
          {QStringLiteral("title"), result.title},
          {QStringLiteral("where"), result.where},
          {QStringLiteral("snippet"), result.snippet},
          {QStringLiteral("ranges"), rangesJson(result.snippetRanges)},
          {QStringLiteral("score"), jsonNumber(result.score)},
          {QStringLiteral("target"), target}};
}

QString resultText(const search::Result& result) {
  QString lines = QStringLiteral("%1: %2\n").arg(search::kindName(result.kind), result.title);
  if (!result.where.isEmpty())
    lines += QStringLiteral("    %1\n").arg(result.where);
  if (!result.snippet.isEmpty())
    lines += QStringLiteral("    %1\n").arg(result.snippet);
  return lines;
}

int printText(const search::Answer& answer) {
  QString lines;
  if (answer.isPartial)
    lines += text("Nothing has all of these words; some of them are in:\n");
  for (const search::Result& result : answer.results)
    lines += resultText(result);
  return print(lines.toUtf8());
}

int printAnswer(const search::Answer& answer) {
  QJsonArray results;
  for (const search::Result& result : answer.results)
    results.append(resultJson(result));
  return printJson(
      QJsonObject{{QStringLiteral("query"), answer.query},
                  {QStringLiteral("partial"), answer.isPartial},
                  {QStringLiteral("suggestions"), QJsonArray::fromStringList(answer.suggestions)},
                  {QStringLiteral("results"), results}});
}

int runSearch(const QStringList& given) {
  const auto arguments = parseArguments(
      searchCommand(), given,
      {QCommandLineOption(QStringLiteral("json"), text("Prints JSON.")),
       QCommandLineOption(QStringLiteral("limit"), text("Results at most."), QStringLiteral("N"))},
      1, -1);
  if (!arguments)
    return wrongUsage;
  bool isNumber = false;
  const QString wantedLimit = arguments->value(QStringLiteral("limit"), QString::number(usualLimit));
  const int limit = wantedLimit.toInt(&isNumber);
  if (!isNumber || limit < 1 || limit > largestLimit)
    return fail(wrongUsage,
                text("--limit is a whole number from 1 to %1, not '%2'").arg(largestLimit).arg(wantedLimit));
  const book::Book book = book::readBook(window::chaptersFolder());
  if (book.levels.empty())
    return fail(workFailed, book.problems.join(QStringLiteral("; ")));

  const panel::Registry registry = panel::registeredPanels();
  search::Index index(book, registry, window::searchFolder());
  while (index.refreshNext()) {
  }
  const search::Answer answer = index.search(arguments->words.join(u' '), search::Scope::Everything, limit);
  if (arguments->has(QStringLiteral("json")))
    return printAnswer(answer);
  if (!answer.results.empty())
    return printText(answer);
  return fail(workFailed, text("nothing found for '%1'").arg(answer.query.left(60)) +
                              (answer.suggestions.isEmpty()
                                   ? QString()
                                   : text("; did you mean '%1'?").arg(answer.suggestions.constFirst())));
}

} // namespace

Command searchCommand() {
  return {QStringLiteral("search"), QStringLiteral("WORDS... [--json] [--limit N]"),
          text("looks for words in the chapters, exercises, glossary and panels"), Needs::Core, runSearch};
}

} // namespace eigenboard::command_line
