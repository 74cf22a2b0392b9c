#include "app/reader/manuscript.h"

#include "app/book/components.h"
#include "app/reader/python_colors.h"

#include <QtCore/QCoreApplication>

#include <utility>

namespace eigenboard::reader {

namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Reader", text);
}

std::unique_ptr<Paragraph> paragraph(ParagraphText text, const TextStyle& style) {
  return std::make_unique<Paragraph>(std::move(text), style);
}

Node leaf(NodeKind kind, ParagraphText text, const TextStyle& style) {
  Node node;
  node.kind = kind;
  node.text = paragraph(std::move(text), style);
  return node;
}

class Maker {
 public:
  explicit Maker(const PageContext& context) : context_(context), type_(context.type) {}

  std::vector<Node> make(const book::Blocks& blocks) {
    std::vector<Node> nodes;
    for (const book::Block& block : blocks)
      std::visit([&](const auto& content) { add(nodes, content); }, block.content);
    return nodes;
  }

 private:
  void add(std::vector<Node>& nodes, const book::Paragraph& content) {
    nodes.push_back(leaf(NodeKind::Text, paragraphText(content.text, type_.body, context_), type_.body));
  }

  void add(std::vector<Node>& nodes, const book::Heading& heading) {
    if (const auto component = book::componentOf(heading)) {
      book::Inlines subtitle = component->subtitle;
      if (subtitle.empty()) {
        book::Inline name;
        name.text = component->name;
        subtitle.push_back(std::move(name));
      } else {
        nodes.push_back(leaf(NodeKind::Label, plainParagraph(component->name), type_.label));
        nodes.back().anchor = heading.anchor;
        QString& first = subtitle.front().text;
        if (subtitle.front().kind == book::InlineKind::Text && !first.isEmpty())
          first[0] = first[0].toUpper();
      }
      nodes.push_back(
          leaf(NodeKind::Heading, paragraphText(subtitle, type_.heading, context_), type_.heading));
      if (component->subtitle.empty())
        nodes.back().anchor = heading.anchor;
      return;
    }
    const auto [kind, style] = heading.level == 1   ? std::pair(NodeKind::Title, &type_.title)
                               : heading.level == 2 ? std::pair(NodeKind::Heading, &type_.heading)
                               : heading.level == 3 ? std::pair(NodeKind::Subheading, &type_.subheading)
                                                    : std::pair(NodeKind::MinorHeading, &type_.minorHeading);
    nodes.push_back(leaf(kind, paragraphText(heading.text, *style, context_), *style));
    nodes.back().anchor = heading.anchor;
  }

  void add(std::vector<Node>& nodes, const book::DisplayMath& math) {
    ParagraphText text;
    InlineObject formula;
    formula.tex = math.tex;
    formula.display = true;
    text.text = objectPlaceholder;
    text.objects.push_back(std::move(formula));
    nodes.push_back(leaf(NodeKind::Display, std::move(text), type_.display));
  }

  void add(std::vector<Node>& nodes, const book::List& content) {
    Node list;
    list.kind = NodeKind::List;
    list.tight = content.tight;
    int number = content.start;
    for (const book::ListItem& item : content.items) {
      const QString marker = content.ordered ? QString::number(number++) + u'.' : QString(QChar(0x2022));
      Node made = leaf(NodeKind::Item, plainParagraph(marker), type_.body);
      made.children = make(item.blocks);
      list.children.push_back(std::move(made));
    }
    nodes.push_back(std::move(list));
  }

  void add(std::vector<Node>& nodes, const book::Quote& content) {
    Node quote;
    quote.kind = NodeKind::Quote;
    quote.children = make(content.blocks);
    nodes.push_back(std::move(quote));
  }

  void add(std::vector<Node>& nodes, const book::Table& content) {
    Node table;
    table.kind = NodeKind::Table;
    table.children.push_back(row(content.header, content.columns, type_.headerCell));
    for (const auto& cells : content.rows)
      table.children.push_back(row(cells, content.columns, type_.cell));
    nodes.push_back(std::move(table));
  }

  Node row(const std::vector<book::Inlines>& cells, const std::vector<book::Align>& columns,
           const TextStyle& style) {
    Node made;
    made.kind = NodeKind::Row;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      TextStyle aligned = style;
      aligned.alignment = columns[i] == book::Align::Center  ? Qt::AlignHCenter
                          : columns[i] == book::Align::Right ? Qt::AlignRight
                                                             : Qt::AlignLeft;
      const book::Inlines empty;
      made.children.push_back(
          leaf(NodeKind::Cell, paragraphText(i < cells.size() ? cells[i] : empty, style, context_), aligned));
    }
    return made;
  }

  void add(std::vector<Node>& nodes, const book::Code& content) {
    const bool output = content.language == QStringLiteral("output");
    QString shown = content.text;
    ParagraphText text;
    if (content.language == QStringLiteral("python"))
      text.formats = pythonColors(shown, type_.code.font, context_.theme);
    text.text = shown.replace(u'\n', QChar(QChar::LineSeparator)).replace(u'\t', QStringLiteral("    "));
    TextStyle style = type_.code;
    if (output)
      style.color = context_.theme.textMuted;
    nodes.push_back(leaf(output ? NodeKind::Output : NodeKind::Code, std::move(text), style));
  }

  void add(std::vector<Node>& nodes, const book::Fold& content) {
    ParagraphText summary = content.summary.empty() ? plainParagraph(translated("More"))
                                                    : paragraphText(content.summary, type_.summary, context_);
    Node fold = leaf(NodeKind::Fold, std::move(summary), type_.summary);
    fold.children = make(content.blocks);
    nodes.push_back(std::move(fold));
  }

  void add(std::vector<Node>& nodes, const book::PanelCard& content) {
    const QString problem = context_.problem(content.link);
    const panel::Panel* panel = context_.numbers.desk().registry().find(content.link.panel);
    if (!problem.isEmpty() || !panel) {
      book::Inline link;
      link.kind = book::InlineKind::Link;
      link.link = content.link;
      link.children = content.caption;
      return add(nodes, book::Paragraph{{link}});
    }
    const panel::Identity& identity = panel->description().identity;
    if (context_.isPrinted) {
      Node figure;
      figure.kind = NodeKind::Figure;
      figure.panel = content.link;
      figure.children.push_back(
          leaf(NodeKind::Note, plainParagraph(identity.title + u'.' + u' ' + identity.purpose), type_.note));
      nodes.push_back(std::move(figure));
      return;
    }
    Node card;
    card.kind = NodeKind::Card;
    card.panel = content.link;
    card.children.push_back(leaf(NodeKind::Text, plainParagraph(identity.title), type_.cardTitle));
    card.children.push_back(leaf(NodeKind::Note, plainParagraph(identity.purpose), type_.note));
    card.children.push_back(
        leaf(NodeKind::Text, paragraphText(content.caption, type_.summary, context_), type_.summary));
    nodes.push_back(std::move(card));
  }

  void add(std::vector<Node>& nodes, const book::Rule&) {
    Node rule;
    rule.kind = NodeKind::Rule;
    nodes.push_back(std::move(rule));
  }

  void add(std::vector<Node>& nodes, const book::Message& content) {
    nodes.push_back(leaf(NodeKind::Message, plainParagraph(content.text), type_.message));
  }

  const PageContext& context_;
  const Typography& type_;
};

} // namespace

Node makeNote(const book::Inlines& text, const PageContext& context) {
  return leaf(NodeKind::Note, paragraphText(text, context.type.note, context), context.type.note);
}

std::vector<Node> makeNodes(const book::Blocks& blocks, const PageContext& context) {
  return Maker(context).make(blocks);
}

} // namespace eigenboard::reader
