# The headers that nearly every room that knows Qt and nearly every test reads first, read once. Lean on purpose: the
# compiler takes them in again for each file, and all of Qt takes it three times as long as these. Not for core, which
# knows no Qt. Without EIGENBOARD_UNITY every file is compiled alone, so that a missing include is seen.
if(EIGENBOARD_UNITY)
  add_library(eigenboard_common_headers OBJECT ${CMAKE_CURRENT_LIST_DIR}/common_headers.cpp)
  target_precompile_headers(eigenboard_common_headers PRIVATE ${CMAKE_CURRENT_LIST_DIR}/common_headers.h)
  # Linked with what all have in common, for the compiler refuses them in a file that lacks a macro they were made with.
  target_link_libraries(eigenboard_common_headers PRIVATE Qt6::Core Eigen3::Eigen eigenboard_warnings)
  target_include_directories(eigenboard_common_headers SYSTEM PRIVATE
    $<TARGET_PROPERTY:Qt6::Gui,INTERFACE_INCLUDE_DIRECTORIES> $<TARGET_PROPERTY:Qt6::Widgets,INTERFACE_INCLUDE_DIRECTORIES>)
endif()
