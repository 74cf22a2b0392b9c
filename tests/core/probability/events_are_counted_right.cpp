#include "core/probability/events.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard::probability;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// Boxes on a lattice of thousandths, their atoms counted lattice cell by lattice cell; dice by going over
/// all throws; birthdays as falling factorials in whole numbers.
const QString script = QStringLiteral(R"(
import json, math, sys
from fractions import Fraction
import numpy as np
boxes, birthdays = json.load(sys.stdin)
atoms = []
for case in boxes:
    masks = np.zeros((1000, 1000), dtype=int)
    for i, (left, right, bottom, top) in enumerate(case):
        masks[bottom:top, left:right] += 1 << i
    atoms.append((np.bincount(masks.ravel(), minlength=8) / 1e6).tolist())
events = [lambda a, b, s: a + b == s, lambda a, b, s: a + b >= s, lambda a, b, s: 6 in (a, b), lambda a, b, s: a == b,
          lambda a, b, s: a in (2, 4, 6), lambda a, b, s: a == 6, lambda a, b, s: b in (1, 3, 5)]
faces = range(1, 7)
dice = [[[sum(e(a, b, s) and f(a, b, s) for a in faces for b in faces) for s in range(2, 13)] for f in events] for e in events]
shared = []
for n, days in birthdays:
    different = Fraction(math.perm(days, n), days**n)
    shared.append([float(different), float(1 - different)])
half = []
for days in (1, 2, 12, 365, 1000):
    n = 1
    while 2 * math.perm(days, n) > days**n:
        n += 1
    half.append(n)
json.dump([atoms, dice, shared, half], sys.stdout)
)");

constexpr Compound compounds[] = {Compound::First,     Compound::NotFirst,   Compound::All, Compound::Any,
                                  Compound::FirstOnly, Compound::ExactlyOne, Compound::None};

} // namespace

class EventsAreCountedRight : public QObject {
  Q_OBJECT

  std::vector<std::vector<Box>> cases_;
  std::vector<std::pair<int, int>> birthdays_;
  QJsonArray truth_;

 private slots:
  void initTestCase() {
    RandomNumbers random(41);
    QJsonArray boxes;
    for (int i = 0; i < 60; ++i) {
      QJsonArray list;
      std::vector<Box> row;
      for (int k = random.integer(1, 3); k > 0; --k) {
        const int left = random.integer(0, 900);
        const int right = random.integer(left, 1000);
        const int bottom = random.integer(0, 900);
        const int top = random.integer(bottom, 1000);
        list.append(QJsonArray{left, right, bottom, top});
        row.push_back({left / 1000.0, right / 1000.0, bottom / 1000.0, top / 1000.0});
      }
      boxes.append(list);
      cases_.push_back(row);
    }
    QJsonArray birthdays;
    for (int i = 0; i < 100; ++i) {
      const int days = random.integer(1, 1000);
      birthdays_.emplace_back(random.integer(1, 80), days);
      birthdays.append(QJsonArray{birthdays_.back().first, days});
    }
    const auto answer =
        runPython(script, QJsonDocument(QJsonArray{boxes, birthdays}).toJson(QJsonDocument::Compact));
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    truth_ = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(truth_.size(), qsizetype(4));
  }

  void areasOfBoxes() {
    // Differences of up to eight areas, each a product of two differences of thousandths.
    constexpr double rounding = 64 * epsilon;
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const QJsonArray truth = truth_[0].toArray()[static_cast<qsizetype>(i)].toArray();
      const int events = static_cast<int>(cases_[i].size());
      const Atoms atoms = atomsOf(cases_[i]);
      for (std::size_t mask = 0; mask < atoms.size(); ++mask)
        QVERIFY(std::abs(atoms[mask] - truth[static_cast<qsizetype>(mask)].toDouble()) <= rounding);
      for (const Compound compound : compounds) {
        double sum = 0;
        double counted = 0;
        for (const Box& cell : cellsOf(compound, cases_[i]))
          sum += area(cell);
        for (Mask mask = 0; mask < 1U << events; ++mask)
          counted += occurs(compound, mask, events) ? truth[static_cast<qsizetype>(mask)].toDouble() : 0;
        QVERIFY(std::abs(sum - counted) <= rounding);
        QVERIFY(std::abs(probabilityOf(compound, atoms, events) - counted) <= rounding);
      }
    }
  }

  void compoundsSayWhatTheyAre() {
    for (Mask mask = 0; mask < 8; ++mask) {
      const int count = (mask & 1 ? 1 : 0) + (mask & 2 ? 1 : 0) + (mask & 4 ? 1 : 0);
      QCOMPARE(occurs(Compound::All, mask, 3), count == 3);
      QCOMPARE(occurs(Compound::Any, mask, 3), count > 0);
      QCOMPARE(occurs(Compound::None, mask, 3), count == 0);
      QCOMPARE(occurs(Compound::ExactlyOne, mask, 3), count == 1);
      QCOMPARE(occurs(Compound::FirstOnly, mask, 3), count == 1 && (mask & 1));
      QVERIFY(occurs(Compound::First, mask, 3) != occurs(Compound::NotFirst, mask, 3));
    }
  }

  void throwsOfTwoDice() {
    for (int one = 0; one < 7; ++one)
      for (int other = 0; other < 7; ++other)
        for (int total = 2; total <= 12; ++total) {
          const Atoms atoms = atomsOfDice(static_cast<DiceEvent>(one), static_cast<DiceEvent>(other), total);
          const double both = truth_[1].toArray()[one].toArray()[other].toArray()[total - 2].toDouble() / 36;
          const double first = truth_[1].toArray()[one].toArray()[one].toArray()[total - 2].toDouble() / 36;
          QVERIFY(std::abs(atoms[3] - both) <= 4 * epsilon);
          QVERIFY(std::abs(probabilityOfAll(atoms, 1) - first) <= 4 * epsilon);
          QVERIFY(std::abs(atoms[0] + atoms[1] + atoms[2] + atoms[3] - 1) <= 8 * epsilon);
        }
  }

  void birthdays() {
    for (std::size_t i = 0; i < birthdays_.size(); ++i) {
      const auto [n, days] = birthdays_[i];
      const QJsonArray truth = truth_[2].toArray()[static_cast<qsizetype>(i)].toArray();
      // A sum of n logarithms s is known to n eps |s|, at most some 80 · 100 eps, and its exponential
      // relative to that; the complement absolute as well.
      const double rounding = 16384 * epsilon;
      QVERIFY(std::abs(probabilityAllDifferent(n, days) - truth[0].toDouble()) <=
              rounding * truth[0].toDouble());
      QVERIFY(std::abs(probabilityShared(n, days) - truth[1].toDouble()) <= rounding * truth[1].toDouble());
    }
    QCOMPARE(probabilityShared(1, 365), 0.0);
    QCOMPARE(probabilityShared(3, 2), 1.0);
    const QJsonArray half = truth_[3].toArray();
    int at = 0;
    for (const int days : {1, 2, 12, 365, 1000})
      QCOMPARE(peopleForHalf(days), half[at++].toInt());
  }
};

QTEST_GUILESS_MAIN(EventsAreCountedRight)
#include "events_are_counted_right.moc"
