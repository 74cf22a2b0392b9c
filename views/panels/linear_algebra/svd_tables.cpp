#include "views/panels/linear_algebra/svd_tables.h"

#include "core/numerics/random.h"
#include "views/panels/support/python.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::linear_algebra::svd_panel {

namespace {

double share(double value) {
  return std::clamp(value, 0.0, 1.0);
}

/// A bell made of a quotient, of height 1 and of this half width.
double peak(double x, double middle, double width) {
  const double away = (x - middle) / width;
  return 1 / (1 + away * away);
}

/// A sun over two mountains and a lake. x from the left and y from the top, both in (0, 1).
double landscapeAt(double x, double y) {
  double grey = 0.45 + 0.35 * y;
  const double across = (x - 0.72) * 4 / 3;
  const double sun = share((0.016 - across * across - (y - 0.25) * (y - 0.25)) * 200);
  grey += sun * (1 - grey);
  const double ridge = 0.66 - 0.46 * peak(x, 0.3, 0.13) - 0.2 * peak(x, 0.62, 0.1);
  const double rock = y < 0.38 ? 0.92 : 0.26;
  grey += share((y - ridge) * 16) * (rock - grey);
  const double water = 0.5 - 0.3 * (y - 0.7) + 0.4 * share(1 - 8 * std::abs(x - 0.72));
  return grey + share((y - 0.7) * 24) * (water - grey);
}

/// A cross with a border: three kinds of rows, so that its rank is 3.
double flagAt(int row, int column) {
  const int across = std::min(std::abs(2 * row - 23), std::abs(2 * column - 21));
  if (across <= 3)
    return 0.15;
  return across <= 7 ? 1.0 : 0.45;
}

double diagonalAt(int row, int column) {
  return 0.1 + 0.9 * share((7 - std::abs(4 * row - 3 * column)) / 4.0);
}

double greyAt(Data data, int row, int column) {
  switch (data) {
  case Data::Landscape:
    return landscapeAt((column + 0.5) / pictureColumns, (row + 0.5) / pictureRows);
  case Data::Flag:
    return flagAt(row, column);
  default:
    return diagonalAt(row, column);
  }
}

} // namespace

Ratings standardRatings() {
  return Ratings{{5, 4.5, 5, 1, 1.5}, {4, 5, 4.5, 2, 1}, {4.5, 4, 4.5, 1.5, 2},
                 {1, 1.5, 1, 5, 4.5}, {2, 1, 1.5, 4, 5}, {3, 3.5, 3, 3, 3}};
}

Eigen::MatrixXd picture(Data data) {
  if (data == Data::Map || data == Data::Ratings)
    return {};
  Eigen::MatrixXd grey(pictureRows, pictureColumns);
  for (int row = 0; row < pictureRows; ++row)
    for (int column = 0; column < pictureColumns; ++column)
      grey(row, column) = greyAt(data, row, column);
  return grey;
}

Eigen::MatrixXd withNoise(const Eigen::MatrixXd& table, double size, int seed) {
  Eigen::MatrixXd noisy = table;
  numerics::Random random(static_cast<std::uint64_t>(seed));
  for (Eigen::Index row = 0; row < table.rows(); ++row)
    for (Eigen::Index column = 0; column < table.cols(); ++column)
      noisy(row, column) += size * random.uniform(-1, 1);
  return noisy;
}

QString pictureCode(Data data) {
  const QString places = QStringLiteral("\nrow, column = np.indices((24, 32))\n");
  switch (data) {
  case Data::Map:
  case Data::Ratings:
    return {};
  case Data::Landscape:
    return places + QStringLiteral(R"(x, y = (column + 0.5) / 32, (row + 0.5) / 24  # y runs down


def peak(middle, width):
    return 1 / (1 + ((x - middle) / width) ** 2)


# A sky, and upon it a sun, two mountains and a lake, each blended in where its share is above 0.
table = 0.45 + 0.35 * y
sun = np.clip((0.016 - ((x - 0.72) * 4 / 3) ** 2 - (y - 0.25) ** 2) * 200, 0, 1)
table += sun * (1 - table)
ridge = 0.66 - 0.46 * peak(0.3, 0.13) - 0.2 * peak(0.62, 0.1)
rock = np.where(y < 0.38, 0.92, 0.26)
table += np.clip((y - ridge) * 16, 0, 1) * (rock - table)
water = 0.5 - 0.3 * (y - 0.7) + 0.4 * np.clip(1 - 8 * np.abs(x - 0.72), 0, 1)
table += np.clip((y - 0.7) * 24, 0, 1) * (water - table)
)");
  case Data::Flag:
    return places + QStringLiteral(R"(# A cross with a border: rows of three kinds.
across = np.minimum(np.abs(2 * row - 23), np.abs(2 * column - 21))
table = np.where(across <= 3, 0.15, np.where(across <= 7, 1.0, 0.45))
)");
  case Data::Diagonal:
    return places + QStringLiteral(R"(# A band from corner to corner.
table = 0.1 + 0.9 * np.clip((7 - np.abs(4 * row - 3 * column)) / 4, 0, 1)
)");
  }
  return {};
}

QString noiseCode(double size, int seed) {
  return python::generator() + QStringLiteral(R"(
A = table + %1 * (2 * half_open_unit(random_bits(table.size, %2)) - 1).reshape(table.shape)
)")
                                   .arg(python::literal(size))
                                   .arg(seed);
}

} // namespace eigenboard::panels::linear_algebra::svd_panel
