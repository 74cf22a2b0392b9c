#pragma once

#include "app/store/records.h"

namespace eigenboard::store {

/// The exported form: one JSON object, {"eigenboard": 1, "session": {…}, "notes": […], "bookmarks": […],
/// "answers": […], "sections": […], "exercises": […], "goals": […], "visited": […]}, indented, in a stable
/// order. Times are ISO 8601 in UTC with milliseconds, ids are numbers that JSON carries exactly.
QByteArray toJson(const Contents& contents);

/// The largest document that is read, in bytes.
inline constexpr qsizetype largestImport = 64 * 1024 * 1024;

/// What was read, or the reason why the whole document is refused: no JSON, of a newer form, larger than 64
/// MB, a record that is none, a text beyond its limit. Members this program does not know are kept where a
/// place for them exists (notes, bookmarks, session) and otherwise ignored.
struct FromJson {
  Contents contents;
  QString error;
};
FromJson fromJson(const QByteArray& json);

/// Both together; merging the same document again changes nothing.
/// - A note or bookmark that is only in one is kept. The same id with another content on each side: the one
/// changed
///   last keeps the id, the other stays as one of its own, unless one with the same words at the same place
///   exists.
/// - An answer that is right goes before one that is not; otherwise the later one stands.
/// - A section has been read, an exercise tried and solved as far as either says; a goal counts from its
/// first time, a visit from its last.
/// - Session documents (place, window, panels, …): the present ones stay, those that are missing are added.
Contents merge(const Contents& present, const Contents& added);

} // namespace eigenboard::store
