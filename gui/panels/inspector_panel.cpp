// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/inspector_panel.h"

#include "gui/look/numbers.h"
#include "gui/panels/filter_layout.h"
#include "gui/widgets/histogram_view.h"
#include "gui/widgets/label_room.h"

#include <QApplication>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPointer>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr int layerBins = 61, unitBins = 31;
/// While training the numbers follow ten times a second: more nobody can read.
constexpr int paceMilliseconds = 100;
constexpr int subjectCount = 7;

bool isActivation(InspectorPanel::Subject subject)
{
    return subject >= InspectorPanel::Subject::Activation;
}

TensorKind kindOf(InspectorPanel::Subject subject)
{
    switch (subject) {
    case InspectorPanel::Subject::Gradient:
        return TensorKind::Gradient;
    case InspectorPanel::Subject::Update:
        return TensorKind::Update;
    case InspectorPanel::Subject::Activation:
        return TensorKind::Activation;
    case InspectorPanel::Subject::StepActivation:
        return TensorKind::StepActivation;
    case InspectorPanel::Subject::StepGradient:
        return TensorKind::StepGradient;
    case InspectorPanel::Subject::Weights:
    case InspectorPanel::Subject::Bias:
        break;
    }
    return TensorKind::Parameter;
}

} // namespace

std::span<const float> partOfUnit(const HostTensor& tensor, bool isActivation, int unit)
{
    const std::span<const float> all = tensor.values;
    const Shape& shape = tensor.shape;
    if (unit < 0 || unit >= (isActivation ? shape.c : shape.n))
        return all;
    const auto length = static_cast<std::size_t>(isActivation ? shape.area() : shape.perPicture());
    return all.subspan(static_cast<std::size_t>(unit) * length, length);
}

InspectorPanel::InspectorPanel(LiveModel& model, Selection& selection, QWidget* parent)
    : Panel(model, selection, parent), m_feed(model), m_subjects(new QComboBox(this)), m_figure(new QWidget(this)),
      m_form(new QFormLayout), m_heading(new QLabel(m_figure)), m_note(new QLabel(m_figure)),
      m_histogram(new HistogramView(m_figure))
{
    createLayout();
    connect(m_subjects, &QComboBox::activated, this, [this](int index) { choose(static_cast<Subject>(index)); });
    connect(&model, &LiveModel::snapshotChanged, this, &Panel::invalidate);
    connect(&model.initial(), &InitialWeights::arrived, this, &Panel::invalidate);
    connect(&selection, &Selection::changed, this, &InspectorPanel::follow);
    connect(&model, &LiveModel::runChanged, this, &InspectorPanel::follow);
    connect(&m_feed, &TensorFeed::interestChanged, this, &Panel::interestChanged);
    connect(this, &Panel::sightChanged, this, [this] { m_feed.setActive(inSight()); });
    follow();
    finishConstruction();
}

void InspectorPanel::createLayout()
{
    m_subjects->setObjectName(QStringLiteral("inspectorSubject"));
    m_heading->setObjectName(QStringLiteral("heading"));
    m_note->setObjectName(QStringLiteral("inspectorNote"));
    m_histogram->setObjectName(QStringLiteral("histogram"));
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* note = new LabelRoom(m_note, m_figure);
    note->setFixedHeight(2 * fontMetrics().lineSpacing()); // nothing below moves when the words change
    for (int i = 0; i < subjectCount; ++i)
        m_subjects->addItem(QString());
    m_form->setContentsMargins(8, 2, 8, 2);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(1);
    m_shape = addRow(QStringLiteral("shape"));
    m_count = addRow(QStringLiteral("count"));
    m_min = addRow(QStringLiteral("minimum"));
    m_max = addRow(QStringLiteral("maximum"));
    m_mean = addRow(QStringLiteral("mean"));
    m_deviation = addRow(QStringLiteral("deviation"));
    m_initialDeviation = addRow(QStringLiteral("initialDeviation"));
    m_zeros = addRow(QStringLiteral("zeros"));
    m_nonFinite = addRow(QStringLiteral("nonFinite"));
    auto* words = new QVBoxLayout;
    words->setContentsMargins(8, 2, 8, 0);
    words->setSpacing(0);
    words->addWidget(m_heading);
    words->addWidget(note);
    auto* figure = new QVBoxLayout(m_figure);
    figure->setContentsMargins(0, 0, 0, 0);
    figure->setSpacing(2);
    figure->addLayout(words);
    figure->addLayout(m_form);
    figure->addWidget(m_histogram, 1);
    auto* choice = new QHBoxLayout;
    choice->setContentsMargins(8, 4, 8, 0);
    choice->addWidget(m_subjects, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(choice);
    layout->addWidget(m_figure, 1);
}

LabelRoom* InspectorPanel::addRow(const QString& name)
{
    auto* number = new QLabel;
    number->setObjectName(name);
    number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* value = new LabelRoom(number, m_figure);
    value->setSelectable(true);
    m_form->addRow(new QLabel(m_figure), value);
    return value;
}

QString InspectorPanel::value(const QString& name) const
{
    const auto* label = findChild<QLabel*>(name);
    return label ? label->text() : QString();
}

void InspectorPanel::look(ProbeRequest& request) const
{
    m_feed.look(request);
}

// ---- What is inspected

int InspectorPanel::layer() const
{
    const auto& run = model().run();
    if (!run)
        return -1;
    const int chosen = run->network.indexOf(selection().layer().toStdString());
    return chosen >= 0 ? chosen : weightLayerFor(*run, {});
}

int InspectorPanel::unit() const
{
    if (selection().unit() < 0 || !model().run() || layer() < 0)
        return -1;
    const Shape shape = shapeOf(m_feed.source(), *model().run());
    return selection().unit() < (isActivation(m_shown) ? shape.c : shape.n) ? selection().unit() : -1;
}

void InspectorPanel::choose(Subject subject)
{
    m_wanted = subject;
    follow();
}

/// Brings the feed to what is selected and asked for now.
void InspectorPanel::follow()
{
    const int chosen = layer();
    TensorSource source;
    m_shown = m_wanted;
    if (chosen >= 0) {
        const LayerSpec& spec = model().run()->network.layers[static_cast<std::size_t>(chosen)];
        if (!isActivation(m_wanted) && !spec.hasParameters())
            m_shown = Subject::Activation;
        source = {kindOf(m_shown), isActivation(m_shown)      ? spec.name
                                   : m_shown == Subject::Bias ? spec.name + ".bias"
                                                              : spec.name + ".weight"};
    }
    enableSubjects();
    ++m_ticket;
    m_counting = false;
    m_now = m_before = {};
    m_feed.watch(source);
    m_sinceRefresh.invalidate();
    invalidate();
    emit explanationChanged();
}

void InspectorPanel::enableSubjects()
{
    const int chosen = layer();
    const bool weights = chosen < 0 || model().run()->network.layers[static_cast<std::size_t>(chosen)].hasParameters();
    auto* items = qobject_cast<QStandardItemModel*>(m_subjects->model());
    for (int i = 0; items && i < subjectCount; ++i)
        items->item(i)->setEnabled(weights || isActivation(static_cast<Subject>(i)));
    const QSignalBlocker quiet(m_subjects);
    m_subjects->setCurrentIndex(static_cast<int>(m_shown));
}

// ---- Counting

void InspectorPanel::summarise(Summary& summary, std::shared_ptr<const HostTensor> tensor)
{
    const int chosen = unit();
    if (!tensor) {
        summary = {};
        return;
    }
    if (summary.of == tensor && summary.unit == chosen)
        return;
    const auto count = [tensor, chosen, activation = isActivation(m_shown)] {
        const auto part = partOfUnit(*tensor, activation, chosen);
        return Summary{tensor, chosen, statisticsOf(part), histogramOf(part, chosen >= 0 ? unitBins : layerBins)};
    };
    const auto size = static_cast<std::int64_t>(partOfUnit(*tensor, isActivation(m_shown), chosen).size());
    if (size <= TensorFeed::largeCount) {
        summary = count();
        return;
    }
    if (m_counting)
        return; // the next refresh comes back to it
    m_counting = true;
    const bool isNow = &summary == &m_now;
    QThreadPool::globalInstance()->start([panel = QPointer<InspectorPanel>(this), count, isNow, ticket = m_ticket] {
        Summary counted = count();
        QMetaObject::invokeMethod(
            qApp,
            [panel, isNow, ticket, counted = std::move(counted)] {
                if (panel && panel->m_ticket == ticket)
                    panel->takeSummary(isNow ? &InspectorPanel::m_now : &InspectorPanel::m_before, counted);
            },
            Qt::QueuedConnection);
    });
}

void InspectorPanel::takeSummary(Summary InspectorPanel::*place, Summary summary)
{
    this->*place = std::move(summary);
    m_counting = false;
    m_sinceRefresh.invalidate();
    invalidate();
}

// ---- Showing

void InspectorPanel::refresh()
{
    const bool still = !model().snapshot() || model().snapshot()->holding;
    if (!still && m_sinceRefresh.isValid() && m_sinceRefresh.elapsed() < paceMilliseconds)
        return; // while training the next snapshot comes at once
    m_sinceRefresh.start();
    const bool hasInitial = m_shown == Subject::Weights || m_shown == Subject::Bias;
    summarise(m_now, m_feed.values());
    summarise(m_before, hasInitial && m_feed.values() ? model().initial().of(m_feed.source().name) : nullptr);
    const int chosen = layer();
    if (chosen < 0)
        m_heading->setText(noValue());
    else {
        const QString name =
            QString::fromStdString(model().run()->network.layers[static_cast<std::size_t>(chosen)].name);
        m_heading->setText(unit() < 0 ? tr("%1: %2").arg(name, subjectName(m_shown))
                                      : tr("%1, unit %2: %3").arg(name, count(unit()), subjectName(m_shown)));
    }
    showNote();
    showSummary();
}

QString InspectorPanel::shapeText() const
{
    const Shape& shape = m_now.of->shape;
    const auto text = [](std::initializer_list<std::int64_t> sides) {
        QStringList parts;
        for (const std::int64_t side : sides)
            parts.append(QString::number(side));
        return parts.join(QChar(0x00D7));
    };
    if (isActivation(m_shown))
        return m_now.unit >= 0    ? text({shape.h, shape.w})
               : shape.area() > 1 ? text({shape.c, shape.h, shape.w})
                                  : text({shape.c});
    if (m_shown == Subject::Bias)
        return text({m_now.unit >= 0 ? 1 : shape.n});
    if (shape.area() == 1) // a linear layer's: outputs × inputs
        return m_now.unit >= 0 ? text({shape.c}) : text({shape.n, shape.c});
    return m_now.unit >= 0 ? text({shape.c, shape.h, shape.w}) : text({shape.n, shape.c, shape.h, shape.w});
}

void InspectorPanel::showSummary()
{
    if (!m_now.of) {
        for (LabelRoom* value :
             {m_shape, m_count, m_min, m_max, m_mean, m_deviation, m_initialDeviation, m_zeros, m_nonFinite})
            value->setText(noValue());
        m_histogram->show({}, {});
        return;
    }
    const Statistics& now = m_now.statistics;
    const bool finite = now.nonFinite < now.count;
    const auto finiteNumber = [finite](double value) { return finite ? number(value) : noValue(); };
    m_shape->setText(shapeText());
    m_count->setText(count(now.count));
    m_min->setText(finiteNumber(now.min));
    m_max->setText(finiteNumber(now.max));
    m_mean->setText(finiteNumber(now.mean));
    m_deviation->setText(finiteNumber(now.standardDeviation));
    m_initialDeviation->setText(m_before.of ? number(m_before.statistics.standardDeviation) : noValue());
    m_zeros->setText(percent(now.count ? static_cast<double>(now.zeros) / static_cast<double>(now.count) : 0));
    m_nonFinite->setText(count(now.nonFinite));
    m_histogram->setNames(model().isPast() ? tr("then") : tr("now"), m_before.of ? tr("initial") : QString(),
                          subjectName(m_shown));
    m_histogram->show(m_now.histogram, m_before.histogram);
}

QString InspectorPanel::caption() const
{
    return tr("%1. Shown: %2. %3").arg(Panel::caption(), m_heading->text(), m_note->text());
}

Numbers InspectorPanel::numbers() const
{
    Numbers numbers;
    if (!m_now.of)
        return numbers;
    const Statistics& s = m_now.statistics;
    numbers.columns = {QStringLiteral("count"),    QStringLiteral("minimum"),           QStringLiteral("maximum"),
                       QStringLiteral("mean"),     QStringLiteral("standardDeviation"), QStringLiteral("zeros"),
                       QStringLiteral("nonFinite")};
    numbers.rows.push_back({static_cast<double>(s.count), s.min, s.max, s.mean, s.standardDeviation,
                            static_cast<double>(s.zeros), static_cast<double>(s.nonFinite)});
    std::string name = exportName(m_feed.source());
    if (m_now.unit < 0) {
        numbers.tensors.push_back({name, m_now.of});
        return numbers;
    }
    const Shape& shape = m_now.of->shape;
    auto part = std::make_shared<HostTensor>(isActivation(m_shown) ? Shape{1, 1, shape.h, shape.w}
                                                                   : Shape{1, shape.c, shape.h, shape.w});
    const auto values = partOfUnit(*m_now.of, isActivation(m_shown), m_now.unit);
    std::copy(values.begin(), values.end(), part->values.begin());
    numbers.tensors.push_back({name + "." + std::to_string(m_now.unit), std::move(part)});
    return numbers;
}

void InspectorPanel::recolour()
{
    for (int i = 0; i < m_form->rowCount(); ++i)
        m_form->itemAt(i, QFormLayout::LabelRole)->widget()->setForegroundRole(QPalette::PlaceholderText);
    m_histogram->recolour();
}

} // namespace alexscope::gui
