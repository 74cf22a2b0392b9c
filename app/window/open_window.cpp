#include "app/window/open_window.h"

#include "app/reader/reader.h"
#include "app/window/first_paint.h"
#include "app/window/locations.h"
#include "app/window/main_window.h"
#include "app/window/session_store.h"

#include <QtWidgets/QApplication>

#include <algorithm>
#include <cstdio>

namespace eigenboard::window {

namespace {

/// The chapter to begin with when the reader has not been anywhere yet.
QString firstWrittenChapter(const book::Book& book) {
  const std::vector<const book::Chapter*> chapters = book.chapters();
  const auto written = std::find_if(chapters.begin(), chapters.end(),
                                    [](const book::Chapter* chapter) { return chapter->written; });
  return written != chapters.end() ? (*written)->id : QString();
}

void restore(MainWindow& window, const QJsonObject& session, const book::Book& book) {
  window.fromJson(session);
  Place place;
  place.chapter = session[QStringLiteral("chapter")].toString();
  if (!book.find(place.chapter))
    place.chapter = firstWrittenChapter(book);
  window.open(place);
  window.reader().setPosition(session[QStringLiteral("position")].toDouble());
  place.chapter.clear();
  place.panel = session[QStringLiteral("panel")].toString();
  if (!place.panel.isEmpty())
    window.open(place);
}

} // namespace

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
  if (words.isEmpty()) {
    restore(window, stored.content, services.book);
  } else {
    window.fromJson(stored.content);
    window.open(wanted);
  }
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
