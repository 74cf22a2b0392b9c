#include "app/export/figure_state.h"
#include "app/export/keyframes.h"
#include "views/render/png_text.h"

#include <QtCore/QBuffer>
#include <QtCore/QElapsedTimer>
#include <QtCore/QtEndian>
#include <QtGui/QImage>
#include <QtTest/QTest>

#include <random>

using namespace eigenboard;

namespace {

QByteArray plainPng() {
  QImage image(4, 3, QImage::Format_RGB32);
  image.fill(Qt::red);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return bytes;
}

QByteArray pngWith(const QString& text) {
  return render::withPngText(plainPng(), {{render::pngStateKeyword, text}});
}

QByteArray svgWith(const QByteArray& metadata) {
  return "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>" + metadata +
         "</metadata></svg>\n";
}

QByteArray chunk(const QByteArray& type, const QByteArray& data) {
  QByteArray length(4, '\0');
  qToBigEndian(static_cast<quint32>(data.size()), length.data());
  QByteArray checksum(4, '\0');
  qToBigEndian(render::pngChecksum(type + data), checksum.data());
  return length + type + data + checksum;
}

QByteArray pngWithChunk(const QByteArray& bytes) {
  const QByteArray png = plainPng();
  return png.left(33) + bytes + png.mid(33);
}

const QString shear =
    QStringLiteral(R"({"panel":"linear_algebra.transform","version":1,"values":{"b":"0.5"}})");

} // namespace

/// Files that are damaged, endless, packed, deep, of other programs or of no program: each is answered in a
/// line of words, at once, and none is unpacked or run.
class HostileFiguresAreRefused : public QObject {
  Q_OBJECT

 private slots:
  void filesWithoutStateSaySo_data();
  void filesWithoutStateSaySo();
  void badStatesAreRefused_data();
  void badStatesAreRefused();
  void whatFitsIsTaken();
  void truncatedAndChangedBytesAreSurvived();
  void largeFilesTakeNoTime();
  void keyframesAreJudged_data();
  void keyframesAreJudged();

 private:
  panel::Registry registry_ = panel::registeredPanels();
};

void HostileFiguresAreRefused::filesWithoutStateSaySo_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::newRow("nothing") << QByteArray();
  QTest::newRow("one byte") << QByteArray("\x89");
  QTest::newRow("a PNG of another program") << plainPng();
  QTest::newRow("a signature alone") << plainPng().left(8);
  QTest::newRow("a chunk longer than the file")
      << plainPng().left(33) + QByteArray("\xff\xff\xff\xff") + "iTXteigenboard";
  QTest::newRow("a chunk of 2 GB") << plainPng().left(33) + QByteArray("\x7f\xff\xff\xff") + "iTXt";
  QTest::newRow("a packed iTXt") << pngWithChunk(
      chunk("iTXt", QByteArray("eigenboard\0\1\0\0\0", 15) + qCompress(QByteArray(50'000'000, '{')).mid(4)));
  QTest::newRow("a packed zTXt") << pngWithChunk(
      chunk("zTXt", QByteArray("eigenboard\0\0", 12) + qCompress(QByteArray(50'000'000, '[')).mid(4)));
  QTest::newRow("an iTXt without an end")
      << pngWithChunk(chunk("iTXt", QByteArray("eigenboard\0\0\0en", 15)));
  QTest::newRow("an SVG of another program") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>");
  QTest::newRow("an SVG whose metadata is RDF") << svgWith("<rdf:RDF xmlns:rdf='urn:rdf'><x/></rdf:RDF>");
  QTest::newRow("entities that multiply") << QByteArray(
      "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>\n<svg><metadata>&b;</metadata></svg>");
  QTest::newRow("metadata without an end") << QByteArray("<svg><metadata>{");
  QTest::newRow("a PDF of another program") << QByteArray("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
  QTest::newRow("a PDF with half a packet") << QByteArray("%PDF-1.4\n<eigenboard:state>{");
  QTest::newRow("text") << QByteArray("panel: linear_algebra.transform");
  QTest::newRow("another JSON") << pngWith(QStringLiteral(R"({"a":1})"));
  QTest::newRow("an array as state") << pngWith(QStringLiteral(R"({"state":[1,2]})"));
  QTest::newRow("a number as panel") << pngWith(QStringLiteral(R"({"state":{"panel":4,"values":{}}})"));
  QTest::newRow("no keyframes") << pngWith(QStringLiteral(R"({"keyframes":{"keyframes":[]}})"));
}

void HostileFiguresAreRefused::filesWithoutStateSaySo() {
  QFETCH(QByteArray, bytes);
  QCOMPARE(figures::storedState(bytes).error, QStringLiteral("This file holds no Eigenboard state"));
}

void HostileFiguresAreRefused::badStatesAreRefused_data() {
  QTest::addColumn<QString>("text");
  QTest::newRow("no JSON") << QStringLiteral("{panel}");
  QTest::newRow("NaN") << QStringLiteral(R"({"panel":"x","values":{"a":NaN}})");
  QTest::newRow("deep") << QStringLiteral("[").repeated(100'000);
  QTest::newRow("deep and closed") << QStringLiteral(R"({"a":)").repeated(40) + QStringLiteral("1") +
                                          QStringLiteral("}").repeated(40);
  QTest::newRow("two megabytes") << QStringLiteral("{\"panel\":\"%1\"}").arg(QString(2'000'000, u'x'));
  QTest::newRow("a panel that is not")
      << QStringLiteral(R"({"state":{"panel":"no.panel","version":1,"values":{}}})");
  QTest::newRow("a newer version") << QStringLiteral(
      R"({"state":{"panel":"linear_algebra.transform","version":99,"values":{}}})");
}

void HostileFiguresAreRefused::badStatesAreRefused() {
  QFETCH(QString, text);
  for (const QByteArray& bytes : {pngWith(text), svgWith(text.toUtf8())}) {
    const figures::RestoredFigure restored = figures::restoredFigure(figures::storedState(bytes), registry_);
    QVERIFY(!restored.ok());
    QVERIFY(!restored.panel);
    QVERIFY2(restored.error.size() < 300 && !restored.error.contains(u'\n'), qPrintable(restored.error));
  }
}

void HostileFiguresAreRefused::whatFitsIsTaken() {
  const QString text = QStringLiteral(
      R"({"state":{"panel":"linear_algebra.transform","version":1,"values":{"b":"0.5","a":"nan","c":"1e999",)"
      R"("d":{"deep":[1]},"never":7},"steps":"many"}})");
  const figures::RestoredFigure restored =
      figures::restoredFigure(figures::storedState(pngWith(text)), registry_);
  QCOMPARE(restored.error, QString());
  QVERIFY(restored.remark.contains(QStringLiteral("nan")));
  const panel::Description& description = restored.panel->description();
  const panel::State usual = panel::defaultState(description);
  const auto index = [&](const char* key) {
    return static_cast<std::size_t>(panel::parameterIndex(description, QString::fromLatin1(key)));
  };
  QCOMPARE(std::get<double>(restored.state.values[index("b")]), 0.5);
  for (const char* key : {"a", "c", "d"})
    QVERIFY(restored.state.values[index(key)] == usual.values[index(key)]);
  QCOMPARE(restored.state.steps, 0);
}

void HostileFiguresAreRefused::truncatedAndChangedBytesAreSurvived() {
  const QByteArray png = pngWith(shear);
  const QByteArray svg = svgWith(shear.toUtf8());
  const QByteArray pdf = "%PDF-1.4\n<eigenboard:state>" + shear.toUtf8() + "</eigenboard:state>\n";
  QVERIFY(figures::storedState(png).ok() && figures::storedState(svg).ok() && figures::storedState(pdf).ok());
  std::mt19937 random(11);
  for (const QByteArray& whole : {png, svg, pdf}) {
    for (qsizetype length = 0; length < whole.size(); ++length)
      figures::restoredFigure(figures::storedState(whole.left(length)), registry_);
    for (int i = 0; i < 3000; ++i) {
      QByteArray changed = whole;
      for (int j = 0; j < 3; ++j)
        changed[static_cast<qsizetype>(random() % static_cast<unsigned>(whole.size()))] =
            static_cast<char>(random() % 256);
      const figures::RestoredFigure restored =
          figures::restoredFigure(figures::storedState(changed), registry_);
      QVERIFY(restored.ok() == (restored.panel != nullptr));
    }
  }
}

void HostileFiguresAreRefused::largeFilesTakeNoTime() {
  constexpr qsizetype large = figures::largestFigureFile;
  QElapsedTimer clock;
  clock.start();
  QVERIFY(figures::storedState(QByteArray(large + 1, 'x')).error.contains(QStringLiteral("64 MB")));
  QVERIFY(!figures::storedState("%PDF-1.4" + QByteArray(large - 8, '<')).ok());
  QVERIFY(!figures::storedState("<svg " + QByteArray(large - 5, '<')).ok());
  QVERIFY(!figures::storedState("\x89PNG\r\n\x1a\n" + QByteArray(large - 8, '\0')).ok());
  // Filling 256 MB is most of it; reading them over and over, or parsing them, would take many seconds.
  QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
  QVERIFY(figures::storedStateOfFile(QStringLiteral("/dev/zero")).error.contains(QStringLiteral("ordinary")));
  QVERIFY(!figures::storedStateOfFile(QStringLiteral("/no/such/file")).ok());
}

void HostileFiguresAreRefused::keyframesAreJudged_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("words"); // of the error; empty: good
  const QString one = QStringLiteral(R"({"label":"L","milliseconds":500,"state":%1})").arg(shear);
  const QString frame =
      QStringLiteral(R"({"panel":"linear_algebra.transform","version":1,"keyframes":[%1]})");
  QTest::newRow("good") << frame.arg(one) << QString();
  QTest::newRow("none") << frame.arg(QString()) << QStringLiteral("no keyframes");
  QTest::newRow("no JSON") << QStringLiteral("]") << QStringLiteral("no JSON");
  QTest::newRow("a list") << QStringLiteral("[]") << QStringLiteral("no JSON object");
  QTest::newRow("a panel that is nearly one")
      << QString(frame.arg(one))
             .replace(QStringLiteral("{\"panel\":\"linear_algebra.transform"),
                      QStringLiteral("{\"panel\":\"linear_algebra.transfrom"))
      << QStringLiteral("linear_algebra.transfrom");
  QTest::newRow("too many") << frame.arg((one + u',').repeated(200) + one) << QStringLiteral("at most 200");
  QTest::newRow("no state") << frame.arg(QStringLiteral("{}")) << QStringLiteral("keyframe 1 has no state");
  QTest::newRow("a bad value") << frame.arg(one + u',' +
                                            QString(one).replace(QStringLiteral("0.5"), QStringLiteral("x")))
                               << QStringLiteral("keyframe 2 has a fault");
  QTest::newRow("a duration of years")
      << frame.arg(QString(one).replace(QStringLiteral("500"), QStringLiteral("1e300")))
      << QStringLiteral("duration");
  QTest::newRow("newer")
      << QString(frame).replace(QStringLiteral("\"version\":1"), QStringLiteral("\"version\":2")).arg(one)
      << QStringLiteral("version 2");
}

void HostileFiguresAreRefused::keyframesAreJudged() {
  QFETCH(QString, text);
  QFETCH(QString, words);
  const figures::KeyframesResult read = figures::keyframesFromBytes(text.toUtf8(), registry_);
  QCOMPARE(read.ok(), words.isEmpty());
  QVERIFY2(read.error.contains(words) && !read.error.contains(u'\n'), qPrintable(read.error));
  if (!read.ok())
    return;
  // What is written reads back as it was.
  const figures::KeyframesResult again = figures::keyframesFromJson(
      figures::keyframesToJson(read.panel->description(), read.keyframes), registry_);
  QCOMPARE(again.error, QString());
  QCOMPARE(again.keyframes.front().label, QStringLiteral("L"));
  QCOMPARE(again.keyframes.front().milliseconds, 500);
  QVERIFY(again.keyframes.front().state.values == read.keyframes.front().state.values);
}

QTEST_MAIN(HostileFiguresAreRefused)
#include "hostile_figures_are_refused.moc"
