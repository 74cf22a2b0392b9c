#include "app/book/tree.h"

namespace eigenboard::book {

QString plainText(const Inlines& text) {
  QString plain;
  for (const Inline& piece : text) {
    switch (piece.kind) {
    case InlineKind::Text:
    case InlineKind::Code:
      plain += piece.text;
      break;
    case InlineKind::Math:
      plain += u'$' + piece.text + u'$';
      break;
    case InlineKind::Break:
      plain += u'\n';
      break;
    case InlineKind::Emphasis:
    case InlineKind::Strong:
    case InlineKind::Strike:
    case InlineKind::Link:
      // The number of a footnote is no word of the sentence.
      if (!std::holds_alternative<NoteLink>(piece.link))
        plain += plainText(piece.children);
      break;
    case InlineKind::Image:
      plain += plainText(piece.children);
      break;
    }
  }
  return plain;
}

} // namespace eigenboard::book
