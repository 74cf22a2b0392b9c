#pragma once

#include "app/reader/python_colors.h"

#include <Qsci/qscilexercustom.h>

namespace eigenboard::code_bench {

/// Python in the colours that it has on the page: the same tokens, the same theme.
class PythonLexer : public QsciLexerCustom {
  Q_OBJECT

 public:
  explicit PythonLexer(QObject* parent = nullptr);
  /// Takes the colours of the theme; the editor has to be styled anew after it.
  void setLook(const QFont& font, const render::Theme& theme);

  const char* language() const override { return "Python"; }
  QString description(int style) const override;
  /// A line that ends so has the next one indented.
  const char* blockStart(int* style) const override;
  int defaultStyle() const override { return 0; }
  void styleText(int start, int end) override;
};

} // namespace eigenboard::code_bench
