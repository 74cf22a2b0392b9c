#include "views/render/formula_copy.h"

#include "views/render/formula_image.h"
#include "views/render/theme.h"

namespace eigenboard::render {

namespace {

constexpr double svgPixelsPerEm = 20;
constexpr double imagePixelsPerEm = 64; ///< sharp on a slide

QColor copiedInk() {
  return themeNamed(QStringLiteral("light")).text;
}

std::unique_ptr<QMimeData> plainText(const QString& text) {
  if (text.isEmpty())
    return nullptr;
  auto data = std::make_unique<QMimeData>();
  data->setText(text);
  return data;
}

} // namespace

std::unique_ptr<QMimeData> formulaCopy(const typesetting::Formula& formula, FormulaCopy what) {
  switch (what) {
  case FormulaCopy::Tex:
    return plainText(formula.tex);
  case FormulaCopy::Words:
    return plainText(formula.spoken);
  case FormulaCopy::Svg: {
    const QByteArray svg = formulaSvg(formula, svgPixelsPerEm, copiedInk());
    auto data = plainText(QString::fromUtf8(svg));
    if (data)
      data->setData(QStringLiteral("image/svg+xml"), svg);
    return data;
  }
  case FormulaCopy::Image: {
    const QImage image = formulaImage(formula, imagePixelsPerEm, copiedInk());
    if (image.isNull())
      return nullptr;
    auto data = std::make_unique<QMimeData>();
    data->setImageData(image);
    return data;
  }
  }
  return nullptr;
}

} // namespace eigenboard::render
