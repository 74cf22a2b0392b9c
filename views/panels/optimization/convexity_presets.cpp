#include "views/panels/optimization/convexity_words.h"

namespace eigenboard::panels::optimization::convexity_panel {

std::vector<panel::Preset> presets() {
  return {
      {"non_convex",
       Words::tr("Not convex"),
       Words::tr(
           "Between the two wells f rises above its chord, and it dips below its tangent: each failure "
           "alone proves that f is not convex. Drag both ends into one well and the chord passes, though "
           "f is no more convex than before."),
       {}},
      {"convex",
       Words::tr("Convex"),
       Words::tr("No chord of this parabola is crossed and no tangent is undercut, wherever you drag them, "
                 "because f″ = 1 everywhere. The gap at the mean is the variance of the two ends, halved."),
       {{"f", "x^2/2"}, {"a", "-2"}, {"b", "1.6"}}},
      {"no_minimum",
       Words::tr("Strictly convex, no minimum"),
       Words::tr(
           "eˣ bends up everywhere, so it has at most one minimum; it has none. Drag the ends to the left: "
           "the tangent gets flatter and never level. Strict convexity gives uniqueness, not existence."),
       {{"f", "exp(x)"}, {"a", "-2.8"}, {"b", "-0.6"}, {"weight", "0.5"}}},
      {"jensen",
       Words::tr("Jensen on the exponential"),
       Words::tr(
           "X is −1 or 2.5. The mean of e^X lies above e to the mean of X, because the few large values "
           "count more after e. Move the weight: at either end nothing is left to average and the gap "
           "closes."),
       {{"f", "exp(x)"}, {"a", "-1"}, {"b", "2.5"}, {"weight", "0.6"}}},
      {"kink",
       Words::tr("Convex with a kink"),
       Words::tr("|x| has no second derivative at 0 and is convex all the same: the chord test needs no "
                 "derivative. f″ is 0 elsewhere, so the second picture alone would not tell it from a line."),
       {{"f", "abs(x)"}, {"a", "-2"}, {"b", "2.4"}, {"weight", "0.7"}}},
      {"logistic",
       Words::tr("Logistic loss"),
       Words::tr("The loss of logistic regression is convex, so every minimum found is the global one. Its "
                 "curvature fades on both sides. On the steep side f is then nearly a line, and a step of "
                 "Newton's method, slope over curvature, is huge."),
       {{"f", "log(1 + exp(-x))"}, {"a", "-2.5"}, {"b", "2"}, {"weight", "0.5"}}},
      {"edge",
       Words::tr("Optimum on the edge"),
       Words::tr(
           "c is not allowed, so the optimum is where a contour of f touches the disc. There the two "
           "arrows balance: ∇f + λ∇g = 0. That there is such a λ is sure because the disc has an inside, "
           "which "
           "is Slater's condition. In the second picture move yours until the gap closes; x(λ) walks from c "
           "to the optimum."),
       {{"look", "constrained"}}},
      {"inside",
       Words::tr("Optimum inside"),
       Words::tr(
           "c itself is allowed. The constraint changes nothing, so its price λ is 0, and complementary "
           "slackness λg = 0 holds because of λ, not of g. Drag c over the edge and watch λ come up."),
       {{"look", "constrained"}, {"c", "-0.6,-0.1"}, {"multiplier", "0.4"}}},
      {"line",
       Words::tr("Tangency at a line"),
       Words::tr(
           "The contour through the optimum touches the line, and ∇f stands at a right angle to it. Turn "
           "the line by the tip of n: the optimum slides to where the next contour touches."),
       {{"look", "constrained"},
        {"kind", "half_plane"},
        {"q", "-0.5,1"},
        {"direction", "15"},
        {"c", "1.8,0.6"},
        {"multiplier", "0.5"}}},
      {"weak",
       Words::tr("Weak curvature"),
       Words::tr(
           "One eigenvalue of H is 0.05: along that direction f is nearly flat. The optimum still exists "
           "and is unique, but a step along the valley changes f by almost nothing, and λ is small."),
       {{"look", "constrained"},
        {"hxx", "0.05"},
        {"hxy", "0"},
        {"hyy", "1.5"},
        {"c", "3,0.8"},
        {"multiplier", "0.05"}}},
      {"saddle",
       Words::tr("A saddle on a disc"),
       Words::tr(
           "f is not convex, and without the disc it has no minimum. On the disc it has one, and there is "
           "no duality gap: for one quadratic constraint this is a theorem. The dual exists only from the "
           "λ on that lifts the least eigenvalue to 0."),
       {{"look", "constrained"},
        {"hxx", "1"},
        {"hxy", "0"},
        {"hyy", "-0.8"},
        {"c", "1,0.4"},
        {"q", "0,0"},
        {"multiplier", "0.8"}}},
      {"two",
       Words::tr("Two optima"),
       Words::tr(
           "The middle of the saddle is that of the disc, so both ends of its falling axis are as good. "
           "Convexity would have ruled this out: the set of minima of a convex f is convex."),
       {{"look", "constrained"},
        {"hxx", "1"},
        {"hxy", "0"},
        {"hyy", "-0.8"},
        {"c", "0,0"},
        {"q", "0,0"},
        {"multiplier", "0.8"}}},
  };
}

} // namespace eigenboard::panels::optimization::convexity_panel
