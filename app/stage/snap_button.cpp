#include "app/stage/snap_button.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QMenu>

namespace eigenboard::stage {

using namespace Qt::StringLiterals;
using render::Snapping;

std::vector<SnappingChoice> snappingChoices() {
  return {
      {Snapping::Off, u"off"_s, SnapButton::tr("Snap: off"), SnapButton::tr("Handles move freely")},
      {Snapping::Grid, u"grid"_s, SnapButton::tr("Snap: grid"), SnapButton::tr("Handles snap to the grid")},
      {Snapping::Nice, u"nice"_s, SnapButton::tr("Snap: nice"),
       SnapButton::tr("Handles snap to nice values")}};
}

QString keyOf(Snapping snapping) {
  for (const SnappingChoice& choice : snappingChoices())
    if (choice.snapping == snapping)
      return choice.key;
  return {};
}

Snapping snappingOf(const QString& key) {
  for (const SnappingChoice& choice : snappingChoices())
    if (choice.key == key)
      return choice.snapping;
  return Snapping::Off;
}

SnapButton::SnapButton(const render::Theme& theme, QWidget* parent)
    : Button(theme, controls::Icon::Magnet, {}, tr("Where handles come to rest"), parent),
      menu_(new QMenu(this)), group_(new QActionGroup(this)) {
  setLook(Look::Menu);
  for (const SnappingChoice& choice : snappingChoices()) {
    QAction* action = menu_->addAction(choice.meaning, this, [this, choice] {
      setSnapping(choice.snapping);
      emit chosen(choice.snapping);
    });
    action->setCheckable(true);
    group_->addAction(action);
  }
  connect(this, &Button::clicked, this, [this] { menu_->popup(mapToGlobal(QPoint(0, height()))); });
  setSnapping(Snapping::Off);
}

void SnapButton::setSnapping(Snapping snapping) {
  const std::vector<SnappingChoice> choices = snappingChoices();
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (choices[i].snapping != snapping)
      continue;
    group_->actions().at(static_cast<qsizetype>(i))->setChecked(true);
    setText(choices[i].name);
    setAccessibleName(choices[i].name);
    setToolTip(tr("%1, and arrow keys step as they do").arg(choices[i].meaning));
    updateGeometry();
    update();
  }
}

} // namespace eigenboard::stage
