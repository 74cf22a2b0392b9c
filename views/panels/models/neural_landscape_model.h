#pragma once

#include "core/geometry/level_sets.h"
#include "core/models/loss_slice.h"
#include "core/models/network_training.h"
#include "core/models/toy_data.h"
#include "views/panel/progress.h"
#include "views/panels/support/last_answer.h"
#include "views/scene/scene.h"

#include <QCoreApplication>

#include <cstdint>
#include <span>
#include <tuple>

namespace eigenboard::panels::models::neural_landscape_panel {

namespace nets = eigenboard::models;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(NeuralLandscapePanel)
};

enum class PlaneKind : std::uint8_t { Random, Path };
enum class ViewKind : std::uint8_t { Landscape, Network, Training };

inline constexpr int samples = 60;
inline constexpr double noise = 0.12;
inline constexpr int gridAcross = 25; ///< odd: the middle of the plane is one of its samples
inline constexpr int mostSteps = 250;

struct Params {
  nets::ToyData data = nets::ToyData::Moons;
  int layers = 2;
  int neurons = 6;
  nets::Activation activation = nets::Activation::Tanh;
  nets::Normalization normalization = nets::Normalization::None;
  double rate = 0.3;
  int seed = 1;
  PlaneKind plane = PlaneKind::Random;
  int slice = 1;                   ///< which pair of random directions
  double span = 1;                 ///< half the width of the picture, in lengths of the directions
  Eigen::Vector2d probe{0.6, 0.4}; ///< in parts of the span
  bool isLogarithmic = false;
  ViewKind view = ViewKind::Landscape;

  nets::NetworkShape shape() const;
  nets::LabelledPoints points() const;
  Eigen::VectorXd start() const;
  /// The two random directions before they are fitted to the weights.
  Eigen::VectorXd rawDirection(int which) const;
};

struct Step {
  std::shared_ptr<const nets::LabelledPoints> points;
  nets::TrainingState state;
};

Step start(const Params& params);
Step next(const Params& params, const Step& step);
bool isFinished(const Params& params, const Step& step);

/// All that the probe and the choice of views leave as it is.
struct Landscape {
  nets::LossSlice slice;
  geometry::SampledField losses;
  geometry::FieldRange range;        ///< of the losses
  std::vector<Eigen::Vector2d> path; ///< the training, as the plane sees it
  double shareOfWay = 0;             ///< of the way from the start to here that lies in the plane
  nets::Sharpness sharpness;
};

using Question = std::tuple<nets::ToyData, int, int, nets::Activation, nets::Normalization, double, int,
                            PlaneKind, int, double, int>;
using Memory = LastAnswer<Question, Landscape>;

struct Result {
  std::span<const Step> history;
  std::shared_ptr<const Landscape> landscape;
  geometry::SampledField heights; ///< the losses, or their logarithms, as they are drawn
  geometry::FieldRange shown;
  std::vector<geometry::LevelSet> contours;
  Eigen::Vector2d probe;  ///< α and β
  Eigen::VectorXd probed; ///< the parameters there
  double probeLoss = 0;
  double accuracy = 0;      ///< of the trained network
  double probeAccuracy = 0; ///< of the one at the probe

  const Step& now() const { return history.back(); }
  int steps() const { return static_cast<int>(history.size()) - 1; }
  double heightOf(double loss, const Params& params) const;
};

Result evaluate(const Params& params, std::span<const Step> history, Memory& memory,
                panel::Progress& progress);

scene::Scene drawn(const Params& params, const Result& result);
scene::SpaceView surfaceView(const Params& params, const Result& result);
/// The data with the decisions of the network at the probe.
scene::PlaneView networkView(const Params& params, const Result& result);
scene::PlaneView lossView(const Params& params, const Result& result);
/// The sharpness step by step, and the line 2/η that it must not cross for long.
scene::PlaneView sharpnessView(const Params& params, const Result& result);

} // namespace eigenboard::panels::models::neural_landscape_panel
