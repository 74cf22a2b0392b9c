#include "core/information/entropy.h"
#include "core/information/entropy_in_precision.h"
#include "core/information/joint_table.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>

using namespace eigenboard::information;
using eigenboard::numerics::formatOf;
using eigenboard::numerics::Precision;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

/// H and the two sides of the chain rule, every operation by the machine's own numbers of a format: NumPy's
/// float32 and float16, PyTorch's bfloat16.
const QString machine = QStringLiteral(R"(
import json, sys
import numpy as np
import torch

class Numpy:
    def __init__(self, kind):
        self.of = kind
        self.log2 = np.log2

class Torch:
    def __init__(self):
        self.of = lambda x: torch.tensor(x, dtype=torch.float32).to(torch.bfloat16)
        self.log2 = torch.log2

def terms(fp, numbers):
    total = fp.of(0.0)
    for p in numbers:
        if p > 0:
            total = total - p * fp.log2(p)
    return total

def total_of(fp, numbers):
    total = fp.of(0.0)
    for p in numbers:
        total = total + p
    return total

def chain(fp, table):
    both, x, y_given_x = fp.of(0.0), fp.of(0.0), fp.of(0.0)
    for row in table:
        row = [fp.of(p) for p in row]
        s = total_of(fp, row)
        for p in row:
            both = both + terms(fp, [p])
        x = x + terms(fp, [s])
        if s > 0:
            y_given_x = y_given_x + s * terms(fp, [p / s for p in row])
    return [float(both), float(x), float(y_given_x), float(both - (x + y_given_x))]

formats = [Numpy(np.float64), Numpy(np.float32), Numpy(np.float16), Torch()]
out = []
for p, table in json.load(sys.stdin):
    out.append([[float(terms(fp, [fp.of(q) for q in p]))] + chain(fp, table) for fp in formats])
json.dump(out, sys.stdout)
)");

Eigen::MatrixXd table(RandomNumbers& random, int rows, int columns, int kind) {
  Eigen::VectorXd weights(rows * columns);
  for (double& weight : weights) {
    weight = random.uniform(0.01, 1);
    if (kind % 3 == 1)
      weight *= std::pow(10.0, random.integer(-6, 0));
    if (kind % 3 == 2 && random.integer(0, 3) == 0)
      weight = 0;
  }
  weights(0) += 0.01;
  return normalized(weights).reshaped(rows, columns);
}

QJsonArray listOf(const Eigen::MatrixXd& numbers) {
  QJsonArray list;
  for (const double number : numbers.reshaped())
    list.append(number);
  return list;
}

} // namespace

class EntropiesRoundAsTheMachineDoes : public QObject {
  Q_OBJECT

 private slots:
  void allFormatsAgreeWithNumpyAndTorch() {
    RandomNumbers random(91);
    std::vector<Eigen::MatrixXd> tables;
    QJsonArray input;
    for (int i = 0; i < 200; ++i) {
      tables.push_back(table(random, random.integer(1, 4), random.integer(1, 4), i));
      QJsonArray rows;
      for (Eigen::Index row = 0; row < tables.back().rows(); ++row)
        rows.append(listOf(tables.back().row(row)));
      input.append(QJsonArray{listOf(tables.back()), rows});
    }
    const auto answer = runPython(machine, QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray truth = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(truth.size(), static_cast<qsizetype>(tables.size()));
    int exact = 0;
    int compared = 0;
    for (std::size_t i = 0; i < tables.size(); ++i)
      for (int which = 0; which < 4; ++which) {
        const auto precision = static_cast<Precision>(which);
        const QJsonArray expected = truth[static_cast<qsizetype>(i)].toArray()[which].toArray();
        const ChainRule rule = chainRuleIn(precision, tables[i]);
        const std::array found{entropyIn(precision, tables[i].reshaped()), rule.ofBoth, rule.ofX,
                               rule.ofYGivenX, rule.gap};
        // A machine's logarithm may be the neighbour of the nearest number; it and each sum after it is then
        // off by a unit in the last place of at most 4 bits.
        const double units = static_cast<double>(tables[i].size()) * 8 * formatOf(precision).epsilon();
        for (int j = 0; j < 5; ++j) {
          const double off = std::abs(found.at(static_cast<std::size_t>(j)) - expected[j].toDouble());
          QVERIFY2(off <= units,
                   qPrintable(
                       QStringLiteral("%1: %2 in format %3 is off by %4").arg(i).arg(j).arg(which).arg(off)));
          exact += off == 0 ? 1 : 0;
          ++compared;
        }
      }
    qInfo("%d of %d numbers are the machine's to the last bit", exact, compared);
    QVERIFY(exact > 0.9 * compared);
  }

  void doubleIsThePlainEntropy() {
    RandomNumbers random(92);
    for (int i = 0; i < 100; ++i) {
      const Eigen::MatrixXd joint = table(random, 3, 3, i);
      const double h = entropy(joint.reshaped());
      const double rounding = 32 * formatOf(Precision::Double).epsilon() * (1 + h);
      QVERIFY(std::abs(entropyIn(Precision::Double, joint.reshaped()) - h) <= rounding);
      const JointInformation information = jointInformation(joint);
      const ChainRule rule = chainRuleIn(Precision::Double, joint);
      QVERIFY(std::abs(rule.ofX - information.ofX) <= rounding);
      QVERIFY(std::abs(rule.ofYGivenX - information.ofYGivenX) <= rounding);
      QVERIFY(std::abs(rule.gap) <= rounding);
    }
  }

  void everyNumberIsOneOfTheFormat() {
    RandomNumbers random(93);
    for (int i = 0; i < 100; ++i) {
      const Eigen::MatrixXd joint = table(random, 2, 3, i);
      for (const Precision precision : {Precision::Single, Precision::Half, Precision::BFloat16}) {
        const ChainRule rule = chainRuleIn(precision, joint);
        for (const double number :
             {entropyIn(precision, joint.reshaped()), rule.ofBoth, rule.ofX, rule.ofYGivenX, rule.gap})
          QCOMPARE(number, eigenboard::numerics::rounded(precision, number));
      }
    }
  }

  void knownValuesAreExact() {
    for (const Precision precision :
         {Precision::Double, Precision::Single, Precision::Half, Precision::BFloat16}) {
      QCOMPARE(entropyIn(precision, Eigen::VectorXd::Constant(8, 0.125)), 3.0);
      QCOMPARE(entropyIn(precision, Eigen::Vector3d(0.5, 0.25, 0.25)), 1.5);
      QCOMPARE(entropyIn(precision, Eigen::Vector3d(1, 0, 0)), 0.0);
      QCOMPARE(chainRuleIn(precision, Eigen::Matrix2d::Constant(0.25)).gap, 0.0);
      QVERIFY(std::isnan(entropyIn(precision, Eigen::Vector2d(1, 1))));
      QVERIFY(std::isnan(chainRuleIn(precision, Eigen::Matrix2d::Ones()).gap));
    }
    // A probability that half precision does not hold counts as 0.
    QCOMPARE(entropyIn(Precision::Half, Eigen::Vector2d(1, 1e-12)), 0.0);
  }
};

QTEST_APPLESS_MAIN(EntropiesRoundAsTheMachineDoes)
#include "entropies_round_as_the_machine_does.moc"
