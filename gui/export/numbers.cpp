// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/export/numbers.h"

#include "core/error.h"
#include "core/storage/npy_file.h"
#include "core/storage/safetensors.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <QTextStream>

#include <cmath>

namespace alexscope::gui {

namespace {

std::vector<std::int64_t> dimensions(const Shape& shape)
{
    return {shape.n, shape.c, shape.h, shape.w};
}

QString quoted(QString text)
{
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')))
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

void saveTable(const Numbers& numbers, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw Error(QCoreApplication::translate("Export", "%1 cannot be written: %2")
                        .arg(path, file.errorString())
                        .toStdString());
    QTextStream out(&file);
    QStringList cells;
    for (const QString& column : numbers.columns)
        cells.append(quoted(column));
    out << cells.join(QLatin1Char(',')) << '\n';
    for (const auto& row : numbers.rows) {
        cells.clear();
        if (const auto index = &row - numbers.rows.data(); index < numbers.rowNames.size())
            cells.append(quoted(numbers.rowNames[index]));
        for (const double value : row)
            cells.append(std::isnan(value) ? QString() : QString::number(value, 'g', 9));
        out << cells.join(QLatin1Char(',')) << '\n';
    }
    out.flush();
    if (!file.commit())
        throw Error(QCoreApplication::translate("Export", "%1 cannot be written: %2")
                        .arg(path, file.errorString())
                        .toStdString());
}

} // namespace

QStringList formatsOf(const Numbers& numbers)
{
    QStringList formats;
    if (!numbers.rows.empty())
        formats.append(QStringLiteral("csv"));
    if (numbers.tensors.size() == 1)
        formats.append(QStringLiteral("npy"));
    if (!numbers.tensors.empty())
        formats.append(QStringLiteral("safetensors"));
    return formats;
}

void saveNumbers(const Numbers& numbers, const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (!formatsOf(numbers).contains(ending))
        throw Error(
            QCoreApplication::translate("Export", "%1 cannot be written: these numbers go into files ending in %2")
                .arg(path, formatsOf(numbers).join(QStringLiteral(", ")))
                .toStdString());
    if (ending == QLatin1String("csv"))
        return saveTable(numbers, path);
    if (ending == QLatin1String("npy")) {
        const HostTensor& values = *numbers.tensors.front().values;
        return writeNpy(path.toStdString(), dimensions(values.shape), values.values);
    }
    SafetensorsWriter writer;
    for (const Numbers::NamedTensor& tensor : numbers.tensors)
        writer.add(tensor.name, dimensions(tensor.values->shape), tensor.values->values);
    writer.write(path.toStdString());
}

} // namespace alexscope::gui
