#include "views/panels/recommender/book_ratings.h"
#include "views/panels/recommender/rating_table.h"
#include "views/panels/recommender/training_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::recommender::training_panel {

using scene::Role;
using scene::Stroke;

namespace {

constexpr qsizetype longestName = 22; ///< letters of a film's name on the map

QPointF placeOf(const Eigen::MatrixXd& places, int column) {
  return {places(0, column), places(1, column)};
}

/// A colour for each kind of film; of a file one for all.
Role roleOfFilm(const Result& result, int film) {
  if (!result.source().isBook)
    return Role::Series1;
  constexpr std::array<Role, 4> roles = {Role::Series1, Role::Series2, Role::Series3, Role::Series4};
  return roles.at(static_cast<std::size_t>(bookRatings().kinds[static_cast<std::size_t>(film)]));
}

QString shortened(const QString& name) {
  return name.size() <= longestName ? name : name.left(longestName - 1) + QChar(0x2026);
}

void addPaths(scene::PlaneView& view, const Result& result) {
  for (int film = 0; film < result.films(); ++film) {
    scene::Curve path{{}, Stroke{roleOfFilm(result, film), 1, scene::Dash::Solid, 0.3}, {}};
    for (const Eigen::MatrixXd& places : result.paths)
      path.points.push_back(placeOf(places, film));
    view.marks.push_back(std::move(path));
  }
}

void addPeople(scene::PlaneView& view, const Result& result) {
  for (int person = 0; person < result.people(); ++person)
    view.marks.push_back(scene::Points{{placeOf(result.map.users, person)},
                                       Role::Muted,
                                       2.5,
                                       0.8,
                                       result.source().peopleNames[static_cast<std::size_t>(person)]});
}

void addFilms(scene::PlaneView& view, const Result& result) {
  for (int film = 0; film < result.films(); ++film) {
    const QString& name = result.source().filmNames[static_cast<std::size_t>(film)];
    view.marks.push_back(
        scene::Points{{placeOf(result.map.items, film)}, roleOfFilm(result, film), 4, 1, name});
    if (film != result.film)
      view.marks.push_back(scene::Label{placeOf(result.map.items, film),
                                        QStringLiteral("\\scriptsize ") + tex::text(shortened(name)),
                                        roleOfFilm(result, film),
                                        {0, -10},
                                        true});
  }
}

/// The two whose inner product is a part of the score.
void addChosenPair(scene::PlaneView& view, const Result& result) {
  const auto arrow = [&view](QPointF to, Role role, const QString& symbol, const QString& name) {
    view.marks.push_back(scene::Arrow{{0, 0}, to, Stroke{role, 2.4}, symbol, name});
  };
  arrow(placeOf(result.map.users, result.person), Role::Drag, QStringLiteral("\\mathbf{p}_u"),
        result.source().peopleNames[static_cast<std::size_t>(result.person)]);
  arrow(placeOf(result.map.items, result.film), Role::DragSecond, QStringLiteral("\\mathbf{q}_i"),
        result.source().filmNames[static_cast<std::size_t>(result.film)]);
}

QString latentTitle(int factors) {
  if (factors == 0)
    return Words::tr("Map: no factors");
  if (factors == 1)
    return Words::tr("Map: one factor, a line");
  return factors == 2 ? Words::tr("Map of tastes") : Words::tr("Map: the best plane");
}

std::vector<scene::LegendLine> kindLegend(const Result& result) {
  if (!result.source().isBook)
    return {{Words::tr("film"), Role::Series1}};
  return {{Words::tr("thriller"), Role::Series1},
          {Words::tr("comedy"), Role::Series2},
          {Words::tr("adventure"), Role::Series3},
          {Words::tr("quiet film"), Role::Series4}};
}

} // namespace

scene::PlaneView latentView(const Params&, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("latent");
  view.title = latentTitle(result.model.factors());
  const double most =
      std::max(result.map.users.cwiseAbs().maxCoeff(), result.map.items.cwiseAbs().maxCoeff());
  const double reach = niceEnd(1.1 * most, 0.4);
  view.x = {tex::text(Words::tr("taste 1")), -reach, reach};
  view.y = {tex::text(Words::tr("taste 2")), -reach, reach};
  addPaths(view, result);
  addPeople(view, result);
  addFilms(view, result);
  addChosenPair(view, result);
  view.legend = kindLegend(result);
  return view;
}

} // namespace eigenboard::panels::recommender::training_panel
