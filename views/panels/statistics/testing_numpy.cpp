#include "views/panels/statistics/testing_model.h"
#include "views/panels/support/python.h"

#include <algorithm>

namespace eigenboard::panels::statistics::testing_panel {

using python::literal;

namespace {

QString streamCode(int seed) {
  return python::generator() + QStringLiteral(R"(
seed = %1


def normals(count):
    return stats.norm.ppf(open_unit(random_bits(count, seed)))


def p_of(z):
    return 2 * stats.norm.sf(np.abs(z)) if two_sided else stats.norm.sf(z)

)")
                                   .arg(seed);
}

QString experimentCode() {
  return QStringLiteral(R"(null_z, real_z = normals(2 * experiments).reshape(experiments, 2).T
real_z = shift + real_z
if experiments:
    false_rate = np.mean(p_of(null_z) <= alpha)
    found_rate = np.mean(p_of(real_z) <= alpha)
    z = real_z[-1]
    p = p_of(z)
    passed = np.abs(real_z[p_of(real_z) <= alpha])
    if len(passed) and shift > 0:
        exaggeration = np.mean(passed) / shift
)");
}

QString dealingCode(const Params& params, const Trial& start) {
  const Eigen::Map<const Eigen::VectorXd> ratings(start.ratings.data(),
                                                  static_cast<Eigen::Index>(start.ratings.size()));
  return QStringLiteral(R"(ratings = %1
users = %2
a, b = ratings[:users], ratings[users:]
difference = np.mean(b) - np.mean(a)
test = stats.ttest_ind(b, a, equal_var=False, alternative="two-sided" if two_sided else "greater")
t, t_p = test.statistic, test.pvalue
u = half_open_unit(random_bits(2 * users + experiments * users, seed)[2 * users:])
extreme = 0
for row in u.reshape(experiments, users):
    dealt = ratings.copy()
    for i in range(users):  # Fisher and Yates
        k = i + int(row[i] * (len(dealt) - i))
        dealt[i], dealt[k] = dealt[k], dealt[i]
    again = np.mean(dealt[users:]) - np.mean(dealt[:users])
    if two_sided:
        again, seen = abs(again), abs(difference)
    else:
        seen = difference
    extreme += again >= seen - 1e-12 * (abs(seen) + 1)
if experiments:
    permutation_p = (1 + extreme) / (1 + experiments)
)")
      .arg(python::array(ratings))
      .arg(params.users);
}

QString peekingCode(const Params& params) {
  return QStringLiteral(R"(looks = %1
# The density of the sum, carried from look to look over what has not been rejected.
node, weight = np.polynomial.legendre.leggauss(200)
before, carried, peeking_error = np.zeros(1), np.ones(1), 0.0
for look in range(1, looks + 1):
    low, high = (-critical if two_sided else -9.0) * look**0.5, critical * look**0.5
    over = stats.norm.sf(high - before) + (stats.norm.cdf(low - before) if two_sided else 0.0)
    peeking_error += carried @ over
    place = (low + high) / 2 + (high - low) / 2 * node
    carried = (high - low) / 2 * weight * (stats.norm.pdf(place[:, None] - before) @ carried)
    before = place
sums = np.cumsum(normals(experiments * looks).reshape(experiments, looks), axis=1)
if experiments:
    false_rate = np.mean(np.any(p_of(sums / np.sqrt(np.arange(1, looks + 1))) <= alpha, axis=1))
)")
      .arg(params.looks);
}

QString familyCode(const Params& params) {
  const QString border =
      params.correction == Correction::Bonferroni ? QStringLiteral("alpha / tests")
      : params.correction == Correction::BenjaminiHochberg
          ? QStringLiteral("np.max(np.where(ordered <= limits, limits, 0), axis=1)[:, None]")
          : QStringLiteral("alpha");
  return QStringLiteral(R"(tests, real = %1, %2
p_values = p_of(normals(experiments * tests).reshape(experiments, tests) + np.where(np.arange(tests) < real, shift, 0.0))
ordered = np.sort(p_values, axis=1)
limits = alpha * np.arange(1, tests + 1) / tests
significant = p_values <= %3
false_hits, true_hits = significant[:, real:].sum(axis=1), significant[:, :real].sum(axis=1)
family_error = 1 - (1 - alpha) ** (tests - real)
if experiments:
    family_share = np.mean(false_hits > 0)
    false_discoveries = np.mean(false_hits / np.maximum(1, false_hits + true_hits))
    found_rate = np.mean(true_hits) / real if real else np.nan
)")
      .arg(params.tests)
      .arg(params.realTests())
      .arg(border);
}

} // namespace

QString numpyCode(const Params& p, int steps) {
  int experiments = 0;
  for (int step = 1; step <= std::min(steps, mostSteps); ++step)
    experiments += experimentsInStep(step);
  QString mode;
  switch (p.mode) {
  case Mode::Power:
    mode = experimentCode();
    break;
  case Mode::Permutation:
    mode = dealingCode(p, startOfTrials(p));
    break;
  case Mode::Peeking:
    mode = peekingCode(p);
    break;
  case Mode::Many:
    mode = familyCode(p);
    break;
  }
  return python::imports() + QStringLiteral("from scipy import stats\n") + streamCode(p.seed) +
         QStringLiteral(R"(
effect, n, alpha, two_sided = %1, %2, %3, %4
shift = effect * np.sqrt(n / 2)
critical = stats.norm.isf(alpha / 2 if two_sided else alpha)


def power_at(shift):
    return stats.norm.sf(critical - shift) + (stats.norm.cdf(-critical - shift) if two_sided else 0.0)


needed = np.inf
if effect > 0:
    needed = max(2.0, np.ceil(2 * ((critical + stats.norm.ppf(0.8)) / effect) ** 2))
    while needed > 2 and power_at(effect * np.sqrt((needed - 1) / 2)) >= 0.8:
        needed -= 1
    while power_at(effect * np.sqrt(needed / 2)) < 0.8:
        needed += 1

experiments = %5
z = p = false_rate = found_rate = exaggeration = difference = t = t_p = permutation_p = np.nan
peeking_error = family_error = family_share = false_discoveries = np.nan
)")
             .arg(literal(p.effect))
             .arg(p.groupSize())
             .arg(literal(p.alpha), literal(p.twoSided))
             .arg(experiments) +
         mode + QStringLiteral(R"(
power, superiority = power_at(shift), stats.norm.cdf(effect / np.sqrt(2))
)") +
         (p.mode == Mode::Peeking
              ? QStringLiteral("power = needed = shift = superiority = np.nan  # run without an effect\n")
              : QString()) +
         QStringLiteral(R"(
readouts = {
    "power": power,
    "beta": 1 - power,
    "needed": needed,
    "shift": shift,
    "critical": critical,
    "superiority": superiority,
    "experiments": experiments,
    "z": z,
    "p": p,
    "false_rate": false_rate,
    "found_rate": found_rate,
    "exaggeration": exaggeration,
    "difference": difference,
    "permutation_p": permutation_p,
    "t": t,
    "t_p": t_p,
    "peeking_error": peeking_error,
    "family_error": family_error,
    "family_share": family_share,
    "false_discoveries": false_discoveries,
}
)") + python::printReadouts();
}

} // namespace eigenboard::panels::statistics::testing_panel
