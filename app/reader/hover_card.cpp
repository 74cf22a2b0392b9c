#include "app/reader/hover_card.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>

namespace eigenboard::reader {

namespace {

constexpr double textZoom = 0.9; ///< of the page's text
constexpr double widestInEm = 23;
constexpr int shadow = 7;   ///< px around the card
constexpr int distance = 2; ///< from the anchor
constexpr double radius = 8;

/// In a card nothing can be followed, so links are the words they have.
book::Inlines withoutLinks(const book::Inlines& pieces) {
  book::Inlines plain;
  for (const book::Inline& piece : pieces) {
    const book::Inlines inner = withoutLinks(piece.children);
    if (piece.kind == book::InlineKind::Link) {
      plain.insert(plain.end(), inner.begin(), inner.end());
    } else {
      plain.push_back(piece);
      plain.back().children = inner;
    }
  }
  return plain;
}

book::Inline words(book::InlineKind kind, book::Inlines children) {
  book::Inline piece;
  piece.kind = kind;
  piece.children = std::move(children);
  return piece;
}

book::Inline text(const QString& words) {
  book::Inline piece;
  piece.text = words;
  return piece;
}

book::Blocks blocksOf(const CardEntry& entry) {
  if (entry.head.empty()) {
    // Words of the program, letter for letter: no quotation mark of theirs is turned. A line is a block.
    book::Blocks lines;
    for (const book::Inline& line : entry.text)
      lines.push_back({book::Message{line.text}, 0});
    return lines;
  }
  book::Inlines head = {words(book::InlineKind::Strong, withoutLinks(entry.head))};
  if (!entry.said.isEmpty()) {
    head.push_back(text(QStringLiteral("\u2003")));
    head.push_back(words(book::InlineKind::Emphasis, {text(QStringLiteral("“%1”").arg(entry.said))}));
  }
  book::Blocks blocks = {{book::Paragraph{head}, 0}};
  if (!entry.text.empty())
    blocks.push_back({book::Paragraph{withoutLinks(entry.text)}, 0});
  return blocks;
}

} // namespace

HoverCard::HoverCard(typesetting::Typesetter& typesetter, QWidget* window)
    : QWidget(window), loader_(typesetter) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAttribute(Qt::WA_NoSystemBackground);
  setFocusPolicy(Qt::NoFocus);
  setStyleSheet(QStringLiteral("background: transparent"));
  hide();
  connect(&loader_, &FormulaLoader::arrived, this, [this] {
    if (isVisible())
      layOut();
  });
}

void HoverCard::showFor(const std::vector<CardEntry>& entries, const QRect& anchor,
                        const PageContext& context, const LineOfText& line) {
  theme_ = context.theme;
  anchor_ = anchor;
  line_ = line;
  isOnlyWords_ =
      std::all_of(entries.begin(), entries.end(), [](const CardEntry& entry) { return entry.head.empty(); });
  const Typography type = typography(theme_, textZoom * context.type.zoom);
  unit_ = type.unit;
  const PageContext own{
      theme_, type, context.numbers, context.problem, context.goalsDone, context.hasGlossary};
  loader_.clear();
  layout_ = {};
  nodes_.clear();
  starts_.clear();
  for (const CardEntry& entry : entries) {
    starts_.push_back(nodes_.size());
    for (Node& node : makeNodes(blocksOf(entry), own))
      nodes_.push_back(std::move(node));
    if (!entry.note.isEmpty())
      nodes_.push_back(makeNote({reader::text(entry.note)}, own));
  }
  loader_.fill(nodes_);
  layOut();
  if (!loader_.isComplete())
    loader_.request(layout_, 0, layout_.height);
  setAccessibleName(text());
  raise();
  show();
}

void HoverCard::layOut() {
  const double em = nodes_.empty() ? 16 : nodes_.front().text->style().font.pixelSize();
  const double pad = std::round(0.75 * em);
  const QRect room = parentWidget()->rect().adjusted(4, 4, -4, -4);
  const double widest = std::max(80., std::min(widestInEm * em, room.width() - 2 * pad - 2 * shadow));
  layout_ = {};
  rules_.clear();
  const double above = isOnlyWords_ ? std::round(0.3 * em) : pad;
  double y = shadow + above;
  double used = 0;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    Paragraph& paragraph = *nodes_[i].text;
    const bool begins = std::find(starts_.begin(), starts_.end(), i) != starts_.end();
    if (begins && i > 0) {
      y += std::round(0.35 * unit_);
      rules_.push_back(y);
      y += std::round(0.35 * unit_);
    } else if (!begins) {
      y += std::round(0.12 * unit_);
    }
    paragraph.layOut(widest);
    layout_.texts.push_back({&paragraph, QPointF(shadow + pad, y), QStringLiteral("\n")});
    y += paragraph.height();
    used = std::max(used, paragraph.usedWidth());
  }
  const QSize size(static_cast<int>(std::ceil(used + 2 * pad)) + 2 * shadow,
                   static_cast<int>(std::ceil(y + above)) + shadow);
  place(size);
  update();
}

void HoverCard::place(const QSize& size) {
  constexpr int besideWords = 10;
  const QRect room = parentWidget()->rect().adjusted(4, 4, -4, -4);
  if (!line_.line.isNull()) {
    const QSize seen = size - QSize(2 * shadow, 2 * shadow);
    const QPoint after(line_.line.right() + besideWords, line_.line.center().y() - seen.height() / 2);
    const bool fits =
        room.intersected(line_.page).contains(QRect(after, seen)) && seen.height() <= 1.6 * unit_;
    const int higher = line_.line.top() - distance - seen.height();
    if (fits || higher >= room.top()) {
      const QPoint corner =
          fits ? after
               : QPoint(std::clamp(anchor_.left(), room.left() + shadow,
                                   std::max(room.left() + shadow, room.right() - size.width())),
                        higher);
      setGeometry(QRect(corner - QPoint(shadow, shadow), size));
      return;
    }
  }
  // Below the word, or above it where there is no room; never on it.
  int top = anchor_.bottom() + 1 + distance - shadow;
  if (top + size.height() > room.bottom() && anchor_.top() - distance + shadow - size.height() >= room.top())
    top = anchor_.top() - distance + shadow - size.height();
  const int left = std::clamp(anchor_.left() - shadow, room.left(),
                              std::max(room.left(), room.right() + 1 - size.width()));
  setGeometry(left, std::max(room.top(), top), size.width(), size.height());
}

QString HoverCard::text() const {
  return selectedText(everything(layout_), layout_);
}

void HoverCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF card = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
  painter.setPen(Qt::NoPen);
  for (int i = shadow; i > 0; --i) {
    painter.setBrush(QColor(0, 0, 0, theme_.dark ? 16 : 6));
    painter.drawRoundedRect(card.adjusted(-i, -i + 2, i, i), radius + i, radius + i);
  }
  painter.setPen(QPen(theme_.rule, 1));
  painter.setBrush(theme_.surface);
  painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
  for (const double y : rules_)
    painter.fillRect(QRectF(card.left() + 1, y, card.width() - 2, 1), theme_.rule);
  for (const PlacedText& placed : layout_.texts)
    placed.paragraph->paint(painter, placed.origin, QRectF(rect()).translated(-placed.origin), theme_, {});
}

} // namespace eigenboard::reader
