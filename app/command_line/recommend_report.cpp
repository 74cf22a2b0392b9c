#include "app/command_line/recommend_report.h"

#include "app/command_line/output.h"
#include "core/recommender/biases.h"
#include "core/recommender/ranking_metrics.h"
#include "core/recommender/top_items.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <functional>

namespace eigenboard::command_line {

namespace {

constexpr int listedItems = 10;

QJsonValue countJson(std::size_t count) {
  return static_cast<qint64>(count);
}

QJsonObject fileJson(const QString& file, const recommender::FileReport& report) {
  QJsonArray faults;
  for (const recommender::Fault& fault : report.faults)
    faults.append(QJsonObject{{QStringLiteral("line"), countJson(fault.line)},
                              {QStringLiteral("reason"), QString::fromStdString(fault.reason)}});
  return {{QStringLiteral("file"), file},
          {QStringLiteral("lines"), countJson(report.lines)},
          {QStringLiteral("good"), countJson(report.good)},
          {QStringLiteral("bad"), countJson(report.bad)},
          {QStringLiteral("duplicates"), countJson(report.duplicates)},
          {QStringLiteral("faults"), faults}};
}

QJsonObject ratingsJson(const QString& file, const recommender::RatingsRead& read) {
  QJsonObject json = fileJson(file, read.report);
  const std::string_view format = recommender::nameOf(read.format);
  json[QStringLiteral("format")] = QString::fromLatin1(format.data(), static_cast<qsizetype>(format.size()));
  return json;
}

void addStatistics(QJsonObject& json, const recommender::RatingStatistics& statistics) {
  json[QStringLiteral("users")] = statistics.users;
  json[QStringLiteral("items")] = statistics.items;
  json[QStringLiteral("density")] = statistics.density;
  json[QStringLiteral("mean")] = statistics.mean;
  json[QStringLiteral("deviation")] = statistics.deviation;
  json[QStringLiteral("lowest")] = static_cast<double>(statistics.lowest);
  json[QStringLiteral("highest")] = static_cast<double>(statistics.highest);
  json[QStringLiteral("medianPerUser")] = statistics.medianPerUser;
  json[QStringLiteral("medianPerItem")] = statistics.medianPerItem;
}

QJsonObject partsAccuracy(const recommender::Split& parts,
                          const std::function<Eigen::VectorXf(const recommender::Ratings&)>& predict) {
  const auto accuracy = [&predict](const recommender::Ratings& ratings) {
    const recommender::Accuracy found = accuracyOf(predict(ratings), ratings);
    return QJsonObject{{QStringLiteral("ratings"), countJson(ratings.size())},
                       {QStringLiteral("rmse"), jsonNumber(found.rootMeanSquare)},
                       {QStringLiteral("mae"), jsonNumber(found.meanAbsolute)}};
  };
  return {{QStringLiteral("train"), accuracy(parts.train)}, {QStringLiteral("test"), accuracy(parts.test)}};
}

QJsonObject rankingJson(const RecommendData& data, const std::function<Eigen::VectorXf(int)>& scores) {
  recommender::RankingTask ranking;
  // Four of five stars; the same share of the way on another scale.
  ranking.relevantFrom = 0.8F * data.statistics.highest;
  const auto quality = rankingQuality(data.parts.train, data.parts.test, ranking, scores);
  return {{QStringLiteral("k"), countJson(quality.k)},
          {QStringLiteral("relevantFrom"), static_cast<double>(ranking.relevantFrom)},
          {QStringLiteral("users"), quality.users},
          {QStringLiteral("precision"), jsonNumber(quality.precision)},
          {QStringLiteral("recall"), jsonNumber(quality.recall)},
          {QStringLiteral("ndcg"), jsonNumber(quality.ndcg)}};
}

QJsonObject methodJson(const recommender::TrainingRequest& request, const recommender::Trained& trained) {
  using recommender::Method;
  QJsonObject json{{QStringLiteral("name"), methodNames().at(static_cast<int>(request.method))},
                   {QStringLiteral("parameters"), countJson(trained.parameters)},
                   {QStringLiteral("epochs"), countJson(trained.epochs.size())},
                   {QStringLiteral("bestEpoch"), trained.bestEpoch},
                   {QStringLiteral("regularization"), request.regularization},
                   {QStringLiteral("threads"), request.threads},
                   {QStringLiteral("seed"), QString::number(request.seed)}};
  if (request.method != Method::Biases)
    json[QStringLiteral("factors")] = request.factors;
  if (request.method == Method::Sgd || request.method == Method::Neural) {
    json[QStringLiteral("rate")] = request.rate;
    json[QStringLiteral("decay")] = request.decay;
  }
  return json;
}

QJsonArray epochsJson(const recommender::Trained& trained) {
  QJsonArray json;
  for (const recommender::EpochFigures& figures : trained.epochs)
    json.append(QJsonObject{{QStringLiteral("epoch"), figures.epoch},
                            {QStringLiteral("trainRmse"), jsonNumber(figures.trainError)},
                            {QStringLiteral("validationRmse"), jsonNumber(figures.validationError)}});
  return json;
}

QJsonArray topJson(const RecommendTask& task, const RecommendData& data,
                   const recommender::Trained& trained) {
  const recommender::RowGroups trainRows = rowsByUser(data.parts.train);
  const recommender::RowGroups testRows = rowsByUser(data.parts.test);
  QJsonArray json;
  for (const std::int64_t id : task.topUsers) {
    const int user = data.parts.train.users.indexOf(id);
    std::vector<char> rated = itemsRatedBy(data.parts.train, trainRows, user);
    const std::vector<char> tested = itemsRatedBy(data.parts.test, testRows, user);
    for (std::size_t item = 0; item < rated.size(); ++item)
      rated[item] = rated[item] != 0 || tested[item] != 0 ? 1 : 0;
    QJsonArray items;
    for (const recommender::ScoredItem& listed :
         recommender::topItems(scoresFor(trained, user), listedItems, rated)) {
      const std::int64_t itemId = data.parts.train.items.ids[static_cast<std::size_t>(listed.item)];
      QJsonObject entry{{QStringLiteral("item"), static_cast<qint64>(itemId)},
                        {QStringLiteral("score"), jsonNumber(static_cast<double>(listed.score))}};
      if (const auto* title = data.titles ? titleOf(data.titles->titles, itemId) : nullptr) {
        entry[QStringLiteral("title")] = QString::fromStdString(title->name);
        entry[QStringLiteral("genres")] = QString::fromStdString(title->genres);
      }
      items.append(entry);
    }
    json.append(
        QJsonObject{{QStringLiteral("user"), static_cast<qint64>(id)}, {QStringLiteral("items"), items}});
  }
  return json;
}

} // namespace

QStringList methodNames() {
  return {QStringLiteral("biases"), QStringLiteral("sgd"), QStringLiteral("als"), QStringLiteral("implicit"),
          QStringLiteral("neural")};
}

QJsonObject recommendReport(const RecommendTask& task, const RecommendData& data,
                            const recommender::Trained& trained) {
  QJsonObject ratings = ratingsJson(task.ratingsFile, data.ratings);
  addStatistics(ratings, data.statistics);
  QJsonObject files{{QStringLiteral("ratings"), ratings}};
  if (data.test)
    files[QStringLiteral("test")] = ratingsJson(task.testFile, *data.test);
  else
    files[QStringLiteral("testShare")] = task.testShare;
  if (data.titles)
    files[QStringLiteral("titles")] = fileJson(task.titlesFile, data.titles->report);

  const recommender::BiasFit baseline = recommender::fitBiases(data.parts.train, {});
  QJsonObject accuracy{{QStringLiteral("baseline"), partsAccuracy(data.parts, [&](const auto& part) {
                          return recommender::predictions(baseline.model, part);
                        })}};
  if (predictsRatings(task.request.method))
    accuracy[QStringLiteral("model")] =
        partsAccuracy(data.parts, [&](const auto& part) { return recommender::predictions(trained, part); });
  const QJsonObject ranking{
      {QStringLiteral("baseline"),
       rankingJson(data, [&](int user) { return recommender::scoresFor(baseline.model, user); })},
      {QStringLiteral("model"),
       rankingJson(data, [&](int user) { return recommender::scoresFor(trained, user); })}};
  const QJsonObject time{
      {QStringLiteral("readSeconds"), data.seconds},
      {QStringLiteral("trainSeconds"), trained.seconds},
      {QStringLiteral("updatesPerSecond"),
       trained.seconds > 0 ? static_cast<double>(trained.updates) / trained.seconds : QJsonValue()}};
  QJsonObject json{
      {QStringLiteral("files"), files},       {QStringLiteral("method"), methodJson(task.request, trained)},
      {QStringLiteral("accuracy"), accuracy}, {QStringLiteral("ranking"), ranking},
      {QStringLiteral("time"), time},         {QStringLiteral("epochs"), epochsJson(trained)}};
  if (!task.topUsers.empty())
    json[QStringLiteral("top")] = topJson(task, data, trained);
  return json;
}

} // namespace eigenboard::command_line
