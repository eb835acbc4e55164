// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/initial_weights.h"

#include "core/error.h"
#include "core/formats/import.h"
#include "core/network/initial_values.h"
#include "core/storage/starting_weights.h"
#include "gui/look/engine_sentences.h"

#include <QApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {

/// Two of the largest tensors a snapshot carries.
constexpr std::size_t mostBytes = 128u << 20;

std::size_t bytesOf(const std::shared_ptr<const HostTensor>& values)
{
    return values ? values->values.size() * sizeof(float) : 0;
}

bool beginTheSame(const RunDescription& a, const RunDescription& b)
{
    return a.spec.seed == b.spec.seed && a.spec.weights == b.spec.weights && a.network.layers == b.network.layers &&
           a.network.input == b.network.input;
}

} // namespace

HostTensor initialValuesOf(const RunDescription& run, const std::string& parameter)
{
    const std::vector<ParameterInfo> parameters = parametersOf(run.network);
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const ParameterInfo& info) { return info.name == parameter; });
    if (found == parameters.end())
        throw Error(concat("The network ", run.network.name, " has no parameter called ", parameter));
    HostTensor tensor(found->shape);
    if (!run.spec.weights.empty()) {
        const StartingWeights start(openAnyKnownWeights(run.spec.weights, run.network), run.network,
                                    run.otherClasses.value_or(run.data.classNames));
        if (start.takes(run.network.layers[static_cast<std::size_t>(found->layer)].name)) {
            tensor.values = start.values(*found);
            return tensor;
        }
    }
    if (found->isBias)
        std::fill(tensor.values.begin(), tensor.values.end(), static_cast<float>(found->initialValue));
    else
        fillNormal(tensor.values, found->initialStd, run.spec.seed, static_cast<int>(found - parameters.begin()));
    return tensor;
}

void InitialWeights::setRun(std::shared_ptr<const RunDescription> run)
{
    const bool same = run && m_run && beginTheSame(*run, *m_run);
    m_run = std::move(run);
    if (same)
        return;
    ++m_ticket;
    m_kept.clear();
}

std::shared_ptr<const HostTensor> InitialWeights::of(const std::string& parameter)
{
    if (!m_run || parameter.empty())
        return nullptr;
    const auto found =
        std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept& kept) { return kept.parameter == parameter; });
    if (found != m_kept.end()) {
        std::rotate(found, found + 1, m_kept.end());
        return m_kept.back().values;
    }
    m_kept.push_back({parameter, nullptr});
    compute(parameter);
    return nullptr;
}

void InitialWeights::compute(const std::string& parameter)
{
    const auto parameters = parametersOf(m_run->network);
    const auto info =
        std::find_if(parameters.begin(), parameters.end(), [&](const ParameterInfo& p) { return p.name == parameter; });
    if (info == parameters.end() ||
        static_cast<std::size_t>(info->shape.count()) * sizeof(float) > ProbeRequest{}.byteBudget)
        return; // nobody sees today's values either
    QThreadPool::globalInstance()->start(
        [self = QPointer<InitialWeights>(this), run = m_run, parameter, ticket = m_ticket] {
            std::shared_ptr<const HostTensor> values;
            QString why;
            try {
                values = std::make_shared<HostTensor>(initialValuesOf(*run, parameter));
            } catch (const std::exception& error) {
                why = shownSentence(error.what());
            }
            QMetaObject::invokeMethod(
                qApp,
                [self, parameter, ticket, values, why] {
                    if (!self || self->m_ticket != ticket)
                        return;
                    if (values)
                        self->take(parameter, values);
                    else
                        emit self->failed(why);
                },
                Qt::QueuedConnection);
        });
}

void InitialWeights::take(const std::string& parameter, std::shared_ptr<const HostTensor> values)
{
    for (Kept& kept : m_kept)
        if (kept.parameter == parameter)
            kept.values = std::move(values);
    makeRoom();
    emit arrived(QString::fromStdString(parameter));
}

void InitialWeights::makeRoom()
{
    std::size_t bytes = 0;
    for (auto kept = m_kept.rbegin(); kept != m_kept.rend(); ++kept)
        bytes += bytesOf(kept->values);
    while (bytes > mostBytes && m_kept.size() > 1) {
        bytes -= bytesOf(m_kept.front().values);
        m_kept.erase(m_kept.begin());
    }
}

} // namespace alexscope::gui
