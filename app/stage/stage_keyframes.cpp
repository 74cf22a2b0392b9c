#include "app/stage/keyframe_shelf.h"
#include "app/stage/keyframe_strip.h"
#include "app/stage/notice_line.h"
#include "app/stage/stage_header.h"
#include "app/stage/stage_widget.h"
#include "views/panel/session_animation.h"
#include "views/render/safe_write.h"

#include <QtCore/QJsonDocument>
#include <QtWidgets/QFileDialog>

namespace eigenboard::stage {

using namespace Qt::StringLiterals;

void StageWidget::buildKeyframes() {
  connect(header_, &StageHeader::markWanted, this, &StageWidget::markState);
  followShelf();
  connect(keyframes_, &KeyframeStrip::markWanted, this, &StageWidget::markState);
  connect(keyframes_, &KeyframeStrip::playWanted, this, &StageWidget::playKeyframes);
  connect(keyframes_, &KeyframeStrip::saveWanted, this, &StageWidget::saveKeyframes);
  connect(keyframes_, &KeyframeStrip::changeWanted, this,
          [this](const Keyframes& next, const QString& undoText) {
            shelf_->change(currentPanel(), next, undoText);
          });
  connect(keyframes_, &KeyframeStrip::refused, this,
          [this](const QString& reason) { notice_->showMessage(reason, NoticeLine::Tone::Warning); });
  connect(keyframes_, &KeyframeStrip::emptied, this, &StageWidget::focusPicture);
  connect(keyframes_, &KeyframeStrip::goWanted, this, [this](int index) {
    const Keyframe keyframe = keyframes_->keyframes()[static_cast<std::size_t>(index)];
    isNoticeChosen_ = false; // what was said of a preset is not said of this
    session_->goThrough({keyframe.state}, {panel::easeMilliseconds}, tr("Go to: %1").arg(keyframe.label));
  });
}

void StageWidget::followShelf() {
  connect(shelf_.get(), &KeyframeShelf::changed, this, [this](const QString& panelId) {
    if (panelId == currentPanel())
      showKeyframes();
  });
}

void StageWidget::shareKeyframes(const StageWidget& other) {
  shelf_->disconnect(this);
  shelf_ = other.shelf_;
  followShelf();
  if (session_)
    showKeyframes();
}

void StageWidget::showKeyframes() {
  const bool wasHidden = keyframes_->isHidden();
  keyframes_->setKeyframes(session_->panel(), shelf_->of(currentPanel()));
  keyframes_->setState(session_->state());
  if (wasHidden != keyframes_->isHidden())
    arrange();
  orderTabs();
}

void StageWidget::markState() {
  if (!session_)
    return;
  session_->arrive();     // a state on the way is none that was asked for
  session_->evaluation(); // the steps that the process really takes
  const Keyframes& before = shelf_->of(currentPanel());
  if (before.size() >= mostKeyframes)
    return notice_->showMessage(
        tr("At most %1 states of a panel can be marked; remove one first").arg(mostKeyframes),
        NoticeLine::Tone::Warning);
  Keyframe keyframe;
  keyframe.state = session_->state();
  keyframe.label = labelFor(session_->description(), keyframe.state, before.size() + 1);
  shelf_->change(currentPanel(), added(before, keyframe), tr("Mark this state"));
  notice_->showMessage(tr("Marked: %1").arg(keyframe.label), NoticeLine::Tone::Plain);
}

void StageWidget::playKeyframes() {
  if (session_->isAnimating()) {
    session_->stopAnimation();
    return keyframes_->setPlaying(false);
  }
  std::vector<panel::State> states;
  std::vector<int> milliseconds;
  int shown = 0;
  for (const Keyframe& keyframe : keyframes_->keyframes()) {
    if (!states.empty()) { // the one before stands for its time
      states.push_back(states.back());
      milliseconds.push_back(shown);
    }
    states.push_back(keyframe.state);
    milliseconds.push_back(panel::easeMilliseconds);
    shown = keyframe.milliseconds;
  }
  session_->goThrough(std::move(states), milliseconds, tr("Play the marked states"));
  keyframes_->setPlaying(session_->isAnimating());
}

void StageWidget::saveKeyframes() {
  auto* dialog = new QFileDialog(this, tr("Save the marked states"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilter(tr("Keyframes (*.json)"));
  dialog->setDefaultSuffix(u"json"_s);
  dialog->selectFile(currentPanel().section(u'.', -1) + u"-keyframes.json"_s);
  const QJsonObject json = figures::keyframesToJson(session_->description(), keyframes_->keyframes());
  connect(dialog, &QFileDialog::fileSelected, this, [this, json](const QString& fileName) {
    const QString error = render::writeWhole(fileName, QJsonDocument(json).toJson());
    if (error.isEmpty())
      notice_->showMessage(tr("Written: %1").arg(fileName), NoticeLine::Tone::Plain);
    else
      notice_->showMessage(error, NoticeLine::Tone::Warning);
  });
  dialog->open();
}

} // namespace eigenboard::stage
