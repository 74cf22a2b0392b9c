#pragma once

#include "app/reader/reader.h"
#include "app/window/main_window.h"
#include "views/controls/button.h"

namespace eigenboard::tests {

/// Two chapters that are written.
inline const QString firstChapter = QStringLiteral("4.4");
inline const QString secondChapter = QStringLiteral("4.6");

/// The program's window on the real book, shown and active, with a store of its own in memory.
struct OpenWindow {
  window::Services services;
  window::MainWindow window{services};

  explicit OpenWindow(QSize size = {1280, 800}, const QString& chapter = firstChapter);

  reader::Reader& reader() { return window.reader(); }
  void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
  /// To the focused widget, as a keyboard does.
  static void type(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
  controls::Button* headerButton(const char* name);
  /// Selects some words by dragging the mouse over them.
  void selectWords();
};

} // namespace eigenboard::tests
