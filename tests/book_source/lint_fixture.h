#pragma once

#include "app/book/lint.h"

#include <QtCore/QTemporaryDir>

namespace eigenboard::book {

/// A small book in a folder of its own: one chapter in which nothing is wrong, another it links to, a
/// glossary, and an entry that is not written yet.
class LintFixture {
 public:
  LintFixture();

  static QString chapterFile() { return QStringLiteral("04-level-4-maps/04-maps.md"); }
  static QString otherFile() { return QStringLiteral("04-level-4-maps/06-turns.md"); }
  static QString glossaryFile() { return QStringLiteral("15-appendices/H-glossary.md"); }
  static QString chapterSource();
  static QString mapSource();

  QString directory() const { return folder_.path(); }
  /// file: relative to the directory. Folders are made.
  void write(const QString& file, const QByteArray& bytes) const;
  void write(const QString& file, const QString& text) const { write(file, text.toUtf8()); }

 private:
  QTemporaryDir folder_;
};

} // namespace eigenboard::book
