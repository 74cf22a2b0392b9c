#include "app/command_line/startup_benchmark.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <vector>

namespace eigenboard::command_line {

namespace {

constexpr int patienceMilliseconds = 30'000;

StartFigures startOnce(const QString& chapter, const QString& dataHome) {
  StartFigures figures;
  QProcess program;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("XDG_DATA_HOME"), dataHome); // the reader's own session is left alone
  program.setProcessEnvironment(environment);
  QElapsedTimer clock;
  clock.start();
  program.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("open"), chapter, QStringLiteral("--report-first-paint")});
  if (program.waitForReadyRead(patienceMilliseconds))
    figures.milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
  program.waitForFinished(patienceMilliseconds);
  // First line: painted. Second: the figures of the program at rest.
  const QList<QByteArray> lines = program.readAllStandardOutput().trimmed().split('\n');
  const QJsonObject report = QJsonDocument::fromJson(lines.last()).object();
  figures.megabytes = report.value(QStringLiteral("megabytes")).toDouble();
  if (program.exitCode() != 0 || figures.megabytes <= 0)
    figures.error = QCoreApplication::translate("CommandLine", "the program did not start: %1")
                        .arg(QString::fromUtf8(program.readAllStandardError()).trimmed());
  return figures;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

} // namespace

StartFigures measureStart(const QString& chapter, int starts) {
  const QTemporaryDir dataHome;
  StartFigures figures = startOnce(chapter, dataHome.path());
  std::vector<double> milliseconds, megabytes;
  for (int i = 0; i < starts && figures.error.isEmpty(); ++i) {
    figures = startOnce(chapter, dataHome.path());
    milliseconds.push_back(figures.milliseconds);
    megabytes.push_back(figures.megabytes);
  }
  if (!figures.error.isEmpty() || milliseconds.empty())
    return figures;
  return {median(milliseconds), median(megabytes), {}};
}

} // namespace eigenboard::command_line
