#pragma once

#include "views/panel/session.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

#include <vector>

namespace eigenboard::controls {

/// The light between the controls of a panel and what carries their names elsewhere: a control under the
/// pointer or with the focus is lit everywhere, and a control that is lit elsewhere has a tinted field behind
/// it. Nothing moves.
class ControlLights : public QObject {
  Q_OBJECT

 public:
  /// session outlives this. ground: the widget that all controls lie on; it paints the fields.
  ControlLights(panel::Session& session, QWidget& ground);
  ~ControlLights() override;

  /// A widget that stands for a parameter or group.
  void add(QWidget& widget, const QString& key);
  /// The fields behind the lit controls, in the ground's coordinates.
  std::vector<QRect> fields() const;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Row {
    QPointer<QWidget> widget; ///< null while the controls go, which moves the pointer from one to the next
    panel::Names names;
  };
  void follow();
  panel::Session& session_;
  QWidget& ground_;
  std::vector<Row> rows_;
  std::vector<QRect> shown_;
};

} // namespace eigenboard::controls
