// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/unpickler.h"

#include "core/error.h"
#include "core/readable_text.h"

#include <algorithm>
#include <utility>

namespace alexscope {

namespace {

/// Operations by their names in Python's pickletools.
enum Operation : std::uint8_t {
    Mark = '(',
    Stop = '.',
    Pop = '0',
    PopMark = '1',
    None = 'N',
    NewTrue = 0x88,
    NewFalse = 0x89,
    BinInt = 'J',
    BinInt1 = 'K',
    BinInt2 = 'M',
    Long1 = 0x8a,
    BinFloat = 'G',
    BinUnicode = 'X',
    ShortBinUnicode = 0x8c,
    BinString = 'T',
    ShortBinString = 'U',
    EmptyDict = '}',
    EmptyList = ']',
    EmptyTuple = ')',
    Tuple = 't',
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    Append = 'a',
    Appends = 'e',
    SetItem = 's',
    SetItems = 'u',
    BinPut = 'q',
    LongBinPut = 'r',
    Memoize = 0x94,
    BinGet = 'h',
    LongBinGet = 'j',
    Protocol = 0x80,
    Frame = 0x95,
    Global = 'c',
    StackGlobal = 0x93,
    BinPersId = 'Q',
    Reduce = 'R',
    Build = 'b',
};

} // namespace

Unpickler::Unpickler(std::span<const std::uint8_t> bytes, std::string origin)
    : m_bytes(bytes.first(std::min(bytes.size(), Pickle::mostBytes))), m_origin(std::move(origin))
{
}

void Unpickler::fail(const std::string& cause) const
{
    throw Error(concat(m_origin, ": is damaged or no pickle of plain tensors: ", cause, " at byte ", position));
}

void Unpickler::refuse(const std::string& global) const
{
    throw Error(concat(m_origin, ": asks to run ", readable(global),
                       "; only plain tensors are read (torch.save of a state_dict writes such a file)"));
}

void Unpickler::run()
{
    for (;;) {
        const std::uint8_t operation = take(1).front();
        if (operation == Stop)
            break;
        if (!structure(operation) && !atom(operation) && !memory(operation) && !object(operation))
            fail(concat("the operation ", int(operation), " is not known"));
    }
    root = pop();
}

std::span<const std::uint8_t> Unpickler::take(std::uint64_t count)
{
    if (count > m_bytes.size() - position)
        fail("it ends too early");
    const auto taken = m_bytes.subspan(position, static_cast<std::size_t>(count));
    position += static_cast<std::size_t>(count);
    return taken;
}

std::uint64_t Unpickler::number(std::size_t bytes)
{
    std::uint64_t value = 0;
    const auto raw = take(bytes);
    for (std::size_t i = bytes; i-- > 0;)
        value = value << 8 | raw[i];
    return value;
}

std::string Unpickler::line()
{
    std::string read;
    for (std::uint8_t c = take(1).front(); c != '\n'; c = take(1).front())
        read += static_cast<char>(c);
    return read;
}

std::string Unpickler::text(std::uint64_t count)
{
    const auto raw = take(count);
    return {reinterpret_cast<const char*>(raw.data()), raw.size()};
}

void Unpickler::push(PickleValue value)
{
    if (values.size() >= Pickle::mostValues)
        fail("it has more values than any network needs");
    m_stack.push_back(static_cast<PickleIndex>(values.size()));
    values.push_back(std::move(value));
}

void Unpickler::pushKind(PickleKind kind)
{
    pushInteger(kind, 0);
}

void Unpickler::pushInteger(PickleKind kind, std::int64_t integer)
{
    PickleValue value;
    value.kind = kind;
    value.integer = integer;
    push(std::move(value));
}

void Unpickler::pushText(std::string text)
{
    PickleValue value;
    value.kind = PickleKind::Text;
    value.text = std::move(text);
    push(std::move(value));
}

PickleValue& Unpickler::top()
{
    if (m_stack.empty())
        fail("the stack is empty");
    return values[m_stack.back()];
}

PickleIndex Unpickler::pop()
{
    if (m_stack.empty() || (!m_marks.empty() && m_stack.size() <= m_marks.back()))
        fail("the stack is empty");
    const PickleIndex index = m_stack.back();
    m_stack.pop_back();
    return index;
}

std::vector<PickleIndex> Unpickler::popToMark()
{
    if (m_marks.empty())
        fail("there is no mark");
    const auto from = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<PickleIndex> items(from, m_stack.end());
    m_stack.erase(from, m_stack.end());
    m_marks.pop_back();
    return items;
}

bool Unpickler::structure(std::uint8_t operation)
{
    switch (operation) {
    case Mark:
        m_marks.push_back(m_stack.size());
        return true;
    case Pop:
        (void)pop();
        return true;
    case PopMark:
        (void)popToMark();
        return true;
    case EmptyDict:
        pushKind(PickleKind::Dictionary);
        return true;
    case EmptyList:
        pushKind(PickleKind::List);
        return true;
    case EmptyTuple:
        pushTuple(0);
        return true;
    case Tuple1:
    case Tuple2:
    case Tuple3:
        pushTuple(operation - Tuple1 + 1u);
        return true;
    case Tuple: {
        PickleValue tuple;
        tuple.kind = PickleKind::Tuple;
        tuple.items = popToMark();
        push(std::move(tuple));
        return true;
    }
    case Append:
        extend(PickleKind::List, {pop()});
        return true;
    case Appends:
        extend(PickleKind::List, popToMark());
        return true;
    case SetItem: {
        const PickleIndex value = pop(), key = pop();
        extend(PickleKind::Dictionary, {key, value});
        return true;
    }
    case SetItems:
        extend(PickleKind::Dictionary, popToMark());
        return true;
    default:
        return false;
    }
}

bool Unpickler::atom(std::uint8_t operation)
{
    switch (operation) {
    case None:
        pushKind(PickleKind::None);
        return true;
    case NewTrue:
    case NewFalse:
        pushInteger(PickleKind::Boolean, operation == NewTrue);
        return true;
    case BinInt:
        pushInteger(PickleKind::Integer, static_cast<std::int32_t>(number(4)));
        return true;
    case BinInt1:
        pushInteger(PickleKind::Integer, static_cast<std::int64_t>(number(1)));
        return true;
    case BinInt2:
        pushInteger(PickleKind::Integer, static_cast<std::int64_t>(number(2)));
        return true;
    case Long1:
        pushLong();
        return true;
    case BinFloat:
        pushReal();
        return true;
    case BinUnicode:
    case BinString:
        pushText(text(number(4)));
        return true;
    case ShortBinUnicode:
    case ShortBinString:
        pushText(text(number(1)));
        return true;
    default:
        return false;
    }
}

bool Unpickler::memory(std::uint8_t operation)
{
    switch (operation) {
    case BinPut:
        put(number(1));
        return true;
    case LongBinPut:
        put(number(4));
        return true;
    case Memoize:
        put(m_memo.size());
        return true;
    case BinGet:
        get(number(1));
        return true;
    case LongBinGet:
        get(number(4));
        return true;
    case Protocol:
        (void)take(1);
        return true;
    case Frame:
        (void)take(8);
        return true;
    default:
        return false;
    }
}

bool Unpickler::object(std::uint8_t operation)
{
    switch (operation) {
    case Global: {
        const std::string module = line();
        pushGlobal(module, line());
        return true;
    }
    case StackGlobal: {
        const PickleIndex name = pop(), module = pop();
        if (values[name].kind != PickleKind::Text || values[module].kind != PickleKind::Text)
            fail("a name is expected");
        pushGlobal(std::string(values[module].text), std::string(values[name].text));
        return true;
    }
    case BinPersId:
        persistent();
        return true;
    case Reduce:
        reduce();
        return true;
    case Build:
        build();
        return true;
    default:
        return false;
    }
}

/// Whole numbers of up to eight bytes; tensors need no larger ones.
void Unpickler::pushLong()
{
    const std::size_t count = static_cast<std::size_t>(number(1));
    if (count > 8)
        fail("a number is too large");
    std::uint64_t value = number(count);
    if (count > 0 && count < 8 && value >> (8 * count - 1) & 1)
        value |= ~std::uint64_t{0} << 8 * count; // two's complement
    pushInteger(PickleKind::Integer, static_cast<std::int64_t>(value));
}

/// Only kept as a kind: nothing here needs its value.
void Unpickler::pushReal()
{
    (void)take(8);
    pushKind(PickleKind::Real);
}

void Unpickler::pushTuple(std::size_t count)
{
    PickleValue tuple;
    tuple.kind = PickleKind::Tuple;
    for (std::size_t i = 0; i < count; ++i)
        tuple.items.push_back(pop());
    std::reverse(tuple.items.begin(), tuple.items.end());
    push(std::move(tuple));
}

void Unpickler::extend(PickleKind kind, const std::vector<PickleIndex>& items)
{
    PickleValue& container = top();
    if (container.kind != kind || (kind == PickleKind::Dictionary && items.size() % 2 != 0))
        fail("something is added to what cannot hold it");
    container.items.insert(container.items.end(), items.begin(), items.end());
}

void Unpickler::get(std::uint64_t key)
{
    const auto found = m_memo.find(key);
    if (found == m_memo.end())
        fail("it refers to what was never there");
    m_stack.push_back(found->second);
}

void Unpickler::put(std::uint64_t key)
{
    (void)top();
    m_memo[key] = m_stack.back();
}

} // namespace alexscope
