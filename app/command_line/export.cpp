#include "app/command_line/export_frames.h"
#include "app/command_line/export_options.h"
#include "app/command_line/output.h"
#include "app/command_line/panel_state.h"
#include "app/command_line/words.h"
#include "app/export/figure_size.h"
#include "app/window/locations.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QHashSeed>

namespace eigenboard::command_line {

namespace {

QString unknownEnding(const QString& output) {
  if (output.endsWith(QStringLiteral(".gif"), Qt::CaseInsensitive) ||
      output.endsWith(QStringLiteral(".mp4"), Qt::CaseInsensitive))
    return text("'%1' is for what moves; name --sweep key=a:b, --steps 0:60 or --keyframes FILE").arg(output);
  return text("cannot tell a format from '%1'; end the name in .svg, .pdf or .png").arg(output);
}

int writeFigure(const ChosenPanel& chosen, const figures::FigureLook& look,
                typesetting::Typesetter& typesetter, const QString& fileName) {
  const render::Figure figure = figures::figureOf(*chosen.panel, chosen.state, look, typesetter);
  return figure.error.isEmpty() ? writeFile(fileName, figure.bytes) : fail(workFailed, figure.error);
}

int exportAll(const panel::Registry& registry, const figures::FigureLook& look,
              typesetting::Typesetter& typesetter, const QString& folder) {
  if (!QDir().mkpath(folder))
    return fail(workFailed, text("cannot make the folder '%1'").arg(folder));
  for (const panel::PanelPointer& panel : registry.panels())
    for (const panel::Preset& preset : panel->description().presets) {
      const auto chosen = choosePanel(*panel, {{QStringLiteral("preset"), preset.key}});
      if (!chosen)
        return workFailed;
      const QString name =
          QStringLiteral("%1-%2.%3")
              .arg(panel->description().identity.id, preset.key, render::endingOf(look.options.format));
      if (const int status = writeFigure(*chosen, look, typesetter, QDir(folder).filePath(name));
          status != success)
        return status;
    }
  return success;
}

int runExport(const QStringList& given) {
  const Command self = exportCommand();
  const auto arguments = parseArguments(self, given, exportOptions(), 0, 1);
  if (!arguments)
    return wrongUsage;
  figures::FigureLook look;
  if (const QString error = readLook(*arguments, look); !error.isEmpty())
    return fail(wrongUsage, error);
  const panel::Registry registry = panel::registeredPanels();
  if (asksForFrames(*arguments))
    return exportFrames(registry, *arguments, look);
  for (const char* option : {"frames", "fps", "in-betweens"})
    if (arguments->has(QLatin1String(option)))
      return fail(wrongUsage,
                  text("--%1 is for what moves; name --sweep key=a:b, --steps 0:60 or --keyframes FILE")
                      .arg(QLatin1String(option)));
  const QString output = arguments->value(QStringLiteral("o"));
  if (output.isEmpty())
    return fail(wrongUsage, text("where to? name a file with -o FILE.svg, FILE.pdf or FILE.png"));

  const bool all = arguments->has(QStringLiteral("all"));
  if (all == !arguments->words.isEmpty())
    return fail(wrongUsage, text("name one panel, or --all; usage: eigenboard export %1").arg(self.synopsis));
  QHashSeed::setDeterministicGlobalSeed(); // in their order Qt names the fonts of a PDF
  if (all) {
    typesetting::Typesetter typesetter(window::typesetterOptions());
    return exportAll(registry, look, typesetter, output);
  }
  const auto chosen = choosePanel(registry, arguments->words.constFirst(), *arguments);
  if (!chosen)
    return wrongUsage;
  if (output != QStringLiteral("-") || !arguments->has(QStringLiteral("format"))) {
    const auto format = render::formatOfFile(output);
    if (!format)
      return fail(wrongUsage, unknownEnding(output));
    if (arguments->has(QStringLiteral("format")) && *format != look.options.format)
      return fail(wrongUsage, text("'%1' does not end in .%2; leave --format out, or name the file so")
                                  .arg(output, arguments->value(QStringLiteral("format"))));
    look.options.format = *format;
  }
  typesetting::Typesetter typesetter(window::typesetterOptions());
  return writeFigure(*chosen, look, typesetter, output);
}

} // namespace

Command exportCommand() {
  return {QStringLiteral("export"),
          QStringLiteral(
              "PANEL [--set k=v]... [--preset P] [--steps N] [--theme T] [--slide %1 | --size WxH[mm|in]] "
              "[--dpi N] "
              "[--scale S] [--title T] [--caption C] [--parameters] [--formula] [--handles] [--transparent] "
              "[--text outlines|text] -o FILE.{svg,pdf,png} | PANEL {--sweep k=a:b[:n] | --steps A:B | "
              "--keyframes "
              "FILE.json} [--fps N] {-o FILE.{gif,mp4,pdf} | --frames DIR [--format F]} | --all [--format F] "
              "-o DIR")
              .arg(figures::sizePresetKeys().replace(QStringLiteral(", "), QStringLiteral("|"))),
          text("writes a state as a figure, or several as a movement"), Needs::Widgets, runExport};
}

} // namespace eigenboard::command_line
