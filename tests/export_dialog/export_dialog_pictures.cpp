// export_dialog_pictures FOLDER: the dialog in all themes and sizes, as PNG.

#include "app/export_dialog/export_dialog.h"
#include "views/controls/appearance.h"
#include "views/panel/evaluate_at.h"
#include "views/panel/registry.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace eigenboard;

namespace {

void takePicture(const export_dialog::Source& source, export_dialog::Choices choices,
                 typesetting::Typesetter& typesetter, const QString& themeKey, const QString& fileName) {
  const render::Theme theme = render::themeNamed(themeKey);
  qApp->setPalette(controls::palette(theme));
  qApp->setStyleSheet(controls::styleSheet(theme));
  choices.theme = themeKey;
  export_dialog::ExportDialog dialog(source, choices, typesetter, theme);
  dialog.show();
  QElapsedTimer clock;
  clock.start();
  while (clock.elapsed() < 1500)
    QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
  if (!dialog.grab().save(fileName))
    std::fprintf(stderr, "%s: not written\n", qPrintable(fileName));
}

} // namespace

int main(int argc, char** argv) {
  QApplication::setStyle(u"Fusion"_s);
  QApplication application(argc, argv);
  const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s;
  const panel::Registry registry = panel::registeredPanels();
  typesetting::Typesetter typesetter;
  export_dialog::Source source;
  source.panel = registry.find(u"linear_algebra.transform"_s);
  source.state = panel::defaultState(source.panel->description());
  source.evaluation = panel::evaluateAt(*source.panel, source.state);
  panel::State other = source.state;
  other.values.front() = -1.;
  source.keyframes = {{u"Start"_s, 1000, source.state}, {u"Turned"_s, 1500, other}};
  for (const QString& theme : {u"light"_s, u"dark"_s, u"contrast"_s}) {
    export_dialog::Choices choices;
    choices.title = u"A shear keeps the area"_s;
    choices.withFormula = choices.withParameters = true;
    takePicture(source, choices, typesetter, theme, folder + u"/picture-"_s + theme + u".png"_s);
    choices.size = export_dialog::customSize;
    choices.width = u"85"_s;
    choices.height = u"0"_s;
    choices.unit = figures::LengthUnit::Millimetres;
    choices.what = export_dialog::What::Sweep;
    choices.kind = export_dialog::FileKind::Gif;
    takePicture(source, choices, typesetter, theme, folder + u"/problem-"_s + theme + u".png"_s);
    choices.size = u"square"_s;
    choices.isTransparent = true;
    choices.what = export_dialog::What::Keyframes;
    takePicture(source, choices, typesetter, theme, folder + u"/keyframes-"_s + theme + u".png"_s);
  }
  return 0;
}
