#pragma once

#include "views/typesetting/formula.h"

#include <QtCore/QHash>

#include <chrono>
#include <functional>
#include <memory>

class QObject;

namespace eigenboard::typesetting {

struct TypesetterOptions {
  QString cacheDirectory;                   ///< where layouts are kept between starts; empty: memory only
  QHash<QString, QString> macros;           ///< such as "\\R" to "\\mathbb{R}"; known to every formula
  std::chrono::milliseconds timeLimit{600}; ///< for one formula; then it becomes an error
};

/// Turns TeX into laid-out formulas with KaTeX in an engine on a thread of its own. The engine is loaded
/// at the first formula that no cache holds. Safe to call from any thread. Never throws: malformed,
/// endless or too deep TeX gives a Formula whose error says why. Needs a QGuiApplication.
class Typesetter {
 public:
  explicit Typesetter(const TypesetterOptions& options = {});
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  /// The layout if a cache (memory, then disk) holds it, else null. Never blocks on the engine.
  FormulaPointer cached(const QString& tex, Style style) const;

  /// Lays out and waits for it. Never null. 1 to 5 ms a formula when no cache holds it.
  FormulaPointer typeset(const QString& tex, Style style);

  /// Lays out in the background; calls done in the receiver's thread, unless the receiver is gone by then.
  /// A request whose (receiver, channel) pair is asked again before it was begun is dropped: only the
  /// latest formula of a channel matters while a reader drags. An empty channel is never dropped. Answers
  /// come in the order of the requests, those from a cache included. Of a channel only the first formula is
  /// kept on disk: it is what the next start shows, and a drag passes through hundreds of others.
  void request(const QString& tex, Style style, QObject* receiver, std::function<void(FormulaPointer)> done,
               const QString& channel = {});

 private:
  struct Private;
  std::unique_ptr<Private> d;
};

} // namespace eigenboard::typesetting
