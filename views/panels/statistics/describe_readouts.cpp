#include "views/panels/statistics/describe_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::statistics::describe_panel {

using panel::Readout;

namespace {

std::vector<Readout> centreReadouts(const Result& r) {
  const LineResult& line = r.line;
  return {
      {"mean", Words::tr("Mean"), "\\bar x", "",
       Words::tr("The sum over the count: where the beam balances; undefined without values."), line.mean, 3},
      {"median", Words::tr("Median"), "", "",
       Words::tr("As many values lie below as above; undefined without values."), line.box.median, 3},
      {"trimmed", Words::tr("Trimmed mean"), "", "",
       Words::tr("The mean of what is left after cutting the share at each end; undefined without values."),
       line.trimmed, 3},
      {"mode", Words::tr("Mode"), "", "",
       Words::tr(
           "Where the kernel density estimate is highest, of several places as high the least; it moves "
           "with the bandwidth; undefined without values."),
       line.mode, 3},
      {"peaks", Words::tr("Peaks"), "", "", Words::tr("How many maxima the estimate has at this bandwidth."),
       static_cast<double>(line.peaks.places.size()), 0},
      {"influence_mean", Words::tr("Chosen value moves the mean"), "", "",
       Words::tr(
           "The mean less what it would be without the chosen value; undefined for fewer than two values."),
       line.mean - line.meanWithout, 3},
      {"influence_median", Words::tr("and the median"), "", "",
       Words::tr("The median less what it would be without the chosen value; undefined for fewer than two "
                 "values."),
       line.box.median - line.medianWithout, 3},
  };
}

std::vector<Readout> spreadReadouts(const Result& r) {
  const LineResult& line = r.line;
  return {
      {"sd", Words::tr("Standard deviation"), "s", "",
       Words::tr("The root of the variance (ddof = 1); undefined for fewer than two values."), line.spread(),
       3},
      {"variance", Words::tr("Variance"), "s^2", "",
       Words::tr(
           "Squared distances from the mean, summed, over n − 1 (ddof = 1); undefined for fewer than two "
           "values."),
       line.variance, 3},
      {"mad", Words::tr("Median absolute deviation"), "", "",
       Words::tr(
           "The median of the distances from the median: a spread that one outlier moves little, however far "
           "it lies; undefined without values."),
       line.medianDeviation, 3},
      {"q1", Words::tr("First quartile"), "Q_1", "",
       Words::tr("A quarter of the values lies below (linear method, type 7); undefined without values."),
       line.box.lowerQuartile, 3},
      {"q3", Words::tr("Third quartile"), "Q_3", "",
       Words::tr("A quarter of the values lies above (linear method, type 7); undefined without values."),
       line.box.upperQuartile, 3},
      {"iqr", Words::tr("Interquartile range"), "\\text{IQR}", "",
       Words::tr("The width of the box, which holds the middle half; undefined without values."),
       line.box.interquartileRange(), 3},
      {"outliers", Words::tr("Outliers"), "", "",
       Words::tr("Values more than one and a half IQR beyond a quartile. A rule for looking twice, not for "
                 "deleting."),
       static_cast<double>(line.box.outliers.size()), 0},
  };
}

std::vector<Readout> shapeReadouts(const Result& r) {
  int tallest = 0;
  for (const int count : r.line.histogram.counts)
    tallest = std::max(tallest, count);
  return {
      {"tallest", Words::tr("Values in the tallest bar"), "", "",
       Words::tr("It changes with width and start of the bins, though no value does."),
       static_cast<double>(tallest), 0},
      {"scott", Words::tr("Bandwidth by Scott"), "", "",
       Words::tr("s n^(−1/5), as SciPy's default; undefined for fewer than two values."), r.line.scott, 3},
      {"silverman", Words::tr("Bandwidth by Silverman"), "", "",
       Words::tr(
           "s (4/(3n))^(1/5), the best for values from a normal law; undefined for fewer than two values."),
       r.line.silverman, 3},
      {"robust", Words::tr("Bandwidth, robust"), "", "",
       Words::tr("Silverman's 0.9 min(s, IQR/1.34) n^(−1/5), s alone where the IQR is 0; undefined for fewer "
                 "than two values."),
       r.line.robust, 3},
      {"n", Words::tr("Values"), "n", "", Words::tr("How many there are."), static_cast<double>(r.n), 0},
  };
}

std::vector<Readout> correlationReadouts(const Result& r) {
  const PlaneResult& plane = r.plane;
  const double sx = std::sqrt(plane.covariance(0, 0));
  const double sy = std::sqrt(plane.covariance(1, 1));
  return {
      {"pearson", Words::tr("Pearson correlation"), "r", "",
       Words::tr(
           "How near the points are to a straight line: 1 rising, −1 falling; undefined where x or y does "
           "not vary."),
       plane.pearson, 3},
      {"spearman", Words::tr("Spearman correlation"), "\\rho", "",
       Words::tr(
           "Pearson's of the ranks: how near to any rising or falling curve; undefined where x or y does "
           "not vary."),
       plane.spearman, 3},
      {"kendall", Words::tr("Kendall correlation"), "\\tau_b", "",
       Words::tr(
           "Pairs in the same order less pairs in opposite order, as a share; undefined where x or y does "
           "not vary."),
       plane.kendall, 3},
      {"slope", Words::tr("Slope"), "b", "",
       Words::tr("Of the line of least squares, y on x; undefined where x does not vary."), plane.fit.slope,
       3},
      {"intercept", Words::tr("Intercept"), "a", "",
       Words::tr("Where that line meets x = 0; undefined where x does not vary."), plane.fit.intercept, 3},
      {"r_squared", Words::tr("Explained share"), "r^2", "",
       Words::tr(
           "The share of the variance of y that the line explains; undefined where x or y does not vary."),
       plane.pearson * plane.pearson, 3},
      {"covariance", Words::tr("Covariance"), "s_{xy}", "",
       Words::tr(
           "The mean product of the two deviations, over n − 1 (ddof = 1); undefined for fewer than two "
           "points."),
       plane.covariance(0, 1), 3},
      {"mean_x", Words::tr("Mean of x"), "\\bar x", "",
       Words::tr("The middle of the points, across; undefined without points."), plane.mean.x(), 3},
      {"mean_y", Words::tr("Mean of y"), "\\bar y", "",
       Words::tr("The middle of the points, up; undefined without points."), plane.mean.y(), 3},
      {"sd_x", Words::tr("Spread of x"), "s_x", "",
       Words::tr("Standard deviation (ddof = 1); undefined for fewer than two points."), sx, 3},
      {"sd_y", Words::tr("Spread of y"), "s_y", "",
       Words::tr("Standard deviation (ddof = 1); undefined for fewer than two points."), sy, 3},
  };
}

std::vector<Readout> partReadouts(const Result& r) {
  const PlaneResult& plane = r.plane;
  std::vector<Readout> list{
      {"pearson_without", Words::tr("r without the chosen point"), "", "",
       Words::tr("What Pearson's correlation is of all the others; undefined where they do not vary."),
       plane.pearsonWithout, 3},
      {"slope_without", Words::tr("Slope without it"), "", "",
       Words::tr("The slope of the line of all the others; undefined where their x does not vary."),
       plane.slopeWithout, 3},
      {"slope_within", Words::tr("Slope within groups"), "", "",
       Words::tr("One slope for all groups, each about its own mean; undefined where x varies in no group."),
       plane.grouped.slopeWithin(), 3}};
  for (int group = 0; group < groupCount; ++group)
    list.push_back({QStringLiteral("slope_%1").arg(group), Words::tr("Slope of group %1").arg(group),
                    QStringLiteral("b_%1").arg(group), "",
                    Words::tr("Of the line of that group alone; undefined where its x does not vary."),
                    plane.groupFits[static_cast<std::size_t>(group)].slope, 3});
  list.push_back(
      {"axis_long", Words::tr("Variance along the long axis"), "\\lambda_1", "",
       Words::tr("The greater eigenvalue of the covariance matrix; undefined for fewer than two points."),
       plane.axes.variances(0), 3});
  list.push_back(
      {"axis_short", Words::tr("Variance along the short axis"), "\\lambda_2", "",
       Words::tr("The lesser eigenvalue, 0 where all lie on a line; undefined for fewer than two points."),
       plane.axes.variances(1), 3});
  list.push_back(
      {"n", Words::tr("Points"), "n", "", Words::tr("How many there are."), static_cast<double>(r.n), 0});
  return list;
}

void append(std::vector<Readout>& list, std::vector<Readout> more) {
  for (Readout& readout : more)
    list.push_back(std::move(readout));
}

} // namespace

std::vector<Readout> readouts(const Params& p, const Result& r) {
  std::vector<Readout> list;
  if (p.mode == Mode::Line) {
    list = centreReadouts(r);
    append(list, spreadReadouts(r));
    append(list, shapeReadouts(r));
  } else {
    list = correlationReadouts(r);
    append(list, partReadouts(r));
  }
  return list;
}

} // namespace eigenboard::panels::statistics::describe_panel
