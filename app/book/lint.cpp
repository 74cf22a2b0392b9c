#include "app/book/lint.h"

#include "app/book/lint_rules.h"
#include "app/book/lint_walk.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QDirIterator>

#include <algorithm>
#include <tuple>

namespace eigenboard::book {

namespace {

QString mapName() {
  return QStringLiteral("book.json");
}

/// One line that a terminal shows as it is, whatever the file holds.
QString oneLine(const QString& text) {
  constexpr qsizetype longest = 400;
  QString line = text.simplified();
  if (line.size() > longest)
    line = line.first(longest) + QStringLiteral("…");
  for (QChar& character : line)
    if (character.category() == QChar::Other_Control || character.category() == QChar::Other_Format)
      character = QChar::ReplacementCharacter;
  return line;
}

std::vector<Finding> mapFindings(const Book& book) {
  std::vector<Finding> findings;
  const QString prefix = mapName() + QStringLiteral(": ");
  for (const QString& problem : book.problems)
    findings.push_back({mapName(), 1, problem.startsWith(prefix) ? problem.sliced(prefix.size()) : problem});
  return findings;
}

std::vector<Finding> unlistedFiles(const Book& book) {
  std::vector<Finding> findings;
  if (book.levels.empty())
    return findings; // the map could not be read: that is the fault, and not every file in the folder
  // Absolute, as QDir takes a relative name to be below itself and not below where we are.
  const QDir folder(QDir(book.directory).absolutePath());
  QDirIterator files(folder.path(), {QStringLiteral("*.md")}, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    const QString file = folder.relativeFilePath(files.next());
    if (files.fileName() != QStringLiteral("README.md") && !book.findFile(file))
      findings.push_back({file, 1, QCoreApplication::translate("lint", "book.json does not list this file")});
  }
  return findings;
}

void lintChapter(const lint::Subject& subject, const TexProblem& texProblem, const lint::Report& report) {
  for (const SourceProblem& problem : subject.read.page.problems)
    report(problem.line, problem.text);
  lint::checkFrontMatter(subject, report);
  lint::checkComponents(subject, report);
  lint::checkExercises(subject, report);
  lint::checkCode(subject, report);
  lint::checkCodeChecks(subject, report);
  lint::checkFormulas(subject, texProblem, report);
  lint::checkLinks(subject, report);
  lint::checkSharedObjects(subject, report);
  lint::checkLiveNumbers(subject, report);
  lint::checkSymbols(subject, report);
}

} // namespace

std::vector<Finding> lintBook(const Book& book, const panel::Registry& registry,
                              const TexProblem& texProblem) {
  std::vector<Finding> findings = mapFindings(book);
  const std::vector<Finding> unlisted = unlistedFiles(book);
  findings.insert(findings.end(), unlisted.begin(), unlisted.end());
  const std::vector<Finding> macros = lint::macroFindings(book.macros, texProblem);
  findings.insert(findings.end(), macros.begin(), macros.end());

  lint::Pages pages;
  for (const Chapter* chapter : book.chapters()) {
    if (!chapter->written)
      continue;
    ChapterPage read = readChapterPage(QDir(book.directory).filePath(chapter->file));
    if (!read.error.isEmpty()) {
      findings.push_back({chapter->file, 1, read.error});
      continue;
    }
    std::set<QString> anchors = lint::anchorsOf(read.page.blocks);
    pages.emplace(chapter->file, lint::WrittenPage{std::move(read), std::move(anchors)});
  }
  for (const Level& level : book.levels)
    for (const Chapter& chapter : level.chapters) {
      const auto page = pages.find(chapter.file);
      if (page == pages.end())
        continue;
      lintChapter({book, level, chapter, page->second.read, page->second.anchors, pages, registry},
                  texProblem, [&](int line, const QString& message) {
                    findings.push_back({chapter.file, std::max(line, 1), message});
                  });
    }

  for (Finding& finding : findings)
    finding.message = oneLine(finding.message);
  const auto order = [](const Finding& a, const Finding& b) {
    return std::tie(a.file, a.line, a.message) < std::tie(b.file, b.line, b.message);
  };
  std::sort(findings.begin(), findings.end(), order);
  return findings;
}

} // namespace eigenboard::book
