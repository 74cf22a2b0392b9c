#include "core/numerics/random.h"
#include "core/optimization/lbfgs.h"
#include "core/optimization/newton.h"
#include "core/optimization/test_functions.h"
#include "tests/core/python_process.h"

#include <Eigen/Dense>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace eigenboard::optimization;
using eigenboard::numerics::Random;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

OptimizerState walked(const Objective& objective, const OptimizerSettings& settings,
                      const Eigen::Vector2d& start, int steps) {
  OptimizerState state = initialState(objective, start);
  for (int k = 0; k < steps; ++k)
    state = nextState(objective, settings, state);
  return state;
}

double distanceToMinimum(const Objective& objective, const Eigen::Vector2d& point) {
  double least = std::numeric_limits<double>::infinity();
  for (const Eigen::Vector2d& minimum : objective.minima)
    least = std::min(least, (point - minimum).norm());
  return least;
}

} // namespace

class SecondOrderMethodsFindTheMinimum : public QObject {
  Q_OBJECT

 private slots:
  void theLargestCurvatureIsTheLargestEigenvalue() {
    Random random(67);
    for (int trial = 0; trial < 300; ++trial) {
      const double scale = std::exp2(std::floor(random.uniform(-900, 900)));
      const double angle = random.uniform(0, 7);
      const Eigen::Vector2d u(std::cos(angle), std::sin(angle));
      const Eigen::Vector2d values(random.uniform(-3, 3), random.uniform(-3, 3));
      const Eigen::Matrix2d H =
          scale * (values(0) * u * u.transpose() +
                   values(1) * (Eigen::Matrix2d::Identity() - Eigen::Matrix2d(u * u.transpose())));
      // The entries of H and the closed form are made of some ten roundings of the largest of them.
      QVERIFY(std::abs(largestCurvature(H) / scale - values.maxCoeff()) <= 16 * epsilon * 3);
    }
    QVERIFY(std::isnan(largestCurvature(Eigen::Matrix2d::Constant(notANumber))));
    QCOMPARE(largestCurvature(Eigen::Matrix2d{{-2, 0}, {0, -5}}), -2.0);
  }

  void newtonNeedsOneStepOnAQuadratic() {
    Random random(61);
    for (int trial = 0; trial < 300; ++trial) {
      const double kappa = std::exp2(random.uniform(0, 40));
      const double scale = std::exp2(std::floor(random.uniform(-400, 400)));
      const double angle = random.uniform(0, 7);
      const Eigen::Matrix2d turn{{std::cos(angle), -std::sin(angle)}, {std::sin(angle), std::cos(angle)}};
      Eigen::Matrix2d H = turn * Eigen::Vector2d(1, kappa).asDiagonal() * turn.transpose();
      H(1, 0) = H(0, 1);
      const Eigen::Vector2d away(random.uniform(-1, 1), random.uniform(-1, 1));
      QVERIFY(isPositiveDefinite(scale * H));
      const Eigen::Vector2d step = newtonStep(scale * (H * away), scale * H);
      // H·away is rounded, which H⁻¹ makes κ times as large.
      QVERIFY((step + away).norm() <= 8 * epsilon * kappa * away.norm());
      // The step solves its equation to a few roundings of the terms whatever κ is.
      QVERIFY((H * step + H * away).norm() <=
              16 * epsilon * (H.norm() * step.norm() + H.norm() * away.norm()));
    }
    const Objective objective = ravine(1000, 0.4);
    const OptimizerState state = walked(objective, defaultSettings(Method::Newton), {2, -1}, 1);
    QVERIFY(state.point.norm() <= 16 * 1000 * epsilon);
    OptimizerSettings half = defaultSettings(Method::Newton);
    half.lr = 0.5;
    QVERIFY((walked(objective, half, {2, -1}, 1).point - Eigen::Vector2d(1, -0.5)).norm() <=
            16 * 1000 * epsilon);
  }

  void newtonConvergesQuadratically() {
    const Objective objective = objectiveOf(TestFunction::Rosenbrock);
    OptimizerState state = initialState(objective, {1.1, 1.1});
    double before = distanceToMinimum(objective, state.point);
    for (int k = 0; k < 7; ++k) {
      state = nextState(objective, defaultSettings(Method::Newton), state);
      const double now = distanceToMinimum(objective, state.point);
      // ‖e₊‖ ≤ ½ ‖H⁻¹‖ L ‖e‖²: ‖H⁻¹‖ < 2.6 at the minimum and the third derivatives there reach 2400.
      QVERIFY(now <= 3200 * before * before + 64 * 2500 * epsilon);
      before = now;
    }
    QVERIFY(before <= 64 * 2500 * epsilon); // κ = 2508
  }

  void dampedNewtonGoesDownhillByTheModulusOfTheCurvature() {
    QCOMPARE(newtonStep({1, 1}, Eigen::Matrix2d{{2, 0}, {0, -4}}), Eigen::Vector2d(-0.5, -0.25));
    QVERIFY(!isPositiveDefinite(Eigen::Matrix2d{{2, 0}, {0, -4}}));
    QCOMPARE(newtonStep({3, -4}, Eigen::Matrix2d::Zero()), Eigen::Vector2d(-3, 4));
    // No curvature along y: the step of the largest one.
    QCOMPARE(newtonStep({3, -4}, Eigen::Matrix2d{{2, 0}, {0, 0}}), Eigen::Vector2d(-1.5, 2));
    Random random(62);
    for (int trial = 0; trial < 500; ++trial) {
      const double scale = std::exp2(std::floor(random.uniform(-400, 400)));
      const double mixed = random.uniform(-1, 1);
      const Eigen::Matrix2d H =
          Eigen::Matrix2d{{random.uniform(-1, 1), mixed}, {mixed, random.uniform(-1, 1)}} * scale;
      const Eigen::Vector2d g(random.uniform(-1, 1), random.uniform(-1, 1));
      const Eigen::Vector2d step = newtonStep(g, H) * scale;
      QVERIFY(step.dot(g) < 0);
      // The same from the other side: |H| is the square root of H².
      const Eigen::Matrix2d unit = H / scale;
      const Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d> square(unit * unit);
      const Eigen::Vector2d roots = square.eigenvalues().cwiseMax(0).cwiseSqrt();
      const Eigen::Matrix2d modulus =
          square.eigenvectors() * roots.asDiagonal() * square.eigenvectors().transpose();
      const double rounding = std::sqrt(64 * epsilon); // of a root of a rounded square
      QVERIFY((modulus * step + g).norm() <= rounding * (1 + step.norm()));
    }
    // Nearly singular saddles of whole numbers, whose determinant is exact: eigenvalues and eigenvectors
    // follow from it to many more digits than doubles have.
    for (int trial = 0; trial < 500; ++trial) {
      const double a = std::floor(random.uniform(1000, 30000));
      const double b = std::floor(random.uniform(-9000, 9000));
      const double c = std::ceil(b * b / a) - 1;
      const double determinant = a * c - b * b;
      const Eigen::Vector2d g(random.uniform(-1, 1), random.uniform(-1, 1));
      const long double gap = std::hypot(static_cast<long double>(a) - c, 2.0L * b);
      const long double high = (static_cast<long double>(a) + c + gap) / 2;
      const long double low = determinant / high;
      const long double x = high - c;
      const long double along = (x * g(0) + b * g(1)) / (x * x + b * b);
      const long double across = (x * g(1) - b * g(0)) / (x * x + b * b);
      const Eigen::Vector2d expected(static_cast<double>(-along * x / high + across * b / -low),
                                     static_cast<double>(-along * b / high - across * x / -low));
      const Eigen::Vector2d step = newtonStep(g, Eigen::Matrix2d{{a, b}, {b, c}});
      // A rounding of g or H moves the step by so much of g over the smaller curvature.
      QVERIFY((step - expected).norm() <= 16 * epsilon * g.norm() / static_cast<double>(-low));
    }
    QVERIFY(newtonStep({notANumber, 1}, Eigen::Matrix2d::Identity()).hasNaN());
    QVERIFY(newtonStep({1, 1}, Eigen::Matrix2d::Constant(notANumber)).hasNaN());
    QVERIFY(!isPositiveDefinite(Eigen::Matrix2d::Constant(notANumber)));
    // It leaves the saddle that Newton's own step would run into.
    const OptimizerState left =
        walked(objectiveOf(TestFunction::Saddle), defaultSettings(Method::Newton), {1, 0.01}, 4);
    QVERIFY(std::abs(left.point(0)) <= epsilon && std::abs(left.point(1) - 0.16) <= 8 * epsilon);
  }

  void lbfgsAgreesWithScipy() {
    QJsonArray input;
    for (const TestFunction function :
         {TestFunction::Rosenbrock, TestFunction::Himmelblau, TestFunction::Beale}) {
      const Eigen::Vector2d start = objectiveOf(function).start;
      input.append(QJsonArray{static_cast<int>(function), start(0), start(1)});
    }
    const auto answer = runPython(QStringLiteral(R"(
import json, sys
from scipy.optimize import minimize, rosen
functions = {
    4: lambda p: rosen(p),
    5: lambda p: (p[0] ** 2 + p[1] - 11) ** 2 + (p[0] + p[1] ** 2 - 7) ** 2,
    6: lambda p: sum((c - p[0] + p[0] * p[1] ** n) ** 2 for n, c in ((1, 1.5), (2, 2.25), (3, 2.625))),
}
out = []
for name, x, y in json.load(sys.stdin):
    r = minimize(functions[name], [x, y], method="L-BFGS-B", options=dict(ftol=1e-15, gtol=1e-9, maxiter=500))
    out.append([r.fun, *r.x])
json.dump(out, sys.stdout)
)"),
                                  QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray truth = QJsonDocument::fromJson(answer.output).array();
    for (qsizetype i = 0; i < truth.size(); ++i) {
      const Objective objective = objectiveOf(static_cast<TestFunction>(input[i].toArray()[0].toInt()));
      const OptimizerState state = walked(objective, defaultSettings(Method::Lbfgs), objective.start, 200);
      QVERIFY(!state.diverged());
      // SciPy's gradients are finite differences, whose error of 1e-8 leaves it about that far away.
      QVERIFY(state.value <= truth[i].toArray()[0].toDouble() + 1e-12);
      QVERIFY2(distanceToMinimum(objective, state.point) < 1e-7, qPrintable(QString::number(i)));
      if (objective.minima.size() == 1)
        QVERIFY((state.point -
                 Eigen::Vector2d(truth[i].toArray()[1].toDouble(), truth[i].toArray()[2].toDouble()))
                    .norm() < 1e-4);
    }
  }

  void lbfgsDirectionIsThatOfTheMatrixItStandsFor() {
    Random random(63);
    for (int trial = 0; trial < 200; ++trial) {
      const double angle = random.uniform(0, 7);
      const Eigen::Matrix2d turn{{std::cos(angle), -std::sin(angle)}, {std::sin(angle), std::cos(angle)}};
      const Eigen::Matrix2d A =
          turn * Eigen::Vector2d(1, random.uniform(1, 50)).asDiagonal() * turn.transpose();
      std::vector<CurvaturePair> pairs;
      for (std::uint64_t i = random.bits() % 6 + 1; i > 0; --i) {
        const Eigen::Vector2d s(random.uniform(-1, 1), random.uniform(-1, 1));
        pairs.push_back({s, A * s});
      }
      // The BFGS update of the inverse Hessian as a matrix (Nocedal and Wright, equation 6.17).
      const CurvaturePair& newest = pairs.back();
      Eigen::Matrix2d H =
          Eigen::Matrix2d::Identity() * newest.point.dot(newest.gradient) / newest.gradient.squaredNorm();
      double worst = 1;
      for (const auto& [s, y] : pairs) {
        const double rho = 1 / y.dot(s);
        const Eigen::Matrix2d V = Eigen::Matrix2d::Identity() - rho * y * s.transpose();
        H = V.transpose() * H * V + rho * s * s.transpose();
        worst = std::max(worst, V.norm() * V.norm());
      }
      const Eigen::Vector2d g(random.uniform(-1, 1), random.uniform(-1, 1));
      const Eigen::Vector2d direction = lbfgsDirection(pairs, g);
      const double rounding = 64 * epsilon * std::pow(worst, static_cast<double>(pairs.size()));
      QVERIFY((direction + H * g).norm() <= rounding);
      QVERIFY(direction.dot(g) < 0);
      // The newest pair is met exactly: H y = s.
      QVERIFY((lbfgsDirection(pairs, newest.gradient) + newest.point).norm() <= rounding);
    }
    QCOMPARE(lbfgsDirection({}, {1, -2}), Eigen::Vector2d(-1, 2));
  }

  void lbfgsNeverRisesAndSettlesAtTheMinimum() {
    for (const TestFunction function : allTestFunctions) {
      if (function == TestFunction::Saddle)
        continue;
      const Objective objective = objectiveOf(function);
      OptimizerState state = initialState(objective, objective.start);
      for (int k = 0; k < 3000; ++k) {
        const OptimizerState next = nextState(objective, defaultSettings(Method::Lbfgs), state);
        QVERIFY(next.value <= state.value);
        QVERIFY(next.pairs.size() <= 10);
        state = next;
      }
      QVERIFY2(state.standing == Standing::Settled, qPrintable(QString::number(static_cast<int>(function))));
      // Where values no longer tell lower from equal, the gradient is at most the root of their rounding.
      QVERIFY2(state.gradient.norm() <= 8 * std::sqrt(epsilon * (1 + state.value) * 1000),
               qPrintable(QString::number(static_cast<int>(function))));
    }
  }

  void scalesDoNotMatter() {
    // The same walk on f and on 2^k f, and on f(x / 2^k).
    for (const int exponent : {-300, -30, 30, 300}) {
      const double factor = std::ldexp(1, exponent);
      Objective scaled = objectiveOf(TestFunction::Rosenbrock);
      const Objective plain = scaled;
      scaled.value = [plain, factor](const Eigen::Vector2d& p) { return factor * plain.value(p); };
      scaled.secondOrder = [plain, factor](const Eigen::Vector2d& p) {
        auto f = plain.secondOrder(p);
        return eigenboard::calculus::SecondOrder{factor * f.value, factor * f.gradient, factor * f.hessian};
      };
      const auto settings = defaultSettings(Method::Newton);
      QCOMPARE(walked(scaled, settings, plain.start, 6).point, walked(plain, settings, plain.start, 6).point);
      const OptimizerState state = walked(scaled, defaultSettings(Method::Lbfgs), plain.start, 1500);
      QVERIFY(!state.diverged());
      QVERIFY2((state.point - Eigen::Vector2d(1, 1)).norm() < 1e-6, qPrintable(QString::number(exponent)));
    }
  }
};

QTEST_APPLESS_MAIN(SecondOrderMethodsFindTheMinimum)
#include "second_order_methods_find_the_minimum.moc"
