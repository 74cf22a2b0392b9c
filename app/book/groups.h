#pragma once

#include "app/book/tree.h"

#include <optional>

namespace eigenboard::book {

/// What a statement set off from the running text is.
enum class StatementKind : std::uint8_t {
  Theorem, ///< and what is proved like one: lemma, proposition, corollary
  Definition,
  Example,
  Note,
  Tip,
  Important,
  Warning,
};

/// The kind of statement whose bold head this is: "Theorem 3 (rank–nullity)."; none for other words.
std::optional<StatementKind> statementOf(const QString& head);

/// A quote that is a statement: one that begins with a bold head, or a GitHub alert ("[!NOTE]"), whose mark
/// is then taken off. label: the name to be shown above an alert; empty when the head says it.
struct QuotedStatement {
  StatementKind kind = StatementKind::Note;
  QString label;
  Blocks blocks;
};
std::optional<QuotedStatement> statementIn(const Quote& quote);

/// "4.4.1" when the block is a paragraph that begins with it in bold: an exercise begins there.
QString exerciseNumber(const Block& block);

/// A trap of "Common mistakes": its name, and what the words in italics before a colon introduce (symptom,
/// cause, fix, in the words of the text).
struct MistakePart {
  QString name; ///< "Symptom"
  Inlines text;
};
struct Mistake {
  Inlines name;
  std::vector<MistakePart> parts; ///< at least two
};
std::optional<Mistake> mistakeIn(const Block& block);

enum class GroupKind : std::uint8_t { Plain, Statement, Mistake, Exercise };

/// Blocks [begin, end) of a list that belong together. tier: the heading that an exercise stands under.
struct BlockGroup {
  GroupKind kind = GroupKind::Plain;
  std::size_t begin = 0;
  std::size_t end = 0;
  StatementKind statement = StatementKind::Theorem;
  QString number;
  QString tier;
};

/// The list as groups, in order and without gaps. Exercises and mistakes are looked for below the headings of
/// their components only; a statement takes in the display formulas that finish its sentence. Linear.
std::vector<BlockGroup> groupsOf(const Blocks& blocks);

} // namespace eigenboard::book
