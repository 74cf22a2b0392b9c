#include "app/navigation/palette.h"

#include "app/navigation/palette_list.h"
#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include <algorithm>
#include <tuple>

namespace eigenboard::navigation {

namespace {

constexpr std::size_t mostResults = 40;
constexpr std::size_t mostRecent = 6;
constexpr int fieldType = 17;

QString nameOf(const QAction& action) {
  return action.objectName().isEmpty() ? action.text() : action.objectName();
}

/// "Theme: Dark" of a choice, else the action's words.
QString titleOf(const QAction& action) {
  const QString heading = action.property("heading").toString();
  const QString words = action.text().remove(u'&');
  return heading.isEmpty() ? words : Palette::tr("%1: %2").arg(heading, words);
}

} // namespace

Palette::Palette(search::Service& service, const render::Theme& theme, QWidget* window)
    : QWidget(window), Themed(theme), service_(service) {
  setAccessibleName(tr("Search"));
  hide();
  buildCard();
  addOpeners();
  window->installEventFilter(this);
  connect(&service_, &search::Service::answered, this, &Palette::show);
  // More has been read: ask again, unless what is there needs no index.
  connect(&service_, &search::Service::changed, this, [this] {
    if (isOpen() && !field_->text().trimmed().isEmpty())
      ask();
  });
  Palette::themeChanged();
}

void Palette::addOpeners() {
  const auto add = [this](const QString& name, const QKeySequence& keys, search::Scope scope) {
    auto* action = new QAction(name, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [this, scope] { open(scope); });
    parentWidget()->addAction(action);
    openers_ += action;
  };
  add(tr("Search everything"), QKeySequence(tr("Ctrl+K")), search::Scope::Everything);
  add(tr("Search the book"), QKeySequence(tr("Ctrl+Shift+F")), search::Scope::Book);
  add(tr("Commands"), QKeySequence(tr("Ctrl+Shift+P")), search::Scope::Commands);
}

void Palette::buildCard() {
  field_ = new QLineEdit(this);
  field_->setMaxLength(400);
  field_->setFont(controls::interfaceFont(fieldType));
  field_->setFrame(false);
  field_->installEventFilter(this);
  connect(field_, &QLineEdit::textChanged, this, &Palette::ask);
  for (const auto& [name, keys, scope] :
       {std::tuple(tr("Everything"), tr("Ctrl+K"), search::Scope::Everything),
        std::tuple(tr("Book"), tr("Ctrl+Shift+F"), search::Scope::Book),
        std::tuple(tr("Commands"), tr("Ctrl+Shift+P"), search::Scope::Commands)}) {
    auto* button =
        new controls::Button(theme(), controls::Icon::None, name, tr("%1 (%2)").arg(name, keys), this);
    button->setCheckable(true);
    connect(button, &controls::Button::clicked, this, [this, scope = scope] {
      setScope(scope);
      field_->setFocus();
    });
    scopes_.push_back(button);
  }
  list_ = new PaletteList(theme(), this);
  connect(list_, &PaletteList::rowChosen, this, &Palette::choose);
  connect(list_, &PaletteList::currentSpoken, field_, &QWidget::setAccessibleDescription);
  status_ = new QLabel(this);
  keys_ = new QLabel(tr("↑ ↓ choose    Enter open    Esc close"), this);
  keys_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  for (QLabel* label : {status_, keys_})
    label->setFont(controls::interfaceFont(controls::smallType));
}

void Palette::themeChanged() {
  field_->setStyleSheet(
      QStringLiteral(
          "QLineEdit{background:transparent;border:none;padding:0;color:%1;selection-background-color:%2;"
          "selection-color:%1}")
          .arg(theme().text.name(), theme().selection.name()));
  for (QLabel* label : {status_, keys_}) {
    QPalette colors = label->palette();
    colors.setColor(QPalette::WindowText, theme().textMuted);
    label->setPalette(colors);
  }
  update();
}

void Palette::setActions(const QList<QAction*>& actions) {
  actions_.clear();
  for (QAction* action : actions)
    if (!openers_.contains(action))
      actions_ += action;
}

QAction* Palette::action(const QString& command) const {
  for (const QPointer<QAction>& action : actions_)
    if (action && nameOf(*action) == command)
      return action;
  return nullptr;
}

void Palette::readCommands() {
  commands_.clear();
  for (const QPointer<QAction>& action : actions_) {
    if (!action || !action->isEnabled() || !action->isVisible() || action->isSeparator() ||
        action->text().isEmpty())
      continue;
    QStringList keywords = action->property("keywords").toStringList();
    keywords += action->toolTip();
    commands_.push_back(
        {nameOf(*action), titleOf(*action), action->shortcut().toString(QKeySequence::NativeText), keywords});
  }
  service_.setCommands(commands_);
}

void Palette::addRecent(const search::Result& place) {
  std::erase_if(recent_, [&place](const search::Result& other) { return other.target == place.target; });
  recent_.insert(recent_.begin(), place);
  recent_.front().titleRanges.clear();
  recent_.front().snippet.clear();
  recent_.front().snippetRanges.clear();
  recent_.resize(std::min(recent_.size(), mostRecent));
}

/// Without the chapter one is in: Enter in an empty field must not lead back to its beginning.
std::vector<search::Result> Palette::recentElsewhere() const {
  std::vector<search::Result> places;
  for (const search::Result& place : recent_)
    if (place.kind != search::Kind::Chapter || place.target.chapter != here_)
      places.push_back(place);
  return places;
}

void Palette::open(search::Scope scope) {
  if (!isOpen()) {
    before_ = QApplication::focusWidget();
    readCommands();
    service_.refresh();
    service_.start();
    setGeometry(parentWidget()->rect());
    field_->clear();
    QWidget::show();
    raise();
  }
  setScope(scope);
  field_->setFocus(Qt::ShortcutFocusReason);
  field_->selectAll();
}

void Palette::dismiss() {
  if (!isOpen())
    return;
  hide();
  if (before_)
    before_->setFocus(Qt::OtherFocusReason);
}

void Palette::setScope(search::Scope scope) {
  scope_ = scope;
  for (std::size_t i = 0; i < scopes_.size(); ++i)
    scopes_[i]->setChecked(i == static_cast<std::size_t>(scope));
  const QString prompts[] = {tr("Search the book, panels and commands"),
                             tr("Search the chapters, exercises and glossary"), tr("Search the commands")};
  field_->setPlaceholderText(prompts[static_cast<std::size_t>(scope)]);
  field_->setAccessibleName(field_->placeholderText());
  ask();
}

void Palette::ask() {
  if (field_->text().trimmed().isEmpty())
    showRows(rowsOfNothingTyped(recentElsewhere(), commands_, scope_), {});
  else
    service_.search(field_->text(), scope_, static_cast<int>(mostResults));
}

QString Palette::countWords(int shown, const search::Answer& answer) {
  if (shown == 0)
    return tr("No result");
  if (answer.hasMore)
    return tr("The best %1 of more than %2 results").arg(shown).arg(answer.total);
  if (shown < answer.total)
    return tr("The best %1 of %2 results").arg(shown).arg(answer.total);
  return shown == 1 ? tr("1 result") : tr("%1 results").arg(shown);
}

void Palette::show(const search::Answer& answer) {
  // An answer may come after the palette was closed or the field emptied.
  if (!isOpen() || answer.query != field_->text())
    return;
  std::vector<PaletteRow> rows = rowsOf(answer, scope_);
  const auto count = std::count_if(
      rows.begin(), rows.end(), [](const PaletteRow& row) { return row.role == PaletteRow::Role::Result; });
  QString status = countWords(static_cast<int>(count), answer);
  if (!answer.isComplete)
    status += tr(" · still reading the book");
  showRows(std::move(rows), status);
}

void Palette::showRows(std::vector<PaletteRow> rows, const QString& status) {
  list_->setRows(std::move(rows));
  place();
  tell(status);
}

void Palette::tell(const QString& status) {
  if (status == status_->text())
    return;
  status_->setText(status);
  status_->setAccessibleName(status);
  QAccessibleEvent alert(status_, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

QString Palette::status() const {
  return status_->text();
}

void Palette::choose(const PaletteRow& row) {
  if (row.role == PaletteRow::Role::Suggestion) {
    field_->setText(row.text + u' ');
    field_->setFocus();
    return;
  }
  const search::Result result = row.result;
  const QString words = field_->text();
  dismiss();
  if (result.kind != search::Kind::Command)
    addRecent(result);
  emit chosen(result.target, words);
}

} // namespace eigenboard::navigation
