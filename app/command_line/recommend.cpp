#include "app/command_line/arguments.h"
#include "app/command_line/output.h"
#include "app/command_line/recommend_report.h"
#include "app/command_line/words.h"
#include "views/panel/state.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace eigenboard::command_line {

namespace {

using recommender::Method;

/// An option with a number, and the methods that know it.
struct NumberOption {
  const char* name;
  const char* valueName;
  const char* help;
  double lowest;
  double highest;
  bool isWhole;
  std::vector<Method> methods; ///< empty: all
};

std::vector<NumberOption> numberOptions() {
  const std::vector<Method> gradient = {Method::Sgd, Method::Neural};
  const std::vector<Method> factored = {Method::Sgd, Method::Als, Method::Implicit, Method::Neural};
  return {
      {"factors", "K", "Numbers learnt for each user and item, beside the biases.", 1, 1024, true, factored},
      {"epochs", "N", "Passes through the ratings, at most.", 1, 100'000, true, {}},
      {"rate", "η", "Learning rate of the first epoch.", 1e-9, 100, false, gradient},
      {"decay", "d", "The rate is multiplied by this after each epoch.", 0.01, 1, false, gradient},
      {"regularization", "λ", "How much what is learnt is drawn to zero.", 0, 1e9, false, {}},
      {"threads",
       "N",
       "Threads that work at once.",
       1,
       64,
       true,
       {Method::Sgd, Method::Als, Method::Implicit}},
      {"patience",
       "N",
       "Stops after so many epochs without a better RMSE on a held-back tenth, and keeps the best.",
       1,
       100'000,
       true,
       {Method::Sgd, Method::Als, Method::Neural}},
      {"test-share", "s", "Share of the ratings held back as the test, without --test.", 0, 0.9, false, {}}};
}

std::vector<QCommandLineOption> recommendOptions() {
  std::vector<QCommandLineOption> options;
  const auto add = [&options](const char* name, const QString& help, const char* valueName) {
    options.emplace_back(QString::fromLatin1(name), help, QString::fromUtf8(valueName));
  };
  add("ratings", text("Ratings to learn from, in a format of MovieLens."), "FILE");
  add("test", text("Ratings to test on, instead of a part of the others."), "FILE");
  add("titles", text("Titles: movies.csv, movies.dat or u.item."), "FILE");
  add("method", text("biases, sgd (the usual one), als, implicit or neural."), "NAME");
  for (const NumberOption& option : numberOptions())
    add(option.name, text(option.help), option.valueName);
  add("seed", text("Decides the split, the start and the order of the ratings."), "N");
  add("top", text("Lists the ten best titles for this user; may be repeated."), "USER");
  return options;
}

/// Why the value of a number option is wrong; empty, and the number, when it is right.
QString readNumber(const NumberOption& option, const Arguments& arguments, Method method, double& number) {
  const QString name = QString::fromLatin1(option.name);
  if (!option.methods.empty() &&
      std::find(option.methods.begin(), option.methods.end(), method) == option.methods.end())
    return text("the method %1 has no --%2").arg(methodNames().at(static_cast<int>(method)), name);
  bool isNumber = false;
  const QString given = arguments.value(name);
  number = given.toDouble(&isNumber);
  if (isNumber && number >= option.lowest && number <= option.highest &&
      (!option.isWhole || number == std::floor(number)))
    return {};
  return (option.isWhole ? text("--%1 is a whole number from %2 to %3, not '%4'")
                         : text("--%1 is a number from %2 to %3, not '%4'"))
      .arg(name, QString::number(option.lowest, 'g', 12), QString::number(option.highest, 'g', 12),
           given.left(40));
}

void setNumber(RecommendTask& task, const QString& name, double number) {
  recommender::TrainingRequest& request = task.request;
  for (const auto& [key, whole] :
       {std::pair("factors", &request.factors), std::pair("epochs", &request.epochs),
        std::pair("threads", &request.threads), std::pair("patience", &request.patience)})
    if (name == QLatin1String(key))
      *whole = static_cast<int>(number);
  for (const auto& [key, value] :
       {std::pair("rate", &request.rate), std::pair("decay", &request.decay),
        std::pair("regularization", &request.regularization), std::pair("test-share", &task.testShare)})
    if (name == QLatin1String(key))
      *value = number;
}

/// Empty, and the task; or what is wrong with the options and what would be right.
QString readTask(const Arguments& arguments, RecommendTask& task) {
  if (arguments.words.constFirst() != QStringLiteral("train"))
    return text("'recommend' is followed by train, not by '%1'").arg(arguments.words.constFirst().left(40));
  task.ratingsFile = arguments.value(QStringLiteral("ratings"));
  task.testFile = arguments.value(QStringLiteral("test"));
  task.titlesFile = arguments.value(QStringLiteral("titles"));
  if (task.ratingsFile.isEmpty())
    return text("--ratings FILE is missing: the ratings to learn from");
  const QStringList names = methodNames();
  const QString method = arguments.value(QStringLiteral("method"), QStringLiteral("sgd"));
  const qsizetype index = names.indexOf(method);
  if (index < 0)
    return text("--method is one of %1, not '%2'").arg(names.join(QStringLiteral(", ")), method.left(40)) +
           panel::didYouMean(method, {names.begin(), names.end()});
  task.request = recommender::defaultRequest(static_cast<Method>(index));
  if (arguments.has(QStringLiteral("test")) && arguments.has(QStringLiteral("test-share")))
    return text("--test names the test, so that there is no --test-share");
  for (const NumberOption& option : numberOptions()) {
    const QString name = QString::fromLatin1(option.name);
    if (!arguments.has(name))
      continue;
    double number = 0;
    const QString problem = readNumber(option, arguments, task.request.method, number);
    if (!problem.isEmpty())
      return problem;
    setNumber(task, name, number);
  }
  bool isNumber = true;
  const QString seed = arguments.value(QStringLiteral("seed"), QStringLiteral("1"));
  task.request.seed = seed.toULongLong(&isNumber);
  if (!isNumber)
    return text("--seed is a whole number from 0 to 18446744073709551615, not '%1'").arg(seed.left(40));
  for (const QString& user : arguments.options.value(QStringLiteral("top"))) {
    task.topUsers.push_back(user.toLongLong(&isNumber));
    if (!isNumber || task.topUsers.back() < 0)
      return text("--top is the id of a user, a whole number, not '%1'").arg(user.left(40));
  }
  return {};
}

std::filesystem::path pathOf(const QString& file) {
  return QFile::encodeName(file).toStdString();
}

QString unreadable(const QString& file, const recommender::FileReport& report) {
  return text("cannot use %1: %2").arg(file, QString::fromStdString(report.problem));
}

/// Empty, and the data; or why they cannot be used.
QString readData(const RecommendTask& task, RecommendData& data) {
  QElapsedTimer timer;
  timer.start();
  data.ratings = recommender::readRatingsFile(pathOf(task.ratingsFile));
  data.seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
  if (!data.ratings.report.problem.empty())
    return unreadable(task.ratingsFile, data.ratings.report);
  data.statistics = statisticsOf(data.ratings.ratings);
  if (!task.testFile.isEmpty()) {
    data.test = recommender::readRatingsFile(pathOf(task.testFile));
    if (!data.test->report.problem.empty())
      return unreadable(task.testFile, data.test->report);
    data.parts = recommender::aligned(data.ratings.ratings, data.test->ratings);
    data.test->ratings = {};
  } else {
    data.parts = recommender::split(data.ratings.ratings, task.testShare, task.request.seed);
  }
  for (const std::int64_t user : task.topUsers)
    if (data.ratings.ratings.users.indexOf(user) < 0)
      return text("user %1 has no rating in %2").arg(QString::number(user), task.ratingsFile);
  data.ratings.ratings = {};
  if (!task.titlesFile.isEmpty()) {
    data.titles = recommender::readTitlesFile(pathOf(task.titlesFile));
    if (!data.titles->report.problem.empty())
      return unreadable(task.titlesFile, data.titles->report);
  }
  return {};
}

int runRecommend(const QStringList& given) {
  const auto arguments = parseArguments(recommendCommand(), given, recommendOptions(), 1, 1);
  if (!arguments)
    return wrongUsage;
  RecommendTask task;
  if (const QString problem = readTask(*arguments, task); !problem.isEmpty())
    return fail(wrongUsage, problem);
  RecommendData data;
  if (const QString problem = readData(task, data); !problem.isEmpty())
    return fail(workFailed, problem);
  const recommender::Trained trained = recommender::train(data.parts.train, task.request);
  if (!trained.problem.empty())
    return fail(workFailed, text("training failed: %1").arg(QString::fromStdString(trained.problem)));
  return printJson(recommendReport(task, data, trained));
}

} // namespace

Command recommendCommand() {
  return {QStringLiteral("recommend"),
          QStringLiteral(
              "train --ratings FILE [--test FILE] [--titles FILE] [--method M] [--factors K] [--epochs N] "
              "[--rate η] [--decay d] [--regularization λ] [--patience N] [--test-share s] [--seed N] "
              "[--threads N] [--top USER]..."),
          text("learns from a file of ratings and prints how well as JSON"), Needs::Core, runRecommend};
}

} // namespace eigenboard::command_line
