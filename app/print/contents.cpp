#include "app/print/contents.h"

#include <qcustomplot.h>

#include <cmath>
#include <memory>
#include <utility>

namespace eigenboard::print {

namespace {

constexpr double numberRoom = 44; ///< px at the right, which the words leave free

std::unique_ptr<reader::Paragraph> words(const QString& text, const reader::TextStyle& style) {
  return std::make_unique<reader::Paragraph>(reader::plainParagraph(text), style);
}

reader::Node line(const QString& text, const reader::TextStyle& style, reader::NodeKind kind) {
  reader::Node made;
  made.kind = kind;
  made.text = words(text, style);
  return made;
}

/// The placed texts of the lines, in their order; a section's item has a marker without words before it.
std::vector<const reader::PlacedText*> textsOf(const SetText& contents) {
  std::vector<const reader::PlacedText*> texts;
  for (std::size_t i = 1; i < contents.layout.texts.size(); ++i) // the first is the title
    if (contents.layout.texts[i].paragraph->length() > 0)
      texts.push_back(&contents.layout.texts[i]);
  return texts;
}

} // namespace

SetText setContents(const QString& title, const std::vector<ContentsLine>& lines, Setter& setter) {
  const reader::Typography& type = setter.type();
  std::vector<reader::Node> nodes;
  nodes.push_back(line(title, type.title, reader::NodeKind::Title));
  for (const ContentsLine& entry : lines) {
    const QString& text = entry.entry.title;
    if (entry.entry.level == 0) {
      nodes.push_back(line(text, type.subheading, reader::NodeKind::Subheading));
    } else if (entry.entry.level == 1) {
      nodes.push_back(line(text, type.minorHeading, reader::NodeKind::Text));
    } else {
      if (nodes.back().kind != reader::NodeKind::List) {
        nodes.emplace_back();
        nodes.back().kind = reader::NodeKind::List;
        nodes.back().tight = true;
      }
      reader::Node item = line({}, type.body, reader::NodeKind::Item);
      item.children.push_back(line(text, type.body, reader::NodeKind::Text));
      nodes.back().children.push_back(std::move(item));
    }
  }
  return setter.set(std::move(nodes), numberRoom);
}

void paintContentsNumbers(QCPPainter& painter, const Ink& ink, const SetText& contents,
                          const std::vector<ContentsLine>& lines, int sheet) {
  const std::vector<const reader::PlacedText*> texts = textsOf(contents);
  const QFont& font = ink.type.body.font;
  const QFontMetricsF metrics(font);
  const double right = contents.layout.columnLeft + contents.layout.columnWidth + numberRoom / 2;
  for (std::size_t i = 0; i < lines.size() && i < texts.size(); ++i) {
    const reader::Paragraph& text = *texts[i]->paragraph;
    const int last = text.lineCount() - 1;
    const double baseline = texts[i]->origin.y() + text.baseline(last);
    const Spot spot = spotOf(contents, baseline, ink.paper);
    if (spot.page != sheet || lines[i].entry.level == 0)
      continue;
    const QString number = QString::number(lines[i].page + 1);
    const double left = right - metrics.horizontalAdvance(number);
    painter.setFont(font);
    painter.setPen(ink.theme.text);
    painter.drawText(QPointF(left, spot.y), number);
    const double from = texts[i]->origin.x() + text.lineEnd(last) + 8;
    if (left - 8 > from) {
      painter.setPen(QPen(ink.theme.textMuted, 1, Qt::DotLine));
      painter.drawLine(QPointF(from, spot.y - 1), QPointF(left - 8, spot.y - 1));
    }
  }
}

std::vector<PdfLink> contentsLinks(const SetText& contents, const std::vector<ContentsLine>& lines,
                                   const Paper& paper) {
  const std::vector<const reader::PlacedText*> texts = textsOf(contents);
  std::vector<PdfLink> links;
  for (std::size_t i = 0; i < lines.size() && i < texts.size(); ++i) {
    QRectF area = texts[i]->rect();
    const Spot spot = spotOf(contents, area.center().y(), paper);
    area.moveCenter(QPointF(area.center().x(), spot.y));
    area.setRight(area.right() + numberRoom / 2);
    PdfLink link;
    link.page = spot.page;
    link.rect = QRectF(area.topLeft() * pointsPerPixel, area.size() * pointsPerPixel);
    link.toPage = lines[i].page;
    link.toY = lines[i].y * pointsPerPixel;
    links.push_back(link);
  }
  return links;
}

} // namespace eigenboard::print
