#include "app/reader/formula_menu.h"

#include "app/reader/words.h"
#include "views/render/formula_image.h"
#include "views/render/theme.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QClipboard>
#include <QtGui/QFontMetrics>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QMenu>

#include <algorithm>

namespace eigenboard::reader {

namespace {

constexpr std::size_t mostOffered = 20;
constexpr double svgPixelsPerEm = 20;
constexpr double imagePixelsPerEm = 64; ///< sharp on a slide
constexpr int widestTitle = 420;        ///< px of a submenu's title

QColor copiedInk() {
  return render::themeNamed(QStringLiteral("light")).text;
}

std::unique_ptr<QMimeData> plainText(const QString& text) {
  if (text.isEmpty())
    return nullptr;
  auto data = std::make_unique<QMimeData>();
  data->setText(text);
  return data;
}

void addActions(QMenu& menu, const typesetting::FormulaPointer& formula) {
  const auto add = [&](const char* text, FormulaCopy what) {
    QAction* action = menu.addAction(translated(text), &menu, [formula, what] {
      if (auto data = formulaCopy(*formula, what))
        QGuiApplication::clipboard()->setMimeData(data.release());
    });
    action->setEnabled(what == FormulaCopy::Tex || formula->error.isEmpty());
  };
  add(QT_TRANSLATE_NOOP("FormulaMenu", "Copy TeX"), FormulaCopy::Tex);
  add(QT_TRANSLATE_NOOP("FormulaMenu", "Copy as SVG"), FormulaCopy::Svg);
  add(QT_TRANSLATE_NOOP("FormulaMenu", "Copy as image"), FormulaCopy::Image);
  add(QT_TRANSLATE_NOOP("FormulaMenu", "Copy as words"), FormulaCopy::Words);
}

QString titleOf(const QMenu& menu, const typesetting::Formula& formula) {
  const QString words = formula.spoken.isEmpty() ? formula.tex.simplified() : formula.spoken;
  return menu.fontMetrics()
      .elidedText(words, Qt::ElideRight, widestTitle)
      .replace(u'&', QStringLiteral("&&"));
}

void collect(const PlacedText& text, std::vector<typesetting::FormulaPointer>& formulas) {
  for (const InlineObject& object : text.paragraph->objects())
    if (object.formula && formulas.size() < mostOffered &&
        std::find(formulas.begin(), formulas.end(), object.formula) == formulas.end())
      formulas.push_back(object.formula);
}

} // namespace

std::unique_ptr<QMimeData> formulaCopy(const typesetting::Formula& formula, FormulaCopy what) {
  switch (what) {
  case FormulaCopy::Tex:
    return plainText(formula.tex);
  case FormulaCopy::Words:
    return plainText(formula.spoken);
  case FormulaCopy::Svg: {
    const QByteArray svg = render::formulaSvg(formula, svgPixelsPerEm, copiedInk());
    auto data = plainText(QString::fromUtf8(svg));
    if (data)
      data->setData(QStringLiteral("image/svg+xml"), svg);
    return data;
  }
  case FormulaCopy::Image: {
    const QImage image = render::formulaImage(formula, imagePixelsPerEm, copiedInk());
    if (image.isNull())
      return nullptr;
    auto data = std::make_unique<QMimeData>();
    data->setImageData(image);
    return data;
  }
  }
  return nullptr;
}

std::vector<typesetting::FormulaPointer> offeredFormulas(const Layout& layout,
                                                         const std::optional<QPointF>& mouse,
                                                         const Target* focused, const QRectF& visible) {
  std::vector<typesetting::FormulaPointer> formulas;
  for (std::size_t i = 0; i < layout.texts.size(); ++i) {
    const PlacedText& text = layout.texts[i];
    if (mouse) {
      const int index = text.rect().contains(*mouse) ? text.paragraph->objectAt(*mouse - text.origin) : -1;
      if (index >= 0 && text.paragraph->objects()[static_cast<std::size_t>(index)].formula)
        formulas = {text.paragraph->objects()[static_cast<std::size_t>(index)].formula};
    } else if (focused ? focused->text == static_cast<int>(i) || focused->rect.contains(text.origin)
                       : text.rect().intersects(visible)) {
      collect(text, formulas);
    }
  }
  return formulas;
}

void addFormulaActions(QMenu& menu, const std::vector<typesetting::FormulaPointer>& formulas) {
  if (formulas.empty())
    return;
  menu.addSeparator();
  if (formulas.size() == 1)
    return addActions(menu, formulas.front());
  for (const typesetting::FormulaPointer& formula : formulas)
    addActions(*menu.addMenu(titleOf(menu, *formula)), formula);
}

} // namespace eigenboard::reader
