#include "app/code_bench/figure_view.h"

#include "views/controls/appearance.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace eigenboard::code_bench {

namespace {

constexpr QSize problemSize(320, 28);
constexpr double smallest = 0.35; ///< times its own size: below that there is nothing to read

} // namespace

FigureView::FigureView(const reader::PictureFile& figure, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), size_(figure.size), problem_(figure.problem) {
  // What was judged unfit to be shown is not even read.
  if (problem_.isEmpty() && !picture_.load(figure.file))
    problem_ = tr("The figure cannot be read.");
  shown_ = problem_.isEmpty() ? size_.toSize() : problemSize;
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setAccessibleName(problem_.isEmpty() ? tr("A figure that the code drew") : problem_);
}

void FigureView::setRoom(const QSize& room) {
  if (!problem_.isEmpty())
    return;
  const double fitting = std::min(room.width() / size_.width(), room.height() / size_.height());
  const QSize wanted = (size_ * std::clamp(fitting, smallest, 1.0)).toSize();
  if (wanted == shown_)
    return;
  shown_ = wanted;
  updateGeometry();
}

void FigureView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (!problem_.isEmpty()) {
    painter.setFont(controls::interfaceFont(controls::smallType));
    painter.setPen(theme().error);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, problem_);
    return;
  }
  painter.fillRect(rect(), Qt::white); // figures are made for white paper
  painter.setRenderHint(QPainter::Antialiasing);
  picture_.render(&painter, QRectF(rect()));
}

} // namespace eigenboard::code_bench
