#include "views/panels/probability/bayes_model.h"
#include "views/panels/support/python.h"

#include <algorithm>

namespace eigenboard::panels::probability::bayes_panel {

using python::literal;

namespace {

/// The results of the chain, drawn by the panel's own generator, as data.
QString resultList(const Params& params, int steps) {
  QStringList list;
  Chain chain = startOfChain(params);
  for (int k = 0; k < std::min(steps, mostResults); ++k) {
    chain = nextOfChain(params, chain);
    list.append(literal(chain.last));
  }
  return QLatin1Char('[') + list.join(QStringLiteral(", ")) + QLatin1Char(']');
}

} // namespace

QString numpyCode(const Params& p, int steps) {
  QStringList occurs;
  for (const bool isIn : p.occurs())
    occurs.append(isIn ? QStringLiteral("1") : QStringLiteral("0"));
  const int count = p.subject == Subject::Test ? steps : 0;
  return python::imports() +
         QStringLiteral(R"(from scipy.special import expit, logit

prevalence, sensitivity, specificity = %1, %2, %3
# Rows: ill, healthy. Columns: flagged, not flagged.
joint = np.array([prevalence, 1 - prevalence])[:, None] * np.array(
    [[sensitivity, 1 - sensitivity], [1 - specificity, specificity]])
flagged, cleared = joint.sum(axis=0)


def quotient(a, b):
    """Infinite where only b is 0, undefined where both are."""
    return a / b if b else (np.inf if a else np.nan)


# Each hypothesis is weighed with the probability it gave every result.
results = %4
dependence = %5


def after(copy_share):
    log_weight = np.zeros(2)
    with np.errstate(divide="ignore"):
        log_weight += np.log([prevalence, 1 - prevalence])
        for k, positive in enumerate(results):
            chance = np.array([sensitivity, 1 - specificity])
            chance = chance if positive else 1 - chance
            if not positive:
                chance[1] = specificity
            if k:
                chance = copy_share * (positive == results[0]) + (1 - copy_share) * chance
            log_weight += np.log(chance)
    if np.all(np.isinf(log_weight)):
        return np.nan
    weight = np.exp(log_weight - log_weight.max())
    return weight[0] / weight.sum()


# Naive Bayes on the words free, winner, click, meeting, invoice, thanks; rows: spam, ham.
spam_share = %6
frequencies = %7
occurs = np.array([%8], dtype=bool)
absent_words_count = %9
says = np.where(occurs, np.log(frequencies[0]) - np.log(frequencies[1]),
                absent_words_count * (np.log1p(-frequencies[0]) - np.log1p(-frequencies[1])))
score = logit(spam_share) + says.sum()
)")
             .arg(literal(p.prevalence), literal(p.sensitivity), literal(p.specificity), resultList(p, count),
                  literal(p.dependence), literal(p.spamShare), python::array(p.words),
                  occurs.join(QStringLiteral(", ")), literal(p.absentSpeak)) +
         QStringLiteral(R"(
readouts = {
    "flagged": 1000 * flagged,
    "found": 1000 * joint[0, 0],
    "ppv": quotient(joint[0, 0], flagged),
    "npv": quotient(joint[1, 1], cleared),
    "prior_odds": quotient(prevalence, 1 - prevalence),
    "ratio_positive": quotient(sensitivity, 1 - specificity),
    "ratio_negative": quotient(1 - sensitivity, specificity),
    "accuracy": np.trace(joint),
    "accuracy_of_never": 1 - prevalence,
    "results": len(results),
    "positives": sum(results),
    "posterior": after(0.0),
    "posterior_copies": after(dependence),
    "spam_prior": logit(spam_share),
    "spam_score": score,
    "spam_probability": expit(score),
}
)") + python::printReadouts();
}

} // namespace eigenboard::panels::probability::bayes_panel
