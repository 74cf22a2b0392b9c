#pragma once

#include "views/controls/control.h"

#include <functional>
#include <map>
#include <vector>

class QBoxLayout;
class QLabel;

namespace eigenboard::typesetting {
class Typesetter;
}

namespace eigenboard::controls {

class ControlLights;
class SharedChip;

/// How the controls of a panel lie.
struct ControlsShape {
  int columns = 1;
  int width = 226;       ///< pixels, of one column
  bool isInLine = false; ///< each name beside its control, not above it
  friend bool operator==(const ControlsShape&, const ControlsShape&) = default;
};

/// The controls of a panel, made from its description: groups as matrices and points, numbers as sliders,
/// switches, choices, text, in the order in which the panel names them. Delete and Backspace reset what has
/// the focus; a menu resets it, or the matrix it is part of.
class ControlsPanel : public QWidget, public Themed {
  Q_OBJECT

 public:
  /// session and typesetter outlive the panel. width: what a line has, in pixels.
  ControlsPanel(panel::Session& session, typesetting::Typesetter& typesetter, const render::Theme& theme,
                int width, QWidget* parent = nullptr);
  /// Lets the controls of these parameters show the session's values.
  void refresh(const QStringList& keys);
  /// The visible rows that hold these parameters or groups, from top to bottom, in the panel's coordinates.
  QList<QRect> rowsOf(const QStringList& keys) const;
  /// Columns of nearly the same height; switches lie beside each other where they fit.
  void setShape(const ControlsShape& shape);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  QString keyOf(const QWidget* part) const;
  void addParameter(int index);
  void addChoice(int index);
  void addGroup(const panel::Group& group);
  void addText(int index);
  void showProblem();
  void showWhatHasEffect();
  void addChips();
  void refreshChips();
  QWidget* makeCaption(const QString& label, const QString& help);
  panel::Session& session_;
  typesetting::Typesetter& typesetter_;
  int width_;
  /// What stands together: a control, or a caption with its control below.
  struct Block {
    int parameter = 0; ///< its index; of a group that of its first
    QWidget* caption = nullptr;
    QWidget* control = nullptr;
    Qt::Alignment alignment;
    SharedChip* chip = nullptr; ///< below, of what can be shared
    QLabel* problem = nullptr;  ///< below, why what was typed is wrong
    bool hasEffect = true;      ///< otherwise it is hidden and takes no room
  };
  void arrange();
  void fill(QBoxLayout& column, std::size_t first, std::size_t last);
  /// Lays switches from this one on side by side; the first block that is not one of them.
  std::size_t fillSwitches(QBoxLayout& column, std::size_t first, std::size_t last);
  void alignInLine();
  int heightOf(const Block& block) const;
  QBoxLayout* columns_;
  ControlsShape shape_{0};
  QString shownProblem_; ///< and the key of its parameter
  std::vector<Block> blocks_;
  std::multimap<QString, std::function<void()>> refreshers_;
  std::multimap<QString, QWidget*> rows_;
  ControlLights* lights_ = nullptr;
};

} // namespace eigenboard::controls
