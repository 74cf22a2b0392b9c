#include "core/information/entropy_in_precision.h"

#include "core/information/entropy.h"

#include <cmath>
#include <limits>

namespace eigenboard::information {

namespace {

using numerics::Precision;

/// −p log2 p, and 0 where p is 0 in this format.
double termIn(Precision precision, double p) {
  const double held = numerics::rounded(precision, p);
  if (held <= 0)
    return 0;
  const double term = numerics::multiply(precision, held, numerics::rounded(precision, std::log2(held)));
  return term == 0 ? 0 : -term;
}

double sumIn(Precision precision, const Eigen::Ref<const Eigen::VectorXd>& numbers) {
  double sum = 0;
  for (const double number : numbers)
    sum = numerics::add(precision, sum, number);
  return sum;
}

/// Σ −p log2 p of any numbers, whether they add up to 1 or not.
double sumOfTermsIn(Precision precision, const Eigen::Ref<const Eigen::VectorXd>& p) {
  double sum = 0;
  for (const double probability : p)
    sum = numerics::add(precision, sum, termIn(precision, probability));
  return sum;
}

} // namespace

double entropyIn(Precision precision, const Eigen::Ref<const Eigen::VectorXd>& p) {
  return isDistribution(p) ? sumOfTermsIn(precision, p) : std::numeric_limits<double>::quiet_NaN();
}

ChainRule chainRuleIn(Precision precision, const Eigen::Ref<const Eigen::MatrixXd>& table) {
  ChainRule rule;
  if (!isDistribution(table.reshaped())) {
    rule.ofBoth = rule.ofX = rule.ofYGivenX = rule.gap = std::numeric_limits<double>::quiet_NaN();
    return rule;
  }
  for (Eigen::Index i = 0; i < table.rows(); ++i) {
    const Eigen::VectorXd row = table.row(i);
    const double ofRow = sumIn(precision, row);
    for (const double entry : row)
      rule.ofBoth = numerics::add(precision, rule.ofBoth, termIn(precision, entry));
    rule.ofX = numerics::add(precision, rule.ofX, termIn(precision, ofRow));
    if (ofRow == 0)
      continue;
    Eigen::VectorXd conditional(row.size());
    for (Eigen::Index j = 0; j < row.size(); ++j)
      conditional(j) = numerics::divide(precision, row(j), ofRow);
    rule.ofYGivenX =
        numerics::add(precision, rule.ofYGivenX,
                      numerics::multiply(precision, ofRow, sumOfTermsIn(precision, conditional)));
  }
  rule.gap = numerics::subtract(precision, rule.ofBoth, numerics::add(precision, rule.ofX, rule.ofYGivenX));
  return rule;
}

} // namespace eigenboard::information
