#pragma once

#include "core/algebra/expression_equality.h"
#include "views/panel/registry.h"
#include "views/panel/state.h"

#include <Eigen/Core>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <variant>

namespace eigenboard::book {

/// panel:ID?key=value&…: puts a panel on the stage.
struct PanelLink {
  QString panel;
  panel::Settings settings;
};
/// set:ID?key=value&…: moves a panel to a state.
struct SetLink {
  QString panel;
  panel::Settings settings;
};
/// scrub:ID/parameter: a number the reader drags.
struct ScrubLink {
  QString panel;
  QString parameter;
};
/// value:ID/readout?digits=N: a live number. digits −1: as many as the panel says.
struct ValueLink {
  QString panel;
  QString readout;
  int digits = -1;
};
/// goal:ID/goal: a challenge.
struct GoalLink {
  QString panel;
  QString goal;
};
/// term:slug: a word of the glossary.
struct TermLink {
  QString slug;
};
/// check:number, choice, expression, matrix or code: the answer of an exercise (check_link.h has the forms).
struct CheckLink {
  enum class Kind : std::uint8_t { Number, Choice, Expression, Matrix, Code };
  Kind kind = Kind::Number;
  QString answer;                           ///< as written; of code the name of the function
  double value = 0;                         ///< of a number
  Eigen::MatrixXd entries;                  ///< of a matrix
  double tolerance = 0;                     ///< of numbers absolute, of an expression relative
  QStringList options;                      ///< of a choice
  std::vector<algebra::Variable> variables; ///< of an expression
};
/// Another file of the book, relative to the one the link stands in, or a heading of the same file (path
/// empty).
struct FileLink {
  QString path;
  QString anchor;
};
struct WebLink {
  QString address;
};
/// From a sentence to a footnote of the same page, or (isBack) from the note to where it is first named.
struct NoteLink {
  int number = 1;
  bool isBack = false;
};
struct BrokenLink {
  QString reason;
};

using Link = std::variant<PanelLink, SetLink, ScrubLink, ValueLink, GoalLink, TermLink, CheckLink, FileLink,
                          WebLink, BrokenLink, NoteLink>;

/// Reads a link's target. What cannot be read is a BrokenLink with its reason; panels and keys are not looked
/// up.
Link parseLink(const QString& target);

/// The panel a link speaks of; empty for links that speak of none.
QString panelOf(const Link& link);

/// Why the link cannot work with these panels ("unknown parameter …; did you mean …?"), or empty.
QString linkProblem(const Link& link, const panel::Registry& registry);

} // namespace eigenboard::book
