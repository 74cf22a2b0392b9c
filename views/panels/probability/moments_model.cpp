#include "views/panels/probability/moments_model.h"

#include "core/probability/gamma_sample.h"

#include <cmath>
#include <limits>

namespace eigenboard::panels::probability::moments_panel {

Eigen::MatrixXd usualPoints() {
  Eigen::MatrixXd points(8, 2);
  points << -3.5, -2, -2.5, -0.5, -1.5, -2.5, -0.5, 1, 0.5, -0.5, 1.5, 2, 2.5, 0.5, 3.5, 2.5;
  return points;
}

math::FiniteLaw lawOf(const Params& p) {
  return math::finiteLaw(Eigen::VectorXd::LinSpaced(placeCount, -farthest, farthest), p.w.transpose());
}

Stream startOfStream(const Params& p) {
  Stream stream;
  stream.random = numerics::Random(static_cast<std::uint64_t>(p.seed));
  return stream;
}

Stream nextOfStream(const Params& p, const Stream& stream) {
  Stream next = stream;
  next.number = math::quantile(lawOf(p), math::openUniform(next.random));
  next.sum += next.number;
  ++next.tally[static_cast<std::size_t>(std::lround(next.number + farthest))];
  next.running = math::next(stream.running, p.fading(), next.number);
  return next;
}

double Result::spread() const {
  return std::sqrt(moments.variance);
}

double Result::sampleMean() const {
  return drawn() > 0 ? now().sum / drawn() : std::numeric_limits<double>::quiet_NaN();
}

Result evaluate(const Params& p, std::span<const Stream> history) {
  Result r;
  r.law = lawOf(p);
  r.moments = math::moments(r.law);
  r.pairs = math::pairMoments(p.points);
  r.jensen = math::jensenGap(r.law, p.g);
  r.lawOfMean = math::lawOfMean(r.law, p.n);
  r.bounds = math::tailBounds(r.law, r.lawOfMean, p.n, 2 * farthest, p.t);
  r.history = history;
  return r;
}

QString weightKey(int place) {
  return QStringLiteral("w%1").arg(place);
}

scene::Handle weightHandle(const Params& p, const Result& r, int place, double base, double unit) {
  const double own = p.w(place);
  const double others = p.w.sum() - own;
  const QString key = weightKey(place);
  const auto x = static_cast<double>(place) - farthest;
  return {key,
          Words::tr("Probability of %1").arg(x),
          {x, base + unit * r.law.probabilities(place)},
          scene::Role::Drag,
          [key, own, others, base, unit](QPointF to) {
            const double share = (to.y() - base) / unit;
            // A bar that is alone stays at 1, and one that is to hold everything would need an infinite
            // weight.
            const double weight = others <= 0 ? own : share >= 1 ? 1e9 : share * others / (1 - share);
            return scene::Assignments{{key, weight}};
          }};
}

} // namespace eigenboard::panels::probability::moments_panel
