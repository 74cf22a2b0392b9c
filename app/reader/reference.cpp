#include "app/reader/reference.h"

#include "app/book/chapter_page.h"
#include "views/typesetting/symbol_parts.h"

#include <QtCore/QDir>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace eigenboard::reader {

namespace {

constexpr std::size_t mostMeanings = 3;

} // namespace

std::vector<Reference::Listed> Reference::listed(book::Symbols symbols) {
  std::vector<Listed> list;
  for (book::SymbolEntry& entry : symbols.entries) {
    QStringList parts = typesetting::symbolParts(typesetting::canonicalSymbol(entry.tex));
    if (!parts.isEmpty())
      list.push_back({std::move(entry), std::move(parts)});
  }
  return list;
}

Reference::Meaning Reference::meaningOf(const Listed& listed, bool isOfChapter) {
  const book::SymbolEntry& entry = listed.entry;
  return {entry.tex, listed.parts, entry.said, entry.meaning, entry.keys, isOfChapter};
}

book::Blocks Reference::pageOf(const QString& appendix) const {
  const book::Chapter* chapter = book_.find(appendix);
  if (!chapter || !chapter->written)
    return {};
  return book::readChapterPage(QDir(book_.directory).filePath(chapter->file)).page.blocks;
}

const book::Glossary* Reference::glossary() const {
  if (!glossary_)
    glossary_ = book::readGlossary(pageOf(QStringLiteral("H")));
  return glossary_->entries.empty() ? nullptr : &*glossary_;
}

const std::vector<Reference::Listed>& Reference::notation() const {
  if (!notation_)
    notation_ = listed(book::readSymbols(pageOf(QStringLiteral("B"))));
  return *notation_;
}

void Reference::setChapter(const QString& id, const book::Blocks& blocks) {
  chapter_ = id;
  own_ = listed(book::readSymbols(blocks));
}

const book::GlossaryEntry* Reference::term(const QString& slug) const {
  const book::Glossary* read = glossary();
  return read ? read->find(slug) : nullptr;
}

QString Reference::termProblem(const QString& slug) const {
  const book::Glossary* read = glossary();
  return read ? read->problem(slug) : QString();
}

std::vector<Reference::Meaning> Reference::meanings(std::size_t symbol,
                                                    const std::vector<typesetting::SymbolAt>& formula) const {
  const auto longest = [&](const std::vector<Listed>& list) {
    std::vector<const Listed*> best;
    for (const Listed& listed : list) {
      if (!best.empty() && listed.parts.size() < best.front()->parts.size())
        continue;
      if (!typesetting::isPartOf(symbol, listed.parts, formula))
        continue;
      if (!best.empty() && listed.parts.size() > best.front()->parts.size())
        best.clear();
      best.push_back(&listed);
    }
    return best;
  };
  std::vector<const Listed*> found = longest(own_);
  const bool isOfChapter = !found.empty();
  if (!isOfChapter) {
    found = longest(notation());
    std::stable_partition(found.begin(), found.end(),
                          [this](const Listed* listed) { return listed->entry.metIn.contains(chapter_); });
    // Where the appendix says which meaning this chapter uses, the others would only confuse.
    if (!found.empty() && found.front()->entry.metIn.contains(chapter_))
      std::erase_if(found, [this](const Listed* listed) { return !listed->entry.metIn.contains(chapter_); });
    if (found.size() > mostMeanings)
      found.resize(mostMeanings);
  }
  std::vector<Meaning> meanings;
  for (const Listed* listed : found)
    meanings.push_back(meaningOf(*listed, isOfChapter));
  return meanings;
}

std::vector<Reference::Meaning> Reference::meaningsOf(const QString& tex) const {
  const std::vector<typesetting::SymbolAt> symbols =
      typesetting::symbolsFrom(typesetting::symbolParts(typesetting::canonicalSymbol(tex)));
  return symbols.empty() ? std::vector<Meaning>() : meanings(0, symbols);
}

std::vector<Reference::Meaning> Reference::ofTerm(const QString& slug) const {
  std::vector<Meaning> meanings;
  const book::GlossaryEntry* entry = term(slug);
  if (!entry)
    return meanings;
  const QRegularExpression opening(
      QStringLiteral("^(?:an?|the)?\\s*%1\\b").arg(QRegularExpression::escape(book::plainText(entry->term))),
      QRegularExpression::CaseInsensitiveOption);
  const auto linksTo = [&slug](const book::Inlines& pieces) {
    return std::any_of(pieces.begin(), pieces.end(), [&slug](const book::Inline& piece) {
      const auto* link = std::get_if<book::TermLink>(&piece.link);
      return piece.kind == book::InlineKind::Link && link && link->slug == slug;
    });
  };
  for (const Listed& listed : own_)
    if (linksTo(listed.entry.meaning) || opening.match(book::plainText(listed.entry.meaning)).hasMatch())
      meanings.push_back(meaningOf(listed, true));
  return meanings;
}

std::vector<Reference::Meaning> Reference::withKeys(const QStringList& keys) const {
  std::vector<Meaning> meanings;
  for (const Listed& listed : own_)
    if (std::any_of(keys.begin(), keys.end(),
                    [&](const QString& key) { return listed.entry.keys.contains(key); }))
      meanings.push_back(meaningOf(listed, true));
  return meanings;
}

} // namespace eigenboard::reader
