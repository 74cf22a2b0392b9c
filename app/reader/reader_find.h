#pragma once

#include "app/reader/flat_text.h"

namespace eigenboard::reader {

struct FindOptions {
  bool matchCase = false;
  bool wholeWords = false;
};

/// Every place where the words stand, in reading order, also in closed folds. Words that contain a sign of
/// TeX (a backslash, ^, _, { or }) are looked for in the formulas too; a formula that has them is one match
/// as a whole. Matches lie within one paragraph and do not overlap. Empty words match nothing.
std::vector<Passage> findAll(const std::vector<Node>& nodes, const QString& words, FindOptions options);

/// A quotation from the page, kept so that it is found again after the text has changed: the section, the
/// words, and what stood before them.
struct Quotation {
  QString anchor;
  QString words;
  QString before; ///< at most 40 characters, to tell equal words apart
  bool operator==(const Quotation&) const = default;
};

/// The paragraphs' parts that the quotation names, one for each paragraph it runs over; empty when it is
/// lost. First the exact words in their section, then in the whole page, then the nearest run of words in
/// which at most three in ten differ. Words of fewer than three are found exactly or not at all.
std::vector<Passage> findQuotation(const std::vector<Node>& nodes, const Quotation& quotation);

/// The quotation of parts of the page: they follow each other in reading order.
Quotation quote(const std::vector<Node>& nodes, const std::vector<Passage>& passages);

} // namespace eigenboard::reader
