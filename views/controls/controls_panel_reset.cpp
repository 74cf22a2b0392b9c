#include "views/controls/controls_panel.h"

#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>

namespace eigenboard::controls {

/// The parameter that the part shows, or the group that it is; empty for what is neither.
QString ControlsPanel::keyOf(const QWidget* part) const {
  for (; part && part != this; part = part->parentWidget()) {
    if (const auto* control = qobject_cast<const Control*>(part))
      return control->parameter().key;
    QString found;
    for (const auto& [key, row] : rows_)
      if (row == part && (found.isEmpty() || panel::parameterIndex(session_.description(), key) < 0))
        found = key;
    if (!found.isEmpty())
      return found;
  }
  return {};
}

void ControlsPanel::keyPressEvent(QKeyEvent* event) {
  const bool resets = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
  const QString key = resets ? keyOf(QApplication::focusWidget()) : QString();
  if (key.isEmpty())
    QWidget::keyPressEvent(event);
  else
    session_.reset(key);
}

void ControlsPanel::contextMenuEvent(QContextMenuEvent* event) {
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  const QString key = keyOf(byKey ? QApplication::focusWidget() : childAt(event->pos()));
  if (key.isEmpty())
    return event->ignore();
  const panel::Description& description = session_.description();
  QMenu menu(this);
  const auto offer = [&](const QString& label, const QString& wanted) {
    menu.addAction(tr("Reset: %1").arg(label), this, [this, wanted] { session_.reset(wanted); });
  };
  QString group = key;
  if (const int index = panel::parameterIndex(description, key); index >= 0) {
    const panel::Parameter& parameter = description.parameters[static_cast<std::size_t>(index)];
    offer(parameter.label, key);
    group = parameter.group;
  }
  for (const panel::Group& whole : description.groups)
    if (whole.key == group)
      offer(whole.label, group);
  menu.exec(event->globalPos());
}

} // namespace eigenboard::controls
