#pragma once

#include "views/panels/statistics/estimation_model.h"

namespace eigenboard::panels::statistics::estimation_panel {

using scene::Role;

inline constexpr Role thetaRole = Role::Drag;
inline constexpr Role likelihoodRole = Role::Response;
inline constexpr Role beliefBeforeRole = Role::DragSecond;
inline constexpr Role beliefAfterRole = Role::Series3;
inline constexpr Role dataRole = Role::Ink;

/// The data with the density that the model at θ gives each.
scene::PlaneView dataView(const Params& params, const Result& result);
scene::PlaneView outcomeView(const Params& params, const Result& result); ///< the same for Bernoulli
/// Likelihood and beliefs over θ, and below the log-likelihood with its parabola.
scene::PlaneView thetaView(const Params& params, const Result& result);

scene::PlaneView danceView(const Params& params, const Result& result);
scene::PlaneView coverageView(const Params& params, const Result& result);
scene::PlaneView targetView(const Params& params, const Result& result);
scene::PlaneView riskView(const Params& params, const Result& result);

} // namespace eigenboard::panels::statistics::estimation_panel
