#include "app/reader/formula_menu.h"

#include "views/controls/formula_copies.h"

#include <QtGui/QFontMetrics>
#include <QtWidgets/QMenu>

#include <algorithm>

namespace eigenboard::reader {

namespace {

constexpr std::size_t mostOffered = 20;
constexpr int widestTitle = 420; ///< px of a submenu's title

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
    return controls::addFormulaCopies(menu, formulas.front());
  for (const typesetting::FormulaPointer& formula : formulas)
    controls::addFormulaCopies(*menu.addMenu(titleOf(menu, *formula)), formula);
}

} // namespace eigenboard::reader
