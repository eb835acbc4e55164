# SPDX-License-Identifier: GPL-3.0-or-later
# Which GPUs the module is compiled for. ALEXSCOPE_CUDA_ARCHITECTURES is a list (75;90), `native` (this machine's GPU), `all`, or
# empty: all where CUDA was asked for by ALEXSCOPE_CUDA=ON; else this machine's GPU, or, where there is none (a build server),
# the oldest one alone, which newer GPUs translate for themselves.
set(ALEXSCOPE_CUDA_ARCHITECTURES "" CACHE STRING "GPUs to compile for: a list such as 75;90, native, all, or empty")
set(wanted "${ALEXSCOPE_CUDA_ARCHITECTURES}")
execute_process(COMMAND ${ALEXSCOPE_NVCC} --list-gpu-arch OUTPUT_VARIABLE known ERROR_QUIET)
set(all "")
foreach(architecture 75 80 86 89 90 100 120)
    if(known MATCHES "compute_${architecture}[^0-9]")
        list(APPEND all ${architecture})
    endif()
endforeach()

set(own "")
find_program(ALEXSCOPE_NVIDIA_SMI nvidia-smi)
if(ALEXSCOPE_NVIDIA_SMI)
    execute_process(COMMAND ${ALEXSCOPE_NVIDIA_SMI} --query-gpu=compute_cap --format=csv,noheader
        OUTPUT_VARIABLE capabilities ERROR_QUIET)
    if(capabilities MATCHES "^([0-9]+)\\.([0-9]+)")
        set(own "${CMAKE_MATCH_1}${CMAKE_MATCH_2}")
    endif()
endif()

if(wanted STREQUAL "native" OR (wanted STREQUAL "" AND NOT ALEXSCOPE_CUDA STREQUAL "ON"))
    set(wanted ${own})
    if(NOT wanted)
        list(GET all 0 wanted)
    endif()
elseif(wanted STREQUAL "all" OR wanted STREQUAL "")
    set(wanted ${all})
endif()
set(CMAKE_CUDA_ARCHITECTURES ${wanted})
message(STATUS "CUDA module for sm_ ${wanted}")
