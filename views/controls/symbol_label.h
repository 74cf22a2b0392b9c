#pragma once

#include "views/controls/tex_labels.h"
#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

namespace eigenboard::controls {

/// A short piece of TeX, or plain words where there is none, vertically centred on the line of the controls.
class SymbolLabel : public QWidget, public Themed {
  Q_OBJECT

 public:
  /// tex may be empty; then words are shown.
  SymbolLabel(const QString& tex, const QString& words, typesetting::Typesetter& typesetter,
              const render::Theme& theme, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString tex_;
  QString words_;
  TexLabels* labels_;
};

} // namespace eigenboard::controls
