#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtGui/QImage>

namespace eigenboard::tests {

/// What a program prints on standard output, given bytes on standard input. error: why it failed.
struct Output {
  QByteArray bytes;
  QString error;
};
Output run(const QString& program, const QStringList& arguments, const QByteArray& input = {});

/// An SVG drawn by librsvg at 96 dots per inch.
QImage drawnByRsvg(const QByteArray& svg, QString& error);

/// How two pictures of one size differ after a blur of 3 by 3 pixels, in steps of 255 of the worst channel.
struct Difference {
  double mean = 0;
  double largest = 0;
  double visibleShare = 0; ///< of the pixels that differ by more than 20
};
Difference blurredDifference(const QImage& one, const QImage& other);

} // namespace eigenboard::tests
