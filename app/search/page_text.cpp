#include "app/search/page_text.h"

#include "app/search/tex_text.h"

namespace eigenboard::search {

namespace {

/// A text may hold anything, even the marks.
QString withoutMarks(QString text) {
  text.removeIf(isFormulaMark);
  return text;
}

void addInlines(QString& text, const book::Inlines& pieces) {
  for (const book::Inline& piece : pieces) {
    switch (piece.kind) {
    case book::InlineKind::Text:
    case book::InlineKind::Code:
      text += withoutMarks(piece.text);
      break;
    case book::InlineKind::Math:
      text += formulaBegin + textOfTex(piece.text) + formulaEnd;
      break;
    case book::InlineKind::Break:
      text += u' ';
      break;
    case book::InlineKind::Emphasis:
    case book::InlineKind::Strong:
    case book::InlineKind::Strike:
    case book::InlineKind::Link:
    case book::InlineKind::Image:
      // The label of an answer box is no part of the sentence.
      if (!std::holds_alternative<book::CheckLink>(piece.link) || piece.kind != book::InlineKind::Link)
        addInlines(text, piece.children);
      break;
    }
  }
}

QString markedLine(const book::Inlines& text) {
  QString line;
  addInlines(line, text);
  return line.simplified();
}

QString blocksText(const book::Blocks& blocks) {
  QString text;
  for (const book::Block& block : blocks)
    text += textOf(block) + u'\n';
  return text;
}

QString rowText(const std::vector<book::Inlines>& cells) {
  QStringList texts;
  for (const book::Inlines& cell : cells)
    texts += markedLine(cell);
  return texts.join(QStringLiteral(" · "));
}

struct BlockText {
  QString operator()(const book::Paragraph& paragraph) const { return markedLine(paragraph.text); }
  QString operator()(const book::Heading& heading) const { return markedLine(heading.text); }
  QString operator()(const book::DisplayMath& formula) const {
    return formulaBegin + textOfTex(formula.tex) + formulaEnd;
  }
  QString operator()(const book::List& list) const {
    QString text;
    for (const book::ListItem& item : list.items)
      text += blocksText(item.blocks);
    return text;
  }
  QString operator()(const book::Quote& quote) const { return blocksText(quote.blocks); }
  QString operator()(const book::Table& table) const {
    QString text = rowText(table.header);
    for (const std::vector<book::Inlines>& row : table.rows)
      text += u'\n' + rowText(row);
    return text;
  }
  QString operator()(const book::Code& code) const { return withoutMarks(code.text); }
  QString operator()(const book::Fold& fold) const {
    return markedLine(fold.summary) + u'\n' + blocksText(fold.blocks);
  }
  QString operator()(const book::PanelCard& card) const { return markedLine(card.caption); }
  QString operator()(const book::Rule&) const { return {}; }
  QString operator()(const book::Message&) const { return {}; }
};

} // namespace

QString lineOf(const book::Inlines& text) {
  return withoutMarks(markedLine(text));
}

QString textOf(const book::Block& block) {
  return std::visit(BlockText(), block.content);
}

} // namespace eigenboard::search
