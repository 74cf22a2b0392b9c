#include "app/store/change.h"

#include "app/store/json_text.h"

namespace eigenboard::store {

namespace {

/// A null string would be bound as NULL, which no column takes.
QString text(const QString& value) {
  return value.isNull() ? QStringLiteral("") : value;
}

QString more(const QJsonObject& additions) {
  return additions.isEmpty() ? QStringLiteral("") : QString::fromUtf8(jsonText(additions));
}

qint64 moment(const QDateTime& time) {
  return time.toMSecsSinceEpoch();
}

QString row(const char* table, const QString& key) {
  return QLatin1String(table) + u'/' + key;
}

/// Lengths before the parts: no two pairs give the same row.
QString row(const char* table, const QString& chapter, const QString& key) {
  return QStringLiteral("%1/%2/%3%4").arg(QLatin1String(table)).arg(chapter.size()).arg(chapter, key);
}

} // namespace

Change kept(const Note& note) {
  return {row("note", QString::number(note.id)),
          QStringLiteral(
              "INSERT INTO note(id, chapter, section, passage, place, text, changed, more) "
              "VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET chapter = excluded.chapter, "
              "section = excluded.section, passage = excluded.passage, place = excluded.place, "
              "text = excluded.text, changed = excluded.changed, more = excluded.more"),
          {note.id, text(note.chapter), text(note.section), text(note.passage), note.place, text(note.text),
           moment(note.changed), more(note.more)}};
}

Change kept(const Bookmark& bookmark) {
  return {row("bookmark", QString::number(bookmark.id)),
          QStringLiteral("INSERT INTO bookmark(id, chapter, section, label, place, made, more) "
                         "VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
                         "chapter = excluded.chapter, section = excluded.section, label = excluded.label, "
                         "place = excluded.place, made = excluded.made, more = excluded.more"),
          {bookmark.id, text(bookmark.chapter), text(bookmark.section), text(bookmark.label), bookmark.place,
           moment(bookmark.made), more(bookmark.more)}};
}

Change kept(const Answer& answer) {
  return {row("answer", answer.chapter, answer.key),
          QStringLiteral("INSERT INTO answer(chapter, key, text, is_right, given) VALUES(?, ?, ?, ?, ?) "
                         "ON CONFLICT(chapter, key) DO UPDATE SET text = excluded.text, "
                         "is_right = excluded.is_right, given = excluded.given"),
          {text(answer.chapter), text(answer.key), text(answer.text), answer.right ? 1 : 0,
           moment(answer.given)}};
}

Change kept(const SectionProgress& progress) {
  return {row("section", progress.chapter, progress.section),
          QStringLiteral("INSERT INTO section(chapter, anchor, read) VALUES(?, ?, ?) "
                         "ON CONFLICT(chapter, anchor) DO UPDATE SET read = excluded.read"),
          {text(progress.chapter), text(progress.section), progress.read}};
}

Change kept(const ExerciseProgress& progress) {
  return {row("exercise", progress.chapter, progress.exercise),
          QStringLiteral("INSERT INTO exercise(chapter, anchor, is_tried, is_solved, changed) "
                         "VALUES(?, ?, ?, ?, ?) ON CONFLICT(chapter, anchor) DO UPDATE SET "
                         "is_tried = excluded.is_tried, is_solved = excluded.is_solved, "
                         "changed = excluded.changed"),
          {text(progress.chapter), text(progress.exercise), progress.tried ? 1 : 0, progress.solved ? 1 : 0,
           moment(progress.changed)}};
}

Change keptDocument(const QString& key, const QJsonValue& value) {
  return {row("document", key),
          QStringLiteral("INSERT INTO document(key, value) VALUES(?, ?) "
                         "ON CONFLICT(key) DO UPDATE SET value = excluded.value"),
          {text(key), QString::fromUtf8(jsonText(value))}};
}

Change keptGoal(const QString& goal, const QDateTime& reached) {
  return {row("goal", goal),
          QStringLiteral("INSERT INTO goal(name, reached) VALUES(?, ?) "
                         "ON CONFLICT(name) DO UPDATE SET reached = min(reached, excluded.reached)"),
          {text(goal), moment(reached)}};
}

Change keptVisit(const QString& chapter, const QDateTime& last) {
  return {row("visit", chapter),
          QStringLiteral("INSERT INTO visit(chapter, last) VALUES(?, ?) "
                         "ON CONFLICT(chapter) DO UPDATE SET last = max(last, excluded.last)"),
          {text(chapter), moment(last)}};
}

Change removedNote(qint64 id) {
  return {row("note", QString::number(id)), QStringLiteral("DELETE FROM note WHERE id = ?"), {id}};
}

Change removedBookmark(qint64 id) {
  return {row("bookmark", QString::number(id)), QStringLiteral("DELETE FROM bookmark WHERE id = ?"), {id}};
}

Change removedDocument(const QString& key) {
  return {row("document", key), QStringLiteral("DELETE FROM document WHERE key = ?"), {text(key)}};
}

std::vector<Change> changesTo(const Contents& wanted, const Contents& present) {
  std::vector<Change> changes;
  for (auto each = wanted.session.begin(); each != wanted.session.end(); ++each)
    if (present.session.value(each.key()) != each.value())
      changes.push_back(keptDocument(each.key(), each.value()));
  const auto compare = [&changes](const auto& wantedRows, const auto& presentRows, const auto& change) {
    for (const auto& [key, value] : wantedRows)
      if (const auto found = presentRows.find(key); found == presentRows.end() || found->second != value)
        changes.push_back(change(key, value));
  };
  const auto record = [](const auto&, const auto& value) { return kept(value); };
  compare(wanted.notes, present.notes, record);
  compare(wanted.bookmarks, present.bookmarks, record);
  compare(wanted.answers, present.answers, record);
  compare(wanted.sections, present.sections, record);
  compare(wanted.exercises, present.exercises, record);
  compare(wanted.goals, present.goals, keptGoal);
  compare(wanted.visited, present.visited, keptVisit);
  return changes;
}

} // namespace eigenboard::store
