#include "app/store/limits.h"

#include "app/store/json_text.h"
#include "app/store/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <cmath>

namespace eigenboard::store {

namespace {

/// The file holds UTF-8, which has no lone surrogates; what is in memory must be what will be read again.
QString validText(const QString& text) {
  return QString::fromUtf8(text.toUtf8());
}

struct Text {
  QString* text;
  qsizetype longest;
  QString what;
  bool isNeeded = false;
};

QString admitTexts(std::initializer_list<Text> texts) {
  for (const Text& each : texts) {
    if (each.text->size() > each.longest)
      return translated("%1 has %2 characters; at most %3 can be kept.")
          .arg(each.what, QLocale().toString(each.text->size()), QLocale().toString(each.longest));
    if (each.isNeeded && each.text->isEmpty())
      return translated("%1 is empty, so there is nothing to keep.").arg(each.what);
  }
  for (const Text& each : texts)
    *each.text = validText(*each.text);
  return {};
}

double validPlace(double place) {
  return std::isfinite(place) ? std::max(0., place) : 0;
}

QString admitMore(const QJsonObject& more) {
  return more.isEmpty() ? QString() : admitDocument(translated("additions"), more);
}

} // namespace

QString admit(Note& note) {
  if (const QString error = admitMore(note.more); !error.isEmpty())
    return error;
  const QString error = admitTexts({{&note.chapter, longestName, translated("The chapter of the note"), true},
                                    {&note.section, longestName, translated("The section of the note")},
                                    {&note.passage, longestPassage, translated("The passage of the note")},
                                    {&note.text, longestNote, translated("The note")}});
  if (error.isEmpty())
    note.place = validPlace(note.place);
  return error;
}

QString admit(Bookmark& bookmark) {
  if (const QString error = admitMore(bookmark.more); !error.isEmpty())
    return error;
  const QString error =
      admitTexts({{&bookmark.chapter, longestName, translated("The chapter of the bookmark"), true},
                  {&bookmark.section, longestName, translated("The section of the bookmark")},
                  {&bookmark.label, longestName, translated("The name of the bookmark")}});
  if (error.isEmpty())
    bookmark.place = validPlace(bookmark.place);
  return error;
}

QString admit(Answer& answer) {
  return admitTexts({{&answer.chapter, longestName, translated("The chapter of the answer"), true},
                     {&answer.key, longestName, translated("The key of the answer"), true},
                     {&answer.text, longestAnswer, translated("The answer")}});
}

QString admit(SectionProgress& progress) {
  if (!std::isfinite(progress.read))
    return translated("How much of a section is read must be a number from 0 to 1.");
  const QString error =
      admitTexts({{&progress.chapter, longestName, translated("The chapter of the section"), true},
                  {&progress.section, longestName, translated("The section")}});
  if (error.isEmpty())
    progress.read = std::clamp(progress.read, 0., 1.);
  return error;
}

QString admit(ExerciseProgress& progress) {
  const QString error =
      admitTexts({{&progress.chapter, longestName, translated("The chapter of the exercise"), true},
                  {&progress.exercise, longestName, translated("The name of the exercise"), true}});
  if (error.isEmpty())
    progress.tried = progress.tried || progress.solved;
  return error;
}

QString admitName(QString& name) {
  return admitTexts({{&name, longestName, translated("The name"), true}});
}

QString admitDocument(const QString& key, const QJsonValue& value) {
  QString name = key;
  if (const QString error = admitName(name); !error.isEmpty())
    return error;
  const qsizetype size = jsonText(value).size();
  return size <= largestDocument
             ? QString()
             : translated("'%1' has %2 bytes; at most %3 can be kept.")
                   .arg(key, QLocale().toString(size), QLocale().toString(largestDocument));
}

} // namespace eigenboard::store
