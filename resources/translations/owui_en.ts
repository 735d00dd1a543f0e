<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Comparison</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunSummary</name>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n created</numerusform>
            <numerusform>%n created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with unknown outcome</source>
        <translation>
            <numerusform>%n with unknown outcome</numerusform>
            <numerusform>%n with unknown outcome</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need your decision</source>
        <translation>
            <numerusform>%n needs your decision</numerusform>
            <numerusform>%n need your decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n taken back</numerusform>
            <numerusform>%n taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n deleted</numerusform>
            <numerusform>%n deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n switched on</source>
        <translation>
            <numerusform>%n switched on</numerusform>
            <numerusform>%n switched on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n switched off</source>
        <translation>
            <numerusform>%n switched off</numerusform>
            <numerusform>%n switched off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n created and off</source>
        <translation>
            <numerusform>%n created and off</numerusform>
            <numerusform>%n created and off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them off</source>
        <translation>
            <numerusform>%n of them off</numerusform>
            <numerusform>%n of them off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>owui::FolderMessages</name>
    <message numerus="yes">
        <source>%n more problems of this folder are in the log.</source>
        <translation>
            <numerusform>%n more problem of this folder is in the log.</numerusform>
            <numerusform>%n more problems of this folder are in the log.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>owui::HistoryController</name>
    <message numerus="yes">
        <source>%n plugin(s) return to what they were.</source>
        <translation>
            <numerusform>%n plugin returns to what it was.</numerusform>
            <numerusform>%n plugins return to what they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) were new: functions are switched off, tools are left.</source>
        <translation>
            <numerusform>%n plugin was new: a function is switched off, a tool is left.</numerusform>
            <numerusform>%n plugins were new: functions are switched off, tools are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) were new: they are deleted, with their settings.</source>
        <translation>
            <numerusform>%n plugin was new: it is deleted, with its settings.</numerusform>
            <numerusform>%n plugins were new: they are deleted, with their settings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>owui::PracticeProcess</name>
    <message numerus="yes">
        <source>The practice server did not start within %n seconds.</source>
        <translation>
            <numerusform>The practice server did not start within %n second.</numerusform>
            <numerusform>The practice server did not start within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>owui::Run</name>
    <message numerus="yes">
        <source>%n plugin(s) wait, because the rest would end the same. %1</source>
        <translation>
            <numerusform>%n plugin waits, because it would end the same. %1</numerusform>
            <numerusform>%n plugins wait, because the rest would end the same. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>owui::SwitchController</name>
    <message numerus="yes">
        <source>Switch on %n functions on the production server %1?</source>
        <translation>
            <numerusform>Switch on %n function on the production server %1?</numerusform>
            <numerusform>Switch on %n functions on the production server %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch off %n functions on the production server %1?</source>
        <translation>
            <numerusform>Switch off %n function on the production server %1?</numerusform>
            <numerusform>Switch off %n functions on the production server %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch on %n functions on the server %1?</source>
        <translation>
            <numerusform>Switch on %n function on the server %1?</numerusform>
            <numerusform>Switch on %n functions on the server %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch off %n functions on the server %1?</source>
        <translation>
            <numerusform>Switch off %n function on the server %1?</numerusform>
            <numerusform>Switch off %n functions on the server %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>owui::WatchController</name>
    <message numerus="yes">
        <source>%n plugin(s) changed at once, so nothing of them was sent.</source>
        <translation>
            <numerusform>%n plugin changed at once, so nothing of them was sent.</numerusform>
            <numerusform>%n plugins changed at once, so nothing of them was sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Watching %n plugin(s) on %1</source>
        <translation>
            <numerusform>Watching %n plugin on %1</numerusform>
            <numerusform>Watching %n plugins on %1</numerusform>
        </translation>
    </message>
</context>
</TS>
