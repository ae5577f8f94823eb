## Sidene

overview-title = Oversikt
overview-reached = { $reached ->
        [0] Ingen av { $all } mål er nådd
       *[other] { $reached } av { $all } mål er nådd
    }
overview-off = { $count ->
        [one] ett er ikke på vei
       *[other] { $count } er ikke på vei
    }
overview-not-judged = { $count ->
        [one] ett kan ikke vurderes ennå
       *[other] { $count } kan ikke vurderes ennå
    }
goals-title = Mål
goals-lead = { $place }: målene, tallene og hvor sikre de er.
municipality-title = Kommune
municipality-lead = { $place } ved siden av de andre. Dette er ingen rangering: tallene har usikkerhet.
municipality-lead-all = Kommunene ved siden av hverandre. Velg en kommune, så løftes den fram. Dette er ingen rangering.
municipality-over-time = Deltakere over tid
attendance-title = Oppmøte
attendance-lead = Kommer folk, hvor, og til hva slags tilbud? Her er { $place }.
attendance-by-level = Oppmøte etter tilbudsform
attendance-grid = Deltakere etter tilbudsform og tjeneste
attendance-by-service = Oppmøte etter tjeneste
referrals-title = Inn
referrals-lead = Hvem finner veien inn, hvor fra, og hvor lenge venter de? Her er { $place }.
referrals-by-source = Henvist fra
concerts-over-time = Konserter over tid
concerts-by-place = Konserter per kommune
upload-title = Tall inn
upload-lead = Slipp Excel-filene her. Ingenting lagres før du har sett hva som vil skje.
quality-title = Leveranser og kvalitet
quality-lead = Hva som er kommet inn, hvor ferskt det er, og hva som var galt.
about-title = Om tallene
about-lead = Hva hvert tall betyr, hvorfor noen ikke vises, og hva skjulingen ikke beskytter mot.

## Tomt

empty-title = Her er det ingen tall ennå
empty-text =
    Last opp månedens filer, så kommer tallene. Har du ingen fil, finner du en mal på siden Tall inn.
    Vil du bare se hvordan det blir, kan den som driver Samspill starte en prøveversjon med oppdiktede tall.
empty-upload = Gå til opplasting
unclosed-title = Tallene er ikke publisert ennå
unclosed-text = Radene er lastet opp. Gå til siden Tall inn og publiser periodene som er ferdige, så vises tallene her.
overview-on-track = { $count ->
        [one] ett er på vei
       *[other] { $count } er på vei
    }
overview-unsure = { $count ->
        [one] ett er usikkert
       *[other] { $count } er usikre
    }
community-title = I samfunnet
community-lead = Hva som er spilt, for hvem, og hva tjenesten gjør for andre enn deltakerne: { $place }.
community-activities = Formidling, veiledning og rådgivning
help-title = Hjelp
help-lead = En kort veiledning for deg som samler inn tallene, leder eller skriver referat.
