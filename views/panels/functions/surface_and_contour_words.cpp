#include "views/panels/functions/surface_and_contour_words.h"

#include "core/algebra/expression_text.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <cmath>

namespace eigenboard::panels::functions::surface_and_contour_panel {

namespace {

/// Beyond this a formula with numbers in it is no longer read, only scrolled.
constexpr std::size_t longestSubstitution = 160;

QString substituted(const Params& p, const Result& r) {
  const std::vector<std::string> numbers{("\\left(" + tex::number(p.a) + "\\right)").toStdString(),
                                         ("\\left(" + tex::number(p.b) + "\\right)").toStdString()};
  const std::string text = algebra::toTex(r.ground->f, numbers);
  if (text.size() > longestSubstitution)
    return {};
  return QStringLiteral(" = ") + QString::fromStdString(text);
}

QString wayOf(double slope, const QString& axis) {
  if (std::isnan(slope))
    return Words::tr("along %1 it has no slope").arg(axis);
  const QString size = speech::number(std::abs(slope));
  if (slope == 0)
    return Words::tr("along %1 it is level").arg(axis);
  return (slope > 0 ? Words::tr("along %1 it rises with slope %2")
                    : Words::tr("along %1 it falls with slope %2"))
      .arg(axis, size);
}

} // namespace

QString formula(const Params& p, const Result& r) {
  const QString point =
      QStringLiteral("f(%1, %2)").arg(tex::number(p.a), tex::number(p.b)) + substituted(p, r);
  if (!std::isfinite(r.value))
    return point + QStringLiteral(" = ") + tex::number(r.value);
  const QString slopes = tex::equals({p.a, p.b, r.gradient.x(), r.gradient.y()});
  return point +
         QStringLiteral(" %1 %2, \\qquad \\nabla f %3 %4")
             .arg(tex::equals({p.a, p.b, r.value}), tex::number(r.value), slopes, tex::matrix(r.gradient));
}

std::vector<panel::Readout> readouts(const Params& p, const Result& r) {
  return {
      {"f", Words::tr("Height at the point"), "f(a, b)", "",
       Words::tr("How high the surface is where the two slices cross; undefined or infinite where f is."),
       r.value, 3},
      {"slope_x", Words::tr("Slope along x"), "\\partial f/\\partial x", "",
       Words::tr("How fast f rises when only x grows: the slope of the slice at y = b; undefined at a kink, "
                 "infinite "
                 "where the slice stands upright."),
       r.gradient.x(), 3},
      {"slope_y", Words::tr("Slope along y"), "\\partial f/\\partial y", "",
       Words::tr("How fast f rises when only y grows: the slope of the slice at x = a; undefined at a kink, "
                 "infinite "
                 "where the slice stands upright."),
       r.gradient.y(), 3},
      {"steepness", Words::tr("Steepness"), "\\lVert\\nabla f\\rVert", "",
       Words::tr("The slope in the steepest direction, at a right angle to the contour; 0 on summits, in "
                 "pits and on "
                 "passes; undefined at a kink, infinite where the surface stands upright."),
       std::hypot(r.gradient.x(), r.gradient.y()), 3},
      {"level_length", Words::tr("Length of the level set"), "", "",
       Words::tr("How long the line f = c is on the map, all its pieces together; 0 where f never has that "
                 "value."),
       r.levelLength(), 3},
      {"gap", Words::tr("Height above the level"), "f(a, b) - c", "",
       Words::tr(
           "0 when the point lies on the level set, negative below it; undefined or infinite where f is."),
       r.value - p.level, 3},
      {"lowest", Words::tr("Lowest sample"), "\\min f", "",
       Words::tr("The smallest value on the grid of 101 by 101 points; undefined when f has none."),
       r.range().minimum, 3},
      {"highest", Words::tr("Highest sample"), "\\max f", "",
       Words::tr("The largest value on the grid of 101 by 101 points; undefined when f has none."),
       r.range().maximum, 3},
  };
}

QString spoken(const Params& p, const Result& r) {
  if (!r.ground->problem.isEmpty())
    return Words::tr("f cannot be shown: %1.").arg(r.ground->problem);
  const QString point =
      Words::tr("At x = %1, y = %2 f is %3: %4, %5.")
          .arg(speech::number(p.a), speech::number(p.b), speech::number(r.value),
               wayOf(r.gradient.x(), QStringLiteral("x")), wayOf(r.gradient.y(), QStringLiteral("y")));
  const auto pieces = static_cast<int>(r.levelLines().size());
  const QString level = speech::number(p.level);
  const QString line = pieces == 0 ? Words::tr("f is nowhere equal to %1.").arg(level)
                       : pieces == 1
                           ? Words::tr("The level set f = %1 is one line of length %2.")
                                 .arg(level, speech::number(r.levelLength()))
                           : Words::tr("The level set f = %1 has %2 pieces, of length %3 together.")
                                 .arg(level, QString::number(pieces), speech::number(r.levelLength()));
  return point + QLatin1Char(' ') + line;
}

} // namespace eigenboard::panels::functions::surface_and_contour_panel
