#pragma once

#include <QtCore/QTimer>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>

#include <functional>

namespace eigenboard::tests {

/// Runs an action while a menu is open, then closes it. What opens the menu must come after this call.
inline void withMenu(const std::function<void(QMenu&)>& action) {
  QTimer::singleShot(150, qApp, [action] {
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (menu)
      action(*menu);
    while (QWidget* popup = QApplication::activePopupWidget())
      popup->close();
  });
}

inline QStringList textsOf(const QMenu& menu) {
  QStringList texts;
  for (const QAction* action : menu.actions())
    if (!action->isSeparator())
      texts += action->text();
  return texts;
}

/// Null when there is none.
inline QAction* actionNamed(const QMenu& menu, const QString& text) {
  for (QAction* action : menu.actions())
    if (action->text() == text)
      return action;
  return nullptr;
}

/// Chooses an entry as a reader would: the keyboard's End and Up would depend on the order, a click does not.
inline void choose(QMenu& menu, const QString& text) {
  QAction* action = actionNamed(menu, text);
  QVERIFY2(action, qPrintable(textsOf(menu).join(u'|')));
  QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(action).center());
}

} // namespace eigenboard::tests
