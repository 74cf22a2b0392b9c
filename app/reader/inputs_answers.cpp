#include "app/reader/answering.h"
#include "app/reader/answers.h"
#include "app/reader/inputs.h"
#include "app/reader/reader.h"

// Answers and choices.
namespace eigenboard::reader {

bool Inputs::isOption(int index) const {
  if (index < 0 || index >= static_cast<int>(reader_.layout_.targets.size()))
    return false;
  const Target& target = reader_.layout_.targets[static_cast<std::size_t>(index)];
  if (target.kind != TargetKind::Link)
    return false;
  const Paragraph& paragraph = *reader_.layout_.texts[static_cast<std::size_t>(target.text)].paragraph;
  return paragraph.content().links[static_cast<std::size_t>(target.index)].isOption;
}

bool Inputs::stepOption(int direction) {
  const int next = reader_.state_.focused + direction;
  if (!isOption(reader_.state_.focused))
    return false;
  if (isOption(next)) {
    const auto groupOf = [this](int index) {
      const Target& target = reader_.layout_.targets[static_cast<std::size_t>(index)];
      const Paragraph& paragraph = *reader_.layout_.texts[static_cast<std::size_t>(target.text)].paragraph;
      const int circle =
          circleOf(paragraph, paragraph.content().links[static_cast<std::size_t>(target.index)]);
      return std::pair(target.text, paragraph.objects()[static_cast<std::size_t>(circle)].group);
    };
    if (groupOf(next) == groupOf(reader_.state_.focused)) {
      reader_.state_.isByKeyboard = true;
      reader_.setFocused(next);
      reader_.ensureVisible(reader_.layout_.targets[static_cast<std::size_t>(next)].rect);
    }
  }
  return true;
}

void Inputs::choose(int index) {
  const Target target = reader_.layout_.targets[static_cast<std::size_t>(index)];
  const PlacedText& text = reader_.layout_.texts[static_cast<std::size_t>(target.text)];
  Paragraph& paragraph = *text.paragraph;
  const int chosen = circleOf(paragraph, paragraph.content().links[static_cast<std::size_t>(target.index)]);
  if (chosen < 0)
    return;
  InlineObject& circle = paragraph.objects()[static_cast<std::size_t>(chosen)];
  const book::Judgement judgement = book::judgeAnswer(std::get<book::CheckLink>(circle.link), circle.text);
  for (InlineObject& other : paragraph.objects())
    if (other.kind == ObjectKind::Choice && other.group == circle.group)
      other.mark = Mark::None;
  circle.mark = markOf(judgement.verdict);
  reader_.updatePage(text.rect());
  reader_.say(target, judgement.words);
  emit reader_.answerGiven(answerKey(reader_.nodes_, &circle), circle.text,
                           judgement.verdict == book::Verdict::Right);
  reader_.noticeExercises();
}

void Inputs::check(InlineObject& object, const QString& answer) {
  const book::Judgement judgement = book::judgeAnswer(std::get<book::CheckLink>(object.link), answer);
  object.text = answer;
  object.mark = markOf(judgement.verdict);
  reader_.say(edited_, judgement.words);
  reader_.updatePage(edited_.rect);
  emit reader_.answerGiven(answerKey(reader_.nodes_, &object), answer,
                           judgement.verdict == book::Verdict::Right);
  reader_.noticeExercises();
}

} // namespace eigenboard::reader
