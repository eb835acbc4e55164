// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/piece_names.h"

#include "gui/look/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace alexscope::gui {

namespace {

QString layersOf(const Piece& piece, const NetworkSpec* network)
{
    const auto name = [&](int layer) {
        const bool known = network && layer >= 0 && layer < std::ssize(network->layers);
        return known ? QString::fromStdString(network->layers[static_cast<std::size_t>(layer)].name) : noValue();
    };
    const QString first = name(piece.firstLayer);
    return piece.layerCount > 1 ? first + QStringLiteral("–") + name(piece.firstLayer + piece.layerCount - 1) : first;
}

} // namespace

QString pieceName(const Piece& piece, const NetworkSpec* network)
{
    switch (piece.kind) {
    case PieceKind::Load:
        return QCoreApplication::translate("PieceName", "load a batch");
    case PieceKind::Forward:
        return QCoreApplication::translate("PieceName", "%1 forward").arg(layersOf(piece, network));
    case PieceKind::Backward:
        return QCoreApplication::translate("PieceName", "%1 backward").arg(layersOf(piece, network));
    case PieceKind::Update:
        return QCoreApplication::translate("PieceName", "update");
    case PieceKind::Validate:
        return QCoreApplication::translate("PieceName", "validation");
    }
    return noValue();
}

QString stepSentence(const std::optional<Piece>& done, const Piece& next, const NetworkSpec* network)
{
    if (!done)
        return QCoreApplication::translate("PieceName", "Next: %1").arg(pieceName(next, network));
    return QCoreApplication::translate("PieceName", "Done: %1; next: %2")
        .arg(pieceName(*done, network), pieceName(next, network));
}

} // namespace alexscope::gui
