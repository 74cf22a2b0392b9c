#pragma once

#include <QtCore/QStringView>

#include <bitset>
#include <cstddef>
#include <cstdint>

namespace eigenboard::typesetting {

/// The classes of KaTeX's tree that its style sheet gives a meaning for layout; the others (mord, mtight...)
/// only carry spacing that KaTeX has already turned into boxes.
// clang-format off: one name a line would bury the rest of this header
enum class BoxClass : std::uint8_t {
  Accent,
  AccentBody,
  AccentFull,
  AccentUnder,
  AmsRm,
  Angl,
  AnglPad,
  BoldSymbol,
  BoxPad,
  BraceCenter,
  BraceLeft,
  BraceRight,
  CancelLap,
  CancelPad,
  CdArrowPad,
  CdLabelLeft,
  CdLabelRight,
  CdVertArrow,
  Clap,
  ColAlignC,
  ColAlignL,
  ColAlignR,
  ColorBox,
  DelimSize1,
  DelimSize4,
  DelimSizing,
  EqnNum,
  FBox,
  FColorBox,
  Fix,
  FontsizeEnsurer,
  FracLine,
  HalfArrowLeft,
  HalfArrowRight,
  HDashLine,
  HideTail,
  HLine,
  Inner,
  KatexDisplay,
  KatexHtml,
  LargeOp,
  Llap,
  MainRm,
  MathBb,
  MathBf,
  MathBoldSf,
  MathCal,
  MathFrak,
  MathIt,
  MathItSf,
  MathNormal,
  MathRm,
  MathScr,
  MathSf,
  MathTt,
  MFrac,
  Mop,
  MOver,
  MSupSub,
  MUnder,
  Newline,
  NullDelimiter,
  OpLimits,
  Overline,
  OverlineLine,
  Overlay,
  PStrut,
  Rlap,
  Root,
  RuleBlock,
  Sizing,
  SmallOp,
  Sout,
  Stretchy,
  Strut,
  SvgAlign,
  Tag,
  Text,
  TextBb,
  TextBf,
  TextBoldSf,
  TextFrak,
  TextIt,
  TextRm,
  TextScr,
  TextSf,
  TextTt,
  ThinBox,
  Underline,
  UnderlineLine,
  VerticalSeparator,
  VlistR,
  VlistS,
  VlistT,
  XArrow,
  XArrowPad,
  Count
};
// clang-format on

/// A node's classes, with the font sizes 1 to 11 named by sizeN and reset-sizeN (0: none).
class BoxClasses {
 public:
  static BoxClasses parse(QStringView names);

  bool has(BoxClass boxClass) const { return bits.test(static_cast<std::size_t>(boxClass)); }
  template <class... Classes>
  bool hasAny(Classes... classes) const {
    return (has(classes) || ...);
  }

  int size = 0;
  int resetSize = 0;

 private:
  std::bitset<static_cast<std::size_t>(BoxClass::Count)> bits;
};

} // namespace eigenboard::typesetting
