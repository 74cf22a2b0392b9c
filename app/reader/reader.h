#pragma once

#include "app/book/book.h"
#include "app/reader/answers.h"
#include "app/reader/exercise_state.h"
#include "app/reader/open_page.h"
#include "app/reader/press.h"
#include "app/reader/supplies.h"

#include <QtWidgets/QAbstractScrollArea>

namespace eigenboard::reader {

class CodeCells;
class CodeDesk;
class Inputs;
class Places;
class Pointing;
class Ways;

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
  QString currentChapter() const { return page_.chapter; }

  /// A number that means the same place at every width and text size, for this chapter.
  double position() const { return page_.place; }
  void setPosition(double place, bool isJump = false); ///< isJump: the card above there brings its panel
  void setTheme(const render::Theme& theme);
  double zoom() const { return zoom_; }
  void setZoom(double zoom); ///< 1 is a text of 17 px; kept between 0.5 and 3
  /// "panel/goal" of all challenges met so far, which stay ticked.
  QStringList goalsDone() const { return {page_.goalsDone.begin(), page_.goalsDone.end()}; }
  void setGoalsDone(const QStringList& goals);
  void setAnswers(const std::vector<GivenAnswer>& answers); ///< given earlier in this chapter
  /// How far the reader has come with the exercises; where nothing is checked, the reader says what is done.
  std::vector<ExerciseState> exercises() const { return exerciseStates(page_.nodes); }
  void setExerciseDone(const QString& anchor, bool done);
  void setExercises(const std::vector<ExerciseState>& earlier); ///< as the reader said and tried

  CodeCells& codeCells();
  CodeDesk& codeDesk() { return *code_; }

  /// What is on the page and where, in page coordinates; the page is scrolled by scrolled() px.
  const Layout& layout() const { return page_.layout; }
  double scrolled() const;
  QString selectedText(FormulasAs formulas = FormulasAs::Tex) const;
  /// The text of the whole page.
  QString text(FormulasAs formulas = FormulasAs::Tex) const;
  int focusedTarget() const { return page_.state.focused; } ///< that has the keyboard's focus, or −1
  QString describe(const Target& target) const;             ///< what it does, in words
  void activate(int target);
  /// What the card over the page says now; empty while there is none.
  QString cardText() const;
  /// Where symbols of the page are lit, in page coordinates.
  std::vector<QRectF> litSymbols();

  /// The reading path whose next chapter the end of the page names; see book::pathOf.
  void setPath(const QString& path);
  /// Sections, finding, notes and the ways to them.
  Places& places() { return *places_; }
  const Places& places() const { return *places_; }

 signals:
  /// Before and after a jump: a link, a chapter, a passage; not after scrolling.
  void jumping();
  void jumped();
  void placeChanged(); ///< scrolled, by whatever means
  void noteWanted();   ///< on what is selected
  void noteChosen(qint64 id);
  void chapterShown(const QString& id); ///< or the page says why it is not
  /// The reader has arrived at a panel's card or chosen it. settings may be empty: the panel as it stands.
  void panelRequested(const QString& panelId, const eigenboard::panel::Settings& settings);
  void stageWanted(const QString& panelId); ///< a link has changed or needs this panel
  void numberMoved(const QString& panelId); ///< by a number in the text
  void goalDone(const QString& panelId, const QString& goal);
  void answerGiven(const QString& key, const QString& text, bool right); ///< see answerKey
  void exerciseChanged(const QString& anchor); ///< its state in exercises() is another
  void zoomWanted(int direction);              ///< Ctrl with + (1), − (−1) or 0 (0)

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
  void wheelEvent(QWheelEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  friend class Places;
  friend class Pointing;
  friend class CodeDesk;
  friend class Inputs;
  friend class Ways;

  PageContext context();
  void showPage(PageSource source);
  void rebuild();
  void relayout();
  void refreshNumbers(const QString& panelId);
  void tick(const QString& panelId, const QString& goal);

  QPointF toPage(QPointF viewportPoint) const { return viewportPoint + QPointF(0, scrolled()); }
  void updatePage(const QRectF& pageRect);
  void updateTarget(int target);
  void setHovered(int target);
  void setFocused(int target);
  void ensureVisible(const QRectF& pageRect);
  void scrollBy(double pixels);
  void noticeExercises(); ///< tells of those whose state is another
  void say(const Target& target, const QString& words);

  const book::Book& book_;
  render::Theme theme_;
  double zoom_ = 1;
  Typography type_;
  Supplies supplies_;
  OpenPage page_;
  std::unique_ptr<Places> places_;
  std::unique_ptr<Ways> ways_;
  QHash<QString, Progress> progress_; ///< of the exercises, as last told
  bool isSettling_ = false;           ///< scrolling that is not the reader's
  Press press_;
  std::unique_ptr<Pointing> pointing_;
  std::unique_ptr<CodeDesk> code_;
  std::unique_ptr<Inputs> inputs_;
};

} // namespace eigenboard::reader
