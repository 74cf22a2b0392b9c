#pragma once

#include "app/reader/paragraph.h"

#include <memory>

namespace eigenboard::reader {

/// Code in the colours of its language; language "output": what code printed.
std::unique_ptr<Paragraph> codeText(const QString& code, const QString& language, const Typography& type,
                                    const render::Theme& theme);

/// Where a line (from 1) of a text of codeText stands; empty when it has no such line.
Span lineOfCode(const QString& text, int line);

} // namespace eigenboard::reader
