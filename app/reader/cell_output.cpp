#include "app/reader/cell_output.h"

#include "app/reader/code_text.h"
#include "app/reader/output_text.h"

#include <QtCore/QCoreApplication>

#include <utility>

namespace eigenboard::reader {

namespace {

constexpr OutputRoom foldedRoom{24, 400};
constexpr OutputRoom unfoldedRoom{400, 4000};

QTextLayout::FormatRange colored(const Span& span, const QColor& color, const Typography& type) {
  QTextLayout::FormatRange range;
  range.start = span.start;
  range.length = span.length;
  range.format.setForeground(color);
  range.format.setFont(type.code.font);
  return range;
}

} // namespace

CellOutput cellOutput(const std::vector<code_runner::Piece>& pieces, bool isExpanded, const Typography& type,
                      const render::Theme& theme) {
  OutputText output = outputText(pieces, isExpanded ? unfoldedRoom : foldedRoom,
                                 isExpanded ? QCoreApplication::translate("Reader", "… %1 lines are left out")
                                            : QCoreApplication::translate("Reader", "… %1 more lines"));
  CellOutput made;
  if (output.lines == 0)
    return made;
  made.more = output.cut;
  ParagraphText text;
  for (const Span& error : output.errors)
    text.formats.push_back(colored(error, theme.error, type));
  if (output.cut.length > 0)
    text.formats.push_back(colored(output.cut, theme.link, type));
  if (isExpanded && output.lines > foldedRoom.lines) {
    const QString words = QCoreApplication::translate("Reader", "Show less");
    made.more = {static_cast<int>(output.text.size()) + 1, static_cast<int>(words.size())};
    output.text += QChar(QChar::LineSeparator) + words;
    text.formats.push_back(colored(made.more, theme.link, type));
  }
  text.text = std::move(output.text);
  const TextStyle style = codeText({}, QStringLiteral("output"), type, theme)->style();
  made.text = std::make_unique<Paragraph>(std::move(text), style);
  return made;
}

} // namespace eigenboard::reader
