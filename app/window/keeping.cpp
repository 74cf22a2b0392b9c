#include "app/window/keeping.h"

#include "app/reader/reader.h"
#include "app/window/main_window.h"
#include "app/window/page_progress.h"

#include <QtCore/QJsonArray>

namespace eigenboard::window {

namespace {
const QString goalsKey = QStringLiteral("goals");
} // namespace

Keeping::Keeping(store::Store& store, MainWindow& window)
    : store_(store), window_(window), told_(store.message()) {
  reader::Reader& reader = window.reader();
  connect(&window, &MainWindow::sessionChanged, this, &Keeping::save);
  connect(&reader, &reader::Reader::chapterShown, this, &Keeping::chapterShown);
  connect(&reader, &reader::Reader::goalDone, this,
          [this](const QString& panel, const QString& goal) { store_.addGoal(panel + u'/' + goal); });
  connect(&reader, &reader::Reader::answerGiven, this,
          [this](const QString& key, const QString& text, bool right) {
            store::Answer answer;
            answer.chapter = window_.reader().currentChapter();
            answer.key = key;
            answer.text = text;
            answer.right = right;
            if (const QString error = store_.setAnswer(answer); !error.isEmpty())
              window_.showProblem(error);
          });
  connect(&reader, &reader::Reader::exerciseChanged, this, &Keeping::keepExercises);
  connect(&store, &store::Store::conditionChanged, this, &Keeping::tellCondition);
}

QJsonObject Keeping::session(const store::Store& store) {
  QJsonObject session = store.contents().session;
  session[goalsKey] = QJsonArray::fromStringList(store.goals());
  return session;
}

void Keeping::save() {
  QJsonObject session = window_.toJson();
  session.remove(goalsKey); // each was kept as it was reached
  if (const QString error = store_.setSession(session); !error.isEmpty())
    window_.showProblem(error);
}

void Keeping::chapterShown(const QString& chapter) {
  if (chapter.isEmpty())
    return;
  store_.visit(chapter);
  showProgress(store_, window_.reader());
  shown_ = chapter;
  keepExercises({});
}

void Keeping::keepExercises(const QString& anchor) {
  // A page that is being opened does not yet have what was answered and said earlier.
  if (shown_ != window_.reader().currentChapter())
    return;
  if (const QString error = keepProgress(window_.reader(), store_, anchor); !error.isEmpty())
    window_.showProblem(error);
}

void Keeping::tellCondition() {
  const QString message = store_.message();
  if (message == told_)
    return;
  // What was told and is over needs no line any more; another message in its place stays.
  if (!message.isEmpty() || window_.problem() == told_)
    window_.showProblem(message);
  told_ = message;
}

} // namespace eigenboard::window
