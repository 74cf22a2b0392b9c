#include "app/book/glossary.h"
#include "app/book/lint_rules.h"
#include "app/book/lint_walk.h"
#include "app/book/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

namespace eigenboard::book::lint {

namespace {

QString folderOf(const Chapter& chapter) {
  return QFileInfo(chapter.file).path();
}

/// A path as the chapter writes it, relative to the book's directory.
QString inBook(const Chapter& chapter, const QString& path) {
  return QDir::cleanPath(folderOf(chapter) + u'/' + path);
}

/// The written chapters as this one would link to them.
std::vector<QString> writtenFiles(const Subject& subject) {
  const QDir folder(QStringLiteral("/") + folderOf(subject.chapter));
  std::vector<QString> files;
  for (const Chapter* other : subject.book.chapters())
    if (other->written)
      files.push_back(folder.relativeFilePath(QStringLiteral("/") + other->file));
  return files;
}

QString headingProblem(const QString& anchor, const std::set<QString>& anchors, const QString& where) {
  // A guess compares every heading; on a page with more than any chapter has it is not worth its time.
  constexpr std::size_t mostCompared = 1000;
  if (anchors.contains(anchor))
    return {};
  const QString problem = translated("there is no heading '#%1' in %2").arg(anchor, where);
  return anchors.size() > mostCompared
             ? problem
             : problem + panel::didYouMean(anchor, {anchors.begin(), anchors.end()});
}

QString fileProblem(const FileLink& link, const Subject& subject) {
  if (link.path.isEmpty())
    return headingProblem(link.anchor, subject.anchors, translated("this chapter"));
  const QString file = inBook(subject.chapter, link.path);
  const Chapter* target = subject.book.findFile(file);
  if (!target && QFileInfo::exists(QDir(subject.book.directory).filePath(file)))
    return translated("'%1' is no chapter of the book, and the program cannot open it").arg(link.path);
  if (!target)
    return translated("there is no file '%1'").arg(link.path) +
           panel::didYouMean(link.path, writtenFiles(subject));
  if (!target->written)
    return translated("there is no file '%1' yet: chapter %2 is not written").arg(link.path, target->id);
  const auto page = subject.pages.find(target->file);
  if (link.anchor.isEmpty() ||
      page == subject.pages.end()) // a page that cannot be read is a finding of its own
    return {};
  return headingProblem(link.anchor, page->second.anchors, link.path);
}

/// The program looks a term up in the glossary, appendix H; until that is written its form
/// is all that can be judged.
QString termProblem(const TermLink& link, const Subject& subject) {
  static const QRegularExpression form(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
  if (!form.match(link.slug).hasMatch())
    return translated("term:%1: a term is written in small letters, with hyphens between its words")
        .arg(link.slug);
  const Chapter* glossary = subject.book.find(QStringLiteral("H"));
  const auto page = glossary ? subject.pages.find(glossary->file) : subject.pages.end();
  return page == subject.pages.end() ? QString()
                                     : readGlossary(page->second.read.page.blocks).problem(link.slug);
}

QString targetProblem(const Link& link, const Subject& subject) {
  if (const auto* file = std::get_if<FileLink>(&link))
    return fileProblem(*file, subject);
  if (const auto* term = std::get_if<TermLink>(&link))
    return termProblem(*term, subject);
  return linkProblem(link, subject.registry);
}

QString imageProblem(const QString& source, const Subject& subject) {
  const QString file = inBook(subject.chapter, QUrl::fromPercentEncoding(source.toUtf8()));
  const bool isOutside =
      file.startsWith(QStringLiteral("..")) || source.startsWith(u'/') || !QUrl(source).scheme().isEmpty();
  if (isOutside)
    return translated("the image '%1' is not in the book's folder").arg(source);
  return QFileInfo(QDir(subject.book.directory).filePath(file)).isFile()
             ? QString()
             : translated("there is no image '%1'").arg(source);
}

} // namespace

void checkLinks(const Subject& subject, const Report& report) {
  visitInlines(subject.read.page.blocks, [&](const Inline& piece, int line) {
    if (piece.kind != InlineKind::Link && piece.kind != InlineKind::Image)
      return;
    const bool isImage = piece.kind == InlineKind::Image;
    const QString problem = isImage ? imageProblem(piece.text, subject) : targetProblem(piece.link, subject);
    if (!problem.isEmpty())
      report(line, problem);
    if (plainText(piece.children).trimmed().isEmpty())
      report(line, isImage ? translated("the image has no description in its brackets")
                           : translated("the link has no words in its brackets"));
  });
}

} // namespace eigenboard::book::lint
