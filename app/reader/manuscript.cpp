#include "app/reader/manuscript.h"

#include "app/book/components.h"
#include "app/reader/block_icons.h"
#include "app/reader/code_text.h"
#include "app/reader/words.h"

#include <QtCore/QCoreApplication>

#include <span>
#include <utility>

namespace eigenboard::reader {

namespace {

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
  explicit Maker(const PageContext& context) : Maker(context, context.type) {}
  Maker(const PageContext& context, const Typography& type) : context_(context), type_(type) {}

  std::vector<Node> make(const book::Blocks& blocks) {
    std::vector<Node> nodes;
    for (const book::BlockGroup& group : book::groupsOf(blocks))
      switch (group.kind) {
      case book::GroupKind::Plain:
        addAll(nodes, blocks, group.begin, group.end);
        break;
      case book::GroupKind::Statement:
        nodes.push_back(statement(group.statement));
        addAll(nodes.back().children, blocks, group.begin, group.end);
        break;
      case book::GroupKind::Mistake:
        nodes.push_back(mistake(*book::mistakeIn(blocks[group.begin])));
        break;
      case book::GroupKind::Exercise:
        nodes.push_back(exercise(blocks, group));
        break;
      }
    return nodes;
  }

 private:
  void addAll(std::vector<Node>& nodes, const book::Blocks& blocks, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      std::visit([&](const auto& content) { add(nodes, content); }, blocks[i].content);
  }

  static Node statement(book::StatementKind kind) {
    Node made;
    made.kind = NodeKind::Statement;
    made.statement = kind;
    return made;
  }

  Node mistake(const book::Mistake& content) {
    Node made = leaf(NodeKind::Mistake, paragraphText(content.name, type_.minorHeading, context_),
                     type_.minorHeading);
    for (const book::MistakePart& part : content.parts) {
      Node row = leaf(NodeKind::MistakePart, plainParagraph(part.name), type_.part);
      // After the colon it went on in small letters; beside its name it begins anew.
      book::Inlines words = part.text;
      if (!words.empty() && words.front().kind == book::InlineKind::Text && !words.front().text.isEmpty())
        words.front().text[0] = words.front().text[0].toUpper();
      row.children.push_back(leaf(NodeKind::Text, paragraphText(words, type_.body, context_), type_.body));
      made.children.push_back(std::move(row));
    }
    return made;
  }

  Node exercise(const book::Blocks& blocks, const book::BlockGroup& group) {
    Node made = leaf(NodeKind::Exercise, plainParagraph(group.number), type_.number);
    made.anchor = QStringLiteral("exercise-") + group.number;
    made.exercise.number = group.number;
    made.exercise.tier = group.tier;
    made.exercise.code = book::codeCheck(std::span(blocks).subspan(group.begin, group.end - group.begin));
    if (!group.tier.isEmpty())
      made.exercise.tierText = paragraph(plainParagraph(group.tier), type_.part);
    // The number stands above the text and is taken from its beginning.
    book::Paragraph first = std::get<book::Paragraph>(blocks[group.begin].content);
    first.text.erase(first.text.begin());
    if (!first.text.empty() && first.text.front().kind == book::InlineKind::Text) {
      QString& words = first.text.front().text;
      while (!words.isEmpty() && words.front().isSpace())
        words.remove(0, 1);
    }
    if (!first.text.empty())
      add(made.children, first);
    addAll(made.children, blocks, group.begin + 1, group.end);
    return made;
  }

  /// True when the paragraph is nothing but images.
  static bool isPictures(const book::Inlines& text) {
    bool found = false;
    for (const book::Inline& piece : text) {
      const bool blank = piece.kind == book::InlineKind::Break ||
                         (piece.kind == book::InlineKind::Text && piece.text.trimmed().isEmpty());
      if (piece.kind != book::InlineKind::Image && !blank)
        return false;
      found = found || !blank;
    }
    return found;
  }

  Node picture(const book::Inline& image) {
    Node made = leaf(NodeKind::Picture, plainParagraph(image.title), type_.caption);
    made.description = book::plainText(image.children);
    if (context_.picture)
      made.picture = context_.picture(image.text);
    if (made.picture.problem.isEmpty() && !made.picture.size.isEmpty()) {
      // The description lies on the picture unseen: screen readers, copies and searches find it there.
      TextStyle unseen = type_.caption;
      unseen.color = Qt::transparent;
      unseen.alignment = Qt::AlignLeft;
      if (!made.description.isEmpty())
        made.children.push_back(leaf(NodeKind::Text, plainParagraph(made.description), unseen));
      return made;
    }
    const QString reason =
        made.picture.problem.isEmpty() ? translated("the picture cannot be shown") : made.picture.problem;
    return leaf(NodeKind::Message,
                plainParagraph(made.description.isEmpty()
                                   ? reason
                                   : translated("%1 (%2)").arg(made.description, reason)),
                type_.message);
  }

  void add(std::vector<Node>& nodes, const book::Paragraph& content) {
    if (isPictures(content.text)) {
      for (const book::Inline& piece : content.text)
        if (piece.kind == book::InlineKind::Image)
          nodes.push_back(picture(piece));
      return;
    }
    nodes.push_back(leaf(NodeKind::Text, paragraphText(content.text, type_.body, context_), type_.body));
  }

  void add(std::vector<Node>& nodes, const book::Heading& heading) {
    if (const auto component = book::componentOf(heading)) {
      book::Inlines subtitle = component->subtitle;
      const int index = static_cast<int>(book::componentNames().indexOf(component->name));
      if (subtitle.empty()) {
        book::Inline name;
        name.text = component->name;
        subtitle.push_back(std::move(name));
      } else {
        TextStyle label = type_.label;
        label.color = componentColor(index, context_.theme);
        nodes.push_back(leaf(NodeKind::Label, plainParagraph(component->name), label));
        nodes.back().anchor = heading.anchor;
        nodes.back().component = index;
        QString& first = subtitle.front().text;
        if (subtitle.front().kind == book::InlineKind::Text && !first.isEmpty())
          first[0] = first[0].toUpper();
      }
      nodes.push_back(
          leaf(NodeKind::Heading, paragraphText(subtitle, type_.heading, context_), type_.heading));
      if (component->subtitle.empty()) {
        nodes.back().anchor = heading.anchor;
        nodes.back().component = index;
      }
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
    if (content.notes)
      return notes(nodes, content);
    Node list;
    list.kind = NodeKind::List;
    list.tight = content.tight;
    int number = content.start;
    for (const book::ListItem& item : content.items) {
      const QString marker = content.ordered                 ? QString::number(number++) + u'.'
                             : item.task == book::Task::Open ? QString(QChar(0x2610))
                             : item.task == book::Task::Done ? QString(QChar(0x2611))
                                                             : QString(QChar(0x2022));
      Node made = leaf(NodeKind::Item, plainParagraph(marker), type_.body);
      made.children = make(item.blocks);
      list.children.push_back(std::move(made));
    }
    nodes.push_back(std::move(list));
  }

  void notes(std::vector<Node>& nodes, const book::List& content) {
    Typography small = type_;
    small.body = type_.footnote;
    Node list;
    list.kind = NodeKind::Notes;
    list.tight = true;
    int number = 0;
    for (const book::ListItem& item : content.items) {
      Node made = leaf(NodeKind::Item, plainParagraph(QString::number(++number) + u'.'), small.body);
      made.children = Maker(context_, small).make(item.blocks);
      made.anchor = QStringLiteral("note-%1").arg(number);
      list.children.push_back(std::move(made));
    }
    nodes.push_back(std::move(list));
  }

  void add(std::vector<Node>& nodes, const book::Quote& content) {
    if (const auto quoted = book::statementIn(content)) {
      Node made = statement(quoted->kind);
      if (!quoted->label.isEmpty()) {
        TextStyle label = type_.label;
        label.color = statementColor(quoted->kind, context_.theme);
        made.text = paragraph(plainParagraph(quoted->label), label);
      }
      // Made without grouping: the statement that a quote says is itself no second box.
      addAll(made.children, quoted->blocks, 0, quoted->blocks.size());
      nodes.push_back(std::move(made));
      return;
    }
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
    Node made;
    made.kind = output ? NodeKind::Output : NodeKind::Code;
    made.text = codeText(content.text, content.language, type_, context_.theme);
    made.code.source = content.text;
    made.code.isCell = content.language == QStringLiteral("python") && !context_.isPrinted;
    nodes.push_back(std::move(made));
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

QString footnoteText(const std::vector<Node>& nodes, int number) {
  const QString anchor = QStringLiteral("note-%1").arg(number);
  for (const Node& list : nodes) {
    if (list.kind != NodeKind::Notes)
      continue;
    for (const Node& note : list.children) {
      if (note.anchor != anchor)
        continue;
      QStringList words;
      for (const Node& block : note.children)
        if (block.text)
          words.push_back(block.text->copy({0, block.text->length()}).remove(QStringLiteral("↩")).trimmed());
      return words.join(u'\n');
    }
  }
  return {};
}

std::vector<Node> makeNodes(const book::Blocks& blocks, const PageContext& context) {
  return Maker(context).make(blocks);
}

} // namespace eigenboard::reader
