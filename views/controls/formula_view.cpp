#include "views/controls/formula_view.h"

#include "views/controls/appearance.h"
#include "views/controls/formula_copies.h"
#include "views/controls/lit_names.h"
#include "views/typesetting/formula_painter.h"
#include "views/typesetting/symbol_parts.h"

#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <cmath>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;

namespace {

constexpr double pixelsPerEm = 19;
constexpr int smallestHeight = 56;
constexpr int largestHeight = 132;
constexpr int viewPadding = 6;

} // namespace

FormulaView::FormulaView(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), typesetter_(typesetter), height_(smallestHeight) {
  // One channel for each view: only its latest formula matters.
  channel_ = u"formula view %1"_s.arg(reinterpret_cast<quintptr>(this), 0, 16);
  setAccessibleName(tr("Formula"));
  setFocusPolicy(Qt::TabFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FormulaView::setFormula(const QString& tex) {
  if (tex == wanted_)
    return;
  wanted_ = tex;
  const int number = ++asked_;
  if (tex.isEmpty())
    return take(nullptr, number);
  if (auto cached = typesetter_.cached(tex, typesetting::Style::Display))
    return take(std::move(cached), number);
  typesetter_.request(
      tex, typesetting::Style::Display, this,
      [this, number](const typesetting::FormulaPointer& formula) { take(formula, number); }, channel_);
}

void FormulaView::clear() {
  wanted_.clear();
  height_ = heightFor(smallestHeight);
  updateGeometry();
  take(nullptr, ++asked_);
}

void FormulaView::take(typesetting::FormulaPointer formula, int number) {
  // One that had to be typeset may arrive after a later one that was known already.
  if (number < taken_)
    return;
  taken_ = number;
  shown_ = std::move(formula);
  symbols_ = shown_ ? typesetting::symbolsOf(*shown_) : std::vector<typesetting::SymbolAt>();
  update();
  if (!shown_)
    return;
  if (toolTip() != shown_->error)
    setToolTip(shown_->error);
  fitHeight();
}

void FormulaView::setScale(double scale) {
  scale_ = scale;
  themeChanged();
}

/// Themes may have larger type.
void FormulaView::themeChanged() {
  height_ = heightFor(smallestHeight);
  updateGeometry();
  fitHeight();
  update();
}

double FormulaView::em() const {
  return scale_ * theme().type * pixelsPerEm;
}

void FormulaView::fitHeight() {
  if (!shown_)
    return;
  const typesetting::FormulaExtent extent = typesetting::formulaExtent(*shown_, em());
  const int wanted = std::min(static_cast<int>(std::ceil(extent.height + extent.depth)) + 2 * viewPadding,
                              heightFor(largestHeight));
  if (wanted <= height_)
    return;
  height_ = wanted;
  updateGeometry();
}

void FormulaView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (hasFocus())
    drawFocusRing(painter, rect(), theme());
  const Place at = place();
  if (!(at.em > 0))
    return;
  painter.setPen(Qt::NoPen);
  painter.setBrush(mixed(theme().surface, theme().color(scene::Role::Highlight), 0.35));
  for (const QRectF& rect : litSymbols())
    painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 3, 3);
  typesetting::paintFormula(painter, at.origin, at.em, *shown_, theme().text, theme().error,
                            typesetting::GlyphsAs::Text);
}

FormulaView::Place FormulaView::place() const {
  if (!shown_)
    return {};
  const typesetting::FormulaExtent full = typesetting::formulaExtent(*shown_, em());
  const double tall = full.height + full.depth;
  const double scale = std::min({1.0, (width() - 2 * viewPadding) / std::max(full.width, 1.0),
                                 (height() - 2 * viewPadding) / std::max(tall, 1.0)});
  if (!(scale > 0))
    return {};
  const QPointF origin((width() - scale * full.width) / 2,
                       (height() - scale * tall) / 2 + scale * full.height);
  return {origin, scale * em()};
}

QRectF FormulaView::toView(const QRectF& em) const {
  const Place at = place();
  return {at.origin + at.em * em.topLeft(), at.em * em.size()};
}

void FormulaView::setSpotlight(panel::Spotlight* spotlight) {
  if (spotlight_)
    spotlight_->disconnect(this);
  spotlight_ = spotlight;
  if (spotlight)
    connect(spotlight, &panel::Spotlight::changed, this, qOverload<>(&QWidget::update));
}

std::vector<QRectF> FormulaView::litSymbols() const {
  std::vector<QRectF> rects;
  if (!spotlight_ || !shown_)
    return rects;
  for (const QString& symbol : spotlight_->lit().symbols)
    for (const QRectF& em : typesetting::occurrencesOf(typesetting::symbolParts(symbol), symbols_))
      rects.push_back(toView(em));
  return rects;
}

QRectF FormulaView::rectOf(const QString& symbol) const {
  const auto found = typesetting::occurrencesOf(typesetting::symbolParts(symbol), symbols_);
  return found.empty() ? QRectF() : toView(found.front());
}

void FormulaView::mouseMoveEvent(QMouseEvent* event) {
  const Place at = place();
  if (!spotlight_ || !(at.em > 0))
    return;
  const auto symbol = typesetting::symbolAt(*shown_, (event->position() - at.origin) / at.em);
  // Numbers, brackets and signs stand for nothing on the panel.
  const bool isName = symbol && (symbol->tex.startsWith(u'\\') || symbol->tex[0].isLetter());
  if (isName)
    spotlight_->light(this, namesOfSymbol(symbol->tex));
  else
    spotlight_->leave(this);
}

void FormulaView::leaveEvent(QEvent*) {
  if (spotlight_)
    spotlight_->leave(this);
}

void FormulaView::copy() const {
  QGuiApplication::clipboard()->setText(wanted_);
}

void FormulaView::contextMenuEvent(QContextMenuEvent* event) {
  if (!shown_)
    return;
  QMenu menu(this);
  addFormulaCopies(menu, shown_);
  menu.exec(event->globalPos());
}

void FormulaView::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy))
    copy();
  else
    QWidget::keyPressEvent(event);
}

void FormulaView::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  setAccessibleDescription(shown_ && !shown_->spoken.isEmpty() ? shown_->spoken : wanted_);
  update();
}

void FormulaView::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

} // namespace eigenboard::controls
