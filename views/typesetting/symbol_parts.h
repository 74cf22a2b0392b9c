#pragma once

#include "views/typesetting/symbol.h"

#include <QtCore/QStringList>

namespace eigenboard::typesetting {

/// The symbols that TeX in the spelling of canonicalSymbol() is made of, each as symbolsOf() would give it
/// and after where it stands: \lambda and _1 of \lambda_1, \mathbf{A} and ^+ of \mathbf{A}^{+}. What groups
/// or spaces is none.
QStringList symbolParts(const QString& canonical);

/// Those parts as symbols without a place on paper.
std::vector<SymbolAt> symbolsFrom(const QStringList& parts);

/// The places in a formula where these parts stand side by side, in whatever order a formula paints its
/// indices and exponents: the symbols from first on, count of them. Each stands towards the others as in the
/// parts, so that neither A_k nor Ak is A^k; and a sign that is all of an exponent or an index is no sign of
/// its own, so that A^+ has no plus. Parts that are empty stand nowhere.
struct Occurrence {
  std::size_t first = 0;
  std::size_t count = 0;
};
std::vector<Occurrence> placesOf(const QStringList& parts, const std::vector<SymbolAt>& symbols);

/// The rectangle of each, em.
std::vector<QRectF> occurrencesOf(const QStringList& parts, const std::vector<SymbolAt>& symbols);

/// Does the symbol with that index belong to an occurrence of the parts?
bool isPartOf(std::size_t index, const QStringList& parts, const std::vector<SymbolAt>& symbols);

} // namespace eigenboard::typesetting
