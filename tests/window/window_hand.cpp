// A program with a window and a store, for tests that take its display away:
//   window_hand FOLDER    every 5 ms it turns the panel's matrix and adds a bookmark, and prints how many

#include "app/window/keeping.h"
#include "app/window/main_window.h"

#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <cstdio>

using namespace eigenboard;

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  if (argc < 2)
    return 2;
  window::Services services;
  services.store.open(QString::fromLocal8Bit(argv[1]));
  window::MainWindow window(services);
  const window::Keeping keeping(services.store, window);
  window.open(window::findPlace(QStringLiteral("4.4"), services.book, services.registry));
  window.show();
  panel::Session* session = services.desk.session(QStringLiteral("linear_algebra.transform"));
  int number = 0;
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
    ++number;
    session->set(QStringLiteral("b"), 0.01 * (number % 100));
    store::Bookmark bookmark;
    bookmark.chapter = QStringLiteral("4.4");
    bookmark.label = QString::number(number);
    bookmark.place = number;
    services.store.addBookmark(bookmark);
    std::printf("%d\n", number);
    std::fflush(stdout);
  });
  timer.start(5);
  return QApplication::exec();
}
