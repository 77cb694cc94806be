"""The pairs every register has, each with the verdict a careful shopkeeper would give."""

from builders import keys
from tikissa.model.decision import Judgement, Sameness
from tikissa.model.matching import Relation

HOME = {"Osoite": "Koivutie 5 A 3", "Postinro": "33100", "Postitmp": "Tampere"}
ELSEWHERE = {"Osoite": "Satamakatu 88", "Postinro": "20100", "Postitmp": "Turku"}


def person(given: str, surname: str, **more: str) -> dict[str, str]:
    columns = {"phone": "Puhelin", "email": "Sähköposti", "born": "Syntynyt", "company": "Yritys", "id": "Y-tunnus"}
    return {"Etunimi": given, "Sukunimi": surname} | {columns.get(name, name): value for name, value in more.items()}


def test_jari_and_jani_lahtinen_at_one_address_are_two_people(verdict_on):
    verdict = verdict_on(person("Jari", "Lahtinen", **HOME), person("Jani", "Lahtinen", **HOME))
    assert not verdict.together
    assert verdict.relations == {Relation.HOUSEHOLD}


def test_matti_and_martti_virtanen_at_one_address_with_one_phone_are_two_people(verdict_on):
    phone = "0401234567"
    verdict = verdict_on(
        person("Matti", "Virtanen", phone=phone, **HOME), person("Martti", "Virtanen", phone=phone, **HOME)
    )
    assert not verdict.together
    assert verdict.relations == {Relation.HOUSEHOLD}


def test_rakennus_virtanen_oy_and_ky_are_two_companies(verdict_on):
    verdict = verdict_on({"Yritys": "Rakennus Virtanen Oy", **HOME}, {"Yritys": "Rakennus Virtanen Ky", **HOME})
    assert not verdict.together


def test_an_owners_oy_and_ky_with_one_phone_and_email_are_two_companies(verdict_on):
    owner = {"Yhteyshenkilö": "Jukka Mäki", "Puhelin": "0500123123", "Sähköposti": "jukka@example.com", **HOME}
    verdict = verdict_on({"Yritys": "Rakennus Mäki Oy", **owner}, {"Yritys": "Rakennus Mäki Ky", **owner})
    assert not verdict.together


def test_a_property_managers_clients_are_customers_of_their_own(verdict_on):
    manager = {"Yhteyshenkilö": "Isännöinti Leino", "Puhelin": "097654321", "Sähköposti": "leino@example.com"}
    verdict = verdict_on({"Yritys": "As Oy Talvitie 5", **manager}, {"Yritys": "As Oy Kesätie 9", **manager})
    assert not verdict.together
    assert Relation.NAMESAKE not in verdict.relations


def test_companies_whose_names_differ_by_a_number_are_two_companies(verdict_on):
    manager = {"Yhteyshenkilö": "Liisa Leino", "Puhelin": "097654321", "Postinro": "33100", "Postitmp": "Tampere"}
    verdict = verdict_on({"Yritys": "As Oy Talvitie 5", **manager}, {"Yritys": "As Oy Talvitie 6", **manager})
    assert not verdict.together


def test_a_renamed_company_with_its_business_id_is_proposed_but_not_safe(verdict_on):
    same = {"Yhteyshenkilö": "Timo Aho", "Puhelin": "068312345", "Y-tunnus": "0112038-9", **HOME}
    verdict = verdict_on({"Yritys": "Kokkolan Putki Oy", **same}, {"Yritys": "Pohjanmaan Lämpö Oy", **same})
    assert verdict.together
    assert not verdict.safe


def test_oy_astrom_ab_and_astrom_ab_are_one_company(verdict_on):
    verdict = verdict_on({"Yritys": "Oy Åström Ab", **HOME}, {"Yritys": "Åström Ab", **HOME})
    assert verdict.together


def test_an_initial_is_the_name_where_address_and_email_agree(verdict_on):
    email = "matti.virtanen@example.com"
    verdict = verdict_on(
        person("M.", "Virtanen", email=email, **HOME), person("Matti", "Virtanen", email=email, **HOME)
    )
    assert verdict.together


def test_swapped_names_are_the_same_name(verdict_on):
    phone = "0449876543"
    verdict = verdict_on(
        person("Virtanen", "Matti", phone=phone, **HOME), person("Matti", "Virtanen", phone=phone, **HOME)
    )
    assert verdict.together


def test_a_double_given_name_is_the_same_with_and_without_its_hyphen(verdict_on):
    phone = "+46 70 123 45 67"
    verdict = verdict_on(
        person("Anna-Maija", "von Wright", phone=phone, **HOME), person("Anna Maija", "von Wright", phone=phone, **HOME)
    )
    assert verdict.together


def test_a_married_name_with_the_same_email_and_phone_is_proposed_but_not_safe(verdict_on):
    same = {"email": "liisa.salo@example.com", "phone": "0509991112"}
    verdict = verdict_on(person("Liisa", "Salo", **same, **HOME), person("Liisa", "Salo-Aho", **same, **ELSEWHERE))
    assert verdict.together


def test_a_row_that_tells_the_former_name_is_never_safe_by_itself(verdict_on):
    same = {"email": "liisa@example.com", "phone": "0509991112"}
    verdict = verdict_on(person("Liisa", "Salo os. Aho", **same, **HOME), person("Liisa", "Aho", **same, **ELSEWHERE))
    assert verdict.together
    assert not verdict.safe


def test_spouses_with_one_phone_are_a_household(verdict_on):
    phone = "0407654321"
    verdict = verdict_on(person("Pekka", "Salo", phone=phone, **HOME), person("Leena", "Salo", phone=phone, **HOME))
    assert not verdict.together
    assert verdict.relations == {Relation.HOUSEHOLD}


def test_twins_with_their_parents_phone_and_email_are_two_people(verdict_on):
    home = {"Syntynyt": "1.2.2014", "Puhelin": "0401112223", "Sähköposti": "pekka.laine@example.com", **HOME}
    verdict = verdict_on(person("Emma", "Laine", **home), person("Eemil", "Laine", **home))
    assert not verdict.together
    assert verdict.relations == {Relation.HOUSEHOLD}


def test_foreign_postal_codes_with_letters_are_told_apart(verdict_on):
    verdict = verdict_on(
        person("John", "Smith", Postinro="SW1A 1AA", Postitmp="London", Osoite="1 High Street"),
        person("John", "Smith", Postinro="M1 1AE", Postitmp="Manchester", Osoite="55 Other Road"),
    )
    assert not verdict.together


def test_two_contacts_of_one_company_are_related(verdict_on):
    company = {"company": "Kiuru Konepaja Oy", "id": "2345678-9"}
    verdict = verdict_on(
        person("Timo", "Aho", email="timo.aho@kiuru.example", **company, **HOME),
        person("Eeva", "Laine", email="eeva.laine@kiuru.example", **company, **HOME),
    )
    assert not verdict.together
    assert Relation.CONTACT_PERSON in verdict.relations


def test_two_branches_of_one_company_are_related_and_never_safe(verdict_on):
    company = {"company": "Kiuru Konepaja Oy", "id": "2345678-9"}
    verdict = verdict_on(person("Timo", "Aho", **company, **HOME), person("Eeva", "Laine", **company, **ELSEWHERE))
    assert not verdict.together
    assert Relation.BRANCH in verdict.relations


def test_the_same_business_id_at_another_street_is_never_safe(verdict_on):
    company = {"company": "Kiuru Konepaja Oy", "id": "2345678-9", "phone": "0401112223"}
    verdict = verdict_on(person("Timo", "Aho", **company, **HOME), person("Timo", "Aho", **company, **ELSEWHERE))
    assert not verdict.safe


def test_a_company_in_a_street_of_one_name_in_another_town_is_never_safe(verdict_on):
    company = {"Yritys": "Kallion Kone Oy", "Puhelin": "040 7654321", "Osoite": "Asemakatu 87", "Postinro": "33100"}
    verdict = verdict_on(company, {**company, "Osoite": "Asemakatu 34", "Postinro": "90100"})
    assert not verdict.safe


def test_a_mother_and_her_daughter_with_one_phone_are_a_household(verdict_on):
    phone = "0402223334"
    verdict = verdict_on(person("Anna", "Mäkelä", phone=phone, **HOME), person("Maria", "Mäkelä", phone=phone, **HOME))
    assert not verdict.together
    assert verdict.relations == {Relation.HOUSEHOLD}


def test_a_father_and_a_son_of_one_name_are_told_apart_by_their_birth_dates(verdict_on):
    phone = "0403334445"
    verdict = verdict_on(
        person("Matti", "Virtanen", phone=phone, born="3.5.1950", **HOME),
        person("Matti", "Virtanen", phone=phone, born="21.9.1982", **HOME),
    )
    assert not verdict.together
    assert not verdict.safe


def test_a_father_and_a_son_of_one_name_are_not_safe_where_their_emails_differ(verdict_on):
    verdict = verdict_on(
        person("Matti", "Virtanen", email="matti.virtanen@example.com", **HOME),
        person("Matti", "Virtanen", email="mattiv82@example.org", **HOME),
    )
    assert not verdict.safe


def test_the_same_customer_twice_is_safe(verdict_on):
    row = person("Leena", "Koskinen", phone="0405556667", email="leena.koskinen@example.com", **HOME)
    verdict = verdict_on(row, row)
    assert verdict.together
    assert verdict.safe


def test_a_typing_error_beside_the_same_phone_and_email_is_the_same_customer(verdict_on):
    same = {"phone": "040 5556667", "email": "leena.koskinen@example.com"}
    verdict = verdict_on(person("Leena", "Koskinen", **same, **HOME), person("Lenea", "Koskinen", **same, **HOME))
    assert verdict.together


def test_a_nickname_at_the_same_address_and_phone_is_the_same_customer(verdict_on):
    phone = "0406667778"
    verdict = verdict_on(
        person("Aleksanteri", "Heikkinen", phone=phone, **HOME), person("Santeri", "Heikkinen", phone=phone, **HOME)
    )
    assert verdict.together


def test_two_of_one_common_name_in_two_towns_are_namesakes_at_most(verdict_on):
    verdict = verdict_on(
        person("Matti", "Virtanen", phone="0401110001", **HOME),
        person("Matti", "Virtanen", phone="0449876001", **ELSEWHERE),
    )
    assert not verdict.together


def test_a_phone_written_in_two_ways_is_one_phone(verdict_on):
    verdict = verdict_on(
        person("Ulla", "Aho", phone="+358 (0)40 777 8889", **HOME), person("Ulla", "Aho", phone="040-7778889", **HOME)
    )
    evidence = {weight.comparison: weight.level for c in verdict.matching.clusters for weight in c.evidence}
    assert verdict.together
    assert evidence["phone"] == "exact"


def test_what_the_user_called_different_is_never_one_customer(verdict_on):
    row = person("Leena", "Koskinen", phone="0405556667", email="leena.koskinen@example.com", **HOME)
    first = verdict_on(row, row).first
    judgement = _judgement(first, Sameness.DIFFERENT)
    assert not verdict_on(row, row, judgements=(judgement,)).together


def test_what_the_user_called_the_same_is_one_customer(verdict_on):
    rows = person("Leena", "Koskinen", **HOME), person("Pirkko", "Aaltonen", **ELSEWHERE)
    first = verdict_on(*rows).first
    judgement = _judgement(first, Sameness.SAME)
    assert verdict_on(*rows, judgements=(judgement,)).together


def _judgement(first: int, sameness: Sameness) -> Judgement:
    names = keys(first + 2)
    return Judgement(names[first], names[first + 1], sameness)


def test_what_the_user_called_related_is_listed_with_that_relation(verdict_on):
    rows = person("Leena", "Koskinen", **HOME), person("Pirkko", "Aaltonen", **ELSEWHERE)
    names = keys(verdict_on(*rows).first + 2).keys[-2:]
    judgement = Judgement(names[0], names[1], Sameness.RELATED, Relation.CONTACT_PERSON)
    assert verdict_on(*rows, judgements=(judgement,)).relations == {Relation.CONTACT_PERSON}


def test_a_person_and_a_company_at_one_address_with_one_phone_are_two_customers(verdict_on):
    phone = "0408889990"
    verdict = verdict_on(
        person("Matti", "Aho", phone=phone, **HOME), {"Yritys": "Rakennus Aho Oy", "Puhelin": phone, **HOME}
    )
    assert not verdict.together


def test_a_father_and_a_son_who_say_so_are_told_apart(verdict_on):
    phone = "0403334445"
    verdict = verdict_on(
        person("Matti", "Virtanen vanhempi", phone=phone, **HOME), person("Matti", "Virtanen jr.", phone=phone, **HOME)
    )
    assert not verdict.together


def test_one_row_of_two_that_says_younger_is_not_safe(verdict_on):
    phone = "0403334445"
    verdict = verdict_on(
        person("Matti", "Virtanen", phone=phone, **HOME), person("Matti", "Virtanen d.y.", phone=phone, **HOME)
    )
    assert not verdict.safe


def test_a_row_that_could_be_the_father_or_the_son_is_not_safe(verdict_on):
    phone = "0403334445"
    verdict = verdict_on(
        person("Matti", "Virtanen", phone=phone, born="3.5.1950", **HOME),
        person("Matti", "Virtanen", phone=phone, born="21.9.1982", **HOME),
        person("Matti", "Virtanen", phone=phone, **HOME),
    )
    assert not verdict.safe


def test_younger_and_junior_say_the_same(verdict_on):
    mail = {"phone": "0403334445", "email": "matti.virtanen80@example.fi"}
    verdict = verdict_on(
        person("Matti", "Virtanen nuorempi", **mail, **HOME), person("Matti", "Virtanen Jr", **mail, **HOME)
    )
    assert verdict.together
