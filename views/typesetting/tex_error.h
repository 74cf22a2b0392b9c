#pragma once

#include <QtCore/QString>

#include <optional>

namespace eigenboard::typesetting {

/// The longest formula and the deepest nesting of braces, environments and \left that are tried.
inline constexpr qsizetype longestTex = 20'000;
inline constexpr int deepestNesting = 200;

/// Why the TeX is not worth starting the engine for, if it is not: too long or nested too deeply.
/// One pass over the text.
std::optional<QString> refuseHostileTex(const QString& tex);

/// KaTeX's message (kind "parse"), the end of its time (kind "time"), or a JavaScript error's (kind: its
/// name), in words for a reader. position: index of the
/// offending character, or negative.
QString readableKatexError(const QString& kind, const QString& message, int position);

QString nestedTooDeeply();
QString tooLarge();
QString unreadableLayout();

} // namespace eigenboard::typesetting
