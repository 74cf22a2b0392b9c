#include "core/models/loss_slice.h"
#include "core/models/toy_data.h"
#include "tests/core/random_numbers.h"

#include <QtTest/QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace eigenboard::models;
using eigenboard::tests::RandomNumbers;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

} // namespace

class LossSlicesArePlanes : public QObject {
  Q_OBJECT

 private slots:
  void filtersAreAsLongAsTheWeights() {
    for (const Normalization normalization : {Normalization::None, Normalization::Layer}) {
      const NetworkShape shape{2, {5, 4}, Activation::Relu, normalization};
      const Eigen::VectorXd weights = initialParameters(shape, 3);
      const Eigen::VectorXd direction = filterNormalized(shape, weights, randomDirection(weights.size(), 4));
      for (const LayerPlace& place : layerPlaces(shape)) {
        for (int row = 0; row < place.outputs; ++row) {
          const Eigen::Index from = place.weights + row * place.inputs;
          QVERIFY(std::abs(direction.segment(from, place.inputs).norm() -
                           weights.segment(from, place.inputs).norm()) <= 16 * epsilon * weights.norm());
        }
        QVERIFY(direction.segment(place.shift, place.outputs).isZero(0));
        if (place.scale >= 0)
          QVERIFY(direction.segment(place.scale, place.outputs).isZero(0));
      }
      // A network with all weights of a layer ten times as large has its slice ten times as large there.
      Eigen::VectorXd larger = weights;
      larger.head(10) *= 10;
      const Eigen::VectorXd scaled = filterNormalized(shape, larger, randomDirection(weights.size(), 4));
      QVERIFY((scaled.head(10) - 10 * direction.head(10)).norm() <= 64 * epsilon * larger.norm());
    }
    QCOMPARE(filterNormalized({2, {3}, {}, {}}, Eigen::VectorXd::Ones(13), Eigen::VectorXd::Zero(13)).norm(),
             0.0);
  }

  void projectionsAreNearest() {
    RandomNumbers random(71);
    const LossSlice slice{random.matrix(30, 1), random.matrix(30, 1), random.matrix(30, 1)};
    const Eigen::VectorXd point = random.matrix(30, 1);
    const Eigen::Vector2d place = projected(slice, point);
    const Eigen::VectorXd off = point - slice.at(place.x(), place.y());
    // At right angles to both.
    QVERIFY(std::abs(off.dot(slice.first)) <= 1e3 * epsilon);
    QVERIFY(std::abs(off.dot(slice.second)) <= 1e3 * epsilon);
    const Eigen::Vector2d within = projected(slice, slice.at(0.3, -0.8));
    QVERIFY((within - Eigen::Vector2d(0.3, -0.8)).norm() <= 1e3 * epsilon);
    QVERIFY(std::abs(shareInPlane(slice, slice.at(2, 1)) - 1) <= 1e3 * epsilon);
    QCOMPARE(shareInPlane(slice, slice.center), 0.0);
    QVERIFY(shareInPlane(slice, point) > 0 && shareInPlane(slice, point) < 1);
    QVERIFY(std::isnan(projected({slice.center, slice.first, 2 * slice.first}, point).x()));
  }

  void thePathsPlaneHoldsThreeOfItsPoints() {
    RandomNumbers random(72);
    const std::array<Eigen::VectorXd, 5> path{random.matrix(20, 1), random.matrix(20, 1),
                                              random.matrix(20, 1), random.matrix(20, 1),
                                              random.matrix(20, 1)};
    const Eigen::VectorXd spare = random.matrix(20, 1);
    const LossSlice slice = sliceThrough(path, spare, spare);
    QVERIFY((projected(slice, path[0]) - Eigen::Vector2d(1, 0)).norm() <= 1e3 * epsilon);
    QVERIFY(projected(slice, path[4]).norm() <= 1e3 * epsilon);
    QVERIFY(std::abs(projected(slice, path[2]).y() - 1) <= 1e3 * epsilon);
    for (const int on : {0, 2, 4})
      QVERIFY(on == 4
                  ? shareInPlane(slice, path[4]) == 0
                  : std::abs(shareInPlane(slice, path[static_cast<std::size_t>(on)]) - 1) <= 1e3 * epsilon);
    // What is missing is taken from the others.
    const std::array<Eigen::VectorXd, 1> start{path[0]};
    QVERIFY(sliceThrough(start, spare, path[1]).first == spare);
    const std::array<Eigen::VectorXd, 3> straight{path[0], Eigen::VectorXd((path[0] + path[1]) / 2), path[1]};
    const LossSlice along = sliceThrough(straight, spare, spare);
    QVERIFY(std::abs(along.first.dot(along.second)) <= 1e3 * epsilon);
    QVERIFY(along.second.norm() > 0.1);
  }

  void toyDataAreTwoEqualClasses() {
    for (const ToyData kind : {ToyData::Moons, ToyData::Circles, ToyData::Xor, ToyData::Spiral}) {
      const LabelledPoints data = toyData(kind, 60, 0.1, 1);
      QCOMPARE(data.points.rows(), Eigen::Index(60));
      QCOMPARE(data.labels.sum(), 0.0);
      QVERIFY(data.points.allFinite() && data.points.cwiseAbs().maxCoeff() < 2);
      QVERIFY(data.points == toyData(kind, 60, 0.1, 1).points);
      QVERIFY(data.points != toyData(kind, 60, 0.1, 2).points);
      // No two points of different classes in one place without noise.
      const LabelledPoints clean = toyData(kind, 40, 0, 1);
      for (Eigen::Index i = 0; i < 40; ++i)
        for (Eigen::Index j = 0; j < i; ++j)
          if (clean.labels(i) != clean.labels(j))
            QVERIFY((clean.points.row(i) - clean.points.row(j)).norm() > 0.1);
    }
    QCOMPARE(toyData(ToyData::Xor, 0, 0, 1).points.rows(), Eigen::Index(2));
  }
};

QTEST_APPLESS_MAIN(LossSlicesArePlanes)
#include "loss_slices_are_planes.moc"
