#pragma once

#include "views/controls/button.h"
#include "views/controls/run_rows.h"

namespace eigenboard::controls {

/// The runs that the reader keeps, to compare them with the present one: rows, and above them a line with
/// what can be done. One line that says so while there are none.
class RunTable : public QWidget, public Themed {
  Q_OBJECT

 public:
  /// typesetter outlives the table.
  RunTable(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent = nullptr);
  /// Null: none. Hides itself for a panel that has no runs.
  void setSession(panel::Session* session);
  void refresh();
  RunRows& rows() { return *rows_; }

 signals:
  void grew(); ///< a run has been added
  void copied(const QString& what);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void arrange();
  QPointer<panel::Session> session_;
  std::size_t shown_ = 0;
  Button* left_;
  Button* right_;
  Button* differences_;
  Button* copy_;
  Button* keep_;
  RunRows* rows_;
};

} // namespace eigenboard::controls
