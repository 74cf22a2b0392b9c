#pragma once

#include <QtCore/QString>

namespace eigenboard::typesetting {

/// symbols.txt: every symbol, its names and how it is read.
QString symbolList();

/// The TeX of a character as KaTeX's upright faces draw it: \le for U+2264. ams: of the AMS face, which has
/// other shapes for some characters. Empty for one that has no name of its own, as a letter.
QString symbolTex(char32_t character, bool ams);

/// The one of several names of a symbol that we use: \le for \leq, | for \lvert; a name that is not known or
/// has no other comes back as it is.
QString canonicalCommand(const QString& command);

/// The command of an accent by the character KaTeX draws for it: \hat for ^; empty for others.
QString accentTex(const QString& character);

/// The TeX of an operator's name in upright letters, with \, between its words: \log, \operatorname{rank};
/// of a single letter, \mathrm{d}.
QString wordTex(const QString& letters);

/// The delimiter that KaTeX builds of these glyphs, each once: ( of U+239B and U+239D; empty for others.
QString tallDelimiterTex(const QString& glyphs);

/// The TeX of a relation struck through by \not: \ne for =.
QString negated(const QString& tex);

} // namespace eigenboard::typesetting
