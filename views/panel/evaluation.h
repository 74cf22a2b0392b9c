#pragma once

#include "views/scene/scene.h"

#include <QtCore/QString>

#include <vector>

namespace eigenboard::panel {

/// A named number. digits: decimals shown. value may be NaN (shown as "undefined") or infinite (shown as ∞).
struct Readout {
  QString key;
  QString label;
  QString symbol; ///< TeX
  QString unit;
  QString meaning; ///< one sentence: what it says about the picture
  double value = 0;
  int digits = 2;
};

/// An identity that must hold at every state: |error| ≤ tolerance. A NaN error does not hold.
struct Invariant {
  QString key;
  QString statement; ///< TeX
  QString meaning;
  double error = 0;
  double tolerance = 0;
  bool holds() const { return error <= tolerance && error >= -tolerance; }
};

/// All that a panel says at one state. problem: empty, or why there is nothing to show; then the host keeps
/// the last good picture and shows the reason.
struct Evaluation {
  scene::Scene scene;
  QString formula; ///< TeX of a display formula with the live numbers in it
  std::vector<Readout> readouts;
  std::vector<Invariant> invariants;
  std::vector<QString> goalsReached; ///< keys
  QString spoken;                    ///< the state in a sentence or two, for a screen reader
  QString problem;
  QString problemKey; ///< of the parameter by which the reader mends it; empty: of none
};

} // namespace eigenboard::panel
