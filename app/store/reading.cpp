#include "app/store/reading.h"

#include "app/store/json_text.h"
#include "app/store/limits.h"

#include <QtSql/QSqlQuery>

namespace eigenboard::store {

namespace {

QDateTime moment(const QVariant& milliseconds) {
  return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

QJsonObject more(const QVariant& text) {
  return text.toString().isEmpty() ? QJsonObject()
                                   : jsonValue(text.toString().toUtf8()).value_or(QJsonValue()).toObject();
}

void addDocument(const QSqlQuery& row, Contents& contents) {
  if (const auto value = jsonValue(row.value(1).toString().toUtf8()))
    contents.session[row.value(0).toString()] = *value;
}

void addNote(const QSqlQuery& row, Contents& contents) {
  Note note{row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toString(),
            row.value(3).toString(),   row.value(4).toDouble(), row.value(5).toString(),
            moment(row.value(6)),      more(row.value(7))};
  if (admit(note).isEmpty())
    contents.notes[note.id] = note;
}

void addBookmark(const QSqlQuery& row, Contents& contents) {
  Bookmark bookmark{row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toString(),
                    row.value(3).toString(),   row.value(4).toDouble(), moment(row.value(5)),
                    more(row.value(6))};
  if (admit(bookmark).isEmpty())
    contents.bookmarks[bookmark.id] = bookmark;
}

void addAnswer(const QSqlQuery& row, Contents& contents) {
  Answer answer{row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                row.value(3).toBool(), moment(row.value(4))};
  if (admit(answer).isEmpty())
    contents.answers[{answer.chapter, answer.key}] = answer;
}

void addSection(const QSqlQuery& row, Contents& contents) {
  SectionProgress progress{row.value(0).toString(), row.value(1).toString(), row.value(2).toDouble()};
  if (admit(progress).isEmpty())
    contents.sections[{progress.chapter, progress.section}] = progress;
}

void addExercise(const QSqlQuery& row, Contents& contents) {
  ExerciseProgress progress{row.value(0).toString(), row.value(1).toString(), row.value(2).toBool(),
                            row.value(3).toBool(), moment(row.value(4))};
  if (admit(progress).isEmpty())
    contents.exercises[{progress.chapter, progress.exercise}] = progress;
}

void addTime(const QSqlQuery& row, std::map<QString, QDateTime>& times) {
  QString name = row.value(0).toString();
  if (admitName(name).isEmpty())
    times[name] = moment(row.value(1));
}

} // namespace

Failure readContents(Database& database, Contents& contents) {
  contents = {};
  using Add = std::function<void(const QSqlQuery&)>;
  struct Table {
    const char* statement;
    Add add;
    qint64 since = 1; ///< the version of the file that has it
  };
  const auto into = [&contents](void (*add)(const QSqlQuery&, Contents&)) -> Add {
    return [add, &contents](const QSqlQuery& row) { add(row, contents); };
  };
  const Table tables[] = {
      {"SELECT key, value FROM document", into(addDocument)},
      {"SELECT id, chapter, section, passage, place, text, changed, more FROM note", into(addNote)},
      {"SELECT id, chapter, section, label, place, made, more FROM bookmark", into(addBookmark)},
      {"SELECT chapter, key, text, is_right, given FROM answer", into(addAnswer)},
      {"SELECT chapter, anchor, read FROM section", into(addSection)},
      {"SELECT chapter, anchor, is_tried, is_solved, changed FROM exercise", into(addExercise), 2},
      {"SELECT name, reached FROM goal", [&](const QSqlQuery& row) { addTime(row, contents.goals); }},
      {"SELECT chapter, last FROM visit", [&](const QSqlQuery& row) { addTime(row, contents.visited); }},
  };
  // One moment for all tables, whatever another program writes meanwhile.
  Failure failure = database.run(QStringLiteral("BEGIN"));
  // An older file that may not be written stays as it is, without the newer tables.
  qint64 version = 0;
  if (failure.ok())
    failure = database.readNumber(QStringLiteral("PRAGMA user_version"), version);
  for (const auto& [statement, add, since] : tables)
    if (failure.ok() && version >= since)
      failure = database.read(QString::fromLatin1(statement), add);
  database.run(QStringLiteral("COMMIT"));
  return failure;
}

} // namespace eigenboard::store
