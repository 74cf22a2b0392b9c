#include "views/controls/formula_copies.h"

#include "views/render/formula_copy.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QMenu>

namespace eigenboard::controls {

void addFormulaCopies(QMenu& menu, const typesetting::FormulaPointer& formula) {
  const auto add = [&](const char* text, render::FormulaCopy what) {
    QAction* action =
        menu.addAction(QCoreApplication::translate("FormulaMenu", text), &menu, [formula, what] {
          if (auto data = render::formulaCopy(*formula, what))
            QGuiApplication::clipboard()->setMimeData(data.release());
        });
    action->setEnabled(what == render::FormulaCopy::Tex || formula->error.isEmpty());
  };
  add(QT_TRANSLATE_NOOP("FormulaMenu", "Copy TeX"), render::FormulaCopy::Tex);
  add(QT_TRANSLATE_NOOP("FormulaMenu", "Copy as SVG"), render::FormulaCopy::Svg);
  add(QT_TRANSLATE_NOOP("FormulaMenu", "Copy as image"), render::FormulaCopy::Image);
  add(QT_TRANSLATE_NOOP("FormulaMenu", "Copy as words"), render::FormulaCopy::Words);
}

} // namespace eigenboard::controls
