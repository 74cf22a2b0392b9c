// stage_pictures FOLDER: the stage with each panel and some of its presets, in all themes and as large as in
// windows of 1280 x 800 and 900 x 700 and beyond, as PNG.

#include "app/stage/stage_widget.h"
#include "tests/panel/sample_panel.h"
#include "views/controls/appearance.h"
#include "views/controls/formula_view.h"
#include "views/panel/desk.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace eigenboard;

namespace {

void settle(int milliseconds) {
  QElapsedTimer clock;
  clock.start();
  while (clock.elapsed() < milliseconds)
    QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

void picture(const panel::Registry& registry, typesetting::Typesetter& typesetter, const QString& id,
             const panel::Settings& settings, const QString& themeKey, QSize size, const QString& fileName) {
  panel::Desk desk(registry);
  const render::Theme theme = render::themeNamed(themeKey);
  qApp->setStyleSheet(controls::styleSheet(theme));
  stage::StageWidget stage(desk, typesetter, theme);
  stage.resize(size);
  stage.showPanel(id);
  desk.session(id)->apply(settings);
  stage.show();
  settle(900);
  if (!stage.grab().save(fileName))
    std::fprintf(stderr, "%s: not written\n", qPrintable(fileName));
}

} // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s;
  typesetting::Typesetter typesetter;
  const panel::Registry samples = tests::sampleRegistry();
  const panel::Registry hosted(
      {tests::drawnPanel(), tests::slowPanel(std::make_shared<tests::SlowCounts>())});
  const panel::Registry book = panel::registeredPanels();
  for (const QString& theme : {u"light"_s, u"dark"_s, u"contrast"_s}) {
    picture(samples, typesetter, u"samples.map"_s, {{u"preset"_s, u"turn"_s}}, theme, {700, 760},
            folder + u"/sample-"_s + theme + u".png"_s);
    for (const QSize& size : {QSize(620, 700), QSize(900, 800)}) {
      const QString name = folder + u'/' + QString::number(size.width()) + u'-' + theme;
      picture(hosted, typesetter, u"samples.drawn"_s, {{u"seed"_s, u"471100"_s}, {u"steps"_s, u"7"_s}}, theme,
              size, name + u"-seed.png"_s);
      picture(hosted, typesetter, u"samples.slow"_s, {{u"lasts"_s, u"2000"_s}}, theme, size,
              name + u"-slow.png"_s);
    }
    for (const auto& panel : book.panels()) {
      const panel::Identity& identity = panel->description().identity;
      const QString name = folder + u'/' + identity.id + u'-' + theme;
      picture(book, typesetter, identity.id, {}, theme, {698, 740}, name + u".png"_s);
      picture(book, typesetter, identity.id, {}, theme, {480, 640}, name + u"-small.png"_s);
      if (theme == u"light"_s)
        picture(book, typesetter, identity.id, {}, theme, {1100, 860}, name + u"-large.png"_s);
    }
  }
  for (const QString& theme : {u"light"_s, u"dark"_s})
    picture(book, typesetter, u"functions.surface_and_contour"_s, {{u"f"_s, u"x^2 + (y"_s}}, theme,
            {765, 860}, folder + u"/wrong-"_s + theme + u".png"_s);
  picture(book, typesetter, u"linear_algebra.transform"_s,
          {{u"A"_s, u"1.5,0.5;0,1"_s}, {u"morph"_s, u"0.67"_s}}, u"light"_s, {698, 740},
          folder + u"/motion.png"_s);
  picture(book, typesetter, u"linear_algebra.eigen"_s, {{u"view"_s, u"eigenbasis"_s}, {u"steps"_s, u"5"_s}},
          u"light"_s, {700, 760}, folder + u"/eigenbasis.png"_s);
  return 0;
}
