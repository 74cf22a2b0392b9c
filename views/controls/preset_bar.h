#pragma once

#include "views/controls/button.h"
#include "views/panel/session.h"

#include <QtCore/QPointer>

class QMenu;

namespace eigenboard::controls {

/// "Try this": the named states of a panel as buttons in a line, those that do not fit in a menu at its end.
/// The one that the panel is in is marked.
class PresetBar : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit PresetBar(const render::Theme& theme, QWidget* parent = nullptr);
  void setSession(panel::Session* session);
  /// Marks the preset that the session's state is.
  void refresh();
  /// What to look at in the preset that the session's state is; empty when it is none.
  QString presentNotice() const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  /// What to look at, when a preset was chosen.
  void noticed(const QString& notice);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void choose(std::size_t preset);
  bool isSame(const panel::Values& wanted, const panel::Values& present, std::size_t preset) const;
  void place();
  QPointer<panel::Session> session_;
  std::vector<panel::State> states_; ///< of the presets
  std::vector<Button*> buttons_;
  Button* more_;
  QMenu* menu_;
};

} // namespace eigenboard::controls
