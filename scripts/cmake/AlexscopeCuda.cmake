# SPDX-License-Identifier: GPL-3.0-or-later
# Looks for the CUDA toolkit (12 or newer) and cuDNN (9 or newer) without insisting. Sets cuda_found and cuda_remedy, and
# ALEXSCOPE_NVCC and the places of headers and libraries, ALEXSCOPE_{CUDNN,CUBLAS}_{INCLUDE,LIBRARY}.
set(cuda_found FALSE)
set(cuda_remedy "install the CUDA toolkit 12 or newer and cuDNN 9 or newer")

find_program(ALEXSCOPE_NVCC nvcc HINTS ENV CUDA_HOME ENV CUDA_PATH PATHS /usr/local/cuda PATH_SUFFIXES bin)
if(NOT ALEXSCOPE_NVCC OR ALEXSCOPE_CUDA STREQUAL "OFF")
    return()
endif()

execute_process(COMMAND ${ALEXSCOPE_NVCC} --version OUTPUT_VARIABLE nvcc_says ERROR_QUIET)
string(REGEX MATCH "release ([0-9]+)\\.([0-9]+)" nvcc_version "${nvcc_says}")
set(cuda_major "${CMAKE_MATCH_1}")
if(NOT cuda_major OR cuda_major LESS 12)
    set(cuda_remedy "${ALEXSCOPE_NVCC} is too old or does not run: install the CUDA toolkit 12 or newer")
    return()
endif()

# cuDNN: in the toolkit, in the system, or in a Python package's folder nvidia/cudnn, which often has no libcudnn.so without a
# number. ALEXSCOPE_CUDNN_ROOT names another place.
get_filename_component(cuda_root ${ALEXSCOPE_NVCC} REALPATH)
get_filename_component(cuda_root ${cuda_root}/../.. ABSOLUTE)
set(ALEXSCOPE_CUDNN_ROOT "" CACHE PATH "Where cuDNN lies, with include and lib below")
set(cudnn_roots ${ALEXSCOPE_CUDNN_ROOT} ${cuda_root})
find_program(ALEXSCOPE_PYTHON python3)
if(ALEXSCOPE_PYTHON)
    execute_process(
        COMMAND ${ALEXSCOPE_PYTHON} -c "import nvidia.cudnn as p; print(list(p.__path__)[0])"
        OUTPUT_VARIABLE cudnn_package OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    list(APPEND cudnn_roots ${cudnn_package})
endif()
find_path(ALEXSCOPE_CUDNN_INCLUDE cudnn_version.h HINTS ${cudnn_roots} PATH_SUFFIXES include ${CMAKE_LIBRARY_ARCHITECTURE})
find_library(ALEXSCOPE_CUDNN_LIBRARY NAMES cudnn libcudnn.so.9 NAMES_PER_DIR HINTS ${cudnn_roots} PATH_SUFFIXES lib lib64)
if(NOT ALEXSCOPE_CUDNN_INCLUDE OR NOT ALEXSCOPE_CUDNN_LIBRARY)
    set(cuda_remedy "CUDA ${cuda_major} is there, cuDNN is not: install cuDNN 9 or newer, or name its folder by ALEXSCOPE_CUDNN_ROOT")
    return()
endif()
file(STRINGS ${ALEXSCOPE_CUDNN_INCLUDE}/cudnn_version.h cudnn_major REGEX "^#define CUDNN_MAJOR [0-9]+")
string(REGEX REPLACE "[^0-9]" "" cudnn_major "${cudnn_major}")
if(cudnn_major LESS 9)
    set(cuda_remedy "cuDNN in ${ALEXSCOPE_CUDNN_INCLUDE} is version ${cudnn_major}: install cuDNN 9 or newer")
    return()
endif()
# A toolkit may have been installed without its libraries.
find_library(ALEXSCOPE_CUBLAS_LIBRARY cublas HINTS ${cuda_root} PATH_SUFFIXES lib64 lib targets/${CMAKE_SYSTEM_PROCESSOR}-linux/lib)
find_path(ALEXSCOPE_CUBLAS_INCLUDE cublas_v2.h HINTS ${cuda_root} PATH_SUFFIXES include targets/${CMAKE_SYSTEM_PROCESSOR}-linux/include)
if(NOT ALEXSCOPE_CUBLAS_LIBRARY OR NOT ALEXSCOPE_CUBLAS_INCLUDE)
    set(cuda_remedy "CUDA ${cuda_major} is there, cuBLAS is not: install the toolkit's libcublas-dev")
    return()
endif()

# The toolkit may know no compiler as new as this machine's; that is found out once.
if(NOT DEFINED ALEXSCOPE_NVCC_WORKS)
    file(WRITE ${CMAKE_BINARY_DIR}/CMakeFiles/probe.cu "#include <string>\n__global__ void probe() {}\n")
    set(host "")
    if(DEFINED ENV{CUDAHOSTCXX})
        set(host -ccbin $ENV{CUDAHOSTCXX})
    endif()
    execute_process(COMMAND ${ALEXSCOPE_NVCC} ${host} -std=c++17 -c ${CMAKE_BINARY_DIR}/CMakeFiles/probe.cu -o ${CMAKE_BINARY_DIR}/CMakeFiles/probe.o
        RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
    set(works TRUE)
    if(failed)
        set(works FALSE)
    endif()
    set(ALEXSCOPE_NVCC_WORKS ${works} CACHE INTERNAL "")
endif()
if(NOT ALEXSCOPE_NVCC_WORKS)
    set(cuda_remedy "CUDA ${cuda_major} cannot work with this machine's C++ compiler: install a newer toolkit, or name an older compiler in the environment variable CUDAHOSTCXX")
    return()
endif()
set(cuda_found TRUE)
set(cuda_remedy "CUDA ${cuda_major}, cuDNN ${cudnn_major}")
