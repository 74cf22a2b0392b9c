#include "app/stage/picture.h"
#include "app/stage/problem_banner.h"
#include "app/stage/stage_widget.h"
#include "tests/controls/active_window.h"
#include "tests/panels/panel_states.h"
#include "views/controls/appearance.h"
#include "views/controls/formula_view.h"
#include "views/controls/readout_table.h"
#include "views/controls/text_control.h"
#include "views/render/chart/chart_widget.h"
#include "views/render/plane_widget.h"
#include "views/render/space/space_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include <cmath>
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

/// Whether a readout or the formula is another one at the ends of what a drag has changed: then the drag must
/// change one too, and otherwise what is drawn.
bool concernsNumbers(panel::Session& session, const panel::State& before) {
  const panel::Description& description = session.description();
  const auto numbersAt = [&session](const panel::State& state) {
    const panel::Evaluation at = tests::evaluateAt(session.panel(), state);
    QStringList texts{at.formula};
    for (const panel::Readout& readout : at.readouts)
      texts += QString::number(readout.value);
    return texts;
  };
  const QStringList here = numbersAt(before);
  for (std::size_t i = 0; i < description.parameters.size(); ++i) {
    const panel::Parameter& parameter = description.parameters[i];
    if (before.values[i] == session.state().values[i] || panel::holdsText(parameter))
      continue;
    for (const double end : {parameter.minimum, parameter.maximum}) {
      panel::State state = before;
      state.values[i] = end;
      if (numbersAt(state) != here)
        return true;
    }
  }
  return false;
}

/// All that is drawn but the handles themselves.
QString marksOf(panel::Evaluation evaluation) {
  for (scene::View& view : evaluation.scene.views)
    std::visit([](auto& each) { each.handles.clear(); }, view);
  return tests::pictureText(evaluation);
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

 private slots:
  void everyHandleOfEveryPanelAnswers_data() {
    QTest::addColumn<QString>("panel");
    for (const QString& id : registry_.ids())
      QTest::newRow(qPrintable(id)) << id;
  }

  /// Each handle is dragged a little way, the other way where it is at its end, and farther where it goes in
  /// leaps: something in the readouts, the formula or a table of points, and undo follow. Of a handle that
  /// only sorts what is seen a mark of the picture does.
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
    QTRY_VERIFY_WITH_TIMEOUT(!session.isComputing(), 20000); // a slow panel's picture comes from a thread
    const std::vector<Grip> grips = gripsOf(stage, session.evaluation().scene);
    QVERIFY(!grips.empty());
    for (const Grip& grip : grips) {
      const QStringList before = numbers();
      const QPointF start = grip.at();
      const QString picture = marksOf(session.evaluation());
      const panel::State state = session.state();
      const int undoSteps = desk.undoStack().index();
      // Four times as far for what moves from cell to cell or from node to node.
      for (const QPointF way : {QPointF(5, -4), QPointF(-5, 4), QPointF(20, -16), QPointF(-20, 16)}) {
        QTest::mousePress(grip.view, Qt::LeftButton, {}, start.toPoint());
        for (int i = 1; i <= 5; ++i) {
          move(*grip.view, start + i * way);
          QCoreApplication::processEvents();
        }
        QTest::mouseRelease(grip.view, Qt::LeftButton, {}, (start + 5 * way).toPoint());
        QCoreApplication::processEvents();
        if (desk.undoStack().index() > undoSteps)
          break;
      }
      // A slow panel answers in its own time.
      if (concernsNumbers(session, state))
        QTRY_VERIFY2(numbers() != before, qPrintable(grip.name));
      else
        QTRY_VERIFY2(numbers() != before || marksOf(session.evaluation()) != picture, qPrintable(grip.name));
      QCOMPARE(desk.undoStack().index(), undoSteps + 1);
      QTRY_COMPARE(stage.formula().shownFormula(), session.evaluation().formula);
      for (const panel::Readout& readout : session.evaluation().readouts)
        QVERIFY2(!stage.readouts().shownValue(readout.key).isEmpty(), qPrintable(readout.key));
      desk.undoStack().undo();
      QTRY_COMPARE(numbers(), before);
      QCoreApplication::processEvents();
    }
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
