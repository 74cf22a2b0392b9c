#include "views/panels/linear_algebra/eigen_words.h"

#include "core/linear_algebra/determinant.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <QtCore/QCoreApplication>

#include <cmath>

namespace eigenboard::panels::linear_algebra::eigen_panel {

namespace math = eigenboard::linear_algebra;

using panel::Readout;

namespace {

QString residualTex(const QString& vector, double residual) {
  return QStringLiteral("\\frac{\\lVert A%1 - R\\,%1\\rVert}{\\lVert%1\\rVert} = %2")
      .arg(vector, tex::number(residual, 3));
}

QString startFormula(const Params& p, const Result& r) {
  if (p.v.isZero(0))
    return QStringLiteral("A\\mathbf{0} = \\mathbf{0} = \\lambda\\mathbf{0} \\quad %1")
        .arg(tex::text(Words::tr("for every λ, so the zero vector is no eigenvector")));
  if (r.isAligned())
    return QStringLiteral("A\\mathbf{v} = %1 %2 = %3 %5 %4 %2 = \\lambda\\mathbf{v}")
        .arg(tex::matrix(p.A), tex::matrix(p.v), tex::matrix(r.start.image), tex::number(r.start.rayleigh),
             // Aligned by hand or by rounding: only the latter is an equality.
             r.start.residual <= 1e-12 * r.norm ? QStringLiteral("=") : QStringLiteral("\\approx"));
  return QStringLiteral("A\\mathbf{v} = %1, \\quad R\\,\\mathbf{v} = %2 %3 = %4, \\quad %5")
      .arg(tex::matrix(r.start.image), tex::number(r.start.rayleigh), tex::matrix(p.v),
           tex::matrix(r.start.rayleigh * p.v), residualTex(QStringLiteral("\\mathbf{v}"), r.start.residual));
}

} // namespace

QString formula(const Params& p, const Result& r) {
  const int k = r.step();
  if (k == 0 && p.process != ProcessKind::Qr)
    return startFormula(p, r);
  const QString vector = QStringLiteral("\\mathbf{v}_{%1}").arg(k);
  const QString quotient =
      QStringLiteral("R(%1) = %2, \\qquad %3")
          .arg(vector, tex::number(r.iterate.rayleigh, 4), residualTex(vector, r.iterate.residual));
  switch (p.process) {
  case ProcessKind::Power:
    return QStringLiteral("%1 = \\frac{A\\mathbf{v}_{%2}}{\\lVert A\\mathbf{v}_{%2}\\rVert} = %3, \\qquad %4")
        .arg(vector)
        .arg(k - 1)
        .arg(tex::matrix(r.iterate.vector, 3), quotient);
  case ProcessKind::Powers:
    return QStringLiteral("%1 = A^{%2}\\mathbf{v} = %3, \\qquad %4")
        .arg(vector)
        .arg(k)
        .arg(tex::matrix(r.iterate.vector, 3), quotient);
  case ProcessKind::Qr:
    break;
  }
  if (k == 0)
    return QStringLiteral("A_0 = A = %1").arg(tex::matrix(p.A));
  return QStringLiteral("A_{%1} = R_{%2}Q_{%2} = Q_{%2}^{\\top} A_{%2} Q_{%2} = %3")
      .arg(k)
      .arg(k - 1)
      .arg(tex::matrix(r.current().matrix, 4));
}

std::vector<Readout> readouts(const Params& p, const Result& r) {
  const auto& [first, second] = r.spectrum.eigenvalues;
  const bool isQr = p.process == ProcessKind::Qr;
  const Eigen::Vector2d iterate = isQr ? Eigen::Vector2d(r.current().matrix.col(0)) : r.iterate.vector;
  const double below = isQr ? r.current().matrix(1, 0) : r.iterate.residual;
  return {
      {"lambda1_re", Words::tr("Eigenvalue 1, real"), "\\operatorname{Re}\\lambda_1", "",
       Words::tr("The factor along the first eigen-line; the first eigenvalue is the one of larger modulus."),
       first.real(), 3},
      {"lambda1_im", Words::tr("Imaginary part"), "\\operatorname{Im}\\lambda_1", "",
       Words::tr("Not 0 when the map turns every vector: then no real direction is kept."), first.imag(), 3},
      {"lambda2_re", Words::tr("Eigenvalue 2, real"), "\\operatorname{Re}\\lambda_2", "",
       Words::tr("The factor along the second eigen-line."), second.real(), 3},
      {"lambda2_im", Words::tr("Imaginary part"), "\\operatorname{Im}\\lambda_2", "",
       Words::tr("Minus the imaginary part of the first: the two are conjugate."), second.imag(), 3},
      {"rayleigh", Words::tr("Rayleigh quotient"), "R(\\mathbf{v})", "",
       Words::tr("The factor that brings a multiple of v nearest to Av; an eigenvalue when v is an "
                 "eigenvector; undefined when v is 0."),
       r.start.rayleigh, 3},
      {"residual", Words::tr("Distance off the line"), "", "",
       Words::tr("‖Av − R v‖ / ‖v‖: how far Av is from the line of v, for v of length 1; 0 for an "
                 "eigenvector; undefined "
                 "when v is 0."),
       r.start.residual, 3},
      {"step", Words::tr("Step"), "k", "", Words::tr("How many times the process has been applied."),
       static_cast<double>(r.step()), 0},
      {"iterate_x", Words::tr("Iterate, first part"), "x_k", "",
       Words::tr("Of v after k steps; for the QR iteration of the first column of the present matrix."),
       iterate.x(), 4},
      {"iterate_y", Words::tr("Iterate, second part"), "y_k", "",
       Words::tr("Of v after k steps; for the QR iteration of the first column of the present matrix."),
       iterate.y(), 4},
      {"rayleigh_k", Words::tr("Eigenvalue estimate"), "R(\\mathbf{v}_k)", "",
       Words::tr("The Rayleigh quotient of the iterate, for the QR iteration the first diagonal entry; "
                 "undefined when the iterate is 0."),
       isQr ? r.current().matrix(0, 0) : r.iterate.rayleigh, 5},
      {"below_diagonal", Words::tr("What is left to do"), "", "",
       Words::tr("For the QR iteration the entry below the diagonal, otherwise the distance of the "
                 "iterate from being an eigenvector; 0 when the process has arrived; undefined when the "
                 "iterate is 0."),
       below, 5},
      {"angle", Words::tr("Angle"), "\\angle(\\mathbf{v}, A\\mathbf{v})", "°",
       Words::tr("0 or 180 when v and Av line up; undefined when either is 0."), r.angle, 1},
      {"stretch", Words::tr("Stretch"), "\\lVert A\\mathbf{v}\\rVert/\\lVert\\mathbf{v}\\rVert", "",
       Words::tr("How many times as long as v its image is; undefined when v is 0."), r.stretch, 3},
      {"trace", Words::tr("Trace"), "\\operatorname{tr} A", "", Words::tr("The sum of the eigenvalues."),
       p.A.trace(), 2},
      {"det", Words::tr("Determinant"), "\\det A", "", Words::tr("The product of the eigenvalues."),
       math::determinant(p.A), 2},
      {"discriminant", Words::tr("Discriminant"), "\\Delta", "",
       Words::tr("(tr A)² − 4 det A: positive for two real eigenvalues, 0 for a double one, negative for a "
                 "complex pair."),
       r.spectrum.discriminant, 2},
      {"spectral_radius", Words::tr("Spectral radius"), "\\rho(A)", "",
       Words::tr("The largest modulus of an eigenvalue; below 1 every trail ends at the origin."),
       r.spectrum.spectralRadius(), 3},
      {"independent_eigenvectors", Words::tr("Independent eigenvectors"), "", "",
       Words::tr("2 when they form a basis, also over the complex numbers; 1 for a defective matrix."),
       static_cast<double>(r.spectrum.independentEigenvectors), 0},
  };
}

QString spoken(const Params& p, const Result& r) {
  const auto& [first, second] = r.spectrum.eigenvalues;
  QString eigenvalues;
  if (!r.isReal())
    eigenvalues =
        Words::tr("A has the complex eigenvalues %1 plus and minus %2 i, so no real direction is kept.")
            .arg(speech::number(first.real()), speech::number(std::abs(first.imag())));
  else if (r.isMultipleOfIdentity())
    eigenvalues = Words::tr("A multiplies every vector by %1.").arg(speech::number(first.real()));
  else if (r.spectrum.independentEigenvectors == 1)
    eigenvalues = Words::tr("A has the double eigenvalue %1 and a single eigen-line.")
                      .arg(speech::number(first.real()));
  else
    eigenvalues = Words::tr("A has the eigenvalues %1 and %2.")
                      .arg(speech::number(first.real()), speech::number(second.real()));
  QString vector;
  if (p.v.isZero(0))
    vector = Words::tr("v is the zero vector.");
  else if (r.isAligned())
    vector =
        Words::tr("v lies on an eigen-line: A multiplies it by %1.").arg(speech::number(r.start.rayleigh));
  else if (std::isnan(r.angle))
    vector = Words::tr("A sends v to the origin.");
  else
    vector = Words::tr("A turns v by %1 degrees.").arg(speech::number(r.angle, 1));
  QString process;
  if (r.step() > 0) {
    const QString words = p.process == ProcessKind::Qr
                              ? Words::tr("At step %1 the first diagonal entry is %2.")
                              : Words::tr("At step %1 the Rayleigh quotient is %2.");
    process = QLatin1Char(' ') + words.arg(r.step()).arg(speech::number(rayleighOf(p, r.current()), 3));
  }
  return eigenvalues + QLatin1Char(' ') + vector + process;
}

} // namespace eigenboard::panels::linear_algebra::eigen_panel
