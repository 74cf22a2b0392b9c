#include "app/book/book.h"

#include "app/book/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <set>

namespace eigenboard::book {

namespace {

constexpr qint64 largestMap = 4'000'000;

QStringList texts(const QJsonValue& value) {
  QStringList list;
  for (const QJsonValue item : value.toArray())
    if (item.isString())
      list.push_back(item.toString());
  return list;
}

/// A file name that stays in its folder, or empty.
QString localName(const QString& name) {
  const QString clean = QDir::cleanPath(name);
  const bool outside = clean.startsWith(QStringLiteral("..")) || QDir::isAbsolutePath(clean);
  return outside || clean == QStringLiteral(".") ? QString() : clean;
}

class MapReader {
 public:
  explicit MapReader(Book& book) : book_(book) {}

  void level(const QJsonObject& object, int number) {
    Level level;
    level.number = number;
    level.title = object[QStringLiteral("title")].toString();
    level.subtitle = object[QStringLiteral("subtitle")].toString();
    level.folder = localName(object[QStringLiteral("folder")].toString());
    for (const QJsonValue need : object[QStringLiteral("needs")].toArray())
      level.needs.push_back(need.toInt(-1));
    const QString name = number < 0 ? translated("the appendices") : translated("level %1").arg(number);
    if (level.title.isEmpty() || level.folder.isEmpty())
      problem(translated("%1: title and folder are needed").arg(name));
    for (const QJsonValue value : object[QStringLiteral("chapters")].toArray())
      chapter(level, value, name);
    book_.levels.push_back(std::move(level));
  }

  void path(const QJsonObject& object) {
    ReadingPath path;
    path.id = object[QStringLiteral("id")].toString();
    path.title = object[QStringLiteral("title")].toString();
    path.note = object[QStringLiteral("note")].toString();
    for (const QString& id : texts(object[QStringLiteral("chapters")])) {
      if (ids_.count(id) > 0)
        path.chapters.push_back(id);
      else
        problem(translated("the path '%1' names the unknown chapter '%2'").arg(path.id, id));
    }
    book_.paths.push_back(std::move(path));
  }

  void needsAreKnown() {
    for (Level& level : book_.levels)
      for (Chapter& chapter : level.chapters)
        chapter.needs.removeIf([&](const QString& id) {
          if (ids_.count(id) > 0)
            return false;
          problem(translated("chapter %1 needs the unknown chapter '%2'").arg(chapter.id, id));
          return true;
        });
  }

  void problem(const QString& text) { book_.problems.push_back(QStringLiteral("book.json: ") + text); }

 private:
  void chapter(Level& level, const QJsonValue& value, const QString& levelName) {
    const QJsonObject object = value.toObject();
    Chapter chapter;
    chapter.id = object[QStringLiteral("id")].toString();
    chapter.title = object[QStringLiteral("title")].toString();
    const QString file = localName(object[QStringLiteral("file")].toString());
    if (chapter.id.isEmpty() || chapter.title.isEmpty() || file.isEmpty())
      return problem(translated("a chapter of %1 needs id, title and file").arg(levelName));
    if (!ids_.insert(chapter.id).second)
      return problem(translated("chapter %1 is there twice").arg(chapter.id));
    chapter.file = level.folder.isEmpty() ? file : QDir::cleanPath(level.folder + u'/' + file);
    chapter.covers = object[QStringLiteral("covers")].toString();
    chapter.needs = texts(object[QStringLiteral("needs")]);
    chapter.panels = texts(object[QStringLiteral("panels")]);
    chapter.written = QFileInfo(QDir(book_.directory).filePath(chapter.file)).isFile();
    level.chapters.push_back(std::move(chapter));
  }

  Book& book_;
  std::set<QString> ids_;
};

} // namespace

QStringList Book::allProblems() const {
  QStringList all = problems;
  for (const SourceProblem& problem : macros.problems)
    all.push_back(translated("%1, line %2: %3.").arg(macros.file).arg(problem.line).arg(problem.text));
  return all;
}

const Chapter* Book::find(const QString& id) const {
  for (const Level& level : levels)
    for (const Chapter& chapter : level.chapters)
      if (chapter.id == id)
        return &chapter;
  return nullptr;
}

const Chapter* Book::findFile(const QString& file) const {
  const QString clean = QDir::cleanPath(file);
  for (const Level& level : levels)
    for (const Chapter& chapter : level.chapters)
      if (chapter.file == clean)
        return &chapter;
  return nullptr;
}

std::vector<const Chapter*> Book::chapters() const {
  std::vector<const Chapter*> all;
  for (const Level& level : levels)
    for (const Chapter& chapter : level.chapters)
      all.push_back(&chapter);
  return all;
}

Book readBook(const QString& directory) {
  Book book;
  book.directory = directory;
  MapReader reader(book);
  QFile file(QDir(directory).filePath(QStringLiteral("book.json")));
  if (!file.open(QIODevice::ReadOnly)) {
    reader.problem(translated("cannot be read (%1)").arg(file.errorString()));
    return book;
  }
  const QByteArray bytes = file.read(largestMap + 1);
  if (bytes.size() > largestMap) {
    reader.problem(translated("is larger than 4 MB"));
    return book;
  }
  QJsonParseError error{};
  const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
  if (!document.isObject()) {
    const qsizetype line = bytes.first(std::min<qsizetype>(error.offset, bytes.size())).count('\n') + 1;
    reader.problem(error.error == QJsonParseError::NoError
                       ? translated("an object is needed")
                       : translated("line %1: %2").arg(line).arg(error.errorString()));
    return book;
  }
  const QJsonObject map = document.object();
  book.title = map[QStringLiteral("title")].toString();
  if (book.title.isEmpty())
    reader.problem(translated("title is needed"));
  if (!map[QStringLiteral("levels")].isArray())
    reader.problem(translated("levels is needed"));
  for (const QJsonValue value : map[QStringLiteral("levels")].toArray())
    reader.level(value.toObject(),
                 value[QStringLiteral("number")].toInt(static_cast<int>(book.levels.size())));
  if (map[QStringLiteral("appendices")].isObject())
    reader.level(map[QStringLiteral("appendices")].toObject(), -1);
  reader.needsAreKnown();
  for (const QJsonValue value : map[QStringLiteral("paths")].toArray())
    reader.path(value.toObject());
  if (const QJsonValue macros = map[QStringLiteral("macros")]; !macros.isUndefined()) {
    if (const QString name = localName(macros.toString()); name.isEmpty())
      reader.problem(translated("macros has to name a file of the book"));
    else
      book.macros = readMacros(directory, name);
  }
  return book;
}

} // namespace eigenboard::book
