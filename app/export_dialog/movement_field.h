#pragma once

#include "app/export_dialog/plan.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace eigenboard::export_dialog {

/// What moves: a parameter from one value to another, the steps of a process, or the marked states. Shows
/// only what belongs to the choice.
class MovementField : public QWidget {
  Q_OBJECT

 public:
  explicit MovementField(const Source& source, QWidget* parent = nullptr);
  void show(const Choices& choices);
  void read(Choices& choices) const;

 signals:
  void changed();

 private:
  void chooseParameter();

  const Source& source_;
  QWidget* sweep_;
  QComboBox* parameter_;
  QLineEdit* from_;
  QLineEdit* to_;
  QLineEdit* frames_;
  QWidget* steps_;
  QLineEdit* first_;
  QLineEdit* last_;
  QWidget* keyframes_;
  QLabel* marked_;
  QLineEdit* between_;
  QWidget* betweenRow_;
};

} // namespace eigenboard::export_dialog
