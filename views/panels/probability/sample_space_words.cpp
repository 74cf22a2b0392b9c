#include "views/panels/probability/sample_space_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <cmath>
#include <limits>

namespace eigenboard::panels::probability::sample_space_panel {

using panel::Readout;

namespace {

/// P(A) + P(B) − P(A ∩ B), and so on for three.
double byInclusionExclusion(const Result& r) {
  double sum = 0;
  for (math::Mask mask = 1; mask < 1U << r.events; ++mask) {
    const bool isOdd = (mask & 1U) + (mask >> 1 & 1U) + (mask >> 2 & 1U) != 2;
    sum += (isOdd ? 1 : -1) * math::probabilityOfAll(r.atoms, mask);
  }
  return sum;
}

QString threeFormula(const Result& r) {
  const auto number = [&r](math::Mask mask) { return tex::number(math::probabilityOfAll(r.atoms, mask), 3); };
  return QStringLiteral("P(A \\cup B \\cup C) = %1 + %2 + %3 - %4 - %5 - %6 + %7 \\approx %8")
      .arg(number(1), number(2), number(4), number(3), number(5), number(6), number(7),
           tex::number(r.either, 3));
}

QString birthdayFormula(const Params& p, const Result& r) {
  const QString last = QString::number(std::max(0, p.days - p.people + 1));
  const QString days = QString::number(p.days);
  const QString product = p.people == 1   ? QStringLiteral("1")
                          : p.people == 2 ? QStringLiteral("\\tfrac{%1}{%2}").arg(last, days)
                                          : QStringLiteral("\\tfrac{%1}{%3} \\cdots \\tfrac{%2}{%3}")
                                                .arg(QString::number(p.days - 1), last, days);
  return QStringLiteral("P(\\text{%1}) = 1 - %2 %3 %4")
      .arg(Words::tr("shared"), product, tex::equals({r.shared}, 4), tex::number(r.shared, 4));
}

QString dropsName(Subject subject) {
  return subject == Subject::Birthday ? Words::tr("Groups drawn")
         : subject == Subject::Dice   ? Words::tr("Throws")
                                      : Words::tr("Drops");
}

} // namespace

QString formula(const Params& p, const Result& r) {
  if (p.subject == Subject::Birthday)
    return birthdayFormula(p, r);
  if (r.events == 3)
    return threeFormula(r);
  return QStringLiteral("P(A \\cup B) = %1 + %2 - %3 %4 %5, \\quad P(A \\cap B) - P(A)P(B) %6 %7")
      .arg(tex::number(r.a, 3), tex::number(r.b, 3), tex::number(r.both, 3),
           tex::equals({r.a, r.b, r.both, r.either}, 3), tex::number(r.either, 3), tex::equals({r.gap}, 4),
           tex::number(r.gap, 4));
}

std::vector<Readout> readouts(const Params& p, const Result& r) {
  const double frequency = r.dropped > 0 ? static_cast<double>(r.inside) / r.dropped : undefined;
  std::vector<Readout> events{
      {"p_a", Words::tr("Probability of A"), "P(A)", "",
       Words::tr("The area of A, or its share of the throws."), r.a, 3},
      {"p_b", Words::tr("Probability of B"), "P(B)", "",
       Words::tr("The area of B, or its share of the throws."), r.b, 3},
      {"p_c", Words::tr("Probability of C"), "P(C)", "",
       Words::tr("The area of C; undefined without a third event."), r.c, 3},
      {"both", Words::tr("A and B"), "P(A \\cap B)", "", Words::tr("Where both happen."), r.both, 3},
      {"either", Words::tr("At least one"), "P(A \\cup B)", "",
       Words::tr("Where any of the events happens: what is common is counted once."), r.either, 3},
      {"a_given_b", Words::tr("A, once B has happened"), "P(A \\mid B)", "",
       Words::tr("The share of B that lies in A; undefined where B cannot happen."), r.aGivenB, 3},
      {"gap", Words::tr("Independence gap"), "\\Delta_{AB}", "",
       Words::tr("0 where knowing B leaves the probability of A as it was; above 0 they come together, below "
                 "they avoid each other."),
       r.gap, 4},
      {"joint_gap", Words::tr("Joint gap"), "\\Delta_{ABC}", "",
       Words::tr("The same for all three at once; undefined without a third event."), r.jointGap, 4},
  };
  std::vector<Readout> birthdays{
      {"shared", Words::tr("Two share a day"), "P(\\text{shared})", "",
       Words::tr("The probability that at least two of the people have one birthday."), r.shared, 4},
      {"pairs", Words::tr("Pairs of people"), "\\binom{n}{2}", "",
       Words::tr("Each pair is a chance to share a day: that is why so few people are enough."),
       p.people * (p.people - 1) / 2.0, 0},
      {"half", Words::tr("People for an even chance"), "", "",
       Words::tr("The least number of people for which a shared day is at least as likely as not."),
       static_cast<double>(math::peopleForHalf(p.days)), 0},
  };
  const std::vector<Readout> simulated{
      {"event", Words::tr("What is counted"), "P(E)", "",
       Words::tr("The probability of the event that the simulation counts."), r.event, 4},
      {"drops", dropsName(p.subject), "n", "", Words::tr("How many times chance has been tried."),
       static_cast<double>(r.dropped), 0},
      {"frequency", Words::tr("Frequency"), "\\hat{p}", "",
       Words::tr("The share of the tries in which the event happened; undefined before the first."),
       frequency, 4},
      {"band", Words::tr("Two standard errors"), "2\\sigma_n", "",
       Words::tr("How far the frequency usually strays; it halves when n is four times as large. It is "
                 "infinite before the first try."),
       r.dropped > 0 ? r.band(r.dropped) : std::numeric_limits<double>::infinity(), 4},
  };
  std::vector<Readout> list = p.subject == Subject::Birthday ? birthdays : events;
  list.insert(list.end(), simulated.begin(), simulated.end());
  const std::vector<Readout>& rest = p.subject == Subject::Birthday ? events : birthdays;
  list.insert(list.end(), rest.begin(), rest.end());
  return list;
}

std::vector<panel::Invariant> invariants(const Params& p, const Result& r) {
  // Sums and differences of at most eight areas, each of some four roundings.
  constexpr double rounding = 64 * std::numeric_limits<double>::epsilon();
  double area = 0;
  for (const math::Box& cell : r.cells)
    area += math::area(cell);
  const double counted = math::probabilityOf(p.event, r.atoms, r.events);
  double different = 1;
  for (int k = 1; k < p.people; ++k)
    different *= std::max(0, p.days - k) / static_cast<double>(p.days);
  // 60 factors by multiplication against 60 logarithms, of which each is known to eps of itself.
  constexpr double productRounding = 60 * rounding;
  return {
      {"inclusion_exclusion",
       r.events == 3
           ? QStringLiteral("P(A\\cup B\\cup C) = \\sum P(A) - \\sum P(A\\cap B) + P(A\\cap B\\cap C)")
           : QStringLiteral("P(A\\cup B) = P(A) + P(B) - P(A\\cap B)"),
       Words::tr("What is common has been added twice and is taken off once."),
       byInclusionExclusion(r) - r.either, rounding},
      {"area", QStringLiteral("P(E) = \\text{area of } E"),
       Words::tr("The coloured cells, added one by one, are the probability of the event."), area - counted,
       rounding},
      {"product_rule", QStringLiteral("P(A\\cap B) = P(A\\mid B)\\,P(B)"),
       Words::tr("The share of B that lies in A, times B."), r.b > 0 ? r.aGivenB * r.b - r.both : 0,
       rounding},
      {"birthdays", QStringLiteral("P(\\text{shared}) + \\prod_{k<n} (1 - k/d) = 1"),
       Words::tr("Either two share a day or every step of the tree found a free one."),
       r.shared + different - 1, productRounding},
  };
}

QString spoken(const Params& p, const Result& r) {
  QString text;
  if (p.subject == Subject::Birthday) {
    text = Words::tr("%1 people and %2 days: two share one with probability %3. There are %4 pairs.")
               .arg(p.people)
               .arg(p.days)
               .arg(speech::number(r.shared, 4))
               .arg(p.people * (p.people - 1) / 2);
  } else {
    text = Words::tr("A has probability %1 and B %2; both happen with %3, at least one with %4.")
               .arg(speech::number(r.a, 3), speech::number(r.b, 3), speech::number(r.both, 3),
                    speech::number(r.either, 3));
    text += QLatin1Char(' ') +
            (std::abs(r.gap) < 1e-9
                 ? Words::tr("A and B are independent.")
                 : Words::tr("A and B depend on each other: the gap is %1.").arg(speech::number(r.gap, 4)));
  }
  if (r.dropped > 0)
    text += QLatin1Char(' ') + Words::tr("In %1 tries the event happened %2 times; its probability is %3.")
                                   .arg(r.dropped)
                                   .arg(r.inside)
                                   .arg(speech::number(r.event, 4));
  return text;
}

} // namespace eigenboard::panels::probability::sample_space_panel
