#pragma once

#include "app/book/link.h"
#include "app/reader/flow.h"

#include <QtCore/QSet>
#include <QtCore/QTimer>

namespace eigenboard::reader {

class Reader;

/// Where links and folds of the page lead, and the panels whose cards the reader comes by.
class Ways {
 public:
  /// The reader owns it.
  explicit Ways(Reader& reader);

  QString problemOf(const book::Link& link); ///< why it cannot work; empty: it can
  /// May replace the page, and with it the place where the link stood: give a copy.
  void follow(const book::Link& link);
  void sayFootnote(const Target& target); ///< nothing for other targets
  void toggleFold(Node& fold);

  void requestFirstPanel(const QString& first); ///< of a chapter that was opened
  void arriveSoon() { arrivalTimer_.start(); }  ///< unless the reader scrolls on
  void arriveQuietly();                         ///< at all cards above: none of them sets its panel any more
  void visit(const Node* card);                 ///< its state is set, and the numbers below it are live
  /// What a number of the text shows: the panel's number of this moment, or, below a card that has still to
  /// set its panel, what the book says of that state. y: of its paragraph, on the page.
  QString numberText(const InlineObject& object, double y);
  QSet<const Node*>& cardsVisited() { return cardsVisited_; }

 private:
  void followFile(const book::FileLink& link);
  void followNote(const book::NoteLink& link);
  void noticeArrival();

  Reader& reader_;
  QSet<const Node*> cardsVisited_;
  QTimer arrivalTimer_;
};

} // namespace eigenboard::reader
