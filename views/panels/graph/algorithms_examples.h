#pragma once

#include "views/panels/graph/algorithms_model.h"

namespace eigenboard::panels::graph::algorithms_panel {

// Tables of nodes, of edges and of walls, and names, for the presets.
Eigen::MatrixXd townPlaces();
Eigen::MatrixXd townRoads();
QString townNames();
Eigen::MatrixXd detourPlaces();
Eigen::MatrixXd detourRoads();
Eigen::MatrixXd coursePlaces();
Eigen::MatrixXd courseEdges();
QString courseNames();
Eigen::MatrixXd webPlaces();
Eigen::MatrixXd webLinks();
QString webNames();
Eigen::MatrixXd communityPlaces();
Eigen::MatrixXd communityEdges();
QString communityNames();
Eigen::MatrixXd mazeWalls();
Eigen::MatrixXd trapWalls();

} // namespace eigenboard::panels::graph::algorithms_panel
