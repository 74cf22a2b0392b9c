#pragma once

#include "app/book/chapter_page.h"
#include "app/book/lint.h"

#include <map>
#include <set>

/// The rules of the book, one function each. A new rule is declared here, written in a lint_ file of its own
/// and called in lint.cpp; tests/book_source/lint_finds_planted_faults.cpp plants its fault in a clean
/// chapter.
namespace eigenboard::book::lint {

/// A chapter that is written and could be read.
struct WrittenPage {
  ChapterPage read;
  std::set<QString> anchors; ///< of its headings
};
using Pages = std::map<QString, WrittenPage>; ///< by file

/// The chapter that the rules look at, and the book around it. All of it outlives the rules.
struct Subject {
  const Book& book;
  const Level& level;
  const Chapter& chapter;
  const ChapterPage& read;
  const std::set<QString>& anchors;
  const Pages& pages;
  const panel::Registry& registry;
  bool isAppendix() const { return level.number < 0; }
};

/// Takes a fault of the subject: its line in the file, and what is wrong and what would be right.
using Report = std::function<void(int line, const QString& message)>;

/// Front matter is there, agrees with book.json, and names panels that exist and that the text places.
void checkFrontMatter(const Subject& subject, const Report& report);

/// Every line of the macros is one, and every macro can be typeset. They belong to no chapter.
std::vector<Finding> macroFindings(const Macros& macros, const TexProblem& texProblem);

/// The title; the nine components under exactly their headings (chapters only).
void checkComponents(const Subject& subject, const Report& report);

/// Eight exercises or more in three tiers, numbered in order, each with a hint and a solution (chapters
/// only).
void checkExercises(const Subject& subject, const Report& report);

/// Every python fence shows its output, and every output fence has its code.
void checkCode(const Subject& subject, const Report& report);

/// Every check:code stands in an exercise that has what it needs: the cell, the solution and the cases.
void checkCodeChecks(const Subject& subject, const Report& report);

/// Every formula can be typeset; in chapters, a paragraph of words follows each display formula.
void checkFormulas(const Subject& subject, const TexProblem& texProblem, const Report& report);

/// Live links name what the panels have; links to files, headings and terms lead somewhere; pictures are
/// there.
void checkLinks(const Subject& subject, const Report& report);

/// An object that links share by name ("A=@A") has one shape in the whole book.
void checkSharedObjects(const Subject& subject, const Report& report);

/// Numbers that the program keeps alive read in the source as the program will show them.
void checkLiveNumbers(const Subject& subject, const Report& report);

/// Tables of symbols have a formula and a meaning in each row, and name keys that the chapter's panels have;
/// the glossary has a definition for each term.
void checkSymbols(const Subject& subject, const Report& report);

} // namespace eigenboard::book::lint
