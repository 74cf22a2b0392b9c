#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QStackedWidget>

namespace eigenboard::code_bench {
class CodeBench;
}
namespace eigenboard::reader {
class Reader;
}
namespace eigenboard::stage {
class StageWidget;
}

namespace eigenboard::window {

class NoPanel;

/// What stands beside the text: the panel on the stage (or a word that there is none), or in front of it a
/// code cell in its editor. The editor is there for a cell of the open chapter; with another chapter the
/// stage comes back, and the editor with its own.
class Beside : public QStackedWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// Takes the stage as its child. The reader outlives it.
  Beside(reader::Reader& reader, stage::StageWidget& stage, const render::Theme& theme,
         QWidget* parent = nullptr);

  /// Brings a cell to the front, with the keyboard; nothing when the page has none of this key.
  void openCode(const QString& key);
  /// The same without the keyboard, now or as soon as the page has the cell.
  void keepCode(const QString& key);
  void showStage();
  void close(); ///< as the reader does
  bool showsCode() const;
  bool isInCode() const; ///< it has the keyboard
  /// The key of the cell in front, now or when its chapter is open again; empty: none.
  QString codeKey() const { return key_; }
  code_bench::CodeBench* bench() { return bench_; } ///< null before the first cell
  void focusFront();                                ///< the editor, or the first handle of the picture

 signals:
  void searchWanted(); ///< for a panel
  void changed();      ///< what is in front
  void codeOpened();   ///< it wants to be seen, and the keyboard
  void codeClosed();   ///< by the reader: the text takes the keyboard

 private:
  void makeBench();
  void bringBack();

  reader::Reader& reader_;
  stage::StageWidget& stage_;
  NoPanel* noPanel_ = nullptr;
  code_bench::CodeBench* bench_ = nullptr; ///< made when it is first wanted: most starts need none
  QString key_;
};

} // namespace eigenboard::window
