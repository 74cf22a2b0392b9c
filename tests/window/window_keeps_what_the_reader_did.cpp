#include "app/reader/reader.h"
#include "app/stage/divider.h"
#include "app/stage/stage_widget.h"
#include "app/store/database.h"
#include "app/store/files.h"
#include "app/window/keeping.h"
#include "app/window/main_window.h"
#include "app/window/place.h"
#include "views/controls/scrub_number.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>

using namespace eigenboard;
using reader::Mark;
using reader::ObjectKind;

namespace {

const QString chapter = QStringLiteral("4.4");

/// A program's window on the store of a folder.
struct Program {
  explicit Program(const QString& folder) {
    services.store.open(folder);
    window.emplace(services);
    const QJsonObject session = window::Keeping::session(services.store);
    window->fromJson(session);
    keeping.emplace(services.store, *window);
    window->openAt(session);
    window->show();
    window->activateWindow(); // there is no window manager to do it
  }

  reader::Reader& reader() { return window->reader(); }
  /// From where a first start begins; kept, so that the next start begins here.
  void goToChapter() {
    window->open(window::findPlace(chapter, services.book, services.registry));
    QTRY_COMPARE(window::Keeping::session(services.store)[QStringLiteral("chapter")].toString(), chapter);
  }

  /// The nth answer of the page, from 0: its target and what is in it.
  std::pair<int, const reader::InlineObject*> answer(int number) {
    const reader::Layout& layout = reader().layout();
    for (std::size_t i = 0; i < layout.targets.size(); ++i) {
      const reader::Target& target = layout.targets[i];
      if (target.kind != reader::TargetKind::Object)
        continue;
      const reader::InlineObject& object = layout.texts[static_cast<std::size_t>(target.text)]
                                               .paragraph->objects()[static_cast<std::size_t>(target.index)];
      if (object.kind == ObjectKind::Answer && number-- == 0)
        return {static_cast<int>(i), &object};
    }
    return {-1, nullptr};
  }

  void type(int number, const QString& text) {
    reader().activate(answer(number).first);
    auto* entry = reader().viewport()->findChild<QLineEdit*>();
    QVERIFY(entry);
    QTest::keyClicks(entry, text);
    QTest::keyClick(entry, Qt::Key_Return);
    QTest::qWait(10); // the closed entry is deleted in the next turn of the event loop
  }

  window::Services services;
  std::optional<window::MainWindow> window;
  std::optional<window::Keeping> keeping;
};

} // namespace

class WindowKeepsWhatTheReaderDid : public QObject {
  Q_OBJECT

 private slots:
  void answersComeBackWithTheirMarks() {
    const QTemporaryDir folder;
    {
      Program program(folder.path());
      program.goToChapter();
      program.type(0, QStringLiteral("4")); // of exercise 4.4.1
      program.type(1, QStringLiteral("8"));
      program.type(3, QStringLiteral("2")); // of exercise 4.4.2
      QStringList keys;
      for (const store::Answer& answer : program.services.store.answers(chapter))
        keys.append(answer.key);
      QCOMPARE(keys, (QStringList{QStringLiteral("4.4.1/1"), QStringLiteral("4.4.1/2"),
                                  QStringLiteral("4.4.2/1")}));
    }
    Program program(folder.path());
    QCOMPARE(program.reader().currentChapter(), chapter);
    const std::tuple<int, QString, Mark> wanted[] = {{0, QStringLiteral("4"), Mark::Right},
                                                     {1, QStringLiteral("8"), Mark::Wrong},
                                                     {3, QStringLiteral("2"), Mark::Right}};
    for (const auto& [number, text, mark] : wanted) {
      QCOMPARE(program.answer(number).second->text, text);
      QCOMPARE(program.answer(number).second->mark, mark);
    }
    QCOMPARE(program.answer(2).second->mark, Mark::None);
    // They are still there after another chapter, and after another theme.
    program.reader().openChapter(QStringLiteral("4.6"));
    program.reader().openChapter(chapter);
    program.reader().setTheme(render::themeNamed(QStringLiteral("dark")));
    QCOMPARE(program.answer(0).second->text, QStringLiteral("4"));
    QCOMPARE(program.answer(0).second->mark, Mark::Right);
  }

  void goalsComeBack() {
    const QTemporaryDir folder;
    const QString goal = QStringLiteral("linear_algebra.transform/rank_one");
    {
      Program program(folder.path());
      program.goToChapter();
      program.services.desk.session(QStringLiteral("linear_algebra.transform"))
          ->apply({{QStringLiteral("A"), QStringLiteral("1,2;2,4")}});
      QTRY_VERIFY(program.reader().goalsDone().contains(goal));
    }
    Program program(folder.path());
    QVERIFY(program.services.store.goals().contains(goal));
    QVERIFY(program.reader().goalsDone().contains(goal));
  }

  void whatIsBeingTypedAsTheWindowClosesIsKept() {
    const QTemporaryDir folder;
    const QString panel = QStringLiteral("linear_algebra.transform");
    {
      Program program(folder.path());
      program.goToChapter();
      QVERIFY(QTest::qWaitForWindowActive(&*program.window));
      QTRY_COMPARE(program.window->stage().currentPanel(), panel);
      controls::ScrubNumber* cell = nullptr;
      for (controls::ScrubNumber* number : program.window->stage().findChildren<controls::ScrubNumber*>())
        if (number->parameter().key == QStringLiteral("b"))
          cell = number;
      QVERIFY(cell);
      cell->setFocus();
      QTest::keyClick(cell, Qt::Key_2);
      QTest::keyClicks(cell->findChild<QLineEdit*>(), QStringLiteral(".25"));
      program.window->close();
    }
    Program program(folder.path());
    QCOMPARE(program.services.desk.session(panel)->number(QStringLiteral("b")), 2.25);
  }

  void theLineBelowThePictureIsKept() {
    const QTemporaryDir folder;
    double split = 0;
    {
      Program program(folder.path());
      QVERIFY(QTest::qWaitForWindowActive(&*program.window));
      auto* line = program.window->stage().findChild<stage::Divider*>();
      QTRY_VERIFY(line->isVisible());
      line->setFocus(Qt::TabFocusReason);
      QTest::keyClick(line, Qt::Key_Up, Qt::ShiftModifier);
      split = program.window->stage().split();
      QVERIFY(split > 0);
      program.window->close();
    }
    Program program(folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&*program.window));
    QCOMPARE(program.window->stage().split(), split);
  }

  void whatIsNotSavedIsSaidAboveThePageUntilItIs() {
    const QTemporaryDir folder;
    Program program(folder.path());
    QCOMPARE(program.services.store.flush(), QString());
    {
      store::Database other;
      QVERIFY(other.open(store::storeFile(folder.path())).ok());
      QVERIFY(other.run(QStringLiteral("BEGIN EXCLUSIVE")).ok());
      program.type(0, QStringLiteral("4"));
      QTRY_VERIFY(program.window->problem().contains(QStringLiteral("cannot be saved")));
    }
    QTRY_VERIFY(program.window->problem().isEmpty());
  }
};

QTEST_MAIN(WindowKeepsWhatTheReaderDid)
#include "window_keeps_what_the_reader_did.moc"
