// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verification/self_test.h"

#include "core/error.h"
#include "core/network/network_text.h"
#include "core/verification/layer_cases.h"
#include "core/verification/layer_check.h"
#include "core/verification/network_check.h"
#include "core/verification/verification_networks.h"

#include <limits>

namespace alexscope {
namespace {

class SelfTest {
public:
    SelfTest(Backend& backend, const SelfTestOptions& options) : m_backend(backend), m_options(options) {}

    std::vector<CheckRow> run()
    {
        for (const LayerCase& one : layerCases())
            attempt(one.name, [&] { return checkCase(one); });
        for (const NetworkSpec& network : {tinyAlexNet(), tinyVariety()})
            attempt(network.name, [&] {
                return checkNetwork(m_backend, network, m_options.precision, networkTolerance(m_options.precision));
            });
        for (const std::string& name : m_options.networks)
            attempt(name, [&] { return checkShapesOf(name); });
        return std::move(m_rows);
    }

private:
    template <typename Check>
    void attempt(const std::string& item, Check check)
    {
        std::vector<CheckRow> rows;
        try {
            rows = check();
        } catch (const Error& error) {
            rows.push_back({item, error.what(), std::numeric_limits<double>::infinity(), 0, ""});
        }
        for (CheckRow& row : rows)
            add(std::move(row));
    }

    void add(CheckRow row)
    {
        if (m_options.onRow)
            m_options.onRow(row);
        m_rows.push_back(std::move(row));
    }

    std::vector<CheckRow> checkCase(const LayerCase& one)
    {
        Network network(one.network, m_backend, {one.batch, m_options.precision, true, false});
        LayerCheck check{one.name, one.layer, layerTolerance(m_options.precision), one.labelled};
        if (one.testPhase)
            check.context.phase = Phase::Test;
        return checkLayer(network, check);
    }

    std::vector<CheckRow> checkShapesOf(const std::string& name)
    {
        const NetworkSpec spec = resolved(loadNetwork(name));
        {
            Network network(spec, m_backend, {m_options.networkBatch, m_options.precision, true, false});
            for (int i = 0; i < static_cast<int>(spec.layers.size()); ++i) {
                const std::string item = spec.name + " " + spec.layers[static_cast<std::size_t>(i)].name;
                attempt(item, [&] { return checkLayer(network, {item, i, layerTolerance(m_options.precision)}); });
            }
        }
        return checkFusion(m_backend, spec, m_options.precision, m_options.networkBatch);
    }

    static NetworkSpec resolved(const NetworkSpec& network)
    {
        return network.followsClasses() ? network.withClasses(network.classes) : network;
    }

    Backend& m_backend;
    const SelfTestOptions& m_options;
    std::vector<CheckRow> m_rows;
};

} // namespace

double layerTolerance(Precision precision)
{
    return precision == Precision::Bf16 ? 1e-2 : 1e-5;
}

double networkTolerance(Precision precision)
{
    return precision == Precision::Bf16 ? 3e-2 : 1e-5;
}

std::vector<CheckRow> selfTest(Backend& backend, const SelfTestOptions& options)
{
    return SelfTest(backend, options).run();
}

} // namespace alexscope
