#include "views/controls/group_control.h"

#include "views/controls/appearance.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;

namespace {

constexpr int bracketRoom = 8;
constexpr int mostInLine = 4; ///< cells; a longer row goes on below, in lines of one length

/// How many cells stand beside each other.
int lineLength(const panel::Group& group) {
  const auto count = static_cast<int>(group.keys.size());
  // A point is written in a line to save height: (1, 2).
  const int row = group.kind == panel::GroupKind::Point || group.rows == 1 ? count : group.columns;
  if (row != count || count <= mostInLine)
    return row;
  const int lines = (count + mostInLine - 1) / mostInLine;
  return (count + lines - 1) / lines;
}

} // namespace

GroupControl::GroupControl(panel::Session& session, const panel::Group& group,
                           typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), kind_(group.kind) {
  setAccessibleName(group.label);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(unit);
  const QString tex = group.symbol.isEmpty() ? QString() : group.symbol + u" ="_s;
  auto* symbol = new SymbolLabel(tex, group.label, typesetter, theme, this);
  row->addWidget(symbol, 0, Qt::AlignVCenter);

  auto* grid = new QGridLayout;
  grid->setContentsMargins(bracketRoom, 2, bracketRoom, 2);
  grid->setHorizontalSpacing(kind_ == panel::GroupKind::Point ? unit / 2 : 2);
  grid->setVerticalSpacing(0);
  const int columns = lineLength(group);
  if (columns < group.columns) // brackets round several lines would be another matrix
    kind_ = panel::GroupKind::Point;
  for (std::size_t i = 0; i < group.keys.size(); ++i) {
    const int parameter = panel::parameterIndex(session.description(), group.keys[i]);
    auto* cell = new ScrubNumber(session, parameter, theme, this);
    grid->addWidget(cell, static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    cells_.push_back(cell);
  }
  row->addLayout(grid);
  row->addStretch(1);
}

void GroupControl::paintEvent(QPaintEvent*) {
  QRect cells;
  for (const ScrubNumber* cell : cells_)
    cells |= cell->geometry();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme().text, 1.3, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
  const QRectF box = QRectF(cells).adjusted(-bracketRoom / 2.0, 0, bracketRoom / 2.0, 0);
  if (kind_ == panel::GroupKind::Matrix)
    paintBrackets(painter, box);
  else
    paintParentheses(painter, box);
}

void GroupControl::paintBrackets(QPainter& painter, const QRectF& box) const {
  constexpr double hook = 4;
  const QRectF tall = box.adjusted(0.5, 0.5, -0.5, -0.5);
  painter.drawPolyline(QPolygonF{{tall.left() + hook, tall.top()},
                                 tall.topLeft(),
                                 tall.bottomLeft(),
                                 {tall.left() + hook, tall.bottom()}});
  painter.drawPolyline(QPolygonF{{tall.right() - hook, tall.top()},
                                 tall.topRight(),
                                 tall.bottomRight(),
                                 {tall.right() - hook, tall.bottom()}});
}

void GroupControl::paintParentheses(QPainter& painter, const QRectF& box) const {
  const QRectF tall = box.adjusted(0, 4, 0, -4);
  constexpr double bulge = 6;
  QPainterPath path(tall.topLeft() + QPointF(3, 0));
  path.quadTo(tall.left() + 3 - bulge, tall.center().y(), tall.left() + 3, tall.bottom());
  path.moveTo(tall.topRight() - QPointF(3, 0));
  path.quadTo(tall.right() - 3 + bulge, tall.center().y(), tall.right() - 3, tall.bottom());
  painter.drawPath(path);
  painter.setPen(theme().text);
  painter.setFont(interfaceFont(bodyType));
  for (std::size_t i = 0; i + 1 < cells_.size(); ++i) {
    if (cells_[i + 1]->geometry().left() < cells_[i]->geometry().right())
      continue; // it begins the next line
    const QRectF between(QPointF(cells_[i]->geometry().right(), box.top()),
                         QPointF(cells_[i + 1]->geometry().left() + 1, box.bottom()));
    painter.drawText(between, Qt::AlignCenter, u","_s);
  }
}

} // namespace eigenboard::controls
