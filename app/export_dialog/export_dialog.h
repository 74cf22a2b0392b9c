#pragma once

#include "app/export/frame_source.h"
#include "app/export_dialog/plan.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;

namespace eigenboard::controls {
class Button;
}

namespace eigenboard::export_dialog {

class ExportForm;
class ExportPreview;

/// Asks what to export and how, beside a picture of it, and writes it.
class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  /// choices: of the last time. typesetter outlives the dialog.
  ExportDialog(Source source, Choices choices, typesetting::Typesetter& typesetter,
               const render::Theme& theme, QWidget* parent = nullptr);
  ~ExportDialog() override;

  ExportForm& form() { return *form_; }
  ExportPreview& preview() { return *preview_; }
  /// Writes what is chosen now, with a progress that can be stopped, and closes the dialog when all is well.
  void writeTo(const QString& path);
  void reject() override;

 signals:
  /// A file, or a folder of numbered ones, was written.
  void exported(const QString& path);
  /// What is to be remembered, see toJson.
  void chosen(const QJsonObject& choices);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* buildPreview();
  QLayout* buildButtons();
  void schedule();
  void refresh();
  void showFrame();
  void playOn();
  void describe();
  void complain(const QString& words);
  void chooseFile();
  void setWorking(bool isWorking);

  Source source_;
  typesetting::Typesetter& typesetter_;
  render::Theme theme_;
  Choices choices_;
  Plan plan_;
  std::unique_ptr<figures::FrameSource> frames_; ///< of the movement, as small as the preview
  QString paintingProblem_;
  QString sizeWords_;
  ExportForm* form_;
  ExportPreview* preview_;
  controls::Button* play_;
  QSlider* moment_;
  QWidget* moments_;
  QLabel* facts_;
  QLabel* problem_;
  QProgressBar* progress_;
  QPushButton* cancel_;
  QPushButton* export_;
  QTimer refreshTimer_;
  QTimer estimateTimer_;
  QTimer playTimer_;
  bool isWorking_ = false;
  bool isStopped_ = false;
};

} // namespace eigenboard::export_dialog
