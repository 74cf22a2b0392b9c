#pragma once

#include "app/book/tree.h"
#include "app/reader/live_numbers.h"
#include "app/reader/paragraph_text.h"
#include "app/reader/picture_file.h"

#include <QtCore/QSet>

#include <functional>

namespace eigenboard::reader {

/// What turning the tree of a page into paragraphs needs to know.
struct PageContext {
  const render::Theme& theme;
  const Typography& type;
  LiveNumbers& numbers;
  /// Why a link cannot work, or empty.
  std::function<QString(const book::Link&)> problem;
  const QSet<QString>& goalsDone; ///< "panel/goal"
  bool hasGlossary = false;
  bool isPrinted = false; ///< on paper a card is its figure
  /// What the source of an image leads to.
  std::function<PictureFile(const QString&)> picture = {};
};

/// The words, formulas and live things of a sentence in one style.
ParagraphText paragraphText(const book::Inlines& text, const TextStyle& style, const PageContext& context);

/// Plain words in one style.
ParagraphText plainParagraph(const QString& text);

/// "panel/goal".
QString goalName(const book::GoalLink& link);

} // namespace eigenboard::reader
