<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gör om</translation>
    </message>
    <message>
        <source>Open a register…</source>
        <translation>Öppna ett register…</translation>
    </message>
    <message>
        <source>Check a list against the register</source>
        <translation>Jämför en lista med registret</translation>
    </message>
    <message>
        <source>Go to saving</source>
        <translation>Gå vidare till att spara</translation>
    </message>
    <message>
        <source>Your choices</source>
        <translation>Gjorda val</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Kortkommandon</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Avsluta</translation>
    </message>
</context>
<context>
    <name>AgeHistogram</name>
    <message>
        <source>Age of the data</source>
        <translation>Uppgifternas ålder</translation>
    </message>
    <message>
        <source>Years since the newest date on the row</source>
        <translation>År sedan radens nyaste datum</translation>
    </message>
    <message>
        <source>{0} years</source>
        <translation>{0} år</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>okänt</translation>
    </message>
    <message>
        <source>under {0}</source>
        <translation>under {0}</translation>
    </message>
    <message>
        <source>over {0}</source>
        <translation>över {0}</translation>
    </message>
</context>
<context>
    <name>AnswersDialog</name>
    <message>
        <source>Answers</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Take these answers</source>
        <translation>Använd de här svaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Answers of the ask list</source>
        <translation>Frågelistans svar</translation>
    </message>
    <message>
        <source>Space leaves a line out. Answers in words change nothing: read them yourself.</source>
        <translation>Mellanslag lämnar en rad utanför. Svar som är skrivna med ord ändrar ingenting: läs dem själv.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) answered</source>
        <translation>
            <numerusform>%Ln kund svarade</numerusform>
            <numerusform>%Ln kunder svarade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not yet</source>
        <translation>
            <numerusform>%Ln inte ännu</numerusform>
            <numerusform>%Ln inte ännu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no longer in the register</source>
        <translation>
            <numerusform>%Ln inte längre i registret</numerusform>
            <numerusform>%Ln inte längre i registret</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswersModel</name>
    <message>
        <source>Details are up to date</source>
        <translation>Uppgifterna är aktuella</translation>
    </message>
    <message>
        <source>Answer in words</source>
        <translation>Svar i ord</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Med</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kund</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Före</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Choose a customer register</source>
        <translation>Välj ett kundregister</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Välj en lista</translation>
    </message>
    <message>
        <source>Bounces and unsubscribes (*.eml *.mbox *.zip *.csv *.xlsx *.xls *.txt);;All files (*)</source>
        <translation>Returer och avanmälningar (*.eml *.mbox *.zip *.csv *.xlsx *.xls *.txt);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Choose bounces or unsubscribes</source>
        <translation>Välj returer eller avanmälningar</translation>
    </message>
    <message>
        <source>Registers (*.xlsx *.xlsm *.xls *.xlsb *.ods *.fods *.csv *.txt *.tsv *.xml *.html);;All files (*)</source>
        <translation>Register (*.xlsx *.xlsm *.xls *.xlsb *.ods *.fods *.csv *.txt *.tsv *.xml *.html);;Alla filer (*)</translation>
    </message>
</context>
<context>
    <name>AskedAgain</name>
    <message>
        <source>Last time you said that these are the same customer.</source>
        <translation>Förra gången svarade du att de här är samma kund.</translation>
    </message>
    <message>
        <source>Last time you said that these are different customers.</source>
        <translation>Förra gången svarade du att de här är olika kunder.</translation>
    </message>
    <message>
        <source>Last time you said that these are related, and both were kept.</source>
        <translation>Förra gången svarade du att de här hör ihop, och båda behölls.</translation>
    </message>
    <message>
        <source>Last time you left these for later.</source>
        <translation>Förra gången lämnade du de här till senare.</translation>
    </message>
    <message>
        <source>Changed since: {0}</source>
        <translation>Ändrat sedan dess: {0}</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Ask the trade register</source>
        <translation>Fråga handelsregistret</translation>
    </message>
    <message numerus="yes">
        <source>Ask about these %Ln companies?</source>
        <translation>
            <numerusform>Fråga om detta %Ln företag?</numerusform>
            <numerusform>Fråga om dessa %Ln företag?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These business IDs, and nothing else, are sent to {0}, one at a time. It takes about %Ln minutes and can be stopped at any time; the answers there are by then are kept.</source>
        <translation>
            <numerusform>Dessa FO-nummer, och inget annat, skickas till {0}, ett åt gången. Det tar ungefär %Ln minut och kan avbrytas när som helst; de svar som kommit dittills sparas.</numerusform>
            <numerusform>Dessa FO-nummer, och inget annat, skickas till {0}, ett åt gången. Det tar ungefär %Ln minuter och kan avbrytas när som helst; de svar som kommit dittills sparas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The business IDs that are sent</source>
        <translation>FO-numren som skickas</translation>
    </message>
    <message>
        <source>Send these IDs</source>
        <translation>Skicka dessa FO-nummer</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>Skicka ingenting</translation>
    </message>
</context>
<context>
    <name>BeforeAfterPicture</name>
    <message>
        <source>Save as a PDF…</source>
        <translation>Spara som PDF…</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln others</source>
        <translation>
            <numerusform>och %Ln till</numerusform>
            <numerusform>och %Ln till</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellPicture</name>
    <message>
        <source>It is not taken.</source>
        <translation>Uppgiften godtas inte.</translation>
    </message>
    <message>
        <source>It can be kept all the same.</source>
        <translation>Den kan ändå behållas.</translation>
    </message>
</context>
<context>
    <name>ChangeLines</name>
    <message>
        <source>Before: {0}</source>
        <translation>Före: {0}</translation>
    </message>
    <message>
        <source>After: {0}</source>
        <translation>Efter: {0}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tom)</translation>
    </message>
</context>
<context>
    <name>CheckedRows</name>
    <message>
        <source>Find: a name, a number, a town…</source>
        <translation>Sök: namn, postanstalt…</translation>
    </message>
    <message>
        <source>Find rows</source>
        <translation>Sök rader</translation>
    </message>
    <message>
        <source>The rows of the list</source>
        <translation>Listans rader</translation>
    </message>
    <message>
        <source>No such rows.</source>
        <translation>Det finns inga sådana rader.</translation>
    </message>
    <message>
        <source>The same customer|S</source>
        <translation>Samma kund|S</translation>
    </message>
    <message>
        <source>A new customer|N</source>
        <translation>Ny kund|N</translation>
    </message>
    <message>
        <source>This became a customer|B</source>
        <translation>Blev kund|K</translation>
    </message>
    <message>
        <source>Marketing opt-out</source>
        <translation>Marknadsföringsförbud</translation>
    </message>
    <message>
        <source>Known company</source>
        <translation>Känt företag</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>Redan i registret</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nya</translation>
    </message>
    <message>
        <source>Update the register|U</source>
        <translation>Uppdatera registret|U</translation>
    </message>
    <message>
        <source>Perhaps there</source>
        <translation>Kanske i registret</translation>
    </message>
    <message>
        <source>New details</source>
        <translation>Nya uppgifter</translation>
    </message>
    <message>
        <source>Needs fixing</source>
        <translation>Att rätta</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
</context>
<context>
    <name>CheckedRowsModel</name>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>På listan</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>I registret</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Varför</translation>
    </message>
    <message>
        <source>perhaps there</source>
        <translation>kanske i registret</translation>
    </message>
    <message>
        <source>new details</source>
        <translation>nya uppgifter</translation>
    </message>
    <message>
        <source>needs fixing</source>
        <translation>bör rättas</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>marknadsföringsförbud</translation>
    </message>
    <message>
        <source>new</source>
        <translation>ny</translation>
    </message>
    <message>
        <source>known company</source>
        <translation>känt företag</translation>
    </message>
    <message>
        <source>in the register</source>
        <translation>redan i registret</translation>
    </message>
    <message>
        <source>added</source>
        <translation>tillagd</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rad {0}</translation>
    </message>
</context>
<context>
    <name>ColumnQuestion</name>
    <message numerus="yes">
        <source>%Ln group(s) differ only in {0}</source>
        <translation>
            <numerusform>%Ln grupp skiljer sig bara i {0}</numerusform>
            <numerusform>%Ln grupper skiljer sig bara i {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Does it matter which value stays? One answer does for all of them.</source>
        <translation>Spelar det någon roll vilken uppgift som behålls? Ett svar räcker för alla.</translation>
    </message>
    <message>
        <source>It does not matter|N</source>
        <translation>Det spelar ingen roll|I</translation>
    </message>
    <message>
        <source>It matters, ask one by one|I</source>
        <translation>Det spelar roll, fråga en i taget|F</translation>
    </message>
</context>
<context>
    <name>CompanyRows</name>
    <message>
        <source>Your companies and how they stand</source>
        <translation>Dina företag och hur det står till med dem</translation>
    </message>
    <message>
        <source>The company beside the open register</source>
        <translation>Företaget bredvid det öppna registret</translation>
    </message>
    <message>
        <source>Go to the fixes</source>
        <translation>Gå till rättelserna</translation>
    </message>
    <message>
        <source>Go to the rows worth checking</source>
        <translation>Gå till raderna att kontrollera</translation>
    </message>
    <message>
        <source>Your companies beside the register ({0})</source>
        <translation>Dina företag bredvid registret ({0})</translation>
    </message>
    <message>
        <source>Not in the register</source>
        <translation>Inte i registret</translation>
    </message>
    <message>
        <source>Bankruptcy and the like</source>
        <translation>Konkurs eller liknande</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Ett annat namn</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>En annan adress</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>FO-nummer</translation>
    </message>
    <message>
        <source>As in the register</source>
        <translation>Som i registret</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inte känt</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
</context>
<context>
    <name>CompanyRowsModel</name>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Your register</source>
        <translation>Ditt register</translation>
    </message>
    <message>
        <source>The open register</source>
        <translation>Öppna registret</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Iakttaget</translation>
    </message>
</context>
<context>
    <name>CompanySidesModel</name>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>FO-nummer</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Gatuadress</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Postnummer</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Postanstalt</translation>
    </message>
    <message>
        <source>Visiting address</source>
        <translation>Besöksadress</translation>
    </message>
    <message>
        <source>Your register</source>
        <translation>Ditt register</translation>
    </message>
    <message>
        <source>Would become</source>
        <translation>Förslag</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>dold</translation>
    </message>
    <message>
        <source>not this one</source>
        <translation>inte denna</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>kvar</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rad {0}</translation>
    </message>
    <message>
        <source>worked out anew</source>
        <translation>räknas om</translation>
    </message>
    <message>
        <source>survives</source>
        <translation>behålls</translation>
    </message>
    <message>
        <source>the same in all rows</source>
        <translation>samma på alla rader</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tom)</translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>The rows side by side</source>
        <translation>Raderna sida vid sida</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>In common: {0}</source>
        <translation>Gemensamt: {0}</translation>
    </message>
    <message>
        <source>Different: {0}</source>
        <translation>Skiljer sig: {0}</translation>
    </message>
    <message>
        <source>Stays in force: {0}</source>
        <translation>Förblir i kraft: {0}</translation>
    </message>
    <message>
        <source>The row that stays, {0}, is hidden in the workbook: the customer would not be seen there.</source>
        <translation>Raden som blir kvar, {0}, är dold i arbetsboken: kunden skulle inte synas där.</translation>
    </message>
    <message>
        <source>Let {0} stay</source>
        <translation>Behåll {0}</translation>
    </message>
    <message>
        <source>Keep every row’s text</source>
        <translation>Behåll alla raders uppgifter</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tom)</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Bounces and unsubscribes</source>
        <translation>Returer och avanmälningar</translation>
    </message>
    <message>
        <source>What came back of your messages</source>
        <translation>Vad som hände med dina meddelanden</translation>
    </message>
    <message>
        <source>More bounces or unsubscribes…</source>
        <translation>Fler returer eller avanmälningar…</translation>
    </message>
    <message>
        <source>Add to the exclusion list</source>
        <translation>Lägg till på spärrlistan</translation>
    </message>
    <message>
        <source>An e-mail address, a phone, a customer number or a name</source>
        <translation>En e-postadress, ett telefonnummer, ett kundnummer eller ett namn</translation>
    </message>
    <message>
        <source>Whose messages came back, and who unsubscribed?</source>
        <translation>Vems meddelanden kom tillbaka, och vem avanmälde sig?</translation>
    </message>
    <message>
        <source>Drop the messages that came back, or your mailing program’s list of bounces or unsubscribes, on the window: .eml, .mbox, CSV, Excel, a folder or a zip. Nobody is removed.</source>
        <translation>Släpp de returnerade meddelandena eller utskicksprogrammets lista över returer eller avanmälningar i fönstret: .eml, .mbox, CSV, Excel, en mapp eller en zip. Ingen tas bort.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Välj filer…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) on your own exclusion list</source>
        <translation>
            <numerusform>%Ln post på din egen spärrlista</numerusform>
            <numerusform>%Ln poster på din egen spärrlista</numerusform>
        </translation>
    </message>
    <message>
        <source>These told nothing of messages: {0}</source>
        <translation>Av dessa framgick inget om meddelanden: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln do not work</source>
        <translation>
            <numerusform>%Ln fungerar inte</numerusform>
            <numerusform>%Ln fungerar inte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be reached for now</source>
        <translation>
            <numerusform>%Ln kunde inte nås just nu</numerusform>
            <numerusform>%Ln kunde inte nås just nu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are delayed</source>
        <translation>
            <numerusform>%Ln är försenad</numerusform>
            <numerusform>%Ln är försenade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blocked the message</source>
        <translation>
            <numerusform>%Ln spärrade meddelandet</numerusform>
            <numerusform>%Ln spärrade meddelandet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsubscribed</source>
        <translation>
            <numerusform>%Ln har avanmält sig</numerusform>
            <numerusform>%Ln har avanmält sig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reported spam</source>
        <translation>
            <numerusform>%Ln anmälde skräppost</numerusform>
            <numerusform>%Ln anmälde skräppost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are no bounces</source>
        <translation>
            <numerusform>%Ln är ingen retur</numerusform>
            <numerusform>%Ln är inga returer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are not clear</source>
        <translation>
            <numerusform>%Ln är oklar</numerusform>
            <numerusform>%Ln är oklara</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses: {0}.</source>
        <translation>
            <numerusform>%Ln adress: {0}.</numerusform>
            <numerusform>%Ln adresser: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is removed.</source>
        <translation>Ingen tas bort.</translation>
    </message>
    <message numerus="yes">
        <source>Enter an opt-out for all %Ln|E</source>
        <translation>
            <numerusform>Anteckna ett förbud|F</numerusform>
            <numerusform>Anteckna ett förbud för alla %Ln|F</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add all %Ln to the ask list|K</source>
        <translation>
            <numerusform>Lägg till på frågelistan|K</numerusform>
            <numerusform>Lägg till alla %Ln på frågelistan|K</numerusform>
        </translation>
    </message>
    <message>
        <source>Show rows|S</source>
        <translation>Visa raderna|V</translation>
    </message>
    <message>
        <source>Leave as is|L</source>
        <translation>Lämna som det är|L</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rad {0}</translation>
    </message>
</context>
<context>
    <name>CustomerDocument</name>
    <message>
        <source>customer-on-row-{0}.html</source>
        <translation>kund-rad-{0}.html</translation>
    </message>
    <message>
        <source>Save this customer’s data</source>
        <translation>Spara kundens uppgifter</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Done</source>
        <translation>Klart</translation>
    </message>
    <message>
        <source>The original is unchanged</source>
        <translation>Originalet är orört</translation>
    </message>
    <message>
        <source>The saved file was checked by reading it again</source>
        <translation>Den sparade filen kontrollerades genom omläsning</translation>
    </message>
    <message>
        <source>Your choices are kept and not asked again next time unless the data changes</source>
        <translation>Dina val är sparade och frågas inte igen om uppgifterna inte ändras.</translation>
    </message>
    <message>
        <source>Your files</source>
        <translation>Dina filer</translation>
    </message>
    <message>
        <source>Open the cleaned file</source>
        <translation>Öppna den städade filen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Öppna mappen</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Vad du kan göra nu</translation>
    </message>
    <message>
        <source>Use the cleaned file from now on. Keep the original until you have seen that everything is right.</source>
        <translation>Använd den städade filen från och med nu. Spara originalet tills du har sett att allt stämmer.</translation>
    </message>
    <message>
        <source>The change log holds your customers’ details. Delete it when you need it no more.</source>
        <translation>Ändringsloggen innehåller dina kunders uppgifter. Radera den när du inte längre behöver den.</translation>
    </message>
    <message>
        <source>Delete the change log</source>
        <translation>Radera ändringsloggen</translation>
    </message>
    <message>
        <source>Back to the overview</source>
        <translation>Tillbaka till översikten</translation>
    </message>
    <message>
        <source>A register goes out of date all the time. The next check is worth doing around {0}.</source>
        <translation>Uppgifter föråldras hela tiden. Gör gärna nästa kontroll omkring {0}.</translation>
    </message>
    <message>
        <source>Cleaned file: {0}</source>
        <translation>Städad fil: {0}</translation>
    </message>
    <message>
        <source>Archived and merged rows: {0}</source>
        <translation>Arkiverade och sammanslagna rader: {0}</translation>
    </message>
    <message>
        <source>Change log: {0}</source>
        <translation>Ändringslogg: {0}</translation>
    </message>
    <message>
        <source>In the folder {0}</source>
        <translation>I mappen {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions are still open. You can go on with them now or later.</source>
        <translation>
            <numerusform>%Ln förslag är ännu öppet. Du kan fortsätta nu eller senare.</numerusform>
            <numerusform>%Ln förslag är ännu öppna. Du kan fortsätta nu eller senare.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions were accepted as before.</source>
        <translation>
            <numerusform>%Ln förslag godkändes som tidigare.</numerusform>
            <numerusform>%Ln förslag godkändes som tidigare.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the change log? Without it a single change cannot be traced or taken back later.</source>
        <translation>Ska ändringsloggen raderas? Utan den kan en enskild ändring inte längre spåras eller tas tillbaka.</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop the file here</source>
        <translation>Släpp filen här</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Duplicates</source>
        <translation>Dubbletter</translation>
    </message>
    <message>
        <source>Is this the same customer?</source>
        <translation>Är det samma kund?</translation>
    </message>
    <message>
        <source>← → moves the value kept · Page Up and Page Down change the group · F2: a result of your own</source>
        <translation>← → flyttar uppgiften som behålls · Page Up och Page Down byter kund · F2: ett eget resultat</translation>
    </message>
    <message>
        <source>Groups decided</source>
        <translation>Avgjorda</translation>
    </message>
    <message>
        <source>One by one|O</source>
        <translation>En i taget|E</translation>
    </message>
    <message>
        <source>Take this choice back|T</source>
        <translation>Ångra det här valet|N</translation>
    </message>
    <message>
        <source>Look at what you decided</source>
        <translation>Se vad du har bestämt</translation>
    </message>
    <message>
        <source>Back to the question</source>
        <translation>Tillbaka till frågan</translation>
    </message>
    <message>
        <source>No duplicates are waiting.</source>
        <translation>Inga dubbletter väntar på dig.</translation>
    </message>
    <message>
        <source>Either no customer was found more than once, or you have decided on all of them.</source>
        <translation>Ingen kund hittades flera gånger, eller så har du redan avgjort alla.</translation>
    </message>
    <message>
        <source>Go on to rows worth checking</source>
        <translation>Fortsätt till rader att kontrollera</translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>What you decided</source>
        <translation>Vad du har bestämt</translation>
    </message>
    <message numerus="yes">
        <source>These %Ln are surely the same customers</source>
        <translation>
            <numerusform>Det här är säkert samma kund</numerusform>
            <numerusform>De här %Ln är säkert samma kunder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %Ln are very likely the same customers</source>
        <translation>
            <numerusform>Den här är nästan säkert samma kund</numerusform>
            <numerusform>De här %Ln är nästan säkert samma kunder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One answer for %Ln ticked group(s)</source>
        <translation>
            <numerusform>Ditt svar gäller en vald kund</numerusform>
            <numerusform>Ett svar för %Ln valda kunder</numerusform>
        </translation>
    </message>
    <message>
        <source>Look the list through and untick what you doubt. Every merge can be taken back.</source>
        <translation>Ögna igenom listan och avmarkera det du är osäker på. Varje sammanslagning kan ångras.</translation>
    </message>
    <message numerus="yes">
        <source>Merge the %Ln sure ones in one go</source>
        <translation>
            <numerusform>Slå ihop den säkra på en gång</numerusform>
            <numerusform>Slå ihop de %Ln säkra på en gång</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them would stay in a row that is hidden in the workbook, the first in row {0}. One by one you can choose the row that stays.</source>
        <translation>
            <numerusform>%Ln av dem skulle bli kvar på en rad som är dold i arbetsboken, rad {0}. En i taget kan du välja raden som blir kvar.</numerusform>
            <numerusform>%Ln av dem skulle bli kvar på en rad som är dold i arbetsboken, den första på rad {0}. En i taget kan du välja raden som blir kvar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryChecksDialog</name>
    <message>
        <source>Checks for what is typed later</source>
        <translation>Kontroller av det som skrivs senare</translation>
    </message>
    <message>
        <source>Excel itself then shows a hint in these columns and asks about what looks wrong, in the rows there are and the next 1,000. A table takes in by itself what is typed right below it, a filter when it is applied again. Each check stands in the change log and can be taken out alone.</source>
        <translation>Excel visar då självt ett tips i de här kolumnerna och frågar om det som ser fel ut, på de rader som finns och de följande 1 000. En tabell tar själv med det som skrivs direkt under den, ett filter när det används igen. Varje kontroll står i ändringsloggen och kan tas bort ensam.</translation>
    </message>
    <message>
        <source>No column of this register has a check that suits it.</source>
        <translation>Ingen kolumn i det här registret har en kontroll som passar.</translation>
    </message>
    <message>
        <source>Put them in</source>
        <translation>Lägg till dem</translation>
    </message>
    <message>
        <source>No checks</source>
        <translation>Inga kontroller</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Not important to me|N</source>
        <translation>Inte viktigt för mig|I</translation>
    </message>
    <message>
        <source>Important again|I</source>
        <translation>Viktigt igen|V</translation>
    </message>
</context>
<context>
    <name>FixCard</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all %Ln|A</source>
        <translation>
            <numerusform>Godkänn|G</numerusform>
            <numerusform>Godkänn alla %Ln|G</numerusform>
        </translation>
    </message>
    <message>
        <source>Show rows|S</source>
        <translation>Visa rader|V</translation>
    </message>
    <message>
        <source>Leave as is|L</source>
        <translation>Lämna som det är|L</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rad {0}</translation>
    </message>
</context>
<context>
    <name>FixRows</name>
    <message>
        <source>← All suggestions</source>
        <translation>← Alla förslag</translation>
    </message>
    <message>
        <source>Space leaves a row out. A text of your own: double click or F2.</source>
        <translation>Mellanslag lämnar en rad utanför. Egen text: dubbelklicka eller tryck på F2.</translation>
    </message>
    <message>
        <source>Leave as is|L</source>
        <translation>Lämna som det är|L</translation>
    </message>
    <message>
        <source>Open the row|R</source>
        <translation>Öppna raden|R</translation>
    </message>
    <message>
        <source>Accept {0}, leave {1} as they are|A</source>
        <translation>Godkänn {0}, lämna {1} som de är|G</translation>
    </message>
    <message numerus="yes">
        <source>Accept all %Ln|A</source>
        <translation>
            <numerusform>Godkänn|G</numerusform>
            <numerusform>Godkänn alla %Ln|G</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FixRowsModel</name>
    <message>
        <source>Accept</source>
        <translation>Godkänn</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolumn</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Före</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Efter</translation>
    </message>
</context>
<context>
    <name>FixesPage</name>
    <message>
        <source>Fixes</source>
        <translation>Rättelser</translation>
    </message>
    <message>
        <source>No fixes are waiting.</source>
        <translation>Inga rättelser väntar på dig.</translation>
    </message>
    <message>
        <source>The details look right as they are, or you have already decided on every suggestion.</source>
        <translation>Uppgifterna ser ut att stämma, eller så har du redan avgjort alla förslag.</translation>
    </message>
    <message>
        <source>Go on to duplicates</source>
        <translation>Fortsätt till dubbletterna</translation>
    </message>
    <message>
        <source>Look at these yourself</source>
        <translation>Titta på de här själv</translation>
    </message>
    <message>
        <source>Not important to you</source>
        <translation>Inte viktiga för dig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln förslag</numerusform>
            <numerusform>%Ln förslag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln fel</numerusform>
            <numerusform>%Ln fel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln formatting</source>
        <translation>
            <numerusform>%Ln skrivsätt</numerusform>
            <numerusform>%Ln skrivsätt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changes in your own file. Every choice can be undone.</source>
        <translation>Ingenting ändras i din egen fil. Varje val kan ångras.</translation>
    </message>
    <message>
        <source>No suggested fixes are left</source>
        <translation>Inga rättelseförslag är kvar</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fel</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Skrivsätt</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Your choices are kept</source>
        <translation>Dina val är sparade</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Ingenting lämnar den här datorn</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message>
        <source>no changes</source>
        <translation>inga ändringar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln tillagd</numerusform>
            <numerusform>%Ln tillagda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>%Ln kvar</numerusform>
            <numerusform>%Ln kvar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merged</source>
        <translation>
            <numerusform>%Ln sammanslagen</numerusform>
            <numerusform>%Ln sammanslagna</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln archived</source>
        <translation>
            <numerusform>%Ln arkiverad</numerusform>
            <numerusform>%Ln arkiverade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln raderad</numerusform>
            <numerusform>%Ln raderade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed cells</source>
        <translation>
            <numerusform>%Ln ändrad uppgift</numerusform>
            <numerusform>%Ln ändrade uppgifter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Freshness</name>
    <message>
        <source>About one Finn in {0} changes phone number within a year{1}.</source>
        <translation>Ungefär var {0}:e finländare byter telefonnummer under ett år{1}.</translation>
    </message>
    <message>
        <source>About one Finn in {0} moves within a year{1}.</source>
        <translation>Ungefär var {0}:e finländare flyttar under ett år{1}.</translation>
    </message>
    <message>
        <source>About one contact person in {0} changes jobs within a year{1}.</source>
        <translation>Ungefär var {0}:e kontaktperson byter arbetsplats under ett år{1}.</translation>
    </message>
    <message>
        <source>About one company in {0} changes address within a year{1}.</source>
        <translation>Ungefär vart {0}:e företag byter adress under ett år{1}.</translation>
    </message>
    <message>
        <source>Suggested fix, {0}: {1} → {2}</source>
        <translation>Rättelseförslag, {0}: {1} → {2}</translation>
    </message>
    <message>
        <source>Perhaps the same customer, row {0}: {1}</source>
        <translation>Kanske samma kund, rad {0}: {1}</translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <source>Find a group…</source>
        <translation>Sök kund…</translation>
    </message>
    <message>
        <source>Find a group</source>
        <translation>Sök kund</translation>
    </message>
    <message>
        <source>Which groups are shown</source>
        <translation>Vilka som visas</translation>
    </message>
    <message>
        <source>By what differs</source>
        <translation>Efter vad som skiljer sig</translation>
    </message>
    <message>
        <source>Order of the groups</source>
        <translation>Ordning</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Samma kunder</translation>
    </message>
    <message>
        <source>Most important first</source>
        <translation>Viktigaste först</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Efter namn</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>Säkraste först</translation>
    </message>
    <message>
        <source>Surely the same</source>
        <translation>Säkert samma</translation>
    </message>
    <message>
        <source>Very likely the same</source>
        <translation>Nästan säkert samma</translation>
    </message>
    <message>
        <source>To be asked</source>
        <translation>Att fråga om</translation>
    </message>
    <message>
        <source>Left for later</source>
        <translation>Lämnade till senare</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Avgjorda</translation>
    </message>
    <message>
        <source>All that wait</source>
        <translation>Alla som väntar</translation>
    </message>
    <message>
        <source>Whatever differs</source>
        <translation>Oavsett vad som skiljer</translation>
    </message>
    <message>
        <source>{0} of {1} ticked</source>
        <translation>{0} av {1} valda</translation>
    </message>
</context>
<context>
    <name>GroupListModel</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message>
        <source>no differences that matter</source>
        <translation>inga skillnader av betydelse</translation>
    </message>
    <message>
        <source>differs: {0}</source>
        <translation>skiljer sig: {0}</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>sammanslagna</translation>
    </message>
    <message>
        <source>different customers</source>
        <translation>olika kunder</translation>
    </message>
    <message>
        <source>related</source>
        <translation>hör ihop</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message>
        <source>Language: {0}</source>
        <translation>Språk: {0}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Look for a new version</source>
        <translation>Sök efter en ny version</translation>
    </message>
    <message>
        <source>Opens the page in the browser. Nothing is downloaded without you.</source>
        <translation>Öppnar sidan i webbläsaren. Ingenting laddas ner utan dig.</translation>
    </message>
    <message>
        <source>Open the folder of the logs</source>
        <translation>Öppna loggmappen</translation>
    </message>
    <message>
        <source>The logs tell where the program failed. They hold nothing of your registers.</source>
        <translation>Loggarna visar var programmet misslyckades. De innehåller inga uppgifter ur dina register.</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>Kopiera för supporten</translation>
    </message>
    <message>
        <source>Copies the version, the last steps and where the program failed. Nothing of your registers.</source>
        <translation>Kopierar versionen, de senaste stegen och var programmet misslyckades. Inget ur dina register.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln post</numerusform>
            <numerusform>%Ln poster</numerusform>
        </translation>
    </message>
    <message>
        <source>Put on the exclusion list: {0}</source>
        <translation>Tillagt på spärrlistan: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message>
        <source>Added as a column: {0}</source>
        <translation>Tillagd som kolumn: {0}</translation>
    </message>
    <message>
        <source>Several kinds of fixes</source>
        <translation>Flera slags rättelser</translation>
    </message>
    <message>
        <source>Accepted: {0}</source>
        <translation>Godkänt: {0}</translation>
    </message>
    <message>
        <source>Accepted with exceptions: {0}</source>
        <translation>Godkänt med undantag: {0}</translation>
    </message>
    <message>
        <source>Left as is: {0}</source>
        <translation>Lämnat som det är: {0}</translation>
    </message>
    <message>
        <source>Left for later: {0}</source>
        <translation>Lämnat till senare: {0}</translation>
    </message>
    <message numerus="yes">
        <source>Merged %Ln customers</source>
        <translation>
            <numerusform>%Ln kund sammanslagen</numerusform>
            <numerusform>%Ln kunder sammanslagna</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged: {0} · {1}</source>
        <translation>Sammanslaget: {0} · {1}</translation>
    </message>
    <message>
        <source>Same customer: {0}</source>
        <translation>Samma kund: {0}</translation>
    </message>
    <message>
        <source>Different customers: {0}</source>
        <translation>Olika kunder: {0}</translation>
    </message>
    <message>
        <source>Related, both kept: {0}</source>
        <translation>Hör ihop, båda behålls: {0}</translation>
    </message>
    <message>
        <source>Asked again, since something has changed: {0}</source>
        <translation>Frågas på nytt eftersom uppgifter har ändrats: {0}</translation>
    </message>
    <message>
        <source>same name, different customers</source>
        <translation>samma namn, olika kunder</translation>
    </message>
    <message>
        <source>Added to the ask list</source>
        <translation>Lagt till på frågelistan</translation>
    </message>
    <message>
        <source>Details are up to date</source>
        <translation>Uppgifterna är aktuella</translation>
    </message>
    <message>
        <source>Moved to the Archive sheet</source>
        <translation>Flyttat till fliken Arkiv</translation>
    </message>
    <message>
        <source>Left out of the cleaned file</source>
        <translation>Utelämnat ur den städade filen</translation>
    </message>
    <message>
        <source>Rows worth checking, left for later</source>
        <translation>Rader att kontrollera, lämnade till senare</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new row(s)</source>
        <translation>
            <numerusform>%Ln ny rad</numerusform>
            <numerusform>%Ln nya rader</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken into the register: {0} · {1}</source>
        <translation>Tillagda i registret: {0} · {1}</translation>
    </message>
    <message>
        <source>not known, left as it is</source>
        <translation>inte känt, lämnas som den är</translation>
    </message>
    <message>
        <source>The column {0} means: {1}</source>
        <translation>Kolumnen {0} innehåller: {1}</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Inställningar ändrade</translation>
    </message>
    <message>
        <source>rows {0}</source>
        <translation>raderna {0}</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rad {0}</translation>
    </message>
    <message>
        <source>from row {0}</source>
        <translation>från rad {0}</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>lämnad som den är</translation>
    </message>
    <message>
        <source>merged into it: {0}</source>
        <translation>slogs ihop med: {0}</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>I kraft</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>ångrat</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>Ditt val</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Your choices</source>
        <translation>Gjorda val</translation>
    </message>
    <message>
        <source>Any choice can be taken back alone, also later; the others stay as they are.</source>
        <translation>Vilket val som helst kan ångras för sig, också senare. De andra valen gäller fortfarande.</translation>
    </message>
    <message>
        <source>Take this choice back|T</source>
        <translation>Ångra det här valet|N</translation>
    </message>
    <message>
        <source>Put it back in force|B</source>
        <translation>Sätt i kraft igen|S</translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation>Ingenting har valts ännu.</translation>
    </message>
    <message>
        <source>What you accept, merge, edit or leave as is will be listed here.</source>
        <translation>Här visas vad du godkänner, slår ihop, ändrar eller lämnar som det är.</translation>
    </message>
    <message>
        <source>Go to the overview</source>
        <translation>Gå till översikten</translation>
    </message>
    <message>
        <source>… and more, all in the change log after saving</source>
        <translation>… och fler; alla finns i ändringsloggen när du har sparat</translation>
    </message>
    <message numerus="yes">
        <source>%Ln later choices concern the same rows. They stay in force where they still fit.</source>
        <translation>
            <numerusform>%Ln senare val gäller samma rader. Det förblir i kraft där det fortfarande passar.</numerusform>
            <numerusform>%Ln senare val gäller samma rader. De förblir i kraft där de fortfarande passar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Kortkommandon</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Överallt</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Tillbaka till föregående sida</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
</context>
<context>
    <name>Lapsed</name>
    <message>
        <source>were merged</source>
        <translation>slogs ihop</translation>
    </message>
    <message>
        <source>a row taken from {0}</source>
        <translation>en rad som lades till från {0}</translation>
    </message>
    <message>
        <source>what the column {0} means</source>
        <translation>vad kolumnen {0} innehåller</translation>
    </message>
    <message>
        <source>the same customer</source>
        <translation>samma kund</translation>
    </message>
    <message>
        <source>different customers</source>
        <translation>olika kunder</translation>
    </message>
    <message>
        <source>related, both kept</source>
        <translation>hör ihop, båda behölls</translation>
    </message>
    <message>
        <source>left for later</source>
        <translation>lämnades till senare</translation>
    </message>
</context>
<context>
    <name>ListCheckPage</name>
    <message>
        <source>Check of a list</source>
        <translation>Kontroll av lista</translation>
    </message>
    <message>
        <source>Save the new rows…|T</source>
        <translation>Spara de nya raderna…|T</translation>
    </message>
    <message>
        <source>Save the whole list with the answers…|W</source>
        <translation>Spara hela listan med svaren…|H</translation>
    </message>
    <message>
        <source>Which customers on a list do you already have?</source>
        <translation>Vilka kunder på en lista har du redan?</translation>
    </message>
    <message>
        <source>Choose a list, from a fair or a web shop for instance, or drop it on the window. Each of its rows is looked for in your register. Neither file is changed.</source>
        <translation>Välj en lista, till exempel från en mässa eller nätbutik, eller dra den till fönstret. Varje rad på listan söks i ditt register. Ingendera filen ändras.</translation>
    </message>
    <message>
        <source>Choose a list…</source>
        <translation>Välj en lista…</translation>
    </message>
    <message>
        <source>{0} beside your register</source>
        <translation>{0} jämfört med ditt register</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows on the list</source>
        <translation>
            <numerusform>%Ln rad på listan</numerusform>
            <numerusform>%Ln rader på listan</numerusform>
        </translation>
    </message>
    <message>
        <source>Neither file has been changed.</source>
        <translation>Ingendera filen har ändrats.</translation>
    </message>
    <message>
        <source>Compared by: {0}</source>
        <translation>Jämförda uppgifter: {0}</translation>
    </message>
    <message>
        <source>The files have no field in common.</source>
        <translation>Filerna har ingen uppgift gemensam.</translation>
    </message>
    <message>
        <source>Add the new rows to the register|A</source>
        <translation>Lägg till de nya raderna i registret|L</translation>
    </message>
    <message>
        <source>These are customers</source>
        <translation>De här är kunder</translation>
    </message>
    <message>
        <source>Another list…</source>
        <translation>En annan lista…</translation>
    </message>
    <message>
        <source>Was the list read wrongly?</source>
        <translation>Lästes listan fel?</translation>
    </message>
    <message>
        <source>Go on with {0}</source>
        <translation>Fortsätt med {0}</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln new rows to the register|A</source>
        <translation>
            <numerusform>Lägg till %Ln ny rad i registret|L</numerusform>
            <numerusform>Lägg till %Ln nya rader i registret|L</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln new contacts or branches of known companies|C</source>
        <translation>
            <numerusform>Lägg till %Ln ny kontaktperson eller filial hos ett känt företag|F</numerusform>
            <numerusform>Lägg till %Ln nya kontaktpersoner eller filialer hos kända företag|F</numerusform>
        </translation>
    </message>
    <message>
        <source>Write where the rows came from in the column {0}</source>
        <translation>Skriv i kolumnen {0} var raderna kom ifrån</translation>
    </message>
    <message>
        <source>Save the new ones as a list of their own…|T</source>
        <translation>Spara de nya som en egen lista…|E</translation>
    </message>
    <message>
        <source>Add to the register as columns: {0}|O</source>
        <translation>Lägg till som kolumner i registret: {0}|O</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them wait for your word</source>
        <translation>
            <numerusform>%Ln av dem väntar på ditt svar</numerusform>
            <numerusform>%Ln av dem väntar på ditt svar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new rows will be added when you save.</source>
        <translation>
            <numerusform>%Ln ny rad läggs till när du sparar.</numerusform>
            <numerusform>%Ln nya rader läggs till när du sparar.</numerusform>
        </translation>
    </message>
    <message>
        <source>This looks like a bought or collected list: nothing on it is added to the customers.</source>
        <translation>Det här ser ut som en köpt eller insamlad lista: ingen på den läggs till bland kunderna.</translation>
    </message>
    <message>
        <source>Save the new ones</source>
        <translation>Spara de nya</translation>
    </message>
    <message>
        <source>-leads.xlsx</source>
        <translation>-leads.xlsx</translation>
    </message>
    <message>
        <source>Save the new rows</source>
        <translation>Spara de nya raderna</translation>
    </message>
    <message>
        <source>-new.xlsx</source>
        <translation>-nya.xlsx</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Spara listan</translation>
    </message>
    <message>
        <source>-checked.xlsx</source>
        <translation>-kontrollerad.xlsx</translation>
    </message>
</context>
<context>
    <name>MeaningCard</name>
    <message>
        <source>What is in the column “{0}”?</source>
        <translation>Vad innehåller kolumnen ”{0}”?</translation>
    </message>
    <message>
        <source>The column is empty</source>
        <translation>Kolumnen är tom</translation>
    </message>
    <message>
        <source>For example: {0}</source>
        <translation>Till exempel: {0}</translation>
    </message>
    <message>
        <source>Not sure – leave as it is</source>
        <translation>Vet inte – lämna som den är</translation>
    </message>
    <message>
        <source>Something else ▾</source>
        <translation>Något annat ▾</translation>
    </message>
</context>
<context>
    <name>MeaningPicker</name>
    <message>
        <source>Find…</source>
        <translation>Sök…</translation>
    </message>
    <message>
        <source>What is in the column “{0}”?</source>
        <translation>Vad finns i kolumnen ”{0}”?</translation>
    </message>
    <message>
        <source>What its values say…</source>
        <translation>Vad dess markeringar betyder…</translation>
    </message>
    <message>
        <source>Nothing of these</source>
        <translation>Inget av dessa</translation>
    </message>
</context>
<context>
    <name>MonthDialog</name>
    <message>
        <source>Every month</source>
        <translation>Varje månad</translation>
    </message>
    <message>
        <source>The program never runs by itself. If you want, the computer’s own scheduler does the month of {0}: it accepts what you have accepted as a whole each time before, leaves the rest open, and saves beside the register. Copy one of these.</source>
        <translation>Programmet startar aldrig av sig självt. Om du vill gör datorns egen schemaläggare månaden för {0}: den godkänner det du har godkänt i sin helhet varje gång tidigare, lämnar resten öppet och sparar bredvid registret. Kopiera en av dessa.</translation>
    </message>
    <message>
        <source>Put the next check into the calendar…</source>
        <translation>Lägg nästa kontroll i kalendern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Every month by the computer itself</source>
        <translation>Varje månad av datorn själv</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiera</translation>
    </message>
</context>
<context>
    <name>NewerDetails</name>
    <message>
        <source>Take in newer details, by kind</source>
        <translation>Ta in nyare uppgifter grupp för grupp</translation>
    </message>
</context>
<context>
    <name>NumbersElsewhere</name>
    <message>
        <source>Customer numbers on other sheets</source>
        <translation>Kundnummer på andra flikar</translation>
    </message>
    <message>
        <source>Put the numbers that stay in their place on the sheet {0}</source>
        <translation>Byt till numren som blir kvar på fliken {0}</translation>
    </message>
</context>
<context>
    <name>ObstacleChoice</name>
    <message>
        <source>Save on the version that was read, without the newer changes</source>
        <translation>Spara på den version som lästes, utan de nyare ändringarna</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>Läs filen på nytt</translation>
    </message>
    <message>
        <source>Leave the rows in place and mark them</source>
        <translation>Lämna raderna på plats och märk dem</translation>
    </message>
    <message>
        <source>Empty the rows in place and put them on a sheet of their own</source>
        <translation>Töm raderna på sina platser och flytta dem till en egen flik</translation>
    </message>
    <message>
        <source>Make a new plain workbook: the data without formulas and colours</source>
        <translation>Skapa en ny enkel arbetsbok: uppgifterna utan formler och färger</translation>
    </message>
    <message>
        <source>Save the file as UTF-8</source>
        <translation>Spara filen som UTF-8</translation>
    </message>
    <message>
        <source>The original file has changed since it was read</source>
        <translation>Originalfilen har ändrats sedan den lästes</translation>
    </message>
    <message>
        <source>Good to know before saving</source>
        <translation>Bra att veta innan du sparar</translation>
    </message>
    <message>
        <source>The file’s encoding does not have all the characters</source>
        <translation>Filens teckenkodning rymmer inte alla tecken</translation>
    </message>
    <message>
        <source>Not everything can be done in your workbook without harm</source>
        <translation>Allt kan inte göras i din arbetsbok utan att den skadas</translation>
    </message>
</context>
<context>
    <name>OneStaleRow</name>
    <message>
        <source>← All reasons</source>
        <translation>← Alla orsaker</translation>
    </message>
    <message>
        <source>Edit the row|E</source>
        <translation>Ändra raden|R</translation>
    </message>
    <message>
        <source>Page Up and Page Down change the row.</source>
        <translation>Page Up och Page Down byter rad.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Vad som är känt</translation>
    </message>
    <message>
        <source>Show that row</source>
        <translation>Visa den raden</translation>
    </message>
</context>
<context>
    <name>OpenRegistersPage</name>
    <message>
        <source>Open registers</source>
        <translation>Offentliga register</translation>
    </message>
    <message>
        <source>Public registers that you download yourself tell what has changed at your customers. They stay on this computer, and nothing is sent anywhere unless you agree to it. The program works without them too.</source>
        <translation>Offentliga register som du själv laddar ner berättar vad som har ändrats hos dina kunder. De stannar på den här datorn, och ingenting skickas någonstans om du inte godkänner det. Programmet fungerar också utan dem.</translation>
    </message>
    <message>
        <source>Ask the trade register about single companies</source>
        <translation>Fråga handelsregistret om enskilda företag</translation>
    </message>
    <message>
        <source>Its open file lacks the companies that have ceased, and does not tell when. The trade register&apos;s service does. You see the business IDs first, and nothing is sent before you agree.</source>
        <translation>I den öppna filen saknas de nedlagda företagen, och den berättar inte när de lades ned. Handelsregistrets tjänst gör det. Du ser FO-numren först, och ingenting skickas innan du har godkänt det.</translation>
    </message>
    <message>
        <source>Show what would be asked…</source>
        <translation>Visa vad som skulle frågas…</translation>
    </message>
    <message>
        <source>1. Open the page and download the file {0}.</source>
        <translation>1. Öppna sidan och ladda ner filen {0}.</translation>
    </message>
    <message>
        <source>2. Leave the file as it is: it need not be unpacked.</source>
        <translation>2. Låt filen vara som den är: den behöver inte packas upp.</translation>
    </message>
    <message>
        <source>3. Drag it onto this window, or choose it here.</source>
        <translation>3. Dra den till det här fönstret, eller välj den här.</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Öppna sidan</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Välj filen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln uppgift</numerusform>
            <numerusform>%Ln uppgifter</numerusform>
        </translation>
    </message>
    <message>
        <source>In use, as of {0}</source>
        <translation>I bruk, från {0}</translation>
    </message>
    <message>
        <source>It is over a year old. A newer one knows more.</source>
        <translation>Det är över ett år gammalt. Ett nyare vet mer.</translation>
    </message>
    <message>
        <source>Remove from this computer</source>
        <translation>Ta bort från den här datorn</translation>
    </message>
    <message>
        <source>Remove {0} from this computer</source>
        <translation>Ta bort {0} från den här datorn</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Översikt</translation>
    </message>
    <message>
        <source>The state of your register</source>
        <translation>Registrets skick</translation>
    </message>
    <message>
        <source>Save as a PDF…</source>
        <translation>Spara som PDF…</translation>
    </message>
    <message>
        <source>Check a list against the register…</source>
        <translation>Jämför en lista med registret…</translation>
    </message>
    <message>
        <source>Go to saving</source>
        <translation>Gå vidare till att spara</translation>
    </message>
    <message>
        <source>Start with the clear cases</source>
        <translation>Börja med de tydligaste</translation>
    </message>
    <message numerus="yes">
        <source>customers perhaps entered more than once</source>
        <translation>
            <numerusform>kund finns kanske flera gånger</numerusform>
            <numerusform>kunder finns kanske flera gånger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %Ln rows</source>
        <translation>
            <numerusform>på %Ln rad</numerusform>
            <numerusform>på %Ln rader</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry guide…</source>
        <translation>Inmatningsguide…</translation>
    </message>
    <message numerus="yes">
        <source>rows worth checking</source>
        <translation>
            <numerusform>rad som bör kontrolleras</numerusform>
            <numerusform>rader som bör kontrolleras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>values that look wrong</source>
        <translation>
            <numerusform>uppgift som ser felaktig ut</numerusform>
            <numerusform>uppgifter som ser felaktiga ut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>customers you cannot reach in any way now</source>
        <translation>
            <numerusform>kund som du nu inte når på något sätt</numerusform>
            <numerusform>kunder som du nu inte når på något sätt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln at first</source>
        <translation>
            <numerusform>%Ln från början</numerusform>
            <numerusform>%Ln från början</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Ingenting har ändrats ännu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions are still open. You can stop at any time.</source>
        <translation>
            <numerusform>%Ln förslag är ännu öppet. Du kan sluta när du vill.</numerusform>
            <numerusform>%Ln förslag är ännu öppna. Du kan sluta när du vill.</numerusform>
        </translation>
    </message>
    <message>
        <source>-state.pdf</source>
        <translation>-skick.pdf</translation>
    </message>
    <message>
        <source>Save the state of the register</source>
        <translation>Spara registrets skick</translation>
    </message>
    <message>
        <source>Save the entry guide</source>
        <translation>Spara inmatningsguiden</translation>
    </message>
    <message>
        <source>-entry-guide.pdf</source>
        <translation>-inmatningsguide.pdf</translation>
    </message>
    <message>
        <source>About {0} of {1} addresses have probably changed since the row was last in use</source>
        <translation>Omkring {0} av {1} adresser har sannolikt ändrats sedan raden senast användes</translation>
    </message>
    <message>
        <source>About {0} of {1} phone numbers have probably changed since the row was last in use</source>
        <translation>Omkring {0} av {1} telefonnummer har sannolikt ändrats sedan raden senast användes</translation>
    </message>
    <message>
        <source>About {0} of your {1} companies have probably ceased since the row was last in use</source>
        <translation>Av dina {1} företag har ungefär {0} troligen lagts ned sedan raden senast användes</translation>
    </message>
    <message>
        <source>About {0} of your {1} companies have probably changed a person in charge since the row was last in use</source>
        <translation>Av dina {1} företag har ungefär {0} troligen bytt en ansvarsperson sedan raden senast användes</translation>
    </message>
    <message>
        <source> (between {0} and {1}).</source>
        <translation> (mellan {0} och {1}).</translation>
    </message>
    <message>
        <source>Source: {0}.</source>
        <translation>Källa: {0}.</translation>
    </message>
</context>
<context>
    <name>PairModel</name>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>List, row {0}</source>
        <translation>Lista, rad {0}</translation>
    </message>
    <message>
        <source>Register, row {0}</source>
        <translation>Register, rad {0}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tom)</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>skiljer sig</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>The rows side by side</source>
        <translation>Raderna sida vid sida</translation>
    </message>
    <message>
        <source>In common: {0}</source>
        <translation>Gemensamt: {0}</translation>
    </message>
    <message>
        <source>Different: {0}</source>
        <translation>Skiljer sig: {0}</translation>
    </message>
    <message>
        <source>In force in the register: {0}</source>
        <translation>Gäller i registret: {0}</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rad {0}</translation>
    </message>
    <message>
        <source>Perhaps the same customer in the register too: {0}</source>
        <translation>Kanske samma kund i registret också: {0}</translation>
    </message>
</context>
<context>
    <name>PassiveChoice</name>
    <message>
        <source>When is a customer passive for you?</source>
        <translation>När räknar du en kund som passiv?</translation>
    </message>
    <message>
        <source>Customers without any activity for this long are shown as worth checking.</source>
        <translation>Kunder som inte har haft händelser på så här länge visas bland dem som bör kontrolleras.</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 mån</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 år</translation>
    </message>
    <message>
        <source>3 years</source>
        <translation>3 år</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>Lösenord</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Öppna filen</translation>
    </message>
    <message>
        <source>The password is not kept anywhere.</source>
        <translation>Lösenordet sparas inte någonstans.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>PermissionCard</name>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Textmeddelande</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Marketing permission</source>
        <translation>Marknadsföringstillstånd</translation>
    </message>
    <message>
        <source>Marketing opt-out</source>
        <translation>Marknadsföringsförbud</translation>
    </message>
    <message>
        <source>Customer&apos;s state</source>
        <translation>Kundens läge</translation>
    </message>
    <message>
        <source>Something else – leave as it is</source>
        <translation>Något annat – lämna som det är</translation>
    </message>
    <message>
        <source>May be contacted</source>
        <translation>Får kontaktas</translation>
    </message>
    <message>
        <source>Must not be contacted</source>
        <translation>Får inte kontaktas</translation>
    </message>
    <message>
        <source>Says nothing of it</source>
        <translation>Säger ingenting om det</translation>
    </message>
    <message>
        <source>Has died</source>
        <translation>Har avlidit</translation>
    </message>
    <message>
        <source>Is blocked</source>
        <translation>Är spärrad</translation>
    </message>
    <message>
        <source>Is no customer any more</source>
        <translation>Är inte kund längre</translation>
    </message>
    <message>
        <source>What does the column “{0}” say of contacting the customer?</source>
        <translation>Vad säger kolumnen ”{0}” om att kontakta kunden?</translation>
    </message>
    <message>
        <source>For example: {0}</source>
        <translation>Till exempel: {0}</translation>
    </message>
    <message>
        <source>Which ways of contact does it speak of?</source>
        <translation>Vilka kontaktsätt gäller det?</translation>
    </message>
    <message>
        <source>What does “{0}” say?</source>
        <translation>Vad betyder ”{0}”?</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Something went wrong</source>
        <translation>Något gick fel</translation>
    </message>
    <message>
        <source>Something unexpected happened in the program.</source>
        <translation>Något oväntat hände i programmet.</translation>
    </message>
    <message>
        <source>Your choices are kept and the original file is unchanged. Go on, or start the program again.</source>
        <translation>Dina val är sparade och originalfilen är orörd. Du kan fortsätta eller starta programmet på nytt.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Kopiera uppgifter om felet</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Working…</source>
        <translation>Arbetet pågår…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Förlopp</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Avbryter…</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Mapp:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Fil&amp;typ:</translation>
    </message>
</context>
<context>
    <name>ReachBars</name>
    <message>
        <source>Who can be reached</source>
        <translation>Vilka du når</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>kan nås</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>okänt</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>inte tillåtet</translation>
    </message>
    <message>
        <source>wrong value</source>
        <translation>felaktig uppgift</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Textmeddelande</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Faktura</translation>
    </message>
</context>
<context>
    <name>ReadBackPage</name>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Only these are unsure</source>
        <translation>Bara det här är osäkert</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>En annan fil</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändra…</translation>
    </message>
    <message>
        <source>Continue without them</source>
        <translation>Fortsätt utan dem</translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>Ja, fortsätt</translation>
    </message>
    <message>
        <source>Yes, bring my choices along</source>
        <translation>Ja, ta med mina val</translation>
    </message>
    <message>
        <source>The first rows of the register</source>
        <translation>Registrets första rader</translation>
    </message>
    <message>
        <source>This looks like a newer version of {0}, which you last worked on {1}. Your choices on it hold here where nothing has changed.</source>
        <translation>Det här ser ut som en nyare version av {0}, som du senast arbetade med {1}. Dina val för den gäller även här där inget har ändrats.</translation>
    </message>
    <message numerus="yes">
        <source>Read %Ln rows</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln columns.</source>
        <translation>
            <numerusform>och %Ln kolumn lästes.</numerusform>
            <numerusform>och %Ln kolumner lästes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Does this look right?</source>
        <translation>Ser det rätt ut?</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln empty column(s)</source>
        <translation>
            <numerusform>Visa %Ln tom kolumn</numerusform>
            <numerusform>Visa %Ln tomma kolumner</numerusform>
        </translation>
    </message>
    <message>
        <source>the letters å, ä and ö</source>
        <translation>bokstäverna å, ä och ö</translation>
    </message>
    <message>
        <source>a postal code</source>
        <translation>ett postnummer</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>ett datum</translation>
    </message>
    <message>
        <source>Picked out for the eye: {0}. Is that right?</source>
        <translation>Markerat: {0}. Ser det rätt ut?</translation>
    </message>
    <message>
        <source>Headers on row {0}.</source>
        <translation>Rubriker på rad {0}.</translation>
    </message>
    <message>
        <source>headers on row {0}.</source>
        <translation>rubriker på rad {0}.</translation>
    </message>
    <message>
        <source>no headers.</source>
        <translation>inga rubriker.</translation>
    </message>
    <message>
        <source>Sheet “{0}”,</source>
        <translation>Fliken ”{0}”,</translation>
    </message>
    <message>
        <source>No list heeds these columns, since it is not known what their yes, no or mark says: {0}. If one tells whom you may not contact, give it its meaning under its header above.</source>
        <translation>Det är oklart vad ja, nej eller kryss betyder i de här kolumnerna, så utskickslistorna tar inte hänsyn till dem: {0}. Om någon av dem säger vem som inte får kontaktas, välj dess betydelse under rubriken i tabellen.</translation>
    </message>
    <message>
        <source>The first rows, read in this way</source>
        <translation>De första raderna, lästa så här</translation>
    </message>
</context>
<context>
    <name>ReadingChoices</name>
    <message>
        <source>semicolon ;</source>
        <translation>semikolon ;</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>komma ,</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabb</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>lodstreck |</translation>
    </message>
    <message>
        <source>no headers</source>
        <translation>inga rubriker</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Flik</translation>
    </message>
    <message>
        <source>Headers on row</source>
        <translation>Rubriker på rad</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>Teckenkodning</translation>
    </message>
    <message>
        <source>Columns separated by</source>
        <translation>Kolumnerna skiljs åt av</translation>
    </message>
</context>
<context>
    <name>ReadingPreview</name>
    <message>
        <source>? what is this</source>
        <translation>? vad är detta</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>känns inte igen</translation>
    </message>
</context>
<context>
    <name>RegisterModel</name>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>new</source>
        <translation>ny</translation>
    </message>
    <message>
        <source>Was: {0}</source>
        <translation>Var: {0}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tom)</translation>
    </message>
</context>
<context>
    <name>RelatedLinks</name>
    <message>
        <source>Belong together, but are customers of their own</source>
        <translation>Hör ihop, men är olika kunder</translation>
    </message>
    <message>
        <source>Nothing is merged here. One letter may be enough for a household.</source>
        <translation>Här slås inget ihop. Till ett hushåll kan det räcka med ett brev.</translation>
    </message>
    <message>
        <source>Nothing is merged here.</source>
        <translation>Här slås inget ihop.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln household(s)</source>
        <translation>
            <numerusform>%Ln hushåll</numerusform>
            <numerusform>%Ln hushåll</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln company or companies with branches</source>
        <translation>
            <numerusform>%Ln företag med flera verksamhetsställen</numerusform>
            <numerusform>%Ln företag med flera verksamhetsställen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln company or companies with contact persons</source>
        <translation>
            <numerusform>%Ln företag med flera kontaktpersoner</numerusform>
            <numerusform>%Ln företag med flera kontaktpersoner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>People of one name: %Ln</source>
        <translation>
            <numerusform>Personer med samma namn: %Ln</numerusform>
            <numerusform>Personer med samma namn: %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetireVerdicts</name>
    <message>
        <source>Add to the ask list|K</source>
        <translation>Lägg till på frågelistan|F</translation>
    </message>
    <message>
        <source>Details are up to date|U</source>
        <translation>Uppgifterna är aktuella|U</translation>
    </message>
    <message>
        <source>Move to the Archive sheet|A</source>
        <translation>Flytta till fliken Arkiv|A</translation>
    </message>
    <message>
        <source>Decide later|L</source>
        <translation>Bestäm senare|B</translation>
    </message>
</context>
<context>
    <name>RowArithmetic</name>
    <message numerus="yes">
        <source>%Ln rows in the original</source>
        <translation>
            <numerusform>%Ln rad i originalet</numerusform>
            <numerusform>%Ln rader i originalet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln tillagd</numerusform>
            <numerusform>%Ln tillagda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>%Ln kvar</numerusform>
            <numerusform>%Ln kvar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merged into others</source>
        <translation>
            <numerusform>%Ln sammanslagen med andra</numerusform>
            <numerusform>%Ln sammanslagna med andra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln archived</source>
        <translation>
            <numerusform>%Ln arkiverad</numerusform>
            <numerusform>%Ln arkiverade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln raderad</numerusform>
            <numerusform>%Ln raderade</numerusform>
        </translation>
    </message>
    <message>
        <source>kept</source>
        <translation>kvar</translation>
    </message>
    <message>
        <source>added</source>
        <translation>tillagda</translation>
    </message>
    <message>
        <source>merged into others</source>
        <translation>sammanslagna med andra</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>arkiverade</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>raderade</translation>
    </message>
</context>
<context>
    <name>RowBrowser</name>
    <message>
        <source>Find: a name, a number, a town…</source>
        <translation>Sök: namn, nummer, postanstalt…</translation>
    </message>
    <message>
        <source>Find rows</source>
        <translation>Sök rader</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alla rader</translation>
    </message>
    <message>
        <source>Filter the column…</source>
        <translation>Filtrera kolumnen…</translation>
    </message>
    <message>
        <source>Choose which contents of the column under the cursor are shown (Alt+↓)</source>
        <translation>Välj vilka uppgifter i markörens kolumn som visas (Alt+↓)</translation>
    </message>
    <message>
        <source>Filtered: {0} ✕</source>
        <translation>Filtrerat: {0} ✕</translation>
    </message>
    <message>
        <source>Show all rows, not only those filtered by {0}</source>
        <translation>Visa alla rader, inte bara de filtrerade ({0})</translation>
    </message>
    <message>
        <source>Hide the column</source>
        <translation>Dölj kolumnen</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln hidden column(s)</source>
        <translation>
            <numerusform>Visa %Ln dold kolumn</numerusform>
            <numerusform>Visa %Ln dolda kolumner</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1} rows</source>
        <translation>{0} av {1} rader</translation>
    </message>
    <message>
        <source>No such rows.</source>
        <translation>Det finns inga sådana rader.</translation>
    </message>
</context>
<context>
    <name>RowFacts</name>
    <message>
        <source>Merged into row {0}</source>
        <translation>Sammanslagen med rad {0}</translation>
    </message>
    <message>
        <source>Moved to the Archive sheet</source>
        <translation>Flyttad till fliken Arkiv</translation>
    </message>
    <message>
        <source>Left out of the cleaned file</source>
        <translation>Tas inte med i den städade filen</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Rad {0}</translation>
    </message>
    <message>
        <source>Suggested: {0} · {1}</source>
        <translation>Förslag: {0} · {1}</translation>
    </message>
    <message>
        <source>Perhaps the same customer as row {0}</source>
        <translation>Kanske samma kund som rad {0}</translation>
    </message>
</context>
<context>
    <name>RowsMenu</name>
    <message>
        <source>Show rows</source>
        <translation>Visa rader</translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message>
        <source>All rows</source>
        <translation>Alla rader</translation>
    </message>
    <message>
        <source>The rows as they will be saved. Changed cells are green and marked with a dot.</source>
        <translation>Raderna så som de sparas. Ändrade uppgifter är gröna och märkta med en punkt.</translation>
    </message>
    <message>
        <source>← Back to where you were</source>
        <translation>← Tillbaka till föregående sida</translation>
    </message>
    <message>
        <source>Edit the cell|F2</source>
        <translation>Redigera uppgiften|F2</translation>
    </message>
    <message>
        <source>Same customer…|S</source>
        <translation>Samma kund…|S</translation>
    </message>
    <message>
        <source>To the Archive sheet|A</source>
        <translation>Flytta till fliken Arkiv|A</translation>
    </message>
    <message>
        <source>Leave out of the cleaned file|Del</source>
        <translation>Ta inte med i filen|Del</translation>
    </message>
    <message>
        <source>Customer’s data as a document…|D</source>
        <translation>Uppgifter som dokument…|D</translation>
    </message>
    <message>
        <source>Select two or more rows: Ctrl and click, or Shift and the arrow keys.</source>
        <translation>Välj minst två rader: Ctrl och klick, eller Skift och piltangenterna.</translation>
    </message>
    <message>
        <source>Erase this customer for good…</source>
        <translation>Radera den här kunden för gott…</translation>
    </message>
    <message>
        <source>Erase the customer on row {0} for good?</source>
        <translation>Ska kunden på rad {0} raderas för gott?</translation>
    </message>
    <message>
        <source>They are left out of the next cleaned file, and everything the program has kept of them is destroyed. Only a fingerprint stays, by which the program tells when they come back.</source>
        <translation>Kunden lämnas bort ur nästa städade fil, och allt som programmet har kvar om kunden förstörs. Bara ett fingeravtryck finns kvar, med vilket programmet säger till om kunden kommer tillbaka.</translation>
    </message>
    <message>
        <source>This cannot be undone. What is kept of earlier versions of this register is forgotten with it. Your own files are not changed: those that still hold the customer are named afterwards.</source>
        <translation>Det här kan inte ångras. Samtidigt glöms det som finns kvar av registrets tidigare versioner. Dina egna filer ändras inte: till slut räknas de upp där kunden ännu finns.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Radera för gott</translation>
    </message>
</context>
<context>
    <name>SameCustomerDialog</name>
    <message>
        <source>Merge|M</source>
        <translation>Slå ihop|S</translation>
    </message>
    <message>
        <source>Different customers|D</source>
        <translation>Olika kunder|O</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Is this the same customer?</source>
        <translation>Är det samma kund?</translation>
    </message>
</context>
<context>
    <name>SavePage</name>
    <message>
        <source>Saving</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Before saving</source>
        <translation>Sammanfattning innan du sparar</translation>
    </message>
    <message>
        <source>What will be changed</source>
        <translation>Vad som ändras</translation>
    </message>
    <message>
        <source>Other name or folder…</source>
        <translation>Annat namn eller annan mapp…</translation>
    </message>
    <message>
        <source>Add a column that says how active each customer is</source>
        <translation>Lägg till en kolumn: hur aktiv kunden är</translation>
    </message>
    <message>
        <source>New, active, fading or passive.</source>
        <translation>Ny, aktiv, på väg att tystna eller passiv.</translation>
    </message>
    <message>
        <source>Keep merged and archived rows on a sheet of their own</source>
        <translation>Behåll sammanslagna och arkiverade rader på en egen flik</translation>
    </message>
    <message>
        <source>Continue later</source>
        <translation>Fortsätt senare</translation>
    </message>
    <message>
        <source>Files that are made</source>
        <translation>Filer som skapas</translation>
    </message>
    <message>
        <source>Add the entry guide on a sheet of its own</source>
        <translation>Lägg till inmatningsguiden på en egen flik</translation>
    </message>
    <message>
        <source>Checks for what is typed later…</source>
        <translation>Kontroller av det som skrivs senare…</translation>
    </message>
    <message>
        <source>Save the cleaned file</source>
        <translation>Spara den städade filen</translation>
    </message>
    <message>
        <source>Nothing has been changed yet, so the saved file would be a copy of the original.</source>
        <translation>Ingenting har ändrats ännu, så den sparade filen skulle vara en kopia av originalet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions are still open. They stay as they are.</source>
        <translation>
            <numerusform>%Ln förslag är ännu öppet och lämnas som det är.</numerusform>
            <numerusform>%Ln förslag är ännu öppna och lämnas som de är.</numerusform>
        </translation>
    </message>
    <message>
        <source>No value is changed.</source>
        <translation>Ingen uppgift ändras.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln others</source>
        <translation>
            <numerusform>och %Ln annan</numerusform>
            <numerusform>och %Ln andra</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep merged and archived rows in a file of their own</source>
        <translation>Behåll sammanslagna och arkiverade rader i en egen fil</translation>
    </message>
    <message>
        <source>Cleaned file: {0}</source>
        <translation>Städad fil: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns check what is typed into them</source>
        <translation>
            <numerusform>%Ln kolumn kontrollerar det som skrivs</numerusform>
            <numerusform>%Ln kolumner kontrollerar det som skrivs</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>inga</translation>
    </message>
    <message>
        <source>Change log: {0}</source>
        <translation>Ändringslogg: {0}</translation>
    </message>
    <message>
        <source>In the folder {0}</source>
        <translation>I mappen {0}</translation>
    </message>
</context>
<context>
    <name>SavedNotice</name>
    <message>
        <source>It is still open and now comes last.</source>
        <translation>Det är ännu öppet och kommer nu sist.</translation>
    </message>
    <message>
        <source>It is saved.</source>
        <translation>Ändringen är sparad.</translation>
    </message>
    <message>
        <source>Your choice is saved. It is not asked again unless the data changes.</source>
        <translation>Ditt val är sparat. Frågas inte igen om uppgifterna inte ändras.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
</context>
<context>
    <name>ScopeBox</name>
    <message>
        <source>Which rows are shown</source>
        <translation>Vilka rader som visas</translation>
    </message>
    <message>
        <source>Rows that will be saved</source>
        <translation>Rader som sparas</translation>
    </message>
    <message>
        <source>Changed rows</source>
        <translation>Ändrade rader</translation>
    </message>
    <message>
        <source>Rows merged or archived</source>
        <translation>Sammanslagna och arkiverade rader</translation>
    </message>
    <message>
        <source>Rows added from lists</source>
        <translation>Rader tillagda från listor</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Programmet</translation>
    </message>
    <message>
        <source>Your registers</source>
        <translation>Dina register</translation>
    </message>
    <message>
        <source>Put the files of a saving into a folder of their own</source>
        <translation>Lägg filerna från en sparning i en egen mapp</translation>
    </message>
    <message>
        <source>Save the change log as an Excel workbook only</source>
        <translation>Spara ändringsloggen bara som Excel-arbetsbok</translation>
    </message>
    <message>
        <source>Keep merged and archived rows on a sheet of their own</source>
        <translation>Behåll sammanslagna och arkiverade rader på en egen flik</translation>
    </message>
    <message>
        <source>Save a CSV register as an Excel workbook</source>
        <translation>Spara ett CSV-register som Excel-arbetsbok</translation>
    </message>
    <message>
        <source>Excel drops the zeros in front of numbers in a CSV file; a workbook keeps them.</source>
        <translation>Excel tar bort inledande nollor ur en CSV-fil. I en arbetsbok finns de kvar.</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>Inget namn angivet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Färger</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textstorlek</translation>
    </message>
    <message>
        <source>A customer is passive after</source>
        <translation>En kund är passiv efter</translation>
    </message>
    <message>
        <source>Phone numbers are written</source>
        <translation>Telefonnummer skrivs</translation>
    </message>
    <message>
        <source>Dates are written</source>
        <translation>Datum skrivs</translation>
    </message>
    <message>
        <source>Saved files go</source>
        <translation>Sparade filer placeras</translation>
    </message>
    <message>
        <source>Your name in the change log</source>
        <translation>Ditt namn i ändringsloggen</translation>
    </message>
    <message>
        <source>Your choices are kept</source>
        <translation>Dina val sparas</translation>
    </message>
    <message>
        <source>As in the system</source>
        <translation>Som i systemet</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ljusa</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mörka</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hög kontrast</translation>
    </message>
    <message>
        <source>As most of them in the register</source>
        <translation>Som de flesta i registret</translation>
    </message>
    <message>
        <source>Until you choose Forget</source>
        <translation>Tills du väljer Glöm</translation>
    </message>
    <message numerus="yes">
        <source>%Ln years from the last visit</source>
        <translation>
            <numerusform>%Ln år efter senaste gången</numerusform>
            <numerusform>%Ln år efter senaste gången</numerusform>
        </translation>
    </message>
    <message>
        <source>Beside the original</source>
        <translation>Bredvid originalet</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Välj en mapp…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln months</source>
        <translation>
            <numerusform>%Ln mån</numerusform>
            <numerusform>%Ln mån</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln years</source>
        <translation>
            <numerusform>%Ln år</numerusform>
            <numerusform>%Ln år</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SinceLastTimePage</name>
    <message>
        <source>Since last time</source>
        <translation>Sedan sist</translation>
    </message>
    <message>
        <source>Your earlier choices</source>
        <translation>Dina tidigare val</translation>
    </message>
    <message>
        <source>Go to the overview</source>
        <translation>Gå till översikten</translation>
    </message>
    <message>
        <source>Your earlier choices hold where nothing has changed. Only what has changed is asked again.</source>
        <translation>Dina tidigare val gäller de rader som är oförändrade. Bara det som har ändrats frågas på nytt.</translation>
    </message>
    <message>
        <source>The earlier version of the register is kept no more.</source>
        <translation>Den tidigare versionen av registret finns inte kvar.</translation>
    </message>
    <message>
        <source>The register is being compared with its earlier version…</source>
        <translation>Registret jämförs med sin tidigare version…</translation>
    </message>
    <message numerus="yes">
        <source>new rows</source>
        <translation>
            <numerusform>ny rad</numerusform>
            <numerusform>nya rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rows with other details than last time</source>
        <translation>
            <numerusform>rad med andra uppgifter än sist</numerusform>
            <numerusform>rader med andra uppgifter än sist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rows no longer in the file</source>
        <translation>
            <numerusform>rad som inte längre finns i filen</numerusform>
            <numerusform>rader som inte längre finns i filen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of the new and changed rows have something to decide</source>
        <translation>
            <numerusform>ny eller ändrad rad har något att besluta</numerusform>
            <numerusform>nya eller ändrade rader har något att besluta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln choices hold and are not asked again.</source>
        <translation>
            <numerusform>%Ln val gäller och frågas inte på nytt.</numerusform>
            <numerusform>%Ln val gäller och frågas inte på nytt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln choices no longer hold, so they are asked again where needed:</source>
        <translation>
            <numerusform>%Ln val gäller inte längre och frågas på nytt vid behov:</numerusform>
            <numerusform>%Ln val gäller inte längre och frågas på nytt vid behov:</numerusform>
        </translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>Visa rader</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rad {0}</translation>
    </message>
    <message>
        <source>Rows of the earlier file that are no longer there</source>
        <translation>Rader i den tidigare filen som inte längre finns</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>och %Ln till</numerusform>
            <numerusform>och %Ln till</numerusform>
        </translation>
    </message>
    <message>
        <source>New rows</source>
        <translation>Nya rader</translation>
    </message>
    <message>
        <source>Rows with other details than last time</source>
        <translation>Rader med andra uppgifter än sist</translation>
    </message>
    <message>
        <source>New and changed rows with something to decide</source>
        <translation>Nya och ändrade rader med något att besluta</translation>
    </message>
</context>
<context>
    <name>StaleFilterBar</name>
    <message>
        <source>Only rows with: a name, a town…</source>
        <translation>Bara rader med: ett namn, en postanstalt…</translation>
    </message>
    <message>
        <source>Only rows with these words</source>
        <translation>Bara rader med de här orden</translation>
    </message>
    <message>
        <source>Way of contact</source>
        <translation>Hur kunden nås</translation>
    </message>
    <message>
        <source>Salesperson</source>
        <translation>Säljare</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>Vilka först</translation>
    </message>
    <message>
        <source>With a phone number</source>
        <translation>Telefonnumret känt</translation>
    </message>
    <message>
        <source>With an e-mail address</source>
        <translation>E-posten känd</translation>
    </message>
    <message>
        <source>With a postal address</source>
        <translation>Postadressen känd</translation>
    </message>
    <message>
        <source>Any way of contact</source>
        <translation>Vilken kontaktuppgift som helst</translation>
    </message>
    <message>
        <source>Every salesperson</source>
        <translation>Alla säljare</translation>
    </message>
    <message>
        <source>Most purchases first</source>
        <translation>De som köpt mest först</translation>
    </message>
    <message>
        <source>Most in need of a check first</source>
        <translation>Störst behov av kontroll först</translation>
    </message>
</context>
<context>
    <name>StalePage</name>
    <message>
        <source>Rows to check</source>
        <translation>Att kontrollera</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>Bör kontrolleras</translation>
    </message>
    <message>
        <source>These details may be old; nothing says for sure that they are.</source>
        <translation>De här uppgifterna kan vara föråldrade, men säkert är det inte.</translation>
    </message>
    <message>
        <source>The rest may wait: go on to saving</source>
        <translation>Resten kan vänta: gå vidare till att spara</translation>
    </message>
    <message>
        <source>No rows are waiting to be checked.</source>
        <translation>Inga rader väntar på kontroll.</translation>
    </message>
    <message>
        <source>Nothing in the register looks old, or you have already decided on every row.</source>
        <translation>Inga uppgifter ser föråldrade ut, eller så har du redan tagit ställning till alla rader.</translation>
    </message>
    <message>
        <source>Go on to saving</source>
        <translation>Gå vidare till att spara</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln most important one by one|I</source>
        <translation>
            <numerusform>Den viktigaste för sig|E</numerusform>
            <numerusform>De %Ln viktigaste en i taget|E</numerusform>
        </translation>
    </message>
    <message>
        <source>Show rows|S</source>
        <translation>Visa rader|V</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rad {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) stayed: an invoice, a contract or some other matter is open in them.</source>
        <translation>
            <numerusform>%Ln rad blev kvar: en faktura, ett avtal eller något annat ärende är öppet på den. Avgör den för sig.</numerusform>
            <numerusform>%Ln rader blev kvar: en faktura, ett avtal eller något annat ärende är öppet på dem. Avgör dem en i taget.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaleRows</name>
    <message>
        <source>← All reasons</source>
        <translation>← Alla orsaker</translation>
    </message>
    <message>
        <source>{0} of {1} rows included. Space leaves a row out; it stays as it is.</source>
        <translation>{0} av {1} rader är med. Mellanslag lämnar en rad utanför; den förblir som den är.</translation>
    </message>
</context>
<context>
    <name>StaleRowsModel</name>
    <message>
        <source>Included</source>
        <translation>Med</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kund</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Varför</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Uppgifter</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Drag your customer register here</source>
        <translation>Dra ditt kundregister hit</translation>
    </message>
    <message>
        <source>An Excel or CSV file. The file stays on your computer and the original is not changed.</source>
        <translation>Excel- eller CSV-fil. Filen stannar på din dator och originalet ändras inte.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Välj fil</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Prova med en exempelfil</translation>
    </message>
    <message>
        <source>Continue where you left off</source>
        <translation>Fortsätt där du slutade</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} kept</source>
        <translation>{0} sparat</translation>
    </message>
    <message>
        <source>How much the program keeps of this register on your computer</source>
        <translation>Hur mycket programmet sparar av det här registret på din dator</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Glöm</translation>
    </message>
    <message>
        <source>Forget the register {0}</source>
        <translation>Glöm registret {0}</translation>
    </message>
    <message>
        <source>It is open now. Open another register first.</source>
        <translation>Registret är öppet nu. Öppna ett annat register först.</translation>
    </message>
    <message>
        <source>Do the month</source>
        <translation>Gör månaden</translation>
    </message>
    <message>
        <source>Brings your choices along, accepts again what you have accepted as a whole each time before, and saves. Everything else waits for you.</source>
        <translation>Tar med dina val, godkänner på nytt det du har godkänt i sin helhet varje gång tidigare, och sparar. Allt annat väntar på dig.</translation>
    </message>
    <message>
        <source>Every month…</source>
        <translation>Varje månad…</translation>
    </message>
    <message>
        <source>The file is not in {0} any more. If it was moved, choose it again.</source>
        <translation>Filen finns inte längre i mappen {0}. Om den har flyttats, välj den på nytt.</translation>
    </message>
    <message>
        <source>The file has changed since it was last checked, {0}.</source>
        <translation>Filen har ändrats sedan den senast kontrollerades, {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln months since the last visit. A check is worth doing now.</source>
        <translation>
            <numerusform>%Ln månad sedan sist. Nu lönar det sig att kontrollera.</numerusform>
            <numerusform>%Ln månader sedan sist. Nu lönar det sig att kontrollera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %Ln rows fewer than then.</source>
        <translation>
            <numerusform>Den har %Ln rad färre än då.</numerusform>
            <numerusform>Den har %Ln rader färre än då.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %Ln rows more than then.</source>
        <translation>
            <numerusform>Den har %Ln rad fler än då.</numerusform>
            <numerusform>Den har %Ln rader fler än då.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has as many rows as then.</source>
        <translation>Den har lika många rader som då.</translation>
    </message>
    <message>
        <source>Forget {0}? Your choices on it and the copies of it that the program keeps are erased for good. The register itself and the files you have saved stay where they are.</source>
        <translation>Glömma {0}? Dina val och de kopior som programmet sparar raderas permanent. Själva registret och filerna du har sparat finns kvar.</translation>
    </message>
    <message>
        <source>These hold the customers’ details too. Delete them yourself if you need them no more:</source>
        <translation>De här innehåller också kunduppgifter. Radera dem själv om du inte längre behöver dem:</translation>
    </message>
</context>
<context>
    <name>Sure</name>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>TakeAwayLists</name>
    <message>
        <source>Lists to take along</source>
        <translation>Listor att ta med</translation>
    </message>
    <message>
        <source>Not on the list: {0}</source>
        <translation>Inte på listan: {0}</translation>
    </message>
    <message>
        <source>Every row is on the list.</source>
        <translation>Alla rader är på listan.</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Spara listan</translation>
    </message>
</context>
<context>
    <name>TakeOutBar</name>
    <message>
        <source>Put back</source>
        <translation>Ta tillbaka</translation>
    </message>
    <message>
        <source>Not the same customer ×</source>
        <translation>Inte samma kund ×</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The way through</source>
        <translation>Så här går det till</translation>
    </message>
    <message>
        <source>From top to bottom. The number tells what is left; a tick, that a page is done.</source>
        <translation>Uppifrån och ned. Talet visar vad som återstår, och en bock att sidan är klar.</translation>
    </message>
    <message>
        <source>You decide</source>
        <translation>Du bestämmer</translation>
    </message>
    <message>
        <source>The program suggests and says why. Every choice is saved at once and can be taken back.</source>
        <translation>Programmet föreslår och säger varför. Varje val sparas genast och kan ångras.</translation>
    </message>
    <message>
        <source>A new file at the end</source>
        <translation>Till slut en ny fil</translation>
    </message>
    <message>
        <source>Saving makes a cleaned file and a change log. Your own file is never changed.</source>
        <translation>När du sparar skapas en städad fil och en ändringslogg. Din egen fil ändras aldrig.</translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Hoppa över</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Börja</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nästa</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>Your register from visit to visit</source>
        <translation>Ditt register från gång till gång</translation>
    </message>
    <message>
        <source>What was found on each visit, {0} – {1}, before anything was changed</source>
        <translation>Vad som hittades varje gång, {0} – {1}, före ändringar</translation>
    </message>
    <message>
        <source>The first two come about in entry, the others as time goes by.</source>
        <translation>De två första uppstår vid inmatning, de andra med tiden.</translation>
    </message>
    <message>
        <source>duplicate groups</source>
        <translation>kunder flera gånger</translation>
    </message>
    <message>
        <source>rows to check</source>
        <translation>rader att kontrollera</translation>
    </message>
    <message>
        <source>wrong values</source>
        <translation>felaktiga uppgifter</translation>
    </message>
    <message>
        <source>out of reach</source>
        <translation>kunder som inte nås</translation>
    </message>
</context>
<context>
    <name>ValueFilter</name>
    <message>
        <source>Find…</source>
        <translation>Sök…</translation>
    </message>
    <message>
        <source>Find a content</source>
        <translation>Sök uppgift</translation>
    </message>
    <message>
        <source>All of these</source>
        <translation>Alla dessa</translation>
    </message>
    <message>
        <source>Contents of the column</source>
        <translation>Kolumnens uppgifter</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>Visa dessa</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Visa alla rader</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tom)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more: search to see them</source>
        <translation>
            <numerusform>och %Ln till: sök för att se den</numerusform>
            <numerusform>och %Ln till: sök för att se dem</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>Merge|M</source>
        <translation>Slå ihop|S</translation>
    </message>
    <message numerus="yes">
        <source>Merge the %Ln ticked|M</source>
        <translation>
            <numerusform>Slå ihop den valda|S</numerusform>
            <numerusform>Slå ihop %Ln valda|S</numerusform>
        </translation>
    </message>
    <message>
        <source>Different customers|D</source>
        <translation>Olika kunder|O</translation>
    </message>
    <message>
        <source>Decide later|L</source>
        <translation>Bestäm senare|B</translation>
    </message>
    <message>
        <source>How they belong together</source>
        <translation>Hur de hör ihop</translation>
    </message>
    <message>
        <source>This one needs a choice of its own. Press one of these: {0}</source>
        <translation>Det här är inte säkert: välj själv. Tryck på någon av dessa: {0}</translation>
    </message>
    <message>
        <source>same household</source>
        <translation>samma hushåll</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>verksamhetsställe</translation>
    </message>
    <message>
        <source>contact person</source>
        <translation>kontaktperson</translation>
    </message>
    <message>
        <source>Related, keep both ({0})|R</source>
        <translation>Hör ihop, behåll båda ({0})|H</translation>
    </message>
</context>
<context>
    <name>WhatFilesDialog</name>
    <message>
        <source>Files came in</source>
        <translation>Filer kom in</translation>
    </message>
    <message>
        <source>A list to be checked against a register</source>
        <translation>En lista som jämförs med ett register</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>Bounces or unsubscribes from a mailing program</source>
        <translation>Utskicksprogrammets returer eller avanmälningar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message numerus="yes">
        <source>What are these %Ln file(s)?</source>
        <translation>
            <numerusform>Vad är den här filen?</numerusform>
            <numerusform>Vad är de här %Ln filerna?</numerusform>
        </translation>
    </message>
    <message>
        <source>You see which of its rows are already in the register. Neither file is changed.</source>
        <translation>Du ser vilka av listans rader som redan finns i registret. Ingendera filen ändras.</translation>
    </message>
    <message>
        <source>You see whose messages came back and who opted out. Nobody is removed.</source>
        <translation>Du ser vems meddelanden som kom tillbaka och vem som avanmälde sig. Ingen tas bort.</translation>
    </message>
    <message>
        <source>It looks like a newer version of {0}. Your choices on that one hold here too.</source>
        <translation>Det här ser ut som en nyare version av {0}. Dina val för den gäller även här.</translation>
    </message>
    <message>
        <source>A list to be checked against {0}</source>
        <translation>En lista som jämförs med registret {0}</translation>
    </message>
    <message>
        <source>A register to be worked on, or a newer version of one</source>
        <translation>Ett register att arbeta med, eller en nyare version av det</translation>
    </message>
    <message>
        <source>Registers, each to be worked on by itself</source>
        <translation>Register som vart och ett bearbetas för sig</translation>
    </message>
    <message>
        <source>It is opened here. What you have decided on the other register is kept.</source>
        <translation>Den öppnas här. Dina val i det andra registret finns kvar.</translation>
    </message>
    <message>
        <source>The first is opened here, the others in windows of their own.</source>
        <translation>Det första öppnas här, de andra i egna fönster.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
</context>
</TS>
