#include "app/reader/ways.h"

#include "app/reader/block_painter.h"
#include "app/reader/places.h"
#include "app/reader/pointing.h"
#include "app/reader/reader.h"

#include <QtCore/QFileInfo>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>

#include <algorithm>

namespace eigenboard::reader {

namespace {

constexpr int arrivalMilliseconds = 140; ///< a reader who scrolls past a card has not arrived at it
constexpr double arrivalHeight = 0.6;    ///< of the window: a card above this line has been reached

/// The last card that begins above a height, or −1.
int cardAbove(const Layout& layout, double y) {
  int found = -1;
  for (std::size_t i = 0; i < layout.targets.size(); ++i)
    if (layout.targets[i].kind == TargetKind::Card && layout.targets[i].rect.top() <= y)
      found = static_cast<int>(i);
  return found;
}

} // namespace

Ways::Ways(Reader& reader) : reader_(reader) {
  arrivalTimer_.setSingleShot(true);
  arrivalTimer_.setInterval(arrivalMilliseconds);
  QObject::connect(&arrivalTimer_, &QTimer::timeout, &reader, [this] { noticeArrival(); });
}

QString Ways::problemOf(const book::Link& link) {
  if (const auto* term = std::get_if<book::TermLink>(&link))
    return reader_.pointing_->reference().termProblem(term->slug);
  const auto* file = std::get_if<book::FileLink>(&link);
  if (!file)
    return reader_.supplies_.numbers.problem(link);
  if (file->path.isEmpty() ||
      reader_.book_.findFile(QFileInfo(reader_.page_.file).path() + u'/' + file->path))
    return {};
  return Reader::tr("%1 is no chapter of the book").arg(file->path);
}

QString Ways::numberText(const InlineObject& object, double y) {
  const QString panel = book::panelOf(object.link);
  const Node* card = nullptr;
  for (const Target& target : reader_.page_.layout.targets)
    if (target.kind == TargetKind::Card && target.node->panel.panel == panel && target.rect.top() <= y)
      card = target.node;
  const bool isAhead = card && !cardsVisited_.contains(card);
  return isAhead && object.kind == ObjectKind::Value && !object.source.isEmpty()
             ? object.source
             : reader_.supplies_.numbers.text(object.link);
}

void Ways::visit(const Node* card) {
  if (cardsVisited_.contains(card))
    return;
  cardsVisited_.insert(card);
  reader_.refreshNumbers(card->panel.panel);
}

void Ways::requestFirstPanel(const QString& first) {
  // The page is at its top: the stage gets the chapter's panel, in the state of its card unless the reader
  // has made it their own.
  panel::Session* session = reader_.supplies_.numbers.session(first);
  if (!session)
    return;
  panel::Settings settings;
  const bool untouched = toSettings(session->description(), session->state()).empty();
  for (const Target& target : reader_.page_.layout.targets)
    if (target.kind == TargetKind::Card && target.node->panel.panel == first) {
      visit(target.node);
      if (untouched)
        settings = target.node->panel.settings;
      break;
    }
  reader_.page_.state.stagePanel = first;
  emit reader_.panelRequested(first, settings);
}

void Ways::noticeArrival() {
  const int card =
      cardAbove(reader_.page_.layout, reader_.scrolled() + arrivalHeight * reader_.viewport()->height());
  if (card < 0)
    return;
  const Node* node = reader_.page_.layout.targets[static_cast<std::size_t>(card)].node;
  const bool first = !cardsVisited_.contains(node);
  if (!first && node->panel.panel == reader_.page_.state.stagePanel)
    return;
  // The state of a card is set once. Whoever scrolls back to it finds the panel as they left it.
  visit(node);
  reader_.page_.state.stagePanel = node->panel.panel;
  reader_.viewport()->update();
  emit reader_.panelRequested(node->panel.panel, first ? node->panel.settings : panel::Settings());
}

void Ways::arriveQuietly() {
  const double reached = reader_.scrolled() + arrivalHeight * reader_.viewport()->height();
  for (const Target& target : reader_.page_.layout.targets)
    if (target.kind == TargetKind::Card && target.rect.top() <= reached)
      visit(target.node);
}

void Ways::follow(const book::Link& link) {
  if (const auto* panel = std::get_if<book::PanelLink>(&link)) {
    reader_.page_.state.stagePanel = panel->panel;
    emit reader_.panelRequested(panel->panel, panel->settings);
    emit reader_.stageWanted(panel->panel);
  } else if (const auto* set = std::get_if<book::SetLink>(&link)) {
    reader_.page_.state.stagePanel = set->panel;
    if (panel::Session* session = reader_.supplies_.numbers.session(set->panel))
      session->apply(set->settings, panel::Move::Eased);
    emit reader_.stageWanted(set->panel);
  } else if (const auto* goal = std::get_if<book::GoalLink>(&link)) {
    reader_.page_.state.stagePanel = goal->panel;
    emit reader_.stageWanted(goal->panel);
  } else if (const auto* term = std::get_if<book::TermLink>(&link)) {
    reader_.openChapter(QStringLiteral("H"), term->slug);
  } else if (const auto* file = std::get_if<book::FileLink>(&link)) {
    followFile(*file);
  } else if (const auto* note = std::get_if<book::NoteLink>(&link)) {
    followNote(*note);
  } else if (const auto* web = std::get_if<book::WebLink>(&link)) {
    QDesktopServices::openUrl(QUrl(web->address));
  }
}

void Ways::followFile(const book::FileLink& link) {
  if (link.path.isEmpty()) {
    reader_.places_->goTo(QString(link.anchor));
    return;
  }
  if (const book::Chapter* chapter =
          reader_.book_.findFile(QFileInfo(reader_.page_.file).path() + u'/' + link.path))
    reader_.openChapter(QString(chapter->id), QString(link.anchor));
}

void Ways::followNote(const book::NoteLink& link) {
  // There and back: from the number in the text to the sign at the end of its note, or the other way round.
  for (std::size_t i = 0; i < reader_.page_.layout.targets.size(); ++i) {
    const Target& target = reader_.page_.layout.targets[i];
    if (target.kind != TargetKind::Link)
      continue;
    const Paragraph& paragraph = *reader_.page_.layout.texts[static_cast<std::size_t>(target.text)].paragraph;
    const LinkSpan& span = paragraph.content().links[static_cast<std::size_t>(target.index)];
    const auto* other = std::get_if<book::NoteLink>(&span.link);
    if (!other || other->number != link.number || other->isBack == link.isBack)
      continue;
    const double top = link.isBack ? target.rect.top()
                                   : reader_.page_.layout.anchors.value(
                                         QStringLiteral("note-%1").arg(link.number), target.rect.top());
    reader_.setPosition(placeAt(reader_.page_.layout, std::max(0., top - reader_.viewport()->height() / 3.)),
                        true);
    reader_.page_.state.isByKeyboard = true;
    reader_.setFocused(static_cast<int>(i));
    return;
  }
}

void Ways::sayFootnote(const Target& target) {
  if (target.kind != TargetKind::Link)
    return;
  const Paragraph& paragraph = *reader_.page_.layout.texts[static_cast<std::size_t>(target.text)].paragraph;
  const LinkSpan& span = paragraph.content().links[static_cast<std::size_t>(target.index)];
  const auto* note = std::get_if<book::NoteLink>(&span.link);
  if (note && !note->isBack)
    reader_.say(target, footnoteText(reader_.page_.nodes, note->number));
}

void Ways::toggleFold(Node& fold) {
  fold.open = !fold.open;
  reader_.noticeExercises();
  reader_.relayout();
  reader_.supplies_.loader.request(reader_.page_.layout, reader_.scrolled(), reader_.viewport()->height());
}

} // namespace eigenboard::reader
