#pragma once

#include "views/controls/themed.h"
#include "views/panel/session.h"

#include <QtWidgets/QWidget>

class QAbstractButton;
class QComboBox;

namespace eigenboard::controls {

/// One of several options: side by side while they are at most four and fit the width, otherwise a list that
/// drops down.
class ChoiceControl : public QWidget {
  Q_OBJECT

 public:
  /// session outlives the control. parameter: index in the description. width: what there is, in pixels.
  ChoiceControl(panel::Session& session, int parameter, int width, const render::Theme& theme,
                QWidget* parent = nullptr);
  void refresh();
  const QString& key() const { return key_; }
  bool isSegmented() const { return !segments_.empty(); }

 private:
  void buildSegments(const panel::Parameter& parameter, const render::Theme& theme);
  void buildList(const panel::Parameter& parameter, const render::Theme& theme);
  panel::Session& session_;
  QString key_;
  std::vector<QAbstractButton*> segments_;
  QComboBox* list_ = nullptr;
};

} // namespace eigenboard::controls
