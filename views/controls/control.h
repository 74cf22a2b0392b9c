#pragma once

#include "views/controls/themed.h"
#include "views/panel/session.h"

#include <QtWidgets/QWidget>

namespace eigenboard::controls {

/// A widget for one parameter. It shows what the session holds and tells it what the reader wants; it keeps
/// no value.
class Control : public QWidget, public Themed {
  Q_OBJECT

 public:
  /// session outlives the control. parameter: index in the description.
  Control(panel::Session& session, int parameter, const render::Theme& theme, QWidget* parent);
  ~Control() override;

  const panel::Parameter& parameter() const;
  /// Shows the session's present value; cheap when it has not changed.
  virtual void refresh();

 protected:
  panel::Session& session() const { return session_; }
  double value() const;
  void focusInEvent(QFocusEvent* event) override;
  void hideEvent(QHideEvent* event) override;

  /// One undo step from the first call until endGesture, which also comes when the control is hidden or
  /// destroyed.
  void beginGesture();
  void endGesture();
  bool isInGesture() const { return isInGesture_; }
  /// A change by key or wheel: joins the one of a moment ago.
  void setByKey(double value);

 private:
  void describe();
  panel::Session& session_;
  int parameter_;
  bool isInGesture_ = false;
};

} // namespace eigenboard::controls
