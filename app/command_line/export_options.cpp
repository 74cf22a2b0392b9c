#include "app/command_line/export_options.h"

#include "app/command_line/panel_state.h"
#include "app/command_line/words.h"
#include "app/export/figure_size.h"

namespace eigenboard::command_line {

namespace {

/// Empty, or what is wrong with --slide, --size, --dpi and --scale.
QString readSize(const Arguments& arguments, render::FigureOptions& options) {
  const bool isPreset = arguments.has(QStringLiteral("slide"));
  const bool isCustom = arguments.has(QStringLiteral("size"));
  if (isPreset && isCustom)
    return text("--slide and --size both give a size; name one of them");
  const QString dotsText = arguments.value(QStringLiteral("dpi"));
  const auto dots = figures::dotsPerInchFromText(dotsText);
  if (arguments.has(QStringLiteral("dpi")) && !dots)
    return text("'%1' is not a resolution; it goes from 30 to 2400 dpi").arg(dotsText);
  figures::FigureSize size{options.size, options.scale, options.pixelRatio};
  if (isPreset) {
    const QString key = arguments.value(QStringLiteral("slide"));
    const auto preset = figures::sizePreset(key);
    if (!preset)
      return text("unknown slide size '%1'; the sizes are %2").arg(key, figures::sizePresetKeys());
    if (dots && preset->medium == figures::Medium::Slide)
      return text("a slide is measured in pixels, so --dpi has no meaning for it; use it with print, column "
                  "or --size");
    size = preset->size;
    if (dots)
      size.pixelRatio = *dots / 96;
  }
  if (isCustom) {
    const figures::SizeResult custom =
        figures::sizeFromText(arguments.value(QStringLiteral("size")), dots.value_or(0));
    if (!custom.ok())
      return custom.error;
    size = custom.size;
  }
  if (dots && !isPreset && !isCustom)
    return text("--dpi goes with a size; name --slide or --size");
  if (arguments.has(QStringLiteral("scale"))) {
    const QString scale = arguments.value(QStringLiteral("scale"));
    bool isNumber = false;
    size.scale = scale.toDouble(&isNumber);
    if (!isNumber || !(size.scale >= 0.1 && size.scale <= 20))
      return text("'%1' is not a scale; it goes from 0.1 to 20").arg(scale);
  }
  options.size = size.size;
  options.scale = size.scale;
  options.pixelRatio = size.pixelRatio;
  return {};
}

QString readTheme(const Arguments& arguments, render::Theme& theme) {
  const QString key = arguments.value(QStringLiteral("theme"), QStringLiteral("light"));
  theme = render::themeNamed(key);
  if (theme.key == key)
    return {};
  QStringList keys;
  for (const render::Theme& known : render::themes())
    keys.append(known.key);
  return text("unknown theme '%1'; the themes are %2").arg(key, keys.join(QStringLiteral(", ")));
}

} // namespace

std::vector<QCommandLineOption> exportOptions() {
  std::vector<QCommandLineOption> options = stateOptions();
  const auto add = [&options](const QStringList& names, const char* words, const char* value = "") {
    options.emplace_back(names, text(words), QString::fromLatin1(value));
  };
  add({QStringLiteral("o"), QStringLiteral("output")}, "The file, or with --all the folder, to write.",
      "file");
  add({QStringLiteral("all")}, "Exports every panel at each of its presets.");
  add({QStringLiteral("format")}, "The format of the files of --all or --frames.", "svg|pdf|png");
  add({QStringLiteral("theme")}, "Colours.", "name");
  add({QStringLiteral("slide")}, "A size made for slides or print.", "preset");
  add({QStringLiteral("size")}, "Width and height in px, mm or in.", "WxH");
  add({QStringLiteral("dpi")}, "Pixels to the inch.", "n");
  add({QStringLiteral("scale")}, "Scale of type and lines.", "s");
  add({QStringLiteral("text")}, "How SVG writes text.", "outlines|text");
  add({QStringLiteral("transparent")}, "Leaves the background out.");
  add({QStringLiteral("formula")}, "Sets the live formula under the picture.");
  add({QStringLiteral("handles")}, "Shows what can be dragged.");
  add({QStringLiteral("title")}, "A title above the picture.", "text");
  add({QStringLiteral("caption")}, "A caption below the picture.", "text");
  add({QStringLiteral("parameters")}, "Names the parameters below the picture.");
  add({QStringLiteral("sweep")}, "Moves a parameter from a to b in n frames.", "key=a:b[:n]");
  add({QStringLiteral("keyframes")}, "Goes through the states of a file.", "file.json");
  add({QStringLiteral("in-betweens")}, "Eased pages of a deck between two keyframes.", "n");
  add({QStringLiteral("frames")}, "Writes each frame as a file into a folder.", "folder");
  add({QStringLiteral("fps")}, "Frames a second.", "n");
  return options;
}

QString readLook(const Arguments& arguments, figures::FigureLook& look) {
  if (const QString problem = readTheme(arguments, look.theme); !problem.isEmpty())
    return problem;
  if (const QString problem = readSize(arguments, look.options); !problem.isEmpty())
    return problem;
  const QString textAs = arguments.value(QStringLiteral("text"), QStringLiteral("outlines"));
  if (textAs != QStringLiteral("outlines") && textAs != QStringLiteral("text"))
    return text("'%1' is no way to write text; it is outlines or text").arg(textAs);
  look.options.text = textAs == QStringLiteral("text") ? render::TextAs::Text : render::TextAs::Outlines;
  look.options.transparent = arguments.has(QStringLiteral("transparent"));
  look.options.handles = arguments.has(QStringLiteral("handles"));
  look.options.heading = arguments.value(QStringLiteral("title"));
  look.options.caption = arguments.value(QStringLiteral("caption"));
  look.withFormula = arguments.has(QStringLiteral("formula"));
  look.withParameters = arguments.has(QStringLiteral("parameters"));
  if (arguments.has(QStringLiteral("format"))) {
    const QString format = arguments.value(QStringLiteral("format"));
    const auto known = render::formatOfFile(QLatin1Char('.') + format);
    if (!known)
      return text("unknown format '%1'; the formats are svg, pdf and png").arg(format);
    look.options.format = *known;
  }
  return {};
}

bool asksForFrames(const Arguments& arguments) {
  return arguments.has(QStringLiteral("sweep")) || arguments.has(QStringLiteral("keyframes")) ||
         arguments.value(QStringLiteral("steps")).contains(QLatin1Char(':'));
}

} // namespace eigenboard::command_line
