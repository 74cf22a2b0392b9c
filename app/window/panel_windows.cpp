#include "app/window/panel_windows.h"

#include "app/stage/keyframe_shelf.h"
#include "app/stage/picture.h"
#include "app/stage/snap_button.h"
#include "app/stage/stage_widget.h"
#include "app/stage/stops.h"
#include "app/window/pop_out.h"
#include "app/window/presenting.h"
#include "app/window/screens.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace eigenboard::window {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostPopOuts = 12; ///< that come back at a start
constexpr int farthest = 100000;        ///< px: no screen is beyond

QRect placeFrom(const QJsonObject& json) {
  const auto number = [&json](const QString& key) {
    return std::clamp(json[key].toInt(), -farthest, farthest);
  };
  const QRect place(number(u"left"_s), number(u"top"_s), number(u"width"_s), number(u"height"_s));
  return place.isValid() ? place : QRect();
}

} // namespace

PanelWindows::PanelWindows(panel::Desk& desk, typesetting::Typesetter& typesetter, stage::StageWidget& stage,
                           QWidget& window, const render::Theme& theme)
    : QObject(&window), desk_(desk), typesetter_(typesetter), stage_(stage), window_(window), theme_(theme),
      presenting_(new Presenting(desk.undoStack(), typesetter, this)) {
  connect(&stage, &stage::StageWidget::snappingChosen, this, &PanelWindows::setSnapping);
  connect(&stage, &stage::StageWidget::popOutWanted, this, [this](const QString& id) { popOut(id); });
  connect(&stage, &stage::StageWidget::presentWanted, this, &PanelWindows::present);
}

PanelWindows::~PanelWindows() {
  for (PopOut* popOut : popOuts_)
    popOut->disconnect(this);
  qDeleteAll(popOuts_);
}

void PanelWindows::popOut(const QString& panel, const QRect& place) {
  if (!desk_.registry().find(panel))
    return;
  for (PopOut* open : popOuts_)
    if (open->panel() == panel) {
      open->show();
      open->raise();
      return open->activateWindow();
    }
  auto* made = new PopOut(desk_, typesetter_, theme_, panel);
  made->stage().setSnapping(snapping_);
  made->stage().shareKeyframes(stage_);
  made->stage().setSplit(stage_.split());
  made->stage().picture().setSpaceDrawing(spaceDrawing_);
  if (place.isValid()) {
    made->setGeometry(fittedToScreens(place, availableScreens()));
    made->setAttribute(Qt::WA_ShowWithoutActivating);
  }
  popOuts_.push_back(made);
  connect(&made->stage(), &stage::StageWidget::snappingChosen, this, &PanelWindows::setSnapping);
  // One memory of choices, and one place that tells of what was written.
  made->stage().setExportChoices(stage_.exportChoices());
  connect(&made->stage(), &stage::StageWidget::exportChosen, this, [this, made] {
    stage_.setExportChoices(made->stage().exportChoices());
    emit changed();
  });
  connect(&made->stage(), &stage::StageWidget::exported, &stage_, &stage::StageWidget::exported);
  connect(made, &PopOut::closed, this, [this, made] { remove(made); });
  connect(made, &PopOut::placed, this, &PanelWindows::changed);
  connect(made, &PopOut::presentWanted, this, [this, made](const QString& id) { presentFrom(id, *made); });
  made->show();
  if (!place.isValid()) {
    made->activateWindow();
    made->stage().focusPicture();
  }
  emit changed();
}

void PanelWindows::remove(PopOut* popOut) {
  std::erase(popOuts_, popOut);
  popOut->deleteLater();
  emit changed();
}

void PanelWindows::present(const QString& panel) {
  presentFrom(panel, window_);
}

void PanelWindows::presentFrom(const QString& panel, QWidget& from) {
  panel::Session* session = desk_.session(panel);
  if (!session)
    return;
  // Who has marked states has prepared a talk; otherwise the presets are one.
  const stage::Keyframes& marked = stage_.keyframes().of(panel);
  stage::StageWidget* shown = from.findChild<stage::StageWidget*>();
  presenting_->start(
      *session, marked.empty() ? stage::presetStops(*session) : stage::keyframeStops(*session, marked),
      shown && shown->currentPanel() == panel ? shown->picture().looks() : std::vector<render::ViewLook>(),
      theme_, from);
}

void PanelWindows::setTheme(const render::Theme& theme) {
  theme_ = theme;
  for (PopOut* open : popOuts_)
    open->setTheme(theme);
}

void PanelWindows::setSnapping(render::Snapping snapping) {
  snapping_ = snapping;
  stage_.setSnapping(snapping);
  for (PopOut* open : popOuts_)
    open->stage().setSnapping(snapping);
  presenting_->setSnapping(snapping);
  emit snappingChanged();
  emit changed();
}

void PanelWindows::setSpaceDrawing(render::SpaceDrawing drawing) {
  spaceDrawing_ = drawing;
  stage_.picture().setSpaceDrawing(drawing);
  for (PopOut* open : popOuts_)
    open->stage().picture().setSpaceDrawing(drawing);
  presenting_->setSpaceDrawing(drawing);
  emit spaceDrawingChanged(render::keyOf(drawing));
  emit changed();
}

void PanelWindows::setReducedMotion(bool isReduced) {
  presenting_->setReducedMotion(isReduced);
}

void PanelWindows::hideAll() {
  if (QWidget* presentation = presenting_->presentation())
    presentation->close();
  for (PopOut* open : popOuts_)
    open->hide();
}

QJsonObject PanelWindows::toJson() const {
  QJsonArray windows;
  for (const PopOut* open : popOuts_) {
    const QRect place = open->geometry();
    windows.append(QJsonObject{{u"panel"_s, open->panel()},
                               {u"left"_s, place.left()},
                               {u"top"_s, place.top()},
                               {u"width"_s, place.width()},
                               {u"height"_s, place.height()}});
  }
  return {{u"snapping"_s, stage::keyOf(snapping_)},
          {u"spaceDrawing"_s, render::keyOf(spaceDrawing_)},
          {u"windows"_s, windows}};
}

void PanelWindows::fromJson(const QJsonObject& json) {
  setSnapping(stage::snappingOf(json[u"snapping"_s].toString()));
  setSpaceDrawing(render::spaceDrawingOf(json[u"spaceDrawing"_s].toString()));
  for (const QJsonValue each : json[u"windows"_s].toArray()) {
    const QJsonObject window = each.toObject();
    const QRect place = placeFrom(window);
    if (place.isValid() && popOuts_.size() < mostPopOuts)
      popOut(window[u"panel"_s].toString(), place);
  }
}

} // namespace eigenboard::window
