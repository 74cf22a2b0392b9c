#include "app/navigation/contents_tree.h"
#include "app/navigation/side_panel.h"
#include "app/reader/places.h"
#include "app/reader/reader.h"
#include "app/window/header_bar.h"
#include "app/window/keeping.h"
#include "app/window/main_window.h"
#include "app/window/progress_keeper.h"
#include "app/window/toast.h"
#include "views/controls/button.h"

#include <QtCore/QDirIterator>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>

using namespace eigenboard;

namespace {

const QString chapter = QStringLiteral("4.4");

/// The book with one more exercise in chapter 4.4, in which nothing is checked.
void writeBook(const QString& folder) {
  const QDir from(QStringLiteral(CHAPTERS));
  QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    const QString name = from.relativeFilePath(files.next());
    QVERIFY(QDir(folder).mkpath(QFileInfo(name).path()));
    QVERIFY(QFile::copy(from.filePath(name), folder + u'/' + name));
    if (!name.endsWith(QStringLiteral("04-matrix-as-transformation.md")))
      continue;
    QFile file(folder + u'/' + name);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    file.close();
    const qsizetype exercise = text.indexOf("**4.4.1**");
    QVERIFY(exercise > 0);
    text.insert(exercise, "**4.4.90** Draw the plane before and after.\n\n");
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
  }
}

/// A program's window on the store of a folder, at chapter 4.4.
struct Program {
  explicit Program(const QString& folder, const QByteArray& imported = {}) {
    services.store.open(folder);
    if (!imported.isEmpty())
      QCOMPARE(services.store.importJson(imported), QString());
    window.emplace(services);
    keeping.emplace(services.store, *window);
    window->resize(1280, 800);
    window->open(window::findPlace(chapter, services.book, services.registry));
    window->show();
    window->activateWindow();
    window->showMessage({}); // the welcome of a first start
  }

  reader::Reader& reader() { return window->reader(); }
  QString told() { return window->header().toolTip(); }

  /// The exercises of the page that the reader marks by hand, by the index of their target.
  std::vector<std::size_t> byHand() {
    std::vector<std::size_t> found;
    const auto& targets = reader().layout().targets;
    for (std::size_t i = 0; i < targets.size(); ++i)
      if (targets[i].kind == reader::TargetKind::Exercise && !reader::isChecked(*targets[i].node))
        found.push_back(i);
    return found;
  }

  /// Clicks on the mark of an exercise, after scrolling to it.
  void clickMark(std::size_t target) {
    const QRectF rect = reader().layout().targets[target].rect;
    reader().verticalScrollBar()->setValue(static_cast<int>(rect.top()) - 200);
    QTest::mouseClick(reader().viewport(), Qt::LeftButton, {},
                      (rect.center() - QPointF(0, reader().scrolled())).toPoint());
  }

  reader::ExerciseState stateOf(const QString& anchor) {
    for (const reader::ExerciseState& state : reader().exercises())
      if (state.anchor == anchor)
        return state;
    return {};
  }

  QString done(int exercises) {
    return QStringLiteral("%1 of %2 exercises").arg(exercises).arg(reader().exercises().size());
  }

  window::Services services;
  std::optional<window::MainWindow> window;
  std::optional<window::Keeping> keeping;
};

} // namespace

class ExercisesCountInProgress : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    writeBook(book_.path());
    qputenv("EIGENBOARD_CHAPTERS", book_.path().toUtf8());
  }

  void aMarkByHandCountsAndComesBack() {
    const QTemporaryDir folder;
    const QTemporaryDir other;
    QString anchor;
    QByteArray exported;
    {
      Program program(folder.path());
      QTRY_VERIFY2(program.told().contains(program.done(0)), qPrintable(program.told()));
      QVERIFY(!program.byHand().empty());
      const std::size_t target = program.byHand().front();
      anchor = program.reader().layout().targets[target].node->anchor;
      program.clickMark(target);
      QVERIFY(program.stateOf(anchor).solved);
      QTRY_VERIFY2(program.told().contains(program.done(1)), qPrintable(program.told()));
      QTRY_VERIFY2(program.window->header().shownPlace().contains(program.done(1)),
                   qPrintable(program.window->header().shownPlace()));
      exported = program.services.store.exportJson();
    }
    for (const auto& [place, imported] :
         {std::pair(folder.path(), QByteArray()), std::pair(other.path(), exported)}) {
      Program program(place, imported);
      QVERIFY(program.stateOf(anchor).solved);
      QTRY_VERIFY2(program.told().contains(program.done(1)), qPrintable(program.told()));
      // And after another chapter and another theme; a second click takes it back.
      program.reader().openChapter(QStringLiteral("4.6"));
      program.reader().openChapter(chapter);
      program.reader().setTheme(render::themeNamed(QStringLiteral("dark")));
      QVERIFY(program.stateOf(anchor).solved);
      program.clickMark(program.byHand().front());
      QVERIFY(!program.stateOf(anchor).solved);
      QTRY_VERIFY2(program.told().contains(program.done(0)), qPrintable(program.told()));
    }
    Program program(folder.path());
    QVERIFY(!program.stateOf(anchor).solved && program.stateOf(anchor).tried);
  }

  void forgettingClearsThePageAndUndoBringsItBack() {
    const QTemporaryDir folder;
    Program program(folder.path());
    const std::size_t target = program.byHand().front();
    const QString anchor = program.reader().layout().targets[target].node->anchor;
    program.clickMark(target);
    // An exercise with an answer that was given earlier, too.
    const QString checked = QStringLiteral("exercise-4.4.1");
    QCOMPARE(
        program.services.store.setAnswer({chapter, QStringLiteral("4.4.1/1"), QStringLiteral("4"), true, {}}),
        QString());
    program.reader().openChapter(QStringLiteral("4.6"));
    program.reader().openChapter(chapter);
    QVERIFY(program.stateOf(checked).tried);
    program.window->actionNamed(QStringLiteral("resetProgress"))->trigger();
    QVERIFY(!program.stateOf(anchor).solved);
    QVERIFY(!program.stateOf(checked).tried);
    QTRY_VERIFY2(program.told().contains(program.done(0)), qPrintable(program.told()));
    QTest::mouseClick(&program.window->toast().button(), Qt::LeftButton);
    QVERIFY(program.stateOf(anchor).solved);
    QVERIFY(program.stateOf(checked).tried);
    QTRY_VERIFY2(program.told().contains(program.done(1)), qPrintable(program.told()));
  }

  void theRuleIsSaidWhereProgressIsShown() {
    const QTemporaryDir folder;
    Program program(folder.path());
    QTRY_VERIFY(program.told().contains(QStringLiteral("A section counts as read when")));
    const QString sections =
        QStringLiteral("0 of %1 sections").arg(program.reader().places().sections().size());
    QVERIFY2(program.told().contains(sections), qPrintable(program.told()));
    navigation::ContentsTree& contents = program.window->side().contents();
    const QTreeWidgetItem* item = contents.currentItem();
    while (item && item->data(0, Qt::UserRole).toString() != chapter)
      item = item->parent();
    QVERIFY(item);
    QVERIFY2(item->toolTip(0).contains(sections), qPrintable(item->toolTip(0)));
    QVERIFY(item->toolTip(0).contains(QStringLiteral("A section counts as read when")));
  }

 private:
  QTemporaryDir book_;
};

QTEST_MAIN(ExercisesCountInProgress)
#include "exercises_count_in_progress.moc"
