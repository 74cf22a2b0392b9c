#include "app/book/components.h"
#include "app/search/documents.h"
#include "app/search/page_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <optional>

namespace eigenboard::search {

namespace {

const QString separator = cellSeparator.toString();

QString withCapital(QString title) {
  if (!title.isEmpty())
    title[0] = title[0].toUpper();
  return title;
}

/// "4.6.1" when the paragraph begins with it in bold, and is an exercise.
QString exerciseNumber(const book::Block& block) {
  static const QRegularExpression form(QStringLiteral("^\\d+\\.\\d+\\.\\d+$"));
  const auto* paragraph = std::get_if<book::Paragraph>(&block.content);
  if (!paragraph || paragraph->text.empty() || paragraph->text.front().kind != book::InlineKind::Strong)
    return {};
  const QString text = lineOf(paragraph->text.front().children);
  return form.match(text).hasMatch() ? text : QString();
}

/// Goes through the blocks of a page and gathers what belongs to one heading or one exercise.
class PageReader {
 public:
  explicit PageReader(const book::Chapter& chapter)
      : chapter_(chapter), name_(chapter.id + u' ' + chapter.title),
        isGlossary_(chapter.id == QStringLiteral("H")), isNotation_(chapter.id == QStringLiteral("B")) {}

  std::vector<Document> run(const book::Page& page) {
    current_ = made(Kind::Chapter, name_);
    current_.number = chapter_.id;
    current_.where = chapter_.covers;
    current_.context.clear();
    if (page.blocks.empty())
      current_.text = chapter_.covers;
    else
      current_.keywords = chapter_.covers;
    for (const book::Block& block : page.blocks)
      take(block);
    finish();
    return std::move(documents_);
  }

 private:
  Document made(Kind kind, const QString& title) const {
    Document document;
    document.kind = kind;
    document.title = title;
    document.context = name_;
    document.target.kind = kind;
    document.target.chapter = chapter_.id;
    document.target.anchor = anchor_;
    return document;
  }

  QString under(const QString& title) const {
    return title.isEmpty() ? chapter_.id : chapter_.id + separator + title;
  }

  void take(const book::Block& block) {
    if (const auto* heading = std::get_if<book::Heading>(&block.content))
      return takeHeading(*heading);
    if (const QString number = exerciseNumber(block); isExercises_ && !number.isEmpty())
      beginExercise(number);
    const auto* table = std::get_if<book::Table>(&block.content);
    if (isNotation_ && table)
      return takeNotation(*table);
    current_.text += textOf(block) + u'\n';
  }

  void takeHeading(const book::Heading& heading) {
    if (heading.level == 1)
      return;
    finish();
    const QString title = lineOf(heading.text);
    anchor_ = heading.anchor;
    if (heading.level == 2) {
      const std::optional<book::Component> component = book::componentOf(heading);
      section_ = title;
      subsection_.clear();
      isExercises_ = component && component->name == QStringLiteral("Exercises");
      current_ =
          made(Kind::Section,
               component && !component->subtitle.empty() ? withCapital(lineOf(component->subtitle)) : title);
      current_.where = under(component && !component->subtitle.empty() ? component->name : chapter_.title);
      current_.context += u' ' + title;
      return;
    }
    subsection_ = title;
    current_ = made(isGlossary_ && heading.level == 3 ? Kind::Term : Kind::Section, title);
    current_.where = under(section_.isEmpty() ? chapter_.title : section_);
    current_.context += u' ' + section_;
  }

  void beginExercise(const QString& number) {
    finish();
    current_ = made(Kind::Exercise, QCoreApplication::translate("search", "Exercise %1").arg(number));
    current_.number = number;
    current_.where = under(subsection_.isEmpty() ? section_ : section_ + separator + subsection_);
    current_.context += u' ' + section_;
  }

  /// Each row of the notation reference: its first cell is the symbol, the others say what it is.
  void takeNotation(const book::Table& table) {
    for (const std::vector<book::Inlines>& row : table.rows) {
      if (row.empty())
        continue;
      Document document = made(Kind::Notation, lineOf(row.front()));
      QStringList told;
      for (std::size_t cell = 1; cell < row.size(); ++cell)
        if (const QString text = textOf({book::Paragraph{row[cell]}, 0}); !text.isEmpty())
          told += text;
      document.text = told.join(separator);
      document.where =
          under(subsection_.isEmpty() ? (section_.isEmpty() ? chapter_.title : section_) : subsection_);
      documents_.push_back(std::move(document));
    }
  }

  void finish() {
    // A heading with nothing but subsections below it is still a place to go to, by its own name.
    if (current_.kind == Kind::Section && current_.text.trimmed().isEmpty())
      current_.context.clear();
    if (!current_.title.isEmpty())
      documents_.push_back(std::move(current_));
    current_ = {};
  }

  const book::Chapter& chapter_;
  const QString name_; ///< with its number
  const bool isGlossary_;
  const bool isNotation_;
  std::vector<Document> documents_;
  Document current_;
  QString anchor_;
  QString section_;
  QString subsection_;
  bool isExercises_ = false;
};

} // namespace

std::vector<Document> chapterDocuments(const book::Chapter& chapter, const book::Page& page) {
  return PageReader(chapter).run(page);
}

} // namespace eigenboard::search
