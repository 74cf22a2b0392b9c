#include "app/stage/takeaway.h"

#include "app/export/figure_metadata.h"
#include "app/stage/words.h"
#include "views/panel/run_shelf.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtGui/QImage>

#include <cmath>

namespace eigenboard::stage {

using namespace Qt::StringLiterals;

namespace {

QJsonValue jsonNumber(double value) {
  if (std::isnan(value))
    return QJsonValue::Null;
  if (std::isinf(value))
    return value > 0 ? u"inf"_s : u"-inf"_s;
  return value;
}

QJsonValue jsonValue(const panel::Parameter& parameter, const panel::Value& value) {
  if (parameter.kind == panel::Kind::Toggle)
    return std::get<double>(value) != 0;
  if (parameter.kind == panel::Kind::Choice || panel::holdsText(parameter))
    return panel::toText(parameter, value);
  return jsonNumber(std::get<double>(value));
}

} // namespace

QByteArray valuesAsJson(panel::Session& session) {
  const panel::Evaluation& evaluation = session.evaluation();
  const panel::Description& description = session.description();
  QJsonObject values;
  for (std::size_t i = 0; i < description.parameters.size(); ++i)
    values.insert(description.parameters[i].key,
                  jsonValue(description.parameters[i], session.state().values[i]));
  QJsonObject readouts;
  for (const panel::Readout& readout : evaluation.readouts)
    readouts.insert(readout.key, jsonNumber(readout.value));
  QJsonArray invariants;
  for (const panel::Invariant& invariant : evaluation.invariants)
    invariants.append(QJsonObject{{u"key"_s, invariant.key},
                                  {u"holds"_s, invariant.holds()},
                                  {u"error"_s, jsonNumber(invariant.error)},
                                  {u"tolerance"_s, invariant.tolerance}});
  QJsonObject json{{u"panel"_s, description.identity.id},
                   {u"values"_s, values},
                   {u"readouts"_s, readouts},
                   {u"invariants"_s, invariants}};
  if (session.isProcess())
    json.insert(u"steps"_s, session.step());
  return QJsonDocument(json).toJson();
}

render::Figure figure(panel::Session& session, const render::Theme& theme,
                      typesetting::Typesetter& typesetter, render::FigureFormat format, double pixelRatio,
                      const std::vector<render::ViewLook>& looks) {
  const panel::Evaluation& evaluation = session.evaluation();
  if (!session.problem().isEmpty())
    return {{}, translated("this state has no picture: %1").arg(session.problem())};
  render::FigureOptions options;
  options.format = format;
  options.pixelRatio = pixelRatio;
  options.formula = evaluation.formula;
  options.metadata = figures::stateMetadata(panel::toJson(session.description(), session.state()));
  options.creator = figures::creator();
  options.title = session.description().identity.title;
  return render::exportFigure(render::lookedAt(session.runs().picture(), looks), theme, typesetter, options);
}

CopiedPicture copiedPicture(panel::Session& session, const render::Theme& theme,
                            typesetting::Typesetter& typesetter, const std::vector<render::ViewLook>& looks) {
  CopiedPicture copied{std::make_unique<QMimeData>(), {}};
  const std::pair<render::FigureFormat, QString> formats[] = {
      {render::FigureFormat::Png, u"image/png"_s},
      {render::FigureFormat::Svg, u"image/svg+xml"_s},
      {render::FigureFormat::Pdf, u"application/pdf"_s}};
  for (const auto& [format, mimeType] : formats) {
    const render::Figure made = figure(session, theme, typesetter, format, 2, looks);
    if (!made.error.isEmpty())
      return {nullptr, made.error};
    copied.data->setData(mimeType, made.bytes);
    if (format == render::FigureFormat::Png)
      copied.data->setImageData(QImage::fromData(made.bytes, "PNG"));
  }
  const QJsonObject state = panel::toJson(session.description(), session.state());
  copied.data->setText(QString::fromUtf8(QJsonDocument(state).toJson()));
  return copied;
}

} // namespace eigenboard::stage
