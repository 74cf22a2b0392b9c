#pragma once

#include "app/reader/outline.h"
#include "app/reader/page_marks.h"
#include "app/reader/reader_find.h"
#include "app/reader/selection.h"

#include <QtCore/QRect>
#include <QtCore/QSet>
#include <QtCore/QTimer>

namespace eigenboard::reader {

class NoteButton;
class Reader;

/// A section and the part of the page it takes, in page coordinates.
struct PlacedSection {
  QString anchor;
  int words = 0;
  double top = 0;
  double bottom = 0;
};

/// A note as the page shows it: its passage marked, its text on hover.
struct PageNote {
  qint64 id = 0;
  Quotation quotation;
  QString text;
};

/// The places of the open page: its sections, matches of a search, passages with notes; and the ways to them.
class Places {
 public:
  /// The reader owns it.
  explicit Places(Reader& reader);

  const std::vector<Section>& sections() const { return sections_; }
  std::vector<PlacedSection> placedSections() const;
  QString currentSection() const; ///< anchor of the one being read; empty above the first
  /// False when the page has no such heading.
  bool goTo(const QString& anchor);
  /// To the place; when that is no longer in the section, to the section's heading.
  void jumpTo(double place, const QString& section);

  /// Marks every match, shows the first from the top of the window on, and gives their number.
  int find(const QString& words, FindOptions options);
  int currentMatch() const { return currentMatch_; } ///< −1: none
  int matchCount() const { return static_cast<int>(matches_.size()); }
  void showMatch(int index); ///< opens the folds round it
  void endFind();
  /// Stays at the current match and marks it for a moment, a jump from the place where the search began (see
  /// Reader::jumping); without a match it goes back to there.
  void endFindHere(double began);
  /// Scrolls to the words, even if a few of them have changed, opens the folds round them and marks them for
  /// a moment. False when the page does not have them.
  bool showPassage(const QString& words);

  void setNotes(std::vector<PageNote> notes);
  bool isNoteLost(qint64 id) const { return notesLost_.contains(id); }
  bool showNote(qint64 id);        ///< false: its passage is not on this page any more
  QRect noteRect(qint64 id) const; ///< its first line in the viewport; empty: not in it
  qint64 noteAt(QPointF pagePoint) const;
  QString noteText(qint64 id) const;
  Quotation quotedSelection() const; ///< in whole words; without words: nothing is selected
  void copySelection() const;        ///< to the clipboard; nothing when nothing is selected
  QRect selectionRect() const;       ///< what of it is in the viewport

  /// Repaints what is selected; beside its end lies the button that begins a note, unless it is being
  /// changed.
  void selectionChanged();
  void pageScrolled(); ///< the button stays with the words
  /// A note has been begun: the button goes until something else is selected.
  void putNoteButtonAway();
  /// Between the text and its first link Tab comes by the button; false when it goes on from here.
  bool passNoteButton(bool next);

  /// Another page: no match is the current one.
  void forget() { currentMatch_ = -1; }
  /// The paragraphs of the page were made anew.
  void refresh();

 private:
  void showMarks();
  void scrollTo(const Passage& passage);
  std::vector<QRectF> selectedLines() const; ///< of the page, from the top down

  Reader& reader_;
  std::vector<Section> sections_;
  QString findWords_;
  FindOptions findOptions_;
  std::vector<Passage> matches_;
  int currentMatch_ = -1;
  std::vector<PageNote> notes_;
  std::vector<std::pair<qint64, Passage>> notePassages_;
  QSet<qint64> notesLost_;
  NoteButton* noteButton_;
  Selection noted_;     ///< a note on it has been begun
  QTimer passageTimer_; ///< while it runs a passage is marked that was jumped to
};

} // namespace eigenboard::reader
