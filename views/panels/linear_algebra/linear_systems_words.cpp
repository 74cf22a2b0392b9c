#include "views/panels/linear_algebra/linear_systems_words.h"

#include "views/panels/linear_algebra/linear_systems_marks.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

namespace math = eigenboard::linear_algebra;

using math::SolutionKind;
using panel::Readout;

namespace {

QString augmentedTex(const Eigen::MatrixXd& rows) {
  QString tex = QStringLiteral("\\left[\\begin{array}{%1|c}")
                    .arg(QString(static_cast<int>(rows.cols()) - 1, QLatin1Char('c')));
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    if (i > 0)
      tex += QStringLiteral(" \\\\ ");
    for (Eigen::Index j = 0; j < rows.cols(); ++j)
      tex += (j > 0 ? QStringLiteral(" & ") : QString()) + tex::number(rows(i, j));
  }
  return tex + QStringLiteral("\\end{array}\\right]");
}

QString operationTex(const math::RowOperation& operation) {
  const int target = operation.target + 1;
  const int source = operation.source + 1;
  switch (operation.kind) {
  case math::RowOperation::Kind::Swap:
    return QStringLiteral("R_%1 \\leftrightarrow R_%2").arg(target).arg(source);
  case math::RowOperation::Kind::Add:
    return QStringLiteral("R_%1 \\leftarrow R_%1 %3 %4\\,R_%2")
        .arg(target)
        .arg(source)
        .arg(operation.factor < 0 ? QStringLiteral("-") : QStringLiteral("+"),
             tex::number(std::abs(operation.factor)));
  case math::RowOperation::Kind::Scale:
    return QStringLiteral("R_%1 \\leftarrow %2\\,R_%1").arg(target).arg(tex::number(operation.factor));
  }
  return {};
}

QString verdictTex(const Result& r) {
  const math::LinearSystem& system = r.system;
  const QString x = tex::matrix(system.solution);
  switch (system.kind) {
  case SolutionKind::Unique:
    return QStringLiteral("\\mathbf{x} = %1").arg(x);
  case SolutionKind::Infinite: {
    QString sum = x;
    for (Eigen::Index j = 0; j < system.directions.cols(); ++j)
      sum += QStringLiteral(" + t_{%1} %2").arg(j + 1).arg(tex::matrix(system.directions.col(j)));
    return QStringLiteral("\\mathbf{x} = %1").arg(sum);
  }
  case SolutionKind::None:
    return QStringLiteral("\\min_{\\mathbf{x}} \\lVert\\mathbf{b} - A\\mathbf{x}\\rVert = %1 "
                          "\\ \\text{%2}\\ \\mathbf{x} = %3")
        .arg(tex::number(system.leastResidual, 3), Words::tr("at"), x);
  }
  return {};
}

QString ranksTex(const math::LinearSystem& system) {
  return QStringLiteral("\\operatorname{rank} A = %1 %2 \\operatorname{rank}[A\\,|\\,\\mathbf{b}]%3")
      .arg(system.rank)
      .arg(system.kind == SolutionKind::None ? QStringLiteral("<") : QStringLiteral("="),
           system.kind == SolutionKind::None ? QStringLiteral(" = %1").arg(system.augmentedRank) : QString());
}

} // namespace

QString formula(const Params&, const Result& r) {
  const QString rows = augmentedTex(r.current().rows);
  if (r.step() == 0)
    return QStringLiteral("[A\\,|\\,\\mathbf{b}] = %1, \\quad %2, \\quad %3")
        .arg(rows, ranksTex(r.system), verdictTex(r));
  const QString operation = r.current().last ? operationTex(*r.current().last) : QString();
  return QStringLiteral("%1: \\quad %2 \\quad %3").arg(operation, rows, verdictTex(r));
}

std::vector<Readout> readouts(const Params& p, const Result& r) {
  const math::LinearSystem& system = r.system;
  constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
  const double longest = system.rank > 0 ? p.noise * (system.workingCondition / system.norm) : 0;
  return {
      {"x", Words::tr("Solution, x"), "x", "",
       Words::tr("Of the solution; where there are many, of the shortest; where there is none, of the "
                 "least-squares solution."),
       system.solution(0), 3},
      {"y", Words::tr("Solution, y"), "y", "", Words::tr("Of the same point."), system.solution(1), 3},
      {"z", Words::tr("Solution, z"), "z", "",
       Words::tr("Of the same point; undefined while there are two unknowns."),
       r.isSpace() ? system.solution(2) : undefined, 3},
      {"rank", Words::tr("Rank of A"), "\\operatorname{rank} A", "",
       Words::tr("How many rows are left when each that the others already say is struck out."),
       static_cast<double>(system.rank), 0},
      {"rank_augmented", Words::tr("Rank with b"), "\\operatorname{rank}[A\\,|\\,\\mathbf{b}]", "",
       Words::tr("Larger than the rank of A exactly when there is no solution."),
       static_cast<double>(system.augmentedRank), 0},
      {"freedom", Words::tr("Free unknowns"), "n - \\operatorname{rank} A", "",
       Words::tr(
           "0 for one solution, 1 for a line of them, 2 for a plane, 3 for all of space; undefined when "
           "there is none."),
       system.kind == SolutionKind::None ? undefined : static_cast<double>(system.directions.cols()), 0},
      {"condition", Words::tr("Condition number"), "\\kappa(A)", "",
       Words::tr("How many times larger a relative error in the part of b that A reaches can become in the "
                 "solution; "
                 "infinite when the smallest singular value is 0."),
       system.condition, 2},
      {"residual", Words::tr("Residual"), "\\lVert\\mathbf{b} - A\\mathbf{x}\\rVert", "",
       Words::tr("What the equations are missed by, together; 0 for a solution."), system.leastResidual, 3},
      {"backward_error", Words::tr("Backward error"), "\\eta", "",
       Words::tr("The least relative change of A and b that makes the point an exact solution."),
       system.backwardError, 4},
      {"spread", Words::tr("Spread under noise"), "\\sigma\\lVert A^{+}\\rVert_F", "",
       Words::tr("Root mean square distance from the solution that such noise gives; the points drawn come "
                 "near it."),
       p.noise * system.pseudoinverse.stableNorm(), 3},
      {"longest", Words::tr("Spread along the cloud"), "\\sigma\\lVert A^{+}\\rVert_2", "",
       Words::tr("Standard deviation that such noise gives in the direction in which the cloud is longest."),
       longest, 3},
      {"step", Words::tr("Step"), "k", "", Words::tr("How many row operations have been done."),
       static_cast<double>(r.step()), 0},
      {"nonzeros", Words::tr("Coefficients left"), "", "",
       Words::tr("How many coefficients are not 0; one in each row when the solution can be read off."),
       static_cast<double>(r.nonzeros()), 0},
      {"growth", Words::tr("Growth"), "", "",
       Words::tr("The largest entry of the rows now, compared with the largest at the start."), r.growth(),
       3},
  };
}

QString spoken(const Params&, const Result& r) {
  const math::LinearSystem& system = r.system;
  QString point = speech::number(system.solution(0));
  for (Eigen::Index i = 1; i < system.solution.size(); ++i)
    point = Words::tr("%1, %2").arg(point, speech::number(system.solution(i)));
  const bool hasEmptyRow = (r.A.rowwise().lpNorm<Eigen::Infinity>().array() == 0).any();
  const QString things = (hasEmptyRow   ? Words::tr("%1 equations") // 0 = b is no line
                          : r.isSpace() ? Words::tr("%1 planes")
                                        : Words::tr("%1 lines"))
                             .arg(r.A.rows());
  QString verdict;
  switch (system.kind) {
  case SolutionKind::Unique:
    verdict = Words::tr("%1 meet in the one point %2.").arg(things, point);
    break;
  case SolutionKind::Infinite:
    verdict = Words::tr("%1 have infinitely many common points; the one nearest to the origin is %2.")
                  .arg(things, point);
    break;
  case SolutionKind::None:
    verdict = Words::tr("%1 have no common point; the least-squares solution %2 misses them by %3 together.")
                  .arg(things, point, speech::number(system.leastResidual));
    break;
  }
  verdict +=
      QLatin1Char(' ') + Words::tr("The condition number is %1.").arg(speech::number(system.condition, 1));
  if (r.step() > 0)
    verdict +=
        QLatin1Char(' ') +
        Words::tr("After %1 row operations %2 coefficients are not 0.").arg(r.step()).arg(r.nonzeros());
  return verdict;
}

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
