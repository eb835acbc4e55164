// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/popup.h"

#include <cstdint>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace alexscope::gui {

/// Asks for the seed of a new beginning. Enter begins anew, Escape leaves all as it is.
class SeedPopup : public Popup {
    Q_OBJECT
public:
    explicit SeedPopup(QWidget* parent = nullptr);

    /// What is typed; none when it is no seed (a whole number from 0 to 2⁶⁴ − 1).
    std::optional<std::uint64_t> seed() const;
    void openAt(const QWidget& anchor, std::uint64_t seed);

signals:
    void seedWanted(std::uint64_t seed);

protected:
    void retranslate() override;

private:
    QLabel *m_caption, *m_note;
    QLineEdit* m_seed;
    QPushButton* m_go;
};

} // namespace alexscope::gui
