#include "views/render/text_color.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace eigenboard;

/// Text and marks stand out from every ground they are put on.
class ThemeContrastIsReadable : public QObject {
  Q_OBJECT

 private slots:
  void ratioIsThatOfWcag();
  void textIsReadable();
  void wordsBesideMarksAreReadable();
  void tintsLeaveTextReadable();
  void marksStandOut();
  void oneThemeIsStrong();
  void oneThemeIsForProjectors();
  void themesFollowOneAnother();
  void rolesDiffer();
  void seriesAreToldApart();
  void unknownNamesGiveTheLightTheme();
};

void ThemeContrastIsReadable::ratioIsThatOfWcag() {
  QVERIFY(std::abs(render::contrastRatio(Qt::black, Qt::white) - 21) < 1e-9);
  QVERIFY(std::abs(render::contrastRatio(Qt::red, Qt::red) - 1) < 1e-12);
  // #777777 on white is the well-known grey that just fails: 4.48.
  QVERIFY(std::abs(render::contrastRatio(QColor(0x777777), Qt::white) - 4.48) < 0.005);
}

void ThemeContrastIsReadable::textIsReadable() {
  for (const render::Theme& theme : render::themes())
    for (const QColor& ground : {theme.page, theme.surface, theme.chrome, theme.codeSurface})
      for (const QColor& ink : {theme.text, theme.textMuted, theme.link, theme.error,
                                theme.color(scene::Role::Ink), theme.color(scene::Role::Muted)})
        QVERIFY2(render::contrastRatio(ink, ground) >= (theme.highContrast ? 7 : 4.5),
                 qPrintable(theme.key + ink.name() + ground.name()));
  for (const render::Theme& theme : render::themes())
    QVERIFY(render::contrastRatio(theme.text, theme.selection) >= (theme.highContrast ? 7 : 4.5));
}

/// A name at an arrow has the hue of the arrow, but the contrast of a word.
void ThemeContrastIsReadable::wordsBesideMarksAreReadable() {
  for (const render::Theme& theme : render::themes())
    for (int role = 0; role < scene::roleCount; ++role) {
      const QColor color = render::textColor(theme, static_cast<scene::Role>(role));
      QVERIFY2(render::contrastRatio(color, theme.surface) >= (theme.highContrast ? 7 : 4.5),
               qPrintable(theme.key + color.name()));
      const QColor& mark = theme.color(static_cast<scene::Role>(role));
      if (render::contrastRatio(mark, theme.surface) >= (theme.highContrast ? 7 : 4.5))
        QCOMPARE(color, mark);
    }
}

/// The tints that widgets lay behind text: light on a name, a copied line, a chosen button.
void ThemeContrastIsReadable::tintsLeaveTextReadable() {
  struct Tint {
    QColor color;
    double share;
    QColor ink;
  };
  for (const render::Theme& theme : render::themes())
    for (const Tint& tint : {Tint{theme.color(scene::Role::Highlight), 0.22, theme.text},
                             Tint{theme.color(scene::Role::Highlight), 0.35, theme.text},
                             Tint{theme.color(scene::Role::Positive), 0.2, theme.text},
                             Tint{theme.color(scene::Role::Warning), 0.1, theme.text},
                             Tint{theme.text, 0.12, theme.text}, Tint{theme.link, 0.16, theme.link}}) {
      const auto mixed = [&tint](int from, int to) {
        return static_cast<int>(std::lround(std::lerp(from, to, tint.share)));
      };
      const QColor ground(mixed(theme.surface.red(), tint.color.red()),
                          mixed(theme.surface.green(), tint.color.green()),
                          mixed(theme.surface.blue(), tint.color.blue()));
      QVERIFY2(render::contrastRatio(tint.ink, ground) >= (theme.highContrast ? 7 : 4.5),
               qPrintable(theme.key + ground.name()));
    }
}

void ThemeContrastIsReadable::marksStandOut() {
  for (const render::Theme& theme : render::themes())
    for (int role = 0; role < scene::roleCount; ++role) {
      // The grid is meant to stand back.
      if (static_cast<scene::Role>(role) == scene::Role::Grid)
        continue;
      const QColor& color = theme.color(static_cast<scene::Role>(role));
      for (const QColor& ground : {theme.surface, theme.page, theme.chrome})
        QVERIFY2(render::contrastRatio(color, ground) >= (theme.highContrast ? 4.5 : 3),
                 qPrintable(theme.key + color.name()));
    }
}

void ThemeContrastIsReadable::oneThemeIsStrong() {
  const render::Theme theme = render::themeNamed(QStringLiteral("contrast"));
  QVERIFY(theme.highContrast);
  QVERIFY(render::contrastRatio(theme.text, theme.page) >= 20);
  for (const QColor& ground : {theme.surface, theme.page, theme.chrome, theme.codeSurface})
    QVERIFY(render::contrastRatio(theme.rule, ground) >= 4.5); // rules are marks here, not decoration
}

/// A projector is paler than a screen: what is 3:1 here is seen there only with more; and lines are wider,
/// type larger than in the theme it is made from.
void ThemeContrastIsReadable::oneThemeIsForProjectors() {
  const render::Theme theme = render::themeNamed(QStringLiteral("presentation"));
  const render::Theme light = render::themeNamed(QStringLiteral("light"));
  QCOMPARE(theme.key, QStringLiteral("presentation"));
  QCOMPARE(theme.surface, QColor(Qt::white));
  QVERIFY(render::contrastRatio(theme.text, theme.page) >= 18);
  QVERIFY(render::contrastRatio(theme.textMuted, theme.page) >= 7);
  QVERIFY(theme.strokes > 1.2 && theme.type > 1.1);
  QCOMPARE(light.strokes, 1.0);
  QCOMPARE(light.type, 1.0);
  for (int role = 0; role < scene::roleCount; ++role)
    if (static_cast<scene::Role>(role) != scene::Role::Grid)
      QVERIFY2(render::contrastRatio(theme.roles.at(static_cast<std::size_t>(role)), theme.surface) >= 3.8,
               qPrintable(QString::number(role)));
}

void ThemeContrastIsReadable::themesFollowOneAnother() {
  QSet<QString> seen;
  QString key = render::themes().front().key;
  for (std::size_t i = 0; i < render::themes().size(); ++i) {
    seen.insert(key);
    key = render::themeAfter(key).key;
  }
  QCOMPARE(seen.size(), static_cast<qsizetype>(render::themes().size()));
  QCOMPARE(key, render::themes().front().key);
}

void ThemeContrastIsReadable::rolesDiffer() {
  for (const render::Theme& theme : render::themes())
    for (int one = 0; one < scene::roleCount; ++one) {
      QVERIFY(theme.roles.at(static_cast<std::size_t>(one)).isValid());
      for (int other = 0; other < one; ++other)
        QVERIFY(theme.roles.at(static_cast<std::size_t>(one)) !=
                theme.roles.at(static_cast<std::size_t>(other)));
    }
}

namespace {

using Triple = std::array<double, 3>;
using Rows = std::array<Triple, 3>;

Triple times(const Rows& rows, const Triple& v) {
  Triple product{};
  for (std::size_t i = 0; i < 3; ++i)
    product[i] = rows[i][0] * v[0] + rows[i][1] * v[1] + rows[i][2] * v[2];
  return product;
}

/// Linear light of a colour, as an eye with this vision sees it, in OKLab (Ottosson 2020), where equal
/// distances look equally far and 0.02 is what is just seen on areas side by side.
Triple seen(const QColor& color, const Rows& vision) {
  const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  Triple light = times(vision, {linear(color.redF()), linear(color.greenF()), linear(color.blueF())});
  for (double& channel : light)
    channel = std::clamp(channel, 0.0, 1.0);
  Triple cones = times({{{0.4122214708, 0.5363325363, 0.0514459929},
                         {0.2119034982, 0.6806995451, 0.1073969566},
                         {0.0883024619, 0.2817188376, 0.6299787005}}},
                       light);
  for (double& cone : cones)
    cone = std::cbrt(cone);
  return times({{{0.2104542553, 0.7936177850, -0.0040720468},
                 {1.9779984951, -2.4285922050, 0.4505937099},
                 {0.0259040371, 0.7827717662, -0.8086757660}}},
               cones);
}

double apart(const Triple& a, const Triple& b) {
  return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

} // namespace

/// Full colour vision, and without one kind of cones as Machado, Oliveira and Fernandes (2009) model it.
void ThemeContrastIsReadable::seriesAreToldApart() {
  const std::array<Rows, 4> visions = {{
      {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
      {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
      {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
      {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
  }};
  constexpr double fourTimesJustSeen = 0.08; // thin lines need more than areas
  for (const render::Theme& theme : render::themes())
    for (const Rows& vision : visions)
      for (int one = 0; one < scene::seriesCount; ++one)
        for (int other = 0; other < one; ++other) {
          const QColor& first = theme.color(scene::seriesRole(one));
          const QColor& second = theme.color(scene::seriesRole(other));
          QVERIFY2(apart(seen(first, vision), seen(second, vision)) >= fourTimesJustSeen,
                   qPrintable(theme.key + first.name() + second.name()));
        }
}

void ThemeContrastIsReadable::unknownNamesGiveTheLightTheme() {
  QCOMPARE(render::themeNamed(QStringLiteral("dark")).key, QStringLiteral("dark"));
  QCOMPARE(render::themeNamed(QStringLiteral("no such theme")).key, QStringLiteral("light"));
  for (const render::Theme& theme : render::themes())
    QCOMPARE(render::themeNamed(theme.key).surface, theme.surface);
}

QTEST_GUILESS_MAIN(ThemeContrastIsReadable)
#include "theme_contrast_is_readable.moc"
