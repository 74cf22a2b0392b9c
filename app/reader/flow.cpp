#include "app/reader/flow.h"

#include "app/reader/block_flow.h"
#include "app/reader/block_space.h"
#include "app/reader/code_flow.h"
#include "app/reader/table_flow.h"
#include "app/reader/wide_block.h"
#include "app/reader/wide_formula.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenboard::reader {

namespace {

constexpr double nearestToEdge =
    14; ///< px: what reaches out of the column stays so far from the window's edge

class Flow {
 public:
  Flow(const Typography& type, double width) : type_(type) {
    const double margin = std::clamp(0.05 * width, 16., 34 * type.zoom);
    layout_.width = width;
    layout_.columnWidth = std::max(120., std::min(type.measure, width - 2 * margin));
    layout_.columnLeft = std::max(margin, std::floor((width - layout_.columnWidth) / 2));
    rightEdge_ = width - std::max(nearestToEdge, margin / 2);
    y_ = std::round(1.6 * type.unit);
  }

  Layout run(std::vector<Node>& nodes) {
    outermost_ = true;
    blocks(nodes, layout_.columnLeft, layout_.columnWidth);
    layout_.blockTops.push_back(y_);
    layout_.height = std::round(y_ + 4 * type_.unit);
    return std::move(layout_);
  }

 private:
  /// Blocks in a container of their own.
  void inside(std::vector<Node>& nodes, double left, double width) {
    below_ = 0;
    isTop_ = true;
    blocks(nodes, left, width);
    isTop_ = false;
  }

  double units(double count) const { return std::round(count * type_.unit); }

  void blocks(std::vector<Node>& nodes, double left, double width, double tightGap = -1) {
    const bool outermost = std::exchange(outermost_, false);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      Node& node = nodes[i];
      const Space space = spaceOf(node.kind);
      double above = std::max(below_, units(space.above));
      if (node.kind == NodeKind::Heading && i > 0 && nodes[i - 1].kind == NodeKind::Label)
        above = below_;
      if (node.kind == NodeKind::Fold && i > 0 && nodes[i - 1].kind == NodeKind::Fold)
        above = units(0.1);
      else if (i > 0 && nodes[i - 1].kind == NodeKind::Fold)
        above = std::max(above, units(0.9)); // what was folded belongs to what stood before it
      if (tightGap >= 0 && i > 0)
        above = std::min(above, tightGap);
      if (!isTop_)
        y_ += above;
      isTop_ = false;
      below_ = 0;
      if (outermost)
        layout_.blockTops.push_back(y_);
      if (!node.anchor.isEmpty())
        layout_.anchors.insert(node.anchor, y_);
      if (node.kind == NodeKind::Code) {
        Node* recorded =
            i + 1 < nodes.size() && nodes[i + 1].kind == NodeKind::Output ? &nodes[i + 1] : nullptr;
        flowCode(node, node.children.empty() ? recorded : &node.children.front(), left, width,
                 edge(left, width), tools_);
        if (recorded) {
          ++i;
          if (outermost)
            layout_.blockTops.push_back(y_);
        }
      } else {
        block(node, left, width);
      }
      below_ = units(space.below);
    }
  }

  void block(Node& node, double left, double width) {
    switch (node.kind) {
    case NodeKind::List:
    case NodeKind::Notes:
      list(node, left, width);
      break;
    case NodeKind::Quote:
      quote(node, left, width);
      break;
    case NodeKind::Table:
      table(node, left, width);
      break;
    case NodeKind::Output:
      flowCode(node, nullptr, left, width, edge(left, width), tools_);
      break;
    case NodeKind::Fold:
      fold(node, left, width);
      break;
    case NodeKind::Card:
      flowCard(node, left, width, tools_);
      break;
    case NodeKind::Figure:
      figure(node, left, width);
      break;
    case NodeKind::Statement:
      flowStatement(node, left, width, tools_);
      break;
    case NodeKind::Mistake:
      flowMistake(node, left, width, tools_);
      break;
    case NodeKind::Exercise:
      flowExercise(node, left, width, tools_);
      break;
    case NodeKind::Picture:
      flowPicture(node, left, width, tools_);
      break;
    case NodeKind::Rule:
      layout_.decorations.push_back({DecorationKind::Hairline, QRectF(left, y_, width, 1), nullptr});
      y_ += 1;
      break;
    case NodeKind::Display:
      display(*node.text, left, width);
      break;
    case NodeKind::Message: {
      const double pad = units(0.5);
      const double top = y_;
      text(*node.text, left + pad, width - pad);
      layout_.decorations.push_back({DecorationKind::MessageBar, QRectF(left, top, 3, y_ - top), nullptr});
      break;
    }
    default:
      if (node.text && node.component >= 0)
        flowLabel(node, left, width, tools_);
      else if (node.text)
        text(*node.text, left, width);
      break;
    }
  }

  void text(Paragraph& paragraph, double left, double width,
            const QString& separator = QStringLiteral("\n\n")) {
    paragraph.layOut(width);
    place(paragraph, QPointF(left, y_), separator);
    y_ += paragraph.height();
  }

  void place(Paragraph& paragraph, QPointF origin, const QString& separator) {
    const int index = static_cast<int>(layout_.texts.size());
    layout_.texts.push_back({&paragraph, origin, separator});
    std::vector<std::pair<int, Target>> found;
    const auto& objects = paragraph.objects();
    for (std::size_t i = 0; i < objects.size(); ++i) {
      const ObjectKind kind = objects[i].kind;
      if (kind == ObjectKind::Scrub || kind == ObjectKind::Answer || isScrollable(objects[i]))
        found.emplace_back(objects[i].position,
                           Target{TargetKind::Object, index, static_cast<int>(i), nullptr,
                                  paragraph.objectBox(static_cast<int>(i)).translated(origin)});
    }
    const auto& links = paragraph.content().links;
    for (std::size_t i = 0; i < links.size(); ++i) {
      if (links[i].isPassive)
        continue;
      QRectF area;
      for (const QRectF& rect : paragraph.rects(links[i].span))
        area |= rect;
      found.emplace_back(links[i].span.start, Target{TargetKind::Link, index, static_cast<int>(i), nullptr,
                                                     area.translated(origin)});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [position, target] : found)
      layout_.targets.push_back(target);
  }

  /// How far to the right wide things may reach: in a box no further than its words.
  double edge(double left, double width) const { return isInBox_ ? left + width : rightEdge_; }

  /// A formula wider than the column reaches into both margins before it is made smaller or scrolled. In a
  /// box, a list or a quotation it would cover their edges and marks.
  void display(Paragraph& formula, double left, double width) {
    const bool reaches = !isInBox_ && left <= layout_.columnLeft;
    const double margin =
        reaches ? std::max(0., std::min(left - nearestToEdge, rightEdge_ - left - width)) : 0;
    const double extra = std::clamp((formula.naturalWidth() - width) / 2, 0., margin);
    text(formula, left - std::ceil(extra), width + 2 * std::ceil(extra));
  }

  void list(Node& list, double left, double width) {
    const double indent = std::round(1.55 * type_.body.font.pixelSize());
    for (std::size_t i = 0; i < list.children.size(); ++i) {
      Node& item = list.children[i];
      if (i > 0)
        y_ += units(list.tight ? 0.16 : 0.45);
      below_ = 0;
      isTop_ = true;
      if (!item.anchor.isEmpty())
        layout_.anchors.insert(item.anchor, y_);
      const std::size_t marker = layout_.texts.size();
      const double top = y_;
      item.text->layOut(width);
      const double right = left + indent - std::round(0.42 * type_.body.font.pixelSize());
      place(*item.text, QPointF(right - item.text->usedWidth(), top), QStringLiteral("\n\n"));
      blocks(item.children, left + indent, std::max(80., width - indent), list.tight ? units(0.2) : -1);
      isTop_ = false;
      if (item.children.empty())
        y_ += item.text->height();
      if (layout_.texts.size() > marker + 1) {
        // The marker stands on the baseline of the item's first line, however tall that is.
        PlacedText& first = layout_.texts[marker + 1];
        layout_.texts[marker].origin.setY(first.origin.y() + first.paragraph->baseline(0) -
                                          item.text->baseline(0));
        first.separator = QStringLiteral(" ");
        if (i > 0 && list.tight)
          layout_.texts[marker].separator = QStringLiteral("\n");
      }
    }
  }

  void quote(Node& quote, double left, double width) {
    const double indent = std::round(1.2 * type_.body.font.pixelSize());
    const double top = y_;
    below_ = 0;
    isTop_ = true;
    blocks(quote.children, left + indent, std::max(80., width - indent));
    isTop_ = false;
    layout_.decorations.push_back({DecorationKind::QuoteBar, QRectF(left, top, 3, y_ - top), nullptr});
  }

  void table(Node& node, double left, double width) {
    const double room = edge(left, width) - left;
    const TableLayout made = layOutTable(node, type_, width, room);
    const QPointF corner(left, y_);
    const std::size_t first = layout_.texts.size();
    for (const PlacedCell& cell : made.cells)
      place(*cell.paragraph, corner + cell.origin, cell.separator);
    const double shown = std::min(made.width, std::max(width, room));
    for (const TableRule& rule : made.rules)
      layout_.decorations.push_back({rule.strong ? DecorationKind::HeadRule : DecorationKind::TableRule,
                                     QRectF(left, y_ + rule.y, shown, 1), nullptr});
    const double top = y_;
    y_ += made.height;
    if (made.width > shown + 0.5) {
      addStrip(layout_, node, QRectF(left, top, shown, made.height), made.width, first);
      y_ += stripBarRoom;
    } else {
      node.scrolled = 0;
    }
  }

  void fold(Node& fold, double left, double width) {
    const double chevron = std::round(1.15 * type_.summary.font.pixelSize());
    const double vertical = units(0.1);
    const double top = y_;
    const std::size_t target = layout_.targets.size();
    layout_.targets.push_back({TargetKind::Fold, -1, -1, &fold, {}});
    y_ += vertical;
    text(*fold.text, left + chevron, width - chevron);
    y_ += vertical;
    const double used = std::min(width, chevron + fold.text->usedWidth() + chevron);
    layout_.targets[target].rect = QRectF(left, top, used, y_ - top);
    if (!fold.open)
      return;
    const double indent = chevron;
    below_ = 0;
    y_ += units(0.15);
    isTop_ = true;
    const double contentTop = y_;
    blocks(fold.children, left + indent, std::max(80., width - indent));
    isTop_ = false;
    layout_.decorations.push_back({DecorationKind::FoldBar,
                                   QRectF(left + std::round(0.3 * chevron), contentTop, 2, y_ - contentTop),
                                   &fold});
    y_ += units(0.3);
  }

  void figure(Node& figure, double left, double width) {
    constexpr double shape = 0.84; // height over width of a panel's picture
    const double height = std::round(shape * width);
    layout_.decorations.push_back({DecorationKind::Figure, QRectF(left, y_, width, height), &figure});
    y_ += height + units(0.3);
    for (Node& caption : figure.children)
      text(*caption.text, left, width);
  }

  const Typography& type_;
  Layout layout_;
  double rightEdge_ = 0;
  double y_ = 0;
  double below_ = 0; ///< space that the last block wants below it
  bool outermost_ = false;
  bool isTop_ = true; ///< nothing stands above in the same container
  bool isInBox_ = false;
  FlowTools tools_{
      type_,
      layout_,
      y_,
      [this](Paragraph& paragraph, double left, double width, const QString& separator) {
        text(paragraph, left, width, separator);
      },
      [this](Paragraph& paragraph, QPointF origin, const QString& separator) {
        place(paragraph, origin, separator);
      },
      [this](std::vector<Node>& nodes, double left, double width) { inside(nodes, left, width); },
      isInBox_};
};

} // namespace

double placeAt(const Layout& layout, double y) {
  const std::vector<double>& tops = layout.blockTops;
  if (tops.size() < 2 || y <= tops.front())
    return 0;
  const auto after = std::upper_bound(tops.begin(), tops.end() - 1, y);
  const auto block = static_cast<std::size_t>(after - tops.begin()) - 1;
  const double height = tops[block + 1] - tops[block];
  const double fraction = height > 0 ? (y - tops[block]) / height : 0;
  return static_cast<double>(block) + std::clamp(fraction, 0., 0.999);
}

double heightOf(const Layout& layout, double place) {
  const std::vector<double>& tops = layout.blockTops;
  if (tops.size() < 2 || !(place > 0))
    return 0;
  const double block = std::min(std::floor(place), static_cast<double>(tops.size() - 2));
  const auto index = static_cast<std::size_t>(block);
  return tops[index] + std::clamp(place - block, 0., 1.) * (tops[index + 1] - tops[index]);
}

Layout flow(std::vector<Node>& nodes, const Typography& type, double width) {
  return Flow(type, width).run(nodes);
}

} // namespace eigenboard::reader
