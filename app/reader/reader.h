#pragma once

#include "app/book/book.h"
#include "app/reader/answers.h"
#include "app/reader/formula_loader.h"
#include "app/reader/page_painter.h"
#include "app/reader/page_source.h"
#include "app/reader/press.h"

#include <QtWidgets/QAbstractScrollArea>

namespace eigenboard::reader {

class NumberEntry;

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
  QString selectedText(FormulasAs formulas = FormulasAs::Tex) const {
    return reader::selectedText(state_.selection, layout_, formulas);
  }
  /// The text of the whole page.
  QString text(FormulasAs formulas = FormulasAs::Tex) const {
    return reader::selectedText(everything(layout_), layout_, formulas);
  }
  int focusedTarget() const { return state_.focused; } ///< that has the keyboard's focus, or −1
  QString describe(const Target& target) const;        ///< what it does, in words
  void activate(int target);

 signals:
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
  void rebuild();
  void relayout();
  void refreshNumbers(const QString& panelId);
  void tick(const QString& panelId, const QString& goal);
  void noticeArrival();
  void arriveQuietly();
  int cardAbove(double y) const;

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
