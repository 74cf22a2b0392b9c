#include "views/panels/information/entropy_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::information::entropy_panel {

using numerics::Precision;
using panel::Invariant;

namespace {

constexpr double roundoff = std::numeric_limits<double>::epsilon();

QString formatName(Precision precision) {
  switch (precision) {
  case Precision::Single:
    return QStringLiteral("fp32");
  case Precision::Half:
    return QStringLiteral("fp16");
  case Precision::BFloat16:
    return QStringLiteral("bf16");
  case Precision::Double:
    break;
  }
  return QStringLiteral("fp64");
}

double kraftSum(const Result& r) {
  double sum = 0;
  for (const int symbol : r.used)
    sum += std::exp2(-static_cast<double>(r.code.at(static_cast<std::size_t>(symbol)).size()));
  return sum;
}

} // namespace

QString formula(const Params& p, const Result& r) {
  if (p.joint)
    return QStringLiteral("I(X;Y) = H(X) + H(Y) - H(X,Y) = %1 + %2 - %3 %4 %5\\ %6")
        .arg(tex::number(r.pair.ofX, 3), tex::number(r.pair.ofY, 3), tex::number(r.pair.ofBoth, 3),
             tex::equals({r.pair.ofX, r.pair.ofY, r.pair.ofBoth, r.pair.mutual}, 3),
             tex::number(r.pair.mutual, 3), tex::text(Words::tr("bits")));
  QString text =
      QStringLiteral(
          "H = -\\sum_i p_i \\log_2 p_i %1 %2 \\;\\le\\; L = \\sum_i p_i\\,\\ell_i %3 %4 \\;<\\; H + 1")
          .arg(tex::equals({r.entropy}, 3), tex::number(r.entropy, 3), tex::equals({r.codeLength}, 3),
               tex::number(r.codeLength, 3));
  if (p.precision != Precision::Double)
    text += QStringLiteral(", \\qquad H_{\\text{%1}} = %2")
                .arg(formatName(p.precision), tex::number(r.roundedEntropy, 6));
  return text;
}

std::vector<panel::Readout> readouts(const Params&, const Result& r) {
  const QString bits = Words::tr("bits");
  return {
      {"entropy", Words::tr("Entropy"), "H", bits,
       Words::tr("The mean of −log₂ p over the symbols: what a symbol tells, and what no code can undercut."),
       r.entropy, 3},
      {"code_length", Words::tr("Mean length"), "L", bits,
       Words::tr("What a symbol costs in Huffman's code, the cheapest with a word for each symbol."),
       r.codeLength, 3},
      {"redundancy", Words::tr("Redundancy"), "L - H", bits,
       Words::tr("What the code wastes: words are whole bits long, and −log₂ p need not be."), r.redundancy(),
       3},
      {"perplexity", Words::tr("Perplexity"), "2^H", "",
       Words::tr("How many equally likely symbols would be as uncertain as these."), std::exp2(r.entropy), 3},
      {"longest_word", Words::tr("Longest word"), "\\max \\ell_i", bits,
       Words::tr("The most bits that one symbol takes."), static_cast<double>(r.longestWord), 0},
      {"symbols", Words::tr("Symbols in use"), "n", "",
       Words::tr("Symbols of probability 0 need no word and are left out of the tree."),
       static_cast<double>(r.used.size()), 0},
      {"entropy_x", Words::tr("Entropy of X"), "H(X)", bits,
       Words::tr("How uncertain X is when Y is not known."), r.pair.ofX, 3},
      {"entropy_y", Words::tr("Entropy of Y"), "H(Y)", bits,
       Words::tr("How uncertain Y is when X is not known."), r.pair.ofY, 3},
      {"entropy_xy", Words::tr("Joint entropy"), "H(X,Y)", bits,
       Words::tr("How uncertain the pair is: at most the sum of the two."), r.pair.ofBoth, 3},
      {"x_given_y", Words::tr("X, once Y is known"), "H(X\\mid Y)", bits,
       Words::tr("What is still to be said of X when Y has been told, in the mean over Y."), r.pair.ofXGivenY,
       3},
      {"y_given_x", Words::tr("Y, once X is known"), "H(Y\\mid X)", bits,
       Words::tr("What is still to be said of Y when X has been told, in the mean over X."), r.pair.ofYGivenX,
       3},
      {"mutual", Words::tr("Mutual information"), "I(X;Y)", bits,
       Words::tr("What one of the two tells of the other: 0 when they are independent."), r.pair.mutual, 3},
      {"rounded_entropy", Words::tr("Rounded entropy"), "\\hat H", bits,
       Words::tr("H with every probability, logarithm, product and sum rounded to the format."),
       r.roundedEntropy, 5},
      {"rounding_error", Words::tr("Rounding error"), "\\hat H - H", bits,
       Words::tr("How far the format is off; 0 or nearly so for fp64."), r.roundedEntropy - r.entropy, 6},
      {"chain_gap", Words::tr("Gap in the chain rule"), "", bits,
       Words::tr("H(X, Y) − H(X) − H(Y | X) in the chosen format: exactly 0 in mathematics, rounding here."),
       r.rule.gap, 6},
  };
}

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  const double rounding = 16 * symbolCount * roundoff * (1 + r.entropy);
  if (p.joint)
    return {{"chain_rule", "H(X,Y) = H(X) + H(Y\\mid X)",
             Words::tr("To tell both is to tell X, and then what is left of Y."),
             r.pair.ofBoth - r.pair.ofX - r.pair.ofYGivenX, rounding},
            {"mutual", "I(X;Y) = H(X) - H(X\\mid Y)",
             Words::tr("What Y tells of X is what X loses in uncertainty, and the same the other way round."),
             r.pair.mutual - (r.pair.ofX - r.pair.ofXGivenY), rounding}};
  const double format = numerics::formatOf(p.precision).epsilon();
  return {
      {"sum", "\\sum_i p_i = 1", Words::tr("The probabilities add up to 1."), r.p.sum() - 1,
       symbolCount * roundoff},
      {"source_coding", "H \\le L", Words::tr("No code is shorter than the entropy."),
       std::max(0.0, r.entropy - r.codeLength), rounding},
      {"one_bit", "L < H + 1", Words::tr("Huffman's code wastes less than a bit for each symbol."),
       std::max(0.0, r.codeLength - r.entropy - 1), rounding},
      {"kraft", "\\sum_i 2^{-\\ell_i} = 1",
       Words::tr("The words use up all there is: none could be shorter without being the start of another."),
       kraftSum(r) - 1, 0},
      {"rounding", "\\lvert \\hat H - H\\rvert \\le (n + 3)\\,\\varepsilon\\,(1 + H)",
       Words::tr("The error of the format is bounded by its unit in the last place, one for each operation."),
       std::max(0.0, std::abs(r.roundedEntropy - r.entropy) - (symbolCount + 3) * format * (1 + r.entropy)),
       0},
  };
}

QString spoken(const Params& p, const Result& r) {
  QString text;
  if (p.joint) {
    text = Words::tr("X has %1 bits, Y has %2, both together %3, so they share %4 bits.")
               .arg(speech::number(r.pair.ofX), speech::number(r.pair.ofY), speech::number(r.pair.ofBoth),
                    speech::number(r.pair.mutual));
  } else {
    QStringList parts;
    for (const int symbol : r.used) {
      const std::string& word = r.code.at(static_cast<std::size_t>(symbol));
      parts << (word.empty() ? Words::tr("%1 is certain").arg(symbolName(symbol))
                             : Words::tr("%1 has probability %2 and the word %3")
                                   .arg(symbolName(symbol), speech::number(r.p(symbol)),
                                        QString::fromStdString(word)));
    }
    text =
        Words::tr("The entropy is %1 bits, the mean code length %2. %3.")
            .arg(speech::number(r.entropy), speech::number(r.codeLength), parts.join(QStringLiteral(", ")));
  }
  if (p.precision != Precision::Double)
    text += QLatin1Char(' ') + Words::tr("In %1 the entropy comes out as %2.")
                                   .arg(formatName(p.precision), speech::number(r.roundedEntropy, 5));
  return text;
}

} // namespace eigenboard::panels::information::entropy_panel
