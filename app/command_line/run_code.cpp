#include "app/book/book.h"
#include "app/book/chapter_page.h"
#include "app/book/code_cells.h"
#include "app/code_runner/runner.h"
#include "app/command_line/arguments.h"
#include "app/command_line/output.h"
#include "app/command_line/words.h"
#include "app/window/locations.h"
#include "views/panel/state.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QEventLoop>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace eigenboard::command_line {

namespace {

/// What one block did. verdict: as a phrase for the reader.
struct BlockRun {
  int number = 0; ///< from 1
  int line = 0;   ///< in the chapter's file
  QString printed;
  QString errors;
  code_runner::Outcome outcome;
  QString verdict;
  bool isSame = false; ///< it ended well, and prints what the book shows where the book shows something
};

BlockRun runBlock(const book::CodeCell& cell, int number, const code_runner::Python& python,
                  const code_runner::Sandbox& sandbox) {
  code_runner::Runner runner(python, {}, window::codeCacheFolder(), sandbox);
  QEventLoop loop;
  QObject::connect(&runner, &code_runner::Runner::finished, &loop, &QEventLoop::quit);
  runner.start(cell.code);
  loop.exec();
  BlockRun made{number, cell.line, {}, {}, runner.outcome(), {}, false};
  for (const code_runner::Piece& piece : runner.transcript().pieces())
    (piece.isError ? made.errors : made.printed) += piece.text;
  made.verdict = sentence(made.outcome, runner.limits());
  if (!made.verdict.isEmpty())
    return made;
  made.isSame = !cell.output || code_runner::printsAsRecorded(made.printed, *cell.output);
  made.verdict = !cell.output  ? text("the book shows no output")
                 : made.isSame ? text("same as in the book")
                               : text("not what the book shows");
  return made;
}

QJsonObject toJson(const BlockRun& run) {
  return {{QStringLiteral("block"), run.number},
          {QStringLiteral("line"), run.line},
          {QStringLiteral("same"), run.isSame},
          {QStringLiteral("verdict"), run.verdict},
          {QStringLiteral("output"), run.printed},
          {QStringLiteral("errors"), run.errors},
          {QStringLiteral("errorLine"), run.outcome.errorLine},
          {QStringLiteral("status"), run.outcome.exitCode},
          {QStringLiteral("signal"), run.outcome.signal},
          {QStringLiteral("truncated"), run.outcome.isTruncated},
          {QStringLiteral("milliseconds"), run.outcome.milliseconds}};
}

QString shown(const QString& chapter, const BlockRun& run) {
  QString lines = text("# %1, block %2, line %3: %4 (%5 s)\n")
                      .arg(chapter)
                      .arg(run.number)
                      .arg(run.line)
                      .arg(run.verdict)
                      .arg(static_cast<double>(run.outcome.milliseconds) / 1000, 0, 'f', 1);
  for (const QString& part : {run.printed, run.errors})
    if (!part.isEmpty())
      lines += part.endsWith(u'\n') ? part : part + u'\n';
  return lines;
}

/// The chapter of that id, with its cells; the exit status in status when there are none to run.
std::vector<book::CodeCell> cellsOf(const QString& id, int& status) {
  const book::Book map = book::readBook(window::chaptersFolder());
  if (map.chapters().empty()) {
    status = fail(workFailed, map.problems.join(QStringLiteral("; ")));
    return {};
  }
  const book::Chapter* chapter = map.find(id);
  if (!chapter) {
    std::vector<QString> names;
    for (const book::Chapter* each : map.chapters())
      names.push_back(each->id);
    status = fail(wrongUsage, text("the book has no chapter '%1'").arg(id) + panel::didYouMean(id, names));
    return {};
  }
  if (!chapter->written) {
    status = fail(wrongUsage, text("chapter %1 %2 is not written yet").arg(id, chapter->title));
    return {};
  }
  const book::ChapterPage page = book::readChapterPage(QDir(map.directory).filePath(chapter->file));
  if (!page.error.isEmpty()) {
    status = fail(workFailed, page.error);
    return {};
  }
  std::vector<book::CodeCell> cells = book::codeCells(page.page.blocks);
  if (cells.empty())
    status = fail(wrongUsage, text("chapter %1 has no Python").arg(id));
  return cells;
}

int runCode(const QStringList& given) {
  const auto arguments =
      parseArguments(runCodeCommand(), given,
                     {QCommandLineOption(QStringLiteral("json"), text("Prints one JSON document.")),
                      QCommandLineOption(QStringLiteral("python"), text("The Python to run it with."),
                                         QStringLiteral("path"))},
                     1, 2);
  if (!arguments)
    return wrongUsage;
  const QString chapter = arguments->words.constFirst();
  int status = success;
  const std::vector<book::CodeCell> cells = cellsOf(chapter, status);
  if (status != success)
    return status;
  const int count = static_cast<int>(cells.size());
  int first = 1;
  int last = count;
  if (arguments->words.size() > 1) {
    first = last = arguments->words.at(1).toInt();
    if (first < 1 || first > count)
      return fail(wrongUsage, text("there is no block '%1'; chapter %2 has blocks 1 to %3")
                                  .arg(arguments->words.at(1), chapter)
                                  .arg(count));
  }
  const code_runner::Python python =
      code_runner::findPython(arguments->value(QStringLiteral("python"), window::chosenPython()));
  if (!python.problem.isEmpty())
    return fail(workFailed, python.problem);

  const bool isJson = arguments->has(QStringLiteral("json"));
  const code_runner::Sandbox sandbox = code_runner::findSandbox();
  if (!isJson && !sandbox.works())
    status = print(text("# not locked in: %1\n").arg(sandbox.problem).toUtf8());
  QJsonArray rows;
  QStringList failures;
  for (int number = first; number <= last && status == success; ++number) {
    const BlockRun block = runBlock(cells[static_cast<std::size_t>(number - 1)], number, python, sandbox);
    if (!block.isSame)
      failures.push_back(text("block %1 (line %2): %3").arg(number).arg(block.line).arg(block.verdict));
    if (isJson)
      rows.append(toJson(block));
    else
      status = print(shown(chapter, block).toUtf8()); // each as soon as it is there
  }
  if (isJson)
    status = printJson(QJsonObject{{QStringLiteral("chapter"), chapter},
                                   {QStringLiteral("python"), python.path},
                                   {QStringLiteral("lockedIn"), sandbox.works()},
                                   {QStringLiteral("blocks"), rows}});
  if (status != success || failures.isEmpty())
    return status;
  return fail(workFailed, text("chapter %1: %2").arg(chapter, failures.join(QStringLiteral("; "))));
}

} // namespace

Command runCodeCommand() {
  return {QStringLiteral("run-code"), QStringLiteral("CHAPTER [N] [--json] [--python PATH]"),
          text("runs the Python of a chapter, or its N-th block, and compares it with what the book shows"),
          Needs::Core, runCode};
}

} // namespace eigenboard::command_line
