#pragma once

#include "app/book/answer.h"
#include "app/reader/paragraph.h"

namespace eigenboard::reader {

Mark markOf(book::Verdict verdict);

/// What an empty entry asks for: "a number", "an expression in x".
QString answerHint(const book::CheckLink& check);

/// An answer and how it stands, in words for a screen reader.
QString describeAnswer(const InlineObject& answer);

/// An option of a choice: which of how many, and how it stands. Never which is right before it is chosen.
QString describeOption(const Paragraph& paragraph, const LinkSpan& option);

/// The circle of an option, or −1.
int circleOf(const Paragraph& paragraph, const LinkSpan& option);

} // namespace eigenboard::reader
