#pragma once

#include "app/book/book.h"
#include "app/reader/answers.h"
#include "app/reader/formula_loader.h"
#include "app/reader/outline.h"
#include "app/reader/page_painter.h"
#include "app/reader/page_source.h"
#include "app/reader/press.h"
#include "app/reader/reader_find.h"

#include <QtWidgets/QAbstractScrollArea>

namespace eigenboard::reader {

class NumberEntry;

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

/// The text of a chapter with its formulas, links, live numbers, folds and exercises. Tab goes from one thing
/// that can be done to the next, Enter does it, arrow keys change a number; Page Up, Page Down and Space
/// scroll.
class Reader : public QAbstractScrollArea {
  Q_OBJECT

 public:
  /// book, desk and typesetter outlive the reader.
  Reader(const book::Book& book, panel::Desk& desk, typesetting::Typesetter& typesetter,
         const render::Theme& theme, QWidget* parent = nullptr);
  ~Reader() override;

  /// False when the book has no such chapter or it cannot be read or is not written yet; the page then says
  /// so. anchor: of a heading to begin at.
  bool openChapter(const QString& id, const QString& anchor = {});
  QString currentChapter() const { return chapter_; }

  /// A number that means the same place at every width and text size, for this chapter.
  double position() const { return place_; }
  void setPosition(double place);
  void setTheme(const render::Theme& theme);
  double zoom() const { return zoom_; }
  void setZoom(double zoom); ///< 1 is a text of 17 px; kept between 0.5 and 3
  /// "panel/goal" of all challenges met so far, which stay ticked.
  QStringList goalsDone() const { return {goalsDone_.begin(), goalsDone_.end()}; }
  void setGoalsDone(const QStringList& goals);
  /// Answers given earlier, for the chapter that is open now.
  void setAnswers(const std::vector<GivenAnswer>& answers);

  /// What is on the page and where, in page coordinates; the page is scrolled by scrolled() px.
  const Layout& layout() const { return layout_; }
  double scrolled() const;
  QString selectedText() const { return reader::selectedText(state_.selection, layout_); }
  /// The text of the whole page, formulas as TeX.
  QString text() const { return reader::selectedText(everything(layout_), layout_); }
  /// The target that has the keyboard's focus, or −1.
  int focusedTarget() const { return state_.focused; }
  /// What a target does, in words.
  QString describe(const Target& target) const;
  void activate(int target);

  /// The reading path whose next chapter the end of the page names; see book::pathOf.
  void setPath(const QString& path);
  const std::vector<Section>& sections() const { return sections_; }
  std::vector<PlacedSection> placedSections() const;
  /// Anchor of the section being read; empty above the first.
  QString currentSection() const;
  /// False when the page has no such heading.
  bool goTo(const QString& anchor);
  /// To the place; when that is no longer in the section, to the section's heading.
  void jumpTo(double place, const QString& section);
  int exerciseCount() const; ///< answers that the page asks for

  /// Marks every match, shows the first from the top of the window on, and gives their number.
  int find(const QString& words, FindOptions options);
  int currentMatch() const { return currentMatch_; } ///< −1: none
  int matchCount() const { return static_cast<int>(matches_.size()); }
  void showMatch(int index); ///< opens the folds round it
  void endFind();
  /// Scrolls to the words, even if a few of them have changed, opens the folds round them and marks them for
  /// a moment. False when the page does not have them.
  bool showPassage(const QString& words);

  void setNotes(std::vector<PageNote> notes);
  bool isNoteLost(qint64 id) const { return notesLost_.contains(id); }
  bool showNote(qint64 id);          ///< false: its passage is not on this page any more
  QRect noteRect(qint64 id) const;   ///< its first line in the viewport's coordinates; empty: not in it
  Quotation quotedSelection() const; ///< without words: nothing is selected
  QRect selectionRect() const;       ///< what of it is in the viewport, in its coordinates

 signals:
  /// Before and after a jump: a link, a chapter, a passage; not after scrolling.
  void jumping();
  void jumped();
  void placeChanged(); ///< scrolled, by whatever means
  void noteWanted();   ///< on what is selected
  void noteChosen(qint64 id);
  /// A chapter is on the page, or the page says why it is not.
  void chapterShown(const QString& id);
  /// The reader has arrived at a panel's card or chosen it. settings may be empty: the panel as it stands.
  void panelRequested(const QString& panelId, const eigenboard::panel::Settings& settings);
  /// A link of the text has changed or needs this panel: it should be seen.
  void stageWanted(const QString& panelId);
  void goalDone(const QString& panelId, const QString& goal);
  /// An exercise of the open chapter was answered. key: see answerKey.
  void answerGiven(const QString& key, const QString& text, bool right);
  /// Ctrl with + (1), − (−1) or 0 (0).
  void zoomWanted(int direction);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  bool viewportEvent(QEvent* event) override;
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  PageContext context();
  QString problemOf(const book::Link& link);
  void showPage(PageSource source);
  void requestFirstPanel(const QString& first);
  void rebuild();
  void relayout();
  void refreshNumbers(const QString& panelId);
  void tick(const QString& panelId, const QString& goal);
  void noticeArrival();
  void arriveQuietly();
  int cardAbove(double y) const;
  void remark();
  void showMarks();
  void scrollTo(const Passage& passage);
  qint64 noteAt(QPointF pagePoint) const;
  QString noteText(qint64 id) const;

  QPointF toPage(QPointF viewportPoint) const { return viewportPoint + QPointF(0, scrolled()); }
  void updatePage(const QRectF& pageRect);
  void updateTarget(int target);
  int targetAt(QPointF pagePoint) const;
  void setHovered(int target);
  void setFocused(int target);
  void ensureVisible(const QRectF& pageRect);
  void scrollBy(double pixels);
  QString toolTipAt(QPointF pagePoint);

  InlineObject* objectOf(const Target& target);
  void follow(const book::Link& link);
  void followFile(const book::FileLink& link);
  void toggleFold(Node& fold);
  void copyCode(const Node& code);
  void copySelection();
  void dragNumber(const QPointF& pagePoint, Qt::KeyboardModifiers modifiers);
  bool stepNumber(int direction, Qt::KeyboardModifiers modifiers);
  void resetNumber(int target);
  InlineObject* numberAt(int target); ///< that can be dragged, or null
  void openEntry(int target, const QString& typed = {});
  void closeEntry();
  void commit(const QString& text);
  void check(InlineObject& object, const QString& answer);
  void say(const Target& target, const QString& words);

  const book::Book& book_;
  render::Theme theme_;
  double zoom_ = 1;
  Typography type_;
  LiveNumbers numbers_;
  FormulaLoader loader_;
  QSet<QString> goalsDone_;

  QString chapter_;
  QString file_; ///< of the chapter, relative to the book
  PageSource source_;
  std::vector<Node> nodes_;
  Layout layout_;
  PageState state_;
  QString path_;
  std::vector<Section> sections_;
  QString findWords_;
  FindOptions findOptions_;
  std::vector<Passage> matches_;
  int currentMatch_ = -1;
  std::vector<PageNote> notes_;
  std::vector<std::pair<qint64, Passage>> notePassages_;
  QSet<qint64> notesLost_;
  QTimer passageTimer_; ///< while it runs a passage is marked that was jumped to
  double place_ = 0;
  bool isSettling_ = false; ///< scrolling that is not the reader's
  QSet<const Node*> cardsVisited_;
  QTimer arrivalTimer_;
  QTimer copiedTimer_;
  Press press_;
  NumberEntry* entry_ = nullptr;
  Target edited_; ///< what the entry lies on
};

} // namespace eigenboard::reader
