# A room is a static library whose sources are all .cpp files of one folder, so that adding a file
# to a room needs no line here. CONFIGURE_DEPENDS makes the next build notice the new file.
# Its sources are compiled ten together (EIGENBOARD_UNITY), because nine tenths of a compiler's time would go to reading
# the same headers of Qt and Eigen again. So a name that is local to a file must be the only one of its kind in the room.
#   eigenboard_room(NAME FOLDER dependency...)
function(eigenboard_room name folder)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h)
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ARGN} PRIVATE eigenboard_warnings)
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${EIGENBOARD_UNITY} UNITY_BUILD_BATCH_SIZE 10)
  if(TARGET eigenboard_room_headers)
    target_precompile_headers(${name} REUSE_FROM eigenboard_room_headers)
  endif()
endfunction()
