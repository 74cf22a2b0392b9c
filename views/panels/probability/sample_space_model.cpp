#include "views/panels/probability/sample_space_model.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::sample_space_panel {

namespace {

int faceOf(double share) {
  return 1 + std::min(5, static_cast<int>(6 * share));
}

math::Mask maskAt(const Params& p, const std::vector<math::Box>& boxes, QPointF drop) {
  math::Mask mask = 0;
  if (p.subject == Subject::Dice) {
    const int first = faceOf(drop.x());
    const int second = faceOf(drop.y());
    mask |= math::happens(p.diceA, first, second, p.total) ? 1U : 0U;
    mask |= math::happens(p.diceB, first, second, p.total) ? 2U : 0U;
    return mask;
  }
  for (std::size_t i = 0; i < boxes.size(); ++i)
    mask |= boxes[i].contains(drop.x(), drop.y()) ? 1U << i : 0U;
  return mask;
}

std::vector<math::Box> diceCells(const Params& p) {
  std::vector<math::Box> cells;
  for (int first = 1; first <= 6; ++first)
    for (int second = 1; second <= 6; ++second) {
      const math::Mask mask = (math::happens(p.diceA, first, second, p.total) ? 1U : 0U) |
                              (math::happens(p.diceB, first, second, p.total) ? 2U : 0U);
      if (math::occurs(p.event, mask, 2))
        cells.push_back({(first - 1) / 6.0, first / 6.0, (second - 1) / 6.0, second / 6.0});
    }
  return cells;
}

bool haveSharedDay(numerics::Random& random, int people, int days) {
  std::vector<bool> taken(static_cast<std::size_t>(days));
  bool isShared = false;
  for (int k = 0; k < people; ++k) { // all are drawn, so that a group always takes as many numbers
    const auto day = static_cast<std::size_t>(random.uniform(0, 1) * days);
    isShared = isShared || taken[day];
    taken[day] = true;
  }
  return isShared;
}

void addRain(Result& r, const Params& p, std::span<const Rain> history) {
  for (const Rain& rain : history.subspan(1)) {
    r.dropped = rain.dropped;
    r.inside += rain.shared;
    for (const QPointF& drop : rain.drops) {
      const bool isInside = math::occurs(p.event, maskAt(p, r.boxes, drop), r.events);
      r.inside += isInside ? 1 : 0;
      (isInside ? r.hits : r.misses).push_back(drop);
    }
    r.frequency.emplace_back(r.dropped, static_cast<double>(r.inside) / r.dropped);
  }
}

} // namespace

double Result::band(double n) const {
  return 2 * std::sqrt(std::max(0.0, event * (1 - event)) / n);
}

std::vector<math::Box> boxesOf(const Params& p) {
  std::vector<math::Box> boxes{math::boxInSquare(p.a.x(), p.a.y(), p.aWidth, p.aHeight),
                               math::boxInSquare(p.b.x(), p.b.y(), p.bWidth, p.bHeight)};
  if (p.third)
    boxes.push_back(math::boxInSquare(p.c.x(), p.c.y(), p.cWidth, p.cHeight));
  return boxes;
}

Rain startOfRain(const Params& params) {
  Rain rain;
  rain.random = numerics::Random(static_cast<std::uint64_t>(params.seed));
  return rain;
}

Rain nextOfRain(const Params& params, const Rain& rain) {
  Rain next;
  next.random = rain.random;
  next.dropped = rain.dropped + dropsPerStep;
  for (int i = 0; i < dropsPerStep; ++i) {
    if (params.subject == Subject::Birthday) {
      next.shared += haveSharedDay(next.random, params.people, params.days) ? 1 : 0;
    } else {
      const double across = next.random.uniform(0, 1);
      const double up = next.random.uniform(0, 1);
      next.drops.emplace_back(across, up);
    }
  }
  return next;
}

Result evaluate(const Params& p, std::span<const Rain> history) {
  Result r;
  r.boxes = boxesOf(p);
  const bool isDice = p.subject == Subject::Dice;
  r.events = isDice ? 2 : static_cast<int>(r.boxes.size());
  r.atoms = isDice ? math::atomsOfDice(p.diceA, p.diceB, p.total) : math::atomsOf(r.boxes);
  r.a = math::probabilityOfAll(r.atoms, 1);
  r.b = math::probabilityOfAll(r.atoms, 2);
  r.c = r.events == 3 ? math::probabilityOfAll(r.atoms, 4) : undefined;
  r.both = math::probabilityOfAll(r.atoms, 3);
  r.either = math::probabilityOf(math::Compound::Any, r.atoms, r.events);
  r.gap = r.both - r.a * r.b;
  r.jointGap = r.events == 3 ? math::probabilityOfAll(r.atoms, 7) - r.a * r.b * r.c : undefined;
  r.aGivenB = r.b > 0 ? r.both / r.b : undefined;
  r.aGivenNotB = r.b < 1 ? (r.a - r.both) / (1 - r.b) : undefined;
  r.shared = math::probabilityShared(p.people, p.days);
  r.event = p.subject == Subject::Birthday ? r.shared : math::probabilityOf(p.event, r.atoms, r.events);
  r.cells = isDice ? diceCells(p) : math::cellsOf(p.event, r.boxes);
  addRain(r, p, history);
  return r;
}

} // namespace eigenboard::panels::probability::sample_space_panel
