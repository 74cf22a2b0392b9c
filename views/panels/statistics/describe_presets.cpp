#include "views/panels/statistics/describe_fields.h"

#include <initializer_list>

namespace eigenboard::panels::statistics::describe_panel {

namespace {

using Settings = std::vector<std::pair<QString, QString>>;

Eigen::MatrixXd column(std::initializer_list<double> values) {
  Eigen::MatrixXd table(static_cast<Eigen::Index>(values.size()), 1);
  Eigen::Index row = 0;
  for (const double value : values)
    table(row++, 0) = value;
  return table;
}

struct Place {
  double x;
  double y;
};

/// All of group 0.
Eigen::MatrixXd places(std::initializer_list<Place> list) {
  Eigen::MatrixXd table = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(list.size()), 3);
  Eigen::Index row = 0;
  for (const Place& place : list)
    table.row(row++) << place.x, place.y, 0;
  return table;
}

Eigen::MatrixXd hoursWatched() {
  return column({1.2, 1.8, 2.1, 2.4, 2.6, 3.0, 3.1, 3.5, 3.9, 4.2, 4.6, 9.8});
}

/// So many ratings of one star, two stars, …, ten stars.
Eigen::MatrixXd ratings(std::initializer_list<int> counts) {
  Eigen::MatrixXd table(0, 1);
  double stars = 0;
  for (const int count : counts) {
    stars += 1;
    for (int i = 0; i < count; ++i) {
      table.conservativeResize(table.rows() + 1, 1);
      table(table.rows() - 1, 0) = stars;
    }
  }
  return table;
}

/// Twelve points each with mean (4.50, 4.50), spreads 1.60 and 1.50, correlation 0.80: found by taking any x
/// of that mean and spread and adding to the line 1.125 + 0.75 x residuals of the shape wanted, made to have
/// mean 0, no correlation with x, and the spread that is missing.
Eigen::MatrixXd cloud() {
  return places({{2.12, 3.27},
                 {2.55, 1.92},
                 {3.03, 4.25},
                 {3.29, 3.37},
                 {3.88, 4.5},
                 {4.09, 2.89},
                 {4.79, 6.07},
                 {5, 4.16},
                 {5.7, 5.08},
                 {5.96, 6.76},
                 {6.61, 5.17},
                 {6.98, 6.54}});
}

Eigen::MatrixXd arch() {
  return places({{2.06, 1.17},
                 {2.5, 2.32},
                 {2.95, 3.31},
                 {3.39, 4.13},
                 {3.83, 4.79},
                 {4.28, 5.29},
                 {4.72, 5.62},
                 {5.17, 5.79},
                 {5.61, 5.8},
                 {6.05, 5.64},
                 {6.5, 5.32},
                 {6.94, 4.83}});
}

Eigen::MatrixXd lineAndOne() {
  return places({{2.06, 2.84},
                 {2.5, 3.09},
                 {2.95, 3.34},
                 {3.39, 3.6},
                 {3.83, 3.85},
                 {4.28, 4.1},
                 {4.72, 4.35},
                 {5.17, 4.61},
                 {5.61, 4.86},
                 {6.05, 8.39},
                 {6.5, 5.36},
                 {6.94, 5.62}});
}

Eigen::MatrixXd columnAndOne() {
  return places({{4.04, 2.54},
                 {4.04, 3.08},
                 {4.04, 3.39},
                 {4.04, 3.69},
                 {4.04, 3.92},
                 {4.04, 4.23},
                 {4.04, 4.46},
                 {4.04, 4.61},
                 {4.04, 4.84},
                 {4.04, 5.23},
                 {4.04, 5.69},
                 {9.58, 8.31}});
}

/// Three groups: within each more x goes with less y, but a group with more x has more y.
Eigen::MatrixXd threeGenres() {
  Eigen::MatrixXd table = places({{1, 3.4},
                                  {1.5, 3.2},
                                  {2, 2.5},
                                  {2.6, 2.4},
                                  {3.2, 1.6},
                                  {3.8, 5.6},
                                  {4.4, 5.7},
                                  {5, 4.9},
                                  {5.5, 4.4},
                                  {6.1, 4.2},
                                  {6.6, 8.3},
                                  {7.2, 7.6},
                                  {7.8, 7.7},
                                  {8.5, 6.9},
                                  {9, 6.6}});
  constexpr Eigen::Index perGenre = 5;
  for (Eigen::Index row = 0; row < table.rows(); ++row) {
    const Eigen::Index genre = row / perGenre;
    table(row, 2) = static_cast<double>(genre);
  }
  return table;
}

Eigen::MatrixXd risingCurve() {
  return places({{0.5, 0.4},
                 {1.4, 0.5},
                 {2.3, 0.6},
                 {3.2, 0.8},
                 {4.1, 1.1},
                 {5, 1.5},
                 {5.9, 2.2},
                 {6.8, 3.3},
                 {7.7, 4.9},
                 {8.6, 6.8},
                 {9.5, 9.6}});
}

Settings onLine(const Eigen::MatrixXd& values, const QString& quantity, int chosen) {
  return {{"mode", "line"},
          {"values", valuesText(values)},
          {"quantity", quantity},
          {"chosen", QString::number(chosen)}};
}

Settings inPlane(const Eigen::MatrixXd& points, int chosen) {
  return {{"mode", "plane"}, {"points", pointsText(points)}, {"chosen", QString::number(chosen)}};
}

Settings with(Settings settings, const Settings& more) {
  settings.insert(settings.end(), more.begin(), more.end());
  return settings;
}

QString hours() {
  return Words::tr("hours of film in a week");
}

std::vector<panel::Preset> linePresets() {
  return {
      {"outlier", Words::tr("One outlier"),
       Words::tr(
           "Eleven people watch 1 to 5 hours, one watches 9.8. The beam balances at the mean, so the one "
           "far away pulls it along; the median counts heads and stays. Drag the last point: the box does "
           "not move either."),
       onLine(hoursWatched(), hours(), 11)},
      {"influence", Words::tr("Influence of one value"),
       Words::tr(
           "Beside the picture, each centre as one value travels along the line. The mean follows it "
           "without end, with slope 1/n. The median gives way only while the value crosses the middle, the "
           "trimmed mean a little longer: their influence is bounded."),
       with(onLine(hoursWatched(), hours(), 11), {{"sweep", "true"}})},
      {"bimodal", Words::tr("Two peaks"),
       Words::tr(
           "Two kinds of viewers, and mean and median fall where hardly anyone is. Silverman's rule, dashed, "
           "was made for one bell and nearly melts the two together. Drag the bandwidth further down and "
           "every value becomes a peak: how many there are is your choice as much as the data's."),
       with(onLine(column({1.4, 1.8, 2.0, 2.2, 2.3, 2.5, 2.6, 2.7, 2.9, 3.2, 3.5,
                           6.6, 6.9, 7.1, 7.2, 7.4, 7.5, 7.6, 7.8, 8.0, 8.3, 8.7}),
                   hours(), 11),
            {{"rule", "silverman"}, {"bandwidth", "0.6"}, {"bin_width", "0.5"}})},
      {"ratings", Words::tr("Skewed ratings"),
       Words::tr(
           "Ratings shaped like a J: many tens, a hump of ones, little between, because people rate what "
           "they loved or hated. The mean of 7.0 stars is a rating few gave. The mode is near 10, the "
           "median 8."),
       with(onLine(ratings({6, 2, 1, 1, 2, 2, 4, 6, 8, 13}), Words::tr("stars of ten"), 0),
            {{"bin_start", "0.5"}, {"bandwidth", "0.5"}})},
      {"equal", Words::tr("All equal"),
       Words::tr(
           "Eight values of 4: every centre is 4, every spread 0, and the rules for a bandwidth give 0, so "
           "there is nothing to draw dashed. Pull one away and watch which numbers move at once and which "
           "wait for a second one."),
       with(onLine(column({4, 4, 4, 4, 4, 4, 4, 4}), hours(), 7), {{"rule", "silverman"}})},
  };
}

std::vector<panel::Preset> planePresets() {
  return {
      {"quartet_1", Words::tr("Quartet I: a cloud"),
       Words::tr("Mean 4.50 and 4.50, spreads 1.60 and 1.50, correlation 0.80, line 1.1 + 0.75 x. Here the "
                 "numbers say what there is to say. The next three presets have the same numbers."),
       inPlane(cloud(), 0)},
      {"quartet_2", Words::tr("Quartet II: an arch"),
       Words::tr(
           "The same means, spreads, correlation and line as before. But y rises and falls again along a "
           "smooth curve; the residuals have a shape, which is the sign that a line is the wrong model."),
       inPlane(arch(), 0)},
      {"quartet_3", Words::tr("Quartet III: one stray"),
       Words::tr(
           "Eleven points on a line of slope 0.57, and one above it that tilts the fit to 0.75 and takes "
           "the correlation down from 1.00 to 0.80. Drag it back onto the line."),
       inPlane(lineAndOne(), 9)},
      {"quartet_4", Words::tr("Quartet IV: one lever"),
       Words::tr(
           "Eleven points have the same x and know no slope at all: the whole correlation of 0.80 is one "
           "point far out. Move it up and down and the line follows; without it the slope is undefined."),
       inPlane(columnAndOne(), 11)},
      {"simpson", Words::tr("Simpson's paradox"),
       Words::tr(
           "Three genres. In each, longer films are rated lower; all together, longer films are rated "
           "higher, because the genres with long films are liked. Both lines are right. Which one answers "
           "your question depends on whether you choose within a genre."),
       with(inPlane(threeGenres(), 0), {{"groups", "true"},
                                        {"x_name", Words::tr("length of the film, quarters of an hour")},
                                        {"y_name", Words::tr("rating, of ten")}})},
      {"monotone", Words::tr("Rising, not straight"),
       Words::tr(
           "y rises with every x, so in ranks the points lie on the diagonal and Spearman's and Kendall's "
           "correlations are 1. Pearson's is lower: it asks for a straight line."),
       with(inPlane(risingCurve(), 0), {{"ranks", "true"}})},
      {"areas", Words::tr("Covariance as areas"),
       Words::tr(
           "A rectangle from the mean to each point, counted positive where x and y lie on the same side "
           "of their means and negative where they do not. Their sum over n − 1 is the covariance, here "
           "1.92, and the ellipse leans the way they do."),
       with(inPlane(cloud(), 11), {{"areas", "true"}, {"ellipse", "true"}, {"line", "false"}})},
  };
}

} // namespace

Params::Params() : values(hoursWatched()), quantity(hours()), points(cloud()) {}

std::vector<panel::Preset> presets() {
  std::vector<panel::Preset> list = linePresets();
  for (panel::Preset& preset : planePresets())
    list.push_back(std::move(preset));
  return list;
}

} // namespace eigenboard::panels::statistics::describe_panel
