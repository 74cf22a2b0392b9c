#include "app/reader/output_text.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <utility>

namespace eigenboard::reader {

namespace {

struct OutputLine {
  QString text;
  std::vector<Span> errors;
};

/// What a terminal would do with them is not for a page.
QChar printable(QChar character) {
  const bool control = character.category() == QChar::Other_Control || character == QChar::LineSeparator ||
                       character == QChar::ParagraphSeparator;
  return control && character != u'\n' && character != u'\t' ? QChar(QChar::ReplacementCharacter) : character;
}

std::vector<OutputLine> linesOf(const std::vector<code_runner::Piece>& pieces) {
  std::vector<OutputLine> lines(1);
  for (const code_runner::Piece& piece : pieces) {
    QString text = piece.text;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    bool isFirst = true;
    for (const QStringView part : QStringView(text).split(u'\n')) {
      if (!std::exchange(isFirst, false))
        lines.emplace_back();
      OutputLine& line = lines.back();
      if (part.isEmpty())
        continue;
      if (piece.isError)
        line.errors.push_back({static_cast<int>(line.text.size()), static_cast<int>(part.size())});
      line.text += part;
    }
  }
  while (!lines.empty() && lines.back().text.isEmpty())
    lines.pop_back();
  return lines;
}

void add(OutputText& made, const OutputLine& line, qsizetype mostInLine) {
  const int start = static_cast<int>(made.text.size());
  QString shown = line.text.left(mostInLine);
  for (QChar& character : shown)
    character = printable(character);
  made.text += shown.replace(u'\t', u' ');
  for (const Span& error : line.errors) {
    const auto length = std::min<qsizetype>(error.length, std::max<qsizetype>(0, shown.size() - error.start));
    if (length > 0)
      made.errors.push_back({start + error.start, static_cast<int>(length)});
  }
  if (shown.size() < line.text.size())
    made.text += u'…';
}

} // namespace

OutputText outputText(const std::vector<code_runner::Piece>& pieces, const OutputRoom& room,
                      const QString& cutWords) {
  const std::vector<OutputLine> lines = linesOf(pieces);
  OutputText made;
  made.lines = lines.size();
  const bool isCut = lines.size() > room.lines;
  const std::size_t head = isCut ? room.lines / 2 : lines.size();
  const std::size_t tail = isCut ? room.lines - room.lines / 2 - 1 : 0;
  for (std::size_t i = 0; i < head; ++i) {
    made.text += i > 0 ? QString(QChar::LineSeparator) : QString();
    add(made, lines[i], room.characters);
  }
  if (isCut) {
    made.text += QChar(QChar::LineSeparator);
    const QString words =
        cutWords.arg(QLocale().toString(static_cast<qulonglong>(lines.size() - head - tail)));
    made.cut = {static_cast<int>(made.text.size()), static_cast<int>(words.size())};
    made.text += words;
  }
  for (std::size_t i = lines.size() - tail; i < lines.size(); ++i) {
    made.text += QChar(QChar::LineSeparator);
    add(made, lines[i], room.characters);
  }
  return made;
}

} // namespace eigenboard::reader
