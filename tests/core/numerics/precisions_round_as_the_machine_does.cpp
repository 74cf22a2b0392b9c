#include "core/numerics/precision.h"
#include "core/numerics/random.h"
#include "tests/core/python_process.h"

#include <QtTest/QTest>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

using namespace eigenboard::numerics;
using eigenboard::tests::PythonAnswer;
using eigenboard::tests::runPython;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr Precision small[] = {Precision::Single, Precision::Half, Precision::BFloat16};

/// Doubles of every kind: from the whole range, near the ends of each format, halfway between two numbers and
/// a little beside.
std::vector<double> samples() {
  Random random(101);
  std::vector<double> list = {
      0.0, -0.0, infinity, -infinity, std::nan(""), 1, -1, 5e-324, 1.7976931348623157e308};
  const auto around = [&list](double x) {
    for (const double y : {x, std::nextafter(x, infinity), std::nextafter(x, -infinity)}) {
      list.push_back(y);
      list.push_back(-y);
    }
  };
  for (const Precision precision : small) {
    const Format format = formatOf(precision);
    around(format.largest());
    around(format.largest() + spacing(precision, format.largest()) / 2); // from here on infinity
    around(format.smallestNormal());
    around(format.smallestSubnormal());
    around(format.smallestSubnormal() / 2); // a tie of 0 and the smallest
    around(format.smallestSubnormal() * 1.5);
    for (int i = 0; i < 1500; ++i) {
      const int exponent = static_cast<int>(std::floor(
          random.uniform(format.smallestExponent - format.significantBits - 3, format.largestExponent + 2)));
      const double x = std::ldexp(random.uniform(1, 2), exponent);
      const double number = rounded(precision, x);
      if (std::isfinite(number))
        around(number + spacing(precision, number) / 2);
      list.push_back(x);
    }
  }
  for (int i = 0; i < 1000; ++i)
    list.push_back(std::bit_cast<double>(random.bits()));
  return list;
}

QByteArray bytes(const std::vector<double>& list) {
  return {reinterpret_cast<const char*>(list.data()), static_cast<qsizetype>(list.size() * sizeof(double))};
}

std::vector<double> doubles(const QByteArray& bytes) {
  std::vector<double> list(static_cast<std::size_t>(bytes.size()) / sizeof(double));
  std::memcpy(list.data(), bytes.constData(), list.size() * sizeof(double));
  return list;
}

/// The same bits, but that one NaN is as good as another.
bool same(double a, double b) {
  return (std::isnan(a) && std::isnan(b)) ||
         std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// Runs NumPy and PyTorch on doubles in the byte order of the machine; the answer is doubles too.
std::vector<double> judged(const QString& script, const std::vector<double>& input) {
  const QString torch =
      script.contains(QStringLiteral("torch")) ? QStringLiteral("import torch\n") : QString();
  const QString reader = QStringLiteral("import sys\nimport numpy as np\nnp.seterr(all='ignore')\n"
                                        "x = np.frombuffer(sys.stdin.buffer.read())\n");
  const PythonAnswer answer = runPython(reader + torch + script, bytes(input));
  if (!answer.error.isEmpty())
    qWarning("%s", qPrintable(answer.error));
  return doubles(answer.output);
}

/// Random numbers of a format, also from among its subnormal ones.
double number(Random& random, Precision precision) {
  const Format format = formatOf(precision);
  const bool isNearOne = random.bits() % 2 == 0;
  const double low = isNearOne ? -3 : format.smallestExponent - format.significantBits;
  const double high = isNearOne ? 3 : format.largestExponent + 1;
  const int exponent = static_cast<int>(std::floor(random.uniform(low, high)));
  return rounded(precision, (random.bits() % 2 == 0 ? 1 : -1) * std::ldexp(random.uniform(1, 2), exponent));
}

} // namespace

class PrecisionsRoundAsTheMachineDoes : public QObject {
  Q_OBJECT

 private slots:
  void roundingIsNumpysAndTorchs() {
    const std::vector<double> list = samples();
    // PyTorch takes a double to bfloat16 by way of single, which rounds twice; so it is given singles.
    const std::vector<double> truth = judged(QStringLiteral(R"(
single = x.astype(np.float32)
brain = torch.from_numpy(single).to(torch.bfloat16).to(torch.float64).numpy()
np.concatenate([single.astype(np.float64), x.astype(np.float16).astype(np.float64), brain]).tofile(sys.stdout.buffer)
)"),
                                             list);
    const std::size_t n = list.size();
    QCOMPARE(truth.size(), 3 * n);
    for (std::size_t i = 0; i < n; ++i) {
      const QString which = QString::number(list[i], 'g', 17);
      QVERIFY(same(rounded(Precision::Double, list[i]), list[i]));
      QVERIFY2(same(rounded(Precision::Single, list[i]), truth[i]), qPrintable(which));
      QVERIFY2(same(rounded(Precision::Single, list[i]), static_cast<float>(list[i])), qPrintable(which));
      QVERIFY2(same(rounded(Precision::Half, list[i]), truth[n + i]), qPrintable(which));
      QVERIFY2(same(rounded(Precision::BFloat16, rounded(Precision::Single, list[i])), truth[2 * n + i]),
               qPrintable(which));
    }
  }

  /// From a double bfloat16 is rounded once, to the nearest: judged by the two neighbours of every sample.
  void noNumberOfTheFormatIsNearer() {
    for (const double x : samples())
      for (const Precision precision : small) {
        const double r = rounded(precision, x);
        if (!std::isfinite(x) || !std::isfinite(r))
          continue;
        QVERIFY(same(rounded(precision, r), r));
        const double step = std::max(spacing(precision, r) / 2, formatOf(precision).smallestSubnormal());
        for (const double other : {r - step, r + step, r - 2 * step, r + 2 * step}) {
          if (rounded(precision, other) != other || std::abs(other) > formatOf(precision).largest() ||
              other == r)
            continue;
          // Differences of a double and a neighbour at its own scale are exact.
          QVERIFY(std::abs(x - r) <= std::abs(x - other));
        }
      }
    // 1 + 2^-8 is halfway between two bfloat16 numbers; by way of single the last bit would be lost first.
    QCOMPARE(rounded(Precision::BFloat16, 1 + 0x1p-8), 1.0);
    QCOMPARE(rounded(Precision::BFloat16, 1 + 0x1p-8 + 0x1p-40), 1 + 0x1p-7);
    QCOMPARE(rounded(Precision::BFloat16, 1 + 3 * 0x1p-8), 1 + 0x1p-6);
  }

  void formatsAreNumpysAndTorchs() {
    const std::vector<double> truth = judged(QStringLiteral(R"(
out = []
for t in (np.float64, np.float32, np.float16):
    i = np.finfo(t)
    out += [float(i.eps), float(i.max), float(i.smallest_normal), float(i.smallest_subnormal)]
b = torch.finfo(torch.bfloat16)
out += [b.eps, b.max, b.tiny, b.tiny * b.eps]
np.array(out).tofile(sys.stdout.buffer)
)"),
                                             {});
    QCOMPARE(truth.size(), std::size_t{16});
    std::size_t i = 0;
    for (const Precision precision :
         {Precision::Double, Precision::Single, Precision::Half, Precision::BFloat16}) {
      const Format format = formatOf(precision);
      QVERIFY(same(format.epsilon(), truth[i++]));
      QVERIFY(same(format.largest(), truth[i++]));
      QVERIFY(same(format.smallestNormal(), truth[i++]));
      QVERIFY(same(format.smallestSubnormal(), truth[i++]));
    }
  }

  void spacingIsNumpys() {
    const std::vector<double> list = samples();
    const std::vector<double> truth = judged(QStringLiteral(R"(
parts = []
for t in (np.float64, np.float32, np.float16):
    parts.append(np.spacing(np.abs(x.astype(t))).astype(np.float64))
np.concatenate(parts).tofile(sys.stdout.buffer)
)"),
                                             list);
    QCOMPARE(truth.size(), 3 * list.size());
    std::size_t k = 0;
    for (const Precision precision : {Precision::Double, Precision::Single, Precision::Half})
      for (const double x : list) {
        const double expected = truth[k++];
        // NumPy's spacing of the largest number is infinite.
        if (std::isinf(expected))
          QVERIFY(std::abs(rounded(precision, x)) == formatOf(precision).largest());
        else
          QVERIFY2(same(spacing(precision, x), expected), qPrintable(QString::number(x, 'g', 17)));
      }
    QCOMPARE(spacing(Precision::BFloat16, 1), 0x1p-7);
    QCOMPARE(spacing(Precision::BFloat16, 300), 2.0);
    QCOMPARE(spacing(Precision::BFloat16, 0), 0x1p-133);
  }

  void everyOperationIsTheMachines() {
    Random random(102);
    constexpr std::size_t count = 20000;
    for (const Precision precision : small) {
      std::vector<double> input;
      for (std::size_t i = 0; i < 2 * count; ++i)
        input.push_back(number(random, precision));
      // Near ties: b a little less or more than half a spacing of a.
      for (std::size_t i = 0; i < 2000; ++i) {
        const double a = std::abs(number(random, precision));
        if (std::isfinite(a)) {
          input[i] = a;
          input[count + i] = rounded(precision, spacing(precision, a) / 2 * random.uniform(0.9, 1.1));
        }
      }
      const QString type =
          precision == Precision::Single ? QStringLiteral("float32") : QStringLiteral("float16");
      const QString script =
          precision == Precision::BFloat16
              ? QStringLiteral("t = torch.from_numpy(x.copy()).to(torch.bfloat16)\n"
                               "a, b = t[:len(t)//2], t[len(t)//2:]\n"
                               "r = [a + b, a - b, a * b, a / b, torch.sqrt(a.abs())]\n"
                               "torch.cat(r).to(torch.float64).numpy().tofile(sys.stdout.buffer)\n")
              : QStringLiteral("t = x.astype(np.%1)\n"
                               "a, b = t[:len(t)//2], t[len(t)//2:]\n"
                               "r = [a + b, a - b, a * b, a / b, np.sqrt(np.abs(a))]\n"
                               "np.concatenate(r).astype(np.float64).tofile(sys.stdout.buffer)\n")
                    .arg(type);
      const std::vector<double> truth = judged(script, input);
      QCOMPARE(truth.size(), 5 * count);
      for (std::size_t i = 0; i < count; ++i) {
        const double a = input[i];
        const double b = input[count + i];
        const QString which = QStringLiteral("%1 and %2").arg(a, 0, 'g', 17).arg(b, 0, 'g', 17);
        QVERIFY2(same(add(precision, a, b), truth[i]), qPrintable(which));
        QVERIFY2(same(subtract(precision, a, b), truth[count + i]), qPrintable(which));
        QVERIFY2(same(multiply(precision, a, b), truth[2 * count + i]), qPrintable(which));
        QVERIFY2(same(divide(precision, a, b), truth[3 * count + i]), qPrintable(which));
        QVERIFY2(same(squareRoot(precision, std::abs(a)), truth[4 * count + i]), qPrintable(which));
      }
    }
    QCOMPARE(add(Precision::Half, 2048, 1), 2048.0);
    QCOMPARE(multiply(Precision::Half, 300, 300), infinity);
    QCOMPARE(add(Precision::Double, 0.1, 0.2), 0.1 + 0.2);
    QVERIFY(std::isnan(squareRoot(Precision::Half, -1)));
    QCOMPARE(divide(Precision::Single, 1, 0), infinity);
  }
};

QTEST_APPLESS_MAIN(PrecisionsRoundAsTheMachineDoes)
#include "precisions_round_as_the_machine_does.moc"
