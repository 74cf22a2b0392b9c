# The headers that nearly every room that knows Qt and nearly every test reads first, read once for all that are compiled
# with the same options. Not for core, which knows no Qt. Lean on purpose, for the compiler takes them in again for each
# file. Without EIGENBOARD_UNITY every file is compiled alone, so that a missing include is seen.
#   eigenboard_common_headers(NAME [COMPILE_OPTION...])
function(eigenboard_common_headers name)
  if(NOT EIGENBOARD_UNITY)
    return()
  endif()
  add_library(${name} OBJECT ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/common_headers.cpp)
  target_precompile_headers(${name} PRIVATE ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/common_headers.h)
  target_compile_options(${name} PRIVATE ${ARGN})
  # Linked with what all have in common, for the compiler refuses them in a file that lacks a macro they were made with.
  target_link_libraries(${name} PRIVATE Qt6::Core Eigen3::Eigen eigenboard_warnings)
  target_include_directories(${name} SYSTEM PRIVATE
    $<TARGET_PROPERTY:Qt6::Gui,INTERFACE_INCLUDE_DIRECTORIES> $<TARGET_PROPERTY:Qt6::Widgets,INTERFACE_INCLUDE_DIRECTORIES>)
endfunction()
