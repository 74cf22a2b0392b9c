#include "app/window/columns.h"

#include "views/controls/appearance.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QSplitter>

#include <algorithm>

namespace eigenboard::window {

namespace {

// Beside a side panel of 260 px, a text of its full measure and a stage with room for its controls.
constexpr int leastForThree = 1440;
// A text of about 60 characters beside the narrowest stage.
constexpr int leastForTwo = 1000;
constexpr int drawerWidth = 320;

class Shade : public QWidget, public controls::Themed {
 public:
  Shade(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {}

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, theme().dark ? 110 : 46));
  }
};

} // namespace

Columns::Columns(QWidget* side, QWidget* text, QWidget* stage, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), side_(side), text_(text), stage_(stage) {
  splitter_ = new QSplitter(Qt::Horizontal, this);
  splitter_->setHandleWidth(1);
  splitter_->addWidget(text);
  splitter_->addWidget(stage);
  splitter_->setChildrenCollapsible(false);
  splitter_->setStretchFactor(0, 1);
  splitter_->setStretchFactor(1, 1);
  connect(splitter_, &QSplitter::splitterMoved, this, [this] {
    const QList<int> now = splitter_->sizes();
    if (now.size() == 3)
      sideWidth_ = now.front();
    if (!isSingle())
      pair_ = now.last(2);
    emit changed();
  });
  shade_ = new Shade(theme, this);
  shade_->hide();
  shade_->installEventFilter(this);
  side_->setParent(this);
  side_->installEventFilter(this);
  setMinimumSize(480, 420);
  themeChanged();
  arrange();
}

bool Columns::isDrawer() const {
  return width() < leastForThree;
}

bool Columns::isSingle() const {
  return width() < leastForTwo;
}

void Columns::setSideShown(bool shown) {
  if (shown == isSideShown_)
    return;
  isSideShown_ = shown;
  arrange();
  emit changed();
}

void Columns::showStage(bool stage) {
  if (stage == showsStage_)
    return;
  showsStage_ = stage;
  arrange();
  if (isSingle())
    (stage ? stage_ : text_)->setFocus(Qt::OtherFocusReason);
  emit changed();
}

QList<int> Columns::sizes() const {
  return QList<int>{sideWidth_} + pair_;
}

void Columns::setSizes(const QList<int>& sizes) {
  constexpr int least = 200;
  constexpr int most = 8000;
  if (sizes.size() != 3)
    return;
  sideWidth_ = std::clamp(sizes[0], least, 600);
  pair_ = {std::clamp(sizes[1], least, most), std::clamp(sizes[2], least, most)};
  arrange();
}

void Columns::arrange() {
  const bool single = isSingle();
  const bool docked = isSideShown_ && !isDrawer();
  const bool drawn = isSideShown_ && isDrawer();
  if (docked && splitter_->indexOf(side_) < 0)
    splitter_->insertWidget(0, side_);
  if (!docked && splitter_->indexOf(side_) >= 0)
    side_->setParent(this);
  splitter_->setGeometry(rect());
  text_->setVisible(!single || !showsStage_);
  stage_->setVisible(!single || showsStage_);
  side_->setVisible(docked || drawn);
  if (docked)
    splitter_->setSizes(QList<int>{sideWidth_, pair_[0] - sideWidth_ / 2, pair_[1] - sideWidth_ / 2});
  else if (!single)
    splitter_->setSizes(pair_);
  shade_->setVisible(drawn);
  if (drawn) {
    side_->setGeometry(0, 0, std::min(drawerWidth, width() - 60), height());
    shade_->setGeometry(side_->width(), 0, width() - side_->width(), height());
    shade_->raise();
    side_->raise();
  }
}

void Columns::resizeEvent(QResizeEvent* event) {
  const bool wasSingle = event->oldSize().width() < leastForTwo;
  const bool wasDrawer = event->oldSize().width() < leastForThree;
  QWidget::resizeEvent(event);
  // A splitter that only grows keeps its own proportions.
  if (wasSingle != isSingle() || wasDrawer != isDrawer() || isDrawer())
    arrange();
  splitter_->setGeometry(rect());
  if (wasSingle != isSingle() || wasDrawer != isDrawer())
    emit changed();
}

bool Columns::eventFilter(QObject* watched, QEvent* event) {
  if (watched == shade_ && event->type() == QEvent::MouseButtonPress) {
    setSideShown(false);
    return true;
  }
  if (watched == side_ && event->type() == QEvent::KeyPress && isDrawer() &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    setSideShown(false);
    text_->setFocus();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void Columns::themeChanged() {
  splitter_->setStyleSheet(QStringLiteral("QSplitter::handle{background:%1}").arg(theme().rule.name()));
}

} // namespace eigenboard::window
