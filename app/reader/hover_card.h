#pragma once

#include "app/reader/formula_loader.h"
#include "app/reader/paragraph_builder.h"
#include "app/reader/selection.h"

#include <QtWidgets/QWidget>

namespace eigenboard::reader {

/// What a card says of one thing: a term, or one meaning of a symbol.
struct CardEntry {
  book::Inlines head; ///< the term or the symbol; empty where only words are said
  QString said;       ///< how a symbol is spoken; may be empty
  book::Inlines text; ///< without a head: a piece for each line
  QString note;       ///< "Met in 4.6"; may be empty
};

/// A line of text in the coordinates of the window, and the page that it stands on; null: none.
struct LineOfText {
  QRect line;
  QRect page;
};

/// A small card over the window that explains the word or symbol under the pointer, set in the type of the
/// page with its formulas. It never takes the focus or a mouse event.
class HoverCard : public QWidget {
  Q_OBJECT

 public:
  /// window: that the card lies over. typesetter outlives the card.
  HoverCard(typesetting::Typesetter& typesetter, QWidget* window);

  /// Shows the entries below the anchor (in the window's coordinates), or above it where there is no room;
  /// inside the window always. context: of the page; its links are words here. line: of text that holds the
  /// anchor, where what stands below must stay in sight: the card then stands after its end, or above it.
  void showFor(const std::vector<CardEntry>& entries, const QRect& anchor, const PageContext& context,
               const LineOfText& line = {});
  /// What it says, formulas as TeX.
  QString text() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void layOut();
  void place(const QSize& size);

  FormulaLoader loader_;
  render::Theme theme_;
  std::vector<Node> nodes_;
  Layout layout_;
  std::vector<double> rules_; ///< between entries
  std::vector<std::size_t> starts_;
  QRect anchor_;
  LineOfText line_;
  bool isOnlyWords_ = false;
  double unit_ = 24;
};

} // namespace eigenboard::reader
