#include "app/export/animated_gif.h"
#include "views/panel/evaluate_at.h"
#include "views/panel/registry.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cstdio>

using namespace eigenboard;

namespace {

double milliseconds(const QElapsedTimer& clock) {
  return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// Median of the times of a full-slide figure with its formula and parameters, in ms; the first, which
/// typesets and loads fonts, is left out.
double medianTime(const panel::Panel& panel, render::FigureFormat format, typesetting::Typesetter& typesetter,
                  qsizetype& bytes) {
  figures::FigureLook look{render::themeNamed({}), {format, QSizeF(1920, 1080), 2}, true, true};
  std::vector<double> times;
  for (int i = 0; i < 8; ++i) {
    QElapsedTimer clock;
    clock.start();
    bytes = figures::figureOf(panel, panel::defaultState(panel.description()), look, typesetter).bytes.size();
    if (i > 0)
      times.push_back(milliseconds(clock));
  }
  std::nth_element(times.begin(), times.begin() + 3, times.end());
  return times[3];
}

void gifTime(const panel::Panel& panel, typesetting::Typesetter& typesetter) {
  for (const panel::Parameter& parameter : panel.description().parameters) {
    if (parameter.kind != panel::Kind::Number || !parameter.onlyWith.key.isEmpty())
      continue;
    const figures::AnimationResult sweep =
        figures::sweepAnimation(panel.description(), panel::defaultState(panel.description()),
                                {parameter.key, panel::toText(parameter, parameter.minimum),
                                 panel::toText(parameter, parameter.maximum), 60},
                                25);
    const figures::FigureLook look{render::themeNamed({}), {render::FigureFormat::Png, QSizeF(960, 540)}};
    figures::FrameSource frames(panel, sweep.animation, look, typesetter);
    QElapsedTimer clock;
    clock.start();
    const figures::AnimationFile file = figures::animatedGif(frames, [](int, int) { return true; });
    std::printf("%-36s gif of 60 over %-4s %7.0f ms %8lld bytes %s\n",
                qPrintable(panel.description().identity.id), qPrintable(parameter.key), milliseconds(clock),
                static_cast<long long>(file.bytes.size()), qPrintable(file.error));
    return;
  }
}

} // namespace

/// Times of a full-slide SVG, PDF and PNG, and of a GIF of 60 frames of 960x540, of every panel.
int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication application(argc, argv);
  typesetting::Typesetter typesetter;
  const panel::Registry registry = panel::registeredPanels();
  using Format = render::FigureFormat;
  for (const panel::PanelPointer& panel : registry.panels()) {
    for (const Format format : {Format::Svg, Format::Pdf, Format::Png}) {
      qsizetype bytes = 0;
      const double time = medianTime(*panel, format, typesetter, bytes);
      std::printf("%-36s %s %7.1f ms %8lld bytes\n", qPrintable(panel->description().identity.id),
                  qPrintable(render::endingOf(format)), time, static_cast<long long>(bytes));
    }
    gifTime(*panel, typesetter);
  }
  return 0;
}
