#include "app/book/chapter_page.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace eigenboard::book {

namespace {

constexpr qint64 largestFile = 4'000'000;

} // namespace

ChapterPage chapterPage(const QString& source) {
  ChapterPage chapter;
  chapter.matter = readFrontMatter(source);
  qsizetype begin = 0;
  for (int line = 0; line < chapter.matter.lines && begin < source.size(); ++line) {
    const qsizetype end = source.indexOf(u'\n', begin);
    begin = end < 0 ? source.size() : end + 1;
  }
  chapter.page = parseMarkdown(source.sliced(begin), chapter.matter.lines + 1);
  return chapter;
}

ChapterPage readChapterPage(const QString& fileName) {
  const auto failed = [](const QString& reason) {
    ChapterPage chapter;
    chapter.error = reason;
    return chapter;
  };
  QFile file(fileName);
  // A folder opens, but does not read.
  if (!QFileInfo(fileName).isFile())
    return failed(QCoreApplication::translate("book", "%1: there is no such file").arg(fileName));
  if (!file.open(QIODevice::ReadOnly))
    return failed(QCoreApplication::translate("book", "%1: %2").arg(fileName, file.errorString()));
  const QByteArray bytes = file.read(largestFile + 1);
  if (bytes.size() > largestFile)
    return failed(QCoreApplication::translate("book", "%1 is larger than 4 MB").arg(fileName));
  return chapterPage(QString::fromUtf8(bytes));
}

} // namespace eigenboard::book
