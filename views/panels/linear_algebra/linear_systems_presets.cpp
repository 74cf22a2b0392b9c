#include "views/panels/linear_algebra/linear_systems_words.h"

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

std::vector<panel::Preset> presets() {
  return {
      {"unique",
       Words::tr("One solution"),
       Words::tr(
           "Two pictures of one system. On the left each row is a line, and the solution is where they "
           "cross. On the right the same numbers say how much of each column makes b. Drag the solution "
           "and watch both."),
       {}},
      {"elimination",
       Words::tr("Elimination turns lines"),
       Words::tr("One row operation has turned the second line until x is gone from it. Step on: every line "
                 "turns about the solution, which never moves, until the lines stand upright and level and "
                 "the solution can be read off."),
       {{"A", "2,1;1,-1"}, {"b", "4,-1"}, {"view", "rows"}},
       1},
      {"none",
       Words::tr("No solution"),
       Words::tr("Parallel lines never meet, and b does not lie on the line of the columns. The rank grows "
                 "from 1 to 2 when b joins A. The point in the middle of the strip is the least-squares "
                 "answer, and all points of the dashed line do as well."),
       {{"A", "1,2;1,2"}, {"b", "4,-2"}}},
      {"infinite",
       Words::tr("Infinitely many"),
       Words::tr(
           "The second equation is the first times −2: one line drawn twice, and every point of it is a "
           "solution. Of these, the point nearest to the origin is marked."),
       {{"A", "1,2;-2,-4"}, {"b", "3,-6"}}},
      {"nearly_parallel",
       Words::tr("Nearly parallel"),
       Words::tr("The noise in b is small, yet the cloud of solutions is long: it stretches along the lines, "
                 "where they cannot tell one point from the next. κ says how much worse it may get. Turn one "
                 "line to a right angle and the cloud becomes round."),
       {{"A", "1,2;1,1.6"}, {"b", "4,3.6"}, {"noise", "0.2"}, {"view", "rows"}}},
      {"well_conditioned",
       Words::tr("At right angles"),
       Words::tr("The same noise as for the nearly parallel lines, and a small round cloud: rows at a right "
                 "angle and of one length have κ = 1, the best there is."),
       {{"A", "0.8,0.6;0.6,-0.8"}, {"b", "2.2,0.4"}, {"noise", "0.2"}, {"view", "rows"}}},
      {"least_squares",
       Words::tr("Three lines, two unknowns"),
       Words::tr("Three lines seldom meet in a point. The least-squares solution misses each by the dotted "
                 "red way. On the right the same in columns: b lies above the plane that the columns reach, "
                 "and Ax is the foot of the perpendicular."),
       {{"A", "1,1;1,-1"}, {"b", "3,-1"}, {"third", "true"}, {"third_row", "1,0.5"}, {"b3", "0"}}},
      {"three_planes",
       Words::tr("Three planes"),
       Words::tr("Each two planes meet in a line, and the three lines in one point. Lift a plane by its "
                 "handle: the point slides along the line of the other two."),
       {{"A", "1,1;1,-1"},
        {"b", "4,-1"},
        {"third", "true"},
        {"third_row", "-0.5,0"},
        {"b3", "1.5"},
        {"space", "true"},
        {"third_column", "1,0,2"},
        {"view", "rows"}}},
      {"two_planes",
       Words::tr("Two equations, three unknowns"),
       Words::tr(
           "Two planes leave a line of solutions: one unknown is free. The marked point is the shortest "
           "solution, the one that the pseudoinverse gives."),
       {{"A", "1,1;1,-1"}, {"b", "3,-1"}, {"space", "true"}, {"third_column", "0.5,2,0"}}},
      {"prism",
       Words::tr("Planes without a point"),
       Words::tr("No two of the planes are parallel, and still there is no point in all three: their lines "
                 "of meeting are parallel. Elimination has found it out: its last row says 0 = 4."),
       {{"A", "1,0;0,1"},
        {"b", "-1,-1"},
        {"third", "true"},
        {"third_row", "1,1"},
        {"b3", "2"},
        {"space", "true"},
        {"third_column", "0.5,0.5,1"},
        {"view", "rows"}},
       2},
      {"hilbert",
       Words::tr("Hilbert matrix"),
       Words::tr("The rows 1, 1/2, 1/3 and so on look different and are nearly dependent: κ is 524. "
                 "Noise of one hundredth in b scatters the solutions along a needle."),
       {{"A", "1,1/2;1/2,1/3"},
        {"b", "11/6,13/12"},
        {"third", "true"},
        {"third_row", "1/3,1/4"},
        {"b3", "47/60"},
        {"space", "true"},
        {"third_column", "1/3,1/4,1/5"},
        {"noise", "0.01"},
        {"view", "rows"}}},
  };
}

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
