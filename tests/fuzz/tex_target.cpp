#include "tests/fuzz/target.h"
#include "views/typesetting/formula_painter.h"
#include "views/typesetting/typesetter.h"

#include <cmath>
#include <fstream>

namespace eigenboard::tests {

const std::size_t longestInput = 1500;

Seeds seedsOf(const std::string& root) {
  Seeds seeds;
  std::ifstream list(root + "/tests/typesetting/formulas.txt");
  for (std::string line; std::getline(list, line);)
    if (line.size() > 2 && (line[0] == 'I' || line[0] == 'D'))
      seeds.examples.push_back(line.substr(2));
  seeds.pieces = {"{",
                  "}",
                  "^",
                  "_",
                  "&",
                  "\\\\",
                  "$",
                  "\\frac{",
                  "\\sqrt[",
                  "\\left(",
                  "\\right.",
                  "\\middle|",
                  "\\begin{array}{cc|r}",
                  "\\end{array}",
                  "\\begin{cases}",
                  "\\hat{",
                  "\\overbrace{",
                  "\\text{",
                  "\\color{red}",
                  "\\def\\a{\\a\\a}\\a",
                  "\\newcommand{\\b}[1]{#1#1}",
                  "\\b{\\b{",
                  "\\tag{",
                  "\\cancel{",
                  "\\xrightarrow[",
                  "\\rule{1000em}{1000em}",
                  "\\kern-9999em",
                  "\\Huge",
                  "\\htmlData{part=a}{",
                  "\\href{x}{",
                  "\\includegraphics{",
                  "\\phantom{",
                  "\\smash{",
                  "\\char",
                  "\\mathchoice{",
                  "'",
                  "%",
                  "~",
                  "#1",
                  "\xce\xbb",
                  "\xf0\x9f\x98\x80",
                  "\xff",
                  std::string(1, '\0')};
  return seeds;
}

namespace {

bool isFinite(const typesetting::Formula& formula) {
  bool finite = std::isfinite(formula.width) && std::isfinite(formula.height) && std::isfinite(formula.depth);
  for (const typesetting::Glyph& glyph : formula.glyphs)
    finite = finite && std::isfinite(glyph.x) && std::isfinite(glyph.y) && std::isfinite(glyph.size);
  for (const typesetting::Rule& rule : formula.rules)
    finite = finite && std::isfinite(rule.x) && std::isfinite(rule.y) && std::isfinite(rule.width) &&
             std::isfinite(rule.height);
  return finite;
}

} // namespace

} // namespace eigenboard::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace eigenboard;
  static typesetting::Typesetter typesetter; // one engine for all inputs, as in the program
  const QString tex = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
  const auto style = size % 2 == 0 ? typesetting::Style::Inline : typesetting::Style::Display;
  const typesetting::FormulaPointer formula = typesetter.typeset(tex, style);
  tests::mustHold(formula != nullptr, "there is an answer");
  tests::mustHold(formula->tex == tex, "the answer is to this TeX");
  tests::mustHold(tests::isFinite(*formula), "a layout is finite");
  if (!formula->error.isEmpty())
    tests::mustHold(formula->glyphs.empty() && formula->rules.empty(), "an error has no layout");
  const auto extent = typesetting::formulaExtent(*formula, 20);
  tests::mustHold(extent.width >= 0 && extent.height + extent.depth >= -1e-6, "an extent is not negative");
  typesetting::formulaPath(*formula, 20);
  return 0;
}
