#pragma once

#include "app/book/book.h"
#include "app/book/glossary.h"
#include "app/book/symbols.h"
#include "views/typesetting/symbol.h"

namespace eigenboard::reader {

/// What the book says about words and symbols: its glossary (appendix H), its notation (appendix B), and the
/// list of the chapter that is open. The appendices are read when they are first asked for, some 10 ms each.
class Reference {
 public:
  explicit Reference(const book::Book& book) : book_(book) {}

  void setChapter(const QString& id, const book::Blocks& blocks);

  /// Null while there is no glossary, or no such term.
  const book::GlossaryEntry* term(const QString& slug) const;
  /// Empty for a term, and while there is no glossary.
  QString termProblem(const QString& slug) const;

  /// What a symbol of a formula means: the chapter's entry with the most parts around it, so that λ of λ₁ is
  /// the first eigenvalue where the chapter lists one; else those of appendix B, the ones for this chapter
  /// before others, at most three.
  struct Meaning {
    QString tex;
    QStringList parts; ///< of tex (symbol_parts.h)
    QString said;
    book::Inlines text;
    QStringList keys;
    bool isOfChapter = false;
  };
  std::vector<Meaning> meanings(std::size_t symbol, const std::vector<typesetting::SymbolAt>& formula) const;
  /// The chapter's symbols that stand for one of these on its panels.
  std::vector<Meaning> withKeys(const QStringList& keys) const;
  /// The chapter's symbols whose meaning begins with the term ("An eigenvalue, …") or links to it.
  std::vector<Meaning> ofTerm(const QString& slug) const;
  /// What a single symbol in TeX means, as a link may hold it.
  std::vector<Meaning> meaningsOf(const QString& tex) const;

 private:
  struct Listed {
    book::SymbolEntry entry;
    QStringList parts;
  };
  static Meaning meaningOf(const Listed& listed, bool isOfChapter);
  static std::vector<Listed> listed(book::Symbols symbols);
  const std::vector<Listed>& notation() const;
  const book::Glossary* glossary() const;
  book::Blocks pageOf(const QString& appendix) const;

  const book::Book& book_;
  QString chapter_;
  std::vector<Listed> own_;
  mutable std::optional<std::vector<Listed>> notation_;
  mutable std::optional<book::Glossary> glossary_;
};

} // namespace eigenboard::reader
