<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a register…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a list against the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgeHistogram</name>
    <message>
        <source>Age of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Years since the newest date on the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswersDialog</name>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take these answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of the ask list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space leaves a line out. Answers in words change nothing: read them yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) answered</source>
        <translation>
            <numerusform>%Ln customer answered</numerusform>
            <numerusform>%Ln customers answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not yet</source>
        <translation>
            <numerusform>%Ln not yet</numerusform>
            <numerusform>%Ln not yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no longer in the register</source>
        <translation>
            <numerusform>%Ln no longer in the register</numerusform>
            <numerusform>%Ln no longer in the register</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswersModel</name>
    <message>
        <source>Details are up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Choose a customer register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounces and unsubscribes (*.eml *.mbox *.zip *.csv *.xlsx *.xls *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose bounces or unsubscribes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registers (*.xlsx *.xlsm *.xls *.xlsb *.ods *.fods *.csv *.txt *.tsv *.xml *.html);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskedAgain</name>
    <message>
        <source>Last time you said that these are the same customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last time you said that these are different customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last time you said that these are related, and both were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last time you left these for later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Ask the trade register</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ask about these %Ln companies?</source>
        <translation>
            <numerusform>Ask about this %Ln company?</numerusform>
            <numerusform>Ask about these %Ln companies?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These business IDs, and nothing else, are sent to {0}, one at a time. It takes about %Ln minutes and can be stopped at any time; the answers there are by then are kept.</source>
        <translation>
            <numerusform>These business IDs, and nothing else, are sent to {0}, one at a time. It takes about %Ln minute and can be stopped at any time; the answers there are by then are kept.</numerusform>
            <numerusform>These business IDs, and nothing else, are sent to {0}, one at a time. It takes about %Ln minutes and can be stopped at any time; the answers there are by then are kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>The business IDs that are sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send these IDs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BeforeAfterPicture</name>
    <message>
        <source>Save as a PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln others</source>
        <translation>
            <numerusform>and %Ln other</numerusform>
            <numerusform>and %Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellPicture</name>
    <message>
        <source>It is not taken.</source>
        <translation>It is not taken.</translation>
    </message>
    <message>
        <source>It can be kept all the same.</source>
        <translation>It can be kept all the same.</translation>
    </message>
</context>
<context>
    <name>ChangeLines</name>
    <message>
        <source>Before: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckedRows</name>
    <message>
        <source>Find: a name, a number, a town…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same customer|S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new customer|N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This became a customer|B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketing opt-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the register|U</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs fixing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckedRowsModel</name>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs fixing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnQuestion</name>
    <message numerus="yes">
        <source>%Ln group(s) differ only in {0}</source>
        <translation>
            <numerusform>%Ln group differs only in {0}</numerusform>
            <numerusform>%Ln groups differ only in {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Does it matter which value stays? One answer does for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not matter|N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It matters, ask one by one|I</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompanyRows</name>
    <message>
        <source>Your companies and how they stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The company beside the open register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the fixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the rows worth checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your companies beside the register ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bankruptcy and the like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompanyRowsModel</name>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompanySidesModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Town</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visiting address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would become</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>hidden</translation>
    </message>
    <message>
        <source>not this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worked out anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>survives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same in all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>The rows side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In common: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays in force: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row that stays, {0}, is hidden in the workbook: the customer would not be seen there.</source>
        <translation>The row that stays, {0}, is hidden in the workbook: the customer would not be seen there.</translation>
    </message>
    <message>
        <source>Let {0} stay</source>
        <translation>Let {0} stay</translation>
    </message>
    <message>
        <source>Keep every row’s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Bounces and unsubscribes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came back of your messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More bounces or unsubscribes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the exclusion list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An e-mail address, a phone, a customer number or a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose messages came back, and who unsubscribed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the messages that came back, or your mailing program’s list of bounces or unsubscribes, on the window: .eml, .mbox, CSV, Excel, a folder or a zip. Nobody is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) on your own exclusion list</source>
        <translation>
            <numerusform>%Ln entry on your own exclusion list</numerusform>
            <numerusform>%Ln entries on your own exclusion list</numerusform>
        </translation>
    </message>
    <message>
        <source>These told nothing of messages: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln do not work</source>
        <translation>
            <numerusform>%Ln does not work</numerusform>
            <numerusform>%Ln do not work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be reached for now</source>
        <translation>
            <numerusform>%Ln could not be reached for now</numerusform>
            <numerusform>%Ln could not be reached for now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are delayed</source>
        <translation>
            <numerusform>%Ln is delayed</numerusform>
            <numerusform>%Ln are delayed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blocked the message</source>
        <translation>
            <numerusform>%Ln blocked the message</numerusform>
            <numerusform>%Ln blocked the message</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsubscribed</source>
        <translation>
            <numerusform>%Ln unsubscribed</numerusform>
            <numerusform>%Ln unsubscribed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reported spam</source>
        <translation>
            <numerusform>%Ln reported spam</numerusform>
            <numerusform>%Ln reported spam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are no bounces</source>
        <translation>
            <numerusform>%Ln is no bounce</numerusform>
            <numerusform>%Ln are no bounces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are not clear</source>
        <translation>
            <numerusform>%Ln is not clear</numerusform>
            <numerusform>%Ln are not clear</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses: {0}.</source>
        <translation>
            <numerusform>%Ln address: {0}.</numerusform>
            <numerusform>%Ln addresses: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Enter an opt-out for all %Ln|E</source>
        <translation>
            <numerusform>Enter an opt-out|E</numerusform>
            <numerusform>Enter an opt-out for all %Ln|E</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add all %Ln to the ask list|K</source>
        <translation>
            <numerusform>Add to the ask list|K</numerusform>
            <numerusform>Add all %Ln to the ask list|K</numerusform>
        </translation>
    </message>
    <message>
        <source>Show rows|S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as is|L</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerDocument</name>
    <message>
        <source>customer-on-row-{0}.html</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this customer’s data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original is unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved file was checked by reading it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choices are kept and not asked again next time unless the data changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the cleaned file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the cleaned file from now on. Keep the original until you have seen that everything is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change log holds your customers’ details. Delete it when you need it no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the change log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A register goes out of date all the time. The next check is worth doing around {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaned file: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived and merged rows: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change log: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the folder {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions are still open. You can go on with them now or later.</source>
        <translation>
            <numerusform>%Ln suggestion is still open. You can go on with it now or later.</numerusform>
            <numerusform>%Ln suggestions are still open. You can go on with them now or later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions were accepted as before.</source>
        <translation>
            <numerusform>%Ln suggestion was accepted as before.</numerusform>
            <numerusform>%Ln suggestions were accepted as before.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the change log? Without it a single change cannot be traced or taken back later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop the file here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this the same customer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← → moves the value kept · Page Up and Page Down change the group · F2: a result of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One by one|O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this choice back|T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what you decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No duplicates are waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either no customer was found more than once, or you have decided on all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to rows worth checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>These %Ln are surely the same customers</source>
        <translation>
            <numerusform>This is surely the same customer</numerusform>
            <numerusform>These %Ln are surely the same customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %Ln are very likely the same customers</source>
        <translation>
            <numerusform>This is very likely the same customer</numerusform>
            <numerusform>These %Ln are very likely the same customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One answer for %Ln ticked group(s)</source>
        <translation>
            <numerusform>One answer for the ticked customer</numerusform>
            <numerusform>One answer for %Ln ticked customers</numerusform>
        </translation>
    </message>
    <message>
        <source>Look the list through and untick what you doubt. Every merge can be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Merge the %Ln sure ones in one go</source>
        <translation>
            <numerusform>Merge the sure one in one go</numerusform>
            <numerusform>Merge the %Ln sure ones in one go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them would stay in a row that is hidden in the workbook, the first in row {0}. One by one you can choose the row that stays.</source>
        <translation>
            <numerusform>%Ln of them would stay in a row that is hidden in the workbook, row {0}. One by one you can choose the row that stays.</numerusform>
            <numerusform>%Ln of them would stay in a row that is hidden in the workbook, the first in row {0}. One by one you can choose the row that stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryChecksDialog</name>
    <message>
        <source>Checks for what is typed later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel itself then shows a hint in these columns and asks about what looks wrong, in the rows there are and the next 1,000. A table takes in by itself what is typed right below it, a filter when it is applied again. Each check stands in the change log and can be taken out alone.</source>
        <translation>Excel itself then shows a hint in these columns and asks about what looks wrong, in the rows there are and the next 1,000. A table takes in by itself what is typed right below it, a filter when it is applied again. Each check stands in the change log and can be taken out alone.</translation>
    </message>
    <message>
        <source>No column of this register has a check that suits it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put them in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No checks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Not important to me|N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Important again|I</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FixCard</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all %Ln|A</source>
        <translation>
            <numerusform>Accept|A</numerusform>
            <numerusform>Accept all %Ln|A</numerusform>
        </translation>
    </message>
    <message>
        <source>Show rows|S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as is|L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FixRows</name>
    <message>
        <source>← All suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space leaves a row out. A text of your own: double click or F2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as is|L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the row|R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept {0}, leave {1} as they are|A</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Accept all %Ln|A</source>
        <translation>
            <numerusform>Accept|A</numerusform>
            <numerusform>Accept all %Ln|A</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FixRowsModel</name>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FixesPage</name>
    <message>
        <source>Fixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fixes are waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details look right as they are, or you have already decided on every suggestion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at these yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not important to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln suggestion</numerusform>
            <numerusform>%Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln formatting</source>
        <translation>
            <numerusform>%Ln formatting</numerusform>
            <numerusform>%Ln formatting</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changes in your own file. Every choice can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suggested fixes are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Your choices are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message>
        <source>no changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>%Ln kept</numerusform>
            <numerusform>%Ln kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merged</source>
        <translation>
            <numerusform>%Ln merged</numerusform>
            <numerusform>%Ln merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln archived</source>
        <translation>
            <numerusform>%Ln archived</numerusform>
            <numerusform>%Ln archived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln removed</numerusform>
            <numerusform>%Ln removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed cells</source>
        <translation>
            <numerusform>%Ln changed value</numerusform>
            <numerusform>%Ln changed values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Freshness</name>
    <message>
        <source>About one Finn in {0} changes phone number within a year{1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About one Finn in {0} moves within a year{1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About one contact person in {0} changes jobs within a year{1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About one company in {0} changes address within a year{1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested fix, {0}: {1} → {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps the same customer, row {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <source>Find a group…</source>
        <translation>Find a customer…</translation>
    </message>
    <message>
        <source>Find a group</source>
        <translation>Find a customer</translation>
    </message>
    <message>
        <source>Which groups are shown</source>
        <translation>Which are shown</translation>
    </message>
    <message>
        <source>By what differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the groups</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Same customers</translation>
    </message>
    <message>
        <source>Most important first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surely the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very likely the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} ticked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupListModel</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message>
        <source>no differences that matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>related</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Language: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a new version</source>
        <translation>Look for a new version</translation>
    </message>
    <message>
        <source>Opens the page in the browser. Nothing is downloaded without you.</source>
        <translation>Opens the page in the browser. Nothing is downloaded without you.</translation>
    </message>
    <message>
        <source>Open the folder of the logs</source>
        <translation>Open the folder of the logs</translation>
    </message>
    <message>
        <source>The logs tell where the program failed. They hold nothing of your registers.</source>
        <translation>The logs tell where the program failed. They hold nothing of your registers.</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the version, the last steps and where the program failed. Nothing of your registers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message>
        <source>Put on the exclusion list: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Added as a column: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several kinds of fixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted with exceptions: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left as is: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left for later: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Merged %Ln customers</source>
        <translation>
            <numerusform>Merged %Ln customer</numerusform>
            <numerusform>Merged %Ln customers</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged: {0} · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same customer: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different customers: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related, both kept: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked again, since something has changed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same name, different customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the ask list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details are up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to the Archive sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out of the cleaned file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows worth checking, left for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln new row(s)</source>
        <translation>
            <numerusform>%Ln new row</numerusform>
            <numerusform>%Ln new rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken into the register: {0} · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known, left as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column {0} means: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged into it: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Your choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any choice can be taken back alone, also later; the others stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this choice back|T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back in force|B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you accept, merge, edit or leave as is will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and more, all in the change log after saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln later choices concern the same rows. They stay in force where they still fit.</source>
        <translation>
            <numerusform>%Ln later choice concerns the same rows. It stays in force where it still fits.</numerusform>
            <numerusform>%Ln later choices concern the same rows. They stay in force where they still fit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lapsed</name>
    <message>
        <source>were merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row taken from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the column {0} means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>related, both kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left for later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListCheckPage</name>
    <message>
        <source>Check of a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the new rows…|T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the whole list with the answers…|W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which customers on a list do you already have?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a list, from a fair or a web shop for instance, or drop it on the window. Each of its rows is looked for in your register. Neither file is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} beside your register</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows on the list</source>
        <translation>
            <numerusform>%Ln row on the list</numerusform>
            <numerusform>%Ln rows on the list</numerusform>
        </translation>
    </message>
    <message>
        <source>Neither file has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared by: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files have no field in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the new rows to the register|A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the list read wrongly?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln new rows to the register|A</source>
        <translation>
            <numerusform>Add %Ln new row to the register|A</numerusform>
            <numerusform>Add %Ln new rows to the register|A</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln new contacts or branches of known companies|C</source>
        <translation>
            <numerusform>Add %Ln new contact or branch of a known company|C</numerusform>
            <numerusform>Add %Ln new contacts or branches of known companies|C</numerusform>
        </translation>
    </message>
    <message>
        <source>Write where the rows came from in the column {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the new ones as a list of their own…|T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the register as columns: {0}|O</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them wait for your word</source>
        <translation>
            <numerusform>%Ln of them waits for your word</numerusform>
            <numerusform>%Ln of them wait for your word</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new rows will be added when you save.</source>
        <translation>
            <numerusform>%Ln new row will be added when you save.</numerusform>
            <numerusform>%Ln new rows will be added when you save.</numerusform>
        </translation>
    </message>
    <message>
        <source>This looks like a bought or collected list: nothing on it is added to the customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the new ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-leads.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the new rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-new.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-checked.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeaningCard</name>
    <message>
        <source>What is in the column “{0}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure – leave as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else ▾</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeaningPicker</name>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in the column “{0}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its values say…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of these</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthDialog</name>
    <message>
        <source>Every month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program never runs by itself. If you want, the computer’s own scheduler does the month of {0}: it accepts what you have accepted as a whole each time before, leaves the rest open, and saves beside the register. Copy one of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the next check into the calendar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every month by the computer itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewerDetails</name>
    <message>
        <source>Take in newer details, by kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumbersElsewhere</name>
    <message>
        <source>Customer numbers on other sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the numbers that stay in their place on the sheet {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ObstacleChoice</name>
    <message>
        <source>Save on the version that was read, without the newer changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the rows in place and mark them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the rows in place and put them on a sheet of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new plain workbook: the data without formulas and colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file as UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original file has changed since it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know before saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file’s encoding does not have all the characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything can be done in your workbook without harm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OneStaleRow</name>
    <message>
        <source>← All reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the row|E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Up and Page Down change the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show that row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenRegistersPage</name>
    <message>
        <source>Open registers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public registers that you download yourself tell what has changed at your customers. They stay on this computer, and nothing is sent anywhere unless you agree to it. The program works without them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the trade register about single companies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its open file lacks the companies that have ceased, and does not tell when. The trade register&apos;s service does. You see the business IDs first, and nothing is sent before you agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what would be asked…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Open the page and download the file {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Leave the file as it is: it need not be unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Drag it onto this window, or choose it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message>
        <source>In use, as of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is over a year old. A newer one knows more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0} from this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of your register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a list against the register…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with the clear cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>customers perhaps entered more than once</source>
        <translation>
            <numerusform>customer perhaps entered more than once</numerusform>
            <numerusform>customers perhaps entered more than once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %Ln rows</source>
        <translation>
            <numerusform>on %Ln row</numerusform>
            <numerusform>on %Ln rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry guide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>rows worth checking</source>
        <translation>
            <numerusform>row worth checking</numerusform>
            <numerusform>rows worth checking</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>values that look wrong</source>
        <translation>
            <numerusform>value that looks wrong</numerusform>
            <numerusform>values that look wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>customers you cannot reach in any way now</source>
        <translation>
            <numerusform>customer you cannot reach in any way now</numerusform>
            <numerusform>customers you cannot reach in any way now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln at first</source>
        <translation>
            <numerusform>%Ln at first</numerusform>
            <numerusform>%Ln at first</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions are still open. You can stop at any time.</source>
        <translation>
            <numerusform>%Ln suggestion is still open. You can stop at any time.</numerusform>
            <numerusform>%Ln suggestions are still open. You can stop at any time.</numerusform>
        </translation>
    </message>
    <message>
        <source>-state.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the state of the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the entry guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-entry-guide.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {0} of {1} addresses have probably changed since the row was last in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {0} of {1} phone numbers have probably changed since the row was last in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {0} of your {1} companies have probably ceased since the row was last in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {0} of your {1} companies have probably changed a person in charge since the row was last in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (between {0} and {1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List, row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register, row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>The rows side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In common: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force in the register: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps the same customer in the register too: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassiveChoice</name>
    <message>
        <source>When is a customer passive for you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers without any activity for this long are shown as worth checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 years</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is not kept anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PermissionCard</name>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketing permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketing opt-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer&apos;s state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else – leave as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must not be contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says nothing of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is no customer any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the column “{0}” say of contacting the customer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which ways of contact does it speak of?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does “{0}” say?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened in the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choices are kept and the original file is unchanged. Go on, or start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReachBars</name>
    <message>
        <source>Who can be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadBackPage</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only these are unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, bring my choices along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows of the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a newer version of {0}, which you last worked on {1}. Your choices on it hold here where nothing has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Read %Ln rows</source>
        <translation>
            <numerusform>Read %Ln row</numerusform>
            <numerusform>Read %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln columns.</source>
        <translation>
            <numerusform>and %Ln column.</numerusform>
            <numerusform>and %Ln columns.</numerusform>
        </translation>
    </message>
    <message>
        <source>Does this look right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln empty column(s)</source>
        <translation>
            <numerusform>Show %Ln empty column</numerusform>
            <numerusform>Show %Ln empty columns</numerusform>
        </translation>
    </message>
    <message>
        <source>the letters å, ä and ö</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a postal code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picked out for the eye: {0}. Is that right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers on row {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>headers on row {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no headers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet “{0}”,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list heeds these columns, since it is not known what their yes, no or mark says: {0}. If one tells whom you may not contact, give it its meaning under its header above.</source>
        <translation>No list heeds these columns, since it is not known what their yes, no or mark says: {0}. If one tells whom you may not contact, give it its meaning under its header above.</translation>
    </message>
    <message>
        <source>The first rows, read in this way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingChoices</name>
    <message>
        <source>semicolon ;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers on row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns separated by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPreview</name>
    <message>
        <source>? what is this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterModel</name>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RelatedLinks</name>
    <message>
        <source>Belong together, but are customers of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is merged here. One letter may be enough for a household.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is merged here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln household(s)</source>
        <translation>
            <numerusform>%Ln household</numerusform>
            <numerusform>%Ln households</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln company or companies with branches</source>
        <translation>
            <numerusform>%Ln company with branches</numerusform>
            <numerusform>%Ln companies with branches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln company or companies with contact persons</source>
        <translation>
            <numerusform>%Ln company with contact persons</numerusform>
            <numerusform>%Ln companies with contact persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>People of one name: %Ln</source>
        <translation>
            <numerusform>People of one name: %Ln</numerusform>
            <numerusform>People of one name: %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetireVerdicts</name>
    <message>
        <source>Add to the ask list|K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details are up to date|U</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the Archive sheet|A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later|L</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowArithmetic</name>
    <message numerus="yes">
        <source>%Ln rows in the original</source>
        <translation>
            <numerusform>%Ln row in the original</numerusform>
            <numerusform>%Ln rows in the original</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>%Ln kept</numerusform>
            <numerusform>%Ln kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merged into others</source>
        <translation>
            <numerusform>%Ln merged into others</numerusform>
            <numerusform>%Ln merged into others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln archived</source>
        <translation>
            <numerusform>%Ln archived</numerusform>
            <numerusform>%Ln archived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln removed</numerusform>
            <numerusform>%Ln removed</numerusform>
        </translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged into others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowBrowser</name>
    <message>
        <source>Find: a name, a number, a town…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the column…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which contents of the column under the cursor are shown (Alt+↓)</source>
        <translation>Choose which values of the column under the cursor are shown (Alt+↓)</translation>
    </message>
    <message>
        <source>Filtered: {0} ✕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all rows, not only those filtered by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln hidden column(s)</source>
        <translation>
            <numerusform>Show %Ln hidden column</numerusform>
            <numerusform>Show %Ln hidden columns</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such rows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowFacts</name>
    <message>
        <source>Merged into row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to the Archive sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out of the cleaned file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested: {0} · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps the same customer as row {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowsMenu</name>
    <message>
        <source>Show rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows as they will be saved. Changed cells are green and marked with a dot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← Back to where you were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the cell|F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same customer…|S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the Archive sheet|A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out of the cleaned file|Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer’s data as a document…|D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two or more rows: Ctrl and click, or Shift and the arrow keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase this customer for good…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase the customer on row {0} for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are left out of the next cleaned file, and everything the program has kept of them is destroyed. Only a fingerprint stays, by which the program tells when they come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone. What is kept of earlier versions of this register is forgotten with it. Your own files are not changed: those that still hold the customer are named afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SameCustomerDialog</name>
    <message>
        <source>Merge|M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different customers|D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this the same customer?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavePage</name>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other name or folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a column that says how active each customer is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, active, fading or passive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep merged and archived rows on a sheet of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that are made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the entry guide on a sheet of its own</source>
        <translation>Add the entry guide on a sheet of its own</translation>
    </message>
    <message>
        <source>Checks for what is typed later…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the cleaned file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been changed yet, so the saved file would be a copy of the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions are still open. They stay as they are.</source>
        <translation>
            <numerusform>%Ln suggestion is still open. It stays as it is.</numerusform>
            <numerusform>%Ln suggestions are still open. They stay as they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>No value is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln others</source>
        <translation>
            <numerusform>and %Ln other</numerusform>
            <numerusform>and %Ln others</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep merged and archived rows in a file of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaned file: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns check what is typed into them</source>
        <translation>
            <numerusform>%Ln column checks what is typed into it</numerusform>
            <numerusform>%Ln columns check what is typed into them</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change log: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the folder {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedNotice</name>
    <message>
        <source>It is still open and now comes last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choice is saved. It is not asked again unless the data changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScopeBox</name>
    <message>
        <source>Which rows are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that will be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows merged or archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows added from lists</source>
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
        <source>The program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your registers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the files of a saving into a folder of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the change log as an Excel workbook only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep merged and archived rows on a sheet of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a CSV register as an Excel workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel drops the zeros in front of numbers in a CSV file; a workbook keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A customer is passive after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone numbers are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved files go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name in the change log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choices are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As most of them in the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until you choose Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln years from the last visit</source>
        <translation>
            <numerusform>%Ln year from the last visit</numerusform>
            <numerusform>%Ln years from the last visit</numerusform>
        </translation>
    </message>
    <message>
        <source>Beside the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln months</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln years</source>
        <translation>
            <numerusform>%Ln year</numerusform>
            <numerusform>%Ln years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SinceLastTimePage</name>
    <message>
        <source>Since last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your earlier choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your earlier choices hold where nothing has changed. Only what has changed is asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earlier version of the register is kept no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register is being compared with its earlier version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>new rows</source>
        <translation>
            <numerusform>new row</numerusform>
            <numerusform>new rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rows with other details than last time</source>
        <translation>
            <numerusform>row with other details than last time</numerusform>
            <numerusform>rows with other details than last time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rows no longer in the file</source>
        <translation>
            <numerusform>row no longer in the file</numerusform>
            <numerusform>rows no longer in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of the new and changed rows have something to decide</source>
        <translation>
            <numerusform>of the new and changed rows has something to decide</numerusform>
            <numerusform>of the new and changed rows have something to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln choices hold and are not asked again.</source>
        <translation>
            <numerusform>%Ln choice holds and is not asked again.</numerusform>
            <numerusform>%Ln choices hold and are not asked again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln choices no longer hold, so they are asked again where needed:</source>
        <translation>
            <numerusform>%Ln choice no longer holds, so it is asked again where needed:</numerusform>
            <numerusform>%Ln choices no longer hold, so they are asked again where needed:</numerusform>
        </translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the earlier file that are no longer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message>
        <source>New rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with other details than last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New and changed rows with something to decide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaleFilterBar</name>
    <message>
        <source>Only rows with: a name, a town…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only rows with these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way of contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesperson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With an e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a postal address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any way of contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every salesperson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most purchases first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most in need of a check first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StalePage</name>
    <message>
        <source>Rows to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These details may be old; nothing says for sure that they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest may wait: go on to saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows are waiting to be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the register looks old, or you have already decided on every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The %Ln most important one by one|I</source>
        <translation>
            <numerusform>The most important one|I</numerusform>
            <numerusform>The %Ln most important one by one|I</numerusform>
        </translation>
    </message>
    <message>
        <source>Show rows|S</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) stayed: an invoice, a contract or some other matter is open in them.</source>
        <translation>
            <numerusform>%Ln row stayed: an invoice, a contract or some other matter is open in it. Decide on it alone.</numerusform>
            <numerusform>%Ln rows stayed: an invoice, a contract or some other matter is open in them. Decide on them one by one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaleRows</name>
    <message>
        <source>← All reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} rows included. Space leaves a row out; it stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaleRowsModel</name>
    <message>
        <source>Included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag your customer register here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Excel or CSV file. The file stays on your computer and the original is not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue where you left off</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the program keeps of this register on your computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the register {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is open now. Open another register first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings your choices along, accepts again what you have accepted as a whole each time before, and saves. Everything else waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every month…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not in {0} any more. If it was moved, choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has changed since it was last checked, {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln months since the last visit. A check is worth doing now.</source>
        <translation>
            <numerusform>%Ln month since the last visit. A check is worth doing now.</numerusform>
            <numerusform>%Ln months since the last visit. A check is worth doing now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %Ln rows fewer than then.</source>
        <translation>
            <numerusform>It has %Ln row fewer than then.</numerusform>
            <numerusform>It has %Ln rows fewer than then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %Ln rows more than then.</source>
        <translation>
            <numerusform>It has %Ln row more than then.</numerusform>
            <numerusform>It has %Ln rows more than then.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has as many rows as then.</source>
        <translation>It has as many rows as then.</translation>
    </message>
    <message>
        <source>Forget {0}? Your choices on it and the copies of it that the program keeps are erased for good. The register itself and the files you have saved stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These hold the customers’ details too. Delete them yourself if you need them no more:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sure</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeAwayLists</name>
    <message>
        <source>Lists to take along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the list: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row is on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeOutBar</name>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the same customer ×</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The way through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From top to bottom. The number tells what is left; a tick, that a page is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program suggests and says why. Every choice is saved at once and can be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new file at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving makes a cleaned file and a change log. Your own file is never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>Your register from visit to visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found on each visit, {0} – {1}, before anything was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first two come about in entry, the others as time goes by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of reach</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueFilter</name>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a content</source>
        <translation>Find a value</translation>
    </message>
    <message>
        <source>All of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents of the column</source>
        <translation>Values of the column</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more: search to see them</source>
        <translation>
            <numerusform>and %Ln more: search to see it</numerusform>
            <numerusform>and %Ln more: search to see them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>Merge|M</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Merge the %Ln ticked|M</source>
        <translation>
            <numerusform>Merge the ticked one|M</numerusform>
            <numerusform>Merge the %Ln ticked|M</numerusform>
        </translation>
    </message>
    <message>
        <source>Different customers|D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later|L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one needs a choice of its own. Press one of these: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same household</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related, keep both ({0})|R</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatFilesDialog</name>
    <message>
        <source>Files came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list to be checked against a register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounces or unsubscribes from a mailing program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What are these %Ln file(s)?</source>
        <translation>
            <numerusform>What is this file?</numerusform>
            <numerusform>What are these %Ln files?</numerusform>
        </translation>
    </message>
    <message>
        <source>You see which of its rows are already in the register. Neither file is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see whose messages came back and who opted out. Nobody is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like a newer version of {0}. Your choices on that one hold here too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list to be checked against {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A register to be worked on, or a newer version of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registers, each to be worked on by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is opened here. What you have decided on the other register is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first is opened here, the others in windows of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
