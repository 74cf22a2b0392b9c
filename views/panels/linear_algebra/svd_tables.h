#pragma once

#include <Eigen/Core>
#include <QtCore/QString>

#include <cstdint>

namespace eigenboard::panels::linear_algebra::svd_panel {

/// What is decomposed: a map of the plane, or a table.
enum class Data : std::uint8_t { Map, Ratings, Landscape, Flag, Diagonal };

inline constexpr int people = 6;
inline constexpr int films = 5;
using Ratings = Eigen::Matrix<double, people, films>;

inline constexpr int pictureRows = 24;
inline constexpr int pictureColumns = 32;

/// Six people, five films, 1 to 5 stars: three films of science fiction, then two romances.
Ratings standardRatings();

/// Grey values in [0, 1], 24 rows from the top by 32 columns, made of + − × ÷ alone so that they are the same
/// on every machine. Empty for what is no picture.
Eigen::MatrixXd picture(Data data);

/// Every entry moved by its own number in [−size, size), decided by the seed.
Eigen::MatrixXd withNoise(const Eigen::MatrixXd& table, double size, int seed);

/// Python that makes the same picture, as "table".
QString pictureCode(Data data);
/// Python that moves "table" by the same noise.
QString noiseCode(double size, int seed);

} // namespace eigenboard::panels::linear_algebra::svd_panel
