#include "app/command_line/arguments.h"
#include "app/command_line/output.h"
#include "app/command_line/words.h"
#include "app/print/print_book.h"
#include "app/window/locations.h"
#include "views/panel/state.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

#include <algorithm>

namespace eigenboard::command_line {

namespace {

/// Why the words name nothing to print.
QString nothingToPrint(const book::Book& book, const QString& word) {
  if (const book::Chapter* chapter = book.find(word))
    return text("chapter %1 %2 is not written yet").arg(chapter->id, chapter->title);
  std::vector<QString> names{QStringLiteral("book"), QStringLiteral("appendices")};
  for (const book::Chapter* chapter : book.chapters())
    names.push_back(chapter->id);
  for (const book::Level& level : book.levels)
    if (level.number >= 0)
      names.push_back(QStringLiteral("level %1").arg(level.number));
  const QString known = word.toLower().simplified();
  if (std::find(names.begin(), names.end(), known) != names.end())
    return text("nothing of '%1' is written yet").arg(word);
  const QString suggestion = panel::didYouMean(word, names);
  return text("there is no '%1' to print").arg(word) +
         (suggestion.isEmpty() ? text("; name a chapter such as 4.6, 'level 4', 'appendices' or 'book'")
                               : suggestion);
}

int runPrint(const QStringList& given) {
  const auto arguments = parseArguments(
      printCommand(), given,
      {QCommandLineOption({QStringLiteral("o"), QStringLiteral("output")}, text("The file to write."),
                          QStringLiteral("file")),
       QCommandLineOption(QStringLiteral("paper"), text("The size of the sheets."),
                          QStringLiteral("a4|letter")),
       QCommandLineOption(QStringLiteral("no-hints"), text("Leaves the hints of the exercises out.")),
       QCommandLineOption(QStringLiteral("no-solutions"), text("Leaves the solutions out."))},
      1, 2);
  if (!arguments)
    return wrongUsage;
  const QString word = arguments->words.join(u' ');
  const QString output = arguments->value(QStringLiteral("o"));
  if (output.isEmpty())
    return fail(wrongUsage, text("where to? name a file with -o FILE.pdf"));
  if (output != QStringLiteral("-") && !output.startsWith(QStringLiteral("/dev/")) &&
      !output.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive))
    return fail(wrongUsage, text("only PDF can be printed; end '%1' in .pdf").arg(output));
  const QString paper = arguments->value(QStringLiteral("paper"), QStringLiteral("a4")).toLower();
  if (paper != QStringLiteral("a4") && paper != QStringLiteral("letter"))
    return fail(wrongUsage, text("unknown paper '%1'; it is a4 or letter").arg(paper));

  QHashSeed::setDeterministicGlobalSeed(); // in their order Qt names the fonts of a PDF
  const book::Book book = book::readBook(window::chaptersFolder());
  if (book.chapters().empty())
    return fail(workFailed, book.problems.join(QStringLiteral("; ")));
  print::PrintRequest request = print::requestFor(book, word);
  if (request.chapters.isEmpty())
    return fail(wrongUsage, nothingToPrint(book, word));
  request.paper = paper == QStringLiteral("letter") ? print::letter() : print::a4();
  request.hints = !arguments->has(QStringLiteral("no-hints"));
  request.solutions = !arguments->has(QStringLiteral("no-solutions"));

  const panel::Registry registry = panel::registeredPanels();
  typesetting::Typesetter typesetter(window::typesetterOptions());
  const print::PdfBytes pdf = print::printBook(book, registry, typesetter, request);
  return pdf.error.isEmpty() ? writeFile(output, pdf.bytes) : fail(workFailed, pdf.error);
}

} // namespace

Command printCommand() {
  return {QStringLiteral("print"),
          QStringLiteral("CHAPTER | level N | appendices | book [--paper a4|letter] [--no-hints] "
                         "[--no-solutions] -o FILE.pdf"),
          text("sets a chapter, a level or the book as PDF"), Needs::Widgets, runPrint};
}

} // namespace eigenboard::command_line
