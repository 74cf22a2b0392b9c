#include "tests/code_runner/run_fixture.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <QtTest/QTest>

using namespace eigenboard;
using namespace Qt::StringLiterals;
using tests::run;
using tests::Run;

namespace {

/// As the page paints it, at two pixels to a unit.
QImage painted(const QByteArray& figure) {
  QSvgRenderer renderer;
  if (!renderer.load(figure))
    return {};
  QImage image(2 * renderer.defaultSize(), QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  renderer.render(&painter);
  return image;
}

/// The pixels of about that colour.
QRect inkOf(const QImage& image, const QColor& color) {
  QRect ink;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      if (const QColor here = image.pixelColor(x, y); std::abs(here.red() - color.red()) +
                                                          std::abs(here.green() - color.green()) +
                                                          std::abs(here.blue() - color.blue()) <
                                                      30)
        ink |= QRect(x, y, 1, 1);
  return ink;
}

} // namespace

/// What code draws with Matplotlib comes out as outlines, and its errors and output are as without.
class FiguresAreKept : public QObject {
  Q_OBJECT

 private slots:
  void shownAndOpenFiguresAreKept() {
    const Run made =
        run(u"import matplotlib.pyplot as plt\nplt.plot([0, 1], [0, 1])\nplt.show()\n"
            "print(len(plt.get_fignums()))\nplt.figure(figsize=(4, 2))\nplt.bar([1, 2], [3, 4])\n"
            "print('end')"_s);
    QVERIFY2(made.outcome.isGood(), qPrintable(made.errors));
    QCOMPARE(made.printed, u"0\nend\n"_s);
    QCOMPARE(made.errors, QString());
    QCOMPARE(made.figures.size(), std::size_t{2});
    QCOMPARE(painted(made.figures[0]).size(), QSize(2 * 461, 2 * 346)); // 6.4 by 4.8 inches
    QCOMPARE(painted(made.figures[1]).size(), QSize(2 * 288, 2 * 144));
    for (const QByteArray& figure : made.figures)
      QVERIFY(!figure.contains("clip-path") && !figure.contains("<image") && !figure.contains("<text"));
    QVERIFY(made.folderIsGone);
  }

  /// Matplotlib's own Agg painter is the judge of where ink may be.
  void nothingLeavesItsAxes() {
    const Run made = run(uR"(
import numpy as np, matplotlib.pyplot as plt
figure, axes = plt.subplots(figsize=(4, 3))
axes.plot([-9, 9], [-9, 9], color='#ff0000', linewidth=3)
axes.fill_between([-9, 9], [-9, -9], [0, 9], color='#00ff00')
axes.scatter([0, 5], [0.5, 0.5], color='#0000ff', s=300)
axes.imshow(np.array([[0.0, 1.0]]), extent=(-5, 5, -1, 0), cmap='gray', aspect='auto')
axes.set_xlim(-1, 1); axes.set_ylim(-1, 1)
figure.canvas.draw()
box = axes.get_window_extent().transformed(figure.dpi_scale_trans.inverted())
print(*(144 * np.array([box.x0, 3 - box.y1, box.x1, 3 - box.y0])))
)"_s);
    QVERIFY2(made.outcome.isGood(), qPrintable(made.errors));
    const QStringList sides = made.printed.split(u' ');
    QCOMPARE(sides.size(), 4);
    const QRectF box(QPointF(sides[0].toDouble(), sides[1].toDouble()),
                     QPointF(sides[2].toDouble(), sides[3].toDouble()));
    QCOMPARE(made.figures.size(), std::size_t{1});
    const QImage image = painted(made.figures[0]);
    for (const QColor color : {QColor(255, 0, 0), QColor(0, 255, 0), QColor(0, 0, 255)}) {
      const QRect ink = inkOf(image, color);
      QVERIFY(ink.width() > 20 && ink.height() > 20);
      // 4: half the width of a line that is cut at the border, and rounding.
      QVERIFY2(box.adjusted(-4, -4, 4, 4).contains(ink), qPrintable(color.name()));
    }
  }

  void errorsAreTheCellsOwn() {
    const Run made = run(u"import matplotlib.pyplot as plt\nplt.plot([1, 2])\n\nraise ValueError('no')"_s);
    QCOMPARE(made.outcome.errorLine, 4);
    QCOMPARE(made.outcome.error, u"ValueError: no"_s);
    QVERIFY2(!made.errors.contains(u"draw_figures"_s), qPrintable(made.errors));
    QCOMPARE(made.figures.size(), std::size_t{1}); // what was drawn until then
    const Run broken = run(u"import matplotlib\nx = ("_s);
    QCOMPARE(broken.outcome.errorLine, 2);
    QVERIFY(!broken.errors.contains(u"draw_figures"_s));
    const Run exits = run(u"import matplotlib\nraise SystemExit(7)"_s);
    QCOMPARE(exits.outcome.exitCode, 7);
  }

  void savingAFileStillWorks() {
    const Run made = run(u"import matplotlib.pyplot as plt, os\nplt.plot([1, 2])\nplt.savefig('a.png')\n"
                         "plt.close()\nprint(os.path.getsize('a.png') > 1000, __name__)"_s);
    QCOMPARE(made.printed, u"True __main__\n"_s);
    QVERIFY(made.figures.empty());
  }

  void manyFiguresAreBounded() {
    const Run made =
        run(u"import matplotlib.pyplot as plt\nfor i in range(12):\n    plt.figure(figsize=(1, 1))\n"
            "    plt.show()"_s);
    QVERIFY2(made.outcome.isGood(), qPrintable(made.errors));
    QCOMPARE(made.figures.size(), std::size_t{8});
  }
};

QTEST_MAIN(FiguresAreKept)
#include "figures_are_kept.moc"
