#pragma once

#include "app/search/document.h"
#include "app/search/query.h"

namespace eigenboard::search {

/// A document that has the words, before it is loaded.
struct Found {
  qint64 id = 0;
  Kind kind = Kind::Section;
  double score = 0; ///< the higher the better
  QString title;
  QString titleWords; ///< without a number before them
  QString chapter;    ///< its id
  bool isWritten = true;
};

/// Where the reader typed capitals or small letters on purpose (one or two letters, λ or Λ; capitals within a
/// word, SVD), what has them so goes before what has the same letters otherwise: an equal title first, then
/// one that has them, then a text that has them.
double caseBonus(const Query& query, const QString& title);
double caseBonusOfText(const Query& query, const QString& text);

/// A chapter that is called as the query is the home of its words: it goes before the glossary, and its
/// sections follow it.
void raiseHomeChapters(std::vector<Found>& found, const Query& query);

} // namespace eigenboard::search
