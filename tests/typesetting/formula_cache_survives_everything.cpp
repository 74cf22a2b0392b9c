#include "tests/typesetting/formula_list.h"
#include "views/typesetting/formula_bytes.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace eigenboard::typesetting;

namespace {

const QString sample =
    QStringLiteral(R"(\left(\frac{\sqrt{a}}{\htmlData{part=b}{b}}\right)^{\textcolor{red}{2}})");

QByteArray readFile(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

/// Layouts come back from disk bit for bit; a file that is damaged in any way only costs the time to lay out
/// again.
class FormulaCacheSurvivesEverything : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> directory;

  TypesetterOptions options() const {
    TypesetterOptions result;
    result.cacheDirectory = directory->path();
    return result;
  }
  QString file() const { return directory->filePath(QStringLiteral("formulas.cache")); }
  void fill(const QStringList& formulas) const {
    Typesetter typesetter(options());
    for (const QString& tex : formulas)
      typesetter.typeset(tex, Style::Display);
  }

 private slots:
  void init() { directory = std::make_unique<QTemporaryDir>(); }

  void bytesHoldEveryBit() {
    Typesetter typesetter;
    for (const ListedFormula& listed : readFormulaList(QStringLiteral(FORMULAS))) {
      const FormulaPointer formula = typesetter.typeset(listed.tex, listed.style);
      const std::optional<Formula> back = formulaFromBytes(toBytes(*formula));
      QVERIFY(back);
      QCOMPARE(toBytes(*back), toBytes(*formula));
      QCOMPARE(back->tex, formula->tex);
      QCOMPARE(back->outlines.size(), formula->outlines.size());
      for (std::size_t i = 0; i < back->outlines.size(); ++i)
        QCOMPARE(back->outlines[i].path, formula->outlines[i].path);
    }
  }

  void anotherStartFindsTheLayouts() {
    fill({sample, QStringLiteral("x")});
    Typesetter fresh;
    Typesetter second(options());
    const FormulaPointer stored = second.cached(sample, Style::Display);
    QVERIFY(stored);
    QCOMPARE(toBytes(*stored), toBytes(*fresh.typeset(sample, Style::Display)));
    QVERIFY(!second.cached(sample, Style::Inline));
    QVERIFY(!second.cached(QStringLiteral("y"), Style::Display));
  }

  void newLayoutsAreWrittenWithoutWaitingForTheEnd() {
    Typesetter typesetter(options());
    typesetter.typeset(sample, Style::Display);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file()), 10'000);
    Typesetter second(options());
    QVERIFY(second.cached(sample, Style::Display));
  }

  void truncatedFilesAreSurvived() {
    fill({sample, QStringLiteral("a+b"), QStringLiteral("c")});
    const QByteArray whole = readFile(file());
    QVERIFY(whole.size() > 200);
    for (qsizetype size = 0; size < whole.size(); size += 7) {
      QVERIFY(writeFile(file(), whole.first(size)));
      Typesetter typesetter(options());
      for (const QString& tex : {sample, QStringLiteral("a+b"), QStringLiteral("c")})
        if (const FormulaPointer formula = typesetter.cached(tex, Style::Display))
          QCOMPARE(formula->tex, tex);
    }
  }

  void flippedBitsAreNoticed() {
    fill({sample});
    const QByteArray whole = readFile(file());
    for (qsizetype i = 0; i < whole.size(); ++i) {
      QByteArray damaged = whole;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << (i % 8)));
      QVERIFY(writeFile(file(), damaged));
      Typesetter typesetter(options());
      QVERIFY2(!typesetter.cached(sample, Style::Display), qPrintable(QString::number(i)));
    }
  }

  void aDamagedFileIsReplaced() {
    QVERIFY(writeFile(file(), QByteArray(100'000, '\xff')));
    {
      Typesetter typesetter(options());
      QVERIFY(!typesetter.cached(sample, Style::Display));
      QVERIFY(typesetter.typeset(sample, Style::Display)->error.isEmpty());
    }
    Typesetter second(options());
    QVERIFY(second.cached(sample, Style::Display));
  }

  void hostileBytesAreNoFormula() {
    const QByteArray whole = toBytes(*Typesetter().typeset(sample, Style::Display));
    for (qsizetype size = 0; size < whole.size(); ++size)
      QVERIFY(!formulaFromBytes(whole.first(size)));
    QVERIFY(!formulaFromBytes(whole + 'x'));
    QVERIFY(!formulaFromBytes(QByteArray(10'000, '\x7f'))); // counts beyond all memory
  }

  void otherMacrosAreAnotherCache() {
    TypesetterOptions one = options();
    one.macros = {{QStringLiteral("\\Field"), QStringLiteral("\\mathbb{R}")}};
    TypesetterOptions two = options();
    two.macros = {{QStringLiteral("\\Field"), QStringLiteral("\\mathbf{R}")}};
    { QVERIFY(Typesetter(one).typeset(QStringLiteral("\\Field"), Style::Inline)->error.isEmpty()); }
    QVERIFY(Typesetter(one).cached(QStringLiteral("\\Field"), Style::Inline));
    QVERIFY(!Typesetter(two).cached(QStringLiteral("\\Field"), Style::Inline));
    QVERIFY(!Typesetter(options()).typeset(QStringLiteral("\\Field"), Style::Inline)->error.isEmpty());
  }

  void twoProgramsShareTheFile() {
    {
      Typesetter first(options());
      Typesetter second(options());
      first.typeset(QStringLiteral("a"), Style::Display);
      second.typeset(QStringLiteral("b"), Style::Display);
    }
    Typesetter third(options());
    QVERIFY(third.cached(QStringLiteral("a"), Style::Display));
    QVERIFY(third.cached(QStringLiteral("b"), Style::Display));
  }

  void errorsAreForgotten() {
    fill({QStringLiteral("\\nothing"), QStringLiteral("a")});
    Typesetter typesetter(options());
    QVERIFY(!typesetter.cached(QStringLiteral("\\nothing"), Style::Display));
    QVERIFY(typesetter.cached(QStringLiteral("a"), Style::Display));
  }

  void aDragKeepsOnlyItsFirstFormula() {
    {
      Typesetter typesetter(options());
      for (const char* tex : {"1", "2", "3"}) {
        bool done = false;
        typesetter.request(
            QString::fromLatin1(tex), Style::Display, this, [&](const FormulaPointer&) { done = true; },
            QStringLiteral("live"));
        QTRY_VERIFY(done);
      }
      QVERIFY(typesetter.cached(QStringLiteral("3"), Style::Display));
    }
    Typesetter second(options());
    QVERIFY(second.cached(QStringLiteral("1"), Style::Display));
    QVERIFY(!second.cached(QStringLiteral("2"), Style::Display));
    QVERIFY(!second.cached(QStringLiteral("3"), Style::Display));
  }

  void aDirectoryThatCannotBeWrittenIsSaid() {
    QVERIFY(writeFile(directory->filePath(QStringLiteral("not a directory")), "x"));
    TypesetterOptions bad;
    bad.cacheDirectory = directory->filePath(QStringLiteral("not a directory/cache"));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("could not be written")));
    Typesetter typesetter(bad);
    QVERIFY(typesetter.typeset(sample, Style::Display)->error.isEmpty());
    QVERIFY(typesetter.cached(sample, Style::Display));
  }

  void aPageOfFormulasIsReadInAMoment() {
    QStringList formulas;
    for (int i = 0; i < 300; ++i)
      formulas += QStringLiteral(R"(\frac{x_{%1}}{\sqrt{y}}+\begin{bmatrix}%1&2\\3&4\end{bmatrix})").arg(i);
    fill(formulas);
    Typesetter typesetter(options());
    QElapsedTimer timer;
    timer.start();
    for (const QString& tex : formulas)
      QVERIFY(typesetter.cached(tex, Style::Display));
    const qint64 microseconds = timer.nsecsElapsed() / 1000;
    qInfo() << "300 formulas from disk in" << microseconds << "µs, file of" << readFile(file()).size()
            << "bytes";
    constexpr qint64 aTenthOfTheEnginesTime = 60'000; // 300 formulas at 2 ms, and a machine as slow as may be
    QVERIFY(microseconds < aTenthOfTheEnginesTime);
  }
};

QTEST_MAIN(FormulaCacheSurvivesEverything)
#include "formula_cache_survives_everything.moc"
