#include "app/book/chapter_page.h"
#include "app/reader/python_colors.h"

#include <QtCore/QDirIterator>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace eigenboard;

namespace {

/// Python's own tokenizer, as [[kind, start, length], …] for each source. Positions count UTF-16 units.
const char judge[] = R"(
import io, json, keyword, sys, tokenize
def spans(source):
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found = []
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        kind = {tokenize.STRING: "string", tokenize.COMMENT: "comment", tokenize.NUMBER: "number"}.get(token.type)
        if token.type == tokenize.NAME and keyword.iskeyword(token.string):
            kind = "keyword"
        if kind:
            start = starts[token.start[0] - 1] + token.start[1]
            found.append([kind, start, starts[token.end[0] - 1] + token.end[1] - start])
    return found
print(json.dumps([spans(source) for source in json.load(sys.stdin)]))
)";

void collect(const book::Blocks& blocks, QStringList& sources) {
  for (const book::Block& block : blocks) {
    if (const auto* code = std::get_if<book::Code>(&block.content);
        code && code->language == QStringLiteral("python"))
      sources.push_back(code->text);
    if (const auto* fold = std::get_if<book::Fold>(&block.content))
      collect(fold->blocks, sources);
  }
}

QStringList sources() {
  QStringList all = {
      QStringLiteral("x = 'a # b' # c 'd'\ny = \"it's\"\n"),
      QStringLiteral("def f(a, *b):\n    '''Doc \"string\".\n\n    More.'''\n    return a if b else None\n"),
      QStringLiteral("s = r'\\d+' + b'x' + f\"{s!r:>{w}}\" + rb\"\\\\\"\n"),
      QStringLiteral("n = 1_000 + 0xFF + 1e-9 + 2.5E+3 + .5 + 3. + 1j + 0b101\n"),
      QStringLiteral("value1 = a1.b2 - 3 - -4\nclass_ = classes; is_in = not_in\n"),
      QStringLiteral("async def g():\n    async with h() as i:\n        yield await i\n"),
      QStringLiteral("t = '''a''b''' + 'c\\'d' + \"\"\n"),
      QStringLiteral("lambda x: x[1:2] @ y // 3 ** 4\nassert True is not False\n"),
  };
  QDirIterator files(QStringLiteral(CHAPTERS), {QStringLiteral("*.md")}, QDir::Files,
                     QDirIterator::Subdirectories);
  while (files.hasNext())
    collect(book::readChapterPage(files.next()).page.blocks, all);
  return all;
}

QString nameOf(reader::PythonToken token) {
  switch (token) {
  case reader::PythonToken::Keyword:
    return QStringLiteral("keyword");
  case reader::PythonToken::String:
    return QStringLiteral("string");
  case reader::PythonToken::Comment:
    return QStringLiteral("comment");
  case reader::PythonToken::Number:
    return QStringLiteral("number");
  case reader::PythonToken::Name:
    break;
  }
  return {};
}

} // namespace

class PythonColorsAgreeWithPython : public QObject {
  Q_OBJECT

 private slots:
  void everyToken() {
    const QStringList all = sources();
    QVERIFY(all.size() > 8);
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QString::fromUtf8(judge)});
    python.write(QJsonDocument(QJsonArray::fromStringList(all)).toJson());
    python.closeWriteChannel();
    QVERIFY2(python.waitForFinished(30000) && python.exitCode() == 0,
             python.readAllStandardError().constData());
    const QJsonArray expected = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    QCOMPARE(expected.size(), all.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
      QJsonArray found;
      for (const reader::PythonSpan& span : reader::pythonTokens(all[i]))
        if (span.token != reader::PythonToken::Name)
          found.append(QJsonArray{nameOf(span.token), span.start, span.length});
      QVERIFY2(found == expected[i].toArray(),
               (all[i].toUtf8() + QJsonDocument(found).toJson(QJsonDocument::Compact) +
                QJsonDocument(expected[i].toArray()).toJson(QJsonDocument::Compact))
                   .constData());
    }
  }

  void brokenSourcesEnd() {
    for (const QString& source :
         {QStringLiteral("'"), QStringLiteral("\"\"\""), QStringLiteral("'''a''"), QStringLiteral("f'"),
          QStringLiteral("x = 'a\ny = 1"), QStringLiteral("'\\"), QStringLiteral("1e"), QString()}) {
      int end = 0;
      for (const reader::PythonSpan& span : reader::pythonTokens(source)) {
        QVERIFY(span.start >= end && span.length > 0 && span.start + span.length <= source.size());
        end = span.start + span.length;
      }
    }
  }
};

QTEST_APPLESS_MAIN(PythonColorsAgreeWithPython)
#include "python_colors_agree_with_python.moc"
