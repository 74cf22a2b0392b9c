#pragma once

#include "views/typesetting/box_reader.h"
#include "views/typesetting/formula.h"

#include <QtCore/QHash>
#include <QtQml/QJSEngine>
#include <QtQml/QJSValue>

#include <chrono>

namespace eigenboard::typesetting {

/// KaTeX in a JavaScript engine. To be made, used and destroyed in one thread, whose stack should hold
/// 8 MB. Making it takes about 10 ms from bytecode, 100 ms from source, and 16 MB.
class KatexEngine {
 public:
  KatexEngine(const QHash<QString, QString>& macros, std::chrono::milliseconds timeLimit);

  /// KaTeX's boxes, or why there are none. 1 to 3 ms for an ordinary formula; the time limit at most.
  BoxTree layOut(const QString& tex, Style style);

 private:
  QJSEngine engine;
  QJSValue boxTree;
  QJSValue macros;
  QString loadError;
  std::chrono::milliseconds timeLimit;
};

} // namespace eigenboard::typesetting
