#include "app/print/pdf_structure.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <exception>

namespace eigenboard::print {

namespace {

using Object = QPDFObjectHandle;

Object number(double value) {
  return Object::newReal(value, 2);
}

class Structure {
 public:
  explicit Structure(QPDF& pdf) : pdf_(pdf), pages_(pdf.getAllPages()) {
    for (Object& page : pages_)
      heights_.push_back(page.getKey("/MediaBox").getArrayItem(3).getNumericValue());
  }

  bool hasPage(int page) const { return page >= 0 && page < static_cast<int>(pages_.size()); }

  void addLink(const PdfLink& link) {
    const auto page = static_cast<std::size_t>(link.page);
    const double height = heights_[page];
    Object rect = Object::newArray();
    for (double side :
         {link.rect.left(), height - link.rect.bottom(), link.rect.right(), height - link.rect.top()})
      rect.appendItem(number(side));
    Object made = Object::newDictionary();
    made.replaceKey("/Type", Object::newName("/Annot"));
    made.replaceKey("/Subtype", Object::newName("/Link"));
    made.replaceKey("/Rect", rect);
    made.replaceKey("/Border", Object::parse("[0 0 0]"));
    if (link.toPage >= 0) {
      made.replaceKey("/Dest", destination(link.toPage, link.toY));
    } else {
      Object action = Object::newDictionary();
      action.replaceKey("/S", Object::newName("/URI"));
      action.replaceKey("/URI", Object::newString(link.address.toStdString()));
      made.replaceKey("/A", action);
    }
    if (!pages_[page].hasKey("/Annots"))
      pages_[page].replaceKey("/Annots", Object::newArray());
    pages_[page].getKey("/Annots").appendItem(pdf_.makeIndirectObject(made));
  }

  void addOutline(const std::vector<PdfHeading>& headings) {
    struct Open {
      int level = -1;
      Object item;
      Object last;
      int count = 0;
    };
    Object root = pdf_.makeIndirectObject(Object::newDictionary());
    root.replaceKey("/Type", Object::newName("/Outlines"));
    std::vector<Open> open{{-1, root, Object::newNull(), 0}};
    // A closed item's count is negative: viewers show chapters and hide their sections at first.
    const auto close = [&open](bool isRoot) {
      Open& done = open.back();
      if (done.count > 0) {
        done.item.replaceKey("/Last", done.last);
        done.item.replaceKey("/Count", Object::newInteger(isRoot ? done.count : -done.count));
      }
      open.pop_back();
    };
    for (const PdfHeading& heading : headings) {
      while (open.back().level >= heading.level)
        close(false);
      Object item = pdf_.makeIndirectObject(Object::newDictionary());
      item.replaceKey("/Title", Object::newUnicodeString(heading.title.toStdString()));
      item.replaceKey("/Dest", destination(heading.page, heading.y));
      Open& parent = open.back();
      item.replaceKey("/Parent", parent.item);
      if (parent.count > 0) {
        item.replaceKey("/Prev", parent.last);
        parent.last.replaceKey("/Next", item);
      } else {
        parent.item.replaceKey("/First", item);
      }
      parent.last = item;
      ++parent.count;
      open.push_back({heading.level, item, Object::newNull(), 0});
    }
    while (open.size() > 1)
      close(false);
    close(true);
    pdf_.getRoot().replaceKey("/Outlines", root);
    pdf_.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
  }

 private:
  Object destination(int page, double y) {
    constexpr double above = 12; // points of air over the heading
    Object made = Object::newArray();
    made.appendItem(pages_[static_cast<std::size_t>(page)]);
    made.appendItem(Object::newName("/XYZ"));
    made.appendItem(Object::newNull());
    made.appendItem(number(heights_[static_cast<std::size_t>(page)] - std::max(0., y - above)));
    made.appendItem(Object::newNull());
    return made;
  }

  QPDF& pdf_;
  std::vector<Object> pages_;
  std::vector<double> heights_;
};

void addFacts(QPDF& document, const PdfFacts& facts) {
  Object root = document.getRoot();
  if (!document.getTrailer().getKey("/Info").isDictionary())
    document.getTrailer().replaceKey("/Info", document.makeIndirectObject(Object::newDictionary()));
  Object info = document.getTrailer().getKey("/Info");
  info.removeKey("/CreationDate"); // the same book gives the same bytes
  if (!facts.author.isEmpty())
    info.replaceKey("/Author", Object::newUnicodeString(facts.author.toStdString()));
  if (!facts.language.isEmpty())
    root.replaceKey("/Lang", Object::newUnicodeString(facts.language.toStdString()));
  if (facts.title.isEmpty())
    return;
  info.replaceKey("/Title", Object::newUnicodeString(facts.title.toStdString()));
  Object preferences = Object::newDictionary();
  preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
  root.replaceKey("/ViewerPreferences", preferences);
}

} // namespace

PdfBytes withStructure(const QByteArray& pdf, const std::vector<PdfLink>& links,
                       const std::vector<PdfHeading>& outline, const PdfFacts& facts) {
  try {
    QPDF document;
    document.processMemoryFile("pages", pdf.constData(), static_cast<std::size_t>(pdf.size()));
    Structure structure(document);
    for (const PdfLink& link : links)
      if (structure.hasPage(link.page) && (link.toPage < 0 || structure.hasPage(link.toPage)))
        structure.addLink(link);
    std::vector<PdfHeading> known;
    std::copy_if(outline.begin(), outline.end(), std::back_inserter(known),
                 [&](const PdfHeading& heading) { return structure.hasPage(heading.page); });
    if (!known.empty())
      structure.addOutline(known);
    addFacts(document, facts);
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    // Qt numbers its fonts in the order of a hash; plain objects are numbered anew as they are reached.
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.write();
    const std::shared_ptr<Buffer> out = writer.getBufferSharedPointer();
    return {
        QByteArray(reinterpret_cast<const char*>(out->getBuffer()), static_cast<qsizetype>(out->getSize())),
        {}};
  } catch (const std::exception& fault) {
    return {{}, QString::fromUtf8(fault.what())};
  }
}

} // namespace eigenboard::print
