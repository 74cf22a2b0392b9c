#include "app/reader/cell_output.h"

#include "app/reader/code_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <utility>

namespace eigenboard::reader {

namespace {

constexpr std::size_t shownLines = 24;     ///< of an output that is folded
constexpr std::size_t mostLines = 400;     ///< of one that is not
constexpr qsizetype shownCharacters = 400; ///< of one line
constexpr qsizetype mostCharacters = 4000;

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

class Builder {
 public:
  Builder(const Typography& type, const render::Theme& theme, qsizetype mostInLine)
      : theme_(theme), type_(type), mostInLine_(mostInLine) {}

  void add(const OutputLine& line) {
    begin();
    const int start = static_cast<int>(text_.size());
    QString shown = line.text.left(mostInLine_);
    for (QChar& character : shown)
      character = printable(character);
    text_ += shown.replace(u'\t', u' ');
    for (const Span& error : line.errors)
      color(start + error.start,
            std::min(error.length, static_cast<int>(std::max<qsizetype>(0, shown.size() - error.start))),
            theme_.error);
    if (shown.size() < line.text.size())
      text_ += u'…';
  }

  Span addWords(const QString& words) {
    begin();
    const Span span{static_cast<int>(text_.size()), static_cast<int>(words.size())};
    text_ += words;
    color(span.start, span.length, theme_.link);
    return span;
  }

  std::unique_ptr<Paragraph> take() {
    auto made = codeText({}, QStringLiteral("output"), type_, theme_);
    ParagraphText text;
    text.text = std::move(text_);
    text.formats = std::move(formats_);
    return std::make_unique<Paragraph>(std::move(text), made->style());
  }

 private:
  void begin() {
    if (!std::exchange(isFirst_, false))
      text_ += QChar(QChar::LineSeparator);
  }

  void color(int start, int length, const QColor& color) {
    if (length <= 0)
      return;
    QTextLayout::FormatRange range;
    range.start = start;
    range.length = length;
    range.format.setForeground(color);
    range.format.setFont(type_.code.font);
    formats_.push_back(range);
  }

  const render::Theme& theme_;
  const Typography& type_;
  qsizetype mostInLine_;
  QString text_;
  QList<QTextLayout::FormatRange> formats_;
  bool isFirst_ = true;
};

} // namespace

CellOutput cellOutput(const std::vector<code_runner::Piece>& pieces, bool isExpanded, const Typography& type,
                      const render::Theme& theme) {
  const std::vector<OutputLine> lines = linesOf(pieces);
  CellOutput made;
  if (lines.empty())
    return made;
  const std::size_t most = isExpanded ? mostLines : shownLines;
  const bool isCut = lines.size() > most;
  const std::size_t head = isCut ? most / 2 : lines.size();
  const std::size_t tail = isCut ? most - most / 2 - 1 : 0;
  Builder builder(type, theme, isExpanded ? mostCharacters : shownCharacters);
  for (std::size_t i = 0; i < head; ++i)
    builder.add(lines[i]);
  if (isCut) {
    const QString count = QLocale().toString(static_cast<qulonglong>(lines.size() - head - tail));
    made.more = builder.addWords(
        isExpanded ? QCoreApplication::translate("Reader", "… %1 lines are left out").arg(count)
                   : QCoreApplication::translate("Reader", "… %1 more lines").arg(count));
  }
  for (std::size_t i = lines.size() - tail; i < lines.size(); ++i)
    builder.add(lines[i]);
  if (isExpanded && lines.size() > shownLines)
    made.more = builder.addWords(QCoreApplication::translate("Reader", "Show less"));
  made.text = builder.take();
  return made;
}

} // namespace eigenboard::reader
