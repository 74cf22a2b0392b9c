#pragma once

#include "app/store/records.h"

#include <QtCore/QObject>

#include <memory>

namespace eigenboard::store {

class Writer;
struct Change;
struct Written;

/// How the store stands. What the reader must know is in Store::message().
enum class Condition : std::uint8_t {
  Memory,   ///< not opened: everything is kept until the program ends
  Good,     ///< kept in the file
  Damaged,  ///< kept in a new file; the damaged one was set aside, the newest good backup restored
  Newer,    ///< the same for a file that a newer version of the program wrote
  ReadOnly, ///< what the file holds is here; nothing more is saved
  Locked,   ///< another program holds the file; nothing is saved
  NoFolder, ///< the folder, or a file in it, cannot be made; nothing is saved
  NoDriver, ///< Qt's SQLite driver is not installed; nothing is saved
  Failing,  ///< the last write failed (the disk is full, say); it is tried again every second
};

/// What became of something that was added.
struct Added {
  qint64 id = 0;
  QString error; ///< empty, or why it was refused
  bool ok() const { return error.isEmpty(); }
};

/// What the reader makes while reading: notes, bookmarks, answers, progress, and where they were. All of it
/// is held in memory, so that reading costs nothing and works whatever became of the file; a change is
/// written by a thread of its own within 0.3 s, many together in one transaction. A crash or a kill loses no
/// more than that.
///
/// Functions that give a QString give empty text, or the reason in a reader's words why nothing was changed.
/// Two programs may have the same store open: each writes the rows it changed and no others, and sees what
/// the other wrote when it is opened next.
class Store : public QObject {
  Q_OBJECT

 public:
  explicit Store(QObject* parent = nullptr);
  /// Writes what is not yet written.
  ~Store() override;

  /// Opens or makes store.sqlite in the folder. Once; before anything is put into the store. Blocks for a few
  /// milliseconds.
  Condition open(const QString& folder);
  Condition condition() const { return condition_; }
  /// Whether what is changed now will be there at the next start, as far as is known.
  bool isSaved() const;
  /// What the reader should be told, in sentences; empty when all is well.
  QString message() const;
  /// Waits until all changes are on the disk. At most a second or two where the disk fails.
  QString flush();

  const Contents& contents() const { return contents_; }

  /// Place, window, panels, theme, text size, tabs, path: one document a key. Only keys that are named here
  /// are written, and only those whose value is another one than before.
  QString setSession(const QJsonObject& documents);

  /// In the order of the text. chapter empty: of the whole book, chapter by chapter.
  std::vector<Note> notes(const QString& chapter = {}) const;
  std::vector<Bookmark> bookmarks(const QString& chapter = {}) const;
  /// The id may be that of a note that was removed: so removal is undone.
  Added addNote(Note note);
  /// Everything but the id may be other than before.
  QString changeNote(const Note& note);
  void removeNote(qint64 id);
  Added addBookmark(Bookmark bookmark);
  QString changeBookmark(const Bookmark& bookmark);
  void removeBookmark(qint64 id);

  std::vector<Answer> answers(const QString& chapter) const;
  QString setAnswer(Answer answer);
  /// 0 for a section that was never read.
  double sectionRead(const QString& chapter, const QString& section) const;
  QString setSectionRead(const SectionProgress& progress);
  /// Of all exercises of the chapter that were ever touched.
  std::vector<ExerciseProgress> exercises(const QString& chapter) const;
  QString setExercise(const ExerciseProgress& progress);
  QStringList goals() const;
  QString addGoal(const QString& goal);
  QString visit(const QString& chapter);

  /// All of it as one JSON document, see json_form.h. What another program wrote to the same store meanwhile
  /// is not in it.
  QByteArray exportJson() const;
  /// Adds what an exported document holds, see merge in json_form.h; the whole of it in one transaction,
  /// after a backup. Not empty: why nothing was changed.
  QString importJson(const QByteArray& json);

 signals:
  /// chapter: whose notes or bookmarks are others now; empty: maybe all.
  void notesChanged(const QString& chapter);
  void bookmarksChanged(const QString& chapter);
  /// Answers, sections, exercises, goals or visits. chapter as above.
  void progressChanged(const QString& chapter);
  /// condition() and message() are others now.
  void conditionChanged();

 private:
  void heard(const Written& result);
  void setCondition(Condition condition);
  void write(Change change);
  template <typename Record>
  Added add(Record record, std::map<qint64, Record>& records);

  Contents contents_;
  Condition opened_ = Condition::Memory; ///< as the file was found
  Condition condition_ = Condition::Memory;
  QString openingMessage_;
  QString writingError_;
  QString backupError_;
  std::unique_ptr<Writer> writer_; ///< null: nothing is saved
};

} // namespace eigenboard::store
