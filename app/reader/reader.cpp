#include "app/reader/reader.h"

#include "app/reader/accessible_page.h"
#include "app/reader/code_desk.h"
#include "app/reader/inputs.h"
#include "app/reader/page_memory.h"
#include "app/reader/places.h"
#include "app/reader/pointing.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenboard::reader {

namespace {

constexpr double smallestZoom = 0.5;
constexpr double largestZoom = 3;
constexpr int arrivalMilliseconds = 140; ///< a reader who scrolls past a card has not arrived at it
constexpr double arrivalHeight = 0.5;    ///< of the window: a card above this line has been reached
constexpr int copiedMilliseconds = 1500;

/// The last card that begins above a height, or −1.
int cardAbove(const Layout& layout, double y) {
  int found = -1;
  for (std::size_t i = 0; i < layout.targets.size(); ++i)
    if (layout.targets[i].kind == TargetKind::Card && layout.targets[i].rect.top() <= y)
      found = static_cast<int>(i);
  return found;
}

} // namespace

Reader::Reader(const book::Book& book, panel::Desk& desk, typesetting::Typesetter& typesetter,
               const render::Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent), book_(book), theme_(theme), type_(typography(theme, zoom_)),
      numbers_(desk), loader_(typesetter), cards_(desk), places_(std::make_unique<Places>(*this)),
      pointing_(std::make_unique<Pointing>(*this)), code_(std::make_unique<CodeDesk>(*this)),
      inputs_(std::make_unique<Inputs>(*this)) {
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  setAccessibleName(tr("Chapter text"));
  QAccessible::installFactory(accessiblePage); // a second time changes nothing
  viewport()->setMouseTracking(true);
  viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
  setMinimumWidth(280);
  arrivalTimer_.setSingleShot(true);
  arrivalTimer_.setInterval(arrivalMilliseconds);
  copiedTimer_.setSingleShot(true);
  copiedTimer_.setInterval(copiedMilliseconds);
  connect(&arrivalTimer_, &QTimer::timeout, this, &Reader::noticeArrival);
  connect(&copiedTimer_, &QTimer::timeout, this, [this] {
    state_.copied = nullptr;
    viewport()->update();
  });
  connect(&loader_, &FormulaLoader::arrived, this, &Reader::relayout);
  connect(&pictures_, &PictureLoader::arrived, viewport(), qOverload<>(&QWidget::update));
  connect(&cards_, &CardPictures::arrived, viewport(), qOverload<>(&QWidget::update));
  connect(&numbers_, &LiveNumbers::changed, this, &Reader::refreshNumbers);
  connect(&numbers_, &LiveNumbers::goalReached, this, &Reader::tick);
}

Reader::~Reader() = default;

CodeCells& Reader::codeCells() {
  return code_->cells();
}

QString Reader::cardText() const {
  return pointing_->cardText();
}

std::vector<QRectF> Reader::litSymbols() {
  return pointing_->litSymbols();
}

QString Reader::selectedText(FormulasAs formulas) const {
  return reader::selectedText(state_.selection, layout_, formulas);
}

QString Reader::text(FormulasAs formulas) const {
  return reader::selectedText(everything(layout_), layout_, formulas);
}

double Reader::scrolled() const {
  return verticalScrollBar()->value();
}

PageContext Reader::context() {
  const book::Chapter* glossary = book_.find(QStringLiteral("H"));
  PageContext made{theme_,     type_,
                   numbers_,   [this](const book::Link& link) { return problemOf(link); },
                   goalsDone_, glossary && glossary->written};
  made.picture = [this](const QString& source) { return findPicture(book_.directory, file_, source); };
  return made;
}

QString Reader::problemOf(const book::Link& link) {
  if (const auto* term = std::get_if<book::TermLink>(&link))
    return pointing_->reference().termProblem(term->slug);
  const auto* file = std::get_if<book::FileLink>(&link);
  if (!file)
    return numbers_.problem(link);
  if (file->path.isEmpty() || book_.findFile(QFileInfo(file_).path() + u'/' + file->path))
    return {};
  return tr("%1 is no chapter of the book").arg(file->path);
}

void Reader::setPath(const QString& path) {
  path_ = path;
  if (const book::Chapter* chapter = book_.find(chapter_)) {
    source_.atEnd = waysOn(book_, *chapter, path_);
    rebuild();
  }
}

bool Reader::goTo(const QString& anchor) {
  return places_->goTo(anchor);
}

bool Reader::showPassage(const QString& words) {
  return places_->showPassage(words);
}

bool Reader::openChapter(const QString& id, const QString& anchor) {
  emit jumping();
  const book::Chapter* chapter = book_.find(id);
  chapter_ = chapter ? id : QString();
  file_ = chapter ? chapter->file : QString();
  showPage(chapter ? readPage(book_, *chapter, path_) : unknownPage(book_, id));
  if (!anchor.isEmpty() && layout_.anchors.contains(anchor))
    setPosition(placeAt(layout_, layout_.anchors.value(anchor) - 12));
  emit chapterShown(chapter_);
  if (chapter && !chapter->panels.isEmpty())
    requestFirstPanel(chapter->panels.front());
  emit jumped();
  return source_.isWritten;
}

void Reader::requestFirstPanel(const QString& first) {
  // The page is at its top: the stage gets the chapter's panel, in the state of its card unless the reader
  // has made it their own.
  panel::Session* session = numbers_.session(first);
  if (!session)
    return;
  panel::Settings settings;
  const bool untouched = toSettings(session->description(), session->state()).empty();
  for (const Target& target : layout_.targets)
    if (target.kind == TargetKind::Card && target.node->panel.panel == first) {
      cardsVisited_.insert(target.node);
      if (untouched)
        settings = target.node->panel.settings;
      break;
    }
  state_.stagePanel = first;
  emit panelRequested(first, settings);
}

void Reader::showPage(PageSource source) {
  inputs_->closeEntry();
  pointing_->forget();
  code_->closeEditor();
  if (const InlineObject* dragged = press_.isDragging ? inputs_->numberAt(press_.target) : nullptr)
    numbers_.session(book::panelOf(dragged->link))->endGesture();
  press_ = {};
  source_ = std::move(source);
  pointing_->reference().setChapter(chapter_, source_.blocks);
  pointing_->showPage();
  state_ = {};
  cardsVisited_.clear();
  places_->forget();
  nodes_.clear();
  pictures_.clear();
  progress_.clear();
  place_ = 0;
  rebuild();
}

void Reader::rebuild() {
  inputs_->closeEntry();
  const PageMemory memory = remember(nodes_);
  const auto visited = cardStates(nodes_, cardsVisited_);
  loader_.clear();
  layout_ = {};
  const PageContext page = context();
  nodes_ = makeNodes(source_.blocks, page);
  const bool titled = !nodes_.empty() && nodes_.front().kind == NodeKind::Title;
  if (titled && !source_.underTitle.empty())
    nodes_.insert(nodes_.begin() + 1, makeNote(source_.underTitle, page));
  if (!source_.atEnd.empty()) {
    Node rule;
    rule.kind = NodeKind::Rule;
    nodes_.push_back(std::move(rule));
    nodes_.push_back(makeNote(source_.atEnd, page));
  }
  restore(nodes_, memory);
  code_->attach(nodes_);
  cardsVisited_ = visitedCards(nodes_, visited);
  state_.copied = nullptr;
  state_.hoveredCode = nullptr;
  state_.hovered = -1;
  noticeExercises();
  pointing_->forget();
  loader_.fill(nodes_);
  relayout();
  places_->refresh();
  if (!loader_.isComplete())
    loader_.request(layout_, scrolled(), viewport()->height());
}

void Reader::relayout() {
  const QRectF before = state_.focused >= 0 && state_.focused < static_cast<int>(layout_.targets.size())
                            ? layout_.targets[static_cast<std::size_t>(state_.focused)].rect
                            : QRectF();
  const Target focused =
      before.isNull() ? Target{} : layout_.targets[static_cast<std::size_t>(state_.focused)];
  const Paragraph* focusedText =
      focused.text >= 0 ? layout_.texts[static_cast<std::size_t>(focused.text)].paragraph : nullptr;
  const std::size_t texts = layout_.texts.size();
  layout_ = flow(nodes_, type_, viewport()->width());
  if (layout_.texts.size() != texts) {
    state_.selection = {};
    pointing_->forget();
  }
  state_.hovered = -1;
  if (!before.isNull())
    state_.focused = findTarget(layout_, focused, focusedText);
  for (const PlacedText& text : layout_.texts)
    for (InlineObject& object : text.paragraph->objects())
      if (object.kind == ObjectKind::Scrub || object.kind == ObjectKind::Value)
        object.text = numbers_.text(object.link);
  isSettling_ = true;
  const double spare = layout_.height - viewport()->height();
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setSingleStep(static_cast<int>(type_.unit));
  verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(spare))));
  verticalScrollBar()->setValue(static_cast<int>(std::lround(heightOf(layout_, place_))));
  isSettling_ = false;
  code_->placeEditor();
  // The page may move under the mouse, and does so while code prints.
  if (viewport()->underMouse())
    state_.hovered = targetAt(toPage(viewport()->mapFromGlobal(QCursor::pos())));
  viewport()->update();
}

void Reader::setPosition(double place) {
  place_ = std::isfinite(place) ? std::max(0., place) : 0;
  isSettling_ = true;
  verticalScrollBar()->setValue(static_cast<int>(std::lround(heightOf(layout_, place_))));
  isSettling_ = false;
  arriveQuietly();
  viewport()->update();
}

void Reader::setTheme(const render::Theme& theme) {
  theme_ = theme;
  type_ = typography(theme_, zoom_);
  rebuild();
}

void Reader::setZoom(double zoom) {
  const double wanted = std::isfinite(zoom) ? std::clamp(zoom, smallestZoom, largestZoom) : 1;
  if (wanted == zoom_)
    return;
  zoom_ = wanted;
  type_ = typography(theme_, zoom_);
  rebuild();
}

void Reader::setGoalsDone(const QStringList& goals) {
  goalsDone_ = {goals.begin(), goals.end()};
  rebuild();
}

void Reader::setAnswers(const std::vector<GivenAnswer>& answers) {
  if (!putAnswers(nodes_, answers))
    return;
  noticeExercises();
  relayout();
}

void Reader::tick(const QString& panelId, const QString& goal) {
  const QString name = panelId + u'/' + goal;
  if (goalsDone_.contains(name))
    return;
  goalsDone_.insert(name);
  if (markGoal(nodes_, name)) {
    noticeExercises();
    viewport()->update();
  }
  emit goalDone(panelId, goal);
}

void Reader::refreshNumbers(const QString& panelId) {
  const QRectF visible(0, scrolled(), viewport()->width(), viewport()->height());
  for (const PlacedText& text : layout_.texts)
    for (InlineObject& object : text.paragraph->objects()) {
      if ((object.kind != ObjectKind::Scrub && object.kind != ObjectKind::Value) ||
          book::panelOf(object.link) != panelId)
        continue;
      QString now = numbers_.text(object.link);
      if (now == object.text)
        continue;
      object.text = std::move(now);
      const QRectF area = box(object, text.origin + object.origin);
      if (area.intersects(visible))
        updatePage(area);
    }
}

void Reader::noticeArrival() {
  const int card = cardAbove(layout_, scrolled() + arrivalHeight * viewport()->height());
  if (card < 0)
    return;
  const Node* node = layout_.targets[static_cast<std::size_t>(card)].node;
  const bool first = !cardsVisited_.contains(node);
  if (!first && node->panel.panel == state_.stagePanel)
    return;
  // The state of a card is set once. Whoever scrolls back to it finds the panel as they left it.
  cardsVisited_.insert(node);
  state_.stagePanel = node->panel.panel;
  viewport()->update();
  emit panelRequested(node->panel.panel, first ? node->panel.settings : panel::Settings());
}

void Reader::arriveQuietly() {
  const double reached = scrolled() + arrivalHeight * viewport()->height();
  for (const Target& target : layout_.targets)
    if (target.kind == TargetKind::Card && target.rect.top() <= reached)
      cardsVisited_.insert(target.node);
}

void Reader::updatePage(const QRectF& pageRect) {
  viewport()->update(pageRect.translated(0, -scrolled()).adjusted(-4, -4, 4, 4).toAlignedRect());
}

void Reader::updateTarget(int target) {
  if (target >= 0 && target < static_cast<int>(layout_.targets.size()))
    updatePage(layout_.targets[static_cast<std::size_t>(target)].rect);
}

void Reader::paintEvent(QPaintEvent* event) {
  QPainter painter(viewport());
  painter.fillRect(event->rect(), theme_.page);
  painter.translate(0, -scrolled());
  const QRectF clip = QRectF(event->rect()).translated(0, scrolled());
  paintPage(painter, layout_, type_, theme_, shownState(), clip);
  pointing_->paintLights(painter, clip);
}

void Reader::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  inputs_->closeEntry();
  relayout();
}

void Reader::scrollContentsBy(int, int dy) {
  viewport()->scroll(0, dy);
  if (isSettling_)
    return;
  pointing_->closeCard();
  place_ = placeAt(layout_, scrolled());
  arrivalTimer_.start();
  emit placeChanged();
}

void Reader::scrollBy(double pixels) {
  verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(std::lround(pixels)));
}

void Reader::ensureVisible(const QRectF& pageRect) {
  const double margin = 1.5 * type_.unit;
  const double height = viewport()->height();
  const double top = pageRect.top() - scrolled();
  if (top < margin || pageRect.bottom() - scrolled() > height - margin)
    scrollBy(top - std::max(margin, height / 3 - pageRect.height() / 2));
}

} // namespace eigenboard::reader
