"""Synonyms: words that news prose often uses for one another, in English."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_GROUPS = """
say said state announce declare remark note mention comment tell told report claim add
claim allege assert contend maintain argue
emphasize emphasise stress underline underscore highlight
predict forecast expect foresee foresaw project anticipate
show shown showed reveal indicate suggest demonstrate
explain clarify describe
point indicate
begin began begun start launch open commence
end finish conclude complete close
stop halt cease suspend
kill murder slay slain
die dead death
injure wound hurt
attack assault strike struck raid
fight fought battle combat war conflict clash
soldier troop military army force
policeman police officer
talk discussion negotiation conversation dialogue
discuss negotiate talk
meet met meeting conference session summit
accord agreement deal pact treaty convention
law legislation regulation rule
plan project scheme program programme
help aid assist assistance support relief
support back backing endorse
buy bought purchase acquire
sell sold sale
trade commerce business
company firm enterprise corporation business
factory plant mill
increase rise rose risen grow grew grown growth raise climb
decrease decline fall fell fallen drop reduce reduction cut lower diminish
big large huge great major enormous massive vast
small little tiny minor
important major key significant crucial vital essential
new recent latest fresh novel
old former previous past ex
many numerous several various
people person citizen resident inhabitant
man men male
woman women female
child children kid youngster
young youth youngster
worker employee staff laborer labourer
leader head chief boss
official authority
country nation state
government administration cabinet
parliament assembly congress legislature
reporter journalist correspondent
paper newspaper daily
film movie picture
car vehicle automobile auto
plane aircraft jet airliner
ship vessel boat
house home residence dwelling
building structure
city town
area region zone district territory
border frontier
money fund cash
income revenue earnings
tax duty levy
product goods item commodity
production output manufacture
make made produce manufacture create
build built construct construction erect
get got obtain receive gain acquire
give gave given provide supply offer grant
take took taken seize capture grab
arrest detain detention apprehend
jail prison imprison gaol
court tribunal
crime offence offense
accuse charge blame
deny reject refuse refusal
agree accept approve approval consent
ask request demand urge call appeal
allow permit let
ban prohibit forbid outlaw bar
order instruct command
try attempt seek sought
want wish hope desire
think thought believe consider feel felt
know knew known understand understood
happen occur
cause reason
result outcome consequence
because since due
but however although though yet
while when whereas during as
after following
before previous prior
about around approximately nearly almost roughly
more over above
also too moreover furthermore
if once whether
still remain
stay remain
leave left depart departure
arrive arrival come came reach
go went gone travel move
visit trip tour
live reside dwell
work job employment
use utilize utilise employ apply
change alter shift modify
improve improvement enhance better strengthen reinforce
keep kept maintain retain preserve
protect protection defend safeguard
develop development growth
problem issue matter question
difficult hard tough
danger risk threat
fear worry concern
safe safety secure security
test trial experiment
research study survey
scientist researcher expert specialist
school academy college
student pupil
doctor physician
illness disease sickness
medicine drug
win won victory triumph
lose lost defeat loss
game match contest competition
player athlete
team squad side
opponent rival
election vote poll ballot
choose chose chosen elect select pick
represent delegate
promise pledge vow
warn warning caution
criticize criticise criticism condemn denounce
praise commend laud
sorry regret
anger fury rage angry furious
happy glad pleased
sad tragic
complete full total entire whole
fast quick rapid swift
now currently presently nowadays today
soon shortly
often frequently
very extremely highly
main chief principal
clear obvious evident
different various
same identical
similar alike
special particular specific
certain definite
traditional classic conventional
modern contemporary
foreign overseas abroad external
domestic internal home
joint common mutual
near close
incident event accident
disaster catastrophe calamity
part portion share
amount quantity sum volume
number figure
place location site
way method manner means mode
goal aim purpose objective target
idea concept notion view opinion
answer reply respond response
letter mail
speech address
power authority strength
energy fuel
oil petroleum
weapon arm
bomb explosive blast explosion
fire blaze
land soil ground
continue proceed carry
join participate
influence impact effect affect
solve resolve settle
find found discover
see saw seen watch view observe
look seem appear
need require necessary
teach taught instruct
learn study
write wrote written
send sent dispatch
bring brought carry
hold held keep
set establish
spend spent expend
pay paid payment
rich wealthy affluent
poor needy
tool instrument implement device
intrinsic inherent
advance progress
aspect respect dimension
pattern model mode
free liberate release
ensure guarantee assure
talent skill ability
seriously gravely badly critically heavily
immediately promptly instantly
television tv
"""


_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ied", "y"), ("ing", ""),
    ("ing", "e"), ("ly", ""), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"),
    ("ment", ""), ("ments", ""), ("ation", ""), ("ation", "e"), ("ion", ""), ("ion", "e"),
)  # fmt: skip
_REMEMBERED = 1 << 16  # words whose groups are kept: more than a comparison has
_LEAST = 3  # letters that must be left where an ending is taken off


@lru_cache(_REMEMBERED)
def meanings(word: str) -> frozenset[int]:
    """Return the groups a folded English word is in; two words that share one may say the same.

    Regular endings are taken off.
    """
    groups = _groups()
    if word in groups:
        return groups[word]
    bases = (
        base
        for ending, instead in _ENDINGS
        if word.endswith(ending)
        for base in _bases(word.removesuffix(ending), instead)
    )
    return next((groups[base] for base in bases if base in groups), frozenset())


def _bases(rest: str, instead: str) -> tuple[str, ...]:
    """Return what may have had an ending: "stop" too, where "stopp" is left of "stopped"."""
    if len(rest) < _LEAST:
        return ()
    return (rest + instead, rest[:-1]) if rest[-1] == rest[-2] else (rest + instead,)


@cache
def _groups() -> Mapping[str, frozenset[int]]:
    places: dict[str, set[int]] = {}
    for number, line in enumerate(_GROUPS.strip().split("\n")):
        for word in line.split():
            places.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in places.items()}
