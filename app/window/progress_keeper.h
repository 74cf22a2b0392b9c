#pragma once

#include "app/navigation/progress.h"
#include "app/navigation/reading_watch.h"
#include "app/reader/reader.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

#include <functional>

namespace eigenboard::window {

/// Watches what is read of the open chapter and puts it into the store.
class ProgressKeeper : public QObject {
  Q_OBJECT

 public:
  /// All outlive this.
  ProgressKeeper(reader::Reader& reader, store::Store& store, QObject* parent = nullptr);

  /// Milliseconds of a clock that only goes forward; a test may put another one in its place.
  void setClock(std::function<std::chrono::milliseconds()> clock) { clock_ = std::move(clock); }
  const navigation::Outlines& outlines() const { return outlines_; }
  navigation::Progress progress(const QString& chapter) const;
  /// Exercises that are done in a section, of how many: "2 of 9"; empty for a section without any.
  QString exercisesIn(const QString& chapter, const QString& anchor) const;
  /// was: what is forgotten. Empty, or why what the page still shows cannot be kept.
  QString reset(const QString& chapter, navigation::ChapterRecord& was);
  void restore(const navigation::ChapterRecord& was);
  QJsonObject toJson() const { return navigation::toJson(outlines_); }
  void fromJson(const QJsonObject& json) { outlines_ = navigation::outlinesFromJson(json); }
  /// Looks at what is in the window now; done every second and whenever the page moves.
  void look(bool moved);

 signals:
  void changed();

 private:
  void begin();
  std::vector<navigation::SectionInView> inView() const;

  reader::Reader& reader_;
  store::Store& store_;
  navigation::Outlines outlines_;
  navigation::ReadingWatch watch_;
  QElapsedTimer elapsed_;
  std::function<std::chrono::milliseconds()> clock_;
  QTimer timer_;
};

} // namespace eigenboard::window
