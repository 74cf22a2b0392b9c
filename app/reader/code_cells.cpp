#include "app/reader/code_cells.h"

#include "app/reader/code_cell.h"
#include "app/reader/svg_guard.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

#include <algorithm>
#include <utility>

namespace eigenboard::reader {

namespace {

constexpr qsizetype longestCode = 100'000; ///< of one edited cell
constexpr int tickMilliseconds = 1000;

} // namespace

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
