#include "views/controls/text_control.h"

#include "views/controls/appearance.h"

#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStyle>

#include <memory>

namespace eigenboard::controls {

TextControl::TextControl(panel::Session& session, int parameter, QWidget* parent)
    : QLineEdit(parent), session_(session), parameter_(parameter) {
  const panel::Parameter& described = session.description().parameters[static_cast<std::size_t>(parameter)];
  key_ = described.key;
  setFont(interfaceFont(bodyType));
  setAccessibleName(described.label);
  help_ = described.help;
  setToolTip(help_);
  showWords(sessionText());
  connect(this, &QLineEdit::editingFinished, this, &TextControl::take);
}

void TextControl::take() {
  const bool isTyped = isModified();
  setModified(false);
  if (!isTyped || text() == sessionText())
    return;
  if (session_.description().parameters[static_cast<std::size_t>(parameter_)].kind != panel::Kind::Table) {
    session_.set(key_, text());
    if (!hasFocus())
      setCursorPosition(0);
    return;
  }
  // Read strictly, so that a slip is told and not half of it taken.
  if (!session_.apply({{key_, text()}}))
    setText(sessionText());
  if (!hasFocus())
    setCursorPosition(0);
}

void TextControl::setProblem(const QString& reason) {
  setProperty("refused", !reason.isEmpty());
  style()->unpolish(this); // the sheet's rule for what is refused is looked up again
  style()->polish(this);
  setToolTip(reason.isEmpty() ? help_ : reason);
  setAccessibleDescription(reason);
}

void TextControl::hideEvent(QHideEvent* event) {
  take();
  QLineEdit::hideEvent(event);
}

void TextControl::contextMenuEvent(QContextMenuEvent* event) {
  std::unique_ptr<QMenu> menu(createStandardContextMenu());
  menu->addSeparator();
  const QString& label = session_.description().parameters[static_cast<std::size_t>(parameter_)].label;
  menu->addAction(tr("Reset: %1").arg(label), this, [this] {
    setModified(false);
    session_.reset(key_);
  });
  menu->exec(event->globalPos());
}

QString TextControl::sessionText() const {
  const QString* held = std::get_if<QString>(&session_.state().values[static_cast<std::size_t>(parameter_)]);
  return held ? *held : QString();
}

void TextControl::refresh() {
  // What is being typed is the reader's until it is taken.
  if (hasFocus() && isModified())
    return;
  if (text() != sessionText())
    showWords(sessionText());
}

/// From its beginning, which says more than its end.
void TextControl::showWords(const QString& words) {
  setText(words);
  if (!hasFocus())
    setCursorPosition(0);
}

} // namespace eigenboard::controls
