#pragma once

#include "core/linear_algebra/matrix_product.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <cstdint>
#include <span>

namespace eigenboard::panels::linear_algebra::matrix_product_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(MatrixProductPanel)
};

using eigenboard::linear_algebra::ProductOrder;
using eigenboard::linear_algebra::ProductPlace;

/// A layer is Y = X Wᵀ + b, where W is stored as (out, in) in the table of B.
enum class Form : std::uint8_t { Product, Layer };
enum class Beside : std::uint8_t { Nothing, Swapped, Transposed };

inline constexpr int mostCells = 4;
inline constexpr double largestEntry = 6;
inline constexpr int mostSteps = mostCells * mostCells * mostCells;

/// Of the tables the part with the chosen shape counts.
struct Params {
  Form form = Form::Product;
  ProductOrder order = ProductOrder::Entries;
  int rowsOfA = 2;
  int columnsOfA = 3;
  int rowsOfB = 3;
  int columnsOfB = 2;
  Eigen::Matrix4d A{{1, 2, 0, 1}, {3, -1, 2, 0}, {0, 1, 1, -2}, {2, 0, -1, 1}};
  Eigen::Matrix4d B{{2, 1, 0, -1}, {0, 3, 1, 2}, {1, -1, 2, 0}, {-2, 0, 1, 1}};
  Eigen::Vector4d bias{0.5, -1, 0, 1};
  int row = 2; ///< of the entry that is looked at before the process starts
  int column = 1;
  int inner = 1; ///< alike, the outer product
  Beside beside = Beside::Nothing;
  bool edit = false; ///< knobs in all cells

  bool isLayer() const { return form == Form::Layer; }
};

using Step = eigenboard::linear_algebra::MatrixProduct;

struct Result {
  Step now;
  Eigen::MatrixXd whole;   ///< the product; 0×0 where there is none
  Eigen::MatrixXd shown;   ///< at the start the whole, then what is there so far
  Eigen::RowVectorXd bias; ///< empty unless a layer
  ProductPlace place;      ///< of what is looked at; -1 for all
  Eigen::Index row = 0;    ///< of the entry that readouts speak of
  Eigen::Index column = 0;
  double commutator = 0; ///< NaN unless both are square and of one size

  bool fits() const { return now.fits(); }
  bool isRunning() const { return now.step > 0; }
  const Eigen::MatrixXd& A() const { return now.A; }
  const Eigen::MatrixXd& B() const { return now.B; } ///< of a layer Wᵀ
  Eigen::Index m() const { return now.A.rows(); }
  Eigen::Index n() const { return now.B.cols(); }
  Eigen::Index inner() const { return now.A.cols(); }
  /// How many of the inner products are made where the picture looks.
  Eigen::Index made() const { return place.inner < 0 ? inner() : place.inner + 1; }
  /// Whether the picture lights this part of the inner index.
  bool isLit(Eigen::Index l) const { return place.inner < 0 || place.inner == l; }
};

Step start(const Params& params);
Step next(const Params& params, const Step& step);
bool isFinished(const Params& params, const Step& step);
Result evaluate(const Params& params, std::span<const Step> history);

scene::Scene drawn(const Params& params, const Result& result);
scene::PlaneView workView(const Params& params, const Result& result);

/// "A", or in a layer "X"; "B" or "W^{\top}"; "C" or "Y".
QString leftName(const Params& params);
QString rightName(const Params& params);
QString productName(const Params& params);
/// The parameter that a cell of the right factor, as it is multiplied, has its number from.
QString rightKey(const Params& params, Eigen::Index row, Eigen::Index column);
QString leftKey(Eigen::Index row, Eigen::Index column);
QString biasKey(Eigen::Index column);

QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::linear_algebra::matrix_product_panel
