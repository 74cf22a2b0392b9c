#include "app/reader/formula_loader.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::reader {

namespace {

constexpr int batchMilliseconds = 40;

typesetting::Style styleOf(bool display) {
  return display ? typesetting::Style::Display : typesetting::Style::Inline;
}

} // namespace

FormulaLoader::FormulaLoader(typesetting::Typesetter& typesetter, QObject* parent)
    : QObject(parent), typesetter_(typesetter) {
  timer_.setSingleShot(true);
  timer_.setInterval(batchMilliseconds);
  connect(&timer_, &QTimer::timeout, this, &FormulaLoader::arrived);
}

void FormulaLoader::clear() {
  ++page_;
  missing_.clear();
  asked_.clear();
  urgent_.clear();
  timer_.stop();
}

void FormulaLoader::fill(std::vector<Node>& nodes) {
  for (Node& node : nodes) {
    fill(node);
    fill(node.children);
  }
}

void FormulaLoader::fill(Node& node) {
  if (!node.text)
    return;
  std::vector<InlineObject>& objects = node.text->objects();
  for (std::size_t i = 0; i < objects.size(); ++i) {
    InlineObject& object = objects[i];
    if (object.kind != ObjectKind::Formula || object.formula)
      continue;
    object.formula = typesetter_.cached(object.tex, styleOf(object.display));
    if (!object.formula)
      missing_[{object.tex, object.display}].emplace_back(node.text.get(), i);
  }
}

void FormulaLoader::request(const Layout& layout, double y, double windowHeight) {
  std::vector<std::pair<double, Key>> order;
  for (const PlacedText& text : layout.texts)
    for (const InlineObject& object : text.paragraph->objects())
      if (object.kind == ObjectKind::Formula && !object.formula) {
        // What lies ahead of the reader is wanted sooner than what lies behind.
        const double ahead = text.origin.y() - y;
        order.emplace_back(ahead >= 0 ? ahead : -3 * ahead, Key(object.tex, object.display));
        if (ahead < windowHeight && text.rect().bottom() > y)
          urgent_.insert(order.back().second);
      }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [distance, key] : order)
    ask(key);
  const QList<Key> rest = missing_.keys();
  for (const Key& key : rest)
    ask(key);
}

void FormulaLoader::ask(const Key& key) {
  if (asked_.contains(key))
    return;
  asked_.insert(key);
  const int page = page_;
  typesetter_.request(key.first, styleOf(key.second), this,
                      [this, key, page](const typesetting::FormulaPointer& formula) {
                        if (page == page_)
                          receive(key, formula);
                      });
}

void FormulaLoader::receive(const Key& key, const typesetting::FormulaPointer& formula) {
  const auto places = missing_.take(key);
  for (const auto& [paragraph, index] : places)
    paragraph->objects().at(index).formula = formula;
  const bool wasUrgent = urgent_.remove(key);
  if (wasUrgent && urgent_.isEmpty()) {
    timer_.stop();
    emit arrived();
  } else if (!places.empty() && !timer_.isActive()) {
    timer_.start();
  }
}

} // namespace eigenboard::reader
