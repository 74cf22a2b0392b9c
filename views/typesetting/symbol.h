#pragma once

#include "views/typesetting/formula.h"

#include <QtCore/QPointF>
#include <QtCore/QRectF>

namespace eigenboard::typesetting {

/// A symbol of a formula, spelled as canonicalSymbol() spells it, and where it stands: em, y down, relative
/// to the formula's baseline at its left edge. The rectangle holds the ink and the pen's way across it.
struct SymbolAt {
  QString tex;
  QRectF rect;
  /// Where it stands: empty on the line, "_" in an index, "^" in an exponent, "_^" in the exponent of an
  /// index.
  QString script{};
};

/// The symbols in the order they are painted: letters, numbers, relations, big operators, brackets; the name
/// of an operator (\log, \operatorname{rank}) and an accented symbol (\hat{y}) each as one. Words of \text,
/// roots and fraction bars are none. About 1 µs a glyph.
std::vector<SymbolAt> symbolsOf(const Formula& formula);

/// The index of the symbol at a place, or of the nearest one that is at most 0.2 em away, among those whose
/// middle lies between left and right (of a row of a broken formula); −1: there is none.
int symbolNear(const std::vector<SymbolAt>& symbols, QPointF em, double left, double right);

/// The symbol at a place, or the nearest one that is at most 0.2 em away.
std::optional<SymbolAt> symbolAt(const Formula& formula, QPointF em);

/// One spelling for all that draw the same symbol: \mathbf{v} for {\bf v} and \mathbf v, \le for \leq,
/// \vec{v} for \vec v, \boldsymbol{\mu} for \bm\mu. Other TeX comes back with each of its symbols so spelled
/// and no needless spaces or braces, so that x_{i} is x_i. Never fails: what it cannot read it leaves.
QString canonicalSymbol(const QString& tex);

} // namespace eigenboard::typesetting
