# Every target of our own links eigenboard_warnings; nothing else sets warning or sanitizer flags.
add_library(eigenboard_warnings INTERFACE)
target_compile_options(eigenboard_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Werror)
if(EIGENBOARD_SANITIZE)
  target_compile_options(eigenboard_warnings INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
  target_link_options(eigenboard_warnings INTERFACE -fsanitize=address,undefined)
endif()
