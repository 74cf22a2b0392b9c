#include "views/panel/table.h"
#include "views/panels/probability/moments_words.h"

namespace eigenboard::panels::probability::moments_panel {

std::vector<panel::Column> pointColumns() {
  return {{"x", Words::tr("x"), -pointReach, pointReach, 0.1, false},
          {"y", Words::tr("y"), -pointReach, pointReach, 0.1, false}};
}

QString pointsText(const Eigen::MatrixXd& points) {
  panel::Parameter parameter;
  parameter.kind = panel::Kind::Table;
  parameter.columns = pointColumns();
  parameter.mostRows = mostPoints;
  return panel::tableText(parameter, points);
}

std::vector<panel::Preset> presets() {
  return {
      {"balance",
       Words::tr("Where it balances"),
       Words::tr("Probabilities are weights on a beam. Drag the fulcrum until the beam is level: it stands "
                 "at the mean, "
                 "which is none of the values of X and not the tallest bar. Then drag a far bar and see how "
                 "it pulls."),
       {}},
      {"symmetric",
       Words::tr("Symmetric"),
       Words::tr("Both sides are alike, so the mean is the middle and the skewness 0. Raise both ends "
                 "together: the mean "
                 "stays, the spread grows."),
       {{"w", "0,1,2,3,4,3,2,1,0"}, {"fulcrum", "0"}}},
      {"two_lumps",
       Words::tr("Two lumps"),
       Words::tr("The mean lies where X hardly ever is, and the kurtosis is far below 0: all of the variance "
                 "is made at "
                 "one distance. A mean rating of 3 can be made of 1s and 5s."),
       {{"w", "2,5,2,0,0,0,2,5,2"}, {"fulcrum", "0"}}},
      {"lottery",
       Words::tr("A lottery"),
       Words::tr(
           "Half of the tickets lose their price of 1, one in forty gains 4, the others give the money "
           "back. The mean is a loss, and skewness and kurtosis are huge: the far bar is hardly visible "
           "and makes more than half of the variance."),
       {{"w", "0,0,0,10,9.5,0,0,0,0.5"}, {"fulcrum", "-0.4"}}},
      {"long_run",
       Words::tr("The long run"),
       Words::tr("A hundred draws. Their shares wander about the bars, and their mean comes to where the "
                 "beam balances: "
                 "expectation is what averages settle on."),
       {{"fulcrum", "0.4"}},
       100},
      {"covariance",
       Words::tr("Signed rectangles"),
       Words::tr("Each point spans a rectangle with the mean: one colour raises the covariance, the other "
                 "lowers it. Drag "
                 "a point through a dashed line and its rectangle changes sides. Click to add points."),
       {{"mode", "covariance"}}},
      {"dependent",
       Words::tr("Uncorrelated but dependent"),
       Words::tr("x decides y completely, and yet the rectangles cancel: ρ is 0. Correlation sees lines "
                 "only. Drag one "
                 "end of the parabola away and it wakes up."),
       {{"mode", "covariance"},
        {"points", "-4,3.4;-3,0.9;-2,-0.9;-1,-1.9;0,-2.3;1,-1.9;2,-0.9;3,0.9;4,3.4"}}},
      {"jensen",
       Words::tr("Jensen's gap"),
       Words::tr("Put the weights of X on the curve: their balance point lies inside the bend, above the "
                 "curve. The gap "
                 "of the square is the variance. Bring the weights together and it closes."),
       {{"mode", "jensen"}, {"w", "2,1,1,1,1,1,1,2,3"}}},
      {"rectifier",
       Words::tr("A gap at a corner only"),
       Words::tr("The rectifier is two straight pieces. As long as X stays on one of them the gap is 0, "
                 "however wide it "
                 "spreads; weight on both sides of the corner opens it."),
       {{"mode", "jensen"}, {"g", "rectifier"}, {"w", "0,0,0,0,2,3,2,1,1"}}},
      {"bounds",
       Words::tr("Mean of twenty"),
       Words::tr("The mean of twenty draws is rarely far out. Chebyshev's bound falls like 1/t², "
                 "Hoeffding's like the tail of a bell: far out it is far below, and it needs no variance, "
                 "only that X lies between −4 and 4."),
       {{"mode", "bounds"}, {"n", "20"}, {"t", "2"}, {"w", "4,2,1,1,1,1,1,2,4"}}},
      {"tight",
       Words::tr("Chebyshev is tight"),
       Words::tr("Three values, −4, 0 and 4. At t = 4 the true probability is 1/4, and so is σ²/t²: knowing "
                 "the variance "
                 "alone, nobody can promise more. Move any weight and a gap opens."),
       {{"mode", "bounds"}, {"n", "1"}, {"t", "4"}, {"w", "1,0,0,0,6,0,0,0,1"}}},
      {"adam",
       Words::tr("Adam's warm-up"),
       Words::tr(
           "Both fading means begin at 0 and creep up: after forty gradients v is a third of what it "
           "should be. m grows sooner, so m over the root of v would make steps up to twice too long, "
           "and six times at Adam's usual 0.999. Dividing by 1 − βᵗ mends it from the first gradient on."),
       {{"mode", "adam"}, {"w", "0,1,1,2,3,4,4,3,2"}},
       40},
  };
}

} // namespace eigenboard::panels::probability::moments_panel
