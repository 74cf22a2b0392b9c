#include "app/search/kind_name.h"

#include <QtCore/QCoreApplication>

#include <array>

namespace eigenboard::search {

namespace {

struct Names {
  const char* key;
  const char* one;
  const char* several;
};

constexpr std::array<Names, kindCount> names = {{
    {"chapter", QT_TRANSLATE_NOOP("search", "Chapter"), QT_TRANSLATE_NOOP("search", "Chapters")},
    {"section", QT_TRANSLATE_NOOP("search", "Section"), QT_TRANSLATE_NOOP("search", "Sections")},
    {"exercise", QT_TRANSLATE_NOOP("search", "Exercise"), QT_TRANSLATE_NOOP("search", "Exercises")},
    {"term", QT_TRANSLATE_NOOP("search", "Term"), QT_TRANSLATE_NOOP("search", "Glossary")},
    {"notation", QT_TRANSLATE_NOOP("search", "Notation"), QT_TRANSLATE_NOOP("search", "Notation")},
    {"panel", QT_TRANSLATE_NOOP("search", "Panel"), QT_TRANSLATE_NOOP("search", "Panels")},
    {"command", QT_TRANSLATE_NOOP("search", "Command"), QT_TRANSLATE_NOOP("search", "Commands")},
}};

const Names& namesOf(Kind kind) {
  return names.at(static_cast<std::size_t>(kind));
}

} // namespace

QString kindKey(Kind kind) {
  return QString::fromLatin1(namesOf(kind).key);
}

QString kindName(Kind kind) {
  return QCoreApplication::translate("search", namesOf(kind).one);
}

QString kindHeading(Kind kind) {
  return QCoreApplication::translate("search", namesOf(kind).several);
}

} // namespace eigenboard::search
