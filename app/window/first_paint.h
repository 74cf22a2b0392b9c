#pragma once

#include <QtCore/QObject>

namespace eigenboard::window {

class MainWindow;

/// Watches for the first moment at which both the page and the panel's picture have been painted; then prints
/// one line, and once the program has come to rest a second one with its memory as JSON, and ends the
/// program.
class FirstPaintReport : public QObject {
  Q_OBJECT

 public:
  explicit FirstPaintReport(MainWindow& window);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void printAndRest();

  MainWindow& window_;
  bool pagePainted_ = false;
  bool picturePainted_ = false;
  bool reported_ = false;
};

} // namespace eigenboard::window
