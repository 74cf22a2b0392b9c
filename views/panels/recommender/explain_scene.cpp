#include "views/panels/recommender/explain_model.h"
#include "views/panels/recommender/rating_table.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::recommender::explain_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double endOfStars = 6.2; ///< of the axes of bars

constexpr qsizetype longestTitle = 19; ///< letters

QString shortName(const QString& name) {
  return name.size() <= longestTitle ? name : name.left(longestTitle - 1) + QChar(0x2026);
}

scene::Region barOf(double from, double to, double middle, Role role, double opacity, const QString& name) {
  constexpr double half = 0.38;
  return {{{from, middle - half}, {to, middle - half}, {to, middle + half}, {from, middle + half}},
          scene::Fill{role, opacity},
          std::nullopt,
          name};
}

/// One bar of the sum, from what came before it.
struct PartOfScore {
  QString label;
  double value = 0;
};

std::vector<PartOfScore> partsOfScore(const Result& r) {
  std::vector<PartOfScore> parts{{Words::tr("all"), r.parts.mean},
                                 {Words::tr("person"), r.parts.userBias},
                                 {Words::tr("film"), r.parts.itemBias}};
  for (Eigen::Index factor = 0; factor < r.parts.products.size(); ++factor)
    parts.push_back({Words::tr("taste %1").arg(factor + 1), r.parts.products(factor)});
  return parts;
}

QPointF pointAt(const Eigen::MatrixXd& places, int column) {
  return {places(0, column), places(1, column)};
}

void addSpots(scene::PlaneView& view, const Eigen::MatrixXd& places, const std::vector<QString>& names,
              Role role, double radius) {
  for (int column = 0; column < static_cast<int>(places.cols()); ++column)
    view.marks.push_back(
        scene::Points{{pointAt(places, column)}, role, radius, 0.8, names[static_cast<std::size_t>(column)]});
}

/// Lines from the chosen one to those most alike it, and their names.
void addAlike(scene::PlaneView& view, const Eigen::MatrixXd& places, int chosen,
              const std::vector<std::pair<int, double>>& alike, const std::vector<QString>& names,
              Role role) {
  for (const auto& [other, cosine] : alike) {
    const QString& name = names[static_cast<std::size_t>(other)];
    view.marks.push_back(scene::Curve{{pointAt(places, chosen), pointAt(places, other)},
                                      Stroke{role, 1.4, Dash::Dashed, 0.8},
                                      Words::tr("%1: cosine %2").arg(name).arg(cosine, 0, 'f', 3)});
    view.marks.push_back(scene::Points{{pointAt(places, other)}, role, 4.5, 1, name});
    view.marks.push_back(scene::Label{pointAt(places, other),
                                      QStringLiteral("\\scriptsize ") + tex::text(shortName(name)),
                                      role,
                                      {0, 11},
                                      true});
  }
}

} // namespace

scene::PlaneView tableView(const Params& params, const Result& r) {
  const RatingsSource& source = *r.source;
  const TableFrame frame = frameOf(source);
  const ColorScale scale{0.5, mostStars, Words::tr("Stars given")};
  scene::PlaneView view = emptyTable(QStringLiteral("ratings"), Words::tr("Given"), source);
  addTable(view, source, r.now->given, scale);
  addOwn(view, frame, params.changes);
  addChosen(view, frame, r.chosen);
  view.handles = {personHandle(source, QStringLiteral("person"), r.chosen.person, Role::Drag),
                  filmHandle(source, QStringLiteral("film"), r.chosen.film, Role::DragSecond)};
  if (const int row = changeRow(params.changes, r.chosen.person, r.chosen.film); row >= 0)
    view.handles.push_back(starsHandle(params.changes, row, scale, frame));
  view.clickName = Words::tr("Rate, or take your rating back");
  view.click = [changes = params.changes, frame, chosen = r.chosen, now = r.now](QPointF point) {
    const std::optional<CellPlace> cell = frame.cellAt(point);
    if (!cell)
      return scene::Settings{};
    const double given = now->given(cell->person, cell->film);
    const double predicted =
        std::clamp(std::round(2 * now->scores(cell->person, cell->film)) / 2, 0.5, mostStars);
    return withCellSwitched(changes, *cell, chosen, std::isnan(given) ? predicted : given);
  };
  return view;
}

scene::PlaneView listView(const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("list");
  view.title = Words::tr("For %1").arg(personName(r, r.chosen.person));
  view.equalAspect = false;
  view.backgroundGrid = false;
  view.x = {tex::text(Words::tr("predicted stars")), 0, endOfStars};
  view.y = {tex::text(Words::tr("place")), 0, static_cast<double>(listed), false};
  const std::size_t shown = std::min(listed, r.list.size());
  for (std::size_t place = 0; place < shown; ++place) {
    const math::ScoredItem& item = r.list[place];
    const double middle = static_cast<double>(listed - place) - 0.5;
    const double score = r.now->scores(r.chosen.person, item.item);
    const bool isChosen = item.item == r.chosen.film;
    const QString& name = filmName(r, item.item);
    view.marks.push_back(barOf(0, score, middle, isChosen ? Role::DragSecond : Role::Response, 0.3, name));
    const int earlier = placeIn(r.earlier, item.item);
    const QString moved = r.hasChanges() && earlier != static_cast<int>(place) + 1
                              ? (earlier > 0 ? QStringLiteral(" (%1)").arg(earlier) : Words::tr(" (new)"))
                              : QString();
    view.marks.push_back(scene::Label{{endOfStars / 2, middle},
                                      QStringLiteral("\\scriptsize ") + tex::text(shortName(name) + moved),
                                      isChosen ? Role::DragSecond : Role::Ink});
    if (r.hasChanges())
      view.marks.push_back(scene::Segments{{{r.before->scores(r.chosen.person, item.item), middle - 0.38,
                                             r.before->scores(r.chosen.person, item.item), middle + 0.38}},
                                           Stroke{Role::Reference, 2.2}});
  }
  if (r.hasChanges())
    view.legend = {{Words::tr("before (place)"), Role::Reference}};
  view.clickName = Words::tr("Ask why this film");
  view.click = [list = r.list, shown](QPointF point) {
    const double place = std::floor(static_cast<double>(listed) - point.y());
    if (!(place >= 0 && place < static_cast<double>(shown)))
      return scene::Settings{};
    return scene::Settings{
        {QStringLiteral("film"), QString::number(list[static_cast<std::size_t>(place)].item + 1)}};
  };
  return view;
}

scene::PlaneView whyView(const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("why");
  view.title = Words::tr("Why %1 stars").arg(r.parts.score(), 0, 'f', 2);
  view.equalAspect = false;
  view.backgroundGrid = false;
  const std::vector<PartOfScore> parts = partsOfScore(r);
  const auto rows = static_cast<double>(parts.size() + 1);
  view.x = {tex::text(Words::tr("stars")), -3.2, endOfStars};
  view.y = {tex::text(Words::tr("part")), 0, rows, false};
  double sum = 0;
  double middle = rows - 0.5;
  const auto label = [&view](const QString& words, double height) {
    view.marks.push_back(scene::Label{{-1.6, height}, QStringLiteral("\\footnotesize ") + tex::text(words)});
  };
  for (const PartOfScore& part : parts) {
    const double next = sum + part.value;
    view.marks.push_back(
        barOf(sum, next, middle, part.value < 0 ? Role::Negative : Role::Response, 0.75, part.label));
    view.marks.push_back(scene::Segments{{{next, middle - 0.38, next, middle - 1.38}},
                                         Stroke{Role::Muted, 1, Dash::Dotted, 0.8}});
    view.marks.push_back(scene::Label{{std::max(sum, next), middle},
                                      QStringLiteral("\\scriptsize ") +
                                          (part.value > 0 ? QStringLiteral("{+}") : QString()) +
                                          tex::number(part.value),
                                      Role::Ink,
                                      {24, 0}});
    label(part.label, middle);
    sum = next;
    middle -= 1;
  }
  view.marks.push_back(barOf(0, sum, middle, Role::Highlight, 0.75, Words::tr("Score")));
  label(Words::tr("score"), middle);
  if (const double given = r.given(); !std::isnan(given))
    view.marks.push_back(scene::Curve{{{given, 0}, {given, rows}},
                                      Stroke{Role::Drag, 1.6, Dash::Dashed, 0.9},
                                      Words::tr("What was given")});
  view.legend = {{Words::tr("adds"), Role::Response}, {Words::tr("takes"), Role::Negative}};
  return view;
}

scene::PlaneView nearView(const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("near");
  view.title = Words::tr("Most alike");
  const math::LatentMap map = math::latentMap(r.now->model);
  const double most = std::max(map.users.cwiseAbs().maxCoeff(), map.items.cwiseAbs().maxCoeff());
  const double reach = niceEnd(1.1 * most, 0.4);
  // Of more than two factors the map shows its own two directions.
  const QString across = r.now->model.factors() > 2 ? Words::tr("first direction") : Words::tr("taste 1");
  const QString up = r.now->model.factors() > 2 ? Words::tr("second direction") : Words::tr("taste 2");
  view.x = {tex::text(across), -reach, reach};
  view.y = {tex::text(up), -reach, reach};
  addSpots(view, map.users, r.source->peopleNames, Role::Muted, 2);
  addSpots(view, map.items, r.source->filmNames, Role::Series1, 3);
  addAlike(view, map.items, r.chosen.film, r.films, r.source->filmNames, Role::DragSecond);
  addAlike(view, map.users, r.chosen.person, r.people, r.source->peopleNames, Role::Drag);
  view.marks.push_back(scene::Arrow{{0, 0},
                                    pointAt(map.users, r.chosen.person),
                                    Stroke{Role::Drag, 2.4},
                                    QStringLiteral("\\mathbf{p}_u"),
                                    personName(r, r.chosen.person)});
  view.marks.push_back(scene::Arrow{{0, 0},
                                    pointAt(map.items, r.chosen.film),
                                    Stroke{Role::DragSecond, 2.4},
                                    QStringLiteral("\\mathbf{q}_i"),
                                    filmName(r, r.chosen.film)});
  view.legend = {{Words::tr("film"), Role::Series1}, {Words::tr("person"), Role::Muted}};
  return view;
}

} // namespace eigenboard::panels::recommender::explain_panel
