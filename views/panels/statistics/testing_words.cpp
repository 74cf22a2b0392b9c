#include "views/panels/statistics/testing_words.h"

#include "core/statistics/repeated_tests.h"
#include "core/statistics/test_power.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::statistics::testing_panel {

using panel::Readout;

namespace {

/// Peeking is run without an effect.
std::vector<Readout> powerReadouts(const Params& p, const Result& r) {
  const auto ofEffect = [&p](double value) { return p.mode == Mode::Peeking ? undefined : value; };
  return {
      {"power", Words::tr("Power"), "1 - \\beta", "",
       Words::tr("The probability that the test finds the effect: the area of its curve beyond the critical "
                 "value. Without an effect it is the level; undefined with peeking."),
       ofEffect(r.power), 3},
      {"beta", Words::tr("Missed"), "\\beta", "",
       Words::tr("The probability that the effect is missed; undefined with peeking."), ofEffect(1 - r.power),
       3},
      {"needed", Words::tr("Users for 80 % power"), "n_{80}", "",
       Words::tr("The least number per group that gives a power of 0.8 at this effect; infinite without one, "
                 "undefined with peeking."),
       ofEffect(r.needed), 0},
      {"shift", Words::tr("Shift of z"), "\\delta", "",
       Words::tr("How many standard errors the effect is: d √(n/2); undefined with peeking."),
       ofEffect(r.shift), 3},
      {"critical", Words::tr("Critical value"), "z_{\\alpha}", "", Words::tr("Beyond it the test rejects."),
       r.critical, 3},
      {"superiority", Words::tr("B's user rates higher"), "", "",
       Words::tr(
           "The probability that a user of B gives more than a user of A: what the effect means for people, "
           "whatever n is. 0.5 is no difference; undefined with peeking."),
       ofEffect(r.superiority), 3},
  };
}

std::vector<Readout> experimentReadouts(const Result& r) {
  return {
      {"experiments", Words::tr("Experiments"), "", "",
       Words::tr("How many have been run: of each kind, ways of dealing, or families of tests."),
       static_cast<double>(r.experiments), 0},
      {"z", Words::tr("z of the latest"), "z", "",
       Words::tr("The statistic of the latest experiment with the effect; undefined before it."), r.latestZ,
       3},
      {"p", Words::tr("p of the latest"), "p", "",
       Words::tr("The probability of data at least this extreme if there were no effect: not the probability "
                 "that there is none. Before the first it is undefined."),
       r.latestP, 4},
      {"false_rate", Words::tr("False alarms"), "", "",
       Words::tr(
           "The share of experiments without an effect that were called significant; undefined before the "
           "first and in other modes."),
       r.falseRate, 3},
      {"found_rate", Words::tr("Effects found"), "", "",
       Words::tr("The share of real effects that were called significant; undefined before the first, and "
                 "without any."),
       r.foundRate, 3},
      {"exaggeration", Words::tr("Exaggeration"), "", "",
       Words::tr(
           "How many times too large the effect looks in the significant experiments: with low power only "
           "the lucky ones pass. It is undefined before one passes, and without an effect."),
       r.exaggeration, 2},
  };
}

std::vector<Readout> dealingReadouts(const Result& r) {
  return {
      {"difference", Words::tr("Difference seen"), "\\bar{b} - \\bar{a}", "",
       Words::tr("Of the mean ratings; undefined in other modes."), r.difference, 3},
      {"permutation_p", Words::tr("p by dealing anew"), "p", "",
       Words::tr("One more than the ways of dealing that gave as much, over one more than all; undefined "
                 "before the "
                 "first."),
       r.permutationP, 4},
      {"t", Words::tr("Welch's t"), "t", "",
       Words::tr("The difference in standard errors taken from the data; undefined in other modes."),
       r.welch.statistic, 3},
      {"t_p", Words::tr("p by t"), "p_t", "",
       Words::tr("What Student's law says, taking the ratings for normal; undefined in other modes."),
       r.welch.p, 4},
  };
}

std::vector<Readout> repeatedReadouts(const Params& p, const Result& r) {
  return {
      {"peeking_error", Words::tr("False alarms with peeking"), "", "",
       Words::tr("The probability that an experiment without an effect is called significant at one of the "
                 "looks; undefined in other modes."),
       r.peekingError.empty() ? undefined : r.peekingError.back(), 4},
      {"family_error", Words::tr("Any false alarm"), "1 - (1-\\alpha)^m", "",
       Words::tr(
           "The probability of at least one false alarm among the tests without an effect, when nothing is "
           "corrected; undefined in other modes."),
       p.mode == Mode::Many ? r.familyError : undefined, 4},
      {"family_share", Words::tr("Families with a false alarm"), "", "",
       Words::tr("Their share so far, with the correction chosen; undefined before the first."),
       r.familyShare, 3},
      {"false_discoveries", Words::tr("False discoveries"), "\\text{FDR}", "",
       Words::tr(
           "The mean share of false ones among what was called significant; undefined before the first."),
       r.falseDiscoveries, 3},
  };
}

QString powerFormula(const Params& p, const Result& r) {
  const QString event =
      p.twoSided ? QStringLiteral("|Z + \\delta| > %1") : QStringLiteral("Z + \\delta > %1");
  return QStringLiteral("\\delta = %1\\sqrt{%2/2} \\approx %3, \\qquad \\text{%4} = P(%5) \\approx %6")
      .arg(tex::number(p.effect))
      .arg(p.n)
      .arg(tex::number(r.shift), Words::tr("power"), event.arg(tex::number(r.critical)),
           tex::number(r.power, 3));
}

QString dealingFormula(const Result& r) {
  const QString p = r.experiments == 0 ? tex::text(Words::tr("deal to find out"))
                                       : QStringLiteral("(1 + %1)/(1 + %2) \\approx %3")
                                             .arg(r.asExtreme)
                                             .arg(r.experiments)
                                             .arg(tex::number(r.permutationP, 3));
  return QStringLiteral(
             "\\bar{b} - \\bar{a} \\approx %1, \\quad p = %2, \\quad t \\approx %3,\\; p_t \\approx %4")
      .arg(tex::number(r.difference), p, tex::number(r.welch.statistic), tex::number(r.welch.p, 3));
}

} // namespace

QString formula(const Params& p, const Result& r) {
  switch (p.mode) {
  case Mode::Permutation:
    return dealingFormula(r);
  case Mode::Peeking:
    return QStringLiteral("P(\\text{%1} \\mid H_0) \\approx %2 \\;\\ge\\; \\alpha = %3")
        .arg(Words::tr("significant at one of %1 looks").arg(p.looks), tex::number(r.peekingError.back(), 3),
             tex::number(p.alpha, 3));
  case Mode::Many:
    return QStringLiteral("1 - (1 - %1)^{%2} %3 %4")
        .arg(tex::number(p.alpha, 3))
        .arg(p.tests - p.realTests())
        .arg(tex::equals({r.familyError}, 3), tex::number(r.familyError, 3));
  case Mode::Power:
    break;
  }
  return powerFormula(p, r);
}

std::vector<Readout> readouts(const Params& p, const Result& r) {
  std::vector<Readout> list;
  const auto append = [&list](const std::vector<Readout>& more) {
    list.insert(list.end(), more.begin(), more.end());
  };
  if (p.mode == Mode::Permutation)
    append(dealingReadouts(r));
  if (p.mode == Mode::Peeking || p.mode == Mode::Many)
    append(repeatedReadouts(p, r));
  if (p.mode != Mode::Power)
    append(experimentReadouts(r));
  append(powerReadouts(p, r));
  if (p.mode == Mode::Power)
    append(experimentReadouts(r));
  if (p.mode != Mode::Permutation)
    append(dealingReadouts(r));
  if (p.mode != Mode::Peeking && p.mode != Mode::Many)
    append(repeatedReadouts(p, r));
  return list;
}

std::vector<panel::Invariant> invariants(const Params& p, const Result& r) {
  constexpr double epsilon = std::numeric_limits<double>::epsilon();
  // The quantile is known to some eps and the tail reacts to it z times as much, z below 4.
  constexpr double tailRounding = 64 * epsilon;
  std::vector<panel::Invariant> list{
      {"level", QStringLiteral("P(\\text{reject} \\mid H_0) = \\alpha"),
       Words::tr("Without an effect the test rejects as often as its level says."),
       math::powerOfZ(0, p.alpha, p.side()) - p.alpha, tailRounding},
      {"power_grows", QStringLiteral("1 - \\beta \\ge \\alpha"),
       Words::tr(
           "An effect in the direction that is asked for is found at least as often as none is reported."),
       std::max(0.0, p.alpha - r.power), tailRounding}};
  if (p.mode == Mode::Permutation && r.experiments > 0)
    list.push_back({"never_zero", QStringLiteral("p \\ge 1/(1 + N)"),
                    Words::tr("The way the users were dealt is one of the ways, so p is never 0."),
                    std::max(0.0, 1.0 / (1 + r.experiments) - r.permutationP), epsilon});
  if (p.mode == Mode::Peeking) {
    // The first look is a tail of a quantile; the later ones are sums of positive terms.
    constexpr double ruleRounding = tailRounding;
    double drop = std::abs(r.peekingError.front() - p.alpha);
    for (std::size_t k = 1; k < r.peekingError.size(); ++k)
      drop = std::max(drop, r.peekingError[k - 1] - r.peekingError[k]);
    list.push_back({"one_look", QStringLiteral("P_1 = \\alpha \\le P_2 \\le \\dots"),
                    Words::tr("One look costs alpha, and each more look costs more."), drop, ruleRounding});
  }
  if (p.mode == Mode::Many) {
    // The union bound.
    const int nulls = p.tests - p.realTests();
    list.push_back(
        {"union_bound", QStringLiteral("1 - (1-\\alpha)^m \\le m\\alpha"),
         Words::tr("Any of m false alarms is at most m times as likely as one: that is why alpha over m "
                   "is safe."),
         std::max(0.0, r.familyError - nulls * p.alpha), tailRounding});
  }
  return list;
}

QString spoken(const Params& p, const Result& r) {
  switch (p.mode) {
  case Mode::Permutation: {
    QString text = Words::tr("%1 users of each recommender; the mean ratings differ by %2.")
                       .arg(p.users)
                       .arg(speech::number(r.difference, 3));
    if (r.experiments > 0)
      text += QLatin1Char(' ') + Words::tr("Of %1 ways of dealing anew %2 gave as much: p is %3.")
                                     .arg(r.experiments)
                                     .arg(r.asExtreme)
                                     .arg(speech::number(r.permutationP, 4));
    return text;
  }
  case Mode::Peeking:
    return Words::tr(
               "Looking %1 times at level %2 makes a false alarm %3 likely. %4 experiments have been run.")
        .arg(p.looks)
        .arg(speech::number(p.alpha, 3), speech::number(r.peekingError.back(), 3))
        .arg(r.experiments);
  case Mode::Many:
    return Words::tr(
               "%1 tests, %2 of them with an effect. Uncorrected, at least one false alarm is %3 likely; "
               "of %4 families so far the share was %5.")
        .arg(p.tests)
        .arg(p.realTests())
        .arg(speech::number(r.familyError, 3))
        .arg(r.experiments)
        .arg(speech::number(r.familyShare, 3));
  case Mode::Power:
    break;
  }
  QString text =
      Words::tr("An effect of %1 standard deviations and %2 users per group: the test finds it with "
                "probability %3. For 0.8 it takes %4.")
          .arg(speech::number(p.effect, 2))
          .arg(p.n)
          .arg(speech::number(r.power, 3), speech::number(r.needed, 0));
  if (r.experiments > 0)
    text +=
        QLatin1Char(' ') + Words::tr("In %1 experiments of each kind %2 of the effects were found, and %3 of "
                                     "the others were false alarms.")
                               .arg(r.experiments)
                               .arg(speech::number(r.foundRate, 3), speech::number(r.falseRate, 3));
  return text;
}

} // namespace eigenboard::panels::statistics::testing_panel
