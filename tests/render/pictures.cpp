#include "tests/render/pictures.h"

#include <QtCore/QProcess>

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::tests {
namespace {

std::array<double, 3> blurred(const QImage& image, int x, int y) {
  std::array<double, 3> sum{};
  int count = 0;
  for (int row = std::max(0, y - 1); row <= std::min(image.height() - 1, y + 1); ++row)
    for (int column = std::max(0, x - 1); column <= std::min(image.width() - 1, x + 1); ++column) {
      const QRgb pixel = image.pixel(column, row);
      sum[0] += qRed(pixel);
      sum[1] += qGreen(pixel);
      sum[2] += qBlue(pixel);
      ++count;
    }
  for (double& channel : sum)
    channel /= count;
  return sum;
}

} // namespace

Output run(const QString& program, const QStringList& arguments, const QByteArray& input) {
  QProcess process;
  process.start(program, arguments);
  if (!process.waitForStarted())
    return {{}, program + QStringLiteral(": ") + process.errorString()};
  process.write(input);
  process.closeWriteChannel();
  if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit ||
      process.exitCode() != 0)
    return {{}, program + QStringLiteral(": ") + QString::fromLocal8Bit(process.readAllStandardError())};
  return {process.readAllStandardOutput(), {}};
}

QImage drawnByRsvg(const QByteArray& svg, QString& error) {
  const Output output = run(QStringLiteral("rsvg-convert"), {QStringLiteral("--unlimited")}, svg);
  error = output.error;
  return QImage::fromData(output.bytes, "PNG").convertToFormat(QImage::Format_ARGB32);
}

Difference blurredDifference(const QImage& one, const QImage& other) {
  Difference difference;
  for (int y = 0; y < one.height(); ++y)
    for (int x = 0; x < one.width(); ++x) {
      const auto first = blurred(one, x, y);
      const auto second = blurred(other, x, y);
      double worst = 0;
      for (std::size_t channel = 0; channel < 3; ++channel)
        worst = std::max(worst, std::abs(first[channel] - second[channel]));
      difference.mean += worst;
      difference.largest = std::max(difference.largest, worst);
      difference.visibleShare += worst > 20 ? 1 : 0;
    }
  const double pixels = static_cast<double>(one.width()) * one.height();
  difference.mean /= pixels;
  difference.visibleShare /= pixels;
  return difference;
}

} // namespace eigenboard::tests
