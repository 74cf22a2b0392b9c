#include "app/window/marks_desk.h"

#include "app/navigation/note_editor.h"
#include "app/reader/places.h"

#include <QtCore/QTimer>

#include <algorithm>

namespace eigenboard::window {

using navigation::MarkEntry;
using navigation::MarksList;

namespace {

const QString beforeKey = QStringLiteral("before");

reader::Quotation quotationOf(const store::Note& note) {
  return {note.section, note.passage, note.more[beforeKey].toString()};
}

} // namespace

MarksDesk::MarksDesk(const book::Book& book, store::Store& store, reader::Reader& reader,
                     navigation::SidePanel& side, const render::Theme& theme, QObject* parent)
    : QObject(parent), book_(book), store_(store), reader_(reader), side_(side),
      editor_(new navigation::NoteEditor(theme, reader.viewport())) {
  // The lists are made anew after whatever changed them is over: it may be one of their own entries.
  connect(&store, &store::Store::bookmarksChanged, this, &MarksDesk::listBookmarks, Qt::QueuedConnection);
  connect(&store, &store::Store::notesChanged, this, &MarksDesk::showNotesOnPage, Qt::QueuedConnection);
  connect(&reader, &reader::Reader::chapterShown, this, &MarksDesk::showNotesOnPage);
  connect(&reader, &reader::Reader::noteWanted, this, &MarksDesk::beginNote);
  connect(&reader, &reader::Reader::noteChosen, this, &MarksDesk::editNote);
  connect(&side.bookmarks(), &MarksList::chosen, this, &MarksDesk::goToBookmark);
  connect(&side.bookmarks(), &MarksList::renamed, this, &MarksDesk::rename);
  connect(&side.bookmarks(), &MarksList::removeWanted, this, &MarksDesk::removeBookmark);
  connect(&side.notes(), &MarksList::chosen, this, &MarksDesk::goToNote);
  connect(&side.notes(), &MarksList::changeWanted, this, [this](qint64 id) {
    goToNote(id);
    editNote(id);
  });
  connect(&side.notes(), &MarksList::removeWanted, this, &MarksDesk::removeNote);
  connect(editor_, &navigation::NoteEditor::written, this, &MarksDesk::keepNote);
  connect(editor_, &navigation::NoteEditor::removeWanted, this, &MarksDesk::removeNote);
  connect(editor_, &navigation::NoteEditor::closed, &reader, [&reader] { reader.setFocus(); });
  listBookmarks();
  showNotesOnPage();
}

QString MarksDesk::sectionTitle(const QString& anchor) const {
  for (const reader::Section& section : reader_.places().sections())
    if (section.anchor == anchor)
      return section.title;
  const book::Chapter* chapter = book_.find(reader_.currentChapter());
  return chapter ? chapter->title : QString();
}

QString MarksDesk::whereOf(const QString& id, const QString& section) const {
  const book::Chapter* chapter = book_.find(id);
  QString where = chapter ? tr("%1 %2").arg(id, chapter->title) : tr("%1, no longer in the book").arg(id);
  if (id == reader_.currentChapter() && !section.isEmpty())
    where = tr("%1  ·  %2").arg(id, sectionTitle(section));
  return where;
}

void MarksDesk::say(const QString& error) {
  if (!error.isEmpty())
    emit refused(error);
}

// Bookmarks.

const store::Bookmark* MarksDesk::bookmarkHere() const {
  const QString section = reader_.places().currentSection();
  for (const auto& [id, bookmark] : store_.contents().bookmarks)
    if (bookmark.chapter == reader_.currentChapter() && bookmark.section == section)
      return &bookmark;
  return nullptr;
}

bool MarksDesk::isBookmarked() const {
  return bookmarkHere() != nullptr;
}

void MarksDesk::toggleBookmark() {
  if (const store::Bookmark* here = bookmarkHere())
    return removeBookmark(here->id);
  if (reader_.currentChapter().isEmpty())
    return;
  store::Bookmark bookmark;
  bookmark.chapter = reader_.currentChapter();
  bookmark.section = reader_.places().currentSection();
  bookmark.label = sectionTitle(bookmark.section);
  bookmark.place = reader_.position();
  const store::Added added = store_.addBookmark(bookmark);
  if (!added.ok())
    return say(added.error);
  emit said(tr("Bookmarked: %1").arg(bookmark.label), tr("Undo"),
            [this, id = added.id] { store_.removeBookmark(id); });
  emit saidInPassing();
}

void MarksDesk::listBookmarks() {
  std::vector<MarkEntry> entries;
  for (const store::Bookmark& bookmark : store_.bookmarks())
    entries.push_back({bookmark.id, bookmark.label, whereOf(bookmark.chapter, bookmark.section)});
  side_.bookmarks().setEntries(entries);
  emit changed();
}

void MarksDesk::goToBookmark(qint64 id) {
  const auto found = store_.contents().bookmarks.find(id);
  if (found == store_.contents().bookmarks.end())
    return;
  const store::Bookmark bookmark = found->second;
  emit placeWanted(bookmark.chapter);
  if (reader_.currentChapter() == bookmark.chapter)
    reader_.places().jumpTo(bookmark.place, bookmark.section);
}

void MarksDesk::rename(qint64 id, const QString& label) {
  const auto found = store_.contents().bookmarks.find(id);
  if (found == store_.contents().bookmarks.end())
    return;
  store::Bookmark bookmark = found->second;
  // A bookmark without a name could not be told from others: the section gives it one.
  bookmark.label = label.trimmed().isEmpty() ? bookmark.label : label.trimmed();
  say(store_.changeBookmark(bookmark));
  QTimer::singleShot(0, this, &MarksDesk::listBookmarks);
}

void MarksDesk::removeBookmark(qint64 id) {
  const auto found = store_.contents().bookmarks.find(id);
  if (found == store_.contents().bookmarks.end())
    return;
  const store::Bookmark bookmark = found->second;
  store_.removeBookmark(id);
  emit said(tr("Bookmark removed: %1").arg(bookmark.label), tr("Undo"),
            [this, bookmark] { say(store_.addBookmark(bookmark).error); });
}

// Notes.

void MarksDesk::showNotesOnPage() {
  std::vector<reader::PageNote> notes;
  for (const store::Note& note : store_.notes(reader_.currentChapter()))
    notes.push_back({note.id, quotationOf(note), note.text});
  reader_.places().setNotes(std::move(notes));
  listNotes();
  listBookmarks();
}

void MarksDesk::listNotes() {
  std::vector<MarkEntry> entries;
  for (const store::Note& note : store_.notes()) {
    QString detail = whereOf(note.chapter, note.section);
    if (note.chapter == reader_.currentChapter() && reader_.places().isNoteLost(note.id))
      detail = tr("Passage not found  ·  %1").arg(detail);
    entries.push_back({note.id, note.text, tr("%1  ·  “%2”").arg(detail, note.passage)});
  }
  side_.notes().setEntries(entries);
}

void MarksDesk::goToNote(qint64 id) {
  const auto found = store_.contents().notes.find(id);
  if (found == store_.contents().notes.end())
    return;
  const store::Note note = found->second;
  emit placeWanted(note.chapter);
  if (reader_.currentChapter() == note.chapter && !reader_.places().showNote(id) &&
      !reader_.places().goTo(note.section))
    reader_.setPosition(note.place);
}

void MarksDesk::beginNote() {
  const reader::Quotation quotation = reader_.places().quotedSelection();
  if (quotation.words.isEmpty()) {
    emit said(tr("Select the words that the note is about, then press Ctrl+Shift+N."), {}, {});
    return;
  }
  draft_ = {};
  draft_.chapter = reader_.currentChapter();
  draft_.section = quotation.anchor;
  draft_.passage = quotation.words;
  draft_.place = reader_.position();
  draft_.more[beforeKey] = quotation.before;
  reader_.places().putNoteButtonAway();
  editor_->open(0, quotation.words, {}, reader_.places().selectionRect());
}

void MarksDesk::editNote(qint64 id) {
  const auto found = store_.contents().notes.find(id);
  if (found == store_.contents().notes.end())
    return;
  const QRect beside = reader_.places().noteRect(id);
  editor_->open(id, found->second.passage, found->second.text, beside);
}

void MarksDesk::keepNote(qint64 id, const QString& text) {
  if (id == 0) {
    if (text.trimmed().isEmpty())
      return;
    store::Note note = draft_;
    note.text = text;
    return say(store_.addNote(note).error);
  }
  if (text.trimmed().isEmpty())
    return removeNote(id);
  const auto found = store_.contents().notes.find(id);
  if (found == store_.contents().notes.end())
    return;
  store::Note note = found->second;
  note.text = text;
  say(store_.changeNote(note));
}

void MarksDesk::removeNote(qint64 id) {
  const auto found = store_.contents().notes.find(id);
  if (found == store_.contents().notes.end())
    return;
  const store::Note note = found->second;
  store_.removeNote(id);
  emit said(tr("Note removed."), tr("Undo"), [this, note] { say(store_.addNote(note).error); });
}

} // namespace eigenboard::window
