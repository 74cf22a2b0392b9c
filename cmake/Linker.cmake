# Some two hundred programs are linked, most of them tests, and gold takes a quarter of the default linker's time.
# It comes with Debian 12's binutils; where there is none, the default linker links the same.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold EIGENBOARD_GOLD_LINKS)
if(EIGENBOARD_GOLD_LINKS)
  add_link_options(-fuse-ld=gold)
endif()
