#include "app/reader/block_flow.h"

#include "app/reader/block_painter.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenboard::reader {

namespace {

QString apart() {
  return QStringLiteral("\n\n");
}

/// The size of a sign beside words of that style.
double signSize(const TextStyle& style) {
  return std::round(1.18 * style.font.pixelSize());
}

/// A sign on the first line of a paragraph, centred on its capitals, and the paragraph beside it.
void signAndWords(DecorationKind kind, Node& node, double left, double width, const FlowTools& tools) {
  const double side = signSize(node.text->style());
  const double indent = side + std::round(0.45 * node.text->style().font.pixelSize());
  const double top = tools.y;
  tools.text(*node.text, left + indent, std::max(60., width - indent), apart());
  const double middle = top + node.text->baseline(0) - 0.36 * node.text->style().font.pixelSize();
  tools.layout.decorations.push_back({kind, QRectF(left, std::round(middle - side / 2), side, side), &node});
}

} // namespace

double FlowTools::units(double count) const {
  return std::round(count * type.unit);
}

double FlowTools::hang(double left, double pad) const {
  return left <= layout.columnLeft ? std::max(0., std::min(pad, left - 2)) : 0;
}

void flowLabel(Node& label, double left, double width, const FlowTools& tools) {
  signAndWords(DecorationKind::ComponentSign, label, left, width, tools);
}

void flowStatement(Node& statement, double left, double width, const FlowTools& tools) {
  const double pad = std::round(0.85 * tools.type.body.font.pixelSize());
  const double hang = tools.hang(left, pad);
  const double inset = pad - hang;
  const double top = tools.y;
  const std::size_t surface = tools.layout.decorations.size();
  tools.layout.decorations.push_back({DecorationKind::StatementSurface, {}, &statement});
  tools.y += tools.units(0.42);
  const double inner = std::max(80., width - 2 * inset);
  if (statement.text) {
    signAndWords(DecorationKind::StatementSign, statement, left + inset, inner, tools);
    tools.y += tools.units(0.08);
  }
  const bool wasInBox = std::exchange(tools.isInBox, true);
  tools.blocks(statement.children, left + inset, inner);
  tools.isInBox = wasInBox;
  tools.y += tools.units(0.45);
  tools.layout.decorations[surface].rect = QRectF(left - hang, top, width + 2 * hang, tools.y - top);
}

void flowMistake(Node& mistake, double left, double width, const FlowTools& tools) {
  tools.text(*mistake.text, left, width, apart());
  tools.y += tools.units(0.15);
  const double wanted = std::round(5.2 * tools.type.part.font.pixelSize());
  double names = 0;
  for (Node& part : mistake.children) {
    part.text->layOut(width);
    names = std::max(names, std::ceil(part.text->usedWidth()));
  }
  const double gap = std::round(1.1 * tools.type.part.font.pixelSize());
  const double column = std::min(std::max(wanted, names) + gap, 0.3 * width);
  const double top = tools.y;
  for (std::size_t i = 0; i < mistake.children.size(); ++i) {
    Node& part = mistake.children[i];
    if (i > 0)
      tools.y += tools.units(0.12);
    part.text->layOut(column - gap / 2);
    const std::size_t name = tools.layout.texts.size();
    tools.place(*part.text, QPointF(left + gap, tools.y), QStringLiteral("\n"));
    tools.blocks(part.children, left + gap + column, std::max(80., width - gap - column));
    if (tools.layout.texts.size() <= name + 1)
      continue;
    PlacedText& words = tools.layout.texts[name + 1];
    words.separator = QStringLiteral(" ");
    tools.layout.texts[name].origin.setY(words.origin.y() + words.paragraph->baseline(0) -
                                         part.text->baseline(0));
  }
  tools.layout.decorations.push_back(
      {DecorationKind::MistakeBar, QRectF(left, top + 3, 2, tools.y - top - 5), &mistake});
}

void flowExercise(Node& exercise, double left, double width, const FlowTools& tools) {
  tools.layout.decorations.push_back({DecorationKind::Hairline, QRectF(left, tools.y, width, 1), &exercise});
  tools.y += 1 + tools.units(0.32);
  Paragraph& number = *exercise.text;
  number.layOut(width);
  const double top = tools.y;
  tools.place(number, QPointF(left, top), apart());
  const double baseline = top + number.baseline(0);
  if (Paragraph* tier = exercise.exercise.tierText.get()) {
    const double pad = std::round(0.55 * tools.type.part.font.pixelSize());
    const double x = left + number.usedWidth() + 2 * pad + tools.units(0.15);
    tier->layOut(std::max(20., width - (x - left)));
    tools.place(*tier, QPointF(x, baseline - tier->baseline(0)), QStringLiteral(" "));
    const double height = std::round(1.5 * tools.type.part.font.pixelSize());
    const double middle = baseline - 0.36 * tools.type.part.font.pixelSize();
    tools.layout.decorations.push_back(
        {DecorationKind::Chip,
         QRectF(x - pad, std::round(middle - height / 2), std::ceil(tier->usedWidth()) + 2 * pad, height),
         &exercise});
  }
  const double mark = std::round(1.15 * tools.type.number.font.pixelSize());
  const double words = QFontMetricsF(tools.type.part.font).horizontalAdvance(markAsDone());
  const double room = std::ceil(words) + 14;
  const double middle = baseline - 0.36 * tools.type.number.font.pixelSize();
  tools.layout.targets.push_back(
      {TargetKind::Exercise, -1, -1, &exercise,
       QRectF(left + width - mark - room, std::round(middle - mark / 2) - 3, mark + room, mark + 6)});
  tools.y = top + number.height() + tools.units(0.12);
  tools.blocks(exercise.children, left, width);
}

void flowPicture(Node& picture, double left, double width, const FlowTools& tools) {
  QSizeF size = picture.picture.size * tools.type.zoom;
  if (size.width() > width)
    size *= width / size.width();
  size = QSizeF(std::max(1., std::round(size.width())), std::max(1., std::round(size.height())));
  const double x = left + std::floor((width - size.width()) / 2);
  tools.layout.decorations.push_back({DecorationKind::Picture, QRectF(QPointF(x, tools.y), size), &picture});
  for (Node& description : picture.children) {
    description.text->layOut(size.width());
    tools.place(*description.text, QPointF(x, tools.y), apart());
  }
  tools.y += size.height();
  if (picture.text->length() == 0)
    return;
  tools.y += tools.units(0.3);
  tools.text(*picture.text, left, width, apart());
}

void flowCard(Node& card, double left, double width, const FlowTools& tools) {
  const double pad = std::round(0.95 * tools.type.body.font.pixelSize());
  const double top = tools.y;
  const QRectF picture = cardPictureArea(QPointF(left, top), width, tools.type);
  const std::size_t decoration = tools.layout.decorations.size();
  tools.layout.decorations.push_back({DecorationKind::CardSurface, {}, &card});
  const std::size_t target = tools.layout.targets.size();
  tools.layout.targets.push_back({TargetKind::Card, -1, -1, &card, {}});
  tools.y += pad;
  const double textLeft = picture.right() + pad;
  const double textWidth = std::max(60., left + width - pad - textLeft);
  for (std::size_t i = 0; i < card.children.size(); ++i) {
    if (i > 0)
      tools.y += tools.units(i == 1 ? 0.02 : 0.22);
    tools.text(*card.children[i].text, textLeft, textWidth, QStringLiteral("\n"));
  }
  tools.y = std::max(tools.y, picture.bottom()) + pad;
  const QRectF area(left, top, width, tools.y - top);
  tools.layout.decorations[decoration].rect = area;
  tools.layout.targets[target].rect = area;
}

QRectF cardPictureArea(QPointF corner, double width, const Typography& type) {
  const double pad = std::round(0.95 * type.body.font.pixelSize());
  const double side = std::round(
      std::clamp(0.24 * width, 2.5 * type.body.font.pixelSize(), 7.6 * type.body.font.pixelSize()));
  return {corner.x() + pad, corner.y() + pad, side, std::round(0.8 * side)};
}

} // namespace eigenboard::reader
