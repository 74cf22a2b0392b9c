#include "views/panels/probability/random_variables_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::probability::random_variables_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr Role ofX = Role::ResponseSecond;
constexpr Role ofY = Role::Response;
constexpr Role ofSamples = Role::Highlight;
constexpr int bins = 30;
/// How far the densities reach into the picture, as a part of it.
constexpr double reach = 0.2;
/// Half the short piece of the x axis whose way is shown, as a part of the axis.
constexpr double halfPiece = 0.02;

/// The density along an axis, drawn up to an end: the scale fits the bulk of it, and poles are cut off.
struct Profile {
  std::vector<QPointF> heights; ///< (place, height in units of the other axis)
  double scale = 1;
  double most = 1;
};

template <typename Density>
Profile profileOf(const Interval& along, const std::vector<double>& edges, double most, Density density) {
  Profile profile;
  std::vector<double> sorted;
  for (const double at : placesOver(along, edges)) {
    const double height = density(at);
    profile.heights.emplace_back(at, std::isnan(height) ? 0 : height);
    if (std::isfinite(height) && height > 0)
      sorted.push_back(height);
  }
  std::sort(sorted.begin(), sorted.end());
  const double bulk = sorted.empty() ? 1 : sorted[sorted.size() * 19 / 20];
  profile.scale = most / bulk;
  profile.most = 1.25 * most;
  for (QPointF& point : profile.heights)
    point.setY(std::min(profile.scale * point.y(), profile.most));
  return profile;
}

double heightAt(const Profile& profile, double density) {
  return std::isnan(density) ? 0 : std::min(profile.scale * density, profile.most);
}

Interval ordered(double a, double b) {
  return {std::min(a, b), std::max(a, b)};
}

/// The piece of x that is followed, and where it goes; a fold inside it goes along.
struct Piece {
  Interval x;
  Interval y;
};

Piece pieceAt(const Params& p, const Result& r) {
  const double half = halfPiece * shownX(p).width();
  Interval x{r.x - half, r.x + half};
  if (p.g == math::Map::Logarithm)
    x.low = std::max(x.low, 1e-9);
  Interval y = ordered(r.variable.mapped(x.low), r.variable.mapped(x.high));
  const bool isFolded = p.g == math::Map::Square || p.g == math::Map::Absolute;
  if (isFolded && x.low < 0 && x.high > 0)
    y.low = 0;
  return {x, y};
}

scene::Region box(const Interval& x, const Interval& y, const scene::Fill& fill, const QString& name) {
  return {{{x.low, y.low}, {x.high, y.low}, {x.high, y.high}, {x.low, y.high}}, fill, {}, name};
}

void addPiece(scene::PlaneView& view, const Params& p, const Result& r, const Profile& alongX,
              const Profile& alongY) {
  const Interval shown = shownX(p);
  const Interval height = shownY(p);
  const Piece piece = pieceAt(p, r);
  if (!std::isfinite(piece.y.low) || !std::isfinite(piece.y.high) || !std::isfinite(r.y))
    return;
  const scene::Fill band{Role::Drag, 0.16};
  const scene::Fill mass{Role::Drag, 0.5};
  const auto up = [&](const Interval& x) {
    view.marks.push_back(
        box(x, {height.low, piece.y.high}, band, Words::tr("The piece about x and what goes where it goes")));
    const double middle = (x.low + x.high) / 2;
    view.marks.push_back(box(x, {height.low, height.low + heightAt(alongX, r.variable.density(middle))}, mass,
                             Words::tr("Its probability")));
  };
  up(piece.x);
  if ((p.g == math::Map::Square || p.g == math::Map::Absolute) && shown.low < 0 && piece.x.low > 0)
    up({-piece.x.high, -piece.x.low});
  if ((p.g == math::Map::Square || p.g == math::Map::Absolute) && piece.x.high < 0)
    up({-piece.x.high, -piece.x.low});
  view.marks.push_back(box({shown.low, piece.x.high}, piece.y, band, Words::tr("Where the piece goes")));
  view.marks.push_back(box({shown.low, shown.low + heightAt(alongY, r.variable.densityOfMapped(r.y))},
                           piece.y, mass, Words::tr("The same probability")));
}

void addProfiles(scene::PlaneView& view, const Params& p, const Profile& alongX, const Profile& alongY) {
  const Interval shown = shownX(p);
  const Interval height = shownY(p);
  std::vector<QPointF> below;
  for (const QPointF& point : alongX.heights)
    below.emplace_back(point.x(), height.low + point.y());
  std::vector<QPointF> beside;
  for (const QPointF& point : alongY.heights)
    beside.emplace_back(shown.low + point.y(), point.x());
  const auto add = [&view](std::vector<QPointF> curve, QPointF corner, QPointF end, Role role,
                           const QString& name) {
    std::vector<QPointF> outline = curve;
    outline.push_back(end);
    outline.push_back(corner);
    view.marks.push_back(scene::Region{std::move(outline), scene::Fill{role, 0.18}, {}, {}});
    view.marks.push_back(scene::Curve{std::move(curve), Stroke{role, 2.2, Dash::Solid, 1}, name});
  };
  add(below, {shown.low, height.low}, {shown.high, height.low}, ofX, Words::tr("Density of X"));
  add(beside, {shown.low, height.low}, {shown.low, height.high}, ofY, Words::tr("Density of Y"));
}

void addSamplesOfY(scene::PlaneView& view, const Params& p, const Result& r, const Profile& alongY) {
  if (r.samples.empty())
    return;
  std::vector<double> mapped;
  for (const double x : r.samples)
    mapped.push_back(r.variable.mapped(x));
  const Interval height = shownY(p);
  const double left = shownX(p).low;
  const double width = height.width() / bins;
  const std::vector<double> shares = histogram(mapped, height, bins);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double bottom = height.low + width * static_cast<double>(i);
    const double length = heightAt(alongY, shares[i] / width);
    if (length > 0)
      view.marks.push_back(scene::Region{
          {{left, bottom}, {left + length, bottom}, {left + length, bottom + width}, {left, bottom + width}},
          scene::Fill{ofSamples, 0.25},
          Stroke{ofSamples, 1, Dash::Solid, 0.7},
          Words::tr("Share of the samples of Y")});
  }
}

/// A discrete law is not stretched: every stick moves as it is.
void addSticks(scene::PlaneView& view, const Params& p, const Result& r) {
  const Interval shown = shownX(p);
  const Interval height = shownY(p);
  double highest = 0;
  for (const double k : shownValues(p, r))
    highest = std::max(highest, r.variable.density(k));
  scene::Segments below{{}, Stroke{ofX, 5, Dash::Solid, 1}};
  scene::Segments beside{{}, Stroke{ofY, 5, Dash::Solid, 1}};
  scene::Segments ways{{}, Stroke{Role::Muted, 1, Dash::Dotted, 0.9}};
  scene::Points places{{}, Role::Ink, 3.5, 1, Words::tr("(k, g(k))")};
  for (const double k : shownValues(p, r)) {
    const double y = r.variable.mapped(k);
    const double share = r.variable.density(k) / highest;
    below.lines.emplace_back(k, height.low, k, height.low + reach * height.width() * share);
    if (!(y <= height.high && y >= height.low))
      continue;
    const double shareOfY = r.variable.densityOfMapped(y) / highest;
    beside.lines.emplace_back(shown.low, y, shown.low + reach * shown.width() * std::min(shareOfY, 3.0), y);
    ways.lines.emplace_back(k, height.low, k, y);
    ways.lines.emplace_back(k, y, shown.low, y);
    places.points.emplace_back(k, y);
  }
  view.marks.push_back(std::move(ways));
  view.marks.push_back(std::move(below));
  view.marks.push_back(std::move(beside));
  view.marks.push_back(std::move(places));
  if (std::isfinite(r.y))
    view.marks.push_back(scene::Curve{{{r.x, height.low}, {r.x, r.y}, {shown.low, r.y}},
                                      Stroke{Role::Drag, 2.4, Dash::Solid, 1},
                                      Words::tr("From x to y")});
}

void addCurve(scene::PlaneView& view, const Params& p, const Result& r) {
  const Interval shown = shownX(p);
  scene::Curve curve{{}, Stroke{Role::Ink, 2.4, Dash::Solid, 0.9}, Words::tr("y = g(x)")};
  for (const double x : placesOver(shown, edgesOf(r.variable)))
    if (const double y = r.variable.mapped(x); std::isfinite(y))
      curve.points.emplace_back(x, y);
  view.marks.push_back(std::move(curve));
}

QString nameOfMap(math::Map map) {
  constexpr std::array names{"y = ax + b", "y = x^2", "y = |x|", "y = e^x", "y = \\ln x", "y = F(x)"};
  return QString::fromLatin1(names[static_cast<std::size_t>(map)]);
}

} // namespace

scene::PlaneView mapView(const Params& p, const Result& r) {
  const Interval shown = shownX(p);
  const Interval height = shownY(p);
  scene::PlaneView view;
  view.key = QStringLiteral("map");
  view.title = r.variable.isDiscrete ? Words::tr("Y = g(X): every probability moves as it is")
                                     : Words::tr("Y = g(X): what is stretched gets thinner");
  view.x = {QStringLiteral("x"), shown.low, shown.high};
  view.y = {nameOfMap(p.g), height.low - 0.02 * height.width(), height.high};
  view.equalAspect = false;
  if (r.variable.isDiscrete) {
    addCurve(view, p, r);
    addSticks(view, p, r);
  } else {
    std::vector<double> edgesOfY;
    for (const double x : edgesOf(r.variable))
      edgesOfY.push_back(r.variable.mapped(x));
    const Profile alongX = profileOf(shown, edgesOf(r.variable), reach * height.width(),
                                     [&](double x) { return r.variable.density(x); });
    const Profile alongY = profileOf(height, edgesOfY, reach * shown.width(),
                                     [&](double y) { return r.variable.densityOfMapped(y); });
    addSamplesOfY(view, p, r, alongY);
    addProfiles(view, p, alongX, alongY);
    addCurve(view, p, r);
    addPiece(view, p, r, alongX, alongY);
  }
  if (std::isfinite(r.y))
    view.marks.push_back(scene::Points{{{r.x, r.y}}, Role::Drag, 5, 1, Words::tr("(x, g(x))")});
  if (std::isnan(r.y))
    view.marks.push_back(scene::Label{{(shown.low + shown.high) / 2, height.high},
                                      tex::text(Words::tr("no logarithm at or below 0: Y has no value here")),
                                      Role::Warning,
                                      {0, 16}});
  else if (p.g == math::Map::Affine && p.factor == 0)
    view.marks.push_back(scene::Label{{(shown.low + shown.high) / 2, p.shift},
                                      tex::text(Words::tr("g is flat: all of X goes to one value")),
                                      Role::Warning,
                                      {0, -16}});
  else if (!r.variable.isDiscrete && std::isfinite(r.y))
    view.marks.push_back(scene::Label{{r.x, r.y},
                                      QStringLiteral("|g'| = %1").arg(tex::number(r.variable.stretch(r.x))),
                                      Role::Drag,
                                      {r.x > shown.low + 0.7 * shown.width() ? -50.0 : 50.0, 14},
                                      true});
  view.legend = {{Words::tr("X"), ofX}, {Words::tr("Y"), ofY}};
  if (!r.samples.empty() && !r.variable.isDiscrete)
    view.legend.push_back({Words::tr("Samples of Y"), ofSamples});
  view.handles.push_back({QStringLiteral("x"),
                          Words::tr("The value x"),
                          {r.x, height.low},
                          Role::Drag,
                          [variable = r.variable](QPointF to) {
                            return scene::Assignments{{QStringLiteral("u"), variable.upTo(to.x())}};
                          }});
  return view;
}

} // namespace eigenboard::panels::probability::random_variables_panel
