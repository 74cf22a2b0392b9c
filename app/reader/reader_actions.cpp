#include "app/reader/block_painter.h"
#include "app/reader/code_desk.h"
#include "app/reader/inputs.h"
#include "app/reader/reader.h"

#include <QtCore/QFileInfo>
#include <QtCore/QUrl>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QToolTip>

namespace eigenboard::reader {

InlineObject* Reader::objectOf(const Target& target) {
  if (target.kind != TargetKind::Object || target.text < 0 ||
      target.text >= static_cast<int>(layout_.texts.size()))
    return nullptr;
  std::vector<InlineObject>& objects =
      layout_.texts[static_cast<std::size_t>(target.text)].paragraph->objects();
  return target.index < static_cast<int>(objects.size()) ? &objects[static_cast<std::size_t>(target.index)]
                                                         : nullptr;
}

void Reader::activate(int index) {
  if (index < 0 || index >= static_cast<int>(layout_.targets.size()))
    return;
  const Target target = layout_.targets[static_cast<std::size_t>(index)];
  switch (target.kind) {
  case TargetKind::Link: {
    const Paragraph& paragraph = *layout_.texts[static_cast<std::size_t>(target.text)].paragraph;
    const LinkSpan& link = paragraph.content().links[static_cast<std::size_t>(target.index)];
    if (link.isOption)
      inputs_->choose(index);
    else if (link.problem.isEmpty())
      follow(book::Link(link.link)); // a copy: following may replace the page
    else
      say(target, link.problem);
    break;
  }
  case TargetKind::Object: {
    if (objectOf(target))
      inputs_->openEntry(index);
    break;
  }
  case TargetKind::Fold:
    toggleFold(*target.node);
    break;
  case TargetKind::Card:
    state_.stagePanel = target.node->panel.panel;
    viewport()->update();
    emit panelRequested(target.node->panel.panel, target.node->panel.settings);
    emit stageWanted(target.node->panel.panel);
    break;
  case TargetKind::Copy:
  case TargetKind::Run:
  case TargetKind::Edit:
  case TargetKind::Reset:
  case TargetKind::More:
    code_->activate(target);
    break;
  case TargetKind::Exercise:
    if (isChecked(*target.node))
      say(target, exerciseWords(*target.node));
    else
      setExerciseDone(QString(target.node->anchor), !target.node->exercise.isDone);
    break;
  }
}

void Reader::say(const Target& target, const QString& words) {
  const QPointF below = target.rect.bottomLeft() - QPointF(0, scrolled());
  QToolTip::showText(viewport()->mapToGlobal(below.toPoint()), words, viewport());
}

void Reader::follow(const book::Link& link) {
  if (const auto* panel = std::get_if<book::PanelLink>(&link)) {
    state_.stagePanel = panel->panel;
    emit panelRequested(panel->panel, panel->settings);
    emit stageWanted(panel->panel);
  } else if (const auto* set = std::get_if<book::SetLink>(&link)) {
    state_.stagePanel = set->panel;
    if (panel::Session* session = numbers_.session(set->panel))
      session->apply(set->settings, true);
    emit stageWanted(set->panel);
  } else if (const auto* goal = std::get_if<book::GoalLink>(&link)) {
    state_.stagePanel = goal->panel;
    emit stageWanted(goal->panel);
  } else if (const auto* term = std::get_if<book::TermLink>(&link)) {
    openChapter(QStringLiteral("H"), term->slug);
  } else if (const auto* file = std::get_if<book::FileLink>(&link)) {
    followFile(*file);
  } else if (const auto* note = std::get_if<book::NoteLink>(&link)) {
    followNote(*note);
  } else if (const auto* web = std::get_if<book::WebLink>(&link)) {
    QDesktopServices::openUrl(QUrl(web->address));
  }
}

void Reader::followFile(const book::FileLink& link) {
  if (link.path.isEmpty()) {
    goTo(QString(link.anchor));
    return;
  }
  if (const book::Chapter* chapter = book_.findFile(QFileInfo(file_).path() + u'/' + link.path))
    openChapter(QString(chapter->id), QString(link.anchor));
}

void Reader::toggleFold(Node& fold) {
  fold.open = !fold.open;
  noticeExercises();
  relayout();
  loader_.request(layout_, scrolled(), viewport()->height());
}

void Reader::copySelection() {
  if (!state_.selection.isEmpty())
    QGuiApplication::clipboard()->setText(selectedText());
}

} // namespace eigenboard::reader
