#pragma once

#include "views/scene/scene.h"

namespace eigenboard::scene {

/// What of an earlier picture is shown behind a later one: its curves, points and arrows, muted, thinner, at
/// less than half their opacity and without labels. Lattices, axes, lines without end, regions, labels and
/// handles are left out; so is what is drawn as ink or grid; of a chart its lines and bars are shown, the
/// bars in their own colours and without numbers. Fields and surfaces come along unseen, to tell whether the
/// pictures can be compared. Views without marks to show are left out as well. caption: names the marks, "%1"
/// in it stands for the mark's own name.
Scene ghostOf(const Scene& earlier, const QString& caption);

/// The present picture with the marks of a ghost under its own curves, points and arrows and over what is
/// painted before those; bars are outlines over the present ones. Views find each other by key and kind;
/// where the axes are called otherwise, or the fields (heat maps, surfaces) are others, the ghost is of
/// another thing and is not shown; nor are bars of other categories, or drawn another way. A mark that the
/// present picture has as well, point by point, is left out. Cost: a copy of the ghost's points.
Scene withGhost(Scene current, const Scene& ghost);

} // namespace eigenboard::scene
