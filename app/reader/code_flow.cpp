#include "app/reader/code_flow.h"

#include "app/reader/code_text.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace eigenboard::reader {

namespace {

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
    kinds = {TargetKind::Run, TargetKind::Edit, TargetKind::Copy};
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

void flowCodeSurface(Node& code, double left, double inner, double hang, double pad, const FlowTools& tools) {
  const double vertical = std::round(0.85 * pad);
  const double top = tools.y;
  const std::size_t index = tools.layout.decorations.size();
  tools.layout.decorations.push_back({DecorationKind::CodeSurface, {}, &code});
  tools.y += vertical;
  if (code.code.isEditing) // the editor does not cover the buttons
    tools.y += std::round(1.8 * tools.type.button.font.pixelSize());
  const QPointF origin(left, tools.y);
  tools.text(*code.text, left, inner, cellsApart());
  tools.y += vertical;
  const QRectF area(left - hang, top, inner + hang + pad, tools.y - top);
  tools.layout.decorations[index].rect = area;
  if (code.code.errorLine > 0 && !code.code.isEditing) // the editor marks it itself
    flowErrorLine(code, origin, area, tools);
  flowButtons(code, area, tools);
}

void flowOutput(Node& output, double left, double inner, double hang, double pad, const FlowTools& tools) {
  const double vertical = std::round(0.65 * pad);
  const double top = tools.y;
  const std::size_t index = tools.layout.decorations.size();
  tools.layout.decorations.push_back({DecorationKind::OutputSurface, {}, &output});
  tools.y += vertical;
  for (Node& line : output.children)
    tools.text(*line.text, left, inner, cellsApart());
  if (output.text) {
    if (!output.children.empty())
      tools.y += std::round(0.35 * pad);
    const QPointF origin(left, tools.y);
    tools.text(*output.text, left, inner, cellsApart());
    if (output.code.more.length > 0) {
      QRectF words;
      for (const QRectF& rect : output.text->rects(output.code.more))
        words |= rect;
      tools.layout.targets.push_back({TargetKind::More, -1, -1, &output, words.translated(origin)});
    }
  }
  tools.y += vertical;
  tools.layout.decorations[index].rect = QRectF(left - hang, top, inner + hang + pad, tools.y - top);
}

} // namespace

bool isCodeButton(TargetKind kind) {
  return kind == TargetKind::Run || kind == TargetKind::Edit || kind == TargetKind::Copy ||
         kind == TargetKind::Reset;
}

void flowCode(Node& code, Node* output, double left, double width, double rightEdge, const FlowTools& tools) {
  const double pad = std::round(0.8 * tools.type.body.font.pixelSize());
  // In the column the surface hangs out, so that the code's left edge is that of the text; in a list or a
  // fold it would cover what marks them.
  const bool hangs = left <= tools.layout.columnLeft;
  const double hang = hangs ? std::min(pad, left - 2) : pad;
  const double start = hangs ? left : left + pad;
  const double usual = hangs ? width : width - 2 * pad;
  // On paper, where nothing reaches out, longer lines are broken.
  const double room = tools.type.code.scrollsWide ? std::max(usual, rightEdge - start - pad) : usual;
  // Code and the output under it share one width: that of the text, or more where long lines need it and it
  // is there.
  const double inner = std::clamp(fitCode(code, output, room, tools.type.code), usual, room);
  if (code.kind == NodeKind::Output)
    flowOutput(code, start, inner, hang, pad, tools);
  else
    flowCodeSurface(code, start, inner, hang, pad, tools);
  if (output)
    flowOutput(*output, start, inner, hang, pad, tools);
}

} // namespace eigenboard::reader
