#include "app/reader/reader_find.h"

#include <algorithm>

namespace eigenboard::reader {

namespace {

constexpr int beforeLength = 40;
constexpr double mostDifferent = 0.3; ///< share of the words of a quotation that may have changed
constexpr std::size_t leastWords = 3;
// Longer ones are recognised by their beginning: the comparison costs words of the quotation times words of
// the page.
constexpr std::size_t mostWords = 200;

bool isWordLetter(QChar letter) {
  return letter.isLetterOrNumber() || letter == u'_';
}

bool isWhole(const QString& text, qsizetype start, qsizetype length) {
  const qsizetype end = start + length;
  const bool freeBefore = start == 0 || !isWordLetter(text[start - 1]) || !isWordLetter(text[start]);
  const bool freeAfter = end == text.size() || !isWordLetter(text[end]) || !isWordLetter(text[end - 1]);
  return freeBefore && freeAfter;
}

bool isTex(const QString& words) {
  return std::any_of(words.begin(), words.end(), [](QChar letter) {
    return letter == u'\\' || letter == u'^' || letter == u'_' || letter == u'{' || letter == u'}';
  });
}

/// The letters of the flat text as the page has them, for a search that tells capitals apart.
QString unfolded(const FlatText& flat) {
  QString text = flat.text;
  const QString& page = flat.paragraph->content().text;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar original = page[flat.positions[static_cast<std::size_t>(i)]];
    if (original.toCaseFolded() == text[i])
      text[i] = original;
  }
  return text;
}

void findIn(const FlatText& flat, const QString& query, const QString& words, FindOptions options,
            std::vector<Passage>& found) {
  const QString text = options.matchCase ? unfolded(flat) : flat.text;
  const QString& wanted = options.matchCase ? words : query;
  std::vector<Passage> here;
  for (qsizetype at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.size()))
    if (!options.wholeWords || isWhole(text, at, wanted.size()))
      here.push_back(passageOf(flat, at, wanted.size()));
  if (isTex(words))
    for (const InlineObject& object : flat.paragraph->objects())
      if (object.kind == ObjectKind::Formula &&
          object.tex.contains(words, options.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive))
        here.push_back({flat.paragraph, {object.position, 1}});
  std::sort(here.begin(), here.end(),
            [](const Passage& a, const Passage& b) { return a.span.start < b.span.start; });
  found.insert(found.end(), here.begin(), here.end());
}

/// A letter of the page's running text: which flat text, and where in it.
struct Letter {
  int text = 0;
  int at = 0;
};

/// Flat texts joined by blanks, with runs of blanks as one.
struct Running {
  QString text;
  std::vector<Letter> letters;
};

Running run(const std::vector<FlatText>& texts, const QString& anchor) {
  Running made;
  const auto append = [&made](QChar letter, Letter place) {
    if (letter == u' ' && (made.text.isEmpty() || made.text.back() == u' '))
      return;
    made.text += letter;
    made.letters.push_back(place);
  };
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!anchor.isNull() && texts[i].anchor != anchor)
      continue;
    for (qsizetype at = 0; at < texts[i].text.size(); ++at)
      append(texts[i].text[at], {static_cast<int>(i), static_cast<int>(at)});
    append(u' ', {static_cast<int>(i), static_cast<int>(texts[i].text.size())});
  }
  return made;
}

std::vector<Passage> passages(const std::vector<FlatText>& texts, const Running& running, qsizetype start,
                              qsizetype length) {
  std::vector<Passage> found;
  const auto first = static_cast<std::size_t>(start);
  const auto end = static_cast<std::size_t>(start + length);
  for (std::size_t i = first; i < end;) {
    const int text = running.letters[i].text;
    std::size_t last = i;
    while (last < end && running.letters[last].text == text)
      ++last;
    const FlatText& flat = texts[static_cast<std::size_t>(text)];
    const qsizetype from = running.letters[i].at;
    const qsizetype to = std::min<qsizetype>(running.letters[last - 1].at + 1, flat.text.size());
    if (to > from)
      found.push_back(passageOf(flat, from, to - from));
    i = last;
  }
  return found;
}

int commonEnding(const QString& text, qsizetype end, const QString& before) {
  int common = 0;
  while (common < before.size() && common < end &&
         text[end - 1 - common] == before[before.size() - 1 - common])
    ++common;
  return common;
}

/// Start of the occurrence whose surroundings agree best, or −1.
qsizetype findExactly(const Running& running, const QString& words, const QString& before) {
  qsizetype best = -1;
  int bestCommon = -1;
  for (qsizetype at = running.text.indexOf(words); at >= 0; at = running.text.indexOf(words, at + 1)) {
    const int common = commonEnding(running.text, at, before);
    if (common > bestCommon) {
      bestCommon = common;
      best = at;
    }
  }
  return best;
}

struct Word {
  QString letters;
  qsizetype start = 0;
  qsizetype end = 0;
};

std::vector<Word> wordsOf(const QString& text) {
  std::vector<Word> words;
  for (qsizetype at = 0; at < text.size();) {
    if (!isWordLetter(text[at])) {
      ++at;
      continue;
    }
    const qsizetype start = at;
    while (at < text.size() && isWordLetter(text[at]))
      ++at;
    words.push_back({text.sliced(start, at - start), start, at});
  }
  return words;
}

struct Nearest {
  int cost = 0;
  std::size_t first = 0; ///< words of the page
  std::size_t end = 0;
};

/// The run of the page's words with the least edit distance to the wanted ones, counted in words.
Nearest nearestRun(const std::vector<Word>& page, const std::vector<Word>& wanted) {
  // Row by row over the wanted words; a run may begin and end anywhere. begin[j]: where the best run that
  // ends before word j began.
  const std::size_t count = page.size();
  std::vector<int> cost(count + 1, 0);
  std::vector<std::size_t> begin(count + 1);
  for (std::size_t j = 0; j <= count; ++j)
    begin[j] = j;
  for (std::size_t i = 1; i <= wanted.size(); ++i) {
    int diagonal = cost[0];
    std::size_t diagonalBegin = begin[0];
    cost[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= count; ++j) {
      const int above = cost[j];
      const std::size_t aboveBegin = begin[j];
      const int replaced = diagonal + (page[j - 1].letters != wanted[i - 1].letters);
      int least = replaced;
      std::size_t from = diagonalBegin;
      if (above + 1 < least) {
        least = above + 1;
        from = aboveBegin;
      }
      if (cost[j - 1] + 1 < least) {
        least = cost[j - 1] + 1;
        from = begin[j - 1];
      }
      cost[j] = least;
      begin[j] = from;
      diagonal = above;
      diagonalBegin = aboveBegin;
    }
  }
  const auto best = std::min_element(cost.begin(), cost.end());
  const auto end = static_cast<std::size_t>(best - cost.begin());
  return {*best, begin[end], end};
}

std::vector<Passage> findNearly(const std::vector<FlatText>& texts, const Running& running,
                                const QString& words) {
  std::vector<Word> wanted = wordsOf(words);
  if (wanted.size() < leastWords)
    return {};
  wanted.resize(std::min(wanted.size(), mostWords));
  const std::vector<Word> page = wordsOf(running.text);
  const Nearest nearest = nearestRun(page, wanted);
  if (nearest.end <= nearest.first || nearest.cost > mostDifferent * static_cast<double>(wanted.size()))
    return {};
  const qsizetype start = page[nearest.first].start;
  return passages(texts, running, start, page[nearest.end - 1].end - start);
}

QString runningWords(const QString& text) {
  return folded(text).simplified();
}

} // namespace

std::vector<Passage> findAll(const std::vector<Node>& nodes, const QString& words, FindOptions options) {
  std::vector<Passage> found;
  const QString query = folded(words);
  if (query.trimmed().isEmpty())
    return found;
  for (const FlatText& flat : flatten(nodes, FormulaText::Opaque))
    findIn(flat, query, words, options, found);
  return found;
}

std::vector<Passage> findQuotation(const std::vector<Node>& nodes, const Quotation& quotation) {
  const QString words = runningWords(quotation.words);
  if (words.isEmpty())
    return {};
  const std::vector<FlatText> texts = flatten(nodes, FormulaText::Tex);
  const QString before = runningWords(quotation.before + u'x').chopped(1);
  const QString section = quotation.anchor.isNull() ? QStringLiteral("") : quotation.anchor;
  for (const QString& anchor : {section, QString()}) {
    const Running running = run(texts, anchor);
    if (const qsizetype at = findExactly(running, words, before); at >= 0)
      return passages(texts, running, at, words.size());
  }
  for (const QString& anchor : {section, QString()}) {
    const std::vector<Passage> near = findNearly(texts, run(texts, anchor), words);
    if (!near.empty())
      return near;
  }
  return {};
}

Quotation quote(const std::vector<Node>& nodes, const std::vector<Passage>& parts) {
  Quotation made;
  if (parts.empty())
    return made;
  QString running;
  for (const FlatText& flat : flatten(nodes, FormulaText::Tex)) {
    const auto part = std::find_if(parts.begin(), parts.end(), [&flat](const Passage& passage) {
      return passage.paragraph == flat.paragraph;
    });
    if (part == parts.end()) {
      running += flat.text + u' ';
      continue;
    }
    if (made.words.isEmpty()) {
      made.anchor = flat.anchor;
      const auto start = std::lower_bound(flat.positions.begin(), flat.positions.end(), part->span.start);
      running += flat.text.first(start - flat.positions.begin());
      made.before = running.simplified().right(beforeLength);
    }
    made.words +=
        (made.words.isEmpty() ? QString() : QStringLiteral(" ")) + part->paragraph->copy(part->span);
  }
  made.words = made.words.simplified();
  return made;
}

} // namespace eigenboard::reader
