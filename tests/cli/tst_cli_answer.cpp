// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/answer.h"
#include "cli/environment.h"
#include "cli/recipe_options.h"

#include <QTest>

#include <cmath>

using namespace alexscope;
using namespace alexscope::cli;

class TestCliAnswer : public QObject {
    Q_OBJECT
private slots:
    void numbersForPeople()
    {
        QCOMPARE(grouped(0), std::string("0"));
        QCOMPARE(grouped(999), std::string("999"));
        QCOMPARE(grouped(60965224), std::string("60,965,224"));
        QCOMPARE(grouped(-1234), std::string("-1,234"));
        QCOMPARE(grouped(-123), std::string("-123"));
        QCOMPARE(significant(0), std::string("0.000"));
        QCOMPARE(significant(0.0123456), std::string("0.01235"));
        QCOMPARE(significant(2.302585), std::string("2.303"));
        QCOMPARE(significant(12.3456), std::string("12.35"));
        QCOMPARE(significant(1234.5), std::string("1,235"));
        QCOMPARE(significant(1.5e-7), std::string("1.500e-07"));
        QCOMPARE(significant(-0.5), std::string("-0.5000"));
        QCOMPARE(significant(NAN), std::string("–"));
        QCOMPARE(significant(INFINITY), std::string("∞"));
        QCOMPARE(percent(0.5), std::string("50.00 %"));
        QCOMPARE(percent(NAN), std::string("–"));
    }
    void tablesAlignCharactersNotBytes()
    {
        Table table({{"a"}, {"number"}, {"t", true}});
        table.add({"3×3", "1", "x"});
        table.add({"long", "22", ""});
        QCOMPARE(table.text(), std::string("a     number  t\n3×3        1  x\nlong      22\n"));
    }
    void jsonIsAlwaysUtf8()
    {
        QCOMPARE(toLine({{"a", std::string("\xff")}, {"b", NAN}}), std::string("{\"a\":\"\xEF\xBF\xBD\",\"b\":null}"));
    }
    void recipesTakeWhatIsGiven()
    {
        Recipe recipe;
        recipe.iterations = 7;
        RecipeOptions options;
        options.epochs = 3;
        options.augment = "paper";
        options.assignments = {"momentum=0.5", "schedule=steps", "stepEpochs=1 2"};
        options.applyTo(recipe);
        QCOMPARE(recipe.batch, 128);
        QCOMPARE(recipe.epochs, 3.0);
        QCOMPARE(recipe.iterations, 0);
        QCOMPARE(recipe.momentum, 0.5);
        QVERIFY(recipe.schedule.kind == ScheduleKind::Steps);
        QCOMPARE(recipe.schedule.epochs, (std::vector<double>{1, 2}));
        QCOMPARE(recipe.augmentation.colourSigma, 0.1);
        options.augment = "none";
        options.applyTo(recipe);
        QVERIFY(!recipe.augmentation.reflect && !recipe.augmentation.randomCrop &&
                recipe.augmentation.colourSigma == 0);
        options.augment = "flip";
        options.applyTo(recipe);
        QVERIFY(recipe.augmentation.reflect && !recipe.augmentation.randomCrop);
    }
    void anotherScheduleLeavesTheEpochs()
    {
        Recipe recipe;
        recipe.schedule = {ScheduleKind::Steps, 10, {3, 4}, 3, 3};
        RecipeOptions options;
        options.assignments = {"momentum=0.5"};
        options.applyTo(recipe);
        QCOMPARE(recipe.schedule.epochs, (std::vector<double>{3, 4}));
        options.assignments = {"schedule=plateau"};
        options.applyTo(recipe);
        QVERIFY(recipe.schedule.kind == ScheduleKind::Plateau);
        QVERIFY(recipe.schedule.epochs.empty());
    }
    void wrongAssignments_data()
    {
        QTest::addColumn<QString>("assignment");
        for (const char* text : {"", "momentum", "=1", "momentum=", "momentum=2", "colour=1", "batch=0",
                                 "schedule=steps", "stepEpochs=1 2"})
            QTest::newRow(text) << text;
    }
    void wrongAssignments()
    {
        QFETCH(QString, assignment);
        Recipe recipe;
        RecipeOptions options;
        options.assignments = {assignment.toStdString()};
        QVERIFY_EXCEPTION_THROWN(options.applyTo(recipe), Error);
    }
};

QTEST_GUILESS_MAIN(TestCliAnswer)
#include "tst_cli_answer.moc"
