#pragma once

#include "views/panel/session.h"

#include <QtWidgets/QLineEdit>

namespace eigenboard::controls {

/// A line of text, or a table in its text form; taken on Enter, when the focus leaves and when another panel
/// comes.
class TextControl : public QLineEdit {
  Q_OBJECT

 public:
  /// session outlives the control. parameter: index in the description.
  TextControl(panel::Session& session, int parameter, QWidget* parent = nullptr);
  void refresh();
  const QString& key() const { return key_; }
  /// Marks what was typed as wrong and tells why; empty: it is right.
  void setProblem(const QString& reason);

 protected:
  void hideEvent(QHideEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  void take();
  QString sessionText() const;
  void showWords(const QString& words);
  panel::Session& session_;
  int parameter_;
  QString key_;
  QString help_;
};

} // namespace eigenboard::controls
