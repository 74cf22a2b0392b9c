#include "app/book/notebook.h"

#include "app/book/book.h"
#include "app/command_line/arguments.h"
#include "app/command_line/output.h"
#include "app/command_line/words.h"
#include "app/window/locations.h"
#include "views/panel/state.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace eigenboard::command_line {

namespace {

int runNotebook(const QStringList& given) {
  const auto arguments =
      parseArguments(notebookCommand(), given,
                     {QCommandLineOption({QStringLiteral("o"), QStringLiteral("output")},
                                         text("The file to write."), QStringLiteral("file"))},
                     1, 1);
  if (!arguments)
    return wrongUsage;
  const QString id = arguments->words.constFirst();
  const QString output = arguments->value(QStringLiteral("o"));
  if (output.isEmpty())
    return fail(wrongUsage, text("where to? name a file with -o FILE.ipynb"));
  const book::Book map = book::readBook(window::chaptersFolder());
  if (map.chapters().empty())
    return fail(workFailed, map.problems.join(QStringLiteral("; ")));
  const book::Chapter* chapter = map.find(id);
  if (!chapter) {
    std::vector<QString> names;
    for (const book::Chapter* each : map.chapters())
      names.push_back(each->id);
    return fail(wrongUsage, text("the book has no chapter '%1'").arg(id) + panel::didYouMean(id, names));
  }
  if (!chapter->written)
    return fail(wrongUsage, text("chapter %1 %2 is not written yet").arg(id, chapter->title));
  QFile file(QDir(map.directory).filePath(chapter->file));
  if (!file.open(QIODevice::ReadOnly))
    return fail(workFailed, text("%1 cannot be read").arg(file.fileName()));
  return writeFile(output, book::notebook(QString::fromUtf8(file.readAll()), map.macros));
}

} // namespace

Command notebookCommand() {
  return {QStringLiteral("notebook"), QStringLiteral("CHAPTER -o FILE.ipynb"),
          text("writes a chapter as a Jupyter notebook"), Needs::Core, runNotebook};
}

} // namespace eigenboard::command_line
