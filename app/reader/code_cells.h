#pragma once

#include "app/code_runner/runner.h"
#include "app/reader/manuscript.h"

#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>

#include <future>
#include <map>
#include <memory>
#include <optional>

namespace eigenboard::reader {

/// How the last run of a cell went, or goes, for whoever shows it elsewhere than on the page.
struct CellRun {
  const std::vector<code_runner::Piece>& pieces;
  const std::vector<PictureFile>& figures; ///< once it has ended
  QString instead; ///< what the book prints, where the run could not; null: what was printed stands
  QString status;  ///< in words
  QString error;   ///< the last line of a traceback, or empty
  bool isRunning = false;
  bool isFaulty = false; ///< it has ended otherwise than by itself or by the reader
};

/// The code cells: what the reader has made of their code, and what it printed. Kept by chapter, place and
/// text of the cell, so that it survives a page built anew and another chapter in between. Costs nothing
/// until a cell is used.
class CodeCells : public QObject {
  Q_OBJECT

 public:
  explicit CodeCells(QObject* parent = nullptr);
  ~CodeCells() override;

  /// The Python that the reader has chosen (empty: the usual one), and where its libraries may keep things.
  void setPython(const QString& chosen, const QString& cacheFolder = {}) {
    chosen_ = chosen;
    cacheFolder_ = cacheFolder;
  }
  const QString& chosenPython() const { return chosen_; } ///< empty: the usual one
  /// The path of the Python that runs the cells, or why there is none.
  QString pythonName() const;
  /// Whether the cells are locked in, as a sentence.
  QString sandboxWords() const;

  /// A page of this chapter was built: its cells get the texts and outputs that they had. The nodes, the type
  /// and the theme stay until the next call.
  void attach(std::vector<Node>& nodes, const QString& chapter, const Typography& type,
              const render::Theme& theme);

  QString code(const Node& cell) const;
  /// False: it is longer than a cell keeps, and what it had stands.
  bool setCode(Node& cell, const QString& code);
  /// The same for a cell that may be of another chapter.
  void setCode(const QString& key, const QString& code);
  void run(Node& cell);
  /// To run other code with the reader's Python, as the cells run theirs.
  std::unique_ptr<code_runner::Runner> makeRunner() const;
  void stop(Node& cell);
  /// Back to the code and the output of the book.
  void reset(Node& cell);
  /// Shows all of the output of a run, or its beginning and end again.
  void expand(Node& output);
  void setEditing(Node& cell, bool isEditing);

  /// What a heading calls the cell: "Exercise 4.1.9", or "Code 3 in 4.4".
  QString title(const Node& cell) const;
  /// The number of the exercise that it stands in; empty: none.
  QString exercise(const Node& cell) const;
  /// A name of the cell that outlives the page, and the cell on this page of that name or null.
  QString keyOf(const Node& cell) const;
  Node* find(const QString& key) const;
  /// How the last run of the cell went; null: it was not run, or it still runs.
  const code_runner::Outcome* outcome(const Node& cell) const;

  /// None: it was not run. The references hold until the cells change.
  std::optional<CellRun> lastRun(const Node& cell) const;

  /// The edited texts by key, of all chapters; and back. What cannot be a text is left out.
  QJsonObject toJson() const;
  void fromJson(const QJsonObject& edits);

 signals:
  /// Text or output of a cell on the page is another: the page has to be placed anew.
  void changed();
  /// The edited texts are others.
  void edited();
  /// A cell has the book's code again, and what the reader wrote is gone unless it is set again.
  void wasReset(const QString& key, const QString& code);
  /// A run has ended, as a sentence.
  void ended(const QString& words);

 private:
  struct Cell;
  struct Shown {
    Node* node = nullptr;
    const Node* recorded = nullptr; ///< the output that the book shows
    QString key;
    QString exercise; ///< that it stands in
  };

  const Shown* shown(const Node& cell) const;
  Cell* cellOf(const Node& cell) const;
  Cell& made(const Shown& shown);
  void collect(std::vector<Node>& nodes, const QString& chapter, const QString& exercise = {});
  void dress(const Shown& shown);
  void showOutput(const Shown& shown, const Cell& cell);
  QString status(const Shown& shown, const Cell& cell) const;
  CellRun runOf(const Shown& shown, const Cell& cell) const;
  void refresh(const QString& key);
  void tickRunning();
  /// The figures of a run, as files that a page can show.
  std::vector<PictureFile> kept(const std::vector<QByteArray>& figures);

  QString chosen_;
  QString cacheFolder_;
  std::shared_future<code_runner::Sandbox> sandbox_; ///< looked for on another thread once a page has cells
  const Typography* type_ = nullptr;
  const render::Theme* theme_ = nullptr;
  std::vector<Shown> shown_;
  std::map<QString, std::shared_ptr<Cell>> cells_;
  QTimer ticker_; ///< while something runs
  std::unique_ptr<QTemporaryDir> figureFolder_;
  int figureCount_ = 0;
};

} // namespace eigenboard::reader
