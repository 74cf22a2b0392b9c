#include "app/book/chapter_page.h"
#include "app/book/limits.h"
#include "app/book/lint_walk.h"
#include "tests/fuzz/target.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace eigenboard::tests {

const std::size_t longestInput = 6000;

Seeds seedsOf(const std::string& root) {
  Seeds seeds;
  std::set<std::filesystem::path> files; // in the order of their names
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root + "/chapters"))
    if (entry.path().extension() == ".md")
      files.insert(entry.path());
  for (const auto& file : files) {
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    seeds.examples.push_back(text.str());
  }
  seeds.examples.push_back("| a | $x|y$ |\n|---|---|\n| 1 | [^n] |\n\n[^n]: A note with $x$.\n");
  seeds.examples.push_back("> [!NOTE]\n> Look.\n\n> **Theorem.** True.\n\n![A picture](a.svg \"Title\")\n");
  seeds.pieces = {"$",
                  "$$",
                  "$$\n\n",
                  "|",
                  "|---|---|\n",
                  "> ",
                  ">>>>",
                  "```python\n",
                  "```\n",
                  "* ",
                  "1. ",
                  "- [ ] ",
                  "[",
                  "](",
                  "](panel:",
                  "](set:a?b",
                  "[^a]",
                  "[^a]: ",
                  "<details><summary>",
                  "</summary>",
                  "</details>",
                  "<details>",
                  "\n\n",
                  "# ",
                  "## Exercises\n",
                  "**",
                  "_",
                  "`",
                  "\\",
                  "---\n",
                  "\r\n",
                  "\t",
                  "    ",
                  "&amp;",
                  "<!--",
                  "-->",
                  "![",
                  "\xc2\xa0",
                  "\xe2\x80\xae",
                  "\xff",
                  std::string(1, '\0'),
                  "**4.4.1** "};
  return seeds;
}

namespace {

void check(const book::Blocks& blocks) {
  std::set<QString> anchors;
  for (const book::Block* block : book::lint::inOrder(blocks)) {
    if (const auto* table = std::get_if<book::Table>(&block->content)) {
      mustHold(table->columns.size() <= book::limits::tableColumns, "a table has few enough columns");
      mustHold(table->header.size() == table->columns.size(), "a header has a cell for each column");
      for (const auto& row : table->rows)
        mustHold(row.size() == table->columns.size(), "a row has a cell for each column");
    }
    // A heading in a footnote has no anchor.
    if (const auto* heading = std::get_if<book::Heading>(&block->content);
        heading && !heading->anchor.isEmpty())
      mustHold(anchors.insert(heading->anchor).second, "anchors are unique");
  }
  book::lint::visitInlines(blocks, [](const book::Inline& piece, int) { book::plainText({piece}); });
}

} // namespace

} // namespace eigenboard::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace eigenboard;
  const QString source = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
  const book::ChapterPage page = book::chapterPage(source);
  tests::check(page.page.blocks);
  for (const book::SourceProblem& problem : page.page.problems)
    tests::mustHold(!problem.text.isEmpty(), "a problem has words");
  return 0;
}
