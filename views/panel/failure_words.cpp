#include "views/panel/failure_words.h"

#include "views/panel/words.h"

#include <exception>
#include <new>
#include <stdexcept>

namespace eigenboard::panel {

QString wordsOfFailure() {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return Text::tr("no picture: it would take more memory than there is");
  } catch (const std::length_error&) {
    return Text::tr("no picture: it would take more memory than there is");
  } catch (const std::exception& error) {
    return Text::tr("no picture: the computation broke off (%1)").arg(QString::fromUtf8(error.what()));
  } catch (...) {
    return Text::tr("no picture: the computation broke off");
  }
}

} // namespace eigenboard::panel
