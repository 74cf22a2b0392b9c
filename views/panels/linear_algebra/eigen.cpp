#include "core/linear_algebra/determinant.h"
#include "core/linear_algebra/geometry.h"
#include "core/linear_algebra/power_iteration.h"
#include "views/panel/definition.h"
#include "views/panels/linear_algebra/eigen_model.h"
#include "views/panels/linear_algebra/eigen_words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra {

namespace eigen_panel {

namespace {

namespace math = eigenboard::linear_algebra;

using panel::Invariant;

constexpr double epsilon = std::numeric_limits<double>::epsilon();

panel::Fields<Params> fields() {
  const panel::Range cells{-4, 4, 0.05};
  panel::Fields<Params> fields;
  fields.matrix(&Params::A,
                {"A", Words::tr("Matrix A"), "A",
                 Words::tr("The first column is where (1, 0) goes, the second where (0, 1) goes.")},
                {"a", "b", "c", "d"}, cells);
  fields.point(
      &Params::v,
      {"v", Words::tr("Vector v"), "\\mathbf{v}", Words::tr("Turn it until v and Av lie on one line.")},
      {"vx", "vy"}, cells);
  fields.choice(
      &Params::process,
      {"process", Words::tr("Process"), "", Words::tr("What one step does, and what the trail shows.")},
      {{"power", Words::tr("Power iteration: v to Av, brought back to length 1")},
       {"powers", Words::tr("Raw trail: v, Av, A²v and on")},
       {"qr", Words::tr("QR iteration: A to RQ, where A = QR")}});
  fields.choice(&Params::view, {"view", Words::tr("View"), "", Words::tr("What stands beside the plane.")},
                {{"plane", Words::tr("The plane alone")},
                 {"eigenbasis", Words::tr("Plane and eigenbasis")},
                 {"rayleigh", Words::tr("Plane and Rayleigh quotient")}});
  fields.toggle(
      &Params::ellipse,
      {"ellipse", Words::tr("Image of the unit circle"), "",
       Words::tr("Its axes are the singular directions; they are eigen-lines when A is symmetric.")});
  fields.toggle(&Params::lines, {"lines", Words::tr("Eigen-lines"), "",
                                 Words::tr("Shows the eigen-lines before v has found them.")});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"symmetric",
       Words::tr("Symmetric"),
       Words::tr("Turn v until its image lies on the same line. There are two such lines, at a right "
                 "angle, as for every symmetric matrix: along them A multiplies by 3 and by 1."),
       {{"A", "2,1;1,2"}}},
      {"stretch",
       Words::tr("Oblique eigen-lines"),
       Words::tr("A is not symmetric, and its eigen-lines do not stand at a right angle. The ellipse has "
                 "axes of its own: singular directions, not eigenvectors."),
       {{"A", "3,1;0,2"}, {"v", "1,1"}, {"ellipse", "true"}, {"lines", "true"}}},
      {"rotation",
       Words::tr("Rotation by 60°"),
       Words::tr("Every vector is turned by 60°, so none keeps its line. The eigenvalues are a complex "
                 "pair of modulus 1, and after six steps v is back."),
       {{"A", "0.5,-0.8660254037844386;0.8660254037844386,0.5"}, {"v", "1.5,0"}, {"process", "powers"}},
       5},
      {"shear",
       Words::tr("Shear"),
       Words::tr("Each step slides v along the horizontal line by the same amount. That line is the only "
                 "eigen-line, with the double eigenvalue 1: the matrix is defective, and v leans towards "
                 "the line without ever reaching it."),
       {{"A", "1,1;0,1"}, {"v", "-3,0.75"}, {"process", "powers"}, {"lines", "true"}},
       8},
      {"saddle",
       Words::tr("Saddle"),
       Words::tr("Across one line A halves, along the other it doubles. The trail first comes in, then "
                 "is swept out along the line of the larger eigenvalue."),
       {{"A", "1.25,0.75;0.75,1.25"}, {"v", "-1.92,2.08"}, {"process", "powers"}, {"lines", "true"}},
       5},
      {"stable",
       Words::tr("Spiral in"),
       Words::tr("The eigenvalues are a complex pair of modulus 0.89. Each step turns v along the dashed "
                 "ellipse and shrinks it: the trail spirals into the origin."),
       {{"A", "0.8,-0.6;0.4,0.7"}, {"v", "2.5,1"}, {"process", "powers"}},
       16},
      {"unstable",
       Words::tr("Spiral out"),
       Words::tr("The pair has modulus 1.10. A tenth more at each step looks harmless; after 24 steps "
                 "the trail is about nine times as far out."),
       {{"A", "1,-0.5;0.4,1"}, {"v", "0.3,0"}, {"process", "powers"}},
       24},
      {"markov",
       Words::tr("Markov chain"),
       Words::tr("Each column adds up to 1, so x + y never changes and the trail runs along a line. It "
                 "stops where the eigenvalue is 1: five sixths in the first state, one sixth in the "
                 "second."),
       {{"A", "0.9,0.5;0.1,0.5"}, {"v", "0,3"}, {"process", "powers"}, {"lines", "true"}},
       8},
      {"fibonacci",
       Words::tr("Fibonacci"),
       Words::tr("The coordinates of the trail are neighbouring Fibonacci numbers. Their ratio tends to "
                 "the golden ratio, the first eigenvalue, because the trail turns onto its line."),
       {{"A", "1,1;1,0"}, {"v", "1,0"}, {"process", "powers"}, {"lines", "true"}},
       3},
      {"singular",
       Words::tr("Eigenvalue 0"),
       Words::tr("The second eigen-line is the null space: A sends it to the origin, which is what an "
                 "eigenvalue of 0 says. Everything else lands on the first line."),
       {{"A", "2,1;1,0.5"}, {"v", "-0.5,1.5"}, {"lines", "true"}}},
      {"qr_iteration",
       Words::tr("QR iteration"),
       Words::tr("Each step turns the ellipse towards the axes. The upright bar is the entry below the "
                 "diagonal; as it goes to 0, the diagonal becomes the eigenvalues."),
       {{"A", "1,1.2;1.2,2.4"}, {"process", "qr"}, {"view", "rayleigh"}},
       1},
  };
}

/// The eigen-lines are at a right angle to within half a degree.
bool areOrthogonal(const math::Spectrum& spectrum) {
  return spectrum.kind == math::SpectrumKind::RealDistinct &&
         math::degrees(math::angleBetweenLines(spectrum.eigenvectors[0], spectrum.eigenvectors[1])) >= 89.5;
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"align", Words::tr("Turn v onto an eigen-line"),
       [](const Params&, const Result& r) { return r.isAligned(); }},
      {"complex", Words::tr("Make a map that keeps no direction"),
       [](const Params&, const Result& r) { return !r.isReal(); }},
      {"defective", Words::tr("Make a map with a single eigen-line"),
       [](const Params&, const Result& r) { return r.spectrum.independentEigenvectors == 1; }},
      {"orthogonal", Words::tr("Bring the eigen-lines to a right angle"),
       [](const Params&, const Result& r) { return areOrthogonal(r.spectrum); }},
      {"converged", Words::tr("Let power iteration find an eigenvector"),
       [](const Params& p, const Result& r) {
         return p.process == ProcessKind::Power && r.step() >= 1 && r.iterate.residual <= 1e-3 * r.norm;
       }},
      {"stable", Words::tr("Make every trail end at the origin"),
       [](const Params&, const Result& r) { return r.spectrum.spectralRadius() < 1; }},
      {"zero_eigenvalue", Words::tr("Make 0 an eigenvalue"),
       [](const Params&, const Result& r) { return std::abs(r.spectrum.eigenvalues[1]) <= 0.01; }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"A", "2,1;1,2"},
        {"process", "power"},
        {"view", "plane"},
        {"ellipse", "false"},
        {"lines", "false"},
        {"v", "1.3,-0.2"}},
       800},
      {{{"v", "1,1"}}, 2200},
      {{{"v", "0,1.4"}}, 1400},
      {{{"v", "-1,1"}}, 1800},
      {{{"v", "0.6,1.3"}, {"lines", "true"}}, 1400},
      {{{"v", "-0.8,1.2"}}, 900, 6},
  };
}

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  const auto& [first, second] = r.spectrum.eigenvalues;
  const double size = p.A.reshaped().stableNorm();
  const double rounding = 16 * epsilon * size;
  const double determinant = math::determinant(p.A);
  std::vector<Invariant> list{
      {"trace", "\\lambda_1 + \\lambda_2 = \\operatorname{tr} A",
       Words::tr("The eigenvalues add up to the trace."), std::abs(first + second - p.A.trace()), rounding},
      {"determinant", "\\lambda_1\\lambda_2 = \\det A",
       Words::tr("The eigenvalues multiply to the determinant."), std::abs(first * second - determinant),
       rounding * size},
      {"characteristic", "\\det(A - \\lambda_1 I) = 0",
       Words::tr("Each eigenvalue is a root of the characteristic polynomial."),
       std::abs(first * first - first * p.A.trace() + determinant), rounding * size},
  };
  if (r.isReal()) {
    double worst = 0;
    for (std::size_t i = 0; i < r.spectrum.eigenvectors.size(); ++i)
      worst = std::max(
          worst, math::eigenResidual(p.A, r.spectrum.eigenvalues[i].real(), r.spectrum.eigenvectors[i]));
    list.push_back({"eigenpairs", "A\\mathbf{q}_i = \\lambda_i\\mathbf{q}_i",
                    Words::tr("Along each eigen-line A is multiplication by a number."), worst, rounding});
  }
  if (!p.v.isZero(0)) {
    const Eigen::Vector2d unit = p.v.stableNormalized();
    list.push_back({"rayleigh", "\\mathbf{v} \\perp A\\mathbf{v} - R\\mathbf{v}",
                    Words::tr("What is left of Av beside the line of v stands at a right angle to it."),
                    unit.dot(p.A * unit - r.start.rayleigh * unit), rounding});
    if (p.A(0, 1) == p.A(1, 0)) {
      const double high = std::max(first.real(), second.real());
      const double low = std::min(first.real(), second.real());
      list.push_back(
          {"rayleigh_bounds", "\\lambda_{\\min} \\le R(\\mathbf{v}) \\le \\lambda_{\\max}",
           Words::tr("For a symmetric matrix every Rayleigh quotient lies between the eigenvalues."),
           std::max({0.0, r.start.rayleigh - high, low - r.start.rayleigh}), rounding});
    }
  }
  if (p.process == ProcessKind::Qr) {
    const Eigen::Matrix2d& current = r.current().matrix;
    const double drift = rounding * (1 + r.step());
    list.push_back({"similar_trace", "\\operatorname{tr} A_k = \\operatorname{tr} A",
                    Words::tr("The QR iteration keeps the trace."), current.trace() - p.A.trace(), drift});
    list.push_back({"similar_determinant", "\\det A_k = \\det A",
                    Words::tr("The QR iteration keeps the determinant."),
                    math::determinant(current) - determinant, drift * size});
  }
  return list;
}

} // namespace

} // namespace eigen_panel

panel::PanelPointer eigen() {
  using namespace eigen_panel;
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {
      "linear_algebra.eigen", Words::tr("Eigenvalues and eigenvectors"),
      Words::tr("Shows the lines a matrix keeps, and how repeating the matrix finds them."), "4.6"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process =
      panel::Process<Params, Step>{Words::tr("Apply the process once"), 200, start, next, isFinished};
  definition.model = evaluate;
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = numpyCode;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::linear_algebra
