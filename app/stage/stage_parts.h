#pragma once

namespace eigenboard::typesetting {
class Typesetter;
}
namespace eigenboard::controls {
class FormulaView;
class InvariantStrip;
class PlaybackBar;
class PresetBar;
class ReadoutTable;
} // namespace eigenboard::controls

namespace eigenboard::stage {

class ComputingBar;
class Divider;
class KeyframeShelf;
class KeyframeStrip;
class NoticeLine;
class Picture;
class PictureHand;
class SideColumn;
class SnapButton;
class StageHeader;
class StageLights;
class TabStrip;

} // namespace eigenboard::stage
