#include "app/reader/accessible_page.h"

#include "app/reader/reader.h"

#include <QtWidgets/QAccessibleWidget>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace eigenboard::reader {

namespace {

/// The text that the focused target stands in, and its place there; the beginning of the page when there is
/// none.
TextPlace focusedPlace(const Reader& reader) {
  const Layout& layout = reader.layout();
  const int focused = reader.focusedTarget();
  if (focused < 0 || focused >= static_cast<int>(layout.targets.size()))
    return {};
  const Target& target = layout.targets[static_cast<std::size_t>(focused)];
  if (target.text >= 0) {
    const Paragraph& paragraph = *layout.texts[static_cast<std::size_t>(target.text)].paragraph;
    const auto index = static_cast<std::size_t>(target.index);
    return {target.text, target.kind == TargetKind::Link ? paragraph.content().links[index].span.start
                                                         : paragraph.objects()[index].position};
  }
  // A fold, a card or a button: the first text that is its own or lies on it.
  for (std::size_t i = 0; i < layout.texts.size(); ++i)
    if (layout.texts[i].paragraph == target.node->text.get() || target.rect.contains(layout.texts[i].origin))
      return {static_cast<int>(i), 0};
  return {};
}

/// The rectangle on the page of the text that an offset in Reader::text(FormulasAs::Words) falls in.
QRectF rectOfText(const Layout& layout, qsizetype offset) {
  qsizetype passed = 0;
  for (const PlacedText& text : layout.texts) {
    passed += text.paragraph->copy({0, text.paragraph->length()}, FormulasAs::Words).size() +
              (passed > 0 ? text.separator.size() : 0);
    if (passed >= offset)
      return text.rect();
  }
  return {};
}

class AccessiblePage : public QAccessibleWidget, public QAccessibleTextInterface {
 public:
  explicit AccessiblePage(Reader* reader) : QAccessibleWidget(reader, QAccessible::Document) {}

  using QAccessibleWidget::text;
  void* interface_cast(QAccessible::InterfaceType type) override {
    if (type == QAccessible::TextInterface)
      return static_cast<QAccessibleTextInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
  }
  QAccessible::State state() const override {
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.selectableText = true;
    state.multiLine = true;
    return state;
  }

  int characterCount() const override { return static_cast<int>(reader().text(FormulasAs::Words).size()); }
  QString text(int start, int end) const override {
    const QString all = reader().text(FormulasAs::Words);
    const qsizetype first = std::clamp<qsizetype>(start, 0, all.size());
    const qsizetype last = end < 0 ? all.size() : std::clamp<qsizetype>(end, first, all.size());
    return all.sliced(first, last - first);
  }
  int cursorPosition() const override { return caretOf(reader()); }
  void setCursorPosition(int) override {}

  int selectionCount() const override { return reader().selectedText(FormulasAs::Words).isEmpty() ? 0 : 1; }
  void selection(int index, int* start, int* end) const override {
    *start = *end = 0;
    const QString selected = index == 0 ? reader().selectedText(FormulasAs::Words) : QString();
    if (selected.isEmpty())
      return;
    *start = static_cast<int>(std::max<qsizetype>(0, reader().text(FormulasAs::Words).indexOf(selected)));
    *end = *start + static_cast<int>(selected.size());
  }
  void addSelection(int, int) override {}
  void removeSelection(int) override {}
  void setSelection(int, int, int) override {}

  QRect characterRect(int offset) const override {
    const QRect area =
        rectOfText(reader().layout(), offset).translated(0, -reader().scrolled()).toAlignedRect();
    return {reader().viewport()->mapToGlobal(area.topLeft()), area.size()};
  }
  int offsetAtPoint(const QPoint&) const override { return -1; }
  void scrollToSubstring(int start, int) override {
    reader().verticalScrollBar()->setValue(static_cast<int>(rectOfText(reader().layout(), start).top()));
  }
  QString attributes(int, int* start, int* end) const override {
    *start = 0;
    *end = characterCount();
    return {};
  }

 private:
  Reader& reader() const { return *static_cast<Reader*>(widget()); }
};

} // namespace

int caretOf(const Reader& reader) {
  const Selection before{{0, 0}, focusedPlace(reader)};
  return static_cast<int>(selectedText(before, reader.layout(), FormulasAs::Words).size());
}

QAccessibleInterface* accessiblePage(const QString&, QObject* object) {
  auto* reader = qobject_cast<Reader*>(object);
  return reader ? new AccessiblePage(reader) : nullptr;
}

} // namespace eigenboard::reader
