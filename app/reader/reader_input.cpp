#include "app/reader/accessible_page.h"
#include "app/reader/code_desk.h"
#include "app/reader/formula_menu.h"
#include "app/reader/inputs.h"
#include "app/reader/places.h"
#include "app/reader/pointing.h"
#include "app/reader/reader.h"

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

namespace eigenboard::reader {

int Reader::targetAt(QPointF point) const {
  // Later targets lie on earlier ones: the button on its code, a link in a card.
  for (std::size_t i = layout_.targets.size(); i-- > 0;) {
    const Target& target = layout_.targets[i];
    if (!target.rect.adjusted(-2, -2, 2, 2).contains(point))
      continue;
    if (target.kind != TargetKind::Link)
      return static_cast<int>(i);
    const PlacedText& text = layout_.texts[static_cast<std::size_t>(target.text)];
    if (text.paragraph->linkAt(point - text.origin) == target.index)
      return static_cast<int>(i);
  }
  return -1;
}

void Reader::setHovered(int target) {
  if (target == state_.hovered)
    return;
  updateTarget(std::exchange(state_.hovered, target));
  updateTarget(target);
}

void Reader::setFocused(int target) {
  if (target == state_.focused)
    return;
  updateTarget(std::exchange(state_.focused, target));
  updateTarget(target);
  pointing_->pointAtFocus();
  if (!QAccessible::isActive() || target < 0 || target >= static_cast<int>(layout_.targets.size()))
    return;
  setAccessibleDescription(describe(layout_.targets[static_cast<std::size_t>(target)]));
  QAccessibleTextCursorEvent moved(this, caretOf(*this));
  QAccessible::updateAccessibility(&moved);
}

void Reader::mousePressEvent(QMouseEvent* event) {
  pointing_->closeCard();
  if (event->button() != Qt::LeftButton)
    return;
  const QPointF point = toPage(event->position());
  press_ = {};
  press_.at = point;
  press_.target = targetAt(point);
  if (press_.target >= 0) {
    state_.isByKeyboard = false;
    setFocused(press_.target);
    return;
  }
  setFocused(-1);
  const TextPlace place = placeNear(layout_, point);
  const bool extend = event->modifiers() & Qt::ShiftModifier;
  state_.selection = extend ? Selection{state_.selection.anchor, place} : Selection{place, place};
  press_.isSelecting = true;
  viewport()->update();
}

void Reader::mouseMoveEvent(QMouseEvent* event) {
  const QPointF point = toPage(event->position());
  if (press_.isSelecting && (event->buttons() & Qt::LeftButton)) {
    state_.selection.end = placeNear(layout_, point);
    const double y = event->position().y();
    if (y < 0 || y > viewport()->height())
      scrollBy(y < 0 ? y / 4 : (y - viewport()->height()) / 4);
    viewport()->update();
    return;
  }
  if (press_.target >= 0 && (event->buttons() & Qt::LeftButton)) {
    const InlineObject* object = objectOf(layout_.targets[static_cast<std::size_t>(press_.target)]);
    if (inputs_->moveFormula(press_.target, press_.at.x() - point.x())) {
      press_.at = point;
      return;
    }
    if (!object || object->kind != ObjectKind::Scrub)
      return;
    const auto& scrub = std::get<book::ScrubLink>(object->link);
    panel::Session* session = numbers_.session(scrub.panel);
    if (!press_.isDragging &&
        std::abs(point.x() - press_.at.x()) >= QApplication::startDragDistance() / 2.0) {
      press_.isDragging = true;
      press_.startValue = session->number(scrub.parameter);
      session->beginGesture(tr("Drag %1").arg(numbers_.parameter(object->link)->label));
    }
    if (press_.isDragging)
      inputs_->dragNumber(point, event->modifiers());
    return;
  }
  const int target = targetAt(point);
  setHovered(target);
  pointing_->point(pointing_->pointedAt(point));
  code_->setHovered(point);
  if (target < 0) {
    const TextPlace place = layout_.texts.empty() ? TextPlace{} : placeNear(layout_, point);
    const bool overText =
        !layout_.texts.empty() && layout_.texts[static_cast<std::size_t>(place.text)].rect().contains(point);
    viewport()->setCursor(overText ? Qt::IBeamCursor : Qt::ArrowCursor);
    return;
  }
  const InlineObject* object = objectOf(layout_.targets[static_cast<std::size_t>(target)]);
  viewport()->setCursor(object && object->kind == ObjectKind::Scrub    ? Qt::SizeHorCursor
                        : object && object->kind == ObjectKind::Answer ? Qt::IBeamCursor
                        : inputs_->wideFormulaAt(target)               ? Qt::OpenHandCursor
                                                                       : Qt::PointingHandCursor);
}

void Reader::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    return;
  const Press press = std::exchange(press_, {});
  if (press.isDragging) {
    const InlineObject* object = objectOf(layout_.targets[static_cast<std::size_t>(press.target)]);
    if (object)
      numbers_.session(book::panelOf(object->link))->endGesture();
    return;
  }
  // As with any button, letting go elsewhere takes the press back.
  if (press.target >= 0 && targetAt(toPage(event->position())) == press.target)
    activate(press.target);
  else if (const qint64 note = places_->noteAt(press.at);
           press.isSelecting && state_.selection.isEmpty() && note != 0)
    emit noteChosen(note);
}

void Reader::mouseDoubleClickEvent(QMouseEvent* event) {
  const QPointF point = toPage(event->position());
  const int target = targetAt(point);
  if (target >= 0) {
    const InlineObject* object = objectOf(layout_.targets[static_cast<std::size_t>(target)]);
    if (object && object->kind == ObjectKind::Scrub) {
      inputs_->closeEntry();
      inputs_->resetNumber(target);
    } else {
      mousePressEvent(event);
    }
    return;
  }
  state_.selection = wordAt(layout_, placeNear(layout_, point));
  viewport()->update();
}

void Reader::keyPressEvent(QKeyEvent* event) {
  const bool control = event->modifiers() & Qt::ControlModifier;
  const bool hasFocus = state_.focused >= 0 && state_.focused < static_cast<int>(layout_.targets.size());
  const double page = viewport()->height() - 2 * type_.unit;
  QScrollBar* bar = verticalScrollBar();
  if (event->matches(QKeySequence::Copy))
    return copySelection();
  if (event->matches(QKeySequence::SelectAll)) {
    state_.selection = everything(layout_);
    viewport()->update();
    return;
  }
  if (control && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal))
    return emit zoomWanted(1);
  if (control && event->key() == Qt::Key_Minus)
    return emit zoomWanted(-1);
  if (control && event->key() == Qt::Key_0)
    return emit zoomWanted(0);
  switch (event->key()) {
  case Qt::Key_PageDown:
    return scrollBy(page);
  case Qt::Key_PageUp:
    return scrollBy(-page);
  case Qt::Key_Space:
    if (inputs_->isOption(state_.focused))
      return activate(state_.focused);
    return scrollBy(event->modifiers() & Qt::ShiftModifier ? -page : page);
  case Qt::Key_Home:
    return bar->setValue(bar->minimum());
  case Qt::Key_End:
    return bar->setValue(bar->maximum());
  case Qt::Key_Right:
    if (inputs_->stepNumber(1, event->modifiers()) || inputs_->stepOption(1) ||
        inputs_->stepFormula(1, event->modifiers()))
      return;
    break;
  case Qt::Key_Left:
    if (inputs_->stepNumber(-1, event->modifiers()) || inputs_->stepOption(-1) ||
        inputs_->stepFormula(-1, event->modifiers()))
      return;
    break;
  case Qt::Key_Up:
    if (!inputs_->stepNumber(1, event->modifiers()) && !inputs_->stepOption(-1))
      scrollBy(-2 * type_.unit);
    return;
  case Qt::Key_Down:
    if (!inputs_->stepNumber(-1, event->modifiers()) && !inputs_->stepOption(1))
      scrollBy(2 * type_.unit);
    return;
  case Qt::Key_Delete:
  case Qt::Key_Backspace:
    if (hasFocus)
      return inputs_->resetNumber(state_.focused);
    break;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (hasFocus)
      return activate(state_.focused);
    break;
  case Qt::Key_F1:
    return pointing_->showSymbolMenu();
  case Qt::Key_Escape:
    if (!cardText().isEmpty())
      return pointing_->closeCard();
    pointing_->lightPanels({});
    state_.selection = {};
    setFocused(-1);
    viewport()->update();
    return;
  default:
    break;
  }
  // A figure typed on a number begins its new value.
  const QString typed = event->text();
  const bool figure =
      !control && typed.size() == 1 && (typed[0].isDigit() || typed[0] == u'-' || typed[0] == u'.');
  if (hasFocus && figure)
    return inputs_->openEntry(state_.focused, typed);
  QAbstractScrollArea::keyPressEvent(event);
}

bool Reader::focusNextPrevChild(bool next) {
  const int count = static_cast<int>(layout_.targets.size());
  int target = state_.focused + (next ? 1 : -1);
  if (state_.focused < 0) {
    // From the text itself the first stop is what the reader sees, not the top of the chapter.
    const double top = scrolled();
    const double bottom = top + viewport()->height();
    target = -1;
    for (int i = 0; i < count; ++i) {
      const QRectF& rect = layout_.targets[static_cast<std::size_t>(i)].rect;
      const bool visible = rect.bottom() > top && rect.top() < bottom;
      if (visible && (target < 0 || !next))
        target = i;
    }
  }
  if (target < 0 || target >= count) {
    setFocused(-1);
    return QAbstractScrollArea::focusNextPrevChild(next);
  }
  state_.isByKeyboard = true;
  setFocused(target);
  ensureVisible(layout_.targets[static_cast<std::size_t>(target)].rect);
  sayFootnote(layout_.targets[static_cast<std::size_t>(target)]);
  pointing_->showCardSoon();
  return true;
}

void Reader::focusInEvent(QFocusEvent* event) {
  if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
    setFocused(-1);
    focusNextPrevChild(event->reason() == Qt::TabFocusReason);
  }
  viewport()->update();
  QAbstractScrollArea::focusInEvent(event);
}

void Reader::focusOutEvent(QFocusEvent* event) {
  pointing_->forget();
  viewport()->update();
  QAbstractScrollArea::focusOutEvent(event);
}

bool Reader::event(QEvent* event) {
  // Space and the arrow keys belong to the text while it has the focus, not to the window's shortcuts.
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    // Alt with an arrow is a fine step of the number in hand, and only elsewhere the way back or forward.
    const bool isSideways = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
    if (isSideways && (key->modifiers() & Qt::AltModifier) && inputs_->numberAt(state_.focused)) {
      event->accept();
      return true;
    }
    const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (plain && (key->key() == Qt::Key_Space || key->key() == Qt::Key_Home || key->key() == Qt::Key_End ||
                  (!key->text().isEmpty() && key->text()[0].isDigit()))) {
      event->accept();
      return true;
    }
  }
  return QAbstractScrollArea::event(event);
}

bool Reader::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString text = toolTipAt(toPage(help->pos()));
    if (text.isEmpty())
      QToolTip::hideText();
    else
      QToolTip::showText(help->globalPos(), text, viewport());
    return true;
  }
  if (event->type() == QEvent::Leave) {
    setHovered(-1);
    pointing_->forget();
    code_->setHovered({-1, -1});
  }
  return QAbstractScrollArea::viewportEvent(event);
}

void Reader::contextMenuEvent(QContextMenuEvent* event) {
  const QPointF point = toPage(viewport()->mapFromGlobal(event->globalPos()));
  const InlineObject* formula = nullptr;
  for (const PlacedText& text : layout_.texts) {
    const int index = text.rect().contains(point) ? text.paragraph->objectAt(point - text.origin) : -1;
    if (index >= 0)
      formula = &text.paragraph->objects()[static_cast<std::size_t>(index)];
  }
  const bool byKeyboard = event->reason() == QContextMenuEvent::Keyboard;
  const bool hasFocus = state_.focused >= 0 && state_.focused < static_cast<int>(layout_.targets.size());
  const Target* focused = hasFocus ? &layout_.targets[static_cast<std::size_t>(state_.focused)] : nullptr;
  std::optional<QPointF> mouse;
  QPoint place = event->globalPos();
  if (!byKeyboard)
    mouse = toPage(viewport()->mapFromGlobal(place));
  else if (focused)
    place = viewport()->mapToGlobal((focused->rect.bottomLeft() - QPointF(0, scrolled())).toPoint());
  QMenu menu(this);
  QAction* copy = menu.addAction(tr("Copy"), this, &Reader::copySelection);
  copy->setEnabled(!state_.selection.isEmpty());
  if (formula && formula->kind == ObjectKind::Formula) {
    QMenu* symbols = menu.addMenu(tr("Symbols of this formula"));
    pointing_->fillSymbolMenu(*symbols, {formula});
    symbols->menuAction()->setVisible(!symbols->isEmpty());
  }
  QAction* note = menu.addAction(tr("Note on this passage"), this, &Reader::noteWanted);
  note->setEnabled(!state_.selection.isEmpty());
  menu.addAction(tr("Select all"), this, [this] {
    state_.selection = everything(layout_);
    viewport()->update();
  });
  addFormulaActions(menu, offeredFormulas(layout_, mouse, focused,
                                          viewport()->rect().translated(0, static_cast<int>(scrolled()))));
  menu.exec(place);
}

void Reader::wheelEvent(QWheelEvent* event) {
  constexpr double eighthsPerNotch = 120;
  const bool exact = !event->pixelDelta().isNull();
  const QPointF turned = exact ? QPointF(event->pixelDelta())
                               : QPointF(event->angleDelta()) * (3 * type_.unit / eighthsPerNotch);
  const bool shift = event->modifiers() & Qt::ShiftModifier;
  const double sideways = shift && turned.x() == 0 ? turned.y() : turned.x();
  const bool meant = shift || std::abs(turned.x()) > std::abs(turned.y());
  if (meant && sideways != 0 && inputs_->moveFormula(targetAt(toPage(event->position())), -sideways))
    return event->accept();
  QAbstractScrollArea::wheelEvent(event);
}

} // namespace eigenboard::reader
