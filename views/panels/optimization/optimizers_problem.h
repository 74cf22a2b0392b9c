#pragma once

#include "core/algebra/expression.h"
#include "core/geometry/level_sets.h"
#include "core/optimization/objective.h"

#include <QtCore/QPointF>
#include <QtCore/QString>

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace eigenboard::panels::optimization::optimizers_panel {

enum class FunctionKind : std::uint8_t {
  Ravine,
  Bowl,
  Saddle,
  Plateau,
  Rosenbrock,
  Himmelblau,
  Beale,
  Own, ///< what the reader typed
};

/// The function that is walked on.
struct Problem {
  eigenboard::optimization::Objective objective;
  eigenboard::algebra::ParsedExpression own; ///< of FunctionKind::Own; ok() otherwise
  bool isOwn = false;
  double lowest = 0; ///< its infimum; NaN where that is not known or −∞
};
std::shared_ptr<const Problem> problemOf(FunctionKind kind, const QString& formula);

/// How high a value is drawn. Where values rise over several powers of ten, their logarithm is, or a valley
/// would be a flat floor.
struct HeightScale {
  bool isLogarithmic = false;
  double lowest = 0;
  double height(double value) const;
  double value(double height) const;
};

/// What is drawn of a function whoever walks on it: heights on a grid over its window, and contours.
struct Landscape {
  HeightScale scale;
  eigenboard::geometry::SampledField heights;
  eigenboard::geometry::FieldRange range; ///< of the heights
  std::vector<double> levels;             ///< heights
  struct Contour {
    double value = 0; ///< of f
    std::vector<QPointF> points;
  };
  std::vector<Contour> contours;
};

/// Landscapes take a millisecond or two, which a drag of the start need not spend again: the last few are
/// kept. Owned by the panel; may be asked from several threads.
class Landscapes {
 public:
  std::shared_ptr<const Landscape> of(FunctionKind kind, const QString& formula, const Problem& problem);

 private:
  struct Kept {
    FunctionKind kind = FunctionKind::Ravine;
    QString formula;
    std::shared_ptr<const Landscape> landscape;
  };
  std::mutex mutex_;
  std::deque<Kept> kept_;
};

} // namespace eigenboard::panels::optimization::optimizers_panel
