#include "app/navigation/side_panel.h"
#include "app/reader/reader.h"
#include "app/stage/stage_widget.h"
#include "app/window/earlier_session.h"
#include "app/window/keeping.h"
#include "app/window/main_window.h"
#include "app/window/toast.h"
#include "app/window/travel.h"
#include "tests/window/open_window.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace eigenboard;

namespace {

void writeFile(const QString& name, const QByteArray& bytes) {
  QFile file(name);
  QVERIFY(file.open(QIODevice::WriteOnly));
  QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray readFile(const QString& name) {
  QFile file(name);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Shows the window as a start of the program does that finds this session.
void start(window::MainWindow& window, const QJsonObject& session) {
  window.fromJson(session);
  window.openAt(session);
  window.show();
  QVERIFY(QTest::qWaitForWindowExposed(&window));
}

/// In chapter 4.6: a panel is moved and the page scrolled.
void readOn(window::MainWindow& window, window::Services& services) {
  services.desk.session(QStringLiteral("linear_algebra.eigen"))->set(QStringLiteral("b"), 0.35);
  window.reader().setPosition(7.25);
}

void isAsItWasLeft(window::MainWindow& window, window::Services& services) {
  QCOMPARE(window.reader().currentChapter(), QStringLiteral("4.6"));
  QTRY_VERIFY(std::abs(window.reader().position() - 7.25) < 0.2);
  QCOMPARE(services.desk.session(QStringLiteral("linear_algebra.eigen"))->number(QStringLiteral("b")), 0.35);
}

} // namespace

class WindowReturnsToWhereItWas : public QObject {
  Q_OBJECT

 private slots:
  void chapterPlaceThemeAndPanelStates() {
    QJsonObject saved;
    {
      window::Services services;
      window::MainWindow window(services);
      window.open(window::findPlace(QStringLiteral("4.6"), services.book, services.registry));
      window.show();
      QVERIFY(QTest::qWaitForWindowExposed(&window));
      window.activateWindow(); // there is no window manager to do it
      QVERIFY(QTest::qWaitForWindowActive(&window));
      readOn(window, services);
      QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier);
      saved = window.toJson();
    }
    window::Services services;
    window::MainWindow window(services);
    start(window, saved);
    isAsItWasLeft(window, services);
    QCOMPARE(window.toJson().value(QStringLiteral("theme")).toString(), QStringLiteral("dark"));
  }

  void theStoreBringsItBack() {
    const QTemporaryDir folder;
    {
      window::Services services;
      services.store.open(folder.path());
      window::MainWindow window(services);
      const window::Keeping keeping(services.store, window);
      window.open(window::findPlace(QStringLiteral("4.6"), services.book, services.registry));
      window.show();
      QVERIFY(QTest::qWaitForWindowExposed(&window));
      readOn(window, services);
      window.close();
    }
    window::Services services;
    services.store.open(folder.path());
    QVERIFY2(services.store.message().isEmpty(), qPrintable(services.store.message()));
    QVERIFY(services.store.contents().visited.contains(QStringLiteral("4.6")));
    window::MainWindow window(services);
    start(window, window::Keeping::session(services.store));
    isAsItWasLeft(window, services);
  }

  void theSessionOfAnEarlierVersionIsTakenOverOnce() {
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("session.json"));
    const QByteArray bytes = "{\"version\": 1, \"chapter\": \"4.6\", \"theme\": \"dark\", \"later\": [1],"
                             " \"goals\": [\"linear_algebra.transform/rank_one\"]}";
    writeFile(name, bytes);
    {
      store::Store store;
      store.open(folder.path());
      QVERIFY(store.setSession({{QStringLiteral("theme"), QStringLiteral("light")}}).isEmpty());
      QCOMPARE(window::takeOverEarlierSession(store, folder.path()), QString());
      QVERIFY(!QFile::exists(name));
      QCOMPARE(readFile(name + QStringLiteral(".kept-1")), bytes);
      QCOMPARE(window::takeOverEarlierSession(store, folder.path()), QString());
    }
    store::Store store;
    store.open(folder.path());
    const QJsonObject session = window::Keeping::session(store);
    QCOMPARE(session[QStringLiteral("chapter")].toString(), QStringLiteral("4.6"));
    QCOMPARE(session[QStringLiteral("theme")].toString(),
             QStringLiteral("light")); // what the store has, stays
    QCOMPARE(session[QStringLiteral("later")].toArray(), QJsonArray{1});
    QCOMPARE(session[QStringLiteral("goals")].toArray(),
             QJsonArray{QStringLiteral("linear_algebra.transform/rank_one")});
    QVERIFY(!session.contains(QStringLiteral("version")));
  }

  void anEarlierSessionStaysWhereNothingIsSaved() {
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("session.json"));
    writeFile(name, "{\"version\": 1, \"chapter\": \"4.6\"}");
    store::Store store; // in memory
    QCOMPARE(window::takeOverEarlierSession(store, folder.path()), QString());
    QVERIFY(QFile::exists(name));
    QCOMPARE(store.contents().session[QStringLiteral("chapter")].toString(), QStringLiteral("4.6"));
  }

  void damagedEarlierSessionsAreKeptAside_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not JSON") << QByteArray("{\"chapter\": \"4.4\"");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("newer") << QByteArray("{\"version\": 999}");
    QTest::newRow("deep") << QByteArray(200000, '[');
  }
  void damagedEarlierSessionsAreKeptAside() {
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("session.json"));
    writeFile(name, bytes);
    store::Store store;
    store.open(folder.path());
    QVERIFY(!window::takeOverEarlierSession(store, folder.path()).isEmpty());
    QVERIFY(store.contents().session.isEmpty());
    QCOMPARE(readFile(name + QStringLiteral(".kept-1")), bytes);
  }

  void hostileValuesAreHarmless() {
    window::Services services;
    window::MainWindow window(services);
    const QJsonObject hostile{{QStringLiteral("width"), -5},
                              {QStringLiteral("height"), 1e300},
                              {QStringLiteral("theme"), 7},
                              {QStringLiteral("zoom"), 1e9},
                              {QStringLiteral("position"), -1e300},
                              {QStringLiteral("chapter"), QStringLiteral("99.9")},
                              {QStringLiteral("panel"), QStringLiteral("nothing.here")},
                              {QStringLiteral("columns"), QJsonArray{-1, QStringLiteral("x"), 1e300}},
                              {QStringLiteral("panels"), QJsonObject{{QStringLiteral("linear_algebra.eigen"),
                                                                      QStringLiteral("rubbish")}}}};
    start(window, hostile);
    QVERIFY(window.width() <= 8000 && window.height() <= 8000);
    QVERIFY(!window.reader().currentChapter().isEmpty());
  }

  void theFirstStartWelcomes() {
    window::Services services;
    window::MainWindow window(services);
    start(window, {});
    QCOMPARE(window.reader().currentChapter(), QStringLiteral("4.1")); // the first that is written
    QVERIFY(window.message().contains(QStringLiteral("Welcome")));
    QVERIFY(!window.stage().currentPanel().isEmpty());
    QTest::mouseClick(&window.toast().button(), Qt::LeftButton);
    QVERIFY(window.isMapShown());
  }

  void aRestartBringsEverythingBack() {
    QJsonObject saved;
    {
      tests::OpenWindow open({1600, 900});
      open.window.setPath(QStringLiteral("core"));
      open.window.open(window::findPlace(tests::secondChapter, open.services.book, open.services.registry));
      open.reader().setPosition(5.75);
      open.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
      saved = open.window.toJson();
    }
    window::Services services;
    window::MainWindow window(services);
    start(window, saved);
    QCOMPARE(window.size(), QSize(1600, 900));
    QCOMPARE(window.reader().currentChapter(), tests::secondChapter);
    QCOMPARE(window.reader().position(), 5.75);
    QCOMPARE(window.path(), QStringLiteral("core"));
    QVERIFY(window.side().isVisible());
    QCOMPARE(window.side().tab(), navigation::SideTab::Bookmarks);
    QVERIFY(window.travel().canGoBack());
    QVERIFY(!window.travel().canGoForward());
    window.travel().goBack();
    QCOMPARE(window.reader().currentChapter(), tests::firstChapter);
  }
};

QTEST_MAIN(WindowReturnsToWhereItWas)
#include "window_returns_to_where_it_was.moc"
