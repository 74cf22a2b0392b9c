#include "app/stage/stage_output.h"

#include "views/render/safe_write.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>

#include <cmath>

namespace eigenboard::stage {

namespace {

render::FigureOptions optionsFor(panel::Session& session, render::FigureFormat format) {
  render::FigureOptions options;
  options.format = format;
  options.pixelRatio = 2;
  options.metadata = panel::toJson(session.description(), session.state());
  options.title = session.description().identity.title;
  return options;
}

} // namespace

void copyNumpy(panel::Session& session) {
  QGuiApplication::clipboard()->setText(session.panel().numpy(session.state().values, session.state().steps));
}

void copyTex(panel::Session& session) {
  QGuiApplication::clipboard()->setText(session.evaluation().formula);
}

void copyValues(panel::Session& session) {
  QJsonObject values;
  for (const panel::Readout& readout : session.evaluation().readouts) {
    if (std::isfinite(readout.value))
      values[readout.key] = readout.value;
    else
      values[readout.key] =
          std::isnan(readout.value)
              ? QJsonValue(QJsonValue::Null)
              : QJsonValue(readout.value > 0 ? QStringLiteral("inf") : QStringLiteral("-inf"));
  }
  QGuiApplication::clipboard()->setText(QString::fromUtf8(QJsonDocument(values).toJson()));
}

QString copyFigure(panel::Session& session, const render::Theme& theme, typesetting::Typesetter& typesetter) {
  auto mime = std::make_unique<QMimeData>();
  const std::pair<render::FigureFormat, const char*> formats[] = {
      {render::FigureFormat::Png, "image/png"},
      {render::FigureFormat::Svg, "image/svg+xml"},
      {render::FigureFormat::Pdf, "application/pdf"}};
  for (const auto& [format, type] : formats) {
    const render::Figure figure =
        render::exportFigure(session.evaluation().scene, theme, typesetter, optionsFor(session, format));
    if (!figure.error.isEmpty())
      return figure.error;
    mime->setData(QString::fromLatin1(type), figure.bytes);
    if (format == render::FigureFormat::Png)
      mime->setImageData(QImage::fromData(figure.bytes, "PNG"));
  }
  QGuiApplication::clipboard()->setMimeData(mime.release());
  return {};
}

QString exportToFile(panel::Session& session, const render::Theme& theme, typesetting::Typesetter& typesetter,
                     const QString& fileName) {
  const auto format = render::formatOfFile(fileName);
  if (!format)
    return QCoreApplication::translate("Stage",
                                       "Cannot tell a format from '%1'; end the name in .svg, .pdf or .png.")
        .arg(fileName);
  const render::Figure figure =
      render::exportFigure(session.evaluation().scene, theme, typesetter, optionsFor(session, *format));
  return figure.error.isEmpty() ? render::writeWhole(fileName, figure.bytes) : figure.error;
}

} // namespace eigenboard::stage
