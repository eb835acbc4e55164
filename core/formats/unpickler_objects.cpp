// SPDX-License-Identifier: GPL-3.0-or-later
// The few functions and classes a state_dict asks for, as values.
#include "core/error.h"
#include "core/formats/foreign_model.h"
#include "core/formats/unpickler.h"

#include <algorithm>
#include <array>
#include <utility>

namespace alexscope {

namespace {

constexpr const char* orderedDictionary = "collections.OrderedDict";
constexpr const char* rebuildTensorName = "torch._utils._rebuild_tensor_v2";
constexpr const char* rebuildParameterName = "torch._utils._rebuild_parameter";

struct StorageName {
    const char* name;
    ElementType type;
};
constexpr std::array<StorageName, 4> storageNames{{{"torch.FloatStorage", ElementType::F32},
                                                   {"torch.HalfStorage", ElementType::F16},
                                                   {"torch.BFloat16Storage", ElementType::Bf16},
                                                   {"torch.DoubleStorage", ElementType::F64}}};

const StorageName* findStorage(const std::string& name)
{
    const auto found =
        std::find_if(storageNames.begin(), storageNames.end(), [&](const StorageName& s) { return s.name == name; });
    return found == storageNames.end() ? nullptr : &*found;
}

} // namespace

void Unpickler::pushGlobal(const std::string& module, const std::string& name)
{
    const std::string global = module + "." + name;
    if (global != orderedDictionary && global != rebuildTensorName && global != rebuildParameterName &&
        !findStorage(global))
        refuse(global);
    PickleValue value;
    value.kind = PickleKind::Global;
    value.text = global;
    push(std::move(value));
}

/// ('storage', torch.FloatStorage, key, place, count), and in files of before 1.6 a view, None.
void Unpickler::persistent()
{
    const PickleValue& id = values[pop()];
    const auto item = [&](std::size_t i) -> const PickleValue& { return values[id.items[i]]; };
    if (id.kind != PickleKind::Tuple || (id.items.size() != 5 && id.items.size() != 6) || item(0).text != "storage" ||
        item(1).kind != PickleKind::Global || item(2).kind != PickleKind::Text || item(4).kind != PickleKind::Integer ||
        (id.items.size() == 6 && item(5).kind != PickleKind::None))
        fail("a storage is described in a way that is not known");
    const StorageName* storage = findStorage(item(1).text);
    if (!storage)
        refuse(item(1).text);
    if (item(2).text.size() > Pickle::longestName) // each use of it would be another copy
        fail("the name of a storage is too long");
    PickleValue value;
    value.kind = PickleKind::Storage;
    value.text = item(2).text;
    value.type = storage->type;
    value.integer = item(4).integer;
    push(std::move(value));
}

void Unpickler::reduce()
{
    const PickleIndex argumentIndex = pop(), function = pop();
    const PickleValue& arguments = values[argumentIndex]; // until something is pushed
    if (arguments.kind != PickleKind::Tuple || values[function].kind != PickleKind::Global)
        fail("something is called that is no function");
    const std::string name = values[function].text;
    if (name == orderedDictionary && arguments.items.empty())
        pushKind(PickleKind::Dictionary);
    else if (name == rebuildTensorName)
        rebuildTensor(arguments);
    else if (name == rebuildParameterName && !arguments.items.empty() &&
             values[arguments.items[0]].kind == PickleKind::Tensor)
        m_stack.push_back(arguments.items[0]);
    else
        refuse(name + " in an unusual way");
}

/// State of an object: state_dicts carry their version numbers this way, which do not matter here.
void Unpickler::build()
{
    const PickleKind state = values[pop()].kind;
    if (top().kind != PickleKind::Dictionary || state != PickleKind::Dictionary)
        refuse("__setstate__ of an object");
}

std::vector<std::int64_t> Unpickler::integers(PickleIndex tuple) const
{
    std::vector<std::int64_t> numbers;
    if (values[tuple].kind != PickleKind::Tuple)
        fail("a tensor has no shape");
    for (const PickleIndex item : values[tuple].items) {
        if (values[item].kind != PickleKind::Integer)
            fail("a tensor's shape is not made of numbers");
        numbers.push_back(values[item].integer);
    }
    return numbers;
}

/// (storage, where it begins, shape, strides, …): row by row, inside the storage.
void Unpickler::rebuildTensor(const PickleValue& arguments)
{
    if (arguments.items.size() < 4 || values[arguments.items[0]].kind != PickleKind::Storage ||
        values[arguments.items[1]].kind != PickleKind::Integer)
        fail("a tensor is described in a way that is not known");
    const std::int64_t stored = values[arguments.items[0]].integer;
    PickleValue tensor;
    tensor.kind = PickleKind::Tensor;
    tensor.items = {arguments.items[0]};
    tensor.integer = values[arguments.items[1]].integer;
    tensor.shape = integers(arguments.items[2]);
    const std::vector<std::int64_t> strides = integers(arguments.items[3]);
    if (strides.size() != tensor.shape.size())
        fail("a tensor's shape and strides do not go together");
    const std::int64_t count = checkedCount(tensor.shape, m_origin, "a tensor");
    if (tensor.integer < 0 || tensor.integer > stored || count > stored - tensor.integer)
        fail("a tensor is larger than its storage");
    std::int64_t expected = 1;
    for (std::size_t i = count > 0 ? tensor.shape.size() : 0; i-- > 0;) {
        if (tensor.shape[i] > 1 && strides[i] != expected)
            fail("a tensor does not lie row by row (save it after .contiguous())");
        expected *= tensor.shape[i];
    }
    push(std::move(tensor));
}

} // namespace alexscope
