#include "views/panels/probability/bayes_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::probability::bayes_panel {

using panel::Readout;

namespace {

double perThousand(double share) {
  return people * share;
}

/// Whole where it is whole: "9", "9.5".
QString countTex(double share) {
  const double count = perThousand(share);
  return tex::number(count, std::abs(count - std::round(count)) < 1e-9 * people ? 0 : 1);
}

QString testFormula(const Result& r) {
  const QString ill = Words::tr("ill");
  const QString found = countTex(r.shares.truePositive);
  return QStringLiteral("P(\\text{%1} \\mid +) = %2 / (%2 + %3) %4 %5, \\qquad "
                        "\\text{%6}\\;\\; %7 \\times %8 %9 ")
             .arg(ill, found, countTex(r.shares.falsePositive), tex::equals({r.ppv}, 3),
                  tex::number(r.ppv, 3), Words::tr("odds"), tex::number(r.priorOdds, 4),
                  tex::number(r.ratioPositive, 2),
                  tex::equals({r.priorOdds, 100 * r.ratioPositive, r.priorOdds * r.ratioPositive}, 4)) +
         tex::number(math::ratio(r.shares.truePositive, r.shares.falsePositive), 4);
}

QString chainFormula(const Params& p, const Result& r) {
  const int positives = r.chain().positives;
  const int negatives = r.chain().count - positives;
  QString product = tex::number(r.priorOdds, 4);
  if (positives > 0)
    product += QStringLiteral("\\times %1^{%2}").arg(tex::number(r.ratioPositive)).arg(positives);
  if (negatives > 0)
    product += QStringLiteral("\\times %1^{%2}").arg(tex::number(r.ratioNegative, 3)).arg(negatives);
  QString text =
      QStringLiteral("\\text{%1}\\;\\; %2 \\approx %3, \\qquad P(\\text{%4}) \\approx %5")
          .arg(Words::tr("odds"), product, tex::number(math::posteriorOdds(p.prevalence, r.chain().naive), 3),
               Words::tr("ill | results"), tex::number(r.naive(), 3));
  if (p.dependence > 0 && r.chain().count > 1)
    text += QStringLiteral(", \\qquad \\text{%1}\\;\\; %2")
                .arg(Words::tr("copies weighed:"), tex::number(r.dependent(), 3));
  return text;
}

QString messageFormula(const Result& r) {
  QString sum = tex::number(r.verdict.prior);
  for (const double says : r.verdict.words)
    if (says != 0)
      sum += (says > 0 ? QStringLiteral(" + ") : QStringLiteral(" - ")) + tex::number(std::abs(says));
  return QStringLiteral("\\text{%1} = %2 \\approx %3, \\qquad P(\\text{spam} \\mid \\text{%4}) \\approx %5")
      .arg(Words::tr("score"), sum, tex::number(r.verdict.score), Words::tr("words"),
           tex::number(r.verdict.probability, 3));
}

std::vector<Readout> testReadouts(const Result& r) {
  return {
      {"flagged", Words::tr("Flagged of 1000"), "", "",
       Words::tr("How many of 1000 people the test calls ill, rightly or not."),
       perThousand(r.shares.flagged()), 1},
      {"found", Words::tr("Of those, ill"), "", "", Words::tr("How many of the flagged are ill."),
       perThousand(r.shares.truePositive), 1},
      {"ppv", Words::tr("Positive predictive value"), "P(\\text{ill} \\mid +)", "",
       Words::tr("The share of the flagged that is ill; undefined where nobody is flagged. The sensitivity "
                 "asks the other way round."),
       r.ppv, 3},
      {"npv", Words::tr("Negative predictive value"), "P(\\text{healthy} \\mid -)", "",
       Words::tr("The share of those not flagged that is healthy; undefined where everybody is flagged."),
       r.npv, 4},
      {"prior_odds", Words::tr("Prior odds"), "", "",
       Words::tr("Ill people for each healthy one; infinite where all are ill."), r.priorOdds, 4},
      {"ratio_positive", Words::tr("Likelihood ratio of +"), "\\Lambda_+", "",
       Words::tr("What a positive result multiplies the odds by: sensitivity over false alarm rate; infinite "
                 "without false alarms, undefined where no result is positive."),
       r.ratioPositive, 2},
      {"ratio_negative", Words::tr("Likelihood ratio of −"), "\\Lambda_-", "",
       Words::tr("What a negative result multiplies the odds by; infinite where only the ill are missed, "
                 "undefined where no result is negative."),
       r.ratioNegative, 3},
      {"accuracy", Words::tr("Accuracy"), "", "",
       Words::tr(
           "The share that the test is right about. It is not the sensitivity: where few are ill, it is "
           "nearly the specificity."),
       r.shares.accuracy(), 3},
      {"accuracy_of_never", Words::tr("Accuracy of flagging nobody"), "", "",
       Words::tr("The share of healthy people: what a test that never says anything is right about."),
       1 - r.test.prevalence, 3},
      {"results", Words::tr("Results seen"), "k", "", Words::tr("How many results of the test have come in."),
       static_cast<double>(r.chain().count), 0},
      {"positives", Words::tr("Positive results"), "", "", Words::tr("How many of them were positive."),
       static_cast<double>(r.chain().positives), 0},
      {"posterior", Words::tr("P(ill) after the results"), "P(\\text{ill} \\mid \\text{results})", "",
       Words::tr(
           "The odds multiplied by the likelihood ratio of each result, as if all were independent once "
           "the condition is known; undefined where the results cannot happen."),
       r.naive(), 3},
      {"posterior_copies", Words::tr("The same, copies weighed"), "", "",
       Words::tr("What the results tell when some repeat the first one; undefined where they cannot happen."),
       r.dependent(), 3},
  };
}

std::vector<Readout> messageReadouts(const Result& r) {
  return {
      {"spam_prior", Words::tr("Prior log odds"), "", "",
       Words::tr("The log odds of spam before a word is read."), r.verdict.prior, 3},
      {"spam_score", Words::tr("Score"), "", "",
       Words::tr("Prior and words added: the log odds of spam. Above 0 it is more likely spam than not."),
       r.verdict.score, 3},
      {"spam_probability", Words::tr("P(spam | words)"), "P(\\text{spam} \\mid \\text{words})", "",
       Words::tr("The score as a probability."), r.verdict.probability, 4},
  };
}

/// The product of the likelihood ratios against what the chain has summed; 0 where there is no number.
double oddsError(const Params& p, const Result& r) {
  const double summed = math::posteriorOdds(p.prevalence, r.chain().naive);
  double product = std::log(r.priorOdds);
  if (r.chain().positives > 0)
    product += r.chain().positives * std::log(r.ratioPositive);
  if (r.chain().count > r.chain().positives)
    product += (r.chain().count - r.chain().positives) * std::log(r.ratioNegative);
  const double error = std::log(summed) - product;
  return std::isfinite(product) && summed > 0 && std::isfinite(summed) ? error : 0;
}

} // namespace

QString formula(const Params& p, const Result& r) {
  if (p.subject == Subject::Message)
    return messageFormula(r);
  return r.chain().count > 0 ? chainFormula(p, r) : testFormula(r);
}

std::vector<Readout> readouts(const Params& p, const Result& r) {
  std::vector<Readout> list = p.subject == Subject::Message ? messageReadouts(r) : testReadouts(r);
  const std::vector<Readout> rest = p.subject == Subject::Message ? testReadouts(r) : messageReadouts(r);
  list.insert(list.end(), rest.begin(), rest.end());
  return list;
}

std::vector<panel::Invariant> invariants(const Params& p, const Result& r) {
  constexpr double rounding = 8 * std::numeric_limits<double>::epsilon();
  const math::FourShares& s = r.shares;
  // Sums of up to 20 logarithms, the greatest of them some 750 in size; and the odds are their exponential.
  const double chainRounding = rounding * (1 + r.chain().count) * 750;
  const auto known = [](double part, double whole) { return whole > 0 ? part * whole : 0; };
  double summed = r.verdict.prior;
  for (const double says : r.verdict.words)
    summed += says;
  return {
      {"total", QStringLiteral("\\text{TP} + \\text{FN} + \\text{FP} + \\text{TN} = 1"),
       Words::tr("The four parts are everybody."), s.flagged() + s.cleared() - 1, rounding},
      {"total_probability",
       QStringLiteral("P(\\text{ill}) = P(\\text{ill}\\mid+)P(+) + P(\\text{ill}\\mid-)P(-)"),
       Words::tr("The two predictive values, weighed with how often each result comes, give the prevalence "
                 "back: a test changes what is known of one person, not how many are ill."),
       known(r.ppv, s.flagged()) + (s.cleared() > 0 ? (1 - r.npv) * s.cleared() : 0) - p.prevalence,
       rounding},
      {"odds", QStringLiteral("\\text{odds}_k = \\text{odds}_0\\,\\Lambda_+^a\\,\\Lambda_-^b"),
       Words::tr("The order of the results does not count: only how many were positive and how many "
                 "negative."),
       oddsError(p, r), chainRounding},
      {"words",
       QStringLiteral(
           "\\text{score} = \\ln\\frac{P(\\text{spam}\\mid\\text{words})}{P(\\text{ham}\\mid\\text{words})}"),
       Words::tr("The bars add up to the score."), r.verdict.score - summed, rounding * 64},
  };
}

QString spoken(const Params& p, const Result& r) {
  if (p.subject == Subject::Message) {
    QStringList in;
    const auto occurs = p.occurs();
    for (int i = 0; i < wordCount; ++i)
      if (occurs[static_cast<std::size_t>(i)])
        in.append(wordAt(i));
    const QString words = in.isEmpty() ? Words::tr("none of the six words") : in.join(QStringLiteral(", "));
    return Words::tr("A message with %1. The log odds add up to %2, so it is spam with probability %3.")
        .arg(words, speech::number(r.verdict.score), speech::number(r.verdict.probability, 3));
  }
  QString text = Words::tr("Of 1000 people %1 are flagged, and %2 of those are ill: a positive result means "
                           "illness with probability %3.")
                     .arg(speech::number(perThousand(r.shares.flagged()), 1),
                          speech::number(perThousand(r.shares.truePositive), 1), speech::number(r.ppv, 3));
  if (r.chain().count > 0)
    text += QLatin1Char(' ') + Words::tr("After %1 results, %2 of them positive, it is %3.")
                                   .arg(r.chain().count)
                                   .arg(r.chain().positives)
                                   .arg(speech::number(r.naive(), 3));
  if (r.chain().count > 1 && p.dependence > 0)
    text += QLatin1Char(' ') + Words::tr("Repeats of the first result weighed as such, it is %1.")
                                   .arg(speech::number(r.dependent(), 3));
  return text;
}

} // namespace eigenboard::panels::probability::bayes_panel
