#include "app/print/print_dialog.h"
#include "app/reader/code_cells.h"
#include "tests/window/open_window.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>

using namespace eigenboard;
using tests::OpenWindow;

class ChaptersAreSavedAsPdf : public QObject {
  Q_OBJECT

 private slots:
  void theChapterIsSavedAsPdf() {
    OpenWindow open;
    open.key(Qt::Key_P, Qt::ControlModifier);
    auto* dialog = open.window.findChild<print::PrintDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->request().chapters.size(), 1);
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("chapter.pdf"));
    QCOMPARE(dialog->printTo(name), QString());
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF") && pdf.size() > 50'000);
    QVERIFY(!dialog->printTo(folder.filePath(QStringLiteral("no/such/folder.pdf"))).isEmpty());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!open.window.findChild<print::PrintDialog*>());
  }

  void theChapterIsSavedAsANotebook() {
    OpenWindow open;
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("chapter.ipynb"));
    open.window.actionNamed(QStringLiteral("saveAsNotebook"))->trigger();
    choose(open, name);
    QTRY_VERIFY(QFile::exists(name));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject notebook = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(notebook[QStringLiteral("nbformat")].toInt(), 4);
    QVERIFY(notebook[QStringLiteral("cells")].toArray().size() > 10);
  }

  /// The choice is kept with the session; what is no program is refused and changes nothing.
  void thePythonOfTheCodeIsChosen() {
    const QTemporaryDir folder;
    const QString python = folder.filePath(QStringLiteral("python"));
    QVERIFY(QFile::link(QStringLiteral("/usr/bin/python3"), python));
    QFile words(folder.filePath(QStringLiteral("words")));
    QVERIFY(words.open(QIODevice::WriteOnly));
    words.close();
    OpenWindow open;
    const QString usual = open.window.reader().codeCells().pythonName();
    open.window.actionNamed(QStringLiteral("choosePython"))->trigger();
    choose(open, words.fileName());
    QCOMPARE(open.window.reader().codeCells().pythonName(), usual);
    open.window.actionNamed(QStringLiteral("choosePython"))->trigger();
    choose(open, python);
    QTRY_COMPARE(open.window.reader().codeCells().pythonName(), python);
    OpenWindow later;
    later.window.fromJson(open.window.toJson());
    QCOMPARE(later.window.reader().codeCells().pythonName(), python);
    later.window.actionNamed(QStringLiteral("forgetPython"))->trigger();
    QCOMPARE(later.window.reader().codeCells().pythonName(), usual);
  }

 private:
  static void choose(OpenWindow& open, const QString& name) {
    QPointer<QFileDialog> dialog;
    QTRY_VERIFY(dialog = open.window.findChild<QFileDialog*>());
    emit dialog->fileSelected(name);
    dialog->close();
    QTRY_VERIFY(!dialog);
  }
};

QTEST_MAIN(ChaptersAreSavedAsPdf)
#include "chapters_are_saved_as_pdf.moc"
