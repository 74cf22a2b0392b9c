#include "app/print/print_dialog.h"
#include "tests/window/open_window.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

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
};

QTEST_MAIN(ChaptersAreSavedAsPdf)
#include "chapters_are_saved_as_pdf.moc"
