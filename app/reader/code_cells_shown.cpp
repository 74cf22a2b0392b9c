#include "app/reader/cell_output.h"
#include "app/reader/code_cell.h"
#include "app/reader/code_text.h"

namespace eigenboard::reader {

namespace {

bool lacksSomething(const code_runner::Outcome& outcome) {
  return outcome.ending == code_runner::Ending::NotStarted || !outcome.missingModule.isEmpty();
}

QString seconds(qint64 milliseconds) {
  return CodeCells::tr("%1 s").arg(static_cast<double>(milliseconds) / 1000, 0, 'f',
                                   milliseconds < 9950 ? 1 : 0);
}

} // namespace

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

} // namespace eigenboard::reader
