#pragma once

#include "app/book/macros.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace eigenboard::book {

struct Chapter {
  QString id; ///< "4.4"; "H" for an appendix
  QString title;
  QString file; ///< relative to the book's directory: "04-level-4-linear-algebra/04-….md"
  QString covers;
  QStringList needs;    ///< chapter ids
  QStringList panels;   ///< panel ids
  bool written = false; ///< the file is there
};

/// number −1: the appendices.
struct Level {
  int number = 0;
  QString title;
  QString subtitle;
  QString folder;
  std::vector<int> needs;
  std::vector<Chapter> chapters;
};

struct ReadingPath {
  QString id;
  QString title;
  QString note;
  QStringList chapters;
};

/// The map of the book (book.json). problems: what could not be read; all that could be is there.
struct Book {
  QString directory;
  QString title;
  std::vector<Level> levels; ///< the appendices last
  std::vector<ReadingPath> paths;
  Macros macros; ///< of the file that the map names
  QStringList problems;

  /// What is wrong with the map and the macros, a line each.
  QStringList allProblems() const;
  /// Null when there is none of that id.
  const Chapter* find(const QString& id) const;
  /// By file, relative to the book's directory.
  const Chapter* findFile(const QString& file) const;
  /// All chapters in the order of the book.
  std::vector<const Chapter*> chapters() const;
};

/// Reads directory/book.json and looks which chapter files exist. Never fails: a missing or damaged map gives
/// a book with the chapters that could be read (perhaps none) and problems that say why.
Book readBook(const QString& directory);

} // namespace eigenboard::book
