#pragma once

#include "tests/typesetting/formula_list.h"

#include <QtCore/QList>
#include <QtCore/QPoint>
#include <QtCore/QRect>
#include <QtCore/QSize>
#include <QtGui/QImage>

#include <memory>

/// A formula's place on the page: a cell, and in it the left end of the baseline.
struct PageCell {
  ListedFormula formula;
  QRect cell;
  QPoint origin;
  double tagDistance = 0; ///< px from the body's right end to the right end of a \tag
};

struct KatexMetrics {
  QString error;    ///< KaTeX's own, or the browser's
  double width = 0; ///< px, like the others
  double height = 0;
  double depth = 0;
};

struct KatexPage {
  QString problem; ///< empty, or why there is no page
  QList<KatexMetrics> metrics;
  QImage image;
};

/// Empty if there is none.
QString findChromium();

/// KaTeX's HTML and style sheet drawn by one run of headless Chromium, pixelsPerEm to KaTeX's em. It begins
/// at once, beside whatever else there is to do; result() waits for it.
class ChromiumRun {
 public:
  ChromiumRun(const QList<PageCell>& cells, QSize size, int pixelsPerEm,
              const QHash<QString, QString>& macros);
  ~ChromiumRun();
  ChromiumRun(const ChromiumRun&) = delete;
  ChromiumRun& operator=(const ChromiumRun&) = delete;

  KatexPage result();

 private:
  struct Private;
  std::unique_ptr<Private> d;
};
