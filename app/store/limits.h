#pragma once

#include "app/store/records.h"

namespace eigenboard::store {

/// Puts a record into the form in which it can be kept: text as valid Unicode, a place that is a number from
/// 0 on. Empty, or the reason why it cannot be kept (a text too long, a name missing); then it is left as it
/// was.
QString admit(Note& note);
QString admit(Bookmark& bookmark);
QString admit(Answer& answer);
QString admit(SectionProgress& progress);
QString admit(ExerciseProgress& progress);
/// A goal's name or a chapter's.
QString admitName(QString& name);
/// A session document, or the keys that a newer program wrote.
QString admitDocument(const QString& key, const QJsonValue& value);

} // namespace eigenboard::store
