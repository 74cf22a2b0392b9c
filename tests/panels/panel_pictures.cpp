#include "tests/panels/panel_states.h"
#include "views/panel/registry.h"
#include "views/render/export.h"
#include "views/render/safe_write.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QDir>
#include <QtCore/QTextStream>
#include <QtWidgets/QApplication>

/// panel_pictures PANEL FOLDER: its presets in every theme as PNG, with handles and formula, to be looked at.
int main(int argc, char** argv) {
  using namespace eigenboard;
  QApplication application(argc, argv);
  QTextStream words(stderr);
  const panel::Registry registry = panel::registeredPanels();
  const panel::Panel* panel = argc == 3 ? registry.find(QString::fromLocal8Bit(argv[1])) : nullptr;
  if (!panel) {
    words << "usage: panel_pictures PANEL FOLDER\n";
    return 2;
  }
  const QDir folder(QString::fromLocal8Bit(argv[2]));
  typesetting::Typesetter typesetter;
  int failures = 0;
  for (const tests::NamedState& named : tests::presetStates(panel->description()))
    for (const render::Theme& theme : render::themes()) {
      const panel::Evaluation evaluation = tests::evaluateAt(*panel, named.state);
      render::FigureOptions options;
      options.format = render::FigureFormat::Png;
      options.size = {900, 520};
      options.handles = true;
      options.formula = evaluation.formula;
      const render::Figure figure = render::exportFigure(evaluation.scene, theme, typesetter, options);
      const QString file = QStringLiteral("%1-%2.png").arg(named.name.section(u' ', -1), theme.key);
      const QString problem =
          figure.error.isEmpty() ? render::writeWhole(folder.filePath(file), figure.bytes) : figure.error;
      if (!problem.isEmpty()) {
        words << file << ": " << problem << '\n';
        ++failures;
      }
    }
  return failures == 0 ? 0 : 1;
}
