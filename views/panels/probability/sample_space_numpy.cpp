#include "views/panels/probability/sample_space_model.h"
#include "views/panels/support/python.h"

#include <algorithm>

namespace eigenboard::panels::probability::sample_space_panel {

using python::literal;

namespace {

QString compoundCode(math::Compound compound) {
  switch (compound) {
  case math::Compound::First:
    return QStringLiteral("happens[0]");
  case math::Compound::NotFirst:
    return QStringLiteral("~happens[0]");
  case math::Compound::All:
    return QStringLiteral("np.all(happens, axis=0)");
  case math::Compound::Any:
    return QStringLiteral("np.any(happens, axis=0)");
  case math::Compound::FirstOnly:
    return QStringLiteral("happens[0] & ~np.any(happens[1:], axis=0)");
  case math::Compound::ExactlyOne:
    return QStringLiteral("np.sum(happens, axis=0) == 1");
  case math::Compound::None:
    break;
  }
  return QStringLiteral("~np.any(happens, axis=0)");
}

QString diceCode(math::DiceEvent event, int total) {
  switch (event) {
  case math::DiceEvent::SumIs:
    return QStringLiteral("first + second == %1").arg(total);
  case math::DiceEvent::SumAtLeast:
    return QStringLiteral("first + second >= %1").arg(total);
  case math::DiceEvent::AnySix:
    return QStringLiteral("(first == 6) | (second == 6)");
  case math::DiceEvent::Doubles:
    return QStringLiteral("first == second");
  case math::DiceEvent::FirstEven:
    return QStringLiteral("first % 2 == 0");
  case math::DiceEvent::FirstSix:
    return QStringLiteral("first == 6");
  case math::DiceEvent::SecondOdd:
    break;
  }
  return QStringLiteral("second % 2 == 1");
}

/// x, y: places at which the events are asked for; weight: what each place stands for.
QString squareCode(const Params& p) {
  QStringList rows;
  const auto row = [&rows](const Eigen::Vector2d& centre, double width, double height) {
    rows.append(QStringLiteral("[%1, %2, %3, %4]")
                    .arg(literal(centre.x()), literal(centre.y()), literal(width), literal(height)));
  };
  row(p.a, p.aWidth, p.aHeight);
  row(p.b, p.bWidth, p.bHeight);
  if (p.third)
    row(p.c, p.cWidth, p.cHeight);
  return QStringLiteral(R"(
# Middle, width and height of each event; of it counts what lies in the unit square.
boxes = np.array([%1])
lower = np.maximum(0.0, boxes[:, :2] - boxes[:, 2:] / 2)
upper = np.minimum(1.0, boxes[:, :2] + boxes[:, 2:] / 2)


def events(x, y):
    inside = [(l[0] <= x) & (x < u[0]) & (l[1] <= y) & (y < u[1]) for l, u in zip(lower, upper)]
    return np.array(inside)


# All edges cut the square into cells, in each of which one and the same happens.
edges = [np.unique(np.concatenate([[0, 1], lower[:, k], upper[:, k]]).clip(0, 1)) for k in (0, 1)]
x, y = (g.ravel() for g in np.meshgrid(edges[0][:-1], edges[1][:-1], indexing="ij"))
weight = np.outer(np.diff(edges[0]), np.diff(edges[1])).ravel()
)")
      .arg(rows.join(QStringLiteral(", ")));
}

QString throwsCode(const Params& p) {
  return QStringLiteral(R"(

def events(x, y):
    first, second = (np.floor(6 * x) + 1, np.floor(6 * y) + 1)
    return np.array([%1, %2])


x, y = (g.ravel() + 0.5 for g in np.indices((6, 6)))
x, y = x / 6, y / 6
weight = np.full(36, 1 / 36)
)")
      .arg(diceCode(p.diceA, p.total), diceCode(p.diceB, p.total));
}

QString rainCode(const Params& p, int steps) {
  const QString tries = p.subject == Subject::Birthday ? QStringLiteral(R"(
birthdays = np.floor(half_open_unit(random_bits(tries * people, seed)) * days).reshape(tries, people)
hits = [len(np.unique(group)) < people for group in birthdays]
probability = shared
)")
                                                       : QStringLiteral(R"(
drops = half_open_unit(random_bits(2 * tries, seed)).reshape(tries, 2)
hits = counted(events(drops[:, 0], drops[:, 1]))
probability = weight[counted(happens)].sum()
)");
  return python::generator() +
         QStringLiteral(R"(
tries, seed = %2, %1
)")
             .arg(p.seed)
             .arg(dropsPerStep * std::min(steps, mostSteps)) +
         tries;
}

} // namespace

QString numpyCode(const Params& p, int steps) {
  return python::imports() + (p.subject == Subject::Dice ? throwsCode(p) : squareCode(p)) +
         QStringLiteral(R"(happens = events(x, y)


def counted(happens):
    return %1


def probability_of(*names):
    """That all of these happen."""
    return weight[np.all(happens[list(names)], axis=0)].sum()


p_a, p_b, both = probability_of(0), probability_of(1), probability_of(0, 1)
three = len(happens) == 3

people, days = %2, %3
shared = 1 - np.prod(np.maximum(0, days - np.arange(people)) / days)
every = np.cumprod(np.maximum(0, days - np.arange(days + 1)) / days)
half = 1 + np.argmax(every <= 0.5)
)")
             .arg(compoundCode(p.event))
             .arg(p.people)
             .arg(p.days) +
         rainCode(p, steps) + QStringLiteral(R"(
readouts = {
    "p_a": p_a,
    "p_b": p_b,
    "p_c": probability_of(2) if three else np.nan,
    "both": both,
    "either": weight[np.any(happens, axis=0)].sum(),
    "a_given_b": both / p_b if p_b > 0 else np.nan,
    "gap": both - p_a * p_b,
    "joint_gap": probability_of(0, 1, 2) - p_a * p_b * probability_of(2) if three else np.nan,
    "shared": shared,
    "pairs": people * (people - 1) / 2,
    "half": half,
    "event": probability,
    "drops": tries,
    "frequency": np.mean(hits) if tries else np.nan,
    "band": 2 * np.sqrt(max(0.0, probability * (1 - probability)) / tries) if tries else np.inf,
}
)") + python::printReadouts();
}

} // namespace eigenboard::panels::probability::sample_space_panel
