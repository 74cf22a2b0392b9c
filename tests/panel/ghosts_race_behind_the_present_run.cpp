#include "tests/panel/twin_panel.h"
#include "views/panel/desk.h"
#include "views/panel/run_shelf.h"
#include "views/scene/ghost.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::panel;

class GhostsTest : public QObject {
  Q_OBJECT

  const Registry registry_ = tests::twinRegistry();
  std::unique_ptr<Desk> desk_;
  Session& map() { return *desk_->session(u"samples.map"_s); }

  template <typename Mark>
  static std::vector<Mark> marksOf(const scene::Scene& scene, bool ghosts) {
    std::vector<Mark> found;
    for (const scene::Mark& any : scene::viewsOf<scene::PlaneView>(scene).at(0)->marks)
      if (const auto* mark = std::get_if<Mark>(&any);
          mark && mark->name.startsWith(u"Earlier run: "_s) == ghosts)
        found.push_back(*mark);
    return found;
  }
  static std::vector<QPointF> trail(const scene::Scene& scene, bool ghost) {
    const std::vector<scene::Points> trails = marksOf<scene::Points>(scene, ghost);
    return trails.empty() ? std::vector<QPointF>() : trails.front().points;
  }

 private slots:
  void init() { desk_ = std::make_unique<Desk>(registry_); }

  void onlyWhatMovesIsLeftOfAPicture() {
    scene::PlaneView view;
    view.key = u"a"_s;
    view.x.label = u"x"_s;
    view.marks = {
        scene::Lattice{{}, {1, 0}, {0, 1}, {}},
        scene::Region{{{0, 0}, {1, 0}, {0, 1}}, scene::Fill{}, {}, u"region"_s},
        scene::Segments{{QLineF(0, 0, 1, 1)}, {}},
        scene::Line{{}, {1, 1}, {scene::Role::Response}, u"line"_s},
        scene::Curve{{{0, 0}, {1, 2}}, {scene::Role::Response, 4, scene::Dash::Dashed, 0.5}, u"path"_s},
        scene::Curve{{{0, 0}, {1, 1}}, {scene::Role::Ink, 1}, u"axis"_s},
        scene::Arrow{{0, 0}, {1, 1}, {scene::Role::Drag, 2}, u"v"_s, u"arrow"_s},
        scene::Points{{{1, 1}}, scene::Role::Drag, 5, 1, u"dots"_s},
        scene::Label{{0, 0}, u"x"_s}};
    view.handles.push_back({u"h"_s, u"handle"_s, {}, scene::Role::Drag, {}});
    scene::SpaceView space;
    space.key = u"b"_s;
    space.marks = {scene::Surface{}, scene::Curve3{{{0, 0, 0}, {1, 1, 1}}, {}, u"up"_s},
                   scene::Points3{{{1, 2, 3}}, scene::Role::Response, 4, 1, u"there"_s},
                   scene::Arrow3{{}, {1, 1, 1}, {scene::Role::Response}, u"w"_s, {}}};
    const scene::Scene ghost = scene::ghostOf({{view, space}}, u"Before: %1"_s);
    const scene::PlaneView& plane = *scene::viewsOf<scene::PlaneView>(ghost).at(0);
    QCOMPARE(plane.key, u"a"_s);
    QVERIFY(plane.handles.empty());
    QCOMPARE(plane.marks.size(), std::size_t{3});
    const auto& curve = std::get<scene::Curve>(plane.marks[0]);
    QCOMPARE(curve.name, u"Before: path"_s);
    QCOMPARE(curve.stroke.role, scene::Role::Muted);
    QCOMPARE(curve.stroke.dash, scene::Dash::Dashed);
    QVERIFY(curve.stroke.width < 4);
    QCOMPARE(curve.stroke.opacity, 0.45 * 0.5);
    const auto& arrow = std::get<scene::Arrow>(plane.marks[1]);
    QVERIFY(arrow.label.isEmpty());
    const auto& points = std::get<scene::Points>(plane.marks[2]);
    QCOMPARE(points.role, scene::Role::Muted);
    QCOMPARE(points.opacity, 0.45);
    QVERIFY(points.radius < 5);
    const scene::SpaceView& box = *scene::viewsOf<scene::SpaceView>(ghost).at(0);
    // The curve of Role::Ink stands for an axis; the surface is there to be compared, not to be seen.
    QCOMPARE(box.marks.size(), std::size_t{3});
    QVERIFY(std::holds_alternative<scene::Surface>(box.marks[0]));
    QCOMPARE(std::get<scene::Points3>(box.marks[1]).name, u"Before: there"_s);
    QVERIFY(std::get<scene::Arrow3>(box.marks[2]).name.isEmpty());
  }

  void viewsFindEachOtherByKeyAndKind() {
    scene::PlaneView plane;
    plane.key = u"a"_s;
    plane.marks = {scene::Lattice{}, scene::Region{}, scene::Points{{{3, 3}}}, scene::Label{}};
    scene::PlaneView other = plane;
    other.key = u"other"_s;
    scene::PlaneView earlier = plane;
    earlier.marks = {scene::Points{{{1, 1}}}, scene::Points{{{3, 3}}}};
    scene::SpaceView space;
    space.key = u"other"_s;
    space.marks = {scene::Points3{{{1, 1, 1}}}};
    const scene::Scene ghost = scene::ghostOf({{earlier, space}}, u"%1"_s);
    const scene::Scene both = scene::withGhost({{plane, other}}, ghost);
    const auto views = scene::viewsOf<scene::PlaneView>(both);
    QCOMPARE(views.at(0)->marks.size(), std::size_t{5}); // not the point that is there already
    QCOMPARE(views.at(0)->marks[2].index(), plane.marks[2].index());
    QCOMPARE(std::get<scene::Points>(views.at(0)->marks[2]).points.front(), QPointF(1, 1)); // under
    QCOMPARE(std::get<scene::Points>(views.at(0)->marks[3]).points.front(), QPointF(3, 3));
    QCOMPARE(views.at(1)->marks.size(), plane.marks.size());
  }

  void picturesOfOtherThingsLeaveNoGhost() {
    scene::PlaneView plane;
    plane.key = u"a"_s;
    plane.y.label = u"f"_s;
    plane.marks = {scene::HeatMap{2, 2, 0, 1, 0, 1, {1, 2, 3, std::nan("")}}, scene::Points{{{3, 3}}}};
    scene::PlaneView earlier = plane;
    std::get<scene::Points>(earlier.marks[1]).points = {{1, 1}};
    const auto marksWith = [&plane](const scene::PlaneView& before) {
      const scene::Scene both = scene::withGhost({{plane}}, scene::ghostOf({{before}}, u"%1"_s));
      return scene::viewsOf<scene::PlaneView>(both).at(0)->marks.size();
    };
    QCOMPARE(marksWith(earlier), std::size_t{3}); // one field, and both points
    scene::PlaneView renamed = earlier;
    renamed.y.label = u"\\log f"_s;
    QCOMPARE(marksWith(renamed), std::size_t{2});
    std::get<scene::HeatMap>(earlier.marks[0]).values[2] = 4;
    QCOMPARE(marksWith(earlier), std::size_t{2});
  }

  void barsLeaveTheirOutlines() {
    scene::ChartView chart;
    chart.key = u"a"_s;
    chart.value.label = u"p"_s;
    chart.categories = {{u"A"_s, u"Symbol A"_s}, {u"B"_s, u"Symbol B"_s}};
    chart.bars = {{u"Probability"_s, {0.25, 0.75}, scene::Role::Drag, {scene::Role::Warning}, 0.8, 2}};
    scene::ChartView earlier = chart;
    earlier.bars[0].values = {0.5, 0.5};
    earlier.handles.push_back({u"a"_s, u"A"_s, 0, 0, {}});
    const auto outlines = [&chart](const scene::ChartView& before) {
      const scene::Scene both = scene::withGhost({{chart}}, scene::ghostOf({{before}}, u"Before: %1"_s));
      return scene::viewsOf<scene::ChartView>(both).at(0)->earlierBars;
    };
    const auto found = outlines(earlier);
    QCOMPARE(found.size(), std::size_t{1});
    const scene::BarSet& set = found[0].at(0);
    QCOMPARE(set.values, (std::vector<double>{0.5, 0.5}));
    QCOMPARE(set.name, u"Before: Probability"_s);
    QCOMPARE(set.role, scene::Role::Drag);
    QCOMPARE(set.roles, std::vector<scene::Role>{scene::Role::Warning});
    QVERIFY(set.opacity < 0.4 && !set.decimals);
    QVERIFY(outlines(chart).empty()); // where all stand as they did
    // Of other things there is no outline.
    scene::ChartView other = earlier;
    other.value.label = u"bits"_s;
    QVERIFY(outlines(other).empty());
    other = earlier;
    other.categories[1].name = u"Symbol C"_s;
    QVERIFY(outlines(other).empty());
    other = earlier;
    other.direction = scene::BarDirection::Sideways;
    QVERIFY(outlines(other).empty());
    other = earlier;
    other.bars.push_back(other.bars[0]);
    QVERIFY(outlines(other).empty());
  }

  void processesRaceAtEqualStep() {
    map().scrubTo(4);
    map().runs().keep();
    QVERIFY(trail(map().runs().picture(), true).empty()); // it is the present run
    map().apply({{u"A"_s, u"1,1;0,1"_s}, {u"steps"_s, u"2"_s}});
    // (1 b; 0 1)^k (1, 1) = (1 + k·b, 1)
    const scene::Scene& picture = map().runs().picture();
    QCOMPARE(trail(picture, false), (std::vector<QPointF>{{1, 1}, {2, 1}, {3, 1}}));
    QCOMPARE(trail(picture, true), (std::vector<QPointF>{{1, 1}, {1.5, 1}, {2, 1}}));
    map().scrubTo(7);
    QCOMPARE(trail(map().runs().picture(), true).back(), QPointF(4.5, 1));
    QCOMPARE(trail(map().runs().livePicture(), true).size(), std::size_t{8});
    map().runs().setGhost(0, false);
    QVERIFY(trail(map().runs().picture(), true).empty());
    QCOMPARE(&map().runs().picture(), &map().evaluation().scene);
  }

  void aRaceEndsWhereTheEarlierRunEnded() {
    map().apply({{u"A"_s, u"4,0;0,4"_s}, {u"steps"_s, u"500"_s}});
    map().runs().keep();
    const int end = map().step(); // 4^k · √2 > 1000: five steps
    QCOMPARE(end, 5);
    map().apply({{u"A"_s, u"1,0.5;0,1"_s}, {u"steps"_s, u"40"_s}});
    QCOMPARE(trail(map().runs().picture(), true).size(), std::size_t{6});
  }

  void withoutAProcessAGhostStandsAtItsOwnState() {
    Session& twin = *desk_->session(u"samples.twin"_s);
    twin.runs().keep();
    twin.set(u"rate"_s, 0.9);
    const scene::Scene& picture = twin.runs().picture();
    const std::vector<scene::Curve> ghosts = marksOf<scene::Curve>(picture, true);
    QCOMPARE(ghosts.size(), std::size_t{1});
    QCOMPARE(ghosts.front().points.back(), QPointF(0.1 * 49, 0.5 * 0.1 * 49));
    QCOMPARE(ghosts.front().name, u"Earlier run: line (As at first)"_s);
    twin.runs().rename(0, u"slow"_s);
    QCOMPARE(marksOf<scene::Curve>(twin.runs().picture(), true).front().name, u"Earlier run: line (slow)"_s);
  }

  void aGhostWithoutAPictureIsNone() {
    map().set(u"gain"_s, 0.0);
    map().runs().keep();
    map().set(u"gain"_s, 2.0);
    QVERIFY(trail(map().runs().picture(), true).empty());
  }

  void ghostsOfLongRunsComeLater() {
    map().scrubTo(500);
    map().runs().keep();
    map().set(u"b"_s, 0.25);
    QSignalSpy moved(&map().runs(), &RunShelf::ghostsMoved);
    // What is late is told, until all is there.
    QTRY_COMPARE(trail(map().runs().livePicture(), true).size(), std::size_t{501});
    QCOMPARE(trail(map().runs().picture(), true).back().x(), 251.0);
  }

  /// Only the copy of the picture is left to pay for in a frame.
  void aDragPaysNothingForTheGhostsEvaluation() {
    map().scrubTo(500);
    map().runs().keep();
    map().set(u"b"_s, 0.25);
    map().runs().picture();
    QBENCHMARK {
      map().runs().livePicture();
    }
  }
};

QTEST_GUILESS_MAIN(GhostsTest)
#include "ghosts_race_behind_the_present_run.moc"
