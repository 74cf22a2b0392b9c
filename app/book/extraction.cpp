#include "app/book/extraction.h"

#include "app/book/fences.h"
#include "app/book/limits.h"
#include "app/book/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

#include <algorithm>

namespace eigenboard::book {

namespace {

// Placeholders are spelled in the private use area, which Markdown treats as letters: one opening character,
// digits to the base 16, one closing character. The source's own use of these characters is replaced first.
constexpr char16_t placeholderOpen = 0xE000;
constexpr char16_t placeholderClose = 0xE001;
constexpr char16_t digitZero = 0xE010;
constexpr char16_t reservedLast = 0xE01F;

QString placeholder(std::size_t index) {
  QString text;
  text += QChar(placeholderOpen);
  do {
    text += QChar(static_cast<char16_t>(digitZero + index % 16));
    index /= 16;
  } while (index > 0);
  text += QChar(placeholderClose);
  return text;
}

using Line = SourceLine;

QString cleaned(QString source) {
  source.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
  for (QChar& character : source) {
    if (character == u'\r')
      character = u'\n';
    else if (character.isNull() ||
             (character.unicode() >= placeholderOpen && character.unicode() <= reservedLast))
      character = QChar::ReplacementCharacter;
  }
  return source;
}

std::vector<Line> split(const QString& source, int firstLine) {
  std::vector<Line> lines;
  FenceTracker fences;
  for (const QStringView line : QStringView(source).split(u'\n')) {
    lines.push_back({line.toString(), firstLine + static_cast<int>(lines.size()), fences.isCode(line)});
  }
  return lines;
}

/// The row of dashes under a table's header: it makes the lines around it a table, and gives the number of
/// columns.
bool isDelimiterRow(const QString& line) {
  const auto allowed = [](QChar c) { return c.isSpace() || QStringLiteral("|:->").contains(c); };
  return line.contains(u'-') && line.contains(u'|') && std::all_of(line.begin(), line.end(), allowed);
}

/// The end of the table that the delimiter row at i begins, if it is larger than the limits allow; else i.
std::size_t endOfHugeTable(const std::vector<Line>& lines, std::size_t i) {
  if (i == 0 || lines[i].code || !isDelimiterRow(lines[i].text))
    return i;
  std::size_t end = i;
  while (end < lines.size() && !lines[end].code && !lines[end].text.trimmed().isEmpty())
    ++end;
  const qsizetype columns = lines[i].text.count(u'|');
  const bool huge =
      columns > limits::tableColumns + 1 || columns * static_cast<qsizetype>(end - i) > limits::tableCells;
  return huge ? end : i;
}

/// Replaces what would make the Markdown parser itself expensive: huge tables and very deep containers.
void guard(std::vector<Line>& lines, Extraction& extraction) {
  std::vector<Line> kept;
  const auto message = [&](int line, const QString& text) {
    kept.push_back({QString(), line});
    kept.push_back({placeholder(extraction.extracts.size()), line});
    kept.push_back({QString(), line});
    extraction.extracts.push_back({ExtractKind::Message, text, line});
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (const std::size_t end = endOfHugeTable(lines, i); end > i) {
      if (!kept.empty())
        kept.pop_back(); // the header row
      message(lines[i].number, translated("A table too large to be shown stands here."));
      i = end - 1;
    } else if (!lines[i].code && containersOpened(lines[i].text) > limits::nesting) {
      message(lines[i].number, translated("Quotes and lists are nested too deeply here to be shown."));
    } else {
      kept.push_back(lines[i]);
    }
  }
  lines = std::move(kept);
}

class Scanner {
 public:
  Scanner(const std::vector<Line>& lines, Extraction& extraction, Footnotes& notes)
      : extraction_(extraction), notes_(notes) {
    for (const Line& line : lines) {
      lineStarts_.push_back(source_.size());
      numbers_.push_back(line.number);
      code_.push_back(line.code);
      source_ += line.text;
      source_ += u'\n';
    }
    source_.chop(1);
    // The end of the paragraph each line belongs to: a formula in a sentence does not reach beyond it.
    // A display formula may hold blank lines, so one that is never closed is stopped by what no formula
    // holds.
    paragraphEnds_.resize(lines.size());
    displayEnds_.resize(lines.size());
    qsizetype paragraphEnd = source_.size();
    qsizetype displayEnd = source_.size();
    for (std::size_t i = lines.size(); i-- > 0;) {
      const QString text = lines[i].text.trimmed();
      if (lines[i].code || text.startsWith(u'#') || text.startsWith(QStringLiteral("<details")) ||
          text.startsWith(QStringLiteral("</details")))
        displayEnd = lineStarts_[i];
      if (lines[i].code || text.isEmpty())
        paragraphEnd = lineStarts_[i];
      paragraphEnds_[i] = paragraphEnd;
      displayEnds_[i] = displayEnd;
    }
  }

  void run() {
    while (line_ < lineStarts_.size()) {
      extraction_.lines.push_back(numbers_[line_]);
      const qsizetype lineEnd = endOfLine(line_);
      if (code_[line_]) {
        extraction_.text += QStringView(source_).sliced(position_, lineEnd - position_);
        position_ = lineEnd;
      } else {
        scanLine();
      }
      if (position_ < source_.size())
        extraction_.text += u'\n';
      ++position_;
      ++line_;
    }
  }

 private:
  qsizetype endOfLine(std::size_t line) const {
    return line + 1 < lineStarts_.size() ? lineStarts_[line + 1] - 1 : source_.size();
  }

  /// From position_ to the end of the line it is then in; a formula or code span may carry it over line ends.
  void scanLine() {
    while (position_ < endOfLine(line_)) {
      const QChar character = source_[position_];
      if (character == u'\\') {
        copy(2);
      } else if (character == u'`') {
        codeSpan();
      } else if (character == u'[' && next(1) == u'^') {
        if (!footnote())
          copy(2);
      } else if (character == u']' && next(1) == u'(') {
        linkTarget();
      } else if (character == u'$' && next(1) == u'$') {
        if (!displayFormula())
          copy(2);
      } else if (character == u'$') {
        if (!inlineFormula())
          copy(1);
      } else {
        copy(1);
      }
    }
  }

  QChar next(qsizetype offset) const {
    return position_ + offset < source_.size() ? source_[position_ + offset] : QChar();
  }

  void copyTo(qsizetype end) {
    for (; position_ < end; ++position_) {
      if (position_ == endOfLine(line_)) {
        ++line_;
        extraction_.lines.push_back(numbers_[line_]);
      }
      extraction_.text += source_[position_];
    }
  }

  void copy(qsizetype count) { copyTo(std::min(position_ + count, endOfLine(line_))); }

  void codeSpan() {
    qsizetype length = 1;
    while (next(length) == u'`')
      ++length;
    indexBackticks(paragraphEnds_[line_]);
    const auto closing = backticks_.constFind(length);
    if (closing != backticks_.constEnd()) {
      const auto at = std::lower_bound(closing->begin(), closing->end(), position_ + length);
      if (at != closing->end())
        return copyTo(*at + length);
    }
    copy(length);
  }

  /// Finds the runs of backticks from here to the end of the paragraph once, so that a page of strays stays
  /// linear.
  void indexBackticks(qsizetype end) {
    if (backticksEnd_ == end)
      return;
    backticksEnd_ = end;
    backticks_.clear();
    for (qsizetype at = position_; at < end; ++at) {
      const qsizetype begin = at;
      while (at < end && source_[at] == u'`')
        ++at;
      if (at > begin)
        backticks_[at - begin].push_back(begin);
    }
  }

  bool footnote() {
    const qsizetype lineEnd = endOfLine(line_);
    const QString name = footnoteName(QStringView(source_).sliced(position_, lineEnd - position_));
    const int number = name.isEmpty() ? 0 : notes_.number(name, numbers_[line_]);
    if (number == 0)
      return false;
    take(ExtractKind::Note, QString::number(number), position_ + name.size() + 3);
    return true;
  }

  void linkTarget() {
    const qsizetype lineEnd = endOfLine(line_);
    qsizetype at = position_ + 2;
    int depth = 1;
    while (at < lineEnd && depth > 0 && !source_[at].isSpace() && budget_ > 0) {
      depth += source_[at] == u'(' ? 1 : source_[at] == u')' ? -1 : 0;
      ++at;
      --budget_;
    }
    copy(depth == 0 ? at - position_ : 2);
  }

  bool displayFormula() {
    const QStringView before =
        QStringView(source_).sliced(lineStarts_[line_], position_ - lineStarts_[line_]);
    const qsizetype prefix = containerPrefix(before);
    const bool ownLine = prefix == before.size();
    const qsizetype begin = position_ + 2;
    const qsizetype limit = std::min(ownLine ? displayEnds_[line_] : paragraphEnds_[line_],
                                     begin + limits::displayFormulaCharacters);
    if (position_ < noDisplayEnd_ && limit <= noDisplayEnd_)
      return false;
    for (qsizetype at = begin; at < limit; ++at) {
      if (source_[at] == u'\\') {
        ++at;
      } else if (source_[at] == u'$' && at + 1 < source_.size() && source_[at + 1] == u'$') {
        QString tex = source_.sliced(begin, at - begin);
        if (before.first(prefix).contains(u'>'))
          tex = withoutQuoteMarks(tex);
        if (tex.trimmed().isEmpty())
          return false;
        take(ExtractKind::DisplayMath, tex.trimmed(), at + 2);
        return true;
      }
    }
    noDisplayEnd_ = limit;
    return false;
  }

  static QString withoutQuoteMarks(const QString& tex) {
    QStringList lines = tex.split(u'\n');
    for (qsizetype i = 1; i < lines.size(); ++i)
      lines[i] = lines[i].sliced(containerPrefix(lines[i]));
    return lines.join(u'\n');
  }

  bool inlineFormula() {
    const QChar first = next(1);
    if (first.isNull() || first.isSpace())
      return false;
    const qsizetype begin = position_ + 1;
    const qsizetype limit = std::min(paragraphEnds_[line_], begin + limits::inlineFormulaCharacters);
    int depth = 0;
    qsizetype unbalanced = -1;
    for (qsizetype at = begin; at < limit && budget_ > 0; ++at, --budget_) {
      const QChar character = source_[at];
      if (character == u'\\') {
        ++at;
      } else if (character == u'{') {
        ++depth;
      } else if (character == u'}') {
        --depth;
      } else if (character == u'$') {
        const bool digitFollows = at + 1 < source_.size() && source_[at + 1].isDigit();
        if (at == begin || source_[at - 1].isSpace() || digitFollows)
          continue;
        if (depth <= 0) {
          takeInline(begin, at);
          return true;
        }
        unbalanced = unbalanced < 0 ? at : unbalanced;
      }
    }
    if (unbalanced < 0)
      return false;
    takeInline(begin, unbalanced); // a brace is missing: as a formula it is shown with the reason
    return true;
  }

  void takeInline(qsizetype begin, qsizetype end) {
    take(ExtractKind::InlineMath, source_.sliced(begin, end - begin).replace(u'\n', u' '), end + 1);
  }

  void take(ExtractKind kind, const QString& tex, qsizetype end) {
    extraction_.text += placeholder(extraction_.extracts.size());
    extraction_.extracts.push_back({kind, tex, numbers_[line_]});
    position_ = end;
    while (line_ + 1 < lineStarts_.size() && lineStarts_[line_ + 1] <= position_)
      ++line_;
  }

  Extraction& extraction_;
  Footnotes& notes_;
  QString source_;
  std::vector<qsizetype> lineStarts_;
  std::vector<int> numbers_;
  std::vector<bool> code_;
  std::vector<qsizetype> paragraphEnds_;
  std::vector<qsizetype> displayEnds_;
  QHash<qsizetype, std::vector<qsizetype>> backticks_; ///< by length of the run
  qsizetype backticksEnd_ = -1;
  std::size_t line_ = 0;
  qsizetype position_ = 0;
  qsizetype noDisplayEnd_ = 0;
  // Characters that may still be searched for what closes a formula or a target, so that any page stays
  // linear.
  int budget_ = 4 * limits::sourceCharacters;
};

} // namespace

Extraction extract(const QString& source, int firstLine) {
  Footnotes notes;
  return extract(source, firstLine, notes);
}

Extraction extract(const QString& source, int firstLine, Footnotes& notes, bool isNote) {
  Extraction extraction;
  QString text = cleaned(source);
  const bool cut = text.size() > limits::sourceCharacters;
  if (cut)
    text.truncate(limits::sourceCharacters);
  std::vector<Line> lines = split(text, firstLine);
  guard(lines, extraction);
  if (!isNote)
    notes.take(lines);
  if (cut) {
    const int last = lines.back().number;
    lines.push_back({QString(), last});
    lines.push_back({placeholder(extraction.extracts.size()), last});
    extraction.extracts.push_back(
        {ExtractKind::Message, translated("The page is too long; its end is not shown."), last});
  }
  extraction.text.reserve(text.size() + 64);
  Scanner(lines, extraction, notes).run();
  return extraction;
}

bool startsPlaceholder(QChar character) {
  return character.unicode() == placeholderOpen;
}

std::optional<Placeholder> placeholderAt(QStringView text) {
  if (text.isEmpty() || !startsPlaceholder(text[0]))
    return std::nullopt;
  Placeholder found;
  std::size_t place = 1;
  for (qsizetype i = 1; i < text.size() && i < 12; ++i) {
    const char16_t character = text[i].unicode();
    if (character == placeholderClose) {
      found.length = i + 1;
      return found;
    }
    if (character < digitZero || character > reservedLast)
      return std::nullopt;
    found.index += static_cast<std::size_t>(character - digitZero) * place;
    place *= 16;
  }
  return std::nullopt;
}

} // namespace eigenboard::book
