#include "views/panels/information/entropy_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::information::entropy_panel {

namespace math = eigenboard::information;

using scene::Role;

namespace {

constexpr double width = 6;       // of the crown, in units of x
constexpr double nameRoom = 0.5;  // beside it, for the names of the two levels
constexpr double wordRoom = 1.1;  // bits above the highest leaf, for its word and its symbol
constexpr double wordShare = 0.3; // of a high tree, whose bits are short
constexpr double leastHeight = 3;

struct Place {
  QPointF at;
  double p = 0;
};

/// Leaves from left to right in the order of the code words, each with the room that its word takes; unions
/// over the middle of what they unite; the root stands on the ground, and a leaf as high as its word is long.
class TreePlaces {
 public:
  explicit TreePlaces(const math::HuffmanTree& tree) : tree_(tree), places_(tree.nodes.size()) {
    for (int symbol = 0; symbol < tree.symbolCount; ++symbol)
      total_ += tree.nodes[static_cast<std::size_t>(symbol)].weight;
    if (tree.roots.empty())
      return;
    room_ = roomUnder(tree.roots.front(), 0);
    place(tree.roots.front(), 0);
  }
  const Place& operator[](int node) const { return places_[static_cast<std::size_t>(node)]; }

 private:
  static double roomOfLeaf(int depth) { return 3.0 + depth; }
  double roomUnder(int node, int depth) const {
    const math::HuffmanNode& one = tree_.nodes[static_cast<std::size_t>(node)];
    return one.zero < 0 ? roomOfLeaf(depth) : roomUnder(one.zero, depth + 1) + roomUnder(one.one, depth + 1);
  }
  double placeOfLeaf(int depth) {
    const double x = taken_ + roomOfLeaf(depth) / 2;
    taken_ += roomOfLeaf(depth);
    return x * width / room_;
  }
  double place(int node, int depth) {
    const math::HuffmanNode& one = tree_.nodes[static_cast<std::size_t>(node)];
    const double x =
        one.zero < 0 ? placeOfLeaf(depth) : (place(one.zero, depth + 1) + place(one.one, depth + 1)) / 2;
    places_[static_cast<std::size_t>(node)] = {{x, static_cast<double>(depth)}, one.weight / total_};
    return x;
  }

  const math::HuffmanTree& tree_;
  std::vector<Place> places_;
  double total_ = 0;
  double room_ = 0;
  double taken_ = 0;
};

/// A branch leaves its union upwards and bends to the side, so that 0 and 1 are told apart at once.
scene::Curve branch(QPointF from, QPointF to) {
  scene::Curve curve;
  constexpr int pieces = 12;
  for (int i = 0; i <= pieces; ++i) {
    const double t = static_cast<double>(i) / pieces;
    const double across = t * t * (3 - 2 * t);
    curve.points.emplace_back(from.x() + across * (to.x() - from.x()), from.y() + t * (to.y() - from.y()));
  }
  curve.stroke = {Role::Muted, 2};
  return curve;
}

/// Long words in smaller type, so that neighbours keep apart.
QString wordTex(const QString& word) {
  const QString size = word.size() < 4 ? QString() : QStringLiteral("\\footnotesize");
  return QStringLiteral("{%1\\mathtt{%2}}").arg(size, word);
}

void addLevel(scene::PlaneView& view, double bits, const QString& symbol, const QString& name, Role role,
              scene::Dash dash, double labelUp) {
  view.marks.push_back(scene::Curve{{{-0.2, bits}, {width + 0.25, bits}}, {role, 1.6, dash, 0.7}, name});
  view.marks.push_back(scene::Label{{width + 0.25 + nameRoom / 2, bits}, symbol, role, {0, labelUp}});
}

} // namespace

scene::PlaneView treeView(const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("tree");
  view.title = Words::tr("Huffman's code");
  view.equalAspect = false;
  view.backgroundGrid = false;
  view.x = {tex::text(Words::tr("symbol")), -0.2, width + 0.25 + nameRoom, false};
  const double height = std::max<double>(leastHeight, result.longestWord);
  view.y = {QStringLiteral("\\ell\\ ") + tex::text(Words::tr("in bits")), -0.35,
            height + std::max(wordRoom, wordShare * height)};
  // Where the two nearly meet, their names keep apart.
  const bool areNear = result.redundancy() < 0.3;
  addLevel(view, result.entropy, QStringLiteral("H"), Words::tr("Entropy"), Role::Response,
           scene::Dash::Dashed, areNear ? 12 : 0);
  addLevel(view, result.codeLength, QStringLiteral("L"), Words::tr("Mean length of a word"),
           Role::ResponseSecond, scene::Dash::Solid, areNear ? -12 : 0);
  const TreePlaces places(result.tree);
  const auto count = static_cast<int>(result.tree.nodes.size());
  std::vector<scene::Mark> bits;
  for (int node = 0; node < count; ++node) {
    const math::HuffmanNode& one = result.tree.nodes[static_cast<std::size_t>(node)];
    if (one.zero < 0)
      continue;
    for (const auto& [child, bit] : {std::pair(one.zero, QStringLiteral("\\mathtt{0}")),
                                     std::pair(one.one, QStringLiteral("\\mathtt{1}"))}) {
      const scene::Curve curve = branch(places[node].at, places[child].at);
      bits.push_back(scene::Label{curve.points[6], bit, Role::Muted});
      view.marks.push_back(curve);
    }
  }
  view.marks.insert(view.marks.end(), bits.begin(), bits.end());
  for (int node = 0; node < count; ++node) {
    const Place& place = places[node];
    const bool isLeaf = node < result.tree.symbolCount;
    scene::Points disc{{place.at}, isLeaf ? Role::Drag : Role::Reference, 4 + 11 * std::sqrt(place.p)};
    const int symbol = isLeaf ? result.used[static_cast<std::size_t>(node)] : 0;
    disc.name = isLeaf ? Words::tr("%1, probability %2").arg(symbolName(symbol)).arg(place.p, 0, 'f', 3)
                       : Words::tr("A fork met with probability %1").arg(place.p, 0, 'f', 3);
    const double radius = disc.radius;
    view.marks.push_back(std::move(disc));
    if (!isLeaf)
      continue;
    const QString word = QString::fromStdString(result.code.at(static_cast<std::size_t>(symbol)));
    view.marks.push_back(scene::Label{
        place.at, tex::text(symbolName(symbol)), Role::Ink, {0, -radius - (word.isEmpty() ? 13 : 32)}});
    if (!word.isEmpty())
      view.marks.push_back(scene::Label{place.at, wordTex(word), Role::Drag, {0, -radius - 13}});
  }
  return view;
}

} // namespace eigenboard::panels::information::entropy_panel
