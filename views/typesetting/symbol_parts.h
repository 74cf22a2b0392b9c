#pragma once

#include "views/typesetting/symbol.h"

#include <QtCore/QStringList>

namespace eigenboard::typesetting {

/// The symbols that TeX in the spelling of canonicalSymbol() is made of, each as symbolsOf() would give it:
/// \lambda and 1 of \lambda_1. What groups, places or spaces is none.
QStringList symbolParts(const QString& canonical);

/// The places in a formula where these parts stand side by side, in whatever order a formula paints its
/// indices and exponents: the rectangle of each, em. Parts that are empty stand nowhere.
std::vector<QRectF> occurrencesOf(const QStringList& parts, const std::vector<SymbolAt>& symbols);

/// Does the symbol with that index belong to an occurrence of the parts?
bool isPartOf(std::size_t index, const QStringList& parts, const std::vector<SymbolAt>& symbols);

} // namespace eigenboard::typesetting
