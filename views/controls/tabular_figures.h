#pragma once

#include <QtCore/QHash>
#include <QtGui/QFont>
#include <QtGui/QRawFont>

class QPainter;
class QRectF;
class QString;

namespace eigenboard::controls {

/// Numbers whose digits are all as wide as the widest, so that they stand still while they change.
class TabularFigures {
 public:
  explicit TabularFigures(const QFont& font);
  double width(const QString& text) const;
  /// One line, vertically centred; in the painter's pen colour. Horizontal alignment as given.
  void draw(QPainter& painter, const QRectF& box, const QString& text, Qt::Alignment alignment) const;

 private:
  double advance(QChar character) const;
  QFont font_;
  QRawFont raw_;
  double digitWidth_ = 0;
  mutable QHash<QChar, double> advances_;
};

} // namespace eigenboard::controls
