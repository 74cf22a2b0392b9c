#pragma once

#include "views/panels/recommender/ratings_model.h"

namespace eigenboard::panels::recommender::ratings_panel {

scene::PlaneView functionView(const Result& r);
scene::PlaneView vectorsView(const Result& r);
scene::PlaneView samplesView(const Params& params, const Result& r);
scene::PlaneView sparseView(const Result& r);

} // namespace eigenboard::panels::recommender::ratings_panel
