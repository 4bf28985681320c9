<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AmountBox</name>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message numerus="yes">
        <source>%n thing(s) to fix. How to fix them is shown below.</source>
        <translation>
            <numerusform>%n thing to fix. How to fix it is shown below.</numerusform>
            <numerusform>%n things to fix. How to fix them is shown below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message numerus="yes">
        <source>Delete %n call(s) from the history?</source>
        <translation>
            <numerusform>Delete %n call from the history?</numerusform>
            <numerusform>Delete %n calls from the history?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) exported to {file}.</source>
        <translation>
            <numerusform>%n call exported to {file}.</numerusform>
            <numerusform>%n calls exported to {file}.</numerusform>
        </translation>
    </message>
</context>
</TS>
