#include "app/print/pdf_structure.h"

#include <QtCore/QBuffer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtTest/QTest>

using namespace eigenboard;

namespace {

QByteArray threePages() {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setPageSize(QPageSize(QPageSize::A4));
  QPainter painter(&writer);
  for (int page = 1; page <= 3; ++page) {
    painter.drawText(400, 400, QStringLiteral("This is page %1").arg(page));
    if (page < 3)
      writer.newPage();
  }
  painter.end();
  return bytes;
}

/// What poppler reads of the document.
QString readByPoppler(const QByteArray& pdf) {
  QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("a.pdf")));
  if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
    return {};
  file.close();
  QProcess process;
  process.start(QStringLiteral("pdftohtml"),
                {QStringLiteral("-xml"), QStringLiteral("-i"), QStringLiteral("-stdout"), file.fileName()});
  process.waitForFinished();
  return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

class PdfStructure : public QObject {
  Q_OBJECT

 private slots:
  void popplerReadsLinksAndOutline() {
    print::PdfLink inside{0, QRectF(20, 20, 200, 60), 2, 100, {}};
    print::PdfLink outside{1, QRectF(20, 20, 200, 60), -1, 0, QStringLiteral("https://example.org/a?b=(c)")};
    const std::vector<print::PdfHeading> headings{{0, QStringLiteral("One"), 0, 0},
                                                  {1, QStringLiteral("λ and ∑"), 1, 50},
                                                  {2, QStringLiteral("Deep"), 1, 80},
                                                  {0, QStringLiteral("Two"), 2, 0}};
    const print::PdfBytes made = print::withStructure(threePages(), {inside, outside}, headings);
    QCOMPARE(made.error, QString());
    const QString read = readByPoppler(made.bytes);
    QVERIFY2(read.contains(QStringLiteral("https://example.org/a?b=(c)")), qPrintable(read));
    QVERIFY(read.contains(QStringLiteral(".html#3\">This is page 1"))); // poppler's name of page 3
    const QString outline = read.mid(read.indexOf(QStringLiteral("<outline>"))).simplified().remove(u' ');
    QCOMPARE(outline.left(outline.indexOf(QStringLiteral("</pdf2xml>"))),
             QStringLiteral(
                 "<outline><itempage=\"1\">One</item><outline><itempage=\"2\">λand∑</item><outline>"
                 "<itempage=\"2\">Deep</item></outline></outline><itempage=\"3\">Two</item></outline>"));
  }

  void theSameInputGivesTheSameBytes() {
    const QByteArray pages = threePages();
    const std::vector<print::PdfHeading> headings{{0, QStringLiteral("One"), 0, 0}};
    QCOMPARE(print::withStructure(pages, {}, headings).bytes,
             print::withStructure(pages, {}, headings).bytes);
  }

  void whatLeadsNowhereIsLeftOut() {
    const print::PdfBytes made = print::withStructure(
        threePages(), {{7, QRectF(0, 0, 9, 9), 0, 0, {}}, {0, QRectF(0, 0, 9, 9), 9, 0, {}}},
        {{0, QStringLiteral("Gone"), 12, 0}});
    QCOMPARE(made.error, QString());
    QVERIFY(!readByPoppler(made.bytes).contains(QStringLiteral("<outline>")));
  }

  void whatIsNoPdfHasAReason() {
    for (const QByteArray& bytes : {QByteArray(), QByteArray("garbage"), threePages().left(300)})
      QVERIFY(!print::withStructure(bytes, {}, {}).error.isEmpty() ||
              !readByPoppler(print::withStructure(bytes, {}, {}).bytes).isEmpty());
  }
};

QTEST_MAIN(PdfStructure)
#include "pdf_gets_links_and_outline.moc"
