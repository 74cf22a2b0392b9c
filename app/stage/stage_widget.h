#pragma once

#include "app/stage/stage_parts.h"
#include "app/stage/tab_set.h"
#include "views/controls/themed.h"
#include "views/panel/desk.h"
#include "views/render/handle_motion.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QBoxLayout;

namespace eigenboard::stage {

/// One panel, live: its picture, formula, controls, readouts and identities, and what can be done with any
/// panel. Others wait in tabs: those the reader keeps, and the one that follows the text.
class StageWidget : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// desk and typesetter outlive the stage.
  StageWidget(panel::Desk& desk, typesetting::Typesetter& typesetter, const render::Theme& theme,
              QWidget* parent = nullptr);
  ~StageWidget() override;

  /// The reader wants to see this panel. False, and a message in place, when there is no such panel; then the
  /// one before stays.
  bool showPanel(const QString& id);
  /// The text has come to this panel: it is shown unless the reader keeps another one in front.
  bool followTo(const QString& id);
  /// Empty before the first.
  QString currentPanel() const;
  const TabSet& tabs() const { return tabs_; }
  /// Panels that are not registered any more are left out; of none, the stage stays as it is.
  void setTabs(const TabSet& tabs);
  /// A brief frame round the picture: something in the text has changed it. The controls whose values change
  /// within the next moments are scrolled into view and ringed.
  void flash();
  void setSnapping(render::Snapping snapping);
  /// In a window of its own, where there is nothing to keep and nowhere else to go.
  void setAlone();
  /// What the controls have, in (0, 1], of the height that they share with a picture above them; 0: as the
  /// program thinks best.
  double split() const { return split_; }
  void setSplit(double share);
  /// To the first handle of the picture.
  void focusPicture();

  /// Keeps the present state at the end of the strip of marked states.
  void markState();
  /// The picture as PNG, SVG and PDF, and its state as text, all at once on the clipboard.
  void copyPicture();
  void chooseExport();
  /// What was chosen at the last export, and is offered at the next.
  const QJsonObject& exportChoices() const { return exportChoices_; }
  void setExportChoices(const QJsonObject& choices) { exportChoices_ = choices; }
  KeyframeShelf& keyframes() { return *shelf_; }
  void shareKeyframes(const StageWidget& other); ///< the marked states of both are the same from now on
  KeyframeStrip& keyframeStrip() { return *keyframes_; }

  Picture& picture() { return *picture_; }
  controls::FormulaView& formula() { return *formula_; }
  controls::ReadoutTable& readouts();
  controls::InvariantStrip& invariants() { return *invariants_; }
  controls::PresetBar& presets() { return *presets_; }
  controls::PlaybackBar& playback() { return *playback_; }
  NoticeLine& notice() { return *notice_; }

 signals:
  void panelShown(const QString& id);
  void tabsChanged();
  void snappingChosen(eigenboard::render::Snapping snapping);
  void popOutWanted(const QString& id); ///< the panel into a window of its own
  void presentWanted(const QString& id);
  void splitChanged(); ///< by the reader
  void exportChosen();
  void exported(const QString& path); ///< a file, or the folder of numbered ones

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void themeChanged() override;

 private:
  bool isKnown(const QString& id);
  void take(const TabSet& tabs);
  void putOnStage(panel::Session& session);
  void buildTabs();
  void buildHeader();
  void buildMenus();
  void buildKeyframes();
  void followShelf();
  void showKeyframes();
  void playKeyframes();
  void saveKeyframes();
  QWidget* buildBody();
  void connectSession();
  void showEvaluation();
  void arrange();
  void buildDivider(QWidget& body);
  int heightOfStrips() const;
  int roomToShare() const;
  int heightBelow() const;
  void orderTabs();
  void refreshNotice();
  void refreshUndo();
  void refreshShowing();
  void undo();
  void redo();
  void togglePlay();
  void copyNumpy();
  void copyTex();
  void copyValues();
  void copyImage();
  void copySvg();
  void copied(const QString& what);

  panel::Desk& desk_;
  typesetting::Typesetter& typesetter_;
  QPointer<panel::Session> session_;
  QJsonObject exportChoices_;
  TabSet tabs_;
  TabStrip* strip_;
  StageHeader* header_;
  controls::PresetBar* presets_;
  SnapButton* snap_;
  Picture* picture_;
  PictureHand* hand_ = nullptr;
  StageLights* lights_ = nullptr;
  ComputingBar* computing_ = nullptr;
  controls::PlaybackBar* playback_;
  std::shared_ptr<KeyframeShelf> shelf_;
  KeyframeStrip* keyframes_;
  controls::FormulaView* formula_;
  Divider* divider_ = nullptr; ///< between the picture and what lies below it
  double split_ = 0;
  SideColumn* side_;
  QBoxLayout* column_; ///< all parts, from top to bottom
  QBoxLayout* body_ = nullptr;
  controls::InvariantStrip* invariants_;
  bool isBelow_ = false; ///< controls, readouts, formula and identities lie below the picture
  NoticeLine* notice_;
  std::size_t viewCount_ = 1;
  QDeadlineTimer reveal_; ///< until then what changes was changed by the text
  bool isNoticeChosen_ = false;
};

} // namespace eigenboard::stage
