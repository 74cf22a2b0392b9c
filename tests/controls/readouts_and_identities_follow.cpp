#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "views/controls/formula_view.h"
#include "views/controls/invariant_strip.h"
#include "views/controls/readout_table.h"
#include "views/panel/session.h"

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::controls;

class ReadoutsFollow : public QObject {
  Q_OBJECT

  typesetting::Typesetter typesetter_;
  const render::Theme theme_ = render::themeNamed(u"light"_s);

  static std::vector<panel::Readout> readouts(double first, double second) {
    return {{u"det"_s, u"Determinant"_s, u"\\det\\mathbf{A}"_s, {}, u"Signed area."_s, first, 2},
            {u"kappa"_s, u"Condition number"_s, u"\\kappa"_s, u"%"_s, u"Stretch ratio."_s, second, 2}};
  }
  /// The region that a repaint really painted.
  struct PaintedRegion : QObject {
    QRegion region;
    bool eventFilter(QObject*, QEvent* event) override {
      if (event->type() == QEvent::Paint)
        region += static_cast<QPaintEvent*>(event)->region();
      return false;
    }
  };

 private slots:
  void onlyWhatChangedIsPaintedAgain() {
    ReadoutTable table(typesetter_, theme_);
    table.setReadouts(readouts(1, 2));
    table.resize(230, table.sizeHint().height());
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QTest::qWait(600); // symbols arrive
    PaintedRegion painted;
    table.installEventFilter(&painted);
    table.setReadouts(readouts(1, 2.5));
    QTest::qWait(50);
    QVERIFY(!painted.region.isEmpty());
    QVERIFY(table.rowRect(1).contains(painted.region.boundingRect()));
    QVERIFY(painted.region.boundingRect().width() < table.width() / 2);
    QCOMPARE(table.shownValue(u"kappa"_s), u"2.50"_s);
    painted.region = {};
    table.setReadouts(readouts(1.0001, 2.5));
    QTest::qWait(50);
    QVERIFY(painted.region.isEmpty());
  }

  void undefinedAndInfinite() {
    ReadoutTable table(typesetter_, theme_);
    table.setReadouts(
        readouts(std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()));
    QCOMPARE(table.shownValue(u"det"_s), u"undefined"_s);
    QCOMPARE(table.shownValue(u"kappa"_s), u"\u221e"_s);
    QCOMPARE(table.shownValue(u"none"_s), QString());
  }

  void aClickAndAKeyCopyAllDigits() {
    ReadoutTable table(typesetter_, theme_);
    table.setReadouts(readouts(1.0 / 3.0, -2));
    table.resize(230, table.sizeHint().height());
    QVERIFY(tests::showActive(table));
    QSignalSpy copied(&table, &ReadoutTable::copied);
    QTest::mouseClick(&table, Qt::LeftButton, {}, table.rowRect(0).center());
    QCOMPARE(QGuiApplication::clipboard()->text().toDouble(), 1.0 / 3.0);
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"-2"_s);
    QCOMPARE(copied.count(), 2);
  }

  void numbersStandWhereTheyStood() {
    // The digits of a value that changes from 1.11 to 7.77 are painted in the same columns.
    ReadoutTable table(typesetter_, theme_);
    table.resize(230, 44);
    const auto inkColumns = [&](double value) {
      table.setReadouts(readouts(value, 1));
      const QImage image = table.grab(table.rowRect(0)).toImage();
      int rightmost = 0;
      for (int x = 0; x < image.width(); ++x)
        for (int y = 0; y < image.height(); ++y)
          if (qGray(image.pixel(x, y)) < 128)
            rightmost = x;
      return rightmost;
    };
    QVERIFY(std::abs(inkColumns(1.18) - inkColumns(7.78)) <= 1);
  }

  void identitiesShowWhetherTheyHold() {
    InvariantStrip strip(typesetter_, theme_);
    std::vector<panel::Invariant> invariants{
        {u"trace"_s, u"\\sum\\lambda = \\mathrm{tr}"_s, u"Trace."_s, 1e-15, 1e-12},
        {u"det"_s, u"\\prod\\lambda = \\det"_s, u"Det."_s, 0.5, 1e-12}};
    strip.setInvariants(invariants);
    QVERIFY(strip.showsHolding(u"trace"_s));
    QVERIFY(!strip.showsHolding(u"det"_s));
    QCOMPARE(strip.accessibleDescription(), u"1 do not hold"_s);
    invariants[1].error = std::numeric_limits<double>::quiet_NaN();
    strip.setInvariants(invariants);
    QVERIFY(!strip.showsHolding(u"det"_s));
    // Where they do not fit side by side, they take a line each.
    QTRY_VERIFY(strip.heightForWidth(120) > strip.heightForWidth(2000));
  }

  void identitiesAreReadInEveryTheme() {
    const std::vector<panel::Invariant> holding{{u"a"_s, u"x = y"_s, u"Same."_s, 0, 1e-12}};
    const std::vector<panel::Invariant> broken{{u"a"_s, u"x = y"_s, u"Same."_s, 1, 1e-12}};
    for (const render::Theme& theme : render::themes()) {
      InvariantStrip strip(typesetter_, theme);
      strip.setAutoFillBackground(true);
      QPalette ground;
      ground.setColor(QPalette::Window, theme.surface);
      strip.setPalette(ground);
      strip.setInvariants(holding);
      strip.resize(260, 26);
      // The strongest pixel of a part of the strip, and which of its pixels are not ground at all.
      const auto ink = [&](const QRect& part, std::vector<bool>* shape) {
        const QImage image = strip.grab().toImage();
        double strongest = 1;
        for (int y = part.top(); y <= part.bottom(); ++y)
          for (int x = part.left(); x <= part.right(); ++x) {
            const double contrast = render::contrastRatio(image.pixelColor(x, y), theme.surface);
            strongest = std::max(strongest, contrast);
            if (shape)
              shape->push_back(contrast > 2);
          }
        return strongest;
      };
      const double least = theme.highContrast ? 7 : 4.5;
      const QRect statement(28, 4, 60, 18);
      const QRect mark(4, 2, 20, 22);
      QTRY_VERIFY(ink(statement, nullptr) > 2); // it has been typeset
      std::vector<bool> tick;
      std::vector<bool> cross;
      QVERIFY2(ink(statement, nullptr) >= least, qPrintable(theme.key));
      QVERIFY(ink(mark, &tick) >= 3);
      strip.setInvariants(broken);
      QVERIFY2(ink(statement, nullptr) >= least, qPrintable(theme.key));
      QVERIFY(ink(mark, &cross) >= 3);
      // Told apart without colours, by the shape of the mark and by the frame.
      QVERIFY(tick != cross);
      QVERIFY(ink(QRect(10, 0, 60, 2), nullptr) >= 2);
    }
  }

  void theFormulaStaysUntilTheNextIsReady() {
    FormulaView view(typesetter_, theme_);
    view.resize(400, 80);
    view.show();
    view.setFormula(u"x = 1"_s);
    QTRY_COMPARE(view.shownFormula(), u"x = 1"_s);
    for (int i = 2; i <= 40; ++i)
      view.setFormula(u"x = %1"_s.arg(i));
    QVERIFY(!view.shownFormula().isEmpty());
    QTRY_COMPARE(view.shownFormula(), u"x = 40"_s);
    QCOMPARE(view.formula(), u"x = 40"_s);
    view.setFocus();
    QTest::keySequence(&view, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"x = 40"_s);
  }

  void aLateFormulaDoesNotReplaceALaterOne() {
    FormulaView view(typesetter_, theme_);
    view.setFormula(u"y = 1"_s);
    QTRY_COMPARE(view.shownFormula(), u"y = 1"_s); // known from now on
    view.setFormula(u"y = 1 + \\frac{1}{2} + \\sqrt{3}"_s);
    view.setFormula(u"y = 1"_s); // known, so shown at once, while the other is still on its way
    QCOMPARE(view.shownFormula(), u"y = 1"_s);
    QTRY_VERIFY(typesetter_.cached(u"y = 1 + \\frac{1}{2} + \\sqrt{3}"_s, typesetting::Style::Display));
    QTest::qWait(20);
    QCOMPARE(view.shownFormula(), u"y = 1"_s);
  }

  void aWideFormulaIsNotCut() {
    FormulaView view(typesetter_, theme_);
    view.resize(180, 80);
    const QString tex = u"a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r + s + t"_s;
    view.setFormula(tex);
    QTRY_COMPARE(view.shownFormula(), tex);
    const QImage image = view.grab().toImage();
    int left = image.width();
    int right = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x)
        if (image.pixelColor(x, y) != image.pixelColor(0, 0)) {
          left = std::min(left, x);
          right = std::max(right, x);
        }
    QVERIFY(right > left);
    QVERIFY(left >= 2 && right <= image.width() - 3);
  }

  void malformedTexIsShownWithItsReason() {
    FormulaView view(typesetter_, theme_);
    view.setFormula(u"\\frac{1}{"_s);
    QTRY_COMPARE(view.shownFormula(), u"\\frac{1}{"_s);
    QVERIFY(!view.toolTip().isEmpty());
    QVERIFY(!view.grab().isNull());
  }
};

QTEST_MAIN(ReadoutsFollow)
#include "readouts_and_identities_follow.moc"
