// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/mapped_file.h"

#include "core/error.h"
#include "datasets/bounded_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace alexscope::datasets {

MappedFile::MappedFile(const std::filesystem::path& file)
{
    const BoundedFile check(file); // says clearly what is wrong with it
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0 || status.st_size < 1) {
        if (descriptor >= 0)
            ::close(descriptor);
        throw Error(concat(file.string(), " is empty or cannot be opened."));
    }
    m_size = static_cast<std::size_t>(status.st_size);
    void* const place = ::mmap(nullptr, m_size, PROT_READ, MAP_SHARED, descriptor, 0);
    ::close(descriptor); // the mapping stays
    if (place == MAP_FAILED)
        throw Error(concat(file.string(), " cannot be mapped into memory."));
    m_data = static_cast<const std::uint8_t*>(place);
}

MappedFile::~MappedFile()
{
    ::munmap(const_cast<std::uint8_t*>(m_data), m_size);
}

} // namespace alexscope::datasets
