#include "app/search/ranking.h"

#include <QtCore/QSet>

#include <algorithm>

namespace eigenboard::search {

namespace {

// On the scale of what the index gives: see the scores in index_search.cpp.
constexpr double sameTitle = 40;
constexpr double inTitle = 12;
constexpr double inText = 4;
constexpr double homeLead = 20;     ///< of a home chapter before the glossary
constexpr double homeSections = 10; ///< the best of its sections before the glossary

constexpr qsizetype shortestHome = 3; ///< letters of a query that may name a chapter

bool hasCase(QChar letter) {
  return letter.toLower() != letter.toUpper();
}

bool isCaseMeant(const QString& typed) {
  if (typed.size() <= 2)
    return std::any_of(typed.begin(), typed.end(), hasCase);
  return std::any_of(typed.begin() + 1, typed.end(), [](QChar letter) { return letter.isUpper(); });
}

/// As it was typed, and not within a word.
bool stands(const QString& typed, const QString& text) {
  for (qsizetype at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
    const qsizetype end = at + typed.size();
    if ((at == 0 || !text[at - 1].isLetter()) && (end >= text.size() || !text[end].isLetter()))
      return true;
  }
  return false;
}

/// Some term was typed with its case meant, and all of those satisfy the condition.
template <typename Condition>
bool allMeant(const Query& query, Condition condition) {
  bool isAny = false;
  for (const Term& term : query.terms)
    if (isCaseMeant(term.text)) {
      isAny = true;
      if (!condition(term.text))
        return false;
    }
  return isAny;
}

bool isHome(const Found& chapter, const Query& query) {
  if (chapter.kind != Kind::Chapter || !chapter.isWritten || query.words.size() < shortestHome)
    return false;
  const QStringList name = chapter.titleWords.split(u' ');
  qsizetype at = 0;
  for (const Term& term : query.terms)
    for (const QString& word : term.words) {
      const bool mayGoOn = term.isPrefix && &word == &term.words.constLast();
      if (at >= name.size() || !matches(name[at++], word, mayGoOn))
        return false;
    }
  return true;
}

} // namespace

double caseBonus(const Query& query, const QString& title) {
  if (query.terms.size() == 1 && allMeant(query, [&](const QString& typed) { return typed == title; }))
    return sameTitle;
  return allMeant(query, [&](const QString& typed) { return stands(typed, title); }) ? inTitle : 0;
}

double caseBonusOfText(const Query& query, const QString& text) {
  return allMeant(query, [&](const QString& typed) { return stands(typed, text); }) ? inText : 0;
}

void raiseHomeChapters(std::vector<Found>& found, const Query& query) {
  QSet<QString> homes;
  double bestTerm = 0;
  double bestPanel = 0;
  double bestSection = 0;
  for (const Found& one : found) {
    if (isHome(one, query))
      homes.insert(one.chapter);
    if (one.kind == Kind::Term)
      bestTerm = std::max(bestTerm, one.score);
    if (one.kind == Kind::Panel)
      bestPanel = std::max(bestPanel, one.score);
  }
  if (homes.isEmpty())
    return;
  const auto isOfHome = [&homes](const Found& one) {
    return one.kind == Kind::Section && homes.contains(one.chapter);
  };
  for (const Found& one : found)
    if (isOfHome(one))
      bestSection = std::max(bestSection, one.score);
  for (Found& one : found)
    if (isHome(one, query))
      one.score = std::max(one.score, std::max(bestTerm, bestPanel) + homeLead);
    else if (isOfHome(one) && bestSection > 0)
      one.score = std::max(one.score, bestTerm + homeSections * one.score / bestSection);
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.score > b.score; });
}

} // namespace eigenboard::search
