#include "app/book/lint.h"
#include "app/command_line/arguments.h"
#include "app/command_line/output.h"
#include "app/command_line/words.h"
#include "app/window/locations.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <set>

namespace eigenboard::command_line {

namespace {

/// The file as the reader would name it: below the folder given, or from here when the book is below here.
QString shownName(const QString& directory, bool isGiven, const QString& file) {
  const QString path = QDir(directory).filePath(file);
  const QString fromHere = QDir::current().relativeFilePath(path);
  return isGiven || fromHere.startsWith(QStringLiteral("..")) ? path : fromHere;
}

QString summary(const std::vector<book::Finding>& findings) {
  std::set<QString> files;
  for (const book::Finding& finding : findings)
    files.insert(finding.file);
  const QString found = findings.size() == 1
                            ? text("1 finding")
                            : text("%1 findings").arg(static_cast<qulonglong>(findings.size()));
  return files.size() == 1 ? text("%1 in 1 file").arg(found)
                           : text("%1 in %2 files").arg(found).arg(static_cast<qulonglong>(files.size()));
}

int runCheck(const QStringList& given) {
  const auto arguments = parseArguments(checkCommand(), given, {}, 0, 1);
  if (!arguments)
    return wrongUsage;
  const bool isGiven = !arguments->words.isEmpty();
  const QString directory = isGiven ? arguments->words.constFirst() : window::chaptersFolder();
  if (directory.isEmpty())
    return fail(workFailed, text("found no folder with a book.json; name it: eigenboard check DIR"));
  if (!QFileInfo(QDir(directory).filePath(QStringLiteral("book.json"))).isFile())
    return fail(workFailed, text("there is no book in '%1': it has no book.json").arg(directory));

  const book::Book book = book::readBook(directory);
  typesetting::Typesetter typesetter(window::typesetterOptions(book));
  const auto texProblem = [&typesetter](const QString& tex, bool display) {
    return typesetter.typeset(tex, display ? typesetting::Style::Display : typesetting::Style::Inline)->error;
  };
  const std::vector<book::Finding> findings = book::lintBook(book, panel::registeredPanels(), texProblem);
  if (findings.empty())
    return success;
  QString lines;
  for (const book::Finding& finding : findings)
    lines +=
        QStringLiteral("%1:%2: %3\n")
            .arg(shownName(directory, isGiven, finding.file), QString::number(finding.line), finding.message);
  const int status = print(lines.toUtf8());
  return status == success ? fail(workFailed, summary(findings)) : status;
}

} // namespace

Command checkCommand() {
  return {QStringLiteral("check"), QStringLiteral("[DIR]"),
          text("looks for faults in the book: front matter, components, links, numbers, formulas, exercises"),
          Needs::Widgets, runCheck};
}

} // namespace eigenboard::command_line
