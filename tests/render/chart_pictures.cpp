#include "tests/render/chart_scenes.h"
#include "views/render/chart/chart_widget.h"
#include "views/render/export.h"
#include "views/render/safe_write.h"
#include "views/render/thumbnail.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTextStream>
#include <QtWidgets/QApplication>

#include <algorithm>

/// chart_pictures FOLDER: the charts in every theme, as PNG and SVG, small, and in the live widget; prints
/// how long a frame of a drag takes.
int main(int argc, char** argv) {
  using namespace eigenboard;
  QApplication application(argc, argv);
  QTextStream words(stdout);
  if (argc != 2) {
    words << "usage: chart_pictures FOLDER\n";
    return 2;
  }
  const QDir folder(QString::fromLocal8Bit(argv[1]));
  typesetting::Typesetter typesetter;
  for (const render::Theme& theme : render::themes())
    for (const auto& [name, view] : tests::chartViews()) {
      scene::Scene scene;
      scene.views.push_back(view);
      render::FigureOptions options;
      options.size = {620, 420};
      options.handles = true;
      for (const char* ending : {"png", "svg"}) {
        const QString file = QStringLiteral("%1-%2.%3").arg(name, theme.key, QString::fromLatin1(ending));
        options.format = render::formatOfFile(file).value();
        const render::Figure figure = render::exportFigure(scene, theme, typesetter, options);
        if (const QString problem = render::writeWhole(folder.filePath(file), figure.bytes);
            !problem.isEmpty())
          words << problem << '\n';
      }
      render::thumbnail(scene, theme, {120, 96}, 2)
          .save(folder.filePath(QStringLiteral("small-%1-%2.png").arg(name, theme.key)));
    }

  render::ChartWidget widget(typesetter, render::themeNamed({}));
  widget.resize(620, 480);
  widget.show();
  for (const auto& [name, view] : tests::chartViews()) {
    std::vector<double> times;
    scene::ChartView moved = view;
    for (int frame = 0; frame < 60; ++frame) {
      if (!moved.bars.empty() && !moved.bars[0].values.empty())
        moved.bars[0].values[0] = 0.1 + 0.01 * frame;
      QElapsedTimer clock;
      clock.start();
      widget.setView(moved);
      widget.grab();
      times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    words << name << ": median " << times[30] << " ms, slowest but one " << times[58] << " ms\n";
  }
  return 0;
}
