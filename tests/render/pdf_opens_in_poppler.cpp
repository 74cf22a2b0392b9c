#include "tests/render/pictures.h"
#include "tests/render/test_scenes.h"
#include "views/render/export.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace eigenboard;

/// Poppler opens our PDF: one page of the right size that looks like the PNG, with its fonts, title and state
/// in it.
class PdfOpensInPoppler : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void hasOnePageOfTheRightSize();
  void looksLikeThePng();
  void carriesFontsTitleAndState();
  void staysSmall();

 private:
  QString info(const QStringList& arguments) {
    const tests::Output output = tests::run(QStringLiteral("pdfinfo"), arguments + QStringList{file_});
    return output.error.isEmpty() ? QString::fromUtf8(output.bytes) : output.error;
  }

  typesetting::Typesetter typesetter_;
  QTemporaryDir folder_;
  QString file_;
  render::FigureOptions options_;
  QByteArray bytes_;
};

void PdfOpensInPoppler::initTestCase() {
  options_.format = render::FigureFormat::Pdf;
  options_.size = {960, 720};
  options_.title = QStringLiteral("Größe & <Form>");
  options_.metadata = {{QStringLiteral("panel"), QStringLiteral("linear_algebra.transform")}};
  options_.formula = QStringLiteral("\\det\\begin{bmatrix}1.5&0.5\\\\0.3&1.2\\end{bmatrix} = 1.65");
  const render::Figure figure =
      render::exportFigure(tests::transformScene(), render::themeNamed({}), typesetter_, options_);
  QCOMPARE(figure.error, QString());
  bytes_ = figure.bytes;
  file_ = folder_.filePath(QStringLiteral("figure.pdf"));
  QFile file(file_);
  QVERIFY(file.open(QIODevice::WriteOnly));
  QCOMPARE(file.write(bytes_), bytes_.size());
}

void PdfOpensInPoppler::hasOnePageOfTheRightSize() {
  const QString text = info({});
  QVERIFY2(text.contains(QRegularExpression(QStringLiteral("Pages:\\s+1\\n"))), qPrintable(text));
  QVERIFY2(text.contains(QRegularExpression(QStringLiteral("Page size:\\s+720 x 540 pts"))),
           qPrintable(text));
}

void PdfOpensInPoppler::looksLikeThePng() {
  const QString stem = folder_.filePath(QStringLiteral("page"));
  const tests::Output drawn = tests::run(QStringLiteral("pdftoppm"),
                                         {QStringLiteral("-r"), QStringLiteral("192"), QStringLiteral("-png"),
                                          QStringLiteral("-singlefile"), file_, stem});
  QCOMPARE(drawn.error, QString());
  const QImage page(stem + QStringLiteral(".png"));
  options_.format = render::FigureFormat::Png;
  options_.pixelRatio = 2;
  const render::Figure png =
      render::exportFigure(tests::transformScene(), render::themeNamed({}), typesetter_, options_);
  const QImage ours = QImage::fromData(png.bytes, "PNG");
  QCOMPARE(page.size(), ours.size());
  const tests::Difference difference = tests::blurredDifference(page, ours);
  qInfo("mean %.3f, largest %.1f of 255, visible share %.5f", difference.mean, difference.largest,
        difference.visibleShare);
  // Text and background lines lie on whole pixels in the PNG only: moved by one of them, a stem of full
  // contrast differs by 255/3 after the blur, and what differs visibly is as much as three pixels along the
  // zero lines.
  const double zeroLines = 3.0 * (ours.width() + ours.height()) / (ours.width() * ours.height());
  QVERIFY(difference.largest < 255.0 / 3);
  QVERIFY(difference.mean < 0.7);
  QVERIFY(difference.visibleShare < zeroLines);
}

void PdfOpensInPoppler::carriesFontsTitleAndState() {
  const QString text = info({});
  QVERIFY2(text.contains(options_.title), qPrintable(text));
  QVERIFY2(info({QStringLiteral("-meta")}).contains(QStringLiteral("linear_algebra.transform")), "metadata");
  const tests::Output fonts = tests::run(QStringLiteral("pdffonts"), {file_});
  QVERIFY2(fonts.bytes.contains("Inter"), fonts.bytes.constData());
  for (const QByteArray& line : fonts.bytes.split('\n').mid(2)) {
    if (!line.trimmed().isEmpty())
      QVERIFY2(line.contains("yes yes") || line.contains("yes no"), line.constData()); // embedded
  }
}

void PdfOpensInPoppler::staysSmall() {
  QVERIFY2(bytes_.size() < 200 * 1024, qPrintable(QString::number(bytes_.size())));
  qInfo("%lld bytes", static_cast<long long>(bytes_.size()));
}

QTEST_MAIN(PdfOpensInPoppler)
#include "pdf_opens_in_poppler.moc"
