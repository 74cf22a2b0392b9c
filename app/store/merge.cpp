#include "app/store/json_form.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>

namespace eigenboard::store {

namespace {

const QDateTime& timeOf(const Note& note) {
  return note.changed;
}
const QDateTime& timeOf(const Bookmark& bookmark) {
  return bookmark.made;
}

/// The same to a reader, whatever its number and time.
bool saysTheSame(const Note& a, const Note& b) {
  return a.chapter == b.chapter && a.place == b.place && a.passage == b.passage && a.text == b.text;
}
bool saysTheSame(const Bookmark& a, const Bookmark& b) {
  return a.chapter == b.chapter && a.place == b.place && a.label == b.label;
}

template <typename Record>
void mergeRecords(std::map<qint64, Record>& present, const std::map<qint64, Record>& added) {
  std::vector<Record> displaced;
  for (const auto& [id, record] : added) {
    const auto [found, isNew] = present.try_emplace(id, record);
    if (isNew || found->second == record)
      continue;
    displaced.push_back(record);
    if (timeOf(record) > timeOf(found->second))
      std::swap(displaced.back(), found->second);
  }
  for (Record& record : displaced) {
    const bool isKnown = std::any_of(present.begin(), present.end(), [&record](const auto& each) {
      return saysTheSame(each.second, record);
    });
    if (isKnown)
      continue;
    while (present.contains(record.id))
      record.id = static_cast<qint64>(QRandomGenerator::system()->generate64() >> 11);
    present.emplace(record.id, record);
  }
}

bool goesBefore(const Answer& a, const Answer& b) {
  return a.right != b.right ? a.right : a.given > b.given;
}

} // namespace

Contents merge(const Contents& present, const Contents& added) {
  Contents merged = present;
  for (auto each = added.session.begin(); each != added.session.end(); ++each)
    if (!merged.session.contains(each.key()))
      merged.session.insert(each.key(), each.value());
  mergeRecords(merged.notes, added.notes);
  mergeRecords(merged.bookmarks, added.bookmarks);
  for (const auto& [key, answer] : added.answers)
    if (const auto [found, isNew] = merged.answers.try_emplace(key, answer);
        !isNew && goesBefore(answer, found->second))
      found->second = answer;
  for (const auto& [key, progress] : added.sections) {
    SectionProgress& section = merged.sections.try_emplace(key, progress).first->second;
    section.read = std::max(section.read, progress.read);
  }
  for (const auto& [key, progress] : added.exercises) {
    ExerciseProgress& exercise = merged.exercises.try_emplace(key, progress).first->second;
    exercise.tried = exercise.tried || progress.tried;
    exercise.solved = exercise.solved || progress.solved;
    exercise.changed = std::max(exercise.changed, progress.changed);
  }
  for (const auto& [goal, reached] : added.goals) {
    QDateTime& first = merged.goals.try_emplace(goal, reached).first->second;
    first = std::min(first, reached);
  }
  for (const auto& [chapter, last] : added.visited) {
    QDateTime& latest = merged.visited.try_emplace(chapter, last).first->second;
    latest = std::max(latest, last);
  }
  return merged;
}

} // namespace eigenboard::store
