#include "app/stage/notice_line.h"
#include "app/stage/stage_header.h"
#include "app/stage/stage_widget.h"
#include "app/stage/tab_strip.h"

namespace eigenboard::stage {

void StageWidget::buildTabs() {
  connect(strip_, &TabStrip::chosen, this, [this](int index) { take(choose(tabs_, index)); });
  connect(strip_, &TabStrip::moved, this, [this](int from, int to) { take(stage::move(tabs_, from, to)); });
  connect(strip_, &TabStrip::closeWanted, this, [this](int index) { take(stage::close(tabs_, index)); });
  connect(header_, &StageHeader::keepWanted, this,
          [this](bool isKept) { take(setKept(tabs_, tabs_.current, isKept)); });
}

bool StageWidget::isKnown(const QString& id) {
  if (desk_.registry().find(id))
    return true;
  const QString suggestion = panel::didYouMean(id, desk_.registry().ids());
  notice_->showMessage(tr("unknown panel '%1'").arg(id) + suggestion, NoticeLine::Tone::Warning);
  return false;
}

bool StageWidget::showPanel(const QString& id) {
  if (!isKnown(id))
    return false;
  take(stage::show(tabs_, id));
  return true;
}

bool StageWidget::followTo(const QString& id) {
  if (!isKnown(id))
    return false;
  take(follow(tabs_, id));
  return true;
}

void StageWidget::setTabs(const TabSet& tabs) {
  const std::vector<QString> ids = desk_.registry().ids();
  const TabSet known = tabSetFromJson(toJson(tabs), {ids.begin(), ids.end()});
  if (!known.tabs.empty())
    take(known);
}

void StageWidget::take(const TabSet& tabs) {
  const bool isSame = tabs == tabs_;
  tabs_ = tabs;
  strip_->setTabs(tabs_);
  header_->setKept(tabs_.current >= 0 && tabs_.tabs[static_cast<std::size_t>(tabs_.current)].isKept);
  const QString wanted = stage::currentPanel(tabs_);
  if (!wanted.isEmpty() && wanted != currentPanel())
    putOnStage(*desk_.session(wanted));
  arrange(); // the strip comes with the second tab
  if (!isSame)
    emit tabsChanged();
}

} // namespace eigenboard::stage
