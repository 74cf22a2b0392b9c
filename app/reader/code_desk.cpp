#include "app/reader/code_desk.h"

#include "app/reader/answering.h"
#include "app/reader/answers.h"
#include "app/reader/code_editor.h"
#include "app/reader/code_flow.h"
#include "app/reader/inputs.h"
#include "app/reader/places.h"
#include "app/reader/reader.h"
#include "app/reader/targets.h"

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <utility>

namespace eigenboard::reader {

namespace {

constexpr int copiedMilliseconds = 1500;

} // namespace

CodeDesk::CodeDesk(Reader& reader) : reader_(reader) {
  copiedTimer_.setSingleShot(true);
  copiedTimer_.setInterval(copiedMilliseconds);
  connect(&copiedTimer_, &QTimer::timeout, this, [this] {
    reader_.page_.state.copied = nullptr;
    reader_.viewport()->update();
  });
  connect(&cells_, &CodeCells::changed, this, [this] {
    reader_.relayout();
    reader_.places_->refresh(); // what was found or noted in the text of a cell stands elsewhere, or nowhere
  });
  connect(&judge_, &CodeJudge::judged, this, &CodeDesk::tell);
  connect(&cells_, &CodeCells::ended, this, [this](const QString& words) {
    if (!QAccessible::isActive())
      return;
    reader_.setAccessibleDescription(words);
    QAccessibleEvent told(&reader_, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
  });
}

void CodeDesk::judge(InlineObject& answer) {
  const QString key = answerKey(reader_.page_.nodes, &answer);
  const QString function = std::get<book::CheckLink>(answer.link).answer;
  const JudgedExercise exercise = judgedExercise(reader_.page_.nodes, key.section(u'/', 0, 0));
  const QString problem = book::codeCheckProblem(exercise.check, function);
  if (!problem.isEmpty())
    return tell(key, {book::Verdict::Unreadable, problem});
  if (judge_.isJudging(key))
    return;
  answer.text = tr("Checking…");
  answer.mark = Mark::None;
  reader_.viewport()->update();
  judge_.judge(key, cells_.makeRunner(),
               book::codeCheckScript(exercise.check, cells_.code(*exercise.cell), function));
}

bool CodeDesk::canCheck(const QString& cell) const {
  const Node* node = cells_.find(cell);
  const QString number = node ? cells_.exercise(*node) : QString();
  return !number.isEmpty() && judgedExercise(reader_.page_.nodes, number).cell == node &&
         codeAnswer(reader_.page_.nodes, number) != nullptr;
}

void CodeDesk::check(const QString& cell) {
  if (canCheck(cell))
    judge(*codeAnswer(reader_.page_.nodes, cells_.exercise(*cells_.find(cell))));
}

void CodeDesk::tell(const QString& answer, const book::Judgement& judgement) {
  InlineObject* object = answerWithKey(reader_.page_.nodes, answer);
  if (!object)
    return; // another chapter is open by now
  object->mark = markOf(judgement.verdict);
  object->text = judgement.verdict == book::Verdict::Right    ? tr("All cases right")
                 : judgement.verdict == book::Verdict::NotYet ? tr("Not yet. Again?")
                                                              : tr("It does not run. Again?");
  reader_.viewport()->update();
  for (const Target& target : reader_.page_.layout.targets)
    if (objectOf(reader_.page_.layout, target) == object)
      reader_.say(target, judgement.words);
  emit checked(answer.section(u'/', 0, 0), judgement);
  emit reader_.answerGiven(answer, object->text, judgement.verdict == book::Verdict::Right);
  reader_.noticeExercises();
}

void CodeDesk::attach(std::vector<Node>& nodes) {
  cells_.attach(nodes, reader_.page_.chapter, reader_.type_, reader_.theme_);
  if (Node* code = cells_.find(editedCell_))
    code->code.isEditing = true;
}

void CodeDesk::activate(const Target& target) {
  Node& node = *target.node;
  switch (target.kind) {
  case TargetKind::Run:
    if (node.code.isRunning)
      cells_.stop(node);
    else
      cells_.run(node);
    break;
  case TargetKind::Edit:
    if (node.code.isEditing)
      closeEditor();
    else
      openEditor(node);
    break;
  case TargetKind::Beside:
    closeEditor();
    emit besideWanted(cells_.keyOf(node));
    break;
  case TargetKind::Copy:
    copy(node);
    break;
  case TargetKind::Reset:
    if (node.code.isEditing)
      closeEditor();
    cells_.reset(node);
    break;
  case TargetKind::More:
    cells_.expand(node);
    break;
  default:
    break;
  }
}

QString CodeDesk::cellInView() const {
  const Node* found = editor_ && editor_->hasFocus() ? cells_.find(editedCell_) : nullptr;
  const int focused = reader_.page_.state.focused;
  const std::vector<Target>& targets = reader_.page_.layout.targets;
  if (!found && focused >= 0) {
    const Target& target = targets[static_cast<std::size_t>(focused)];
    found = isCodeButton(target.kind) && target.node->code.isCell ? target.node : nullptr;
  }
  for (const Target& target : targets)
    if (!found && target.kind == TargetKind::Run && target.rect.bottom() > reader_.scrolled())
      found = target.node;
  return found ? cells_.keyOf(*found) : QString();
}

QString CodeDesk::describe(const Target& target) const {
  const CodePart& code = target.node->code;
  switch (target.kind) {
  case TargetKind::Run:
    return code.isRunning ? tr("Stop the code")
                          : tr("Run the code with %1. %2").arg(cells_.pythonName(), cells_.sandboxWords());
  case TargetKind::Edit:
    return code.isEditing ? tr("Close the editor; what you wrote is kept") : tr("Edit the code");
  case TargetKind::Beside:
    return tr("Open the code in an editor beside the text");
  case TargetKind::Copy:
    return tr("Copy the code");
  case TargetKind::Reset:
    return tr("Back to the code and the output of the book");
  case TargetKind::More:
    return target.node->text->copy(code.more);
  default:
    return {};
  }
}

void CodeDesk::copy(const Node& code) {
  const QString text = code.code.isCell ? cells_.code(code) : code.code.source;
  QGuiApplication::clipboard()->setText(text + u'\n');
  reader_.page_.state.copied = &code;
  copiedTimer_.start();
  reader_.viewport()->update();
}

void CodeDesk::setHovered(QPointF point) {
  const Node* found = nullptr;
  QRectF area;
  for (const Decoration& decoration : reader_.page_.layout.decorations) {
    if (decoration.kind != DecorationKind::CodeSurface)
      continue;
    if (decoration.rect.contains(point))
      found = decoration.node;
    if (decoration.node == reader_.page_.state.hoveredCode || decoration.rect.contains(point))
      area |= decoration.rect;
  }
  if (std::exchange(reader_.page_.state.hoveredCode, found) != found)
    reader_.updatePage(area);
}

void CodeDesk::openEditor(Node& code) {
  reader_.inputs_->closeEntry();
  closeEditor();
  editedCell_ = cells_.keyOf(code);
  if (editedCell_.isEmpty())
    return;
  editor_ = new CodeEditor(cells_.code(code), reader_.viewport());
  editor_->setAccessibleName(tr("Code. Control and Enter runs it, Escape leaves it"));
  connect(editor_, &CodeEditor::textChanged, this, [this] {
    if (Node* cell = cells_.find(editedCell_))
      cells_.setCode(*cell, editor_->toPlainText());
  });
  connect(editor_, &CodeEditor::runWanted, this, [this] {
    if (Node* cell = cells_.find(editedCell_))
      cells_.run(*cell);
  });
  connect(editor_, &CodeEditor::cursorPositionChanged, this, [this] {
    const QRectF cursor(editor_->viewport()->mapTo(reader_.viewport(), editor_->cursorRect().topLeft()),
                        editor_->cursorRect().size());
    reader_.ensureVisible(cursor.translated(0, reader_.scrolled()));
  });
  connect(editor_, &CodeEditor::closeWanted, this, &CodeDesk::closeEditor);
  connect(editor_, &CodeEditor::zoomWanted, &reader_, &Reader::zoomWanted);
  cells_.setEditing(code, true); // which places the page, and with it the editor
  editor_->show();
  editor_->setFocus();
}

void CodeDesk::closeEditor() {
  CodeEditor* editor = std::exchange(editor_, nullptr);
  if (!editor)
    return;
  if (editor->hasFocus())
    reader_.setFocus(); // before it is hidden, which would send the focus on to the next target
  editor->hide();
  editor->deleteLater();
  if (Node* cell = cells_.find(std::exchange(editedCell_, {})))
    cells_.setEditing(*cell, false);
}

void CodeDesk::placeEditor() {
  if (!editor_)
    return;
  const Node* cell = cells_.find(editedCell_);
  const auto surface =
      std::find_if(reader_.page_.layout.decorations.begin(), reader_.page_.layout.decorations.end(),
                   [&](const Decoration& decoration) {
                     return decoration.kind == DecorationKind::CodeSurface && decoration.node == cell;
                   });
  const auto text =
      std::find_if(reader_.page_.layout.texts.begin(), reader_.page_.layout.texts.end(),
                   [&](const PlacedText& placed) { return cell && placed.paragraph == cell->text.get(); });
  // A fold that was closed over it hides it, and it comes back with the fold.
  editor_->setVisible(surface != reader_.page_.layout.decorations.end() &&
                      text != reader_.page_.layout.texts.end());
  if (editor_->isHidden())
    return;
  // The bench beside the text may have changed it.
  const QString code = QString(cells_.code(*cell)).replace(u'\t', QStringLiteral("    "));
  if (!editor_->hasFocus() && editor_->toPlainText() != code) {
    const QSignalBlocker quiet(editor_); // it follows the cell, and writes nothing back
    editor_->setPlainText(code);
  }
  QRectF area = surface->rect;
  const double margin = text->origin.x() - area.left();
  area.setTop(text->origin.y() - 6);
  editor_->look(text->paragraph->style(), reader_.theme_, margin, cell->code.errorLine);
  editor_->verticalScrollBar()->setValue(0);
  editor_->setGeometry(area.translated(0, -reader_.scrolled()).adjusted(1, 0, -1, -1).toAlignedRect());
}

} // namespace eigenboard::reader
