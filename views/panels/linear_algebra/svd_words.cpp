#include "views/panels/linear_algebra/svd_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::linear_algebra::svd_panel {

namespace math = eigenboard::linear_algebra;

namespace {

constexpr int picturePlaces = 3;

QString errorFormula(const Result& result) {
  if (result.kept == result.values())
    return QStringLiteral("A_{%1} = A").arg(result.kept);
  return QStringLiteral("\\lVert A - A_{%1}\\rVert_2 = \\sigma_{%2} %3 %4")
      .arg(result.kept)
      .arg(result.kept + 1)
      .arg(tex::equals({result.next}, picturePlaces), tex::number(result.next, picturePlaces));
}

QString mapFormula(const Params& params, const Result& result) {
  const math::TurnStretchTurn& turns = result.turns;
  const Eigen::Matrix2d Sigma = turns.sigma.asDiagonal();
  // Factors that are whole hundredths give A itself; otherwise what is shown is only near.
  const QString sign =
      tex::equals({turns.U(0, 0), turns.U(1, 0), turns.V(0, 0), turns.V(1, 0), turns.sigma(0), turns.sigma(1),
                   params.A(0, 0), params.A(0, 1), params.A(1, 0), params.A(1, 1)});
  return QStringLiteral("%1 = A = U\\,\\Sigma\\,V^{\\top} %2 %3%4%5")
      .arg(tex::matrix(params.A), sign, tex::matrix(turns.U), tex::matrix(Sigma),
           tex::matrix(Eigen::Matrix2d(turns.V.transpose())));
}

QString dataName(Data data) {
  switch (data) {
  case Data::Map:
    return Words::tr("map");
  case Data::Ratings:
    return Words::tr("table of ratings");
  case Data::Landscape:
    return Words::tr("landscape");
  case Data::Flag:
    return Words::tr("flag");
  case Data::Diagonal:
    return Words::tr("diagonal band");
  }
  return {};
}

} // namespace

QString formula(const Params& params, const Result& result) {
  if (params.isMap())
    return mapFormula(params, result);
  return QStringLiteral("A_{%1} = \\sum_{i=1}^{%1} \\sigma_i\\,\\mathbf{u}_i\\mathbf{v}_i^{\\mathsf{T}}, "
                        "\\qquad %2")
      .arg(result.kept)
      .arg(errorFormula(result));
}

std::vector<panel::Readout> readouts(const Params&, const Result& r) {
  const Decomposed& whole = *r.whole;
  const int k = r.kept;
  return {
      {"kept", Words::tr("Parts kept"), "k", "",
       Words::tr("How many of the parts σuvᵀ are added up: the rank of the approximation."), double(k), 0},
      {"rank", Words::tr("Rank"), "\\operatorname{rank} A", "",
       Words::tr("How many singular values are not 0: that many parts give the whole."), double(whole.rank),
       0},
      {"sigma1", Words::tr("Largest singular value"), "\\sigma_1", "",
       Words::tr("The most that a vector is stretched: the longest radius of the ellipse."), r.sigma(0), 3},
      {"sigma2", Words::tr("Second singular value"), "\\sigma_2", "",
       Words::tr("The weight of the second part; of a map of the plane the shortest radius."), r.sigma(1), 3},
      {"next", Words::tr("First one left out"), "\\sigma_{k+1}", "",
       Words::tr("The largest singular value that is not kept; 0 when all are."), r.next, 3},
      {"error", Words::tr("Measured error"), "\\lVert A - A_k\\rVert_2", "",
       Words::tr("The most that a unit vector is sent astray: as much as the first one left out, and no "
                 "matrix of this rank does better."),
       r.error, 3},
      {"frobenius", Words::tr("Error over all entries"), "\\lVert A - A_k\\rVert_F", "",
       Words::tr("The root of the summed squares of all entries of A − A_k."), r.frobenius, 3},
      {"energy", Words::tr("Energy kept"), "", "%",
       Words::tr("The squares of what is kept, as a share of all; undefined when all entries are 0."),
       100 * r.energy, 2},
      {"stored", Words::tr("Numbers stored"), "k(m + n + 1)", "",
       Words::tr("Of each part one column, one row and one singular value."), r.stored, 0},
      {"storage", Words::tr("Storage"), "", "%",
       Words::tr("Numbers stored, as a share of the entries of A. Beyond 100 % nothing is saved."),
       100 * r.stored / r.entries(), 1},
      {"kappa", Words::tr("Condition number"), "\\kappa", "",
       Words::tr(
           "The longest radius over the shortest; infinite when the ellipse is a segment, undefined for "
           "a table."),
       r.kappa, 2},
      {"clean", Words::tr("Distance from the clean table"), "", "",
       Words::tr("From the approximation to the table before the noise, over all entries."),
       whole.distances(k), 3},
      {"best_rank", Words::tr("Best rank"), "", "",
       Words::tr("The least rank whose approximation comes as near to the clean table as any."),
       double(whole.bestRank), 0},
      {"stretch", Words::tr("Stretch of x"), "\\lVert A\\mathbf{x}\\rVert", "",
       Words::tr("How long the image of the unit vector x is; undefined for a table."), r.stretch, 3},
      {"direction_v", Words::tr("Direction of the most stretched line"), "\\angle\\mathbf{v}_1", "°",
       Words::tr("From the horizontal, before the map; undefined for a table and where all directions are "
                 "stretched alike."),
       r.directionV, 1},
      {"direction_u", Words::tr("Direction of its image"), "\\angle\\mathbf{u}_1", "°",
       Words::tr("From the horizontal, after the map; undefined for a table and where all directions are "
                 "stretched alike."),
       r.directionU, 1},
  };
}

QString spoken(const Params& p, const Result& r) {
  if (!p.isMap()) {
    QString sentence = Words::tr("%1 of %2 parts of the %3 are kept, with %4 percent of the energy in %5 "
                                 "percent of the storage; the error is %6.")
                           .arg(r.kept)
                           .arg(r.values())
                           .arg(dataName(p.data), speech::number(100 * r.energy),
                                speech::number(100 * r.stored / r.entries(), 1), speech::number(r.error, 3));
    if (p.noiseOfTable() > 0)
      sentence += QLatin1Char(' ') +
                  Words::tr("Nearest to the table without noise would be rank %1.").arg(r.whole->bestRank);
    return sentence;
  }
  QString sentence;
  if (r.whole->rank == 0)
    sentence = Words::tr("The unit circle shrinks to the origin.");
  else if (r.isRound())
    sentence = Words::tr("The unit circle becomes a circle of radius %1.").arg(speech::number(r.sigma(0)));
  else
    sentence = Words::tr("The unit circle becomes an ellipse with radii %1 and %2. The line at %3 degrees is "
                         "stretched most and lands at %4 degrees.")
                   .arg(speech::number(r.sigma(0)), speech::number(r.sigma(1)),
                        speech::number(r.directionV, 0), speech::number(r.directionU, 0));
  if (!p.isAtRest())
    sentence +=
        QLatin1Char(' ') + Words::tr("The motion stands at stage %1 of 3.").arg(speech::number(p.stage));
  return sentence + QLatin1Char(' ') + Words::tr("The image of x is %1 long.").arg(speech::number(r.stretch));
}

} // namespace eigenboard::panels::linear_algebra::svd_panel
