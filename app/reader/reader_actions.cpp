#include "app/reader/block_painter.h"
#include "app/reader/code_desk.h"
#include "app/reader/inputs.h"
#include "app/reader/pointing.h"
#include "app/reader/reader.h"
#include "app/reader/targets.h"
#include "app/reader/ways.h"

#include <QtCore/QFileInfo>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>

namespace eigenboard::reader {

void Reader::activate(int index) {
  if (index < 0 || index >= static_cast<int>(page_.layout.targets.size()))
    return;
  const Target target = page_.layout.targets[static_cast<std::size_t>(index)];
  switch (target.kind) {
  case TargetKind::Link: {
    const Paragraph& paragraph = *page_.layout.texts[static_cast<std::size_t>(target.text)].paragraph;
    const LinkSpan& link = paragraph.content().links[static_cast<std::size_t>(target.index)];
    if (link.isOption)
      inputs_->choose(index);
    else if (link.problem.isEmpty())
      ways_->follow(book::Link(link.link)); // a copy: following may replace the page
    else
      say(target, link.problem);
    break;
  }
  case TargetKind::Object: {
    if (objectOf(page_.layout, target))
      inputs_->openEntry(index);
    break;
  }
  case TargetKind::Fold:
    ways_->toggleFold(*target.node);
    break;
  case TargetKind::Card:
    page_.state.stagePanel = target.node->panel.panel;
    viewport()->update();
    emit panelRequested(target.node->panel.panel, target.node->panel.settings);
    ways_->visit(target.node);
    emit stageWanted(target.node->panel.panel);
    break;
  case TargetKind::Copy:
  case TargetKind::Run:
  case TargetKind::Edit:
  case TargetKind::Beside:
  case TargetKind::Reset:
  case TargetKind::More:
    code_->activate(target);
    break;
  case TargetKind::Strip:
    break; // it is dragged, or moved by keys
  case TargetKind::Exercise:
    if (isChecked(*target.node))
      say(target, exerciseWords(*target.node));
    else
      setExerciseDone(QString(target.node->anchor), !target.node->exercise.isDone);
    break;
  }
}

void Reader::say(const Target& target, const QString& words) {
  pointing_->say(target.rect, target.text, words);
}

} // namespace eigenboard::reader
