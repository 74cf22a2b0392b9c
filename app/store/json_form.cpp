#include "app/store/json_form.h"

#include "app/store/limits.h"
#include "app/store/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <cmath>

namespace eigenboard::store {

namespace {

constexpr int form = 1;
constexpr double largestId = 9007199254740992; // 2^53: beyond it JSON's numbers skip whole ones

QString key(const char* name) {
  return QString::fromLatin1(name);
}

QString timeText(const QDateTime& time) {
  return time.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime time(const QJsonValue& text) {
  const QDateTime read = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
  return read.isValid() ? read.toUTC() : QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
}

/// The members of a record that have no place of their own.
QJsonObject others(QJsonObject object, std::initializer_list<const char*> known) {
  for (const char* name : known)
    object.remove(key(name));
  return object;
}

QJsonObject object(const Note& note) {
  QJsonObject made = note.more;
  made[key("id")] = note.id;
  made[key("chapter")] = note.chapter;
  made[key("section")] = note.section;
  made[key("passage")] = note.passage;
  made[key("place")] = note.place;
  made[key("text")] = note.text;
  made[key("changed")] = timeText(note.changed);
  return made;
}

QJsonObject object(const Bookmark& bookmark) {
  QJsonObject made = bookmark.more;
  made[key("id")] = bookmark.id;
  made[key("chapter")] = bookmark.chapter;
  made[key("section")] = bookmark.section;
  made[key("label")] = bookmark.label;
  made[key("place")] = bookmark.place;
  made[key("made")] = timeText(bookmark.made);
  return made;
}

QJsonObject object(const Answer& answer) {
  return {{key("chapter"), answer.chapter},
          {key("key"), answer.key},
          {key("text"), answer.text},
          {key("right"), answer.right},
          {key("given"), timeText(answer.given)}};
}

QJsonObject object(const SectionProgress& progress) {
  return {
      {key("chapter"), progress.chapter}, {key("section"), progress.section}, {key("read"), progress.read}};
}

QJsonObject object(const ExerciseProgress& progress) {
  return {{key("chapter"), progress.chapter},
          {key("exercise"), progress.exercise},
          {key("tried"), progress.tried},
          {key("solved"), progress.solved},
          {key("changed"), timeText(progress.changed)}};
}

template <typename Records>
QJsonArray list(const Records& records) {
  QJsonArray rows;
  for (const auto& [id, record] : records)
    rows.append(object(record));
  return rows;
}

QJsonArray timeList(const std::map<QString, QDateTime>& times, const char* name, const char* when) {
  QJsonArray rows;
  for (const auto& [each, moment] : times)
    rows.append(QJsonObject{{key(name), each}, {key(when), timeText(moment)}});
  return rows;
}

QString idError(const QJsonValue& id) {
  const double number = id.toDouble();
  return number >= 1 && number <= largestId && number == std::floor(number)
             ? QString()
             : translated("its id is no whole number from 1 on");
}

QString read(const QJsonObject& row, Contents& contents, const Note*) {
  Note note{row[key("id")].toInteger(),
            row[key("chapter")].toString(),
            row[key("section")].toString(),
            row[key("passage")].toString(),
            row[key("place")].toDouble(),
            row[key("text")].toString(),
            time(row[key("changed")]),
            others(row, {"id", "chapter", "section", "passage", "place", "text", "changed"})};
  const QString error = idError(row[key("id")]);
  return !error.isEmpty() ? error : (contents.notes[note.id] = note, admit(contents.notes[note.id]));
}

QString read(const QJsonObject& row, Contents& contents, const Bookmark*) {
  Bookmark bookmark{row[key("id")].toInteger(),
                    row[key("chapter")].toString(),
                    row[key("section")].toString(),
                    row[key("label")].toString(),
                    row[key("place")].toDouble(),
                    time(row[key("made")]),
                    others(row, {"id", "chapter", "section", "label", "place", "made"})};
  const QString error = idError(row[key("id")]);
  return !error.isEmpty()
             ? error
             : (contents.bookmarks[bookmark.id] = bookmark, admit(contents.bookmarks[bookmark.id]));
}

QString read(const QJsonObject& row, Contents& contents, const Answer*) {
  Answer answer{row[key("chapter")].toString(), row[key("key")].toString(), row[key("text")].toString(),
                row[key("right")].toBool(), time(row[key("given")])};
  const QString error = admit(answer);
  contents.answers[{answer.chapter, answer.key}] = answer;
  return error;
}

QString read(const QJsonObject& row, Contents& contents, const SectionProgress*) {
  SectionProgress progress{row[key("chapter")].toString(), row[key("section")].toString(),
                           row[key("read")].toDouble()};
  const QString error = admit(progress);
  contents.sections[{progress.chapter, progress.section}] = progress;
  return error;
}

QString read(const QJsonObject& row, Contents& contents, const ExerciseProgress*) {
  ExerciseProgress progress{row[key("chapter")].toString(), row[key("exercise")].toString(),
                            row[key("tried")].toBool(), row[key("solved")].toBool(),
                            time(row[key("changed")])};
  const QString error = admit(progress);
  contents.exercises[{progress.chapter, progress.exercise}] = progress;
  return error;
}

QString readTime(const QJsonObject& row, std::map<QString, QDateTime>& times, const char* name,
                 const char* when) {
  QString each = row[key(name)].toString();
  const QString error = admitName(each);
  times[each] = time(row[key(when)]);
  return error;
}

/// Gives each record of a list to the reader of its kind.
template <typename Read>
QString readList(const QJsonObject& document, const char* name, Read&& each) {
  const QJsonValue list = document[key(name)];
  if (list.isUndefined())
    return {};
  if (!list.isArray())
    return translated("'%1' is no list").arg(key(name));
  int number = 0;
  for (const QJsonValue& row : list.toArray()) {
    ++number;
    const QString error = row.isObject() ? each(row.toObject()) : translated("it is no object");
    if (!error.isEmpty())
      return translated("entry %1 of '%2': %3").arg(number).arg(key(name), error);
  }
  return {};
}

QString readSession(const QJsonObject& document, Contents& contents) {
  const QJsonValue session = document[key("session")];
  if (session.isUndefined())
    return {};
  if (!session.isObject())
    return translated("'session' is no object");
  contents.session = session.toObject();
  for (auto each = contents.session.begin(); each != contents.session.end(); ++each)
    if (const QString error = admitDocument(each.key(), each.value()); !error.isEmpty())
      return error;
  return {};
}

QString readAll(const QJsonObject& document, Contents& contents) {
  const auto record = [&]<typename Record>(const Record* kind) {
    return [&contents, kind](const QJsonObject& row) { return read(row, contents, kind); };
  };
  QString error = readSession(document, contents);
  if (error.isEmpty())
    error = readList(document, "notes", record(static_cast<const Note*>(nullptr)));
  if (error.isEmpty())
    error = readList(document, "bookmarks", record(static_cast<const Bookmark*>(nullptr)));
  if (error.isEmpty())
    error = readList(document, "answers", record(static_cast<const Answer*>(nullptr)));
  if (error.isEmpty())
    error = readList(document, "sections", record(static_cast<const SectionProgress*>(nullptr)));
  if (error.isEmpty())
    error = readList(document, "exercises", record(static_cast<const ExerciseProgress*>(nullptr)));
  if (error.isEmpty())
    error = readList(document, "goals", [&](const QJsonObject& row) {
      return readTime(row, contents.goals, "goal", "reached");
    });
  if (error.isEmpty())
    error = readList(document, "visited", [&](const QJsonObject& row) {
      return readTime(row, contents.visited, "chapter", "last");
    });
  return error;
}

FromJson refused(const QString& why) {
  return {{}, translated("Nothing was imported: %1.").arg(why)};
}

} // namespace

QByteArray toJson(const Contents& contents) {
  const QJsonObject document{{key("eigenboard"), form},
                             {key("session"), contents.session},
                             {key("notes"), list(contents.notes)},
                             {key("bookmarks"), list(contents.bookmarks)},
                             {key("answers"), list(contents.answers)},
                             {key("sections"), list(contents.sections)},
                             {key("exercises"), list(contents.exercises)},
                             {key("goals"), timeList(contents.goals, "goal", "reached")},
                             {key("visited"), timeList(contents.visited, "chapter", "last")}};
  return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

FromJson fromJson(const QByteArray& json) {
  if (json.size() > largestImport)
    return refused(translated("the document has more than 64 MB"));
  QJsonParseError parsed;
  const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
  if (parsed.error != QJsonParseError::NoError)
    return refused(translated("it is no JSON (%1, at byte %2)").arg(parsed.errorString()).arg(parsed.offset));
  const QJsonValue version = document.object()[key("eigenboard")];
  if (!version.isDouble())
    return refused(translated("it was not exported by this program"));
  if (version.toDouble() != form)
    return refused(translated("a newer version of this program exported it"));
  FromJson result;
  if (const QString error = readAll(document.object(), result.contents); !error.isEmpty())
    return refused(error);
  return result;
}

} // namespace eigenboard::store
