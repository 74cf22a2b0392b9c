#include "core/numerics/precision.h"
#include "core/numerics/random.h"
#include "tests/panel/sample_panel.h"
#include "views/panel/definition.h"

#include <chrono>
#include <new>
#include <stdexcept>
#include <thread>

namespace eigenboard::tests {

using namespace Qt::StringLiterals;
using namespace panel;

namespace {

struct DrawnParams {
  int seed = 7;
  numerics::Precision format = numerics::Precision::Double;
  int scale = 1;
};

struct Drawn {
  double last = 0;
  int count = 0;
};

double draw(int seed, int count) {
  numerics::Random random(static_cast<std::uint64_t>(seed));
  double drawn = 0;
  for (int i = 0; i <= count; ++i)
    drawn = random.uniform(0, 1);
  return drawn;
}

struct SlowParams {
  double x = 1;
  int lasts = 0;
  bool quick = false;
  bool deaf = false;
  int throws = 0;
};

struct SlowResult {
  double square = 0;
  int step = 0;
};

scene::Scene pointAt(double x, double y) {
  scene::PlaneView view;
  view.key = u"plane"_s;
  view.title = u"The plane"_s;
  view.marks.emplace_back(scene::Points{{{x, y}}, scene::Role::Response, 5, 1, u"answer"_s});
  return {{view}};
}

} // namespace

PanelPointer drawnPanel() {
  Definition<DrawnParams, Drawn, int> definition;
  definition.identity = {u"samples.drawn"_s, u"A number drawn"_s, u"Draw another seed."_s, u"8.1"_s};
  definition.fields.seed(&DrawnParams::seed, {u"seed"_s, u"Seed"_s, {}, u"Decides the draws."_s, {}})
      .precision(&DrawnParams::format, {u"format"_s, u"Precision"_s, {}, u"Rounds the draw."_s, {}})
      .integer(&DrawnParams::scale, {u"scale"_s, u"Scale"_s, u"s"_s, u"Stretches the draw."_s, {}},
               {1, 9, 1});
  definition.presets = {{u"large"_s, u"Large"_s, u"Five times as far."_s, {{u"scale"_s, u"5"_s}}, 0},
                        {u"eleven"_s, u"Eleven"_s, u"Another draw."_s, {{u"seed"_s, u"11"_s}}, 0}};
  definition.showMe = {{{{u"scale"_s, u"9"_s}}, 60, 0}, {{{u"scale"_s, u"3"_s}}, 60, 0}};
  definition.process = Process<DrawnParams, int>{u"Draw once more"_s,
                                                 300,
                                                 [](const DrawnParams&) { return 0; },
                                                 [](const DrawnParams&, int count) { return count + 1; },
                                                 [](const DrawnParams&, int) { return false; },
                                                 10};
  definition.model = [](const DrawnParams& p, std::span<const int> history) {
    return Drawn{numerics::rounded(p.format, p.scale * draw(p.seed, history.back())), history.back()};
  };
  definition.scene = [](const DrawnParams&, const Drawn& drawn) { return pointAt(drawn.last, drawn.count); };
  definition.formula = [](const DrawnParams&, const Drawn& drawn) { return u"x = %1"_s.arg(drawn.last); };
  definition.readouts = [](const DrawnParams&, const Drawn& drawn) {
    return std::vector<Readout>{
        {u"drawn"_s, u"Number drawn"_s, u"x"_s, {}, u"The last draw."_s, drawn.last, 4},
        {u"count"_s, u"Draws"_s, u"k"_s, {}, u"How often."_s, 1.0 * drawn.count, 0}};
  };
  definition.invariants = [](const DrawnParams&, const Drawn&) { return std::vector<Invariant>{}; };
  definition.spoken = [](const DrawnParams&, const Drawn& drawn) { return u"Drawn: %1."_s.arg(drawn.last); };
  definition.numpy = [](const DrawnParams& p, int) { return u"print(%1)\n"_s.arg(p.seed); };
  return makePanel(std::move(definition));
}

PanelPointer slowPanel(const std::shared_ptr<SlowCounts>& counts) {
  Definition<SlowParams, SlowResult, int> definition;
  definition.identity = {u"samples.slow"_s, u"A slow square"_s, u"Wait for the square of x."_s, u"2.2"_s};
  definition.fields
      .number(&SlowParams::x, {u"x"_s, u"The number x"_s, u"x"_s, u"What is squared."_s, {}}, {-4, 4, 0.05})
      .integer(&SlowParams::lasts, {u"lasts"_s, u"Lasts"_s, {}, u"Milliseconds."_s, {}}, {0, 5000, 100})
      .toggle(&SlowParams::quick, {u"quick"_s, u"Quick"_s, {}, u"Needs no thread."_s, {}})
      .toggle(&SlowParams::deaf, {u"deaf"_s, u"Deaf"_s, {}, u"Does not look up."_s, {}})
      .integer(&SlowParams::throws, {u"throws"_s, u"Throws"_s, {}, u"How it fails."_s, {}}, {0, 2, 1});
  definition.presets = {{u"long"_s, u"Long"_s, u"Two seconds."_s, {{u"lasts"_s, u"2000"_s}}, 0}};
  definition.showMe = {{{{u"x"_s, u"2"_s}}, 60, 0}, {{{u"x"_s, u"3"_s}}, 60, 0}};
  definition.process = Process<SlowParams, int>{u"Wait once more"_s, 100, [](const SlowParams&) { return 0; },
                                                [counts](const SlowParams&, int step) {
                                                  std::this_thread::sleep_for(std::chrono::milliseconds(1));
                                                  ++counts->stepsMade;
                                                  return step + 1;
                                                },
                                                [](const SlowParams&, int) { return false; }};
  definition.slowModel = [counts](const SlowParams& p, std::span<const int> history, Progress& progress) {
    ++counts->begun;
    const auto begun = std::chrono::steady_clock::now();
    const std::chrono::milliseconds whole(p.lasts);
    for (auto spent = begun - begun; spent < whole; spent = std::chrono::steady_clock::now() - begun) {
      if (!p.deaf && progress.isCancelled())
        return SlowResult{};
      progress.report(std::chrono::duration<double>(spent) / whole);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    if (p.throws == 1)
      throw std::bad_alloc();
    if (p.throws == 2)
      throw std::runtime_error("the solver gave up");
    if (!progress.isCancelled())
      ++counts->finished;
    return SlowResult{p.x * p.x, history.back()};
  };
  definition.isSlow = [](const SlowParams& p) { return !p.quick; };
  definition.scene = [](const SlowParams& p, const SlowResult& result) {
    return pointAt(p.x, result.square);
  };
  definition.formula = [](const SlowParams& p, const SlowResult& result) {
    return u"%1^2 = %2"_s.arg(p.x).arg(result.square);
  };
  definition.readouts = [](const SlowParams&, const SlowResult& result) {
    return std::vector<Readout>{{u"square"_s, u"Square"_s, u"x^2"_s, {}, u"x times x."_s, result.square, 4},
                                {u"step"_s, u"Step"_s, u"k"_s, {}, u"Steps taken."_s, 1.0 * result.step, 0}};
  };
  definition.invariants = [](const SlowParams&, const SlowResult&) { return std::vector<Invariant>{}; };
  definition.spoken = [](const SlowParams&, const SlowResult& r) {
    return u"The square is %1."_s.arg(r.square);
  };
  definition.numpy = [](const SlowParams& p, int) { return u"print(%1 ** 2)\n"_s.arg(p.x); };
  return makePanel(std::move(definition));
}

} // namespace eigenboard::tests
