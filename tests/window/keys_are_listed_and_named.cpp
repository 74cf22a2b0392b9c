#include "tests/window/open_window.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace eigenboard;
using tests::OpenWindow;

class KeysAreListedAndNamed : public QObject {
  Q_OBJECT

 private slots:
  void everyActionIsNamedAndListed() {
    OpenWindow open;
    QSet<QString> keys;
    for (const window::WindowAction& known : open.window.windowActions()) {
      QVERIFY(!known.action->text().isEmpty());
      QVERIFY(!known.group.isEmpty());
      for (const QKeySequence& sequence : known.action->shortcuts()) {
        QVERIFY2(!keys.contains(sequence.toString()), qPrintable(sequence.toString()));
        keys.insert(sequence.toString());
      }
    }
    QTimer::singleShot(300, [&open] {
      QWidget* sheet = QApplication::activeModalWidget();
      QVERIFY(sheet);
      QCOMPARE(sheet->windowTitle(), QStringLiteral("Keyboard shortcuts"));
      QVERIFY(sheet->width() <= open.window.width());
      QTest::keyClick(sheet, Qt::Key_Escape);
    });
    open.key(Qt::Key_F1);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTest::qWait(400);
    QVERIFY(!QApplication::activeModalWidget());
  }

  /// The window behind it takes the next Escape, if any.
  void escapeClosesTheSheetAndNothingElse() {
    OpenWindow open;
    open.window.showMessage(QStringLiteral("Something to read"));
    QTimer::singleShot(100, [] {
      QVERIFY(QApplication::activeModalWidget());
      QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    });
    open.key(Qt::Key_F1);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(open.window.isVisible());
    QCOMPARE(open.window.message(), QStringLiteral("Something to read"));
  }
};

QTEST_MAIN(KeysAreListedAndNamed)
#include "keys_are_listed_and_named.moc"
