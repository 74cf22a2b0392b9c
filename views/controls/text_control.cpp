#include "views/controls/text_control.h"

#include "views/controls/appearance.h"

namespace eigenboard::controls {

TextControl::TextControl(panel::Session& session, int parameter, QWidget* parent)
    : QLineEdit(parent), session_(session), parameter_(parameter) {
  const panel::Parameter& described = session.description().parameters[static_cast<std::size_t>(parameter)];
  key_ = described.key;
  setFont(interfaceFont(bodyType));
  setAccessibleName(described.label);
  setToolTip(described.help);
  setText(sessionText());
  connect(this, &QLineEdit::editingFinished, this, [this] {
    setModified(false);
    if (text() != sessionText())
      session_.set(key_, text());
  });
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
    setText(sessionText());
}

} // namespace eigenboard::controls
