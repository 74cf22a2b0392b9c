#include "views/controls/control_lights.h"

#include "views/controls/lit_names.h"

#include <QtCore/QEvent>

#include <algorithm>

namespace eigenboard::controls {

ControlLights::ControlLights(panel::Session& session, QWidget& ground)
    : QObject(&ground), session_(session), ground_(ground) {
  connect(&session.spotlight(), &panel::Spotlight::changed, this, &ControlLights::follow);
}

ControlLights::~ControlLights() = default;

void ControlLights::add(QWidget& widget, const QString& key) {
  const auto known =
      std::find_if(rows_.begin(), rows_.end(), [&widget](const Row& row) { return row.widget == &widget; });
  const panel::Names names = namesOfParameter(session_.description(), key);
  if (known != rows_.end())
    return;
  rows_.push_back({&widget, names});
  widget.setAttribute(Qt::WA_Hover);
  widget.installEventFilter(this);
}

std::vector<QRect> ControlLights::fields() const {
  std::vector<QRect> fields;
  for (const Row& row : rows_)
    if (row.widget && row.widget->isVisibleTo(&ground_) && session_.spotlight().lights(row.names))
      fields.emplace_back(row.widget->mapTo(&ground_, QPoint(0, 0)), row.widget->size());
  return fields;
}

void ControlLights::follow() {
  const std::vector<QRect> now = fields();
  shown_.insert(shown_.end(), now.begin(), now.end());
  for (const QRect& field : shown_)
    ground_.update(field.adjusted(-3, -3, 3, 3));
  shown_ = now;
}

bool ControlLights::eventFilter(QObject* watched, QEvent* event) {
  const QEvent::Type type = event->type();
  const auto row =
      std::find_if(rows_.begin(), rows_.end(), [watched](const Row& r) { return r.widget == watched; });
  if (row == rows_.end())
    return false;
  if (type == QEvent::Enter || type == QEvent::FocusIn) {
    session_.spotlight().light(this, row->names);
  } else if (type == QEvent::Leave || type == QEvent::FocusOut) {
    session_.spotlight().leave(this);
    // From a cell back onto the matrix around it, which gets no Enter of its own.
    for (const Row& around : rows_)
      if (around.widget && around.widget != watched &&
          around.widget->isAncestorOf(static_cast<QWidget*>(watched)) && around.widget->underMouse() &&
          type == QEvent::Leave)
        session_.spotlight().light(this, around.names);
  }
  return false;
}

} // namespace eigenboard::controls
