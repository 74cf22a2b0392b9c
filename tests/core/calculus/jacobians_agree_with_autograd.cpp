#include "core/calculus/curvature.h"
#include "core/calculus/forward_mode.h"
#include "core/calculus/jacobian.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <Eigen/Eigenvalues>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

using namespace eigenboard;
using namespace eigenboard::calculus;
using tests::RandomNumbers;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

algebra::Expression read(const char* text) {
  return algebra::parseExpression(text, {"x", "y"}).expression;
}

struct Map {
  const char* first;
  const char* second;
  const char* torch; ///< the same for PyTorch
};

constexpr std::array<Map, 4> maps = {{
    {"x cos(y)", "x sin(y)", "(x * torch.cos(y), x * torch.sin(y))"},
    {"x^2 - y^2", "2 x y", "(x**2 - y**2, 2 * x * y)"},
    {"exp(x) sin(y) + x y", "tanh(x - 2y)", "(torch.exp(x) * torch.sin(y) + x * y, torch.tanh(x - 2 * y))"},
    {"sqrt(1 + x^2)/(2 + cos(y))", "log(3 + x y^2 + x^2)",
     "(torch.sqrt(1 + x**2) / (2 + torch.cos(y)), torch.log(3 + x * y**2 + x**2))"},
}};

} // namespace

class JacobiansAgreeWithAutograd : public QObject {
  Q_OBJECT

 private slots:
  void bothModesGiveTorchsJacobian() {
    RandomNumbers random(41);
    QJsonArray points;
    std::vector<std::array<double, 2>> places;
    for (int i = 0; i < 25; ++i) {
      places.push_back({random.uniform(-1.5, 1.5), random.uniform(-1.5, 1.5)});
      points.append(QJsonArray{places.back()[0], places.back()[1]});
    }
    for (const Map& map : maps) {
      const auto answer = tests::runPython(QStringLiteral(R"(
import json, sys
import torch
torch.set_num_threads(1)

def function(p):
    x, y = p
    return torch.stack(%1)

print(json.dumps([torch.autograd.functional.jacobian(function, torch.tensor(p, dtype=torch.float64)).flatten().tolist()
                  for p in json.load(sys.stdin)]))
)")
                                               .arg(QString::fromLatin1(map.torch)),
                                           QJsonDocument(points).toJson());
      QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
      const QJsonArray truth = QJsonDocument::fromJson(answer.output).array();
      QCOMPARE(static_cast<std::size_t>(truth.size()), places.size());
      const std::array components{read(map.first), read(map.second)};
      for (std::size_t i = 0; i < places.size(); ++i) {
        const Eigen::MatrixXd forward = jacobianForward(components, places[i]);
        const Eigen::MatrixXd reverse = jacobianReverse(components, places[i]);
        for (int k = 0; k < 4; ++k) {
          const double expected = truth[static_cast<qsizetype>(i)].toArray()[k].toDouble();
          // Some twenty operations on numbers below 10, each rounded by both sides.
          const double rounding = 2 * 20 * 10 * epsilon;
          QVERIFY(std::abs(forward(k / 2, k % 2) - expected) <= rounding);
          QVERIFY(std::abs(reverse(k / 2, k % 2) - expected) <= rounding);
        }
      }
    }
  }

  void whatDoesNotExistIsNotANumberAndTheRestIs() {
    const std::array components{read("abs(x) + y^2")};
    for (const Eigen::MatrixXd& J : {jacobianForward(components, std::array{0.0, 3.0}),
                                     jacobianReverse(components, std::array{0.0, 3.0})}) {
      QVERIFY(std::isnan(J(0, 0)));
      QCOMPARE(J(0, 1), 6.0);
    }
  }

  void tangentsEndInTheDirectionalDerivative() {
    RandomNumbers random(44);
    for (const Map& map : maps)
      for (int i = 0; i < 20; ++i) {
        const algebra::Expression f = read(map.first);
        const std::array<double, 2> at{random.uniform(-1.5, 1.5), random.uniform(-1.5, 1.5)};
        const std::array<double, 2> along{i % 4 == 0 ? 0 : random.uniform(-1, 1), random.uniform(-1, 1)};
        const std::vector<double> steps = tangents(forwardPass(f, at), along);
        QCOMPARE(steps.back(), derivativeAlong(f, at, along).derivative);
        const Eigen::VectorXd g = gradient(f, at).gradient;
        QVERIFY(std::abs(steps.back() - g(0) * along[0] - g(1) * along[1]) <= derivativeRounding(f, at));
      }
    QVERIFY(tangents({}, std::array{1.0, 0.0}).empty());
  }

  void slopesRoundACreaseAreOneSided() {
    const auto cone = [](const Eigen::Vector2d& p) { return p.norm(); };
    for (const double slope : oneSidedSlopes(cone, {0, 0}, 0x1p-20, 16))
      QVERIFY(std::abs(slope - 1) <= 4 * epsilon);
    // A linear function: the cosine of the angle to its gradient.
    const std::vector<double> slopes =
        oneSidedSlopes([](const Eigen::Vector2d& p) { return 3 * p.x() - p.y(); }, {0.5, 0.25}, 0x1p-10, 12);
    for (std::size_t k = 0; k < slopes.size(); ++k) {
      const double angle = 2 * std::numbers::pi * static_cast<double>(k) / 12;
      // Rounding of values near 1 over the step.
      QVERIFY(std::abs(slopes[k] - (3 * std::cos(angle) - std::sin(angle))) <= 8 * epsilon / 0x1p-10);
    }
  }

  void areasOfImagesAreDeterminants() {
    // Linear: exactly det · side².
    RandomNumbers random(42);
    for (int i = 0; i < 20; ++i) {
      const Eigen::Matrix2d A = random.matrix(2, 2);
      const Eigen::Vector2d middle = random.matrix(2, 1);
      const double side = random.uniform(0.1, 2);
      const MappedSquare image =
          mappedSquare([&](const Eigen::Vector2d& p) { return Eigen::Vector2d(A * p); }, middle, side, 8);
      QVERIFY(std::abs(image.area - A.determinant() * side * side) <= 64 * epsilon * side * side);
      QCOMPARE(image.outline.size(), std::size_t(33));
    }
    // Polar coordinates: the ring sector of width s about r has the area r s · s exactly; the polygon is
    // short by the segments of its two arcs, s³ r / (12 n²) each way to leading order.
    const auto polar = [](const Eigen::Vector2d& p) {
      return Eigen::Vector2d(p.x() * std::cos(p.y()), p.x() * std::sin(p.y()));
    };
    const double s = 0.4;
    const int n = 16;
    const MappedSquare sector = mappedSquare(polar, {1.5, 0.3}, s, n);
    QVERIFY(std::abs(sector.area - 1.5 * s * s) <= 2 * s * s * s * 1.7 * 1.7 / (12.0 * n * n));
    QVERIFY(std::abs(sector.area - 1.5 * s * s) > 0);
    // Turned over.
    QVERIFY(mappedSquare([](const Eigen::Vector2d& p) { return Eigen::Vector2d(p.y(), p.x()); }, {0, 0}, 1, 1)
                .area == -1);
    QVERIFY(std::isnan(
        mappedSquare([](const Eigen::Vector2d& p) { return Eigen::Vector2d(std::log(p.x()), p.y()); }, {0, 0},
                     1, 4)
            .area));
  }

  void curvaturesAreEigenvalues() {
    RandomNumbers random(43);
    for (int i = 0; i < 500; ++i) {
      const double scale = i % 3 == 0 ? random.scale() : 1;
      Eigen::Matrix2d H = random.matrix(2, 2) * scale;
      H(1, 0) = H(0, 1);
      if (i % 7 == 0)
        H(0, 1) = H(1, 0) = 0;
      const Curvatures found = curvatures(H);
      const Eigen::Vector2d expected =
          Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d>(H, Eigen::EigenvaluesOnly).eigenvalues();
      const double rounding = 16 * epsilon * H.norm();
      QVERIFY(std::abs(found.smallest - expected(0)) <= rounding);
      QVERIFY(std::abs(found.largest - expected(1)) <= rounding);
      QVERIFY((H * found.steepest - found.largest * found.steepest).norm() <= rounding);
      QVERIFY(std::abs(found.steepest.norm() - 1) <= 4 * epsilon);
    }
    // 1 and 1e-20: m − r would be 0.
    const Curvatures steep = curvatures(Eigen::Matrix2d{{1, 0}, {0, 1e-20}});
    QCOMPARE(steep.smallest, 1e-20);
    QCOMPARE(steep.largest, 1.0);
    const Curvatures tiny = curvatures(Eigen::Matrix2d{{2e-200, 0}, {0, 3e-200}});
    QVERIFY(std::abs(tiny.smallest - 2e-200) <= 4 * epsilon * 3e-200);
    const Curvatures huge = curvatures(Eigen::Matrix2d{{2e300, 0}, {0, 3e300}});
    QVERIFY(std::abs(huge.smallest - 2e300) <= 4 * epsilon * 3e300);
    QCOMPARE(curvatures(Eigen::Matrix2d::Zero()).largest, 0.0);
    QCOMPARE(curvatures(-Eigen::Matrix2d::Identity()).smallest, -1.0);
    const double none = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(std::isnan(curvatures(Eigen::Matrix2d{{none, 0}, {0, 1}}).smallest));
  }
};

QTEST_APPLESS_MAIN(JacobiansAgreeWithAutograd)
#include "jacobians_agree_with_autograd.moc"
