#pragma once

#include "app/book/book.h"
#include "app/search/database.h"
#include "app/search/document.h"
#include "app/search/nearest_words.h"
#include "app/search/query.h"
#include "app/search/ranking.h"
#include "views/panel/registry.h"

#include <memory>

namespace eigenboard::search {

/// The full-text index of the book and its panels. It is a cache: made from the chapters, kept in the cache
/// folder, brought up to date source by source, and made anew when it is damaged; where it cannot be kept it
/// is in memory. Used in one thread (service.h has the one for a window).
class Index {
 public:
  /// registry outlives the index. cacheFolder empty: in memory.
  Index(book::Book book, const panel::Registry& registry, const QString& cacheFolder);
  ~Index();

  /// Brings one source (a chapter, a panel) up to date; true while there is more to do. A source that has not
  /// changed costs a look at its file; a chapter of 5,000 words about 30 ms.
  bool refreshNext();
  /// Looks at every source again from the next refreshNext() on.
  void startOver() { next_ = 0; }
  bool isComplete() const { return next_ > sources_.size(); }

  /// At most so many results, the best of each kind among them; works at any time, with what there is.
  Answer search(const QString& typed, Scope scope, int limit);
  void setCommands(std::vector<Command> commands) { commands_ = std::move(commands); }

  bool isInMemory() const { return database_->fileName().isEmpty(); }
  QString fileName() const { return database_->fileName(); }
  /// Sources that were read, not only looked at, since the index was opened.
  int sourcesRead() const { return sourcesRead_; }

 private:
  /// Of what can be found: a chapter or a panel.
  struct Source {
    QString key;
    const book::Chapter* chapter = nullptr;
    const panel::Panel* panel = nullptr;
  };
  struct Stamp {
    qint64 size = -1;
    qint64 modified = 0;
    QByteArray entry; ///< what the map of the book says of a chapter
    bool operator==(const Stamp&) const = default;
  };

  void open(const QString& fileName);
  /// After a fault: a damaged file is made anew, once; what cannot be written moves to memory.
  void recover();
  Stamp stampOf(const Source& source) const;
  void refresh(const Source& source);
  std::vector<Document> documentsOf(const Source& source, QByteArray& content) const;
  void write(const Source& source, const Stamp& stamp, const QByteArray& content,
             const std::vector<Document>& documents);
  void insert(const QString& source, const Document& document);
  void removeForgotten();
  bool mergeSome();

  std::vector<Found> find(const Query& query, Need need, Scope scope);
  std::vector<Result> load(const std::vector<Found>& found, const Query& query);
  QStringList suggestions(const Query& query);
  bool isKnown(const Term& term) const;
  const std::vector<KnownWord>& vocabulary();

  book::Book book_;
  std::vector<Source> sources_;
  std::unique_ptr<Database> database_;
  std::vector<Command> commands_;
  std::vector<KnownWord> vocabulary_; ///< empty: not read since the index changed
  std::size_t next_ = 0;
  int sourcesRead_ = 0;
  bool wasRebuilt_ = false;
};

} // namespace eigenboard::search
