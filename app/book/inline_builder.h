#pragma once

#include "app/book/extraction.h"
#include "app/book/tree.h"

namespace eigenboard::book {

/// Gathers the pieces of one paragraph, heading or table cell as the Markdown parser reports them.
class InlineBuilder {
 public:
  explicit InlineBuilder(const Extraction& extraction) : extraction_(extraction) {}

  /// Text in which placeholders stand for formulas.
  void text(const QString& text, int line);
  void code(const QString& text, int line);
  void softBreak(int line) { this->text(QStringLiteral(" "), line); }
  void hardBreak(int line);
  void open(InlineKind kind, Link link, const QString& source, int line, const QString& title = {});
  void close();

  bool isEmpty() const { return top().empty() && open_.size() == 1; }
  /// A piece of the sentence, or a display formula or message that stood in the middle of it.
  struct Part {
    Inlines text;
    const Extract* extract = nullptr;
  };
  /// All that was gathered, cut where a display formula or message stands. The builder is empty afterwards.
  std::vector<Part> take();

 private:
  struct Open {
    Inline piece;
    bool shown = true; ///< false beyond the nesting limit: its children go to the piece around it
  };
  Inlines& top() { return open_.back().piece.children; }
  const Inlines& top() const { return open_.back().piece.children; }
  void note(const Extract& extract);
  void cut(const Extract& extract);

  const Extraction& extraction_;
  std::vector<Open> open_ = {Open{}};
  std::vector<Part> parts_;
  qsizetype characters_ = 0;
};

} // namespace eigenboard::book
