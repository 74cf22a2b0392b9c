#pragma once

#include "app/reader/manuscript.h"

namespace eigenboard::reader {

/// What a reader has answered in an exercise.
struct GivenAnswer {
  QString key; ///< see answerKey
  QString text;
  bool right = false;
};

/// Names an answer's place for as long as its exercise keeps its number: that number ("4.4.2", at the
/// beginning of a paragraph) or, without one, the anchor of the heading above, and the how-manieth answer
/// below that it is
/// ("4.4.2/1"). Empty for an object that is not on the page.
QString answerKey(const std::vector<Node>& nodes, const InlineObject* object);

/// The answer of that key, or null. Of a choice its last circle.
InlineObject* answerWithKey(std::vector<Node>& nodes, const QString& key);

/// The answer of check:code in the exercise of that number, or null.
InlineObject* codeAnswer(std::vector<Node>& nodes, const QString& exercise);

/// Puts answers back where their keys lead; those whose place is gone are passed over. An empty text is an
/// answer that was forgotten: its place is as before it was given. Whether one was put.
bool putAnswers(std::vector<Node>& nodes, const std::vector<GivenAnswer>& answers);

} // namespace eigenboard::reader
