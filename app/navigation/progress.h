#pragma once

#include "app/book/book.h"
#include "app/store/store.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>

namespace eigenboard::navigation {

/// What a chapter holds to be read and done, as it was when it was last opened.
struct ChapterOutline {
  QStringList sections;  ///< anchors
  QStringList exercises; ///< anchors
  bool operator==(const ChapterOutline&) const = default;
};
using Outlines = QHash<QString, ChapterOutline>; ///< by chapter id

QJsonObject toJson(const Outlines& outlines);
Outlines outlinesFromJson(const QJsonObject& json);

/// Sections read and exercises solved, of how many.
struct Progress {
  int sectionsRead = 0;
  int sections = 0;
  int exercisesDone = 0;
  int exercises = 0;
  /// 0 to 1; a section counts as much as an exercise. 0 of a chapter that was never opened.
  double fraction() const;
  bool isComplete() const { return sections > 0 && fraction() >= 1; }
};

/// A section counts as read from this share on.
inline constexpr double readShare = 0.999;

/// "5 of 9 sections, 3 of 10 exercises"; empty of a chapter that was never opened.
QString progressWords(const Progress& progress);
/// When a section counts as read and an exercise as done, in two sentences for the reader.
QString progressRule();

/// Of the exercises that the chapter has, whatever else the store remembers of it.
Progress progressOf(const QString& chapter, const Outlines& outlines, const store::Store& store);
/// The mean of the chapters that are written; 0 for a level without any.
double fractionOf(const book::Level& level, const Outlines& outlines, const store::Store& store);

/// The chapters that can be read next: written, not complete, and all they build on complete, or not written
/// and so not to be had.
QStringList readableNext(const book::Book& book, const Outlines& outlines, const store::Store& store);

/// "62 %": never 100 before all is done, never 0 once something is.
QString percent(double fraction);

/// What a chapter's progress was, to undo a reset.
struct ChapterRecord {
  std::vector<store::SectionProgress> sections;
  std::vector<store::Answer> answers;
  std::vector<store::ExerciseProgress> exercises;
};
/// Forgets what was read, answered and solved in the chapter; gives what it was.
ChapterRecord resetProgress(const QString& chapter, store::Store& store);
void restoreProgress(const ChapterRecord& record, store::Store& store);

} // namespace eigenboard::navigation
