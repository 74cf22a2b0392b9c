#include "views/panel/spotlight.h"

#include <algorithm>

namespace eigenboard::panel {

namespace {

bool haveCommon(const QStringList& a, const QStringList& b) {
  return std::any_of(a.begin(), a.end(), [&b](const QString& name) { return b.contains(name); });
}

void tidy(QStringList& names) {
  names.removeAll(QString());
  names.removeDuplicates();
}

} // namespace

bool Spotlight::lights(const Names& names) const {
  return haveCommon(names.keys, lit_.keys) || haveCommon(names.symbols, lit_.symbols);
}

void Spotlight::light(const void* owner, const Names& names) {
  owner_ = owner;
  Names wanted = names;
  tidy(wanted.keys);
  tidy(wanted.symbols);
  if (wanted == lit_)
    return;
  lit_ = std::move(wanted);
  emit changed();
}

void Spotlight::leave(const void* owner) {
  if (owner == owner_)
    light(nullptr, {});
}

} // namespace eigenboard::panel
