#pragma once

#include "app/window/place.h"
#include "app/window/services.h"
#include "views/render/theme.h"

#include <QtCore/QJsonObject>
#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

class QSplitter;

namespace eigenboard::reader {
class ContentsView;
class Reader;
} // namespace eigenboard::reader

namespace eigenboard::stage {
class StageWidget;
}

namespace eigenboard::window {

class HeaderBar;

/// The book: contents, text and stage side by side.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// services outlive the window.
  explicit MainWindow(Services& services, QWidget* parent = nullptr);
  ~MainWindow() override;

  void open(const Place& place);
  /// A line above the page that stays until a click or Escape closes it.
  void showMessage(const QString& message);
  QString message() const;

  /// All that a later start needs to come back here.
  QJsonObject toJson() const;
  /// Size, theme, text size, panel states and goals; what does not fit is left as it is.
  void fromJson(const QJsonObject& session);
  /// The chapter, place and panel of a session; without one, the first chapter that is written.
  void openAt(const QJsonObject& session);

  reader::Reader& reader() { return *reader_; }
  stage::StageWidget& stage() { return *stage_; }

 signals:
  /// Something changed that toJson() tells; at most every half second.
  void sessionChanged();

 protected:
  void closeEvent(QCloseEvent* event) override;
  /// Escape that nothing else took closes the message.
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void connectParts();
  void buildActions();
  void showPanel(const QString& id, const panel::Settings& settings);
  void followTo(const QString& id, const panel::Settings& settings);
  void prepare(const QString& id, const panel::Settings& settings);
  void setTheme(const QString& key);
  void setZoom(double zoom);
  void chapterShown();
  void turnPage(int direction);
  void noteChange();

  Services& services_;
  QSplitter* splitter_ = nullptr;
  reader::ContentsView* contents_ = nullptr;
  reader::Reader* reader_ = nullptr;
  stage::StageWidget* stage_ = nullptr;
  HeaderBar* header_ = nullptr;
  QTimer changeTimer_;
  QString themeKey_;
  double zoom_ = 1;
};

} // namespace eigenboard::window
