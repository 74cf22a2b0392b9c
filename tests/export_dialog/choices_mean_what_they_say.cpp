#include "app/export/movie.h"
#include "app/export_dialog/plan.h"
#include "tests/panel/sample_panel.h"
#include "views/panel/evaluate_at.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using export_dialog::Choices;
using export_dialog::Field;
using export_dialog::FileKind;
using export_dialog::Plan;
using export_dialog::Source;
using export_dialog::What;

class ChoicesMeanWhatTheySay : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = tests::sampleRegistry();
  Source source_;

  QString problem(const Choices& choices, Field field) {
    for (const export_dialog::Problem& problem : export_dialog::planFor(source_, choices).problems)
      if (problem.field == field)
        return problem.words;
    return {};
  }

 private slots:
  void initTestCase() {
    source_.panel = registry_.find(u"samples.map"_s);
    source_.state = panel::defaultState(source_.panel->description());
    source_.evaluation = panel::evaluateAt(*source_.panel, source_.state);
    source_.keyframes = {{u"a"_s, 400, source_.state}, {u"b"_s, 600, source_.state}};
  }

  void lengthsOnPaperGiveTheirPixels_data() {
    QTest::addColumn<QString>("width");
    QTest::addColumn<QString>("height");
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("dots");
    QTest::addColumn<QSize>("pixels");
    // Millimetres / 25.4 times dots per inch, rounded.
    QTest::newRow("mm") << u"85"_s << u"60"_s << 1 << u"300"_s << QSize(1004, 709);
    QTest::newRow("mm 600") << u"85"_s << u"64"_s << 1 << u"600"_s << QSize(2008, 1512);
    QTest::newRow("in") << u"3.5"_s << u"2.5"_s << 2 << u"300"_s << QSize(1050, 750);
    QTest::newRow("px") << u"640"_s << u"480"_s << 0 << u"96"_s << QSize(640, 480);
    QTest::newRow("px, more dots") << u"640"_s << u"480"_s << 0 << u"192"_s << QSize(640, 480);
  }
  void lengthsOnPaperGiveTheirPixels() {
    QFETCH(QString, width);
    QFETCH(QString, height);
    QFETCH(int, unit);
    QFETCH(QString, dots);
    QFETCH(QSize, pixels);
    Choices choices;
    choices.size = export_dialog::customSize;
    choices.width = width;
    choices.height = height;
    choices.unit = static_cast<figures::LengthUnit>(unit);
    choices.dotsPerInch = dots;
    const Plan plan = export_dialog::planFor(source_, choices);
    QVERIFY(plan.ok());
    QCOMPARE(plan.size.pixels(), pixels);
    QVERIFY(std::abs(plan.size.dotsPerInch() - dots.toDouble()) < 1e-9);
  }

  void whatIsNoSizeSaysWhy() {
    Choices choices;
    choices.size = export_dialog::customSize;
    const auto with = [&choices](const QString& width, const QString& height, const QString& dots) {
      Choices changed = choices;
      changed.width = width;
      changed.height = height;
      changed.dotsPerInch = dots;
      return changed;
    };
    for (const QString& bad : {u""_s, u"abc"_s, u"nan"_s, u"inf"_s, u"-5"_s, u"0"_s, u"1e300"_s,
                               u"99999999"_s, u"640.5"_s, u"3"_s})
      QVERIFY2(!problem(with(bad, u"480"_s, u"96"_s), Field::Size).isEmpty(), qPrintable(bad));
    QVERIFY(problem(with(u"twelve"_s, u"480"_s, u"96"_s), Field::Size).contains(u"'twelve'"_s));
    QVERIFY(problem(with(u"20000"_s, u"20000"_s, u"96"_s), Field::Size).contains(u"million"_s));
    for (const QString& bad : {u""_s, u"0"_s, u"29"_s, u"2401"_s, u"nan"_s, u"1e9"_s})
      QVERIFY2(!problem(with(u"640"_s, u"480"_s, bad), Field::Size).isEmpty(), qPrintable(bad));
    QVERIFY(problem(with(u"640"_s, u"480"_s, u"96"_s), Field::Size).isEmpty());
    Choices gif = with(u"5000"_s, u"480"_s, u"96"_s);
    gif.what = What::Keyframes;
    gif.kind = FileKind::Gif;
    QVERIFY(problem(gif, Field::Size).contains(u"GIF"_s));
  }

  void otherNonsenseSaysWhyToo() {
    Choices choices;
    for (const QString& bad : {u""_s, u"24"_s, u"401"_s, u"big"_s, u"nan"_s}) {
      choices.scale = bad;
      QVERIFY2(!problem(choices, Field::Scale).isEmpty(), qPrintable(bad));
    }
    choices = {};
    choices.title = QString(400, u'x');
    QVERIFY(!problem(choices, Field::Title).isEmpty());
    choices = {};
    choices.what = What::Sweep;
    choices.kind = FileKind::Gif;
    choices.sweepKey = u"vx"_s;
    choices.sweepFrom = u"-1"_s;
    choices.sweepTo = u"2"_s;
    QVERIFY(problem(choices, Field::Movement).isEmpty());
    QCOMPARE(export_dialog::planFor(source_, choices).animation.frames.size(), std::size_t(60));
    for (const QString& bad : {u"1"_s, u"x"_s, u"99999999999"_s, u"3001"_s, u""_s}) {
      Choices changed = choices;
      changed.sweepFrames = bad;
      QVERIFY2(!problem(changed, Field::Movement).isEmpty(), qPrintable(bad));
    }
    choices.framesPerSecond = u"61"_s;
    QVERIFY(!problem(choices, Field::Rate).isEmpty());
    choices.framesPerSecond = u"25"_s;
    choices.sweepTo = u"1e9"_s;
    QVERIFY(!problem(choices, Field::Movement).isEmpty());
    choices.what = What::Steps;
    choices.lastStep = u"many"_s;
    QVERIFY(problem(choices, Field::Movement).contains(u"'many'"_s));
    choices.what = What::Keyframes;
    choices.kind = FileKind::Deck;
    choices.inBetweens = u"101"_s;
    QVERIFY(!problem(choices, Field::Movement).isEmpty());
    choices.kind = FileKind::Movie;
    QCOMPARE(problem(choices, Field::Format), figures::movieProblem());
    Source none = source_;
    none.problem = u"singular"_s;
    QVERIFY(export_dialog::planFor(none, {}).problems.front().words.contains(u"singular"_s));
  }

  void namesAreOfPanelAndPreset() {
    QCOMPARE(export_dialog::proposedName(source_, {}).section(u'.', -1), u"svg"_s);
    Source named = source_;
    const panel::Preset& preset = named.panel->description().presets.back();
    named.state =
        panel::withSettings(named.panel->description(), named.state, {{u"preset"_s, preset.key}}).state;
    Choices choices;
    choices.kind = FileKind::Png;
    QCOMPARE(export_dialog::proposedName(named, choices), u"map-"_s + preset.key + u".png"_s);
    choices.what = What::Keyframes;
    choices.kind = FileKind::Deck;
    QCOMPARE(export_dialog::proposedName(named, choices), u"map-keyframes.pdf"_s);
    choices.kind = FileKind::PngFrames;
    QCOMPARE(export_dialog::proposedName(named, choices), u"map-keyframes"_s);
  }

  void whatIsRememberedComesBack() {
    Choices choices;
    choices.kind = FileKind::Png;
    choices.size = export_dialog::customSize;
    choices.width = u"85"_s;
    choices.unit = figures::LengthUnit::Millimetres;
    choices.dotsPerInch = u"600"_s;
    choices.theme = u"dark"_s;
    choices.isTransparent = choices.withParameters = choices.keepsAspect = true;
    choices.scale = u"120"_s;
    choices.folder = u"/somewhere"_s;
    choices.title = u"of this figure only"_s;
    const Choices back = export_dialog::choicesFromJson(export_dialog::toJson(choices));
    QCOMPARE(export_dialog::toJson(back), export_dialog::toJson(choices));
    QCOMPARE(back.title, QString());
    QCOMPARE(back.width, u"85"_s);
    QVERIFY(back.unit == figures::LengthUnit::Millimetres && back.kind == FileKind::Png);
  }

  void damagedSettingsGiveUsualOnes() {
    const QJsonObject usual = export_dialog::toJson({});
    for (const QJsonValue& bad : {QJsonValue(), QJsonValue(-7), QJsonValue(1e300), QJsonValue(u"nonsense"_s),
                                  QJsonValue(QJsonArray{1}), QJsonValue(QJsonObject{})})
      for (const QString& key : usual.keys()) {
        QJsonObject json = usual;
        json[key] = bad;
        const Choices read = export_dialog::choicesFromJson(json);
        QVERIFY2(export_dialog::kindsFor(read.what).contains(read.kind), qPrintable(key));
        QVERIFY2(export_dialog::planFor(source_, read).problems.empty() || read.what != What::Picture,
                 qPrintable(key));
      }
  }
};

QTEST_MAIN(ChoicesMeanWhatTheySay)
#include "choices_mean_what_they_say.moc"
