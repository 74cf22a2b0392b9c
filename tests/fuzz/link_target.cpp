#include "app/book/link.h"
#include "tests/fuzz/target.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace eigenboard::tests {

const std::size_t longestInput = 2000;

Seeds seedsOf(const std::string& root) {
  Seeds seeds;
  std::set<std::string> targets;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root + "/chapters")) {
    if (entry.path().extension() != ".md")
      continue;
    std::stringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    const std::string source = text.str();
    for (std::size_t at = source.find("]("); at != std::string::npos; at = source.find("](", at + 1))
      if (const std::size_t end = source.find(')', at); end != std::string::npos)
        targets.insert(source.substr(at + 2, end - at - 2));
  }
  seeds.examples.assign(targets.begin(), targets.end());
  seeds.examples.push_back("check:choice?answer=a|b&options=a|b");
  seeds.examples.push_back("check:expression?value=2*x&vars=x,y");
  seeds.pieces = {"panel:",
                  "set:",
                  "scrub:",
                  "value:",
                  "goal:",
                  "term:",
                  "check:",
                  "?",
                  "&",
                  "=",
                  "/",
                  "#",
                  "|",
                  "%20",
                  "%",
                  "%ff",
                  "../",
                  "//",
                  "http:",
                  "javascript:",
                  "file:",
                  "digits=",
                  "1e999",
                  "nan",
                  "-inf",
                  "tol=",
                  "value=",
                  "\n",
                  "\xe2\x88\x92",
                  "preset=",
                  std::string(1, '\0'),
                  "steps=-1",
                  "99999999999999999999"};
  return seeds;
}

} // namespace eigenboard::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace eigenboard;
  const QString target = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
  const book::Link link = book::parseLink(target);
  if (const auto* broken = std::get_if<book::BrokenLink>(&link))
    tests::mustHold(!broken->reason.trimmed().isEmpty(), "a broken link has a reason");
  if (const auto* web = std::get_if<book::WebLink>(&link))
    tests::mustHold(web->address.startsWith(QStringLiteral("http"), Qt::CaseInsensitive) ||
                        web->address.startsWith(QStringLiteral("mailto:"), Qt::CaseInsensitive),
                    "an address leads to the web");
  static const panel::Registry none{{}};
  const QString problem = book::linkProblem(link, none);
  tests::mustHold(book::panelOf(link).isEmpty() || !problem.isEmpty(), "no panel is known here");
  return 0;
}
