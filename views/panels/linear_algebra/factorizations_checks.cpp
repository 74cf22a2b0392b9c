#include "views/panels/linear_algebra/factorizations_words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra::factorizations_panel {

namespace math = eigenboard::linear_algebra;

using panel::Invariant;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

double offIdentity(const Eigen::MatrixXd& Q) {
  return (Q.transpose() * Q - Eigen::MatrixXd::Identity(Q.cols(), Q.cols())).norm();
}

/// What each kind promises of its factors.
void addPromises(std::vector<Invariant>& list, const Result& r) {
  const Step& f = r.whole;
  const auto side = static_cast<double>(std::max(r.A().rows(), r.A().cols()));
  const double orthogonality = 32 * side * epsilon;
  switch (f.kind) {
  case FactorizationKind::Lu:
    if (f.pivoting)
      list.push_back({"multipliers", "|l_{ij}| \\le 1",
                      Words::tr("With the largest pivot on top no multiplier exceeds 1."),
                      std::max(0.0, f.left.cwiseAbs().maxCoeff() - 1), 0});
    break;
  case FactorizationKind::Cholesky:
    list.push_back({"diagonal", "\\sum_j l_{ij}^2 = a_{ii}",
                    Words::tr("The squares of a row of L add up to the number on the diagonal of A."),
                    (f.left.rowwise().squaredNorm() - r.A().diagonal()).cwiseAbs().maxCoeff(),
                    16 * side * epsilon * r.A().cwiseAbs().maxCoeff()});
    break;
  case FactorizationKind::Qr:
    list.push_back(
        {"orthogonal", "Q^{\\top}Q = I",
         Words::tr("The columns of Q are unit vectors at right angles, also where those of A are not "
                   "independent."),
         offIdentity(f.left), orthogonality});
    list.push_back({"lengths", "\\lVert\\mathbf{r}_j\\rVert = \\lVert\\mathbf{a}_j\\rVert",
                    Words::tr("Reflections keep the length of every column."),
                    std::abs(f.right.reshaped().stableNorm() - r.size), r.rounding});
    break;
  case FactorizationKind::Eigen:
    list.push_back({"trace", "\\lambda_1 + \\cdots + \\lambda_n = \\operatorname{tr} A",
                    Words::tr("The eigenvalues add up to the diagonal of A."), f.middle.sum() - r.A().trace(),
                    4 * r.rounding});
    if (r.isSymmetric)
      list.push_back({"orthogonal", "V^{\\top}V = I",
                      Words::tr("The eigenvectors of a symmetric matrix stand at right angles."),
                      offIdentity(f.left), orthogonality});
    break;
  case FactorizationKind::Svd:
    list.push_back({"orthogonal", "U^{\\top}U = I,\\ V^{\\top}V = I",
                    Words::tr("Singular vectors are unit vectors at right angles, before and after."),
                    std::max(offIdentity(f.left), offIdentity(f.right.transpose())), orthogonality});
    list.push_back({"best", "\\lVert A - A_k\\rVert_F = \\sqrt{\\sigma_{k+1}^2 + \\cdots}",
                    Words::tr("What is left are the singular values that have not been taken off."),
                    (r.left - r.least).cwiseAbs().maxCoeff(), 4 * r.rounding});
    break;
  }
}

} // namespace

std::vector<Invariant> invariants(const Params&, const Result& r) {
  const Step& f = r.whole;
  const auto side = static_cast<double>(std::max(r.A().rows(), r.A().cols()));
  // |A − LU| ≤ n eps |L||U| entry by entry; alike the others, times the condition of eigenvectors.
  const double rounding = 32 * side * epsilon * f.basisCondition * std::max(r.size, math::layersSize(f));
  std::vector<Invariant> list{
      {"energy", "\\lVert A\\rVert_F^2 = \\sigma_1^2 + \\sigma_2^2 + \\cdots",
       Words::tr("The squares of all entries are those of the singular values."),
       r.svd.sigma.stableNorm() - r.size, r.rounding},
      {"eckart_young", "\\lVert A - A_k\\rVert_F \\ge \\sqrt{\\sigma_{k+1}^2 + \\cdots}",
       Words::tr("No layers leave less of A than those of the SVD."),
       std::max(0.0, (r.least.head(r.left.size()) - r.left).maxCoeff()), rounding},
  };
  if (!r.exists())
    return list;
  list.push_back({"product", "A = \\sum_k \\text{layer}_k",
                  Words::tr("All layers together give A back, up to rounding."), r.error, rounding});
  addPromises(list, r);
  return list;
}

} // namespace eigenboard::panels::linear_algebra::factorizations_panel
