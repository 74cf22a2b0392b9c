#pragma once

#include "app/navigation/history.h"
#include "app/reader/reader.h"
#include "app/stage/stage_widget.h"

namespace eigenboard::window {

/// Remembers the places one jumped from and to, and goes back and forward among them.
class Travel : public QObject {
  Q_OBJECT

 public:
  /// All outlive this.
  Travel(const book::Book& book, reader::Reader& reader, stage::StageWidget& stage,
         QObject* parent = nullptr);

  bool canGoBack() const { return navigation::canGoBack(history_); }
  bool canGoForward() const { return navigation::canGoForward(history_); }
  void goBack();
  void goForward();
  /// Where one is now; also the last spot of the history.
  navigation::Spot here() const;
  QJsonObject toJson() const;
  /// Call before the first page is opened.
  void fromJson(const QJsonObject& json);

 signals:
  void changed();

 private:
  void leave();
  void arrive();
  void show(const navigation::Spot& spot);

  const book::Book& book_;
  reader::Reader& reader_;
  stage::StageWidget& stage_;
  navigation::History history_;
  navigation::Spot left_;
  int jumps_ = 0; ///< jumps within jumps are one
};

} // namespace eigenboard::window
