#include "app/stage/keyframes.h"
#include "tests/panel/sample_panel.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using stage::Keyframe;
using stage::Keyframes;

namespace {

const QString sample = u"samples.map"_s;

/// Of one panel, told apart by their labels only.
Keyframes list(const panel::Description& description, const QString& labels) {
  Keyframes keyframes;
  for (const QChar label : labels)
    keyframes.push_back({QString(label), 1000, panel::defaultState(description)});
  return keyframes;
}

QString labelsOf(const Keyframes& keyframes) {
  QString labels;
  for (const Keyframe& keyframe : keyframes)
    labels += keyframe.label;
  return labels;
}

} // namespace

/// The marked states of a panel as a list and as a file, whoever wrote it.
class KeyframeListsComeBackWhole : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = tests::sampleRegistry();
  const panel::Description& description() { return registry_.find(sample)->description(); }

 private slots:
  void aListIsChangedAsSaid() {
    const Keyframes abcd = list(description(), u"abcd"_s);
    QCOMPARE(labelsOf(stage::moved(abcd, 0, 2)), u"bcad"_s);
    QCOMPARE(labelsOf(stage::moved(abcd, 3, 1)), u"adbc"_s);
    QCOMPARE(labelsOf(stage::moved(abcd, 1, 4)), u"abcd"_s);
    QCOMPARE(labelsOf(stage::moved(abcd, -1, 0)), u"abcd"_s);
    QCOMPARE(labelsOf(stage::removed(abcd, 1)), u"acd"_s);
    QCOMPARE(labelsOf(stage::removed(abcd, 4)), u"abcd"_s);
    QCOMPARE(labelsOf(stage::renamed(abcd, 1, u"  z\n"_s)), u"azcd"_s);
    QCOMPARE(stage::renamed(abcd, 0, QString(5000, u'x'))[0].label.size(), stage::longestLabel);
    QCOMPARE(stage::timed(abcd, 2, 2'000'000'000)[2].milliseconds, figures::longestKeyframe);
    QCOMPARE(stage::timed(abcd, 2, -5)[2].milliseconds, figures::shortestKeyframe);
    Keyframes many(stage::mostKeyframes, abcd[0]);
    QVERIFY(stage::isSame(stage::added(many, abcd[1]), many));
    // Every move can be taken back, and moves nothing else.
    std::mt19937 random(11);
    for (int i = 0; i < 500; ++i) {
      const int from = static_cast<int>(random() % 4);
      const int to = static_cast<int>(random() % 4);
      const Keyframes after = stage::moved(abcd, from, to);
      QCOMPARE(after[static_cast<std::size_t>(to)].label, abcd[static_cast<std::size_t>(from)].label);
      QVERIFY(stage::isSame(stage::moved(after, to, from), abcd));
    }
  }

  void whatIsNewIsToldByItsState() {
    Keyframes walk = list(description(), u"abca"_s);
    for (Keyframe& keyframe : walk)
      keyframe.state.steps = keyframe.label[0].unicode() - u'a';
    QCOMPARE(labelsOf(stage::unknownTo({}, walk)), u"abca"_s);
    Keyframes own = {walk[1]};
    own[0].label = u"mine"_s;
    QCOMPARE(labelsOf(stage::unknownTo(own, walk)), u"aca"_s);
    QVERIFY(stage::unknownTo(walk, walk).empty());
  }

  void durationsAreReadAsTheyAreWritten() {
    QCOMPARE(stage::durationFromText(u"1.5"_s).milliseconds, 1500);
    QCOMPARE(stage::durationFromText(u" 2 s"_s).milliseconds, 2000);
    QCOMPARE(stage::durationFromText(u"800 ms"_s).milliseconds, 800);
    QCOMPARE(stage::durationFromText(u"0.02"_s).milliseconds, 20);
    for (const int milliseconds : {20, 21, 250, 1000, 1234, 599'999, 600'000})
      QCOMPARE(stage::durationFromText(stage::durationText(milliseconds)).milliseconds, milliseconds);
    for (const QString& bad :
         {u""_s, u"abc"_s, u"-1"_s, u"0"_s, u"1e9"_s, u"nan"_s, u"inf"_s, u"s"_s, u"1,5"_s})
      QVERIFY2(!stage::durationFromText(bad).error.isEmpty(), qPrintable(bad));
  }

  void theFileComesBackWhole() {
    Keyframes keyframes = list(description(), u"ab"_s);
    keyframes[0].state =
        panel::withSettings(description(), keyframes[0].state, {{u"vx"_s, u"2.5"_s}, {u"steps"_s, u"3"_s}})
            .state;
    keyframes[1].milliseconds = 2345;
    const QJsonObject json = figures::keyframesToJson(description(), keyframes);
    QCOMPARE(json[u"panel"_s].toString(), sample);
    QCOMPARE(json[u"version"_s].toInt(), 1);
    const QJsonObject first = json[u"keyframes"_s].toArray()[0].toObject();
    QCOMPARE(first[u"label"_s].toString(), u"a"_s);
    QCOMPARE(first[u"milliseconds"_s].toInt(), 1000);
    QCOMPARE(first[u"state"_s].toObject()[u"steps"_s].toInt(), 3);
    const stage::KeyframesResult back = stage::keyframesFromJson(description(), json);
    QVERIFY2(back.error.isEmpty(), qPrintable(back.error));
    QVERIFY(stage::isSame(back.keyframes, keyframes));
  }

  void hostileFilesAreRefusedInWords() {
    const auto read = [this](const QByteArray& text) {
      return stage::keyframesFromJson(description(), QJsonDocument::fromJson(text).object());
    };
    QVERIFY(read("{}").error.contains(u"not of samples.map"_s));
    QVERIFY(read(R"({"panel":"samples.map","version":9,"keyframes":[]})").error.contains(u"version 9"_s));
    QVERIFY(read(R"({"panel":"samples.map","keyframes":7})").error.contains(u"no list"_s));
    const stage::KeyframesResult mixed =
        read(R"({"panel":"samples.map","keyframes":[3, {"state":{"panel":"other"}},
                {"label":5,"milliseconds":-1e300,"state":{"panel":"samples.map","values":{"vx":2}}},
                {"state":{"panel":"samples.map","values":{"vx":"NaN"}}}]})");
    QCOMPARE(mixed.keyframes.size(), std::size_t(1));
    QCOMPARE(mixed.keyframes[0].milliseconds, figures::shortestKeyframe);
    QVERIFY(!mixed.keyframes[0].label.isEmpty());
    QVERIFY2(mixed.error.contains(u"keyframe 1"_s) && mixed.error.contains(u"keyframe 2"_s) &&
                 mixed.error.contains(u"keyframe 4"_s),
             qPrintable(mixed.error));
    QJsonArray many;
    for (int i = 0; i < 100'000; ++i)
      many.append(QJsonObject{{u"state"_s, QJsonObject{{u"panel"_s, sample}}}});
    const stage::KeyframesResult bounded =
        stage::keyframesFromJson(description(), {{u"panel"_s, sample}, {u"keyframes"_s, many}});
    QCOMPARE(bounded.keyframes.size(), stage::mostKeyframes);
    QVERIFY(bounded.error.contains(u"200"_s));
    QJsonArray bad;
    for (int i = 0; i < 100'000; ++i)
      bad.append(i);
    const QString error =
        stage::keyframesFromJson(description(), {{u"panel"_s, sample}, {u"keyframes"_s, bad}}).error;
    QVERIFY2(error.size() < 500, qPrintable(QString::number(error.size())));
    QVERIFY(error.contains(u"and 99997 more"_s));
  }
};

QTEST_GUILESS_MAIN(KeyframeListsComeBackWhole)
#include "keyframe_lists_come_back_whole.moc"
