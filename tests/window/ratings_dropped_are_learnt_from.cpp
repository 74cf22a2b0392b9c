#include "app/stage/stage_widget.h"
#include "app/window/drop_shade.h"
#include "tests/window/window_fixture.h"

#include <QtCore/QMimeData>
#include <QtCore/QPointer>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtGui/QDropEvent>
#include <QtWidgets/QFileDialog>

using namespace eigenboard;
using namespace Qt::StringLiterals;

namespace {

const QString training = u"recommender.training"_s;

/// Eight people who like the films of their own half, in each of the three forms.
QByteArray ratingsText(const QByteArray& between, const QByteArray& header) {
  QByteArray text = header;
  for (int user = 1; user <= 8; ++user)
    for (int film = 10; film < 20; ++film)
      if ((user + film) % 4 != 0)
        text += QByteArray::number(user) + between + QByteArray::number(film) + between +
                ((user <= 4) == (film < 15) ? "5" : "2") + between + "880000000\n";
  return text;
}

} // namespace

class RatingsDroppedAreLearntFrom : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  std::unique_ptr<OpenWindow> open_;

  QString written(const QString& name, const QByteArray& bytes) {
    QFile file(folder_.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
  }
  panel::Session& session() { return *open_->services.desk.session(training); }
  QString file() {
    const int index = panel::parameterIndex(session().description(), u"file"_s);
    return std::get<QString>(session().state().values[static_cast<std::size_t>(index)]);
  }
  double readout(const QString& key) {
    for (const panel::Readout& one : session().evaluation().readouts)
      if (one.key == key)
        return one.value;
    return -1;
  }
  void drop(const QString& path) {
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(path)});
    QWidget& on = *open_->reader().viewport();
    const QPoint at = on.rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QApplication::sendEvent(&on, &enter);
    QVERIFY(enter.isAccepted());
    open_->window.showMessage({});
    QDropEvent event(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QApplication::sendEvent(&on, &event);
    QTRY_VERIFY(!open_->window.message().isEmpty());
  }
  void isLearnt(const QString& path) {
    QCOMPARE(file(), path);
    QCOMPARE(open_->window.stage().currentPanel(), training);
    QTRY_VERIFY(!session().isComputing());
    QCOMPARE(session().problem(), QString());
    QCOMPARE(session().step(), 20);
    QCOMPARE(readout(u"train_ratings"_s) + readout(u"test_ratings"_s), 60.0);
    QCOMPARE(readout(u"lines"_s), path.endsWith(u".csv"_s) ? 61.0 : 60.0);
  }

 private slots:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void init() { open_ = std::make_unique<OpenWindow>(); }
  void cleanup() { open_.reset(); }

  void everyFormIsLearntFrom_data() {
    QTest::addColumn<QByteArray>("between");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("u.data") << QByteArray("\t") << QByteArray();
    QTest::newRow("ratings.dat") << QByteArray("::") << QByteArray();
    QTest::newRow("ratings.csv") << QByteArray(",") << QByteArray("userId,movieId,rating,timestamp\n");
  }
  void everyFormIsLearntFrom() {
    QFETCH(QByteArray, between);
    QFETCH(QByteArray, header);
    const QString path = written(QString::fromLatin1(QTest::currentDataTag()), ratingsText(between, header));
    drop(path);
    isLearnt(path);
    QVERIFY2(open_->window.message().contains(u"60 ratings of 8 people for 10 films"_s),
             qPrintable(open_->window.message()));
    OpenWindow::press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(file(), QString());
    QVERIFY(!session().isComputing()); // the book's ratings take no thread
    QCOMPARE(readout(u"train_ratings"_s) + readout(u"test_ratings"_s), 669.0);
  }

  void aDragOfRatingsIsGreeted() {
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(folder_.filePath(u"u.data"_s))});
    QDragEnterEvent enter(open_->window.stage().rect().center(), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QApplication::sendEvent(&open_->window.stage(), &enter);
    const auto* shade = open_->window.findChild<window::DropShade*>();
    QVERIFY(shade && shade->isVisible());
    QVERIFY2(shade->words().contains(u"Drop the ratings"_s), qPrintable(shade->words()));
  }

  void ratingsAreOpenedByTheMenu() {
    const QString path = written(u"chosen.csv"_s, ratingsText(",", "userId,movieId,rating,timestamp\n"));
    QAction* action = open_->window.actionNamed(u"openRatings"_s);
    QVERIFY(action && action->text() == u"Open ratings…"_s);
    action->trigger();
    QPointer<QFileDialog> dialog;
    QTRY_VERIFY(dialog = open_->window.findChild<QFileDialog*>());
    dialog->selectFile(path);
    QTest::keyClick(dialog.data(), Qt::Key_Return);
    QTRY_COMPARE(file(), path);
    isLearnt(path);
  }

  void badLinesAreToldAndTheRestIsLearntFrom() {
    const QString path =
        written(u"u.data"_s, ratingsText("\t", {}) + "9\televen\t4\t880000000\n9\t11\tgood\t880000000\n");
    drop(path);
    QCOMPARE(file(), path);
    const QString message = open_->window.message();
    QVERIFY2(message.contains(u"2 of 62 lines"_s) && message.contains(u"line 61"_s) &&
                 message.contains(u"line 62"_s),
             qPrintable(message));
    QTRY_VERIFY(!session().isComputing());
    QCOMPARE(readout(u"bad_lines"_s), 2.0);
    // The words stay with the panel when the message has gone.
    const auto& readouts = session().evaluation().readouts;
    const auto bad = std::find_if(readouts.begin(), readouts.end(),
                                  [](const panel::Readout& one) { return one.key == u"bad_lines"_s; });
    QVERIFY(bad != readouts.end() && bad->meaning.contains(u"line 61"_s));
    QVERIFY(session().evaluation().spoken.contains(u"line 62"_s));
  }

  void whatHoldsNoRatingsIsToldInWords() {
    const auto says = [this](const QString& path, const QString& words) {
      drop(path);
      QVERIFY2(open_->window.message().contains(words, Qt::CaseInsensitive),
               qPrintable(open_->window.message()));
      QCOMPARE(file(), QString());
    };
    says(folder_.filePath(u"missing.csv"_s), u"There is no file"_s);
    says(written(u"empty.dat"_s, {}), u"cannot be used"_s);
    says(written(u"words.csv"_s, "once upon a time\nthere was a table\n"), u"cannot be used"_s);
    QVERIFY(QDir(folder_.path()).mkdir(u"folder.csv"_s));
    says(folder_.filePath(u"folder.csv"_s), u"is no file"_s);
    QFile huge(folder_.filePath(u"huge.dat"_s));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(qint64(3) << 30)); // takes no room on the disk
    says(huge.fileName(), u"recommend train"_s);
  }

  void aFileThatGoesAwayIsToldInThePanel() {
    const QString path = written(u"gone.csv"_s, ratingsText(",", "userId,movieId,rating,timestamp\n"));
    drop(path);
    isLearnt(path);
    QVERIFY(QFile::remove(path));
    QVERIFY(session().set(u"factors"_s, 3.0));
    QTRY_VERIFY(!session().isComputing());
    QVERIFY2(session().problem().contains(u"There is no file"_s), qPrintable(session().problem()));
    QCOMPARE(session().evaluation().problemKey, u"file"_s);
    QVERIFY(session().set(u"file"_s, QString()));
    QVERIFY(!session().evaluation().scene.views.empty());
    QCOMPARE(session().problem(), QString());
  }

  void movieLensIsLearntFrom() {
    const QString folder = qEnvironmentVariable("EIGENBOARD_MOVIELENS");
    if (folder.isEmpty())
      QSKIP("EIGENBOARD_MOVIELENS names no folder");
    drop(folder + u"/ratings.csv"_s);
    QVERIFY2(open_->window.message().contains(u"100836 ratings of 610 people for 9724 films"_s),
             qPrintable(open_->window.message()));
    QTRY_VERIFY_WITH_TIMEOUT(!session().isComputing(), 30'000);
    QCOMPARE(session().step(), 20);
    // Biases alone reach 0.87 on a fifth of it.
    QVERIFY2(readout(u"test_rmse"_s) < 0.9, qPrintable(QString::number(readout(u"test_rmse"_s))));
  }
};

QTEST_MAIN(RatingsDroppedAreLearntFrom)
#include "ratings_dropped_are_learnt_from.moc"
