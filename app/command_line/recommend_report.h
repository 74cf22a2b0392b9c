#pragma once

#include "core/recommender/ratings_file.h"
#include "core/recommender/split.h"
#include "core/recommender/titles_file.h"
#include "core/recommender/training.h"

#include <QtCore/QJsonObject>

#include <optional>
#include <vector>

namespace eigenboard::command_line {

/// What `eigenboard recommend train` is asked for.
struct RecommendTask {
  recommender::TrainingRequest request;
  QString ratingsFile;
  QString testFile; ///< empty: a part of the ratings is the test
  QString titlesFile;
  double testShare = 0.1;
  std::vector<std::int64_t> topUsers; ///< raw ids
};

/// What was read for it. The two parts of the split have the same ids.
struct RecommendData {
  recommender::RatingsRead ratings; ///< their ratings are in `parts` alone
  std::optional<recommender::RatingsRead> test;
  std::optional<recommender::TitlesRead> titles;
  recommender::RatingStatistics statistics; ///< of the file of ratings
  recommender::Split parts;
  double seconds = 0; ///< spent on reading the ratings
};

/// The names of the methods as the command line has them, in the order of the enumeration.
QStringList methodNames();

/// All that the command prints: counts and faults of the files, accuracy on both parts beside that of the
/// biases alone, lists for the users asked for. Cost: that of predicting every rating, and the scores of 5000
/// users.
QJsonObject recommendReport(const RecommendTask& task, const RecommendData& data,
                            const recommender::Trained& trained);

} // namespace eigenboard::command_line
