#pragma once

#include <QtGui/QAccessible>

class QObject;
class QString;

namespace eigenboard::reader {

class Reader;

/// What a screen reader gets of a Reader: the text of the page with formulas as TeX, and a caret that stands
/// at the thing that has the keyboard's focus. Null for other objects; to be given to
/// QAccessible::installFactory.
QAccessibleInterface* accessiblePage(const QString& className, QObject* object);

/// Where the focused target of the page begins in Reader::text().
int caretOf(const Reader& reader);

} // namespace eigenboard::reader
