#include "app/export/figure_state.h"
#include "app/export/movie.h"
#include "app/export_dialog/export_dialog.h"
#include "app/export_dialog/export_form.h"
#include "app/export_dialog/export_preview.h"
#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "views/controls/appearance.h"
#include "views/panel/evaluate_at.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QStandardItemModel>
#include <QtSvg/QSvgRenderer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using export_dialog::Choices;
using export_dialog::ExportDialog;
using export_dialog::FileKind;
using export_dialog::What;

class FiguresAreExportedAsChosen : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = tests::sampleRegistry();
  typesetting::Typesetter typesetter_;
  QTemporaryDir folder_;
  std::unique_ptr<ExportDialog> dialog_;

  QString path(const QString& name) { return folder_.filePath(name); }
  export_dialog::Source source() {
    export_dialog::Source source;
    source.panel = registry_.find(u"samples.map"_s);
    const panel::Description& description = source.panel->description();
    source.state =
        panel::withSettings(description, panel::defaultState(description), {{u"vx"_s, u"2.5"_s}}).state;
    source.evaluation = panel::evaluateAt(*source.panel, source.state);
    panel::State other = panel::withSettings(description, source.state, {{u"vx"_s, u"-2"_s}}).state;
    source.keyframes = {{u"right"_s, 300, source.state}, {u"left"_s, 500, other}};
    return source;
  }
  void open(const Choices& choices = {}) {
    dialog_ = std::make_unique<ExportDialog>(source(), choices, typesetter_, render::themeNamed(u"light"_s));
    QVERIFY(tests::showActive(*dialog_));
    QTRY_VERIFY(!dialog_->preview().image().isNull());
  }
  template <typename Widget>
  Widget* named(const QString& name) {
    for (Widget* widget : dialog_->findChildren<Widget*>())
      if (widget->accessibleName() == name)
        return widget;
    qFatal("nothing is called %s", qPrintable(name));
  }
  QPushButton* exportButton() {
    for (QPushButton* button : dialog_->findChildren<QPushButton*>())
      if (button->isDefault())
        return button;
    qFatal("no default button");
  }
  /// As a reader does who knows the keyboard.
  void choose(const QString& box, const QString& entry) {
    auto* combo = named<QComboBox>(box);
    combo->setFocus();
    const int wanted = combo->findText(entry);
    QVERIFY2(wanted >= 0, qPrintable(entry));
    QTest::keyClick(combo, Qt::Key_Home);
    while (combo->currentIndex() < wanted) {
      const int before = combo->currentIndex();
      QTest::keyClick(combo, Qt::Key_Down);
      QVERIFY2(combo->currentIndex() > before, qPrintable(entry));
    }
    QCOMPARE(combo->currentText(), entry);
  }
  void type(const QString& field, const QString& text) {
    auto* line = named<QLineEdit>(field);
    QVERIFY2(line->isVisible(), qPrintable(field));
    line->setFocus();
    line->selectAll();
    text.isEmpty() ? QTest::keyClick(line, Qt::Key_Delete) : QTest::keyClicks(line, text);
  }
  void check(const QString& words) {
    for (QCheckBox* box : dialog_->findChildren<QCheckBox*>())
      if (box->text() == words) {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        return;
      }
    QFAIL(qPrintable(words));
  }
  QByteArray written(const QString& name) {
    dialog_->writeTo(path(name));
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  static QString said(const QString& program, const QStringList& words) {
    QProcess process;
    process.start(program, words);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
  }
  void ownSize(const QString& width, const QString& height) {
    choose(u"Size"_s, u"Own size"_s);
    type(u"Width"_s, width);
    type(u"Height"_s, height);
  }

 private slots:
  void initTestCase() { qApp->setStyleSheet(controls::styleSheet(render::themeNamed(u"light"_s))); }
  void cleanup() { dialog_.reset(); }

  void svgPngAndPdfAreWhatTheyShouldBe() {
    open();
    choose(u"Format"_s, u"SVG"_s);
    const QByteArray svg = written(u"a.svg"_s);
    QCOMPARE(QSvgRenderer(svg).defaultSize(), QSize(1920, 1080));
    open();
    choose(u"Format"_s, u"PNG"_s);
    const QImage png = QImage::fromData(written(u"a.png"_s), "PNG");
    QCOMPARE(png.size(), QSize(1920, 1080));
    open();
    choose(u"Format"_s, u"PDF"_s);
    QVERIFY(written(u"a.pdf"_s).startsWith("%PDF-"));
    const QString facts = said(u"pdfinfo"_s, {path(u"a.pdf"_s)});
    QVERIFY2(facts.contains(u"1440 x 810 pts"_s), qPrintable(facts)); // 1920 and 1080 px of 0.75 points
    for (const QString& file : {u"a.svg"_s, u"a.png"_s, u"a.pdf"_s}) {
      const figures::RestoredFigure back =
          figures::restoredFigure(figures::storedStateOfFile(path(file)), registry_);
      QVERIFY2(back.ok(), qPrintable(back.error));
      QCOMPARE(back.state.values, source().state.values);
    }
  }

  void millimetresGiveTheRightPixels() {
    open();
    choose(u"Format"_s, u"PNG"_s);
    choose(u"Size"_s, u"Own size"_s);
    choose(u"Unit of width and height"_s, u"mm"_s);
    type(u"Resolution in dots per inch"_s, u"300"_s);
    type(u"Width"_s, u"85"_s);
    type(u"Height"_s, u"60"_s);
    QTRY_VERIFY(named<QLabel>(u"Size of the file"_s)->text().contains(u"1004 × 709 px"_s));
    const QImage png = QImage::fromData(written(u"mm.png"_s), "PNG");
    QCOMPARE(png.size(), QSize(1004, 709));
    QCOMPARE(png.dotsPerMeterX(), 11811); // 300 / 0.0254
  }

  void thePreviewIsTheFile() {
    open();
    choose(u"Format"_s, u"PNG"_s);
    ownSize(u"400"_s, u"300"_s); // it fits the preview as it is
    check(u"Formula"_s);
    check(u"Line of parameters"_s);
    type(u"Title"_s, u"A title"_s);
    QTRY_COMPARE(dialog_->preview().image().size(), QSize(400, 300));
    QTest::qWait(200);
    const QImage shown = dialog_->preview().image().convertToFormat(QImage::Format_RGB32);
    const QImage file = QImage::fromData(written(u"same.png"_s), "PNG").convertToFormat(QImage::Format_RGB32);
    QCOMPARE(file.size(), shown.size());
    QCOMPARE(file, shown);
  }

  void aLargeFigureIsShownWholeAndSmaller() {
    open();
    choose(u"Format"_s, u"PNG"_s);
    type(u"Title"_s, u"Whole"_s);
    QTest::qWait(400);
    const QImage shown = dialog_->preview().image().convertToFormat(QImage::Format_RGB32);
    QVERIFY(shown.width() < 700 && shown.width() > 300);
    const QImage file = QImage::fromData(written(u"large.png"_s), "PNG")
                            .scaled(shown.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                            .convertToFormat(QImage::Format_RGB32);
    // Lines and letters are painted at their size in one and averaged down in the other: what differs are
    // rims, while a picture that is cut off or shifted differs by whole areas.
    constexpr double rims = 0.035; // mean difference of a channel, of 1
    double sum = 0;
    for (int y = 0; y < shown.height(); ++y)
      for (int x = 0; x < shown.width(); ++x)
        sum += std::abs(qGray(shown.pixel(x, y)) - qGray(file.pixel(x, y))) / 255.0;
    const double mean = sum / (shown.width() * shown.height());
    qInfo("mean difference %.4f", mean);
    QVERIFY2(mean < rims, qPrintable(QString::number(mean)));
  }

  void aChangeIsSeenWithinATenthOfASecond() {
    open();
    QTest::qWait(600);
    const QImage before = dialog_->preview().image();
    QElapsedTimer clock;
    type(u"Title"_s, u"Ab"_s);
    clock.start();
    QTRY_VERIFY_WITH_TIMEOUT(dialog_->preview().image() != before, 2000);
    qInfo("preview after %lld ms", clock.elapsed());
    constexpr int slack = 100; // a tick of QTRY and a machine that does other things
    QVERIFY2(clock.elapsed() <= 100 + slack, qPrintable(QString::number(clock.elapsed())));
  }

  void transparencyIsChequeredAndInTheFile() {
    open();
    choose(u"Format"_s, u"PNG"_s);
    check(u"Transparent ground"_s);
    QTRY_VERIFY(dialog_->preview().image().hasAlphaChannel());
    const QImage png = QImage::fromData(written(u"clear.png"_s), "PNG");
    QCOMPARE(png.pixelColor(1, 1).alpha(), 0);
  }

  void nonsenseIsToldBesideItsFieldAndNothingIsExported() {
    open();
    choose(u"Size"_s, u"Own size"_s);
    type(u"Width"_s, u"wide"_s);
    QTRY_VERIFY(dialog_->form().problem(export_dialog::Field::Size).contains(u"'wide' is not a number"_s));
    QVERIFY(!exportButton()->isEnabled());
    QVERIFY(written(u"none.svg"_s).isEmpty());
    type(u"Width"_s, u"99999"_s);
    QTRY_VERIFY(dialog_->form().problem(export_dialog::Field::Size).contains(u"at most"_s));
    type(u"Width"_s, u"640"_s);
    QTRY_COMPARE(dialog_->form().problem(export_dialog::Field::Size), QString());
    QTRY_VERIFY(exportButton()->isEnabled());
    type(u"Type and lines, in percent of what suits the size"_s, u"1000"_s);
    QTRY_VERIFY(!dialog_->form().problem(export_dialog::Field::Scale).isEmpty());
  }

  void theRatioIsKept() {
    open();
    ownSize(u"800"_s, u"400"_s);
    check(u"Keep the ratio"_s);
    type(u"Width"_s, u"1000"_s);
    QCOMPARE(named<QLineEdit>(u"Height"_s)->text(), u"500"_s);
    type(u"Height"_s, u"300"_s);
    QCOMPARE(named<QLineEdit>(u"Width"_s)->text(), u"600"_s);
    // Another unit says the same size.
    choose(u"Unit of width and height"_s, u"in"_s);
    QCOMPARE(named<QLineEdit>(u"Width"_s)->text(), u"6.25"_s); // at 96 dpi
  }

  void sweepStepsAndKeyframesAreAnimated() {
    open();
    choose(u"What"_s, u"Sweep of a parameter"_s);
    choose(u"Size"_s, u"Own size"_s);
    type(u"Width"_s, u"320"_s);
    type(u"Height"_s, u"240"_s);
    type(u"Number of frames"_s, u"7"_s);
    QTRY_VERIFY(named<QLabel>(u"Size of the file"_s)->text().contains(u"7 frames"_s));
    const QByteArray gif = written(u"sweep.gif"_s);
    QVERIFY(gif.startsWith("GIF8"));
    QCOMPARE(said(u"/usr/bin/python3"_s,
                  {u"-c"_s, u"from PIL import Image;i=Image.open('%1');print(i.n_frames,i.size)"_s.arg(
                                path(u"sweep.gif"_s))})
                 .trimmed(),
             u"7 (320, 240)"_s);
    open();
    choose(u"What"_s, u"Marked states"_s);
    choose(u"Format"_s, u"PDF, a page each"_s);
    type(u"Pages between two marked states"_s, u"2"_s);
    QVERIFY(!written(u"deck.pdf"_s).isEmpty());
    const QString facts = said(u"pdfinfo"_s, {path(u"deck.pdf"_s)});
    QVERIFY2(facts.contains(QRegularExpression(u"Pages: +4\\b"_s)), qPrintable(facts));
    open();
    choose(u"What"_s, u"Steps of the process"_s);
    choose(u"Format"_s, u"Numbered PNG files"_s);
    type(u"Last step"_s, u"3"_s);
    ownSize(u"320"_s, u"240"_s);
    dialog_->writeTo(path(u"steps"_s));
    QCOMPARE(QDir(path(u"steps"_s)).entryList({u"*.png"_s}).size(), 4);
  }

  void aPlaceThatCannotBeWrittenIsToldInWords_data() {
    QTest::addColumn<What>("what");
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("reason");
    QTest::newRow("missing folder") << What::Picture << FileKind::Svg << u"missing/a.svg"_s
                                    << u"No such file or directory"_s;
    QTest::newRow("folder that is a file")
        << What::Picture << FileKind::Png << u"file/a.png"_s << u"Not a directory"_s;
    QTest::newRow("file that is a folder") << What::Picture << FileKind::Pdf << u"."_s << u"it is a folder"_s;
    QTest::newRow("full disk") << What::Picture << FileKind::Svg << u"/dev/full"_s
                               << u"No space left on device"_s;
    QTest::newRow("movement, missing folder")
        << What::Sweep << FileKind::Gif << u"missing/a.gif"_s << u"No such file or directory"_s;
    QTest::newRow("numbered files below a file")
        << What::Sweep << FileKind::PngFrames << u"file/frames"_s << u"cannot make the folder"_s;
  }
  void aPlaceThatCannotBeWrittenIsToldInWords() {
    QFETCH(What, what);
    QFETCH(FileKind, kind);
    QFETCH(QString, path);
    QFETCH(QString, reason);
    QFile file(this->path(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Choices choices;
    choices.what = what;
    choices.kind = kind;
    choices.sweepKey = u"vx"_s;
    choices.sweepFrom = u"0"_s;
    choices.sweepTo = u"1"_s;
    choices.sweepFrames = u"2"_s;
    choices.size = export_dialog::customSize;
    choices.width = u"200"_s;
    choices.height = u"150"_s;
    open(choices);
    QSignalSpy exported(dialog_.get(), &ExportDialog::exported);
    QSignalSpy chosen(dialog_.get(), &ExportDialog::chosen);
    const QStringList before = QDir(folder_.path()).entryList();
    const QString place = QDir(folder_.path()).absoluteFilePath(path); // /dev/full stays what it is
    dialog_->writeTo(place);
    QStringList words;
    for (const QLabel* label : dialog_->findChildren<QLabel*>())
      if (label->isVisible() && label->text().startsWith(u"cannot "_s))
        words += label->text();
    QCOMPARE(words.size(), 1);
    QVERIFY2(words[0].contains(place) && words[0].contains(reason), qPrintable(words[0]));
    QVERIFY(dialog_->isVisible() && exportButton()->isEnabled());
    QCOMPARE(QDir(folder_.path()).entryList(), before);
    QCOMPARE(exported.count() + chosen.count(), 0);
    QVERIFY(dialog_->form().choices().folder.isEmpty()); // and so it is not offered the next time
    if (what == What::Picture) {
      dialog_->writeTo(this->path(u"then."_s + export_dialog::endingOf(kind)));
      QCOMPARE(exported.count(), 1);
    }
  }

  /// Where it is chosen, the folder is there; it has gone when the file is to be written.
  void aFolderThatGoesMeanwhileIsToldInWords() {
    open();
    QVERIFY(QDir(folder_.path()).mkpath(u"stick"_s));
    QTest::keyClick(exportButton(), Qt::Key_Space);
    QPointer<QFileDialog> file;
    QTRY_VERIFY(file = dialog_->findChild<QFileDialog*>());
    file->selectFile(path(u"stick/a.svg"_s));
    connect(file.data(), &QFileDialog::fileSelected, this,
            [this] { QVERIFY(QDir(path(u"stick"_s)).removeRecursively()); });
    QTest::keyClick(file.data(), Qt::Key_Return);
    const auto isTold = [this] {
      const QList<QLabel*> labels = dialog_->findChildren<QLabel*>();
      return std::any_of(labels.begin(), labels.end(), [this](const QLabel* label) {
        return label->isVisible() && label->text().contains(path(u"stick/a.svg"_s)) &&
               label->text().contains(u"No such file or directory"_s);
      });
    };
    QTRY_VERIFY(isTold());
    QVERIFY(dialog_->isVisible());
  }

  void aMovieIsThereOrSaysWhyNot() {
    open();
    choose(u"What"_s, u"Marked states"_s);
    auto* formats = named<QComboBox>(u"Format"_s);
    const int movie = formats->findData(static_cast<int>(FileKind::Movie));
    QVERIFY(movie >= 0);
    const bool isEnabled = qobject_cast<QStandardItemModel*>(formats->model())->item(movie)->isEnabled();
    QCOMPARE(isEnabled, figures::movieProblem().isEmpty());
    QCOMPARE(formats->itemData(movie, Qt::ToolTipRole).toString(), figures::movieProblem());
  }

  void aLongExportCanBeStopped() {
    open();
    choose(u"What"_s, u"Sweep of a parameter"_s);
    type(u"Number of frames"_s, u"2000"_s);
    QTRY_VERIFY(exportButton()->isEnabled());
    QTimer::singleShot(400, dialog_.get(), [this] { QTest::keyClick(dialog_.get(), Qt::Key_Escape); });
    QElapsedTimer clock;
    clock.start();
    QVERIFY(written(u"long.gif"_s).isEmpty());
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(!QFileInfo::exists(path(u"long.gif"_s)));
    QVERIFY(dialog_->isVisible() && exportButton()->isEnabled());
  }

  void enterAsksWhereAndEscapeCloses() {
    open();
    QSignalSpy exported(dialog_.get(), &ExportDialog::exported);
    QSignalSpy chosen(dialog_.get(), &ExportDialog::chosen);
    type(u"Title"_s, u"By keyboard"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QPointer<QFileDialog> file;
    QTRY_VERIFY(file = dialog_->findChild<QFileDialog*>());
    QVERIFY(file->selectedFiles().value(0).endsWith(u".svg"_s));
    file->selectFile(path(u"keyboard.svg"_s));
    QTest::keyClick(file.data(), Qt::Key_Return);
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(QFileInfo(path(u"keyboard.svg"_s)).size() > 1000);
    QTRY_VERIFY(!dialog_->isVisible());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(export_dialog::choicesFromJson(chosen.front().front().toJsonObject()).folder, folder_.path());
    open();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog_->isVisible());
  }

  void everyFieldIsReachedByTabAndHasAName() {
    open();
    choose(u"Size"_s, u"Own size"_s);
    QSet<QWidget*> seen;
    for (int i = 0; i < 40; ++i) {
      QWidget* focused = QApplication::focusWidget();
      QVERIFY(focused && dialog_->isAncestorOf(focused));
      seen.insert(focused);
      QTest::keyClick(focused, Qt::Key_Tab);
    }
    for (QWidget* widget : dialog_->findChildren<QWidget*>()) {
      const bool isField = qobject_cast<QLineEdit*>(widget) || qobject_cast<QComboBox*>(widget) ||
                           qobject_cast<QAbstractButton*>(widget);
      if (!isField || !widget->isVisible() || !widget->isEnabled() || widget->focusPolicy() == Qt::NoFocus)
        continue;
      QVERIFY2(seen.contains(widget), qPrintable(widget->accessibleName()));
      const auto* button = qobject_cast<QAbstractButton*>(widget);
      QVERIFY(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()));
    }
  }

  void itFitsASmallScreen() {
    open();
    QVERIFY(dialog_->minimumSizeHint().width() <= 1024 && dialog_->minimumSizeHint().height() <= 700);
    dialog_->resize(900, 560);
    QTest::qWait(100);
    QVERIFY(exportButton()->isVisible());
    QVERIFY(
        dialog_->rect().contains(exportButton()->mapTo(dialog_.get(), exportButton()->rect().bottomRight())));
  }
};

QTEST_MAIN(FiguresAreExportedAsChosen)
#include "figures_are_exported_as_chosen.moc"
