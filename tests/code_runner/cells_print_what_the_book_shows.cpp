#include "app/book/book.h"
#include "app/book/chapter_page.h"
#include "app/book/code_cells.h"
#include "tests/code_runner/run_fixture.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace eigenboard;

/// Every cell of the written chapters, run by the program itself, prints what the book shows.
class CellsPrintWhatTheBookShows : public QObject {
  Q_OBJECT

 private slots:
  void each_data();
  void each();
  void aChangedCellDoesNot();
};

void CellsPrintWhatTheBookShows::each_data() {
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("output");
  const QDir book(QStringLiteral(CHAPTERS));
  int cells = 0;
  const book::Book map = book::readBook(book.path());
  for (const book::Chapter* chapter : map.chapters()) {
    if (!chapter->written)
      continue;
    const book::ChapterPage page = book::readChapterPage(book.filePath(chapter->file));
    QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
    for (const book::CodeCell& cell : book::codeCells(page.page.blocks)) {
      if (!cell.output)
        continue;
      ++cells;
      QTest::newRow(qPrintable(QStringLiteral("%1:%2").arg(chapter->id).arg(cell.line)))
          << cell.code << *cell.output;
    }
  }
  QVERIFY(cells >= 80);
}

void CellsPrintWhatTheBookShows::each() {
  QFETCH(QString, code);
  QFETCH(QString, output);
  static const QTemporaryDir cache; // shared: Matplotlib's list of fonts takes seconds
  code_runner::Runner runner(code_runner::findPython(), {}, cache.path());
  QEventLoop loop;
  connect(&runner, &code_runner::Runner::finished, &loop, &QEventLoop::quit);
  runner.start(code);
  loop.exec();
  QVERIFY2(runner.outcome().isGood(), qPrintable(sentence(runner.outcome(), runner.limits())));
  QCOMPARE(runner.transcript().printed(), output + u'\n'); // a fence has no last line end
  QVERIFY(code_runner::printsAsRecorded(runner.transcript().printed(), output));
}

void CellsPrintWhatTheBookShows::aChangedCellDoesNot() {
  QVERIFY(!code_runner::printsAsRecorded(QStringLiteral("1.0\n"), QStringLiteral("1")));
  QVERIFY(!code_runner::printsAsRecorded(QStringLiteral("1\n\n"), QStringLiteral("1")));
  QVERIFY(!code_runner::printsAsRecorded(QStringLiteral("1\n"), QStringLiteral("1\n\n")));
  QVERIFY(code_runner::printsAsRecorded(QStringLiteral("1"), QStringLiteral("1")));
  QVERIFY(code_runner::printsAsRecorded(QStringLiteral("1\n"), QStringLiteral("1")));
  QVERIFY(code_runner::printsAsRecorded(QStringLiteral("1\n\n"),
                                        QStringLiteral("1\n"))); // a blank line at the end
  QVERIFY(code_runner::printsAsRecorded({}, {}));
}

QTEST_GUILESS_MAIN(CellsPrintWhatTheBookShows)
#include "cells_print_what_the_book_shows.moc"
