#include "app/reader/reader.h"

#include "app/reader/accessible_page.h"
#include "app/reader/code_desk.h"
#include "app/reader/inputs.h"
#include "app/reader/page_memory.h"
#include "app/reader/places.h"
#include "app/reader/pointing.h"
#include "app/reader/targets.h"
#include "app/reader/ways.h"
#include "app/reader/wide_block.h"

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

} // namespace

Reader::Reader(const book::Book& book, panel::Desk& desk, typesetting::Typesetter& typesetter,
               const render::Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent), book_(book), theme_(theme), type_(typography(theme, zoom_)),
      supplies_(desk, typesetter), places_(std::make_unique<Places>(*this)),
      ways_(std::make_unique<Ways>(*this)), pointing_(std::make_unique<Pointing>(*this)),
      code_(std::make_unique<CodeDesk>(*this)), inputs_(std::make_unique<Inputs>(*this)) {
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  setAccessibleName(tr("Chapter text"));
  QAccessible::installFactory(accessiblePage); // a second time changes nothing
  viewport()->setMouseTracking(true);
  viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
  setMinimumWidth(280);
  connect(&supplies_.loader, &FormulaLoader::arrived, this, &Reader::relayout);
  connect(&supplies_.pictures, &PictureLoader::arrived, viewport(), qOverload<>(&QWidget::update));
  connect(&supplies_.cards, &CardPictures::arrived, viewport(), qOverload<>(&QWidget::update));
  connect(&supplies_.numbers, &LiveNumbers::changed, this, &Reader::refreshNumbers);
  connect(&supplies_.numbers, &LiveNumbers::goalReached, this, &Reader::tick);
}

Reader::~Reader() {
  pointing_->closeCard(); // while everything is there that the events of a card that goes may ask for
}

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
  return reader::selectedText(page_.state.selection, page_.layout, formulas);
}

QString Reader::text(FormulasAs formulas) const {
  return reader::selectedText(everything(page_.layout), page_.layout, formulas);
}

double Reader::scrolled() const {
  return verticalScrollBar()->value();
}

PageContext Reader::context() {
  const book::Chapter* glossary = book_.find(QStringLiteral("H"));
  PageContext made{theme_,
                   type_,
                   supplies_.numbers,
                   [this](const book::Link& link) { return ways_->problemOf(link); },
                   page_.goalsDone,
                   glossary && glossary->written};
  made.picture = [this](const QString& source) { return findPicture(book_.directory, page_.file, source); };
  return made;
}

void Reader::setPath(const QString& path) {
  page_.path = path;
  if (const book::Chapter* chapter = book_.find(page_.chapter)) {
    page_.source.atEnd = waysOn(book_, *chapter, page_.path);
    rebuild();
  }
}

bool Reader::openChapter(const QString& id, const QString& anchor) {
  emit jumping();
  const book::Chapter* chapter = book_.find(id);
  page_.chapter = chapter ? id : QString();
  page_.file = chapter ? chapter->file : QString();
  showPage(chapter ? readPage(book_, *chapter, page_.path) : unknownPage(book_, id));
  if (!anchor.isEmpty() && page_.layout.anchors.contains(anchor))
    setPosition(placeAt(page_.layout, page_.layout.anchors.value(anchor) - 12), true);
  emit chapterShown(page_.chapter);
  if (chapter && !chapter->panels.isEmpty())
    ways_->requestFirstPanel(chapter->panels.front());
  emit jumped();
  return page_.source.isWritten;
}

void Reader::showPage(PageSource source) {
  inputs_->closeEntry();
  pointing_->forget();
  code_->closeEditor();
  if (const InlineObject* dragged = press_.isDragging ? inputs_->numberAt(press_.target) : nullptr)
    supplies_.numbers.session(book::panelOf(dragged->link))->endGesture();
  press_ = {};
  page_.source = std::move(source);
  pointing_->reference().setChapter(page_.chapter, page_.source.blocks);
  pointing_->showPage();
  page_.state = {};
  ways_->cardsVisited().clear();
  places_->forget();
  page_.nodes.clear();
  supplies_.pictures.clear();
  progress_.clear();
  page_.place = 0;
  rebuild();
}

void Reader::rebuild() {
  inputs_->closeEntry();
  const PageMemory memory = remember(page_.nodes);
  const auto visited = cardStates(page_.nodes, ways_->cardsVisited());
  supplies_.loader.clear();
  page_.layout = {};
  const PageContext page = context();
  page_.nodes = makeNodes(page_.source.blocks, page);
  const bool titled = !page_.nodes.empty() && page_.nodes.front().kind == NodeKind::Title;
  if (titled && !page_.source.underTitle.empty())
    page_.nodes.insert(page_.nodes.begin() + 1, makeNote(page_.source.underTitle, page));
  if (!page_.source.atEnd.empty()) {
    Node rule;
    rule.kind = NodeKind::Rule;
    page_.nodes.push_back(std::move(rule));
    page_.nodes.push_back(makeNote(page_.source.atEnd, page));
  }
  restore(page_.nodes, memory);
  code_->attach(page_.nodes);
  ways_->cardsVisited() = visitedCards(page_.nodes, visited);
  page_.state.copied = nullptr;
  page_.state.hoveredCode = nullptr;
  page_.state.hovered = -1;
  noticeExercises();
  pointing_->forget();
  supplies_.loader.fill(page_.nodes);
  relayout();
  places_->refresh();
  if (!supplies_.loader.isComplete())
    supplies_.loader.request(page_.layout, scrolled(), viewport()->height());
}

void Reader::relayout() {
  const QRectF before =
      page_.state.focused >= 0 && page_.state.focused < static_cast<int>(page_.layout.targets.size())
          ? page_.layout.targets[static_cast<std::size_t>(page_.state.focused)].rect
          : QRectF();
  const Target focused =
      before.isNull() ? Target{} : page_.layout.targets[static_cast<std::size_t>(page_.state.focused)];
  const Paragraph* focusedText =
      focused.text >= 0 ? page_.layout.texts[static_cast<std::size_t>(focused.text)].paragraph : nullptr;
  const std::size_t texts = page_.layout.texts.size();
  page_.layout = flow(page_.nodes, type_, viewport()->width());
  if (page_.layout.texts.size() != texts) {
    page_.state.selection = {};
    pointing_->forget();
  }
  page_.state.hovered = -1;
  if (!before.isNull())
    page_.state.focused = findTarget(page_.layout, focused, focusedText);
  for (const PlacedText& text : page_.layout.texts)
    for (InlineObject& object : text.paragraph->objects())
      if (object.kind == ObjectKind::Scrub || object.kind == ObjectKind::Value)
        object.text = ways_->numberText(object, text.origin.y());
  isSettling_ = true;
  const double spare = page_.layout.height - viewport()->height();
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setSingleStep(static_cast<int>(type_.unit));
  verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(spare))));
  verticalScrollBar()->setValue(static_cast<int>(std::lround(heightOf(page_.layout, page_.place))));
  isSettling_ = false;
  code_->placeEditor();
  // The page may move under the mouse, and does so while code prints.
  if (viewport()->underMouse())
    page_.state.hovered = targetAt(page_.layout, toPage(viewport()->mapFromGlobal(QCursor::pos())));
  places_->selectionChanged();
}

void Reader::setPosition(double place, bool isJump) {
  page_.place = std::isfinite(place) ? std::max(0., place) : 0;
  isSettling_ = true;
  verticalScrollBar()->setValue(static_cast<int>(std::lround(heightOf(page_.layout, page_.place))));
  isSettling_ = false;
  if (isJump)
    ways_->arriveSoon();
  else
    ways_->arriveQuietly(); // back where the reader was: the panels are as they were left
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
  page_.goalsDone = {goals.begin(), goals.end()};
  rebuild();
}

void Reader::setAnswers(const std::vector<GivenAnswer>& answers) {
  if (!putAnswers(page_.nodes, answers))
    return;
  noticeExercises();
  relayout();
}

void Reader::tick(const QString& panelId, const QString& goal) {
  const QString name = panelId + u'/' + goal;
  if (page_.goalsDone.contains(name))
    return;
  page_.goalsDone.insert(name);
  if (markGoal(page_.nodes, name)) {
    noticeExercises();
    viewport()->update();
  }
  emit goalDone(panelId, goal);
}

void Reader::refreshNumbers(const QString& panelId) {
  const QRectF visible(0, scrolled(), viewport()->width(), viewport()->height());
  for (const PlacedText& text : page_.layout.texts)
    for (InlineObject& object : text.paragraph->objects()) {
      if ((object.kind != ObjectKind::Scrub && object.kind != ObjectKind::Value) ||
          book::panelOf(object.link) != panelId)
        continue;
      QString now = ways_->numberText(object, text.origin.y());
      if (now == object.text)
        continue;
      object.text = std::move(now);
      const QRectF area = box(object, text.origin + object.origin);
      if (area.intersects(visible))
        updatePage(area);
    }
}

void Reader::updatePage(const QRectF& pageRect) {
  viewport()->update(pageRect.translated(0, -scrolled()).adjusted(-4, -4, 4, 4).toAlignedRect());
}

void Reader::updateTarget(int target) {
  if (target >= 0 && target < static_cast<int>(page_.layout.targets.size()))
    updatePage(page_.layout.targets[static_cast<std::size_t>(target)].rect);
}

void Reader::paintEvent(QPaintEvent* event) {
  PageState shown = page_.state;
  if (!hasFocus())
    shown.focused = -1;
  shown.picture = [this](const Node& node, QSize size) {
    const double ratio = devicePixelRatioF();
    if (node.kind == NodeKind::Card)
      return supplies_.cards.image(node.panel, node.panel.panel == page_.state.stagePanel, theme_, size,
                                   ratio);
    return supplies_.pictures.image(node.picture, (QSizeF(size) * ratio).toSize());
  };
  shown.pictureProblem = [this](const Node& node) { return supplies_.pictures.problem(node.picture); };
  QPainter painter(viewport());
  painter.fillRect(event->rect(), theme_.page);
  painter.translate(0, -scrolled());
  const QRectF clip = QRectF(event->rect()).translated(0, scrolled());
  paintPage(painter, page_.layout, type_, theme_, shown, clip);
  pointing_->paintLights(painter, clip);
}

void Reader::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  inputs_->closeEntry();
  relayout();
}

void Reader::scrollContentsBy(int, int dy) {
  viewport()->scroll(0, dy);
  places_->pageScrolled();
  if (isSettling_)
    return;
  pointing_->closeCard();
  page_.place = placeAt(page_.layout, scrolled());
  ways_->arriveSoon();
  emit placeChanged();
}

void Reader::scrollBy(double pixels) {
  verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(std::lround(pixels)));
}

void Reader::ensureVisible(const QRectF& pageRect) {
  if (showSideways(page_.layout, pageRect) != 0)
    viewport()->update();
  const double margin = 1.5 * type_.unit;
  const double height = viewport()->height();
  const double top = pageRect.top() - scrolled();
  if (top < margin || pageRect.bottom() - scrolled() > height - margin)
    scrollBy(top - std::max(margin, height / 3 - pageRect.height() / 2));
}

} // namespace eigenboard::reader
