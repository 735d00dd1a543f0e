// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/fakeopenwebui.h"
#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "deploy/run/serversession.h"

#include "ui/diff/diffdialog.h"
#include "ui/list/pluginactions.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/windowactions.h"
#include "ui/run/consentdialog.h"
#include "ui/server/deletedialog.h"
#include "ui/server/seenlabel.h"
#include "ui/window/statusprogress.h"

#include <QAction>
#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

const QString path = u"filters/sample.py"_s;
const QString key = u"//functions/sample"_s;

QByteArray sample(const QString &version, const QByteArray &extra = {})
{
    return pluginText(PluginKind::Filter, u"Sample"_s, version, extra);
}

// Opened anew each time: a file that is written whole is another one then.
QByteArray fileText(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The window with one filter that is on the practice server.
class Fixture final
{
    Q_DISABLE_COPY_MOVE(Fixture)

public:
    Fixture()
    {
        window.write(path, sample(u"1.0.0"_s));
        window.open(1);
        window.practise();
        [&] { QTRY_COMPARE(state(), CompareState::Missing); }();
        window.clickDeploy(path);
        [&] { QTRY_COMPARE(state(), CompareState::Same); }();
        // What follows a run would else see already what the test does next.
        [&] { QTRY_VERIFY(!window.isDeploying() && !window.isLooking()); }();
    }
    ~Fixture() = default;

    [[nodiscard]] std::optional<CompareState> state()
    {
        const PluginRow *row = window.model().find(path);
        return row && row->comparison ? std::optional(row->comparison->state) : std::nullopt;
    }
    /// What a cell of the only shown row says.
    [[nodiscard]] QString cell(int column) { return window.view().model()->index(0, column).data().toString(); }
    void loseFile()
    {
        QVERIFY(QFile::remove(window.folderPath() + u'/' + path));
        window.find<WindowActions>().rescan->trigger();
        QTRY_VERIFY(window.model().find(key));
        window.clickChip(u"Only on the server"_s);
        QCOMPARE(window.shown(), QStringList{key});
        const QModelIndex name = window.view().model()->index(0, 0);
        window.view().scrollTo(name);
        QTest::mouseClick(window.view().viewport(), Qt::LeftButton, {}, window.view().visualRect(name).center());
        QTRY_VERIFY(actions().deleteFromServer->isVisible());
    }
    [[nodiscard]] PluginActions &actions() { return window.find<PluginActions>(); }

    WindowFixture window;
};

} // namespace

class tst_WindowServer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void showsHowFilesCompare();
    void savesWhatOnlyTheServerHas();
    void overwritesOnlyWhenTold();
    void oneRowIsHeldToWhatItShows();
    void refreshCanBeCancelled();
    void cancellingTheRefreshDropsThePlan();
    void deletesAfterAsking();
    void deletesWhatAFileHasToo();
    void productionWantsTheIdTyped();
    void saysHowOldThePictureIs();
    void whoeverHearsHasSeen();

private:
    void useSlow(WindowFixture &window, FakeServer &server);
};

void tst_WindowServer::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void tst_WindowServer::showsHowFilesCompare()
{
    Fixture f;
    QCOMPARE(f.cell(PluginModel::StateColumn), u"same"_s);
    QCOMPARE(f.cell(PluginModel::OnColumn), u"off"_s);
    QVERIFY(f.window.find<SeenLabel>().text().startsWith(u"seen"_s));
    QTRY_VERIFY(!f.window.chip(u"To deploy"_s));

    // Saving the file is enough: nobody asks the server again.
    f.window.write(path, sample(u"1.1.0"_s));
    QTRY_COMPARE(f.state(), CompareState::Newer);
    QCOMPARE(f.cell(PluginModel::StateColumn), textOf(CompareState::Newer));
    QTRY_VERIFY(f.window.chip(u"To deploy 1"_s));
    // What differs is one command away.
    f.window.select({path});
    QTRY_VERIFY(f.actions().diff->isEnabled());
    f.actions().diff->trigger();
    auto *diff = f.window.window->findChild<DiffDialog *>();
    QVERIFY(diff);
    QTRY_VERIFY(diff->findChild<QLabel *>(u"diffSummary"_s)->text().startsWith(u"version: 1.0.0 → 1.1.0"_s));
    QTest::keyClick(diff, Qt::Key_Escape);
    f.window.write(u"other.py"_s, pluginText(PluginKind::Tool, u"Other"_s, u"1.0"_s));
    QTRY_VERIFY(f.window.chip(u"Not on the server 1"_s));
    f.window.clickChip(u"Not on the server"_s);
    QCOMPARE(f.window.shown(), QStringList{u"other.py"_s});
    f.window.clickChip(u"To deploy"_s);
    QCOMPARE(f.window.shown().size(), 2);

    // Another program changes the server: a refresh shows it.
    f.window.find<WindowActions>().refresh->trigger();
    QTRY_VERIFY(f.window.find<WindowActions>().refresh->isEnabled());
    QCOMPARE(f.state(), CompareState::Newer);
}

void tst_WindowServer::savesWhatOnlyTheServerHas()
{
    Fixture f;
    f.loseFile();
    f.actions().saveToFolder->trigger();
    auto *dialog = f.window.window->findChild<QFileDialog *>(u"saveToFolderDialog"_s);
    QVERIFY(dialog);
    QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"sample.py"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(fileText(f.window.folderPath() + u"/sample.py"_s), sample(u"1.0.0"_s));
    // The folder has it again, and the server has nothing of its own any more.
    QTRY_VERIFY(f.window.model().find(u"sample.py"_s) && f.window.model().find(u"sample.py"_s)->comparison);
    QTRY_VERIFY(!f.window.model().find(key));
    QTRY_COMPARE(f.window.model().find(u"sample.py"_s)->compareState(), CompareState::Same);
    // Whoever goes on from there has seen what the server has.
    const PulledPlugin pulled{
        .file = f.window.folderPath() + u"/sample.py"_s, .space = PluginSpace::Function, .id = u"sample"_s};
    std::optional<PulledTexts> known;
    f.window.history.sentTexts(originOf(f.window.find<ServerSession>().connection().url), {}, {}, this,
                               [&known](const Result<SentTexts> &texts) { known = texts.value().pulled; });
    QTRY_VERIFY(known);
    QCOMPARE(known->value(pulled), historyHash(QString::fromUtf8(sample(u"1.0.0"_s))));
}

void tst_WindowServer::overwritesOnlyWhenTold()
{
    Fixture f;
    f.loseFile();
    f.window.write(u"sample.py"_s, "x = 1\n");
    const auto text = [&f] { return fileText(f.window.folderPath() + u"/sample.py"_s); };
    const auto save = [&] {
        f.actions().saveToFolder->trigger();
        QTest::keyClick(f.window.window->findChild<QFileDialog *>(u"saveToFolderDialog"_s), Qt::Key_Return);
        return f.window.question(u"overwriteQuestion"_s);
    };
    QTest::mouseClick(save()->button(QMessageBox::Cancel), Qt::LeftButton);
    QTRY_VERIFY(!f.window.window->findChild<QMessageBox *>(u"overwriteQuestion"_s));
    QCOMPARE(text(), "x = 1\n");
    QTest::mouseClick(save()->findChild<QPushButton *>(u"overwrite"_s), Qt::LeftButton);
    QTRY_COMPARE(text(), sample(u"1.0.0"_s));
}

void tst_WindowServer::oneRowIsHeldToWhatItShows()
{
    Fixture f;
    // Somebody deletes it; the row still shows it.
    auto &session = f.window.find<ServerSession>();
    bool removed = false;
    session.server().remove(PluginSpace::Function, u"sample"_s, this,
                            [&removed](const Answer<bool> &answer) { removed = answer.value.value_or(false); });
    QTRY_VERIFY(removed);
    f.window.sendAgain(path);
    QTRY_COMPARE(f.window.outcome(path), DeployOutcome::Blocked);
    QVERIFY(f.window.model().find(path)->result->missing.contains(Consent::ChangedSincePlan));
    // Its own deployments are no news: one after the other goes through.
    QTRY_COMPARE(f.state(), CompareState::Missing);
    QTRY_VERIFY(f.window.window->findChild<ConsentDialog *>());
    QTest::keyClick(f.window.window->findChild<ConsentDialog *>(), Qt::Key_Escape);
    QTRY_VERIFY(!f.window.window->findChild<ConsentDialog *>());
    f.window.clickDeploy(path); // "Decide…", because it was stopped
    auto *dialog = f.window.window->findChild<ConsentDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QCheckBox *>()->click();
    dialog->accept();
    QTRY_COMPARE(f.window.outcome(path), DeployOutcome::Created);
    for (const QString &version : {u"1.1.0"_s, u"1.2.0"_s}) {
        f.window.write(path, sample(version));
        QTRY_COMPARE(f.state(), CompareState::Newer);
        f.window.clickDeploy(path);
        QTRY_VERIFY(f.window.outcome(path) == DeployOutcome::Updated &&
                    f.window.model().find(path)->result->versionAfter == version);
    }
}

/// The window with a server whose first export never comes.
void tst_WindowServer::useSlow(WindowFixture &window, FakeServer &server)
{
    const QByteArray secret = "sk-0123456789abcdef0123456789abcdef";
    actAsOpenWebUi(server, secret);
    server.once("GET", "/api/v1/functions/export", FakeAnswer::fault(FakeAnswer::Way::Silent));
    window.write(path, sample(u"1.0.0"_s));
    window.open(1);
    Connection connection;
    connection.id = u"slow"_s;
    connection.name = u"Slow"_s;
    connection.url = server.url();
    connection.keepSecretsInFile = true;
    bool kept = false;
    window.secrets.write(connection, {.secret = secret, .origin = originOf(connection.url)}, this,
                         [&kept](const Result<SecretPlace> &place) { kept = place.isOk(); });
    QTRY_VERIFY(kept);
    window.connections.save(connection);
    window.connections.setActive(connection.id);
}

void tst_WindowServer::refreshCanBeCancelled()
{
    FakeServer server;
    WindowFixture window;
    useSlow(window, server);
    auto &progress = window.find<StatusProgress>();
    QTRY_COMPARE(progress.text(), u"Reading the server…"_s);
    QTRY_VERIFY(progress.isVisible());
    QAction *refresh = window.find<WindowActions>().refresh;
    QVERIFY(!refresh->isEnabled());
    QTest::mouseClick(progress.findChild<QToolButton *>(), Qt::LeftButton);
    QTRY_VERIFY(!progress.isVisible());
    QVERIFY(refresh->isEnabled());
    QVERIFY(!window.model().find(path)->comparison ||
            window.model().find(path)->compareState() != CompareState::Missing);
    refresh->trigger();
    QVERIFY(!refresh->isEnabled());
    QTRY_VERIFY(refresh->isEnabled());
}

void tst_WindowServer::cancellingTheRefreshDropsThePlan()
{
    FakeServer server;
    WindowFixture window;
    useSlow(window, server);
    window.write(u"other.py"_s, pluginText(PluginKind::Tool, u"Other"_s, u"1.0"_s));
    QTRY_COMPARE(window.model().counts().plugins, 2);
    auto &progress = window.find<StatusProgress>();
    QTRY_VERIFY(progress.isVisible());
    auto &messages = window.find<MessageArea>();
    window.find<WindowActions>().deployShown->trigger();
    QVERIFY(!messages.text(u"plan"_s).isEmpty());
    QTest::mouseClick(progress.findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY2(messages.text(u"plan"_s).isEmpty(), qPrintable(messages.text(u"plan"_s)));
    // Nothing was looked up either: a refresh that comes to an end is the next thing that the server hears.
    window.find<WindowActions>().refresh->trigger();
    QTRY_VERIFY(!messages.text(u"inventory"_s).isEmpty());
    QCOMPARE(server.count("GET", "/api/v1/functions/id/sample"), 0);
    QCOMPARE(server.count("GET", "/api/v1/tools/id/other"), 0);
    QVERIFY(!window.window->findChild<PlanDialog *>());
}

void tst_WindowServer::deletesAfterAsking()
{
    Fixture f;
    f.loseFile();
    const auto ask = [&] {
        f.actions().deleteFromServer->trigger();
        return f.window.window->findChild<DeleteDialog *>();
    };
    QTest::keyClick(ask(), Qt::Key_Escape);
    QTRY_VERIFY(!f.window.window->findChild<DeleteDialog *>());
    QVERIFY(f.window.model().find(key));

    DeleteDialog *dialog = ask();
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"valves"_s)->text().contains(u"settings"_s));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"delete"_s), Qt::LeftButton);
    QTRY_VERIFY(!f.window.model().find(key));
    // What the server had is kept.
    QList<HistoryEntry> entries;
    f.window.history.entries({.id = u"sample"_s}, this, [&entries](const Result<QList<HistoryEntry>> &answer) {
        entries = answer ? answer.value() : QList<HistoryEntry>();
    });
    QTRY_COMPARE(entries.size(), 2);
    QCOMPARE(entries.first().change, HistoryChange::Delete);
    QTRY_VERIFY(entries.first().hasWayBack());
}

void tst_WindowServer::deletesWhatAFileHasToo()
{
    Fixture f;
    f.window.select({path});
    QTRY_VERIFY(f.actions().deleteFromServer->isVisible());
    const auto ask = [&] {
        f.actions().deleteFromServer->trigger();
        return f.window.window->findChild<DeleteDialog *>();
    };
    QTest::keyClick(ask(), Qt::Key_Return); // Cancel is what Return does
    QTRY_VERIFY(!f.window.window->findChild<DeleteDialog *>());
    QCOMPARE(f.state(), CompareState::Same);

    DeleteDialog *dialog = ask();
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(path); }));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"delete"_s), Qt::LeftButton);
    QTRY_COMPARE(f.state(), CompareState::Missing);
    QCOMPARE(f.window.outcome(path), DeployOutcome::Deleted);
    QVERIFY(QFile::exists(f.window.folderPath() + u'/' + path));
    QTRY_VERIFY(!f.actions().deleteFromServer->isVisible());
}

void tst_WindowServer::productionWantsTheIdTyped()
{
    Connection connection;
    connection.name = u"Live"_s;
    connection.production = true;
    ServerPlugin there;
    there.id = u"sample"_s;
    there.name = u"Sample"_s;
    auto *dialog = new DeleteDialog(connection, there);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->open();
    const auto *button = dialog->findChild<QPushButton *>(u"delete"_s);
    QVERIFY(!button->isEnabled());
    auto *typed = dialog->findChild<QLineEdit *>(u"typedId"_s);
    QTest::keyClicks(typed, u"sampl"_s);
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(typed, u"e"_s);
    QVERIFY(button->isEnabled());
    delete dialog;
}

void tst_WindowServer::saysHowOldThePictureIs()
{
    const QDateTime seen(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    QCOMPARE(SeenLabel::textFor(seen, seen.addSecs(59)), u"seen just now"_s);
    QCOMPARE(SeenLabel::textFor(seen, seen.addSecs(60 * 2 + 1)), u"seen 2 min ago"_s);
    QCOMPARE(SeenLabel::textFor(seen, seen.addSecs(3600 * 5)), u"seen 5 h ago"_s);
    QCOMPARE(SeenLabel::textFor({}, seen), u"not looked yet"_s);
    // A clock that was set back is no reason for nonsense.
    QCOMPARE(SeenLabel::textFor(seen, seen.addSecs(-90)), u"seen just now"_s);
}

/// A deployment hears from the server as well as a look at everything.
void tst_WindowServer::whoeverHearsHasSeen()
{
    WindowFixture window;
    window.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.0.0"_s));
    window.open(1);
    window.practise();
    QTRY_COMPARE(window.model().counts().missing, 1);
    SeenLabel label;
    label.show(false, QDateTime::currentDateTimeUtc().addSecs(-180));
    QCOMPARE(label.text(), u"seen 3 min ago"_s);
    label.setSession(&window.find<ServerSession>());
    QCOMPARE(label.text(), u"seen just now"_s);
    label.setSession(nullptr);
    QCOMPARE(label.text(), u"seen 3 min ago"_s);
}

QTEST_MAIN(tst_WindowServer)
#include "tst_windowserver.moc"
