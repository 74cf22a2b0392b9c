#include "app/reader/accessible_page.h"
#include "app/reader/code_desk.h"
#include "app/reader/formula_menu.h"
#include "app/reader/inputs.h"
#include "app/reader/places.h"
#include "app/reader/pointing.h"
#include "app/reader/reader.h"
#include "app/reader/targets.h"
#include "app/reader/ways.h"

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

#include <algorithm>
#include <cmath>

namespace eigenboard::reader {

void Reader::setHovered(int target) {
  if (target == page_.state.hovered)
    return;
  updateTarget(std::exchange(page_.state.hovered, target));
  updateTarget(target);
}

void Reader::setFocused(int target) {
  if (target == page_.state.focused)
    return;
  updateTarget(std::exchange(page_.state.focused, target));
  updateTarget(target);
  pointing_->pointAtFocus();
  if (!QAccessible::isActive() || target < 0 || target >= static_cast<int>(page_.layout.targets.size()))
    return;
  setAccessibleDescription(describe(page_.layout.targets[static_cast<std::size_t>(target)]));
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
  press_.target = targetAt(page_.layout, point);
  if (press_.target >= 0) {
    page_.state.isByKeyboard = false;
    setFocused(press_.target);
    inputs_->pressSideways(press_.target, point);
    return;
  }
  setFocused(-1);
  const TextPlace place = placeNear(page_.layout, point);
  const bool extend = event->modifiers() & Qt::ShiftModifier;
  page_.state.selection = extend ? Selection{page_.state.selection.anchor, place} : Selection{place, place};
  press_.isSelecting = true;
  places_->selectionChanged();
}

void Reader::mouseMoveEvent(QMouseEvent* event) {
  const QPointF point = toPage(event->position());
  if (press_.isSelecting && (event->buttons() & Qt::LeftButton)) {
    inputs_->followSelection(point);
    page_.state.selection.end = placeNear(page_.layout, point);
    const double y = event->position().y();
    if (y < 0 || y > viewport()->height())
      scrollBy(y < 0 ? y / 4 : (y - viewport()->height()) / 4);
    viewport()->update();
    return;
  }
  if (press_.target >= 0 && (event->buttons() & Qt::LeftButton)) {
    const InlineObject* object =
        objectOf(page_.layout, page_.layout.targets[static_cast<std::size_t>(press_.target)]);
    if (inputs_->dragSideways(press_.target, point.x() - press_.at.x())) {
      press_.at = point;
      return;
    }
    if (!object || object->kind != ObjectKind::Scrub)
      return;
    const auto& scrub = std::get<book::ScrubLink>(object->link);
    panel::Session* session = supplies_.numbers.session(scrub.panel);
    if (!press_.isDragging &&
        std::abs(point.x() - press_.at.x()) >= QApplication::startDragDistance() / 2.0) {
      press_.isDragging = true;
      press_.startValue = session->number(scrub.parameter);
      session->beginGesture(tr("Drag %1").arg(supplies_.numbers.parameter(object->link)->label));
    }
    if (press_.isDragging)
      inputs_->dragNumber(point, event->modifiers());
    return;
  }
  const int target = targetAt(page_.layout, point);
  setHovered(target);
  pointing_->leaveTip(point);
  pointing_->point(pointing_->pointedAt(point));
  code_->setHovered(point);
  if (target < 0) {
    const TextPlace place = page_.layout.texts.empty() ? TextPlace{} : placeNear(page_.layout, point);
    const bool overText = !page_.layout.texts.empty() &&
                          page_.layout.texts[static_cast<std::size_t>(place.text)].rect().contains(point);
    viewport()->setCursor(overText ? Qt::IBeamCursor : Qt::ArrowCursor);
    return;
  }
  const InlineObject* object = objectOf(page_.layout, page_.layout.targets[static_cast<std::size_t>(target)]);
  viewport()->setCursor(object && object->kind == ObjectKind::Scrub    ? Qt::SizeHorCursor
                        : object && object->kind == ObjectKind::Answer ? Qt::IBeamCursor
                        : inputs_->isWide(target)                      ? Qt::OpenHandCursor
                                                                       : Qt::PointingHandCursor);
}

void Reader::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    return;
  const Press press = std::exchange(press_, {});
  if (press.isDragging) {
    const InlineObject* object =
        objectOf(page_.layout, page_.layout.targets[static_cast<std::size_t>(press.target)]);
    if (object)
      supplies_.numbers.session(book::panelOf(object->link))->endGesture();
    return;
  }
  places_->selectionChanged();
  // As with any button, letting go elsewhere takes the press back.
  if (press.target >= 0 && targetAt(page_.layout, toPage(event->position())) == press.target)
    activate(press.target);
  else if (const qint64 note = places_->noteAt(press.at);
           press.isSelecting && page_.state.selection.isEmpty() && note != 0)
    emit noteChosen(note);
}

void Reader::mouseDoubleClickEvent(QMouseEvent* event) {
  const QPointF point = toPage(event->position());
  const int target = targetAt(page_.layout, point);
  if (target >= 0) {
    const InlineObject* object =
        objectOf(page_.layout, page_.layout.targets[static_cast<std::size_t>(target)]);
    if (object && object->kind == ObjectKind::Scrub) {
      inputs_->closeEntry();
      inputs_->resetNumber(target);
    } else {
      mousePressEvent(event);
    }
    return;
  }
  page_.state.selection = wordAt(page_.layout, placeNear(page_.layout, point));
  places_->selectionChanged();
}

void Reader::keyPressEvent(QKeyEvent* event) {
  const bool control = event->modifiers() & Qt::ControlModifier;
  const bool hasFocus =
      page_.state.focused >= 0 && page_.state.focused < static_cast<int>(page_.layout.targets.size());
  const double page = viewport()->height() - 2 * type_.unit;
  QScrollBar* bar = verticalScrollBar();
  if (event->matches(QKeySequence::Copy))
    return places_->copySelection();
  // A field that has the focus looks as if one could type into it, also after it has been judged.
  const bool isAnswer = inputs_->isAnswer(page_.state.focused);
  if (isAnswer && (event->matches(QKeySequence::SelectAll) || event->key() == Qt::Key_Backspace))
    return inputs_->openEntry(page_.state.focused);
  if (event->matches(QKeySequence::SelectAll)) {
    page_.state.selection = everything(page_.layout);
    places_->selectionChanged();
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
    if (isAnswer)
      return inputs_->openEntry(page_.state.focused);
    if (inputs_->isOption(page_.state.focused))
      return activate(page_.state.focused);
    return scrollBy(event->modifiers() & Qt::ShiftModifier ? -page : page);
  case Qt::Key_Home:
    return bar->setValue(bar->minimum());
  case Qt::Key_End:
    return bar->setValue(bar->maximum());
  case Qt::Key_Right:
    if (inputs_->stepNumber(1, event->modifiers()) || inputs_->stepOption(1) ||
        inputs_->stepSideways(1, event->modifiers()))
      return;
    break;
  case Qt::Key_Left:
    if (inputs_->stepNumber(-1, event->modifiers()) || inputs_->stepOption(-1) ||
        inputs_->stepSideways(-1, event->modifiers()))
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
      return inputs_->resetNumber(page_.state.focused);
    break;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (hasFocus)
      return activate(page_.state.focused);
    break;
  case Qt::Key_F1:
    return pointing_->showSymbolMenu();
  case Qt::Key_Escape:
    if (!cardText().isEmpty())
      return pointing_->closeCard();
    pointing_->lightPanels({});
    if (page_.state.selection.isEmpty() && page_.state.focused < 0)
      return event->ignore(); // nothing to let go of here: the window may have
    page_.state.selection = {};
    setFocused(-1);
    return places_->selectionChanged();
  default:
    break;
  }
  // A figure typed on a number begins its new value.
  const QString typed = event->text();
  const bool figure =
      !control && typed.size() == 1 &&
      (typed[0].isDigit() || typed[0] == u'-' || typed[0] == u'.' || (isAnswer && typed[0].isPrint()));
  if (hasFocus && figure)
    return inputs_->openEntry(page_.state.focused, typed);
  QAbstractScrollArea::keyPressEvent(event);
}

bool Reader::focusNextPrevChild(bool next) {
  if (page_.state.focused < 0 && places_->passNoteButton(next))
    return true;
  const int count = static_cast<int>(page_.layout.targets.size());
  int target = page_.state.focused + (next ? 1 : -1);
  if (page_.state.focused < 0) {
    // From the text itself the first stop is what the reader sees, not the top of the chapter.
    const double top = scrolled();
    const double bottom = top + viewport()->height();
    target = -1;
    for (int i = 0; i < count; ++i) {
      const QRectF& rect = page_.layout.targets[static_cast<std::size_t>(i)].rect;
      const bool visible = rect.bottom() > top && rect.top() < bottom;
      if (visible && (target < 0 || !next))
        target = i;
    }
  }
  if (target < 0 || target >= count) {
    setFocused(-1);
    return QAbstractScrollArea::focusNextPrevChild(next);
  }
  page_.state.isByKeyboard = true;
  setFocused(target);
  ensureVisible(page_.layout.targets[static_cast<std::size_t>(target)].rect);
  ways_->sayFootnote(page_.layout.targets[static_cast<std::size_t>(target)]);
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
    if (isSideways && (key->modifiers() & Qt::AltModifier) && inputs_->numberAt(page_.state.focused)) {
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
    pointing_->showTip(toPage(static_cast<QHelpEvent*>(event)->pos()));
    return true;
  }
  if (event->type() == QEvent::Leave) {
    setHovered(-1);
    if (!QApplication::activePopupWidget()) // the menu of the symbols lights what it names
      pointing_->forget();
    code_->setHovered({-1, -1});
  }
  return QAbstractScrollArea::viewportEvent(event);
}

void Reader::contextMenuEvent(QContextMenuEvent* event) {
  const QPointF point = toPage(viewport()->mapFromGlobal(event->globalPos()));
  const InlineObject* formula = nullptr;
  for (const PlacedText& text : page_.layout.texts) {
    const int index = text.rect().contains(point) ? text.paragraph->objectAt(point - text.origin) : -1;
    if (index >= 0)
      formula = &text.paragraph->objects()[static_cast<std::size_t>(index)];
  }
  const bool byKeyboard = event->reason() == QContextMenuEvent::Keyboard;
  const bool hasFocus =
      page_.state.focused >= 0 && page_.state.focused < static_cast<int>(page_.layout.targets.size());
  const Target* focused =
      hasFocus ? &page_.layout.targets[static_cast<std::size_t>(page_.state.focused)] : nullptr;
  std::optional<QPointF> mouse;
  QPoint place = event->globalPos();
  if (!byKeyboard)
    mouse = toPage(viewport()->mapFromGlobal(place));
  else if (focused)
    place = viewport()->mapToGlobal((focused->rect.bottomLeft() - QPointF(0, scrolled())).toPoint());
  QMenu menu(this);
  QAction* copy = menu.addAction(tr("Copy"), this, [this] { places_->copySelection(); });
  copy->setEnabled(!page_.state.selection.isEmpty());
  if (formula && formula->kind == ObjectKind::Formula) {
    QMenu* symbols = menu.addMenu(tr("Symbols of this formula"));
    pointing_->fillSymbolMenu(*symbols, {formula});
    symbols->menuAction()->setVisible(!symbols->isEmpty());
  }
  QAction* note = menu.addAction(tr("Note on this passage"), this, &Reader::noteWanted);
  note->setEnabled(!page_.state.selection.isEmpty());
  menu.addAction(tr("Select all"), this, [this] {
    page_.state.selection = everything(page_.layout);
    places_->selectionChanged();
  });
  addFormulaActions(menu, offeredFormulas(page_.layout, mouse, focused,
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
  if (meant && sideways != 0 && inputs_->turnSideways(toPage(event->position()), -sideways))
    return event->accept();
  QAbstractScrollArea::wheelEvent(event);
}

} // namespace eigenboard::reader
