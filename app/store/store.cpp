#include "app/store/store.h"

#include "app/store/json_form.h"
#include "app/store/limits.h"
#include "app/store/words.h"
#include "app/store/writer.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRandomGenerator>

namespace eigenboard::store {

Store::Store(QObject* parent) : QObject(parent) {}

Store::~Store() {
  flush();
}

Condition Store::open(const QString& folder) {
  auto writer = std::make_unique<Writer>();
  Opened opened = writer->open(folder);
  contents_ = std::move(opened.contents);
  openingMessage_ = opened.message;
  opened_ = opened.condition;
  if (opened.isWritable) {
    writer_ = std::move(writer);
    // Queued: hearing of it may end the writer, which must not be in the middle of telling.
    connect(writer_.get(), &Writer::written, this, &Store::heard, Qt::QueuedConnection);
    connect(writer_.get(), &Writer::backedUp, this, [this](const QString& error) {
      backupError_ = error;
      emit conditionChanged();
    });
  }
  setCondition(opened_);
  return condition_;
}

bool Store::isSaved() const {
  return writer_ && writingError_.isEmpty();
}

QString Store::message() const {
  QStringList sentences{openingMessage_};
  if (!writingError_.isEmpty())
    sentences.append(translated("What you do now cannot be saved: %1. It is tried again every second.")
                         .arg(writingError_));
  if (!backupError_.isEmpty())
    sentences.append(translated("There is no backup of today: %1.").arg(backupError_));
  sentences.removeAll(QString());
  return sentences.join(u' ');
}

void Store::setCondition(Condition condition) {
  condition_ = condition;
  emit conditionChanged();
}

void Store::heard(const Written& result) {
  if (result.isAnother) {
    opened_ = result.condition;
    openingMessage_ = result.message;
    writingError_.clear();
    if (result.isOpen)
      writer_->write(changesTo(contents_, {}));
    else
      writer_.reset();
    setCondition(opened_);
  } else if (result.error != writingError_) {
    writingError_ = result.error;
    setCondition(writingError_.isEmpty() ? opened_ : Condition::Failing);
  }
}

QString Store::flush() {
  // A second time when the first found another file, to which everything must go.
  for (int attempt = 0; attempt < 2 && writer_; ++attempt) {
    const Written result = writer_->flush();
    heard(result);
    if (!result.isAnother)
      break;
  }
  return writer_ ? writingError_ : openingMessage_;
}

void Store::write(Change change) {
  if (writer_) {
    std::vector<Change> changes;
    changes.push_back(std::move(change));
    writer_->write(std::move(changes));
  }
}

QString Store::setSession(const QJsonObject& documents) {
  for (auto each = documents.begin(); each != documents.end(); ++each)
    if (const QString error = admitDocument(each.key(), each.value()); !error.isEmpty())
      return error;
  for (auto each = documents.begin(); each != documents.end(); ++each)
    if (!contents_.session.contains(each.key()) || contents_.session.value(each.key()) != each.value()) {
      contents_.session.insert(each.key(), each.value());
      write(keptDocument(each.key(), each.value()));
    }
  return {};
}

template <typename Record>
Added Store::add(Record record, std::map<qint64, Record>& records) {
  if (const QString error = admit(record); !error.isEmpty())
    return {0, error};
  if (record.id != 0 && records.contains(record.id))
    return {0, translated("There is one of this number already.")};
  while (record.id == 0 || records.contains(record.id))
    // 53 bits: numbers that JSON carries exactly, and that two stores will not draw alike.
    record.id = static_cast<qint64>(QRandomGenerator::system()->generate64() >> 11);
  const qint64 id = record.id;
  write(kept(record));
  records.emplace(id, std::move(record));
  return {id, {}};
}

Added Store::addNote(Note note) {
  if (!note.changed.isValid())
    note.changed = QDateTime::currentDateTimeUtc();
  const QString chapter = note.chapter;
  const Added added = add(std::move(note), contents_.notes);
  if (added.ok())
    emit notesChanged(chapter);
  return added;
}

QString Store::changeNote(const Note& note) {
  const auto found = contents_.notes.find(note.id);
  if (found == contents_.notes.end())
    return translated("There is no such note any more.");
  Note changed = note;
  if (const QString error = admit(changed); !error.isEmpty())
    return error;
  changed.changed = QDateTime::currentDateTimeUtc();
  found->second = changed;
  write(kept(changed));
  emit notesChanged(changed.chapter);
  return {};
}

void Store::removeNote(qint64 id) {
  const auto found = contents_.notes.extract(id);
  if (found.empty())
    return;
  write(removedNote(id));
  emit notesChanged(found.mapped().chapter);
}

Added Store::addBookmark(Bookmark bookmark) {
  if (!bookmark.made.isValid())
    bookmark.made = QDateTime::currentDateTimeUtc();
  const QString chapter = bookmark.chapter;
  const Added added = add(std::move(bookmark), contents_.bookmarks);
  if (added.ok())
    emit bookmarksChanged(chapter);
  return added;
}

QString Store::changeBookmark(const Bookmark& bookmark) {
  const auto found = contents_.bookmarks.find(bookmark.id);
  if (found == contents_.bookmarks.end())
    return translated("There is no such bookmark any more.");
  Bookmark changed = bookmark;
  if (const QString error = admit(changed); !error.isEmpty())
    return error;
  found->second = changed;
  write(kept(changed));
  emit bookmarksChanged(changed.chapter);
  return {};
}

void Store::removeBookmark(qint64 id) {
  const auto found = contents_.bookmarks.extract(id);
  if (found.empty())
    return;
  write(removedBookmark(id));
  emit bookmarksChanged(found.mapped().chapter);
}

QString Store::setAnswer(Answer answer) {
  if (const QString error = admit(answer); !error.isEmpty())
    return error;
  answer.given = QDateTime::currentDateTimeUtc();
  write(kept(answer));
  const QString chapter = answer.chapter;
  contents_.answers[{chapter, answer.key}] = std::move(answer);
  emit progressChanged(chapter);
  return {};
}

QString Store::setSectionRead(const SectionProgress& progress) {
  SectionProgress wanted = progress;
  if (const QString error = admit(wanted); !error.isEmpty())
    return error;
  const auto [found, isNew] = contents_.sections.try_emplace({wanted.chapter, wanted.section}, wanted);
  if (!isNew && found->second == wanted)
    return {};
  found->second = wanted;
  write(kept(wanted));
  emit progressChanged(wanted.chapter);
  return {};
}

QString Store::setExercise(const ExerciseProgress& progress) {
  ExerciseProgress wanted = progress;
  if (const QString error = admit(wanted); !error.isEmpty())
    return error;
  ExerciseProgress& present = contents_.exercises[{wanted.chapter, wanted.exercise}];
  if (present.tried == wanted.tried && present.solved == wanted.solved && !present.chapter.isEmpty())
    return {};
  wanted.changed = QDateTime::currentDateTimeUtc();
  present = wanted;
  write(kept(wanted));
  emit progressChanged(wanted.chapter);
  return {};
}

QString Store::addGoal(const QString& goal) {
  QString name = goal;
  if (const QString error = admitName(name); !error.isEmpty())
    return error;
  const auto [found, isNew] = contents_.goals.try_emplace(name, QDateTime::currentDateTimeUtc());
  if (isNew) {
    write(keptGoal(name, found->second));
    emit progressChanged({});
  }
  return {};
}

QString Store::visit(const QString& chapter) {
  QString name = chapter;
  if (const QString error = admitName(name); !error.isEmpty())
    return error;
  const QDateTime now = QDateTime::currentDateTimeUtc();
  contents_.visited[name] = now;
  write(keptVisit(name, now));
  emit progressChanged(name);
  return {};
}

QByteArray Store::exportJson() const {
  return toJson(contents_);
}

QString Store::importJson(const QByteArray& json) {
  const FromJson read = fromJson(json);
  if (!read.error.isEmpty())
    return read.error;
  Contents merged = merge(contents_, read.contents);
  if (writer_) {
    // What was found in another file now belongs to it before anything is added.
    if (const QString error = flush(); !error.isEmpty())
      return error;
    if (writer_)
      if (const QString error = writer_->writeImport(changesTo(merged, contents_)); !error.isEmpty())
        return translated("Nothing was imported: %1.").arg(error);
  }
  contents_ = std::move(merged);
  emit notesChanged({});
  emit bookmarksChanged({});
  emit progressChanged({});
  return {};
}

} // namespace eigenboard::store
