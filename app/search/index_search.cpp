#include "app/search/commands.h"
#include "app/search/index.h"
#include "app/search/page_text.h"
#include "app/search/passage.h"
#include "app/search/snippet.h"

#include <algorithm>
#include <array>

namespace eigenboard::search {

namespace {

constexpr int mostRows = 250; ///< that are ranked; beyond them nobody looks
constexpr double exactNumber = 80;
constexpr double perhapsNumber = 45; ///< the letter of an appendix in another case
constexpr int mostSuggestions = 3;
constexpr int mostTries = 4; ///< nearest words that are tried for one that was mistyped

/// The best of each kind first take their seats, then the best of the rest, so that thirty sections do not
/// hide the one panel.
constexpr int seatsOfKind = 5;

/// Where in its section something was found. An exercise is shown from its beginning, which the page sets
/// below its number, and not from within its solution; a term is short; a row of the notation is known by the
/// words of its meaning, since how it is said may stand in many.
QString passageOf(Kind kind, const QString& text, std::optional<qsizetype> place) {
  if (kind == Kind::Exercise)
    return openingOf(text.mid(text.indexOf(u' ') + 1));
  if (kind == Kind::Notation)
    return passageAt(text, std::max<qsizetype>(0, text.indexOf(cellSeparator)) + cellSeparator.size());
  if (kind != Kind::Section && kind != Kind::Chapter)
    return {};
  return place ? passageAt(text, *place) : QString();
}

} // namespace

std::vector<Found> Index::find(const Query& query, Need need, Scope scope) {
  // "A" is the appendix; "a" may be, but is first of all a letter.
  const bool isNumberMeant = std::all_of(query.terms.begin(), query.terms.end(),
                                         [](const Term& term) { return term.text == term.text.toUpper(); });
  // Weights of title, context, keywords and text. bm25 is negative, and the smaller the better.
  QSqlQuery rows = database_->run(
      QStringLiteral("SELECT d.id, d.kind, bm25(words, 10.0, 2.0, 4.0, 1.0) * d.weight - d.weight * CASE"
                     " WHEN d.number_words = ? THEN ?"
                     " WHEN d.title_words = ? OR d.title_words = ? THEN 60"
                     " WHEN substr(d.title_words, 1, length(?)) = ? THEN 8 ELSE 0 END AS score,"
                     " d.title, d.title_words, d.chapter, d.weight"
                     " FROM words JOIN documents d ON d.id = words.rowid WHERE words MATCH ? AND d.kind <= ?"
                     " ORDER BY score, d.id LIMIT ?"),
      {query.words, isNumberMeant ? exactNumber : perhapsNumber, query.words, otherNumber(query.words),
       query.words, query.words, fullTextExpression(query, need),
       static_cast<int>(scope == Scope::Book ? Kind::Notation : Kind::Panel), mostRows});
  std::vector<Found> found;
  while (rows.next())
    found.push_back(
        {rows.value(0).toLongLong(), static_cast<Kind>(std::clamp(rows.value(1).toInt(), 0, kindCount - 1)),
         -rows.value(2).toDouble() + caseBonus(query, rows.value(3).toString()), rows.value(3).toString(),
         rows.value(4).toString(), rows.value(5).toString(), rows.value(6).toDouble() >= 1});
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& one, const Found& other) { return one.score > other.score; });
  raiseHomeChapters(found, query);
  return found;
}

std::vector<Result> Index::load(const std::vector<Found>& found, const Query& query) {
  if (found.empty())
    return {};
  QStringList ids;
  for (const Found& candidate : found)
    ids += QString::number(candidate.id);
  QSqlQuery row = database_->run(
      QStringLiteral(
          "SELECT id, title, place, text, chapter, anchor, panel, preset FROM documents WHERE id IN (%1)")
          .arg(ids.join(u',')));
  std::vector<Result> results;
  while (row.next()) {
    const auto text = [&row](int column) { return row.value(column).toString(); };
    const auto candidate =
        std::find_if(found.begin(), found.end(),
                     [id = row.value(0).toLongLong()](const Found& one) { return one.id == id; });
    if (candidate == found.end())
      continue;
    Result result;
    result.kind = candidate->kind;
    result.title = text(1);
    result.where = text(2);
    result.titleRanges = rangesOf(query, result.title);
    const QString body = text(3);
    result.score = candidate->score + caseBonusOfText(query, body);
    const Snippet snippet = snippetOf(query, body);
    result.snippet = snippet.text;
    result.snippetRanges = snippet.ranges;
    result.target = {result.kind, text(4), text(5), passageOf(result.kind, body, snippet.place),
                     text(6),     text(7), {}};
    results.push_back(std::move(result));
  }
  return results;
}

Answer Index::search(const QString& typed, Scope scope, int limit) {
  Answer answer;
  answer.query = typed;
  answer.isComplete = isComplete();
  const Query query = parseQuery(typed);
  if (query.isEmpty() || limit <= 0)
    return answer;
  if (scope != Scope::Book)
    answer.results = foundCommands(commands_, query);

  std::vector<Found> found;
  if (scope != Scope::Commands) {
    found = find(query, Need::All, scope);
    if (found.empty() && answer.results.empty() && query.terms.size() > 1) {
      found = find(query, Need::Any, scope);
      answer.isPartial = !found.empty();
    }
  }
  answer.total = static_cast<int>(answer.results.size() + found.size());
  answer.hasMore = found.size() >= static_cast<std::size_t>(mostRows);
  std::array<int, kindCount> seated{};
  const auto mayStay = [&seated](const Found& candidate) {
    return ++seated.at(static_cast<std::size_t>(candidate.kind)) <= seatsOfKind;
  };
  std::stable_partition(found.begin(), found.end(), mayStay);
  const std::size_t room = static_cast<std::size_t>(limit);
  if (answer.results.size() > room)
    answer.results.resize(room);
  found.resize(std::min(found.size(), room - answer.results.size()));
  for (Result& result : load(found, query))
    answer.results.push_back(std::move(result));
  std::stable_sort(answer.results.begin(), answer.results.end(),
                   [](const Result& one, const Result& other) { return one.score > other.score; });
  if (scope != Scope::Commands && (answer.results.empty() || answer.isPartial))
    answer.suggestions = suggestions(query);
  if (database_->fault() != Fault::None) {
    recover();
    answer.isComplete = false;
  }
  return answer;
}

const std::vector<KnownWord>& Index::vocabulary() {
  if (vocabulary_.empty())
    for (QSqlQuery rows = database_->run(QStringLiteral("SELECT term, doc FROM temp.vocabulary"));
         rows.next();)
      vocabulary_.push_back({rows.value(0).toString(), rows.value(1).toInt()});
  return vocabulary_;
}

/// Every word is in some document. The vocabulary is in the order of its words' bytes, which for the letters
/// of the book is not that of QString, hence no search by halves.
bool Index::isKnown(const Term& term) const {
  return std::all_of(term.words.begin(), term.words.end(), [&](const QString& word) {
    const bool mayGoOn = term.isPrefix && &word == &term.words.constLast();
    return std::any_of(vocabulary_.begin(), vocabulary_.end(),
                       [&](const KnownWord& known) { return matches(known.word, word, mayGoOn); });
  });
}

/// The query with every unknown word replaced by a known one; only such as find something.
QStringList Index::suggestions(const Query& query) {
  vocabulary();
  std::vector<QStringList> choices; // for each term, what could have been meant
  bool hasUnknown = false;
  for (const Term& term : query.terms) {
    QStringList meant{term.words.join(u' ')};
    if (!isKnown(term) && term.words.size() == 1) {
      meant = nearestWords(term.words.constFirst(), vocabulary_, mostTries);
      hasUnknown = true;
    }
    if (meant.isEmpty())
      return {};
    choices.push_back(meant);
  }
  if (!hasUnknown)
    return {};
  QStringList all;
  for (int attempt = 0; attempt < mostTries && all.size() < mostSuggestions; ++attempt) {
    QStringList words;
    for (const QStringList& meant : choices)
      words += meant[std::min<qsizetype>(attempt, meant.size() - 1)];
    const QString suggestion = words.join(u' ');
    if (!all.contains(suggestion) &&
        !find(parseQuery(suggestion + u' '), Need::All, Scope::Everything).empty())
      all += suggestion;
  }
  return all;
}

} // namespace eigenboard::search
