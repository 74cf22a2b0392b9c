#pragma once

#include "app/export_dialog/choices.h"
#include "views/render/theme.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace eigenboard::export_dialog {

/// A size of the table, or one of the reader's own in px, mm or in.
class SizeField : public QWidget {
  Q_OBJECT

 public:
  explicit SizeField(const render::Theme& theme, QWidget* parent = nullptr);
  void show(const Choices& choices);
  void read(Choices& choices) const;

 signals:
  void changed();

 private:
  void chooseUnit();
  void follow(QLineEdit& typed, QLineEdit& other, double ratio);
  void noteAspect();
  void showOwn();

  QComboBox* preset_;
  QWidget* own_;
  QLineEdit* width_;
  QLineEdit* height_;
  QComboBox* unit_;
  QLineEdit* dots_;
  QCheckBox* lock_;
  int shownUnit_ = 0;
  double aspect_ = 16. / 9; ///< width to height, while it is kept
};

} // namespace eigenboard::export_dialog
