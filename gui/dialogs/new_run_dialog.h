// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/catalogue.h"
#include "core/storage/run_spec.h"
#include "core/storage/starting_weights.h"
#include "gui/choices_bar.h"
#include "gui/dialogs/device_report.h"
#include "gui/dialogs/run_checks.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace alexscope::gui {

class NumberField;
class PathField;
class RecipeForm;

/// A run somebody wants.
struct NewRun {
    Choices choices; ///< what the window's boxes show of it
    RunSpec spec;
    QString folder; ///< where it is recorded; empty: nowhere
};

/// Everything a new run is made of, with what is wrong said while one types. It only asks: read newRun() when it was
/// accepted. GUI thread.
class NewRunDialog : public QDialog {
    Q_OBJECT
public:
    /// Begins with `choices` and `seed`; `recipe`: of the run so far, when it is not the network's own.
    struct Beginning {
        Choices choices;
        std::uint64_t seed = 2012;
        std::optional<Recipe> recipe;
        QStringList recentData, recentRuns; ///< places of data, folders of runs
        std::int64_t trainingPictures = 0;  ///< of that data; 0: unknown
    };
    NewRunDialog(const Catalogue& catalogue, const Beginning& beginning, QWidget* parent = nullptr);

    /// Nothing while something is wrong.
    std::optional<NewRun> newRun() const;
    /// The sentence that says what is wrong, and where; empty when nothing is.
    QString fault() const { return m_faultText; }
    RecipeForm& recipe() { return *m_recipe; }

    /// Where runs go unless somebody says otherwise: a new folder below the program's own data.
    static QString defaultFolder(const QString& network, const QString& data);

signals:
    void devicesWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void addRow(QFormLayout* form, QWidget* row);
    void fillNetworks();
    void fillDevices();
    void takeReports(std::vector<DeviceReport> reports);
    void networkChanged();
    void dataKindChanged();
    void suggestFolder();
    void check();
    QString findFault();
    QString faultOfData() const;
    QString faultOfDevice() const;
    QString faultOfWeights();
    WeightsCheck weightsCheck();
    bool beginsWithWeights() const;
    void showBeginnings(const std::vector<LayerStart>& starts);
    QString faultOfFolder() const;
    void showFacts();
    QString estimateText() const;
    QString lengthText() const;
    QString dataSpecification() const;
    void retranslate();

    const Catalogue m_catalogue;
    const Beginning m_beginning;
    std::optional<NetworkSpec> m_network; ///< what the network field names, when it names one
    QString m_networkFault, m_faultText;
    std::vector<DeviceReport> m_reports;
    bool m_folderEdited = false;
    /// Of a file that is not read in a moment: begun once, answered later.
    struct {
        QString file; ///< name, time and network
        std::optional<WeightsCheck> answer;
    } m_slowCheck;

    PathField *m_networkField, *m_dataPlace, *m_weights, *m_folder;
    QComboBox *m_dataKind, *m_device, *m_precision, *m_begin;
    NumberField* m_seed;
    QCheckBox* m_record;
    RecipeForm* m_recipe;
    QLabel *m_networkFacts, *m_estimate, *m_length, *m_fault, *m_faultIcon, *m_title;
    QPushButton *m_start, *m_cancel, *m_aboutDevices;
    std::vector<QLabel*> m_labels;
};

} // namespace alexscope::gui
