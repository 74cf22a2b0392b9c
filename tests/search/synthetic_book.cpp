#include "tests/search/synthetic_book.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cmath>
#include <random>

namespace eigenboard::tests {

namespace {

constexpr int vocabularySize = 9'000;

void write(const QString& name, const QByteArray& bytes) {
  QFile file(name);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
    qFatal("%s cannot be written", qPrintable(name));
}

/// Pronounceable words, the frequent ones short as in a language; some real ones to look for.
class Prose {
 public:
  explicit Prose(unsigned seed) : random_(seed) {
    words_ = {QStringLiteral("the"),         QStringLiteral("of"),       QStringLiteral("a"),
              QStringLiteral("matrix"),      QStringLiteral("is"),       QStringLiteral("and"),
              QStringLiteral("vector"),      QStringLiteral("gradient"), QStringLiteral("eigenvalue"),
              QStringLiteral("probability"), QStringLiteral("entropy"),  QStringLiteral("convergence")};
    while (words_.size() < vocabularySize)
      words_ += made(1 + static_cast<int>(std::log2(static_cast<double>(words_.size())) / 4));
  }

  QString word() {
    // With u uniform, size^u falls off like 1/k.
    const double place = std::pow(static_cast<double>(words_.size()), uniform_(random_)) - 1;
    return words_[std::min<qsizetype>(static_cast<qsizetype>(place), words_.size() - 1)];
  }

  QString words(int count) {
    QStringList list;
    for (int i = 0; i < count; ++i)
      list += i % 40 == 20
                  ? QStringLiteral("$\\lambda_{%1} = \\mathbf{v}^\\top\\mathbf{A}\\mathbf{v}$").arg(i % 9)
                  : word();
    return list.join(u' ');
  }

 private:
  QString made(int syllables) {
    static const QString consonants = QStringLiteral("bcdfghklmnprstv");
    static const QString vowels = QStringLiteral("aeiou");
    QString word;
    for (int i = 0; i < syllables; ++i) {
      word += consonants[std::uniform_int_distribution<qsizetype>(0, consonants.size() - 1)(random_)];
      word += vowels[std::uniform_int_distribution<qsizetype>(0, vowels.size() - 1)(random_)];
      word += consonants[std::uniform_int_distribution<qsizetype>(0, consonants.size() - 1)(random_)];
    }
    return word;
  }

  std::mt19937 random_;
  std::uniform_real_distribution<double> uniform_{0, 1};
  QStringList words_;
};

QString chapterText(Prose& prose, int number, int words) {
  constexpr int sections = 14;
  constexpr int exercises = 12;
  constexpr int exerciseWords = 60;
  const int sectionWords = std::max(10, (words - exercises * exerciseWords) / sections);
  QString text = QStringLiteral("# 1.%1 %2\n\n%3\n").arg(number).arg(prose.words(3), prose.words(30));
  for (int section = 0; section < sections; ++section) {
    text += QStringLiteral("\n## %1\n").arg(prose.words(4));
    for (int left = sectionWords; left > 0; left -= 80)
      text += QStringLiteral("\n%1.\n").arg(prose.words(std::min(left, 80)));
  }
  text += QStringLiteral("\n## Exercises\n\n### Verify\n");
  for (int exercise = 1; exercise <= exercises; ++exercise)
    text += QStringLiteral("\n**1.%1.%2** %3.\n").arg(number).arg(exercise).arg(prose.words(exerciseWords));
  return text;
}

} // namespace

book::Book writeBook(const QString& folder, const QStringList& titles, const QStringList& texts) {
  QDir().mkpath(folder + QStringLiteral("/one"));
  QJsonArray chapters;
  for (qsizetype i = 0; i < titles.size(); ++i) {
    const QString file = QStringLiteral("%1.md").arg(i + 1);
    chapters.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("1.%1").arg(i + 1)},
                                {QStringLiteral("title"), titles[i]},
                                {QStringLiteral("file"), file},
                                {QStringLiteral("covers"), QStringLiteral("something covered")}});
    if (i < texts.size() && !texts[i].isNull())
      write(folder + QStringLiteral("/one/") + file, texts[i].toUtf8());
  }
  const QJsonObject level{{QStringLiteral("number"), 1},
                          {QStringLiteral("title"), QStringLiteral("One")},
                          {QStringLiteral("folder"), QStringLiteral("one")},
                          {QStringLiteral("chapters"), chapters}};
  write(folder + QStringLiteral("/book.json"),
        QJsonDocument(QJsonObject{{QStringLiteral("title"), QStringLiteral("A book")},
                                  {QStringLiteral("levels"), QJsonArray{level}}})
            .toJson());
  return book::readBook(folder);
}

book::Book syntheticBook(const QString& folder, int chapters, int wordsEach) {
  constexpr unsigned seed = 20261125;
  Prose prose(seed);
  QStringList titles;
  QStringList texts;
  for (int number = 1; number <= chapters; ++number) {
    titles += prose.word() + u' ' + prose.word();
    texts += chapterText(prose, number, wordsEach);
  }
  return writeBook(folder, titles, texts);
}

} // namespace eigenboard::tests
