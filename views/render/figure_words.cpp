#include "views/render/figure_words.h"

#include "views/render/figure_type.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {

/// Sizes in px at scale 1.
struct FigureWords::TextSetting {
  double pixelSize = 14;
  QFont::Weight weight = QFont::Normal;
  int mostLines = 4;
  bool isCaption = false;
};

namespace {

using typesetting::FormulaPointer;

constexpr double formulaPixelsPerEm = 20;
constexpr double formulaPadding = 12;
constexpr int formulaSlot = -3;
constexpr int firstParameterSlot = -4;
constexpr double parameterPixelsPerEm = 17;
constexpr double sideMargin = 14;
constexpr double rowMargin = 10;
constexpr double largestShare = 0.45; ///< of the height, for all words but the formula
constexpr double smallestShrink = 0.3;

/// Fonts have whole sizes.
QFont fontOf(double pixelSize, QFont::Weight weight) {
  return figureFont(std::max(1, static_cast<int>(std::lround(pixelSize))), weight);
}

/// The text in lines no wider than width; of too many, the last kept one ends in "…".
QStringList brokenLines(const QString& text, const QFont& font, double width, int mostLines) {
  const QString oneLine = text.simplified();
  QTextLayout layout(oneLine, font);
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  layout.beginLayout();
  QStringList lines;
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(width);
    if (lines.size() + 1 == mostLines) {
      lines.append(QFontMetricsF(font).elidedText(oneLine.mid(line.textStart()), Qt::ElideRight, width));
      break;
    }
    lines.append(oneLine.mid(line.textStart(), line.textLength()).trimmed());
  }
  layout.endLayout();
  return lines;
}

QString joined(const QStringList& items) {
  return items.join(QStringLiteral(",\\quad "));
}

} // namespace

FigureWords::FigureWords(const FigureOptions& options, QSizeF canvas, const FormulaSource& formulas)
    : canvas_(canvas) {
  for (double shrink = 1; !set(options, formulas, shrink) && shrink > smallestShrink;)
    shrink *= 0.85;
}

/// False when the words take more of the height than they may.
bool FigureWords::set(const FigureOptions& options, const FormulaSource& formulas, double shrink) {
  texts_.clear();
  formulas_.clear();
  above_ = addText(options.heading, {24 * shrink, QFont::DemiBold, 2, false}, rowMargin * shrink);
  if (above_ > 0)
    above_ += rowMargin * shrink;

  double height = 0;
  if (!options.formula.isEmpty()) {
    const FormulaPointer formula = formulas(QStringLiteral("\\displaystyle ") + options.formula, formulaSlot);
    if (formula) {
      // In its usual size, or as large as fits into the width and a third of the height.
      const QSizeF size = labelSize(*formula, formulaPixelsPerEm);
      const double fit = std::min({1.0, (canvas_.width() - 2 * formulaPadding) / std::max(1.0, size.width()),
                                   canvas_.height() / 3 / std::max(1.0, size.height())});
      const double row = fit * size.height() + 2 * formulaPadding;
      addFormula(formula, formulaPixelsPerEm * fit, height, row);
      height += row;
    }
  }
  const double formulaHeight = height;
  height += addParameters(options, formulas, shrink, height);
  if (const double taken =
          addText(options.caption, {15 * shrink, QFont::Normal, 5, true}, height + 4 * shrink);
      taken > 0)
    height += taken + (rowMargin + 4) * shrink;
  below_ = height;
  // What stands below was set from 0 down, because its height was not known.
  for (TextLine& line : texts_)
    if (line.isCaption)
      line.origin.ry() += canvas_.height() - below_;
  for (FormulaLine& line : formulas_)
    line.centre.ry() += canvas_.height() - below_;
  return above_ + below_ - formulaHeight <= largestShare * canvas_.height();
}

double FigureWords::addText(const QString& text, const TextSetting& setting, double top) {
  const QFont font = fontOf(setting.pixelSize, setting.weight);
  const QFontMetricsF metrics(font);
  const double width = canvas_.width() - 2 * sideMargin;
  if (text.trimmed().isEmpty() || !(width > 0))
    return 0;
  double y = top;
  for (const QString& line : brokenLines(text, font, width, setting.mostLines)) {
    const double x = (canvas_.width() - metrics.horizontalAdvance(line)) / 2;
    texts_.push_back({line, font, QPointF(std::max(sideMargin, x), y + metrics.ascent()), setting.isCaption});
    y += std::ceil(1.2 * setting.pixelSize);
  }
  return y - top;
}

void FigureWords::addFormula(const FormulaPointer& formula, double pixelsPerEm, double top, double height) {
  formulas_.push_back({formula, QPointF(canvas_.width() / 2, top + height / 2), pixelsPerEm});
}

double FigureWords::addParameters(const FigureOptions& options, const FormulaSource& formulas, double shrink,
                                  double top) {
  const double pixelsPerEm = parameterPixelsPerEm * shrink;
  const double width = canvas_.width() - 2 * sideMargin;
  const auto widthOf = [&](const QStringList& items) {
    const FormulaPointer formula = formulas(joined(items), firstParameterSlot);
    return formula ? labelSize(*formula, pixelsPerEm).width() : 0;
  };
  std::vector<QStringList> lines;
  for (const QString& item : options.parameters) {
    if (!lines.empty() && widthOf(lines.back() + QStringList{item}) <= width)
      lines.back().append(item);
    else
      lines.push_back({item});
  }
  double height = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool isLast = i + 1 == lines.size();
    const FormulaPointer formula = formulas(joined(lines[i]) + (isLast ? QString() : QStringLiteral(",")),
                                            firstParameterSlot - static_cast<int>(i));
    if (!formula)
      continue;
    const QSizeF size = labelSize(*formula, pixelsPerEm);
    const double fit = std::min(1.0, width / std::max(1.0, size.width()));
    const double row = std::max(1.5 * pixelsPerEm, size.height() * fit + 6 * shrink);
    addFormula(formula, pixelsPerEm * fit, top + height, row);
    height += row;
  }
  return height > 0 ? height + 4 * shrink : 0;
}

void FigureWords::paint(QPainter& painter, const Theme& theme, typesetting::GlyphsAs glyphs) const {
  for (const TextLine& line : texts_) {
    painter.setFont(line.font);
    painter.setPen(line.isCaption ? theme.textMuted : theme.text);
    painter.drawText(line.origin, line.text);
  }
  for (const FormulaLine& line : formulas_)
    paintLabel(painter, line.centre, *line.formula,
               {line.pixelsPerEm, theme.text, theme.error, theme.surface, 0}, glyphs);
}

} // namespace eigenboard::render
