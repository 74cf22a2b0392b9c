#include "views/scene/ghost.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <type_traits>

namespace eigenboard::scene {

namespace {

constexpr double ghostWidth = 0.65; ///< of the mark's own
constexpr double ghostRadius = 0.8;
constexpr double ghostOpacity = 0.45;

bool standsStill(Role role) {
  return role == Role::Ink || role == Role::Grid;
}

Stroke ghostStroke(const Stroke& stroke) {
  return {Role::Muted, stroke.width * ghostWidth, stroke.dash, stroke.opacity * ghostOpacity};
}

QString ghostName(const QString& caption, const QString& name) {
  return name.isEmpty() ? QString() : caption.arg(name);
}

template <typename Drawn>
concept Stroked = requires(Drawn mark) {
  mark.points;
  mark.stroke;
};
template <typename Drawn>
concept Pointed = requires(Drawn mark) {
  mark.from;
  mark.to;
};
template <typename Drawn>
concept Dotted = requires(Drawn mark) {
  mark.points;
  mark.radius;
};
/// Curves, arrows and points of planes and spaces.
template <typename Drawn>
concept Moving = Stroked<Drawn> || Pointed<Drawn> || Dotted<Drawn>;

template <typename Drawn>
bool moves(const Drawn& mark) {
  if constexpr (Dotted<Drawn>)
    return !standsStill(mark.role);
  else if constexpr (Moving<Drawn>)
    return !standsStill(mark.stroke.role);
  else
    return false;
}

template <typename Drawn>
Drawn ghostMark(Drawn mark, const QString& caption) {
  if constexpr (Dotted<Drawn>) {
    mark.role = Role::Muted;
    mark.radius *= ghostRadius;
    mark.opacity *= ghostOpacity;
  } else {
    mark.stroke = ghostStroke(mark.stroke);
  }
  if constexpr (Pointed<Drawn>)
    mark.label.clear();
  mark.name = ghostName(caption, mark.name);
  return mark;
}

/// In their own colours: what stands where is compared, and no curve to be told apart.
std::vector<BarSet> ghostBars(std::vector<BarSet> bars, const QString& caption) {
  for (BarSet& set : bars) {
    set.name = ghostName(caption, set.name);
    set.opacity *= ghostOpacity;
    set.decimals.reset();
  }
  return bars;
}

/// Whether a bar of the one stands where the same bar of the other does, or would.
bool areBarsComparable(const ChartView& view, const ChartView& shade) {
  const auto isSameCategory = [](const Category& one, const Category& other) {
    return one.label == other.label && one.name == other.name;
  };
  return view.bars.size() == shade.bars.size() && view.direction == shade.direction &&
         view.layout == shade.layout && view.scale == shade.scale &&
         std::equal(view.categories.begin(), view.categories.end(), shade.categories.begin(),
                    shade.categories.end(), isSameCategory);
}

bool areBarsSame(const std::vector<BarSet>& bars, const std::vector<BarSet>& others) {
  return std::equal(bars.begin(), bars.end(), others.begin(), others.end(),
                    [](const BarSet& one, const BarSet& other) { return one.values == other.values; });
}

template <typename Drawn>
bool isSamePlace(const Drawn& first, const Drawn& second) {
  if constexpr (Pointed<Drawn>)
    return first.from == second.from && first.to == second.to;
  else
    return first.points == second.points;
}

/// Whether the marks already hold one of the same kind in the same place.
template <typename Any>
bool isThere(const std::vector<Any>& marks, const Any& wanted) {
  return std::any_of(marks.begin(), marks.end(), [&wanted](const Any& mark) {
    return mark.index() == wanted.index() && std::visit(
                                                 [&mark]<typename Drawn>(const Drawn& one) {
                                                   if constexpr (Moving<Drawn>)
                                                     return isSamePlace(one, std::get<Drawn>(mark));
                                                   else
                                                     return false;
                                                 },
                                                 wanted);
  });
}

/// Fields that a picture stands on: the marks of another function's are no comparison.
template <typename Drawn>
bool isGround(const Drawn& mark) {
  return requires {
    mark.values;
    mark.columns;
  }
  || requires {
    mark.heights;
  };
}

template <typename Drawn>
bool isSameGround(const Drawn& first, const Drawn& second) {
  const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
  const auto equal = [&same](const std::vector<double>& one, const std::vector<double>& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), same);
  };
  if constexpr (requires { first.heights; })
    return equal(first.heights, second.heights);
  else if constexpr (requires {
                       first.values;
                       first.columns;
                     })
    return equal(first.values, second.values);
  else
    return true;
}

/// Whether the ghost's picture had the same axes and stood on the same fields.
template <typename Kind>
bool isComparable(const Kind& view, const Kind& shade) {
  if constexpr (requires { view.marks; }) {
    const auto isGroundOf = [](const auto& any) {
      return std::visit([](const auto& mark) { return isGround(mark); }, any);
    };
    const bool hasSameFields = std::all_of(shade.marks.begin(), shade.marks.end(), [&](const auto& ghost) {
      return !isGroundOf(ghost) ||
             std::any_of(view.marks.begin(), view.marks.end(), [&ghost](const auto& mark) {
               return mark.index() == ghost.index() &&
                      std::visit([&mark]<typename Drawn>(
                                     const Drawn& one) { return isSameGround(one, std::get<Drawn>(mark)); },
                                 ghost);
             });
    });
    return hasSameFields && view.x.label == shade.x.label && view.y.label == shade.y.label;
  } else {
    return view.x.label == shade.x.label && view.value.label == shade.value.label;
  }
}

template <typename Any>
std::vector<Any> ghostMarks(const std::vector<Any>& marks, const QString& caption) {
  std::vector<Any> ghosts;
  for (const Any& any : marks)
    std::visit(
        [&]<typename Drawn>(const Drawn& mark) {
          if constexpr (Moving<Drawn>) {
            if (moves(mark))
              ghosts.emplace_back(ghostMark(mark, caption));
          } else if (isGround(mark)) {
            ghosts.emplace_back(mark);
          }
        },
        any);
  return ghosts;
}

template <typename Any>
void insertUnder(std::vector<Any>& marks, const std::vector<Any>& ghosts) {
  std::vector<Any> news;
  std::copy_if(ghosts.begin(), ghosts.end(), std::back_inserter(news), [&marks](const Any& ghost) {
    const bool isMark = std::visit([](const auto& mark) { return !isGround(mark); }, ghost);
    return isMark && !isThere(marks, ghost);
  });
  const auto first = std::find_if(marks.begin(), marks.end(), [](const Any& any) {
    return std::visit([](const auto& mark) { return moves(mark); }, any);
  });
  marks.insert(first, std::make_move_iterator(news.begin()), std::make_move_iterator(news.end()));
}

/// The ghosts of a view, with what tells whether they can be compared; false where it leaves none.
template <typename Kind>
bool takeGhosts(Kind& shade, const Kind& view, const QString& caption) {
  shade.key = view.key;
  shade.x = view.x;
  shade.y = view.y;
  shade.marks = ghostMarks(view.marks, caption);
  return std::any_of(shade.marks.begin(), shade.marks.end(), [](const auto& any) {
    return std::visit([](const auto& mark) { return !isGround(mark); }, any);
  });
}

bool takeGhosts(ChartView& shade, const ChartView& view, const QString& caption) {
  shade.key = view.key;
  shade.categories = view.categories;
  shade.x = view.x;
  shade.value = view.value;
  shade.scale = view.scale;
  shade.direction = view.direction;
  shade.layout = view.layout;
  shade.bars = ghostBars(view.bars, caption);
  for (const LineSet& line : view.lines)
    if (moves(line))
      shade.lines.push_back(ghostMark(line, caption));
  return !shade.lines.empty() || !shade.bars.empty();
}

template <typename Kind>
void putUnder(Kind& view, const Kind& shade) {
  insertUnder(view.marks, shade.marks);
}

void putUnder(ChartView& view, const ChartView& shade) {
  if (!shade.bars.empty() && areBarsComparable(view, shade) && !areBarsSame(view.bars, shade.bars))
    view.earlierBars.push_back(shade.bars);
  std::vector<LineSet> lines = shade.lines;
  std::erase_if(lines, [&view](const LineSet& ghost) {
    return std::any_of(view.lines.begin(), view.lines.end(),
                       [&ghost](const LineSet& line) { return isSamePlace(line, ghost); });
  });
  view.lines.insert(view.lines.begin(), lines.begin(), lines.end());
}

} // namespace

Scene ghostOf(const Scene& earlier, const QString& caption) {
  Scene ghost;
  for (const View& any : earlier.views)
    std::visit(
        [&]<typename Kind>(const Kind& view) {
          Kind shade;
          if (takeGhosts(shade, view, caption))
            ghost.views.emplace_back(std::move(shade));
        },
        any);
  return ghost;
}

Scene withGhost(Scene current, const Scene& ghost) {
  for (View& any : current.views)
    std::visit(
        [&ghost]<typename Kind>(Kind& view) {
          for (const Kind* shade : viewsOf<Kind>(ghost))
            if (shade->key == view.key && isComparable(view, *shade))
              putUnder(view, *shade);
        },
        any);
  return current;
}

} // namespace eigenboard::scene
