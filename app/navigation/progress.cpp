#include "app/navigation/progress.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

#include <algorithm>
#include <cmath>

namespace eigenboard::navigation {

namespace {

const QString sectionsKey = QStringLiteral("sections");
const QString exercisesKey = QStringLiteral("exercises");

QStringList anchorsFrom(const QJsonValue& list) {
  QStringList anchors;
  for (const QJsonValue anchor : list.toArray())
    if (anchor.isString())
      anchors.append(anchor.toString());
  return anchors;
}

QString translated(const char* text) {
  return QCoreApplication::translate("Progress", text);
}

} // namespace

QJsonObject toJson(const Outlines& outlines) {
  QJsonObject json;
  for (auto it = outlines.begin(); it != outlines.end(); ++it)
    json[it.key()] = QJsonObject{{sectionsKey, QJsonArray::fromStringList(it->sections)},
                                 {exercisesKey, QJsonArray::fromStringList(it->exercises)}};
  return json;
}

Outlines outlinesFromJson(const QJsonObject& json) {
  Outlines outlines;
  for (auto it = json.begin(); it != json.end(); ++it) {
    const QJsonObject object = it->toObject();
    // An earlier version wrote only how many exercises there are: they are known when the chapter is opened.
    outlines.insert(it.key(), {anchorsFrom(object[sectionsKey]), anchorsFrom(object[exercisesKey])});
  }
  return outlines;
}

double Progress::fraction() const {
  const int all = sections + exercises;
  return all > 0 ? static_cast<double>(sectionsRead + exercisesDone) / all : 0;
}

QString progressWords(const Progress& progress) {
  QStringList parts;
  if (progress.sections > 0)
    parts += translated("%1 of %2 sections").arg(progress.sectionsRead).arg(progress.sections);
  if (progress.exercises > 0)
    parts += translated("%1 of %2 exercises").arg(progress.exercisesDone).arg(progress.exercises);
  return parts.join(translated(", "));
}

QString progressRule() {
  return translated("A section counts as read when you have seen its end and spent a third of its reading "
                    "time with it, at least 2 seconds.") +
         u'\n' +
         translated("An exercise counts as done when it is solved: all its answers right and its "
                    "challenges reached, or marked as done by you.");
}

Progress progressOf(const QString& chapter, const Outlines& outlines, const store::Store& store) {
  Progress progress;
  const ChapterOutline outline = outlines.value(chapter);
  progress.sections = static_cast<int>(outline.sections.size());
  progress.exercises = static_cast<int>(outline.exercises.size());
  for (const QString& anchor : outline.sections)
    progress.sectionsRead += store.sectionRead(chapter, anchor) >= readShare;
  for (const store::ExerciseProgress& exercise : store.exercises(chapter))
    progress.exercisesDone += exercise.solved && outline.exercises.contains(exercise.exercise);
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
  record.exercises = store.exercises(chapter);
  for (store::SectionProgress section : record.sections) {
    section.read = 0;
    store.setSectionRead(section);
  }
  for (store::Answer answer : record.answers) {
    answer.text.clear();
    answer.right = false;
    store.setAnswer(answer);
  }
  for (store::ExerciseProgress exercise : record.exercises) {
    exercise.tried = false;
    exercise.solved = false;
    store.setExercise(exercise);
  }
  return record;
}

void restoreProgress(const ChapterRecord& record, store::Store& store) {
  for (const store::SectionProgress& section : record.sections)
    store.setSectionRead(section);
  for (const store::Answer& answer : record.answers)
    store.setAnswer(answer);
  for (const store::ExerciseProgress& exercise : record.exercises)
    store.setExercise(exercise);
}

} // namespace eigenboard::navigation
