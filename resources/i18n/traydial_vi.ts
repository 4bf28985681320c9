<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AccountForm</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is shown in the menu, e.g. Office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the command line; cannot be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file to check the server against; empty: the certificates of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved. To save it all the same, press Save once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX answers; only a call can show more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account yet. Add one for your PBX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the account {account} and its passwords?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Call this number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why this number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialled as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>About to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop &amp;recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hang up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why this number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo ({seconds})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX says: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>Before a number is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency numbers are never held up, and codes with * or # never pass unasked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to take a call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time to take a call back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoosingDialog</name>
    <message>
        <source>Which number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds several numbers. Which one is to be called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is long: only its beginning was searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys 1 to 9 choose, Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChordEdit</name>
    <message>
        <source>off – press the keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report holds no passwords, keys or telephone numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works with limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on this desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something does not work: see below what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop: {country}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country of the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start Traydial at login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Country of the numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, name or note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name and note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why this number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete &amp;all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far the latest 10,000 calls are searched; a third character searches all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are masked: see Settings, History.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is not opened: it does not begin with https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dialled as {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag {tag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this call from the history?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {count} calls from the history?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all calls from the history?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call-history.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} calls are in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HotkeysPage</name>
    <message>
        <source>Hotkeys work in every program. Click into a field and press the keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dial the selected number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or stop &amp;recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In effect once it is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Name and note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ote on this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is shown at every call to this number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in General: {country}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country of the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefix for an outside line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number to see what would be dialled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Country of the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Prefix for an outside line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tr&amp;y a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dials {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or text with a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls through {account} ({pbx})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account yet: add one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;lls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hotkeys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Dial &amp;clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dial…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to the call window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;ecent calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;istory…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dia&amp;gnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account yet: open Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About to call {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrayWindow</name>
    <message>
        <source>This desktop has no tray, so Traydial stays in this window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accounts</name>
    <message>
        <source>it may hold up to eight digits, * and #</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds the leading digits alone, without x and ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this kind of rule has nothing to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds digits, with or without +</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds digits, with or without +, and \1 to \9 for the groups of the expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names a group that the expression does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pattern is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range goes up, and both ends have the same number of digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only digits, +, x, * and # may stand in a pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the expression is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a character or construct is not among those allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a group may not hold a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bracket has no partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quantifier has nothing to repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a group may only be followed by ?, and then holds no quantifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one quantifier may be without an upper end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the expression has too many ways to match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range must go up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is neither yes nor no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not one of the choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it must be text, in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it contains an invisible character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not have the right form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address does not begin as it must</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address names no server, or no valid port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user name and password do not belong into the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address must end before ? and #</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a secret belongs into the keyring, not into the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a two-letter country code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this PBX records no calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>The settings can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up your accounts again, or mend the file that was set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is known to which country numbers belong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known to which country numbers without + belong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your country in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traydial opens {scheme}: links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program opens {scheme}: links: {handler}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “traydial handler install”, or choose it in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program opens {scheme}: links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs cannot be registered for links here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring does not answer as it should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keyring of this desktop, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop shows tray icons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no place for tray icons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on its system tray; GNOME needs the extension AppIndicator for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traydial runs in the tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traydial does not run in the tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start “traydial”; Settings can start it at login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running tray does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Traydial and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hotkey {chord} works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This hotkey is turned off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hotkey {chord} does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another key in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one in Settings, or with “traydial account add”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account {account} can dial. {info}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX of the account {account} answers; only a call can show whether it takes the account. {info}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account {account} cannot dial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the account in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account {account} sends its password unencrypted, and others can read it on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an address with https if the PBX has it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>no program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} can dial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: the PBX answers; whether it accepts a call shows only with the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tray is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tray is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {number}? [y/N]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} through {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what the phones do: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traydial is in your tray. To dial from another terminal: TRAYDIAL_HOME={home} traydial dial 600</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account for it:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>config_store</name>
    <message>
        <source>it was written by a newer Traydial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two accounts have the same id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>controls</name>
    <message>
        <source>&amp;Record call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record the next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hang up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the call &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no call right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not offered by {pbx}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pbx} needs to know before the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the PBX records this call in any case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>explanations</name>
    <message>
        <source>{rule}: {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as a number of the account&apos;s country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency number: dialled as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature code of the PBX: dialled as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal number: dialled as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s area code was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prefix was replaced by a rule of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewritten by a rule of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller ID was chosen by a rule of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule of the account has it recorded from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule of the account has it not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written with + and country code, as this PBX wants it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written with country code but without +, as this PBX wants it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written as a national number, as this PBX wants it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written with the international prefix of this country, as this PBX wants it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written with 00 and country code, as this PBX wants it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits as they stand, as this PBX takes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prefix for an outside line was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a rule of the account without a prefix for an outside line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access code for an outside line travels apart from the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules of this computer do not allow this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is longer than any telephone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a proper telephone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an emergency number, and it comes from a link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code with * or # can change settings, such as forwarding all calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a premium-rate number: the call may be expensive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a satellite telephone: the call may be very expensive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call has gone to this country before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link hides what it dials behind codes or look-alike characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The country of the number stands in a hidden part of the link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link was opened while the screen was locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another link was opened just before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There have been many calls within the last minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is to be recorded: the other party must have been told, and must have agreed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traydial is set to ask before calling numbers from links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With http the password travels unencrypted, and others can read it on the way. Use https if the PBX has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has this key already. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a usable hotkey. Choose one with Ctrl, Alt or Super.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop offers no global hotkeys here. Use the tray menu or the command line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same key is set twice. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the PBX…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX is placing the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone is ringing: pick it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringing at the other end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PBX offers no recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording is starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording is stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the call is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording, and the PBX does not let it be stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks before every number from a link that was not called before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves a moment to take a call back, and asks before unusual numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dials ordinary numbers at once, and asks only before costly or risky ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Premium-rate number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIP address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Asking the PBX…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered, its end is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording agreed to: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording declined: {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Sign-in refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not accept this user name and password or key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct them in Settings under Accounts, then test the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not accept the token, or it has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a new one from the PBX and enter it in Settings under Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server cannot be verified, so nothing was sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server name. If the PBX has a certificate of its own, enter its file in the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server cannot be verified ({reason}). Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PBX not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to the PBX. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network or VPN and the server address, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server name not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server of this name was found. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of the server address, and the network or VPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server called {host} was found. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is there, but nothing answers at this port. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port in the server address, or ask whether the PBX is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PBX does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network or VPN, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the PBX broke off before the request was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX took too long to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it goes on, ask whether the PBX is overloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX knows this account but does not let it do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the administrator of the PBX for this permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not let this account do this: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is not on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX accepts requests only from the network addresses it has on its list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the administrator of the PBX to add the address of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not take this number. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the number, and the country and rules of the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not take {number}. It takes numbers such as {accepted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no telephone number in this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select or copy the number itself, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several numbers found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds more than one telephone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds more than one telephone number: {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a telephone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link does not hold a proper telephone number. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the number by hand under Dial…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long for a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is longer than any telephone number. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select or copy the number alone, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link holds hidden control characters, so it was not dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the number is right, enter it by hand under Dial…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX cannot reach the phone of this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the phone is switched on and signed in, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone of this account is in another call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End that call, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone of this account is not registered with the PBX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on or sign in to the softphone, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX asks for fewer requests. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX asks to wait {after_s} seconds. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX answered something that its maker does not document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server address and the kind of PBX; the log has the answer&apos;s shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the PBX&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page came back where the PBX should have answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server address and port; a proxy or login page may be in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX answered without saying anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the phone; if nothing rings, check the server address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is far larger than any PBX sends, so it was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server address and port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX has a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX reports a fault of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later, or tell the administrator of the PBX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX reports a fault of its own (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answers, but it does not offer this service at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server address and port, and the kind of PBX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX said no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX refused the request without giving a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the number and the account, or ask the administrator of the PBX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX refused the request: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered by this PBX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PBX has no way to do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the phone itself for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pbx} has no way to do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no call right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded in any case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pbx} records this call by itself, and it cannot be stopped from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say so to the other party, or hang up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen here that the tray could be shown on. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “traydial dial”, or start Traydial on a desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible on this desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop offers no way to do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Diagnostics for what is possible here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop offers no way to do that: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request left, but the PBX gave no clear answer. It was not repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the phone: it may be ringing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules of this computer do not allow this number. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it should be allowed, change the deny list in the configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not dialled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call was declined. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person must say yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is dialled only after a person has agreed. Nothing was dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the question on the screen, or repeat the command with --yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is being called already; the second request was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop&apos;s keyring cannot be used, and passwords are kept nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the keyring (such as GNOME Keyring or KWallet), then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyring locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is in the keyring, and the keyring is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keyring, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring service runs on this desktop, and passwords are kept nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install and start one (such as GNOME Keyring or KWallet), then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyring does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring did not answer in time. It may be waiting to be unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it if it asks, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring holds no password or key for this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it in Settings under Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text is selected, and the clipboard is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a number, then press the hotkey again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipboard empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a number, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that holds the selected text does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the number in another program, or enter it under Dial…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop does not let programs read the selected text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the number and choose Dial clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration file has an error. It was set aside, not overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file and put it back, or set Traydial up anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration file has an error: {reason}. It was kept as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field must be filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be used: {reason} (for example {example}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting of this name. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the accounts in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account called {account}. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an account of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traydial does not know which PBX to use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The short name of an account has small letters, digits, - and _ only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a name such as office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown PBX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traydial does not know this kind of PBX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list, or install its adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traydial does not know the PBX {pbx}. It knows: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history of calls cannot be read or changed ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls go on without it. See that the disk is not full, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written ({reason}). The history is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder or file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traydial is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no running Traydial to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Traydial, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traydial does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traydial is running but did not answer in time. Nothing was repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the phone before trying again; if it goes on, restart Traydial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault in Traydial itself; it has been written to the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report it with the report from Diagnostics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault in Traydial itself; the log has it as incident {incident}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noojee</name>
    <message>
        <source>Noojee keeps no reference of yours with a call; a recording can have a tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of Noojee Contact, e.g. https://pbx.example.com.au. Noojee Support must have allowed your IP address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own phone: it rings first. Without a technology, SIP/ is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e.g. 101, SIP/101 or PJSIP/101</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A global key from Noojee Support; a user&apos;s own key may not dial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the person you call sees; empty: what the PBX decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone answers by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The make of your phone (yealink, polycom, grandstream, snom, aastra, linksys), or the auto answer text that it wants. Empty: it rings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption on your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A further line on the phone&apos;s display, where the phone can show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets Traydial find its own call, so that hang-up and recording never hit another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record every call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the answer on. Needs Noojee Contact 6.0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag of recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown and found on the Recording Page of Noojee Contact. May hold {date} {time} {user} {number} {uuid}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto: the body, and the query where the PBX plainly says that it found nothing there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>{number} ext. {extension}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tel4vn</name>
    <message>
        <source>TEL4VN decides by itself which calls it records, and lets no program start or stop that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEL4VN lets no program end a call: please hang up on your phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEL4VN keeps no tag with a call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEL4VN keeps no reference of yours with a call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API host that TEL4VN gave you, e.g. https://pbx.example.vn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own phone&apos;s number in the PBX: it rings first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digits only, e.g. 101</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From TEL4VN. Traydial fetches tokens with it and renews them in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where you have no API key: a token that TEL4VN gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>async: the PBX answers at once. sync: it answers when your phone is picked up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name on your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your phone shows while it rings; empty: Click2Call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number on your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your phone shows while it rings; empty: your extension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in the SIP message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent with the call to the number that you dial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number in the SIP message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone answers by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the phone can do so; else it rings first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number to call out with. TEL4VN has to set it up for you first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digits only, e.g. 02873001234</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>teleforge</name>
    <message>
        <source>An extension of 3 or 4 digits, or a number such as 27820001234</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>27110001234, 0110001234, random, or tvc_ and the campaign&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits and . - _ ~ : only, for example crm-{date}-{user}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended by hanging up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected: an error on the line, or a number that Teleforge cannot dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected: Teleforge had a failure of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hung up before it was answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected: no free line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected: the phone or the line is unavailable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected: Teleforge did not understand the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address and port from Teleforge&apos;s letter, for example http://pbx.example:8300 (v3.3 and later)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your extension, or the number of the phone that rings first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number that is shown to others; random and tvc_ must be set up by Teleforge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds the call in Teleforge&apos;s reports; may hold {date} {time} {user} {number} {uuid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of the PBX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first digit; 2 takes the reference under its old name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if Teleforge gave you one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where Teleforge tells how calls ended, for example redis://pbx.example:6379/0; empty: not looked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if your Redis wants one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teleforge ends calls at the phone only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teleforge records by its own rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teleforge takes a reference instead of a tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tvox</name>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of TVox as in the browser, for example https://tvox.example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A TVox user with Superuser or Supervisor permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That user&apos;s password for the TVox web client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TVox user whose phone rings, if it is not the user above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent along with outside numbers: the outside line of your TVox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 8 digits, * or #, for example 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text that TVox keeps with every call, unless the call has its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service that calls are tagged with; TVox shows it under Call Tagging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May hold {date} {time} {user} {number} {uuid}; empty: TVox names the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits, dot, hyphen and underscore, for example {date}_{number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this TVox version starts a recording; auto finds out and remembers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TVox tells web servers how a call goes on, but no desktop program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TVox gave no call id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wire</name>
    <message>
        <source>a key or token holds a character that HTTP does not allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not the address of a web server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no readable certificates in PEM form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Python package redis is not installed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
