<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Consent</name>
    <message>
        <source>Deploy to a server that is marked as production.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it although Python here cannot compile it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the function on the server into another kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a second copy beside the one that the server has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the server&apos;s newer version with this older one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it to an Open WebUI that is older than its header asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the server run the code once more to learn why it refused to create the plugin.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeployResult</name>
    <message>
        <source>created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking for other copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>creating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switching it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking for the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finding out what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Payload</name>
    <message>
        <source>The name “%1” was given on the server and is kept; the header says “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description was changed on the server and is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunSummary</name>
    <message>
        <source>Nothing was deployed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
