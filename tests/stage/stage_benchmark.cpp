// stage_benchmark [MOVES] [RUNS]: what a drag costs in the whole stage, from the mouse move to the end of all
// painting, and how that time is shared among the widgets, with so many kept runs whose ghosts are shown. For
// each panel of the book, at 700 × 760.

#include "app/stage/picture.h"
#include "app/stage/stage_widget.h"
#include "views/controls/appearance.h"
#include "views/panel/desk.h"
#include "views/panel/run_shelf.h"
#include "views/render/plane_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

using namespace Qt::StringLiterals;
using namespace eigenboard;

namespace {

/// Notes how long each paint event takes.
class TimedApplication : public QApplication {
 public:
  using QApplication::QApplication;
  bool notify(QObject* receiver, QEvent* event) override {
    if (event->type() != QEvent::Paint)
      return QApplication::notify(receiver, event);
    QElapsedTimer clock;
    clock.start();
    const bool result = QApplication::notify(receiver, event);
    milliseconds[receiver->metaObject()->className()] += static_cast<double>(clock.nsecsElapsed()) / 1e6;
    return result;
  }
  std::map<QByteArray, double> milliseconds;
};

void settle(int milliseconds) {
  QElapsedTimer clock;
  clock.start();
  while (clock.elapsed() < milliseconds)
    QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

void send(QWidget& widget, QEvent::Type type, QPointF position, Qt::MouseButtons buttons) {
  const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
  QMouseEvent event(type, position, widget.mapToGlobal(position), button, buttons, Qt::NoModifier);
  QCoreApplication::sendEvent(&widget, &event);
}

void measure(TimedApplication& application, const panel::Registry& registry, const QString& id, int moves,
             int runs) {
  typesetting::Typesetter typesetter;
  panel::Desk desk(registry);
  stage::StageWidget stage(desk, typesetter, render::themeNamed(u"light"_s));
  stage.resize(700, 760);
  stage.showPanel(id);
  stage.show();
  for (int run = 0; run < runs; ++run) {
    desk.session(id)->apply(
        desk.session(id)->description().presets.at(static_cast<std::size_t>(run)).settings);
    desk.session(id)->runs().keep();
  }
  desk.session(id)->reset();
  settle(1000);
  const auto view = std::get<scene::PlaneView>(desk.session(id)->evaluation().scene.views.front());
  auto& plane = dynamic_cast<render::PlaneWidget&>(*stage.picture().view(view.key));
  const QPointF start = plane.toPixel(view.handles.front().position);
  application.milliseconds.clear();
  std::vector<double> total;
  send(plane, QEvent::MouseButtonPress, start, Qt::LeftButton);
  for (int i = 1; i <= moves; ++i) {
    const QPointF offset(60 * std::cos(i * 0.05) - 60, 60 * std::sin(i * 0.05));
    QElapsedTimer clock;
    clock.start();
    send(plane, QEvent::MouseMove, start + offset, Qt::LeftButton);
    QCoreApplication::processEvents();
    total.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    settle(4);
  }
  send(plane, QEvent::MouseButtonRelease, start, Qt::NoButton);
  std::sort(total.begin(), total.end());
  std::printf("%s: median %.2f ms, 99 %% within %.2f ms; paint per move:\n", qPrintable(id),
              total[total.size() / 2], total[total.size() * 99 / 100]);
  for (const auto& [name, milliseconds] : application.milliseconds)
    std::printf("  %6.3f ms  %s\n", milliseconds / moves, name.constData());
}

} // namespace

int main(int argc, char** argv) {
  TimedApplication application(argc, argv);
  application.setStyleSheet(controls::styleSheet(render::themeNamed(u"light"_s)));
  const panel::Registry book = panel::registeredPanels();
  for (const QString& id : book.ids())
    measure(application, book, id, argc > 1 ? std::max(1, std::atoi(argv[1])) : 300,
            argc > 2 ? std::clamp(std::atoi(argv[2]), 0, 3) : 0);
  return 0;
}
