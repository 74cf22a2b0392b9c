#include "app/stage/tab_strip.h"

#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QIcon>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QPixmap>
#include <QtWidgets/QMenu>

namespace eigenboard::stage {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSide = 16;
constexpr double dotRadius = 3;

QIcon iconOf(controls::Icon icon, const QColor& color, double pixelRatio) {
  QPixmap pixels(QSize(iconSide, iconSide) * pixelRatio);
  pixels.setDevicePixelRatio(pixelRatio);
  pixels.fill(Qt::transparent);
  QPainter painter(&pixels);
  controls::drawIcon(painter, icon, QRectF(0, 0, iconSide, iconSide), color);
  return QIcon(pixels);
}

QIcon dot(const QColor& color, double pixelRatio) {
  QPixmap pixels(QSize(iconSide, iconSide) * pixelRatio);
  pixels.setDevicePixelRatio(pixelRatio);
  pixels.fill(Qt::transparent);
  QPainter painter(&pixels);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawEllipse(QPointF(iconSide / 2.0, iconSide / 2.0), dotRadius, dotRadius);
  return QIcon(pixels);
}

/// The panel that follows the text; empty: all are kept.
QString following(const TabSet& set) {
  return set.tabs.empty() || set.tabs.back().isKept ? QString() : set.tabs.back().panel;
}

QString sheet(const render::Theme& theme) {
  QString text = uR"(
    QTabBar { background: transparent; border: none; }
    QTabBar::tab { color: @muted; background: transparent; border: none; border-bottom: 2px solid transparent;
                   padding: 3px 8px; margin-right: 4px; min-height: 22px; }
    QTabBar::tab:selected { color: @text; border-bottom-color: @link; }
    QTabBar::tab:hover:!selected { background: @hover; border-radius: 4px; }
    QTabBar:focus { outline: none; }
    QTabBar::tab:selected:focus { background: @hover; }
  )"_s;
  const QColor hover = controls::mixed(theme.surface, theme.text, 0.06);
  const std::pair<QString, QColor> colors[] = {{u"@muted"_s, theme.textMuted},
                                               {u"@text"_s, theme.text},
                                               {u"@link"_s, theme.link},
                                               {u"@hover"_s, hover}};
  for (const auto& [name, color] : colors)
    text.replace(name, color.name());
  return text;
}

} // namespace

TabStrip::TabStrip(const panel::Registry& registry, const render::Theme& theme, QWidget* parent)
    : QTabBar(parent), Themed(theme), registry_(registry) {
  setDrawBase(false);
  setExpanding(false);
  setMovable(true);
  setElideMode(Qt::ElideRight);
  setUsesScrollButtons(true);
  setIconSize(QSize(iconSide, iconSide));
  setFont(controls::interfaceFont(controls::bodyType, QFont::Medium));
  setAccessibleName(tr("Panels on the stage"));
  connect(this, &QTabBar::currentChanged, this, [this](int index) {
    if (!isFilling_)
      emit chosen(index);
  });
  connect(this, &QTabBar::tabMoved, this, [this](int from, int to) {
    if (!isFilling_)
      emit moved(from, to);
  });
  hide();
  themeChanged();
}

void TabStrip::setTabs(const TabSet& set) {
  const bool isSame = set == set_;
  const QString before = following(set_);
  const QString after = following(set);
  const bool isBehind = !after.isEmpty() && currentPanel(set) != after;
  isWaiting_ = isBehind && (isWaiting_ || (!set_.tabs.empty() && before != after));
  set_ = set;
  if (!isSame)
    fill();
}

void TabStrip::fill() {
  const QScopedValueRollback<bool> filling(isFilling_, true);
  while (count() > static_cast<int>(set_.tabs.size()))
    removeTab(count() - 1);
  while (count() < static_cast<int>(set_.tabs.size()))
    addTab({});
  for (int i = 0; i < count(); ++i) {
    const Tab& tab = set_.tabs[static_cast<std::size_t>(i)];
    const panel::Panel* panel = registry_.find(tab.panel);
    const QString title = panel ? panel->description().identity.title : tab.panel;
    setTabText(i, title);
    setTabIcon(i, tab.isKept   ? iconOf(controls::Icon::Pin, theme().textMuted, devicePixelRatioF())
                  : isWaiting_ ? dot(theme().link, devicePixelRatioF())
                               : QIcon());
    setTabToolTip(i, tab.isKept   ? tr("%1, kept on the stage").arg(title)
                     : isWaiting_ ? tr("The text is at %1").arg(title)
                                  : tr("%1, follows the text").arg(title));
    setAccessibleTabName(i, tabToolTip(i));
    if (QWidget* old = tabButton(i, QTabBar::RightSide))
      old->deleteLater(); // it may be the one that was just pressed
    setTabButton(i, QTabBar::RightSide, tab.isKept ? closeButton(i) : nullptr);
  }
  setCurrentIndex(set_.current);
  setVisible(count() > 1);
}

QWidget* TabStrip::closeButton(int index) {
  const QString panel = set_.tabs[static_cast<std::size_t>(index)].panel;
  auto* button =
      new controls::Button(theme(), controls::Icon::Cross, {}, tr("Close %1").arg(tabText(index)), this);
  button->setFixedSize(iconSide + 4, iconSide + 4);
  button->setFocusPolicy(Qt::NoFocus); // Delete does it, and Tab should not stop at every tab twice
  connect(button, &controls::Button::clicked, this,
          [this, panel] { emit closeWanted(indexOf(set_, panel)); });
  return button;
}

void TabStrip::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Delete && currentIndex() >= 0)
    emit closeWanted(currentIndex());
  else
    QTabBar::keyPressEvent(event);
}

void TabStrip::mouseReleaseEvent(QMouseEvent* event) {
  const int index = tabAt(event->position().toPoint());
  if (event->button() == Qt::MiddleButton && index >= 0)
    emit closeWanted(index);
  else
    QTabBar::mouseReleaseEvent(event);
}

void TabStrip::contextMenuEvent(QContextMenuEvent* event) {
  const int index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : tabAt(event->pos());
  if (index < 0)
    return;
  QMenu menu(this);
  menu.addAction(tr("Close"), this, [this, index] { emit closeWanted(index); })->setEnabled(count() > 1);
  menu.exec(event->globalPos());
}

void TabStrip::themeChanged() {
  setStyleSheet(sheet(theme()));
  fill();
}

} // namespace eigenboard::stage
