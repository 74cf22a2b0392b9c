#pragma once

#include "views/typesetting/formula.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>

struct ListedFormula {
  QString tex;
  eigenboard::typesetting::Style style = eigenboard::typesetting::Style::Inline;
  QString source; ///< file and line
};

/// The formulas of a list like formulas.txt.
QList<ListedFormula> readFormulaList(const QString& path);

/// Every $...$ and $$...$$ of the Markdown files below the directory, outside code, each only once.
QList<ListedFormula> readBookFormulas(const QString& directory);
