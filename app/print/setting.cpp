#include "app/print/setting.h"

#include <QtCore/QFileInfo>

#include <cmath>
#include <utility>

namespace eigenboard::print {

namespace {

constexpr double zoom = 0.88;      ///< a body of 11.25 points
constexpr double cellScale = 0.92; ///< of a table's cells, to their size on the screen

/// The least that Qt can set, a 64th of a pixel: with it letters stay apart. Qt's PDF has no text for a
/// ligature, so that "coefficient" could neither be found nor copied.
constexpr double noLigatures = 1. / 64;

/// Hinting moves letters to whole pixels of a screen, which paper does not have.
void unhint(reader::TextStyle& style) {
  for (QFont* font : {&style.font, &style.codeFont}) {
    font->setHintingPreference(QFont::PreferNoHinting);
    font->setLetterSpacing(QFont::AbsoluteSpacing, noLigatures);
  }
}

/// Tables are read in columns, and have many lines: a smaller type saves pages and broken cells.
void shrink(reader::TextStyle& style, double by) {
  for (QFont* font : {&style.font, &style.codeFont})
    font->setPixelSize(static_cast<int>(std::lround(by * font->pixelSize())));
  style.lineHeight = std::round(by * style.lineHeight);
  style.formulaEm *= by;
}

reader::Typography paperType(const render::Theme& theme) {
  using reader::Typography;
  Typography type = reader::typography(theme, zoom);
  for (auto member : {&Typography::body, &Typography::title, &Typography::heading, &Typography::subheading,
                      &Typography::minorHeading, &Typography::label, &Typography::note, &Typography::cell,
                      &Typography::headerCell, &Typography::code, &Typography::display, &Typography::summary,
                      &Typography::cardTitle, &Typography::message})
    unhint(type.*member);
  shrink(type.cell, cellScale);
  // Paper cannot be scrolled.
  type.display.scrollsWide = false;
  type.code.scrollsWide = false;
  return type;
}

} // namespace

render::Theme paperTheme() {
  render::Theme theme = render::themeNamed(QStringLiteral("light"));
  theme.page = Qt::white;
  theme.surface = Qt::white;
  theme.text = Qt::black;
  return theme;
}

Setter::Setter(const book::Book& book, panel::Desk& desk, typesetting::Typesetter& typesetter,
               const Paper& paper)
    : book_(book), typesetter_(typesetter), paper_(paper), theme_(paperTheme()), type_(paperType(theme_)),
      numbers_(desk) {}

void Setter::fill(std::vector<reader::Node>& nodes) {
  for (reader::Node& node : nodes) {
    node.open = true;
    if (node.text)
      for (reader::InlineObject& object : node.text->objects())
        if (object.kind == reader::ObjectKind::Formula)
          object.formula = typesetter_.typeset(object.tex, object.display ? typesetting::Style::Display
                                                                          : typesetting::Style::Inline);
    fill(node.children);
  }
}

SetText Setter::set(const book::Blocks& blocks, const QString& file) {
  const auto problem = [this, &file](const book::Link& link) {
    const auto* to = std::get_if<book::FileLink>(&link);
    const bool isGone =
        to && !to->path.isEmpty() && !book_.findFile(QFileInfo(file).path() + u'/' + to->path);
    return isGone ? to->path : QString();
  };
  const QSet<QString> noGoals;
  reader::PageContext context{theme_, type_, numbers_, problem, noGoals};
  context.isPrinted = true;
  context.picture = [&](const QString& source) { return reader::findPicture(book_.directory, file, source); };
  return set(reader::makeNodes(blocks, context));
}

SetText Setter::set(std::vector<reader::Node> nodes, double narrower) {
  SetText text;
  text.nodes = std::move(nodes);
  fill(text.nodes);
  reader::Typography type = type_;
  type.measure -= narrower;
  text.layout = reader::flow(text.nodes, type, paper_.size.width());
  text.pages = breakPages(stripsOf(text.nodes, text.layout, paper_.textHeight()), paper_.textHeight());
  return text;
}

} // namespace eigenboard::print
