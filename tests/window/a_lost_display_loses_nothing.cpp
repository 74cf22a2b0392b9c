#include "app/reader/reader.h"
#include "app/store/store.h"
#include "app/window/keeping.h"
#include "app/window/main_window.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace eigenboard;

namespace {

/// A display that can be taken away; empty name: it did not come up.
struct LendableDisplay {
  QProcess server;
  QString name;

  LendableDisplay() {
    server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x800x24"_s});
    if (server.waitForStarted() && server.waitForReadyRead(20000))
      name = u':' + QString::fromLatin1(server.readLine()).trimmed();
  }
  ~LendableDisplay() {
    server.kill();
    server.waitForFinished();
  }
};

/// How many the hand has told so far; −1: nothing.
int lastNumber(QProcess& hand) {
  int last = -1;
  while (hand.canReadLine())
    last = hand.readLine().trimmed().toInt();
  return last;
}

} // namespace

/// The X server dies while the program keeps what the reader does: the store is whole afterwards, and nothing
/// older than a second is missing.
class ALostDisplayLosesNothing : public QObject {
  Q_OBJECT

 private slots:
  void theStoreIsWhole_data() {
    QTest::addColumn<bool>("isKilled"); // or asked to end
    QTest::newRow("killed") << true;
    QTest::newRow("ended") << false;
  }
  void theStoreIsWhole() {
    QFETCH(bool, isKilled);
    QTemporaryDir folder;
    LendableDisplay display;
    QVERIFY(!display.name.isEmpty());
    QProcess hand;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, display.name);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"QT_XCB_GL_INTEGRATION"_s, u"none"_s); // and no OpenGL
    hand.setProcessEnvironment(environment);
    hand.start(QStringLiteral(WINDOW_HAND), {folder.path()});
    QVERIFY(hand.waitForReadyRead(30000));
    std::vector<std::pair<qint64, int>> heard;
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 2600) {
      hand.waitForReadyRead(5);
      if (const int number = lastNumber(hand); number >= 0)
        heard.emplace_back(clock.elapsed(), number);
    }
    const qint64 lost = clock.elapsed();
    isKilled ? display.server.kill() : display.server.terminate();
    QVERIFY2(hand.waitForFinished(10000), "the program went on without its display");
    int kept = 0;
    for (const auto& [at, number] : heard)
      if (at <= lost - 1000)
        kept = number;
    QVERIFY(kept > 20);
    store::Store store;
    store.open(folder.path());
    QCOMPARE(store.condition(), store::Condition::Good);
    const auto bookmarks = store.bookmarks();
    QVERIFY2(static_cast<int>(bookmarks.size()) >= kept,
             qPrintable(u"%1 of %2"_s.arg(bookmarks.size()).arg(kept)));
    // The session is one of those there were, and a window opens on it.
    const QJsonObject session = window::Keeping::session(store);
    window::Services services;
    window::MainWindow window(services);
    window.fromJson(session);
    window.openAt(session);
    QCOMPARE(window.reader().currentChapter(), u"4.4"_s);
    QVERIFY(window.problem().isEmpty());
    const double b = services.desk.session(u"linear_algebra.transform"_s)->number(u"b"_s);
    QVERIFY(std::abs(100 * b - std::round(100 * b)) < 1e-9);
  }
};

QTEST_MAIN(ALostDisplayLosesNothing)
#include "a_lost_display_loses_nothing.moc"
