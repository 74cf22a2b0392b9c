#include "app/book/groups.h"

#include "app/book/components.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <utility>

namespace eigenboard::book {

namespace {

struct Word {
  const char* name;
  StatementKind kind;
};

constexpr Word heads[] = {
    {"Theorem", StatementKind::Theorem},
    {"Lemma", StatementKind::Theorem},
    {"Proposition", StatementKind::Theorem},
    {"Corollary", StatementKind::Theorem},
    {"Definition", StatementKind::Definition},
    {"Example", StatementKind::Example},
    {"Note", StatementKind::Note},
    {"Remark", StatementKind::Note},
    {"Tip", StatementKind::Tip},
    {"Important", StatementKind::Important},
    {"Warning", StatementKind::Warning},
    {"Caution", StatementKind::Warning},
};

const Paragraph* paragraphOf(const Block& block) {
  return std::get_if<Paragraph>(&block.content);
}

/// The bold words that a paragraph begins with.
QString boldHead(const Block& block) {
  const Paragraph* paragraph = paragraphOf(block);
  if (!paragraph || paragraph->text.empty() || paragraph->text.front().kind != InlineKind::Strong)
    return {};
  return plainText(paragraph->text.front().children).trimmed();
}

/// The name in "*Symptom:*", or empty.
QString partName(const Inline& piece) {
  if (piece.kind != InlineKind::Emphasis)
    return {};
  const QString words = plainText(piece.children).trimmed();
  return words.size() > 1 && words.size() <= 40 && words.endsWith(u':') ? words.chopped(1) : QString();
}

/// The blank that stood before and after what was taken out of a sentence.
void trimEnds(Inlines& text) {
  if (!text.empty() && text.front().kind == InlineKind::Text)
    while (!text.front().text.isEmpty() && text.front().text.front().isSpace())
      text.front().text.remove(0, 1);
  if (!text.empty() && text.back().kind == InlineKind::Text)
    while (!text.back().text.isEmpty() && text.back().text.back().isSpace())
      text.back().text.chop(1);
}

/// Display formulas after a paragraph whose sentence runs on into them.
std::size_t endOfStatement(const Blocks& blocks, std::size_t begin) {
  const QString words = plainText(paragraphOf(blocks[begin])->text).trimmed();
  std::size_t end = begin + 1;
  if (!words.endsWith(u'.'))
    while (end < blocks.size() && std::holds_alternative<DisplayMath>(blocks[end].content))
      ++end;
  return end;
}

class Grouper {
 public:
  explicit Grouper(const Blocks& blocks) : blocks_(blocks) {}

  std::vector<BlockGroup> run() {
    for (std::size_t at = 0; at < blocks_.size();) {
      BlockGroup group = groupAt(at);
      at = group.end;
      if (group.kind == GroupKind::Plain && !groups_.empty() && groups_.back().kind == GroupKind::Plain)
        groups_.back().end = group.end;
      else
        groups_.push_back(std::move(group));
    }
    return std::move(groups_);
  }

 private:
  BlockGroup groupAt(std::size_t at) {
    BlockGroup group{GroupKind::Plain, at, at + 1, StatementKind::Theorem, {}, {}};
    const Block& block = blocks_[at];
    if (const auto* heading = std::get_if<Heading>(&block.content)) {
      if (heading->level <= 2) {
        const std::optional<Component> component = componentOf(*heading);
        component_ = component ? component->name : QString();
        tier_.clear();
      } else {
        tier_ = plainText(heading->text);
      }
      return group;
    }
    if (component_ == QStringLiteral("Exercises")) {
      group.number = exerciseNumber(block);
      if (!group.number.isEmpty()) {
        group.kind = GroupKind::Exercise;
        group.tier = tier_;
        group.end = endOfExercise(at);
        return group;
      }
    }
    if (component_ == QStringLiteral("Common mistakes") && mistakeIn(block)) {
      group.kind = GroupKind::Mistake;
    } else if (const QString head = boldHead(block); !head.isEmpty()) {
      if (const std::optional<StatementKind> kind = statementOf(head)) {
        group.kind = GroupKind::Statement;
        group.statement = *kind;
        group.end = endOfStatement(blocks_, at);
      }
    }
    return group;
  }

  std::size_t endOfExercise(std::size_t begin) const {
    std::size_t end = begin + 1;
    const auto closes = [](const Block& block) {
      const auto* list = std::get_if<List>(&block.content);
      return std::holds_alternative<Heading>(block.content) || std::holds_alternative<Rule>(block.content) ||
             (list && list->notes) || !exerciseNumber(block).isEmpty();
    };
    while (end < blocks_.size() && !closes(blocks_[end]))
      ++end;
    return end;
  }

  const Blocks& blocks_;
  std::vector<BlockGroup> groups_;
  QString component_;
  QString tier_;
};

} // namespace

std::optional<StatementKind> statementOf(const QString& head) {
  for (const Word& word : heads) {
    const QLatin1StringView name(word.name);
    if (!head.startsWith(name))
      continue;
    const QStringView rest = QStringView(head).sliced(name.size());
    // "Theorem", "Theorem 3.", "Theorem (name)." and "Theorem: name", not "Theorems that …".
    static const QRegularExpression form(
        QStringLiteral("^(\\s+[0-9A-Z][0-9A-Za-z.]*)?\\s*(\\(.*\\))?\\s*[.:]?$"));
    if (form.match(rest).hasMatch() || rest.startsWith(u':'))
      return word.kind;
  }
  return std::nullopt;
}

std::optional<QuotedStatement> statementIn(const Quote& quote) {
  if (quote.blocks.empty())
    return std::nullopt;
  const QString head = boldHead(quote.blocks.front());
  if (const std::optional<StatementKind> kind = statementOf(head); !head.isEmpty() && kind)
    return QuotedStatement{*kind, {}, quote.blocks};
  const Paragraph* first = paragraphOf(quote.blocks.front());
  if (!first || first->text.empty() || first->text.front().kind != InlineKind::Text)
    return std::nullopt;
  static const QRegularExpression mark(QStringLiteral("^\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\]\\s*"));
  const QRegularExpressionMatch match = mark.match(first->text.front().text);
  if (!match.hasMatch())
    return std::nullopt;
  const QString word = match.captured(1).at(0) + match.captured(1).sliced(1).toLower();
  QuotedStatement statement{statementOf(word).value_or(StatementKind::Note),
                            QCoreApplication::translate("book", word.toLatin1().constData()), quote.blocks};
  Inlines& text = std::get<Paragraph>(statement.blocks.front().content).text;
  text.front().text.remove(0, match.capturedLength());
  if (text.front().text.isEmpty())
    text.erase(text.begin());
  if (!text.empty() && text.front().kind == InlineKind::Break)
    text.erase(text.begin());
  if (text.empty())
    statement.blocks.erase(statement.blocks.begin());
  return statement;
}

QString exerciseNumber(const Block& block) {
  static const QRegularExpression form(QStringLiteral("^\\d+\\.\\d+\\.\\d+$"));
  const QString head = boldHead(block);
  return form.match(head).hasMatch() ? head : QString();
}

std::optional<Mistake> mistakeIn(const Block& block) {
  if (boldHead(block).isEmpty())
    return std::nullopt;
  const Inlines& text = paragraphOf(block)->text;
  Mistake mistake;
  mistake.name = text.front().children;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const Inline& piece = text[i];
    if (const QString name = partName(piece); !name.isEmpty())
      mistake.parts.push_back({name, {}});
    else if (!mistake.parts.empty())
      mistake.parts.back().text.push_back(piece);
    else if (piece.kind != InlineKind::Text || !piece.text.trimmed().isEmpty())
      return std::nullopt; // words between the name and the first part have no place of their own
  }
  if (mistake.parts.size() < 2)
    return std::nullopt;
  for (MistakePart& part : mistake.parts)
    trimEnds(part.text);
  return mistake;
}

std::vector<BlockGroup> groupsOf(const Blocks& blocks) {
  return Grouper(blocks).run();
}

} // namespace eigenboard::book
