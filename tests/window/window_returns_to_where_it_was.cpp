#include "app/reader/reader.h"
#include "app/stage/stage_widget.h"
#include "app/window/main_window.h"
#include "app/window/session_store.h"

#include <QtTest/QtTest>

using namespace eigenboard;

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
      services.desk.session(QStringLiteral("linear_algebra.eigen"))->set(QStringLiteral("b"), 0.35);
      window.reader().setPosition(7.25);
      QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier);
      saved = window.toJson();
    }
    window::Services services;
    window::MainWindow window(services);
    window.fromJson(saved);
    window.openAt(saved);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(window.reader().currentChapter(), QStringLiteral("4.6"));
    QTRY_VERIFY(std::abs(window.reader().position() - 7.25) < 0.2);
    QCOMPARE(services.desk.session(QStringLiteral("linear_algebra.eigen"))->number(QStringLiteral("b")),
             0.35);
    QCOMPARE(window.toJson().value(QStringLiteral("theme")).toString(), QStringLiteral("dark"));
  }

  void damagedSessionsAreKeptAside_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not JSON") << QByteArray("{\"chapter\": \"4.4\"");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("newer") << QByteArray("{\"version\": 999}");
    QTest::newRow("deep") << QByteArray(200000, '[');
  }
  void damagedSessionsAreKeptAside() {
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("session.json"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const window::StoredSession stored = window::readSession(name);
    QVERIFY(stored.content.isEmpty());
    QVERIFY(!stored.message.isEmpty());
    QVERIFY(stored.mayBeWritten);
    QFile kept(name + QStringLiteral(".kept-1"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
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
    window.fromJson(hostile);
    window.openAt(hostile);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(window.width() <= 8000 && window.height() <= 8000);
    QVERIFY(!window.reader().currentChapter().isEmpty());
  }
};

QTEST_MAIN(WindowReturnsToWhereItWas)
#include "window_returns_to_where_it_was.moc"
