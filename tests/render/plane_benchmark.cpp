#include "tests/render/test_scenes.h"
#include "views/render/plane_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTextStream>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

struct Times {
  std::vector<double> milliseconds;
  double quantile(double share) {
    std::sort(milliseconds.begin(), milliseconds.end());
    return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
  }
};

template <typename Frame>
void measure(const char* name, Frame frame) {
  Times times;
  for (int i = 0; i < 320; ++i) {
    QElapsedTimer clock;
    clock.start();
    frame(i);
    // The first frames fill caches.
    if (i >= 20)
      times.milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
  }
  QTextStream(stdout) << name << ": median " << QString::number(times.quantile(0.5), 'f', 2) << " ms, 99 % "
                      << QString::number(times.quantile(0.99), 'f', 2) << " ms\n";
}

} // namespace

/// Frame times of a plane of 700 by 560 px in the real widget: setView and repaint, as in a drag, then
/// panning.
int main(int argc, char** argv) {
  using namespace eigenboard;
  QApplication application(argc, argv);
  typesetting::Typesetter typesetter;
  for (const char* tex : {"\\mathbf{v}", "A\\mathbf{v}", "A\\mathbf{e}_1", "A\\mathbf{e}_2", "x_1", "x_2"})
    typesetter.typeset(QString::fromLatin1(tex), typesetting::Style::Inline);
  render::PlaneWidget widget(typesetter, render::themeNamed(QStringLiteral("light")));
  widget.resize(700, 560);
  widget.show();
  QApplication::processEvents();

  const auto view = [](int i) {
    const double angle = 0.02 * i;
    return tests::transformView({1.5 * std::cos(angle), 0.3 + std::sin(angle)}, {0.5, 1.2}, {-1.5, 1});
  };
  measure("drag (setView and repaint)", [&](int i) {
    widget.setView(view(i));
    widget.repaint();
    QApplication::processEvents();
  });
  const auto plain = [&](int i) {
    auto made = view(i);
    std::erase_if(made.marks,
                  [](const scene::Mark& mark) { return std::holds_alternative<scene::Label>(mark); });
    return made;
  };
  measure("drag without a label that changes", [&](int i) {
    widget.setView(plain(i));
    widget.repaint();
  });
  measure("the same picture again", [&](int) { widget.repaint(); });
  measure("pan (background painted anew)", [&](int i) {
    auto moved = view(0);
    moved.x.minimum -= 0.01 * i;
    moved.x.maximum -= 0.01 * i;
    widget.setView(moved);
    widget.repaint();
  });
  return 0;
}
