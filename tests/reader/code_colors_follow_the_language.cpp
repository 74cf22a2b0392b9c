#include "app/reader/code_colors.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace eigenboard::reader;

/// Fences in other languages than Python show their keywords, strings, comments and numbers.
class CodeColorsFollowTheLanguage : public QObject {
  Q_OBJECT

 private slots:
  void tokens_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected"); ///< letter and words of each span
    const auto row = [](const char* language, const char* code, const char* expected) {
      QTest::newRow(code) << QString::fromUtf8(language) << QString::fromUtf8(code)
                          << QString::fromUtf8(expected);
    };
    row("cpp", "int x = 0x1F; // one", "k:int n:0x1F c:// one");
    row("c++", "/* a\nb */ return \"s\\\"t\"", "c:/* a\nb */ k:return s:\"s\\\"t\"");
    row("cpp", "/* unclosed", "c:/* unclosed");
    row("cpp", "integer forked 3.5e2", "n:3.5e2");
    row("cpp", "\"unclosed\nint", "s:\"unclosed k:int");
    row("sh", "for f in *; do echo \"$f\" '\\'; done # all",
        "k:for k:in k:do s:\"$f\" s:'\\' k:done c:# all");
    row("sh", "echo a#b", "");
    row("json", "{\"a\": [1, true, null]}", "s:\"a\" n:1 k:true k:null");
    row("yaml", "a: \"b\" # c", "s:\"b\" c:# c");
    row("text", "int \"no\" 3", "");
    row("", "int", "");
    row("cpp", "", "");
  }
  void tokens() {
    QFETCH(QString, language);
    QFETCH(QString, code);
    QStringList shown;
    for (const CodeSpan& span : codeTokens(code, language))
      shown.push_back(QStringLiteral("kscn").at(static_cast<int>(span.token)) + QStringLiteral(":") +
                      code.mid(span.start, span.length));
    QTEST(shown.join(u' '), "expected");
  }

  void hostileCodeIsLinear() {
    for (const QString& code :
         {QStringLiteral("\"").repeated(100'000), QStringLiteral("/*").repeated(100'000),
          QStringLiteral("\\").repeated(100'000), QString(100'000, QChar(0xD800))}) {
      QElapsedTimer clock;
      clock.start();
      int end = 0;
      for (const CodeSpan& span : codeTokens(code, QStringLiteral("cpp"))) {
        QVERIFY(span.start >= end && span.length > 0);
        end = span.start + span.length;
      }
      QVERIFY(end <= code.size());
      QVERIFY(clock.elapsed() < 500);
    }
  }
};

QTEST_GUILESS_MAIN(CodeColorsFollowTheLanguage)
#include "code_colors_follow_the_language.moc"
