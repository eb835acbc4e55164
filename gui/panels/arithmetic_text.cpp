// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/arithmetic_text.h"

#include "gui/look/numbers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace alexscope::gui {

namespace {

constexpr int writtenOut = 4; ///< groups named in the formula before the rest is put together

QString strong(const QString& text)
{
    return QStringLiteral("<b>%1</b>").arg(text);
}

/// "+ 0.5" or "− 0.5", at the head of a line without the plus.
QString signedTerm(double value, bool first)
{
    const QString size = number(std::abs(value));
    if (first)
        return number(value);
    return (std::signbit(value) ? QStringLiteral(" − ") : QStringLiteral(" + ")) + size;
}

QString activated(ActivationKind kind, const QString& input)
{
    switch (kind) {
    case ActivationKind::Relu:
        return QStringLiteral("max(0, %1)").arg(input);
    case ActivationKind::Tanh:
        return QStringLiteral("tanh(%1)").arg(input);
    case ActivationKind::Sigmoid:
        return QStringLiteral("1 / (1 + e<sup>−(%1)</sup>)").arg(input);
    }
    return {};
}

double activate(ActivationKind kind, double input)
{
    switch (kind) {
    case ActivationKind::Relu:
        return std::max(0.0, input);
    case ActivationKind::Tanh:
        return std::tanh(input);
    case ActivationKind::Sigmoid:
        return 1 / (1 + std::exp(-input));
    }
    return input;
}

std::vector<int> bySize(const std::vector<double>& sums)
{
    std::vector<int> order(sums.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return std::abs(sums[static_cast<std::size_t>(a)]) > std::abs(sums[static_cast<std::size_t>(b)]);
    });
    return order;
}

} // namespace

ArithmeticText::ArithmeticText(std::shared_ptr<const Arithmetic> value, RunNames names)
    : m_value(std::move(value)), m_names(std::move(names))
{
}

QString ArithmeticText::heading() const
{
    const QString layer = QString::fromStdString(m_value->layer.name);
    const ArithmeticRequest& place = m_value->place;
    if (m_value->as<SoftmaxSum>())
        return tr("%1, class %2").arg(layer, className(place.channel));
    if (m_value->geometry.output.area() == 1)
        return tr("%1, unit %2").arg(layer).arg(place.channel);
    return tr("%1, channel %2 at x %3, y %4").arg(layer).arg(place.channel).arg(place.x).arg(place.y);
}

QString ArithmeticText::className(int index) const
{
    return index >= 0 && index < m_names.classes.size() ? m_names.classes[index] : tr("class %1").arg(index);
}

QString ArithmeticText::groupName(int group) const
{
    const auto* sum = m_value->as<WeightedSum>();
    if (group < 0 || !sum)
        return tr("bias");
    const bool vector = !sum->convolution && m_value->geometry.input.area() == 1;
    if (vector) {
        const std::int64_t run = sum->rows * sum->columns, first = group * run;
        return tr("inputs %1–%2").arg(count(first), count(std::min(first + run, sum->count) - 1));
    }
    const int channel = sum->firstChannel + group;
    if (m_value->input.empty() && channel < m_names.inputChannels.size())
        return m_names.inputChannels[channel];
    return tr("channel %1").arg(channel);
}

QString ArithmeticText::formula() const
{
    return std::visit([this](const auto& terms) { return formulaOf(terms); }, m_value->terms);
}

QString ArithmeticText::formulaOf(const std::monostate&) const
{
    return tr("%1 has %2 weights, too many to be fetched while training runs. Pause, and the calculation is written "
              "out.")
        .arg(QString::fromStdString(m_value->layer.name), count(m_value->geometry.weights));
}

QString ArithmeticText::formulaOf(const WeightedSum& sum) const
{
    std::vector<int> named = bySize(sum.sums);
    double rest = 0;
    int others = 0;
    if (sum.groups > writtenOut) {
        others = sum.groups - (writtenOut - 1);
        for (std::size_t i = writtenOut - 1; i < named.size(); ++i)
            rest += sum.sums[static_cast<std::size_t>(named[i])];
        named.resize(writtenOut - 1);
    } else {
        std::sort(named.begin(), named.end());
    }
    QString text;
    const auto add = [&](double value, const QString& name) {
        text += signedTerm(value, text.isEmpty()) + QStringLiteral(" (%1)").arg(name);
    };
    for (const int group : named)
        add(sum.sums[static_cast<std::size_t>(group)], groupName(group));
    if (others > 0)
        add(rest, tr("%n others", nullptr, others));
    add(sum.bias, tr("bias"));
    text += QStringLiteral(" = ") + strong(number(m_value->computed));
    if (m_names.next)
        text += tr("; then %1: %2 = %3")
                    .arg(m_names.nextLayer, activated(*m_names.next, number(m_value->computed)),
                         number(activate(*m_names.next, m_value->computed)));
    return text;
}

QString ArithmeticText::formulaOf(const PointwiseValue& value) const
{
    const auto kind = m_value->layer.as<ActivationSpec>()->kind;
    return activated(kind, number(value.input)) + QStringLiteral(" = ") + strong(number(m_value->computed));
}

QString ArithmeticText::formulaOf(const LrnSum& sum) const
{
    const auto& lrn = *m_value->layer.as<LrnSpec>();
    const bool divided = lrn.convention == AlphaConvention::DividedByN;
    const QString own = number(static_cast<double>(sum.neighbours[static_cast<std::size_t>(sum.own)]));
    const QString beta = chosenNumber(lrn.beta);
    return QStringLiteral(
               "a / (k + %1 Σ a²)<sup>β</sup> = %2 / (%3 + %4 × %5)<sup>%6</sup> = %2 / %7<sup>%6</sup> = %2 / %8 = %9")
        .arg(divided ? QStringLiteral("α/n") : QStringLiteral("α"), own, chosenNumber(lrn.k),
             divided ? QStringLiteral("%1/%2").arg(chosenNumber(lrn.alpha)).arg(lrn.n) : chosenNumber(lrn.alpha),
             number(sum.sumOfSquares), beta, number(sum.denominator), number(sum.power),
             strong(number(m_value->computed)));
}

QString ArithmeticText::formulaOf(const PoolingWindow& window) const
{
    const QString value = strong(number(m_value->computed));
    if (m_value->layer.as<PoolingSpec>()->kind == PoolingKind::Average)
        return tr("Mean of %1 numbers: %2 / %1 = %3").arg(window.count).arg(number(window.sum), value);
    return tr("Largest of %1 numbers: %2, from row %3, column %4 of the window")
        .arg(window.count)
        .arg(value)
        .arg(window.winner / window.size)
        .arg(window.winner % window.size);
}

QString ArithmeticText::formulaOf(const DropoutValue& value) const
{
    const QString p = chosenNumber(m_value->layer.as<DropoutSpec>()->p);
    const QString product =
        QStringLiteral("%1 × %2 = %3")
            .arg(number(value.input), chosenNumber(value.factor), strong(number(m_value->computed)));
    if (!value.drawn)
        return tr("Test mode, nothing is dropped: %1").arg(product);
    return value.kept ? tr("Kept (dropped with p = %1): %2").arg(p, product)
                      : tr("Dropped by lot (p = %1): %2").arg(p, product);
}

QString ArithmeticText::formulaOf(const SoftmaxSum& sum) const
{
    const auto index = static_cast<std::size_t>(m_value->place.channel);
    QString text = QStringLiteral("p = e<sup>x − max</sup> / Σ = e<sup>%1 − %2</sup> / %3 = %4 / %3 = %5")
                       .arg(number(static_cast<double>(sum.logits[index])),
                            sum.maximum < 0 ? QStringLiteral("(%1)").arg(number(sum.maximum)) : number(sum.maximum),
                            number(sum.sum), number(sum.exponentials[index]), strong(number(m_value->computed)));
    if (sum.label >= 0)
        text += tr("; the loss of this picture: −ln p(%1) = −ln %2 = %3")
                    .arg(className(sum.label), number(sum.probabilities[static_cast<std::size_t>(sum.label)]),
                         strong(number(sum.loss)));
    return text;
}

QString ArithmeticText::device() const
{
    if (m_value->waitsForHold())
        return tr("The device says %1.").arg(number(m_value->engine));
    const QString apart = number(std::abs(m_value->computed - m_value->engine));
    if (m_value->precision == Precision::Bf16)
        return tr("The device says %1 in bf16, %2 away. The operands are the device's own, rounded to bf16 where it "
                  "rounds.")
            .arg(number(m_value->engine), apart);
    return tr("The device says %1 in fp32, %2 away.").arg(number(m_value->engine), apart);
}

TermTable ArithmeticText::terms() const
{
    TermTable table;
    if (const auto* sum = m_value->as<WeightedSum>()) {
        table.headers = {tr("Input"), tr("Contribution")};
        std::vector<double> all = sum->sums;
        all.push_back(sum->bias);
        const double largest = std::max(1e-300, std::abs(all[static_cast<std::size_t>(bySize(all).front())]));
        for (const int i : bySize(all)) {
            const int group = i == sum->groups ? -1 : i;
            const double value = all[static_cast<std::size_t>(i)];
            table.rows.push_back({group, {groupName(group), number(value)}, value / largest, group < 0});
        }
    } else if (const auto* softmax = m_value->as<SoftmaxSum>()) {
        table.headers = {tr("Class"), QStringLiteral("x"), QStringLiteral("eˣ⁻ᵐᵃˣ"), QStringLiteral("p")};
        for (const int i : bySize(softmax->probabilities)) {
            const auto k = static_cast<std::size_t>(i);
            table.rows.push_back({i,
                                  {className(i), number(static_cast<double>(softmax->logits[k])),
                                   number(softmax->exponentials[k]), number(softmax->probabilities[k])},
                                  softmax->probabilities[k],
                                  i == softmax->label});
        }
    } else if (const auto* lrn = m_value->as<LrnSum>()) {
        table.headers = {tr("Channel"), QStringLiteral("a"), QStringLiteral("a²")};
        for (std::size_t i = 0; i < lrn->neighbours.size(); ++i) {
            const double a = static_cast<double>(lrn->neighbours[i]);
            table.rows.push_back({static_cast<int>(i),
                                  {tr("channel %1").arg(lrn->first + static_cast<int>(i)), number(a), number(a * a)},
                                  lrn->sumOfSquares > 0 ? a * a / lrn->sumOfSquares : 0,
                                  static_cast<int>(i) == lrn->own});
        }
    }
    return table;
}

int ArithmeticText::largestGroup() const
{
    const auto* sum = m_value ? m_value->as<WeightedSum>() : nullptr;
    return sum && sum->groups > 0 ? bySize(sum->sums).front() : 0;
}

std::vector<OperandGrid> ArithmeticText::grids(int group) const
{
    const auto single = [](const QString& title, double value, const QString& sign = {}) {
        return OperandGrid{title, {}, sign, 1, 1, {value}, {}};
    };
    const QString times = QStringLiteral("×"), equals = QStringLiteral("="), becomes = QStringLiteral("→");
    if (const auto* sum = m_value->as<WeightedSum>()) {
        if (group < 0 || group >= sum->groups)
            return {single(tr("bias"), sum->bias)};
        const std::int64_t run = sum->rows * sum->columns;
        const std::int64_t end = std::min<std::int64_t>(run, sum->count - group * run);
        const bool vector = !sum->convolution && m_value->geometry.input.area() == 1;
        const QString title = vector ? groupName(group) : tr("input: %1").arg(groupName(group));
        OperandGrid input{title, {}, {}, sum->rows, sum->columns, {}, sum->padding};
        OperandGrid kernel{sum->convolution ? tr("kernel") : tr("weights"), {}, times, sum->rows, sum->columns, {}, {}};
        OperandGrid product{tr("product"), QStringLiteral("Σ = ") + number(sum->sums[static_cast<std::size_t>(group)]),
                            equals,        sum->rows,
                            sum->columns,  {},
                            sum->padding};
        for (std::int64_t i = group * run; i < group * run + end; ++i) {
            const auto cell = static_cast<std::size_t>(i);
            input.values.push_back(static_cast<double>(sum->inputs[cell]));
            kernel.values.push_back(static_cast<double>(sum->weights[cell]));
            product.values.push_back(sum->product(cell));
        }
        return {input, kernel, product};
    }
    if (const auto* window = m_value->as<PoolingWindow>()) {
        OperandGrid grid{tr("window"), {}, {}, window->size, window->size, {}, window->beyond};
        grid.values.assign(window->inputs.begin(), window->inputs.end());
        const bool isMaximum = m_value->layer.as<PoolingSpec>()->kind == PoolingKind::Max;
        grid.marked = isMaximum ? window->winner : -1;
        return {grid, single(isMaximum ? tr("maximum") : tr("mean"), m_value->computed, becomes)};
    }
    if (const auto* value = m_value->as<PointwiseValue>())
        return {single(tr("in"), value->input), single(tr("out"), m_value->computed, becomes)};
    if (const auto* value = m_value->as<DropoutValue>())
        return {single(tr("in"), value->input), single(tr("factor"), value->factor, times),
                single(tr("out"), m_value->computed, equals)};
    if (const auto* lrn = m_value->as<LrnSum>()) {
        OperandGrid window{tr("a, window of n"), {}, {}, 1, static_cast<int>(lrn->neighbours.size()), {}, {}};
        window.values.assign(lrn->neighbours.begin(), lrn->neighbours.end());
        window.marked = lrn->own;
        return {window, single(tr("b"), m_value->computed, becomes)};
    }
    return {};
}

/// The single product that weighs most: what one reads before pointing anywhere.
QString ArithmeticText::largestProduct() const
{
    const auto* sum = m_value->as<WeightedSum>();
    if (!sum || sum->largest.empty())
        return {};
    const int run = sum->rows * sum->columns, group = sum->largest.front() / run, within = sum->largest.front() % run;
    const bool vector = !sum->convolution && m_value->geometry.input.area() == 1;
    const QString where =
        vector ? cell(group, within) : QStringLiteral("%1, %2").arg(groupName(group), cell(group, within));
    return tr("Largest product: %1").arg(where);
}

QString ArithmeticText::cell(int group, int cell) const
{
    if (cell < 0)
        return largestProduct();
    if (const auto* sum = m_value->as<WeightedSum>()) {
        const auto index = static_cast<std::size_t>(group * sum->rows * sum->columns + cell);
        if (group < 0 || index >= static_cast<std::size_t>(sum->count))
            return {};
        const bool padded =
            static_cast<std::size_t>(cell) < sum->padding.size() && sum->padding[static_cast<std::size_t>(cell)];
        const QString product = QStringLiteral("%1 × %2 = %3")
                                    .arg(number(static_cast<double>(sum->inputs[index])),
                                         number(static_cast<double>(sum->weights[index])), number(sum->product(index)));
        if (!sum->convolution && m_value->geometry.input.area() == 1)
            return tr("input %1: %2").arg(count(static_cast<std::int64_t>(index)), product);
        const int row = cell / sum->columns, column = cell % sum->columns;
        if (padded)
            return tr("row %1, column %2: beyond the border, 0").arg(row).arg(column);
        return tr("row %1, column %2: %3").arg(row).arg(column).arg(product);
    }
    if (const auto* window = m_value->as<PoolingWindow>()) {
        const auto index = static_cast<std::size_t>(cell);
        if (index >= window->inputs.size())
            return {};
        const QString value = window->beyond[index] ? tr("beyond the border, does not count")
                                                    : number(static_cast<double>(window->inputs[index]));
        return tr("row %1, column %2: %3").arg(cell / window->size).arg(cell % window->size).arg(value);
    }
    if (const auto* lrn = m_value->as<LrnSum>(); lrn && static_cast<std::size_t>(cell) < lrn->neighbours.size())
        return tr("channel %1: %2")
            .arg(lrn->first + cell)
            .arg(number(static_cast<double>(lrn->neighbours[static_cast<std::size_t>(cell)])));
    return {};
}

Numbers ArithmeticText::numbers() const
{
    Numbers numbers;
    if (const auto* sum = m_value->as<WeightedSum>()) {
        numbers.columns = {QStringLiteral("group"), QStringLiteral("row"),    QStringLiteral("column"),
                           QStringLiteral("input"), QStringLiteral("weight"), QStringLiteral("product")};
        const std::int64_t run = sum->rows * sum->columns;
        for (std::int64_t i = 0; i < sum->count; ++i) {
            const auto cell = static_cast<std::size_t>(i);
            numbers.rows.push_back({static_cast<double>(sum->firstChannel + i / run),
                                    static_cast<double>(i % run / sum->columns),
                                    static_cast<double>(i % run % sum->columns), sum->inputs[cell], sum->weights[cell],
                                    sum->product(cell)});
        }
        numbers.rows.push_back({NAN, NAN, NAN, NAN, NAN, sum->bias});
    } else if (const auto* softmax = m_value->as<SoftmaxSum>()) {
        numbers.columns = {QStringLiteral("class"), QStringLiteral("x"), QStringLiteral("exponential"),
                           QStringLiteral("p")};
        for (std::size_t i = 0; i < softmax->logits.size(); ++i)
            numbers.rows.push_back(
                {static_cast<double>(i), softmax->logits[i], softmax->exponentials[i], softmax->probabilities[i]});
    } else if (const auto* lrn = m_value->as<LrnSum>()) {
        numbers.columns = {QStringLiteral("channel"), QStringLiteral("a")};
        for (std::size_t i = 0; i < lrn->neighbours.size(); ++i)
            numbers.rows.push_back({static_cast<double>(lrn->first) + static_cast<double>(i), lrn->neighbours[i]});
    } else if (const auto* window = m_value->as<PoolingWindow>()) {
        numbers.columns = {QStringLiteral("row"), QStringLiteral("column"), QStringLiteral("input")};
        for (int i = 0; i < window->size * window->size; ++i)
            if (!window->beyond[static_cast<std::size_t>(i)])
                numbers.rows.push_back({static_cast<double>(window->top + i / window->size),
                                        static_cast<double>(window->left + i % window->size),
                                        window->inputs[static_cast<std::size_t>(i)]});
    }
    return numbers;
}

} // namespace alexscope::gui
