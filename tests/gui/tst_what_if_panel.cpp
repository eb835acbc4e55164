// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/likeliest.h"
#include "gui/panels/what_if_panel.h"
#include "gui/widgets/prediction_card.h"
#include "tests/gui/sample_run.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace alexscope;
using namespace alexscope::gui;

class TestWhatIfPanel : public QObject {
    Q_OBJECT

    LiveModel m_model;
    Selection m_selection;
    PinnedPicture m_pinned{m_model};
    std::unique_ptr<WhatIfPanel> m_panel;
    std::uint64_t m_serial = 0;

    template <typename Widget>
    Widget* find(const char* name) const
    {
        return m_panel->findChild<Widget*>(QString::fromLatin1(name));
    }
    /// The network says `likely` of the pinned picture, more or less.
    void say(int likely)
    {
        auto snapshot = sample::snapshot(++m_serial, 3, 1);
        auto probabilities = std::make_shared<HostTensor>(Shape{1, 10, 1, 1});
        std::fill(probabilities->values.begin(), probabilities->values.end(), 0.05f);
        probabilities->values[static_cast<std::size_t>(likely)] = 0.55f;
        snapshot->pinned = m_pinned.image();
        snapshot->activations[m_model.run()->network.layers.back().name] = {probabilities, TensorMode::TestMode};
        m_model.setSnapshot(snapshot);
        m_panel->refreshNow();
    }

private slots:
    void init()
    {
        m_panel = std::make_unique<WhatIfPanel>(m_model, m_selection, m_pinned);
        m_model.setRun(sample::description());
        m_model.setStatus(sample::holding(3));
        QTRY_VERIFY(m_pinned.image());
    }
    void cleanup() { m_panel.reset(); }

    void buttonsAskForWhatIsChosen()
    {
        say(1);
        QSignalSpy off(m_panel.get(), &WhatIfPanel::switchOffWanted), set(m_panel.get(), &WhatIfPanel::weightWanted);
        m_selection.select(QStringLiteral("conv1"), 7);
        QCOMPARE(find<QSpinBox>("whatIfUnit")->value(), 7);
        QTest::mouseClick(find<QPushButton>("whatIfOff"), Qt::LeftButton);
        QCOMPARE(off.takeFirst(), QVariantList({QStringLiteral("conv1"), 7}));
        find<QSpinBox>("whatIfChannel")->setValue(2);
        find<QSpinBox>("whatIfRow")->setValue(3);
        find<QSpinBox>("whatIfColumn")->setValue(1);
        QCOMPARE(find<QDoubleSpinBox>("whatIfValue")->value(),
                 std::round(sample::weights(1)->at(7, 2, 3, 1) * 1e5) / 1e5);
        find<QDoubleSpinBox>("whatIfValue")->setValue(0.25);
        QTest::mouseClick(find<QPushButton>("whatIfSet"), Qt::LeftButton);
        QCOMPARE(set.first().at(1).toInt(), 7);
        QCOMPARE(set.first().at(2).toLongLong(), (2 * 5 + 3) * 5 + 1);
        QCOMPARE(set.first().at(3).toFloat(), 0.25f);
    }

    void choosingHereChoosesEverywhere()
    {
        find<QSpinBox>("whatIfUnit")->setValue(4);
        QCOMPARE(m_selection.unit(), 4);
        QCOMPARE(m_selection.layer(), find<QComboBox>("whatIfLayer")->currentText());
    }

    void unitsEndWhereTheLayerEnds()
    {
        QCOMPARE(find<QSpinBox>("whatIfUnit")->maximum(), 31);
        QCOMPARE(find<QSpinBox>("whatIfChannel")->maximum(), 2);
        QCOMPARE(find<QSpinBox>("whatIfRow")->maximum(), 4);
    }

    void beforeStaysWhileChangesAreMadeAndFollowsWithoutThem()
    {
        say(2);
        QCOMPARE(m_panel->before().bars().front().name, m_panel->now().bars().front().name);
        SessionStatus status = sample::holding(3);
        status.whatIf.push_back({"conv1", 5, -1, 0, 0, 3});
        m_model.setStatus(status);
        say(6);
        QCOMPARE(m_panel->before().bars().front().name, shownClass(m_model.run()->data, 2));
        QCOMPARE(m_panel->now().bars().front().name, shownClass(m_model.run()->data, 6));
        QCOMPARE(find<QListWidget>("whatIfChanges")->count(), 1);
        QVERIFY(find<QListWidget>("whatIfChanges")->item(0)->text().contains(QStringLiteral("unit 5")));
        QVERIFY(find<QPushButton>("whatIfUndo")->isEnabled());
        const Numbers numbers = m_panel->numbers();
        QCOMPARE(numbers.rows.size(), std::size_t(10));
        QCOMPARE(numbers.rows[6][2], static_cast<double>(0.55f));
        QCOMPARE(numbers.rows[6][1], static_cast<double>(0.05f));
        m_model.setStatus(sample::holding(3));
        say(6);
        QCOMPARE(m_panel->before().bars().front().name, shownClass(m_model.run()->data, 6));
        QVERIFY(!find<QPushButton>("whatIfUndo")->isEnabled());
    }

    void weightsAreNamedByTheirPlace_data()
    {
        QTest::addColumn<QString>("layer");
        QTest::addColumn<int>("weight");
        QTest::addColumn<QString>("name");
        QTest::newRow("convolution") << "conv1" << (2 * 5 + 3) * 5 + 1 << "weight of channel 2, row 3, column 1";
        QTest::newRow("the first") << "conv1" << 0 << "weight of channel 0, row 0, column 0";
        QTest::newRow("fully connected") << "fc3" << 17 << "weight of input 17";
    }
    void weightsAreNamedByTheirPlace()
    {
        QFETCH(QString, layer);
        QFETCH(int, weight);
        QFETCH(QString, name);
        SessionStatus status = sample::holding(3);
        status.whatIf.push_back({layer.toStdString(), 5, weight, 0.5f, 0.25f, 3});
        m_model.setStatus(status);
        say(1);
        const QString text = find<QListWidget>("whatIfChanges")->item(0)->text();
        QVERIFY2(text.contains(name), qPrintable(text));
    }

    void thePastSaysThatItIsThePast()
    {
        say(2);
        m_panel->show();
        const auto* text = find<QLabel>("whatIfPast");
        QVERIFY(!text->isVisible() && m_panel->before().isVisible());
        auto past = sample::snapshot(900, 2, 0.5f);
        m_model.showPast(past);
        m_panel->refreshNow();
        QVERIFY(text->isVisible() && !m_panel->before().isVisible());
        QVERIFY2(text->text().contains(QStringLiteral("iteration 2 was not recorded")), qPrintable(text->text()));
        QVERIFY(!find<QPushButton>("whatIfOff")->isEnabled());
        // Recorded: a copy of the picture, and what the network said.
        auto recorded = sample::snapshot(901, 1, 0.5f);
        auto probabilities = std::make_shared<HostTensor>(Shape{1, 10, 1, 1});
        probabilities->values[7] = 1;
        recorded->pinned = std::make_shared<Image>(*m_pinned.image());
        recorded->activations["prob"] = {probabilities, TensorMode::TestMode};
        m_model.showPast(recorded);
        m_panel->refreshNow();
        QVERIFY2(text->text().contains(QStringLiteral("said at iteration 1")), qPrintable(text->text()));
        QCOMPARE(m_panel->now().bars().front().name, shownClass(m_model.run()->data, 7));
        QCOMPARE(m_panel->numbers().columns.size(), qsizetype(2));
        QSignalSpy now(m_panel.get(), &WhatIfPanel::nowWanted);
        QTest::mouseClick(find<QPushButton>("whatIfBackToNow"), Qt::LeftButton);
        QCOMPARE(now.count(), 1);
        m_model.showPast(nullptr);
        m_panel->refreshNow();
        QVERIFY(!text->isVisible() && m_panel->before().isVisible());
        QCOMPARE(m_panel->now().bars().front().name, shownClass(m_model.run()->data, 2));
    }
};

QTEST_MAIN(TestWhatIfPanel)
#include "tst_what_if_panel.moc"
