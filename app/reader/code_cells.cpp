#include "app/reader/code_cells.h"

#include "app/reader/cell_output.h"
#include "app/reader/code_text.h"
#include "app/reader/svg_guard.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

#include <algorithm>
#include <utility>

namespace eigenboard::reader {

namespace {

constexpr qsizetype longestCode = 100'000; ///< of one edited cell
constexpr int tickMilliseconds = 1000;

bool lacksSomething(const code_runner::Outcome& outcome) {
  return outcome.ending == code_runner::Ending::NotStarted || !outcome.missingModule.isEmpty();
}

QString seconds(qint64 milliseconds) {
  return CodeCells::tr("%1 s").arg(static_cast<double>(milliseconds) / 1000, 0, 'f',
                                   milliseconds < 9950 ? 1 : 0);
}

} // namespace

/// What a reader has made of a cell. Exists once it was edited or run.
struct CodeCells::Cell {
  QString text; ///< edited; null: that of the book
  std::unique_ptr<code_runner::Runner> runner;
  std::vector<code_runner::Piece> pieces; ///< of the last run that has ended
  code_runner::Outcome outcome;
  code_runner::Limits limits;
  std::vector<PictureFile> figures; ///< of that run
  QString ranText;
  QString printed;
  bool hasRun = false;
  bool isExpanded = false;

  bool isRunning() const { return runner != nullptr; } // until it has told how it ended
};

CodeCells::CodeCells(QObject* parent) : QObject(parent) {
  ticker_.setInterval(tickMilliseconds);
  connect(&ticker_, &QTimer::timeout, this, &CodeCells::tickRunning);
}

CodeCells::~CodeCells() = default;

QString CodeCells::pythonName() const {
  const code_runner::Python python = code_runner::findPython(chosen_);
  return python.problem.isEmpty() ? python.path : python.problem;
}

QString CodeCells::sandboxWords() const {
  const code_runner::Sandbox sandbox = sandbox_.valid() ? sandbox_.get() : code_runner::findSandbox();
  return sandbox.works() ? tr("It is locked in: it changes no file of yours and reaches no network.")
                         : tr("It is not locked in and may do whatever you may: %1.").arg(sandbox.problem);
}

void CodeCells::attach(std::vector<Node>& nodes, const QString& chapter, const Typography& type,
                       const render::Theme& theme) {
  type_ = &type;
  theme_ = &theme;
  shown_.clear();
  collect(nodes, chapter);
  if (!shown_.empty() && !sandbox_.valid())
    sandbox_ = std::async(std::launch::async, code_runner::findSandbox).share();
  for (const Shown& shown : shown_)
    dress(shown);
}

void CodeCells::collect(std::vector<Node>& nodes, const QString& chapter, const QString& exercise) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Node& node = nodes[i];
    if (node.kind != NodeKind::Code) {
      collect(node.children, chapter, node.kind == NodeKind::Exercise ? node.exercise.number : exercise);
      continue;
    }
    if (!node.code.isCell)
      continue;
    const QByteArray hash =
        QCryptographicHash::hash(node.code.source.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    const bool hasOutput = i + 1 < nodes.size() && nodes[i + 1].kind == NodeKind::Output;
    shown_.push_back({&node, hasOutput ? &nodes[i + 1] : nullptr,
                      QStringLiteral("%1/%2/%3").arg(chapter).arg(shown_.size() + 1).arg(QLatin1String(hash)),
                      exercise});
  }
}

const CodeCells::Shown* CodeCells::shown(const Node& cell) const {
  const auto found =
      std::find_if(shown_.begin(), shown_.end(), [&](const Shown& each) { return each.node == &cell; });
  return found == shown_.end() ? nullptr : &*found;
}

CodeCells::Cell* CodeCells::cellOf(const Node& cell) const {
  const Shown* place = shown(cell);
  const auto found = place ? cells_.find(place->key) : cells_.end();
  return found == cells_.end() ? nullptr : found->second.get();
}

CodeCells::Cell& CodeCells::made(const Shown& shown) {
  std::shared_ptr<Cell>& cell = cells_[shown.key];
  if (!cell)
    cell = std::make_shared<Cell>();
  return *cell;
}

QString CodeCells::keyOf(const Node& cell) const {
  const Shown* place = shown(cell);
  return place ? place->key : QString();
}

Node* CodeCells::find(const QString& key) const {
  const auto found =
      std::find_if(shown_.begin(), shown_.end(), [&](const Shown& each) { return each.key == key; });
  return found == shown_.end() ? nullptr : found->node;
}

const code_runner::Outcome* CodeCells::outcome(const Node& cell) const {
  const Cell* found = cellOf(cell);
  return found && found->hasRun && !found->isRunning() ? &found->outcome : nullptr;
}

QString CodeCells::code(const Node& cell) const {
  const Cell* found = cellOf(cell);
  return found && !found->text.isNull() ? found->text : cell.code.source;
}

bool CodeCells::setCode(Node& cell, const QString& code) {
  const Shown* place = shown(cell);
  if (!place || code.size() > longestCode)
    return false;
  if (code == this->code(cell))
    return true;
  // An empty cell is an edit too; null says that there is none.
  made(*place).text = code == cell.code.source ? QString() : code.isEmpty() ? QStringLiteral("") : code;
  dress(*place);
  emit changed();
  emit edited();
  return true;
}

void CodeCells::setCode(const QString& key, const QString& code) {
  if (Node* node = find(key)) {
    setCode(*node, code);
    return;
  }
  made({nullptr, nullptr, key, {}}).text = code;
  emit edited();
}

QString CodeCells::exercise(const Node& cell) const {
  const Shown* place = shown(cell);
  return place ? place->exercise : QString();
}

QString CodeCells::title(const Node& cell) const {
  const Shown* place = shown(cell);
  if (!place)
    return {};
  // The key begins with the chapter and the cell's place in it.
  return place->exercise.isEmpty()
             ? tr("Code %1 in %2").arg(place->key.section(u'/', 1, 1), place->key.section(u'/', 0, 0))
             : tr("Exercise %1").arg(place->exercise);
}

void CodeCells::setEditing(Node& cell, bool isEditing) {
  if (std::exchange(cell.code.isEditing, isEditing) != isEditing)
    emit changed();
}

std::unique_ptr<code_runner::Runner> CodeCells::makeRunner() const {
  return std::make_unique<code_runner::Runner>(code_runner::findPython(chosen_), code_runner::Limits(),
                                               cacheFolder_, sandbox_.get());
}

void CodeCells::run(Node& node) {
  const Shown* place = shown(node);
  if (!place || (cellOf(node) && cellOf(node)->isRunning()))
    return;
  Cell& cell = made(*place);
  cell.ranText = code(node);
  cell.pieces.clear();
  cell.figures.clear();
  cell.isExpanded = false;
  cell.hasRun = true;
  cell.runner = makeRunner();
  cell.limits = cell.runner->limits();
  connect(cell.runner.get(), &code_runner::Runner::printed, this, [this, key = place->key] { refresh(key); });
  connect(cell.runner.get(), &code_runner::Runner::finished, this, [this, key = place->key] {
    const auto found = cells_.find(key);
    if (found == cells_.end() || !found->second->runner)
      return;
    Cell& cell = *found->second;
    // It is telling: it goes when it is done with that.
    code_runner::Runner* runner = cell.runner.release();
    cell.pieces = runner->transcript().pieces();
    cell.printed = runner->transcript().printed();
    cell.outcome = runner->outcome();
    cell.figures = kept(runner->figures());
    runner->deleteLater();
    refresh(key);
    if (const Node* shownNode = find(key))
      emit ended(status(*shown(*shownNode), cell));
  });
  cell.runner->start(cell.ranText);
  ticker_.start();
  refresh(place->key);
}

std::vector<PictureFile> CodeCells::kept(const std::vector<QByteArray>& figures) {
  std::vector<PictureFile> files;
  for (const QByteArray& figure : figures) {
    if (!figureFolder_)
      figureFolder_ = std::make_unique<QTemporaryDir>();
    QFile file(figureFolder_->filePath(QStringLiteral("%1.svg").arg(++figureCount_)));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(figure) == figure.size();
    const QSizeF size = svgSize(figure);
    files.push_back({file.fileName(), size.isEmpty() ? QSizeF(1, 1) : size,
                     isWritten ? svgProblem(figure) : tr("the figure cannot be kept")});
  }
  return files;
}

void CodeCells::stop(Node& node) {
  if (Cell* cell = cellOf(node); cell && cell->runner)
    cell->runner->stop();
}

void CodeCells::reset(Node& node) {
  const Shown* place = shown(node);
  const Cell* cell = cellOf(node);
  if (!cell)
    return;
  const QString written = cell->text;
  const QString key = place->key;
  cells_.erase(key);
  dress(*place);
  emit changed();
  emit edited();
  if (!written.isNull())
    emit wasReset(key, written);
}

void CodeCells::expand(Node& output) {
  for (const Shown& each : shown_)
    if (!each.node->children.empty() && &each.node->children.front() == &output) {
      Cell& cell = made(each);
      cell.isExpanded = !cell.isExpanded;
      return refresh(each.key);
    }
}

void CodeCells::refresh(const QString& key) {
  if (Node* node = find(key)) {
    dress(*shown(*node));
    emit changed();
  }
}

void CodeCells::tickRunning() {
  bool runs = false;
  for (const auto& [key, cell] : cells_)
    if (cell->isRunning()) {
      runs = true;
      refresh(key);
    }
  if (!runs)
    ticker_.stop();
}

void CodeCells::dress(const Shown& shown) {
  Node& node = *shown.node;
  const Cell* cell = cellOf(node);
  const QString code = this->code(node);
  CodePart& part = node.code;
  part.isEdited = code != part.source;
  part.isRunning = cell && cell->isRunning();
  part.isChanged = part.isEdited || (cell && cell->hasRun);
  part.errorLine =
      cell && cell->hasRun && !part.isRunning && cell->ranText == code ? cell->outcome.errorLine : 0;
  QString present = code;
  present.replace(u'\n', QChar(QChar::LineSeparator)).replace(u'\t', QStringLiteral("    "));
  if (node.text->content().text != present) {
    node.text = codeText(code, QStringLiteral("python"), *type_, *theme_);
    node.naturalWidth = 0;
  }
  node.children.clear();
  if (cell && cell->hasRun)
    showOutput(shown, *cell);
}

void CodeCells::showOutput(const Shown& shown, const Cell& cell) {
  const CellRun run = runOf(shown, cell);
  CellOutput made = cellOutput(run.pieces, cell.isExpanded, *type_, *theme_);
  Node output;
  output.kind = NodeKind::Output;
  if (!run.instead.isNull()) {
    output.text = codeText(run.instead, QStringLiteral("output"), *type_, *theme_);
  } else {
    output.text = std::move(made.text);
    output.code.more = made.more;
  }
  TextStyle style = type_->part;
  if (run.isFaulty)
    style.color = theme_->error;
  Node line;
  line.kind = NodeKind::Note;
  line.text = std::make_unique<Paragraph>(plainParagraph(run.status), style);
  output.children.push_back(std::move(line));
  for (const PictureFile& figure : run.figures) {
    Node picture;
    picture.kind = NodeKind::Picture;
    picture.picture = figure;
    picture.text = std::make_unique<Paragraph>(plainParagraph(QString()), type_->caption);
    output.children.push_back(std::move(picture));
  }
  shown.node->children.push_back(std::move(output));
}

CellRun CodeCells::runOf(const Shown& shown, const Cell& cell) const {
  const bool isRunning = cell.isRunning(); // then there are no figures yet
  const bool isFaulty =
      !isRunning && !cell.outcome.isGood() && cell.outcome.ending != code_runner::Ending::Stopped;
  // Who lacks Python or a package still reads what the code prints.
  const bool isLacking = !isRunning && lacksSomething(cell.outcome) && shown.recorded;
  return {isRunning ? cell.runner->transcript().pieces() : cell.pieces,
          cell.figures,
          isLacking ? shown.recorded->code.source : QString(),
          status(shown, cell),
          isFaulty ? cell.outcome.error : QString(),
          isRunning,
          isFaulty};
}

std::optional<CellRun> CodeCells::lastRun(const Node& node) const {
  const Shown* place = shown(node);
  const Cell* cell = place ? cellOf(node) : nullptr;
  return cell && cell->hasRun ? std::optional(runOf(*place, *cell)) : std::nullopt;
}

QString CodeCells::status(const Shown& shown, const Cell& cell) const {
  if (cell.isRunning())
    return tr("Running · %1 s").arg(cell.runner->milliseconds() / 1000);
  QStringList words{tr("Your run")};
  const bool isPresent = cell.ranText == code(*shown.node);
  if (!isPresent)
    words.push_back(tr("before your last edit"));
  const QString trouble = sentence(cell.outcome, cell.limits);
  if (!trouble.isEmpty())
    words.push_back(trouble);
  else if (shown.recorded && code_runner::printsAsRecorded(cell.printed, shown.recorded->code.source))
    words.push_back(tr("same as in the book"));
  else if (shown.recorded)
    words.push_back(cell.ranText == shown.node->code.source ? tr("not what the book shows")
                                                            : tr("not what the book's code prints"));
  else if (cell.pieces.empty())
    words.push_back(tr("it printed nothing"));
  if (cell.outcome.isTruncated)
    words.push_back(tr("only its beginning was kept"));
  if (cell.outcome.ending != code_runner::Ending::NotStarted) {
    words.push_back(seconds(cell.outcome.milliseconds));
    if (!sandbox_.get().works())
      words.push_back(tr("not locked in"));
  }
  if (lacksSomething(cell.outcome) && shown.recorded)
    words.push_back(tr("the book shows:"));
  return words.join(QStringLiteral(" · "));
}

QJsonObject CodeCells::toJson() const {
  QJsonObject edits;
  for (const auto& [key, cell] : cells_)
    if (!cell->text.isNull())
      edits.insert(key, cell->text);
  return edits;
}

void CodeCells::fromJson(const QJsonObject& edits) {
  for (const auto& [key, cell] : cells_)
    cell->text = QString();
  for (auto edit = edits.begin(); edit != edits.end(); ++edit) {
    const QString text = edit.value().toString();
    if (!edit.value().isString() || text.size() > longestCode)
      continue;
    std::shared_ptr<Cell>& cell = cells_[edit.key()];
    if (!cell)
      cell = std::make_shared<Cell>();
    cell->text = text.isEmpty() ? QStringLiteral("") : text;
  }
  for (const Shown& shown : shown_)
    dress(shown);
  emit changed();
}

} // namespace eigenboard::reader
