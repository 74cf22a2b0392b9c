#include "app/stage/stage_header.h"

#include "views/controls/appearance.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolTip>

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
  Button* reset = addButton(Icon::Reset, {}, tr("Reset to the beginning"));
  Button* mark = addButton(Icon::Keyframe, {}, tr("Mark this state (K)"));
  Button* numpy = addButton(Icon::Copy, tr("NumPy"), tr("Copy this state as NumPy code"));
  copyMenu_ = new QMenu(this);
  Button* more = addButton(Icon::None, {}, tr("More: copy, snap"));
  more->setLook(Button::Look::Menu);
  more->setFixedWidth(20);
  Button* exporting = addButton(Icon::Export, {}, tr("Export as SVG, PDF or PNG (Ctrl+E)"));

  connect(showMe_, &Button::clicked, this, &StageHeader::showMeWanted);
  connect(undo_, &Button::clicked, this, &StageHeader::undoWanted);
  connect(redo_, &Button::clicked, this, &StageHeader::redoWanted);
  connect(reset, &Button::clicked, this, &StageHeader::resetWanted);
  connect(mark, &Button::clicked, this, &StageHeader::markWanted);
  connect(numpy, &Button::clicked, this, &StageHeader::numpyWanted);
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
  if (event->type() != QEvent::ToolTip)
    return QWidget::event(event);
  QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), purpose_, this);
  return true;
}

} // namespace eigenboard::stage
