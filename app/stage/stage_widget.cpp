#include "app/stage/stage_widget.h"

#include "app/stage/computing_bar.h"
#include "app/stage/divider.h"
#include "app/stage/keyframe_shelf.h"
#include "app/stage/keyframe_strip.h"
#include "app/stage/notice_line.h"
#include "app/stage/picture.h"
#include "app/stage/picture_hand.h"
#include "app/stage/side_column.h"
#include "app/stage/snap_button.h"
#include "app/stage/stage_header.h"
#include "app/stage/stage_lights.h"
#include "app/stage/tab_strip.h"
#include "views/controls/appearance.h"
#include "views/controls/formula_view.h"
#include "views/controls/invariant_strip.h"
#include "views/controls/playback_bar.h"
#include "views/controls/preset_bar.h"
#include "views/panel/run_shelf.h"

#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace eigenboard::stage {

using namespace Qt::StringLiterals;
using controls::unit;

namespace {
constexpr int revealMilliseconds = 1500; ///< an eased change takes less
}

StageWidget::StageWidget(panel::Desk& desk, typesetting::Typesetter& typesetter, const render::Theme& theme,
                         QWidget* parent)
    : QWidget(parent), Themed(theme), desk_(desk), typesetter_(typesetter) {
  setAutoFillBackground(true);
  setFocusPolicy(Qt::ClickFocus);
  setAccessibleName(tr("Stage"));
  setMinimumSize(480, 420);
  strip_ = new TabStrip(desk.registry(), theme, this);
  header_ = new StageHeader(theme, this);
  presets_ = new controls::PresetBar(theme, this);
  snap_ = new SnapButton(theme, this);
  formula_ = new controls::FormulaView(typesetter, theme, this);
  invariants_ = new controls::InvariantStrip(typesetter, theme, this);
  notice_ = new NoticeLine(theme, this);

  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(2 * unit, unit + unit / 2, 2 * unit, unit + unit / 2);
  column_->setSpacing(unit);
  column_->addWidget(strip_);
  column_->addWidget(header_);
  auto* choices = new QHBoxLayout;
  choices->setSpacing(unit);
  choices->addWidget(presets_, 1);
  choices->addWidget(snap_, 0, Qt::AlignRight);
  column_->addLayout(choices);
  column_->addWidget(buildBody(), 1);
  column_->addWidget(formula_);
  column_->addWidget(invariants_);
  column_->addWidget(notice_);

  buildTabs();
  buildHeader();
  buildMenus();
  buildKeyframes();
  themeChanged();
}

StageWidget::~StageWidget() = default;

QWidget* StageWidget::buildBody() {
  auto* body = new QWidget(this);
  body_ = new QHBoxLayout(body);
  body_->setContentsMargins(0, 0, 0, 0);
  body_->setSpacing(2 * unit);
  auto* left = new QVBoxLayout;
  left->setContentsMargins(0, 0, 0, 0);
  left->setSpacing(unit / 2);
  picture_ = new Picture(typesetter_, theme(), body);
  hand_ = new PictureHand(*picture_, this);
  lights_ = new StageLights(*picture_, this);
  computing_ = new ComputingBar(theme(), picture_);
  connect(picture_, &Picture::arranged, this, &StageWidget::orderTabs);
  playback_ = new controls::PlaybackBar(theme(), body);
  playback_->hide();
  shelf_ = std::make_shared<KeyframeShelf>(desk_);
  keyframes_ = new KeyframeStrip(theme(), body);
  side_ = new SideColumn(typesetter_, theme(), body);
  buildDivider(*body);
  left->addWidget(picture_, 1);
  left->addWidget(playback_);
  left->addWidget(keyframes_);
  body_->addLayout(left, 1);
  body_->addWidget(divider_);
  body_->addWidget(side_);
  return body;
}

void StageWidget::buildHeader() {
  connect(header_, &StageHeader::showMeWanted, this, [this] {
    if (!session_)
      return;
    if (session_->isAnimating())
      session_->stopAnimation();
    else
      session_->showMe();
    refreshShowing();
  });
  connect(header_, &StageHeader::popOutWanted, this, [this] { emit popOutWanted(currentPanel()); });
  connect(snap_, &SnapButton::chosen, this, &StageWidget::snappingChosen);
  connect(snap_, &SnapButton::chosen, this, &StageWidget::setSnapping);
  connect(header_, &StageHeader::undoWanted, this, &StageWidget::undo);
  connect(header_, &StageHeader::redoWanted, this, &StageWidget::redo);
  connect(header_, &StageHeader::resetWanted, this, [this] {
    if (session_) {
      session_->pause();
      session_->reset();
    }
  });
  connect(header_, &StageHeader::numpyWanted, this, &StageWidget::copyNumpy);
  connect(header_, &StageHeader::exportWanted, this, &StageWidget::chooseExport);
  connect(presets_, &controls::PresetBar::noticed, this, [this](const QString& notice) {
    isNoticeChosen_ = true;
    notice_->setNotice(notice);
  });
  connect(&side_->readouts(), &controls::ReadoutTable::copied, this,
          [this](const QString& what) { copied(what); });
  connect(&side_->runs(), &controls::RunTable::copied, this, [this](const QString& what) { copied(what); });
  connect(&desk_.undoStack(), &QUndoStack::indexChanged, this, &StageWidget::refreshUndo);
  refreshUndo();
}

void StageWidget::putOnStage(panel::Session& session) {
  keyframes_->endEditing();   // what is typed there belongs to the panel before
  hand_->setSession(session); // a drag of the one before ends
  if (session_) {
    session_->disconnect(this);
    session_->runs().disconnect(this);
    session_->disconnect(side_);
    session_->disconnect(notice_);
  }
  session_ = &session;
  picture_->clear();
  formula_->clear();
  header_->setPanel(session.description());
  side_->setSession(session);
  side_->readouts().setSpotlight(&session.spotlight());
  formula_->setSpotlight(&session.spotlight());
  lights_->setSession(session);
  presets_->setSession(&session);
  presets_->setVisible(!session.description().presets.empty());
  playback_->setSession(&session);
  playback_->setVisible(session.isProcess());
  showKeyframes();
  connectSession();
  computing_->setSession(session);
  showEvaluation();
  isNoticeChosen_ = false;
  refreshNotice();
  arrange();
  orderTabs();
  emit panelShown(currentPanel());
}

void StageWidget::connectSession() {
  connect(session_, &panel::Session::evaluated, this, &StageWidget::showEvaluation);
  connect(&session_->runs(), &panel::RunShelf::ghostsMoved, this,
          [this] { picture_->setScene(session_->runs().livePicture()); });
  connect(session_, &panel::Session::changed, side_, &SideColumn::refresh);
  connect(session_, &panel::Session::changed, this, [this](const QStringList& keys) {
    if (!reveal_.hasExpired() && !hand_->isInDrag())
      side_->reveal(keys, desk_.isMotionReduced());
  });
  connect(session_, &panel::Session::changed, notice_, &NoticeLine::endWarning);
  connect(session_, &panel::Session::rejected, this,
          [this](const QString& reason) { notice_->showMessage(reason, NoticeLine::Tone::Warning); });
  connect(session_, &panel::Session::noted, this,
          [this](const QString& remark) { notice_->showMessage(remark, NoticeLine::Tone::Plain); });
  connect(session_, &panel::Session::goalReached, this, [this](const QString& key) {
    for (const panel::GoalDescription& goal : session_->description().goals)
      if (goal.key == key)
        notice_->showMessage(tr("Reached: %1").arg(goal.label), NoticeLine::Tone::Plain);
  });
}

QString StageWidget::currentPanel() const {
  return session_ ? session_->description().identity.id : QString();
}

controls::ReadoutTable& StageWidget::readouts() {
  return side_->readouts();
}

void StageWidget::showEvaluation() {
  const panel::Evaluation& evaluation = session_->evaluation();
  if (!evaluation.scene.views.empty() && evaluation.scene.views.size() != viewCount_) {
    viewCount_ = evaluation.scene.views.size();
    arrange();
  }
  picture_->setScene(session_->runs().livePicture());
  picture_->setProblem(session_->problem());
  formula_->setFormula(evaluation.formula);
  side_->readouts().setReadouts(evaluation.readouts);
  side_->runs().refresh();
  invariants_->setInvariants(evaluation.invariants);
  computing_->refresh();
  playback_->refresh();
  presets_->refresh();
  refreshShowing();
  keyframes_->setState(session_->state());
  keyframes_->setPlaying(session_->isAnimating());
  refreshNotice();
  if (QAccessible::isActive())
    picture_->setAccessibleDescription(evaluation.spoken);
}

/// What to notice in the preset that the panel is in; away from all of them the notice of the chosen one
/// stays.
void StageWidget::refreshNotice() {
  const QString notice = presets_->presentNotice();
  if (!notice.isEmpty())
    notice_->setNotice(notice);
  else if (!isNoticeChosen_)
    notice_->setNotice(tr("Drag a coloured point, or press F6 and the arrow keys."));
}

void StageWidget::focusPicture() {
  for (QWidget* view : picture_->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
    if (view->isVisible() && view->focusPolicy() & Qt::TabFocus)
      return view->setFocus(Qt::TabFocusReason);
}

void StageWidget::flash() {
  picture_->flash(desk_.isMotionReduced());
  reveal_.setRemainingTime(revealMilliseconds);
}

void StageWidget::refreshUndo() {
  const QUndoStack& stack = desk_.undoStack();
  header_->setUndo(stack.canUndo(), stack.undoText(), stack.canRedo(), stack.redoText());
}

void StageWidget::refreshShowing() {
  header_->setShowing(session_ && session_->isAnimating());
}

void StageWidget::setSnapping(render::Snapping snapping) {
  snap_->setSnapping(snapping);
  picture_->setSnapping(snapping);
}

void StageWidget::setAlone() {
  header_->setAlone();
}

void StageWidget::undo() {
  desk_.undoStack().undo();
}

void StageWidget::redo() {
  desk_.undoStack().redo();
}

void StageWidget::togglePlay() {
  if (session_->isPlaying())
    session_->pause();
  else
    session_->play();
}

void StageWidget::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void StageWidget::keyPressEvent(QKeyEvent* event) {
  const bool isExport = event->key() == Qt::Key_E && event->modifiers() == Qt::ControlModifier;
  if (event->matches(QKeySequence::Undo))
    undo();
  else if (event->matches(QKeySequence::Redo) ||
           (event->key() == Qt::Key_Z && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)))
    redo();
  else if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::ControlModifier)
    take(choose(tabs_, (tabs_.current + 1) % std::max(1, strip_->count())));
  else if (event->key() == Qt::Key_Backtab && event->modifiers() & Qt::ControlModifier)
    take(choose(tabs_, (tabs_.current + strip_->count() - 1) % std::max(1, strip_->count())));
  else if (isExport)
    chooseExport();
  else if (event->key() == Qt::Key_Escape && session_ && session_->isComputing())
    session_->cancelComputing();
  else if (event->key() == Qt::Key_K && event->modifiers() == Qt::NoModifier)
    markState();
  else if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
    copyPicture();
  else if (event->key() == Qt::Key_Space && session_ && session_->isProcess())
    togglePlay();
  else if (event->key() == Qt::Key_R && event->modifiers() == Qt::NoModifier && session_ &&
           panel::hasRuns(session_->description()))
    session_->runs().keep();
  else
    QWidget::keyPressEvent(event);
}

void StageWidget::themeChanged() {
  setPalette(controls::palette(theme()));
  controls::setThemeBelow(*this, theme());
}

} // namespace eigenboard::stage
