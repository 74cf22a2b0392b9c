#include "app/search/passage.h"

#include "app/search/page_text.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace eigenboard::search {

namespace {

constexpr qsizetype mostPassageWords = 9;
constexpr qsizetype longestOpening = 60;

struct Run {
  qsizetype begin = 0;
  qsizetype end = 0;
};

bool isPlain(QChar character) {
  return character.isLetter() || character == u' ' || character == u'-' || character == u'\'' ||
         character == u'’';
}

/// Runs of plain words in one line: between formulas, numbers and signs of punctuation.
std::vector<Run> plainRuns(QStringView line, qsizetype shift) {
  std::vector<Run> runs;
  bool isInFormula = false;
  qsizetype begin = -1;
  for (qsizetype at = 0; at <= line.size(); ++at) {
    const QChar character = at < line.size() ? line[at] : formulaBegin;
    if (isFormulaMark(character))
      isInFormula = character == formulaBegin;
    const bool isInside = !isInFormula && !isFormulaMark(character) && isPlain(character);
    if (isInside && begin < 0)
      begin = at;
    if (!isInside && begin >= 0)
      runs.push_back({shift + std::exchange(begin, -1), shift + at});
  }
  return runs;
}

/// At most so many words, the place among them.
QString cutRound(const QString& text, Run run, qsizetype place) {
  // What a number or a formula is glued to, as in "3rd", is no word by itself.
  if (run.begin > 0 && !text[run.begin].isSpace() && !text[run.begin - 1].isSpace())
    run.begin = std::min(run.end, text.indexOf(u' ', run.begin));
  if (run.end < text.size() && run.end > run.begin && !text[run.end].isSpace() && !text[run.end].isPunct())
    run.end = std::max(run.begin, text.lastIndexOf(u' ', run.end - 1));
  if (run.begin < 0 || run.end <= run.begin)
    return {};
  const QString whole = text.sliced(run.begin, run.end - run.begin);
  const QStringList words = whole.split(u' ', Qt::SkipEmptyParts);
  if (words.size() < 2)
    return {};
  const qsizetype before = std::clamp<qsizetype>(place - run.begin, 0, whole.size());
  const qsizetype here = whole.first(before).trimmed().count(u' ');
  const qsizetype first =
      std::max<qsizetype>(0, std::min(here - mostPassageWords / 2, words.size() - mostPassageWords));
  return words.mid(first, mostPassageWords).join(u' ');
}

} // namespace

QString passageAt(const QString& text, qsizetype place) {
  if (text.isEmpty())
    return {};
  place = std::clamp<qsizetype>(place, 0, text.size() - 1);
  const qsizetype begin = text.lastIndexOf(u'\n', place) + 1;
  const qsizetype newline = text.indexOf(u'\n', place);
  const qsizetype end = newline < 0 ? text.size() : newline;
  if (begin >= end)
    return {};
  QString best;
  qsizetype nearest = std::numeric_limits<qsizetype>::max();
  for (const Run& run : plainRuns(QStringView(text).sliced(begin, end - begin), begin)) {
    const qsizetype distance = std::max({run.begin - place, place - run.end, qsizetype(0)});
    if (distance >= nearest)
      continue;
    if (const QString words = cutRound(text, run, place); !words.isEmpty()) {
      nearest = distance;
      best = words;
    }
  }
  return best;
}

QString openingOf(const QString& text) {
  qsizetype end = 0;
  while (end < std::min(text.size(), longestOpening) && text[end] != u'\n' &&
         (isPlain(text[end]) || text[end].isDigit() || text[end] == u'.' || text[end] == u','))
    ++end;
  // What was cut within a word ends before it.
  if (end < text.size() && text[end] != u'\n')
    end = std::max<qsizetype>(text.lastIndexOf(u' ', end - 1), 0);
  return text.first(end).trimmed();
}

} // namespace eigenboard::search
