#include "app/book/number_text.h"
#include "app/reader/reader.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QUrl>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolTip>

#include <cmath>

namespace eigenboard::reader {

namespace {

/// Slack for answers that are exact in decimals but not in binary.
constexpr double decimalSlack = 1e-9;

} // namespace

InlineObject* Reader::objectOf(const Target& target) {
  if (target.kind != TargetKind::Object || target.text < 0 || target.text >= static_cast<int>(layout_.texts.size()))
    return nullptr;
  std::vector<InlineObject>& objects = layout_.texts[static_cast<std::size_t>(target.text)].paragraph->objects();
  return target.index < static_cast<int>(objects.size()) ? &objects[static_cast<std::size_t>(target.index)] : nullptr;
}

void Reader::activate(int index) {
  if (index < 0 || index >= static_cast<int>(layout_.targets.size()))
    return;
  const Target target = layout_.targets[static_cast<std::size_t>(index)];
  switch (target.kind) {
  case TargetKind::Link: {
    const Paragraph& paragraph = *layout_.texts[static_cast<std::size_t>(target.text)].paragraph;
    const LinkSpan& link = paragraph.content().links[static_cast<std::size_t>(target.index)];
    if (link.problem.isEmpty())
      follow(book::Link(link.link)); // a copy: following may replace the page
    else
      QToolTip::showText(viewport()->mapToGlobal((target.rect.bottomLeft() - QPointF(0, scrolled())).toPoint()),
                         link.problem, viewport());
    break;
  }
  case TargetKind::Object: {
    InlineObject* object = objectOf(target);
    if (object && object->kind == ObjectKind::Reveal) {
      const auto& check = std::get<book::CheckLink>(object->link);
      object->text = check.answer;
      relayout();
    } else if (object) {
      openEditor(index);
    }
    break;
  }
  case TargetKind::Fold:
    toggleFold(*target.node);
    break;
  case TargetKind::Card:
    state_.stagePanel = target.node->panel.panel;
    viewport()->update();
    emit panelRequested(target.node->panel.panel, target.node->panel.settings);
    emit stageWanted(target.node->panel.panel);
    break;
  case TargetKind::Copy:
    copyCode(*target.node);
    break;
  }
}

void Reader::follow(const book::Link& link) {
  if (const auto* panel = std::get_if<book::PanelLink>(&link)) {
    state_.stagePanel = panel->panel;
    emit panelRequested(panel->panel, panel->settings);
    emit stageWanted(panel->panel);
  } else if (const auto* set = std::get_if<book::SetLink>(&link)) {
    state_.stagePanel = set->panel;
    if (panel::Session* session = numbers_.session(set->panel))
      session->apply(set->settings, true);
    emit stageWanted(set->panel);
  } else if (const auto* goal = std::get_if<book::GoalLink>(&link)) {
    state_.stagePanel = goal->panel;
    emit stageWanted(goal->panel);
  } else if (const auto* term = std::get_if<book::TermLink>(&link)) {
    openChapter(QStringLiteral("H"), term->slug);
  } else if (const auto* file = std::get_if<book::FileLink>(&link)) {
    followFile(*file);
  } else if (const auto* web = std::get_if<book::WebLink>(&link)) {
    QDesktopServices::openUrl(QUrl(web->address));
  }
}

void Reader::followFile(const book::FileLink& link) {
  if (link.path.isEmpty()) {
    if (layout_.anchors.contains(link.anchor)) {
      setPosition(placeAt(layout_, layout_.anchors.value(link.anchor) - 12));
      arrivalTimer_.start();
    }
    return;
  }
  if (const book::Chapter* chapter = book_.findFile(QFileInfo(file_).path() + u'/' + link.path))
    openChapter(QString(chapter->id), QString(link.anchor));
}

void Reader::toggleFold(Node& fold) {
  fold.open = !fold.open;
  relayout();
  loader_.request(layout_, scrolled());
}

void Reader::copyCode(const Node& code) {
  QGuiApplication::clipboard()->setText(code.text->copy({0, code.text->length()}) + u'\n');
  state_.copied = &code;
  copiedTimer_.start();
  viewport()->update();
}

void Reader::copySelection() {
  if (!state_.selection.isEmpty())
    QGuiApplication::clipboard()->setText(selectedText());
}

void Reader::dragNumber(const QPointF& pagePoint, Qt::KeyboardModifiers modifiers) {
  const InlineObject* object = objectOf(layout_.targets[static_cast<std::size_t>(press_.target)]);
  const panel::Parameter* parameter = object ? numbers_.parameter(object->link) : nullptr;
  if (!parameter)
    return;
  // A hand's width covers the range; Shift covers it ten times as fast, Alt a tenth as fast.
  constexpr double pixelsForRange = 400;
  const double rate = modifiers & Qt::ShiftModifier ? 10 : modifiers & Qt::AltModifier ? 0.1 : 1;
  const double share = rate * (pagePoint.x() - press_.at.x()) / pixelsForRange;
  double value = press_.startValue;
  if (parameter->spacing == panel::Spacing::Logarithmic && parameter->minimum > 0 && press_.startValue > 0) {
    value *= std::pow(parameter->maximum / parameter->minimum, share);
  } else {
    value += share * (parameter->maximum - parameter->minimum);
    if (const double grain = rate < 1 ? parameter->step / 10 : parameter->step; grain > 0)
      value = std::round(value / grain) * grain;
  }
  const auto& scrub = std::get<book::ScrubLink>(object->link);
  numbers_.session(scrub.panel)->set(scrub.parameter, panel::Value(value));
}

bool Reader::stepNumber(int direction, Qt::KeyboardModifiers modifiers) {
  if (state_.focused < 0 || state_.focused >= static_cast<int>(layout_.targets.size()))
    return false;
  const InlineObject* object = objectOf(layout_.targets[static_cast<std::size_t>(state_.focused)]);
  const panel::Parameter* parameter = object ? numbers_.parameter(object->link) : nullptr;
  if (!parameter)
    return false;
  const auto& scrub = std::get<book::ScrubLink>(object->link);
  panel::Session* session = numbers_.session(scrub.panel);
  const double factor = modifiers & Qt::ShiftModifier ? 10 : modifiers & Qt::AltModifier ? 0.1 : 1;
  const double step = factor * parameter->step;
  double value = session->number(scrub.parameter) + direction * step;
  if (step > 0) // a sum of many steps would drift off the decimals that the reader sees
    value = std::round(value / (step / 10)) * (step / 10);
  session->set(scrub.parameter, panel::Value(value));
  return true;
}

void Reader::resetNumber(int target) {
  if (target < 0 || target >= static_cast<int>(layout_.targets.size()))
    return;
  const InlineObject* object = objectOf(layout_.targets[static_cast<std::size_t>(target)]);
  if (!object || object->kind != ObjectKind::Scrub)
    return;
  const auto& scrub = std::get<book::ScrubLink>(object->link);
  numbers_.session(scrub.panel)->reset(scrub.parameter);
}

void Reader::openEditor(int index, const QString& text) {
  closeEditor(true);
  const Target target = layout_.targets[static_cast<std::size_t>(index)];
  InlineObject* object = objectOf(target);
  if (!object || (object->kind != ObjectKind::Scrub && object->kind != ObjectKind::Answer))
    return;
  setFocused(index);
  const bool isAnswer = object->kind == ObjectKind::Answer;
  edited_ = target;
  editor_ = new QLineEdit(viewport());
  const QString present = isAnswer && object->mark == Mark::None ? QString() : object->text;
  editor_->setText(text.isEmpty() ? present : text);
  editor_->setAccessibleName(describe(target));
  editor_->setFont(type_.cell.font);
  editor_->setFrame(false);
  editor_->setTextMargins(4, 0, 4, 0);
  editor_->setMaxLength(64);
  if (isAnswer)
    editor_->setPlaceholderText(tr("a number"));
  QPalette palette = editor_->palette();
  palette.setColor(QPalette::Base, theme_.surface);
  palette.setColor(QPalette::Text, theme_.text);
  palette.setColor(QPalette::PlaceholderText, theme_.textMuted);
  palette.setColor(QPalette::Highlight, theme_.selection);
  palette.setColor(QPalette::HighlightedText, theme_.text);
  editor_->setPalette(palette);
  editor_->setStyleSheet(QStringLiteral("QLineEdit{border:1.5px solid %1;border-radius:4px;padding:0;background:%2;color:%3}")
                             .arg(theme_.link.name(), theme_.surface.name(), theme_.text.name()));
  const QRectF area = target.rect.translated(0, -scrolled());
  const double width = std::max(area.width(), 5.5 * type_.body.font.pixelSize());
  editor_->setGeometry(QRectF(area.left(), area.top() - 1, width, area.height() + 2).toAlignedRect());
  editor_->installEventFilter(this);
  editor_->show();
  editor_->setFocus();
  if (text.isEmpty())
    editor_->selectAll();
  editorClock_.start();
}

void Reader::closeEditor(bool commit) {
  if (!editor_)
    return;
  QLineEdit* editor = std::exchange(editor_, nullptr);
  editor->removeEventFilter(this);
  const QString text = editor->text();
  const bool hadFocus = editor->hasFocus();
  if (hadFocus)
    setFocus(); // before it is hidden, which would send the focus on to the next target
  editor->hide();
  editor->deleteLater();
  InlineObject* object = commit ? objectOf(edited_) : nullptr;
  if (!object || text.trimmed().isEmpty())
    return;
  if (object->kind == ObjectKind::Scrub)
    commitNumber(*object, text);
  else
    commitAnswer(*object, text);
}

void Reader::commitNumber(InlineObject& object, const QString& text) {
  const panel::Parameter* parameter = numbers_.parameter(object.link);
  if (!parameter)
    return;
  const panel::Parsed parsed = panel::fromText(*parameter, text);
  if (!parsed.ok()) {
    QToolTip::showText(viewport()->mapToGlobal((edited_.rect.bottomLeft() - QPointF(0, scrolled())).toPoint()),
                       parsed.error, viewport());
    return;
  }
  const auto& scrub = std::get<book::ScrubLink>(object.link);
  numbers_.session(scrub.panel)->set(scrub.parameter, parsed.value);
}

void Reader::commitAnswer(InlineObject& object, const QString& text) {
  const auto& check = std::get<book::CheckLink>(object.link);
  const std::optional<double> given = book::numberFromText(text);
  const double slack = decimalSlack * (1 + std::abs(check.value));
  const bool right = given && std::abs(*given - check.value) <= check.tolerance + slack;
  object.text = text.trimmed();
  object.mark = right ? Mark::Right : Mark::Wrong;
  const QString said = right ? tr("Right") : given ? tr("Not yet") : tr("A number is needed, such as 0.5, −3 or 1/3");
  QToolTip::showText(viewport()->mapToGlobal((edited_.rect.bottomLeft() - QPointF(0, scrolled())).toPoint()), said,
                     viewport());
  updatePage(edited_.rect);
}

} // namespace eigenboard::reader
