// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/host_tensor.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace alexscope;

class TestHostTensor : public QObject {
    Q_OBJECT
private slots:
    void statisticsLeaveOutNonFinite()
    {
        const std::vector<float> v{1, 2, 3, 0, std::numeric_limits<float>::infinity(), std::nanf("")};
        const Statistics s = statisticsOf(v);
        QCOMPARE(s.count, 6);
        QCOMPARE(s.nonFinite, 2);
        QCOMPARE(s.zeros, 1);
        QCOMPARE(s.min, 0.0);
        QCOMPARE(s.max, 3.0);
        QCOMPARE(s.mean, 1.5);
        QCOMPARE(s.standardDeviation, std::sqrt(1.25));
    }
    void histogramCountsEveryFiniteValueOnce()
    {
        const std::vector<float> v{0, 1, 2, 3, 4, 4, std::nanf("")};
        const Histogram h = histogramOf(v, 4);
        QCOMPARE(h.counts, (std::vector<std::int64_t>{1, 1, 1, 3}));
        QCOMPARE(histogramOf(std::vector<float>{7, 7}, 3).counts, (std::vector<std::int64_t>{0, 2, 0}));
    }
    void elementsLieInNchwOrder()
    {
        HostTensor t(Shape{2, 3, 4, 5});
        t.at(1, 2, 3, 4) = 9;
        QCOMPARE(t.values.back(), 9.0f);
        t.at(0, 1, 0, 0) = 5;
        QCOMPARE(t.values[20], 5.0f);
    }
};

QTEST_GUILESS_MAIN(TestHostTensor)
#include "tst_host_tensor.moc"
