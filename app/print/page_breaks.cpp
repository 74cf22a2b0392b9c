#include "app/print/page_breaks.h"

#include <algorithm>
#include <limits>

namespace eigenboard::print {

namespace {

constexpr double emptyPage = 400;      ///< of a page left wholly empty, falling with the square of what is
constexpr double largestHead = 1. / 3; ///< of a page

/// What a page that begins with the strip repeats.
TableHead headOf(const Strip& strip, double pageHeight) {
  const double height = strip.head.height();
  const bool fits = height <= largestHead * pageHeight && strip.bottom - strip.top + height <= pageHeight;
  return fits ? strip.head : TableHead{};
}

} // namespace

std::vector<PageRange> breakPages(const std::vector<Strip>& strips, double pageHeight) {
  if (strips.empty())
    return {};
  const std::size_t count = strips.size();
  // best[i]: the least cost of setting strips 0 … i−1 on whole pages; from[i]: where the last of them begins.
  std::vector<double> best(count + 1, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> from(count + 1, 0);
  best[0] = 0;
  for (std::size_t end = 1; end <= count; ++end) {
    for (std::size_t start = end; start-- > 0;) {
      const double text = strips[end - 1].bottom - strips[start].top;
      if (text > pageHeight && start + 1 < end)
        break;
      const double height = text + headOf(strips[start], pageHeight).height();
      if (height > pageHeight && start + 1 < end)
        continue; // a page that begins higher may need no head
      const double empty = std::max(0., 1 - height / pageHeight);
      const bool isLast = end == count;
      const double cost = best[start] + (isLast ? 0 : emptyPage * empty * empty + strips[end].cost);
      if (cost < best[end]) {
        best[end] = cost;
        from[end] = start;
      }
    }
  }
  std::vector<PageRange> pages;
  for (std::size_t end = count; end > 0; end = from[end])
    pages.push_back({strips[from[end]].top, strips[end - 1].bottom, headOf(strips[from[end]], pageHeight)});
  std::reverse(pages.begin(), pages.end());
  // A strip that no page can hold goes on at the next.
  std::vector<PageRange> whole;
  for (const PageRange& page : pages)
    for (double top = page.top; top < page.bottom; top += pageHeight)
      whole.push_back({top, std::min(page.bottom, top + pageHeight), page.head});
  return whole;
}

} // namespace eigenboard::print
