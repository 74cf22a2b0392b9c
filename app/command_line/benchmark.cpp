#include "app/command_line/drag_benchmark.h"
#include "app/command_line/output.h"
#include "app/command_line/panel_state.h"
#include "app/command_line/startup_benchmark.h"
#include "app/command_line/words.h"
#include "app/window/main_window.h"

#include <QtCore/QJsonObject>
#include <QtGui/QGuiApplication>

namespace eigenboard::command_line {

namespace {

constexpr int movesPerPanel = 300;
constexpr int starts = 5;

QString figure(double value) {
  return QString::number(value, 'f', 2);
}

int runBenchmark(const QStringList& given) {
  const auto arguments = parseArguments(
      benchmarkCommand(), given, {QCommandLineOption(QStringLiteral("json"), text("Prints JSON."))}, 0, -1);
  if (!arguments)
    return wrongUsage;
  if (QGuiApplication::platformName() == QLatin1String("offscreen"))
    return fail(workFailed,
                text("drag to pixels needs a display, and there is none (platform 'offscreen'); start it on "
                     "one, or under xvfb-run"));
  window::Services services;
  QStringList ids = arguments->words;
  for (const QString& id : ids)
    if (!findPanel(services.registry, id))
      return wrongUsage;
  if (ids.isEmpty())
    for (const QString& id : services.registry.ids())
      ids.append(id);

  QString lines = text("Display: %1, window 1280x800, %2 moves a panel\n")
                      .arg(QGuiApplication::platformName())
                      .arg(movesPerPanel);
  QJsonObject panels;
  {
    window::MainWindow window(services);
    window.resize(1280, 800);
    window.show();
    for (const QString& id : ids) {
      const DragTimes times = measureDrag(window, services, id, movesPerPanel);
      if (!times.error.isEmpty())
        return fail(workFailed, times.error);
      lines +=
          text("%1: drag to pixels median %2 ms, 99th percentile %3 ms, worst %4 ms, %5 moves unpainted\n")
              .arg(id, figure(times.percentile(50)), figure(times.percentile(99)),
                   figure(times.percentile(100)))
              .arg(times.withoutPaint);
      panels[id] = QJsonObject{{QStringLiteral("median_ms"), times.percentile(50)},
                               {QStringLiteral("p99_ms"), times.percentile(99)},
                               {QStringLiteral("worst_ms"), times.percentile(100)},
                               {QStringLiteral("moves"), static_cast<int>(times.milliseconds.size())},
                               {QStringLiteral("unpainted"), times.withoutPaint}};
    }
  }
  const StartFigures start = measureStart(QStringLiteral("4.4"), starts);
  if (!start.error.isEmpty())
    return fail(workFailed, start.error);
  lines += text("Start to the painted chapter 4.4 with its panel: %1 ms, at rest %2 MB resident\n")
               .arg(figure(start.milliseconds), figure(start.megabytes));
  if (!arguments->has(QStringLiteral("json")))
    return print(lines.toUtf8());
  return printJson(QJsonObject{{QStringLiteral("display"), QGuiApplication::platformName()},
                               {QStringLiteral("panels"), panels},
                               {QStringLiteral("start_ms"), start.milliseconds},
                               {QStringLiteral("memory_mb"), start.megabytes}});
}

} // namespace

Command benchmarkCommand() {
  return {QStringLiteral("benchmark"), QStringLiteral("[PANEL...] [--json]"),
          text("measures drag to pixels, start and memory in the real window"), Needs::Widgets, runBenchmark};
}

} // namespace eigenboard::command_line
