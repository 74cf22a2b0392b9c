#include "views/controls/lit_names.h"

#include "views/panel/state.h"
#include "views/typesetting/symbol.h"

#include <algorithm>

namespace eigenboard::controls {

namespace {

void add(panel::Names& names, const QString& key, const QString& symbol) {
  names.keys.push_back(key);
  if (!symbol.isEmpty())
    names.symbols.push_back(typesetting::canonicalSymbol(symbol));
}

} // namespace

panel::Names namesOfParameter(const panel::Description& description, const QString& key) {
  panel::Names names;
  for (const panel::Group& group : description.groups)
    if (group.key == key)
      add(names, key, group.symbol);
  const int index = panel::parameterIndex(description, key);
  if (index >= 0)
    add(names, key, description.parameters[static_cast<std::size_t>(index)].symbol);
  return names;
}

panel::Names namesOfKeys(const panel::Description& description, const QStringList& keys) {
  panel::Names names;
  for (const QString& key : keys) {
    names.keys.push_back(key);
    names.symbols += namesOfParameter(description, key).symbols;
  }
  for (const panel::Group& group : description.groups)
    if (std::all_of(group.keys.begin(), group.keys.end(),
                    [&keys](const QString& key) { return keys.contains(key); }))
      add(names, group.key, group.symbol);
  return names;
}

panel::Names namesOfReadout(const panel::Readout& readout) {
  panel::Names names;
  add(names, readout.key, readout.symbol);
  return names;
}

panel::Names namesOfSymbol(const QString& tex) {
  panel::Names names;
  if (!tex.isEmpty())
    names.symbols.push_back(typesetting::canonicalSymbol(tex));
  return names;
}

bool isLit(const panel::Spotlight& spotlight, const panel::Description& description, const QStringList& keys,
           const QString& symbol) {
  if (spotlight.lit().isEmpty())
    return false;
  panel::Names names = namesOfSymbol(symbol);
  names.keys = keys;
  for (const panel::Group& group : description.groups)
    if (std::any_of(group.keys.begin(), group.keys.end(),
                    [&keys](const QString& key) { return keys.contains(key); }))
      add(names, group.key, group.symbol);
  return spotlight.lights(names);
}

} // namespace eigenboard::controls
