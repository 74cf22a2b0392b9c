#include "views/controls/symbol_label.h"

#include "views/controls/appearance.h"

#include <QtGui/QPainter>

#include <cmath>

namespace eigenboard::controls {

namespace {

constexpr double symbolType = 16; ///< pixels per em: the x-height of KaTeX's face beside Inter at 13
constexpr double symbolBaseline = 4.5;

} // namespace

SymbolLabel::SymbolLabel(const QString& tex, const QString& words, typesetting::Typesetter& typesetter,
                         const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), tex_(tex), words_(words),
      labels_(new TexLabels(typesetter, symbolType, this)) {
  setFont(interfaceFont(bodyType));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setToolTip(words);
  connect(labels_, &TexLabels::arrived, this, [this] {
    updateGeometry();
    update();
  });
}

QSize SymbolLabel::sizeHint() const {
  const double width = tex_.isEmpty() ? fontMetrics().horizontalAdvance(words_) : labels_->extent(tex_).width;
  return {static_cast<int>(std::ceil(width)) + 1, rowHeight};
}

void SymbolLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (tex_.isEmpty()) {
    painter.setPen(theme().text);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(words_, Qt::ElideRight, width()));
    return;
  }
  labels_->paint(painter, {0, height() / 2.0 + symbolBaseline}, tex_, theme().text, theme().error);
}

} // namespace eigenboard::controls
