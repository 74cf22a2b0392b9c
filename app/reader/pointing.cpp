#include "app/reader/pointing.h"

#include "app/reader/hover_card.h"
#include "app/reader/reader.h"
#include "app/reader/wide_formula.h"
#include "views/typesetting/symbol_parts.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace eigenboard::reader {

namespace {

constexpr int cardMilliseconds = 350; ///< a pointer on its way elsewhere brings no card
constexpr double haloMargin = 2;      ///< px around a lit symbol

book::Inline formulaOf(const QString& tex) {
  book::Inline piece;
  piece.kind = book::InlineKind::Math;
  piece.text = tex;
  return piece;
}

} // namespace

Pointing::Pointing(Reader& reader) : reader_(reader), reference_(reader.book_) {
  cardTimer_.setSingleShot(true);
  cardTimer_.setInterval(cardMilliseconds);
  connect(&cardTimer_, &QTimer::timeout, this, &Pointing::showCard);
  wordsTimer_.setSingleShot(true);
  connect(&wordsTimer_, &QTimer::timeout, this, &Pointing::closeCard);
}

Pointed Pointing::pointedAt(QPointF point) {
  for (std::size_t i = 0; i < reader_.page_.layout.texts.size(); ++i) {
    const PlacedText& text = reader_.page_.layout.texts[i];
    if (!text.rect().contains(point))
      continue;
    const QPointF local = point - text.origin;
    if (const int link = text.paragraph->linkAt(local); link >= 0) {
      const LinkSpan& span = text.paragraph->content().links[static_cast<std::size_t>(link)];
      if (std::holds_alternative<book::TermLink>(span.link) && span.problem.isEmpty())
        return {static_cast<int>(i), link, -1, -1};
    }
    const int index = text.paragraph->objectAt(local);
    if (index < 0)
      continue;
    const InlineObject& object = text.paragraph->objects()[static_cast<std::size_t>(index)];
    if (object.kind != ObjectKind::Formula || !object.formula || !object.formula->error.isEmpty())
      return {};
    const int symbol = symbolUnder(object, text.paragraph->style(), local - object.origin,
                                   lights_.symbolsIn(object.formula));
    return symbol < 0 ? Pointed{} : Pointed{static_cast<int>(i), -1, index, symbol};
  }
  return {};
}

Pointing::~Pointing() {
  delete card_;
}

void Pointing::point(const Pointed& pointed) {
  if (pointed == pointed_)
    return;
  closeCard();
  pointed_ = pointed;
  lightPanels(namesOf(pointed_));
  if (pointed_.text >= 0)
    cardTimer_.start();
}

/// The focus came to a term by keyboard: it is explained like one under the pointer.
void Pointing::pointAtFocus() {
  if (isSaying_)
    closeCard(); // what was said was about what had the focus
  Pointed pointed;
  if (reader_.page_.state.isByKeyboard && reader_.page_.state.focused >= 0 &&
      reader_.page_.state.focused < static_cast<int>(reader_.page_.layout.targets.size())) {
    const Target& target =
        reader_.page_.layout.targets[static_cast<std::size_t>(reader_.page_.state.focused)];
    if (target.kind == TargetKind::Link && termOf(target))
      pointed = {target.text, target.index, -1, -1};
  }
  point(pointed);
}

void Pointing::closeCard() {
  cardTimer_.stop();
  wordsTimer_.stop();
  tipAnchor_ = {};
  isSaying_ = false;
  if (card_)
    card_->hide();
}

void Pointing::showCardSoon() {
  if (pointed_.text >= 0)
    cardTimer_.start();
}

void Pointing::forget() {
  closeCard();
  pointed_ = {};
  lightPanels({});
}

const book::GlossaryEntry* Pointing::termOf(const Target& target) const {
  if (target.kind != TargetKind::Link)
    return nullptr;
  const Paragraph& paragraph = *reader_.page_.layout.texts[static_cast<std::size_t>(target.text)].paragraph;
  const LinkSpan& span = paragraph.content().links[static_cast<std::size_t>(target.index)];
  const auto* term = std::get_if<book::TermLink>(&span.link);
  return term ? reference_.term(term->slug) : nullptr;
}

std::vector<Reference::Meaning> Pointing::meaningsOf(const Pointed& pointed) {
  if (pointed.text < 0 || pointed.text >= static_cast<int>(reader_.page_.layout.texts.size()))
    return {};
  const Paragraph& paragraph = *reader_.page_.layout.texts[static_cast<std::size_t>(pointed.text)].paragraph;
  if (pointed.link < 0) {
    const auto& objects = paragraph.objects();
    if (pointed.object < 0 || pointed.object >= static_cast<int>(objects.size()))
      return {};
    const InlineObject& object = objects[static_cast<std::size_t>(pointed.object)];
    return object.formula ? reference_.meanings(static_cast<std::size_t>(pointed.symbol),
                                                lights_.symbolsIn(object.formula))
                          : std::vector<Reference::Meaning>();
  }
  // A term: the symbols that its words hold, else those of the chapter that stand for it.
  const LinkSpan& span = paragraph.content().links[static_cast<std::size_t>(pointed.link)];
  std::vector<Reference::Meaning> meanings;
  for (const InlineObject& object : paragraph.objects())
    if (object.kind == ObjectKind::Formula && object.position >= span.span.start &&
        object.position < span.span.start + span.span.length)
      for (Reference::Meaning& meaning : reference_.meaningsOf(object.tex))
        meanings.push_back(std::move(meaning));
  const auto* term = std::get_if<book::TermLink>(&span.link);
  return meanings.empty() && term ? reference_.ofTerm(term->slug) : meanings;
}

panel::Names Pointing::namesOf(const Pointed& pointed) {
  panel::Names names;
  for (const Reference::Meaning& meaning : meaningsOf(pointed)) {
    names.keys += meaning.keys;
    names.symbols.push_back(typesetting::canonicalSymbol(meaning.tex));
  }
  // A symbol that no list explains still stands for what carries it.
  if (names.isEmpty() && pointed.object >= 0) {
    const Paragraph& paragraph =
        *reader_.page_.layout.texts[static_cast<std::size_t>(pointed.text)].paragraph;
    const InlineObject& object = paragraph.objects()[static_cast<std::size_t>(pointed.object)];
    const QString tex = lights_.symbolsIn(object.formula)[static_cast<std::size_t>(pointed.symbol)].tex;
    if (!tex.isEmpty() && (tex.startsWith(u'\\') || tex[0].isLetter()))
      names.symbols.push_back(tex);
  }
  return names;
}

std::vector<panel::Session*> Pointing::sessionsOfChapter() {
  std::vector<panel::Session*> sessions;
  if (const book::Chapter* chapter = reader_.book_.find(reader_.page_.chapter))
    for (const QString& id : chapter->panels)
      if (panel::Session* session = reader_.supplies_.numbers.session(id))
        sessions.push_back(session);
  return sessions;
}

void Pointing::lightPanels(const panel::Names& names) {
  for (panel::Session* session : sessionsOfChapter())
    if (names.isEmpty())
      session->spotlight().leave(this);
    else
      session->spotlight().light(this, names);
}

void Pointing::showPage() {
  lights_.clear();
  for (panel::Session* session : sessionsOfChapter())
    connect(&session->spotlight(), &panel::Spotlight::changed, this, &Pointing::relight,
            Qt::UniqueConnection);
}

/// Lights the symbols of the page for what is pointed at, here or on a panel.
void Pointing::relight() {
  std::vector<QStringList> patterns;
  const auto add = [&patterns](const QStringList& parts) {
    if (!parts.isEmpty() && std::find(patterns.begin(), patterns.end(), parts) == patterns.end())
      patterns.push_back(parts);
  };
  for (panel::Session* session : sessionsOfChapter()) {
    const panel::Names& lit = session->spotlight().lit();
    for (const QString& symbol : lit.symbols)
      add(typesetting::symbolParts(symbol));
    for (const Reference::Meaning& meaning : reference_.withKeys(lit.keys))
      add(meaning.parts);
  }
  const QRectF visible(0, reader_.scrolled(), reader_.viewport()->width(), reader_.viewport()->height());
  const auto repaint = [this](const std::vector<QRectF>& rects) {
    for (const QRectF& rect : rects)
      reader_.updatePage(rect.adjusted(-4, -4, 4, 4));
  };
  const std::vector<QRectF> before = lights_.rectsIn(reader_.page_.layout, visible);
  if (!lights_.setPatterns(patterns))
    return;
  repaint(before);
  repaint(lights_.rectsIn(reader_.page_.layout, visible));
}

std::vector<QRectF> Pointing::litSymbols() {
  return lights_.rectsIn(reader_.page_.layout,
                         QRectF(0, 0, reader_.page_.layout.width, reader_.page_.layout.height));
}

void Pointing::paintLights(QPainter& painter, const QRectF& clip) {
  if (lights_.isDark())
    return;
  QColor color = reader_.theme_.color(scene::Role::Highlight);
  painter.setPen(Qt::NoPen);
  color.setAlphaF(reader_.theme_.dark ? 0.38F : 0.3F);
  painter.setBrush(color);
  for (const QRectF& rect : lights_.rectsIn(reader_.page_.layout, clip.adjusted(-4, -4, 4, 4)))
    painter.drawRoundedRect(rect.adjusted(-haloMargin, -haloMargin, haloMargin, haloMargin), 3, 3);
}

QString Pointing::cardText() const {
  return card_ && card_->isVisible() ? card_->text() : QString();
}

std::vector<CardEntry> Pointing::explanations(const Pointed& pointed) {
  std::vector<CardEntry> entries;
  if (pointed.text < 0)
    return entries;
  if (pointed.link >= 0) {
    const book::GlossaryEntry* entry = termOf({TargetKind::Link, pointed.text, pointed.link, nullptr, {}});
    if (entry)
      entries.push_back({entry->term,
                         {},
                         entry->definition,
                         entry->metIn.isEmpty() ? QString() : tr("Met in %1").arg(entry->metIn.join(u", "))});
    return entries;
  }
  for (const Reference::Meaning& meaning : meaningsOf(pointed))
    entries.push_back({{formulaOf(meaning.tex)},
                       meaning.said,
                       meaning.text,
                       meaning.isOfChapter ? QString() : tr("From the notation reference")});
  return entries;
}

void Pointing::showCard() {
  const std::vector<CardEntry> entries = explanations(pointed_);
  if (entries.empty() || pointed_.text >= static_cast<int>(reader_.page_.layout.texts.size()))
    return;
  const PlacedText& text = reader_.page_.layout.texts[static_cast<std::size_t>(pointed_.text)];
  QRectF anchor;
  if (pointed_.link >= 0) {
    const Span span = text.paragraph->content().links[static_cast<std::size_t>(pointed_.link)].span;
    const QPointF pointer = reader_.toPage(reader_.viewport()->mapFromGlobal(QCursor::pos()));
    for (const QRectF& rect : text.paragraph->rects(span)) {
      const QRectF line = rect.translated(text.origin);
      if (anchor.isNull() || line.contains(pointer)) // of a term on two lines, the one that is pointed at
        anchor = line;
    }
  } else {
    const InlineObject& object = text.paragraph->objects()[static_cast<std::size_t>(pointed_.object)];
    anchor = placeOf(lights_.symbolsIn(object.formula)[static_cast<std::size_t>(pointed_.symbol)].rect,
                     object, text.paragraph->style(), text.origin + object.origin)
                 .adjusted(-3, -3, 3, 3);
  }
  card().showFor(entries, inWindow(anchor), reader_.context());
}

HoverCard& Pointing::card() {
  if (!card_ || card_->parentWidget() != reader_.window()) {
    delete card_;
    card_ = new HoverCard(reader_.supplies_.loader.typesetter(), reader_.window());
  }
  return *card_;
}

QRect Pointing::inWindow(const QRectF& pageRect) const {
  const QRect inViewport = pageRect.translated(0, -reader_.scrolled()).toAlignedRect();
  return {reader_.viewport()->mapTo(reader_.window(), inViewport.topLeft()), inViewport.size()};
}

} // namespace eigenboard::reader
