// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <cstdint>
#include <optional>
#include <vector>

namespace alexscope::gui {

/// A line to type a number into: 0.0005, 5e-4, 1,000 in the locale's way or with a point. It never changes what
/// somebody types; what is wrong with it fault() says. GUI thread.
class NumberField : public QLineEdit {
    Q_OBJECT
public:
    enum class Kind { Real, Whole, Reals };

    NumberField(Kind kind, double low, double high, QWidget* parent = nullptr);

    /// What the field is called in sentences and to screen readers.
    void setCaption(const QString& caption);
    QString caption() const { return m_caption; }
    /// Zero itself does not count.
    void setAboveZero(bool above) { m_aboveZero = above; }

    void setValue(double value);
    void setValues(const std::vector<double>& values);
    /// Nothing while the text is not a number in range.
    std::optional<double> value() const;
    std::optional<std::int64_t> whole() const;
    /// Ascending; nothing while they are not, or not all in range. An empty text has none.
    std::optional<std::vector<double>> values() const;
    /// One sentence: where, and what to write instead. Empty: all is well, or the field is off.
    QString fault() const;
    /// Draws the eye to the field, or not.
    void mark(bool wrong);

private:
    std::optional<double> parse(QString text) const;

    Kind m_kind;
    double m_low, m_high;
    bool m_aboveZero = false;
    QString m_caption;
};

} // namespace alexscope::gui
