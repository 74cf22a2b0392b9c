#pragma once

#include "core/recommender/ratings_file.h"
#include "views/panels/support/last_answer.h"

#include <QtCore/QString>

#include <memory>
#include <vector>

namespace eigenboard::panels::recommender {

inline constexpr int mostPeople = 40; ///< that are shown, beside the reader
inline constexpr int mostFilms = 30;

/// Where ratings come from, and which of them are shown. The reader is the last user and has rated nothing.
struct RatingsSource {
  eigenboard::recommender::Ratings ratings;
  std::vector<int> people; ///< places of the users that are shown, the reader last
  std::vector<int> films;  ///< places of the items that are shown
  std::vector<QString> peopleNames;
  std::vector<QString> filmNames;
  bool isBook = true;
  QString fileName;                                ///< without its folder
  eigenboard::recommender::FileReport report = {}; ///< of a file
  QString format = {};
  QString problem = {}; ///< why there is nothing to learn from

  bool isSample() const { return !isBook && static_cast<int>(people.size()) < ratings.users.size(); }
};

using SourcePointer = std::shared_ptr<const RatingsSource>;

/// The book's ratings, all of them shown.
SourcePointer bookSource();

/// A file in one of MovieLens's forms. Shown are the people and films with most ratings, in the order of
/// their ids; titles are those of a movies.csv, movies.dat or u.item beside the file. A file that is none, or
/// is larger than largestRatingsFile, is a problem that says so.
RatingsSource fileSource(const QString& path);

inline constexpr qint64 largestRatingsFile = qint64(64) << 20; ///< bytes: some three million ratings

/// Which file it was: a file that has changed is another.
struct FileStamp {
  QString path;
  qint64 size = -1;
  qint64 changed = 0; ///< milliseconds since 1970
  bool operator==(const FileStamp&) const = default;
};

/// The book's ratings for an empty path, else those of the file, read again only when it has changed. May be
/// asked from several threads.
class RatingsShelf {
 public:
  SourcePointer source(const QString& path);

 private:
  LastAnswer<FileStamp, RatingsSource> last_;
};

/// The few first faults of a file in a sentence or two; empty for none.
QString faultWords(const eigenboard::recommender::FileReport& report);

} // namespace eigenboard::panels::recommender
