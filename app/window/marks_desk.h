#pragma once

#include "app/navigation/side_panel.h"
#include "app/reader/reader.h"
#include "app/store/store.h"

#include <functional>

namespace eigenboard::navigation {
class NoteEditor;
}

namespace eigenboard::window {

/// The reader's bookmarks and notes: made, listed, shown on the page, changed, removed and brought back.
class MarksDesk : public QObject {
  Q_OBJECT

 public:
  /// All outlive this. The editor of notes lies on the reader.
  MarksDesk(const book::Book& book, store::Store& store, reader::Reader& reader, navigation::SidePanel& side,
            const render::Theme& theme, QObject* parent = nullptr);

  /// A bookmark at the section being read, or at the page; where there is one already, it is removed.
  void toggleBookmark();
  bool isBookmarked() const; ///< the section being read
  /// Opens the editor on what is selected; says how when nothing is.
  void beginNote();
  navigation::NoteEditor& editor() { return *editor_; }

 signals:
  /// Something to tell, perhaps with a way to undo it.
  void said(const QString& message, const QString& doing, const std::function<void()>& run);
  /// What has been said is also seen, and undone as easily another way.
  void saidInPassing();
  void refused(const QString& error);       ///< why something was not kept
  void placeWanted(const QString& chapter); ///< the page that a bookmark or note is on is to be opened
  void changed();

 private:
  void listBookmarks();
  void listNotes();
  void showNotesOnPage();
  void goToBookmark(qint64 id);
  void goToNote(qint64 id);
  void rename(qint64 id, const QString& label);
  void removeBookmark(qint64 id);
  void editNote(qint64 id);
  void keepNote(qint64 id, const QString& text);
  void removeNote(qint64 id);
  void say(const QString& error);
  const store::Bookmark* bookmarkHere() const;
  QString sectionTitle(const QString& anchor) const;
  QString whereOf(const QString& chapter, const QString& section) const;

  const book::Book& book_;
  store::Store& store_;
  reader::Reader& reader_;
  navigation::SidePanel& side_;
  navigation::NoteEditor* editor_ = nullptr;
  store::Note draft_; ///< of a note that is being written for the first time
};

} // namespace eigenboard::window
