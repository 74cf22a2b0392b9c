#include "views/panels/optimization/convexity_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::optimization::convexity_panel {

using math::OptimumKind;

namespace {

QString curveFormula(const Params& p, const CurveResult& r) {
  const double height = r.chord.chord(p.mean());
  const double value = r.tangent.touch.value;
  const QString sign = r.gap < -r.rounding  ? QStringLiteral(">")
                       : r.gap > r.rounding ? QStringLiteral("<")
                                            : QStringLiteral("=");
  return QStringLiteral(
             "f(\\mathrm{E}\\,X) = f(%1) = %2 \\;%3\\; %4 = %5\\,f(%6) + %7\\,f(%8) = \\mathrm{E}\\,f(X)")
      .arg(tex::number(p.mean()), tex::number(value, 3),
           std::isfinite(r.gap) ? sign : QStringLiteral("\\neq"), tex::number(height, 3),
           tex::number(1 - p.weight), tex::number(p.a), tex::number(p.weight), tex::number(p.b));
}

QString pair(const Eigen::Vector2d& v) {
  return QStringLiteral("(%1, %2)").arg(tex::number(v.x()), tex::number(v.y()));
}

QString constrainedFormula(const ConstrainedResult& r) {
  if (!r.isBounded())
    return QStringLiteral("\\inf_{g \\le 0} f = -\\infty, \\qquad d(\\lambda) = -\\infty");
  const math::ConstrainedOptimum& optimum = r.optimum;
  return QStringLiteral(
             "\\nabla f + \\lambda^*\\nabla g = %1 + %2\\,%3 = \\mathbf{0}, \\qquad \\lambda^*\\,g = "
             "%2 \\cdot %4 = 0")
      .arg(pair(math::gradientOf(r.f, optimum.point)), tex::number(optimum.multiplier, 3),
           pair(math::gradientOf(r.g, optimum.point)),
           r.constraint < 0 ? tex::factor(r.constraint) : tex::number(r.constraint));
}

QString spokenCurve(const Params& p, const CurveResult& r) {
  if (!r.ground->problem.isEmpty())
    return r.ground->problem;
  QStringList sentences;
  sentences << Words::tr("f is %1.").arg(verdict(r));
  sentences
      << Words::tr("The chord runs from x = %1 to x = %2.").arg(speech::number(p.a), speech::number(p.b));
  if (std::isnan(r.chord.excess))
    sentences << Words::tr("f has no value at one of its ends.");
  else if (r.failsChord())
    sentences << Words::tr("f rises above it by up to %1.").arg(speech::number(r.chord.excess));
  else
    sentences << Words::tr("f stays below it.");
  if (r.failsTangent())
    sentences << Words::tr("f dips below the tangent at %1.").arg(speech::number(p.mean()));
  sentences << Words::tr("Jensen's gap is %1.").arg(speech::number(r.gap, 3));
  return sentences.join(QLatin1Char(' '));
}

QString spokenConstrained(const Params& p, const ConstrainedResult& r) {
  const QString shape =
      r.g.kind == math::Constraint::Kind::Disc
          ? Words::tr("The disc about %1, %2").arg(speech::number(p.middle.x()), speech::number(p.middle.y()))
          : Words::tr("The half-plane at %1, %2")
                .arg(speech::number(p.middle.x()), speech::number(p.middle.y()));
  if (!r.isBounded())
    return Words::tr("%1 holds no optimum: f falls without bound on it.").arg(shape);
  QStringList sentences;
  const QString place =
      QStringLiteral("%1, %2").arg(speech::number(r.optimum.point.x()), speech::number(r.optimum.point.y()));
  sentences
      << (r.optimum.kind == OptimumKind::Held
              ? Words::tr("%1 holds the optimum back, on its edge at %2, with the multiplier %3.")
                    .arg(shape, place, speech::number(r.optimum.multiplier, 3))
              : Words::tr("%1 takes nothing from the optimum at %2; its multiplier is 0.").arg(shape, place));
  sentences << Words::tr("f is %1 there.").arg(speech::number(r.optimum.value, 3));
  if (!r.optimum.isUnique)
    sentences << Words::tr("Other places are as good.");
  sentences << Words::tr("With the multiplier %1 the duality gap is %2.")
                   .arg(speech::number(p.multiplier), speech::number(r.gap, 3));
  return sentences.join(QLatin1Char(' '));
}

} // namespace

QString verdict(const CurveResult& r) {
  const std::vector<math::Interval>& parts = r.ground->concave;
  if (!r.ground->isWhole)
    return Words::tr("not convex: its domain has a gap");
  if (parts.empty()) {
    const bool isEverywhere = std::all_of(r.ground->samples.points.begin(), r.ground->samples.points.end(),
                                          [](const auto& point) { return std::isfinite(point.value); });
    const QString where = isEverywhere ? Words::tr("from −3 to 3") : Words::tr("where it is defined");
    return (r.ground->leastBend > 0 ? Words::tr("strictly convex %1") : Words::tr("convex %1")).arg(where);
  }
  if (parts.size() > 2)
    return Words::tr("not convex: it bends down in %1 parts").arg(parts.size());
  QStringList names;
  for (const math::Interval& part : parts) // a kink is a single sample
    names << (part.low == part.high
                  ? Words::tr("at %1").arg(speech::number(part.low))
                  : Words::tr("from %1 to %2").arg(speech::number(part.low), speech::number(part.high)));
  return Words::tr("not convex: it bends down %1")
      .arg(names.join(Words::tr(" and ")).replace(QLatin1Char('-'), QStringLiteral("−")));
}

QString formula(const Params& p, const Result& r) {
  return r.curve ? curveFormula(p, *r.curve) : constrainedFormula(*r.constrained);
}

QString spoken(const Params& p, const Result& r) {
  return r.curve ? spokenCurve(p, *r.curve) : spokenConstrained(p, *r.constrained);
}

} // namespace eigenboard::panels::optimization::convexity_panel
