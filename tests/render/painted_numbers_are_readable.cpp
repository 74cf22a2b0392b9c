#include "tests/render/test_scenes.h"
#include "views/render/plane_layout.h"
#include "views/render/plane_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtTest/QTest>

using namespace eigenboard;

/// What reaches the screen, not what was asked for: the strokes of small letters are thinner than a pixel,
/// and paler than their colour.
class PaintedNumbersAreReadable : public QObject {
  Q_OBJECT

 private slots:
  void onTheAxes_data();
  void onTheAxes();

 private:
  typesetting::Typesetter typesetter_;
};

namespace {

/// For each word in a row of the image, by the empty columns between them, the contrast of its strongest
/// pixel.
std::vector<double> contrasts(const QImage& image, const QRect& row, const QColor& ground) {
  constexpr int betweenWords = 6;
  std::vector<double> words;
  int empty = betweenWords;
  for (int x = row.left(); x <= row.right(); ++x) {
    double strongest = 1;
    for (int y = row.top(); y <= row.bottom(); ++y)
      strongest = std::max(strongest, render::contrastRatio(image.pixelColor(x, y), ground));
    if (strongest < 1.3) {
      ++empty;
      continue;
    }
    if (empty >= betweenWords)
      words.push_back(1);
    empty = 0;
    words.back() = std::max(words.back(), strongest);
  }
  return words;
}

} // namespace

void PaintedNumbersAreReadable::onTheAxes_data() {
  QTest::addColumn<QString>("key");
  for (const render::Theme& theme : render::themes())
    QTest::newRow(qPrintable(theme.key)) << theme.key;
}

void PaintedNumbersAreReadable::onTheAxes() {
  QFETCH(QString, key);
  const render::Theme theme = render::themeNamed(key);
  render::PlaneWidget plane(typesetter_, theme);
  plane.resize(520, 420);
  plane.setScale(1 / theme.type); // so that the layout below is that of the widget
  scene::PlaneView view = tests::transformView({1.5, 0.3}, {0.5, 1.2}, {-1.5, 1});
  view.x.label.clear();
  view.y.label.clear();
  plane.setView(view);
  const QImage image = plane.grab().toImage();
  const QRectF area = render::layoutPlane(view, plane.size()).frame.area;
  const QRect below(0, static_cast<int>(area.bottom()) + 2, image.width(), 22);
  const std::vector<double> words = contrasts(image, below, theme.surface);
  QVERIFY(words.size() >= 4);
  for (const double contrast : words)
    QVERIFY2(contrast >= (theme.highContrast ? 7 : 4.5), qPrintable(QString::number(contrast)));
}

QTEST_MAIN(PaintedNumbersAreReadable)
#include "painted_numbers_are_readable.moc"
