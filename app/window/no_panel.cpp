#include "app/window/no_panel.h"

#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace eigenboard::window {

namespace {

constexpr int widestWords = 360;

} // namespace

NoPanel::NoPanel(const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), words_(new QLabel),
      search_(new controls::Button(theme, controls::Icon::Search, tr("Find a panel"),
                                   tr("Search the panels (Ctrl+K)"))) {
  words_->setText(tr("No panel stands here yet: this page places none."));
  words_->setFont(controls::interfaceFont(controls::bodyType));
  words_->setAlignment(Qt::AlignCenter);
  words_->setWordWrap(true);
  words_->setFixedWidth(widestWords);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(controls::unit);
  column->addStretch(2);
  column->addWidget(words_, 0, Qt::AlignHCenter);
  column->addWidget(search_, 0, Qt::AlignHCenter);
  column->addStretch(3);
  setFocusProxy(search_);
  setAutoFillBackground(true);
  connect(search_, &controls::Button::clicked, this, &NoPanel::searchWanted);
  themeChanged();
}

void NoPanel::themeChanged() {
  words_->setStyleSheet(QStringLiteral("color:%1").arg(theme().textMuted.name()));
  QPalette colors = palette();
  colors.setColor(QPalette::Window, theme().surface);
  setPalette(colors);
}

} // namespace eigenboard::window
