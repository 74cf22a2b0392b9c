#include "views/panels/recommender/ratings_views.h"

#include "views/panels/recommender/rating_table.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::recommender::ratings_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

QPointF cellPoint(const Sample& sample, std::size_t at) {
  return {sample.places[at].film + 1.0, sample.stars(static_cast<Eigen::Index>(at))};
}

/// A graph of points, one over each film where the function is defined.
scene::Points graphOf(const Sample& sample, Role role, double radius, const QString& name) {
  scene::Points points{{}, role, radius, 1, name};
  for (std::size_t at = 0; at < sample.places.size(); ++at)
    points.points.push_back(cellPoint(sample, at));
  return points;
}

scene::Region bar(double middle, double halfWidth, double height, Role role, const QString& name) {
  return {{{middle - halfWidth, 0},
           {middle + halfWidth, 0},
           {middle + halfWidth, height},
           {middle - halfWidth, height}},
          scene::Fill{role, 0.75},
          std::nullopt,
          name};
}

QString whoseTitle(const Params& params, const Result& r) {
  if (params.whose == Whose::All)
    return Words::tr("How often: all ratings");
  return Words::tr("How often: %1")
      .arg(params.whose == Whose::Person ? personName(r, r.chosen.person) : filmName(r, r.chosen.film));
}

} // namespace

scene::PlaneView functionView(const Result& r) {
  scene::PlaneView view;
  view.title = Words::tr("f(%1, ·)").arg(personName(r, r.chosen.person));
  view.backgroundGrid = true;
  view.x = {tex::text(Words::tr("film")), 0, 31};
  view.y = {tex::text(Words::tr("stars")), -0.8, 6};
  const double film = r.chosen.film + 1.0;
  view.marks.push_back(
      scene::Curve{{{film, -0.8}, {film, 6}}, Stroke{Role::DragSecond, 1.2, Dash::Dashed, 0.8}, {}});
  // Below 0, for it is not that value.
  scene::Points undefinedAt{{}, Role::Muted, 2, 1, Words::tr("Not defined here")};
  for (int at = 0; at < static_cast<int>(r.given.cols()); ++at)
    if (std::isnan(r.given(r.chosen.person, at)))
      undefinedAt.points.emplace_back(at + 1, -0.4);
  view.marks.push_back(std::move(undefinedAt));
  view.marks.push_back(graphOf(r.ofOther, Role::Reference, 3.5, personName(r, r.other)));
  view.marks.push_back(graphOf(r.ofPerson, Role::Response, 5, personName(r, r.chosen.person)));
  view.legend = {{personName(r, r.chosen.person), Role::Response},
                 {personName(r, r.other), Role::Reference},
                 {Words::tr("not defined"), Role::Muted}};
  if (const auto handle = ratingHandle(r, {film, r.stars()}, false))
    view.handles.push_back(*handle);
  return view;
}

scene::PlaneView vectorsView(const Result& r) {
  scene::PlaneView view;
  view.title = Words::tr("People as arrows");
  view.x = {QStringLiteral("\\text{%1}").arg(Words::tr("stars for the first film")), 0, 5.6};
  view.y = {tex::text(Words::tr("for the second")), 0, 5.6};
  for (int person = 0; person < static_cast<int>(r.given.rows()); ++person)
    if (const Eigen::Vector2d at = r.vectorOf(person); at.allFinite())
      view.marks.push_back(scene::Points{{figure::toPoint(at)}, Role::Muted, 4, 0.6, personName(r, person)});
  if (r.u().allFinite() && r.v().allFinite())
    view.marks.push_back(scene::Curve{{figure::toPoint(r.u()), figure::toPoint(r.v())},
                                      Stroke{Role::Response, 1.4, Dash::Dashed, 0.9},
                                      Words::tr("Distance of the two")});
  if (r.v().allFinite())
    view.marks.push_back(
        figure::arrow(r.v(), {Role::Reference, 2.4}, tex::bold(QStringLiteral("v")), personName(r, r.other)));
  if (r.u().allFinite())
    view.marks.push_back(figure::arrow(r.u(), {Role::Drag, 2.4}, tex::bold(QStringLiteral("u")),
                                       personName(r, r.chosen.person)));
  if (r.u().allFinite())
    if (const auto handle = ratingHandle(r, figure::toPoint(r.u()), true))
      view.handles.push_back(*handle);
  return view;
}

scene::PlaneView samplesView(const Params& params, const Result& r) {
  scene::PlaneView view;
  view.title = whoseTitle(params, r);
  double highest = 1;
  for (int half = 1; half <= 10; ++half)
    highest =
        std::max(highest, static_cast<double>(r.statistics.halfStars.at(static_cast<std::size_t>(half))));
  const double top = niceEnd(1.1 * highest, 4);
  view.x = {tex::text(Words::tr("stars")), 0.1, 5.4};
  view.y = {tex::text(Words::tr("ratings")), 0, top};
  for (int half = 1; half <= 10; ++half) {
    const auto count = static_cast<double>(r.statistics.halfStars.at(static_cast<std::size_t>(half)));
    view.marks.push_back(bar(0.5 * half, 0.2, count, half >= 8 ? Role::Response : Role::Muted,
                             Words::tr("%1 stars: %2").arg(0.5 * half).arg(count)));
  }
  if (r.asked.stars.size() > 0) {
    const double mean = r.statistics.mean;
    const double spread = r.statistics.deviation;
    view.marks.push_back(
        scene::Region{{{mean - spread, 0}, {mean + spread, 0}, {mean + spread, top}, {mean - spread, top}},
                      scene::Fill{Role::Reference, 0.12},
                      std::nullopt,
                      Words::tr("A standard deviation to either side")});
    view.marks.push_back(
        scene::Curve{{{mean, 0}, {mean, top}}, Stroke{Role::Highlight, 2.2}, Words::tr("Mean")});
  }
  view.legend = {{Words::tr("four stars or more"), Role::Response},
                 {Words::tr("mean"), Role::Highlight},
                 {Words::tr("± s"), Role::Reference}};
  if (const auto handle = ratingHandle(r, {r.stars(), 0}, true))
    view.handles.push_back(*handle);
  return view;
}

scene::PlaneView sparseView(const Result& r) {
  scene::PlaneView view;
  view.title = Words::tr("Ratings per film, of 40");
  view.x = {tex::text(Words::tr("film")), 0, 31};
  view.y = {tex::text(Words::tr("ratings")), 0, 40};
  const auto films = static_cast<int>(r.given.cols());
  for (int film = 0; film < films; ++film) {
    const auto count = static_cast<double>((r.given.col(film).array() == r.given.col(film).array()).count());
    view.marks.push_back(bar(film + 1, 0.4, count, film == r.chosen.film ? Role::DragSecond : Role::Response,
                             Words::tr("%1: %2").arg(filmName(r, film)).arg(count)));
  }
  const double mean = static_cast<double>(r.all.stars.size()) / films;
  view.marks.push_back(scene::Curve{{{0, mean}, {31, mean}},
                                    Stroke{Role::Reference, 1.6, Dash::Dashed, 0.9},
                                    Words::tr("Mean over the films")});
  view.legend = {{Words::tr("mean over the films"), Role::Reference}};
  return view;
}

} // namespace eigenboard::panels::recommender::ratings_panel
