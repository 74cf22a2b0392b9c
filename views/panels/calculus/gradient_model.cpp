#include "views/panels/calculus/gradient_model.h"

#include "core/calculus/forward_mode.h"
#include "core/geometry/level_choice.h"
#include "core/geometry/level_refinement.h"
#include "core/linear_algebra/scaling.h"
#include "views/panel/expression_words.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::panels::calculus::gradient_panel {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr int curvePoints = 121;
constexpr int measuredPoints = 24;
constexpr double tinyStep = 0x1p-20;
constexpr int partsOfASide = 24;

Typed typed(const QString& text) {
  const std::vector<std::string> variables{"x", "y"};
  const algebra::ParsedExpression parsed = algebra::parseExpression(text.toStdString(), variables);
  return {parsed.ok() ? QString() : panel::expressionProblem(parsed, variables), parsed.expression};
}

Ground groundOf(const QString& text) {
  Ground ground;
  ground.f = typed(text);
  if (!ground.f.problem.isEmpty())
    return ground;
  const algebra::Expression& f = ground.f.expression;
  double sum = 0;
  int count = 0;
  ground.field = geometry::sampled(
      [&](double x, double y) {
        const Eigen::Vector2d slope = math::gradient(f, std::array{x, y}).gradient;
        const double steepness = std::hypot(slope.x(), slope.y());
        if (std::isfinite(steepness)) {
          sum += steepness;
          ++count;
        }
        return valueAt(f, {x, y});
      },
      {samplesAcross, samplesAcross, -reach, reach, -reach, reach, {}});
  const auto range = geometry::rangeOf(ground.field);
  constexpr double largest = 1e150; // pictures and differences need room below the largest double
  if (!range)
    ground.f.problem = Words::tr("f has no value anywhere between −2 and 2");
  else if (std::max(std::abs(range->minimum), std::abs(range->maximum)) > largest)
    ground.f.problem = Words::tr("The values of f are too large to be drawn");
  if (!ground.f.problem.isEmpty())
    return ground;
  ground.range = *range;
  ground.fine = geometry::sampled(
      [&f](double x, double y) {
        return valueAt(f, {x, y});
      },
      {fineSamplesAcross, fineSamplesAcross, -reach, reach, -reach, reach, {}});
  ground.isRavine = geometry::isRavine(ground.field);
  ground.typicalSlope = count > 0 && sum > 0 && std::isfinite(sum) ? sum / count : 1;
  return ground;
}

geometry::LevelSet contourThrough(const Ground& ground, double level) {
  const geometry::LevelSet rough = geometry::levelSet(ground.fine, level);
  const double cell = 2 * reach / (fineSamplesAcross - 1);
  return geometry::refined(
      rough,
      [&f = ground.f.expression](const Eigen::Vector2d& p) {
        const math::ValueAndGradient here = math::gradient(f, std::array{p.x(), p.y()});
        return geometry::ValueAndSlope{here.value, here.gradient};
      },
      cell);
}

Slopes slopesOf(const Params& p, const Ground& ground, const Eigen::Vector2d& u) {
  const algebra::Expression& f = ground.f.expression;
  const std::array place{p.at.x(), p.at.y()};
  const auto value = [&f](const Eigen::Vector2d& at) { return valueAt(f, at); };
  Slopes s;
  s.value = value(p.at);
  s.forward = s.reverse = Eigen::Vector2d::Constant(undefined);
  s.hessian = Eigen::Matrix2d::Constant(undefined);
  s.along = undefined;
  s.difference = math::centralDifference(value, p.at);
  s.secant = (value(p.at + p.h * u) - value(p.at - p.h * u)) / (2 * p.h);
  if (std::isfinite(s.value)) {
    s.forward = math::jacobianForward(std::array{f}, place).row(0).transpose();
    s.reverse = math::gradient(f, place).gradient;
    s.hessian = math::secondOrder(f, p.at).hessian;
    s.along = math::derivativeAlong(f, place, std::array{u.x(), u.y()}).derivative;
    s.rounding = math::derivativeRounding(f, place);
    s.measured = math::oneSidedSlopes(value, p.at, tinyStep, measuredPoints);
    s.through = contourThrough(ground, s.value);
  }
  s.curvature = math::curvatures(s.hessian);
  if (s.hasGradient())
    for (int k = 0; k < curvePoints; ++k) {
      const double degrees = 360.0 * k / (curvePoints - 1);
      const Eigen::Vector2d way = directionAt(degrees);
      s.curve.emplace_back(degrees, math::derivativeAlong(f, place, std::array{way.x(), way.y()}).derivative);
    }
  return s;
}

/// From the lowest to the highest, without the fiftieth part at each end.
std::pair<double, double> mostOf(std::vector<double> numbers) {
  std::erase_if(numbers, [](double number) { return !(std::abs(number) < 1e12); });
  if (numbers.empty())
    return {-1, 1};
  std::sort(numbers.begin(), numbers.end());
  const std::size_t cut = numbers.size() / 50;
  const double low = numbers[cut];
  const double high = numbers[numbers.size() - 1 - cut];
  const double room = 0.08 * (high - low) + (high - low < 1e-9 ? 1 : 0);
  return {low - room, high + room};
}

MappedGrid gridOf(const std::array<algebra::Expression, 2>& map) {
  constexpr int lines = 9;
  constexpr int points = 41;
  MappedGrid grid;
  std::vector<double> across;
  std::vector<double> up;
  for (int k = 0; k < 2 * lines; ++k) {
    const int line = k / 2;
    const double fixed = -reach + 2 * reach * line / (lines - 1);
    std::vector<QPointF> image;
    for (int i = 0; i < points; ++i) {
      const double moving = -reach + 2 * reach * i / (points - 1);
      const Eigen::Vector2d at = k % 2 == 0 ? Eigen::Vector2d(fixed, moving) : Eigen::Vector2d(moving, fixed);
      image.emplace_back(valueAt(map[0], at), valueAt(map[1], at));
      across.push_back(image.back().x());
      up.push_back(image.back().y());
    }
    grid.lines.push_back(std::move(image));
  }
  const auto [left, right] = mostOf(std::move(across));
  const auto [bottom, top] = mostOf(std::move(up));
  grid.low = {left, bottom};
  grid.high = {right, top};
  return grid;
}

Patch patchOf(const Params& p, const std::array<algebra::Expression, 2>& map, const Eigen::Vector2d& u) {
  const std::array place{p.at.x(), p.at.y()};
  const auto value = [&map](const Eigen::Vector2d& at) {
    return Eigen::Vector2d(valueAt(map[0], at), valueAt(map[1], at));
  };
  Patch patch;
  patch.image = value(p.at);
  patch.forward = math::jacobianForward(map, place);
  patch.reverse = math::jacobianReverse(map, place);
  patch.rounding = {math::derivativeRounding(map[0], place), math::derivativeRounding(map[1], place)};
  const Eigen::Matrix2d& J = patch.forward;
  patch.determinant =
      J.allFinite() ? linear_algebra::differenceOfProducts(J(0, 0), J(1, 1), J(0, 1), J(1, 0)).toDouble()
                    : undefined;
  patch.square = math::mappedSquare(value, p.at, p.side, partsOfASide);
  patch.linear = math::mappedSquare(
      [&](const Eigen::Vector2d& at) { return Eigen::Vector2d(patch.image + J * (at - p.at)); }, p.at, p.side,
      1);
  patch.pushed = J * u;
  return patch;
}

} // namespace

double Slopes::steepness() const {
  return std::hypot(forward.x(), forward.y());
}

double valueAt(const algebra::Expression& f, const Eigen::Vector2d& at) {
  return algebra::evaluate(f, std::array{at.x(), at.y()});
}

Eigen::Vector2d directionAt(double degrees) {
  const double quarter = degrees / 90;
  if (quarter == std::floor(quarter)) {
    constexpr std::array<double, 4> cosines{1, 0, -1, 0};
    const auto k = static_cast<std::size_t>(static_cast<int>(quarter) & 3);
    return {cosines[k], cosines[(k + 3) % 4]};
  }
  const double angle = degrees * std::numbers::pi / 180;
  return {std::cos(angle), std::sin(angle)};
}

double angleOf(const Eigen::Vector2d& direction) {
  const double degrees = std::atan2(direction.y(), direction.x()) * 180 / std::numbers::pi;
  return degrees < 0 ? degrees + 360 : degrees;
}

Result evaluate(const Params& params, Memory& memory) {
  Result result;
  result.u = directionAt(params.angle);
  if (params.mode == Mode::Map) {
    for (std::size_t i = 0; i < 2; ++i) {
      const Typed one = typed(i == 0 ? params.f : params.g);
      if (!one.problem.isEmpty()) {
        result.problem = one.problem;
        result.problemKey = i == 0 ? QStringLiteral("f") : QStringLiteral("g");
        return result;
      }
      result.components[i] = one.expression;
    }
    result.grid = memory.grids.to({params.f, params.g}, [&] { return gridOf(result.components); });
    result.patch = patchOf(params, result.components, result.u);
    return result;
  }
  result.ground = memory.grounds.to(params.f, [&] { return groundOf(params.f); });
  result.problem = result.ground->f.problem;
  result.problemKey = QStringLiteral("f");
  if (!result.problem.isEmpty())
    return result;
  result.components[0] = result.ground->f.expression;
  result.contours = memory.contours.to(
      {params.f, params.contours}, [&] { return geometry::contours(result.ground->field, params.contours); });
  result.slopes = slopesOf(params, *result.ground, result.u);
  return result;
}

} // namespace eigenboard::panels::calculus::gradient_panel
