#pragma once

#include <QtCore/QList>
#include <QtCore/QMetaType>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstdint>
#include <vector>

namespace eigenboard::search {

/// What can be found. The values are written to the index: a new one goes to the end.
enum class Kind : std::uint8_t { Chapter, Section, Exercise, Term, Notation, Panel, Command };
inline constexpr int kindCount = 7;

/// Where a result leads: a chapter at an anchor (perhaps none), a panel, or a command.
struct Target {
  Kind kind = Kind::Chapter;
  QString chapter; ///< of everything but panels and commands
  QString anchor;
  QString passage; ///< a few words of the page near what was found, or empty: the anchor is the place
  QString panel;
  QString preset; ///< of a panel, or empty
  QString command;
  bool operator==(const Target&) const = default;
};

/// One thing that can be found. text: what a snippet is cut from, formulas as Unicode text.
struct Document {
  Kind kind = Kind::Section;
  QString number; ///< "4.6", "4.6.1", or empty
  QString title;
  QString where;    ///< "4.6 · The mathematics: definition"
  QString context;  ///< titles above this one: found too, but weaker
  QString keywords; ///< other names of the same thing
  QString text;
  Target target;
  double weight = 1; ///< beside that of its kind
};

/// A command or setting of the window.
struct Command {
  QString id;
  QString title;
  QString keys;
  QStringList keywords;
};

struct Range {
  int start = 0;
  int length = 0;
  bool operator==(const Range&) const = default;
};

/// A found document. The ranges mark the words that were looked for.
struct Result {
  Kind kind = Kind::Section;
  QString title;
  QList<Range> titleRanges;
  QString where;
  QString snippet; ///< one line
  QList<Range> snippetRanges;
  double score = 0; ///< the higher the better, comparable within one answer
  Target target;
};

enum class Scope : std::uint8_t { Everything, Book, Commands };

/// What a search found, best first.
struct Answer {
  QString query;
  std::vector<Result> results;
  int total = 0;           ///< of what was found, shown or not
  bool hasMore = false;    ///< total is not all: nobody counted on
  bool isPartial = false;  ///< nothing has all the words; these have some
  bool isComplete = true;  ///< false: the index is still being built, there may be more
  QStringList suggestions; ///< queries that would find something, when a word is in no document
};

} // namespace eigenboard::search

Q_DECLARE_METATYPE(eigenboard::search::Answer)
Q_DECLARE_METATYPE(eigenboard::search::Target)
