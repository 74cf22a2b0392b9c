#pragma once

#include "app/reader/python_colors.h"

#include <QtGui/QSyntaxHighlighter>

namespace eigenboard::reader {

/// The colours of python_colors in a document that is edited.
class PythonHighlighter : public QSyntaxHighlighter {
  Q_OBJECT

 public:
  explicit PythonHighlighter(QTextDocument* document);
  void setLook(const QFont& font, const render::Theme& theme);

 protected:
  void highlightBlock(const QString& text) override;

 private:
  QFont font_;
  render::Theme theme_;
  QList<QTextLayout::FormatRange> colors_; ///< of the whole text
  int revision_ = -1;                      ///< of the document that they belong to
};

} // namespace eigenboard::reader
