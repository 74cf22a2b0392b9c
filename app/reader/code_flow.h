#pragma once

#include "app/reader/block_flow.h"

namespace eigenboard::reader {

/// Sets code with its buttons, and under it what it prints (null: nothing). rightEdge: of the window's room,
/// which long lines may use.
void flowCode(Node& code, Node* output, double left, double width, double rightEdge, const FlowTools& tools);

/// Run, Edit, Copy or Reset.
bool isCodeButton(TargetKind kind);

} // namespace eigenboard::reader
