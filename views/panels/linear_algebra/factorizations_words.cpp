#include "views/panels/linear_algebra/factorizations_words.h"

#include "views/panels/support/cells.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra::factorizations_panel {

namespace math = eigenboard::linear_algebra;

using panel::Readout;

namespace {

constexpr double undefinedValue = std::numeric_limits<double>::quiet_NaN();

/// As short as three decimals allow; very small and very large numbers keep two digits after the first.
QString shortNumber(double value) {
  const double size = std::abs(value);
  if (!std::isfinite(value) || value == 0 || (size >= 0.0005 && size < 1e5))
    return cells::written(value, 3);
  const QString scientific = QString::number(value, 'e', 2);
  const qsizetype mark = scientific.indexOf(QLatin1Char('e'));
  return QStringLiteral("%1{\\times}10^{%2}")
      .arg(scientific.left(mark))
      .arg(scientific.mid(mark + 1).toInt());
}

QString inParentheses(double value) {
  return value < 0 ? QLatin1Char('(') + shortNumber(value) + QLatin1Char(')') : shortNumber(value);
}

QString diagonalProduct(const Eigen::VectorXd& diagonal) {
  QStringList parts;
  for (const double entry : diagonal)
    parts.append(inParentheses(entry));
  return parts.join(QStringLiteral("\\cdot "));
}

QString diagonalSum(const Eigen::VectorXd& diagonal) {
  QStringList parts;
  for (const double entry : diagonal)
    parts.append(inParentheses(entry));
  return parts.join(QStringLiteral(" + "));
}

/// The whole factorization, and what it tells at a glance.
QString wholeFormula(const Result& r) {
  const Step& f = r.whole;
  const Eigen::VectorXd diagonal = f.right.diagonal();
  const bool isSquare = r.A().rows() == r.A().cols();
  switch (f.kind) {
  case FactorizationKind::Lu: {
    const QString start = f.pivoting ? QStringLiteral("PA = LU") : QStringLiteral("A = LU");
    if (!isSquare)
      return QStringLiteral("%1, \\qquad u_{11}, u_{22}, \\ldots:\\ %2")
          .arg(start, diagonalProduct(diagonal).replace(QStringLiteral("\\cdot "), QStringLiteral(",\\ ")));
    return QStringLiteral("%1, \\qquad \\det A = (-1)^{%2}\\,u_{11}\\cdots u_{nn} = %3%4 \\approx %5")
        .arg(start)
        .arg(f.swaps)
        .arg(f.swaps % 2 == 0 ? QString() : QStringLiteral("-"), diagonalProduct(diagonal),
             shortNumber(r.determinant));
  }
  case FactorizationKind::Cholesky:
    return QStringLiteral("A = LL^{\\top}, \\qquad \\det A = (l_{11}\\cdots l_{nn})^2 = (%1)^2 \\approx %2")
        .arg(diagonalProduct(f.left.diagonal()), shortNumber(r.determinant));
  case FactorizationKind::Qr:
    if (isSquare)
      return QStringLiteral("A = QR, \\qquad |\\det A| = r_{11}\\cdots r_{nn} = %1 \\approx %2")
          .arg(diagonalProduct(diagonal), shortNumber(std::abs(r.determinant)));
    return QStringLiteral("A = QR, \\qquad r_{11}, r_{22}, \\ldots:\\ %1")
        .arg(diagonalProduct(diagonal).replace(QStringLiteral("\\cdot "), QStringLiteral(",\\ ")));
  case FactorizationKind::Eigen:
    return QStringLiteral(
               "A = %1, \\qquad \\operatorname{tr} A = \\lambda_1 + \\cdots + \\lambda_n = %2 \\approx %3")
        .arg(r.isSymmetric ? QStringLiteral("V\\Lambda V^{\\top}") : QStringLiteral("V\\Lambda V^{-1}"),
             diagonalSum(f.middle), shortNumber(r.A().trace()));
  case FactorizationKind::Svd:
    break;
  }
  return QStringLiteral(
             "A = U\\Sigma V^{\\top}, \\qquad \\kappa = \\sigma_{\\max} / \\sigma_{\\min} = %1 / %2 %3 %4")
      .arg(shortNumber(r.svd.sigma(0)), shortNumber(r.svd.sigma(r.svd.sigma.size() - 1)),
           std::isinf(r.condition) ? QStringLiteral("\\to") : QStringLiteral("\\approx"),
           shortNumber(r.condition));
}

/// The step that was made last.
QString stepFormula(const Result& r) {
  const Step& f = r.now;
  const int k = f.done;
  const QString rest =
      QStringLiteral("\\qquad %1\\ %2").arg(tex::text(Words::tr("left:")), shortNumber(r.leftNow()));
  switch (f.kind) {
  case FactorizationKind::Lu:
    return QStringLiteral("%1u_{%2%2} = %3, \\quad \\mathbf{l}_{%2} = \\text{%4} / %3, %5")
        .arg(f.swapped >= 0 ? QStringLiteral("\\mathbf{r}_{%1} \\leftrightarrow \\mathbf{r}_{%2}:\\quad ")
                                  .arg(k)
                                  .arg(f.swapped + 1)
                            : QString())
        .arg(k)
        .arg(inParentheses(f.pivot), Words::tr("column"), rest);
  case FactorizationKind::Cholesky:
    return QStringLiteral("l_{%1%1} = \\sqrt{%2} \\approx %3, %4")
        .arg(k)
        .arg(shortNumber(f.pivot), shortNumber(f.left(k - 1, k - 1)), rest);
  case FactorizationKind::Qr:
    return QStringLiteral("r_{%1%1} = \\lVert \\mathbf{x}_{%1}\\rVert \\approx %2, %3")
        .arg(k)
        .arg(shortNumber(f.pivot), rest);
  case FactorizationKind::Eigen:
    return QStringLiteral("\\lambda_{%1}\\,\\mathbf{v}_{%1}\\mathbf{w}_{%1}^{\\top}, \\quad \\lambda_{%1} "
                          "\\approx %2, %3")
        .arg(k)
        .arg(shortNumber(f.pivot), rest);
  case FactorizationKind::Svd:
    break;
  }
  return QStringLiteral(
             "\\sigma_{%1}\\,\\mathbf{u}_{%1}\\mathbf{v}_{%1}^{\\top}, \\quad \\sigma_{%1} \\approx %2, %3")
      .arg(k)
      .arg(shortNumber(f.pivot), rest);
}

QString failureFormula(const Result& r) {
  const Step& f = r.whole;
  const int k = f.failedAt + 1;
  if (f.failure == FactorizationFailure::NotPositive)
    return QStringLiteral("l_{%1%1} = \\sqrt{%2}\\,?\\qquad %3")
        .arg(k)
        .arg(shortNumber(f.pivot), tex::text(reason(r)));
  if (f.failure == FactorizationFailure::ZeroPivot)
    return QStringLiteral("\\mathbf{l}_{%1} = \\text{%2} / 0\\,?\\qquad %3")
        .arg(k)
        .arg(Words::tr("column"), tex::text(reason(r)));
  return tex::text(Words::tr("No such factors: %1").arg(reason(r)));
}

} // namespace

QString formula(const Params&, const Result& r) {
  if (!r.exists() && (!r.isRunning() || r.now.hasFailed()))
    return failureFormula(r);
  return r.isRunning() ? stepFormula(r) : wholeFormula(r);
}

std::vector<Readout> readouts(const Params& p, const Result& r) {
  const bool isEigen = p.kind == FactorizationKind::Eigen && r.exists();
  const Eigen::VectorXd& values = r.whole.middle;
  return {
      {"exists", Words::tr("Factors exist"), "", "",
       Words::tr("1 when A has factors of this kind, otherwise 0."), r.exists() ? 1.0 : 0.0, 0},
      {"failed_at", Words::tr("Pivot that fails"), "", "",
       Words::tr("Its number, from 1; undefined when no pivot fails."),
       r.whole.failedAt >= 0 ? static_cast<double>(r.whole.failedAt + 1) : undefinedValue, 0},
      {"layers", Words::tr("Layers taken off"), "k", "",
       Words::tr("How many columns of the left factor and rows of the right one are there."),
       static_cast<double>(r.shown().done), 0},
      {"left", Words::tr("Left of A"), "\\lVert A - A_k\\rVert_F", "",
       Words::tr("What these layers do not explain: the root of the squares of the rest, added up."),
       r.leftNow(), 3},
      {"least", Words::tr("Least possible"), "", "",
       Words::tr("What so many layers of the SVD leave; no other layers leave less (Eckart and Young)."),
       r.leastNow(), 3},
      {"error", Words::tr("Reconstruction error"), "", "",
       Words::tr("What all factors multiplied together miss of A; undefined when there are none."), r.error,
       3},
      {"condition", Words::tr("Condition number"), "\\kappa", "",
       Words::tr("Largest over smallest singular value: how much A can magnify a relative error; infinite "
                 "without full "
                 "rank."),
       r.condition, 2},
      {"rank", Words::tr("Rank"), "", "", Words::tr("How many singular values are not 0."),
       static_cast<double>(r.rank), 0},
      {"det", Words::tr("Determinant"), "\\det A", "",
       Words::tr("The product of the pivots of LU, up to a sign; undefined unless A is square."),
       r.determinant, 3},
      {"flops", Words::tr("Flops"), "", "",
       Words::tr("The textbook's count for a matrix of this shape, its leading terms."),
       math::factorizationFlops(p.kind, r.A().rows(), r.A().cols(), r.isSymmetric), 0},
      {"swaps", Words::tr("Row exchanges"), "", "",
       Words::tr("Of LU with pivoting; undefined for the others."),
       p.kind == FactorizationKind::Lu ? static_cast<double>(r.whole.swaps) : undefinedValue, 0},
      {"growth", Words::tr("Growth"), "", "",
       Words::tr("The largest number in U over the largest in A; far above 1 digits are lost; undefined for "
                 "the others."),
       r.growth, 2},
      {"value_max", Words::tr("Largest eigenvalue"), "\\lambda_{\\max}", "",
       Words::tr("The most that an eigenvector is stretched with its sign; undefined unless the "
                 "eigendecomposition is chosen and "
                 "exists."),
       isEigen ? values(0) : undefinedValue, 3},
      {"value_min", Words::tr("Least eigenvalue"), "\\lambda_{\\min}", "",
       Words::tr("Below 0 A is not positive definite; undefined unless the eigendecomposition is chosen and "
                 "exists."),
       isEigen ? values(values.size() - 1) : undefinedValue, 3},
      {"sigma_max", Words::tr("Largest singular value"), "\\sigma_{\\max}", "",
       Words::tr("The most that A stretches a unit vector."), r.svd.sigma(0), 3},
      {"sigma_min", Words::tr("Least singular value"), "\\sigma_{\\min}", "",
       Words::tr("The least that a unit vector is stretched, of as many directions as there are layers."),
       r.svd.sigma(r.svd.sigma.size() - 1), 3},
  };
}

QString spoken(const Params& p, const Result& r) {
  const QString name = p.kind == FactorizationKind::Lu         ? Words::tr("LU factors")
                       : p.kind == FactorizationKind::Cholesky ? Words::tr("Cholesky factors")
                       : p.kind == FactorizationKind::Qr       ? Words::tr("QR factors")
                       : p.kind == FactorizationKind::Eigen    ? Words::tr("eigenvalue factors")
                                                               : Words::tr("singular value factors");
  if (!r.exists() && (!r.isRunning() || r.now.hasFailed()))
    return Words::tr("There are no %1 of this %2 by %3 matrix: %4.")
        .arg(name)
        .arg(r.A().rows())
        .arg(r.A().cols())
        .arg(reason(r));
  if (r.isRunning())
    return Words::tr("%1 of %2 layers are taken off; %3 of A is left, %4 would be the least possible.")
        .arg(r.now.done)
        .arg(r.now.layers)
        .arg(speech::number(r.leftNow()), speech::number(r.leastNow()));
  return Words::
      tr("The %1 of a %2 by %3 matrix of rank %4. Its condition number is %5, the reconstruction error %6.")
          .arg(name)
          .arg(r.A().rows())
          .arg(r.A().cols())
          .arg(r.rank)
          .arg(speech::number(r.condition), speech::number(r.error));
}

} // namespace eigenboard::panels::linear_algebra::factorizations_panel
