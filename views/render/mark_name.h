#pragma once

#include <QtCore/QString>

#include <variant>

namespace eigenboard::render {

/// The name of a mark of any kind of view; empty for a kind of mark that has none.
template <typename... Kinds>
QString nameOf(const std::variant<Kinds...>& mark) {
  return std::visit(
      [](const auto& kind) -> QString {
        if constexpr (requires { kind.name; })
          return kind.name;
        else
          return {};
      },
      mark);
}

} // namespace eigenboard::render
