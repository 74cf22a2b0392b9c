#include "app/book/link.h"
#include "app/book/notebook.h"

#include <optional>

namespace eigenboard::book {

namespace {

/// The end of a code span or formula that begins here, or where it began when none does.
qsizetype afterVerbatim(const QString& text, qsizetype at) {
  const QChar mark = text[at];
  if (mark != u'`' && mark != u'$')
    return at;
  qsizetype length = 1;
  while (at + length < text.size() && text[at + length] == mark)
    ++length;
  const QString fence(length, mark);
  const qsizetype end = text.indexOf(fence, at + length);
  // Inside a paragraph only: a lone mark further on is another's.
  const qsizetype paragraph = text.indexOf(QStringLiteral("\n\n"), at);
  return end < 0 || (paragraph >= 0 && end > paragraph) ? at : end + length;
}

/// The closing bracket that belongs to the opening one at this place, or −1.
qsizetype closing(const QString& text, qsizetype at, QChar open, QChar close) {
  int depth = 0;
  for (qsizetype i = at; i < text.size(); ++i) {
    if (text[i] == u'\\') {
      ++i;
    } else if (open == u'[' && afterVerbatim(text, i) > i) {
      i = afterVerbatim(text, i) - 1;
    } else if (text[i] == open) {
      ++depth;
    } else if (text[i] == close && --depth == 0) {
      return i;
    }
  }
  return -1;
}

/// What stands in a notebook for a link; nothing for one that others follow too.
std::optional<QString> wordsFor(const QString& words, const QString& target) {
  const Link link = parseLink(target);
  if (const auto* check = std::get_if<CheckLink>(&link))
    return check->kind == CheckLink::Kind::Code ? QString() : QStringLiteral("\\_\\_\\_\\_\\_\\_");
  if (std::holds_alternative<WebLink>(link) || std::holds_alternative<BrokenLink>(link))
    return std::nullopt;
  if (const auto* file = std::get_if<FileLink>(&link); file && file->path.isEmpty())
    return std::nullopt; // a heading of the same page
  return words;
}

} // namespace

QString withoutLiveLinks(const QString& markdown) {
  QString made;
  for (qsizetype i = 0; i < markdown.size(); ++i) {
    const QChar now = markdown[i];
    if (const qsizetype end = afterVerbatim(markdown, i); end > i) {
      made += QStringView(markdown).mid(i, end - i);
      i = end - 1;
      continue;
    }
    if (now == u'\\' && i + 1 < markdown.size()) {
      made += QStringView(markdown).mid(i++, 2);
      continue;
    }
    const bool isPicture = i > 0 && markdown[i - 1] == u'!';
    const qsizetype bracket = now == u'[' && !isPicture ? closing(markdown, i, u'[', u']') : -1;
    if (bracket < 0 || bracket + 1 >= markdown.size() || markdown[bracket + 1] != u'(') {
      made += now;
      continue;
    }
    const qsizetype end = closing(markdown, bracket + 1, u'(', u')');
    const QString words = markdown.mid(i + 1, bracket - i - 1);
    const QString target = markdown.mid(bracket + 2, end - bracket - 2).trimmed();
    const auto instead = end < 0 ? std::nullopt : wordsFor(words, target);
    if (!instead) {
      made += now;
      continue;
    }
    made += *instead;
    i = end;
  }
  return made;
}

} // namespace eigenboard::book
