#include "app/stage/divider.h"
#include "app/stage/keyframe_strip.h"
#include "app/stage/picture.h"
#include "app/stage/side_column.h"
#include "app/stage/snap_button.h"
#include "app/stage/stage_header.h"
#include "app/stage/stage_widget.h"
#include "app/stage/tab_strip.h"
#include "views/controls/appearance.h"
#include "views/controls/formula_view.h"
#include "views/controls/invariant_strip.h"
#include "views/controls/playback_bar.h"
#include "views/controls/preset_bar.h"
#include "views/controls/tab_order.h"

#include <QtWidgets/QBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenboard::stage {

using controls::unit;

namespace {

constexpr double pictureShare = 0.48; ///< of the stage's height, where nobody has moved the line below it
constexpr double roomyShare = 0.56;   ///< of a stage so high that the controls have room all the same
constexpr int roomyHeight = 900;      ///< of such a stage, which has a line that tells the purpose as well
constexpr int leastPicture = 300;     ///< pixels, where nobody has moved the line
constexpr int leastBelow = 150;
constexpr int leastByHand = 180; ///< pixels that the reader's hand leaves of the picture
constexpr int leastBelowByHand = 64;
constexpr double leastSplit = 0.01; ///< 0 is a word of its own: nobody has moved the line

} // namespace

void StageWidget::buildDivider(QWidget& body) {
  divider_ = new Divider(theme(), &body);
  connect(divider_, &Divider::moved, this, [this](int pixels) {
    const double room = std::max(1, roomToShare());
    setSplit((side_->height() - pixels) / room);
    split_ = std::clamp(side_->height() / room, leastSplit, 1.0); // where it came to lie
  });
  connect(divider_, &Divider::released, this, &StageWidget::splitChanged);
  connect(divider_, &Divider::resetWanted, this, [this] {
    setSplit(0);
    emit splitChanged();
  });
}

void StageWidget::setSplit(double share) {
  split_ = share == 0 || !std::isfinite(share) ? 0 : std::clamp(share, leastSplit, 1.0);
  arrange();
  body_->activate(); // the line is under the hand at once
}

void StageWidget::orderTabs() {
  if (isBelow_)
    controls::setTabOrder(
        {strip_, header_, presets_, snap_, picture_, playback_, keyframes_, divider_, formula_, side_});
  else
    controls::setTabOrder(
        {strip_, header_, presets_, snap_, picture_, playback_, keyframes_, side_, formula_});
}

void StageWidget::arrange() {
  constexpr double share = 0.37; // of the width, for a column beside the picture
  constexpr int perView = 280;   // pixels beside a column, for each view and once more
  const int column = std::clamp(static_cast<int>(share * width()), SideColumn::narrowest, SideColumn::widest);
  const int views = static_cast<int>(viewCount_);
  const bool wasBelow = std::exchange(isBelow_, width() - column < (views + 1) * perView);
  body_->setDirection(isBelow_ ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  body_->setSpacing(isBelow_ ? 0 : 2 * unit);
  divider_->setVisible(isBelow_);
  header_->setCompact(isBelow_ && height() < roomyHeight);
  if (isBelow_) {
    const int below = heightBelow();
    side_->setBelow(below, {formula_}, {invariants_});
    divider_->setShare(below / static_cast<double>(std::max(1, roomToShare())));
  } else {
    side_->setBeside(column);
    if (wasBelow)
      for (QWidget* words : {static_cast<QWidget*>(invariants_), static_cast<QWidget*>(formula_)})
        column_->insertWidget(column_->indexOf(body_->parentWidget()) + 1, words);
  }
  if (wasBelow != isBelow_)
    orderTabs();
}

int StageWidget::heightOfStrips() const {
  int height = 0;
  if (!playback_->isHidden())
    height += playback_->sizeHint().height() + unit / 2;
  if (!keyframes_->isHidden())
    height += keyframes_->sizeHint().height() + unit / 2;
  return height;
}

/// The height that the picture has together with what lies below it.
int StageWidget::roomToShare() const {
  int rest = height() - column_->contentsMargins().top() - column_->contentsMargins().bottom();
  for (int i = 0; i < column_->count(); ++i) {
    const QLayoutItem& item = *column_->itemAt(i);
    const bool isOther =
        item.widget() != body_->parentWidget() && item.widget() != formula_ && item.widget() != invariants_;
    if (isOther && !item.isEmpty())
      rest -= item.sizeHint().height() + column_->spacing();
  }
  return rest - Divider::height - heightOfStrips();
}

/// As the reader has set it; otherwise the picture has about half of the height of the stage, and what lies
/// below it enough to be used.
int StageWidget::heightBelow() const {
  const int rest = roomToShare();
  if (split_ != 0) {
    // Where there is not room for both, the controls keep a third: without them the line could not be found
    // again.
    const int least = std::max(0, std::min(leastBelowByHand, rest / 3));
    const int most = std::max(least, rest - leastByHand);
    return std::clamp(static_cast<int>(std::lround(split_ * rest)), least, most);
  }
  const double share =
      height() < roomyHeight ? pictureShare * (height() - heightOfStrips()) : roomyShare * height();
  const int wanted = std::min(static_cast<int>(std::ceil(share)), rest - leastBelow);
  return std::max(0, rest - std::max(wanted, std::min(leastPicture, 2 * rest / 3)));
}

} // namespace eigenboard::stage
