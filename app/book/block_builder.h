#pragma once

#include "app/book/inline_builder.h"
#include "app/book/limits.h"
#include "app/book/markdown.h"

#include <set>

namespace eigenboard::book {

/// Gathers the blocks of a page as the Markdown parser reports them: opened and closed containers, and
/// leaves.
class BlockBuilder {
 public:
  explicit BlockBuilder(const Extraction& extraction) : inlines_(extraction) { frames_.emplace_back(); }

  InlineBuilder& inlines() { return inlines_; }
  bool isFull() const { return blocks_ > limits::blocks; }

  /// False when containers are nested too deeply: a message stands there, and the caller skips the content.
  bool openQuote(int line);
  bool openList(bool ordered, int start, bool tight, int line);
  void openItem(Task task = Task::None);
  void closeQuote();
  void closeList();
  void closeItem();

  /// The text gathered since the last block, as paragraphs; nothing if there is none.
  void endParagraph(int line);
  void heading(int level, int line);
  void rule(int line) { add(Rule{}, line); }
  void code(const QString& language, const QString& text, int line);
  void table(Table table, int line) { add(std::move(table), line); }
  void message(const QString& text, int line) { add(Message{text}, line); }
  /// A piece of raw HTML: folds are opened and closed, all else becomes text.
  void html(const QString& text, int line);
  /// The text gathered since the last block, as one table cell.
  Inlines cell();

  void problem(int line, const QString& text) { page_.problems.push_back({line, text}); }
  Page finish();

 private:
  enum class Kind : std::uint8_t { Page, Quote, List, Item, Fold };
  struct Frame {
    Kind kind = Kind::Page;
    Blocks blocks;
    List list;
    Task task = Task::None;
    Inlines summary;
    int line = 0;
  };

  bool open(Kind kind, int line);
  Frame pop(Kind kind);
  template <typename Content>
  void add(Content content, int line) {
    ++blocks_;
    frames_.back().blocks.push_back(Block{std::move(content), line});
  }
  void openFold(int line);
  void closeFold();
  void summary(const QString& text, int line);

  InlineBuilder inlines_;
  std::vector<Frame> frames_;
  std::set<QString> anchors_;
  Page page_;
  int blocks_ = 0;
};

} // namespace eigenboard::book
