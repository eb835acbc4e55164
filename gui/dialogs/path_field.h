// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QComboBox;
class QToolButton;

namespace alexscope::gui {

/// A line for a file or folder, with what was used before to choose from and a button that opens a dialog. GUI thread.
class PathField : public QWidget {
    Q_OBJECT
public:
    enum class Kind { ExistingFile, ExistingFolder, NewFolder };

    explicit PathField(const QString& name, QWidget* parent = nullptr);

    void setKind(Kind kind) { m_kind = kind; }
    void setCaptions(const QString& caption, const QString& dialogTitle, const QString& filter = {});
    void setChoices(const QStringList& choices);
    void setText(const QString& text);
    QString text() const;
    void mark(bool wrong);

signals:
    void changed();
    /// By somebody, not by setText().
    void edited();

private:
    void browse();

    Kind m_kind = Kind::ExistingFile;
    QString m_dialogTitle, m_filter;
    QComboBox* m_box;
    QToolButton* m_browse;
};

} // namespace alexscope::gui
