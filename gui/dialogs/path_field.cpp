// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/path_field.h"

#include "gui/look/colours.h"

#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace alexscope::gui {

PathField::PathField(const QString& name, QWidget* parent)
    : QWidget(parent), m_box(new QComboBox(this)), m_browse(new QToolButton(this))
{
    setObjectName(name);
    m_box->setObjectName(name + QStringLiteral("Text"));
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(22);
    m_box->setCompleter(nullptr); // it would finish a name in the middle of typing another
    m_browse->setObjectName(name + QStringLiteral("Browse"));
    m_browse->setText(QStringLiteral("…"));
    m_browse->setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_box, 1);
    layout->addWidget(m_browse);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::editTextChanged, this, [this](const QString& text) {
        m_box->setToolTip(text); // the field may be too narrow for all of it
        emit changed();
    });
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &PathField::edited);
    connect(m_box, &QComboBox::activated, this, &PathField::edited);
    connect(m_browse, &QToolButton::clicked, this, &PathField::browse);
}

void PathField::setCaptions(const QString& caption, const QString& dialogTitle, const QString& filter)
{
    m_dialogTitle = dialogTitle;
    m_filter = filter;
    m_box->setAccessibleName(caption);
    m_browse->setAccessibleName(dialogTitle);
    m_browse->setToolTip(dialogTitle);
}

void PathField::setChoices(const QStringList& choices)
{
    const QString text = m_box->currentText();
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    m_box->addItems(choices);
    m_box->setEditText(text);
}

void PathField::setText(const QString& text)
{
    m_box->setEditText(text);
}

QString PathField::text() const
{
    return m_box->currentText().trimmed();
}

void PathField::mark(bool wrong)
{
    QPalette colours; // an empty one takes everything from the parent
    if (wrong)
        colours.setColor(QPalette::Base,
                         mixed(okabeIto::vermillion, QGuiApplication::palette().color(QPalette::Base), 0.75));
    m_box->lineEdit()->setPalette(colours);
}

void PathField::browse()
{
    auto* dialog = new QFileDialog(this, m_dialogTitle, text(), m_filter);
    dialog->setObjectName(objectName() + QStringLiteral("Dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_kind == Kind::ExistingFile ? QFileDialog::ExistingFile : QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly, m_kind != Kind::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        setText(path);
        emit edited();
    });
    dialog->open();
}

} // namespace alexscope::gui
