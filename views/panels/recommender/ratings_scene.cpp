#include "views/panels/recommender/rating_table.h"
#include "views/panels/recommender/ratings_views.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::recommender::ratings_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// A number on the line, and the highest of the four rows of sets that it belongs to.
struct LineNumber {
  double value = 0;
  int highestRow = 0; ///< 0: ℝ, 1: ℚ, 2: half stars, 3: ℕ
  Role role = Role::Drag;
  QString symbol;
  QString name;
};

double heightOf(int row) {
  return row + 0.75;
}

int rowOfHalfStars(double stars) {
  return stars == std::floor(stars) ? 3 : 2;
}

int rowOf(const Fraction& fraction) {
  if (!fraction.isHalfStars())
    return 1;
  return rowOfHalfStars(fraction.value());
}

std::vector<LineNumber> numbersOf(const Result& r) {
  std::vector<LineNumber> numbers;
  if (!std::isnan(r.stars()))
    numbers.push_back({r.stars(), rowOfHalfStars(r.stars()), Role::Drag, QStringLiteral("r"),
                       Words::tr("The chosen rating")});
  if (r.personMean.denominator == 0)
    return numbers;
  numbers.push_back({r.personMean.value(), rowOf(r.personMean), Role::Response, QStringLiteral("\\bar r"),
                     Words::tr("Mean of the person's ratings")});
  const double root = std::sqrt(r.personMeanSquare.value());
  const int row =
      hasRationalRoot(r.personMeanSquare) ? (2 * root == std::floor(2 * root) ? rowOfHalfStars(root) : 1) : 0;
  numbers.push_back({root, row, Role::Highlight, QStringLiteral("q"),
                     Words::tr("Root of the mean square of the person's ratings")});
  return numbers;
}

void addSets(scene::PlaneView& view) {
  const std::array<QString, 4> names = {QStringLiteral("\\mathbb{R}"), QStringLiteral("\\mathbb{Q}"),
                                        QStringLiteral("\\tfrac12\\mathbb{N}"),
                                        QStringLiteral("\\mathbb{N}")};
  scene::Segments lines{{}, Stroke{Role::Muted, 1.2, Dash::Solid, 0.5}};
  scene::Points rational{{}, Role::Muted, 1.4, 0.7, {}};
  scene::Points halves{{}, Role::Muted, 3, 1, Words::tr("Half star")};
  scene::Points whole{{}, Role::Ink, 3.5, 1, Words::tr("Whole number")};
  for (int row = 0; row < 4; ++row) {
    const double height = heightOf(row);
    if (row == 0)
      lines.lines.emplace_back(0, height, mostStars, height);
    view.marks.push_back(scene::Label{{-0.45, height}, names.at(static_cast<std::size_t>(row)), Role::Ink});
  }
  for (int part = 2; part <= 9; ++part) // fractions with a small denominator stand for all
    for (int k = 0; k <= 5 * part; ++k)
      rational.points.emplace_back(static_cast<double>(k) / part, heightOf(1));
  for (int k = 0; k <= 10; ++k)
    halves.points.emplace_back(0.5 * k, heightOf(2));
  for (int k = 0; k <= 5; ++k)
    whole.points.emplace_back(k, heightOf(3));
  view.marks.push_back(std::move(lines));
  for (scene::Points* points : {&rational, &halves, &whole})
    view.marks.push_back(std::move(*points));
}

scene::PlaneView numbersView(const Result& r) {
  scene::PlaneView view;
  view.title = Words::tr("What kind of number?");
  view.backgroundGrid = false;
  view.x = {tex::text(Words::tr("stars")), -0.9, 5.4};
  view.y = {tex::text(Words::tr("kind")), -0.4, 5, false};
  addSets(view);
  for (const LineNumber& number : numbersOf(r)) {
    view.marks.push_back(
        scene::Curve{{{number.value, heightOf(0)}, {number.value, heightOf(number.highestRow)}},
                     Stroke{number.role, 1.4, Dash::Dashed, 0.9},
                     number.name});
    scene::Points dots{{}, number.role, 5, 1, number.name};
    for (int row = 0; row <= number.highestRow; ++row)
      dots.points.emplace_back(number.value, heightOf(row));
    view.marks.push_back(std::move(dots));
    view.marks.push_back(
        scene::Label{{number.value, heightOf(0) - 0.45}, number.symbol, number.role, {}, true});
  }
  view.legend = {{Words::tr("the rating"), Role::Drag},
                 {Words::tr("mean"), Role::Response},
                 {Words::tr("root mean square"), Role::Highlight}};
  if (const auto handle = ratingHandle(r, {r.stars(), heightOf(0)}, true))
    view.handles.push_back(*handle);
  return view;
}

scene::PlaneView expressionView(const Params& params, const Result& r) {
  scene::PlaneView view;
  view.title = Words::tr("Stars over suspense");
  view.x = {QStringLiteral("x\\ \\text{(%1)}").arg(Words::tr("suspense")), -2, 2.2};
  view.y = {tex::text(Words::tr("stars")), 0, 6};
  const auto lineOf = [](const math::FeatureLine& line) {
    return std::vector<QPointF>{{-2, line.at(-2)}, {2.2, line.at(2.2)}};
  };
  if (std::isfinite(r.best.bias))
    view.marks.push_back(scene::Curve{lineOf(r.best), Stroke{Role::Reference, 1.6, Dash::Dashed, 0.9},
                                      Words::tr("Line with the least squared error")});
  view.marks.push_back(
      scene::Curve{lineOf(r.line), Stroke{Role::Response, 2.4}, Words::tr("bias + weight · x")});
  scene::Segments misses{{}, Stroke{Role::Warning, 1.2, Dash::Solid, 0.55}};
  for (Eigen::Index k = 0; k < r.features.size(); ++k) {
    const QPointF at(r.features(k), r.ofPerson.stars(k));
    misses.lines.emplace_back(at, QPointF(at.x(), r.line.at(at.x())));
    const CellPlace place = r.ofPerson.places[static_cast<std::size_t>(k)];
    view.marks.push_back(
        scene::Points{{at}, place == r.chosen ? Role::Highlight : Role::Ink, 4, 1, filmName(r, place.film)});
  }
  view.marks.insert(view.marks.begin(), std::move(misses));
  view.legend = {{Words::tr("your line"), Role::Response},
                 {Words::tr("least squares"), Role::Reference},
                 {Words::tr("errors"), Role::Warning}};
  view.handles = {{QStringLiteral("bias"),
                   Words::tr("Bias"),
                   {0, params.bias},
                   Role::Drag,
                   [](QPointF to) {
                     return scene::Assignments{{QStringLiteral("bias"), to.y()}};
                   }},
                  {QStringLiteral("weight"),
                   Words::tr("Bias and weight"),
                   {1, params.bias + params.weight},
                   Role::DragSecond,
                   [bias = params.bias](QPointF to) {
                     return scene::Assignments{{QStringLiteral("weight"), to.y() - bias}};
                   }}};
  return view;
}

} // namespace

std::optional<scene::Handle> ratingHandle(const Result& result, QPointF at, bool isAcross) {
  if (!result.ownRow || std::isnan(result.stars()))
    return std::nullopt;
  scene::Handle handle{QStringLiteral("rating"),
                       Words::tr("Rating: %1 stars").arg(speech::number(result.stars(), 1)), at, Role::Drag};
  handle.drag = [row = *result.ownRow, isAcross](QPointF to) {
    const double stars = std::clamp(std::round(2 * (isAcross ? to.x() : to.y())) / 2, 0.5, mostStars);
    return scene::Assignments{{QStringLiteral("changes.%1.stars").arg(row), stars}};
  };
  return handle;
}

scene::PlaneView givenView(const Params& params, const Result& r) {
  const TableFrame frame = frameOf(*r.source);
  scene::PlaneView view = emptyTable(QStringLiteral("ratings"), Words::tr("The ratings"), *r.source);
  addTable(view, *r.source, r.given, {0.5, mostStars, Words::tr("Stars given")});
  addOwn(view, frame, params.changes);
  addChosen(view, frame, r.chosen);
  view.handles = {personHandle(*r.source, QStringLiteral("person"), r.chosen.person, Role::Drag),
                  filmHandle(*r.source, QStringLiteral("film"), r.chosen.film, Role::DragSecond)};
  if (params.aspect == Aspect::Function || params.aspect == Aspect::Vectors)
    view.handles.push_back(personHandle(*r.source, QStringLiteral("other"), r.other, Role::Reference));
  if (params.aspect == Aspect::Vectors)
    view.handles.push_back(filmHandle(*r.source, QStringLiteral("second"), r.second, Role::Reference));
  view.clickName = Words::tr("Rate, or take your rating back");
  view.click = [changes = params.changes, frame, chosen = r.chosen, given = r.given](QPointF point) {
    const std::optional<CellPlace> cell = frame.cellAt(point);
    if (!cell)
      return scene::Settings{};
    const double stars = given(cell->person, cell->film);
    return withCellSwitched(changes, *cell, chosen, std::isnan(stars) ? 3 : stars);
  };
  return view;
}

scene::PlaneView aspectView(const Params& params, const Result& r) {
  scene::PlaneView view;
  switch (params.aspect) {
  case Aspect::Numbers:
    view = numbersView(r);
    break;
  case Aspect::Expression:
    view = expressionView(params, r);
    break;
  case Aspect::Function:
    view = functionView(r);
    break;
  case Aspect::Vectors:
    view = vectorsView(r);
    break;
  case Aspect::Samples:
    view = samplesView(params, r);
    break;
  case Aspect::Sparse:
    view = sparseView(r);
    break;
  }
  view.key = QStringLiteral("aspect%1").arg(static_cast<int>(params.aspect));
  if (params.aspect != Aspect::Vectors)
    view.equalAspect = false;
  return view;
}

} // namespace eigenboard::panels::recommender::ratings_panel
