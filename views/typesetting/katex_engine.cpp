#include "views/typesetting/katex_engine.h"

#include "views/typesetting/symbol_table.h"
#include "views/typesetting/tex_error.h"

#include <QtCore/QCoreApplication>

// The bytecode lies in a static library: without this call the linker would leave it out.
static void registerBytecode() {
  Q_INIT_RESOURCE(eigenboard_typesetting_bytecode);
}

namespace eigenboard::typesetting {

KatexEngine::KatexEngine(const QHash<QString, QString>& macroTexts, std::chrono::milliseconds timeLimit)
    : timeLimit(timeLimit) {
  registerBytecode();
  const QJSValue module = engine.importModule(QStringLiteral(":/eigenboard/typesetting/box_tree.mjs"));
  boxTree = module.property(QStringLiteral("boxTree"));
  if (!boxTree.isCallable())
    loadError =
        QCoreApplication::translate("Formula", "KaTeX could not be loaded: %1").arg(module.toString());
  module.property(QStringLiteral("readSymbols")).call({symbolList()});
  macros = engine.newObject();
  for (auto macro = macroTexts.cbegin(); macro != macroTexts.cend(); ++macro)
    macros.setProperty(macro.key(), macro.value());
}

BoxTree KatexEngine::layOut(const QString& tex, Style style) {
  if (!loadError.isEmpty())
    return {{}, loadError, {}};
  const double milliseconds = static_cast<double>(timeLimit.count());
  const QJSValue json = boxTree.call({tex, style == Style::Display, macros, milliseconds});
  if (!json.isString())
    return {
        {}, readableKatexError(json.property(QStringLiteral("name")).toString(), json.toString(), -1), {}};
  return readBoxTree(json.toString().toUtf8());
}

} // namespace eigenboard::typesetting
