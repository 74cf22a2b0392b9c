#include "app/print/sheet_painter.h"

#include "app/reader/page_painter.h"
#include "views/panel/evaluate_at.h"
#include "views/render/figure_painter.h"

#include <qcustomplot.h>

#include <cmath>

namespace eigenboard::print {

namespace {

constexpr double headAbove = 34; ///< px from the sheet's top to the middle of the running head
constexpr double footBelow = 40; ///< px from the middle of the page's number to the sheet's bottom

void paintPicture(QCPPainter& painter, const Ink& ink, const reader::Decoration& figure) {
  const book::PanelLink& link = figure.node->panel;
  const panel::Panel* panel = ink.registry.find(link.panel);
  if (!panel)
    return;
  const panel::Description& description = panel->description();
  panel::Settings settings = link.settings;
  if (settings.empty() && !description.presets.empty())
    settings.emplace_back(QStringLiteral("preset"), description.presets.front().key);
  const panel::StateResult wanted =
      panel::withSettings(description, panel::defaultState(description), settings);
  const panel::Evaluation evaluation = panel::evaluateAt(*panel, wanted.state);
  render::FigureOptions options;
  options.format = render::FigureFormat::Pdf;
  options.size = figure.rect.size().toSize();
  options.formula = evaluation.formula;
  if (!render::figureProblem(evaluation.scene, options).isEmpty())
    options.formula.clear();
  painter.save();
  painter.translate(figure.rect.topLeft());
  if (const QString problem = evaluation.problem.isEmpty() ? render::figureProblem(evaluation.scene, options)
                                                           : evaluation.problem;
      problem.isEmpty()) {
    render::paintFigure(painter, evaluation.scene, ink.theme, render::waitingFormulas(ink.typesetter),
                        typesetting::GlyphsAs::Text, options);
  } else {
    painter.setPen(ink.theme.error);
    painter.setFont(ink.type.note.font);
    painter.drawText(QRectF(QPointF(), figure.rect.size()), Qt::AlignCenter | Qt::TextWordWrap, problem);
  }
  painter.restore();
}

/// What stands from top to bottom of the text, at a height of the sheet.
void paintPart(QCPPainter& painter, const Ink& ink, const reader::Layout& layout, double top, double bottom,
               double onSheet) {
  if (!(bottom > top))
    return;
  const QRectF part(0, top, ink.paper.size.width(), bottom - top);
  painter.save();
  painter.translate(0, onSheet - top);
  painter.setClipRect(part.adjusted(0, -1, 0, 1));
  reader::Layout onPaper = layout;
  onPaper.targets.clear();           // nothing can be pressed on paper
  constexpr double pictureScale = 3; // pixels of a picture to a px of the page: some 300 dots an inch
  reader::PageState state;
  state.picture = [](const reader::Node& node, QSize size) {
    return node.kind == reader::NodeKind::Picture
               ? reader::loadPicture(node.picture, (QSizeF(size) * pictureScale).toSize()).image
               : QImage();
  };
  // A line that only touches the edge belongs to the other page.
  reader::paintPage(painter, onPaper, ink.type, ink.theme, state, part.adjusted(0, 1, 0, -1));
  for (const reader::Decoration& decoration : onPaper.decorations)
    if (decoration.kind == reader::DecorationKind::Figure && decoration.rect.intersects(part))
      paintPicture(painter, ink, decoration);
  painter.restore();
}

} // namespace

void paintSheet(QCPPainter& painter, const Ink& ink, const SetText& text, int page,
                const QString& runningHead, int pageNumber) {
  const double left = text.layout.columnLeft;
  const double width = text.layout.columnWidth;
  painter.setFont(ink.type.note.font);
  painter.setPen(ink.theme.textMuted);
  painter.drawText(QRectF(left, headAbove - 12, width, 24), Qt::AlignVCenter | Qt::AlignRight, runningHead);
  painter.drawText(QRectF(left, ink.paper.size.height() - footBelow - 12, width, 24), Qt::AlignCenter,
                   QString::number(pageNumber));

  const PageRange& range = text.pages[static_cast<std::size_t>(page)];
  const TableHead& head = range.head;
  paintPart(painter, ink, text.layout, head.top, head.bottom, ink.paper.top);
  paintPart(painter, ink, text.layout, range.top, range.bottom, ink.paper.top + head.height());
}

} // namespace eigenboard::print
