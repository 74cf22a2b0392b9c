#pragma once

#include "app/reader/formula_loader.h"
#include "app/reader/paragraph_builder.h"
#include "app/reader/selection.h"

#include <QtWidgets/QWidget>

namespace eigenboard::reader {

/// What a card says of one thing: a term, or one meaning of a symbol.
struct CardEntry {
  book::Inlines head; ///< the term or the symbol
  QString said;       ///< how a symbol is spoken; may be empty
  book::Inlines text;
  QString note; ///< "Met in 4.6"; may be empty
};

/// A small card over the window that explains the word or symbol under the pointer, set in the type of the
/// page with its formulas. It never takes the focus or a mouse event.
class HoverCard : public QWidget {
  Q_OBJECT

 public:
  /// window: that the card lies over. typesetter outlives the card.
  HoverCard(typesetting::Typesetter& typesetter, QWidget* window);

  /// Shows the entries below the anchor (in the window's coordinates), or above it where there is no room;
  /// inside the window always. context: of the page; its links are words here.
  void showFor(const std::vector<CardEntry>& entries, const QRect& anchor, const PageContext& context);
  /// What it says, formulas as TeX.
  QString text() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void layOut();

  FormulaLoader loader_;
  render::Theme theme_;
  std::vector<Node> nodes_;
  Layout layout_;
  std::vector<double> rules_; ///< between entries
  std::vector<std::size_t> starts_;
  QRect anchor_;
  double unit_ = 24;
};

} // namespace eigenboard::reader
