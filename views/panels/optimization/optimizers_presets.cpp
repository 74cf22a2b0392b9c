#include "views/panels/optimization/optimizers_words.h"

namespace eigenboard::panels::optimization::optimizers_panel {

std::vector<panel::Preset> presets() {
  return {
      {"ravine",
       Words::tr("Ravine"),
       Words::tr("All start with the same slope, across the ravine. Gradient descent crosses it again and "
                 "again, momentum swings, Adam goes slantwise because it weighs both directions alike, "
                 "and Newton is there in one step."),
       {{"function", "ravine"}},
       40},
      {"all_nine",
       Words::tr("All nine"),
       Words::tr("Nine walks from one slope on Rosenbrock's valley. It is easy to find and hard to follow: "
                 "the methods that measure curvature turn with it, the others creep along its floor."),
       {{"function", "rosenbrock"},
        {"start", "-1.2,1"},
        {"rate", "0.0005"},
        {"length", "0.05"},
        {"watch", "adam"},
        {"nesterov", "true"},
        {"adagrad", "true"},
        {"rmsprop", "true"},
        {"adamw", "true"},
        {"lbfgs", "true"}},
       60},
      {"saddle",
       Words::tr("Saddle"),
       Words::tr("The start is almost on the ridge. Gradient descent first walks to the saddle point, where "
                 "the slope is nearly 0, and loses its time there. Adam is away at once: it divides the "
                 "small slope by its own size."),
       {{"function", "saddle"}, {"start", "-2.5,0.01"}, {"rate", "0.1"}, {"adagrad", "true"}},
       60},
      {"plateau",
       Words::tr("Plateau"),
       Words::tr("Far out the slope fades, and so do the steps of gradient descent. The methods that divide "
                 "the slope by its size do not notice. Newton, where the ground curves downwards, is turned "
                 "round to go downhill."),
       {{"function", "plateau"},
        {"start", "-4,3"},
        {"rate", "0.5"},
        {"length", "0.2"},
        {"rmsprop", "true"},
        {"watch", "adam"}},
       60},
      {"rosenbrock",
       Words::tr("Rosenbrock"),
       Words::tr("The slope points across the bent valley and hardly along it. Look at the loss: a quick "
                 "fall to the floor, then a long way round the bend."),
       {{"function", "rosenbrock"},
        {"start", "-1.2,1"},
        {"rate", "0.001"},
        {"length", "0.05"},
        {"watch", "heavy_ball"}},
       200},
      {"himmelblau",
       Words::tr("Himmelblau"),
       Words::tr("Four minima of equal depth. From one start the methods come down into different ones: "
                 "where a walk ends is a matter of the method too."),
       {{"function", "himmelblau"},
        {"start", "0.2,-0.6"},
        {"rate", "0.01"},
        {"length", "0.3"},
        {"rmsprop", "true"},
        {"watch", "gd"}},
       60},
      {"beale",
       Words::tr("Beale"),
       Words::tr("Flat in the middle, steep at the edges. The rate that is safe at the edge is slow in the "
                 "middle."),
       {{"function", "beale"}, {"start", "-1,-1"}, {"rate", "0.01"}, {"length", "0.1"}, {"watch", "adam"}},
       100},
      {"noisy_bowl",
       Words::tr("Noisy bowl"),
       Words::tr(
           "Every slope carries the same noise for every method, as from small batches. Nobody comes to "
           "rest: the larger the rate, the larger the cloud about the minimum."),
       {{"function", "bowl"},
        {"start", "-2.5,1.5"},
        {"rate", "0.1"},
        {"noise", "1"},
        {"adagrad", "true"},
        {"newton", "false"},
        {"ahead", "false"}},
       150},
      {"too_large",
       Words::tr("Step too large"),
       Words::tr(
           "The rate times the largest curvature is 2.05, just above 2: every step of gradient descent "
           "overshoots by more than it came. Momentum bears it, because it averages the crossings out."),
       {{"function", "ravine"}, {"start", "-2.5,0.3"}, {"rate", "0.0205"}, {"watch", "gd"}},
       60},
      {"cooling",
       Words::tr("Warm-up and cosine"),
       Words::tr(
           "The noise of the small batches again, but the rate rises for ten steps and then falls along "
           "half a cosine. The cloud about the minimum shrinks with it. Choose the constant schedule to "
           "see them roam at the full rate instead."),
       {{"function", "bowl"},
        {"start", "-2.5,1.5"},
        {"rate", "0.3"},
        {"length", "0.3"},
        {"noise", "1"},
        {"schedule", "cosine"},
        {"newton", "false"},
        {"ahead", "false"}},
       150},
      {"own",
       Words::tr("Your own"),
       Words::tr("Type any formula of x and y. Its slope and curvature are found by differentiating what you "
                 "typed, and checked against differences of its values."),
       {{"function", "own"}, {"start", "-2.5,1.2"}, {"rate", "0.1"}, {"watch", "gd"}},
       40},
  };
}

} // namespace eigenboard::panels::optimization::optimizers_panel
