#include "app/window/progress_keeper.h"

#include "app/reader/places.h"
#include "app/window/page_progress.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::window {

using navigation::SectionInView;

namespace {
constexpr int lookMilliseconds = 1000;
// Lines end a little above the section's end, where the space before the next heading begins.
constexpr double endTolerance = 24;
} // namespace

ProgressKeeper::ProgressKeeper(reader::Reader& reader, store::Store& store, QObject* parent)
    : QObject(parent), reader_(reader), store_(store) {
  elapsed_.start();
  clock_ = [this] { return std::chrono::milliseconds(elapsed_.elapsed()); };
  timer_.setInterval(lookMilliseconds);
  connect(&timer_, &QTimer::timeout, this, [this] { look(false); });
  connect(&reader, &reader::Reader::chapterShown, this, &ProgressKeeper::begin);
  connect(&reader, &reader::Reader::placeChanged, this, [this] { look(true); });
  connect(&store, &store::Store::progressChanged, this, &ProgressKeeper::changed);
  timer_.start();
}

void ProgressKeeper::begin() {
  const QString chapter = reader_.currentChapter();
  navigation::ChapterOutline outline;
  for (const reader::Section& section : reader_.places().sections())
    outline.sections.append(section.anchor);
  for (const reader::ExerciseState& exercise : reader_.exercises())
    outline.exercises.append(exercise.anchor);
  if (!outline.sections.isEmpty())
    outlines_[chapter] = outline;
  QStringList read;
  for (const QString& anchor : outline.sections)
    if (store_.sectionRead(chapter, anchor) >= navigation::readShare)
      read.append(anchor);
  watch_.begin(read);
  emit changed();
}

std::vector<SectionInView> ProgressKeeper::inView() const {
  const double top = reader_.scrolled();
  const double height = std::max(1, reader_.viewport()->height());
  std::vector<SectionInView> sections;
  for (const reader::PlacedSection& section : reader_.places().placedSections()) {
    const double seen = std::min(section.bottom, top + height) - std::max(section.top, top);
    if (seen > 0)
      sections.push_back(
          {section.anchor, section.words, seen / height, section.bottom - endTolerance <= top + height});
  }
  return sections;
}

void ProgressKeeper::look(bool moved) {
  if (!reader_.isVisible() || !reader_.isActiveWindow()) {
    watch_.suspend();
    return;
  }
  const QString chapter = reader_.currentChapter();
  for (const QString& anchor : watch_.observe(clock_(), inView(), moved))
    store_.setSectionRead({chapter, anchor, 1});
}

navigation::Progress ProgressKeeper::progress(const QString& chapter) const {
  return navigation::progressOf(chapter, outlines_, store_);
}

QString ProgressKeeper::exercisesIn(const QString& chapter, const QString& anchor) const {
  const auto& sections = reader_.places().sections();
  const auto section = std::find_if(sections.begin(), sections.end(),
                                    [&](const reader::Section& other) { return other.anchor == anchor; });
  if (section == sections.end() || section->exercises.isEmpty())
    return {};
  const navigation::Outlines here{{chapter, {{}, section->exercises}}};
  const navigation::Progress done = navigation::progressOf(chapter, here, store_);
  return tr("%1 of %2").arg(done.exercisesDone).arg(done.exercises);
}

QString ProgressKeeper::reset(const QString& chapter, navigation::ChapterRecord& was) {
  was = navigation::resetProgress(chapter, store_);
  if (chapter != reader_.currentChapter())
    return {};
  showProgress(store_, reader_);
  begin();
  return keepProgress(reader_, store_); // a challenge that was reached stays so, and with it its exercise
}

void ProgressKeeper::restore(const navigation::ChapterRecord& was) {
  navigation::restoreProgress(was, store_);
  showProgress(store_, reader_);
  begin();
}

} // namespace eigenboard::window
