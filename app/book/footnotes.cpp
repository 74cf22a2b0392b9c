#include "app/book/footnotes.h"

#include "app/book/limits.h"
#include "app/book/words.h"

#include <QtCore/QCoreApplication>

#include <utility>

namespace eigenboard::book {

namespace {

constexpr qsizetype longestName = 100;
constexpr qsizetype continuationIndent = 4;

qsizetype indentOf(QStringView line) {
  qsizetype indent = 0;
  for (const QChar character : line) {
    if (character == u'\t')
      indent += continuationIndent;
    else if (character == u' ')
      ++indent;
    else
      break;
  }
  return indent;
}

QString withoutIndent(const QString& line) {
  qsizetype taken = 0;
  while (taken < line.size() && taken < continuationIndent && line[taken] == u' ')
    ++taken;
  if (taken == 0 && line.startsWith(u'\t'))
    taken = 1;
  return line.sliced(taken);
}

/// The name of the note that the line defines, or empty.
QString definedName(const SourceLine& line) {
  if (line.code || indentOf(line.text) >= continuationIndent)
    return {};
  const QStringView text = QStringView(line.text).trimmed();
  const QString name = footnoteName(text);
  return !name.isEmpty() && text.sliced(name.size() + 3).startsWith(u':') ? name : QString();
}

bool isBlank(const SourceLine& line) {
  return QStringView(line.text).trimmed().isEmpty();
}

/// The end of the note whose definition begins at begin.
std::size_t endOfNote(const std::vector<SourceLine>& lines, std::size_t begin) {
  std::size_t end = begin + 1;
  bool afterBlank = false;
  for (std::size_t i = begin + 1; i < lines.size(); ++i) {
    if (isBlank(lines[i])) {
      afterBlank = true;
      continue;
    }
    const bool indented = indentOf(lines[i].text) >= continuationIndent;
    const bool lazy = !afterBlank && !lines[i].code && definedName(lines[i]).isEmpty() &&
                      !lines[i].text.startsWith(u'#') && !lines[i].text.startsWith(u'<');
    if (!indented && !lazy)
      break;
    afterBlank = false;
    end = i + 1;
  }
  return end;
}

} // namespace

QString footnoteName(QStringView text) {
  if (!text.startsWith(u"[^"))
    return {};
  const QStringView head = text.first(std::min(text.size(), longestName + 3));
  const qsizetype end = head.indexOf(u']');
  if (end <= 2)
    return {};
  const QStringView name = head.sliced(2, end - 2);
  for (const QChar character : name)
    if (character.isSpace() || character == u'[' || character == u'^' || character == u'`' ||
        character == u'$')
      return {};
  return name.toString();
}

void Footnotes::take(std::vector<SourceLine>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const QString name = definedName(lines[i]);
    if (name.isEmpty())
      continue;
    const std::size_t end = endOfNote(lines, i);
    Footnote note{name, lines[i].text.trimmed().sliced(name.size() + 4).trimmed(), lines[i].number, 0};
    for (std::size_t j = i + 1; j < end; ++j)
      note.text += u'\n' + withoutIndent(lines[j].text);
    if (byName_.contains(name)) {
      problems.push_back(
          {note.line, translated("the footnote [^%1] is written twice; the first one counts").arg(name)});
    } else {
      byName_.insert(name, notes_.size());
      notes_.push_back(std::move(note));
    }
    for (std::size_t j = i; j < end; ++j)
      lines[j] = {QString(), lines[j].number, false};
    i = end - 1;
  }
}

int Footnotes::number(const QString& name, int line) {
  const auto found = byName_.constFind(name);
  if (found == byName_.constEnd()) {
    problems.push_back({line, translated("there is no footnote [^%1]").arg(name)});
    return 0;
  }
  if (name == reading_) {
    problems.push_back({line, translated("the footnote [^%1] names itself").arg(name)});
    return 0;
  }
  Footnote& note = notes_[*found];
  if (note.number == 0) {
    order_.push_back(*found);
    note.number = count();
  }
  return note.number;
}

const Footnote& Footnotes::read(int number) {
  const Footnote& note = notes_[order_.at(static_cast<std::size_t>(number) - 1)];
  reading_ = note.name;
  return note;
}

void Footnotes::finish() {
  for (const Footnote& note : notes_)
    if (note.number == 0)
      problems.push_back({note.line, translated("nothing names the footnote [^%1]").arg(note.name)});
}

} // namespace eigenboard::book
