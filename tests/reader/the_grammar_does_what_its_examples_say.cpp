#include "tests/reader/reader_fixture.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

using namespace eigenboard;
using tests::ReaderFixture;

namespace {

/// "Click on `a pure shear`": what to do or check, and the words in code.
struct Sentence {
  QString verb;
  QStringList given;
  int line = 0;
};
struct Example {
  QString title;
  QString source;
  std::vector<Sentence> sentences;
};

const QStringList& verbs() {
  static const QStringList list = {QStringLiteral("The page shows"),
                                   QStringLiteral("The page hides"),
                                   QStringLiteral("Click on"),
                                   QStringLiteral("Point at"),
                                   QStringLiteral("Press"),
                                   QStringLiteral("Type"),
                                   QStringLiteral("Drag"),
                                   QStringLiteral("The panel has"),
                                   QStringLiteral("The stage is asked for"),
                                   QStringLiteral("It says"),
                                   QStringLiteral("The focus is on"),
                                   QStringLiteral("The card says nothing"),
                                   QStringLiteral("The card says"),
                                   QStringLiteral("The page is chapter"),
                                   QStringLiteral("The light is on"),
                                   QStringLiteral("The goal is not met:"),
                                   QStringLiteral("The goal is met:")};
  return list;
}

/// The sentences of a line of a list. A word that begins none is a fault of the document.
std::vector<Sentence> sentencesOf(QString text, int line) {
  std::vector<Sentence> sentences;
  static const QRegularExpression code(QStringLiteral("^\\s*(?:by\\s*)?`([^`]+)`"));
  text = text.trimmed();
  while (!text.isEmpty()) {
    Sentence sentence;
    sentence.line = line;
    for (const QString& verb : verbs())
      if (sentence.verb.isEmpty() && text.startsWith(verb))
        sentence.verb = verb;
    if (sentence.verb.isEmpty())
      qFatal("line %d: no sentence of the document begins with \"%s\"", line, qPrintable(text.left(30)));
    text = text.sliced(sentence.verb.size());
    for (auto match = code.match(text); match.hasMatch(); match = code.match(text)) {
      sentence.given.push_back(match.captured(1));
      text = text.sliced(match.capturedEnd());
    }
    while (!text.isEmpty() && (text[0] == u'.' || text[0].isSpace()))
      text.remove(0, 1);
    sentences.push_back(sentence);
  }
  return sentences;
}

std::vector<Example> examples() {
  QFile file(QStringLiteral(EXAMPLES));
  if (!file.open(QIODevice::ReadOnly))
    qFatal("%s cannot be read", EXAMPLES);
  std::vector<Example> found;
  bool isSource = false;
  int number = 0;
  for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
    ++number;
    if (line.startsWith(QStringLiteral("```"))) {
      isSource = line == QStringLiteral("```markdown");
    } else if (isSource) {
      found.back().source += line + u'\n';
    } else if (line.startsWith(QStringLiteral("## "))) {
      found.push_back({line.sliced(3), {}, {}});
    } else if (line.startsWith(QStringLiteral("- ")) && !found.empty()) {
      for (const Sentence& sentence : sentencesOf(line.sliced(2), number))
        found.back().sentences.push_back(sentence);
    }
  }
  return found;
}

tests::Appendices appendices() {
  return {QStringLiteral("# B Notation\n\n| Symbol | Said | Meaning |\n|---|---|---|\n"
                         "| $\\zeta$ | zeta | From the reference. |\n"),
          QStringLiteral("# H Glossary\n\n## E\n\n### eigenvalue\n\nA number $\\lambda$ that scales.\n\n"
                         "Met in: 4.6.\n")};
}

/// Does what the sentences say, and remembers what the page asked of the window.
class Performance {
 public:
  explicit Performance(const QString& source)
      : fixture_(QStringLiteral("# 1.1 First\n\n") + source, QSize(700, 700), appendices()) {
    QObject::connect(&reader(), &reader::Reader::panelRequested, &reader(),
                     [this](const QString& id) { stage_ = id; });
    QObject::connect(&reader(), &reader::Reader::stageWanted, &reader(),
                     [this](const QString& id) { stage_ = id; });
    fixture_.open();
  }

  /// Empty, or what is otherwise than the sentence says.
  QString perform(const Sentence& sentence) {
    const QString first = sentence.given.value(0);
    if (sentence.verb == u"Click on")
      return onTarget(first, [this](int target) { fixture_.click(target); });
    if (sentence.verb == u"Point at")
      return pointAt(first);
    if (sentence.verb == u"Drag")
      return onTarget(first, [&](int target) { drag(target, sentence.given.value(1).toInt()); });
    if (sentence.verb == u"Press")
      return press(first);
    if (sentence.verb == u"Type")
      return type(first);
    return check(sentence, first);
  }

 private:
  reader::Reader& reader() { return fixture_.reader(); }

  QString check(const Sentence& sentence, const QString& first) {
    if (sentence.verb == u"The page shows")
      return until([&] { return reader().text().contains(first); }, [&] { return reader().text(); });
    if (sentence.verb == u"The page hides")
      return until([&] { return !reader().text().contains(first); }, [&] { return reader().text(); });
    if (sentence.verb == u"The panel has")
      return until([&] { return hasValues(first); }, [this] { return values(); });
    if (sentence.verb == u"The stage is asked for")
      return until([&] { return stage_ == first; }, [&] { return stage_; });
    if (sentence.verb == u"It says")
      return until([&] { return reader().cardText().contains(first); }, [&] { return reader().cardText(); });
    if (sentence.verb == u"The focus is on")
      return until([&] { return focused().contains(first); }, [&] { return focused(); });
    if (sentence.verb == u"The card says nothing")
      return until([&] { return reader().cardText().isEmpty(); }, [&] { return reader().cardText(); });
    if (sentence.verb == u"The card says")
      return until([&] { return reader().cardText().contains(first); }, [&] { return reader().cardText(); });
    if (sentence.verb == u"The page is chapter")
      return until([&] { return reader().currentChapter() == first; },
                   [&] { return reader().currentChapter(); });
    if (sentence.verb == u"The goal is not met:")
      return until([&] { return !reader().goalsDone().contains(first); },
                   [&] { return reader().goalsDone().join(u' '); });
    if (sentence.verb == u"The goal is met:")
      return until([&] { return reader().goalsDone().contains(first); },
                   [&] { return reader().goalsDone().join(u' '); });
    const panel::Names& lit = fixture_.transform().spotlight().lit();
    return until([&] { return (lit.keys + lit.symbols).contains(first); },
                 [&] { return (lit.keys + lit.symbols).join(u' '); });
  }

  template <typename Condition, typename Shown>
  static QString until(Condition condition, Shown shown) {
    return QTest::qWaitFor(condition, 3000) ? QString() : QStringLiteral("there is: ") + shown();
  }

  /// Of the things with these words the one that says least besides them.
  int targetWith(const QString& words) {
    int best = -1;
    const auto& targets = reader().layout().targets;
    for (int i = 0; i < static_cast<int>(targets.size()); ++i) {
      const auto size = [&](int index) {
        return reader().describe(targets[static_cast<std::size_t>(index)]).size();
      };
      if (reader().describe(targets[static_cast<std::size_t>(i)]).contains(words) &&
          (best < 0 || size(i) < size(best)))
        best = i;
    }
    return best;
  }

  template <typename Act>
  QString onTarget(const QString& words, Act act) {
    const int target = targetWith(words);
    if (target < 0)
      return QStringLiteral("nothing on the page has these words");
    stage_.clear();
    act(target);
    QTest::qWait(20);
    return {};
  }

  /// A link, a formula, or plain words.
  QString pointAt(const QString& words) {
    if (const int target = targetWith(words); target >= 0 && !words.startsWith(u'$')) {
      QTest::mouseMove(reader().viewport(), fixture_.pointOf(target));
      return {};
    }
    for (const reader::PlacedText& text : reader().layout().texts) {
      const auto& objects = std::as_const(*text.paragraph).objects();
      for (std::size_t i = 0; i < objects.size(); ++i)
        if (reader::copied(objects[i]) == words) {
          const QRectF box = text.paragraph->objectBox(static_cast<int>(i)).translated(text.origin);
          QTest::mouseMove(reader().viewport(), (box.center() - QPointF(0, reader().scrolled())).toPoint());
          return {};
        }
      if (text.paragraph->copy({0, text.paragraph->length()}).startsWith(words)) {
        const QPointF start = text.origin + QPointF(6, text.paragraph->baseline(0) - 5);
        QTest::mouseMove(reader().viewport(), (start - QPointF(0, reader().scrolled())).toPoint());
        return {};
      }
    }
    return QStringLiteral("nothing on the page has these words");
  }

  void drag(int target, int pixels) {
    const QPoint from = fixture_.pointOf(target);
    QTest::mousePress(reader().viewport(), Qt::LeftButton, {}, from);
    for (int i = 1; i <= 8; ++i) {
      const QPointF at = from + QPointF(pixels * i / 8.0, 0);
      QMouseEvent move(QEvent::MouseMove, at, reader().viewport()->mapToGlobal(at), Qt::NoButton,
                       Qt::LeftButton, {});
      QApplication::sendEvent(reader().viewport(), &move);
    }
    QTest::mouseRelease(reader().viewport(), Qt::LeftButton, {}, from + QPoint(pixels, 0));
  }

  QString press(const QString& keys) {
    for (const QString& name : keys.split(u' ')) {
      const QKeySequence sequence(name);
      if (sequence.count() != 1)
        return QStringLiteral("%1 is no key").arg(name);
      QTest::keyClick(&reader(), sequence[0].key(), sequence[0].keyboardModifiers());
      QTest::qWait(10);
    }
    return {};
  }

  QString type(const QString& text) {
    auto* entry = reader().viewport()->findChild<QLineEdit*>();
    if (!entry)
      return QStringLiteral("nothing is open for typing");
    entry->selectAll();
    QTest::keyClick(entry, Qt::Key_Delete);
    entry->insert(text); // letters that the keyboard of the test lacks, such as √
    QTest::keyClick(entry, Qt::Key_Return);
    QTest::qWait(20);
    return {};
  }

  QString focused() {
    const int index = reader().focusedTarget();
    const auto& targets = reader().layout().targets;
    return index >= 0 && index < static_cast<int>(targets.size())
               ? reader().describe(targets[static_cast<std::size_t>(index)])
               : QString();
  }

  bool hasValues(const QString& wanted) {
    for (const QString& part : wanted.split(u' ')) {
      const double value = fixture_.transform().number(part.section(u'=', 0, 0));
      if (!(std::abs(value - part.section(u'=', 1).toDouble()) < 1e-12))
        return false;
    }
    return !fixture_.transform().isAnimating();
  }

  QString values() {
    QString text;
    for (const char* key : {"a", "b", "c", "d"})
      text += QStringLiteral("%1=%2 ")
                  .arg(QLatin1StringView(key))
                  .arg(fixture_.transform().number(QString::fromLatin1(key)));
    return text;
  }

  QString stage_;
  ReaderFixture fixture_;
};

} // namespace

class TheGrammarDoesWhatItsExamplesSay : public QObject {
  Q_OBJECT

 private slots:
  void example_data() {
    QTest::addColumn<int>("index");
    const std::vector<Example> all = examples();
    for (std::size_t i = 0; i < all.size(); ++i)
      QTest::newRow(qPrintable(all[i].title)) << static_cast<int>(i);
  }

  void example() {
    QFETCH(int, index);
    const Example example = examples().at(static_cast<std::size_t>(index));
    QVERIFY2(!example.source.isEmpty() && !example.sentences.empty(), "an example says nothing");
    Performance performance(example.source);
    for (const Sentence& sentence : example.sentences) {
      const QString fault = performance.perform(sentence);
      QVERIFY2(fault.isEmpty(),
               qPrintable(QStringLiteral("line %1: %2 `%3`: %4")
                              .arg(sentence.line)
                              .arg(sentence.verb, sentence.given.join(QStringLiteral("` `")), fault)));
    }
  }

  /// Every row of the grammar has an example, so that a kind of link cannot be added without one.
  void everyKindOfLinkHasAnExample() {
    QString sources;
    for (const Example& example : examples())
      sources += example.source;
    for (const char* kind : {"panel:", "set:", "scrub:", "value:", "goal:", "term:", "check:number",
                             "check:choice", "check:expression", "<details>"})
      QVERIFY2(sources.contains(QLatin1StringView(kind)), kind);
  }
};

QTEST_MAIN(TheGrammarDoesWhatItsExamplesSay)
#include "the_grammar_does_what_its_examples_say.moc"
