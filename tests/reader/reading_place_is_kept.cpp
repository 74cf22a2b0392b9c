#include "tests/reader/reader_fixture.h"

#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>

using namespace eigenboard;
using tests::ReaderFixture;

namespace {

QString page() {
  QString text = QStringLiteral("# 1.1 First\n\n");
  for (int i = 0; i < 120; ++i)
    text += QStringLiteral(
                "Paragraph number %1 has some words that fill two or three lines of the page, and a formula "
                "$\\frac{a_{%1}}{b}$ that makes one of them higher, and ends here at last.\n\n")
                .arg(i);
  return text;
}

/// The number of the paragraph at the top of the window.
int paragraphAtTop(const reader::Reader& reader) {
  for (const reader::PlacedText& text : reader.layout().texts) {
    if (text.rect().bottom() <= reader.scrolled())
      continue;
    const QString words = text.paragraph->copy({0, text.paragraph->length()});
    return words.section(u' ', 2, 2).toInt();
  }
  return -1;
}

} // namespace

class ReadingPlaceIsKept : public QObject {
  Q_OBJECT

 private slots:
  void byZoomThemeAndWidth() {
    ReaderFixture fixture(page());
    fixture.open();
    reader::Reader& reader = fixture.reader();
    reader.verticalScrollBar()->setValue(static_cast<int>(reader.layout().height / 2));
    const int paragraph = paragraphAtTop(reader);
    QVERIFY(paragraph > 40 && paragraph < 80);
    for (const double zoom : {1.5, 0.7, 2.2, 1.0}) {
      reader.setZoom(zoom);
      fixture.settle();
      QCOMPARE(paragraphAtTop(reader), paragraph);
    }
    reader.setTheme(render::themeNamed(QStringLiteral("dark")));
    QCOMPARE(paragraphAtTop(reader), paragraph);
    for (const int width : {400, 1000, 300, 700}) {
      reader.resize(width, 700);
      QTRY_COMPARE(reader.width(), width);
      QCOMPARE(paragraphAtTop(reader), paragraph);
    }
  }

  void asANumber() {
    ReaderFixture fixture(page());
    fixture.open();
    fixture.reader().verticalScrollBar()->setValue(3000);
    const double place = fixture.reader().position();
    const int paragraph = paragraphAtTop(fixture.reader());
    ReaderFixture other(page(), {500, 600});
    other.open();
    other.reader().setPosition(place);
    QCOMPARE(paragraphAtTop(other.reader()), paragraph);
    QCOMPARE(other.reader().position(), place);
    for (const double wrong : {-5., 1e300, std::numeric_limits<double>::quiet_NaN()}) {
      other.reader().setPosition(wrong);
      QVERIFY(other.reader().scrolled() >= 0);
    }
  }

  void whileFormulasArrive() {
    ReaderFixture fixture(page());
    fixture.reader().openChapter(QStringLiteral("1.1"));
    fixture.reader().setPosition(60.5);
    const int paragraph = paragraphAtTop(fixture.reader());
    fixture.settle();
    QCOMPARE(paragraphAtTop(fixture.reader()), paragraph);
  }

  void aPageThatIsNotWrittenSaysSo() {
    ReaderFixture fixture(page());
    QVERIFY(!fixture.reader().openChapter(QStringLiteral("1.3")));
    const QString text = fixture.reader().text();
    QVERIFY(text.contains(QStringLiteral("1.3 Third")));
    QVERIFY(text.contains(QStringLiteral("not written yet")));
    QVERIFY(text.contains(QStringLiteral("the covered thing")));
    fixture.click(fixture.target(reader::TargetKind::Link, QStringLiteral("1.1 First")));
    QCOMPARE(fixture.reader().currentChapter(), QStringLiteral("1.1"));
    QVERIFY(!fixture.reader().openChapter(QStringLiteral("9.9")));
    QVERIFY(fixture.reader().text().contains(QStringLiteral("9.9")));
  }
};

QTEST_MAIN(ReadingPlaceIsKept)
#include "reading_place_is_kept.moc"
