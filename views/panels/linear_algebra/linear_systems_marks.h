#pragma once

#include "views/panels/linear_algebra/linear_systems_model.h"

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

/// An equation keeps its colour in the picture of the rows, a column in that of the columns.
scene::Role equationRole(Eigen::Index index);
scene::Role columnRole(Eigen::Index index);

/// "2x - y = 4" of a row of [A | b]; "0 = 1" where no unknown is left.
QString equationTex(const Eigen::Ref<const Eigen::RowVectorXd>& row);
/// The same in words and signs for hover and screen readers.
QString equationName(Eigen::Index index);
/// "(1.00, 2.00)".
QString pointTex(const Eigen::Ref<const Eigen::VectorXd>& point);
/// The solution or what stands for it: "x = (1.00, 2.00)", "nearest: (1.00, 2.00)", "shortest: (…)".
QString solutionTex(const Result& result);
/// Keys of the coefficients "a12" and constants "b1", counted from 0.
QString coefficientKey(Eigen::Index row, Eigen::Index column);
QString constantKey(Eigen::Index row);

/// One line for each row of zeros at the current step: "0 = 0" says nothing, "0 = 1" forbids all.
struct EmptyRow {
  QString tex;
  bool isContradiction = false;
};
std::vector<EmptyRow> emptyRows(const Result& result);

/// The foot of the perpendicular from the origin to a·x = b, NaN for a = 0.
Eigen::VectorXd footOf(const Eigen::Ref<const Eigen::VectorXd>& normal, double constant);

/// The views of the panel.
scene::PlaneView linesView(const Params& params, const Result& result);
scene::SpaceView planesView(const Params& params, const Result& result);
scene::PlaneView columnsInPlaneView(const Params& params, const Result& result);
scene::SpaceView columnsInSpaceView(const Params& params, const Result& result);

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
