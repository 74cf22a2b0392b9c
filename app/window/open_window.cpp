#include "app/window/open_window.h"

#include "app/reader/reader.h"
#include "app/window/first_paint.h"
#include "app/window/locations.h"
#include "app/window/main_window.h"
#include "app/window/session_store.h"

#include <QtWidgets/QApplication>

#include <cstdio>

namespace eigenboard::window {

int openWindow(QStringList words) {
  QApplication::setStyle(QStringLiteral("Fusion"));
  const bool reportFirstPaint = words.removeAll(QStringLiteral("--report-first-paint")) > 0;
  Services services;
  Place wanted;
  if (!words.isEmpty()) {
    wanted = findPlace(words.constFirst(), services.book, services.registry);
    if (!wanted.error.isEmpty()) {
      std::fprintf(stderr, "eigenboard: %s\n", wanted.error.toUtf8().constData());
      return 2;
    }
  }

  const QString sessionFile = dataFolder() + QStringLiteral("/session.json");
  const StoredSession stored = readSession(sessionFile);
  MainWindow window(services);
  QStringList messages = services.book.problems;
  if (!stored.message.isEmpty())
    messages.prepend(stored.message);
  window.fromJson(stored.content);
  if (words.isEmpty())
    window.openAt(stored.content);
  else
    window.open(wanted);
  if (!messages.isEmpty())
    window.showMessage(messages.join(QStringLiteral(" ")));
  if (stored.mayBeWritten)
    QObject::connect(&window, &MainWindow::sessionChanged, &window, [&window, sessionFile] {
      if (const QString error = writeSession(sessionFile, window.toJson()); !error.isEmpty())
        window.showMessage(error);
    });
  if (reportFirstPaint)
    new FirstPaintReport(window);
  window.show();
  return QApplication::exec();
}

} // namespace eigenboard::window
