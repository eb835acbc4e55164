// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/exciting_answer.h"

#include "core/error.h"
#include "gui/look/pictures.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace alexscope::gui {

namespace {

struct PatchWords {
    Q_DECLARE_TR_FUNCTIONS(ExcitingPatches)
};

const ExcitingPatches& patchesOf(const ExcitingQuestion& question)
{
    const std::vector<LayerPatches>& layers = question.index->features->patches;
    const auto found = std::find_if(layers.begin(), layers.end(),
                                    [&](const LayerPatches& one) { return one.layer == question.layer.toStdString(); });
    if (found == layers.end())
        throw Error(PatchWords::tr("The index has no patches of %1.").arg(question.layer).toStdString());
    if (question.unit >= static_cast<int>(found->patches.units()))
        throw Error(PatchWords::tr("%1 has no unit %2.").arg(question.layer).arg(question.unit).toStdString());
    return found->patches;
}

/// Turns places in a set into pictures; each picture is read once.
class PatchReader {
public:
    PatchReader(const IndexedSet& index, const QString& layer)
        : m_index(index), m_network(index.run->network),
          m_geometry(index.run->geometry[static_cast<std::size_t>(featureOutput(m_network, layer.toStdString()))])
    {
    }

    ShownPatch read(const ExcitingPatch& patch, int unit)
    {
        const Dataset& set = setOf(*m_index.run, m_index.choice.set);
        ShownPatch shown;
        shown.id = {m_index.choice.set, patch.picture};
        shown.unit = unit;
        shown.place = {patch.x, patch.y};
        shown.value = static_cast<double>(patch.value);
        const PatchRectangle seen = seenBy(m_network, m_geometry, patch.x, patch.y);
        shown.field = {seen.x, seen.y, seen.width, seen.height};
        shown.crop = cropOf(set, patch.picture);
        shown.name = QString::fromStdString(set.name(patch.picture));
        shown.label = set.label(patch.picture);
        return shown;
    }

private:
    QImage cropOf(const Dataset& set, std::uint32_t picture)
    {
        const auto known = m_crops.find(picture);
        if (known != m_crops.end())
            return known->second;
        QImage crop;
        try {
            Image scratch;
            const Augmenter& augmenter = *m_index.run->augmenter;
            crop = toQImage(augmenter.applyForDisplay(set.image(picture, scratch), augmenter.centreTransform()));
        } catch (const Error&) {
            // It vanished: its place stays empty, value and place are still true.
        }
        return m_crops.emplace(picture, crop).first->second;
    }

    const IndexedSet& m_index;
    const NetworkSpec& m_network;
    const LayerGeometry& m_geometry;
    std::map<std::uint32_t, QImage> m_crops;
};

} // namespace

QString excitingLayer(const NetworkSpec& network, const QString& layer)
{
    const int chosen = network.indexOf(layer.toStdString());
    QString last;
    for (const std::string& one : unitLayers(network))
        if (chosen < 0 ? last.isEmpty() : network.indexOf(one) <= chosen)
            last = QString::fromStdString(one);
    return last;
}

ExcitingAnswer excitingOf(const ExcitingQuestion& question)
{
    const ExcitingPatches& patches = patchesOf(question);
    ExcitingAnswer answer;
    answer.question = question;
    PatchReader reader(*question.index, question.layer);
    const int units = static_cast<int>(patches.units());
    for (int unit = 0; unit < units; ++unit) {
        const auto best = patches.of(static_cast<std::size_t>(unit));
        answer.silent += best.empty();
        if (question.unit < 0 && !best.empty() && std::ssize(answer.patches) < ExcitingAnswer::mostUnits)
            answer.patches.push_back(reader.read(best.front(), unit));
        if (question.unit == unit)
            for (const ExcitingPatch& patch : best)
                answer.patches.push_back(reader.read(patch, unit));
    }
    return answer;
}

} // namespace alexscope::gui
