#include "app/window/keywords.h"

#include <QtCore/QCoreApplication>

namespace eigenboard::window {

namespace {

struct Keywords {
  const char* action;
  const char* words; ///< separated by commas
};

constexpr Keywords keywordTable[] = {
    {"contents", QT_TRANSLATE_NOOP("Keywords", "table of contents, sidebar, side panel")},
    {"map", QT_TRANSLATE_NOOP("Keywords", "overview, all chapters")},
    {"sides", QT_TRANSLATE_NOOP("Keywords", "switch sides, other side")},
    {"code", QT_TRANSLATE_NOOP("Keywords", "code editor, python, edit code, write code, script")},
    {"message", QT_TRANSLATE_NOOP("Keywords", "notification, toast")},
    {"path", QT_TRANSLATE_NOOP("Keywords", "reading path, reading order, learning path, curriculum")},
    {"find", QT_TRANSLATE_NOOP("Keywords", "search in page, find in page")},
    {"bookmark", QT_TRANSLATE_NOOP("Keywords", "add bookmark, mark page, favourite, remember this place")},
    {"note", QT_TRANSLATE_NOOP("Keywords", "add note, annotate, annotation, comment, highlight")},
    {"notes", QT_TRANSLATE_NOOP("Keywords", "my notes, annotations, comments")},
    {"bookmarks", QT_TRANSLATE_NOOP("Keywords", "my bookmarks, favourites")},
    {"resetProgress", QT_TRANSLATE_NOOP("Keywords", "reset progress, clear progress, start over")},
    {"smallerText",
     QT_TRANSLATE_NOOP("Keywords", "zoom, zoom out, font size, text size, text smaller, smaller "
                                   "font, decrease font size")},
    {"largerText",
     QT_TRANSLATE_NOOP("Keywords", "zoom, zoom in, font size, text size, text larger, bigger text, "
                                   "larger font, increase font size, magnify")},
    {"normalText", QT_TRANSLATE_NOOP("Keywords", "zoom, reset zoom, font size, text size, default font size, "
                                                 "actual size, 100 %")},
    {"theme", QT_TRANSLATE_NOOP("Keywords", "theme, themes, colours, colors, appearance")},
    {"theme.light", QT_TRANSLATE_NOOP("Keywords", "light, light theme, light mode, day mode, bright")},
    {"theme.dark",
     QT_TRANSLATE_NOOP("Keywords", "dark, dark theme, dark mode, night, night mode, night theme")},
    {"theme.contrast",
     QT_TRANSLATE_NOOP("Keywords", "high contrast, high contrast theme, contrast, accessibility, "
                                   "low vision")},
    {"motion", QT_TRANSLATE_NOOP("Keywords", "motion, animation, animations, movement, easing")},
    {"motion.reduced",
     QT_TRANSLATE_NOOP("Keywords", "reduced motion, reduce motion, no animations, stop moving, still, "
                                   "accessibility, motion sickness")},
    {"motion.full", QT_TRANSLATE_NOOP("Keywords", "full motion, animate")},
    {"theme.presentation",
     QT_TRANSLATE_NOOP("Keywords", "presentation theme, projector theme, beamer, slides")},
    {"present", QT_TRANSLATE_NOOP("Keywords", "presentation, full screen, fullscreen, slide show, projector, "
                                              "laser pointer, lecture")},
    {"popOut", QT_TRANSLATE_NOOP("Keywords", "pop out, detach, separate window, new window, second window, "
                                             "float panel")},
    {"spaces", QT_TRANSLATE_NOOP("Keywords", "3d, 3-d, opengl, gpu, graphics card, rendering, acceleration")},
    {"snapping", QT_TRANSLATE_NOOP("Keywords", "snap, snapping, magnet, round numbers, grid, nice values")},
    {"openFigure", QT_TRANSLATE_NOOP("Keywords", "open file, import, restore figure, load figure")},
    {"openRatings", QT_TRANSLATE_NOOP("Keywords", "movielens, csv, import ratings, load ratings, own data")},
    {"exportFigure",
     QT_TRANSLATE_NOOP("Keywords", "export, save picture, save figure, svg, pdf, png, gif, mp4, slide")},
    {"copyPicture", QT_TRANSLATE_NOOP("Keywords", "clipboard, copy figure, screenshot")},
    {"markState", QT_TRANSLATE_NOOP("Keywords", "keyframe, keyframes, add keyframe")},
    {"undo", QT_TRANSLATE_NOOP("Keywords", "take back, revert")},
    {"redo", QT_TRANSLATE_NOOP("Keywords", "do again")},
    {"choosePython",
     QT_TRANSLATE_NOOP("Keywords", "interpreter, python path, virtual environment, venv, conda")},
    {"forgetPython", QT_TRANSLATE_NOOP("Keywords", "interpreter, default python, system python")},
    {"saveAsNotebook",
     QT_TRANSLATE_NOOP("Keywords", "open as notebook, jupyter, ipynb, export chapter, colab")},
    {"saveAsPdf", QT_TRANSLATE_NOOP("Keywords", "print, print chapter, export chapter")},
    {"shortcuts", QT_TRANSLATE_NOOP("Keywords", "help, keys, hotkeys, key bindings")},
    {"quit", QT_TRANSLATE_NOOP("Keywords", "exit, close window")},
};

} // namespace

QStringList keywordsOf(const QString& action) {
  QStringList words;
  for (const Keywords& entry : keywordTable) {
    const QString name = QString::fromLatin1(entry.action);
    if (action != name && !action.startsWith(name + u'.'))
      continue;
    const QString text = QCoreApplication::translate("Keywords", entry.words);
    for (const QString& word : text.split(u',', Qt::SkipEmptyParts))
      words += word.trimmed();
  }
  return words;
}

} // namespace eigenboard::window
