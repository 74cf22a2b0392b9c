#include "app/search/passage.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <limits>
#include <vector>

namespace eigenboard::search {

namespace {

constexpr qsizetype mostWords = 9;
constexpr qsizetype longestOpening = 60;

struct Run {
  qsizetype begin = 0;
  qsizetype end = 0;
};

bool isPlain(QChar character) {
  return character.isLetter() || character == u' ' || character == u'-' || character == u'\'' ||
         character == u'’';
}

/// Runs of plain words in one line. A single letter is a variable, unless it is an article.
std::vector<Run> plainRuns(QStringView line, qsizetype shift) {
  std::vector<Run> runs;
  Run run{shift, shift};
  const auto finish = [&](qsizetype next) {
    if (run.end > run.begin)
      runs.push_back(run);
    run = {next, next};
  };
  for (qsizetype at = 0; at < line.size();) {
    qsizetype end = at;
    while (end < line.size() && line[end] != u' ')
      ++end;
    QStringView word = line.sliced(at, end - at);
    const bool endsRun = !word.isEmpty() && word.back().isPunct() && word.back() != u'\'';
    if (endsRun)
      word.chop(1);
    const bool isVariable = word.size() == 1 && word != u"a" && word != u"A" && word != u"I";
    const bool isWord = !word.isEmpty() && !isVariable && std::all_of(word.begin(), word.end(), isPlain);
    if (isWord)
      run.end = shift + at + word.size();
    if (!isWord || endsRun)
      finish(shift + end + 1);
    at = end + 1;
  }
  finish(0);
  return runs;
}

/// At most so many words, the place among them.
QString cutRound(const QString& text, Run run, qsizetype place) {
  const QString whole = text.sliced(run.begin, run.end - run.begin);
  const QStringList words = whole.split(u' ', Qt::SkipEmptyParts);
  if (words.size() < 2)
    return {};
  const qsizetype before = std::clamp<qsizetype>(place - run.begin, 0, whole.size());
  const qsizetype here = whole.first(before).count(u' ');
  const qsizetype first = std::max<qsizetype>(0, std::min(here - mostWords / 2, words.size() - mostWords));
  return words.mid(first, mostWords).join(u' ');
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
