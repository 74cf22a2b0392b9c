#pragma once

#include "app/store/records.h"

#include <QtCore/QVariant>

namespace eigenboard::store {

/// One row of the file as it is to be: a statement and the values it binds. A later change of the same row
/// takes the place of an earlier one that is not yet written. Columns that are not named keep what they hold.
struct Change {
  QString row; ///< the table and the row's key
  QString statement;
  QVariantList values;
};

Change kept(const Note& note);
Change kept(const Bookmark& bookmark);
Change kept(const Answer& answer);
Change kept(const SectionProgress& progress);
Change kept(const ExerciseProgress& progress);
Change keptDocument(const QString& key, const QJsonValue& value);
Change keptGoal(const QString& goal, const QDateTime& reached);
Change keptVisit(const QString& chapter, const QDateTime& last);
Change removedNote(qint64 id);
Change removedBookmark(qint64 id);
Change removedDocument(const QString& key);

/// What leads from one to the other; nothing is removed.
std::vector<Change> changesTo(const Contents& wanted, const Contents& present);

} // namespace eigenboard::store
