#include "app/reader/reader.h"

#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <vector>

using namespace eigenboard;

namespace {

/// Characters of the full lines of running text: those of paragraphs as wide as the column, without the last
/// line of each and those that hold a formula, a number or code.
std::vector<int> fullLines(const reader::Reader& reader, int bodyPixels) {
  std::vector<int> lengths;
  const reader::Layout& layout = reader.layout();
  for (const reader::PlacedText& text : layout.texts) {
    const reader::Paragraph& paragraph = *text.paragraph;
    if (paragraph.style().font.pixelSize() != bodyPixels || paragraph.width() != layout.columnWidth)
      continue;
    std::map<int, int> characters;
    for (int position = 0; position < paragraph.length(); ++position)
      ++characters[paragraph.lineOf(position)];
    characters.erase(paragraph.lineCount() - 1);
    for (const reader::InlineObject& object : paragraph.objects())
      characters.erase(paragraph.lineOf(object.position));
    for (const reader::Span& code : paragraph.content().code)
      for (int line = paragraph.lineOf(code.start); line <= paragraph.lineOf(code.start + code.length);
           ++line)
        characters.erase(line);
    for (const auto& [line, count] : characters)
      lengths.push_back(count);
  }
  std::sort(lengths.begin(), lengths.end());
  return lengths;
}

} // namespace

/// The measure of the book: what an eye finds its way back from, at every text size and window width.
class LinesHaveSixtyToSeventyFiveCharacters : public QObject {
  Q_OBJECT

 private slots:
  void measure_data() {
    QTest::addColumn<QString>("chapter");
    QTest::addColumn<double>("zoom");
    for (const char* chapter : {"4.4", "4.6"})
      for (const double zoom : {0.6, 0.8, 1.0, 1.3, 1.6, 2.2})
        QTest::addRow("%s at %.1f", chapter, zoom) << QString::fromLatin1(chapter) << zoom;
  }
  void measure() {
    QFETCH(QString, chapter);
    QFETCH(double, zoom);
    reader::Reader reader(book_, desk_, typesetter_, render::themeNamed(QStringLiteral("light")));
    reader.setZoom(zoom);
    const reader::Typography type = reader::typography(render::themeNamed(QStringLiteral("light")), zoom);
    for (const int width : {420, 560, 700, 900, 1300, 1900}) {
      reader.resize(width, 800);
      reader.openChapter(chapter);
      const reader::Layout& layout = reader.layout();
      QVERIFY(layout.columnLeft >= 16);
      QVERIFY(layout.columnLeft + layout.columnWidth <= layout.width - 16);
      const std::vector<int> lengths = fullLines(reader, type.body.font.pixelSize());
      QVERIFY(lengths.size() > 50);
      const int median = lengths[lengths.size() / 2];
      const auto context = QStringLiteral("%1 px: %2 characters").arg(width).arg(median).toUtf8();
      QVERIFY2(median <= 75, context);
      if (layout.columnWidth == type.measure) {
        // All but the ragged ends: a long word may leave a line shorter.
        const int tenth = lengths[lengths.size() / 10];
        const int last = lengths[lengths.size() - 1 - lengths.size() / 20];
        QVERIFY2(median >= 64 && tenth >= 58 && last <= 78, context);
      } else {
        // Where it does not fit, the text has all that the margins leave.
        QVERIFY2(layout.columnWidth >= layout.width - 2 * 34 * zoom - 1, context);
      }
    }
  }

 private:
  book::Book book_ = book::readBook(QStringLiteral(CHAPTERS));
  panel::Registry registry_ = panel::registeredPanels();
  panel::Desk desk_{registry_};
  typesetting::Typesetter typesetter_;
};

QTEST_MAIN(LinesHaveSixtyToSeventyFiveCharacters)
#include "lines_have_sixty_to_seventy_five_characters.moc"
