<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>Undo</source>
        <translation>Kumoa</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Tee uudelleen</translation>
    </message>
    <message>
        <source>Open a register…</source>
        <translation>Avaa rekisteri…</translation>
    </message>
    <message>
        <source>Check a list against the register</source>
        <translation>Vertaa listaa rekisteriin</translation>
    </message>
    <message>
        <source>Go to saving</source>
        <translation>Siirry tallennukseen</translation>
    </message>
    <message>
        <source>Your choices</source>
        <translation>Tehdyt valinnat</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Asetukset</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Pikanäppäimet</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ohje</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Lopeta</translation>
    </message>
</context>
<context>
    <name>AgeHistogram</name>
    <message>
        <source>Age of the data</source>
        <translation>Tietojen ikä</translation>
    </message>
    <message>
        <source>Years since the newest date on the row</source>
        <translation>Vuosia rivin uusimmasta päivämäärästä</translation>
    </message>
    <message>
        <source>{0} years</source>
        <translation>{0} v</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ei tiedossa</translation>
    </message>
    <message>
        <source>under {0}</source>
        <translation>alle {0}</translation>
    </message>
    <message>
        <source>over {0}</source>
        <translation>yli {0}</translation>
    </message>
</context>
<context>
    <name>AnswersDialog</name>
    <message>
        <source>Answers</source>
        <translation>Vastaukset</translation>
    </message>
    <message>
        <source>Take these answers</source>
        <translation>Ota vastaukset käyttöön</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Answers of the ask list</source>
        <translation>Kyselylistan vastaukset</translation>
    </message>
    <message>
        <source>Space leaves a line out. Answers in words change nothing: read them yourself.</source>
        <translation>Välilyönti jättää rivin pois. Sanoin annetut vastaukset eivät muuta mitään: lue ne itse.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) answered</source>
        <translation>
            <numerusform>%Ln asiakas vastasi</numerusform>
            <numerusform>%Ln asiakasta vastasi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not yet</source>
        <translation>
            <numerusform>%Ln ei vielä</numerusform>
            <numerusform>%Ln ei vielä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no longer in the register</source>
        <translation>
            <numerusform>%Ln ei enää rekisterissä</numerusform>
            <numerusform>%Ln ei enää rekisterissä</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswersModel</name>
    <message>
        <source>Details are up to date</source>
        <translation>Tiedot ovat ajan tasalla</translation>
    </message>
    <message>
        <source>Answer in words</source>
        <translation>Vastaus sanoin</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Mukana</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rivi</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Asiakas</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mikä</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Ennen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nyt</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Choose a customer register</source>
        <translation>Valitse asiakasrekisteri</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Valitse lista</translation>
    </message>
    <message>
        <source>Bounces and unsubscribes (*.eml *.mbox *.zip *.csv *.xlsx *.xls *.txt);;All files (*)</source>
        <translation>Palautuneet ja peruneet (*.eml *.mbox *.zip *.csv *.xlsx *.xls *.txt);;Kaikki tiedostot (*)</translation>
    </message>
    <message>
        <source>Choose bounces or unsubscribes</source>
        <translation>Valitse palautuneet tai peruneet</translation>
    </message>
    <message>
        <source>Registers (*.xlsx *.xlsm *.xls *.xlsb *.ods *.fods *.csv *.txt *.tsv *.xml *.html);;All files (*)</source>
        <translation>Rekisterit (*.xlsx *.xlsm *.xls *.xlsb *.ods *.fods *.csv *.txt *.tsv *.xml *.html);;Kaikki tiedostot (*)</translation>
    </message>
</context>
<context>
    <name>AskedAgain</name>
    <message>
        <source>Last time you said that these are the same customer.</source>
        <translation>Viimeksi vastasit, että nämä ovat sama asiakas.</translation>
    </message>
    <message>
        <source>Last time you said that these are different customers.</source>
        <translation>Viimeksi vastasit, että nämä ovat eri asiakkaita.</translation>
    </message>
    <message>
        <source>Last time you said that these are related, and both were kept.</source>
        <translation>Viimeksi vastasit, että nämä kuuluvat yhteen, ja molemmat pidettiin.</translation>
    </message>
    <message>
        <source>Last time you left these for later.</source>
        <translation>Viimeksi jätit nämä myöhemmäksi.</translation>
    </message>
    <message>
        <source>Changed since: {0}</source>
        <translation>Sen jälkeen on muuttunut: {0}</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Ask the trade register</source>
        <translation>Kysy kaupparekisteristä</translation>
    </message>
    <message numerus="yes">
        <source>Ask about these %Ln companies?</source>
        <translation>
            <numerusform>Kysytäänkö tästä %Ln yrityksestä?</numerusform>
            <numerusform>Kysytäänkö näistä %Ln yrityksestä?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These business IDs, and nothing else, are sent to {0}, one at a time. It takes about %Ln minutes and can be stopped at any time; the answers there are by then are kept.</source>
        <translation>
            <numerusform>Nämä Y-tunnukset, eikä mitään muuta, lähetetään osoitteeseen {0} yksi kerrallaan. Se kestää noin %Ln minuutin ja sen voi keskeyttää milloin vain; siihen mennessä saadut vastaukset säilyvät.</numerusform>
            <numerusform>Nämä Y-tunnukset, eikä mitään muuta, lähetetään osoitteeseen {0} yksi kerrallaan. Se kestää noin %Ln minuuttia ja sen voi keskeyttää milloin vain; siihen mennessä saadut vastaukset säilyvät.</numerusform>
        </translation>
    </message>
    <message>
        <source>The business IDs that are sent</source>
        <translation>Lähetettävät Y-tunnukset</translation>
    </message>
    <message>
        <source>Send these IDs</source>
        <translation>Lähetä nämä Y-tunnukset</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>Älä lähetä mitään</translation>
    </message>
</context>
<context>
    <name>BeforeAfterPicture</name>
    <message>
        <source>Save as a PDF…</source>
        <translation>Tallenna PDF:nä…</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln others</source>
        <translation>
            <numerusform>ja %Ln muu</numerusform>
            <numerusform>ja %Ln muuta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellPicture</name>
    <message>
        <source>It is not taken.</source>
        <translation>Tietoa ei oteta vastaan.</translation>
    </message>
    <message>
        <source>It can be kept all the same.</source>
        <translation>Sen voi silti jättää.</translation>
    </message>
</context>
<context>
    <name>ChangeLines</name>
    <message>
        <source>Before: {0}</source>
        <translation>Ennen: {0}</translation>
    </message>
    <message>
        <source>After: {0}</source>
        <translation>Jälkeen: {0}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tyhjä)</translation>
    </message>
</context>
<context>
    <name>CheckedRows</name>
    <message>
        <source>Find: a name, a number, a town…</source>
        <translation>Etsi: nimi, postitoimipaikka…</translation>
    </message>
    <message>
        <source>Find rows</source>
        <translation>Etsi rivejä</translation>
    </message>
    <message>
        <source>The rows of the list</source>
        <translation>Listan rivit</translation>
    </message>
    <message>
        <source>No such rows.</source>
        <translation>Tällaisia rivejä ei ole.</translation>
    </message>
    <message>
        <source>The same customer|S</source>
        <translation>Sama asiakas|S</translation>
    </message>
    <message>
        <source>A new customer|N</source>
        <translation>Uusi asiakas|U</translation>
    </message>
    <message>
        <source>This became a customer|B</source>
        <translation>Tästä tuli asiakas|T</translation>
    </message>
    <message>
        <source>Marketing opt-out</source>
        <translation>Markkinointikielto</translation>
    </message>
    <message>
        <source>Known company</source>
        <translation>Tuttu yritys</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>Jo rekisterissä</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Uusia</translation>
    </message>
    <message>
        <source>Update the register|U</source>
        <translation>Päivitä rekisteri|P</translation>
    </message>
    <message>
        <source>Perhaps there</source>
        <translation>Ehkä rekisterissä</translation>
    </message>
    <message>
        <source>New details</source>
        <translation>Uusia tietoja</translation>
    </message>
    <message>
        <source>Needs fixing</source>
        <translation>Korjattavia</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
</context>
<context>
    <name>CheckedRowsModel</name>
    <message>
        <source>Result</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rivi</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>Listalla</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>Rekisterissä</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Miksi</translation>
    </message>
    <message>
        <source>perhaps there</source>
        <translation>ehkä rekisterissä</translation>
    </message>
    <message>
        <source>new details</source>
        <translation>uusia tietoja</translation>
    </message>
    <message>
        <source>needs fixing</source>
        <translation>korjattava</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>markkinointikielto</translation>
    </message>
    <message>
        <source>new</source>
        <translation>uusi</translation>
    </message>
    <message>
        <source>known company</source>
        <translation>tuttu yritys</translation>
    </message>
    <message>
        <source>in the register</source>
        <translation>jo rekisterissä</translation>
    </message>
    <message>
        <source>added</source>
        <translation>lisätty</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rivi {0}</translation>
    </message>
</context>
<context>
    <name>ColumnQuestion</name>
    <message numerus="yes">
        <source>%Ln group(s) differ only in {0}</source>
        <translation>
            <numerusform>%Ln ryhmä eroaa vain tiedossa {0}</numerusform>
            <numerusform>%Ln ryhmää eroaa vain tiedossa {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Does it matter which value stays? One answer does for all of them.</source>
        <translation>Onko väliä, kumpi tieto säilyy? Yksi vastaus riittää kaikille.</translation>
    </message>
    <message>
        <source>It does not matter|N</source>
        <translation>Ei ole väliä|E</translation>
    </message>
    <message>
        <source>It matters, ask one by one|I</source>
        <translation>On väliä, kysy yksitellen|K</translation>
    </message>
</context>
<context>
    <name>CompanyRows</name>
    <message>
        <source>Your companies and how they stand</source>
        <translation>Yrityksesi ja niiden tilanne</translation>
    </message>
    <message>
        <source>The company beside the open register</source>
        <translation>Yritys avoimen rekisterin rinnalla</translation>
    </message>
    <message>
        <source>Go to the fixes</source>
        <translation>Siirry korjauksiin</translation>
    </message>
    <message>
        <source>Go to the rows worth checking</source>
        <translation>Siirry tarkistettaviin</translation>
    </message>
    <message>
        <source>Your companies beside the register ({0})</source>
        <translation>Yrityksesi rekisterin rinnalla ({0})</translation>
    </message>
    <message>
        <source>Not in the register</source>
        <translation>Ei rekisterissä</translation>
    </message>
    <message>
        <source>Bankruptcy and the like</source>
        <translation>Konkurssi tai vastaava</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Toinen nimi</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Toinen osoite</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>Y-tunnus</translation>
    </message>
    <message>
        <source>As in the register</source>
        <translation>Kuten rekisterissä</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ei tiedossa</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
</context>
<context>
    <name>CompanyRowsModel</name>
    <message>
        <source>Row</source>
        <translation>Rivi</translation>
    </message>
    <message>
        <source>Your register</source>
        <translation>Oma rekisterisi</translation>
    </message>
    <message>
        <source>The open register</source>
        <translation>Avoin rekisteri</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Huomiot</translation>
    </message>
</context>
<context>
    <name>CompanySidesModel</name>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>Y-tunnus</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Katuosoite</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Postinumero</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Postitoimipaikka</translation>
    </message>
    <message>
        <source>Visiting address</source>
        <translation>Käyntiosoite</translation>
    </message>
    <message>
        <source>Your register</source>
        <translation>Oma rekisterisi</translation>
    </message>
    <message>
        <source>Would become</source>
        <translation>Ehdotus</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Result</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>piilotettu</translation>
    </message>
    <message>
        <source>not this one</source>
        <translation>ei tämä</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>säilyy</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rivi {0}</translation>
    </message>
    <message>
        <source>worked out anew</source>
        <translation>lasketaan uudelleen</translation>
    </message>
    <message>
        <source>survives</source>
        <translation>säilyy</translation>
    </message>
    <message>
        <source>the same in all rows</source>
        <translation>sama kaikilla riveillä</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tyhjä)</translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>The rows side by side</source>
        <translation>Rivit vierekkäin</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>In common: {0}</source>
        <translation>Yhteistä: {0}</translation>
    </message>
    <message>
        <source>Different: {0}</source>
        <translation>Eroaa: {0}</translation>
    </message>
    <message>
        <source>Stays in force: {0}</source>
        <translation>Säilyy voimassa: {0}</translation>
    </message>
    <message>
        <source>The row that stays, {0}, is hidden in the workbook: the customer would not be seen there.</source>
        <translation>Säilyvä rivi, {0}, on piilotettu työkirjassa: asiakasta ei näkyisi siellä.</translation>
    </message>
    <message>
        <source>Let {0} stay</source>
        <translation>Säilytä {0}</translation>
    </message>
    <message>
        <source>Keep every row’s text</source>
        <translation>Säilytä kaikkien rivien tiedot</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tyhjä)</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Bounces and unsubscribes</source>
        <translation>Palautuneet ja peruneet</translation>
    </message>
    <message>
        <source>What came back of your messages</source>
        <translation>Mitä viesteillesi kävi</translation>
    </message>
    <message>
        <source>More bounces or unsubscribes…</source>
        <translation>Lisää palautuneita tai peruneita…</translation>
    </message>
    <message>
        <source>Add to the exclusion list</source>
        <translation>Lisää estolistalle</translation>
    </message>
    <message>
        <source>An e-mail address, a phone, a customer number or a name</source>
        <translation>Sähköpostiosoite, puhelinnumero, asiakasnumero tai nimi</translation>
    </message>
    <message>
        <source>Whose messages came back, and who unsubscribed?</source>
        <translation>Kenen viestit palautuivat, ja kuka perui ne?</translation>
    </message>
    <message>
        <source>Drop the messages that came back, or your mailing program’s list of bounces or unsubscribes, on the window: .eml, .mbox, CSV, Excel, a folder or a zip. Nobody is removed.</source>
        <translation>Pudota ikkunaan palautuneet viestit tai postitusohjelman lista palautuneista tai peruneista: .eml, .mbox, CSV, Excel, kansio tai zip. Ketään ei poisteta.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Valitse tiedostot…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) on your own exclusion list</source>
        <translation>
            <numerusform>Omalla estolistalla %Ln merkintä</numerusform>
            <numerusform>Omalla estolistalla %Ln merkintää</numerusform>
        </translation>
    </message>
    <message>
        <source>These told nothing of messages: {0}</source>
        <translation>Näistä ei selvinnyt mitään viesteistä: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln do not work</source>
        <translation>
            <numerusform>%Ln ei toimi</numerusform>
            <numerusform>%Ln ei toimi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be reached for now</source>
        <translation>
            <numerusform>%Ln ei tavoitettu nyt</numerusform>
            <numerusform>%Ln ei tavoitettu nyt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are delayed</source>
        <translation>
            <numerusform>%Ln viivästyi</numerusform>
            <numerusform>%Ln viivästyi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blocked the message</source>
        <translation>
            <numerusform>%Ln esti viestin</numerusform>
            <numerusform>%Ln esti viestin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsubscribed</source>
        <translation>
            <numerusform>%Ln perui viestit</numerusform>
            <numerusform>%Ln perui viestit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reported spam</source>
        <translation>
            <numerusform>%Ln ilmoitti roskapostiksi</numerusform>
            <numerusform>%Ln ilmoitti roskapostiksi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are no bounces</source>
        <translation>
            <numerusform>%Ln ei ole palautunut</numerusform>
            <numerusform>%Ln ei ole palautunut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are not clear</source>
        <translation>
            <numerusform>%Ln jäi epäselväksi</numerusform>
            <numerusform>%Ln jäi epäselväksi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses: {0}.</source>
        <translation>
            <numerusform>%Ln osoite: {0}.</numerusform>
            <numerusform>%Ln osoitetta: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is removed.</source>
        <translation>Ketään ei poisteta.</translation>
    </message>
    <message numerus="yes">
        <source>Enter an opt-out for all %Ln|E</source>
        <translation>
            <numerusform>Merkitse kielto|M</numerusform>
            <numerusform>Merkitse kielto kaikille %Ln|M</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add all %Ln to the ask list|K</source>
        <translation>
            <numerusform>Lisää kyselylistalle|K</numerusform>
            <numerusform>Lisää kaikki %Ln kyselylistalle|K</numerusform>
        </translation>
    </message>
    <message>
        <source>Show rows|S</source>
        <translation>Näytä rivit|N</translation>
    </message>
    <message>
        <source>Leave as is|L</source>
        <translation>Jätä ennalleen|J</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rivi</numerusform>
            <numerusform>%Ln riviä</numerusform>
        </translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rivi {0}</translation>
    </message>
</context>
<context>
    <name>CustomerDocument</name>
    <message>
        <source>customer-on-row-{0}.html</source>
        <translation>asiakas-rivi-{0}.html</translation>
    </message>
    <message>
        <source>Save this customer’s data</source>
        <translation>Tallenna asiakkaan tiedot</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Done</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>The original is unchanged</source>
        <translation>Alkuperäinen on ennallaan</translation>
    </message>
    <message>
        <source>The saved file was checked by reading it again</source>
        <translation>Tallennus tarkistettiin lukemalla tiedosto uudelleen</translation>
    </message>
    <message>
        <source>Your choices are kept and not asked again next time unless the data changes</source>
        <translation>Valintasi on tallessa. Niitä ei kysytä uudelleen, elleivät tiedot muutu.</translation>
    </message>
    <message>
        <source>Your files</source>
        <translation>Tiedostosi</translation>
    </message>
    <message>
        <source>Open the cleaned file</source>
        <translation>Avaa siistitty tiedosto</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Avaa kansio</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Mitä seuraavaksi</translation>
    </message>
    <message>
        <source>Use the cleaned file from now on. Keep the original until you have seen that everything is right.</source>
        <translation>Käytä tästä lähtien siistittyä tiedostoa. Säilytä alkuperäinen, kunnes olet nähnyt, että kaikki on oikein.</translation>
    </message>
    <message>
        <source>The change log holds your customers’ details. Delete it when you need it no more.</source>
        <translation>Muutoslokissa on asiakkaidesi tietoja. Poista se, kun et enää tarvitse sitä.</translation>
    </message>
    <message>
        <source>Delete the change log</source>
        <translation>Poista muutosloki</translation>
    </message>
    <message>
        <source>Back to the overview</source>
        <translation>Takaisin yleiskuvaan</translation>
    </message>
    <message>
        <source>A register goes out of date all the time. The next check is worth doing around {0}.</source>
        <translation>Rekisteri rapautuu koko ajan. Seuraava tarkistus kannattaa tehdä noin {0}.</translation>
    </message>
    <message>
        <source>Cleaned file: {0}</source>
        <translation>Siistitty tiedosto: {0}</translation>
    </message>
    <message>
        <source>Archived and merged rows: {0}</source>
        <translation>Arkistoidut ja yhdistetyt rivit: {0}</translation>
    </message>
    <message>
        <source>Change log: {0}</source>
        <translation>Muutosloki: {0}</translation>
    </message>
    <message>
        <source>In the folder {0}</source>
        <translation>Kansiossa {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions are still open. You can go on with them now or later.</source>
        <translation>
            <numerusform>%Ln ehdotus on vielä auki. Voit jatkaa nyt tai myöhemmin.</numerusform>
            <numerusform>%Ln ehdotusta on vielä auki. Voit jatkaa nyt tai myöhemmin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions were accepted as before.</source>
        <translation>
            <numerusform>%Ln ehdotus hyväksyttiin kuten ennen.</numerusform>
            <numerusform>%Ln ehdotusta hyväksyttiin kuten ennen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the change log? Without it a single change cannot be traced or taken back later.</source>
        <translation>Poistetaanko muutosloki? Ilman sitä yksittäistä muutosta ei voi enää jäljittää eikä perua.</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop the file here</source>
        <translation>Pudota tiedosto tähän</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Duplicates</source>
        <translation>Kaksoiskappaleet</translation>
    </message>
    <message>
        <source>Is this the same customer?</source>
        <translation>Onko tämä sama asiakas?</translation>
    </message>
    <message>
        <source>← → moves the value kept · Page Up and Page Down change the group · F2: a result of your own</source>
        <translation>← → siirtää säilyvää tietoa · Page Up ja Page Down vaihtavat asiakasta · F2: oma tulos</translation>
    </message>
    <message>
        <source>Groups decided</source>
        <translation>Päätetyt</translation>
    </message>
    <message>
        <source>One by one|O</source>
        <translation>Yksi kerrallaan|K</translation>
    </message>
    <message>
        <source>Take this choice back|T</source>
        <translation>Kumoa tämä valinta|K</translation>
    </message>
    <message>
        <source>Look at what you decided</source>
        <translation>Katso, mitä olet päättänyt</translation>
    </message>
    <message>
        <source>Back to the question</source>
        <translation>Takaisin kysymykseen</translation>
    </message>
    <message>
        <source>No duplicates are waiting.</source>
        <translation>Ei käsiteltäviä kaksoiskappaleita.</translation>
    </message>
    <message>
        <source>Either no customer was found more than once, or you have decided on all of them.</source>
        <translation>Samaa asiakasta ei löytynyt useaan kertaan, tai olet jo käsitellyt kaikki.</translation>
    </message>
    <message>
        <source>Go on to rows worth checking</source>
        <translation>Jatka tarkistettaviin</translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>What you decided</source>
        <translation>Mitä olet päättänyt</translation>
    </message>
    <message numerus="yes">
        <source>These %Ln are surely the same customers</source>
        <translation>
            <numerusform>Tämä on varmasti sama asiakas</numerusform>
            <numerusform>Nämä %Ln ovat varmasti samoja asiakkaita</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %Ln are very likely the same customers</source>
        <translation>
            <numerusform>Tämä on lähes varmasti sama asiakas</numerusform>
            <numerusform>Nämä %Ln ovat lähes varmasti samoja asiakkaita</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One answer for %Ln ticked group(s)</source>
        <translation>
            <numerusform>Vastauksesi koskee yhtä valittua asiakasta</numerusform>
            <numerusform>Yksi vastaus %Ln valittuun asiakkaaseen</numerusform>
        </translation>
    </message>
    <message>
        <source>Look the list through and untick what you doubt. Every merge can be taken back.</source>
        <translation>Silmäile luettelo ja ota valinta pois siitä, mitä epäilet. Jokaisen yhdistämisen voi kumota.</translation>
    </message>
    <message numerus="yes">
        <source>Merge the %Ln sure ones in one go</source>
        <translation>
            <numerusform>Yhdistä varma kerralla</numerusform>
            <numerusform>Yhdistä %Ln varmaa kerralla</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them would stay in a row that is hidden in the workbook, the first in row {0}. One by one you can choose the row that stays.</source>
        <translation>
            <numerusform>%Ln niistä jäisi riville, joka on työkirjassa piilotettu, rivi {0}. Yksitellen voit valita säilyvän rivin.</numerusform>
            <numerusform>%Ln niistä jäisi riville, joka on työkirjassa piilotettu, ensimmäinen riville {0}. Yksitellen voit valita säilyvän rivin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryChecksDialog</name>
    <message>
        <source>Checks for what is typed later</source>
        <translation>Tarkistukset sille, mitä myöhemmin kirjoitetaan</translation>
    </message>
    <message>
        <source>Excel itself then shows a hint in these columns and asks about what looks wrong, in the rows there are and the next 1,000. A table takes in by itself what is typed right below it, a filter when it is applied again. Each check stands in the change log and can be taken out alone.</source>
        <translation>Excel näyttää silloin itse näissä sarakkeissa vihjeen ja kysyy siitä, mikä näyttää väärältä: nykyisillä riveillä ja seuraavilla 1 000 rivillä. Taulukko ottaa itse mukaan sen, mitä kirjoitetaan heti sen alle, ja suodatus sitten, kun se otetaan uudelleen käyttöön. Jokainen tarkistus on muutoslokissa, ja sen voi poistaa yksin.</translation>
    </message>
    <message>
        <source>No column of this register has a check that suits it.</source>
        <translation>Tämän rekisterin sarakkeisiin ei ole sopivaa tarkistusta.</translation>
    </message>
    <message>
        <source>Put them in</source>
        <translation>Lisää ne</translation>
    </message>
    <message>
        <source>No checks</source>
        <translation>Ei tarkistuksia</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Not important to me|N</source>
        <translation>Ei minulle tärkeä|E</translation>
    </message>
    <message>
        <source>Important again|I</source>
        <translation>Taas tärkeä|T</translation>
    </message>
</context>
<context>
    <name>FixCard</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rivi</numerusform>
            <numerusform>%Ln riviä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all %Ln|A</source>
        <translation>
            <numerusform>Hyväksy|H</numerusform>
            <numerusform>Hyväksy kaikki %Ln|H</numerusform>
        </translation>
    </message>
    <message>
        <source>Show rows|S</source>
        <translation>Näytä rivit|N</translation>
    </message>
    <message>
        <source>Leave as is|L</source>
        <translation>Jätä ennalleen|J</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rivi {0}</translation>
    </message>
</context>
<context>
    <name>FixRows</name>
    <message>
        <source>← All suggestions</source>
        <translation>← Kaikki ehdotukset</translation>
    </message>
    <message>
        <source>Space leaves a row out. A text of your own: double click or F2.</source>
        <translation>Välilyönti jättää rivin pois. Oma teksti: kaksoisnapsautus tai F2.</translation>
    </message>
    <message>
        <source>Leave as is|L</source>
        <translation>Jätä ennalleen|J</translation>
    </message>
    <message>
        <source>Open the row|R</source>
        <translation>Avaa rivi|R</translation>
    </message>
    <message>
        <source>Accept {0}, leave {1} as they are|A</source>
        <translation>Hyväksy {0}, jätä {1} ennalleen|H</translation>
    </message>
    <message numerus="yes">
        <source>Accept all %Ln|A</source>
        <translation>
            <numerusform>Hyväksy|H</numerusform>
            <numerusform>Hyväksy kaikki %Ln|H</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FixRowsModel</name>
    <message>
        <source>Accept</source>
        <translation>Hyväksy</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rivi</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Sarake</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Ennen</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Jälkeen</translation>
    </message>
</context>
<context>
    <name>FixesPage</name>
    <message>
        <source>Fixes</source>
        <translation>Korjaukset</translation>
    </message>
    <message>
        <source>No fixes are waiting.</source>
        <translation>Ei käsiteltäviä korjauksia.</translation>
    </message>
    <message>
        <source>The details look right as they are, or you have already decided on every suggestion.</source>
        <translation>Tiedot näyttävät olevan kunnossa, tai olet jo käsitellyt kaikki ehdotukset.</translation>
    </message>
    <message>
        <source>Go on to duplicates</source>
        <translation>Jatka kaksoiskappaleisiin</translation>
    </message>
    <message>
        <source>Look at these yourself</source>
        <translation>Katso nämä itse</translation>
    </message>
    <message>
        <source>Not important to you</source>
        <translation>Sinulle ei tärkeitä</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln korjausehdotus</numerusform>
            <numerusform>%Ln korjausehdotusta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln virhe</numerusform>
            <numerusform>%Ln virhettä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln formatting</source>
        <translation>
            <numerusform>%Ln kirjoitusasu</numerusform>
            <numerusform>%Ln kirjoitusasua</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changes in your own file. Every choice can be undone.</source>
        <translation>Omassa tiedostossasi ei muutu mitään. Jokaisen valinnan voi kumota.</translation>
    </message>
    <message>
        <source>No suggested fixes are left</source>
        <translation>Korjausehdotuksia ei ole jäljellä</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Virheet</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Kirjoitusasu</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Your choices are kept</source>
        <translation>Valintasi on tallessa</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Mitään ei lähetetä tältä koneelta</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln rivi</numerusform>
            <numerusform>%Ln riviä</numerusform>
        </translation>
    </message>
    <message>
        <source>no changes</source>
        <translation>ei muutoksia</translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln lisätty</numerusform>
            <numerusform>%Ln lisätty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>%Ln säilyy</numerusform>
            <numerusform>%Ln säilyy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merged</source>
        <translation>
            <numerusform>%Ln yhdistetty</numerusform>
            <numerusform>%Ln yhdistetty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln archived</source>
        <translation>
            <numerusform>%Ln arkistoitu</numerusform>
            <numerusform>%Ln arkistoitu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln poistettu</numerusform>
            <numerusform>%Ln poistettu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed cells</source>
        <translation>
            <numerusform>%Ln muutettu tieto</numerusform>
            <numerusform>%Ln muutettua tietoa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Freshness</name>
    <message>
        <source>About one Finn in {0} changes phone number within a year{1}.</source>
        <translation>Noin joka {0}. suomalainen vaihtaa puhelinnumeroa vuoden aikana{1}.</translation>
    </message>
    <message>
        <source>About one Finn in {0} moves within a year{1}.</source>
        <translation>Noin joka {0}. suomalainen muuttaa vuoden aikana{1}.</translation>
    </message>
    <message>
        <source>About one contact person in {0} changes jobs within a year{1}.</source>
        <translation>Noin joka {0}. yhteyshenkilö vaihtaa työpaikkaa vuoden aikana{1}.</translation>
    </message>
    <message>
        <source>About one company in {0} changes address within a year{1}.</source>
        <translation>Noin joka {0}. yritys vaihtaa osoitetta vuoden aikana{1}.</translation>
    </message>
    <message>
        <source>Suggested fix, {0}: {1} → {2}</source>
        <translation>Korjausehdotus, {0}: {1} → {2}</translation>
    </message>
    <message>
        <source>Perhaps the same customer, row {0}: {1}</source>
        <translation>Ehkä sama asiakas, rivi {0}: {1}</translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <source>Find a group…</source>
        <translation>Etsi asiakasta…</translation>
    </message>
    <message>
        <source>Find a group</source>
        <translation>Etsi asiakasta</translation>
    </message>
    <message>
        <source>Which groups are shown</source>
        <translation>Mitkä näytetään</translation>
    </message>
    <message>
        <source>By what differs</source>
        <translation>Sen mukaan, mikä eroaa</translation>
    </message>
    <message>
        <source>Order of the groups</source>
        <translation>Järjestys</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Samat asiakkaat</translation>
    </message>
    <message>
        <source>Most important first</source>
        <translation>Tärkeimmät ensin</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nimen mukaan</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>Varmimmat ensin</translation>
    </message>
    <message>
        <source>Surely the same</source>
        <translation>Varmasti samat</translation>
    </message>
    <message>
        <source>Very likely the same</source>
        <translation>Lähes varmasti samat</translation>
    </message>
    <message>
        <source>To be asked</source>
        <translation>Kysyttävät</translation>
    </message>
    <message>
        <source>Left for later</source>
        <translation>Myöhemmäksi jätetyt</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Päätetyt</translation>
    </message>
    <message>
        <source>All that wait</source>
        <translation>Kaikki odottavat</translation>
    </message>
    <message>
        <source>Whatever differs</source>
        <translation>Kaikki erot</translation>
    </message>
    <message>
        <source>{0} of {1} ticked</source>
        <translation>{0} / {1} valittu</translation>
    </message>
</context>
<context>
    <name>GroupListModel</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln rivi</numerusform>
            <numerusform>%Ln riviä</numerusform>
        </translation>
    </message>
    <message>
        <source>no differences that matter</source>
        <translation>ei merkittäviä eroja</translation>
    </message>
    <message>
        <source>differs: {0}</source>
        <translation>eroaa: {0}</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>yhdistetty</translation>
    </message>
    <message>
        <source>different customers</source>
        <translation>eri asiakkaat</translation>
    </message>
    <message>
        <source>related</source>
        <translation>kuuluvat yhteen</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln rivi</numerusform>
            <numerusform>%Ln riviä</numerusform>
        </translation>
    </message>
    <message>
        <source>Language: {0}</source>
        <translation>Kieli: {0}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Ohje</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Look for a new version</source>
        <translation>Etsi uutta versiota</translation>
    </message>
    <message>
        <source>Opens the page in the browser. Nothing is downloaded without you.</source>
        <translation>Avaa sivun selaimessa. Mitään ei ladata ilman sinua.</translation>
    </message>
    <message>
        <source>Open the folder of the logs</source>
        <translation>Avaa lokikansio</translation>
    </message>
    <message>
        <source>The logs tell where the program failed. They hold nothing of your registers.</source>
        <translation>Lokeista näkee, missä kohdassa ohjelma epäonnistui. Niissä ei ole mitään rekistereistäsi.</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>Kopioi tukea varten</translation>
    </message>
    <message>
        <source>Copies the version, the last steps and where the program failed. Nothing of your registers.</source>
        <translation>Kopioi version, viimeisimmät vaiheet ja sen, missä kohdassa ohjelma epäonnistui. Ei mitään rekistereistäsi.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln merkintä</numerusform>
            <numerusform>%Ln merkintää</numerusform>
        </translation>
    </message>
    <message>
        <source>Put on the exclusion list: {0}</source>
        <translation>Lisätty estolistalle: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rivi</numerusform>
            <numerusform>%Ln riviä</numerusform>
        </translation>
    </message>
    <message>
        <source>Added as a column: {0}</source>
        <translation>Lisätty sarakkeena: {0}</translation>
    </message>
    <message>
        <source>Several kinds of fixes</source>
        <translation>Monenlaisia korjauksia</translation>
    </message>
    <message>
        <source>Accepted: {0}</source>
        <translation>Hyväksytty: {0}</translation>
    </message>
    <message>
        <source>Accepted with exceptions: {0}</source>
        <translation>Hyväksytty poikkeuksin: {0}</translation>
    </message>
    <message>
        <source>Left as is: {0}</source>
        <translation>Jätetty ennalleen: {0}</translation>
    </message>
    <message>
        <source>Left for later: {0}</source>
        <translation>Jätetty myöhemmäksi: {0}</translation>
    </message>
    <message numerus="yes">
        <source>Merged %Ln customers</source>
        <translation>
            <numerusform>Yhdistetty %Ln asiakas</numerusform>
            <numerusform>Yhdistetty %Ln asiakasta</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged: {0} · {1}</source>
        <translation>Yhdistetty: {0} · {1}</translation>
    </message>
    <message>
        <source>Same customer: {0}</source>
        <translation>Sama asiakas: {0}</translation>
    </message>
    <message>
        <source>Different customers: {0}</source>
        <translation>Eri asiakkaat: {0}</translation>
    </message>
    <message>
        <source>Related, both kept: {0}</source>
        <translation>Kuuluvat yhteen, molemmat säilyvät: {0}</translation>
    </message>
    <message>
        <source>Asked again, since something has changed: {0}</source>
        <translation>Kysytään uudelleen, koska tiedot ovat muuttuneet: {0}</translation>
    </message>
    <message>
        <source>same name, different customers</source>
        <translation>sama nimi, eri asiakkaat</translation>
    </message>
    <message>
        <source>Added to the ask list</source>
        <translation>Lisätty kyselylistalle</translation>
    </message>
    <message>
        <source>Details are up to date</source>
        <translation>Tiedot ovat ajan tasalla</translation>
    </message>
    <message>
        <source>Moved to the Archive sheet</source>
        <translation>Siirretty Arkisto-välilehdelle</translation>
    </message>
    <message>
        <source>Left out of the cleaned file</source>
        <translation>Jätetty pois siistitystä tiedostosta</translation>
    </message>
    <message>
        <source>Rows worth checking, left for later</source>
        <translation>Tarkistettavat, jätetty myöhemmäksi</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new row(s)</source>
        <translation>
            <numerusform>%Ln uusi rivi</numerusform>
            <numerusform>%Ln uutta riviä</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken into the register: {0} · {1}</source>
        <translation>Lisätty rekisteriin: {0} · {1}</translation>
    </message>
    <message>
        <source>not known, left as it is</source>
        <translation>ei tiedossa, jätetään ennalleen</translation>
    </message>
    <message>
        <source>The column {0} means: {1}</source>
        <translation>Sarakkeessa {0} on: {1}</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Asetuksia muutettu</translation>
    </message>
    <message>
        <source>rows {0}</source>
        <translation>rivit {0}</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rivi {0}</translation>
    </message>
    <message>
        <source>from row {0}</source>
        <translation>riviltä {0}</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>jätetty ennalleen</translation>
    </message>
    <message>
        <source>merged into it: {0}</source>
        <translation>siihen yhdistetty: {0}</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>Milloin</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Voimassa</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>kumottu</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>Valintasi</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Your choices</source>
        <translation>Tehdyt valinnat</translation>
    </message>
    <message>
        <source>Any choice can be taken back alone, also later; the others stay as they are.</source>
        <translation>Minkä tahansa valinnan voi kumota erikseen, myös myöhemmin. Muut valinnat säilyvät.</translation>
    </message>
    <message>
        <source>Take this choice back|T</source>
        <translation>Kumoa tämä valinta|K</translation>
    </message>
    <message>
        <source>Put it back in force|B</source>
        <translation>Palauta voimaan|P</translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation>Mitään ei ole vielä valittu.</translation>
    </message>
    <message>
        <source>What you accept, merge, edit or leave as is will be listed here.</source>
        <translation>Tässä luetellaan, mitä hyväksyt, yhdistät, muokkaat tai jätät ennalleen.</translation>
    </message>
    <message>
        <source>Go to the overview</source>
        <translation>Siirry yleiskuvaan</translation>
    </message>
    <message>
        <source>… and more, all in the change log after saving</source>
        <translation>… ja lisää; kaikki ovat tallennuksen jälkeen muutoslokissa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln later choices concern the same rows. They stay in force where they still fit.</source>
        <translation>
            <numerusform>%Ln myöhempi valinta koskee samoja rivejä. Se jää voimaan siltä osin kuin se vielä sopii.</numerusform>
            <numerusform>%Ln myöhempää valintaa koskee samoja rivejä. Ne jäävät voimaan siltä osin kuin ne vielä sopivat.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Pikanäppäimet</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Kaikkialla</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Takaisin edelliselle sivulle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
</context>
<context>
    <name>Lapsed</name>
    <message>
        <source>were merged</source>
        <translation>yhdistettiin</translation>
    </message>
    <message>
        <source>a row taken from {0}</source>
        <translation>tiedostosta {0} lisätty rivi</translation>
    </message>
    <message>
        <source>what the column {0} means</source>
        <translation>mitä sarakkeessa {0} on</translation>
    </message>
    <message>
        <source>the same customer</source>
        <translation>sama asiakas</translation>
    </message>
    <message>
        <source>different customers</source>
        <translation>eri asiakkaat</translation>
    </message>
    <message>
        <source>related, both kept</source>
        <translation>kuuluvat yhteen, molemmat pidettiin</translation>
    </message>
    <message>
        <source>left for later</source>
        <translation>jätettiin myöhemmäksi</translation>
    </message>
</context>
<context>
    <name>ListCheckPage</name>
    <message>
        <source>Check of a list</source>
        <translation>Listan tarkistus</translation>
    </message>
    <message>
        <source>Save the new rows…|T</source>
        <translation>Tallenna uudet rivit…|T</translation>
    </message>
    <message>
        <source>Save the whole list with the answers…|W</source>
        <translation>Tallenna koko lista vastauksineen…|K</translation>
    </message>
    <message>
        <source>Which customers on a list do you already have?</source>
        <translation>Ketkä listan asiakkaista sinulla jo on?</translation>
    </message>
    <message>
        <source>Choose a list, from a fair or a web shop for instance, or drop it on the window. Each of its rows is looked for in your register. Neither file is changed.</source>
        <translation>Valitse lista, esimerkiksi messuilta tai verkkokaupasta, tai vedä se ikkunaan. Listan jokaista riviä etsitään rekisteristäsi. Kumpaakaan tiedostoa ei muuteta.</translation>
    </message>
    <message>
        <source>Choose a list…</source>
        <translation>Valitse lista…</translation>
    </message>
    <message>
        <source>{0} beside your register</source>
        <translation>{0} rekisterisi rinnalla</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows on the list</source>
        <translation>
            <numerusform>%Ln rivi listalla</numerusform>
            <numerusform>%Ln riviä listalla</numerusform>
        </translation>
    </message>
    <message>
        <source>Neither file has been changed.</source>
        <translation>Kumpaakaan tiedostoa ei ole muutettu.</translation>
    </message>
    <message>
        <source>Compared by: {0}</source>
        <translation>Verratut tiedot: {0}</translation>
    </message>
    <message>
        <source>The files have no field in common.</source>
        <translation>Tiedostoissa ei ole yhtään yhteistä tietoa.</translation>
    </message>
    <message>
        <source>Add the new rows to the register|A</source>
        <translation>Lisää uudet rivit rekisteriin|L</translation>
    </message>
    <message>
        <source>These are customers</source>
        <translation>Nämä ovat asiakkaita</translation>
    </message>
    <message>
        <source>Another list…</source>
        <translation>Toinen lista…</translation>
    </message>
    <message>
        <source>Was the list read wrongly?</source>
        <translation>Luettiinko lista väärin?</translation>
    </message>
    <message>
        <source>Go on with {0}</source>
        <translation>Jatka listasta {0}</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln new rows to the register|A</source>
        <translation>
            <numerusform>Lisää %Ln uusi rivi rekisteriin|L</numerusform>
            <numerusform>Lisää %Ln uutta riviä rekisteriin|L</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln new contacts or branches of known companies|C</source>
        <translation>
            <numerusform>Lisää %Ln tutun yrityksen uusi yhteyshenkilö tai toimipaikka|Y</numerusform>
            <numerusform>Lisää %Ln tuttujen yritysten uutta yhteyshenkilöä tai toimipaikkaa|Y</numerusform>
        </translation>
    </message>
    <message>
        <source>Write where the rows came from in the column {0}</source>
        <translation>Merkitse sarakkeeseen {0}, mistä rivit tulivat</translation>
    </message>
    <message>
        <source>Save the new ones as a list of their own…|T</source>
        <translation>Tallenna uudet omaksi listakseen…|O</translation>
    </message>
    <message>
        <source>Add to the register as columns: {0}|O</source>
        <translation>Lisää rekisteriin sarakkeina: {0}|R</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them wait for your word</source>
        <translation>
            <numerusform>niistä %Ln odottaa ratkaisuasi</numerusform>
            <numerusform>niistä %Ln odottaa ratkaisuasi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new rows will be added when you save.</source>
        <translation>
            <numerusform>%Ln uusi rivi lisätään, kun tallennat.</numerusform>
            <numerusform>%Ln uutta riviä lisätään, kun tallennat.</numerusform>
        </translation>
    </message>
    <message>
        <source>This looks like a bought or collected list: nothing on it is added to the customers.</source>
        <translation>Tämä näyttää ostetulta tai kerätyltä listalta: siltä ei lisätä ketään asiakkaisiin.</translation>
    </message>
    <message>
        <source>Save the new ones</source>
        <translation>Tallenna uudet</translation>
    </message>
    <message>
        <source>-leads.xlsx</source>
        <translation>-liidit.xlsx</translation>
    </message>
    <message>
        <source>Save the new rows</source>
        <translation>Tallenna uudet rivit</translation>
    </message>
    <message>
        <source>-new.xlsx</source>
        <translation>-uudet.xlsx</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Tallenna lista</translation>
    </message>
    <message>
        <source>-checked.xlsx</source>
        <translation>-tarkistettu.xlsx</translation>
    </message>
</context>
<context>
    <name>MeaningCard</name>
    <message>
        <source>What is in the column “{0}”?</source>
        <translation>Mitä sarakkeessa ”{0}” on?</translation>
    </message>
    <message>
        <source>The column is empty</source>
        <translation>Sarake on tyhjä</translation>
    </message>
    <message>
        <source>For example: {0}</source>
        <translation>Esimerkiksi: {0}</translation>
    </message>
    <message>
        <source>Not sure – leave as it is</source>
        <translation>En tiedä – jätä ennalleen</translation>
    </message>
    <message>
        <source>Something else ▾</source>
        <translation>Jotain muuta ▾</translation>
    </message>
</context>
<context>
    <name>MeaningPicker</name>
    <message>
        <source>Find…</source>
        <translation>Etsi…</translation>
    </message>
    <message>
        <source>What is in the column “{0}”?</source>
        <translation>Mitä sarakkeessa ”{0}” on?</translation>
    </message>
    <message>
        <source>What its values say…</source>
        <translation>Mitä sen merkinnät tarkoittavat…</translation>
    </message>
    <message>
        <source>Nothing of these</source>
        <translation>Ei mikään näistä</translation>
    </message>
</context>
<context>
    <name>MonthDialog</name>
    <message>
        <source>Every month</source>
        <translation>Joka kuukausi</translation>
    </message>
    <message>
        <source>The program never runs by itself. If you want, the computer’s own scheduler does the month of {0}: it accepts what you have accepted as a whole each time before, leaves the rest open, and saves beside the register. Copy one of these.</source>
        <translation>Ohjelma ei koskaan käynnisty itsestään. Halutessasi tietokoneen oma ajastus tekee rekisterin {0} kuukauden: se hyväksyy sen, minkä olet joka kerta ennen hyväksynyt kokonaan, jättää muun auki ja tallentaa rekisterin viereen. Kopioi jokin näistä.</translation>
    </message>
    <message>
        <source>Put the next check into the calendar…</source>
        <translation>Lisää seuraava tarkistus kalenteriin…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Every month by the computer itself</source>
        <translation>Joka kuukausi tietokoneen tekemänä</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopioi</translation>
    </message>
</context>
<context>
    <name>NewerDetails</name>
    <message>
        <source>Take in newer details, by kind</source>
        <translation>Ota uudemmat tiedot ryhmittäin</translation>
    </message>
</context>
<context>
    <name>NumbersElsewhere</name>
    <message>
        <source>Customer numbers on other sheets</source>
        <translation>Asiakasnumeroita muilla välilehdillä</translation>
    </message>
    <message>
        <source>Put the numbers that stay in their place on the sheet {0}</source>
        <translation>Vaihda tilalle jäävät numerot välilehdellä {0}</translation>
    </message>
</context>
<context>
    <name>ObstacleChoice</name>
    <message>
        <source>Save on the version that was read, without the newer changes</source>
        <translation>Tallenna luetun version pohjalta, ilman uudempia muutoksia</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>Lue tiedosto uudelleen</translation>
    </message>
    <message>
        <source>Leave the rows in place and mark them</source>
        <translation>Jätä rivit paikoilleen ja merkitse ne</translation>
    </message>
    <message>
        <source>Empty the rows in place and put them on a sheet of their own</source>
        <translation>Tyhjennä rivit paikoillaan ja siirrä ne omalle välilehdelleen</translation>
    </message>
    <message>
        <source>Make a new plain workbook: the data without formulas and colours</source>
        <translation>Tee uusi yksinkertainen työkirja: tiedot ilman kaavoja ja värejä</translation>
    </message>
    <message>
        <source>Save the file as UTF-8</source>
        <translation>Tallenna tiedosto UTF-8-muodossa</translation>
    </message>
    <message>
        <source>The original file has changed since it was read</source>
        <translation>Alkuperäinen tiedosto on muuttunut lukemisen jälkeen</translation>
    </message>
    <message>
        <source>Good to know before saving</source>
        <translation>Hyvä tietää ennen tallennusta</translation>
    </message>
    <message>
        <source>The file’s encoding does not have all the characters</source>
        <translation>Tiedoston merkistöön eivät mahdu kaikki merkit</translation>
    </message>
    <message>
        <source>Not everything can be done in your workbook without harm</source>
        <translation>Kaikkea ei voi tehdä työkirjassasi vahingoittamatta sitä</translation>
    </message>
</context>
<context>
    <name>OneStaleRow</name>
    <message>
        <source>← All reasons</source>
        <translation>← Kaikki syyt</translation>
    </message>
    <message>
        <source>Edit the row|E</source>
        <translation>Muokkaa riviä|R</translation>
    </message>
    <message>
        <source>Page Up and Page Down change the row.</source>
        <translation>Page Up ja Page Down vaihtavat riviä.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rivi</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Mitä tiedetään</translation>
    </message>
    <message>
        <source>Show that row</source>
        <translation>Näytä se rivi</translation>
    </message>
</context>
<context>
    <name>OpenRegistersPage</name>
    <message>
        <source>Open registers</source>
        <translation>Avoimet rekisterit</translation>
    </message>
    <message>
        <source>Public registers that you download yourself tell what has changed at your customers. They stay on this computer, and nothing is sent anywhere unless you agree to it. The program works without them too.</source>
        <translation>Julkiset rekisterit, jotka lataat itse, kertovat, mikä asiakkaillasi on muuttunut. Ne pysyvät tällä koneella, eikä mitään lähetetä minnekään, ellet hyväksy sitä. Ohjelma toimii myös ilman niitä.</translation>
    </message>
    <message>
        <source>Ask the trade register about single companies</source>
        <translation>Kysy kaupparekisteristä yksittäisistä yrityksistä</translation>
    </message>
    <message>
        <source>Its open file lacks the companies that have ceased, and does not tell when. The trade register&apos;s service does. You see the business IDs first, and nothing is sent before you agree.</source>
        <translation>Avoimesta tiedostosta puuttuvat lopettaneet yritykset, eikä se kerro, milloin ne ovat lopettaneet. Kaupparekisterin palvelu kertoo. Näet Y-tunnukset ensin, eikä mitään lähetetä ennen kuin hyväksyt.</translation>
    </message>
    <message>
        <source>Show what would be asked…</source>
        <translation>Näytä, mitä kysyttäisiin…</translation>
    </message>
    <message>
        <source>1. Open the page and download the file {0}.</source>
        <translation>1. Avaa sivu ja lataa tiedosto {0}.</translation>
    </message>
    <message>
        <source>2. Leave the file as it is: it need not be unpacked.</source>
        <translation>2. Jätä tiedosto sellaiseksi kuin se on: sitä ei tarvitse purkaa.</translation>
    </message>
    <message>
        <source>3. Drag it onto this window, or choose it here.</source>
        <translation>3. Vedä se tähän ikkunaan tai valitse se tästä.</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Avaa sivu</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Valitse tiedosto…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln tieto</numerusform>
            <numerusform>%Ln tietoa</numerusform>
        </translation>
    </message>
    <message>
        <source>In use, as of {0}</source>
        <translation>Käytössä, päivältä {0}</translation>
    </message>
    <message>
        <source>It is over a year old. A newer one knows more.</source>
        <translation>Se on yli vuoden vanha. Uudempi tietää enemmän.</translation>
    </message>
    <message>
        <source>Remove from this computer</source>
        <translation>Poista tältä koneelta</translation>
    </message>
    <message>
        <source>Remove {0} from this computer</source>
        <translation>Poista {0} tältä koneelta</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Yleiskuva</translation>
    </message>
    <message>
        <source>The state of your register</source>
        <translation>Rekisterisi kunto</translation>
    </message>
    <message>
        <source>Save as a PDF…</source>
        <translation>Tallenna PDF:nä…</translation>
    </message>
    <message>
        <source>Check a list against the register…</source>
        <translation>Vertaa listaa rekisteriin…</translation>
    </message>
    <message>
        <source>Go to saving</source>
        <translation>Siirry tallennukseen</translation>
    </message>
    <message>
        <source>Start with the clear cases</source>
        <translation>Aloita selvimmistä</translation>
    </message>
    <message numerus="yes">
        <source>customers perhaps entered more than once</source>
        <translation>
            <numerusform>asiakas ehkä useaan kertaan</numerusform>
            <numerusform>asiakasta ehkä useaan kertaan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %Ln rows</source>
        <translation>
            <numerusform>%Ln rivillä</numerusform>
            <numerusform>%Ln rivillä</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry guide…</source>
        <translation>Kirjausohje…</translation>
    </message>
    <message numerus="yes">
        <source>rows worth checking</source>
        <translation>
            <numerusform>rivi, joka kannattaa tarkistaa</numerusform>
            <numerusform>riviä, jotka kannattaa tarkistaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>values that look wrong</source>
        <translation>
            <numerusform>virheelliseltä näyttävä tieto</numerusform>
            <numerusform>virheelliseltä näyttävää tietoa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>customers you cannot reach in any way now</source>
        <translation>
            <numerusform>asiakas, jota et nyt tavoita mitenkään</numerusform>
            <numerusform>asiakasta, joita et nyt tavoita mitenkään</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln at first</source>
        <translation>
            <numerusform>aluksi %Ln</numerusform>
            <numerusform>aluksi %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Mitään ei ole vielä muutettu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions are still open. You can stop at any time.</source>
        <translation>
            <numerusform>%Ln ehdotus on vielä auki. Voit lopettaa milloin vain.</numerusform>
            <numerusform>%Ln ehdotusta on vielä auki. Voit lopettaa milloin vain.</numerusform>
        </translation>
    </message>
    <message>
        <source>-state.pdf</source>
        <translation>-kunto.pdf</translation>
    </message>
    <message>
        <source>Save the state of the register</source>
        <translation>Tallenna rekisterin kunto</translation>
    </message>
    <message>
        <source>Save the entry guide</source>
        <translation>Tallenna kirjausohje</translation>
    </message>
    <message>
        <source>-entry-guide.pdf</source>
        <translation>-kirjausohje.pdf</translation>
    </message>
    <message>
        <source>About {0} of {1} addresses have probably changed since the row was last in use</source>
        <translation>Rekisterin {1} osoitteesta noin {0} on luultavasti muuttunut sen jälkeen, kun riviä viimeksi käytettiin</translation>
    </message>
    <message>
        <source>About {0} of {1} phone numbers have probably changed since the row was last in use</source>
        <translation>Rekisterin {1} puhelinnumerosta noin {0} on luultavasti muuttunut sen jälkeen, kun riviä viimeksi käytettiin</translation>
    </message>
    <message>
        <source>About {0} of your {1} companies have probably ceased since the row was last in use</source>
        <translation>Rekisterin {1} yrityksestä noin {0} on luultavasti lopettanut sen jälkeen, kun riviä viimeksi käytettiin</translation>
    </message>
    <message>
        <source>About {0} of your {1} companies have probably changed a person in charge since the row was last in use</source>
        <translation>Rekisterin {1} yrityksestä noin {0} on luultavasti vaihtanut vastuuhenkilöä sen jälkeen, kun riviä viimeksi käytettiin</translation>
    </message>
    <message>
        <source> (between {0} and {1}).</source>
        <translation> (arviolta {0}–{1}).</translation>
    </message>
    <message>
        <source>Source: {0}.</source>
        <translation>Lähde: {0}.</translation>
    </message>
</context>
<context>
    <name>PairModel</name>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>List, row {0}</source>
        <translation>Lista, rivi {0}</translation>
    </message>
    <message>
        <source>Register, row {0}</source>
        <translation>Rekisteri, rivi {0}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tyhjä)</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>eroaa</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>The rows side by side</source>
        <translation>Rivit rinnakkain</translation>
    </message>
    <message>
        <source>In common: {0}</source>
        <translation>Yhteistä: {0}</translation>
    </message>
    <message>
        <source>Different: {0}</source>
        <translation>Eroaa: {0}</translation>
    </message>
    <message>
        <source>In force in the register: {0}</source>
        <translation>Voimassa rekisterissä: {0}</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rivi {0}</translation>
    </message>
    <message>
        <source>Perhaps the same customer in the register too: {0}</source>
        <translation>Ehkä sama asiakas rekisterissä myös: {0}</translation>
    </message>
</context>
<context>
    <name>PassiveChoice</name>
    <message>
        <source>When is a customer passive for you?</source>
        <translation>Milloin asiakas on sinulle passiivinen?</translation>
    </message>
    <message>
        <source>Customers without any activity for this long are shown as worth checking.</source>
        <translation>Asiakkaat, joilla ei ole tapahtumia näin pitkään aikaan, näytetään tarkistettavina.</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 kk</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 v</translation>
    </message>
    <message>
        <source>3 years</source>
        <translation>3 v</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>Salasana</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Avaa tiedosto</translation>
    </message>
    <message>
        <source>The password is not kept anywhere.</source>
        <translation>Salasanaa ei tallenneta mihinkään.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
</context>
<context>
    <name>PermissionCard</name>
    <message>
        <source>E-mail</source>
        <translation>Sähköposti</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Tekstiviesti</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Puhelin</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Posti</translation>
    </message>
    <message>
        <source>Marketing permission</source>
        <translation>Markkinointilupa</translation>
    </message>
    <message>
        <source>Marketing opt-out</source>
        <translation>Markkinointikielto</translation>
    </message>
    <message>
        <source>Customer&apos;s state</source>
        <translation>Asiakkaan tilanne</translation>
    </message>
    <message>
        <source>Something else – leave as it is</source>
        <translation>Jotain muuta – jätä ennalleen</translation>
    </message>
    <message>
        <source>May be contacted</source>
        <translation>Saa ottaa yhteyttä</translation>
    </message>
    <message>
        <source>Must not be contacted</source>
        <translation>Ei saa ottaa yhteyttä</translation>
    </message>
    <message>
        <source>Says nothing of it</source>
        <translation>Ei kerro siitä mitään</translation>
    </message>
    <message>
        <source>Has died</source>
        <translation>On kuollut</translation>
    </message>
    <message>
        <source>Is blocked</source>
        <translation>On estetty</translation>
    </message>
    <message>
        <source>Is no customer any more</source>
        <translation>Ei ole enää asiakas</translation>
    </message>
    <message>
        <source>What does the column “{0}” say of contacting the customer?</source>
        <translation>Mitä sarake ”{0}” kertoo yhteydenotoista asiakkaaseen?</translation>
    </message>
    <message>
        <source>For example: {0}</source>
        <translation>Esimerkiksi: {0}</translation>
    </message>
    <message>
        <source>Which ways of contact does it speak of?</source>
        <translation>Mitä yhteydenottotapoja se koskee?</translation>
    </message>
    <message>
        <source>What does “{0}” say?</source>
        <translation>Mitä ”{0}” tarkoittaa?</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Something went wrong</source>
        <translation>Jokin meni vikaan</translation>
    </message>
    <message>
        <source>Something unexpected happened in the program.</source>
        <translation>Ohjelmassa tapahtui jotain odottamatonta.</translation>
    </message>
    <message>
        <source>Your choices are kept and the original file is unchanged. Go on, or start the program again.</source>
        <translation>Valintasi on tallessa ja alkuperäinen tiedosto on ennallaan. Voit jatkaa tai käynnistää ohjelman uudelleen.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Kopioi tiedot virheestä</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Working…</source>
        <translation>Työ on käynnissä…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Edistyminen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Keskeytetään…</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Kansio:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Tiedosto&amp;tyyppi:</translation>
    </message>
</context>
<context>
    <name>ReachBars</name>
    <message>
        <source>Who can be reached</source>
        <translation>Keitä tavoitat</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>tavoitettavissa</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ei tiedossa</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>kielletty</translation>
    </message>
    <message>
        <source>wrong value</source>
        <translation>virheellinen tieto</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Sähköposti</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Puhelin</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Tekstiviesti</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Posti</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Lasku</translation>
    </message>
</context>
<context>
    <name>ReadBackPage</name>
    <message>
        <source>File</source>
        <translation>Tiedosto</translation>
    </message>
    <message>
        <source>Only these are unsure</source>
        <translation>Vain nämä ovat epävarmoja</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Toinen tiedosto</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Muuta…</translation>
    </message>
    <message>
        <source>Continue without them</source>
        <translation>Jatka ilman niitä</translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>Kyllä, jatka</translation>
    </message>
    <message>
        <source>Yes, bring my choices along</source>
        <translation>Kyllä, tuo valintani mukaan</translation>
    </message>
    <message>
        <source>The first rows of the register</source>
        <translation>Rekisterin ensimmäiset rivit</translation>
    </message>
    <message>
        <source>This looks like a newer version of {0}, which you last worked on {1}. Your choices on it hold here where nothing has changed.</source>
        <translation>Tämä näyttää uudemmalta versiolta rekisteristä {0}, jota käsittelit viimeksi {1}. Siihen tekemäsi valinnat pätevät tässäkin siltä osin kuin mikään ei ole muuttunut.</translation>
    </message>
    <message numerus="yes">
        <source>Read %Ln rows</source>
        <translation>
            <numerusform>Luettiin %Ln rivi</numerusform>
            <numerusform>Luettiin %Ln riviä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln columns.</source>
        <translation>
            <numerusform>ja %Ln sarake.</numerusform>
            <numerusform>ja %Ln saraketta.</numerusform>
        </translation>
    </message>
    <message>
        <source>Does this look right?</source>
        <translation>Näyttääkö tämä oikealta?</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln empty column(s)</source>
        <translation>
            <numerusform>Näytä %Ln tyhjä sarake</numerusform>
            <numerusform>Näytä %Ln tyhjää saraketta</numerusform>
        </translation>
    </message>
    <message>
        <source>the letters å, ä and ö</source>
        <translation>kirjaimet å, ä ja ö</translation>
    </message>
    <message>
        <source>a postal code</source>
        <translation>postinumero</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>päivämäärä</translation>
    </message>
    <message>
        <source>Picked out for the eye: {0}. Is that right?</source>
        <translation>Korostettuina: {0}. Näyttävätkö ne oikeilta?</translation>
    </message>
    <message>
        <source>Headers on row {0}.</source>
        <translation>Sarakeotsikot rivillä {0}.</translation>
    </message>
    <message>
        <source>headers on row {0}.</source>
        <translation>sarakeotsikot rivillä {0}.</translation>
    </message>
    <message>
        <source>no headers.</source>
        <translation>ei sarakeotsikoita.</translation>
    </message>
    <message>
        <source>Sheet “{0}”,</source>
        <translation>Välilehti ”{0}”,</translation>
    </message>
    <message>
        <source>No list heeds these columns, since it is not known what their yes, no or mark says: {0}. If one tells whom you may not contact, give it its meaning under its header above.</source>
        <translation>Ei tiedetä, mitä kyllä, ei tai rasti tarkoittaa näissä sarakkeissa, joten postituslistat eivät ota niitä huomioon: {0}. Jos jokin niistä kertoo, kehen ei saa ottaa yhteyttä, valitse sen merkitys taulukosta otsikon alta.</translation>
    </message>
    <message>
        <source>The first rows, read in this way</source>
        <translation>Ensimmäiset rivit näin luettuina</translation>
    </message>
</context>
<context>
    <name>ReadingChoices</name>
    <message>
        <source>semicolon ;</source>
        <translation>puolipiste ;</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>pilkku ,</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>sarkain</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>pystyviiva |</translation>
    </message>
    <message>
        <source>no headers</source>
        <translation>ei otsikoita</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Välilehti</translation>
    </message>
    <message>
        <source>Headers on row</source>
        <translation>Otsikot rivillä</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>Merkistö</translation>
    </message>
    <message>
        <source>Columns separated by</source>
        <translation>Sarakkeiden erotin</translation>
    </message>
</context>
<context>
    <name>ReadingPreview</name>
    <message>
        <source>? what is this</source>
        <translation>? mitä tarkoittaa</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>ei tunnistettu</translation>
    </message>
</context>
<context>
    <name>RegisterModel</name>
    <message>
        <source>Row</source>
        <translation>Rivi</translation>
    </message>
    <message>
        <source>new</source>
        <translation>uusi</translation>
    </message>
    <message>
        <source>Was: {0}</source>
        <translation>Oli: {0}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tyhjä)</translation>
    </message>
</context>
<context>
    <name>RelatedLinks</name>
    <message>
        <source>Belong together, but are customers of their own</source>
        <translation>Kuuluvat yhteen, mutta ovat eri asiakkaita</translation>
    </message>
    <message>
        <source>Nothing is merged here. One letter may be enough for a household.</source>
        <translation>Näitä ei yhdistetä. Samaan talouteen voi riittää yksi kirje.</translation>
    </message>
    <message>
        <source>Nothing is merged here.</source>
        <translation>Näitä ei yhdistetä.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln household(s)</source>
        <translation>
            <numerusform>%Ln talous</numerusform>
            <numerusform>%Ln taloutta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln company or companies with branches</source>
        <translation>
            <numerusform>%Ln yritys, jolla on monta toimipaikkaa</numerusform>
            <numerusform>%Ln yritystä, joilla on monta toimipaikkaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln company or companies with contact persons</source>
        <translation>
            <numerusform>%Ln yritys, jolla on monta yhteyshenkilöä</numerusform>
            <numerusform>%Ln yritystä, joilla on monta yhteyshenkilöä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>People of one name: %Ln</source>
        <translation>
            <numerusform>Samannimisiä: %Ln</numerusform>
            <numerusform>Samannimisiä: %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetireVerdicts</name>
    <message>
        <source>Add to the ask list|K</source>
        <translation>Lisää kyselylistalle|K</translation>
    </message>
    <message>
        <source>Details are up to date|U</source>
        <translation>Tiedot ovat ajan tasalla|T</translation>
    </message>
    <message>
        <source>Move to the Archive sheet|A</source>
        <translation>Siirrä Arkisto-välilehdelle|A</translation>
    </message>
    <message>
        <source>Decide later|L</source>
        <translation>Päätän myöhemmin|M</translation>
    </message>
</context>
<context>
    <name>RowArithmetic</name>
    <message numerus="yes">
        <source>%Ln rows in the original</source>
        <translation>
            <numerusform>Alkuperäisessä %Ln rivi</numerusform>
            <numerusform>Alkuperäisessä %Ln riviä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln lisätty</numerusform>
            <numerusform>%Ln lisätty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>siistityssä %Ln</numerusform>
            <numerusform>siistityssä %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merged into others</source>
        <translation>
            <numerusform>yhdistetty toisiin %Ln</numerusform>
            <numerusform>yhdistetty toisiin %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln archived</source>
        <translation>
            <numerusform>arkistoitu %Ln</numerusform>
            <numerusform>arkistoitu %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>poistettu %Ln</numerusform>
            <numerusform>poistettu %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>kept</source>
        <translation>säilyy</translation>
    </message>
    <message>
        <source>added</source>
        <translation>lisätty</translation>
    </message>
    <message>
        <source>merged into others</source>
        <translation>yhdistetty toisiin</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>arkistoitu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>poistettu</translation>
    </message>
</context>
<context>
    <name>RowBrowser</name>
    <message>
        <source>Find: a name, a number, a town…</source>
        <translation>Etsi: nimi, numero, postitoimipaikka…</translation>
    </message>
    <message>
        <source>Find rows</source>
        <translation>Etsi rivejä</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Kaikki rivit</translation>
    </message>
    <message>
        <source>Filter the column…</source>
        <translation>Suodata sarake…</translation>
    </message>
    <message>
        <source>Choose which contents of the column under the cursor are shown (Alt+↓)</source>
        <translation>Valitse, mitkä kohdistimen sarakkeen tiedot näytetään (Alt+↓)</translation>
    </message>
    <message>
        <source>Filtered: {0} ✕</source>
        <translation>Suodatettu: {0} ✕</translation>
    </message>
    <message>
        <source>Show all rows, not only those filtered by {0}</source>
        <translation>Näytä kaikki rivit, ei vain suodatettuja ({0})</translation>
    </message>
    <message>
        <source>Hide the column</source>
        <translation>Piilota sarake</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln hidden column(s)</source>
        <translation>
            <numerusform>Näytä %Ln piilotettu sarake</numerusform>
            <numerusform>Näytä %Ln piilotettua saraketta</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1} rows</source>
        <translation>{0} / {1} riviä</translation>
    </message>
    <message>
        <source>No such rows.</source>
        <translation>Tällaisia rivejä ei ole.</translation>
    </message>
</context>
<context>
    <name>RowFacts</name>
    <message>
        <source>Merged into row {0}</source>
        <translation>Yhdistetty riviin {0}</translation>
    </message>
    <message>
        <source>Moved to the Archive sheet</source>
        <translation>Siirretty Arkisto-välilehdelle</translation>
    </message>
    <message>
        <source>Left out of the cleaned file</source>
        <translation>Jätetään pois siistitystä tiedostosta</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Rivi {0}</translation>
    </message>
    <message>
        <source>Suggested: {0} · {1}</source>
        <translation>Ehdotus: {0} · {1}</translation>
    </message>
    <message>
        <source>Perhaps the same customer as row {0}</source>
        <translation>Ehkä sama asiakas kuin rivi {0}</translation>
    </message>
</context>
<context>
    <name>RowsMenu</name>
    <message>
        <source>Show rows</source>
        <translation>Näytä rivit</translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message>
        <source>All rows</source>
        <translation>Kaikki rivit</translation>
    </message>
    <message>
        <source>The rows as they will be saved. Changed cells are green and marked with a dot.</source>
        <translation>Rivit sellaisina kuin ne tallennetaan. Muuttuneet tiedot ovat vihreällä ja niissä on piste.</translation>
    </message>
    <message>
        <source>← Back to where you were</source>
        <translation>← Takaisin edelliselle sivulle</translation>
    </message>
    <message>
        <source>Edit the cell|F2</source>
        <translation>Muokkaa tietoa|F2</translation>
    </message>
    <message>
        <source>Same customer…|S</source>
        <translation>Sama asiakas…|S</translation>
    </message>
    <message>
        <source>To the Archive sheet|A</source>
        <translation>Siirrä Arkisto-välilehdelle|A</translation>
    </message>
    <message>
        <source>Leave out of the cleaned file|Del</source>
        <translation>Jätä pois tiedostosta|Del</translation>
    </message>
    <message>
        <source>Customer’s data as a document…|D</source>
        <translation>Tiedot asiakirjaksi…|T</translation>
    </message>
    <message>
        <source>Select two or more rows: Ctrl and click, or Shift and the arrow keys.</source>
        <translation>Valitse vähintään kaksi riviä: Ctrl ja napsautus tai Vaihto ja nuolinäppäimet.</translation>
    </message>
    <message>
        <source>Erase this customer for good…</source>
        <translation>Poista tämä asiakas pysyvästi…</translation>
    </message>
    <message>
        <source>Erase the customer on row {0} for good?</source>
        <translation>Poistetaanko rivin {0} asiakas pysyvästi?</translation>
    </message>
    <message>
        <source>They are left out of the next cleaned file, and everything the program has kept of them is destroyed. Only a fingerprint stays, by which the program tells when they come back.</source>
        <translation>Asiakas jää pois seuraavasta siistitystä tiedostosta, ja kaikki, mitä ohjelma on hänestä säilyttänyt, hävitetään. Jäljelle jää vain tunniste, jonka avulla ohjelma kertoo, jos asiakas palaa.</translation>
    </message>
    <message>
        <source>This cannot be undone. What is kept of earlier versions of this register is forgotten with it. Your own files are not changed: those that still hold the customer are named afterwards.</source>
        <translation>Tätä ei voi kumota. Samalla unohdetaan, mitä rekisterin aiemmista versioista on säilytetty. Omia tiedostojasi ei muuteta: lopuksi luetellaan ne, joissa asiakas vielä on.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Poista pysyvästi</translation>
    </message>
</context>
<context>
    <name>SameCustomerDialog</name>
    <message>
        <source>Merge|M</source>
        <translation>Yhdistä|Y</translation>
    </message>
    <message>
        <source>Different customers|D</source>
        <translation>Eri asiakkaat|E</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Is this the same customer?</source>
        <translation>Onko tämä sama asiakas?</translation>
    </message>
</context>
<context>
    <name>SavePage</name>
    <message>
        <source>Saving</source>
        <translation>Tallennus</translation>
    </message>
    <message>
        <source>Before saving</source>
        <translation>Yhteenveto ennen tallennusta</translation>
    </message>
    <message>
        <source>What will be changed</source>
        <translation>Mitä muuttuu</translation>
    </message>
    <message>
        <source>Other name or folder…</source>
        <translation>Toinen nimi tai kansio…</translation>
    </message>
    <message>
        <source>Add a column that says how active each customer is</source>
        <translation>Lisää sarake: kuinka aktiivinen asiakas on</translation>
    </message>
    <message>
        <source>New, active, fading or passive.</source>
        <translation>Uusi, aktiivinen, hiljenemässä tai passiivinen.</translation>
    </message>
    <message>
        <source>Keep merged and archived rows on a sheet of their own</source>
        <translation>Säilytä yhdistetyt ja arkistoidut rivit omalla välilehdellä</translation>
    </message>
    <message>
        <source>Continue later</source>
        <translation>Jatka myöhemmin</translation>
    </message>
    <message>
        <source>Files that are made</source>
        <translation>Syntyvät tiedostot</translation>
    </message>
    <message>
        <source>Add the entry guide on a sheet of its own</source>
        <translation>Lisää kirjausohje omalle välilehdelleen</translation>
    </message>
    <message>
        <source>Checks for what is typed later…</source>
        <translation>Tarkistukset myöhemmin kirjoitettavalle…</translation>
    </message>
    <message>
        <source>Save the cleaned file</source>
        <translation>Tallenna siistitty tiedosto</translation>
    </message>
    <message>
        <source>Nothing has been changed yet, so the saved file would be a copy of the original.</source>
        <translation>Mitään ei ole vielä muutettu, joten tallennettu tiedosto olisi alkuperäisen kopio.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions are still open. They stay as they are.</source>
        <translation>
            <numerusform>Vielä auki %Ln ehdotus; se jää ennalleen.</numerusform>
            <numerusform>Vielä auki %Ln ehdotusta; ne jäävät ennalleen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No value is changed.</source>
        <translation>Yhtään tietoa ei muuteta.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln others</source>
        <translation>
            <numerusform>ja %Ln muu</numerusform>
            <numerusform>ja %Ln muuta</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep merged and archived rows in a file of their own</source>
        <translation>Säilytä yhdistetyt ja arkistoidut rivit omassa tiedostossaan</translation>
    </message>
    <message>
        <source>Cleaned file: {0}</source>
        <translation>Siistitty tiedosto: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns check what is typed into them</source>
        <translation>
            <numerusform>%Ln sarake tarkistaa, mitä siihen kirjoitetaan</numerusform>
            <numerusform>%Ln saraketta tarkistaa, mitä niihin kirjoitetaan</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei yhtään</translation>
    </message>
    <message>
        <source>Change log: {0}</source>
        <translation>Muutosloki: {0}</translation>
    </message>
    <message>
        <source>In the folder {0}</source>
        <translation>Kansiossa {0}</translation>
    </message>
</context>
<context>
    <name>SavedNotice</name>
    <message>
        <source>It is still open and now comes last.</source>
        <translation>Tämä on yhä auki ja tulee vastaan viimeisenä.</translation>
    </message>
    <message>
        <source>It is saved.</source>
        <translation>Muutos on tallessa.</translation>
    </message>
    <message>
        <source>Your choice is saved. It is not asked again unless the data changes.</source>
        <translation>Valintasi on tallessa. Sitä ei kysytä uudelleen, elleivät tiedot muutu.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Kumoa</translation>
    </message>
</context>
<context>
    <name>ScopeBox</name>
    <message>
        <source>Which rows are shown</source>
        <translation>Mitkä rivit näytetään</translation>
    </message>
    <message>
        <source>Rows that will be saved</source>
        <translation>Tallennettavat rivit</translation>
    </message>
    <message>
        <source>Changed rows</source>
        <translation>Muuttuneet rivit</translation>
    </message>
    <message>
        <source>Rows merged or archived</source>
        <translation>Yhdistetyt ja arkistoidut rivit</translation>
    </message>
    <message>
        <source>Rows added from lists</source>
        <translation>Listoista lisätyt rivit</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Asetukset</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Ohjelma</translation>
    </message>
    <message>
        <source>Your registers</source>
        <translation>Rekisterisi</translation>
    </message>
    <message>
        <source>Put the files of a saving into a folder of their own</source>
        <translation>Kokoa tallennuksen tiedostot omaan kansioonsa</translation>
    </message>
    <message>
        <source>Save the change log as an Excel workbook only</source>
        <translation>Tallenna muutosloki vain Excel-työkirjana</translation>
    </message>
    <message>
        <source>Keep merged and archived rows on a sheet of their own</source>
        <translation>Säilytä yhdistetyt ja arkistoidut rivit omalla välilehdellä</translation>
    </message>
    <message>
        <source>Save a CSV register as an Excel workbook</source>
        <translation>Tallenna CSV-rekisteri Excel-työkirjana</translation>
    </message>
    <message>
        <source>Excel drops the zeros in front of numbers in a CSV file; a workbook keeps them.</source>
        <translation>Excel pudottaa CSV-tiedoston numeroista alun nollat. Työkirjassa ne säilyvät.</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>Nimeä ei ole annettu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Värit</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekstin koko</translation>
    </message>
    <message>
        <source>A customer is passive after</source>
        <translation>Asiakas on passiivinen, kun on kulunut</translation>
    </message>
    <message>
        <source>Phone numbers are written</source>
        <translation>Puhelinnumerot kirjoitetaan</translation>
    </message>
    <message>
        <source>Dates are written</source>
        <translation>Päivämäärät kirjoitetaan</translation>
    </message>
    <message>
        <source>Saved files go</source>
        <translation>Tallennetut tiedostot menevät</translation>
    </message>
    <message>
        <source>Your name in the change log</source>
        <translation>Nimesi muutoslokissa</translation>
    </message>
    <message>
        <source>Your choices are kept</source>
        <translation>Valintasi säilytetään</translation>
    </message>
    <message>
        <source>As in the system</source>
        <translation>Kuten järjestelmässä</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Vaaleat</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tummat</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Suuri kontrasti</translation>
    </message>
    <message>
        <source>As most of them in the register</source>
        <translation>Kuten useimmat rekisterissä</translation>
    </message>
    <message>
        <source>Until you choose Forget</source>
        <translation>Kunnes valitset Unohda</translation>
    </message>
    <message numerus="yes">
        <source>%Ln years from the last visit</source>
        <translation>
            <numerusform>%Ln vuosi viime kerrasta</numerusform>
            <numerusform>%Ln vuotta viime kerrasta</numerusform>
        </translation>
    </message>
    <message>
        <source>Beside the original</source>
        <translation>Alkuperäisen viereen</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Valitse kansio…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln months</source>
        <translation>
            <numerusform>%Ln kk</numerusform>
            <numerusform>%Ln kk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln years</source>
        <translation>
            <numerusform>%Ln vuosi</numerusform>
            <numerusform>%Ln vuotta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SinceLastTimePage</name>
    <message>
        <source>Since last time</source>
        <translation>Viime kerrasta</translation>
    </message>
    <message>
        <source>Your earlier choices</source>
        <translation>Aiemmat valintasi</translation>
    </message>
    <message>
        <source>Go to the overview</source>
        <translation>Siirry yleiskuvaan</translation>
    </message>
    <message>
        <source>Your earlier choices hold where nothing has changed. Only what has changed is asked again.</source>
        <translation>Aiemmat valintasi pätevät niihin riveihin, jotka ovat ennallaan. Vain muuttuneista kysytään uudelleen.</translation>
    </message>
    <message>
        <source>The earlier version of the register is kept no more.</source>
        <translation>Rekisterin aiempaa versiota ei ole enää tallessa.</translation>
    </message>
    <message>
        <source>The register is being compared with its earlier version…</source>
        <translation>Rekisteriä verrataan sen aiempaan versioon…</translation>
    </message>
    <message numerus="yes">
        <source>new rows</source>
        <translation>
            <numerusform>uusi rivi</numerusform>
            <numerusform>uutta riviä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rows with other details than last time</source>
        <translation>
            <numerusform>rivi, jonka tiedot ovat muuttuneet</numerusform>
            <numerusform>riviä, joiden tiedot ovat muuttuneet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rows no longer in the file</source>
        <translation>
            <numerusform>rivi, jota ei enää ole tiedostossa</numerusform>
            <numerusform>riviä, joita ei enää ole tiedostossa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of the new and changed rows have something to decide</source>
        <translation>
            <numerusform>uudella tai muuttuneella rivillä on päätettävää</numerusform>
            <numerusform>uudella tai muuttuneella rivillä on päätettävää</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln choices hold and are not asked again.</source>
        <translation>
            <numerusform>%Ln valinta on voimassa, eikä sitä kysytä uudelleen.</numerusform>
            <numerusform>%Ln valintaa on voimassa, eikä niitä kysytä uudelleen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln choices no longer hold, so they are asked again where needed:</source>
        <translation>
            <numerusform>%Ln valinta ei enää päde, joten se kysytään tarvittaessa uudelleen:</numerusform>
            <numerusform>%Ln valintaa ei enää päde, joten ne kysytään tarvittaessa uudelleen:</numerusform>
        </translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>Näytä rivit</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rivi {0}</translation>
    </message>
    <message>
        <source>Rows of the earlier file that are no longer there</source>
        <translation>Aiemman tiedoston rivit, joita ei enää ole</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ja %Ln muu</numerusform>
            <numerusform>ja %Ln muuta</numerusform>
        </translation>
    </message>
    <message>
        <source>New rows</source>
        <translation>Uudet rivit</translation>
    </message>
    <message>
        <source>Rows with other details than last time</source>
        <translation>Rivit, joiden tiedot ovat muuttuneet</translation>
    </message>
    <message>
        <source>New and changed rows with something to decide</source>
        <translation>Uudet ja muuttuneet rivit, joilla on päätettävää</translation>
    </message>
</context>
<context>
    <name>StaleFilterBar</name>
    <message>
        <source>Only rows with: a name, a town…</source>
        <translation>Vain rivit, joissa on: nimi, postitoimipaikka…</translation>
    </message>
    <message>
        <source>Only rows with these words</source>
        <translation>Vain rivit, joissa on nämä sanat</translation>
    </message>
    <message>
        <source>Way of contact</source>
        <translation>Miten tavoittaa</translation>
    </message>
    <message>
        <source>Salesperson</source>
        <translation>Myyjä</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>Mitkä ensin</translation>
    </message>
    <message>
        <source>With a phone number</source>
        <translation>Puhelinnumero tiedossa</translation>
    </message>
    <message>
        <source>With an e-mail address</source>
        <translation>Sähköposti tiedossa</translation>
    </message>
    <message>
        <source>With a postal address</source>
        <translation>Postiosoite tiedossa</translation>
    </message>
    <message>
        <source>Any way of contact</source>
        <translation>Mikä tahansa yhteystieto</translation>
    </message>
    <message>
        <source>Every salesperson</source>
        <translation>Kaikki myyjät</translation>
    </message>
    <message>
        <source>Most purchases first</source>
        <translation>Eniten ostaneet ensin</translation>
    </message>
    <message>
        <source>Most in need of a check first</source>
        <translation>Eniten tarkistettavaa ensin</translation>
    </message>
</context>
<context>
    <name>StalePage</name>
    <message>
        <source>Rows to check</source>
        <translation>Tarkistettavat</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>Kannattaa tarkistaa</translation>
    </message>
    <message>
        <source>These details may be old; nothing says for sure that they are.</source>
        <translation>Nämä tiedot saattavat olla vanhentuneita, mutta varmaa se ei ole.</translation>
    </message>
    <message>
        <source>The rest may wait: go on to saving</source>
        <translation>Loput voivat odottaa: siirry tallennukseen</translation>
    </message>
    <message>
        <source>No rows are waiting to be checked.</source>
        <translation>Ei tarkistettavia rivejä.</translation>
    </message>
    <message>
        <source>Nothing in the register looks old, or you have already decided on every row.</source>
        <translation>Mikään tieto ei näytä vanhentuneelta, tai olet jo käsitellyt kaikki rivit.</translation>
    </message>
    <message>
        <source>Go on to saving</source>
        <translation>Siirry tallennukseen</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln most important one by one|I</source>
        <translation>
            <numerusform>Tärkein yksitellen|Y</numerusform>
            <numerusform>%Ln tärkeintä yksitellen|Y</numerusform>
        </translation>
    </message>
    <message>
        <source>Show rows|S</source>
        <translation>Näytä rivit|N</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln rivi</numerusform>
            <numerusform>%Ln riviä</numerusform>
        </translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rivi {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) stayed: an invoice, a contract or some other matter is open in them.</source>
        <translation>
            <numerusform>%Ln rivi jäi odottamaan: siinä on lasku, sopimus tai muu asia kesken. Päätä siitä erikseen.</numerusform>
            <numerusform>%Ln riviä jäi odottamaan: niissä on lasku, sopimus tai muu asia kesken. Päätä niistä yksi kerrallaan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaleRows</name>
    <message>
        <source>← All reasons</source>
        <translation>← Kaikki syyt</translation>
    </message>
    <message>
        <source>{0} of {1} rows included. Space leaves a row out; it stays as it is.</source>
        <translation>Mukana {0} / {1} riviä. Välilyönti jättää rivin pois; se pysyy ennallaan.</translation>
    </message>
</context>
<context>
    <name>StaleRowsModel</name>
    <message>
        <source>Included</source>
        <translation>Mukana</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rivi</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Asiakas</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Miksi</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Tiedot</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>File</source>
        <translation>Tiedosto</translation>
    </message>
    <message>
        <source>Drag your customer register here</source>
        <translation>Vedä asiakasrekisterisi tähän</translation>
    </message>
    <message>
        <source>An Excel or CSV file. The file stays on your computer and the original is not changed.</source>
        <translation>Excel- tai CSV-tiedosto. Tiedosto pysyy omalla koneellasi, eikä alkuperäistä muuteta.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Valitse tiedosto</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Kokeile esimerkkitiedostolla</translation>
    </message>
    <message>
        <source>Continue where you left off</source>
        <translation>Jatka siitä, mihin jäit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln rivi</numerusform>
            <numerusform>%Ln riviä</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} kept</source>
        <translation>tallessa {0}</translation>
    </message>
    <message>
        <source>How much the program keeps of this register on your computer</source>
        <translation>Kuinka paljon ohjelma säilyttää tästä rekisteristä koneellasi</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Unohda</translation>
    </message>
    <message>
        <source>Forget the register {0}</source>
        <translation>Unohda rekisteri {0}</translation>
    </message>
    <message>
        <source>It is open now. Open another register first.</source>
        <translation>Rekisteri on nyt auki. Avaa ensin toinen rekisteri.</translation>
    </message>
    <message>
        <source>Do the month</source>
        <translation>Tee kuukausi</translation>
    </message>
    <message>
        <source>Brings your choices along, accepts again what you have accepted as a whole each time before, and saves. Everything else waits for you.</source>
        <translation>Tuo valintasi mukaan, hyväksyy uudelleen sen, minkä olet joka kerta ennen hyväksynyt kokonaan, ja tallentaa. Kaikki muu odottaa sinua.</translation>
    </message>
    <message>
        <source>Every month…</source>
        <translation>Joka kuukausi…</translation>
    </message>
    <message>
        <source>The file is not in {0} any more. If it was moved, choose it again.</source>
        <translation>Tiedostoa ei enää ole kansiossa {0}. Jos se on siirretty, valitse se uudelleen.</translation>
    </message>
    <message>
        <source>The file has changed since it was last checked, {0}.</source>
        <translation>Tiedosto on muuttunut viime tarkistuksen jälkeen, {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln months since the last visit. A check is worth doing now.</source>
        <translation>
            <numerusform>Viime kerrasta on %Ln kuukausi. Nyt kannattaa tarkistaa.</numerusform>
            <numerusform>Viime kerrasta on %Ln kuukautta. Nyt kannattaa tarkistaa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %Ln rows fewer than then.</source>
        <translation>
            <numerusform>Siinä on %Ln rivi vähemmän kuin silloin.</numerusform>
            <numerusform>Siinä on %Ln riviä vähemmän kuin silloin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %Ln rows more than then.</source>
        <translation>
            <numerusform>Siinä on %Ln rivi enemmän kuin silloin.</numerusform>
            <numerusform>Siinä on %Ln riviä enemmän kuin silloin.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has as many rows as then.</source>
        <translation>Siinä on yhtä monta riviä kuin silloin.</translation>
    </message>
    <message>
        <source>Forget {0}? Your choices on it and the copies of it that the program keeps are erased for good. The register itself and the files you have saved stay where they are.</source>
        <translation>Unohdetaanko {0}? Siihen tekemäsi valinnat ja ohjelman siitä säilyttämät kopiot poistetaan pysyvästi. Itse rekisteri ja tallentamasi tiedostot jäävät paikoilleen.</translation>
    </message>
    <message>
        <source>These hold the customers’ details too. Delete them yourself if you need them no more:</source>
        <translation>Myös näissä on asiakkaiden tietoja. Poista ne itse, jos et enää tarvitse niitä:</translation>
    </message>
</context>
<context>
    <name>Sure</name>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
</context>
<context>
    <name>TakeAwayLists</name>
    <message>
        <source>Lists to take along</source>
        <translation>Mukaan otettavat listat</translation>
    </message>
    <message>
        <source>Not on the list: {0}</source>
        <translation>Ei listalla: {0}</translation>
    </message>
    <message>
        <source>Every row is on the list.</source>
        <translation>Kaikki rivit ovat listalla.</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Tallenna lista</translation>
    </message>
</context>
<context>
    <name>TakeOutBar</name>
    <message>
        <source>Put back</source>
        <translation>Ota takaisin</translation>
    </message>
    <message>
        <source>Not the same customer ×</source>
        <translation>Ei sama asiakas ×</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The way through</source>
        <translation>Näin edetään</translation>
    </message>
    <message>
        <source>From top to bottom. The number tells what is left; a tick, that a page is done.</source>
        <translation>Ylhäältä alas. Luku kertoo, mitä on jäljellä, ja merkki ✓, että sivu on valmis.</translation>
    </message>
    <message>
        <source>You decide</source>
        <translation>Sinä päätät</translation>
    </message>
    <message>
        <source>The program suggests and says why. Every choice is saved at once and can be taken back.</source>
        <translation>Ohjelma ehdottaa ja kertoo syyn. Jokainen valinta tallentuu heti, ja sen voi kumota.</translation>
    </message>
    <message>
        <source>A new file at the end</source>
        <translation>Lopuksi uusi tiedosto</translation>
    </message>
    <message>
        <source>Saving makes a cleaned file and a change log. Your own file is never changed.</source>
        <translation>Tallennus tekee siistityn tiedoston ja muutoslokin. Omaa tiedostoasi ei muuteta koskaan.</translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Ohita esittely</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Aloita</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Seuraava</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>Your register from visit to visit</source>
        <translation>Rekisterisi kerrasta toiseen</translation>
    </message>
    <message>
        <source>What was found on each visit, {0} – {1}, before anything was changed</source>
        <translation>Mitä kullakin kerralla löytyi, {0} – {1}, ennen muutoksia</translation>
    </message>
    <message>
        <source>The first two come about in entry, the others as time goes by.</source>
        <translation>Kaksi ensimmäistä syntyvät kirjatessa, muut ajan kuluessa.</translation>
    </message>
    <message>
        <source>duplicate groups</source>
        <translation>asiakkaita useaan kertaan</translation>
    </message>
    <message>
        <source>rows to check</source>
        <translation>tarkistettavia rivejä</translation>
    </message>
    <message>
        <source>wrong values</source>
        <translation>virheellisiä tietoja</translation>
    </message>
    <message>
        <source>out of reach</source>
        <translation>asiakkaita, joita ei tavoita</translation>
    </message>
</context>
<context>
    <name>ValueFilter</name>
    <message>
        <source>Find…</source>
        <translation>Etsi…</translation>
    </message>
    <message>
        <source>Find a content</source>
        <translation>Etsi tietoa</translation>
    </message>
    <message>
        <source>All of these</source>
        <translation>Kaikki nämä</translation>
    </message>
    <message>
        <source>Contents of the column</source>
        <translation>Sarakkeen tiedot</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>Näytä nämä</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Näytä kaikki rivit</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(tyhjä)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more: search to see them</source>
        <translation>
            <numerusform>ja %Ln muu: etsi se yltä</numerusform>
            <numerusform>ja %Ln muuta: etsi niitä yltä</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>Merge|M</source>
        <translation>Yhdistä|Y</translation>
    </message>
    <message numerus="yes">
        <source>Merge the %Ln ticked|M</source>
        <translation>
            <numerusform>Yhdistä valittu|Y</numerusform>
            <numerusform>Yhdistä %Ln valittua|Y</numerusform>
        </translation>
    </message>
    <message>
        <source>Different customers|D</source>
        <translation>Eri asiakkaat|E</translation>
    </message>
    <message>
        <source>Decide later|L</source>
        <translation>Päätän myöhemmin|M</translation>
    </message>
    <message>
        <source>How they belong together</source>
        <translation>Miten ne kuuluvat yhteen</translation>
    </message>
    <message>
        <source>This one needs a choice of its own. Press one of these: {0}</source>
        <translation>Tämä ei ole varma: valitse itse. Paina jotain näistä: {0}</translation>
    </message>
    <message>
        <source>same household</source>
        <translation>sama talous</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>toimipaikka</translation>
    </message>
    <message>
        <source>contact person</source>
        <translation>yhteyshenkilö</translation>
    </message>
    <message>
        <source>Related, keep both ({0})|R</source>
        <translation>Kuuluvat yhteen, pidä molemmat ({0})|P</translation>
    </message>
</context>
<context>
    <name>WhatFilesDialog</name>
    <message>
        <source>Files came in</source>
        <translation>Tiedostoja saapui</translation>
    </message>
    <message>
        <source>A list to be checked against a register</source>
        <translation>Lista, jota verrataan rekisteriin</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Jatka</translation>
    </message>
    <message>
        <source>Bounces or unsubscribes from a mailing program</source>
        <translation>Postitusohjelman palautuneet tai peruneet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message numerus="yes">
        <source>What are these %Ln file(s)?</source>
        <translation>
            <numerusform>Mikä tämä tiedosto on?</numerusform>
            <numerusform>Mitä nämä %Ln tiedostoa ovat?</numerusform>
        </translation>
    </message>
    <message>
        <source>You see which of its rows are already in the register. Neither file is changed.</source>
        <translation>Näet, mitkä listan riveistä ovat jo rekisterissä. Kumpaakaan tiedostoa ei muuteta.</translation>
    </message>
    <message>
        <source>You see whose messages came back and who opted out. Nobody is removed.</source>
        <translation>Näet, kenen viestit palautuivat ja kuka ne perui. Ketään ei poisteta.</translation>
    </message>
    <message>
        <source>It looks like a newer version of {0}. Your choices on that one hold here too.</source>
        <translation>Tämä näyttää uudemmalta versiolta rekisteristä {0}. Siihen tekemäsi valinnat pätevät tässäkin.</translation>
    </message>
    <message>
        <source>A list to be checked against {0}</source>
        <translation>Lista, jota verrataan rekisteriin {0}</translation>
    </message>
    <message>
        <source>A register to be worked on, or a newer version of one</source>
        <translation>Rekisteri, jota työstetään, tai sen uudempi versio</translation>
    </message>
    <message>
        <source>Registers, each to be worked on by itself</source>
        <translation>Rekistereitä, joista kutakin työstetään erikseen</translation>
    </message>
    <message>
        <source>It is opened here. What you have decided on the other register is kept.</source>
        <translation>Se avataan tähän. Toisessa rekisterissä tekemäsi valinnat säilyvät.</translation>
    </message>
    <message>
        <source>The first is opened here, the others in windows of their own.</source>
        <translation>Ensimmäinen avataan tähän, muut omiin ikkunoihinsa.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Rekisteri</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
</context>
</TS>
