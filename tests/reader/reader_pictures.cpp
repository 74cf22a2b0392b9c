// Draws chapters as the reader shows them, page by page, at two widths and in both themes, and prints what
// opening and painting cost. reader_pictures DIRECTORY [CHAPTER [WIDTH [THEME [FIRST_PAGE [PAGES [folds]
// [ZOOM%]]]]]]]

#include "app/reader/reader.h"
#include "views/controls/appearance.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtGui/QImage>
#include <QtGui/QPixmap>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace eigenboard;

int main(int count, char** words) {
  QApplication application(count, words);
  const QStringList arguments = QCoreApplication::arguments();
  const auto argument = [&](int index, const QString& otherwise) {
    return arguments.value(index, otherwise);
  };
  const QString directory = argument(1, QDir::tempPath());
  const QString chapter = argument(2, QStringLiteral("4.4"));
  const int width = argument(3, QStringLiteral("600")).toInt();
  const QString theme = argument(4, QStringLiteral("light"));
  const int first = argument(5, QStringLiteral("0")).toInt();
  const int pages = argument(6, QStringLiteral("100")).toInt();

  // Another book than the project's: its folder in EIGENBOARD_CHAPTERS.
  const book::Book book =
      book::readBook(qEnvironmentVariable("EIGENBOARD_CHAPTERS", QStringLiteral(CHAPTERS)));
  const panel::Registry registry = panel::registeredPanels();
  panel::Desk desk(registry);
  typesetting::Typesetter typesetter({{}, book.macros.texts()});
  QApplication::setStyle(QStringLiteral("Fusion"));
  application.setStyleSheet(controls::styleSheet(render::themeNamed(theme)));
  reader::Reader reader(book, desk, typesetter, render::themeNamed(theme));
  reader.resize(width, 1000);
  for (const QString& word : arguments)
    if (word.endsWith(u'%'))
      reader.setZoom(word.chopped(1).toDouble() / 100);
  reader.show();
  static_cast<void>(QTest::qWaitForWindowExposed(&reader));
  QElapsedTimer clock;
  clock.start();
  reader.openChapter(chapter);
  std::printf("first opening %lld ms\n", static_cast<long long>(clock.elapsed()));
  const auto complete = [&] {
    for (const reader::PlacedText& text : reader.layout().texts)
      for (const reader::InlineObject& object : text.paragraph->objects())
        if (object.kind == reader::ObjectKind::Formula && !object.formula)
          return false;
    return true;
  };
  static_cast<void>(QTest::qWaitFor(complete, 20000));
  QTest::qWait(100);
  std::printf("all formulas after %lld ms\n", static_cast<long long>(clock.elapsed()));
  clock.start();
  reader.openChapter(chapter);
  std::printf("opening with formulas at hand %.1f ms\n", static_cast<double>(clock.nsecsElapsed()) / 1e6);

  QDir().mkpath(directory);
  if (arguments.contains(QStringLiteral("folds")))
    for (int i = 0; i < static_cast<int>(reader.layout().targets.size()); ++i)
      if (reader.layout().targets[static_cast<std::size_t>(i)].kind == reader::TargetKind::Fold)
        reader.activate(i);
  QTest::qWait(700);
  std::vector<double> repaints;
  const int step = reader.viewport()->height() - 60;
  int page = 0;
  for (int top = 0; top < reader.layout().height && page < first + pages; top += step, ++page) {
    reader.verticalScrollBar()->setValue(top);
    reader.grab(); // asks for the pictures that the window shows
    QTest::qWait(120);
    QPixmap picture = reader.grab();
    QImage again(reader.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    clock.start();
    reader.viewport()->render(&again);
    repaints.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    if (page >= first)
      picture.save(QStringLiteral("%1/%2-%3-%4-%5.png")
                       .arg(directory, chapter, QString::number(width), theme)
                       .arg(page, 2, 10, QLatin1Char('0')));
    if (top >= reader.verticalScrollBar()->maximum())
      break;
  }
  std::sort(repaints.begin(), repaints.end());
  std::printf("full repaints: median %.1f ms, slowest %.1f ms, %zu pages, %.0f px\n",
              repaints[repaints.size() / 2], repaints.back(), repaints.size(), reader.layout().height);
  return 0;
}
