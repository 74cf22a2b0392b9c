#include "app/search/index.h"
#include "views/panel/registry.h"

#include <QtTest/QTest>

using namespace eigenboard;

namespace {

/// The book itself, in memory.
struct TheBook {
  panel::Registry registry = panel::registeredPanels();
  search::Index index{book::readBook(QStringLiteral(CHAPTERS)), registry, {}};

  TheBook() {
    while (index.refreshNext()) {
    }
  }
  std::vector<search::Result> find(const QString& typed) {
    return index.search(typed, search::Scope::Everything, 60).results;
  }
};

} // namespace

class CaseAndChaptersComeFirst : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { book_ = std::make_unique<TheBook>(); }

  void theCaseThatWasTypedWins_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("title"); ///< of the first row of the notation
    const auto row = [](const char* typed, const char* title) {
      QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(title);
    };
    row("λ", "λ");
    row("\\lambda", "λ");
    row("Λ", "Λ");
    row("\\Lambda", "Λ");
    row("Σ", "Σ");
    row("σ", "σ");
    row("A", "A");
  }
  void theCaseThatWasTypedWins() {
    QFETCH(QString, typed);
    QFETCH(QString, title);
    for (const search::Result& result : book_->find(typed))
      if (result.kind == search::Kind::Notation) {
        QVERIFY2(result.title.startsWith(title), qPrintable(result.title));
        return;
      }
    QFAIL("no row of the notation");
  }

  void aSmallLetterIsNoAppendix() {
    QCOMPARE(book_->find(QStringLiteral("A")).front().title.left(2), QStringLiteral("A "));
    QVERIFY(!book_->find(QStringLiteral("a")).front().title.startsWith(QStringLiteral("A ")));
  }

  void aChapterCalledSoGoesBeforeTheGlossary_data() {
    QTest::addColumn<QString>("typed");
    for (const char* typed : {"eigenvalue", "eigenvalues", "Eigenvalue", "eigenval", "matrix as"})
      QTest::newRow(typed) << QString::fromLatin1(typed);
  }
  void aChapterCalledSoGoesBeforeTheGlossary() {
    QFETCH(QString, typed);
    const std::vector<search::Result> results = book_->find(typed);
    QCOMPARE(results.front().kind, search::Kind::Chapter);
    const QString home = results.front().target.chapter;
    QCOMPARE(home,
             typed.startsWith(QStringLiteral("matrix")) ? QStringLiteral("4.4") : QStringLiteral("4.6"));
    bool isTermSeen = false;
    int sections = 0;
    for (const search::Result& result : results) {
      isTermSeen |= result.kind == search::Kind::Term;
      const bool isOfHome = result.kind == search::Kind::Section && result.target.chapter == home;
      sections += isOfHome && !isTermSeen;
      QVERIFY2(!isOfHome || !isTermSeen, qPrintable(result.title));
    }
    QVERIFY(sections > 0);
  }

  void theCountIsOfAllThatWasFound() {
    const search::Answer few = book_->index.search(QStringLiteral("eigenvalue"), search::Scope::Book, 5);
    const search::Answer many = book_->index.search(QStringLiteral("eigenvalue"), search::Scope::Book, 1000);
    QCOMPARE(few.results.size(), std::size_t(5));
    QCOMPARE(few.total, many.total);
    QCOMPARE(static_cast<int>(many.results.size()), many.total);
    QVERIFY(!many.hasMore);
    QVERIFY(book_->index.search(QStringLiteral("a"), search::Scope::Book, 5).hasMore);
    QCOMPARE(book_->index.search(QStringLiteral("xyzzyplugh"), search::Scope::Book, 5).total, 0);
  }

 private:
  std::unique_ptr<TheBook> book_;
};

QTEST_GUILESS_MAIN(CaseAndChaptersComeFirst)
#include "case_and_chapters_come_first.moc"
