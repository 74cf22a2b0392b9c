#include "views/controls/choice_control.h"

#include "views/controls/appearance.h"
#include "views/controls/icons.h"

#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>

namespace eigenboard::controls {

namespace {

constexpr std::size_t mostSegments = 4;
constexpr int segmentPadding = 2 * 7;

/// One option of a segmented choice; arrow keys go from one to the next, as Qt has it for exclusive buttons.
class Segment : public QAbstractButton, public Themed {
 public:
  Segment(const panel::Option& option, const QString& help, const render::Theme& theme, QWidget* parent)
      : QAbstractButton(parent), Themed(theme) {
    setText(option.label);
    setToolTip(option.help.isEmpty() ? help : option.help);
    setFont(interfaceFont(bodyType));
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  }
  QSize sizeHint() const override {
    return {fontMetrics().horizontalAdvance(text()) + segmentPadding, rowHeight - 2};
  }
  QSize minimumSizeHint() const override { return {unit, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF shape = QRectF(rect()).adjusted(1, 1, -1, -1);
    QColor fill = buttonFill(theme(), underMouse(), isDown());
    if (isChecked())
      fill = mixed(theme().surface, theme().link, 0.16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(shape, 4, 4);
    if (isChecked()) { // a line under it, for those who do not see the tint
      painter.setBrush(theme().link);
      painter.drawRoundedRect(QRectF(shape.left() + 6, shape.bottom() - 2, shape.width() - 12, 2), 1, 1);
    }
    painter.setPen(isChecked() ? theme().link : theme().text);
    painter.drawText(rect(), Qt::AlignCenter, fontMetrics().elidedText(text(), Qt::ElideRight, width() - 6));
    if (hasFocus())
      drawFocusRing(painter, rect(), theme());
  }
  void enterEvent(QEnterEvent* event) override {
    QAbstractButton::enterEvent(event);
    update();
  }
  void leaveEvent(QEvent* event) override {
    QAbstractButton::leaveEvent(event);
    update();
  }
};

/// A combo box that shortens its text to the width there is.
class DropDown : public QComboBox, public Themed {
 public:
  DropDown(const render::Theme& theme, QWidget* parent) : QComboBox(parent), Themed(theme) {
    setFont(interfaceFont(bodyType));
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(4);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(rowHeight);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? theme().link : theme().rule);
    painter.setBrush(buttonFill(theme(), underMouse(), false));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const QRect words = rect().adjusted(unit, 0, -24, 0);
    painter.setPen(theme().text);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(currentText(), Qt::ElideRight, words.width()));
    drawIcon(painter, Icon::ChevronDown, QRectF(width() - 22, 0, 16, height()), theme().textMuted);
  }
  void keyPressEvent(QKeyEvent* event) override {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
      event->ignore(); // resets; no option begins with it
    else
      QComboBox::keyPressEvent(event);
  }
  void wheelEvent(QWheelEvent* event) override {
    if (hasFocus())
      QComboBox::wheelEvent(event);
    else
      event->ignore(); // it is the column that the reader scrolls
  }
};

int segmentedWidth(const panel::Parameter& parameter) {
  const QFontMetrics metrics(interfaceFont(bodyType));
  int widest = 0;
  for (const panel::Option& option : parameter.options)
    widest = std::max(widest, metrics.horizontalAdvance(option.label));
  return static_cast<int>(parameter.options.size()) * (widest + segmentPadding);
}

} // namespace

ChoiceControl::ChoiceControl(panel::Session& session, int parameter, int width, const render::Theme& theme,
                             QWidget* parent)
    : QWidget(parent), session_(session) {
  const panel::Parameter& described = session.description().parameters[static_cast<std::size_t>(parameter)];
  key_ = described.key;
  setAccessibleName(described.label);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  if (described.options.size() <= mostSegments && segmentedWidth(described) <= width)
    buildSegments(described, theme);
  else
    buildList(described, theme);
  refresh();
}

void ChoiceControl::buildSegments(const panel::Parameter& parameter, const render::Theme& theme) {
  auto* group = new QButtonGroup(this);
  for (std::size_t i = 0; i < parameter.options.size(); ++i) {
    auto* segment = new Segment(parameter.options[i], parameter.help, theme, this);
    segment->setAccessibleName(tr("%1: %2").arg(parameter.label, parameter.options[i].label));
    group->addButton(segment, static_cast<int>(i));
    layout()->addWidget(segment);
    segments_.push_back(segment);
  }
  // Toggled, not clicked: an arrow key checks the neighbour without a click.
  connect(group, &QButtonGroup::idToggled, this, [this](int option, bool isChecked) {
    if (isChecked && session_.number(key_) != option)
      session_.set(key_, static_cast<double>(option));
  });
}

void ChoiceControl::buildList(const panel::Parameter& parameter, const render::Theme& theme) {
  list_ = new DropDown(theme, this);
  list_->setAccessibleName(parameter.label);
  list_->setToolTip(parameter.help);
  for (int i = 0; i < static_cast<int>(parameter.options.size()); ++i) {
    list_->addItem(parameter.options[static_cast<std::size_t>(i)].label);
    const QString& help = parameter.options[static_cast<std::size_t>(i)].help;
    list_->setItemData(i, help.isEmpty() ? list_->itemText(i) : help, Qt::ToolTipRole);
  }
  layout()->addWidget(list_);
  connect(list_, &QComboBox::activated, this,
          [this](int option) { session_.set(key_, static_cast<double>(option)); });
}

void ChoiceControl::refresh() {
  const auto option = static_cast<int>(session_.number(key_));
  if (list_ && list_->currentIndex() != option)
    list_->setCurrentIndex(option);
  if (isSegmented() && !segments_.at(static_cast<std::size_t>(option))->isChecked())
    segments_[static_cast<std::size_t>(option)]->setChecked(true);
}

} // namespace eigenboard::controls
