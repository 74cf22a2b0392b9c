#pragma once

#include "app/window/place.h"
#include "app/window/services.h"
#include "app/window/window_action.h"

#include <QtCore/QJsonObject>
#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

#include <functional>

class QStackedWidget;

namespace eigenboard::reader {
class Reader;
}
namespace eigenboard::stage {
class StageWidget;
}
namespace eigenboard::navigation {
class FindBar;
class MapPage;
class SidePanel;
} // namespace eigenboard::navigation

namespace eigenboard::window {

class Beside;
class Columns;
class HeaderBar;
class MarksDesk;
class MessageLine;
class PanelWindows;
class ProgressKeeper;
class Toast;
class Travel;

/// The book: side panel, text and stage side by side, the toolbar above them, and the map in their place.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// services outlive the window.
  explicit MainWindow(Services& services, QWidget* parent = nullptr);
  ~MainWindow() override;

  void open(const Place& place);
  /// A passing message over the page. doing: what its button does ("Undo").
  void showMessage(const QString& message, const QString& doing = {}, const std::function<void()>& run = {});
  QString message() const;
  void showProblem(const QString& problem); ///< in a line above the page until it is closed; empty: no more
  QString problem() const;

  /// All that a later start needs to come back here.
  QJsonObject toJson() const;
  /// Size, theme, text size, panel states and goals; what does not fit is left as it is.
  void fromJson(const QJsonObject& session);
  /// The chapter, place and panel of a session; without one, a first page with a word of welcome.
  void openAt(const QJsonObject& session);

  reader::Reader& reader() { return *reader_; }
  stage::StageWidget& stage() { return *stage_; }
  navigation::SidePanel& side() { return *side_; }
  navigation::FindBar& findBar() { return *find_; }
  navigation::MapPage& map() { return *map_; }
  Columns& columns() { return *columns_; }
  Beside& beside() { return *beside_; }
  HeaderBar& header() { return *header_; }
  Toast& toast() { return *toast_; }
  MarksDesk& marks() { return *marks_; }
  ProgressKeeper& progress() { return *progress_; }
  Travel& travel() { return *travel_; }
  PanelWindows& panelWindows() { return *panelWindows_; }

  /// In the order of the menu.
  const std::vector<WindowAction>& windowActions() const { return actions_; }
  /// By its object name ("map"); null when there is none.
  QAction* actionNamed(const QString& name) const;
  bool isMapShown() const;
  void showMap(bool shown);
  /// The reading path that previous and next follow, see book::pathOf.
  QString path() const { return path_; }
  void setPath(const QString& path);

 signals:
  /// Something changed that toJson() tells; at most every half second.
  void sessionChanged();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  /// Escape that nothing else took closes the message, or the problem.
  void keyPressEvent(QKeyEvent* event) override;
  /// The mouse's buttons for back and forward, wherever the pointer is.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* buildPages();
  void connectParts();
  void connectSide();
  QAction* addNamed(const QString& group, const QString& name, const QString& text,
                    const QList<QKeySequence>& keys, const std::function<void()>& run);
  /// Adds a submenu of which one is chosen at a time, each by "name.key". choices: keys and words.
  void addChoices(const QString& group, const QString& heading, const QString& name,
                  const QList<std::pair<QString, QString>>& choices,
                  const std::function<void(const QString& key)>& choose);
  void buildActions();
  void buildGoing();
  void buildFinding();
  void buildView();
  void buildHeader();
  void openChapter(const QString& id);
  void showPanel(const QString& id, const panel::Settings& settings);
  void prepare(const QString& id, const panel::Settings& settings);
  void setTheme(const QString& key);
  void setZoom(double zoom);
  void chapterShown();
  void refreshPlace();
  void refreshProgress();
  void switchSides();
  void resetProgress(const QString& chapter);
  void openFirst(bool greets);
  void noteChange();

  Services& services_;
  navigation::SidePanel* side_ = nullptr;
  reader::Reader* reader_ = nullptr;
  navigation::FindBar* find_ = nullptr;
  stage::StageWidget* stage_ = nullptr;
  PanelWindows* panelWindows_ = nullptr;
  Beside* beside_ = nullptr;
  Columns* columns_ = nullptr;
  navigation::MapPage* map_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  HeaderBar* header_ = nullptr;
  MessageLine* problem_ = nullptr;
  Toast* toast_ = nullptr;
  Travel* travel_ = nullptr;
  MarksDesk* marks_ = nullptr;
  ProgressKeeper* progress_ = nullptr;
  std::vector<WindowAction> actions_;
  QTimer changeTimer_;
  QTimer progressTimer_;
  QSize normalSize_; ///< of the window while it is not maximized
  QString themeKey_;
  QString path_;
};

} // namespace eigenboard::window
