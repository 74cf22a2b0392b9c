#include "views/panels/probability/moments_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::moments_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// The heights that g takes over the values of X.
double highestOf(math::Bend g) {
  return std::max(math::bentValue(g, -farthest), math::bentValue(g, farthest));
}

QString texOf(math::Bend g) {
  constexpr const char* names[] = {"x^2", "e^{x/2}", "|x|", "\\max(0, x)", "\\ln(1 + e^x)", "\\ln(x + 5)"};
  return QString::fromLatin1(names[static_cast<std::size_t>(g)]);
}

/// The weights below the curve, where they are dragged.
void addWeights(scene::PlaneView& view, const Params& p, const Result& r, double base, double unit) {
  constexpr double half = 0.24;
  for (int place = 0; place < placeCount; ++place) {
    const double x = place - farthest;
    const double top = base + unit * r.law.probabilities(place);
    view.marks.push_back(scene::Region{{{x - half, base}, {x + half, base}, {x + half, top}, {x - half, top}},
                                       scene::Fill{Role::Drag, 0.35},
                                       Stroke{Role::Drag, 1.4, Dash::Solid, 1},
                                       Words::tr("Probability of %1").arg(x)});
    view.handles.push_back(weightHandle(p, r, place, base, unit));
  }
}

/// What means of points on the curve can be: the polygon between curve and chord.
void addHull(scene::PlaneView& view, const Params& p, const Result& r) {
  std::vector<QPointF> outline;
  for (int place = 0; place < placeCount; ++place) {
    const double share = r.law.probabilities(place);
    if (share <= 0)
      continue;
    const double x = place - farthest;
    outline.emplace_back(x, math::bentValue(p.g, x));
    view.marks.push_back(scene::Points{{outline.back()},
                                       Role::Drag,
                                       3 + 9 * std::sqrt(share),
                                       0.9,
                                       Words::tr("(%1, g(%1)) with its weight").arg(x)});
  }
  if (outline.size() > 1)
    view.marks.push_back(scene::Region{std::move(outline), scene::Fill{Role::Muted, 0.12},
                                       Stroke{Role::Muted, 1.2, Dash::Solid, 0.7},
                                       Words::tr("Where the means of (X, g(X)) can lie")});
}

void addGap(scene::PlaneView& view, const Params& p, const Result& r) {
  const double mean = r.moments.mean;
  const double slope = math::bentSlope(p.g, mean);
  view.marks.push_back(scene::Line{{mean, r.jensen.gOfMean},
                                   {1, slope},
                                   Stroke{Role::Reference, 1.6, Dash::Dashed, 1},
                                   Words::tr("The line that touches at the mean")});
  view.marks.push_back(scene::Segments{{QLineF(mean, r.jensen.gOfMean, mean, r.jensen.meanOfG)},
                                       Stroke{Role::Highlight, 6, Dash::Solid, 1}});
  view.marks.push_back(
      scene::Points{{{mean, r.jensen.gOfMean}}, Role::Reference, 6, 1, Words::tr("(E X, g(E X))")});
  view.marks.push_back(
      scene::Points{{{mean, r.jensen.meanOfG}}, Role::Response, 6, 1, Words::tr("(E X, E g(X))")});
  const bool isAbove = r.jensen.gap() >= 0;
  view.marks.push_back(scene::Label{{mean, r.jensen.meanOfG},
                                    QStringLiteral("E[g(X)] = %1").arg(tex::number(r.jensen.meanOfG)),
                                    Role::Response,
                                    {0, isAbove ? -18.0 : 18.0}});
  view.marks.push_back(scene::Label{{mean, r.jensen.gOfMean},
                                    QStringLiteral("g(E[X]) = %1").arg(tex::number(r.jensen.gOfMean)),
                                    Role::Reference,
                                    {0, isAbove ? 18.0 : -18.0}});
}

} // namespace

scene::PlaneView jensenView(const Params& p, const Result& r) {
  const double height = highestOf(p.g);
  const double base = -0.42 * height;
  scene::PlaneView view;
  view.key = QStringLiteral("jensen");
  view.title = p.g == math::Bend::Logarithm
                   ? Words::tr("A concave curve: the mean of g lies below g of the mean")
                   : Words::tr("A convex curve: the mean of g lies above g of the mean");
  view.x = {QStringLiteral("x"), -farthest - 0.6, farthest + 0.6};
  view.y = {QStringLiteral("g(x) = ") + texOf(p.g), base - 0.03 * height, 1.06 * height};
  view.equalAspect = false;
  addWeights(view, p, r, base, 0.75 * height);
  scene::Curve curve{{}, Stroke{Role::Ink, 2.6, Dash::Solid, 0.9}, Words::tr("y = g(x)")};
  constexpr int halfPieces = 110;
  for (int i = -halfPieces; i <= halfPieces; ++i)
    curve.points.emplace_back(0.04 * i, math::bentValue(p.g, 0.04 * i));
  view.marks.push_back(std::move(curve));
  addHull(view, p, r);
  addGap(view, p, r);
  view.legend = {{Words::tr("Weights of X"), Role::Drag}, {Words::tr("Jensen's gap"), Role::Highlight}};
  return view;
}

} // namespace eigenboard::panels::probability::moments_panel
