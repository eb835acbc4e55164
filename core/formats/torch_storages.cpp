// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/torch_storages.h"

#include "core/error.h"
#include "core/storage/element_bytes.h"
#include "core/storage/file.h"
#include "core/storage/safetensors_header.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>

namespace alexscope {

namespace {

/// Past the magic number's pickle.
constexpr std::size_t legacyStart = 15;
constexpr std::int64_t legacyProtocol = 1001;
constexpr std::uint64_t countBytes = 8;

const PickleValue& stateDictionary(const Pickle& pickle, const std::string& origin)
{
    const PickleValue& root = pickle.root();
    if (root.kind != PickleKind::Dictionary)
        throw Error(concat(origin, ": holds no dictionary of tensors; save the network's state_dict()"));
    for (const char* key : {"state_dict", "model"})
        if (const PickleValue* inner = pickle.find(root, key); inner && inner->kind == PickleKind::Dictionary)
            return *inner;
    return root;
}

ForeignTensor tensorOf(const Pickle& pickle, const std::string& name, const PickleValue& tensor,
                       const std::shared_ptr<const TorchStorages>& storages)
{
    const PickleValue& storage = pickle.at(tensor.items.front());
    const std::uint64_t size = elementSize(storage.type);
    std::int64_t count = 1; // checked when the pickle was read
    for (const std::int64_t extent : tensor.shape)
        count *= extent;
    const std::uint64_t offset = static_cast<std::uint64_t>(tensor.integer) * size;
    const std::uint64_t bytes = static_cast<std::uint64_t>(count) * size;
    storages->check(storage.text, offset + bytes);
    return {name, tensor.shape, [storages, key = storage.text, type = storage.type, offset, bytes] {
                return toFloats(storages->read(key, offset, bytes), type);
            }};
}

/// The numbers of an old file: where each storage begins and how many bytes it has.
class LegacyStorages final : public TorchStorages {
public:
    LegacyStorages(FileHandle file, std::string origin) : m_file(std::move(file)), m_origin(std::move(origin)) {}

    void add(const std::string& key, std::uint64_t offset, std::uint64_t bytes) { m_places[key] = {offset, bytes}; }
    const FileHandle& file() const { return m_file; }

    void check(const std::string& key, std::uint64_t bytes) const override
    {
        const auto found = m_places.find(key);
        if (found == m_places.end() || bytes > found->second.bytes)
            throw Error(concat(m_origin, ": the numbers of a tensor are not in the file; it is cut off or damaged"));
    }
    std::vector<std::uint8_t> read(const std::string& key, std::uint64_t offset, std::uint64_t bytes) const override
    {
        check(key, offset + bytes);
        std::vector<std::uint8_t> raw(static_cast<std::size_t>(bytes));
        m_file.read(m_places.at(key).offset + offset, raw);
        return raw;
    }

private:
    struct Place {
        std::uint64_t offset = 0, bytes = 0;
    };
    FileHandle m_file;
    std::string m_origin;
    std::map<std::string, Place> m_places;
};

/// Element type of every storage that some tensor uses.
std::map<std::string, ElementType> typesOfStorages(const Pickle& pickle)
{
    std::map<std::string, ElementType> types;
    for (const PickleValue& value : pickle.values())
        if (value.kind == PickleKind::Storage)
            types[value.text] = value.type;
    return types;
}

void requireLittleEndian(const Pickle& system, const std::string& origin)
{
    const PickleValue* little = system.find(system.root(), "little_endian");
    if (!little || little->kind != PickleKind::Boolean || little->integer == 0)
        throw Error(concat(origin, ": was written on a big-endian machine; save it again on another"));
}

/// The keys in the order in which the numbers follow, then for each: a count and the numbers.
void findStorages(LegacyStorages& storages, const Pickle& model, const Pickle& keys, std::uint64_t position,
                  const std::string& origin)
{
    const std::uint64_t size = storages.file().size();
    const std::map<std::string, ElementType> types = typesOfStorages(model);
    for (const PickleIndex index : keys.root().items) {
        const auto type = types.find(keys.at(index).text);
        if (type == types.end())
            throw Error(concat(origin, ": has numbers that belong to no tensor; it is damaged"));
        if (size - position < countBytes)
            throw Error(concat(origin, ": ends before the numbers of its tensors; it is cut off"));
        std::array<std::uint8_t, countBytes> raw{};
        storages.file().read(position, raw);
        position += countBytes;
        const auto count = std::bit_cast<std::uint64_t>(raw);
        const std::uint64_t element = elementSize(type->second);
        if (count > (size - position) / element)
            throw Error(concat(origin, ": ends before the numbers of its tensors; it is cut off"));
        storages.add(type->first, position, count * element);
        position += count * element;
    }
}

} // namespace

ForeignModel modelOfPickle(const Pickle& pickle, const std::shared_ptr<const TorchStorages>& storages,
                           const std::filesystem::path& path)
{
    ForeignModel model;
    model.path = path;
    model.format = WeightFormat::Torch;
    model.order = ChannelOrder::Rgb;
    std::vector<ForeignTensor> tensors;
    const std::string file = path.string();
    const PickleValue& state = stateDictionary(pickle, file);
    for (std::size_t i = 0; i + 1 < state.items.size(); i += 2) {
        const PickleValue &name = pickle.at(state.items[i]), &value = pickle.at(state.items[i + 1]);
        if (name.kind != PickleKind::Text || value.kind != PickleKind::Tensor)
            continue;
        // A few bytes of the pickle may name the same text and tensor again and again.
        if (name.text.size() > longestTensorName || tensors.size() > mostTensors)
            throw Error(concat(file, ": has more tensors, or longer names, than any network here"));
        tensors.push_back(tensorOf(pickle, name.text, value, storages));
    }
    if (tensors.empty())
        throw Error(concat(file, ": holds no tensors; save the network's state_dict()"));
    groupIntoLayers(std::move(tensors), model);
    return model;
}

ForeignModel readLegacyTorchModel(const std::filesystem::path& path)
{
    const std::string origin = path.string();
    auto storages = std::make_shared<LegacyStorages>(FileHandle::openToRead(path), origin);
    const std::uint64_t size = storages->file().size();
    std::vector<std::uint8_t> start(static_cast<std::size_t>(std::min<std::uint64_t>(size, 2 * Pickle::mostBytes)));
    storages->file().read(0, start);
    std::span<const std::uint8_t> rest(start);
    rest = rest.subspan(std::min(legacyStart, rest.size()));
    const auto next = [&] {
        Pickle pickle(rest, origin);
        rest = rest.subspan(pickle.length());
        return pickle;
    };
    const Pickle protocol = next();
    if (protocol.root().kind != PickleKind::Integer || protocol.root().integer != legacyProtocol)
        throw Error(concat(origin, ": is of a version of PyTorch's files that is not known"));
    requireLittleEndian(next(), origin);
    const Pickle model = next();
    const Pickle keys = next();
    findStorages(*storages, model, keys, start.size() - rest.size(), origin);
    ForeignModel read = modelOfPickle(model, storages, path);
    read.format = WeightFormat::TorchLegacy;
    return read;
}

} // namespace alexscope
