#include "app/stage/keyframe_card.h"

#include "views/controls/appearance.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyle>

#include <utility>

namespace eigenboard::stage {

namespace {

constexpr int cardMargin = (KeyframeCard::whole.width() - KeyframeCard::picture.width()) / 2;
constexpr int captionTop = cardMargin + KeyframeCard::picture.height() + 1;
constexpr int captionHeight = 18;
constexpr int captionType = 11;

} // namespace

KeyframeCard::KeyframeCard(const render::Theme& theme, QWidget* parent)
    : QAbstractButton(parent), Themed(theme) {
  setFixedSize(whole);
  setFont(controls::interfaceFont(captionType));
  setFocusPolicy(Qt::ClickFocus);
  setCursor(Qt::PointingHandCursor);
  connect(this, &QAbstractButton::clicked, this, &KeyframeCard::goWanted);
}

void KeyframeCard::setKeyframe(const Keyframe& keyframe, int number, int count) {
  label_ = keyframe.label;
  milliseconds_ = keyframe.milliseconds;
  number_ = number;
  setAccessibleName(tr("Marked state %1 of %2: %3").arg(number).arg(count).arg(label_));
  const QString duration = durationText(milliseconds_);
  setAccessibleDescription(tr("shown for %1").arg(duration));
  setToolTip(tr("%1, shown for %2\nClick or Enter: go there\nF2: rename   D: duration   R: replace\n"
                "Alt and arrows, or a drag: reorder\nDelete: remove")
                 .arg(label_, duration));
  update();
}

void KeyframeCard::setImage(const QImage& image) {
  image_ = image;
  update();
}

void KeyframeCard::setPresent(bool isPresent) {
  if (std::exchange(isPresent_, isPresent) != isPresent)
    update();
}

QRect KeyframeCard::durationBox() const {
  const int width = fontMetrics().horizontalAdvance(durationText(milliseconds_));
  return {this->width() - cardMargin - width, captionTop, width, captionHeight};
}

void KeyframeCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF shape = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  QColor fill = controls::buttonFill(theme(), underMouse(), isDown());
  if (isPresent_ || isDragged_)
    fill = controls::mixed(theme().surface, theme().link, underMouse() ? 0.16 : 0.12);
  if (fill.alpha() > 0) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(shape, 5, 5);
  }
  const QRect box(QPoint(cardMargin, cardMargin), picture);
  QPainterPath frame;
  frame.addRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  painter.save();
  painter.setClipPath(frame);
  painter.fillRect(box, theme().surface);
  if (!image_.isNull())
    painter.drawImage(box.topLeft(), image_);
  painter.restore();
  painter.setBrush(Qt::NoBrush);
  painter.setPen(isPresent_ ? QPen(theme().link, 1.5)
                            : QPen(theme().highContrast ? theme().text : theme().rule, 1));
  painter.drawPath(frame);

  const QString number = QString::number(number_);
  const QRect chip(box.left() + 3, box.top() + 3, fontMetrics().horizontalAdvance(number) + 7, 14);
  QColor ground = theme().surface;
  ground.setAlphaF(0.88F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ground);
  painter.drawRoundedRect(chip, 3, 3);
  painter.setPen(isPresent_ ? theme().link : theme().textMuted);
  painter.drawText(chip, Qt::AlignCenter, number);

  const QRect duration = durationBox();
  painter.drawText(duration, Qt::AlignVCenter | Qt::AlignRight, durationText(milliseconds_));
  painter.setPen(isPresent_ ? theme().link : theme().text);
  const QRect words(cardMargin + 1, captionTop, duration.left() - cardMargin - 6, captionHeight);
  painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                   fontMetrics().elidedText(label_, Qt::ElideRight, words.width()));
  if (hasFocus())
    controls::drawFocusRing(painter, rect(), theme());
}

void KeyframeCard::mousePressEvent(QMouseEvent* event) {
  press_ = event->position().toPoint();
  QAbstractButton::mousePressEvent(event);
}

void KeyframeCard::mouseMoveEvent(QMouseEvent* event) {
  const bool isHeld = event->buttons() & Qt::LeftButton;
  const QPoint way = event->position().toPoint() - press_;
  if (isHeld && !isDragged_ && way.manhattanLength() >= QApplication::startDragDistance()) {
    isDragged_ = true;
    setDown(false);
    setCursor(Qt::ClosedHandCursor);
    update();
  }
  if (isDragged_)
    emit dragMoved(event->globalPosition().toPoint());
  else
    QAbstractButton::mouseMoveEvent(event);
}

void KeyframeCard::mouseReleaseEvent(QMouseEvent* event) {
  if (!std::exchange(isDragged_, false))
    return QAbstractButton::mouseReleaseEvent(event);
  setDown(false);
  setCursor(Qt::PointingHandCursor);
  update();
  emit dragEnded(true);
}

void KeyframeCard::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->position().y() < captionTop)
    return QAbstractButton::mouseDoubleClickEvent(event);
  edit(durationBox().adjusted(-4, 0, 4, 0).contains(event->position().toPoint()) ? Part::Duration
                                                                                 : Part::Label);
}

void KeyframeCard::keyPressEvent(QKeyEvent* event) {
  event->ignore();
  if (isDragged_ && event->key() == Qt::Key_Escape) {
    isDragged_ = false;
    setCursor(Qt::PointingHandCursor);
    update();
    emit dragEnded(false);
    event->accept();
    return;
  }
  emit keyPressed(event);
  if (!event->isAccepted())
    QAbstractButton::keyPressEvent(event);
}

void KeyframeCard::contextMenuEvent(QContextMenuEvent* event) {
  emit menuWanted(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(QPoint(cardMargin, captionTop))
                                                                 : event->globalPos());
}

void KeyframeCard::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  update();
}

void KeyframeCard::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  update();
}

void KeyframeCard::edit(Part part) {
  closeEditor();
  part_ = part;
  editor_ = new QLineEdit(part == Part::Label ? label_ : durationText(milliseconds_), this);
  editor_->setFont(font());
  editor_->setTextMargins(-4, -3, -4, -3);
  editor_->setMaxLength(static_cast<int>(longestLabel));
  editor_->setAccessibleName(part == Part::Label
                                 ? tr("Label of marked state %1").arg(number_)
                                 : tr("Seconds for which marked state %1 is shown").arg(number_));
  editor_->setGeometry(1, captionTop - 1, width() - 2, captionHeight + 3);
  editor_->installEventFilter(this);
  connect(editor_, &QLineEdit::textEdited, this, [this] {
    editor_->setProperty("refused", false);
    editor_->style()->polish(editor_);
  });
  editor_->selectAll();
  editor_->show();
  editor_->setFocus(Qt::OtherFocusReason);
}

bool KeyframeCard::commit() {
  const QString text = editor_->text();
  if (part_ == Part::Label) {
    if (!text.simplified().isEmpty() && text != label_)
      emit renamed(text);
    return true;
  }
  const Duration duration = durationFromText(text);
  if (!duration.error.isEmpty()) {
    editor_->setProperty("refused", true);
    editor_->style()->polish(editor_);
    emit refused(duration.error);
    return false;
  }
  emit timed(duration.milliseconds);
  return true;
}

void KeyframeCard::endEditing() {
  if (editor_)
    commit();
  closeEditor();
}

void KeyframeCard::closeEditor() {
  if (QLineEdit* editor = std::exchange(editor_, nullptr)) {
    editor->removeEventFilter(this);
    editor->hide();
    editor->deleteLater(); // it may be in the middle of its event
  }
}

bool KeyframeCard::eventFilter(QObject* watched, QEvent* event) {
  if (watched != editor_)
    return QAbstractButton::eventFilter(watched, event);
  if (event->type() == QEvent::FocusOut &&
      static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
    commit();
    closeEditor();
    return false;
  }
  if (event->type() != QEvent::KeyPress)
    return false;
  const int key = static_cast<QKeyEvent*>(event)->key();
  const bool isDone = key == Qt::Key_Return || key == Qt::Key_Enter;
  if (!isDone && key != Qt::Key_Escape)
    return false;
  if (isDone && !commit())
    return true;
  closeEditor();
  setFocus(Qt::OtherFocusReason);
  return true;
}

} // namespace eigenboard::stage
