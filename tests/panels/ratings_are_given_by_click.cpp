#include "tests/panels/panel_states.h"
#include "views/panel/registry.h"
#include "views/panel/table.h"

#include <QtTest/QTest>

#include <cmath>

using namespace eigenboard;
using namespace eigenboard::tests;
using namespace Qt::StringLiterals;

/// A click on a cell of a table of ratings gives it a rating to drag, which is learnt from; another takes it
/// back.
class RatingsAreGivenByClick : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = panel::registeredPanels();

  static scene::PlaneView tableOf(const panel::Evaluation& evaluation) {
    for (const scene::PlaneView* view : scene::viewsOf<scene::PlaneView>(evaluation.scene))
      if (view->key == u"ratings"_s)
        return *view;
    return {};
  }
  static double readout(const panel::Evaluation& evaluation, const QString& key) {
    for (const panel::Readout& one : evaluation.readouts)
      if (one.key == key)
        return one.value;
    return std::nan("");
  }
  static panel::State clicked(const panel::Panel& panel, const panel::State& state, QPointF at) {
    const scene::PlaneView view = tableOf(evaluateAt(panel, state));
    return panel::withSettings(panel.description(), state, view.click(at)).state;
  }

 private slots:
  void aCellIsRatedAndTakenBack_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("rows"); ///< of the table
    QTest::newRow("training") << u"recommender.training"_s << 41;
    QTest::newRow("explain") << u"recommender.explain"_s << 41;
    QTest::newRow("ratings") << u"recommender.ratings"_s << 40;
  }
  void aCellIsRatedAndTakenBack() {
    QFETCH(QString, id);
    QFETCH(int, rows);
    const panel::Panel& panel = *registry_.find(id);
    panel::State state = panel::defaultState(panel.description());
    // The first person, the first film: nothing is given there.
    const QPointF cell(0.5, rows - 0.5);
    QVERIFY(tableOf(evaluateAt(panel, state)).click(QPointF(-0.5, 1)).empty());
    state = clicked(panel, state, cell);
    panel::Evaluation evaluation = evaluateAt(panel, state);
    const double begun = readout(evaluation, u"given"_s);
    QVERIFY2(begun >= 0.5 && begun <= 5 && begun * 2 == std::round(begun * 2),
             qPrintable(QString::number(begun)));
    // Its handle, in whichever view, gives it other stars.
    bool isDragged = false;
    for (const scene::PlaneView* view : scene::viewsOf<scene::PlaneView>(evaluation.scene))
      for (const scene::Handle& handle : view->handles)
        if (handle.key == u"stars"_s || handle.key == u"rating"_s) {
          const auto assigned = handle.drag({1, -100});
          QCOMPARE(assigned.size(), std::size_t{1});
          const auto place = panel::tableCellAt(panel.description(), assigned[0].first);
          QVERIFY(place.has_value());
          const panel::State moved = panel::withTableCell(panel.description(), state, *place, 2.5).state;
          QCOMPARE(readout(evaluateAt(panel, moved), u"given"_s), 2.5);
          isDragged = true;
        }
    QVERIFY(isDragged);
    // Another cell keeps this one; this one again takes it back once it is chosen.
    state = clicked(panel, state, cell + QPointF(0, -1));
    state = clicked(panel, state, cell);
    QCOMPARE(readout(evaluateAt(panel, state), u"given"_s), begun);
    state = clicked(panel, state, cell);
    QVERIFY(std::isnan(readout(evaluateAt(panel, state), u"given"_s)));
  }

  void whatIsRatedIsLearntFrom() {
    const panel::Panel& panel = *registry_.find(u"recommender.training"_s);
    panel::State state = panel::defaultState(panel.description());
    state.steps = 5;
    const double before = readout(evaluateAt(panel, state), u"train_ratings"_s);
    state = clicked(panel, state, {0.5, 0.5}); // the reader's own row
    QCOMPARE(readout(evaluateAt(panel, state), u"train_ratings"_s), before + 1);
    // A rating that was held back is not tested any more once the reader has given it.
    const scene::PlaneView view = tableOf(evaluateAt(panel, state));
    for (const scene::Mark& mark : view.marks)
      if (const auto* dots = std::get_if<scene::Points>(&mark)) {
        const double tested = readout(evaluateAt(panel, state), u"test_ratings"_s);
        QCOMPARE(static_cast<double>(dots->points.size()), tested);
        state = clicked(panel, state, dots->points.front());
        QCOMPARE(readout(evaluateAt(panel, state), u"test_ratings"_s), tested - 1);
        QCOMPARE(readout(evaluateAt(panel, state), u"train_ratings"_s), before + 2);
        return;
      }
    QFAIL("no dots");
  }
};

QTEST_GUILESS_MAIN(RatingsAreGivenByClick)
#include "ratings_are_given_by_click.moc"
