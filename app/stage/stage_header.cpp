#include "app/stage/stage_header.h"

#include "views/controls/appearance.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>

namespace eigenboard::stage {

using controls::Button;
using controls::Icon;
using controls::unit;

namespace {
constexpr int titleType = 17;
constexpr int headerHeight = 56;
} // namespace

StageHeader::StageHeader(QUndoStack& undoStack, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme) {
  setFixedHeight(headerHeight);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(unit / 2);
  row->addStretch(1);
  buttons_ = new QWidget(this);
  row->addWidget(buttons_, 0, Qt::AlignTop);
  buildButtons(undoStack);
}

void StageHeader::buildButtons(QUndoStack& undoStack) {
  auto* row = new QHBoxLayout(buttons_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(unit / 2);
  const auto add = [&](Icon icon, const QString& text, const QString& help) {
    auto* button = new Button(theme(), icon, text, help, buttons_);
    row->addWidget(button);
    return button;
  };
  showMe_ = add(Icon::Play, tr("Show me"), tr("Plays a short demonstration with the handles of the picture"));
  showMe_->setLook(Button::Look::Inviting);
  connect(showMe_, &Button::clicked, this, &StageHeader::showMeAsked);

  Button* undo = add(Icon::Undo, {}, tr("Undo (Ctrl+Z)"));
  undo->setEnabled(false);
  connect(undo, &Button::clicked, &undoStack, &QUndoStack::undo);
  connect(&undoStack, &QUndoStack::canUndoChanged, undo, &Button::setEnabled);
  Button* redo = add(Icon::Redo, {}, tr("Redo (Ctrl+Shift+Z)"));
  redo->setEnabled(false);
  connect(redo, &Button::clicked, &undoStack, &QUndoStack::redo);
  connect(&undoStack, &QUndoStack::canRedoChanged, redo, &Button::setEnabled);
  Button* reset = add(Icon::Reset, {}, tr("Reset every control of this panel"));
  connect(reset, &Button::clicked, this, &StageHeader::resetAsked);

  Button* copy = add(Icon::Copy, tr("Copy"), tr("Copy the code, the formula, the values or the picture"));
  copy->setLook(Button::Look::Menu);
  connect(copy, &Button::clicked, this, [this, copy] {
    QMenu menu(this);
    const std::pair<QString, QString> entries[] = {{tr("Python that computes this"), QStringLiteral("numpy")},
                                                   {tr("Formula as TeX"), QStringLiteral("tex")},
                                                   {tr("Values as JSON"), QStringLiteral("values")},
                                                   {tr("Picture (PNG, SVG and PDF)"), QStringLiteral("figure")}};
    for (const auto& [label, what] : entries)
      menu.addAction(label, this, [this, what = what] { emit copyAsked(what); });
    menu.exec(copy->mapToGlobal(QPoint(0, copy->height() + unit / 2)));
  });
  Button* exportButton = add(Icon::Export, tr("Export"), tr("Write the picture to an SVG, PDF or PNG file (Ctrl+E)"));
  connect(exportButton, &Button::clicked, this, &StageHeader::exportAsked);
}

void StageHeader::setIdentity(const panel::Identity& identity, bool hasShowMe) {
  identity_ = identity;
  showMe_->setVisible(hasShowMe);
  setAccessibleName(identity.title);
  setAccessibleDescription(identity.purpose);
  setToolTip(identity.purpose);
  update();
}

void StageHeader::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const int right = buttons_->x() - unit;
  const QFont titleFont = controls::interfaceFont(titleType, QFont::DemiBold);
  painter.setFont(titleFont);
  painter.setPen(theme().text);
  painter.drawText(QRect(0, 0, right, 28), Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetrics(titleFont).elidedText(identity_.title, Qt::ElideRight, right));
  const QFont purposeFont = controls::interfaceFont(controls::bodyType);
  painter.setFont(purposeFont);
  painter.setPen(theme().textMuted);
  painter.drawText(QRect(0, 30, width(), 22), Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetrics(purposeFont).elidedText(identity_.purpose, Qt::ElideRight, width()));
}

} // namespace eigenboard::stage
