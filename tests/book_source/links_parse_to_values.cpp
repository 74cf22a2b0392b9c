#include "app/book/link.h"
#include "app/book/number_text.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard;
using namespace eigenboard::book;

namespace {

QString settingsText(const panel::Settings& settings) {
  QStringList parts;
  for (const auto& [key, value] : settings)
    parts.push_back(key + u'=' + value);
  return parts.join(u' ');
}

struct Shown {
  QString operator()(const PanelLink& link) const {
    return QStringLiteral("panel %1 [%2]").arg(link.panel, settingsText(link.settings));
  }
  QString operator()(const SetLink& link) const {
    return QStringLiteral("set %1 [%2]").arg(link.panel, settingsText(link.settings));
  }
  QString operator()(const ScrubLink& link) const {
    return QStringLiteral("scrub %1 %2").arg(link.panel, link.parameter);
  }
  QString operator()(const ValueLink& link) const {
    return QStringLiteral("value %1 %2 %3").arg(link.panel, link.readout).arg(link.digits);
  }
  QString operator()(const GoalLink& link) const {
    return QStringLiteral("goal %1 %2").arg(link.panel, link.goal);
  }
  QString operator()(const TermLink& link) const { return QStringLiteral("term ") + link.slug; }
  QString operator()(const CheckLink& link) const {
    return QStringLiteral("check %1 %2 %3 %4")
        .arg(static_cast<int>(link.kind))
        .arg(link.answer)
        .arg(link.tolerance)
        .arg(link.options.join(u','));
  }
  QString operator()(const FileLink& link) const {
    return QStringLiteral("file %1 #%2").arg(link.path, link.anchor);
  }
  QString operator()(const WebLink& link) const { return QStringLiteral("web ") + link.address; }
  QString operator()(const NoteLink& link) const { return QStringLiteral("note %1").arg(link.number); }
  QString operator()(const BrokenLink& link) const { return QStringLiteral("broken: ") + link.reason; }
};

/// A panel with two parameters, a readout that counts its evaluations in vain, a preset and a goal.
class SmallPanel : public panel::Panel {
 public:
  SmallPanel() {
    description_.identity.id = QStringLiteral("test.small");
    panel::Parameter number;
    number.key = QStringLiteral("b");
    number.minimum = -4;
    number.maximum = 4;
    panel::Parameter toggle;
    toggle.key = QStringLiteral("flag");
    toggle.kind = panel::Kind::Toggle;
    description_.parameters = {number, toggle};
    panel::Preset preset;
    preset.key = QStringLiteral("shear");
    description_.presets = {preset};
    description_.goals = {{QStringLiteral("flat"), QStringLiteral("Flat")}};
  }
  const panel::Description& description() const override { return description_; }
  std::unique_ptr<panel::Run> start(const panel::Values&) const override { return nullptr; }
  panel::Evaluation evaluate(const panel::Values&, const panel::Run*, int, panel::Progress&) const override {
    panel::Evaluation evaluation;
    panel::Readout readout;
    readout.key = QStringLiteral("det");
    evaluation.readouts = {readout};
    return evaluation;
  }
  QString numpy(const panel::Values&, int) const override { return {}; }

 private:
  panel::Description description_;
};

} // namespace

class LinksParseToValues : public QObject {
  Q_OBJECT

 private slots:
  void parse_data() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* target, const char* expected) {
      QTest::newRow(target) << QString::fromUtf8(target) << QString::fromUtf8(expected);
    };
    row("panel:a.b", "panel a.b []");
    row("panel:a.b?preset=shear&steps=3", "panel a.b [preset=shear steps=3]");
    row("PANEL:a.b", "panel a.b []");
    row("set:a.b?A=1.5,0.5;0,1", "set a.b [A=1.5,0.5;0,1]");
    row("set:a.b?t=x%20y&u=1+2", "set a.b [t=x y u=1+2]");
    row("set:a.b?k=a=b", "set a.b [k=a=b]");
    row("scrub:a.b/c", "scrub a.b c");
    row("value:a.b/det", "value a.b det -1");
    row("value:a.b/det?digits=2", "value a.b det 2");
    row("goal:a.b/flat", "goal a.b flat");
    row("term:linear-map", "term linear-map");
    row("check:number?value=-0.26795&tol=0.0005", "check 0 -0.26795 0.0005 ");
    row("check:number?value=1/4", "check 0 1/4 0 ");
    row("check:choice?value=left&options=left|right", "check 1 left 0 left,right");
    row("check:number?value=sqrt(2)/2&tol=1/100", "check 0 sqrt(2)/2 0.01 ");
    row("check:choice?answer=both&options=left|both%20of%20them|both",
        "check 1 both 0 left,both of them,both");
    row("check:choice?answer=$|x|$&options=$|x|$|$x^2$|$5%20now", "check 1 $|x|$ 0 $|x|$,$x^2$,$5 now");
    row("check:expression?value=x^2&vars=x", "check 2 x^2 0 ");
    row("check:expression?value=x^2*log(y)&vars=x,y>0&tol=0.001", "check 2 x^2*log(y) 0.001 ");
    row("check:expression?value=z-y&vars=x,y>0,z>y", "check 2 z-y 0 ");
    row("check:matrix?value=1,2;3,sqrt(4)&tol=0.01", "check 3 1,2;3,sqrt(4) 0.01 ");
    row("check:code?function=project", "check 4 project 0 ");
    row("../05/01-a.md", "file ../05/01-a.md #");
    row("../05/01-a.md#the-problem", "file ../05/01-a.md #the-problem");
    row("#the-problem", "file  #the-problem");
    row("a/b:c.md", "file a/b:c.md #");
    row("a%20b.md", "file a b.md #");
    row("https://example.org/?q=1#x", "web https://example.org/?q=1#x");
    row("mailto:a@example.org", "web mailto:a@example.org");
    row("", "broken: the link has no target");
    row("panel:", "broken: panel: names nothing");
    row("set:a.b", "broken: set: names no key to set (set:a.b?key=value)");
    row("set:a.b?b", "broken: 'b' is not of the form key=value");
    row("set:a.b?=1", "broken: '=1' is not of the form key=value");
    row("scrub:a.b", "broken: scrub:a.b is not of the form scrub:panel/key");
    row("scrub:/b", "broken: scrub:/b is not of the form scrub:panel/key");
    row("scrub:a.b/", "broken: scrub:a.b/ is not of the form scrub:panel/key");
    row("scrub:a.b/c?digits=2", "broken: scrub: does not know 'digits'");
    row("value:a.b/c?digits=x", "broken: digits=x: a whole number from 0 to 12 is needed");
    row("value:a.b/c?digits=13", "broken: digits=13: a whole number from 0 to 12 is needed");
    row("goal:a.b/c?x=1", "broken: goal: does not know 'x'");
    row("check:number", "broken: check: needs value=…");
    row("check:number?value=two", "broken: 'two' is not a number");
    row("check:number?value=inf", "broken: 'inf' is not a number");
    row("check:number?value=1&tol=-1", "broken: tol=-1: a number of at least 0 is needed");
    row("check:colour?value=1",
        "broken: check:colour is none of number, choice, expression, matrix and code");
    row("check:matrix?value=1,2;3",
        "broken: '1,2;3' is not a matrix: The rows have different numbers of entries");
    row("check:matrix?value=1,x",
        "broken: '1,x' is not a matrix: Row 1, entry 2: A number is needed, such as 0.5, "
        "−3, 1/3 or sqrt(2)/2");
    row("check:matrix?value=1&tol=-1", "broken: tol=-1: a number of at least 0 is needed");
    row("check:code", "broken: check: needs function=…");
    row("check:code?function=2x", "broken: '2x' is no name of a function");
    row("check:code?value=f", "broken: check:code does not know 'value'");
    row("check:choice?options=a|b", "broken: check: needs answer=…");
    row("check:choice?answer=a&tol=1", "broken: check:choice does not know 'tol'");
    row("check:number?value=1&vars=x", "broken: check:number does not know 'vars'");
    row("check:expression?value=x^2", "broken: the answer 'x^2' cannot be read: 'x' is no name known here; "
                                      "a number is asked for");
    row("check:expression?value=x+&vars=x", "broken: the answer 'x+' cannot be read: Something is missing at "
                                            "the end");
    row("check:expression?value=x&vars=2x",
        "broken: vars=2x: names such as x,y>0,z>y are needed: any x, a positive y, a z above y");
    row("check:expression?value=x&vars=x>y,y>0",
        "broken: vars=x>y,y>0: names such as x,y>0,z>y are needed: any x, a positive y, a z above y");
    row("check:expression?value=x&vars=x>",
        "broken: vars=x>: names such as x,y>0,z>y are needed: any x, a positive y, a z above y");
    row("check:expression?value=x&vars=x&tol=2", "broken: tol=2: a number from 0 to 1 is needed");
    row("skrub:a.b/c", "broken: unknown kind of link 'skrub'; did you mean 'scrub'?");
    row("javascript:alert(1)", "broken: unknown kind of link 'javascript'");
    row("file:///etc/passwd", "broken: unknown kind of link 'file'");
  }
  void parse() {
    QFETCH(QString, target);
    QFETCH(QString, expected);
    QCOMPARE(std::visit(Shown{}, parseLink(target)), expected);
  }

  void problem_data() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("words"); ///< that the problem contains; empty: there is none
    const auto row = [](const char* target, const char* words) {
      QTest::newRow(target) << QString::fromUtf8(target) << QString::fromUtf8(words);
    };
    row("panel:test.small", "");
    row("panel:test.small?preset=shear", "");
    row("set:test.small?b=2&flag=true", "");
    row("scrub:test.small/b", "");
    row("value:test.small/det", "");
    row("goal:test.small/flat", "");
    row("term:anything", "");
    row("check:number?value=2", "");
    row("check:choice?answer=b&options=a|b", "");
    row("check:expression?value=1/x&vars=x", "");
    row("check:choice?answer=b&options=b", "at least two");
    row("check:choice?answer=b&options=b|c|b", "two of the options are the same");
    row("check:choice?answer=d&options=b|c", "the answer 'd' is none of the options");
    row("check:expression?value=sqrt(-1-x^2)&vars=x", "has no value at most points");
    row("https://example.org", "");
    row("panel:test.smal", "unknown panel 'test.smal'; did you mean 'test.small'?");
    row("panel:test.small?preset=sheer", "did you mean 'shear'?");
    row("set:test.small?bb=2", "did you mean 'b'?");
    row("set:test.small?b=9", "4");
    row("set:test.small?b=x", "x");
    row("scrub:test.small/c", "unknown parameter 'c' of test.small");
    row("scrub:test.small/flag", "not a number");
    row("value:test.small/dat", "unknown readout 'dat' of test.small; did you mean 'det'?");
    row("goal:test.small/flad", "did you mean 'flat'?");
    row("goal:test.none/flat", "unknown panel 'test.none'");
    row("skrub:x/y", "unknown kind of link");
  }
  void problem() {
    QFETCH(QString, target);
    QFETCH(QString, words);
    std::vector<panel::PanelPointer> panels;
    panels.push_back(std::make_unique<SmallPanel>());
    const panel::Registry registry(std::move(panels));
    const QString found = linkProblem(parseLink(target), registry);
    if (words.isEmpty())
      QCOMPARE(found, QString());
    else
      QVERIFY2(found.contains(words), qPrintable(found));
  }

  void numbersAreWrittenForReaders() {
    const auto shown = [](double value, int digits) { return numberToText(value, digits); };
    QCOMPARE(shown(-0.25, 2), QStringLiteral("−0.25"));
    QCOMPARE(shown(1.5, 0), QStringLiteral("2"));
    QCOMPARE(shown(-0.0, 2), QStringLiteral("0.00"));
    QCOMPARE(shown(-1e-17, 2), QStringLiteral("0.00"));
    QCOMPARE(shown(0.001, 2), QStringLiteral("1.0 × 10⁻³"));
    QCOMPARE(shown(-1.24e9, 2), QStringLiteral("−1.2 × 10⁹"));
    QCOMPARE(shown(9.99e9, 2), QStringLiteral("1.0 × 10¹⁰"));
    QCOMPARE(shown(std::numeric_limits<double>::infinity(), 2), QStringLiteral("∞"));
    QCOMPARE(shown(-std::numeric_limits<double>::infinity(), 2), QStringLiteral("−∞"));
    QCOMPARE(shown(std::numeric_limits<double>::quiet_NaN(), 2), QStringLiteral("undefined"));
    QCOMPARE(shown(std::numeric_limits<double>::max(), 2), QStringLiteral("1.8 × 10³⁰⁸"));
    QVERIFY(!shown(std::numeric_limits<double>::denorm_min(), 12).isEmpty());
  }

  void numbersAreReadAsReadersWriteThem() {
    QCOMPARE(numberFromText(QStringLiteral(" −0.5 ")), -0.5);
    QCOMPARE(numberFromText(QStringLiteral("1/4")), 0.25);
    QCOMPARE(numberFromText(QStringLiteral("-3/-4")), 0.75);
    QCOMPARE(numberFromText(QStringLiteral("12.5%")), 0.125);
    QCOMPARE(numberFromText(QStringLiteral("1e-3")), 0.001);
    QVERIFY(std::isinf(numberFromText(QStringLiteral("∞")).value()));
    QVERIFY(std::isnan(numberFromText(QStringLiteral("undefined")).value()));
    for (const char* text : {"", "x", "1/0", "1/2/3", "1 2", "--1", "%"})
      QVERIFY2(!numberFromText(QString::fromUtf8(text)), text);
  }
};

QTEST_APPLESS_MAIN(LinksParseToValues)
#include "links_parse_to_values.moc"
