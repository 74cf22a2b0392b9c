#include "app/stage/notice_line.h"
#include "app/stage/stage_widget.h"
#include "app/stage/takeaway.h"
#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtSvg/QSvgRenderer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace eigenboard;

class PictureIsCopiedInEveryFormat : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = tests::sampleRegistry();
  typesetting::Typesetter typesetter_;
  panel::Desk desk_{registry_};
  stage::StageWidget stage_{desk_, typesetter_, render::themeNamed(u"light"_s)};
  QTemporaryDir folder_;

  /// What another program on this display finds, while this one answers it.
  QStringList read(const QStringList& words) {
    QProcess reader;
    reader.start(QStringLiteral(CLIPBOARD_READER), words);
    if (!QTest::qWaitFor([&] { return reader.state() == QProcess::NotRunning; }, 20'000))
      return {u"it never ended"_s};
    return QString::fromUtf8(reader.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
  }
  QByteArray file(const QString& format) {
    QFile file(folder_.filePath(QString(format).replace(u'/', u'_')));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

 private slots:
  void initTestCase() {
    stage_.resize(700, 760);
    QVERIFY(stage_.showPanel(u"samples.map"_s));
    QVERIFY(tests::showActive(stage_));
  }

  void anotherProgramReadsPngSvgPdfAndText() {
    panel::Session& session = *desk_.session(u"samples.map"_s);
    session.set(u"vx"_s, 2.5);
    QTest::keySequence(&stage_, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    QCOMPARE(stage_.notice().text(), u"Copied: picture as PNG, SVG and PDF"_s);
    const QStringList formats = read({u"read"_s, folder_.path()});
    for (const QString& format : {u"image/png"_s, u"image/svg+xml"_s, u"application/pdf"_s, u"text/plain"_s})
      QVERIFY2(formats.contains(format), qPrintable(formats.join(u' ')));
    QVERIFY(formats.contains(u"image"_s));

    // The same bytes that a file would have.
    const render::Theme& theme = stage_.theme();
    QCOMPARE(file(u"image/png"_s),
             stage::figure(session, theme, typesetter_, render::FigureFormat::Png).bytes);
    QCOMPARE(file(u"image/svg+xml"_s),
             stage::figure(session, theme, typesetter_, render::FigureFormat::Svg).bytes);
    QCOMPARE(file(u"application/pdf"_s),
             stage::figure(session, theme, typesetter_, render::FigureFormat::Pdf).bytes);
    const QImage png = QImage::fromData(file(u"image/png"_s), "PNG");
    QCOMPARE(QImage(folder_.filePath(u"image.png"_s)).convertToFormat(QImage::Format_RGB32),
             png.convertToFormat(QImage::Format_RGB32));
    QVERIFY(QSvgRenderer(file(u"image/svg+xml"_s)).isValid());
    QVERIFY(file(u"application/pdf"_s).startsWith("%PDF-"));
    const QJsonObject state = QJsonDocument::fromJson(file(u"text/plain"_s)).object();
    const panel::StateResult back = panel::fromJson(session.description(), state);
    QVERIFY2(back.ok(), qPrintable(back.error));
    QCOMPARE(back.state.values, session.state().values);
  }

  void whatIsCopiedIsTheStateOfThatMoment() {
    panel::Session& session = *desk_.session(u"samples.map"_s);
    session.set(u"vx"_s, 1.25);
    const QByteArray then =
        stage::figure(session, stage_.theme(), typesetter_, render::FigureFormat::Svg).bytes;
    stage_.copyPicture();
    session.set(u"vx"_s, -3.);
    QCoreApplication::processEvents();
    read({u"read"_s, folder_.path()});
    QCOMPARE(file(u"image/svg+xml"_s), then);
  }

  void anOwnerThatVanishesTakesNothingFromUs() {
    stage_.copyPicture();
    QCOMPARE(read({u"own"_s, u"words of another"_s}), QStringList());
    // The clipboard is nobody's now; asking for it ends soon, and copying works again.
    QElapsedTimer clock;
    clock.start();
    QGuiApplication::clipboard()->text();
    QVERIFY2(clock.elapsed() < 6000, qPrintable(QString::number(clock.elapsed()))); // the wait that Qt allows
    stage_.copyPicture();
    const QStringList formats = read({u"read"_s, folder_.path()});
    QVERIFY2(formats.contains(u"application/pdf"_s), qPrintable(formats.join(u' ')));
  }

  void aPictureThatCannotBeIsToldInWords() {
    panel::Session& session = *desk_.session(u"samples.map"_s);
    session.set(u"gain"_s, 0.);
    const stage::CopiedPicture copied = stage::copiedPicture(session, stage_.theme(), typesetter_);
    // The stage still shows the last good picture; a file of it would hold a state that it is not of.
    QVERIFY(!copied.data);
    QVERIFY2(copied.error.contains(session.problem()), qPrintable(copied.error));
    stage_.copyPicture();
    QCOMPARE(stage_.notice().text(), copied.error);
  }
};

QTEST_MAIN(PictureIsCopiedInEveryFormat)
#include "picture_is_copied_in_every_format.moc"
