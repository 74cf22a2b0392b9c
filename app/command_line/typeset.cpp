#include "app/command_line/arguments.h"
#include "app/command_line/output.h"
#include "app/command_line/words.h"
#include "app/window/locations.h"
#include "views/render/formula_image.h"
#include "views/render/theme.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonObject>
#include <QtGui/QImage>

namespace eigenboard::command_line {

namespace {

constexpr double defaultPixelsPerEm = 40;

QByteArray pngBytes(const QImage& image) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

int writePicture(const typesetting::Formula& formula, double pixelsPerEm, const QString& fileName) {
  const bool isSvg = fileName.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive);
  if (!isSvg && !fileName.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive))
    return fail(wrongUsage,
                text("cannot tell a format from '%1'; end the name in .svg or .png").arg(fileName));
  if (render::formulaImageSize(formula, pixelsPerEm).isEmpty())
    return fail(workFailed, text("the picture would be too large; choose a smaller --size"));
  const QColor ink = render::themeNamed(QStringLiteral("light")).color(scene::Role::Ink);
  const QByteArray bytes = isSvg ? render::formulaSvg(formula, pixelsPerEm, ink)
                                 : pngBytes(render::formulaImage(formula, pixelsPerEm, ink));
  return bytes.isEmpty() ? fail(workFailed, text("the picture could not be encoded"))
                         : writeFile(fileName, bytes);
}

int runTypeset(const QStringList& given) {
  const auto arguments = parseArguments(
      typesetCommand(), given,
      {QCommandLineOption(QStringLiteral("inline"), text("Sets the formula as in a sentence.")),
       QCommandLineOption(QStringLiteral("size"), text("Pixels per em."), QStringLiteral("px")),
       QCommandLineOption(QStringLiteral("metrics"), text("Prints width, height and depth in em.")),
       QCommandLineOption({QStringLiteral("o"), QStringLiteral("output")}, text("The file to write."),
                          QStringLiteral("file"))},
      1, 1);
  if (!arguments)
    return wrongUsage;
  const QString output = arguments->value(QStringLiteral("o"));
  if (arguments->words.constFirst().trimmed().isEmpty())
    return fail(wrongUsage, text("the formula is empty"));
  const bool metrics = arguments->has(QStringLiteral("metrics"));
  if (output.isEmpty() && !metrics)
    return fail(wrongUsage, text("nothing to do; name a file with -o, or ask for --metrics"));
  bool isNumber = true;
  const double pixelsPerEm = arguments->has(QStringLiteral("size"))
                                 ? arguments->value(QStringLiteral("size")).toDouble(&isNumber)
                                 : defaultPixelsPerEm;
  if (!isNumber || !(pixelsPerEm >= 4 && pixelsPerEm <= 2000))
    return fail(wrongUsage, text("'%1' is not a size; it goes from 4 to 2000 px per em")
                                .arg(arguments->value(QStringLiteral("size"))));

  typesetting::Typesetter typesetter(window::typesetterOptions());
  const auto style =
      arguments->has(QStringLiteral("inline")) ? typesetting::Style::Inline : typesetting::Style::Display;
  const typesetting::FormulaPointer formula = typesetter.typeset(arguments->words.constFirst(), style);
  if (!formula->error.isEmpty())
    return fail(workFailed, formula->error);
  if (!output.isEmpty())
    if (const int status = writePicture(*formula, pixelsPerEm, output); status != success)
      return status;
  return metrics ? printJson(QJsonObject{{QStringLiteral("width"), formula->width},
                                         {QStringLiteral("height"), formula->height},
                                         {QStringLiteral("depth"), formula->depth}})
                 : success;
}

} // namespace

Command typesetCommand() {
  return {QStringLiteral("typeset"),
          QStringLiteral("'TEX' [--inline] [--size PX] [--metrics] [-o FILE.{svg,png}]"),
          text("sets one formula"), Needs::Widgets, runTypeset};
}

} // namespace eigenboard::command_line
