#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <map>
#include <utility>
#include <vector>

namespace eigenboard::store {

/// What a reader wrote beside a passage. id: unique in every store, never used again; 0 asks for a new one.
struct Note {
  qint64 id = 0;
  QString chapter;
  QString section;   ///< anchor of the heading above, may be empty
  QString passage;   ///< the words of the chapter it belongs to
  double place = 0;  ///< as reader::Reader::position()
  QString text;      ///< what the reader wrote
  QDateTime changed; ///< UTC; set by the store
  QJsonObject more;  ///< what a newer program wrote here: kept, exported, never looked at
  bool operator==(const Note&) const = default;
};

/// A place the reader marked. id: as in a note.
struct Bookmark {
  qint64 id = 0;
  QString chapter;
  QString section;
  QString label;
  double place = 0;
  QDateTime made; ///< UTC; set by the store unless it is valid
  QJsonObject more;
  bool operator==(const Bookmark&) const = default;
};

/// What was last answered in an exercise. key: stable while the chapter changes elsewhere, see
/// reader::answerKey.
struct Answer {
  QString chapter;
  QString key;
  QString text;
  bool right = false;
  QDateTime given; ///< UTC; set by the store
  bool operator==(const Answer&) const = default;
};

/// How much of a section has been read: 0 to 1.
struct SectionProgress {
  QString chapter;
  QString section; ///< anchor of its heading
  double read = 0;
  bool operator==(const SectionProgress&) const = default;
};

/// How far the reader has come with an exercise. What is checked is so by its answers and challenges; where
/// nothing is, the reader says what is done.
struct ExerciseProgress {
  QString chapter;
  QString exercise; ///< its anchor: "exercise-4.4.1"
  bool tried = false;
  bool solved = false; ///< what is solved has been tried
  QDateTime changed;   ///< UTC; set by the store
  bool operator==(const ExerciseProgress&) const = default;
};

/// A name within a chapter: the key of an answer, the anchor of a section or an exercise.
using InChapter = std::pair<QString, QString>;

/// All that is kept, as values.
struct Contents {
  QJsonObject session;                             ///< one document a key; keys of others stay
  std::map<qint64, Note> notes;                    ///< by id
  std::map<qint64, Bookmark> bookmarks;            ///< by id
  std::map<InChapter, Answer> answers;             ///< by chapter and key
  std::map<InChapter, SectionProgress> sections;   ///< by chapter and anchor
  std::map<InChapter, ExerciseProgress> exercises; ///< by chapter and anchor
  std::map<QString, QDateTime> goals;              ///< "panel/goal", and when it was reached
  std::map<QString, QDateTime> visited;            ///< chapter, and when it was last opened
  bool operator==(const Contents&) const = default;
};

/// The longest texts that are kept, in UTF-16 units; a longer one is refused with a reason, never cut.
inline constexpr qsizetype longestNote = 100'000;
inline constexpr qsizetype longestPassage = 20'000;
inline constexpr qsizetype longestAnswer = 10'000;
inline constexpr qsizetype longestName = 1'000;                ///< of a chapter, anchor, key, goal or label
inline constexpr qsizetype largestDocument = 16 * 1024 * 1024; ///< bytes of one session document as JSON

} // namespace eigenboard::store
