#include "app/reader/code_flow.h"

#include "app/reader/block_flow.h"
#include "app/reader/code_text.h"
#include "app/reader/wide_block.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace eigenboard::reader {

namespace {

constexpr double mostColumns = 2000; ///< of a line that is not broken

QString cellsApart() {
  return QStringLiteral("\n\n");
}

/// Long lines are set a little smaller if that keeps them whole. Gives the width that both need.
double fitCode(Node& code, Node* output, double room, const TextStyle& style) {
  const int usual = style.font.pixelSize();
  const int smallest = static_cast<int>(std::floor(0.84 * usual));
  double widest = 0;
  for (Node* node : {&code, output}) {
    if (!node || !node->text)
      continue;
    if (node->naturalWidth <= 0)
      node->naturalWidth = std::max(1., node->text->naturalWidth());
    widest = std::max(widest, node->naturalWidth);
  }
  const double advance = QFontMetricsF(style.font).horizontalAdvance(u'0');
  const double characters = std::ceil(widest / advance);
  int pixels = usual;
  double width = characters * advance + 1;
  while (width > room && pixels > smallest) {
    QFont font = style.font;
    font.setPixelSize(--pixels);
    width = characters * QFontMetricsF(font).horizontalAdvance(u'0') + 1;
  }
  for (Node* node : {&code, output})
    if (node && node->text)
      node->text->setPixelSize(pixels);
  return std::ceil(width);
}

/// The buttons stand at the right end of the code's top. By the keyboard, what is done most comes first.
void flowButtons(Node& code, const QRectF& area, const FlowTools& tools) {
  const double height = std::round(1.8 * tools.type.button.font.pixelSize());
  const double width = std::round(3.9 * tools.type.button.font.pixelSize());
  std::vector<TargetKind> kinds{TargetKind::Copy};
  if (code.code.isCell)
    kinds = {TargetKind::Run, TargetKind::Edit, TargetKind::Beside, TargetKind::Copy};
  if (code.code.isChanged)
    kinds.push_back(TargetKind::Reset);
  double right = area.right() - 6;
  for (const TargetKind kind : kinds) {
    tools.layout.targets.push_back(
        {kind, -1, -1, &code, QRectF(right - width, area.top() + 5, width, height)});
    right -= width;
  }
}

void flowErrorLine(const Node& code, QPointF origin, const QRectF& area, const FlowTools& tools) {
  const Span line = lineOfCode(code.text->content().text, code.code.errorLine);
  const int first = code.text->lineOf(line.start);
  const int last = code.text->lineOf(line.start + line.length);
  const double top = origin.y() + code.text->lineSpan(first).first;
  const double bottom = origin.y() + code.text->lineSpan(last).second;
  tools.layout.decorations.push_back(
      {DecorationKind::ErrorLine, QRectF(area.left(), top, area.width(), bottom - top), &code});
}

/// Lengths of a piece of code. inner: of its lines as they are seen, lines: as they are, where more.
struct CodeRoom {
  double left = 0;
  double inner = 0;
  double hang = 0;
  double pad = 0;
  double lines = 0;
};

/// The text of code at y, behind a window where it is wider than its room. Gives whether it is.
bool flowLines(Node& node, const CodeRoom& room, double top, const FlowTools& tools) {
  const bool isWide = room.lines > room.inner + 0.5 && node.naturalWidth > room.inner && !node.code.isEditing;
  const std::size_t first = tools.layout.texts.size();
  tools.text(*node.text, room.left, isWide ? room.lines : room.inner, cellsApart());
  if (!isWide || node.text->usedWidth() <= room.inner) {
    node.scrolled = 0;
    return false;
  }
  const QRectF window(room.left - room.hang, top, room.hang + room.inner + room.pad, tools.y - top);
  addStrip(tools.layout, node, window, room.hang + std::ceil(node.text->usedWidth()) + room.pad, first);
  return true;
}

void flowCodeSurface(Node& code, const CodeRoom& room, const FlowTools& tools) {
  const auto& [left, inner, hang, pad, lines] = room;
  const double vertical = std::round(0.85 * pad);
  const double top = tools.y;
  const std::size_t index = tools.layout.decorations.size();
  tools.layout.decorations.push_back({DecorationKind::CodeSurface, {}, &code});
  tools.y += vertical;
  if (code.code.isEditing) // the editor does not cover the buttons
    tools.y += std::round(1.8 * tools.type.button.font.pixelSize());
  const QPointF origin(left, tools.y);
  const bool isWide = flowLines(code, room, top + 1, tools);
  tools.y += isWide ? std::max(vertical, stripBarRoom) : vertical;
  const QRectF area(left - hang, top, inner + hang + pad, tools.y - top);
  tools.layout.decorations[index].rect = area;
  if (code.code.errorLine > 0 && !code.code.isEditing) // the editor marks it itself
    flowErrorLine(code, origin, area, tools);
  flowButtons(code, area, tools);
}

void flowOutput(Node& output, const CodeRoom& room, const FlowTools& tools) {
  const auto& [left, inner, hang, pad, lines] = room;
  const double vertical = std::round(0.65 * pad);
  const double top = tools.y;
  const std::size_t index = tools.layout.decorations.size();
  tools.layout.decorations.push_back({DecorationKind::OutputSurface, {}, &output});
  tools.y += vertical;
  for (Node& line : output.children)
    if (line.kind != NodeKind::Picture)
      tools.text(*line.text, left, inner, cellsApart());
  if (output.text) {
    if (!output.children.empty())
      tools.y += std::round(0.35 * pad);
    const double linesTop = tools.y;
    // The line at its left stays where it is.
    const double bar = std::min(hang - 1, 5.);
    const bool isWide = flowLines(output, {left, inner, hang - bar, pad, lines}, linesTop, tools);
    const QPointF origin(left - output.scrolled, linesTop);
    if (isWide)
      tools.y += stripBarRoom - vertical;
    if (output.code.more.length > 0) {
      QRectF words;
      for (const QRectF& rect : output.text->rects(output.code.more))
        words |= rect;
      tools.layout.targets.push_back({TargetKind::More, -1, -1, &output, words.translated(origin)});
    }
  }
  for (Node& figure : output.children)
    if (figure.kind == NodeKind::Picture) {
      tools.y += vertical;
      flowPicture(figure, left, inner, tools);
    }
  tools.y += vertical;
  tools.layout.decorations[index].rect = QRectF(left - hang, top, inner + hang + pad, tools.y - top);
}

} // namespace

bool isCodeButton(TargetKind kind) {
  return kind == TargetKind::Run || kind == TargetKind::Edit || kind == TargetKind::Beside ||
         kind == TargetKind::Copy || kind == TargetKind::Reset;
}

void flowCode(Node& code, Node* output, double left, double width, double rightEdge, const FlowTools& tools) {
  const double pad = std::round(0.8 * tools.type.body.font.pixelSize());
  // In the column the surface hangs out, so that the code's left edge is that of the text; in a list or a
  // fold it would cover what marks them.
  const bool hangs = left <= tools.layout.columnLeft && !tools.isInBox;
  const double hang = hangs ? std::min(pad, left - 2) : pad;
  const double start = hangs ? left : left + pad;
  const double usual = hangs ? width : width - 2 * pad;
  // On paper, where nothing reaches out, longer lines are broken.
  const double room = tools.type.code.scrollsWide ? std::max(usual, rightEdge - start - pad) : usual;
  // Code and the output under it share one width: that of the text, or more where long lines need it and it
  // is there.
  const double needed = fitCode(code, output, room, tools.type.code);
  const double inner = std::clamp(needed, usual, room);
  // Lines that are longer still are seen through a window. What no one reads to its end is broken even so,
  // and its painting stays cheap.
  const double advance =
      QFontMetricsF(code.text ? code.text->style().font : tools.type.code.font).horizontalAdvance(u'0');
  const double lines = tools.type.code.scrollsWide ? std::min(needed, mostColumns * advance) : inner;
  const CodeRoom lengths{start, inner, hang, pad, lines};
  if (code.kind == NodeKind::Output)
    flowOutput(code, lengths, tools);
  else
    flowCodeSurface(code, lengths, tools);
  if (output)
    flowOutput(*output, lengths, tools);
}

} // namespace eigenboard::reader
