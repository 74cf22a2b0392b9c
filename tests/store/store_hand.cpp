// A program that uses a store, for tests that need another process:
//   store_hand write FOLDER              adds notes until it is killed, and prints the number of each
//   store_hand open FOLDER [--as-nobody] [--without-drivers]
//       prints condition, isSaved, number of notes and message, one a line, after adding a note
//   store_hand hold FILE                 holds the file for itself until its input ends

#include "app/store/database.h"
#include "app/store/store.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>

#include <cstdio>
#include <unistd.h>

using namespace eigenboard;

namespace {

store::Note note(int number) {
  store::Note made;
  made.chapter = QStringLiteral("4.4");
  made.place = number;
  made.text = QString::number(number);
  return made;
}

int write(QCoreApplication& application, const QString& folder) {
  store::Store store;
  store.open(folder);
  int number = 0;
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
    ++number;
    store.addNote(note(number));
    store.setSession({{QStringLiteral("position"), number}});
    std::printf("%d\n", number);
    std::fflush(stdout);
  });
  timer.start(3);
  return application.exec();
}

int open(const QString& folder) {
  store::Store store;
  store.open(folder);
  store.addNote(note(1));
  store.flush();
  std::printf("%d\n%d\n%d\n%s\n", static_cast<int>(store.condition()), store.isSaved() ? 1 : 0,
              static_cast<int>(store.notes().size()), store.message().toUtf8().constData());
  return 0;
}

int hold(const QString& fileName) {
  store::Database database;
  if (!database.open(fileName).ok() || !database.run(QStringLiteral("BEGIN EXCLUSIVE")).ok())
    return 1;
  std::printf("held\n");
  std::fflush(stdout);
  std::getchar();
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const QStringList words = QCoreApplication::arguments();
  if (words.contains(QStringLiteral("--without-drivers")))
    QCoreApplication::setLibraryPaths({});
  if (words.contains(QStringLiteral("--as-nobody")) && geteuid() == 0 && setuid(65534) != 0)
    return 1;
  const QString what = words.value(1);
  return what == QStringLiteral("write")  ? write(application, words.value(2))
         : what == QStringLiteral("open") ? open(words.value(2))
         : what == QStringLiteral("hold") ? hold(words.value(2))
                                          : 2;
}
