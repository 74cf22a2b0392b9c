#include "app/stage/problem_banner.h"

#include "views/controls/appearance.h"
#include "views/controls/icons.h"

#include <QtGui/QPainter>

namespace eigenboard::stage {

namespace {

constexpr int iconColumn = 36;
constexpr int padding = 7;

} // namespace

ProblemBanner::ProblemBanner(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setFont(controls::interfaceFont(controls::bodyType));
  setAttribute(Qt::WA_TransparentForMouseEvents); // the handle below it is what mends the problem
}

void ProblemBanner::setText(const QString& text) {
  text_ = text;
  setAccessibleName(text);
  update();
}

int ProblemBanner::heightForWidth(int width) const {
  const QRect box(0, 0, std::max(1, width - iconColumn - padding), 1000);
  return fontMetrics().boundingRect(box, Qt::TextWordWrap, text_).height() + 2 * padding;
}

void ProblemBanner::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor warning = theme().color(scene::Role::Warning);
  painter.setPen(QPen(warning, 1));
  painter.setBrush(controls::mixed(theme().surface, warning, 0.1));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
  controls::drawIcon(painter, controls::Icon::Cross, QRectF(0, 0, iconColumn, height()), warning);
  painter.setPen(theme().text);
  painter.drawText(rect().adjusted(iconColumn, padding, -padding, -padding),
                   Qt::TextWordWrap | Qt::AlignVCenter, text_);
}

} // namespace eigenboard::stage
