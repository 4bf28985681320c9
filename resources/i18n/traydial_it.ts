<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>AccountChooser</name>
    <message>
        <source>Which account?</source>
        <translation>Quale account?</translation>
    </message>
    <message>
        <source>Which account should call {number}?</source>
        <translation>Quale account deve chiamare {number}?</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>&amp;Remember: use it for all calls from now on</source>
        <translation>&amp;Ricorda: usalo d&apos;ora in poi per tutte le chiamate</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Not saved. Press Save again to save anyway.</source>
        <translation>Non salvato. Premi di nuovo Salva per salvare comunque.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Shown in the menu, e.g. Office.</source>
        <translation>Come appare nel menu, ad esempio Ufficio.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nome breve</translation>
    </message>
    <message>
        <source>For the command line; cannot be changed later.</source>
        <translation>Per la riga di comando; in seguito non si può cambiare.</translation>
    </message>
    <message>
        <source>PEM file to check the server against; empty: the certificates of this computer.</source>
        <translation>File PEM con cui verificare il server; vuoto: i certificati di questo computer.</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>S&amp;foglia…</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>File del certificato</translation>
    </message>
    <message>
        <source>&amp;More settings</source>
        <translation>&amp;Altre impostazioni</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Prova il collegamento</translation>
    </message>
    <message>
        <source>* must be filled in</source>
        <translation>* da compilare</translation>
    </message>
    <message>
        <source>{field}, required</source>
        <translation>{field}, obbligatorio</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nessuno</translation>
    </message>
    <message>
        <source>stored in the keyring</source>
        <translation>conservata nel portachiavi</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Certificati (*.pem *.crt *.cer);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Scegli un certificato</translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation>Prova del collegamento in corso…</translation>
    </message>
    <message>
        <source>The account works.</source>
        <translation>L&apos;account funziona.</translation>
    </message>
    <message>
        <source>The PBX answers; only a call can show more.</source>
        <translation>Il centralino risponde; solo una chiamata può mostrare di più.</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>There is no account yet. Add one for your PBX.</source>
        <translation>Non c&apos;è ancora nessun account. Aggiungerne uno per il proprio centralino.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>A&amp;ggiungi</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Rimuovi</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Non ancora salvato</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connessione…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>{account} – default</source>
        <translation>{account} – predefinito</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Rimuovi account</translation>
    </message>
    <message>
        <source>Remove the account {account} and its passwords?</source>
        <translation>Rimuovere l&apos;account {account} e le sue password?</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Mantieni</translation>
    </message>
</context>
<context>
    <name>AmountBox</name>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>giorno</numerusform>
            <numerusform>giorni</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallPopup</name>
    <message>
        <source>About to call</source>
        <translation>Sta per chiamare</translation>
    </message>
    <message>
        <source>Stop &amp;recording</source>
        <translation>Ferma la &amp;registrazione</translation>
    </message>
    <message>
        <source>Open &amp;Settings</source>
        <translation>Apri le &amp;Impostazioni</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Registra</translation>
    </message>
    <message>
        <source>Still recorded!</source>
        <translation>Ancora in registrazione!</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Time left to undo</source>
        <translation>Tempo rimasto per annullare</translation>
    </message>
    <message>
        <source>&amp;Hang up</source>
        <translation>R&amp;iaggancia</translation>
    </message>
    <message>
        <source>&amp;Why this number?</source>
        <translation>&amp;Perché questo numero?</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Perché questo numero?</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annulla</translation>
    </message>
    <message>
        <source>The call may still be recorded: tell the other party, hang up, or stop it on your phone.</source>
        <translation>La chiamata potrebbe essere ancora registrata: avvisare l&apos;altra parte, riagganciare o fermare la registrazione dal telefono.</translation>
    </message>
    <message>
        <source>The PBX says: {answer}</source>
        <translation>Il centralino dice: {answer}</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Press 1–{last} to call</source>
        <translation>Premere 1–{last} per chiamare</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Chiama</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>&amp;Annulla</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Call this number?</source>
        <translation>Chiamare questo numero?</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>&amp;Why this number?</source>
        <translation>&amp;Perché questo numero?</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Perché questo numero?</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Chiama</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>&amp;Annulla</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Paese</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Dialled as</source>
        <translation>Composto come</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostica</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Controlli</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Controlla di &amp;nuovo</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;Copia il rapporto</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;hiudi</translation>
    </message>
    <message>
        <source>The report holds no passwords, keys or telephone numbers.</source>
        <translation>Il rapporto non contiene password, chiavi o numeri di telefono.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Controllo in corso…</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funziona</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>richiede attenzione</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>non configurato</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Tutto funziona.</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>non funziona</translation>
    </message>
    <message>
        <source>not on this desktop</source>
        <translation>non su questo desktop</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix. How to fix them is shown below.</source>
        <translation>
            <numerusform>%n cosa da sistemare. Più sotto è indicato come.</numerusform>
            <numerusform>%n cose da sistemare. Più sotto è indicato come.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>Il rapporto è negli appunti.</translation>
    </message>
</context>
<context>
    <name>DialWindow</name>
    <message>
        <source>Dial</source>
        <translation>Chiama</translation>
    </message>
    <message>
        <source>Number or text with a number</source>
        <translation>Numero o testo con un numero</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>Numero da chiamare</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Chiama</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>Chiamate recenti</translation>
    </message>
    <message>
        <source>Open &amp;Settings</source>
        <translation>Apri le &amp;Impostazioni</translation>
    </message>
    <message>
        <source>Calling with {account}</source>
        <translation>Si chiama con {account}</translation>
    </message>
    <message>
        <source>There is no default account: you will be asked which one to use.</source>
        <translation>Non c&apos;è un account predefinito: verrà chiesto quale deve chiamare.</translation>
    </message>
    <message>
        <source>There is no account yet: add one in Settings.</source>
        <translation>Non c&apos;è ancora nessun account: aggiungerne uno nelle Impostazioni.</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Ora</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Esito</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durata</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ieri</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>Number, name or note</source>
        <translation>Numero, nome o nota</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Cerca nella cronologia</translation>
    </message>
    <message>
        <source>About this call</source>
        <translation>Su questa chiamata</translation>
    </message>
    <message>
        <source>Past calls</source>
        <translation>Chiamate passate</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Chiama</translation>
    </message>
    <message>
        <source>&amp;Name and note…</source>
        <translation>&amp;Nome e nota…</translation>
    </message>
    <message>
        <source>C&amp;opy number</source>
        <translation>C&amp;opia il numero</translation>
    </message>
    <message>
        <source>&amp;Why this number?</source>
        <translation>&amp;Perché questo numero?</translation>
    </message>
    <message>
        <source>Open &amp;recording</source>
        <translation>Apri la &amp;registrazione</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Elimina…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;sporta…</translation>
    </message>
    <message>
        <source>Delete &amp;all…</source>
        <translation>Elimina &amp;tutto…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>A&amp;ltro</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;hiudi</translation>
    </message>
    <message>
        <source>No calls found.</source>
        <translation>Nessuna chiamata trovata.</translation>
    </message>
    <message>
        <source>No calls yet.</source>
        <translation>Ancora nessuna chiamata.</translation>
    </message>
    <message>
        <source>This searches the latest 10,000 calls. Type a third character to search all.</source>
        <translation>Si cerca nelle ultime 10.000 chiamate. Con un terzo carattere si cerca in tutte.</translation>
    </message>
    <message>
        <source>Numbers are masked: see Settings, History.</source>
        <translation>I numeri sono mascherati: vedere Impostazioni, Cronologia.</translation>
    </message>
    <message>
        <source>This link is not opened: it does not begin with https.</source>
        <translation>Questo collegamento non viene aperto: non inizia con https.</translation>
    </message>
    <message>
        <source>through {account}</source>
        <translation>tramite {account}</translation>
    </message>
    <message>
        <source>dialled as {number}</source>
        <translation>composto come {number}</translation>
    </message>
    <message>
        <source>tag {tag}</source>
        <translation>etichetta {tag}</translation>
    </message>
    <message>
        <source>reference {reference}</source>
        <translation>riferimento {reference}</translation>
    </message>
    <message>
        <source>there is a recording</source>
        <translation>c&apos;è una registrazione</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Perché questo numero?</translation>
    </message>
    <message>
        <source>Delete this call from the history?</source>
        <translation>Eliminare questa chiamata dalla cronologia?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n call(s) from the history?</source>
        <translation>
            <numerusform>Eliminare %n chiamata dalla cronologia?</numerusform>
            <numerusform>Eliminare %n chiamate dalla cronologia?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) exported to {file}.</source>
        <translation>
            <numerusform>%n chiamata esportata in {file}.</numerusform>
            <numerusform>%n chiamate esportate in {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete all calls from the history?</source>
        <translation>Eliminare tutte le chiamate dalla cronologia?</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>L&apos;operazione non si può annullare.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Elimina</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Mantieni</translation>
    </message>
    <message>
        <source>call-history.csv</source>
        <translation>cronologia-chiamate.csv</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Esporta la cronologia</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabella (*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Esportazione in corso…</translation>
    </message>
</context>
<context>
    <name>HotkeysPage</name>
    <message>
        <source>Hotkeys work in every program. Click into a field and press the keys; Backspace turns one off.</source>
        <translation>Le scorciatoie valgono in ogni programma. Fai clic in un campo e premi i tasti; Backspace ne disattiva una.</translation>
    </message>
    <message>
        <source>“{hotkey}” uses the same keys. Change one of them.</source>
        <translation>«{hotkey}» usa gli stessi tasti. Cambiare una delle due.</translation>
    </message>
    <message>
        <source>Takes effect when you save.</source>
        <translation>Attiva dopo il salvataggio.</translation>
    </message>
    <message>
        <source>Works.</source>
        <translation>Funziona.</translation>
    </message>
</context>
<context>
    <name>LinksBox</name>
    <message>
        <source>Open telephone links &amp;with Traydial</source>
        <translation>Apri i &amp;link telefonici con Traydial</translation>
    </message>
    <message>
        <source>Looking for the program that opens them…</source>
        <translation>Ricerca del programma che li apre…</translation>
    </message>
    <message>
        <source>Traydial opens links to telephone numbers on this desktop.</source>
        <translation>Traydial apre i link ai numeri di telefono su questo desktop.</translation>
    </message>
    <message>
        <source>Not set up: no program opens them.</source>
        <translation>Non configurato: nessun programma li apre.</translation>
    </message>
    <message>
        <source>Not set up: another program opens {scheme}: links ({program}).</source>
        <translation>Non configurato: i link {scheme}: sono aperti da un altro programma ({program}).</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Name and note</source>
        <translation>Nome e nota</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>N&amp;ote on this call</source>
        <translation>N&amp;ota su questa chiamata</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salva</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annulla</translation>
    </message>
    <message>
        <source>The name is shown with every call to this number.</source>
        <translation>Il nome appare in ogni chiamata a questo numero.</translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>Numbers</source>
        <translation>Numeri</translation>
    </message>
    <message>
        <source>As in General: {country}</source>
        <translation>Come in Generale: {country}</translation>
    </message>
    <message>
        <source>Country of the numbers</source>
        <translation>Paese dei numeri</translation>
    </message>
    <message>
        <source>Prefix for an outside line</source>
        <translation>Prefisso per la linea esterna</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nessuno</translation>
    </message>
    <message>
        <source>Test a ta&amp;ble of numbers…</source>
        <translation>Prova una ta&amp;bella di numeri…</translation>
    </message>
    <message>
        <source>Try a number</source>
        <translation>Prova un numero</translation>
    </message>
    <message>
        <source>Type a number to see what would be dialled</source>
        <translation>Scrivere un numero per vedere che cosa verrebbe composto</translation>
    </message>
    <message>
        <source>&amp;Country of the numbers</source>
        <translation>&amp;Paese dei numeri</translation>
    </message>
    <message>
        <source>&amp;Prefix for an outside line</source>
        <translation>P&amp;refisso per la linea esterna</translation>
    </message>
    <message>
        <source>Tr&amp;y a number</source>
        <translation>Pro&amp;va un numero</translation>
    </message>
    <message>
        <source>Fix the rules above first.</source>
        <translation>Correggi prima le regole qui sopra.</translation>
    </message>
</context>
<context>
    <name>NumberChooser</name>
    <message>
        <source>Which number?</source>
        <translation>Quale numero?</translation>
    </message>
    <message>
        <source>Which number do you want to call?</source>
        <translation>Quale numero si vuole chiamare?</translation>
    </message>
    <message>
        <source>Numbers found</source>
        <translation>Numeri trovati</translation>
    </message>
    <message>
        <source>The text is long: only its beginning was searched.</source>
        <translation>Il testo è lungo: è stato esaminato solo l&apos;inizio.</translation>
    </message>
</context>
<context>
    <name>QuittingDialog</name>
    <message>
        <source>Quit during a recording?</source>
        <translation>Uscire durante una registrazione?</translation>
    </message>
    <message>
        <source>The PBX goes on recording the call. Without Traydial you can only stop it at your phone.</source>
        <translation>Il centralino continua a registrare la chiamata. Senza Traydial si può fermare solo dal telefono.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Esci</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Annu&amp;lla</translation>
    </message>
</context>
<context>
    <name>RecordingConsentDialog</name>
    <message>
        <source>May this call be recorded?</source>
        <translation>Si può registrare questa chiamata?</translation>
    </message>
    <message>
        <source>Was the other party told of the recording, and do they agree?</source>
        <translation>L&apos;altra parte è stata informata della registrazione ed è d&apos;accordo?</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Your settings require consent before this number is recorded.</source>
        <translation>Le impostazioni richiedono il consenso prima di registrare questo numero.</translation>
    </message>
    <message>
        <source>“Do not record” still places the call. Esc cancels it.</source>
        <translation>«Non registrare» effettua comunque la chiamata. Esc la annulla.</translation>
    </message>
    <message>
        <source>They &amp;agreed: record</source>
        <translation>È d&apos;&amp;accordo: registra</translation>
    </message>
    <message>
        <source>Do &amp;not record</source>
        <translation>&amp;Non registrare</translation>
    </message>
</context>
<context>
    <name>RulesEditor</name>
    <message>
        <source>Rules of the dial plan</source>
        <translation>Regole del piano di numerazione</translation>
    </message>
    <message>
        <source>Ins adds a rule, Del removes it, Alt with an arrow moves it.</source>
        <translation>Ins aggiunge una regola, Canc la elimina, Alt con una freccia la sposta.</translation>
    </message>
    <message>
        <source>None yet: numbers are written as the PBX takes them.</source>
        <translation>Ancora nessuna: i numeri sono scritti come li accetta il centralino.</translation>
    </message>
    <message>
        <source>Rules, one after the other:</source>
        <translation>Regole, una dopo l&apos;altra:</translation>
    </message>
    <message>
        <source>A&amp;dd rule</source>
        <translation>A&amp;ggiungi regola</translation>
    </message>
    <message>
        <source>Remo&amp;ve rule</source>
        <translation>&amp;Elimina regola</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Sposta s&amp;u</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>Sposta gi&amp;ù</translation>
    </message>
    <message>
        <source>Kind of rule</source>
        <translation>Tipo di regola</translation>
    </message>
    <message>
        <source>{count}. {rule}</source>
        <translation>{count}. {rule}</translation>
    </message>
    <message>
        <source>{rule} – cannot be used</source>
        <translation>{rule} – non utilizzabile</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagine</translation>
    </message>
    <message>
        <source>&amp;Accounts</source>
        <translation>&amp;Account</translation>
    </message>
    <message>
        <source>Ca&amp;lls</source>
        <translation>&amp;Chiamate</translation>
    </message>
    <message>
        <source>H&amp;istory</source>
        <translation>Cronolo&amp;gia</translation>
    </message>
    <message>
        <source>&amp;Hotkeys</source>
        <translation>&amp;Scorciatoie</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Generale</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Sal&amp;va</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>Salvare le modifiche?</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Non salvare</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Continua a modificare</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Set by your administrator</source>
        <translation>Deciso dall&apos;amministratore</translation>
    </message>
</context>
<context>
    <name>StandIn</name>
    <message>
        <source>Traydial keeps running without its window.</source>
        <translation>Traydial resta attivo senza la sua finestra.</translation>
    </message>
    <message>
        <source>Links and hotkeys still dial. Start Traydial again to have the window back, or quit here.</source>
        <translation>Link e scorciatoie continuano a chiamare. Avvia di nuovo Traydial per riavere la finestra, oppure esci da qui.</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Lascia attivo</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Esci</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Dialled</source>
        <translation>Composto</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Atteso</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Esito</translation>
    </message>
    <message>
        <source>As expected</source>
        <translation>Come atteso</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Diverso</translation>
    </message>
</context>
<context>
    <name>TableTest</name>
    <message>
        <source>Test a table of numbers</source>
        <translation>Prova una tabella di numeri</translation>
    </message>
    <message>
        <source>Numbers and what would be dialled</source>
        <translation>I numeri e che cosa si comporrebbe</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Perché questo numero?</translation>
    </message>
    <message>
        <source>&amp;Only those that differ or cannot be dialled</source>
        <translation>Solo quelli &amp;diversi o che non si possono comporre</translation>
    </message>
    <message>
        <source>&amp;Load a table…</source>
        <translation>&amp;Carica una tabella…</translation>
    </message>
    <message>
        <source>&amp;Save the results…</source>
        <translation>&amp;Salva i risultati…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>C&amp;hiudi</translation>
    </message>
    <message>
        <source>A CSV file with a column “number” and, if you like, “expected”: what should be dialled. No call is placed.</source>
        <translation>Un file CSV con una colonna “number” e, se si vuole, “expected”: che cosa si dovrebbe comporre. Non parte nessuna chiamata.</translation>
    </message>
    <message>
        <source>Testing {file}…</source>
        <translation>Prova di {file} in corso…</translation>
    </message>
    <message>
        <source>The results are in {file}.</source>
        <translation>I risultati sono in {file}.</translation>
    </message>
    <message>
        <source>Numbers: {count}. As expected: {same}. Different: {differing}. Not dialled: {undialled}.</source>
        <translation>Numeri: {count}. Come attesi: {same}. Diversi: {differing}. Non componibili: {undialled}.</translation>
    </message>
    <message>
        <source>Load a table</source>
        <translation>Carica una tabella</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Salva i risultati</translation>
    </message>
    <message>
        <source>{table}-results.csv</source>
        <translation>{table}-risultati.csv</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabella (*.csv)</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Dial &amp;clipboard</source>
        <translation>Chiama dagli &amp;appunti</translation>
    </message>
    <message>
        <source>&amp;Dial…</source>
        <translation>&amp;Chiama…</translation>
    </message>
    <message>
        <source>&amp;Go to the call window</source>
        <translation>&amp;Vai alla finestra della chiamata</translation>
    </message>
    <message>
        <source>R&amp;ecent calls</source>
        <translation>Chiamate r&amp;ecenti</translation>
    </message>
    <message>
        <source>H&amp;istory…</source>
        <translation>Cr&amp;onologia…</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>Acco&amp;unt</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Impostazioni…</translation>
    </message>
    <message>
        <source>Diag&amp;nostics</source>
        <translation>&amp;Diagnostica</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>E&amp;sci</translation>
    </message>
    <message>
        <source>No default account: choose one</source>
        <translation>Nessun account predefinito: sceglierne uno</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>No account yet: open Settings</source>
        <translation>Ancora nessun account: aprire le Impostazioni</translation>
    </message>
    <message>
        <source>Still recorded!</source>
        <translation>Ancora in registrazione!</translation>
    </message>
    <message>
        <source>About to call {number}</source>
        <translation>Sta per chiamare {number}</translation>
    </message>
</context>
<context>
    <name>TrayWindow</name>
    <message>
        <source>This desktop has no tray, so Traydial stays in this window.</source>
        <translation>Questo desktop non ha un&apos;area di notifica, perciò Traydial rimane in questa finestra.</translation>
    </message>
</context>
<context>
    <name>accounts</name>
    <message>
        <source>up to eight digits, * and # are allowed</source>
        <translation>sono ammessi fino a otto cifre, * e #</translation>
    </message>
    <message>
        <source>only leading digits are allowed, without x and ranges</source>
        <translation>sono ammesse solo le cifre iniziali, senza x e intervalli</translation>
    </message>
    <message>
        <source>this kind of rule has nothing to use</source>
        <translation>questo tipo di regola non ha nulla da usare</translation>
    </message>
    <message>
        <source>only digits are allowed, with or without +</source>
        <translation>sono ammesse solo cifre, con o senza +</translation>
    </message>
    <message>
        <source>only digits are allowed, with or without +, and \1 to \9 for the groups of the expression</source>
        <translation>sono ammesse solo cifre, con o senza +, e da \1 a \9 per i gruppi dell&apos;espressione</translation>
    </message>
    <message>
        <source>it must be on or off</source>
        <translation>deve essere attivo o disattivo</translation>
    </message>
    <message>
        <source>it names a group that the expression does not have</source>
        <translation>nomina un gruppo che l&apos;espressione non ha</translation>
    </message>
    <message>
        <source>a pattern is missing</source>
        <translation>manca un modello</translation>
    </message>
    <message>
        <source>a range goes up, and both ends have the same number of digits</source>
        <translation>un intervallo è crescente e i due estremi hanno lo stesso numero di cifre</translation>
    </message>
    <message>
        <source>only digits, +, x, * and # may stand in a pattern</source>
        <translation>in un modello possono stare solo cifre, +, x, * e #</translation>
    </message>
    <message>
        <source>the expression is too long</source>
        <translation>l&apos;espressione è troppo lunga</translation>
    </message>
    <message>
        <source>a character or construct is not among those allowed</source>
        <translation>un carattere o un costrutto non è tra quelli ammessi</translation>
    </message>
    <message>
        <source>a group may not hold a group</source>
        <translation>un gruppo non può contenere un gruppo</translation>
    </message>
    <message>
        <source>a bracket has no partner</source>
        <translation>una parentesi non ha la sua compagna</translation>
    </message>
    <message>
        <source>a quantifier has nothing to repeat</source>
        <translation>un quantificatore non ha nulla da ripetere</translation>
    </message>
    <message>
        <source>a group may only be followed by ?, and then holds no quantifier</source>
        <translation>un gruppo può essere seguito solo da ?, e allora non contiene quantificatori</translation>
    </message>
    <message>
        <source>only one quantifier may be without an upper end</source>
        <translation>un solo quantificatore può essere senza limite superiore</translation>
    </message>
    <message>
        <source>the expression has too many ways to match</source>
        <translation>l&apos;espressione ha troppi modi di corrispondere</translation>
    </message>
    <message>
        <source>a range must go up</source>
        <translation>un intervallo deve essere crescente</translation>
    </message>
    <message>
        <source>it must be yes or no</source>
        <translation>deve essere sì o no</translation>
    </message>
    <message>
        <source>it is not one of the choices</source>
        <translation>non è una delle scelte</translation>
    </message>
    <message>
        <source>it must be text, in quotes</source>
        <translation>deve essere testo, tra virgolette</translation>
    </message>
    <message>
        <source>it contains an invisible character</source>
        <translation>contiene un carattere invisibile</translation>
    </message>
    <message>
        <source>it does not have the right form</source>
        <translation>non ha la forma giusta</translation>
    </message>
    <message>
        <source>the address does not begin as it must</source>
        <translation>l&apos;indirizzo non inizia come deve</translation>
    </message>
    <message>
        <source>the address names no server, or no valid port</source>
        <translation>l&apos;indirizzo non indica un server o una porta valida</translation>
    </message>
    <message>
        <source>the address must not contain a user name or password</source>
        <translation>l&apos;indirizzo non deve contenere nome utente o password</translation>
    </message>
    <message>
        <source>the address must end before ? and #</source>
        <translation>l&apos;indirizzo deve finire prima di ? e #</translation>
    </message>
    <message>
        <source>a secret belongs in the keyring, not in the settings</source>
        <translation>un segreto va nel portachiavi, non nelle impostazioni</translation>
    </message>
    <message>
        <source>it is not a two-letter country code</source>
        <translation>non è un codice di paese di due lettere</translation>
    </message>
    <message>
        <source>this PBX records no calls</source>
        <translation>questo centralino non registra chiamate</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>il file non esiste</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>The settings can be read.</source>
        <translation>Le impostazioni si possono leggere.</translation>
    </message>
    <message>
        <source>The settings cannot be read.</source>
        <translation>Le impostazioni non si possono leggere.</translation>
    </message>
    <message>
        <source>Set up your accounts again, or repair the renamed file.</source>
        <translation>Configurare di nuovo gli account, o correggere il file rinominato.</translation>
    </message>
    <message>
        <source>The country for national numbers is set.</source>
        <translation>Il paese dei numeri nazionali è impostato.</translation>
    </message>
    <message>
        <source>The country for numbers without + is not set.</source>
        <translation>Il paese dei numeri senza + non è impostato.</translation>
    </message>
    <message>
        <source>Choose your country in Settings.</source>
        <translation>Scegliere il paese nelle Impostazioni.</translation>
    </message>
    <message>
        <source>Traydial opens {scheme}: links.</source>
        <translation>Traydial apre i collegamenti {scheme}:.</translation>
    </message>
    <message>
        <source>Another program opens {scheme}: links: {handler}.</source>
        <translation>Un altro programma apre i collegamenti {scheme}: ({handler}).</translation>
    </message>
    <message>
        <source>Choose Traydial in Settings under Calls, or run “traydial handler install”.</source>
        <translation>Scegliere Traydial nelle Impostazioni alla voce Chiamate, oppure eseguire “traydial handler install”.</translation>
    </message>
    <message>
        <source>No program opens {scheme}: links.</source>
        <translation>Nessun programma apre i collegamenti {scheme}:.</translation>
    </message>
    <message>
        <source>Programs cannot be registered for links here.</source>
        <translation>Qui non si possono registrare programmi per i collegamenti.</translation>
    </message>
    <message>
        <source>Links are switched off: Traydial dials none that other programs open.</source>
        <translation>I link sono disattivati: Traydial non chiama quelli aperti da altri programmi.</translation>
    </message>
    <message>
        <source>Switch them on in Settings under Calls, or run “traydial handler install”.</source>
        <translation>Attivarli nelle Impostazioni alla voce Chiamate, oppure eseguire “traydial handler install”.</translation>
    </message>
    <message>
        <source>The keyring answers.</source>
        <translation>Il portachiavi risponde.</translation>
    </message>
    <message>
        <source>The keyring cannot be used.</source>
        <translation>Il portachiavi non si può usare.</translation>
    </message>
    <message>
        <source>Unlock the keyring of this desktop, then try again.</source>
        <translation>Sbloccare il portachiavi di questo desktop, poi riprovare.</translation>
    </message>
    <message>
        <source>This desktop shows tray icons.</source>
        <translation>Questo desktop mostra le icone nell&apos;area di notifica.</translation>
    </message>
    <message>
        <source>This desktop has no place for tray icons.</source>
        <translation>Questo desktop non ha posto per le icone di notifica.</translation>
    </message>
    <message>
        <source>Turn on its system tray; GNOME needs the extension AppIndicator for that.</source>
        <translation>Attivare l&apos;area di notifica; GNOME richiede l&apos;estensione AppIndicator.</translation>
    </message>
    <message>
        <source>Traydial runs in the tray.</source>
        <translation>Traydial è in esecuzione nell&apos;area di notifica.</translation>
    </message>
    <message>
        <source>Traydial does not run in the tray.</source>
        <translation>Traydial non è in esecuzione nell&apos;area di notifica.</translation>
    </message>
    <message>
        <source>Start “traydial”; Settings can start it at login.</source>
        <translation>Avviare “traydial”; le Impostazioni possono avviarlo all&apos;accesso.</translation>
    </message>
    <message>
        <source>The running tray does not answer.</source>
        <translation>Traydial è in esecuzione ma non risponde.</translation>
    </message>
    <message>
        <source>Quit Traydial and start it again.</source>
        <translation>Uscire da Traydial e avviarlo di nuovo.</translation>
    </message>
    <message>
        <source>The hotkey {chord} works.</source>
        <translation>La scorciatoia {chord} funziona.</translation>
    </message>
    <message>
        <source>This hotkey is turned off.</source>
        <translation>Questa scorciatoia è disattivata.</translation>
    </message>
    <message>
        <source>The hotkey {chord} does not work.</source>
        <translation>La scorciatoia {chord} non funziona.</translation>
    </message>
    <message>
        <source>Choose another key in Settings.</source>
        <translation>Scegliere un altro tasto nelle Impostazioni.</translation>
    </message>
    <message>
        <source>There is no account yet.</source>
        <translation>Non c&apos;è ancora nessun account.</translation>
    </message>
    <message>
        <source>Add one in Settings, or with “traydial account add”.</source>
        <translation>Aggiungerne uno nelle Impostazioni, o con “traydial account add”.</translation>
    </message>
    <message>
        <source>The account {account} can dial. {info}</source>
        <translation>L&apos;account {account} può chiamare. {info}</translation>
    </message>
    <message>
        <source>The PBX of the account {account} answers; only a call can show whether it takes the account. {info}</source>
        <translation>Il centralino dell&apos;account {account} risponde; solo una chiamata può mostrare se accetta l&apos;account. {info}</translation>
    </message>
    <message>
        <source>The account {account} cannot dial.</source>
        <translation>L&apos;account {account} non può chiamare.</translation>
    </message>
    <message>
        <source>Test the account in Settings.</source>
        <translation>Provare l&apos;account nelle Impostazioni.</translation>
    </message>
    <message>
        <source>The account {account} sends its data unencrypted, and others can read it on the way.</source>
        <translation>L&apos;account {account} invia i dati non cifrati, e altri possono leggerli lungo il percorso.</translation>
    </message>
    <message>
        <source>Use an address with https if the PBX has it.</source>
        <translation>Usare un indirizzo con https se il centralino lo offre.</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>The default account is gone; {account} dials now.</source>
        <translation>L&apos;account predefinito non c&apos;è più; ora chiama {account}.</translation>
    </message>
    <message>
        <source>The default account is gone. Choose the next: traydial account default ID</source>
        <translation>L&apos;account predefinito non c&apos;è più. Scegliere il prossimo: traydial account default ID</translation>
    </message>
    <message>
        <source>no program</source>
        <translation>nessun programma</translation>
    </message>
    <message>
        <source>Links are not dialled.</source>
        <translation>I collegamenti non vengono chiamati.</translation>
    </message>
    <message>
        <source>No calls yet.</source>
        <translation>Ancora nessuna chiamata.</translation>
    </message>
    <message>
        <source>{account} can dial.</source>
        <translation>{account} può chiamare.</translation>
    </message>
    <message>
        <source>{account}: the PBX answers; whether it accepts a call shows only with the first one.</source>
        <translation>{account}: il centralino risponde; se accetta una chiamata si vede solo con la prima.</translation>
    </message>
    <message>
        <source>No account yet.</source>
        <translation>Ancora nessun account.</translation>
    </message>
    <message>
        <source>The tray is running.</source>
        <translation>Traydial è in esecuzione.</translation>
    </message>
    <message>
        <source>No tray is running.</source>
        <translation>Traydial non è in esecuzione.</translation>
    </message>
    <message>
        <source>Call {number}? [y/N]</source>
        <translation>Chiamare {number}? [y/N]</translation>
    </message>
    <message>
        <source>{number} through {account}</source>
        <translation>{number} tramite {account}</translation>
    </message>
    <message>
        <source>Type what the phones do: {words}</source>
        <translation>Scrivere che cosa fanno i telefoni: {words}</translation>
    </message>
    <message>
        <source>Traydial is in your tray. To dial from another terminal:</source>
        <translation>Traydial è nell&apos;area di notifica. Per chiamare da un altro terminale:</translation>
    </message>
    <message>
        <source>An account for it:</source>
        <translation>Un account per provarlo:</translation>
    </message>
</context>
<context>
    <name>config_store</name>
    <message>
        <source>it was written by a newer Traydial</source>
        <translation>è stato scritto da un Traydial più recente</translation>
    </message>
    <message>
        <source>two accounts have the same id</source>
        <translation>due account hanno lo stesso id</translation>
    </message>
</context>
<context>
    <name>controls</name>
    <message>
        <source>&amp;Record call</source>
        <translation>&amp;Registra la chiamata</translation>
    </message>
    <message>
        <source>&amp;Record the next call</source>
        <translation>&amp;Registra la prossima chiamata</translation>
    </message>
    <message>
        <source>&amp;Hang up</source>
        <translation>Ria&amp;ggancia</translation>
    </message>
    <message>
        <source>Cance&amp;l the call</source>
        <translation>A&amp;nnulla la chiamata</translation>
    </message>
    <message>
        <source>no call right now</source>
        <translation>nessuna chiamata in corso</translation>
    </message>
    <message>
        <source>no account yet</source>
        <translation>ancora nessun account</translation>
    </message>
    <message>
        <source>not offered by {pbx}</source>
        <translation>non offerto da {pbx}</translation>
    </message>
    <message>
        <source>{pbx} needs to know before the call</source>
        <translation>{pbx} deve saperlo prima della chiamata</translation>
    </message>
    <message>
        <source>the PBX records this call in any case</source>
        <translation>il centralino registra comunque questa chiamata</translation>
    </message>
</context>
<context>
    <name>countries</name>
    <message>
        <source>Ascension Island</source>
        <translation>Isola Ascensione</translation>
    </message>
    <message>
        <source>Andorra</source>
        <translation>Andorra</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>Emirati Arabi Uniti</translation>
    </message>
    <message>
        <source>Afghanistan</source>
        <translation>Afghanistan</translation>
    </message>
    <message>
        <source>Antigua &amp; Barbuda</source>
        <translation>Antigua e Barbuda</translation>
    </message>
    <message>
        <source>Anguilla</source>
        <translation>Anguilla</translation>
    </message>
    <message>
        <source>Albania</source>
        <translation>Albania</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>Armenia</translation>
    </message>
    <message>
        <source>Angola</source>
        <translation>Angola</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>Argentina</translation>
    </message>
    <message>
        <source>American Samoa</source>
        <translation>Samoa Americane</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Austria</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australia</translation>
    </message>
    <message>
        <source>Aruba</source>
        <translation>Aruba</translation>
    </message>
    <message>
        <source>Åland Islands</source>
        <translation>Isole Åland</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>Azerbaigian</translation>
    </message>
    <message>
        <source>Bosnia &amp; Herzegovina</source>
        <translation>Bosnia ed Erzegovina</translation>
    </message>
    <message>
        <source>Barbados</source>
        <translation>Barbados</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>Bangladesh</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Belgio</translation>
    </message>
    <message>
        <source>Burkina Faso</source>
        <translation>Burkina Faso</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>Bulgaria</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>Bahrein</translation>
    </message>
    <message>
        <source>Burundi</source>
        <translation>Burundi</translation>
    </message>
    <message>
        <source>Benin</source>
        <translation>Benin</translation>
    </message>
    <message>
        <source>St. Barthélemy</source>
        <translation>Saint-Barthélemy</translation>
    </message>
    <message>
        <source>Bermuda</source>
        <translation>Bermuda</translation>
    </message>
    <message>
        <source>Brunei</source>
        <translation>Brunei</translation>
    </message>
    <message>
        <source>Bolivia</source>
        <translation>Bolivia</translation>
    </message>
    <message>
        <source>Caribbean Netherlands</source>
        <translation>Caraibi Olandesi</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brasile</translation>
    </message>
    <message>
        <source>Bahamas</source>
        <translation>Bahamas</translation>
    </message>
    <message>
        <source>Bhutan</source>
        <translation>Bhutan</translation>
    </message>
    <message>
        <source>Botswana</source>
        <translation>Botswana</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>Bielorussia</translation>
    </message>
    <message>
        <source>Belize</source>
        <translation>Belize</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Canada</translation>
    </message>
    <message>
        <source>Cocos (Keeling) Islands</source>
        <translation>Isole Cocos (Keeling)</translation>
    </message>
    <message>
        <source>Congo - Kinshasa</source>
        <translation>Congo - Kinshasa</translation>
    </message>
    <message>
        <source>Central African Republic</source>
        <translation>Repubblica Centrafricana</translation>
    </message>
    <message>
        <source>Congo - Brazzaville</source>
        <translation>Congo-Brazzaville</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Svizzera</translation>
    </message>
    <message>
        <source>Côte d’Ivoire</source>
        <translation>Costa d’Avorio</translation>
    </message>
    <message>
        <source>Cook Islands</source>
        <translation>Isole Cook</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>Cile</translation>
    </message>
    <message>
        <source>Cameroon</source>
        <translation>Camerun</translation>
    </message>
    <message>
        <source>China</source>
        <translation>Cina</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>Colombia</translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation>Costa Rica</translation>
    </message>
    <message>
        <source>Cuba</source>
        <translation>Cuba</translation>
    </message>
    <message>
        <source>Cape Verde</source>
        <translation>Capo Verde</translation>
    </message>
    <message>
        <source>Curaçao</source>
        <translation>Curaçao</translation>
    </message>
    <message>
        <source>Christmas Island</source>
        <translation>Isola Christmas</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>Cipro</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Cechia</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Germania</translation>
    </message>
    <message>
        <source>Djibouti</source>
        <translation>Gibuti</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Danimarca</translation>
    </message>
    <message>
        <source>Dominica</source>
        <translation>Dominica</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation>Repubblica Dominicana</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>Algeria</translation>
    </message>
    <message>
        <source>Ecuador</source>
        <translation>Ecuador</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Estonia</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>Egitto</translation>
    </message>
    <message>
        <source>Western Sahara</source>
        <translation>Sahara Occidentale</translation>
    </message>
    <message>
        <source>Eritrea</source>
        <translation>Eritrea</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spagna</translation>
    </message>
    <message>
        <source>Ethiopia</source>
        <translation>Etiopia</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Finlandia</translation>
    </message>
    <message>
        <source>Fiji</source>
        <translation>Figi</translation>
    </message>
    <message>
        <source>Falkland Islands</source>
        <translation>Isole Falkland</translation>
    </message>
    <message>
        <source>Micronesia</source>
        <translation>Micronesia</translation>
    </message>
    <message>
        <source>Faroe Islands</source>
        <translation>Isole Fær Øer</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Francia</translation>
    </message>
    <message>
        <source>Gabon</source>
        <translation>Gabon</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Regno Unito</translation>
    </message>
    <message>
        <source>Grenada</source>
        <translation>Grenada</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>Georgia</translation>
    </message>
    <message>
        <source>French Guiana</source>
        <translation>Guyana Francese</translation>
    </message>
    <message>
        <source>Guernsey</source>
        <translation>Guernsey</translation>
    </message>
    <message>
        <source>Ghana</source>
        <translation>Ghana</translation>
    </message>
    <message>
        <source>Gibraltar</source>
        <translation>Gibilterra</translation>
    </message>
    <message>
        <source>Greenland</source>
        <translation>Groenlandia</translation>
    </message>
    <message>
        <source>Gambia</source>
        <translation>Gambia</translation>
    </message>
    <message>
        <source>Guinea</source>
        <translation>Guinea</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>Guadalupa</translation>
    </message>
    <message>
        <source>Equatorial Guinea</source>
        <translation>Guinea Equatoriale</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Grecia</translation>
    </message>
    <message>
        <source>Guatemala</source>
        <translation>Guatemala</translation>
    </message>
    <message>
        <source>Guam</source>
        <translation>Guam</translation>
    </message>
    <message>
        <source>Guinea-Bissau</source>
        <translation>Guinea-Bissau</translation>
    </message>
    <message>
        <source>Guyana</source>
        <translation>Guyana</translation>
    </message>
    <message>
        <source>Hong Kong SAR China</source>
        <translation>RAS di Hong Kong</translation>
    </message>
    <message>
        <source>Honduras</source>
        <translation>Honduras</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>Croazia</translation>
    </message>
    <message>
        <source>Haiti</source>
        <translation>Haiti</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>Ungheria</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>Indonesia</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irlanda</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Israele</translation>
    </message>
    <message>
        <source>Isle of Man</source>
        <translation>Isola di Man</translation>
    </message>
    <message>
        <source>India</source>
        <translation>India</translation>
    </message>
    <message>
        <source>British Indian Ocean Territory</source>
        <translation>Territorio Britannico dell’Oceano Indiano</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>Iraq</translation>
    </message>
    <message>
        <source>Iran</source>
        <translation>Iran</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>Islanda</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italia</translation>
    </message>
    <message>
        <source>Jersey</source>
        <translation>Jersey</translation>
    </message>
    <message>
        <source>Jamaica</source>
        <translation>Giamaica</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>Giordania</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Giappone</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>Kenya</translation>
    </message>
    <message>
        <source>Kyrgyzstan</source>
        <translation>Kirghizistan</translation>
    </message>
    <message>
        <source>Cambodia</source>
        <translation>Cambogia</translation>
    </message>
    <message>
        <source>Kiribati</source>
        <translation>Kiribati</translation>
    </message>
    <message>
        <source>Comoros</source>
        <translation>Comore</translation>
    </message>
    <message>
        <source>St. Kitts &amp; Nevis</source>
        <translation>Saint Kitts e Nevis</translation>
    </message>
    <message>
        <source>North Korea</source>
        <translation>Corea del Nord</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Corea del Sud</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>Kuwait</translation>
    </message>
    <message>
        <source>Cayman Islands</source>
        <translation>Isole Cayman</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>Kazakistan</translation>
    </message>
    <message>
        <source>Laos</source>
        <translation>Laos</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>Libano</translation>
    </message>
    <message>
        <source>St. Lucia</source>
        <translation>Saint Lucia</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>Liechtenstein</translation>
    </message>
    <message>
        <source>Sri Lanka</source>
        <translation>Sri Lanka</translation>
    </message>
    <message>
        <source>Liberia</source>
        <translation>Liberia</translation>
    </message>
    <message>
        <source>Lesotho</source>
        <translation>Lesotho</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Lituania</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Lussemburgo</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Lettonia</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>Libia</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>Marocco</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>Monaco</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>Moldavia</translation>
    </message>
    <message>
        <source>Montenegro</source>
        <translation>Montenegro</translation>
    </message>
    <message>
        <source>St. Martin</source>
        <translation>Saint Martin</translation>
    </message>
    <message>
        <source>Madagascar</source>
        <translation>Madagascar</translation>
    </message>
    <message>
        <source>Marshall Islands</source>
        <translation>Isole Marshall</translation>
    </message>
    <message>
        <source>North Macedonia</source>
        <translation>Macedonia del Nord</translation>
    </message>
    <message>
        <source>Mali</source>
        <translation>Mali</translation>
    </message>
    <message>
        <source>Myanmar (Burma)</source>
        <translation>Myanmar (Birmania)</translation>
    </message>
    <message>
        <source>Mongolia</source>
        <translation>Mongolia</translation>
    </message>
    <message>
        <source>Macao SAR China</source>
        <translation>RAS di Macao</translation>
    </message>
    <message>
        <source>Northern Mariana Islands</source>
        <translation>Isole Marianne Settentrionali</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>Martinica</translation>
    </message>
    <message>
        <source>Mauritania</source>
        <translation>Mauritania</translation>
    </message>
    <message>
        <source>Montserrat</source>
        <translation>Montserrat</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>Malta</translation>
    </message>
    <message>
        <source>Mauritius</source>
        <translation>Mauritius</translation>
    </message>
    <message>
        <source>Maldives</source>
        <translation>Maldive</translation>
    </message>
    <message>
        <source>Malawi</source>
        <translation>Malawi</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Messico</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Malaysia</translation>
    </message>
    <message>
        <source>Mozambique</source>
        <translation>Mozambico</translation>
    </message>
    <message>
        <source>Namibia</source>
        <translation>Namibia</translation>
    </message>
    <message>
        <source>New Caledonia</source>
        <translation>Nuova Caledonia</translation>
    </message>
    <message>
        <source>Niger</source>
        <translation>Niger</translation>
    </message>
    <message>
        <source>Norfolk Island</source>
        <translation>Isola Norfolk</translation>
    </message>
    <message>
        <source>Nigeria</source>
        <translation>Nigeria</translation>
    </message>
    <message>
        <source>Nicaragua</source>
        <translation>Nicaragua</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Paesi Bassi</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Norvegia</translation>
    </message>
    <message>
        <source>Nepal</source>
        <translation>Nepal</translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation>Nauru</translation>
    </message>
    <message>
        <source>Niue</source>
        <translation>Niue</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Nuova Zelanda</translation>
    </message>
    <message>
        <source>Oman</source>
        <translation>Oman</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>Panama</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>Perù</translation>
    </message>
    <message>
        <source>French Polynesia</source>
        <translation>Polinesia Francese</translation>
    </message>
    <message>
        <source>Papua New Guinea</source>
        <translation>Papua Nuova Guinea</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>Filippine</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>Pakistan</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polonia</translation>
    </message>
    <message>
        <source>St. Pierre &amp; Miquelon</source>
        <translation>Saint-Pierre e Miquelon</translation>
    </message>
    <message>
        <source>Puerto Rico</source>
        <translation>Portorico</translation>
    </message>
    <message>
        <source>Palestinian Territories</source>
        <translation>Territori Palestinesi</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portogallo</translation>
    </message>
    <message>
        <source>Palau</source>
        <translation>Palau</translation>
    </message>
    <message>
        <source>Paraguay</source>
        <translation>Paraguay</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>Qatar</translation>
    </message>
    <message>
        <source>Réunion</source>
        <translation>Riunione</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>Romania</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>Serbia</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>Russia</translation>
    </message>
    <message>
        <source>Rwanda</source>
        <translation>Ruanda</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>Arabia Saudita</translation>
    </message>
    <message>
        <source>Solomon Islands</source>
        <translation>Isole Salomone</translation>
    </message>
    <message>
        <source>Seychelles</source>
        <translation>Seychelles</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>Sudan</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Svezia</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapore</translation>
    </message>
    <message>
        <source>St. Helena</source>
        <translation>Sant’Elena</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>Slovenia</translation>
    </message>
    <message>
        <source>Svalbard &amp; Jan Mayen</source>
        <translation>Svalbard e Jan Mayen</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>Slovacchia</translation>
    </message>
    <message>
        <source>Sierra Leone</source>
        <translation>Sierra Leone</translation>
    </message>
    <message>
        <source>San Marino</source>
        <translation>San Marino</translation>
    </message>
    <message>
        <source>Senegal</source>
        <translation>Senegal</translation>
    </message>
    <message>
        <source>Somalia</source>
        <translation>Somalia</translation>
    </message>
    <message>
        <source>Suriname</source>
        <translation>Suriname</translation>
    </message>
    <message>
        <source>South Sudan</source>
        <translation>Sud Sudan</translation>
    </message>
    <message>
        <source>São Tomé &amp; Príncipe</source>
        <translation>São Tomé e Príncipe</translation>
    </message>
    <message>
        <source>El Salvador</source>
        <translation>El Salvador</translation>
    </message>
    <message>
        <source>Sint Maarten</source>
        <translation>Sint Maarten</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>Siria</translation>
    </message>
    <message>
        <source>Eswatini</source>
        <translation>Eswatini</translation>
    </message>
    <message>
        <source>Tristan da Cunha</source>
        <translation>Tristan da Cunha</translation>
    </message>
    <message>
        <source>Turks &amp; Caicos Islands</source>
        <translation>Isole Turks e Caicos</translation>
    </message>
    <message>
        <source>Chad</source>
        <translation>Ciad</translation>
    </message>
    <message>
        <source>Togo</source>
        <translation>Togo</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Thailandia</translation>
    </message>
    <message>
        <source>Tajikistan</source>
        <translation>Tagikistan</translation>
    </message>
    <message>
        <source>Tokelau</source>
        <translation>Tokelau</translation>
    </message>
    <message>
        <source>Timor-Leste</source>
        <translation>Timor Est</translation>
    </message>
    <message>
        <source>Turkmenistan</source>
        <translation>Turkmenistan</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>Tunisia</translation>
    </message>
    <message>
        <source>Tonga</source>
        <translation>Tonga</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>Turchia</translation>
    </message>
    <message>
        <source>Trinidad &amp; Tobago</source>
        <translation>Trinidad e Tobago</translation>
    </message>
    <message>
        <source>Tuvalu</source>
        <translation>Tuvalu</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>Taiwan</translation>
    </message>
    <message>
        <source>Tanzania</source>
        <translation>Tanzania</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>Ucraina</translation>
    </message>
    <message>
        <source>Uganda</source>
        <translation>Uganda</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Stati Uniti</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>Uruguay</translation>
    </message>
    <message>
        <source>Uzbekistan</source>
        <translation>Uzbekistan</translation>
    </message>
    <message>
        <source>Vatican City</source>
        <translation>Città del Vaticano</translation>
    </message>
    <message>
        <source>St. Vincent &amp; Grenadines</source>
        <translation>Saint Vincent e Grenadine</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>Venezuela</translation>
    </message>
    <message>
        <source>British Virgin Islands</source>
        <translation>Isole Vergini Britanniche</translation>
    </message>
    <message>
        <source>U.S. Virgin Islands</source>
        <translation>Isole Vergini Americane</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>Vietnam</translation>
    </message>
    <message>
        <source>Vanuatu</source>
        <translation>Vanuatu</translation>
    </message>
    <message>
        <source>Wallis &amp; Futuna</source>
        <translation>Wallis e Futuna</translation>
    </message>
    <message>
        <source>Samoa</source>
        <translation>Samoa</translation>
    </message>
    <message>
        <source>Kosovo</source>
        <translation>Kosovo</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>Yemen</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>Mayotte</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Sudafrica</translation>
    </message>
    <message>
        <source>Zambia</source>
        <translation>Zambia</translation>
    </message>
    <message>
        <source>Zimbabwe</source>
        <translation>Zimbabwe</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Asking the PBX…</source>
        <translation>Richiesta al centralino…</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Inoltrata</translation>
    </message>
    <message>
        <source>Your phone rings</source>
        <translation>Il telefono squilla</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Squilla</translation>
    </message>
    <message>
        <source>In call</source>
        <translation>In chiamata</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminata</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non collegata</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annullata</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Esito sconosciuto</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Risposta</translation>
    </message>
    <message>
        <source>Answered, end unknown</source>
        <translation>Risposta, la fine non è nota</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>registrata</translation>
    </message>
    <message>
        <source>Recording agreed to: {when}</source>
        <translation>Registrazione accettata: {when}</translation>
    </message>
    <message>
        <source>Recording declined: {when}</source>
        <translation>Registrazione rifiutata: {when}</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Sign-in refused</source>
        <translation>Accesso rifiutato</translation>
    </message>
    <message>
        <source>The PBX does not accept this user name and password or key.</source>
        <translation>Il centralino non accetta questo nome utente con questa password o chiave.</translation>
    </message>
    <message>
        <source>Correct them in Settings under Accounts, then test the connection.</source>
        <translation>Correggerli nelle Impostazioni alla voce Account, poi provare il collegamento.</translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation>Token rifiutato</translation>
    </message>
    <message>
        <source>The PBX does not accept the token, or it has expired.</source>
        <translation>Il centralino non accetta il token, oppure è scaduto.</translation>
    </message>
    <message>
        <source>Get a new one from the PBX and enter it in Settings under Accounts.</source>
        <translation>Farsene dare uno nuovo e inserirlo nelle Impostazioni alla voce Account.</translation>
    </message>
    <message>
        <source>Server not trusted</source>
        <translation>Server non attendibile</translation>
    </message>
    <message>
        <source>The certificate of the server cannot be verified, so nothing was sent to it.</source>
        <translation>Il certificato del server non si può verificare, perciò non gli è stato inviato nulla.</translation>
    </message>
    <message>
        <source>Check the server name. If the PBX has a certificate of its own, enter its file in the account.</source>
        <translation>Controllare il nome del server. Se il centralino ha un certificato proprio, indicarne il file nell&apos;account.</translation>
    </message>
    <message>
        <source>The certificate of the server cannot be verified ({reason}). Nothing was sent.</source>
        <translation>Il certificato del server non si può verificare ({reason}). Non è stato inviato nulla.</translation>
    </message>
    <message>
        <source>PBX not reachable</source>
        <translation>Centralino non raggiungibile</translation>
    </message>
    <message>
        <source>There is no connection to the PBX.</source>
        <translation>Non c&apos;è collegamento con il centralino.</translation>
    </message>
    <message>
        <source>Check the network or VPN and the server address, then try again.</source>
        <translation>Controllare la rete o la VPN e l&apos;indirizzo del server, poi riprovare.</translation>
    </message>
    <message>
        <source>Server name not found</source>
        <translation>Nome del server non trovato</translation>
    </message>
    <message>
        <source>No server of this name was found.</source>
        <translation>Nessun server con questo nome è stato trovato.</translation>
    </message>
    <message>
        <source>Check the spelling of the server address, and the network or VPN.</source>
        <translation>Controllare come è scritto l&apos;indirizzo del server, e la rete o la VPN.</translation>
    </message>
    <message>
        <source>No server called {host} was found.</source>
        <translation>Nessun server di nome {host} è stato trovato.</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Connessione rifiutata</translation>
    </message>
    <message>
        <source>The server is there, but nothing answers at this port.</source>
        <translation>Il server c&apos;è, ma a questa porta nulla risponde.</translation>
    </message>
    <message>
        <source>Check the port in the server address, or ask whether the PBX is running.</source>
        <translation>Controllare la porta nell&apos;indirizzo del server, o chiedere se il centralino è in funzione.</translation>
    </message>
    <message>
        <source>PBX does not answer</source>
        <translation>Il centralino non risponde</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Il server non ha risposto in tempo.</translation>
    </message>
    <message>
        <source>Check the network or VPN, then try again.</source>
        <translation>Controllare la rete o la VPN, poi riprovare.</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Connessione interrotta</translation>
    </message>
    <message>
        <source>The connection to the PBX broke off before the request was complete.</source>
        <translation>La connessione con il centralino si è interrotta prima che la richiesta fosse completa.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Riprovare.</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Nessuna risposta in tempo</translation>
    </message>
    <message>
        <source>The PBX took too long to answer.</source>
        <translation>Il centralino ha impiegato troppo tempo a rispondere.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, ask whether the PBX is overloaded.</source>
        <translation>Riprovare; se continua, chiedere se il centralino è sovraccarico.</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>Non permesso</translation>
    </message>
    <message>
        <source>The PBX knows this account but does not let it do this.</source>
        <translation>Il centralino conosce questo account ma non gli permette di farlo.</translation>
    </message>
    <message>
        <source>Ask the administrator of the PBX for this permission.</source>
        <translation>Chiedere questo permesso all&apos;amministratore del centralino.</translation>
    </message>
    <message>
        <source>The PBX does not let this account do this: {reason}</source>
        <translation>Il centralino non lo permette a questo account: {reason}</translation>
    </message>
    <message>
        <source>This computer is not on the list</source>
        <translation>Questo computer non è nell&apos;elenco</translation>
    </message>
    <message>
        <source>The PBX accepts requests only from the network addresses it has on its list.</source>
        <translation>Il centralino accetta richieste solo dagli indirizzi di rete del suo elenco.</translation>
    </message>
    <message>
        <source>Ask the administrator of the PBX to add the address of this computer.</source>
        <translation>Chiedere all&apos;amministratore del centralino di aggiungere l&apos;indirizzo di questo computer.</translation>
    </message>
    <message>
        <source>Number not accepted</source>
        <translation>Numero non accettato</translation>
    </message>
    <message>
        <source>The PBX does not take this number. Nothing was dialled.</source>
        <translation>Il centralino non accetta questo numero. Nulla è stato composto.</translation>
    </message>
    <message>
        <source>Check the number, and the country and rules of the account.</source>
        <translation>Controllare il numero, e il paese e le regole dell&apos;account.</translation>
    </message>
    <message>
        <source>The PBX does not take {number}. It takes numbers such as {accepted}.</source>
        <translation>Il centralino non accetta {number}. Accetta numeri come {accepted}.</translation>
    </message>
    <message>
        <source>No number found</source>
        <translation>Nessun numero trovato</translation>
    </message>
    <message>
        <source>There is no telephone number in this text.</source>
        <translation>In questo testo non c&apos;è nessun numero di telefono.</translation>
    </message>
    <message>
        <source>Select or copy the number itself, then try again.</source>
        <translation>Selezionare o copiare il numero stesso, poi riprovare.</translation>
    </message>
    <message>
        <source>Not a number in this country</source>
        <translation>Non è un numero di questo paese</translation>
    </message>
    <message>
        <source>It is not known which country this number belongs to. Nothing was dialled.</source>
        <translation>Non si sa a quale paese appartenga questo numero. Nulla è stato composto.</translation>
    </message>
    <message>
        <source>There is no such number in this country: {country}. Nothing was dialled.</source>
        <translation>Questo numero non esiste in questo paese: {country}. Nulla è stato composto.</translation>
    </message>
    <message>
        <source>Several numbers found</source>
        <translation>Trovati più numeri</translation>
    </message>
    <message>
        <source>The text holds more than one telephone number.</source>
        <translation>Il testo contiene più di un numero di telefono.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Sceglierne uno.</translation>
    </message>
    <message>
        <source>The text holds more than one telephone number: {numbers}.</source>
        <translation>Il testo contiene più di un numero di telefono: {numbers}.</translation>
    </message>
    <message>
        <source>Not a telephone number</source>
        <translation>Non è un numero di telefono</translation>
    </message>
    <message>
        <source>The link does not hold a proper telephone number. Nothing was dialled.</source>
        <translation>Il collegamento non contiene un numero di telefono corretto. Nulla è stato composto.</translation>
    </message>
    <message>
        <source>Enter the number by hand under Dial…</source>
        <translation>Inserire il numero a mano con Chiama…</translation>
    </message>
    <message>
        <source>Too long for a number</source>
        <translation>Troppo lungo per un numero</translation>
    </message>
    <message>
        <source>This is longer than any telephone number. Nothing was dialled.</source>
        <translation>È più lungo di qualsiasi numero di telefono. Nulla è stato composto.</translation>
    </message>
    <message>
        <source>Select or copy the number alone, then try again.</source>
        <translation>Selezionare o copiare solo il numero, poi riprovare.</translation>
    </message>
    <message>
        <source>Hidden characters</source>
        <translation>Caratteri nascosti</translation>
    </message>
    <message>
        <source>The link holds hidden control characters, so it was not dialled.</source>
        <translation>Il collegamento contiene caratteri di controllo nascosti, perciò non è stato composto.</translation>
    </message>
    <message>
        <source>If the number is right, enter it by hand under Dial…</source>
        <translation>Se il numero è giusto, inserirlo a mano con Chiama…</translation>
    </message>
    <message>
        <source>Phone not available</source>
        <translation>Telefono non disponibile</translation>
    </message>
    <message>
        <source>The PBX cannot reach the phone of this account.</source>
        <translation>Il centralino non raggiunge il telefono di questo account.</translation>
    </message>
    <message>
        <source>Check that the phone is switched on and signed in, then try again.</source>
        <translation>Controllare che il telefono sia acceso e collegato, poi riprovare.</translation>
    </message>
    <message>
        <source>Phone is busy</source>
        <translation>Telefono occupato</translation>
    </message>
    <message>
        <source>The phone of this account is in another call.</source>
        <translation>Il telefono di questo account è in un&apos;altra chiamata.</translation>
    </message>
    <message>
        <source>End that call, then try again.</source>
        <translation>Terminare quella chiamata, poi riprovare.</translation>
    </message>
    <message>
        <source>Phone not signed in</source>
        <translation>Telefono non collegato</translation>
    </message>
    <message>
        <source>The phone of this account is not registered with the PBX.</source>
        <translation>Il telefono di questo account non è registrato presso il centralino.</translation>
    </message>
    <message>
        <source>Switch it on or sign in to the softphone, then try again.</source>
        <translation>Accenderlo o accedere al softphone, poi riprovare.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Troppe richieste</translation>
    </message>
    <message>
        <source>The PBX asks for fewer requests.</source>
        <translation>Il centralino chiede meno richieste.</translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <translation>Attendere un poco, poi riprovare.</translation>
    </message>
    <message>
        <source>The PBX asks to wait {after_s} seconds.</source>
        <translation>Il centralino chiede di attendere {after_s} secondi.</translation>
    </message>
    <message>
        <source>Unexpected answer</source>
        <translation>Risposta inattesa</translation>
    </message>
    <message>
        <source>The PBX gave an answer that its documentation does not describe.</source>
        <translation>Il centralino ha dato una risposta che la sua documentazione non descrive.</translation>
    </message>
    <message>
        <source>Check the server address and the kind of PBX. The log has an outline of the answer.</source>
        <translation>Controllare l&apos;indirizzo del server e il tipo di centralino; il registro ha la forma della risposta.</translation>
    </message>
    <message>
        <source>This is not the PBX&apos;s answer</source>
        <translation>Non è la risposta del centralino</translation>
    </message>
    <message>
        <source>A web page came back where the PBX should have answered.</source>
        <translation>È arrivata una pagina web dove avrebbe dovuto rispondere il centralino.</translation>
    </message>
    <message>
        <source>Check the server address and port; a proxy or login page may be in between.</source>
        <translation>Controllare indirizzo e porta del server; forse c&apos;è di mezzo un proxy o una pagina di accesso.</translation>
    </message>
    <message>
        <source>Empty answer</source>
        <translation>Risposta vuota</translation>
    </message>
    <message>
        <source>The PBX sent an empty answer.</source>
        <translation>Il centralino ha inviato una risposta vuota.</translation>
    </message>
    <message>
        <source>Look at the phone; if nothing rings, check the server address.</source>
        <translation>Guardare il telefono; se non squilla nulla, controllare l&apos;indirizzo del server.</translation>
    </message>
    <message>
        <source>Answer too large</source>
        <translation>Risposta troppo grande</translation>
    </message>
    <message>
        <source>The answer is far larger than any PBX sends, so it was not read.</source>
        <translation>La risposta è molto più grande di quelle di qualsiasi centralino, perciò non è stata letta.</translation>
    </message>
    <message>
        <source>Check the server address and port.</source>
        <translation>Controllare indirizzo e porta del server.</translation>
    </message>
    <message>
        <source>The PBX has a problem</source>
        <translation>Il centralino ha un problema</translation>
    </message>
    <message>
        <source>The PBX reports a fault of its own.</source>
        <translation>Il centralino segnala un proprio guasto.</translation>
    </message>
    <message>
        <source>Try again later, or tell the administrator of the PBX.</source>
        <translation>Riprovare più tardi, o avvisare l&apos;amministratore del centralino.</translation>
    </message>
    <message>
        <source>The PBX reports a fault of its own (HTTP {status}).</source>
        <translation>Il centralino segnala un proprio guasto (HTTP {status}).</translation>
    </message>
    <message>
        <source>Service not found</source>
        <translation>Servizio non trovato</translation>
    </message>
    <message>
        <source>The server answers, but it does not offer this service at this address.</source>
        <translation>Il server risponde, ma non offre questo servizio a questo indirizzo.</translation>
    </message>
    <message>
        <source>Check the server address and port, and the kind of PBX.</source>
        <translation>Controllare indirizzo e porta del server, e il tipo di centralino.</translation>
    </message>
    <message>
        <source>The PBX said no</source>
        <translation>Il centralino ha detto di no</translation>
    </message>
    <message>
        <source>The PBX refused the request without giving a reason.</source>
        <translation>Il centralino ha rifiutato la richiesta senza indicare un motivo.</translation>
    </message>
    <message>
        <source>Check the number and the account, or ask the administrator of the PBX.</source>
        <translation>Controllare il numero e l&apos;account, o chiedere all&apos;amministratore del centralino.</translation>
    </message>
    <message>
        <source>The PBX refused the request: {reason}</source>
        <translation>Il centralino ha rifiutato la richiesta: {reason}</translation>
    </message>
    <message>
        <source>The call is over</source>
        <translation>La chiamata è terminata</translation>
    </message>
    <message>
        <source>The PBX says that this call has already ended.</source>
        <translation>Il centralino dice che questa chiamata è già terminata.</translation>
    </message>
    <message>
        <source>Not offered by this PBX</source>
        <translation>Non offerto da questo centralino</translation>
    </message>
    <message>
        <source>This PBX has no way to do that.</source>
        <translation>Questo centralino non ha modo di farlo.</translation>
    </message>
    <message>
        <source>Use the phone instead.</source>
        <translation>Usare il telefono stesso.</translation>
    </message>
    <message>
        <source>{pbx} has no way to do that.</source>
        <translation>{pbx} non ha modo di farlo.</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>Nessuna chiamata</translation>
    </message>
    <message>
        <source>There is no call right now.</source>
        <translation>In questo momento non c&apos;è nessuna chiamata.</translation>
    </message>
    <message>
        <source>Recorded in any case</source>
        <translation>Registrata in ogni caso</translation>
    </message>
    <message>
        <source>{pbx} records this call by itself, and it cannot be stopped from here.</source>
        <translation>{pbx} registra da sé questa chiamata, e da qui non si può fermare.</translation>
    </message>
    <message>
        <source>Tell the other party, or hang up.</source>
        <translation>Dirlo all&apos;altra parte, o riagganciare.</translation>
    </message>
    <message>
        <source>Choose Traydial for links</source>
        <translation>Scegliere Traydial per i link</translation>
    </message>
    <message>
        <source>Traydial is registered, but Windows has not been told to use it for links.</source>
        <translation>Traydial è registrato, ma Windows non sa ancora di doverlo usare per i link.</translation>
    </message>
    <message>
        <source>Choose Traydial in Settings &gt; Default apps.</source>
        <translation>Scegliere Traydial in Impostazioni &gt; App predefinite.</translation>
    </message>
    <message>
        <source>A hotkey does not work</source>
        <translation>Una scorciatoia non funziona</translation>
    </message>
    <message>
        <source>One of the hotkeys does nothing when it is pressed.</source>
        <translation>Una delle scorciatoie non fa nulla quando viene premuta.</translation>
    </message>
    <message>
        <source>Hotkeys are set in Settings under Hotkeys.</source>
        <translation>Le scorciatoie si scelgono nelle Impostazioni alla voce Scorciatoie.</translation>
    </message>
    <message>
        <source>No screen</source>
        <translation>Nessuno schermo</translation>
    </message>
    <message>
        <source>There is no screen to show the tray on. Nothing was dialled.</source>
        <translation>Qui non c&apos;è uno schermo su cui mostrare l&apos;icona. Nulla è stato composto.</translation>
    </message>
    <message>
        <source>Use “traydial dial”, or start Traydial on a desktop.</source>
        <translation>Usare “traydial dial”, o avviare Traydial su un desktop.</translation>
    </message>
    <message>
        <source>Not possible on this desktop</source>
        <translation>Non possibile su questo desktop</translation>
    </message>
    <message>
        <source>This desktop offers no way to do that.</source>
        <translation>Questo desktop non offre un modo per farlo.</translation>
    </message>
    <message>
        <source>Open Diagnostics for what is possible here.</source>
        <translation>Aprire Diagnostica per vedere che cosa è possibile qui.</translation>
    </message>
    <message>
        <source>This desktop offers no way to do that: {reason}</source>
        <translation>Questo desktop non offre un modo per farlo: {reason}</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Esito sconosciuto</translation>
    </message>
    <message>
        <source>The request left, but the PBX gave no clear answer. It was not repeated.</source>
        <translation>La richiesta è partita, ma il centralino non ha dato una risposta chiara. Non è stata ripetuta.</translation>
    </message>
    <message>
        <source>Look at the phone: it may be ringing.</source>
        <translation>Guardare il telefono: forse squilla.</translation>
    </message>
    <message>
        <source>Not allowed here</source>
        <translation>Non ammesso qui</translation>
    </message>
    <message>
        <source>The rules of this computer do not allow this number. Nothing was dialled.</source>
        <translation>Le regole di questo computer non ammettono questo numero. Nulla è stato composto.</translation>
    </message>
    <message>
        <source>If it should be allowed, change “Never call” in Settings under Calls.</source>
        <translation>Se deve essere ammesso, modificare «Non chiamare mai» nelle impostazioni, sotto Chiamate.</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Nessuna risposta</translation>
    </message>
    <message>
        <source>Nobody answered the question in time, so nothing was dialled.</source>
        <translation>Nessuno ha risposto in tempo alla domanda, quindi non è stato chiamato nessun numero.</translation>
    </message>
    <message>
        <source>Links are switched off</source>
        <translation>I collegamenti sono disattivati</translation>
    </message>
    <message>
        <source>Traydial does not dial links that other programs open. Nothing was dialled.</source>
        <translation>Traydial non chiama i collegamenti aperti da altri programmi. Nulla è stato composto.</translation>
    </message>
    <message>
        <source>Not dialled</source>
        <translation>Non composto</translation>
    </message>
    <message>
        <source>The call was declined. Nothing was dialled.</source>
        <translation>La chiamata è stata rifiutata. Nulla è stato composto.</translation>
    </message>
    <message>
        <source>A person must say yes</source>
        <translation>Serve il sì di una persona</translation>
    </message>
    <message>
        <source>This number is dialled only after a person has agreed. Nothing was dialled.</source>
        <translation>Questo numero viene composto solo dopo il consenso di una persona. Nulla è stato composto.</translation>
    </message>
    <message>
        <source>If it should be called, repeat the command with --yes.</source>
        <translation>Se va chiamato, ripetere il comando con --yes.</translation>
    </message>
    <message>
        <source>Questions are waiting</source>
        <translation>Ci sono domande in attesa</translation>
    </message>
    <message>
        <source>Too many calls wait for your answer already. Nothing was dialled.</source>
        <translation>Troppe chiamate attendono già una risposta. Nulla è stato composto.</translation>
    </message>
    <message>
        <source>Answer the questions on the screen first.</source>
        <translation>Rispondere prima alle domande sullo schermo.</translation>
    </message>
    <message>
        <source>The other party must agree</source>
        <translation>L&apos;altra parte deve essere d&apos;accordo</translation>
    </message>
    <message>
        <source>This call is recorded only after the other party was told and has agreed.</source>
        <translation>Questa chiamata viene registrata solo dopo che l&apos;altra parte è stata informata e ha acconsentito.</translation>
    </message>
    <message>
        <source>Once they have, repeat the command with --yes.</source>
        <translation>Quando ha acconsentito, ripetere il comando con --yes.</translation>
    </message>
    <message>
        <source>Already calling</source>
        <translation>Chiamata già in corso</translation>
    </message>
    <message>
        <source>This number is being called already; the second request was dropped.</source>
        <translation>Questo numero viene già chiamato; la seconda richiesta è stata scartata.</translation>
    </message>
    <message>
        <source>No keyring</source>
        <translation>Nessun portachiavi</translation>
    </message>
    <message>
        <source>This desktop&apos;s keyring cannot be used, and passwords are kept nowhere else.</source>
        <translation>Il portachiavi di questo desktop non si può usare, e le password non vengono conservate altrove.</translation>
    </message>
    <message>
        <source>Start the keyring of this computer, then try again.</source>
        <translation>Avviare il portachiavi di questo computer, poi riprovare.</translation>
    </message>
    <message>
        <source>Start the keyring of this computer, or install one, then try again.</source>
        <translation>Avviare il portachiavi di questo computer, o installarne uno, poi riprovare.</translation>
    </message>
    <message>
        <source>Keyring locked</source>
        <translation>Portachiavi bloccato</translation>
    </message>
    <message>
        <source>Change the country in Settings, or write the number with + and country code.</source>
        <translation>Cambiare il paese nelle Impostazioni, o scrivere il numero con + e prefisso del paese.</translation>
    </message>
    <message>
        <source>Switch them on in Settings under Calls, or run “traydial handler install”.</source>
        <translation>Attivarli nelle Impostazioni alla voce Chiamate, oppure eseguire “traydial handler install”.</translation>
    </message>
    <message>
        <source>Called a moment ago</source>
        <translation>Appena chiamato</translation>
    </message>
    <message>
        <source>This number was called within the last three seconds, and the call has ended. Nothing was dialled.</source>
        <translation>Questo numero è stato chiamato meno di tre secondi fa, e la chiamata è terminata. Non è stato composto nulla.</translation>
    </message>
    <message>
        <source>To call again, do the same once more.</source>
        <translation>Per richiamare, ripetere l&apos;operazione.</translation>
    </message>
    <message>
        <source>The password is in the keyring, and the keyring is locked.</source>
        <translation>La password è nel portachiavi, e il portachiavi è bloccato.</translation>
    </message>
    <message>
        <source>Unlock the keyring, then try again.</source>
        <translation>Sbloccare il portachiavi, poi riprovare.</translation>
    </message>
    <message>
        <source>No keyring service</source>
        <translation>Nessun servizio di portachiavi</translation>
    </message>
    <message>
        <source>No keyring service runs on this desktop, and passwords are kept nowhere else.</source>
        <translation>Su questo desktop non c&apos;è un servizio di portachiavi, e le password non vengono conservate altrove.</translation>
    </message>
    <message>
        <source>Keyring does not answer</source>
        <translation>Il portachiavi non risponde</translation>
    </message>
    <message>
        <source>The keyring did not answer in time. It may be waiting to be unlocked.</source>
        <translation>Il portachiavi non ha risposto in tempo. Forse attende di essere sbloccato.</translation>
    </message>
    <message>
        <source>Unlock it if it asks, then try again.</source>
        <translation>Sbloccarlo se lo chiede, poi riprovare.</translation>
    </message>
    <message>
        <source>Password missing</source>
        <translation>Password mancante</translation>
    </message>
    <message>
        <source>The keyring holds no password or key for this account.</source>
        <translation>Il portachiavi non contiene password o chiavi per questo account.</translation>
    </message>
    <message>
        <source>Enter it in Settings under Accounts.</source>
        <translation>Inserirla nelle Impostazioni alla voce Account.</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nulla di selezionato</translation>
    </message>
    <message>
        <source>No text is selected, and the clipboard is empty.</source>
        <translation>Nessun testo è selezionato, e gli appunti sono vuoti.</translation>
    </message>
    <message>
        <source>Select a number, then press the hotkey again.</source>
        <translation>Selezionare un numero, poi premere di nuovo la scorciatoia.</translation>
    </message>
    <message>
        <source>Clipboard empty</source>
        <translation>Appunti vuoti</translation>
    </message>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation>Negli appunti non c&apos;è testo.</translation>
    </message>
    <message>
        <source>Copy a number, then try again.</source>
        <translation>Copiare un numero, poi riprovare.</translation>
    </message>
    <message>
        <source>Selection not available</source>
        <translation>Selezione non disponibile</translation>
    </message>
    <message>
        <source>The program that holds the selected text does not answer.</source>
        <translation>Il programma che ha il testo selezionato non risponde.</translation>
    </message>
    <message>
        <source>Copy the number in another program, or enter it under Dial…</source>
        <translation>Copiare il numero in un altro programma, o inserirlo con Chiama…</translation>
    </message>
    <message>
        <source>This desktop does not let programs read the selected text.</source>
        <translation>Questo desktop non permette ai programmi di leggere il testo selezionato.</translation>
    </message>
    <message>
        <source>Copy the number and choose Dial clipboard.</source>
        <translation>Copiare il numero e scegliere Chiama dagli appunti.</translation>
    </message>
    <message>
        <source>Settings could not be read</source>
        <translation>Impossibile leggere le impostazioni</translation>
    </message>
    <message>
        <source>The configuration file has an error. It was set aside, not overwritten.</source>
        <translation>Il file di configurazione ha un errore. È stato messo da parte, non sovrascritto.</translation>
    </message>
    <message>
        <source>Correct the file and put it back, or set Traydial up anew.</source>
        <translation>Correggere il file e rimetterlo a posto, o configurare di nuovo Traydial.</translation>
    </message>
    <message>
        <source>The configuration file has an error: {reason}. It was kept as {path}.</source>
        <translation>Il file di configurazione ha un errore: {reason}. È stato conservato come {path}.</translation>
    </message>
    <message>
        <source>Setting missing</source>
        <translation>Impostazione mancante</translation>
    </message>
    <message>
        <source>This field must be filled in.</source>
        <translation>Questo campo va compilato.</translation>
    </message>
    <message>
        <source>Setting not valid</source>
        <translation>Impostazione non valida</translation>
    </message>
    <message>
        <source>This value is not valid.</source>
        <translation>Questo valore non è valido.</translation>
    </message>
    <message>
        <source>Correct it, then try again.</source>
        <translation>Correggerlo, poi riprovare.</translation>
    </message>
    <message>
        <source>This cannot be used: {reason} (for example {example}).</source>
        <translation>Non si può usare: {reason} (ad esempio {example}).</translation>
    </message>
    <message>
        <source>This cannot be used: {reason}.</source>
        <translation>Non si può usare: {reason}.</translation>
    </message>
    <message>
        <source>Unknown setting</source>
        <translation>Impostazione sconosciuta</translation>
    </message>
    <message>
        <source>There is no setting of this name.</source>
        <translation>Non esiste un&apos;impostazione con questo nome.</translation>
    </message>
    <message>
        <source>There is no setting of this name. There are: {known}.</source>
        <translation>Non esiste un&apos;impostazione con questo nome. Esistono: {known}.</translation>
    </message>
    <message>
        <source>Unknown account</source>
        <translation>Account sconosciuto</translation>
    </message>
    <message>
        <source>There is no account of this name.</source>
        <translation>Non esiste un account con questo nome.</translation>
    </message>
    <message>
        <source>Choose one of the accounts in Settings.</source>
        <translation>Scegliere uno degli account nelle Impostazioni.</translation>
    </message>
    <message>
        <source>There is no account called {account}. There are: {known}.</source>
        <translation>Non esiste un account di nome {account}. Esistono: {known}.</translation>
    </message>
    <message>
        <source>Name taken</source>
        <translation>Nome già usato</translation>
    </message>
    <message>
        <source>There is an account of this name already.</source>
        <translation>Esiste già un account con questo nome.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Scegliere un altro nome.</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Ancora nessun account</translation>
    </message>
    <message>
        <source>Traydial does not know which PBX to use.</source>
        <translation>Traydial non sa quale centralino usare.</translation>
    </message>
    <message>
        <source>Add an account in Settings.</source>
        <translation>Aggiungere un account nelle Impostazioni.</translation>
    </message>
    <message>
        <source>No default account</source>
        <translation>Nessun account predefinito</translation>
    </message>
    <message>
        <source>The account that used to dial is gone. Nothing was dialled.</source>
        <translation>L&apos;account che chiamava non c&apos;è più. Nulla è stato composto.</translation>
    </message>
    <message>
        <source>Choose the account in the tray&apos;s menu, or with “traydial account default”.</source>
        <translation>Scegliere l&apos;account nel menu dell&apos;icona, o con «traydial account default».</translation>
    </message>
    <message>
        <source>The account that used to dial is gone. There are: {known}.</source>
        <translation>L&apos;account che chiamava non c&apos;è più. Ci sono: {known}.</translation>
    </message>
    <message>
        <source>Name not valid</source>
        <translation>Nome non valido</translation>
    </message>
    <message>
        <source>The short name of an account has small letters, digits, - and _ only.</source>
        <translation>Il nome breve di un account ha solo lettere minuscole, cifre, - e _.</translation>
    </message>
    <message>
        <source>Choose a name such as office.</source>
        <translation>Scegliere un nome come ufficio.</translation>
    </message>
    <message>
        <source>Unknown PBX</source>
        <translation>Centralino sconosciuto</translation>
    </message>
    <message>
        <source>Traydial does not know this kind of PBX.</source>
        <translation>Traydial non conosce questo tipo di centralino.</translation>
    </message>
    <message>
        <source>Choose one from the list, or install its adapter.</source>
        <translation>Sceglierne uno dall&apos;elenco, o installarne l&apos;adattatore.</translation>
    </message>
    <message>
        <source>Traydial does not know the PBX {pbx}. It knows: {known}.</source>
        <translation>Traydial non conosce il centralino {pbx}. Conosce: {known}.</translation>
    </message>
    <message>
        <source>History not available</source>
        <translation>Cronologia non disponibile</translation>
    </message>
    <message>
        <source>The history of calls cannot be read or changed ({reason}).</source>
        <translation>La cronologia delle chiamate non si può leggere o modificare ({reason}).</translation>
    </message>
    <message>
        <source>You can still call. Check that the disk is not full, then try again.</source>
        <translation>Le chiamate funzionano comunque. Verificare che il disco non sia pieno, poi riprovare.</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Non esportato</translation>
    </message>
    <message>
        <source>The file could not be written ({reason}). The history is as it was.</source>
        <translation>Non è stato possibile scrivere il file ({reason}). La cronologia è rimasta com&apos;era.</translation>
    </message>
    <message>
        <source>Choose another folder or file.</source>
        <translation>Scegliere un&apos;altra cartella o un altro file.</translation>
    </message>
    <message>
        <source>Table not read</source>
        <translation>Tabella non letta</translation>
    </message>
    <message>
        <source>The table cannot be read ({reason}).</source>
        <translation>La tabella non si può leggere ({reason}).</translation>
    </message>
    <message>
        <source>Save it as CSV, then try again.</source>
        <translation>Salvarla come CSV, poi riprovare.</translation>
    </message>
    <message>
        <source>Table too large</source>
        <translation>Tabella troppo grande</translation>
    </message>
    <message>
        <source>A table may have {lines} lines and {megabytes} MB; this one is larger.</source>
        <translation>Una tabella può avere {lines} righe e {megabytes} MB; questa è più grande.</translation>
    </message>
    <message>
        <source>Split it into smaller tables.</source>
        <translation>Dividerla in tabelle più piccole.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non salvato</translation>
    </message>
    <message>
        <source>The file could not be written ({reason}).</source>
        <translation>Non è stato possibile scrivere il file ({reason}).</translation>
    </message>
    <message>
        <source>Traydial is not running</source>
        <translation>Traydial non è in esecuzione</translation>
    </message>
    <message>
        <source>There is no running Traydial to ask.</source>
        <translation>Non c&apos;è un Traydial in esecuzione a cui chiedere.</translation>
    </message>
    <message>
        <source>Start Traydial, then try again.</source>
        <translation>Avviare Traydial, poi riprovare.</translation>
    </message>
    <message>
        <source>Traydial does not answer</source>
        <translation>Traydial non risponde</translation>
    </message>
    <message>
        <source>Traydial is running but did not answer in time. Nothing was repeated.</source>
        <translation>Traydial è in esecuzione ma non ha risposto in tempo. Nulla è stato ripetuto.</translation>
    </message>
    <message>
        <source>Look at your phone before you try again. If it happens again, restart Traydial.</source>
        <translation>Guardare il telefono prima di riprovare; se continua, riavviare Traydial.</translation>
    </message>
    <message>
        <source>The tray could not start</source>
        <translation>Traydial non ha potuto avviarsi</translation>
    </message>
    <message>
        <source>The folder of its socket cannot be written to, or is open to others.</source>
        <translation>La cartella del suo socket non è scrivibile, oppure è aperta ad altri.</translation>
    </message>
    <message>
        <source>Set TRAYDIAL_HOME or XDG_RUNTIME_DIR to a folder that only you can use.</source>
        <translation>Indicare in TRAYDIAL_HOME o XDG_RUNTIME_DIR una cartella solo propria.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annullata</translation>
    </message>
    <message>
        <source>The call was cancelled.</source>
        <translation>La chiamata è stata annullata.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Qualcosa è andato storto</translation>
    </message>
    <message>
        <source>An error inside Traydial. The log has the details.</source>
        <translation>Un errore interno di Traydial. I dettagli sono nel registro.</translation>
    </message>
    <message>
        <source>Please report it, with the report from Diagnostics.</source>
        <translation>Segnalarlo allegando il rapporto della Diagnostica.</translation>
    </message>
    <message>
        <source>An error inside Traydial. The log has it as incident {incident}.</source>
        <translation>Un errore interno di Traydial. Nel registro è l&apos;incidente {incident}.</translation>
    </message>
    <message>
        <source>Nothing was dialled.</source>
        <translation>Nulla è stato composto.</translation>
    </message>
</context>
<context>
    <name>noojee</name>
    <message>
        <source>Noojee stores no reference with a call; a recording can have a tag.</source>
        <translation>Noojee non conserva un riferimento con la chiamata; una registrazione può avere un&apos;etichetta.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The address of Noojee Contact, e.g. https://pbx.example.com.au. Noojee Support must have allowed your IP address.</source>
        <translation>L&apos;indirizzo di Noojee Contact, ad esempio https://pbx.example.com.au. Il supporto Noojee deve avere ammesso l&apos;indirizzo IP.</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Interno</translation>
    </message>
    <message>
        <source>Your own phone: it rings first. Without a technology, SIP/ is added.</source>
        <translation>Il proprio telefono: squilla per primo. Senza tecnologia viene aggiunto SIP/.</translation>
    </message>
    <message>
        <source>e.g. 101, SIP/101 or PJSIP/101</source>
        <translation>ad esempio 101, SIP/101 o PJSIP/101</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Chiave API</translation>
    </message>
    <message>
        <source>A global key from Noojee Support; a user&apos;s own key may not dial.</source>
        <translation>Una chiave globale del supporto Noojee; la chiave di un utente non può chiamare.</translation>
    </message>
    <message>
        <source>Caller ID</source>
        <translation>ID chiamante</translation>
    </message>
    <message>
        <source>What the person you call sees; empty: what the PBX decides.</source>
        <translation>Ciò che vede la persona chiamata; vuoto: lo decide il centralino.</translation>
    </message>
    <message>
        <source>Your phone answers by itself</source>
        <translation>Il telefono risponde da solo</translation>
    </message>
    <message>
        <source>The make of your phone (yealink, polycom, grandstream, snom, aastra, linksys), or the auto answer text that it wants. Empty: it rings.</source>
        <translation>La marca del telefono (yealink, polycom, grandstream, snom, aastra, linksys), o il testo di risposta automatica che richiede. Vuoto: squilla.</translation>
    </message>
    <message>
        <source>Caption on your phone</source>
        <translation>Scritta sul telefono</translation>
    </message>
    <message>
        <source>A further line on the phone&apos;s display, where the phone can show it.</source>
        <translation>Una riga in più sul display del telefono, se può mostrarla.</translation>
    </message>
    <message>
        <source>Follow the call</source>
        <translation>Segui la chiamata</translation>
    </message>
    <message>
        <source>Lets Traydial find its own call, so that hang-up and recording never affect another one.</source>
        <translation>Permette a Traydial di trovare la propria chiamata, così che riaggancio e registrazione non ne colpiscano mai un&apos;altra.</translation>
    </message>
    <message>
        <source>Record every call</source>
        <translation>Registra ogni chiamata</translation>
    </message>
    <message>
        <source>From the answer on. Needs Noojee Contact 6.0.1.</source>
        <translation>Dalla risposta in poi. Richiede Noojee Contact 6.0.1.</translation>
    </message>
    <message>
        <source>Tag of recordings</source>
        <translation>Etichetta delle registrazioni</translation>
    </message>
    <message>
        <source>Shown and found on the Recording Page of Noojee Contact. May hold {date} {time} {user} {number} {uuid}.</source>
        <translation>Mostrata e cercata nella pagina Recording di Noojee Contact. Può contenere {date} {time} {user} {number} {uuid}.</translation>
    </message>
    <message>
        <source>Parameters in</source>
        <translation>Parametri in</translation>
    </message>
    <message>
        <source>auto: the body, and the query where the PBX plainly says that it found nothing there.</source>
        <translation>auto: il corpo, e la query se il centralino dice chiaramente di non avervi trovato nulla.</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>{number} ext. {extension}</source>
        <translation>{number} int. {extension}</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>{rule}: {before} → {after}</source>
        <translation>{rule}: {before} → {after}</translation>
    </message>
    <message>
        <source>Dials {number}</source>
        <translation>Compone {number}</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Perché questo numero?</translation>
    </message>
    <message>
        <source>{rule} (rule {place})</source>
        <translation>{rule} (regola {place})</translation>
    </message>
    <message>
        <source>access code {code}</source>
        <translation>codice di accesso {code}</translation>
    </message>
    <message>
        <source>shown as {caller_id}</source>
        <translation>mostrato come {caller_id}</translation>
    </message>
    <message>
        <source>Read as a number of the account&apos;s country</source>
        <translation>Letto come numero del paese dell&apos;account</translation>
    </message>
    <message>
        <source>Emergency number: dialled as it is</source>
        <translation>Numero di emergenza: composto così com&apos;è</translation>
    </message>
    <message>
        <source>Feature code of the PBX: dialled as it is</source>
        <translation>Codice di servizio del centralino: composto così com&apos;è</translation>
    </message>
    <message>
        <source>Internal number: dialled as it is</source>
        <translation>Numero interno: composto così com&apos;è</translation>
    </message>
    <message>
        <source>The account&apos;s area code was added</source>
        <translation>Aggiunto il prefisso locale dell&apos;account</translation>
    </message>
    <message>
        <source>A prefix was replaced by a rule of the account</source>
        <translation>Un prefisso è stato sostituito da una regola dell&apos;account</translation>
    </message>
    <message>
        <source>Rewritten by a rule of the account</source>
        <translation>Riscritto da una regola dell&apos;account</translation>
    </message>
    <message>
        <source>The caller ID was chosen by a rule of the account</source>
        <translation>L&apos;ID chiamante è stato scelto da una regola dell&apos;account</translation>
    </message>
    <message>
        <source>Recorded from the start, by a rule of the account</source>
        <translation>Una regola dell&apos;account lo fa registrare dall&apos;inizio</translation>
    </message>
    <message>
        <source>Not recorded, by a rule of the account</source>
        <translation>Una regola dell&apos;account non lo fa registrare</translation>
    </message>
    <message>
        <source>Written with + and country code, as this PBX wants it</source>
        <translation>Scritto con + e prefisso del paese, come vuole questo centralino</translation>
    </message>
    <message>
        <source>Written with country code but without +, as this PBX wants it</source>
        <translation>Scritto con il prefisso del paese ma senza +, come vuole questo centralino</translation>
    </message>
    <message>
        <source>Written as a national number, as this PBX wants it</source>
        <translation>Scritto come numero nazionale, come vuole questo centralino</translation>
    </message>
    <message>
        <source>Written with the international prefix of this country, as this PBX wants it</source>
        <translation>Scritto con il prefisso internazionale di questo paese, come vuole questo centralino</translation>
    </message>
    <message>
        <source>Written with 00 and country code, as this PBX wants it</source>
        <translation>Scritto con 00 e prefisso del paese, come vuole questo centralino</translation>
    </message>
    <message>
        <source>Digits as they stand, as this PBX takes them</source>
        <translation>Cifre così come sono, come le accetta questo centralino</translation>
    </message>
    <message>
        <source>The prefix for an outside line was added</source>
        <translation>Aggiunto il prefisso per la linea esterna</translation>
    </message>
    <message>
        <source>No prefix for an outside line, by a rule of the account</source>
        <translation>Per una regola dell&apos;account senza prefisso per la linea esterna</translation>
    </message>
    <message>
        <source>The access code for an outside line travels apart from the number</source>
        <translation>Il codice per la linea esterna viaggia separato dal numero</translation>
    </message>
    <message>
        <source>The rules of this computer do not allow this number.</source>
        <translation>Le regole di questo computer non ammettono questo numero.</translation>
    </message>
    <message>
        <source>This is longer than any telephone number.</source>
        <translation>È più lungo di qualsiasi numero di telefono.</translation>
    </message>
    <message>
        <source>This is not a proper telephone number.</source>
        <translation>Non è un numero di telefono corretto.</translation>
    </message>
    <message>
        <source>This is an emergency number, and it comes from a link.</source>
        <translation>È un numero di emergenza e proviene da un collegamento.</translation>
    </message>
    <message>
        <source>A code with * or # can change settings, such as forwarding all calls.</source>
        <translation>Un codice con * o # può cambiare impostazioni, come la deviazione di tutte le chiamate.</translation>
    </message>
    <message>
        <source>This is a premium-rate number: the call may be expensive.</source>
        <translation>È un numero a tariffa maggiorata: la chiamata può essere costosa.</translation>
    </message>
    <message>
        <source>This is a satellite telephone: the call may be very expensive.</source>
        <translation>È un telefono satellitare: la chiamata può essere molto costosa.</translation>
    </message>
    <message>
        <source>No call has gone to this country before.</source>
        <translation>Finora nessuna chiamata è andata in questo paese.</translation>
    </message>
    <message>
        <source>No country has a number like this: it may be mistyped.</source>
        <translation>Nessun paese ha un numero come questo: forse è scritto male.</translation>
    </message>
    <message>
        <source>Some characters look like digits and are not, or stand for other characters.</source>
        <translation>Alcuni caratteri non sono le cifre che sembrano, oppure stanno per altri.</translation>
    </message>
    <message>
        <source>The country of the number stands in a hidden part of the link.</source>
        <translation>Il paese del numero sta in una parte nascosta del collegamento.</translation>
    </message>
    <message>
        <source>The link was opened while the screen was locked.</source>
        <translation>Il collegamento è stato aperto mentre lo schermo era bloccato.</translation>
    </message>
    <message>
        <source>Another link was opened just before this one.</source>
        <translation>Un altro collegamento è stato aperto subito prima di questo.</translation>
    </message>
    <message>
        <source>There have been many calls within the last minute.</source>
        <translation>Nell&apos;ultimo minuto ci sono state molte chiamate.</translation>
    </message>
    <message>
        <source>You are in a call. If the PBX can do that, it is hung up first.</source>
        <translation>C&apos;è una chiamata in corso. Se il centralino può farlo, viene prima chiusa.</translation>
    </message>
    <message>
        <source>The call will be recorded: the other party must have been told and have agreed.</source>
        <translation>Verrà registrata: l&apos;altra parte deve esserne informata e deve avere acconsentito.</translation>
    </message>
    <message>
        <source>Traydial is set to ask before calling numbers from links.</source>
        <translation>Traydial è impostato per chiedere prima di chiamare numeri da collegamenti.</translation>
    </message>
    <message>
        <source>With http your data travels unencrypted, and others can read it on the way. Use https if the PBX has it.</source>
        <translation>Con http i dati viaggiano non cifrati, e altri possono leggerli lungo il percorso. Usare https se il centralino lo offre.</translation>
    </message>
    <message>
        <source>Another program already uses this hotkey. Choose another one.</source>
        <translation>Un altro programma usa già questa combinazione. Sceglierne un&apos;altra.</translation>
    </message>
    <message>
        <source>This is not a usable hotkey. Choose one with Ctrl, Alt or Super.</source>
        <translation>Questa combinazione non è utilizzabile. Sceglierne una con Ctrl, Alt o Super.</translation>
    </message>
    <message>
        <source>This desktop offers no global hotkeys. Use the tray menu or the command line.</source>
        <translation>Questo desktop non offre scorciatoie globali. Usare il menu o la riga di comando.</translation>
    </message>
    <message>
        <source>The same hotkey is set twice. Change one of them.</source>
        <translation>La stessa combinazione è impostata due volte. Cambiarne una.</translation>
    </message>
    <message>
        <source>Waiting for the keyring…</source>
        <translation>In attesa del portachiavi…</translation>
    </message>
    <message>
        <source>Asking the PBX…</source>
        <translation>Richiesta al centralino…</translation>
    </message>
    <message>
        <source>The PBX is placing the call</source>
        <translation>Il centralino sta chiamando</translation>
    </message>
    <message>
        <source>Your phone is ringing: pick it up</source>
        <translation>Il telefono squilla: rispondere</translation>
    </message>
    <message>
        <source>Ringing at the other end</source>
        <translation>Squilla dall&apos;altra parte</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>In conversazione</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Chiamata terminata</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non collegata</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annullata</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Esito sconosciuto</translation>
    </message>
    <message>
        <source>This PBX offers no recording</source>
        <translation>Questo centralino non offre la registrazione</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>Registrazione non attiva</translation>
    </message>
    <message>
        <source>Recording is starting…</source>
        <translation>Avvio della registrazione…</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>In registrazione</translation>
    </message>
    <message>
        <source>Recording is stopping…</source>
        <translation>Arresto della registrazione…</translation>
    </message>
    <message>
        <source>It is not known whether the call is recorded</source>
        <translation>Non si sa se la chiamata viene registrata</translation>
    </message>
    <message>
        <source>Recording, and the PBX does not let it be stopped</source>
        <translation>In registrazione, e il centralino non permette di fermarla</translation>
    </message>
    <message>
        <source>Local number</source>
        <translation>Numero locale</translation>
    </message>
    <message>
        <source>Internal number</source>
        <translation>Numero interno</translation>
    </message>
    <message>
        <source>Emergency number</source>
        <translation>Numero di emergenza</translation>
    </message>
    <message>
        <source>Premium-rate number</source>
        <translation>Numero a tariffa maggiorata</translation>
    </message>
    <message>
        <source>Feature code</source>
        <translation>Codice di servizio</translation>
    </message>
    <message>
        <source>SIP address</source>
        <translation>Indirizzo SIP</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>{kind}: {match}</source>
        <translation>{kind}: {match}</translation>
    </message>
    <message>
        <source>{kind}: {match} → {use}</source>
        <translation>{kind}: {match} → {use}</translation>
    </message>
    <message>
        <source>recorded from the start</source>
        <translation>registrate dall&apos;inizio</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>non registrate</translation>
    </message>
    <message>
        <source>200-299: a range. 6xx: x is one digit. +44*: whatever follows. A comma separates several.</source>
        <translation>200-299: un intervallo. 6xx: x è una cifra. +44*: qualunque seguito. La virgola ne separa più d&apos;uno.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numeri</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Sostituito con</translation>
    </message>
    <message>
        <source>Internal numbers</source>
        <translation>Numeri interni</translation>
    </message>
    <message>
        <source>Dialled as they are. Without such a rule every short number is internal.</source>
        <translation>Composti così come sono. Senza una tale regola ogni numero breve è interno.</translation>
    </message>
    <message>
        <source>Area code</source>
        <translation>Prefisso di zona</translation>
    </message>
    <message>
        <source>Put before local numbers, e.g. 0444 before xxxxxx, any six digits.</source>
        <translation>Messo davanti ai numeri locali, ad es. 0444 davanti a xxxxxx, sei cifre qualsiasi.</translation>
    </message>
    <message>
        <source>Leading digits</source>
        <translation>Cifre iniziali</translation>
    </message>
    <message>
        <source>With + the result is still written as the PBX takes it, without + it is sent as is.</source>
        <translation>Con + il risultato è ancora scritto come lo accetta il centralino, senza + è inviato così com&apos;è.</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Espressione regolare</translation>
    </message>
    <message>
        <source>Compared with the whole number. In what replaces it, \1 is the first group.</source>
        <translation>Confrontata con il numero intero. Nella sostituzione \1 è il primo gruppo.</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Espressione</translation>
    </message>
    <message>
        <source>Prefix for an outside line</source>
        <translation>Prefisso per la linea esterna</translation>
    </message>
    <message>
        <source>In place of the account&apos;s prefix; where it is empty, none is dialled.</source>
        <translation>Al posto del prefisso dell&apos;account; se è vuoto, non se ne compone alcuno.</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Prefisso</translation>
    </message>
    <message>
        <source>Caller ID</source>
        <translation>ID chiamante</translation>
    </message>
    <message>
        <source>What the called party sees. The first rule that matches decides.</source>
        <translation>Ciò che vede il chiamato. Decide la prima regola che corrisponde.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Registrazione</translation>
    </message>
    <message>
        <source>Whether calls to them are recorded. The first rule that matches decides.</source>
        <translation>Se le chiamate a questi numeri sono registrate. Decide la prima regola che corrisponde.</translation>
    </message>
    <message>
        <source>Calls are</source>
        <translation>Le chiamate sono</translation>
    </message>
    <message>
        <source>Use this account</source>
        <translation>Usa questo account</translation>
    </message>
    <message>
        <source>They are dialled through this account where you have chosen none.</source>
        <translation>Sono composti con questo account se non ne è stato scelto un altro.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>&amp;Dial the selected number</source>
        <translation>&amp;Chiama il numero selezionato</translation>
    </message>
    <message>
        <source>Dials the number that is selected in any program.</source>
        <translation>Chiama il numero selezionato in qualsiasi programma.</translation>
    </message>
    <message>
        <source>Start or stop &amp;recording</source>
        <translation>Avvia o ferma la &amp;registrazione</translation>
    </message>
    <message>
        <source>Starts and stops the recording of the current call.</source>
        <translation>Avvia e ferma la registrazione della chiamata in corso.</translation>
    </message>
    <message>
        <source>Before a number is called</source>
        <translation>Prima di chiamare un numero</translation>
    </message>
    <message>
        <source>&amp;Careful</source>
        <translation>Pruden&amp;te</translation>
    </message>
    <message>
        <source>Asks before every number from a link that you have not called before.</source>
        <translation>Chiede prima di ogni numero da un link mai chiamato.</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normale</translation>
    </message>
    <message>
        <source>Leaves a moment to undo a call, and asks before unusual numbers.</source>
        <translation>Lascia un momento per annullare una chiamata e chiede prima dei numeri insoliti.</translation>
    </message>
    <message>
        <source>&amp;Fast</source>
        <translation>&amp;Veloce</translation>
    </message>
    <message>
        <source>Dials ordinary numbers at once, and asks only before costly or risky ones.</source>
        <translation>Chiama subito i numeri comuni e chiede solo prima di quelli costosi o rischiosi.</translation>
    </message>
    <message>
        <source>Emergency numbers are dialled at once, except from links. Codes with * or # are always asked about.</source>
        <translation>I numeri di emergenza sono chiamati subito, tranne che dai link. Per i codici con * o # si chiede sempre.</translation>
    </message>
    <message>
        <source>&amp;Time to undo a call</source>
        <translation>&amp;Tempo per annullare una chiamata</translation>
    </message>
    <message>
        <source>How long a call waits for Undo before it is placed.</source>
        <translation>Quanto una chiamata attende Annulla prima di partire.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Time &amp;between two links</source>
        <translation>Tempo &amp;tra due link</translation>
    </message>
    <message>
        <source>Asks about a link that comes sooner after another one.</source>
        <translation>Per un link più ravvicinato si chiede conferma.</translation>
    </message>
    <message>
        <source>Calls in one &amp;minute</source>
        <translation>Chiamate in un &amp;minuto</translation>
    </message>
    <message>
        <source>Asks before more calls than this.</source>
        <translation>Oltre questo numero si chiede conferma.</translation>
    </message>
    <message>
        <source>Dial lin&amp;ks that other programs open</source>
        <translation>Chiama i &amp;collegamenti aperti da altri programmi</translation>
    </message>
    <message>
        <source>When this is off, every tel: link is refused.</source>
        <translation>Se è disattivato, ogni link tel: viene rifiutato.</translation>
    </message>
    <message>
        <source>&amp;During a call, ask before calling another number</source>
        <translation>&amp;Durante una chiamata, chiedi prima di chiamare un altro numero</translation>
    </message>
    <message>
        <source>If you say yes, the current call is hung up first.</source>
        <translation>Un sì chiude prima la chiamata in corso.</translation>
    </message>
    <message>
        <source>Ne&amp;ver call</source>
        <translation>Non chiamare &amp;mai</translation>
    </message>
    <message>
        <source>Numbers that are never called; * stands for any digits.</source>
        <translation>Numeri che non si chiamano mai; * sta per qualsiasi cifra.</translation>
    </message>
    <message>
        <source>+881*, +44*</source>
        <translation>+881*, +44*</translation>
    </message>
    <message>
        <source>&amp;Keep calls</source>
        <translation>&amp;Conserva le chiamate</translation>
    </message>
    <message>
        <source>Older calls are deleted, and Traydial no longer knows that their numbers were called.</source>
        <translation>Le chiamate più vecchie sono eliminate e Traydial non sa più che quei numeri sono stati chiamati.</translation>
    </message>
    <message>
        <source>forever</source>
        <translation>per sempre</translation>
    </message>
    <message>
        <source>Show past numbers &amp;without their middle digits</source>
        <translation>Mostra i numeri passati &amp;senza le cifre centrali</translation>
    </message>
    <message>
        <source>In the history, the recent calls and exported files. The numbers themselves are kept.</source>
        <translation>Nella cronologia, nelle chiamate recenti e nei file esportati. I numeri restano conservati.</translation>
    </message>
    <message>
        <source>Show a sil&amp;ent call as unknown after</source>
        <translation>Esito ignoto per una chiamata senza notizie dop&amp;o</translation>
    </message>
    <message>
        <source>For calls whose end the PBX does not report. After the same time again they are not shown.</source>
        <translation>Per le chiamate di cui il centralino non comunica la fine. Dopo lo stesso tempo ancora, non sono più mostrate.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Ask before &amp;recording calls to</source>
        <translation>Chiedi prima di &amp;registrare chiamate verso</translation>
    </message>
    <message>
        <source>Countries and numbers whose calls are recorded only once you say that they agreed.</source>
        <translation>Paesi e numeri le cui chiamate si registrano solo dopo che hai detto che hanno acconsentito.</translation>
    </message>
    <message>
        <source>DE, +1*</source>
        <translation>DE, +1*</translation>
    </message>
    <message>
        <source>Clic&amp;king the icon</source>
        <translation>Un clic sull&apos;&amp;icona</translation>
    </message>
    <message>
        <source>opens the dial window</source>
        <translation>apre la finestra per chiamare</translation>
    </message>
    <message>
        <source>starts or stops recording</source>
        <translation>avvia o ferma la registrazione</translation>
    </message>
    <message>
        <source>Calls are sho&amp;wn</source>
        <translation>Le chiamate si &amp;mostrano</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatico</translation>
    </message>
    <message>
        <source>In a window of Traydial</source>
        <translation>In una finestra di Traydial</translation>
    </message>
    <message>
        <source>By the desktop&apos;s notifications</source>
        <translation>Con le notifiche del desktop</translation>
    </message>
    <message>
        <source>Automatic: by the desktop&apos;s notifications if they have buttons, else in a window of Traydial.</source>
        <translation>Automatico: con le notifiche del desktop se hanno pulsanti, altrimenti in una finestra di Traydial.</translation>
    </message>
    <message>
        <source>Default account</source>
        <translation>Account predefinito</translation>
    </message>
    <message>
        <source>Used when no other account is chosen. Empty: the first one.</source>
        <translation>L&apos;account che chiama quando non se ne sceglie un altro; vuoto: il primo.</translation>
    </message>
    <message>
        <source>Cou&amp;ntry of the numbers</source>
        <translation>&amp;Paese dei numeri</translation>
    </message>
    <message>
        <source>The country of numbers without an international prefix.</source>
        <translation>Il paese dei numeri senza prefisso internazionale.</translation>
    </message>
    <message>
        <source>Lang&amp;uage</source>
        <translation>Ling&amp;ua</translation>
    </message>
    <message>
        <source>S&amp;tart Traydial at login</source>
        <translation>&amp;Avvia Traydial all&apos;accesso</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Come il desktop</translation>
    </message>
    <message>
        <source>As the desktop: {country}</source>
        <translation>Come il desktop: {country}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nessuno</translation>
    </message>
    <message>
        <source>This key cannot be a hotkey. Choose another one.</source>
        <translation>Questo tasto non può essere una scorciatoia. Scegline un altro.</translation>
    </message>
    <message>
        <source>This key alone is needed for typing. Hold Ctrl, Alt or Super with it.</source>
        <translation>Questo tasto da solo serve per scrivere. Tieni premuto anche Ctrl, Alt o Super.</translation>
    </message>
    <message>
        <source>Other programs need this combination. Choose another one.</source>
        <translation>Altri programmi usano questa combinazione. Scegline un&apos;altra.</translation>
    </message>
</context>
<context>
    <name>tel4vn</name>
    <message>
        <source>TEL4VN decides by itself which calls it records, and lets no program start or stop that.</source>
        <translation>TEL4VN decide da sé quali chiamate registrare, e nessun programma può avviarlo o fermarlo.</translation>
    </message>
    <message>
        <source>TEL4VN lets no program end a call: please hang up on your phone.</source>
        <translation>TEL4VN non permette ai programmi di terminare una chiamata: riagganciare al telefono.</translation>
    </message>
    <message>
        <source>TEL4VN stores no tag with a call.</source>
        <translation>TEL4VN non conserva etichette con una chiamata.</translation>
    </message>
    <message>
        <source>TEL4VN stores no reference with a call.</source>
        <translation>TEL4VN non conserva riferimenti con una chiamata.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The API host that TEL4VN gave you, e.g. https://pbx.example.vn</source>
        <translation>L&apos;host dell&apos;API fornito da TEL4VN, ad esempio https://pbx.example.vn</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Interno</translation>
    </message>
    <message>
        <source>Your own phone&apos;s number in the PBX: it rings first.</source>
        <translation>Il numero del proprio telefono nel centralino: squilla per primo.</translation>
    </message>
    <message>
        <source>digits only, e.g. 101</source>
        <translation>solo cifre, ad esempio 101</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Chiave API</translation>
    </message>
    <message>
        <source>From TEL4VN. Traydial fetches tokens with it and renews them in time.</source>
        <translation>Da TEL4VN. Con essa Traydial ottiene i token e li rinnova in tempo.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Only where you have no API key: a token that TEL4VN gave you.</source>
        <translation>Solo se manca una chiave API: un token fornito da TEL4VN.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Risposta</translation>
    </message>
    <message>
        <source>async: the PBX answers at once. sync: it answers when your phone is picked up.</source>
        <translation>async: il centralino risponde subito. sync: risponde quando si solleva il telefono.</translation>
    </message>
    <message>
        <source>Name on your phone</source>
        <translation>Nome sul telefono</translation>
    </message>
    <message>
        <source>What your phone shows while it rings; empty: Click2Call.</source>
        <translation>Ciò che il telefono mostra mentre squilla; vuoto: Click2Call.</translation>
    </message>
    <message>
        <source>Number on your phone</source>
        <translation>Numero sul telefono</translation>
    </message>
    <message>
        <source>What your phone shows while it rings; empty: your extension.</source>
        <translation>Ciò che il telefono mostra mentre squilla; vuoto: il proprio interno.</translation>
    </message>
    <message>
        <source>Name in the SIP message</source>
        <translation>Nome nel messaggio SIP</translation>
    </message>
    <message>
        <source>Sent with the call to the number that you dial.</source>
        <translation>Inviato con la chiamata al numero composto.</translation>
    </message>
    <message>
        <source>Number in the SIP message</source>
        <translation>Numero nel messaggio SIP</translation>
    </message>
    <message>
        <source>Your phone answers by itself</source>
        <translation>Il telefono risponde da solo</translation>
    </message>
    <message>
        <source>Where the phone can do so; else it rings first.</source>
        <translation>Se il telefono lo sa fare; altrimenti prima squilla.</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>Hotline</translation>
    </message>
    <message>
        <source>The number to call out with. TEL4VN has to set it up for you first.</source>
        <translation>Il numero con cui chiamare verso l&apos;esterno. Deve prima attivarlo TEL4VN.</translation>
    </message>
    <message>
        <source>digits only, e.g. 02873001234</source>
        <translation>solo cifre, ad esempio 02873001234</translation>
    </message>
</context>
<context>
    <name>teleforge</name>
    <message>
        <source>An extension of 3 or 4 digits, or a number such as 27820001234</source>
        <translation>Un interno di 3 o 4 cifre, o un numero come 27820001234</translation>
    </message>
    <message>
        <source>27110001234, 0110001234, random, or tvc_ and the campaign&apos;s name</source>
        <translation>27110001234, 0110001234, random, o tvc_ e il nome della campagna</translation>
    </message>
    <message>
        <source>Letters, digits and . - _ ~ : only, for example crm-{date}-{user}</source>
        <translation>Solo lettere, cifre e . - _ ~ :, ad esempio crm-{date}-{user}</translation>
    </message>
    <message>
        <source>ended by hanging up</source>
        <translation>terminata riagganciando</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>occupato</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rifiutata</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>nessuna risposta</translation>
    </message>
    <message>
        <source>not connected: an error on the line, or a number that Teleforge cannot dial</source>
        <translation>non collegata: un errore di linea, o un numero che Teleforge non può comporre</translation>
    </message>
    <message>
        <source>not connected: an internal error at Teleforge</source>
        <translation>non collegata: Teleforge ha avuto un proprio guasto</translation>
    </message>
    <message>
        <source>hung up before it was answered</source>
        <translation>riagganciata prima della risposta</translation>
    </message>
    <message>
        <source>not connected: no free line</source>
        <translation>non collegata: nessuna linea libera</translation>
    </message>
    <message>
        <source>not connected: the phone or the line is unavailable</source>
        <translation>non collegata: il telefono o la linea non è disponibile</translation>
    </message>
    <message>
        <source>not connected: Teleforge did not understand the call</source>
        <translation>non collegata: Teleforge non ha capito la chiamata</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Address and port from Teleforge&apos;s letter, for example http://pbx.example:8300 (v3.3 and later)</source>
        <translation>Indirizzo e porta dalla lettera di Teleforge, ad esempio http://pbx.example:8300 (dalla v3.3)</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Your extension, or the number of the phone that rings first</source>
        <translation>Il proprio interno, o il numero del telefono che squilla per primo</translation>
    </message>
    <message>
        <source>Caller ID</source>
        <translation>ID chiamante</translation>
    </message>
    <message>
        <source>The number that is shown to others; random and tvc_ must be set up by Teleforge</source>
        <translation>Il numero mostrato agli altri; random e tvc_ devono essere attivati da Teleforge</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Riferimento</translation>
    </message>
    <message>
        <source>Finds the call in Teleforge&apos;s reports; may hold {date} {time} {user} {number} {uuid}</source>
        <translation>Ritrova la chiamata nei rapporti di Teleforge; può contenere {date} {time} {user} {number} {uuid}</translation>
    </message>
    <message>
        <source>Version of the PBX</source>
        <translation>Versione del centralino</translation>
    </message>
    <message>
        <source>The first digit; 2 takes the reference under its old name</source>
        <translation>La prima cifra; la 2 usa il vecchio nome del riferimento</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Chiave API</translation>
    </message>
    <message>
        <source>Only if Teleforge gave you one</source>
        <translation>Solo se Teleforge ne ha fornita una</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Where Teleforge reports how calls ended, for example redis://pbx.example:6379/0; empty: not used</source>
        <translation>Dove Teleforge comunica come sono finite le chiamate, ad esempio redis://pbx.example:6379/0; vuoto: non usato</translation>
    </message>
    <message>
        <source>Redis password</source>
        <translation>Password di Redis</translation>
    </message>
    <message>
        <source>Only if your Redis needs one</source>
        <translation>Solo se il proprio Redis ne richiede una</translation>
    </message>
    <message>
        <source>Teleforge ends calls at the phone only</source>
        <translation>Teleforge termina le chiamate solo al telefono</translation>
    </message>
    <message>
        <source>Teleforge records by its own rules</source>
        <translation>Teleforge registra secondo le proprie regole</translation>
    </message>
    <message>
        <source>Teleforge takes a reference instead of a tag</source>
        <translation>Teleforge usa un riferimento al posto di un&apos;etichetta</translation>
    </message>
</context>
<context>
    <name>tvox</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The address of TVox as in the browser, for example https://tvox.example</source>
        <translation>L&apos;indirizzo di TVox come nel browser, ad esempio https://tvox.example</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nome utente</translation>
    </message>
    <message>
        <source>A TVox user with Superuser or Supervisor permission</source>
        <translation>Un utente TVox con permesso Superuser o Supervisor</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>That user&apos;s password for the TVox web client</source>
        <translation>La password di quell&apos;utente per il client web di TVox</translation>
    </message>
    <message>
        <source>Dial as</source>
        <translation>Chiama come</translation>
    </message>
    <message>
        <source>The TVox user whose phone rings, if it is not the user above</source>
        <translation>L&apos;utente TVox il cui telefono squilla, se non è l&apos;utente sopra</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>Codice di accesso</translation>
    </message>
    <message>
        <source>Sent along with outside numbers: the outside line of your TVox</source>
        <translation>Inviato con i numeri esterni: la linea esterna di TVox</translation>
    </message>
    <message>
        <source>Up to 8 digits, * or #, for example 0</source>
        <translation>Fino a 8 cifre, * o #, ad esempio 0</translation>
    </message>
    <message>
        <source>Call label</source>
        <translation>Etichetta della chiamata</translation>
    </message>
    <message>
        <source>A text that TVox keeps with every call, unless the call has its own</source>
        <translation>Un testo che TVox conserva con ogni chiamata, se la chiamata non ne ha uno proprio</translation>
    </message>
    <message>
        <source>Service code</source>
        <translation>Codice del servizio</translation>
    </message>
    <message>
        <source>The service that calls are tagged with; TVox shows it under Call Tagging</source>
        <translation>Il servizio con cui vengono etichettate le chiamate; TVox lo mostra in Call Tagging</translation>
    </message>
    <message>
        <source>Name of recordings</source>
        <translation>Nome delle registrazioni</translation>
    </message>
    <message>
        <source>May hold {date} {time} {user} {number} {uuid}; empty: TVox names the file</source>
        <translation>Può contenere {date} {time} {user} {number} {uuid}; vuoto: sceglie TVox</translation>
    </message>
    <message>
        <source>Letters, digits, dot, hyphen and underscore, for example {date}_{number}</source>
        <translation>Lettere, cifre, punto, trattino e trattino basso, ad esempio {date}_{number}</translation>
    </message>
    <message>
        <source>Recording interface</source>
        <translation>Interfaccia di registrazione</translation>
    </message>
    <message>
        <source>How this TVox version starts a recording; auto finds out and remembers</source>
        <translation>Come questa versione di TVox avvia una registrazione; auto lo scopre e lo ricorda</translation>
    </message>
    <message>
        <source>TVox reports call states to web servers only, not to desktop programs</source>
        <translation>TVox comunica lo stato delle chiamate solo ai server web, non ai programmi desktop</translation>
    </message>
    <message>
        <source>TVox gave no call id</source>
        <translation>TVox non ha fornito l&apos;identificativo della chiamata</translation>
    </message>
</context>
<context>
    <name>wire</name>
    <message>
        <source>a key or token holds a character that HTTP does not allow</source>
        <translation>una chiave o un token contiene un carattere che HTTP non ammette</translation>
    </message>
    <message>
        <source>it is not the address of a web server</source>
        <translation>non è l&apos;indirizzo di un server web</translation>
    </message>
    <message>
        <source>it holds no readable certificates in PEM form</source>
        <translation>non contiene certificati leggibili in formato PEM</translation>
    </message>
    <message>
        <source>the Python package redis is not installed</source>
        <translation>il pacchetto Python redis non è installato</translation>
    </message>
</context>
</TS>
