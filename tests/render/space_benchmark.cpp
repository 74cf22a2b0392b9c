#include "tests/render/space_scenes.h"
#include "views/render/space/graphics_card.h"
#include "views/render/space/space_painter.h"
#include "views/render/space/space_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTextStream>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

template <typename Frame>
void measure(const char* name, Frame frame) {
  std::vector<double> times;
  for (int i = 0; i < 160; ++i) {
    QElapsedTimer clock;
    clock.start();
    frame(i);
    // The first frames fill caches.
    if (i >= 20)
      times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
  }
  std::sort(times.begin(), times.end());
  const auto quantile = [&times](double share) {
    return QString::number(times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))],
                           'f', 2);
  };
  QTextStream(stdout) << name << ": least " << quantile(0) << " ms, median " << quantile(0.5) << " ms, 99 % "
                      << quantile(0.99) << " ms\n";
}

} // namespace

/// Frame times of a surface of 100 by 100 with contours on 700 by 600 px: painting alone, then in the widget.
int main(int argc, char** argv) {
  using namespace eigenboard;
  QApplication application(argc, argv);
  typesetting::Typesetter typesetter;
  const render::Theme theme = render::themeNamed(QStringLiteral("light"));
  const QRectF area(0, 0, 700, 600);
  QImage image(700, 600, QImage::Format_RGB32);
  render::SpaceMemory memory;
  render::LabelMemory labels;
  render::PaintKit kit;
  kit.theme = &theme;
  kit.formulas = render::waitingFormulas(typesetter);
  kit.memory = &labels;

  const auto paint = [&](const scene::SpaceView& view, int i, render::SpaceQuality quality) {
    image.fill(theme.surface);
    QPainter painter(&image);
    scene::Camera camera = view.camera;
    camera.azimuth += 0.7 * i;
    render::paintSpace(painter, view, camera, area, kit, &memory, quality);
  };
  scene::SpaceView bare = tests::rosenbrockSpace();
  bare.marks.resize(1);
  bare.handles.clear();
  std::get<scene::Surface>(bare.marks.front()).contourLevels.clear();
  measure("turning, surface alone, draft", [&](int i) { paint(bare, i, render::SpaceQuality::Draft); });
  measure("turning, surface alone, fine", [&](int i) { paint(bare, i, render::SpaceQuality::Fine); });
  const scene::SpaceView full = tests::rosenbrockSpace();
  measure("turning, contours and path, draft", [&](int i) { paint(full, i, render::SpaceQuality::Draft); });
  measure("turning, contours and path, fine", [&](int i) { paint(full, i, render::SpaceQuality::Fine); });
  const scene::SpaceView planes = tests::planesSpace();
  measure("turning, two planes, draft", [&](int i) { paint(planes, i, render::SpaceQuality::Draft); });
  scene::SpaceView veil = bare;
  std::get<scene::Surface>(veil.marks.front()).opacity = 0.7;
  measure("turning, translucent surface, draft", [&](int i) { paint(veil, i, render::SpaceQuality::Draft); });

  render::SpaceWidget widget(typesetter, theme);
  widget.resize(700, 600);
  widget.setView(full);
  widget.show();
  QApplication::processEvents();
  measure("drag in the widget (setView and repaint)", [&](int i) {
    scene::SpaceView view = full;
    view.handles.front().position.x += 0.002 * i;
    widget.setView(view);
    widget.repaint();
    QApplication::processEvents();
  });
  measure("drag that changes the surface", [&](int i) {
    scene::SpaceView view = full;
    auto& surface = std::get<scene::Surface>(view.marks.front());
    for (double& height : surface.heights)
      height *= 1 + 0.001 * i;
    widget.setView(view);
    widget.repaint();
    QApplication::processEvents();
  });
  render::GraphicsCard card(render::SpaceDrawing::OpenGl);
  memory.fills.gpu = card.fills();
  std::printf("OpenGL: %s\n", qPrintable(card.renderer()));
  if (memory.fills.gpu) {
    measure("turning, contours and path, draft, OpenGL",
            [&](int i) { paint(full, i, render::SpaceQuality::Draft); });
    measure("turning, contours and path, fine, OpenGL",
            [&](int i) { paint(full, i, render::SpaceQuality::Fine); });
    memory.fills.gpu.reset();
  }
  measure("the same picture again", [&](int) { widget.repaint(); });
  return 0;
}
