#include "app/window/open_window.h"

#include "app/reader/reader.h"
#include "app/window/earlier_session.h"
#include "app/window/first_paint.h"
#include "app/window/keeping.h"
#include "app/window/locations.h"
#include "app/window/main_window.h"

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

  store::Store& store = services.store;
  store.open(dataFolder());
  QStringList messages = services.book.allProblems();
  messages.append(takeOverEarlierSession(store, dataFolder()));
  messages.append(store.message());
  messages.removeAll(QString());
  MainWindow window(services);
  const QJsonObject session = Keeping::session(store);
  window.fromJson(session);
  const Keeping keeping(store, window);
  if (words.isEmpty())
    window.openAt(session);
  else
    window.open(wanted);
  if (!messages.isEmpty())
    window.showProblem(messages.join(QStringLiteral(" ")));
  if (reportFirstPaint)
    new FirstPaintReport(window);
  window.show();
  window.reader().setFocus(Qt::OtherFocusReason); // Page Down turns the page at once
  const int status = QApplication::exec();
  // Where nothing could be saved from the start, the reader has read so above the page.
  if (const QString error = store.flush(); store.condition() == store::Condition::Failing) {
    std::fprintf(stderr, "eigenboard: what was done last could not be saved: %s\n",
                 error.toUtf8().constData());
    return 1;
  }
  return status;
}

} // namespace eigenboard::window
