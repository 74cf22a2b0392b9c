#include "app/export/animated_gif.h"
#include "app/export/animation.h"
#include "app/export/deck.h"
#include "app/export/gif_palette.h"
#include "app/export/movie.h"
#include "app/export/numbered_frames.h"
#include "app/export/parameter_line.h"
#include "views/panel/evaluate_at.h"
#include "views/panel/registry.h"
#include "views/panel/session_animation.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <cmath>

using namespace eigenboard;

namespace {

int total(const figures::Animation& animation) {
  int sum = 0;
  for (const figures::AnimationFrame& frame : animation.frames)
    sum += frame.milliseconds;
  return sum;
}

bool always(int, int) {
  return true;
}

} // namespace

/// Sweeps, processes, keyframes and decks have the states and the times that were asked for; wrong wishes are
/// answered in words; writers stop when they are told to; palettes keep what they must.
class AnimationsGoWhereTheyShould : public QObject {
  Q_OBJECT

 private slots:
  void sweepsMoveEvenly();
  void wrongSweepsSayWhatIsRight_data();
  void wrongSweepsSayWhatIsRight();
  void processesTakeTheirSteps();
  void keyframesStandAndMove();
  void decksHaveAPageForEachKeyframe();
  void writersStopWhenTold();
  void palettesKeepFewColorsExactly();
  void nearestColorsAreNearest();
  void parametersAreNamed();
  void framesAreLookedAtAsTheReaderDoes();

 private:
  const panel::Panel& transform() const {
    return *registry_.find(QStringLiteral("linear_algebra.transform"));
  }
  const panel::Panel& eigen() const { return *registry_.find(QStringLiteral("linear_algebra.eigen")); }
  static double number(const panel::Panel& panel, const panel::State& state, const char* key) {
    return std::get<double>(state.values[static_cast<std::size_t>(
        panel::parameterIndex(panel.description(), QLatin1String(key)))]);
  }
  panel::State start(const panel::Panel& panel) const { return panel::defaultState(panel.description()); }
  figures::FigureLook small() const {
    return {render::themeNamed({}), {render::FigureFormat::Png, QSizeF(320, 200), 0.4}};
  }

  panel::Registry registry_ = panel::registeredPanels();
  typesetting::Typesetter typesetter_;
};

void AnimationsGoWhereTheyShould::sweepsMoveEvenly() {
  const figures::SweepResult sweep = figures::sweepFromText(QStringLiteral("b=-1:2:31"));
  QCOMPARE(sweep.error, QString());
  const figures::AnimationResult result =
      figures::sweepAnimation(transform().description(), start(transform()), sweep.sweep, 30);
  QCOMPARE(result.error, QString());
  QCOMPARE(result.animation.frames.size(), std::size_t{31});
  for (std::size_t i = 0; i < 31; ++i) {
    const double wanted = -1 + 0.1 * static_cast<double>(i);
    // A number is rounded to a hundredth of its parameter's step at most.
    QVERIFY(std::abs(number(transform(), result.animation.frames[i].state, "b") - wanted) <= 0.05 / 100);
  }
  QCOMPARE(total(result.animation), 1033); // 31/30 s, without drift
  const figures::AnimationResult group =
      figures::sweepAnimation(transform().description(), start(transform()),
                              figures::sweepFromText(QStringLiteral("A=1,0;0,1:0,-1;1,0:3")).sweep, 25);
  QCOMPARE(group.error, QString());
  QVERIFY(std::abs(number(transform(), group.animation.frames[1].state, "a") - 0.5) < 1e-3);
}

void AnimationsGoWhereTheyShould::wrongSweepsSayWhatIsRight_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("words");
  QTest::newRow("nothing") << QString() << QStringLiteral("write key=from:to");
  QTest::newRow("no end") << QStringLiteral("a=1") << QStringLiteral("write key=from:to");
  QTest::newRow("frames") << QStringLiteral("a=0:1:many") << QStringLiteral("write key=from:to");
  QTest::newRow("one frame") << QStringLiteral("a=0:1:1") << QStringLiteral("2 to");
  QTest::newRow("a million frames") << QStringLiteral("a=0:1:1000000") << QStringLiteral("2 to");
  QTest::newRow("no such key") << QStringLiteral("aa=0:1") << QStringLiteral("aa");
  QTest::newRow("out of range") << QStringLiteral("a=0:1e9") << QStringLiteral("a");
  QTest::newRow("NaN") << QStringLiteral("a=nan:1") << QStringLiteral("nan");
  QTest::newRow("a switch") << QStringLiteral("square=false:true") << QStringLiteral("no number");
  QTest::newRow("a choice") << QStringLiteral("picture=none:house") << QStringLiteral("no number");
  QTest::newRow("preset") << QStringLiteral("preset=shear:identity") << QStringLiteral("no parameter");
}

void AnimationsGoWhereTheyShould::wrongSweepsSayWhatIsRight() {
  QFETCH(QString, text);
  QFETCH(QString, words);
  const figures::SweepResult sweep = figures::sweepFromText(text);
  const QString error =
      sweep.ok()
          ? figures::sweepAnimation(transform().description(), start(transform()), sweep.sweep, 25).error
          : sweep.error;
  QVERIFY2(!error.isEmpty() && error.contains(words) && !error.contains(u'\n'), qPrintable(error));
}

void AnimationsGoWhereTheyShould::processesTakeTheirSteps() {
  QVERIFY(eigen().description().isProcess());
  const figures::AnimationResult forth = figures::processAnimation(eigen(), start(eigen()), 0, 6, 4);
  QCOMPARE(forth.error, QString());
  QVERIFY(!forth.animation.frames.empty());
  for (std::size_t i = 0; i < forth.animation.frames.size(); ++i)
    QCOMPARE(forth.animation.frames[i].state.steps, static_cast<int>(i));
  const figures::AnimationResult back = figures::processAnimation(eigen(), start(eigen()), 3, 0, 4);
  QCOMPARE(back.animation.frames.front().state.steps, 3);
  QCOMPARE(back.animation.frames.back().state.steps, 0);
  QVERIFY(!figures::processAnimation(eigen(), start(eigen()), 0, 1'000'000'000, 4).ok());
  QVERIFY(!figures::processAnimation(eigen(), start(eigen()), -1, 4, 4).ok());
  QVERIFY(figures::processAnimation(transform(), start(transform()), 0, 4, 4)
              .error.contains(QStringLiteral("no process")));
  for (const double rate : {0.0, -1.0, 61.0, std::nan("")})
    QVERIFY(!figures::processAnimation(eigen(), start(eigen()), 0, 4, rate).ok());
}

void AnimationsGoWhereTheyShould::keyframesStandAndMove() {
  panel::State other = start(transform());
  other.values[static_cast<std::size_t>(
      panel::parameterIndex(transform().description(), QStringLiteral("b")))] = -3.0;
  const std::vector<figures::Keyframe> keyframes{
      {QString(), 1000, start(transform())}, {QString(), 2000, other}, {QString(), 500, other}};
  const figures::AnimationResult result =
      figures::keyframeAnimation(transform().description(), keyframes, 25);
  QCOMPARE(result.error, QString());
  // 600 ms at 25 a second are 15 times of 40 ms: 14 frames between the two that move, none between equal
  // ones.
  const std::vector<figures::AnimationFrame>& frames = result.animation.frames;
  QCOMPARE(frames.size(), std::size_t{3 + 14});
  QCOMPARE(total(result.animation), 1000 + 14 * 40 + 2000 + 500);
  double before = number(transform(), frames.front().state, "b");
  for (std::size_t i = 1; i < 16; ++i) {
    const double now = number(transform(), frames[i].state, "b");
    QVERIFY(now < before);
    before = now;
  }
  QCOMPARE(before, -3.0);
}

void AnimationsGoWhereTheyShould::decksHaveAPageForEachKeyframe() {
  const std::vector<figures::Keyframe> keyframes(3, {QString(), 1000, start(transform())});
  QCOMPARE(figures::deckAnimation(transform().description(), keyframes, 0).animation.frames.size(),
           std::size_t{3});
  QCOMPARE(figures::deckAnimation(transform().description(), keyframes, 4).animation.frames.size(),
           std::size_t{11});
  QVERIFY(!figures::deckAnimation(transform().description(), {}, 0).ok());
  QVERIFY(!figures::deckAnimation(transform().description(), keyframes, -1).ok());
  QVERIFY(!figures::deckAnimation(transform().description(), keyframes, 2'000'000'000).ok());
}

void AnimationsGoWhereTheyShould::writersStopWhenTold() {
  const figures::Animation animation =
      figures::sweepAnimation(transform().description(), start(transform()),
                              {QStringLiteral("b"), QStringLiteral("0"), QStringLiteral("1"), 9}, 25)
          .animation;
  figures::FrameSource frames(transform(), animation, small(), typesetter_);
  const figures::Progress afterThree = [](int done, int) { return done < 3; };
  const figures::AnimationFile gif = figures::animatedGif(frames, afterThree);
  QVERIFY(gif.isCancelled && gif.bytes.isEmpty() && gif.error.isEmpty());
  const figures::AnimationFile pdf = figures::deck(frames, afterThree);
  QVERIFY(pdf.isCancelled && pdf.bytes.isEmpty() && pdf.error.isEmpty());
  QTemporaryDir folder;
  const figures::NumberedFrames files = figures::writeNumberedFrames(
      frames, folder.filePath(QStringLiteral("a/b")), QStringLiteral("f"), afterThree);
  QVERIFY(files.isCancelled);
  QCOMPARE(files.written, 3);
  QVERIFY(!figures::writeNumberedFrames(frames, QStringLiteral("/dev/null/x"), QStringLiteral("f"), always)
               .error.isEmpty());
  if (figures::movieProblem().isEmpty()) {
    const figures::AnimationFile film = figures::movie(frames, 25, afterThree);
    QVERIFY(film.isCancelled && film.bytes.isEmpty() && film.error.isEmpty());
  }
  const QByteArray path = qgetenv("PATH");
  qputenv("PATH", "/nowhere");
  const figures::AnimationFile none = figures::movie(frames, 25, always);
  qputenv("PATH", path);
  QVERIFY2(none.error.contains(QStringLiteral("ffmpeg")), qPrintable(none.error));
}

/// Of few colours each is kept; of many, those of large areas and those asked for.
void AnimationsGoWhereTheyShould::palettesKeepFewColorsExactly() {
  QImage image(256, 256, QImage::Format_RGB32);
  for (int y = 0; y < 256; ++y)
    for (int x = 0; x < 256; ++x)
      image.setPixel(x, y, y < 128 ? qRgb(250, 249, 247) : qRgb(x, (x * 7 + y) % 256, y));
  image.setPixel(0, 0, qRgb(1, 2, 3));
  figures::ColorCount count;
  count.add(image);
  figures::GifPalette palette(count, {QColor(1, 2, 3), QColor(9, 9, 9)});
  QVERIFY(palette.colors().size() <= figures::GifPalette::mostColors);
  QVERIFY(palette.colors().size() > 200);
  QCOMPARE(palette.colors()[palette.nearest(qRgb(250, 249, 247))], qRgb(250, 249, 247));
  QCOMPARE(palette.colors()[palette.nearest(qRgb(1, 2, 3))], qRgb(1, 2, 3));
  // Better than the cube of colours divided into four along each channel, whose 64 boxes have their corners
  // 32·√3 from their middles.
  for (int y = 128; y < 256; y += 3)
    for (int x = 0; x < 256; x += 3) {
      const QRgb color = image.pixel(x, y);
      const QRgb shown = palette.colors()[palette.nearest(color)];
      const double distance =
          std::hypot(qRed(color) - qRed(shown), qGreen(color) - qGreen(shown), qBlue(color) - qBlue(shown));
      QVERIFY2(distance <= 32 * std::sqrt(3.0), qPrintable(QString::number(distance)));
    }
}

void AnimationsGoWhereTheyShould::nearestColorsAreNearest() {
  figures::ColorCount count;
  QImage image(64, 64, QImage::Format_RGB32);
  for (int y = 0; y < 64; ++y)
    for (int x = 0; x < 64; ++x)
      image.setPixel(x, y, qRgb(4 * x, 4 * y, (x * y) % 256));
  count.add(image);
  figures::GifPalette palette(count, {});
  const auto distance = [](QRgb one, QRgb other) {
    const int red = qRed(one) - qRed(other);
    const int green = qGreen(one) - qGreen(other);
    const int blue = qBlue(one) - qBlue(other);
    return red * red + green * green + blue * blue;
  };
  for (int round = 0; round < 2; ++round) // the second time from memory
    for (QRgb i = 0; i < 20'000; ++i) {
      const QRgb color = 0xff000000U | ((i * 2654435761U) & 0xffffffU);
      int least = 1 << 30;
      for (const QRgb known : palette.colors())
        least = std::min(least, distance(known, color));
      QCOMPARE(distance(palette.colors()[palette.nearest(color)], color), least);
    }
}

void AnimationsGoWhereTheyShould::parametersAreNamed() {
  const panel::Description& description = transform().description();
  const panel::State sheared = panel::withSettings(description, start(transform()),
                                                   {{QStringLiteral("A"), QStringLiteral("1,0.5;0,1")},
                                                    {QStringLiteral("picture"), QStringLiteral("house")}})
                                   .state;
  const QStringList items = figures::parameterLine(description, sheared);
  QVERIFY2(items.contains(QStringLiteral("A = [[1,\\ 0.5],\\ [0,\\ 1]]")), qPrintable(items.join(u'\n')));
  QVERIFY2(items.contains(QStringLiteral("\\text{Picture}\\text{: }\\text{House}")),
           qPrintable(items.join(u'\n')));
  for (const QString& item : items)
    QVERIFY2(!item.startsWith(QStringLiteral("B = ")), "B has no effect unless it is applied");
  for (const panel::PanelPointer& panel : registry_.panels())
    for (const QString& item : figures::parameterLine(panel->description(), start(*panel)))
      QCOMPARE(typesetter_.typeset(item, typesetting::Style::Inline)->error, QString());
}

void AnimationsGoWhereTheyShould::framesAreLookedAtAsTheReaderDoes() {
  const panel::Evaluation evaluation = panel::evaluateAt(transform(), start(transform()));
  scene::Scene wanted = evaluation.scene;
  auto& plane = std::get<scene::PlaneView>(wanted.views.front());
  plane.x.minimum = -1;
  plane.x.maximum = 3;
  plane.y.minimum = -2;
  plane.y.maximum = 1;
  figures::FigureLook look = small();
  const figures::Animation animation{{{start(transform()), 40}}};
  const auto picture = [&](const scene::Scene& scene) {
    const render::FigureOptions options =
        figures::optionsFor(look, transform().description(), start(transform()), evaluation);
    return render::exportFigure(scene, look.theme, typesetter_, options).bytes;
  };
  const QByteArray near = picture(wanted);
  const QByteArray whole = picture(evaluation.scene);
  QVERIFY(near != whole);
  look.views = {{plane.key, {}, render::PlaneRange{-1, 3, -2, 1}}};
  figures::FrameSource frames(transform(), animation, look, typesetter_);
  QCOMPARE(frames.figure(0).bytes, near);
  QCOMPARE(figures::figureOf(transform(), start(transform()), look, typesetter_).bytes, near);
  look.views.front().key = QStringLiteral("another");
  QCOMPARE(figures::figureOf(transform(), start(transform()), look, typesetter_).bytes, whole);
}

QTEST_MAIN(AnimationsGoWhereTheyShould)
#include "animations_go_where_they_should.moc"
