#include "app/reader/picture_file.h"
#include "app/reader/svg_guard.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtTest/QTest>

#include <sys/stat.h>

using namespace eigenboard;
using reader::findPicture;
using reader::loadPicture;

namespace {

void write(const QString& name, const QByteArray& bytes) {
  QFile file(name);
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray svg(const QByteArray& inner, const QByteArray& head = "width=\"40\" height=\"20\"") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " + head +
         ">" + inner + "</svg>";
}

/// As PNG computes it (ISO 3309).
quint32 crc(const QByteArray& bytes) {
  quint32 sum = 0xffffffff;
  for (const char byte : bytes) {
    sum ^= static_cast<quint8>(byte);
    for (int bit = 0; bit < 8; ++bit)
      sum = sum & 1 ? 0xedb88320 ^ (sum >> 1) : sum >> 1;
  }
  return ~sum;
}

QByteArray bigEndian(quint32 number) {
  QByteArray bytes;
  for (int shift = 24; shift >= 0; shift -= 8)
    bytes.append(static_cast<char>(number >> shift));
  return bytes;
}

/// The head of a PNG that claims a size, with no pixels behind it.
QByteArray pngHead(quint32 width, quint32 height) {
  const QByteArray head =
      "IHDR" + bigEndian(width) + bigEndian(height) + QByteArray("\x08\x02\x00\x00\x00", 5);
  return QByteArray("\x89PNG\r\n\x1a\n\0\0\0\r", 12) + head + bigEndian(crc(head)) + bigEndian(16) + "IDAT" +
         QByteArray(16, '\0');
}

} // namespace

/// An image of a chapter is a file of the book and of bounded size, or a reason.
class PicturesStayInTheBook : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QDir root(directory_.path());
    QVERIFY(root.mkpath(QStringLiteral("book/one")) && root.mkpath(QStringLiteral("outside")));
    QImage image(30, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (const char* place : {"/book/one/a.png", "/book/one/a b.png", "/book/top.png", "/outside/a.png"})
      QVERIFY(image.save(directory_.path() + QString::fromLatin1(place), "PNG"));
    QVERIFY(image.save(book() + QStringLiteral("/one/a.jpg"), "JPEG"));
    QVERIFY(image.save(book() + QStringLiteral("/one/a.bmp"), "BMP"));
    write(book() + QStringLiteral("/one/a.svg"), svg("<rect width=\"40\" height=\"20\" fill=\"#0000ff\"/>"));
    write(book() + QStringLiteral("/one/box.svg"), svg("<g/>", "viewBox=\"0 0 300 150\""));
    write(book() + QStringLiteral("/one/none.svg"), svg("<g/>", ""));
    write(book() + QStringLiteral("/one/endless.svg"), svg("<g/>", "width=\"inf\" height=\"nan\""));
    write(book() + QStringLiteral("/one/broken.png"), "no picture");
    write(book() + QStringLiteral("/one/huge.png"), pngHead(60000, 60000));
    write(book() + QStringLiteral("/one/wide.png"), pngHead(7000, 7000));
    QVERIFY(QFile::link(directory_.path() + QStringLiteral("/outside/a.png"),
                        book() + QStringLiteral("/one/out.png")));
    QVERIFY(QFile::link(book() + QStringLiteral("/top.png"), book() + QStringLiteral("/one/in.png")));
    QCOMPARE(mkfifo(qPrintable(book() + QStringLiteral("/one/pipe.png")), 0600), 0);
  }

  void find_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QSizeF>("size"); ///< empty: refused
    QTest::addColumn<QString>("words");
    const QString outside = QStringLiteral("the book's folder only");
    const auto row = [](const char* source, QSizeF size, const QString& words = {}) {
      QTest::newRow(source) << QString::fromUtf8(source) << size << words;
    };
    row("a.png", {30, 20});
    row("./a.png", {30, 20});
    row("a%20b.png", {30, 20});
    row("../top.png", {30, 20});
    row("in.png", {30, 20});
    row("a.jpg", {30, 20});
    row("a.svg", {40, 20});
    row("box.svg", {300, 150});
    row("../../outside/a.png", {}, outside);
    row("../../book/../outside/a.png", {}, outside);
    row("out.png", {}, outside);
    row("/etc/passwd", {}, outside);
    row("file:///etc/passwd", {}, outside);
    row("https://example.org/a.png", {}, outside);
    row("//example.org/a.png", {}, outside);
    row("data:image/png;base64,AAAA", {}, outside);
    row("..%2f..%2foutside%2fa.png", {}, outside);
    row("a%00.png", {}, outside);
    row("", {}, QStringLiteral("no file"));
    row("missing.png", {}, QStringLiteral("no picture 'missing.png'"));
    row(".", {}, QStringLiteral("cannot be read"));
    row("pipe.png", {}, QStringLiteral("cannot be read"));
    row("a.bmp", {}, QStringLiteral("no PNG or JPEG"));
    row("broken.png", {}, QStringLiteral("no PNG or JPEG"));
    row("huge.png", {}, QStringLiteral("too large"));
    row("wide.png", {}, QStringLiteral("too large"));
    row("none.svg", {}, QStringLiteral("says no size"));
    row("endless.svg", {}, QStringLiteral("says no size"));
  }
  void find() {
    QFETCH(QString, source);
    QFETCH(QSizeF, size);
    QFETCH(QString, words);
    const reader::PictureFile found = findPicture(book(), QStringLiteral("one/chapter.md"), source);
    if (size.isEmpty()) {
      QVERIFY2(found.problem.contains(words), qPrintable(found.problem));
      QVERIFY(found.file.isEmpty());
    } else {
      QCOMPARE(found.problem, QString());
      QCOMPARE(found.size, size);
    }
  }

  void picturesAreDecodedAtTheirSize() {
    const auto load = [&](const char* name, QSize pixels) {
      return loadPicture(findPicture(book(), QStringLiteral("one/c.md"), QString::fromLatin1(name)), pixels)
          .image;
    };
    QCOMPARE(load("a.png", {15, 10}).size(), QSize(15, 10));
    QCOMPARE(load("a.png", {60, 40}).size(), QSize(30, 20)); // not blown up: the painter does that
    QCOMPARE(load("a.png", {15, 10}).pixelColor(7, 5), QColor(Qt::red));
    QCOMPARE(load("a.svg", {80, 40}).size(), QSize(80, 40)); // sharp at every size
    QCOMPARE(load("a.svg", {80, 40}).pixelColor(40, 20), QColor(Qt::blue));
    QVERIFY(load("a.svg", {50000, 50000}).isNull());
  }

  void hostileSvgIsRefused_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<bool>("refused");
    QByteArray laughs = "<g id=\"l0\"><rect width=\"1\" height=\"1\"/></g>";
    for (int i = 1; i < 12; ++i) {
      laughs += "<g id=\"l" + QByteArray::number(i) + "\">";
      for (int j = 0; j < 10; ++j)
        laughs += "<use xlink:href=\"#l" + QByteArray::number(i - 1) + "\"/>";
      laughs += "</g>";
    }
    QTest::newRow("plain") << svg("<path d=\"M0 0L10 10\"/><a href=\"https://example.org\"><g/></a>")
                           << false;
    QTest::newRow("a modest use") << svg("<g id=\"a\"><rect/></g><use href=\"#a\"/><use href=\"#b\"/>")
                                  << false;
    QTest::newRow("uses of uses") << svg(laughs) << true;
    QTest::newRow("a circle") << svg("<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>")
                              << true;
    QTest::newRow("itself") << svg("<g id=\"a\"><use xlink:href=\"#a\"/></g>") << true;
    QTest::newRow("a local file") << svg("<image xlink:href=\"/etc/passwd\" width=\"9\" height=\"9\"/>")
                                  << true;
    QTest::newRow("the network") << svg("<use href=\"https://example.org/a.svg#x\"/>") << true;
    QTest::newRow("pixels") << svg("<image href=\"data:image/png;base64,AAAA\"/>") << true;
    QTest::newRow("entities") << QByteArray("<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>") +
                                     svg("&b;")
                              << true;
    QTest::newRow("unclosed") << QByteArray("<svg width=\"9\" height=\"9\"><g>") << true;
    QTest::newRow("nothing") << QByteArray() << true;
    QTest::newRow("deep") << svg(QByteArray("<g>").repeated(5000) + QByteArray("</g>").repeated(5000))
                          << true;
    QTest::newRow("many") << svg(QByteArray("<g/>").repeated(200'000)) << true;
  }
  void hostileSvgIsRefused() {
    QFETCH(QByteArray, source);
    QFETCH(bool, refused);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(!reader::svgProblem(source).isEmpty(), refused);
    QVERIFY(clock.elapsed() < 500);
  }

 private:
  QString book() const { return directory_.path() + QStringLiteral("/book"); }
  QTemporaryDir directory_;
};

QTEST_GUILESS_MAIN(PicturesStayInTheBook)
#include "pictures_stay_in_the_book.moc"
