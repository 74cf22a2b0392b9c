#include "views/render/export.h"

#include "app/command_line/figure_size.h"
#include "app/command_line/output.h"
#include "app/command_line/panel_state.h"
#include "app/command_line/words.h"
#include "app/window/locations.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>

namespace eigenboard::command_line {

namespace {

std::vector<QCommandLineOption> exportOptions() {
  std::vector<QCommandLineOption> options = stateOptions();
  const auto add = [&options](const QStringList& names, const char* words, const char* value = "") {
    options.emplace_back(names, text(words), QString::fromLatin1(value));
  };
  add({QStringLiteral("o"), QStringLiteral("output")}, "The file, or with --all the folder, to write.",
      "file");
  add({QStringLiteral("all")}, "Exports every panel at each of its presets.");
  add({QStringLiteral("theme")}, "Colours.", "name");
  add({QStringLiteral("slide")}, "A size made for slides or print.", "preset");
  add({QStringLiteral("size")}, "Width and height in px.", "WxH");
  add({QStringLiteral("scale")}, "Scale of type and lines.", "s");
  add({QStringLiteral("text")}, "How SVG writes text.", "outlines|text");
  add({QStringLiteral("transparent")}, "Leaves the background out.");
  add({QStringLiteral("formula")}, "Sets the live formula under the picture.");
  return options;
}

struct Look {
  render::Theme theme;
  render::FigureOptions options;
  bool withFormula = false;
};

/// Empty on success, else what is wrong with the options.
QString readLook(const Arguments& arguments, Look& look) {
  const QString themeKey = arguments.value(QStringLiteral("theme"), QStringLiteral("light"));
  look.theme = render::themeNamed(themeKey);
  if (look.theme.key != themeKey) {
    QStringList keys;
    for (const render::Theme& theme : render::themes())
      keys.append(theme.key);
    return text("unknown theme '%1'; the themes are %2").arg(themeKey, keys.join(QStringLiteral(", ")));
  }
  if (arguments.has(QStringLiteral("slide"))) {
    const auto preset = slidePreset(arguments.value(QStringLiteral("slide")));
    if (!preset)
      return text("unknown slide size '%1'; the sizes are full, half, square and print")
          .arg(arguments.value(QStringLiteral("slide")));
    look.options.size = preset->size;
    look.options.scale = preset->scale;
    look.options.pixelRatio = preset->pixelRatio;
  }
  if (arguments.has(QStringLiteral("size"))) {
    const auto size = parseSize(arguments.value(QStringLiteral("size")));
    if (!size)
      return text("'%1' is not a size; write 960x720, with sides from 16 to 20000 px")
          .arg(arguments.value(QStringLiteral("size")));
    look.options.size = *size;
  }
  if (arguments.has(QStringLiteral("scale"))) {
    bool isNumber = false;
    look.options.scale = arguments.value(QStringLiteral("scale")).toDouble(&isNumber);
    if (!isNumber || !(look.options.scale >= 0.1 && look.options.scale <= 20))
      return text("'%1' is not a scale; it goes from 0.1 to 20")
          .arg(arguments.value(QStringLiteral("scale")));
  }
  const QString textAs = arguments.value(QStringLiteral("text"), QStringLiteral("outlines"));
  if (textAs != QStringLiteral("outlines") && textAs != QStringLiteral("text"))
    return text("'%1' is no way to write text; it is outlines or text").arg(textAs);
  look.options.text = textAs == QStringLiteral("text") ? render::TextAs::Text : render::TextAs::Outlines;
  look.options.transparent = arguments.has(QStringLiteral("transparent"));
  look.withFormula = arguments.has(QStringLiteral("formula"));
  return {};
}

int writeFigure(const ChosenPanel& chosen, Look look, typesetting::Typesetter& typesetter,
                const QString& fileName) {
  const panel::Evaluation evaluation = evaluate(chosen);
  if (!evaluation.problem.isEmpty())
    return fail(workFailed, evaluation.problem);
  const panel::Description& description = chosen.panel->description();
  look.options.metadata = panel::toJson(description, chosen.state);
  look.options.title = description.identity.title;
  if (look.withFormula)
    look.options.formula = evaluation.formula;
  const render::Figure figure = render::exportFigure(evaluation.scene, look.theme, typesetter, look.options);
  if (!figure.error.isEmpty())
    return fail(workFailed, figure.error);
  return writeFile(fileName, figure.bytes);
}

int exportAll(const panel::Registry& registry, const Look& look, typesetting::Typesetter& typesetter,
              const QString& folder) {
  if (!QDir().mkpath(folder))
    return fail(workFailed, text("cannot make the folder '%1'").arg(folder));
  for (const panel::PanelPointer& panel : registry.panels())
    for (const panel::Preset& preset : panel->description().presets) {
      const auto chosen = choosePanel(*panel, {{QStringLiteral("preset"), preset.key}});
      if (!chosen)
        return workFailed;
      const QString name = QStringLiteral("%1-%2.svg").arg(panel->description().identity.id, preset.key);
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
  Look look;
  if (const QString error = readLook(*arguments, look); !error.isEmpty())
    return fail(wrongUsage, error);
  const QString output = arguments->value(QStringLiteral("o"));
  if (output.isEmpty())
    return fail(wrongUsage, text("where to? name a file with -o FILE.svg, FILE.pdf or FILE.png"));

  const panel::Registry registry = panel::registeredPanels();
  const bool all = arguments->has(QStringLiteral("all"));
  if (all == !arguments->words.isEmpty())
    return fail(wrongUsage, text("name one panel, or --all; usage: eigenboard export %1").arg(self.synopsis));
  if (all) {
    typesetting::Typesetter typesetter(window::typesetterOptions());
    return exportAll(registry, look, typesetter, output);
  }
  const auto chosen = choosePanel(registry, arguments->words.constFirst(), *arguments);
  if (!chosen)
    return wrongUsage;
  const auto format = render::formatOfFile(output);
  if (!format)
    return fail(wrongUsage,
                text("cannot tell a format from '%1'; end the name in .svg, .pdf or .png").arg(output));
  look.options.format = *format;
  typesetting::Typesetter typesetter(window::typesetterOptions());
  return writeFigure(*chosen, look, typesetter, output);
}

} // namespace

Command exportCommand() {
  return {QStringLiteral("export"),
          QStringLiteral("PANEL [--set k=v]... [--preset P] [--steps N] [--theme T] "
                         "[--slide full|half|square|print] [--size WxH] [--scale S] [--text outlines|text] "
                         "[--transparent] [--formula] -o FILE.{svg,pdf,png} | --all -o DIR"),
          text("writes a state as a figure"), Needs::Widgets, runExport};
}

} // namespace eigenboard::command_line
