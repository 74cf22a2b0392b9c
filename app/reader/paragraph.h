#pragma once

#include "app/reader/inline_object.h"

#include <QtCore/QRectF>

#include <memory>
#include <utility>

namespace eigenboard::reader {

/// What of a paragraph is selected, has the keyboard's focus or lies under the mouse. Indices, −1: none.
struct ParagraphState {
  Span selection;
  int focusedLink = -1;
  int focusedObject = -1;
  int hoveredLink = -1;
  int hoveredObject = -1;
};

/// Text in lines, with formulas and live things on its baseline. All positions are relative to its top left
/// corner, in px.
class Paragraph {
 public:
  Paragraph(ParagraphText text, TextStyle style);

  const ParagraphText& content() const { return content_; }
  const TextStyle& style() const { return style_; }
  std::vector<InlineObject>& objects() { return content_.objects; }
  const std::vector<InlineObject>& objects() const { return content_.objects; }

  /// Breaks the text into lines. Cheap when nothing but the width changed: the shapes of the words are kept.
  void layOut(double width);
  double height() const { return height_; }
  double width() const { return width_; }
  /// Sets the size of its words in px, and the line height with it; formulas and code in the sentence are
  /// left as they are.
  void setPixelSize(int pixels);
  /// Width of the longest line as laid out.
  double usedWidth() const { return usedWidth_; }
  /// Width with no line broken, and the least that breaks no word; the first call after a change costs a
  /// layout.
  double naturalWidth();
  double leastWidth();
  int lineCount() const { return static_cast<int>(lines_.size()); }
  double baseline(int line) const { return lines_.at(static_cast<std::size_t>(line)).baseline; }
  /// Top and bottom of a line.
  std::pair<double, double> lineSpan(int line) const;
  /// Where the words of a line end.
  double lineEnd(int line) const;
  int lineOf(int position) const;

  /// The position between characters nearest to a point.
  int positionAt(QPointF point) const;
  /// The character under a point, or −1.
  int characterAt(QPointF point) const;
  std::vector<QRectF> rects(Span span) const;
  QRectF objectBox(int object) const;
  int linkAt(QPointF point) const;
  int objectAt(QPointF point) const;

  /// clip: the part of the page that is being painted, relative to the paragraph.
  void paint(QPainter& painter, QPointF origin, const QRectF& clip, const render::Theme& theme,
             const ParagraphState& state) const;

  /// The text of a part as a copy or a screen reader has it.
  QString copy(Span span, FormulasAs formulas = FormulasAs::Tex) const;
  int length() const { return static_cast<int>(content_.text.size()); }

 private:
  struct Line {
    double top = 0;
    double bottom = 0;
    double baseline = 0;
  };

  enum class Change : std::uint8_t { None, Heights, Widths };
  Change measureObjects(double available);
  double widestWord();
  void applyFormats();
  void breakLines(double width);
  double baselineNear(const QRectF& rect) const;
  void paintBehindText(QPainter& painter, QPointF origin, const QRectF& clip, const render::Theme& theme,
                       const ParagraphState& state) const;

  ParagraphText content_;
  TextStyle style_;
  std::unique_ptr<QTextLayout> layout_;
  std::vector<Line> lines_;
  double width_ = -1;
  double natural_ = -1;
  double least_ = -1;
  double usedWidth_ = 0;
  double height_ = 0;
  bool formatted_ = false;
};

/// The colour of the words of a link.
QColor linkColor(const book::Link& link, const QString& problem, const QColor& words,
                 const render::Theme& theme);

} // namespace eigenboard::reader
