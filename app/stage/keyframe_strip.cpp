#include "app/stage/keyframe_strip.h"

#include "views/controls/appearance.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <functional>
#include <utility>

namespace eigenboard::stage {

using controls::Button;
using controls::Icon;
using controls::unit;

namespace {

constexpr int betweenCards = 2;
constexpr int scrollBarHeight = 9;
constexpr int gapWidth = 3;

/// Shows between which cards a dragged one would come to lie.
class Gap : public QWidget, public controls::Themed {
 public:
  Gap(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
  }

 protected:
  void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), theme().link); }
};

} // namespace

KeyframeStrip::KeyframeStrip(const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), pictures_(KeyframeCard::picture) {
  setAccessibleName(tr("Marked states"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  play_ = new Button(theme, Icon::Play, {}, {}, this);
  more_ = new Button(theme, Icon::More, {}, tr("More: mark, save, remove all"), this);
  menu_ = new QMenu(this);
  menu_->addAction(tr("Mark this state"), this, &KeyframeStrip::markWanted)->setShortcut(Qt::Key_K);
  menu_->addAction(tr("Save as keyframes.json…"), this, &KeyframeStrip::saveWanted);
  menu_->addSeparator();
  menu_->addAction(tr("Remove all"), this, [this] { emit changeWanted({}, tr("Remove the marked states")); });
  for (QAction* action : menu_->actions())
    action->setShortcutContext(Qt::WidgetShortcut); // shown here, dealt with by the stage
  room_ = new QWidget;
  row_ = new QHBoxLayout(room_);
  row_->setContentsMargins(0, 0, 0, 0);
  row_->setSpacing(betweenCards);
  row_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  gap_ = new Gap(theme, room_);
  area_ = new QScrollArea;
  area_->setWidgetResizable(true);
  area_->setFrameShape(QFrame::NoFrame);
  area_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area_->setFocusPolicy(Qt::NoFocus);
  area_->setWidget(room_);
  area_->viewport()->setAutoFillBackground(false);
  room_->setAutoFillBackground(false); // the scroll area has just turned it on
  auto* buttons = new QVBoxLayout;
  buttons->setSpacing(2);
  buttons->addWidget(play_);
  buttons->addWidget(more_);
  buttons->addStretch(1);
  auto* all = new QHBoxLayout(this);
  all->setContentsMargins(0, unit / 2 + 1, 0, 0);
  all->setSpacing(unit / 2);
  all->addLayout(buttons);
  all->addWidget(area_, 1);
  connect(play_, &Button::clicked, this, &KeyframeStrip::playWanted);
  connect(more_, &Button::clicked, this,
          [this] { menu_->popup(more_->mapToGlobal(QPoint(0, more_->height()))); });
  connect(&pictures_, &KeyframePictures::arrived, this, &KeyframeStrip::showPictures);
  setPlaying(false);
  hide();
}

QSize KeyframeStrip::sizeHint() const {
  return {200, KeyframeCard::whole.height() + scrollBarHeight + unit / 2 + 1};
}

void KeyframeStrip::paintEvent(QPaintEvent*) {
  QPainter(this).fillRect(QRect(0, 0, width(), 1), theme().rule);
}

KeyframeCard* KeyframeStrip::addCard() {
  auto* card = new KeyframeCard(theme(), room_);
  row_->addWidget(card);
  connect(card, &KeyframeCard::goWanted, this, [this, card] {
    chooseTabStop(indexOf(card));
    emit goWanted(indexOf(card));
  });
  connect(card, &KeyframeCard::renamed, this, [this, card](const QString& label) {
    emit changeWanted(renamed(keyframes_, indexOf(card), label), tr("Rename a marked state"));
  });
  connect(card, &KeyframeCard::timed, this, [this, card](int milliseconds) {
    emit changeWanted(timed(keyframes_, indexOf(card), milliseconds), tr("Change a duration"));
  });
  connect(card, &KeyframeCard::refused, this, &KeyframeStrip::refused);
  connect(card, &KeyframeCard::keyPressed, this,
          [this, card](QKeyEvent* event) { key(indexOf(card), event); });
  connect(card, &KeyframeCard::menuWanted, this,
          [this, card](QPoint global) { openMenu(indexOf(card), global); });
  connect(card, &KeyframeCard::dragMoved, this, [this](QPoint global) {
    dropPlace_ = placeAt(global);
    const QPoint here = area_->viewport()->mapFromGlobal(global);
    area_->ensureVisible(
        room_->mapFromGlobal(global).x(), 0,
        here.x() < 0 || here.x() > area_->viewport()->width() ? KeyframeCard::whole.width() : 0, 0);
    const int step = KeyframeCard::whole.width() + betweenCards;
    gap_->setGeometry(std::max(0, dropPlace_ * step - (betweenCards + gapWidth) / 2), 0, gapWidth,
                      KeyframeCard::whole.height());
    gap_->show();
    gap_->raise();
  });
  connect(card, &KeyframeCard::dragEnded, this, [this, card](bool isDropped) {
    gap_->hide();
    const int from = indexOf(card);
    if (isDropped)
      move(from, dropPlace_ > from ? dropPlace_ - 1 : dropPlace_);
  });
  return card;
}

int KeyframeStrip::indexOf(const KeyframeCard* card) const {
  return static_cast<int>(std::find(cards_.begin(), cards_.end(), card) - cards_.begin());
}

/// The card before which something at this place would be put.
int KeyframeStrip::placeAt(QPoint global) const {
  const int step = KeyframeCard::whole.width() + betweenCards;
  const int x = room_->mapFromGlobal(global).x();
  return std::clamp((x + step / 2) / step, 0, static_cast<int>(cards_.size()));
}

void KeyframeStrip::setKeyframes(const panel::Panel& panel, const Keyframes& keyframes) {
  if (std::exchange(panel_, &panel) != &panel)
    pictures_.forgetAsked();
  const bool hadKeyboard =
      std::any_of(cards_.begin(), cards_.end(), [](const KeyframeCard* card) { return card->hasFocus(); });
  const bool isLonger = keyframes.size() > keyframes_.size();
  keyframes_ = keyframes;
  const int count = static_cast<int>(keyframes.size());
  while (cards_.size() > keyframes.size()) {
    cards_.back()->hide();
    cards_.back()->deleteLater(); // it may be in the middle of its event
    cards_.pop_back();
  }
  while (cards_.size() < keyframes.size())
    cards_.push_back(addCard());
  for (int i = 0; i < count; ++i)
    card(i)->setKeyframe(keyframes_[static_cast<std::size_t>(i)], i + 1, count);
  play_->setEnabled(count > 0);
  play_->setToolTip(tr("Play the marked states in their order"));
  play_->setAccessibleName(play_->toolTip());
  setVisible(count > 0);
  setState(state_);
  showPictures();
  const int focus = std::exchange(wantedFocus_, -1);
  chooseTabStop(tabStop_);
  if (count == 0 && hadKeyboard)
    emit emptied();
  else if (focus >= 0)
    focusCard(focus);
  if (isLonger) // the room is as long as its cards only after this
    QTimer::singleShot(0, this, [this] {
      if (!cards_.empty())
        area_->ensureWidgetVisible(cards_.back(), 0, 0);
    });
}

void KeyframeStrip::setState(const panel::State& state) {
  state_ = state;
  for (std::size_t i = 0; i < cards_.size(); ++i)
    cards_[i]->setPresent(keyframes_[i].state.values == state.values &&
                          keyframes_[i].state.steps == state.steps);
}

void KeyframeStrip::setPlaying(bool isPlaying) {
  play_->setIcon(isPlaying ? Icon::Pause : Icon::Play);
}

void KeyframeStrip::showPictures() {
  for (std::size_t i = 0; i < cards_.size(); ++i)
    cards_[i]->setImage(pictures_.image(*panel_, keyframes_[i].state, theme(), devicePixelRatioF()));
}

void KeyframeStrip::themeChanged() {
  if (panel_)
    showPictures();
}

/// Tab comes to one card of the strip, the arrow keys go on from there.
void KeyframeStrip::chooseTabStop(int index) {
  tabStop_ = std::clamp(index, 0, std::max(0, static_cast<int>(cards_.size()) - 1));
  for (std::size_t i = 0; i < cards_.size(); ++i)
    cards_[i]->setFocusPolicy(static_cast<int>(i) == tabStop_ ? Qt::StrongFocus : Qt::ClickFocus);
}

void KeyframeStrip::focusCard(int index) {
  if (cards_.empty())
    return;
  chooseTabStop(index);
  card(tabStop_)->setFocus(Qt::OtherFocusReason);
  area_->ensureWidgetVisible(card(tabStop_), 0, 0);
}

void KeyframeStrip::move(int index, int to) {
  wantedFocus_ = std::clamp(to, 0, static_cast<int>(cards_.size()) - 1);
  emit changeWanted(moved(keyframes_, index, wantedFocus_), tr("Move a marked state"));
  wantedFocus_ = -1;
}

void KeyframeStrip::remove(int index) {
  wantedFocus_ = std::min(index, static_cast<int>(cards_.size()) - 2);
  emit changeWanted(removed(keyframes_, index), tr("Remove a marked state"));
  wantedFocus_ = -1;
}

void KeyframeStrip::replace(int index) {
  emit changeWanted(replaced(keyframes_, index, state_), tr("Replace a marked state"));
}

void KeyframeStrip::key(int index, QKeyEvent* event) {
  const bool isAlt = event->modifiers() == Qt::AltModifier;
  if (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier && !isAlt)
    return;
  const int direction = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
  event->accept();
  if (direction != 0 && isAlt)
    return move(index, index + direction);
  if (direction != 0)
    return focusCard(index + direction);
  switch (isAlt ? Qt::Key_unknown : event->key()) {
  case Qt::Key_Home:
    return focusCard(0);
  case Qt::Key_End:
    return focusCard(static_cast<int>(cards_.size()) - 1);
  case Qt::Key_Return:
  case Qt::Key_Enter:
    return emit goWanted(index);
  case Qt::Key_F2:
    return card(index)->edit(KeyframeCard::Part::Label);
  case Qt::Key_D:
    return card(index)->edit(KeyframeCard::Part::Duration);
  case Qt::Key_R:
    return replace(index);
  case Qt::Key_Delete:
    return remove(index);
  default:
    event->ignore();
  }
}

void KeyframeStrip::endEditing() {
  for (KeyframeCard* card : cards_)
    card->endEditing();
}

void KeyframeStrip::openMenu(int index, QPoint global) {
  const int last = static_cast<int>(cards_.size()) - 1;
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [menu](const QString& words, const QKeySequence& keys, const std::function<void()>& run) {
    QAction* action = menu->addAction(words, menu, run);
    action->setShortcut(keys); // shown; the card deals with them
    action->setShortcutContext(Qt::WidgetShortcut);
    return action;
  };
  // While the menu is open another window may take the card away.
  const auto here = [this,
                     chosen = QPointer<KeyframeCard>(card(index))](const std::function<void(int)>& run) {
    return [this, chosen, run] {
      if (const int at = indexOf(chosen); chosen && at < static_cast<int>(cards_.size()))
        run(at);
    };
  };
  add(tr("Go there"), Qt::Key_Return, here([this](int at) { emit goWanted(at); }));
  add(tr("Rename"), Qt::Key_F2, here([this](int at) { card(at)->edit(KeyframeCard::Part::Label); }));
  add(tr("Duration"), Qt::Key_D, here([this](int at) { card(at)->edit(KeyframeCard::Part::Duration); }));
  add(tr("Replace by the present state"), Qt::Key_R, here([this](int at) { replace(at); }))
      ->setEnabled(!card(index)->isPresent());
  menu->addSeparator();
  add(tr("Move to the left"), Qt::ALT | Qt::Key_Left, here([this](int at) { move(at, at - 1); }))
      ->setEnabled(index > 0);
  add(tr("Move to the right"), Qt::ALT | Qt::Key_Right, here([this](int at) { move(at, at + 1); }))
      ->setEnabled(index < last);
  menu->addSeparator();
  add(tr("Remove"), Qt::Key_Delete, here([this](int at) { remove(at); }));
  menu->popup(global);
}

} // namespace eigenboard::stage
