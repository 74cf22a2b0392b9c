#pragma once

#include "views/panels/linear_algebra/eigen_model.h"

namespace eigenboard::panels::linear_algebra::eigen_panel {

inline constexpr double halfWidth = 4.2;
inline constexpr double halfHeight = 3.2;

/// A plane view with the ranges, axis labels and grid that the panel's planes share.
scene::PlaneView emptyPlane(const QString& key, const QString& title);

/// "\lambda_1 = 3.00".
QString eigenvalueLabel(int index, double value);

/// The line of an eigenvector, labelled with its eigenvalue near the edge of the view.
void addEigenLine(scene::PlaneView& view, const Eigen::Vector2d& direction, const scene::Stroke& stroke,
                  const QString& label, const QString& name);

/// v and Av with the angle between them and the continuation of v; coordinates maps the standard plane to the
/// view.
void addVectorAndImage(scene::PlaneView& view, const Params& params, const Result& result,
                       const Eigen::Matrix2d& coordinates);

/// The iterates so far, the older the fainter, with an arrow to the present one.
void addTrail(scene::PlaneView& view, const Params& params, const Result& result,
              const Eigen::Matrix2d& coordinates);

/// The second views of the panel.
scene::PlaneView eigenbasisView(const Params& params, const Result& result);
scene::PlaneView rayleighView(const Params& params, const Result& result);

} // namespace eigenboard::panels::linear_algebra::eigen_panel
