"""Decision records that tests begin from."""

from dataclasses import replace
from datetime import date

from assessment.domain.activity import Operation, Situation
from assessment.domain.delivery import Known, Outage
from assessment.domain.way import Act, Office, Security, Way, WayFacts

COMPLETE = WayFacts(
    activity_id="vatten",
    operation=Operation.PROCURED,
    identified=Known.YES,
    why="Utan vatten stannar allt.",
    adopted="KS 2026/12",
    need="Rent vatten till alla.",
    outage=Outage.DAY,
    situations=frozenset({Situation.WAR}),
    handover=Known.YES,
    ground="Ingen myndighetsutövning.",
    security=Security.NOT_CONCERNED,
    security_on=date(2026, 9, 1),
    options=frozenset({Way.OWN, Way.PROCUREMENT}),
    effects={Way.OWN: "Egen reserv.", Way.PROCUREMENT: "Delad reserv."},
    act=Act.LOU,
    secrecy="Öppet, utom bilaga.",
    conditions="Krav på reserv.",
    money="Två tjänster.",
    transition="Sex månader överlapp.",
    exit_plan="Tas tillbaka på ett år.",
    follow_up="Kvartalsvis till nämnden.",
    offices=frozenset(Office),
    dissent="Inga.",
    chosen=Way.PROCUREMENT,
    motive="Flera oberoende utförare.",
    risk="Kort avbrott vid byte.",
    risk_owner="Nämnden",
    review_on=date(2028, 1, 1),
    triggers="Byte av utförare.",
    communication="Personalen, öppet.",
    responsibility="Nämnden ansvarar.",
)
OWN = replace(COMPLETE, chosen=Way.OWN, motive="Kan styras i kris.")
