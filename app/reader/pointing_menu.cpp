#include "app/reader/pointing.h"
#include "app/reader/reader.h"
#include "views/typesetting/symbol_parts.h"

#include <QtWidgets/QMenu>

// The symbols of formulas as a menu: what hovering tells the eye, for the keyboard and a screen reader.
namespace eigenboard::reader {

namespace {

constexpr qsizetype longestPointingEntry = 110; ///< characters

} // namespace

void Pointing::fillSymbolMenu(QMenu& menu, const std::vector<const InlineObject*>& formulas) {
  QStringList listed;
  for (const InlineObject* formula : formulas) {
    if (!formula->formula || !formula->formula->error.isEmpty())
      continue;
    const std::vector<typesetting::SymbolAt>& symbols = lights_.symbolsIn(formula->formula);
    for (std::size_t i = 0; i < symbols.size(); ++i)
      for (const Reference::Meaning& meaning : reference_.meanings(i, symbols)) {
        const QString meant = book::plainText(meaning.text).simplified();
        QString words = meaning.said.isEmpty() ? meaning.tex : meaning.said;
        words = tr("%1: %2").arg(words, meant);
        if (words.size() > longestPointingEntry)
          words = words.first(longestPointingEntry - 1) + QChar(0x2026);
        if (listed.contains(words))
          continue;
        listed.push_back(words);
        panel::Names names;
        names.keys = meaning.keys;
        names.symbols.push_back(typesetting::canonicalSymbol(meaning.tex));
        QAction* entry = menu.addAction(QString(words).replace(u'&', QStringLiteral("&&")));
        connect(entry, &QAction::hovered, this, [this, names] { lightPanels(names); });
      }
  }
}

void Pointing::showSymbolMenu() {
  const QRectF visible(0, reader_.scrolled(), reader_.viewport()->width(), reader_.viewport()->height());
  std::vector<const InlineObject*> formulas;
  for (const PlacedText& text : reader_.page_.layout.texts) {
    if (!text.rect().intersects(visible))
      continue;
    for (const InlineObject& object : std::as_const(*text.paragraph).objects())
      if (object.kind == ObjectKind::Formula && box(object, text.origin + object.origin).intersects(visible))
        formulas.push_back(&object);
  }
  auto* menu = new QMenu(tr("Symbols on this page"), &reader_);
  menu->setAccessibleName(tr("Symbols on this page"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  fillSymbolMenu(*menu, formulas);
  if (menu->isEmpty())
    menu->addAction(tr("No symbol of this page is explained"))->setEnabled(false);
  connect(menu, &QMenu::aboutToHide, this, [this] { lightPanels({}); });
  menu->popup(reader_.viewport()->mapToGlobal(QPoint(static_cast<int>(reader_.page_.layout.columnLeft), 24)));
  if (menu->actions().front()->isEnabled())
    menu->setActiveAction(menu->actions().front()); // which lights what it names
}

} // namespace eigenboard::reader
