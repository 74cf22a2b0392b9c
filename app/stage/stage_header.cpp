#include "app/stage/stage_header.h"

#include "views/controls/appearance.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace eigenboard::stage {

using controls::Button;
using controls::Icon;

namespace {

constexpr int titleType = 18;
constexpr int titleLine = 28;
constexpr int purposeLine = 20;

} // namespace

StageHeader::StageHeader(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  auto* row = new QHBoxLayout(this);
  row->setSpacing(2);
  row->addStretch(1);
  showMe_ = addButton(Icon::Play, tr("Show me"), tr("Watch what this panel is about"));
  showMe_->setLook(Button::Look::Inviting);
  row->addSpacing(controls::unit / 2);
  undo_ = addButton(Icon::Undo, {}, tr("Undo"));
  redo_ = addButton(Icon::Redo, {}, tr("Redo"));
  keep_ = addButton(Icon::Pin, {}, {});
  keep_->setCheckable(true);
  popOut_ = addButton(Icon::PopOut, {}, tr("In a window of its own"));
  Button* reset = addButton(Icon::Reset, {}, tr("Reset to the beginning"));
  Button* mark = addButton(Icon::Keyframe, {}, tr("Mark this state (K)"));
  numpy_ = addButton(Icon::Copy, tr("NumPy"), tr("Copy this state as NumPy code"));
  copyMenu_ = new QMenu(this);
  Button* more = addButton(Icon::None, {}, tr("More: copy, export, present"));
  more->setLook(Button::Look::Menu);
  more->setFixedWidth(20);
  Button* exporting = addButton(Icon::Export, {}, tr("Export as SVG, PDF or PNG (Ctrl+E)"));

  connect(showMe_, &Button::clicked, this, &StageHeader::showMeWanted);
  connect(popOut_, &Button::clicked, this, &StageHeader::popOutWanted);
  connect(undo_, &Button::clicked, this, &StageHeader::undoWanted);
  connect(redo_, &Button::clicked, this, &StageHeader::redoWanted);
  connect(reset, &Button::clicked, this, &StageHeader::resetWanted);
  connect(mark, &Button::clicked, this, &StageHeader::markWanted);
  connect(numpy_, &Button::clicked, this, &StageHeader::numpyWanted);
  connect(more, &Button::clicked, this,
          [this, more] { copyMenu_->popup(more->mapToGlobal(QPoint(0, more->height()))); });
  connect(exporting, &Button::clicked, this, &StageHeader::exportWanted);
  connect(keep_, &Button::clicked, this, &StageHeader::keepWanted);
  setCompact(false);
  setKept(false);
  setUndo(false, {}, false, {});
}

Button* StageHeader::addButton(Icon icon, const QString& text, const QString& help) {
  auto* button = new Button(theme(), icon, text, help, this);
  layout()->addWidget(button);
  return button;
}

void StageHeader::setPanel(const panel::Description& description) {
  title_ = description.identity.title;
  purpose_ = description.identity.purpose;
  showMe_->setVisible(!description.showMe.empty());
  setAccessibleName(title_);
  setAccessibleDescription(purpose_);
  makeRoom();
  update();
}

void StageHeader::setCompact(bool isCompact) {
  const int below = isCompact ? 0 : purposeLine;
  setFixedHeight(titleLine + below);
  layout()->setContentsMargins(0, 0, 0, below);
}

void StageHeader::setUndo(bool canUndo, const QString& undoText, bool canRedo, const QString& redoText) {
  undo_->setEnabled(canUndo);
  redo_->setEnabled(canRedo);
  undo_->setToolTip(undoText.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undoText));
  redo_->setToolTip(redoText.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redoText));
}

void StageHeader::setKept(bool isKept) {
  keep_->setChecked(isKept);
  keep_->setToolTip(isKept ? tr("Let this panel go: the stage follows the text again")
                           : tr("Keep this panel on the stage while you read on"));
  keep_->setAccessibleName(tr("Keep on the stage"));
}

void StageHeader::setShowing(bool isShowing) {
  if (isShowing == isShowing_)
    return;
  isShowing_ = isShowing;
  const int wide = showMe_->width(); // the title beside it does not move
  showMe_->setText(isShowing ? tr("Stop") : tr("Show me"));
  showMe_->setIcon(isShowing ? Icon::Stop : Icon::Play);
  showMe_->setToolTip(isShowing ? tr("Stop here") : tr("Watch what this panel is about"));
  showMe_->setAccessibleName(showMe_->text());
  showMe_->setMinimumWidth(isShowing ? wide : 0);
  showMe_->setMaximumWidth(isShowing ? wide : QWIDGETSIZE_MAX);
}

void StageHeader::setAlone() {
  keep_->hide();
  popOut_->hide();
}

void StageHeader::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  makeRoom();
}

/// Where the title has no room, the button that can do without its word does.
void StageHeader::makeRoom() {
  const QString word = tr("NumPy");
  const int title =
      QFontMetrics(controls::interfaceFont(titleType, QFont::DemiBold)).horizontalAdvance(title_);
  int buttons = 0; // with the word
  for (const Button* button : findChildren<Button*>())
    if (!button->isHidden())
      buttons += std::min(button->sizeHint().width(), button->maximumWidth()) + layout()->spacing();
  if (numpy_->text().isEmpty())
    buttons += numpy_->fontMetrics().horizontalAdvance(word) + controls::unit;
  const QString wanted = title + buttons + 3 * controls::unit > width() ? QString() : word;
  if (numpy_->text() != wanted)
    numpy_->setText(wanted);
}

QRect StageHeader::wordsBox() const {
  const QWidget* first = showMe_->isHidden() ? undo_ : showMe_;
  return {0, 0, first->x() - controls::unit, titleLine};
}

void StageHeader::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QFont title = controls::interfaceFont(titleType, QFont::DemiBold);
  painter.setFont(title);
  painter.setPen(theme().text);
  painter.drawText(wordsBox(), Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetrics(title).elidedText(title_, Qt::ElideRight, wordsBox().width()));
  const QFont purpose = controls::interfaceFont(controls::bodyType);
  painter.setFont(purpose);
  painter.setPen(theme().textMuted);
  painter.drawText(QRect(0, titleLine, width(), purposeLine), Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetrics(purpose).elidedText(purpose_, Qt::ElideRight, width()));
}

bool StageHeader::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest)
    update(); // the buttons may have moved, and the title is as wide as they let it be
  if (event->type() != QEvent::ToolTip)
    return QWidget::event(event);
  QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), purpose_, this);
  return true;
}

} // namespace eigenboard::stage
