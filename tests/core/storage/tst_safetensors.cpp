// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/safetensors.h"

#include "core/error.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <random>

using namespace alexscope;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes fileOf(const std::string& header, const Bytes& data, std::uint64_t claimedLength)
{
    Bytes bytes(8 + header.size() + data.size());
    std::memcpy(bytes.data(), &claimedLength, 8);
    std::copy(header.begin(), header.end(), bytes.begin() + 8);
    std::copy(data.rbegin(), data.rend(), bytes.rbegin());
    return bytes;
}

Bytes fileOf(const std::string& header, const Bytes& data = {})
{
    return fileOf(header, data, header.size());
}

std::string tensorText(const std::string& type, const std::string& shape, const std::string& offsets)
{
    return concat("{\"a\":{\"dtype\":\"", type, "\",\"shape\":", shape, ",\"data_offsets\":", offsets, "}}");
}

} // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name = "x.safetensors") const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    std::filesystem::path put(const Bytes& bytes) const
    {
        std::ofstream(path(), std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return path();
    }
    static Bytes get(const std::filesystem::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    /// What opening says, or "" when it succeeds.
    std::string fault(const Bytes& bytes) const
    {
        try {
            const SafetensorsFile file(put(bytes));
            for (const StoredTensor& tensor : file.tensors())
                (void)file.readFloats(tensor);
            return {};
        } catch (const Error& error) {
            return error.what();
        }
    }
    std::filesystem::path writeSample() const
    {
        SafetensorsWriter writer;
        writer.setMetadata("note", "한글 \"quoted\"\n");
        writer.add("weights", {2, 3}, std::vector<float>{1, -2, 3.5f, 0, 1e-30f, 7});
        writer.add("exact", {1}, std::vector<double>{0.1});
        writer.add("labels", {3}, std::vector<std::int64_t>{-1, 0, std::int64_t{1} << 40});
        writer.add("empty", {0, 4}, std::vector<float>{});
        writer.write(path());
        return path();
    }

private slots:
    void whatIsWrittenIsReadAgain()
    {
        const SafetensorsFile file(writeSample());
        QCOMPARE(file.metadata().at("note"), std::string("한글 \"quoted\"\n"));
        QCOMPARE(file.tensors().size(), std::size_t{4});
        const StoredTensor& weights = file.require("weights");
        QCOMPARE(weights.shape, (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(weights.count(), 6);
        QCOMPARE(file.readFloats(weights), (std::vector<float>{1, -2, 3.5f, 0, 1e-30f, 7}));
        QCOMPARE(file.readDoubles(file.require("exact")), std::vector<double>{0.1});
        QCOMPARE(file.readFloats(file.require("exact")), std::vector<float>{0.1f});
        QCOMPARE(file.readIntegers(file.require("labels")), (std::vector<std::int64_t>{-1, 0, std::int64_t{1} << 40}));
        QVERIFY(file.readFloats(file.require("empty")).empty());
        QVERIFY(!file.find("nothing"));
        QVERIFY_THROWS_EXCEPTION(Error, file.require("nothing"));
        QVERIFY_THROWS_EXCEPTION(Error, file.readIntegers(weights));
    }

    void theDataPartIsAligned()
    {
        const Bytes bytes = get(writeSample());
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.data(), 8);
        QCOMPARE(length % 8, std::uint64_t{0});
    }

    void foreignElementTypesAreConverted()
    {
        const Bytes halves{0x00, 0x3C, 0x00, 0xC0, 0x01, 0x00, 0xFF, 0x7B, 0x00, 0x7C}; // 1, -2, 2^-24, 65504, inf
        const SafetensorsFile half(put(fileOf(tensorText("F16", "[5]", "[0,10]"), halves)));
        QCOMPARE(half.readDoubles(half.require("a")),
                 (std::vector<double>{1, -2, std::ldexp(1.0, -24), 65504, HUGE_VAL}));
        const SafetensorsFile brain(
            put(fileOf(tensorText("BF16", "[2]", "[0,4]"), {0x80, 0x3F, 0x49, 0xC0}))); // 1, -3.140625
        QCOMPARE(brain.readFloats(brain.require("a")), (std::vector<float>{1, -3.140625f}));
        const SafetensorsFile bytes(put(fileOf(tensorText("U8", "[]", "[0,1]"), {200})));
        QCOMPARE(bytes.readFloats(bytes.require("a")), std::vector<float>{200});
        const SafetensorsFile ints(put(fileOf(tensorText("I32", "[1]", "[0,4]"), {0xFE, 0xFF, 0xFF, 0xFF})));
        QCOMPARE(ints.readIntegers(ints.require("a")), std::vector<std::int64_t>{-2});
    }

    void hostileFilesAreErrors_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const Bytes& bytes, const char* says) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                              static_cast<qsizetype>(bytes.size()))
                                << QString(says);
        };
        const std::string good = tensorText("F32", "[1]", "[0,4]");
        row("empty", {}, "no safetensors");
        row("seven bytes", Bytes(7), "no safetensors");
        row("length beyond file", fileOf(good, Bytes(4), good.size() + 100), "header of");
        row("length near 2^64", fileOf(good, Bytes(4), ~std::uint64_t{0}), "header of");
        row("length near 2^64 minus 8", fileOf(good, Bytes(4), ~std::uint64_t{0} - 7), "header of");
        row("length zero", fileOf(good, Bytes(4), 0), "does not begin");
        row("byte-order mark", fileOf(concat("\xEF\xBB\xBF", good), Bytes(4)), "does not begin");
        row("blank first", fileOf(concat(" ", good), Bytes(4)), "does not begin");
        row("array", fileOf("[]"), "does not begin");
        row("broken JSON", fileOf("{\"a\":"), "JSON");
        row("text after JSON", fileOf(good + "x", Bytes(4)), "JSON");
        row("invalid UTF-8", fileOf("{\"\xFF\":{}}"), "JSON");
        row("number too large", fileOf(tensorText("F32", "[1e999]", "[0,4]"), Bytes(4)), "JSON");
        std::string deep;
        for (int i = 0; i < 500'000; ++i)
            deep += "{\"a\":";
        row("deep objects", fileOf(deep), "unknown field");
        row("deep arrays", fileOf("{\"a\":{\"shape\":" + std::string(500'000, '[')), "list");
        row("duplicate tensors", fileOf(concat("{", good.substr(1, good.size() - 2), ",", good.substr(1)), Bytes(4)),
            "twice");
        row("duplicate fields",
            fileOf("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", Bytes(4)),
            "twice");
        row("duplicate metadata", fileOf("{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}"), "twice");
        row("metadata number", fileOf("{\"__metadata__\":{\"k\":1}}"), "number");
        row("metadata object", fileOf("{\"__metadata__\":{\"k\":{}}}"), "object");
        row("no type", fileOf("{\"a\":{\"shape\":[1],\"data_offsets\":[0,4]}}", Bytes(4)), "lacks");
        row("no shape", fileOf("{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}", Bytes(4)), "lacks");
        row("one offset", fileOf(tensorText("F32", "[1]", "[4]"), Bytes(4)), "lacks");
        row("three offsets", fileOf(tensorText("F32", "[1]", "[0,4,4]"), Bytes(4)), "number");
        row("unknown type", fileOf(tensorText("C64", "[1]", "[0,8]"), Bytes(8)), "C64");
        row("unknown field",
            fileOf("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":\"\"}}", Bytes(4)),
            "unknown field");
        row("negative extent", fileOf(tensorText("F32", "[-1]", "[0,4]"), Bytes(4)), "negative");
        row("fractional extent", fileOf(tensorText("F32", "[1.0]", "[0,4]"), Bytes(4)), "fraction");
        row("extent beyond int64", fileOf(tensorText("F32", "[9223372036854775808]", "[0,4]"), Bytes(4)), "extent");
        row("product overflows", fileOf(tensorText("F32", "[4294967296,4294967297,1]", "[0,4]"), Bytes(4)), "shape");
        row("product wraps to 4", fileOf(tensorText("U8", "[4611686018427387905,4]", "[0,4]"), Bytes(4)), "shape");
        row("too many dimensions", fileOf(tensorText("F32", "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]", "[0,4]"), Bytes(4)),
            "dimensions");
        row("offsets swapped", fileOf(tensorText("F32", "[1]", "[4,0]"), Bytes(4)), "before it begins");
        row("length differs", fileOf(tensorText("F32", "[2]", "[0,4]"), Bytes(4)), "shape");
        row("beyond the end", fileOf(tensorText("F32", "[2]", "[0,8]"), Bytes(4)), "cut off");
        row("offset near 2^64",
            fileOf(tensorText("F32", "[1]", "[18446744073709551608,18446744073709551612]"), Bytes(4)), "cut off");
        row("hidden bytes", fileOf(good, Bytes(5)), "no tensor");
        row("gap at the start", fileOf(tensorText("F32", "[1]", "[4,8]"), Bytes(8)), "gap");
        row("overlap",
            fileOf("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":"
                   "[1],\"data_offsets\":[4,8]}}",
                   Bytes(8)),
            "overlaps");
    }
    void hostileFilesAreErrors()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        const std::string message = fault(Bytes(file.begin(), file.end()));
        QVERIFY2(message.find(says.toStdString()) != std::string::npos, message.c_str());
        QVERIFY2(message.find("x.safetensors") != std::string::npos, message.c_str());
    }

    void everyTruncationIsAnError()
    {
        const Bytes whole = get(writeSample());
        QCOMPARE(fault(whole), std::string());
        for (std::size_t length = 0; length < whole.size(); ++length)
            QVERIFY2(!fault(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length))).empty(),
                     qPrintable(QString("cut to %1 bytes").arg(length)));
    }

    void changedBytesNeverCrash()
    {
        const Bytes whole = get(writeSample());
        std::mt19937 random(2012);
        int errors = 0;
        for (int round = 0; round < 3000; ++round) {
            Bytes changed = whole;
            for (int i = 0; i <= static_cast<int>(random() % 3); ++i)
                changed[random() % changed.size()] = static_cast<std::uint8_t>(random());
            errors += !fault(changed).empty();
        }
        QVERIFY(errors > 1000); // most of the file is header, where hardly any change is harmless
    }

    void theFileIsReadAsItWasOpened()
    {
        const SafetensorsFile file(writeSample());
        SafetensorsWriter other;
        other.add("weights", {1}, std::vector<float>{9});
        other.write(path());
        QCOMPARE(file.readFloats(file.require("weights"))[1], -2.0f);
    }

    void onlyFilesAreOpened()
    {
        QVERIFY_THROWS_EXCEPTION(Error, SafetensorsFile(path("absent")));
        QVERIFY_THROWS_EXCEPTION(Error, SafetensorsFile(std::filesystem::path(m_folder.path().toStdString())));
        QVERIFY_THROWS_EXCEPTION(Error, SafetensorsFile("/dev/zero"));
    }

    void theWriterRefusesNonsense()
    {
        SafetensorsWriter writer;
        writer.add("a", {1}, std::vector<float>{1});
        QVERIFY_THROWS_EXCEPTION(Error, writer.add("a", {1}, std::vector<float>{1}));
        QVERIFY_THROWS_EXCEPTION(Error, writer.add("b", {2}, std::vector<float>{1}));
        QVERIFY_THROWS_EXCEPTION(Error, writer.add("__metadata__", {1}, std::vector<float>{1}));
        writer.setMetadata("bad", "\xFF");
        QVERIFY_THROWS_EXCEPTION(Error, writer.write(path("bad")));
        QVERIFY(!std::filesystem::exists(path("bad")));
    }
};

QTEST_GUILESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
