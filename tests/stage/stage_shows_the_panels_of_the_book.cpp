#include "app/export_dialog/export_dialog.h"
#include "app/stage/picture.h"
#include "app/stage/problem_banner.h"
#include "app/stage/stage_widget.h"
#include "tests/controls/active_window.h"
#include "views/controls/appearance.h"
#include "views/controls/formula_view.h"
#include "views/controls/readout_table.h"
#include "views/controls/text_control.h"
#include "views/panel/run_shelf.h"
#include "views/render/chart/chart_widget.h"
#include "views/render/plane_widget.h"
#include "views/render/space/space_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollArea>

#include <cctype>
#include <cmath>
#include <cstdlib>
#include <functional>

using namespace Qt::StringLiterals;
using namespace eigenboard;

namespace {

/// Something to drag, and where it is now.
struct Grip {
  QString name;
  render::ViewWidget* view = nullptr;
  std::function<QPointF()> at;
};

std::vector<Grip> gripsOf(stage::StageWidget& stage, const scene::Scene& scene) {
  std::vector<Grip> grips;
  for (const scene::PlaneView* view : scene::viewsOf<scene::PlaneView>(scene))
    for (const scene::Handle& handle : view->handles) {
      auto* plane = dynamic_cast<render::PlaneWidget*>(stage.picture().view(view->key));
      grips.push_back({handle.name, plane, [plane, at = handle.position] { return plane->toPixel(at); }});
    }
  for (const scene::SpaceView* view : scene::viewsOf<scene::SpaceView>(scene))
    for (const scene::Handle3& handle : view->handles) {
      auto* space = dynamic_cast<render::SpaceWidget*>(stage.picture().view(view->key));
      grips.push_back({handle.name, space, [space, at = handle.position] { return space->toPixel(at); }});
    }
  for (const scene::ChartView* view : scene::viewsOf<scene::ChartView>(scene))
    for (int i = 0; i < static_cast<int>(view->handles.size()); ++i) {
      auto* chart = dynamic_cast<render::ChartWidget*>(stage.picture().view(view->key));
      grips.push_back({view->handles[static_cast<std::size_t>(i)].name, chart,
                       [chart, i] { return chart->gripPixel(i).value_or(QPointF(-1, -1)); }});
    }
  return grips;
}

/// Whether two SVG files are the same but for a twentieth of a pixel: the outlines that a font gives differ
/// by as much with what was painted before.
bool isAlike(const QByteArray& one, const QByteArray& other) {
  const char* a = one.constData();
  const char* b = other.constData();
  while (*a != 0 && *b != 0) {
    if (std::isdigit(static_cast<unsigned char>(*a)) && std::isdigit(static_cast<unsigned char>(*b))) {
      char* endOfA = nullptr;
      char* endOfB = nullptr;
      const double first = std::strtod(a, &endOfA);
      const double second = std::strtod(b, &endOfB);
      if (first != second && !(std::abs(first - second) <= 0.05))
        return false;
      a = endOfA;
      b = endOfB;
    } else if (*a++ != *b++) {
      return false;
    }
  }
  return *a == *b;
}

} // namespace

class StageShows : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = panel::registeredPanels();
  typesetting::Typesetter typesetter_;

  static void move(QWidget& widget, QPointF position) {
    QMouseEvent event(QEvent::MouseMove, position, widget.mapToGlobal(position), Qt::NoButton, Qt::LeftButton,
                      {});
    QApplication::sendEvent(&widget, &event);
  }

  static void choose(stage::StageWidget& stage, const QString& command) {
    for (QMenu* menu : stage.findChildren<QMenu*>())
      for (QAction* action : menu->actions())
        if (action->text() == command)
          return action->trigger();
    qFatal("no command %s", qPrintable(command));
  }
  /// By the keys for it.
  static QByteArray copiedSvg(stage::StageWidget& stage) {
    QGuiApplication::clipboard()->clear();
    QTest::keySequence(&stage, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    return data ? data->data(u"image/svg+xml"_s) : QByteArray();
  }
  static QByteArray writtenBy(export_dialog::ExportDialog& dialog) {
    QTemporaryDir folder;
    QFile file(folder.filePath(u"figure.svg"_s));
    dialog.show();
    dialog.writeTo(file.fileName());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  static QByteArray exportedSvg(stage::StageWidget& stage) {
    QTest::keySequence(&stage, QKeySequence(Qt::CTRL | Qt::Key_E));
    auto* dialog = stage.findChild<export_dialog::ExportDialog*>();
    if (!dialog)
      return {};
    const QByteArray written = writtenBy(*dialog);
    QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
    return written;
  }

 private slots:
  void everyHandleOfEveryPanelAnswers_data() {
    QTest::addColumn<QString>("panel");
    for (const QString& id : registry_.ids())
      QTest::newRow(qPrintable(id)) << id;
  }

  /// Each handle is dragged a little way: the handle, something in the readouts, the formula or a table of
  /// points, and undo follow.
  void everyHandleOfEveryPanelAnswers() {
    QFETCH(QString, panel);
    panel::Desk desk(registry_);
    stage::StageWidget stage(desk, typesetter_, render::themeNamed(u"light"_s));
    stage.resize(700, 760);
    QVERIFY(stage.showPanel(panel));
    QVERIFY(tests::showActive(stage));
    panel::Session& session = *desk.session(panel);
    const auto numbers = [&session] {
      QStringList texts{session.evaluation().formula};
      for (const panel::Readout& readout : session.evaluation().readouts)
        texts += QString::number(readout.value);
      // Of points that only stand somewhere the table is the answer.
      const std::vector<panel::Parameter>& parameters = session.description().parameters;
      for (std::size_t i = 0; i < parameters.size(); ++i)
        if (parameters[i].kind == panel::Kind::Table)
          texts += std::get<QString>(session.state().values[i]);
      return texts;
    };
    const std::vector<Grip> grips = gripsOf(stage, session.evaluation().scene);
    QVERIFY(!grips.empty());
    for (const Grip& grip : grips) {
      const QStringList before = numbers();
      const QPointF start = grip.at();
      const int undoSteps = desk.undoStack().index();
      QTest::mousePress(grip.view, Qt::LeftButton, {}, start.toPoint());
      for (int i = 1; i <= 5; ++i) {
        move(*grip.view, start + QPointF(5 * i, -4 * i));
        QCoreApplication::processEvents();
      }
      QTest::mouseRelease(grip.view, Qt::LeftButton, {}, (start + QPointF(25, -20)).toPoint());
      QCoreApplication::processEvents();
      QVERIFY2(numbers() != before, qPrintable(grip.name));
      QCOMPARE(desk.undoStack().index(), undoSteps + 1);
      QTRY_COMPARE(stage.formula().shownFormula(), session.evaluation().formula);
      for (const panel::Readout& readout : session.evaluation().readouts)
        QVERIFY2(!stage.readouts().shownValue(readout.key).isEmpty(), qPrintable(readout.key));
      desk.undoStack().undo();
      QCOMPARE(numbers(), before);
      QCoreApplication::processEvents();
    }
  }

  void thePictureHasMostOfTheHeight_data() {
    QTest::addColumn<QString>("panel");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("least");
    for (const QString& id : registry_.ids()) {
      const auto row = [&id](const char* name, QSize size, double least) {
        QTest::newRow(qPrintable(id + u' ' + QLatin1String(name))) << id << size << static_cast<int>(least);
      };
      row("in a window of 1280x800", {698, 740}, 0.45 * 740);
      row("in a window of 900x700", {480, 640}, 300);
      row("in a large window", {1100, 960}, 0.55 * 960);
    }
  }

  /// Whatever a panel has to say, its picture is the largest part, and what else there is scrolls in one
  /// place.
  void thePictureHasMostOfTheHeight() {
    QFETCH(QString, panel);
    QFETCH(QSize, size);
    QFETCH(int, least);
    panel::Desk desk(registry_);
    stage::StageWidget stage(desk, typesetter_, render::themeNamed(u"light"_s));
    stage.resize(size);
    QVERIFY(stage.showPanel(panel));
    QVERIFY(tests::showActive(stage));
    QTRY_VERIFY(!stage.formula().shownFormula().isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(stage.size(), size);
    QVERIFY2(stage.picture().height() >= least, qPrintable(QString::number(stage.picture().height())));
    QList<QScrollArea*> areas;
    for (QScrollArea* area : stage.findChildren<QScrollArea*>())
      if (area->isVisible())
        areas += area;
    QCOMPARE(areas.size(), 1);
    QVERIFY2(areas.front()->height() >= 120, qPrintable(QString::number(areas.front()->height())));
    // Nothing is wider than the place it scrolls in.
    for (const QWidget* part : areas.front()->widget()->findChildren<QWidget*>()) {
      if (!part->isVisible())
        continue;
      const QRect place(part->mapTo(areas.front()->widget(), QPoint(0, 0)), part->size());
      QVERIFY2(place.left() >= 0 && place.right() < areas.front()->viewport()->width(),
               part->metaObject()->className());
    }
    // The words move to where they belong when the stage is resized.
    stage.resize(1300, 960);
    QCoreApplication::processEvents();
    QVERIFY(stage.formula().isVisible() && !areas.front()->isAncestorOf(&stage.formula()));
    stage.resize(size);
    QCoreApplication::processEvents();
    QVERIFY(stage.formula().isVisible());
    QVERIFY2(stage.picture().height() >= least, qPrintable(QString::number(stage.picture().height())));
  }

  void filesAndCopiesLookAsTheReaderDoes_data() {
    QTest::addColumn<QString>("panel");
    QTest::newRow("plane") << u"linear_algebra.transform"_s;
    QTest::newRow("space") << u"functions.surface_and_contour"_s;
  }

  /// The reader shifts or turns a view and zooms: what is copied and written shows that, and what it showed
  /// before once the view is reset.
  void filesAndCopiesLookAsTheReaderDoes() {
    QFETCH(QString, panel);
    panel::Desk desk(registry_);
    stage::StageWidget stage(desk, typesetter_, render::themeNamed(u"light"_s));
    stage.resize(900, 760);
    QVERIFY(stage.showPanel(panel));
    QVERIFY(tests::showActive(stage));
    panel::Session& session = *desk.session(panel);
    const scene::View& front = session.evaluation().scene.views.front();
    render::ViewWidget& view = *stage.picture().view(scene::keyOf(front));
    QCOMPARE(std::holds_alternative<scene::SpaceView>(front), QTest::currentDataTag() == "space"_L1);
    const QByteArray before = copiedSvg(stage);
    const QByteArray fileBefore = exportedSvg(stage);
    QVERIFY(before.contains("<svg") && fileBefore.contains("<svg"));

    const QPoint ground(view.width() - 30, view.height() - 30);
    QTest::mousePress(&view, Qt::LeftButton, {}, ground);
    move(view, QPointF(ground) - QPointF(70, 25));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, ground - QPoint(70, 25));
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Plus);
    QCoreApplication::processEvents();

    // The same scene with what the widget shows now, by hand.
    scene::Scene seen = session.evaluation().scene;
    if (auto* space = std::get_if<scene::SpaceView>(&seen.views.front())) {
      const scene::Camera camera = dynamic_cast<render::SpaceWidget&>(view).camera();
      QVERIFY(camera.azimuth != space->camera.azimuth && camera.zoom != space->camera.zoom);
      space->camera = camera;
    } else {
      auto& plane = std::get<scene::PlaneView>(seen.views.front());
      const render::PlaneRange range = view.look()->range.value();
      const auto& widget = dynamic_cast<const render::PlaneWidget&>(view);
      // By the widget's own pixels: so far does it reach, and no farther than it is wide.
      QVERIFY(widget.toPixel({range.left, range.top}).x() >= -0.5);
      QVERIFY(widget.toPixel({range.right, range.bottom}).x() <= view.width() + 0.5);
      QVERIFY(widget.toPixel({range.right, 0}).x() - widget.toPixel({range.left, 0}).x() >
              0.7 * view.width());
      plane.x.minimum = range.left;
      plane.x.maximum = range.right;
      plane.y.minimum = range.bottom;
      plane.y.maximum = range.top;
    }
    export_dialog::Source source;
    source.panel = &session.panel();
    source.state = session.state();
    source.evaluation = session.evaluation();
    source.evaluation.scene = seen;
    export_dialog::ExportDialog byHand(source, {}, typesetter_, render::themeNamed(u"light"_s));
    const QByteArray file = exportedSvg(stage);
    QVERIFY(!isAlike(file, fileBefore));
    QVERIFY(isAlike(file, writtenBy(byHand)));
    const QByteArray copy = copiedSvg(stage);
    QVERIFY(!isAlike(copy, before));
    choose(stage, u"Copy as SVG"_s);
    QVERIFY(isAlike(QGuiApplication::clipboard()->mimeData()->data(u"image/svg+xml"_s), copy));
    choose(stage, u"Copy as image"_s);
    const QImage image = QGuiApplication::clipboard()->image();
    QTest::keyClick(&view, Qt::Key_Home);
    QVERIFY(isAlike(copiedSvg(stage), before));
    QVERIFY(isAlike(exportedSvg(stage), fileBefore));
    choose(stage, u"Copy as image"_s);
    QVERIFY(QGuiApplication::clipboard()->image() != image);
  }

  /// The bars of a kept run stay as outlines behind the ones that the reader drags on, in every file too.
  void keptBarsLeaveTheirOutlines() {
    const QString panel = u"information.entropy"_s;
    panel::Desk desk(registry_);
    stage::StageWidget stage(desk, typesetter_, render::themeNamed(u"light"_s));
    stage.resize(900, 760);
    QVERIFY(stage.showPanel(panel));
    QVERIFY(tests::showActive(stage));
    panel::Session& session = *desk.session(panel);
    auto& chart = dynamic_cast<render::ChartWidget&>(*stage.picture().view(u"bars"_s));
    const std::vector<double> kept = chart.view().bars.at(0).values;
    stage.setFocus();
    QTest::keyClick(&stage, Qt::Key_R);
    QCOMPARE(session.runs().runs().size(), std::size_t{1});
    QVERIFY(chart.view().earlierBars.empty()); // it is the present run
    const QPointF start = chart.gripPixel(0).value();
    QTest::mousePress(&chart, Qt::LeftButton, {}, start.toPoint());
    move(chart, start + QPointF(0, 40));
    move(chart, start + QPointF(0, 80));
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, (start + QPointF(0, 80)).toPoint());
    QTRY_COMPARE(chart.view().earlierBars.size(), std::size_t{1});
    QCOMPARE(chart.view().earlierBars[0].at(0).values, kept);
    QVERIFY(chart.view().bars.at(0).values.at(0) < kept.at(0) - 0.05);
    // Where the bar of A ended there is its outline, and with the run's eye closed only the ground.
    move(chart, QPointF(2, 2));
    const QPoint end = chart.toPixel(-0.2, kept.at(0)).toPoint();
    const auto isMarked = [&chart, end] {
      const QImage shown = chart.grab().toImage();
      const QColor ground = shown.pixelColor(end + QPoint(0, 9));
      for (int dy = -2; dy <= 2; ++dy)
        if (shown.pixelColor(end + QPoint(0, dy)).saturation() > ground.saturation() + 20)
          return true;
      return false;
    };
    QTRY_VERIFY(isMarked());
    const auto paths = [&stage] { return copiedSvg(stage).count("<path"); };
    const qsizetype with = paths();
    session.runs().setGhost(0, false);
    QTRY_VERIFY(chart.view().earlierBars.empty());
    QTRY_VERIFY(!isMarked());
    QVERIFY(paths() < with);
  }

  void aWrongFormulaIsMarkedWhereItIsTyped_data() {
    QTest::addColumn<QString>("panel");
    QTest::addColumn<QString>("key");
    QTest::addColumn<panel::Settings>("settings");
    QTest::newRow("surface") << u"functions.surface_and_contour"_s << u"f"_s << panel::Settings();
    QTest::newRow("optimizers") << u"optimization.optimizers"_s << u"formula"_s
                                << panel::Settings{{u"function"_s, u"own"_s}};
  }

  /// The field says that it is wrong and why; the last picture stays, dimmed, and all handles free.
  void aWrongFormulaIsMarkedWhereItIsTyped() {
    QFETCH(QString, panel);
    QFETCH(QString, key);
    QFETCH(panel::Settings, settings);
    const render::Theme theme = render::themeNamed(u"light"_s);
    qApp->setStyleSheet(controls::styleSheet(theme));
    const auto plain = qScopeGuard([] { qApp->setStyleSheet({}); });
    panel::Desk desk(registry_);
    stage::StageWidget stage(desk, typesetter_, theme);
    stage.resize(765, 860);
    QVERIFY(stage.showPanel(panel));
    panel::Session& session = *desk.session(panel);
    session.apply(settings);
    QVERIFY(tests::showActive(stage));
    QTRY_VERIFY(!stage.formula().shownFormula().isEmpty());
    controls::TextControl* field = nullptr;
    for (controls::TextControl* text : stage.findChildren<controls::TextControl*>())
      if (text->key() == key)
        field = text;
    QVERIFY(field && field->isVisible());
    const auto type = [field](const char* formula) {
      field->setFocus();
      field->selectAll();
      QTest::keyClicks(field, QString::fromLatin1(formula));
      QTest::keyClick(field, Qt::Key_Return);
    };
    const auto reason = [&]() -> QLabel* {
      for (QLabel* label : stage.findChildren<QLabel*>())
        if (label->isVisible() && label->text() == session.problem())
          return label;
      return nullptr;
    };
    const auto outline = [field] { return field->grab().toImage().pixelColor(field->width() / 2, 0); };
    const QString help = field->toolTip();
    QVERIFY(outline() != theme.error);
    const std::vector<Grip> grips = gripsOf(stage, session.evaluation().scene);
    const QPoint shown = grips.front().view->mapTo(&stage.picture(), grips.front().at().toPoint());
    const QColor bright = stage.picture().grab().toImage().pixelColor(shown);

    type("x^2 + (y");
    QTRY_VERIFY(!session.problem().isEmpty());
    QTRY_COMPARE(outline(), theme.error);
    QCOMPARE(field->toolTip(), session.problem());
    QCOMPARE(field->accessibleDescription(), session.problem());
    QTRY_VERIFY(reason());
    QTRY_VERIFY(reason()->mapTo(&stage, QPoint(0, 0)).y() >=
                field->mapTo(&stage, QPoint(0, field->height())).y());
    QVERIFY(reason()->height() >= reason()->heightForWidth(reason()->width()));
    const auto* banner = stage.findChild<stage::ProblemBanner*>();
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text(), session.problem());
    QVERIFY(!session.evaluation().scene.views.empty());
    for (const Grip& grip : grips) { // where they were, and free
      const QPoint at = grip.view->mapTo(&stage.picture(), grip.at().toPoint());
      QVERIFY2(!banner->geometry().adjusted(-8, -8, 8, 8).contains(at), qPrintable(grip.name));
    }
    const auto fromGround = [&theme](const QColor& color) {
      return std::abs(color.red() - theme.surface.red()) + std::abs(color.green() - theme.surface.green()) +
             std::abs(color.blue() - theme.surface.blue());
    };
    const QColor dimmed = stage.picture().grab().toImage().pixelColor(shown);
    QVERIFY2(fromGround(dimmed) < 0.6 * fromGround(bright), qPrintable(dimmed.name() + u' ' + bright.name()));

    type("x^2 + 2*y^2");
    QTRY_VERIFY(session.problem().isEmpty());
    QTRY_VERIFY(outline() != theme.error);
    QCOMPARE(field->toolTip(), help);
    QVERIFY(field->accessibleDescription().isEmpty());
    QVERIFY(!banner->isVisible());
    for (const QLabel* label : stage.findChildren<QLabel*>())
      QVERIFY(!label->isVisible() || !label->property("refused").toBool());
  }

  void transformIsDraggedOnItsWay() {
    panel::Desk desk(registry_);
    stage::StageWidget stage(desk, typesetter_, render::themeNamed(u"light"_s));
    stage.resize(700, 760);
    stage.showPanel(u"linear_algebra.transform"_s);
    QVERIFY(tests::showActive(stage));
    panel::Session& session = *desk.session(u"linear_algebra.transform"_s);
    session.apply({{u"A"_s, u"1.5,0.5;0,1"_s}, {u"morph"_s, u"0.67"_s}});
    auto& plane = dynamic_cast<render::PlaneWidget&>(*stage.picture().view(u"plane"_s));
    QTRY_COMPARE(plane.view().handles.front().position, QPointF(1.5, 0));
    const QPointF start = plane.toPixel({1.5, 0});
    const QPointF end = plane.toPixel({2.5, 0.5});
    QTest::mousePress(&plane, Qt::LeftButton, {}, start.toPoint());
    for (int i = 1; i <= 5; ++i) {
      move(plane, start + (end - start) * i / 5);
      QCoreApplication::processEvents();
    }
    QTest::mouseRelease(&plane, Qt::LeftButton, {}, end.toPoint());
    QTRY_VERIFY(std::abs(session.number(u"a"_s) - 2.5) < 0.05);
    QVERIFY(std::abs(session.number(u"c"_s) - 0.5) < 0.05);
    QCOMPARE(session.number(u"morph"_s), 0.67);
  }

  void transformTellsItsDeterminant() {
    if (!registry_.find(u"linear_algebra.transform"_s))
      QFAIL("linear_algebra.transform is not registered");
    panel::Desk desk(registry_);
    stage::StageWidget stage(desk, typesetter_, render::themeNamed(u"dark"_s));
    stage.resize(700, 760);
    stage.showPanel(u"linear_algebra.transform"_s);
    QVERIFY(tests::showActive(stage));
    panel::Session& session = *desk.session(u"linear_algebra.transform"_s);
    session.apply({{u"A"_s, u"2,1;1,0.5"_s}});
    QTRY_COMPARE(stage.readouts().shownValue(u"det"_s), u"0.00"_s);
    QCOMPARE(stage.readouts().shownValue(u"rank"_s), u"1"_s);
    QCOMPARE(stage.readouts().shownValue(u"kappa"_s), u"\u221e"_s);
  }
};

QTEST_MAIN(StageShows)
#include "stage_shows_the_panels_of_the_book.moc"
