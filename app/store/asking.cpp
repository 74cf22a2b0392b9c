#include "app/store/store.h"

#include <algorithm>

namespace eigenboard::store {

namespace {

template <typename Record>
std::vector<Record> inOrder(const std::map<qint64, Record>& records, const QString& chapter) {
  std::vector<Record> found;
  for (const auto& [id, record] : records)
    if (chapter.isEmpty() || record.chapter == chapter)
      found.push_back(record);
  std::stable_sort(found.begin(), found.end(), [](const Record& a, const Record& b) {
    return a.chapter != b.chapter ? a.chapter < b.chapter : a.place < b.place;
  });
  return found;
}

} // namespace

std::vector<Note> Store::notes(const QString& chapter) const {
  return inOrder(contents_.notes, chapter);
}

std::vector<Bookmark> Store::bookmarks(const QString& chapter) const {
  return inOrder(contents_.bookmarks, chapter);
}

std::vector<Answer> Store::answers(const QString& chapter) const {
  std::vector<Answer> found;
  for (auto each = contents_.answers.lower_bound({chapter, {}});
       each != contents_.answers.end() && each->first.first == chapter; ++each)
    found.push_back(each->second);
  return found;
}

std::vector<ExerciseProgress> Store::exercises(const QString& chapter) const {
  std::vector<ExerciseProgress> found;
  for (auto each = contents_.exercises.lower_bound({chapter, {}});
       each != contents_.exercises.end() && each->first.first == chapter; ++each)
    found.push_back(each->second);
  return found;
}

double Store::sectionRead(const QString& chapter, const QString& section) const {
  const auto found = contents_.sections.find({chapter, section});
  return found == contents_.sections.end() ? 0 : found->second.read;
}

QStringList Store::goals() const {
  QStringList names;
  for (const auto& [name, reached] : contents_.goals)
    names.append(name);
  return names;
}

} // namespace eigenboard::store
