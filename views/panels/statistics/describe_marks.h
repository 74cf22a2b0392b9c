#pragma once

#include "views/panels/statistics/describe_model.h"

namespace eigenboard::panels::statistics::describe_panel {

using scene::Role;

inline constexpr Role meanRole = Role::Response;
inline constexpr Role medianRole = Role::Series3;
inline constexpr Role trimmedRole = Role::Series4;
inline constexpr Role shapeRole = Role::Ink;
inline constexpr Role settingRole = Role::DragSecond;

// The picture from bottom to top, in units of its own: balance, values, box plot, densities.
inline constexpr double bottom = -1.5;
inline constexpr double firstDot = 0.35;
inline constexpr double dotRoom = 2.4; ///< for the highest pile of equal values
inline constexpr double boxMiddle = 3.75;
inline constexpr double boxHalf = 0.42;
inline constexpr double floorOfDensity = 4.9;
inline constexpr double heightOfDensity = 5.0;
inline constexpr double top = 10.4;
inline constexpr double leftEnd = -0.6;
inline constexpr double rightEnd = reach + 0.6;

double heightAt(const Result& result, double density);

/// An upright line; nothing where x is no number.
void addGuide(scene::PlaneView& view, double x, const scene::Stroke& stroke, double from, double to,
              const QString& name);

/// Histogram, kernels and estimates.
void addDensities(scene::PlaneView& view, const Params& params, const Result& result);
void addBox(scene::PlaneView& view, const Params& params, const Result& result);

} // namespace eigenboard::panels::statistics::describe_panel
