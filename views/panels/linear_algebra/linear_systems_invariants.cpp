#include "views/panels/linear_algebra/linear_systems_words.h"

#include <limits>

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

std::vector<panel::Invariant> invariants(const Params&, const Result& r) {
  using eigenboard::linear_algebra::SolutionKind;
  const auto& system = r.system;
  const double rounding = 64 * std::numeric_limits<double>::epsilon();
  const double size = system.norm * system.solution.stableNorm() + r.b.stableNorm();
  // Brought to norm 1, so that products of tiny entries are not lost.
  const Eigen::MatrixXd unitA = system.norm > 0 ? Eigen::MatrixXd(r.A / system.norm) : r.A;
  std::vector<panel::Invariant> list{
      {"rank_nullity", "\\operatorname{rank} A + \\dim\\ker A = n",
       Words::tr("What the equations fix and what they leave free are all unknowns."),
       static_cast<double>(system.rank + system.directions.cols() - r.A.cols()), 0},
      {"perpendicular", "A^{\\top}(\\mathbf{b} - A\\mathbf{x}) = \\mathbf{0}",
       Words::tr("What is left of b stands at a right angle to every column."),
       (unitA.transpose() * system.residual).stableNorm(), rounding * size},
      {"shortest", "\\mathbf{x} \\perp \\ker A",
       Words::tr("Of all that do as well, the point has no part along the free directions."),
       (system.directions.transpose() * system.solution).stableNorm(),
       rounding * system.solution.stableNorm()},
      {"pseudoinverse", "A A^{+} A = A", Words::tr("The pseudoinverse undoes A wherever A can be undone."),
       (r.A * (system.pseudoinverse * unitA) - unitA).stableNorm(), rounding * system.workingCondition},
  };
  if (system.kind == SolutionKind::None)
    return list;
  list.push_back({"solves", "A\\mathbf{x} = \\mathbf{b}", Words::tr("The point satisfies every equation."),
                  system.residual.stableNorm(), rounding * system.workingCondition * size});
  const Eigen::MatrixXd& rows = r.current().rows;
  const Eigen::VectorXd missed = rows.rightCols<1>() - rows.leftCols(r.A.cols()) * system.solution;
  const double sizeNow = rows.leftCols(r.A.cols()).stableNorm() * system.solution.stableNorm() +
                         rows.rightCols<1>().stableNorm();
  list.push_back({"same_solution", "A_k\\mathbf{x} = \\mathbf{b}_k",
                  Words::tr("Row operations change the equations and none of their solutions."),
                  missed.stableNorm(), rounding * system.workingCondition * sizeNow});
  return list;
}

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
