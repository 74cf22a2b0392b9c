#pragma once

#include "app/store/store.h"

#include <QtCore/QTemporaryDir>

namespace eigenboard::tests {

/// The program store_hand, which uses a store in a process of its own.
QString storeHand();

/// Asks SQLite by way of Python, which shares no code with the program: the answer to a query, one row a
/// line, or what Python said when it failed.
QString askPython(const QString& fileName, const QString& query);

struct HandsReport {
  store::Condition condition = store::Condition::Memory;
  bool isSaved = false;
  int notes = 0;
  QString message;
};
/// Opens the store in a process of its own, adds a note there, and tells what came of it.
HandsReport openByHand(const QString& folder, const QStringList& options = {});

store::Note note(const QString& chapter, const QString& text, double place = 0);
QByteArray bytesOf(const QString& fileName);
void writeBytes(const QString& fileName, const QByteArray& bytes);
/// A store with that many notes, closed.
void fill(const QString& folder, int notes);

} // namespace eigenboard::tests
