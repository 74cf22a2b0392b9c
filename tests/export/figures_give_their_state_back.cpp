#include "app/export/figure_look.h"
#include "app/export/figure_metadata.h"
#include "app/export/figure_state.h"
#include "views/panel/registry.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <random>

using namespace eigenboard;
using render::FigureFormat;

/// Every panel at its presets and at random states: the file of each format gives back just the state it was
/// made at, and the program's version.
class FiguresGiveTheirStateBack : public QObject {
  Q_OBJECT

 private slots:
  void everyFormat_data();
  void everyFormat();
  void unknownKeysSurvive();
  void sameBytesEveryTime();

 private:
  panel::Registry registry_ = panel::registeredPanels();
  typesetting::Typesetter typesetter_;
};

void FiguresGiveTheirStateBack::everyFormat_data() {
  QTest::addColumn<int>("format");
  QTest::newRow("svg") << static_cast<int>(FigureFormat::Svg);
  QTest::newRow("pdf") << static_cast<int>(FigureFormat::Pdf);
  QTest::newRow("png") << static_cast<int>(FigureFormat::Png);
}

void FiguresGiveTheirStateBack::everyFormat() {
  QFETCH(int, format);
  figures::FigureLook look{render::themeNamed({}),
                           {static_cast<FigureFormat>(format), QSizeF(480, 300), 0.5}};
  look.options.heading = QStringLiteral("Ä <title> & \"more\"");
  std::mt19937 random(4);
  int judged = 0;
  for (const panel::PanelPointer& panel : registry_.panels()) {
    const panel::Description& description = panel->description();
    for (int i = 0; i < 6; ++i) {
      panel::State state = panel::defaultState(description);
      for (std::size_t p = 0; i > 0 && p < state.values.size(); ++p)
        if (std::holds_alternative<double>(state.values[p])) {
          const panel::Parameter& parameter = description.parameters[p];
          const double share = static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
          state.values[p] =
              panel::clamped(parameter, parameter.minimum + share * (parameter.maximum - parameter.minimum),
                             state.values[p]);
        }
      const render::Figure figure = figures::figureOf(*panel, state, look, typesetter_);
      if (!figure.error.isEmpty())
        continue; // a state without a picture
      const figures::StoredState stored = figures::storedState(figure.bytes);
      QCOMPARE(stored.error, QString());
      QCOMPARE(stored.version, figures::programVersion());
      const figures::RestoredFigure restored = figures::restoredFigure(stored, registry_);
      QCOMPARE(restored.error + restored.remark, QString());
      QCOMPARE(restored.panel, panel.get());
      QVERIFY(restored.state.values == state.values);
      ++judged;
    }
  }
  QVERIFY(judged >= static_cast<int>(registry_.panels().size()));
}

void FiguresGiveTheirStateBack::unknownKeysSurvive() {
  const panel::Panel& panel = *registry_.panels().front();
  panel::State state = panel::defaultState(panel.description());
  state.unknown.insert(QStringLiteral("later"), QStringLiteral("</metadata> ]]> & \u0001 ünknown"));
  for (const FigureFormat format : {FigureFormat::Svg, FigureFormat::Pdf, FigureFormat::Png}) {
    const figures::FigureLook look{render::themeNamed({}), {format, QSizeF(480, 300), 0.5}};
    const render::Figure figure = figures::figureOf(panel, state, look, typesetter_);
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("figure"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(figure.bytes) == figure.bytes.size());
    file.close();
    const figures::RestoredFigure restored =
        figures::restoredFigure(figures::storedStateOfFile(name), registry_);
    QCOMPARE(restored.error, QString());
    QCOMPARE(restored.state.unknown, state.unknown);
  }
}

void FiguresGiveTheirStateBack::sameBytesEveryTime() {
  const panel::Panel& panel = *registry_.panels().front();
  const panel::State state = panel::defaultState(panel.description());
  for (const FigureFormat format : {FigureFormat::Svg, FigureFormat::Pdf, FigureFormat::Png}) {
    figures::FigureLook look{render::themeNamed({}), {format}, true, true};
    look.options.heading = QStringLiteral("Title");
    look.options.caption = QStringLiteral("Caption");
    const QByteArray first = figures::figureOf(panel, state, look, typesetter_).bytes;
    QVERIFY(!first.isEmpty());
    QTest::qWait(1100); // a time of day would differ
    QVERIFY(figures::figureOf(panel, state, look, typesetter_).bytes == first);
  }
}

QTEST_MAIN(FiguresGiveTheirStateBack)
#include "figures_give_their_state_back.moc"
