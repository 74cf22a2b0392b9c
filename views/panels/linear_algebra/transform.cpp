#include "views/panel/definition.h"
#include "views/panels/linear_algebra/transform_model.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <QtCore/QCoreApplication>

#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra {

namespace transform_panel {

namespace {

using panel::Invariant;
using panel::Readout;

constexpr double epsilon = std::numeric_limits<double>::epsilon();

panel::Fields<Params> fields() {
  const panel::Range cells{-4, 4, 0.05};
  panel::Fields<Params> fields;
  fields.matrix(&Params::A,
                {"A", Words::tr("Matrix A"), "A",
                 Words::tr("The first column is where (1, 0) goes, the second where (0, 1) goes.")},
                {"a", "b", "c", "d"}, cells);
  fields.toggle(&Params::compose, {"compose", Words::tr("Apply B after A"), "BA",
                                   Words::tr("Shows the map BA: first A, then B.")});
  fields
      .matrix(&Params::B,
              {"B", Words::tr("Matrix B"), "B",
               Words::tr("The map applied second. It counts when B is applied after A.")},
              {"b11", "b12", "b21", "b22"}, cells)
      .onlyWith("compose");
  fields.number(
      &Params::morph,
      {"morph", Words::tr("Motion"), "t",
       Words::tr("How far the plane has moved: at 0 nothing has, at 1 the map is complete. The handles "
                 "and the readouts are those of the complete map all the way.")},
      {0, 1, 0.01});
  fields.point(&Params::v,
               {"v", Words::tr("Vector v"), "\\mathbf{v}", Words::tr("A vector to follow through the map.")},
               {"vx", "vy"}, cells);
  fields.choice(
      &Params::picture, {"picture", Words::tr("Picture"), "", Words::tr("What rides along on the plane.")},
      {{"none", Words::tr("None")}, {"letter", Words::tr("Letter F")}, {"house", Words::tr("House")}});
  fields.toggle(&Params::square, {"square", Words::tr("Unit square"), "",
                                  Words::tr("The image of the unit square with its signed area.")});
  fields.toggle(&Params::circle,
                {"circle", Words::tr("Unit circle"), "",
                 Words::tr("The image of the unit circle: an ellipse whose radii are the singular values.")});
  fields.toggle(&Params::vector, {"vector", Words::tr("Vector and image"), "",
                                  Words::tr("The vector v, where it goes, and the angle between the two.")});
  fields.toggle(
      &Params::spaces,
      {"spaces", Words::tr("Column and null space"), "",
       Words::tr("When the plane is flattened: the line it lands on, and the line that lands on 0.")});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"shear",
       Words::tr("Shear"),
       Words::tr("The first basis vector stays and the second slides sideways. The square leans and its "
                 "area does not change: the determinant is 1."),
       {{"A", "1,1;0,1"}}},
      {"identity",
       Words::tr("Identity"),
       Words::tr("Nothing has moved yet. Drag either arrow: the whole plane follows, because two arrows "
                 "decide the whole map."),
       {{"A", "1,0;0,1"}}},
      {"rotation",
       Words::tr("Rotation by 30°"),
       Words::tr("Both columns have length 1 and stand at a right angle. Lengths, angles and areas stay "
                 "as they were; both singular values are 1."),
       {{"A", "0.8660254037844386,-0.5;0.5,0.8660254037844386"}}},
      {"reflection",
       Words::tr("Reflection"),
       Words::tr("The F reads as in a mirror and the square has changed colour: the determinant is −1. "
                 "No rotation can undo this."),
       {{"A", "1,0;0,-1"}}},
      {"projection",
       Words::tr("Projection"),
       Words::tr("Every point falls straight down onto the horizontal axis. Points that differ only in "
                 "height land together, so no map can bring them apart again."),
       {{"A", "1,0;0,0"}}},
      {"singular",
       Words::tr("Onto a line"),
       Words::tr("The second column is half the first, so the plane lands on one line, the column space. "
                 "The dashed null space lands on the origin."),
       {{"A", "2,1;1,0.5"}}},
      {"stretch",
       Words::tr("Stretch 3:1"),
       Words::tr("The circle becomes an ellipse with radii 3 and 1, the singular values. Their product "
                 "is the area, their ratio the condition number."),
       {{"A", "3,0;0,1"}, {"circle", "true"}}},
      {"near_singular",
       Words::tr("Nearly singular"),
       Words::tr("The two columns almost agree. The map can be undone, but the ellipse is 82 times as "
                 "long as it is wide: undoing it can magnify a relative error "
                 "82-fold."),
       {{"A", "1,1;1,1.05"}, {"circle", "true"}}},
      {"swap_order",
       Words::tr("Order matters"),
       Words::tr("First the shear A, then the quarter turn B. Exchange the two matrices and the F lands "
                 "elsewhere: the order gap is not 0."),
       {{"A", "1,1;0,1"}, {"compose", "true"}, {"B", "0,-1;1,0"}}},
      {"undo",
       Words::tr("Inverse"),
       Words::tr("B is the inverse of A: after both, every point is back where it was. The faint arrows "
                 "show where A alone would have left the basis."),
       {{"A", "2,1;1,1"}, {"compose", "true"}, {"B", "1,-1;-1,2"}}},
  };
}

bool isMultipleOfIdentity(const Eigen::Matrix2d& X) {
  return (X - X.trace() / 2 * Eigen::Matrix2d::Identity()).norm() <= 0.01;
}

bool isIdentity(const Eigen::Matrix2d& X) {
  return (X - Eigen::Matrix2d::Identity()).norm() <= 0.01;
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"rank_one", Words::tr("Flatten the plane onto a line"),
       [](const Params&, const Result& r) { return r.rank == 1; }},
      {"flip", Words::tr("Turn the plane over"),
       [](const Params&, const Result& r) { return r.rank == 2 && r.det < 0; }},
      {"unit_area", Words::tr("Move the plane and keep every area"),
       [](const Params&, const Result& r) {
         return std::abs(std::abs(r.det) - 1) <= 0.01 && !isIdentity(r.M);
       }},
      {"double_area", Words::tr("Double every area"),
       [](const Params&, const Result& r) { return std::abs(std::abs(r.det) - 2) <= 0.02; }},
      {"commute", Words::tr("Find two maps whose order does not matter"),
       [](const Params& p, const Result& r) {
         return p.compose && r.orderGap <= 0.01 && !isMultipleOfIdentity(p.A) && !isMultipleOfIdentity(p.B);
       }},
      {"undo", Words::tr("Undo A with B"),
       [](const Params& p, const Result& r) { return p.compose && isIdentity(r.M) && !isIdentity(p.A); }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"compose", "false"},
        {"morph", "1"},
        {"picture", "letter"},
        {"square", "true"},
        {"circle", "false"},
        {"vector", "false"},
        {"A", "1,0;0,1"}},
       900},
      {{{"A", "1,1;0,1"}}, 1500},
      {{{"A", "1.5,1;0.5,1"}}, 1200},
      {{{"A", "1.5,1;0.5,-0.75"}}, 2000},
      {{{"A", "1.5,0.5;0,1"}}, 1500},
  };
}

QString formula(const Params& p, const Result& r) {
  if (p.compose)
    return QStringLiteral("BA = %1 %2 = %3, \\qquad \\det(BA) = %4\\,%5 %6 %7")
        .arg(tex::matrix(p.B), tex::matrix(p.A), tex::matrix(r.M), tex::factor(r.detB), tex::factor(r.detA),
             tex::equals({r.detB, r.detA, r.det}), tex::number(r.det));
  return QStringLiteral("\\det A = \\det %1 = %2\\,%3 - %4\\,%5 %6 %7")
      .arg(tex::matrix(p.A), tex::factor(p.A(0, 0)), tex::factor(p.A(1, 1)), tex::factor(p.A(0, 1)),
           tex::factor(p.A(1, 0)), tex::equals({p.A(0, 0), p.A(1, 1), p.A(0, 1), p.A(1, 0), r.det}),
           tex::number(r.det));
}

std::vector<Readout> readouts(const Params& p, const Result& r) {
  const QString map = p.compose ? QStringLiteral("BA") : QStringLiteral("A");
  return {
      {"det", Words::tr("Determinant"), "\\det " + map, "",
       Words::tr("The factor by which areas grow; negative when the plane has been turned over."), r.det, 2},
      {"area", Words::tr("Measured area"), "", "",
       Words::tr("The signed area of the image of the unit square under the complete map, measured from its "
                 "corners."),
       r.area, 2},
      {"rank", Words::tr("Rank"), "\\operatorname{rank} " + map, "",
       Words::tr("The dimension of what the plane becomes: 2 a plane, 1 a line, 0 a point."), double(r.rank),
       0},
      {"nullity", Words::tr("Nullity"), "\\dim N(" + map + ")", "",
       Words::tr("The dimension of what lands on the origin; rank and nullity add up to 2."),
       double(2 - r.rank), 0},
      {"trace", Words::tr("Trace"), "\\operatorname{tr} " + map, "",
       Words::tr("The sum of the diagonal entries, the same in every basis."), r.M.trace(), 2},
      {"kappa", Words::tr("Condition number"), "\\kappa", "",
       Words::tr("Longest radius of the ellipse over the shortest: how much the map can magnify a "
                 "relative error; infinite when the plane is flattened."),
       eigenboard::linear_algebra::conditionNumber(r.svd, r.tolerance), 2},
      {"sigma1", Words::tr("Longest radius"), "\\sigma_1", "",
       Words::tr("The largest singular value: the longest radius of the ellipse, the most that a vector is "
                 "stretched."),
       r.svd.sigma(0), 3},
      {"sigma2", Words::tr("Shortest radius"), "\\sigma_2", "",
       Words::tr("The smallest singular value: the shortest radius of the ellipse, the least that a vector "
                 "is stretched."),
       r.svd.sigma(1), 3},
      {"angle", Words::tr("Angle"), "\\angle(\\mathbf{v}, " + map + "\\mathbf{v})", "°",
       Words::tr(
           "How far the map turns v, anticlockwise counted positive; undefined when v or its image is 0."),
       r.angle, 1},
      {"stretch", Words::tr("Stretch"), "\\lVert " + map + "\\mathbf{v}\\rVert / \\lVert\\mathbf{v}\\rVert",
       "", Words::tr("How many times as long as v its image is; undefined when v is 0."), r.stretch, 3},
      {"det_a", Words::tr("Area factor of A"), "\\det A", "", Words::tr("The area factor of A alone."),
       r.detA, 2},
      {"det_b", Words::tr("Area factor of B"), "\\det B", "", Words::tr("The area factor of B alone."),
       r.detB, 2},
      {"order_gap", Words::tr("Order gap"), "\\lVert BA - AB\\rVert", "",
       Words::tr("How much the order of the two maps matters; 0 when they commute."), r.orderGap, 3},
  };
}

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  const double size =
      p.compose ? p.A.reshaped().stableNorm() * p.B.reshaped().stableNorm() : p.A.reshaped().stableNorm();
  const double rounding = 8 * epsilon * size * size;
  std::vector<Invariant> list{
      {"area", "\\det = \\text{area}",
       Words::tr("The determinant equals the area measured from the corners."), r.det - r.area, rounding},
      {"singular_values", "\\sigma_1\\sigma_2 = \\lvert\\det\\rvert",
       Words::tr("The radii of the ellipse multiply to the size of the determinant."),
       r.svd.sigma(0) * r.svd.sigma(1) - std::abs(r.det), rounding},
  };
  if (p.compose)
    list.push_back({"product", "\\det(BA) = \\det B\\,\\det A", Words::tr("Area factors multiply."),
                    r.det - r.detB * r.detA, rounding});
  if (!std::isnan(r.stretch))
    list.push_back(
        {"bounds", "\\sigma_2 \\le \\lVert M\\mathbf{v}\\rVert/\\lVert\\mathbf{v}\\rVert \\le \\sigma_1",
         Words::tr("No vector is stretched more than the longest radius or less than the shortest."),
         std::max({0.0, r.stretch - r.svd.sigma(0), r.svd.sigma(1) - r.stretch}), 8 * epsilon * size});
  return list;
}

/// The same map at the end of its motion.
Params withoutMotion(Params p) {
  p.morph = 1;
  return p;
}

QString spoken(const Params& p, const Result& r) {
  const QString map = p.compose ? Words::tr("The map B after A") : Words::tr("The map A");
  const auto at = [&r](int column) {
    return Words::tr("(%1, %2)").arg(speech::number(r.M(0, column)), speech::number(r.M(1, column)));
  };
  if (!p.isAtRest())
    return Words::tr("The motion has come %1 of the way.").arg(speech::number(p.morph)) + QLatin1Char(' ') +
           spoken(withoutMotion(p), r);
  const QString basis =
      Words::tr("%1 sends the first basis vector to %2 and the second to %3.").arg(map, at(0), at(1));
  if (r.rank == 0)
    return basis + QLatin1Char(' ') + Words::tr("Everything lands on the origin.");
  if (r.rank == 1)
    return basis + QLatin1Char(' ') + Words::tr("The plane is flattened onto a line.");
  const QString area = Words::tr("Areas are multiplied by %1").arg(speech::number(std::abs(r.det)));
  return basis + QLatin1Char(' ') + area + QLatin1Char(' ') +
         (r.det < 0 ? Words::tr("and the plane is turned over.") : Words::tr("and the orientation is kept."));
}

} // namespace

} // namespace transform_panel

panel::PanelPointer transform() {
  using namespace transform_panel;
  panel::Definition<Params, Result> definition;
  definition.identity = {
      "linear_algebra.transform", Words::tr("Matrix as transformation"),
      Words::tr("Shows what a matrix does to the whole plane: it goes where the basis goes."), "4.4"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.model = [](const Params& p, std::span<const std::monostate>) { return evaluate(p); };
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = [](const Params& p, int) { return numpyCode(p); };
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::linear_algebra
