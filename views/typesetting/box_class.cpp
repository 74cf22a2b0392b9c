#include "views/typesetting/box_class.h"

#include <QtCore/QHash>
#include <QtCore/QString>

namespace eigenboard::typesetting {

namespace {

const QHash<QString, BoxClass>& boxClassNames() {
  using enum BoxClass;
  static const QHash<QString, BoxClass> names{
      {"accent", Accent},
      {"accent-body", AccentBody},
      {"accent-full", AccentFull},
      {"accentunder", AccentUnder},
      {"amsrm", AmsRm},
      {"angl", Angl},
      {"anglpad", AnglPad},
      {"boldsymbol", BoldSymbol},
      {"boxpad", BoxPad},
      {"brace-center", BraceCenter},
      {"brace-left", BraceLeft},
      {"brace-right", BraceRight},
      {"cancel-lap", CancelLap},
      {"cancel-pad", CancelPad},
      {"cd-arrow-pad", CdArrowPad},
      {"cd-label-left", CdLabelLeft},
      {"cd-label-right", CdLabelRight},
      {"cd-vert-arrow", CdVertArrow},
      {"clap", Clap},
      {"col-align-c", ColAlignC},
      {"col-align-l", ColAlignL},
      {"col-align-r", ColAlignR},
      {"colorbox", ColorBox},
      {"delim-size1", DelimSize1},
      {"delim-size4", DelimSize4},
      {"delimsizing", DelimSizing},
      {"eqn-num", EqnNum},
      {"fbox", FBox},
      {"fcolorbox", FColorBox},
      {"fix", Fix},
      {"fontsize-ensurer", FontsizeEnsurer},
      {"frac-line", FracLine},
      {"halfarrow-left", HalfArrowLeft},
      {"halfarrow-right", HalfArrowRight},
      {"hdashline", HDashLine},
      {"hide-tail", HideTail},
      {"hline", HLine},
      {"inner", Inner},
      {"katex-display", KatexDisplay},
      {"katex-html", KatexHtml},
      {"large-op", LargeOp},
      {"llap", Llap},
      {"mainrm", MainRm},
      {"mathbb", MathBb},
      {"mathbf", MathBf},
      {"mathboldsf", MathBoldSf},
      {"mathcal", MathCal},
      {"mathfrak", MathFrak},
      {"mathit", MathIt},
      {"mathitsf", MathItSf},
      {"mathnormal", MathNormal},
      {"mathrm", MathRm},
      {"mathscr", MathScr},
      {"mathsf", MathSf},
      {"mathtt", MathTt},
      {"mfrac", MFrac},
      {"mop", Mop},
      {"mover", MOver},
      {"msupsub", MSupSub},
      {"munder", MUnder},
      {"newline", Newline},
      {"nulldelimiter", NullDelimiter},
      {"op-limits", OpLimits},
      {"overlay", Overlay},
      {"overline", Overline},
      {"overline-line", OverlineLine},
      {"pstrut", PStrut},
      {"rlap", Rlap},
      {"root", Root},
      {"rule", RuleBlock},
      {"sizing", Sizing},
      {"small-op", SmallOp},
      {"sout", Sout},
      {"stretchy", Stretchy},
      {"strut", Strut},
      {"svg-align", SvgAlign},
      {"tag", Tag},
      {"text", Text},
      {"textbb", TextBb},
      {"textbf", TextBf},
      {"textboldsf", TextBoldSf},
      {"textfrak", TextFrak},
      {"textit", TextIt},
      {"textrm", TextRm},
      {"textscr", TextScr},
      {"textsf", TextSf},
      {"texttt", TextTt},
      {"thinbox", ThinBox},
      {"underline", Underline},
      {"underline-line", UnderlineLine},
      {"vertical-separator", VerticalSeparator},
      {"vlist-r", VlistR},
      {"vlist-s", VlistS},
      {"vlist-t", VlistT},
      {"x-arrow", XArrow},
      {"x-arrow-pad", XArrowPad},
  };
  return names;
}

} // namespace

BoxClasses BoxClasses::parse(QStringView names) {
  BoxClasses classes;
  for (const QStringView name : names.split(u' ', Qt::SkipEmptyParts)) {
    if (name.startsWith(u"size"))
      classes.size = name.mid(4).toInt();
    else if (name.startsWith(u"reset-size"))
      classes.resetSize = name.mid(10).toInt();
    else if (const auto known = boxClassNames().constFind(name.toString()); known != boxClassNames().cend())
      classes.bits.set(static_cast<std::size_t>(*known));
  }
  return classes;
}

} // namespace eigenboard::typesetting
