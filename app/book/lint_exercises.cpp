#include "app/book/components.h"
#include "app/book/groups.h"
#include "app/book/lint_rules.h"
#include "app/book/lint_walk.h"
#include "app/book/words.h"

#include <QtCore/QCoreApplication>

#include <optional>

namespace eigenboard::book::lint {

namespace {

constexpr int fewestExercises = 8;

struct Tier {
  QString name;
  bool present = false;
  int line = 0;
  int exercises = 0;
};

struct Exercise {
  QString number;
  int line = 0;
  bool hint = false;
  bool solution = false;
};

/// Goes through the section from its heading on. What an unclosed fold swallowed still counts: the fold is a
/// fault of its own, and need not bring a dozen others.
class Section {
 public:
  Section(const QString& chapterId, int line, const Report& report)
      : report_(report), chapterId_(chapterId), line_(line) {}

  void heading(const QString& text, int line) {
    endExercise();
    tier_ = nullptr;
    for (Tier& tier : tiers_)
      if (tier.name == text) {
        tier_ = &tier;
        tier.present = true;
        tier.line = line;
      }
  }

  void exercise(const QString& number, int line) {
    endExercise();
    open_ = Exercise{number, line};
    ++count_;
    if (tier_)
      ++tier_->exercises;
    const QString expected = chapterId_ + u'.' + QString::number(expected_);
    if (number != expected)
      report_(line, translated("exercise %1 stands where %2 is expected").arg(number, expected));
    expected_ = number.section(u'.', -1).toInt() + 1;
  }

  void fold(const QString& summary) {
    if (!open_)
      return;
    open_->hint = open_->hint || summary == QStringLiteral("Hint");
    open_->solution = open_->solution || summary == QStringLiteral("Solution");
  }

  void end() {
    endExercise();
    if (count_ < fewestExercises)
      report_(line_, translated("exercises: there are %1, and a chapter has at least %2")
                         .arg(count_)
                         .arg(fewestExercises));
    for (const Tier& tier : tiers_) {
      if (!tier.present)
        report_(line_, translated("a tier of exercises is missing: '### %1'").arg(tier.name));
      else if (tier.exercises == 0)
        report_(tier.line, translated("the tier '%1' has no exercise (a paragraph that begins with **%2.1**)")
                               .arg(tier.name, chapterId_));
    }
  }

 private:
  void endExercise() {
    if (!open_)
      return;
    for (const auto& [present, name] :
         {std::pair(open_->hint, "Hint"), std::pair(open_->solution, "Solution")})
      if (!present)
        report_(open_->line,
                translated("exercise %1 has no fold '%2'").arg(open_->number, QLatin1StringView(name)));
    open_.reset();
  }

  const Report& report_;
  QString chapterId_;
  int line_;
  std::vector<Tier> tiers_ = {
      {QStringLiteral("Verify")}, {QStringLiteral("Apply")}, {QStringLiteral("Build")}};
  Tier* tier_ = nullptr;
  std::optional<Exercise> open_;
  int count_ = 0;
  int expected_ = 1;
};

} // namespace

void checkExercises(const Subject& subject, const Report& report) {
  if (subject.isAppendix())
    return;
  std::optional<Section> section;
  for (const Block* block : inOrder(subject.read.page.blocks)) {
    if (const auto* heading = std::get_if<Heading>(&block->content)) {
      const std::optional<Component> component = componentOf(*heading);
      if (section && heading->level <= 2)
        break;
      if (section)
        section->heading(plainText(heading->text), block->line);
      else if (component && component->name == QStringLiteral("Exercises"))
        section.emplace(subject.chapter.id, block->line, report);
    } else if (!section) {
      continue;
    } else if (const auto* fold = std::get_if<Fold>(&block->content)) {
      section->fold(plainText(fold->summary));
    } else if (const QString number = exerciseNumber(*block); !number.isEmpty()) {
      section->exercise(number, lineOf(*block));
    }
  }
  if (section)
    section->end();
}

} // namespace eigenboard::book::lint
