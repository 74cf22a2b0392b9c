#include "app/reader/block_space.h"

namespace eigenboard::reader {

Space spaceOf(NodeKind kind) {
  switch (kind) {
  case NodeKind::Title:
    return {0, 0.3};
  case NodeKind::Note:
    return {0.2, 0.9};
  case NodeKind::Label:
    return {2.0, 0.05};
  case NodeKind::Heading:
    return {2.0, 0.55};
  case NodeKind::Subheading:
    return {1.35, 0.35};
  case NodeKind::MinorHeading:
    return {1.0, 0.3};
  case NodeKind::Display:
    return {0.6, 0.6};
  case NodeKind::Quote:
  case NodeKind::Message:
    return {0.7, 0.7};
  case NodeKind::Table:
    return {0.75, 1.0};
  case NodeKind::Code:
    return {0.75, 0.95};
  case NodeKind::Output:
    return {0.5, 0.95};
  case NodeKind::Fold:
    return {0.4, 0.3};
  case NodeKind::Card:
  case NodeKind::Figure:
    return {0.8, 1.0};
  case NodeKind::Statement:
    return {0.8, 0.85};
  case NodeKind::Mistake:
    return {0.95, 0.7};
  case NodeKind::Exercise:
    return {1.0, 0.9};
  case NodeKind::Picture:
    return {0.8, 0.95};
  case NodeKind::Rule:
    return {1.2, 1.2};
  case NodeKind::MistakePart:
  case NodeKind::Notes:
  case NodeKind::Text:
  case NodeKind::List:
  case NodeKind::Item:
  case NodeKind::Row:
  case NodeKind::Cell:
    break;
  }
  return {0.55, 0.55};
}

} // namespace eigenboard::reader
