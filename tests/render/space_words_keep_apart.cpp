#include "tests/render/space_scenes.h"
#include "views/render/space/space_painter.h"
#include "views/typesetting/typesetter.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace eigenboard;

/// Numbers, axis labels, labels of marks and the title never lie over one another, from wherever the space is
/// looked at; and the colours of heights are in order for every reader.
class SpaceWordsKeepApart : public QObject {
  Q_OBJECT

 private slots:
  void noWordLiesOverAnother_data();
  void noWordLiesOverAnother();
  void usualViewsNameEveryAxis();
  void hugeAndTinyHeightsLookLikeUsualOnes_data();
  void hugeAndTinyHeightsLookLikeUsualOnes();
  void lightnessGrowsWithHeight();
  void stepsOfColorAreEven();
  void heightsAreToldApartWithoutRedOrGreen();

 private:
  std::vector<QRectF> wordsOf(const scene::SpaceView& view, const scene::Camera& camera, QSize size) {
    const render::Theme theme = render::themeNamed({});
    render::LabelMemory labels;
    render::SpaceMemory memory;
    render::PaintKit kit;
    kit.theme = &theme;
    kit.formulas = render::waitingFormulas(typesetter_);
    kit.memory = &labels;
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    render::paintSpace(painter, view, camera, QRectF(QPointF(), QSizeF(size)), kit, &memory,
                       render::SpaceQuality::Draft);
    return memory.labels;
  }
  typesetting::Typesetter typesetter_;
};

namespace {

using Linear = std::array<double, 3>;

Linear linearOf(const QColor& color) {
  const auto decode = [](float channel) {
    const auto value = static_cast<double>(channel);
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return {decode(color.redF()), decode(color.greenF()), decode(color.blueF())};
}

/// CIE L*a*b* under D65, computed from the standard's own definitions.
Linear labOf(const Linear& rgb) {
  const double x = (0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047;
  const double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
  const double z = (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883;
  const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
  return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

double distanceOf(const Linear& one, const Linear& other) {
  return std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

using Matrix = std::array<Linear, 3>;
/// Dichromats as Machado, Oliveira and Fernandes (2009) model them, severity 1.
constexpr Matrix protanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};

Linear seenBy(const Matrix& eye, const Linear& rgb) {
  Linear seen{};
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j)
      seen.at(i) += eye.at(i).at(j) * rgb.at(j);
  for (double& channel : seen)
    channel = std::clamp(channel, 0.0, 1.0);
  return seen;
}

} // namespace

void SpaceWordsKeepApart::noWordLiesOverAnother_data() {
  QTest::addColumn<int>("which");
  QTest::addColumn<QSize>("size");
  for (int which = 0; which < 4; ++which)
    for (const QSize size : {QSize(700, 600), QSize(320, 260)})
      QTest::addRow("%d %dx%d", which, size.width(), size.height()) << which << size;
}

void SpaceWordsKeepApart::noWordLiesOverAnother() {
  QFETCH(const int, which);
  QFETCH(const QSize, size);
  const std::array<scene::SpaceView, 4> views{tests::rosenbrockSpace(), tests::bellSpace(),
                                              tests::saddleSpace(), tests::planesSpace()};
  const scene::SpaceView& view = views.at(static_cast<std::size_t>(which));
  const QRectF area(QPointF(0, 0), QSizeF(size));
  std::size_t most = 0;
  for (int azimuth = -180; azimuth < 180; azimuth += 36)
    for (int elevation = -90; elevation <= 90; elevation += 30) {
      scene::Camera camera = view.camera;
      camera.azimuth = azimuth;
      camera.elevation = elevation;
      const std::vector<QRectF> words = wordsOf(view, camera, size);
      most = std::max(most, words.size());
      for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          QVERIFY2(!words[i].intersects(words[j]),
                   qPrintable(QStringLiteral("at %1°, %2°").arg(azimuth).arg(elevation)));
    }
  QVERIFY(most >= (size.width() > 400 ? 12U : 6U));
}

void SpaceWordsKeepApart::usualViewsNameEveryAxis() {
  // With and without axis labels, everything else being equal: there are three words more.
  scene::SpaceView view = tests::bellSpace();
  scene::SpaceView bare = view;
  bare.x.label = bare.y.label = bare.z.label = QString();
  for (int azimuth = -175; azimuth < 180; azimuth += 20)
    for (const int elevation : {15, 28, 45}) {
      scene::Camera camera;
      camera.azimuth = azimuth;
      camera.elevation = elevation;
      if (std::abs(std::remainder(azimuth, 90)) < 12)
        continue; // an axis is seen from its end
      QCOMPARE(wordsOf(view, camera, {700, 600}).size(), wordsOf(bare, camera, {700, 600}).size() + 3);
    }
}

void SpaceWordsKeepApart::hugeAndTinyHeightsLookLikeUsualOnes_data() {
  QTest::addColumn<double>("times");
  QTest::newRow("huge") << 1e18;
  QTest::newRow("tiny") << 1e-18;
  QTest::newRow("at the end of doubles") << 1e90;
}

/// A picture of s·f is that of f but for the numbers at its upright side: as many words, none over another,
/// and the same colours where no word is.
void SpaceWordsKeepApart::hugeAndTinyHeightsLookLikeUsualOnes() {
  QFETCH(const double, times);
  const auto viewOf = [](double factor) {
    scene::SpaceView view;
    view.x = {QStringLiteral("x"), -2, 2};
    view.y = {QStringLiteral("y"), -2, 2};
    view.z = {QStringLiteral("f(x, y)"), -4 * factor, 4 * factor};
    view.marks.emplace_back(
        tests::surfaceOf([factor](double x, double y) { return factor * x * y; }, 21, 21, -2, 2, -2, 2));
    return view;
  };
  for (const QSize size : {QSize(640, 480), QSize(420, 234), QSize(207, 320)}) {
    const QRectF area(QPointF(0, 0), QSizeF(size));
    const scene::SpaceView usual = viewOf(1);
    const scene::SpaceView scaled = viewOf(times);
    scene::Camera near = scaled.camera;
    near.zoom *= render::spaceNearness(scaled, area);
    const std::vector<QRectF> words = wordsOf(scaled, near, size);
    scene::SpaceView zoomed = scaled; // the reader's zoom comes on top, without a jump
    zoomed.camera.zoom = 1.01;
    QCOMPARE(render::spaceNearness(zoomed, area), render::spaceNearness(scaled, area));
    QVERIFY(words.size() + 1 >= wordsOf(usual, usual.camera, size).size());
    for (std::size_t i = 0; i < words.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        QVERIFY(!words[i].intersects(words[j]));
    const auto picture = [&](const scene::SpaceView& view) {
      const render::Theme theme = render::themeNamed({});
      render::PaintKit kit;
      kit.theme = &theme;
      kit.formulas = render::waitingFormulas(typesetter_);
      QImage image(size, QImage::Format_RGB32);
      image.fill(theme.surface);
      QPainter painter(&image);
      render::paintSpace(painter, view, usual.camera, area, kit);
      return image;
    };
    const QImage one = picture(usual);
    const QImage other = picture(scaled);
    int different = 0;
    int colored = 0;
    for (int y = 0; y < size.height(); ++y)
      for (int x = 0; x < size.width(); ++x) {
        const QColor color = one.pixelColor(x, y);
        if (color.hsvSaturation() < 60)
          continue;
        ++colored;
        different += color != other.pixelColor(x, y) ? 1 : 0;
      }
    QVERIFY(colored > size.width() * size.height() / 20);
    QVERIFY2(different <= colored / 50, qPrintable(QStringLiteral("%1 of %2").arg(different).arg(colored)));
  }
}

void SpaceWordsKeepApart::lightnessGrowsWithHeight() {
  double before = -1;
  for (int i = 0; i <= 64; ++i) {
    const double lightness = labOf(linearOf(render::space::heightColor(i / 64.0)))[0];
    QVERIFY2(lightness > before, qPrintable(QString::number(i)));
    before = lightness;
  }
  QVERIFY(labOf(linearOf(render::space::heightColor(1)))[0] -
              labOf(linearOf(render::space::heightColor(0)))[0] >
          55);
}

void SpaceWordsKeepApart::stepsOfColorAreEven() {
  // Judged in CIELAB, which is not the space the map was made in.
  double least = 1e9;
  double most = 0;
  for (int i = 0; i < 32; ++i) {
    const double step = distanceOf(labOf(linearOf(render::space::heightColor(i / 32.0))),
                                   labOf(linearOf(render::space::heightColor((i + 1) / 32.0))));
    least = std::min(least, step);
    most = std::max(most, step);
  }
  QVERIFY2(most < 2.5 * least, qPrintable(QStringLiteral("%1 to %2").arg(least).arg(most)));
}

void SpaceWordsKeepApart::heightsAreToldApartWithoutRedOrGreen() {
  for (const Matrix& eye : {protanopia, deuteranopia}) {
    const auto at = [&eye](int i) {
      return labOf(seenBy(eye, linearOf(render::space::heightColor(i / 8.0))));
    };
    for (int i = 0; i <= 8; ++i)
      for (int j = 0; j < i; ++j) {
        // Just noticeable is about 2.
        QVERIFY2(distanceOf(at(i), at(j)) > 5 * (i - j),
                 qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
        QVERIFY(at(i)[0] > at(j)[0]);
      }
  }
}

QTEST_MAIN(SpaceWordsKeepApart)
#include "space_words_keep_apart.moc"
