#include "app/navigation/progress.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

#include <algorithm>
#include <cmath>

namespace eigenboard::navigation {

namespace {

const QString sectionsKey = QStringLiteral("sections");
const QString exercisesKey = QStringLiteral("exercises");
// More than any chapter has; a file that says more is not one of ours.
constexpr int mostExercises = 10'000;

} // namespace

QJsonObject toJson(const Outlines& outlines) {
  QJsonObject json;
  for (auto it = outlines.begin(); it != outlines.end(); ++it)
    json[it.key()] =
        QJsonObject{{sectionsKey, QJsonArray::fromStringList(it->sections)}, {exercisesKey, it->exercises}};
  return json;
}

Outlines outlinesFromJson(const QJsonObject& json) {
  Outlines outlines;
  for (auto it = json.begin(); it != json.end(); ++it) {
    const QJsonObject object = it->toObject();
    ChapterOutline outline;
    for (const QJsonValue anchor : object[sectionsKey].toArray())
      if (anchor.isString())
        outline.sections.append(anchor.toString());
    outline.exercises = std::clamp(object[exercisesKey].toInt(), 0, mostExercises);
    outlines.insert(it.key(), outline);
  }
  return outlines;
}

double Progress::fraction() const {
  const int all = sections + exercises;
  return all > 0 ? static_cast<double>(sectionsRead + exercisesDone) / all : 0;
}

Progress progressOf(const QString& chapter, const Outlines& outlines, const store::Store& store) {
  Progress progress;
  const ChapterOutline outline = outlines.value(chapter);
  progress.sections = static_cast<int>(outline.sections.size());
  progress.exercises = outline.exercises;
  for (const QString& anchor : outline.sections)
    progress.sectionsRead += store.sectionRead(chapter, anchor) >= readShare;
  for (const store::Answer& answer : store.answers(chapter))
    progress.exercisesDone += answer.right;
  progress.exercisesDone = std::min(progress.exercisesDone, progress.exercises);
  return progress;
}

double fractionOf(const book::Level& level, const Outlines& outlines, const store::Store& store) {
  double sum = 0;
  int written = 0;
  for (const book::Chapter& chapter : level.chapters)
    if (chapter.written) {
      sum += progressOf(chapter.id, outlines, store).fraction();
      ++written;
    }
  return written > 0 ? sum / written : 0;
}

QStringList readableNext(const book::Book& book, const Outlines& outlines, const store::Store& store) {
  const auto isDone = [&](const QString& id) { return progressOf(id, outlines, store).isComplete(); };
  const auto isMet = [&](const QString& id) {
    const book::Chapter* needed = book.find(id);
    return !needed || !needed->written || isDone(id);
  };
  QStringList next;
  for (const book::Level& level : book.levels)
    if (level.number >= 0)
      for (const book::Chapter& chapter : level.chapters)
        if (chapter.written && !isDone(chapter.id) &&
            std::all_of(chapter.needs.begin(), chapter.needs.end(), isMet))
          next.append(chapter.id);
  return next;
}

QString percent(double fraction) {
  const double bounded = std::isfinite(fraction) ? std::clamp(fraction, 0., 1.) : 0;
  int shown = static_cast<int>(std::lround(100 * bounded));
  if (bounded < 1)
    shown = std::min(shown, 99);
  if (bounded > 0)
    shown = std::max(shown, 1);
  return QCoreApplication::translate("Progress", "%1 %").arg(shown);
}

ChapterRecord resetProgress(const QString& chapter, store::Store& store) {
  ChapterRecord record;
  for (const auto& [key, section] : store.contents().sections)
    if (section.chapter == chapter)
      record.sections.push_back(section);
  record.answers = store.answers(chapter);
  for (store::SectionProgress section : record.sections) {
    section.read = 0;
    store.setSectionRead(section);
  }
  for (store::Answer answer : record.answers) {
    answer.text.clear();
    answer.right = false;
    store.setAnswer(answer);
  }
  return record;
}

void restoreProgress(const ChapterRecord& record, store::Store& store) {
  for (const store::SectionProgress& section : record.sections)
    store.setSectionRead(section);
  for (const store::Answer& answer : record.answers)
    store.setAnswer(answer);
}

} // namespace eigenboard::navigation
