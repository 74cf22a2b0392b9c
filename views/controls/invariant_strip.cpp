#include "views/controls/invariant_strip.h"

#include "views/controls/appearance.h"
#include "views/controls/icons.h"
#include "views/render/text_color.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;

namespace {

constexpr double formulaType = 15; ///< as the symbols of the readouts
constexpr double lineHeight = 26;
constexpr double markSide = 16;
constexpr double inset = 6; ///< of the frame round one that does not hold
constexpr double between = 12;
constexpr double baselineBelowMiddle = 4.5;

} // namespace

InvariantStrip::InvariantStrip(typesetting::Typesetter& typesetter, const render::Theme& theme,
                               QWidget* parent)
    : QWidget(parent), Themed(theme), labels_(new TexLabels(typesetter, formulaType, this)) {
  setAccessibleName(tr("Identities"));
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(labels_, &TexLabels::arrived, this, [this] {
    boxes_ = boxesFor(width());
    updateGeometry();
    update();
  });
}

void InvariantStrip::setInvariants(const std::vector<panel::Invariant>& invariants) {
  const bool isSame = std::equal(invariants.begin(), invariants.end(), invariants_.begin(), invariants_.end(),
                                 [](const panel::Invariant& first, const panel::Invariant& second) {
                                   return first.key == second.key && first.statement == second.statement;
                                 });
  const bool isSameVerdict = isSame && std::equal(invariants.begin(), invariants.end(), invariants_.begin(),
                                                  [](const auto& first, const auto& second) {
                                                    return first.holds() == second.holds();
                                                  });
  invariants_ = invariants;
  if (isSameVerdict)
    return;
  const auto broken =
      std::count_if(invariants_.begin(), invariants_.end(), [](const auto& i) { return !i.holds(); });
  setAccessibleDescription(broken == 0 ? tr("All %n hold", nullptr, static_cast<int>(invariants_.size()))
                                       : tr("%n do not hold", nullptr, static_cast<int>(broken)));
  if (!isSame) {
    boxes_ = boxesFor(width());
    updateGeometry();
  }
  update();
}

bool InvariantStrip::showsHolding(const QString& key) const {
  return std::any_of(invariants_.begin(), invariants_.end(), [&key](const panel::Invariant& invariant) {
    return invariant.key == key && invariant.holds();
  });
}

std::vector<QRectF> InvariantStrip::boxesFor(int width) const {
  std::vector<QRectF> boxes;
  double x = 0;
  double y = 0;
  for (const panel::Invariant& invariant : invariants_) {
    const double wide = 2 * inset + markSide + 4 + std::ceil(labels_->extent(invariant.statement).width);
    if (x > 0 && x + wide > width / scale_) {
      x = 0;
      y += lineHeight;
    }
    boxes.emplace_back(x, y, wide, lineHeight);
    x += wide + between;
  }
  return boxes;
}

QSize InvariantStrip::sizeHint() const {
  const int wide = std::max(width(), 200);
  return {wide, heightForWidth(wide)};
}

int InvariantStrip::heightForWidth(int width) const {
  const std::vector<QRectF> boxes = boxesFor(width);
  return boxes.empty() ? 0 : static_cast<int>(std::ceil(scale_ * boxes.back().bottom()));
}

void InvariantStrip::setScale(double scale) {
  scale_ = scale;
  boxes_ = boxesFor(width());
  updateGeometry();
  update();
}

void InvariantStrip::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  boxes_ = boxesFor(width());
}

void InvariantStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.scale(scale_, scale_);
  for (std::size_t i = 0; i < boxes_.size(); ++i) {
    const panel::Invariant& invariant = invariants_[i];
    const QRectF& box = boxes_[i];
    const bool holds = invariant.holds();
    const QColor color = render::textColor(theme(), holds ? scene::Role::Positive : scene::Role::Warning);
    if (!holds) { // the cross and the frame tell it without the colour
      painter.setRenderHint(QPainter::Antialiasing);
      painter.setPen(QPen(color, 1.5));
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4);
    }
    const double left = box.left() + inset;
    drawIcon(painter, holds ? Icon::Check : Icon::Cross, QRectF(left, box.top(), markSide, lineHeight),
             color);
    labels_->paint(painter, {left + markSide + 4, box.center().y() + baselineBelowMiddle},
                   invariant.statement, theme().text, theme().error);
  }
}

bool InvariantStrip::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip)
    return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  for (std::size_t i = 0; i < boxes_.size(); ++i) {
    if (!boxes_[i].contains(QPointF(help->pos()) / scale_))
      continue;
    const panel::Invariant& invariant = invariants_[i];
    const QString verdict = invariant.holds() ? tr("Holds") : tr("Does not hold");
    QToolTip::showText(help->globalPos(),
                       u"%1<br>"_s.arg(invariant.meaning.toHtmlEscaped()) +
                           tr("%1: off by %2, allowed %3")
                               .arg(verdict)
                               .arg(invariant.error, 0, 'g', 2)
                               .arg(invariant.tolerance, 0, 'g', 2),
                       this, QRectF(boxes_[i].topLeft() * scale_, boxes_[i].size() * scale_).toRect());
    return true;
  }
  QToolTip::hideText();
  return true;
}

} // namespace eigenboard::controls
