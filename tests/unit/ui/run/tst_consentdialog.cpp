// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/consentdialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

DeployResult makeBlocked(const QString &path, const Consents &missing, const QString &twin = {})
{
    DeployResult result;
    result.path = path;
    result.title = path;
    result.id = u"own_id"_s;
    result.outcome = DeployOutcome::Blocked;
    result.missing = missing;
    result.twinId = twin;
    return result;
}

} // namespace

class tst_ConsentDialog : public QObject
{
    Q_OBJECT

private slots:
    void answersWhatWasChosen();
    void everyConsentHasATick();
    void isAsHighAsItsContent();
    void aSecondCopyMayNeedMore();
    void offersTheDifferencesOfTexts();
};

void tst_ConsentDialog::answersWhatWasChosen()
{
    auto *dialog = new ConsentDialog(u"local"_s, {makeBlocked(u"check.py"_s, {Consent::LocalCheck}),
                                                  makeBlocked(u"twin.py"_s, {Consent::SecondCopy}, u"other_id"_s)});
    const QList<QRadioButton *> choices = dialog->findChildren<QRadioButton *>();
    QCOMPARE(choices.size(), 3);
    const QList<QCheckBox *> ticks = dialog->findChildren<QCheckBox *>();
    QCOMPARE(ticks.size(), 1);
    const auto *buttons = dialog->findChild<QDialogButtonBox *>();
    const auto isAccept = [buttons](QAbstractButton *button) {
        return buttons->buttonRole(button) == QDialogButtonBox::AcceptRole;
    };
    const QList<QAbstractButton *> all = buttons->buttons();
    QAbstractButton *deploy = *std::ranges::find_if(all, isAccept);
    QVERIFY(dialog->answers().isEmpty());
    QVERIFY(!deploy->isEnabled());

    ticks.first()->click();
    QVERIFY(deploy->isEnabled());
    QCOMPARE(dialog->answers(), (QList<ConsentAnswer>{{u"check.py"_s, {Consent::LocalCheck}, {}}}));

    // To keep the id is offered first.
    choices.at(0)->click();
    QCOMPARE(dialog->answers().at(1), (ConsentAnswer{u"twin.py"_s, {}, u"other_id"_s}));
    choices.at(2)->click();
    QCOMPARE(dialog->answers().at(1), (ConsentAnswer{u"twin.py"_s, {Consent::SecondCopy}, {}}));
    ticks.first()->click();
    choices.at(1)->click();
    QVERIFY(dialog->answers().isEmpty());
    delete dialog;
}

void tst_ConsentDialog::everyConsentHasATick()
{
    const Consents three{Consent::Downgrade, Consent::EditedOnServer, Consent::Valves};
    auto *dialog = new ConsentDialog(u"local"_s, {makeBlocked(u"old.py"_s, three)});
    const QList<QCheckBox *> ticks = dialog->findChildren<QCheckBox *>();
    QStringList texts;
    std::ranges::transform(ticks, std::back_inserter(texts), &QCheckBox::text);
    QCOMPARE(texts,
             (QStringList{textOf(Consent::Downgrade), textOf(Consent::EditedOnServer), textOf(Consent::Valves)}));
    ticks.at(0)->click();
    ticks.at(2)->click();
    QVERIFY(dialog->answers().isEmpty());
    ticks.at(1)->click();
    QCOMPARE(dialog->answers(), (QList<ConsentAnswer>{{u"old.py"_s, three, {}}}));
    delete dialog;
}

/// One question is shown whole, without a scroll bar.
void tst_ConsentDialog::isAsHighAsItsContent()
{
    auto *dialog = new ConsentDialog(
        u"local"_s, {makeBlocked(u"twin.py"_s, {Consent::SecondCopy, Consent::LocalCheck}, u"other_id"_s)});
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    const auto *area = dialog->findChild<QScrollArea *>();
    QCOMPARE(area->verticalScrollBar()->maximum(), 0);
    QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
    for (const auto *button : dialog->findChildren<QAbstractButton *>()) {
        QCOMPARE(button->visibleRegion().boundingRect(), button->rect());
    }
    delete dialog;
}

/// A second copy is a choice of its own; what else is missing must be ticked with either way.
void tst_ConsentDialog::aSecondCopyMayNeedMore()
{
    auto *dialog = new ConsentDialog(
        u"local"_s, {makeBlocked(u"twin.py"_s, {Consent::SecondCopy, Consent::LocalCheck}, u"other_id"_s)});
    const QList<QRadioButton *> choices = dialog->findChildren<QRadioButton *>();
    QCheckBox *tick = dialog->findChild<QCheckBox *>();
    choices.at(2)->click();
    QVERIFY(dialog->answers().isEmpty());
    tick->click();
    QCOMPARE(dialog->answers().first().consents, (Consents{Consent::SecondCopy, Consent::LocalCheck}));
    choices.at(0)->click();
    QCOMPARE(dialog->answers().first(), (ConsentAnswer{u"twin.py"_s, {Consent::LocalCheck}, u"other_id"_s}));
    delete dialog;
}

void tst_ConsentDialog::offersTheDifferencesOfTexts()
{
    auto *dialog = new ConsentDialog(u"local"_s, {makeBlocked(u"check.py"_s, {Consent::LocalCheck}),
                                                  makeBlocked(u"edited.py"_s, {Consent::EditedOnServer})});
    QSignalSpy asked(dialog, &ConsentDialog::diffRequested);
    const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>(u"differences"_s);
    QCOMPARE(buttons.size(), 1);
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), u"edited.py"_s);
    delete dialog;
}

QTEST_MAIN(tst_ConsentDialog)
#include "tst_consentdialog.moc"
