#include "app/search/index.h"

#include "app/search/documents.h"
#include "app/search/tokens.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <array>
#include <set>

namespace eigenboard::search {

namespace {

constexpr qint64 largestFile = 4'000'000; ///< as the reader has it
constexpr int mergePages = 200;           ///< of one step: some milliseconds

/// How much a kind counts, in the order of Kind.
constexpr std::array<double, kindCount> weights = {1.3, 1.0, 0.75, 1.25, 1.0, 1.15, 1.0};

constexpr double notWritten = 0.5; ///< weight of a chapter that can only be looked forward to

double weightOf(const Document& document) {
  return weights.at(static_cast<std::size_t>(document.kind)) * document.weight;
}

QByteArray hashOf(const QByteArray& bytes) {
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

QString levelOf(const book::Book& book, const book::Chapter& chapter) {
  for (const book::Level& level : book.levels)
    for (const book::Chapter& candidate : level.chapters)
      if (candidate.id == chapter.id)
        return level.number < 0 ? QCoreApplication::translate("search", "Appendix")
                                : QCoreApplication::translate("search", "Level %1 · %2")
                                      .arg(QString::number(level.number), level.title);
  return {};
}

/// One index for each book, so that two books do not take it from each other.
QString fileFor(const QString& cacheFolder, const QString& book) {
  const QByteArray name = hashOf(QFileInfo(book).absoluteFilePath().toUtf8()).toHex().left(12);
  return cacheFolder + QStringLiteral("/book-") + QString::fromLatin1(name) + QStringLiteral(".sqlite");
}

/// The title without the number before it.
QString nameWords(const Document& document) {
  QString words = wordsOf(document.title);
  const QString number = document.number.isEmpty() ? QString() : wordsOf(document.number) + u' ';
  return !number.isEmpty() && words.startsWith(number) ? words.sliced(number.size()) : words;
}

} // namespace

Index::Index(book::Book book, const panel::Registry& registry, const QString& cacheFolder)
    : book_(std::move(book)) {
  for (const book::Chapter* chapter : book_.chapters())
    sources_.push_back({QStringLiteral("chapter:") + chapter->id, chapter, nullptr});
  for (const panel::PanelPointer& panel : registry.panels())
    sources_.push_back({QStringLiteral("panel:") + panel->description().identity.id, nullptr, panel.get()});
  open(cacheFolder.isEmpty() ? QString() : fileFor(cacheFolder, book_.directory));
}

Index::~Index() = default;

void Index::open(const QString& fileName) {
  database_ = std::make_unique<Database>(fileName);
  if (database_->fault() != Fault::None)
    recover();
}

void Index::recover() {
  const QString fileName = database_->fileName();
  const bool isDamaged = database_->fault() == Fault::Damaged;
  database_.reset();
  next_ = 0;
  vocabulary_.clear();
  if (fileName.isEmpty()) { // memory itself has failed: an empty index, and no more tries
    database_ = std::make_unique<Database>(QString());
    next_ = sources_.size() + 1;
    return;
  }
  if (isDamaged && !wasRebuilt_) {
    wasRebuilt_ = true;
    removeDatabase(fileName);
    open(fileName);
  } else {
    open({});
  }
}

bool Index::refreshNext() {
  if (next_ < sources_.size()) {
    refresh(sources_[next_++]);
  } else if (next_ == sources_.size()) {
    removeForgotten();
    if (!mergeSome()) {
      ++next_;
      vocabulary(); // read now, not at the first word that is mistyped
    }
  }
  if (database_->fault() != Fault::None)
    recover();
  return !isComplete();
}

Index::Stamp Index::stampOf(const Source& source) const {
  Stamp stamp;
  QFileInfo file(QCoreApplication::applicationFilePath());
  if (source.chapter) {
    file = QFileInfo(QDir(book_.directory).filePath(source.chapter->file));
    stamp.entry = hashOf((source.chapter->title + u'\n' + source.chapter->covers + u'\n' +
                          source.chapter->file + u'\n' + levelOf(book_, *source.chapter))
                             .toUtf8());
  }
  if (file.isFile()) {
    stamp.size = file.size();
    stamp.modified = file.lastModified().toMSecsSinceEpoch();
  }
  return stamp;
}

void Index::refresh(const Source& source) {
  const Stamp stamp = stampOf(source);
  QByteArray known;
  Stamp before;
  {
    QSqlQuery row = database_->run(
        QStringLiteral("SELECT size, modified, entry, content FROM sources WHERE key = ?"), {source.key});
    if (row.next()) {
      before = {row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toByteArray()};
      known = row.value(3).toByteArray();
    }
  }
  if (!known.isEmpty() && before == stamp)
    return;
  QByteArray content;
  const std::vector<Document> documents = documentsOf(source, content);
  ++sourcesRead_;
  if (!known.isEmpty() && content == known && before.entry == stamp.entry)
    database_->run(QStringLiteral("UPDATE sources SET size = ?, modified = ? WHERE key = ?"),
                   {stamp.size, stamp.modified, source.key});
  else
    write(source, stamp, content, documents);
}

std::vector<Document> Index::documentsOf(const Source& source, QByteArray& content) const {
  std::vector<Document> documents;
  if (source.panel) {
    documents = panelDocuments(*source.panel);
    if (const book::Chapter* chapter = book_.find(documents.front().where))
      documents.front().where = chapter->id + QStringLiteral(" · ") + chapter->title;
    QByteArray all;
    for (const Document& document : documents)
      all += (document.title + u'\n' + document.where + u'\n' + document.text + u'\n').toUtf8();
    content = hashOf(all);
    return documents;
  }
  QByteArray bytes;
  QFile file(QDir(book_.directory).filePath(source.chapter->file));
  if (QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly))
    bytes = file.read(largestFile + 1);
  if (bytes.size() > largestFile)
    bytes.clear(); // the reader does not show it either
  content = hashOf(bytes);
  const book::Page page = bytes.isEmpty() ? book::Page() : book::chapterPage(QString::fromUtf8(bytes)).page;
  documents = chapterDocuments(*source.chapter, page);
  documents.front().where = levelOf(book_, *source.chapter);
  if (bytes.isEmpty()) {
    documents.front().where += QCoreApplication::translate("search", " · not yet written");
    documents.front().weight = notWritten;
  }
  return documents;
}

void Index::write(const Source& source, const Stamp& stamp, const QByteArray& content,
                  const std::vector<Document>& documents) {
  if (!database_->begin())
    return;
  vocabulary_.clear();
  database_->run(
      QStringLiteral("DELETE FROM words WHERE rowid IN (SELECT id FROM documents WHERE source = ?)"),
      {source.key});
  database_->run(QStringLiteral("DELETE FROM documents WHERE source = ?"), {source.key});
  for (const Document& document : documents)
    if (database_->fault() == Fault::None)
      insert(source.key, document);
  database_->run(QStringLiteral("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?)"),
                 {source.key, stamp.size, stamp.modified, stamp.entry, content});
  if (database_->fault() != Fault::None || !database_->commit())
    database_->rollBack();
}

void Index::insert(const QString& source, const Document& document) {
  const Target& target = document.target;
  const QSqlQuery row = database_->run(
      QStringLiteral(
          "INSERT INTO documents (source, kind, weight, title_words, number_words, title, place, text, "
          "chapter, anchor, panel, preset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      {source, static_cast<int>(document.kind), weightOf(document), nameWords(document),
       wordsOf(document.number), document.title, document.where, document.text.trimmed(), target.chapter,
       target.anchor, target.panel, target.preset});
  database_->run(
      QStringLiteral("INSERT INTO words (rowid, title, context, keywords, text) VALUES (?, ?, ?, ?, ?)"),
      {row.lastInsertId(), wordsOf(document.title), wordsOf(document.context), wordsOf(document.keywords),
       wordsOf(document.text)});
}

void Index::removeForgotten() {
  std::set<QString> known;
  for (const Source& source : sources_)
    known.insert(source.key);
  QStringList forgotten;
  for (QSqlQuery row = database_->run(QStringLiteral("SELECT key FROM sources")); row.next();)
    if (const QString key = row.value(0).toString(); known.count(key) == 0)
      forgotten += key;
  for (const QString& key : forgotten) {
    if (!database_->begin())
      return;
    vocabulary_.clear();
    database_->run(
        QStringLiteral("DELETE FROM words WHERE rowid IN (SELECT id FROM documents WHERE source = ?)"),
        {key});
    database_->run(QStringLiteral("DELETE FROM documents WHERE source = ?"), {key});
    database_->run(QStringLiteral("DELETE FROM sources WHERE key = ?"), {key});
    if (database_->fault() != Fault::None || !database_->commit())
      database_->rollBack();
  }
}

/// Each source was written by itself; searching is faster when their parts are joined. True while there may
/// be more to join.
bool Index::mergeSome() {
  if (sourcesRead_ == 0)
    return false;
  const QString changes = QStringLiteral("SELECT total_changes()");
  const int before = database_->value(changes).toInt();
  database_->run(QStringLiteral("INSERT INTO words (words, rank) VALUES ('merge', %1)").arg(mergePages));
  // SQLite's own measure: fewer than two changes mean that there was nothing to do.
  return database_->value(changes).toInt() - before >= 2;
}

} // namespace eigenboard::search
