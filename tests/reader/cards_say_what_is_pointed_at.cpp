#include "app/reader/hover_card.h"
#include "tests/reader/reader_fixture.h"

#include <QtGui/QHelpEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolTip>

using namespace eigenboard;
using reader::TargetKind;
using tests::ReaderFixture;

namespace {

QString page() {
  return QStringLiteral(
             "# 1.1 First\n\nReach [the shear](goal:linear_algebra.transform/flip) on the panel.\n\n"
             "## Exercises\n\n"
             "**1.1.1** What is two and two? Write [answer](check:number?value=4&tol=0.01) here.\n\n"
             "The next line of text, which is to be read while the answer is judged, goes on and on.\n\n"
             "**1.1.2** Nothing is checked here.\n\n"
             "Here $\\mathbf{v}$ stands.\n\n"
             "<details><summary>Symbols in this chapter</summary>\n\n"
             "| Symbol | Said | Meaning here | On the panel |\n|---|---|---|---|\n"
             "| $\\mathbf v$ | v | The vector that is moved. | `v` |\n\n</details>\n\n") +
         QStringLiteral("More words.\n\n").repeated(40);
}

void hover(ReaderFixture& fixture, QPoint place) {
  QWidget* viewport = fixture.reader().viewport();
  QTest::mouseMove(viewport, place);
  QHelpEvent help(QEvent::ToolTip, place, viewport->mapToGlobal(place));
  QApplication::sendEvent(viewport, &help);
}

reader::HoverCard* cardOf(ReaderFixture& fixture) {
  return fixture.reader().findChild<reader::HoverCard*>();
}

/// The card as it is seen, without its shadow, on the page.
QRectF seen(ReaderFixture& fixture) {
  return QRectF(cardOf(fixture)->geometry())
      .adjusted(7, 7, -7, -7)
      .translated(0, fixture.reader().scrolled());
}

void giveAnswer(ReaderFixture& fixture, const QString& answer) {
  fixture.click(fixture.target(TargetKind::Object, QStringLiteral("nswer")));
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
  QTest::keyClicks(QApplication::focusWidget(), answer);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
}

} // namespace

class CardsSayWhatIsPointedAt : public QObject {
  Q_OBJECT

 private slots:
  void aChallengeAndAnAnswerHaveCards() {
    ReaderFixture fixture(page());
    fixture.open();
    hover(fixture, fixture.pointOf(fixture.target(TargetKind::Link, QStringLiteral("the shear"))));
    QTRY_VERIFY2(fixture.reader().cardText().contains(QStringLiteral("A challenge")),
                 qPrintable(fixture.reader().cardText()));
    QVERIFY(!QToolTip::isVisible());
    const QPoint answer = fixture.pointOf(fixture.target(TargetKind::Object, QStringLiteral("Your answer")));
    hover(fixture, answer);
    QTRY_COMPARE(fixture.reader().cardText(), QStringLiteral("Your answer: a number"));
    QTest::mouseMove(fixture.reader().viewport(), answer + QPoint(2, 1)); // still on it
    QTest::qWait(50);
    QCOMPARE(fixture.reader().cardText(), QStringLiteral("Your answer: a number"));
    QTest::mouseMove(fixture.reader().viewport(), QPoint(3, 3));
    QTRY_COMPARE(fixture.reader().cardText(), QString());
  }

  void aJudgementLeavesTheNextLineInSight_data() {
    QTest::addColumn<int>("width");
    QTest::newRow("wide") << 900;
    QTest::newRow("narrow") << 430;
  }
  void aJudgementLeavesTheNextLineInSight() {
    QFETCH(int, width);
    ReaderFixture fixture(page(), {width, 700});
    fixture.open();
    for (const char* answer : {"5", "4"}) {
      giveAnswer(fixture, QString::fromUtf8(answer));
      QTRY_COMPARE(fixture.reader().cardText(),
                   QString::fromUtf8(answer) == u"4" ? QStringLiteral("Right") : QStringLiteral("Not yet"));
      const QRectF card = seen(fixture);
      QVERIFY(QRectF(fixture.reader().viewport()->rect())
                  .translated(0, fixture.reader().scrolled())
                  .contains(card));
      for (const reader::PlacedText& text : fixture.reader().layout().texts)
        if (text.paragraph->content().text.startsWith(QStringLiteral("The next line")))
          for (const QRectF& line : text.paragraph->rects({0, text.paragraph->length()}))
            QVERIFY2(!line.translated(text.origin).intersects(card), "the card covers what comes next");
      const QRectF box =
          fixture.reader()
              .layout()
              .targets
              .at(static_cast<std::size_t>(fixture.target(TargetKind::Object, QStringLiteral("nswer"))))
              .rect;
      QVERIFY2(!card.intersects(box), "the card covers the answer");
    }
    QTest::keyClick(&fixture.reader(), Qt::Key_Escape);
    QCOMPARE(fixture.reader().cardText(), QString());
  }

  void theRingOfAnExerciseIsNoBox() {
    ReaderFixture fixture(page());
    fixture.open();
    reader::Reader& reader = fixture.reader();
    const int mark = fixture.target(TargetKind::Exercise, QStringLiteral("1.1.1"));
    const QRectF rect = reader.layout().targets.at(static_cast<std::size_t>(mark)).rect;
    fixture.pointOf(mark);
    const auto shot = [&] {
      return reader.viewport()
          ->grab(rect.translated(0, -reader.scrolled()).adjusted(-4, -4, 8, 4).toAlignedRect())
          .toImage();
    };
    const QImage before = shot();
    for (int i = 0; i < 20 && reader.focusedTarget() != mark; ++i)
      QTest::keyClick(&reader, Qt::Key_Tab);
    QCOMPARE(reader.focusedTarget(), mark);
    const QImage focused = shot();
    QCOMPARE(before.size(), focused.size());
    int left = focused.width();
    int right = -1;
    for (int y = 0; y < focused.height(); ++y)
      for (int x = 0; x < focused.width(); ++x)
        if (focused.pixel(x, y) != before.pixel(x, y)) {
          left = std::min(left, x);
          right = std::max(right, x);
        }
    QVERIFY2(right >= 0, "the focus is not shown");
    QVERIFY2(right - left < 0.55 * rect.width(),
             qPrintable(QStringLiteral("the ring is %1 px wide").arg(right - left)));
  }

  void theMenuOfSymbolsLightsWhatItNames() {
    ReaderFixture fixture(page());
    fixture.open();
    panel::Spotlight& spotlight = fixture.transform().spotlight();
    QTest::keyClick(&fixture.reader(), Qt::Key_F1);
    QTRY_VERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
    QTRY_COMPARE(spotlight.lit().keys, QStringList{QStringLiteral("v")});
    QCOMPARE(spotlight.lit().symbols, QStringList{QStringLiteral("\\mathbf{v}")});
    QVERIFY(!fixture.reader().litSymbols().empty());
    // The mouse that leaves the page, since the menu has come between, puts no light out.
    QApplication::sendEvent(fixture.reader().viewport(), std::make_unique<QEvent>(QEvent::Leave).get());
    QCOMPARE(spotlight.lit().keys, QStringList{QStringLiteral("v")});
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QTRY_VERIFY(spotlight.lit().isEmpty());
  }
};

QTEST_MAIN(CardsSayWhatIsPointedAt)
#include "cards_say_what_is_pointed_at.moc"
