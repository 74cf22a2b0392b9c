#include "views/panel/precision_options.h"

#include "views/panel/words.h"

#include <cmath>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

/// Decimal digits that every number of the format keeps: the whole part of (p − 1) log₁₀ 2.
int keptDigits(const numerics::Format& format) {
  return static_cast<int>(std::floor((format.significantBits - 1) * std::log10(2.0)));
}

QString formatHelp(const QString& name, const numerics::Format& format) {
  return Text::tr("%1: %2 digits, up to %3, from 1 to the next number %4")
      .arg(name, QString::number(keptDigits(format)), QString::number(format.largest(), 'g', 3),
           QString::number(format.epsilon(), 'g', 3));
}

} // namespace

std::vector<Option> precisionOptions() {
  using numerics::Precision;
  std::vector<Option> options{{u"fp64"_s, u"fp64"_s, Text::tr("Double precision")},
                              {u"fp32"_s, u"fp32"_s, Text::tr("Single precision")},
                              {u"fp16"_s, u"fp16"_s, Text::tr("Half precision")},
                              {u"bf16"_s, u"bf16"_s, Text::tr("Brain float, a shortened single")}};
  for (std::size_t i = 0; i < options.size(); ++i)
    options[i].help = formatHelp(options[i].help, numerics::formatOf(static_cast<Precision>(i)));
  return options;
}

} // namespace eigenboard::panel
