#include "app/code_bench/figure_view.h"

#include "views/controls/appearance.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace eigenboard::code_bench {

namespace {

constexpr double largest = 2; ///< times its own size
constexpr int problemHeight = 28;

} // namespace

FigureView::FigureView(const reader::PictureFile& figure, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), size_(figure.size), problem_(figure.problem) {
  // What was judged unfit to be shown is not even read.
  if (problem_.isEmpty() && !picture_.load(figure.file))
    problem_ = tr("The figure cannot be read.");
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  setAccessibleName(problem_.isEmpty() ? tr("A figure that the code drew") : problem_);
}

QSizeF FigureView::shownSize(double width) const {
  return size_ * std::min(largest, width / size_.width());
}

QSize FigureView::sizeHint() const {
  return problem_.isEmpty() ? size_.toSize() : QSize(200, problemHeight);
}

int FigureView::heightForWidth(int width) const {
  return problem_.isEmpty() ? static_cast<int>(std::ceil(shownSize(width).height())) : problemHeight;
}

void FigureView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (!problem_.isEmpty()) {
    painter.setFont(controls::interfaceFont(controls::smallType));
    painter.setPen(theme().error);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, problem_);
    return;
  }
  const QRectF area({0, 0}, shownSize(width()));
  painter.fillRect(area, Qt::white); // figures are made for white paper
  painter.setRenderHint(QPainter::Antialiasing);
  picture_.render(&painter, area);
}

} // namespace eigenboard::code_bench
