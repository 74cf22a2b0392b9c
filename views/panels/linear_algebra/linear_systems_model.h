#pragma once

#include "core/linear_algebra/elimination.h"
#include "core/linear_algebra/linear_system.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <cstdint>
#include <span>
#include <vector>

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(LinearSystemsPanel)
};

enum class ViewKind : std::uint8_t { RowsAndColumns, Rows, Columns };

/// Two equations in x and y; a third equation adds a row, a third unknown z a column.
struct Params {
  Eigen::Matrix2d A{{2, 1}, {1, -1}};
  Eigen::Vector2d b{4, -1};
  bool hasThirdEquation = false;
  Eigen::Matrix<double, 1, 2> thirdRow{{1, 3}};
  double thirdConstant = 3;
  bool hasThirdUnknown = false;
  Eigen::Vector3d thirdColumn{1, 2, 2};
  ViewKind view = ViewKind::RowsAndColumns;
  double noise = 0; ///< standard deviation of each entry of b
  int seed = 1;

  int equations() const { return hasThirdEquation ? 3 : 2; }
  int unknowns() const { return hasThirdUnknown ? 3 : 2; }
};

/// Equations × unknowns, and one constant for each equation.
Eigen::MatrixXd coefficients(const Params& params);
Eigen::VectorXd constants(const Params& params);

using Step = eigenboard::linear_algebra::Elimination;

Step start(const Params& params);
Step next(const Params& params, const Step& step);
bool isFinished(const Params& params, const Step& step);

struct Result {
  std::span<const Step> history; ///< from the start to the current step; valid during one evaluation
  Eigen::MatrixXd A;
  Eigen::VectorXd b;
  eigenboard::linear_algebra::LinearSystem system;
  std::vector<Eigen::VectorXd> cloud; ///< least-squares solutions under noise in b; empty without

  int step() const { return static_cast<int>(history.size()) - 1; }
  const Step& current() const { return history.back(); }
  bool isSpace() const { return A.cols() == 3; }
  /// Every unknown stands alone in an equation.
  bool isSolved() const;
  /// Largest entry of the rows now over that at the start; 1 where all are 0.
  double growth() const;
  /// Coefficients that are not 0 in the rows now.
  int nonzeros() const;
};

/// history is not empty.
Result evaluate(const Params& params, std::span<const Step> history);

scene::Scene drawn(const Params& params, const Result& result);

QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
