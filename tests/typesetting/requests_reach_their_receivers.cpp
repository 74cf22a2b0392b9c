#include "views/typesetting/typesetter.h"

#include <QtCore/QThread>
#include <QtTest/QTest>

#include <atomic>
#include <thread>

using namespace eigenboard::typesetting;

namespace {

QString numbered(int i) {
  return QStringLiteral(R"(\det A = %1)").arg(i);
}

} // namespace

/// What is laid out in the background arrives: in the right thread, in order, the latest of a channel at the
/// end, and never at a receiver that is gone.
class RequestsReachTheirReceivers : public QObject {
  Q_OBJECT

 private slots:
  void theAnswerComesInTheReceiversThread() {
    Typesetter typesetter;
    FormulaPointer answer;
    QThread* thread = nullptr;
    typesetter.request(QStringLiteral("x^2"), Style::Inline, this, [&](const FormulaPointer& formula) {
      answer = formula;
      thread = QThread::currentThread();
    });
    QVERIFY(!answer); // never at once
    QTRY_VERIFY(answer);
    QCOMPARE(thread, QThread::currentThread());
    QCOMPARE(answer->tex, QStringLiteral("x^2"));
    QCOMPARE(typesetter.cached(QStringLiteral("x^2"), Style::Inline), answer);
    QVERIFY(!typesetter.cached(QStringLiteral("x^2"), Style::Display));
  }

  void everyRequestWithoutAChannelIsAnsweredInOrder() {
    Typesetter typesetter;
    QStringList answers;
    QStringList asked;
    for (int i = 0; i < 40; ++i) {
      asked += numbered(i % 10);
      typesetter.request(asked.last(), Style::Inline, this,
                         [&](const FormulaPointer& formula) { answers += formula->tex; });
    }
    QTRY_COMPARE(answers, asked);
  }

  void aChannelEndsWithItsLatestFormula() {
    Typesetter typesetter;
    QStringList answers;
    constexpr int count = 500;
    for (int i = 0; i < count; ++i)
      typesetter.request(
          numbered(i), Style::Inline, this, [&](const FormulaPointer& formula) { answers += formula->tex; },
          QStringLiteral("live"));
    QTRY_VERIFY(!answers.isEmpty() && answers.last() == numbered(count - 1));
    QTest::qWait(50);
    QCOMPARE(answers.last(), numbered(count - 1));
    QVERIFY2(answers.size() < count / 2, "the formulas in between were laid out as well");
  }

  void channelsAndReceiversDoNotReplaceEachOther() {
    Typesetter typesetter;
    QObject other;
    QStringList answers;
    const auto note = [&](const FormulaPointer& formula) { answers += formula->tex; };
    typesetter.request(numbered(1), Style::Inline, this, note, QStringLiteral("a"));
    typesetter.request(numbered(2), Style::Inline, this, note, QStringLiteral("b"));
    typesetter.request(numbered(3), Style::Inline, &other, note, QStringLiteral("a"));
    QTRY_COMPARE(answers.size(), 3);
  }

  // A cached formula must not overtake one that is still being laid out, or the older would stand at the end.
  void aCachedFormulaKeepsItsTurn() {
    Typesetter typesetter;
    typesetter.typeset(numbered(1), Style::Inline);
    QStringList answers;
    const auto note = [&](const FormulaPointer& formula) { answers += formula->tex; };
    typesetter.request(numbered(0), Style::Inline, this, note, QStringLiteral("live"));
    QTest::qSleep(5); // so that it is begun, and not replaced
    typesetter.request(numbered(1), Style::Inline, this, note, QStringLiteral("live"));
    QTRY_VERIFY(!answers.isEmpty() && answers.last() == numbered(1));
    QTest::qWait(30);
    QCOMPARE(answers.last(), numbered(1));
  }

  void aReceiverThatIsGoneHearsNothing() {
    Typesetter typesetter;
    int calls = 0;
    for (int round = 0; round < 50; ++round) {
      auto receiver = std::make_unique<QObject>();
      for (int i = 0; i < 4; ++i)
        typesetter.request(numbered(1000 + round * 4 + i), Style::Inline, receiver.get(),
                           [&](const FormulaPointer&) { ++calls; });
      QTest::qSleep(round % 5);
    }
    bool last = false;
    typesetter.request(numbered(5000), Style::Inline, this, [&](const FormulaPointer&) { last = true; });
    QTRY_VERIFY(last);
    QCOMPARE(calls, 0);
  }

  void aTypesetterMayGoWhileRequestsWait() {
    int calls = 0;
    {
      Typesetter typesetter;
      for (int i = 0; i < 200; ++i)
        typesetter.request(numbered(i), Style::Display, this, [&](const FormulaPointer&) { ++calls; });
      QTest::qSleep(20);
    }
    QTest::qWait(20);
    QVERIFY(calls < 200);
  }

  void twoThreadsMayAskAtOnce() {
    Typesetter typesetter;
    std::atomic<int> right = 0;
    const auto ask = [&](int first) {
      for (int i = 0; i < 100; ++i) {
        const QString tex = numbered((first + i) % 120);
        const FormulaPointer formula = typesetter.typeset(tex, Style::Inline);
        right +=
            formula && formula->tex == tex && formula->error.isEmpty() && !formula->glyphs.empty() ? 1 : 0;
        typesetter.cached(numbered(i), Style::Inline);
      }
    };
    std::thread first(ask, 0);
    std::thread second(ask, 60);
    first.join();
    second.join();
    QCOMPARE(right.load(), 200);
  }

  void sameAnswerFromEveryThreadAndTime() {
    Typesetter a;
    Typesetter b;
    const QString tex = QStringLiteral(R"(\sum_{i=1}^{n}\frac{x_i^2}{\sqrt{n}})");
    const FormulaPointer one = a.typeset(tex, Style::Display);
    const FormulaPointer two = b.typeset(tex, Style::Display);
    QCOMPARE(one->width, two->width);
    QCOMPARE(one->glyphs.size(), two->glyphs.size());
    for (std::size_t i = 0; i < one->glyphs.size(); ++i)
      QVERIFY(one->glyphs[i].x == two->glyphs[i].x && one->glyphs[i].y == two->glyphs[i].y);
  }
};

QTEST_MAIN(RequestsReachTheirReceivers)
#include "requests_reach_their_receivers.moc"
