"""Lists what a story should not tell of one person without need: health, special education, the law, hardship at home.

A word counts where its sentence speaks of a person, "his father is in prison", and not where it speaks of a school or a country.
"""

import re

from press.checks.phrase_tables import any_of
from press.checks.telltales import Telltale

_KIN = r"(?:step|grand|foster )?(?:mother|mom|father|dad|brother|sister|son|daughter|parent|uncle|aunt|cousin|baby|grandma)s?"
# One person, and not all: "a student", "his", a name before a verb.
_ONE = (
    r"\b(?:he|she|they(?:’d| were| had| got)|him|her|his|hers|himself|herself|he’s|she’s|he’d|she’d|who|whose|somebody|someone"
    r"|(?:a|an|the|my|our|one|that|this|his|her|their|another|some|own|oldest|youngest|new|only) (?:[\w-]{1,40} ){0,2}?"
    r"(?:student|pupil|child|kid|boy|girl|(?:\w{1,40}-)?grader|teenager|teen|senior|freshman|colleague|teacher|friend|family|mother"
    r"|mom|father"
    r"|dad|parent|brother|sister|son|daughter)(?:’s)?"
    rf"|one of (?:my|our|the) \w{{1,40}}|{_KIN}(?:’s)?)\b"
)
_NEAR = re.compile(_ONE, re.I)


# Of a phrase with one of these, another word is what spares most texts the pattern.
_COMMON = any_of(
    "their his her was in on the out off at up so group without left behind came away hearing marks sheet tried doing living "
    "time took of cut"
)


def _listed(what: str, mend: str, phrases: str) -> Telltale:
    """A telltale that is a list of words and phrases; a hyphen in a phrase stands for a space too."""
    listed = sorted(phrases.split(), reverse=True)
    either = "|".join(phrase.replace("-", "[- ]") for phrase in listed)
    hints = frozenset(
        max(phrase.split("-"), key=lambda word: (word.isalnum(), word not in _COMMON, len(word))) for phrase in listed
    )
    return Telltale(what, mend, re.compile(rf"\b(?:{either})\b", re.I), (hints,), near=_NEAR)


_HEALTH = "Leave it out, unless the story needs it and the person agreed."
_LAW = "Make sure that nobody can tell which student is meant."
CIRCUMSTANCES = (
    _listed(
        "A word of health or diagnosis", _HEALTH,
        "inpatient outpatient epipen cochlear prosthetic braille nonverbal non-verbal stimming meltdowns tics bedwetting "
        "diaper diapers soiled lice hepatitis due-date ultrasound morning-sickness throwing-up purging starving narcan sober "
        "stoned safety-plan not-eating black-eye bandage bandages leg-brace oxygen-tank pacemaker transfusion heart-condition "
        "brain-tumor in-a-coma on-dialysis sickle special-diet flashbacks ptsd paranoid delusions manic psychosis "
        "on-the-spectrum hard-of-hearing visually-impaired low-vision limp ivf mammogram biopsy oncologist remission "
        "parkinson’s alzheimer’s crohn’s celiac migraines heart-surgery open-heart wanted-to-die want-to-die kill-myself "
        "end-his-life end-her-life using-again back-to-using crack heroin meth opioids opioid fentanyl cocaine drugs relapse "
        "was-expecting is-expecting drinks wet-herself wet-himself peed lost-the-baby lost-a-baby bulimic crutches nightmares "
        "passed-out abortion addict behavior-unit bruise bruised bruises brain-injury burn-marks coma cut-marks detox "
        "feeding-tube hearing-voices kill-herself kill-himself killing-herself killing-himself legally-blind lost-her-baby "
        "meds pills psych scars smelled-of-alcohol smelled-of-smoke smelled-of-weed stillborn stutter suicide-attempt "
        "tried-to-die vape weed in-the-hospital addicted addiction adhd alcoholic allergy anorexia anorexic anxiety "
        "anxiety-disorder asperger aspergers asthma autism autistic bipolar blind bulimia cancer cerebral-palsy chemo "
        "chemotherapy concussion counseling cutting cut-himself cut-herself deaf dementia depressed depression diabetes "
        "diabetic diagnosed diagnoses diagnosis dialysis down-syndrome drinking-again drinking drunk dying dyscalculia "
        "dyslexia dyslexic eating-disorder emergency-room epilepsy epileptic had-a-baby harmed-herself harmed-himself "
        "harming-herself harming-himself hearing-aid hearing-aids heart-attack hospice hospital hospitalized hurt-herself "
        "hurt-himself hurting-herself hurting-himself inhaler insulin intensive-care kidney leukemia lupus mastectomy "
        "medicated medication medications mental-health miscarriage miscarried nervous-breakdown ocd overdose overdosed "
        "panic-attack panic-attacks postpartum pregnancy pregnant psychiatric psychiatrist psych-ward ptsd rehab relapsed "
        "schizophrenia schizophrenic seizure seizures self-harm self-harmed self-harming sickle-cell sobriety stroke suicidal "
        "suicide surgery terminal therapist therapists therapy took-pills took-her-own-life took-his-own-life tourette "
        "transplant trauma tumor wheelchair",
    ),
    _listed(
        "A word of special education or a support plan", "Leave it out, or say it of the school and not of a student.",
        "one-on-one-aide life-skills-class pull-out pulled-out-for speech-therapist occupational-therapy "
        "occupational-therapist accommodations resource-teacher behavior-chart nonreader was-held-back been-held-back 504 504s "
        "behavior-plan iep ieps individualized-education resource-room self-contained sped special-education special-ed "
        "speech-therapy",
    ),
    _listed(
        "A word of discipline or the law", _LAW,
        "her-status his-status their-status her-papers his-papers their-papers her-immigration his-immigration overstayed "
        "unaccompanied detention-center border-crossing picked-up-by written-up wrote-her-up wrote-him-up truant truancy "
        "shoplifting stealing vandalism dealing-drugs dealing-weed selling-drugs selling-weed served-time house-arrest "
        "in-handcuffs court-ordered custody-hearing custody-battle in-school-suspension out-of-school-suspension fistfight "
        "did-time alternative-school refugee felony misdemeanor convicted warrant parole-officer probation-officer stole-from "
        "had-a-knife had-a-gun brought-a-gun brought-a-knife in-cuffs taken-into-custody kicked-out-of-school ankle-bracelet "
        "ankle-monitor arrest arrested arrests asylum asylum-hearing bail behind-bars border-patrol citizenship-status "
        "court-date court-hearing crossed-the-border custody deportation deportation-hearing deported detained detention "
        "detentions discipline-referral discipline-referrals discipline-hearing discipline-record expelled expulsion "
        "expulsions green-card handcuffed handcuffs immigration-court immigration-hearing immigration-status in-court "
        "incarcerated incarceration jail jailed juvenile juvie locked-up office-referral office-referrals parole prison "
        "probation raided rap-sheet refugee-camp restrained restraining-order sentenced stabbed suspended suspension "
        "suspensions serving-time serving-ten serving-life doing-time smuggled trafficked undocumented visa without-papers "
        "no-papers",
    ),
    _listed(
        "A word of hardship or loss at home", _HEALTH,
        "evicting water-shut-off heat-shut-off power-shut-off lights-went-out power-was-off heat-was-off water-was-off "
        "turned-off-their in-the-car out-of-their-car no-bed on-the-floor-at slept-on sleeping-on bankrupt section-8 medicaid "
        "welfare on-disability walked-out-on remarried stepfather mom’s-boyfriend mother’s-boyfriend with-a-belt was-adopted "
        "been-adopted adopted-from his-adoption her-adoption biological-mother biological-father birth-mother birth-father "
        "overdosed-and grandmother-was-raising parents-separated had-separated parents-were-separated widow widowed bisexual "
        "two-moms two-dads transitioning his-pronouns her-pronouns their-pronouns deadname free-lunch unemployed "
        "lost-his-brother lost-her-brother lost-his-sister lost-her-sister lost-his-grandmother lost-her-grandmother shot-in "
        "shot-at shot-dead shooting-of stabbing behind-on-rent behind-on-the-rent couldn’t-pay no-food nothing-to-eat in-a-van "
        "in-a-tent in-a-garage in-a-camper in-their-van in-their-truck out-of-a-van out-of-a-car ebt repossessed guardian "
        "ward-of-the-state touched-her touched-him outed removed-from passed-last passed-the-winter passed-in passed-that "
        "passed-when hadn’t-eaten no-heat no-electricity raised-by split-up beaten-up jumped-by been-shot gunshot gunfire "
        "bullet taken-from-his taken-from-her abandoned abuse dad-left father-left mother-left divorcing separating "
        "lost-the-house lost-their-house lost-their-home lost-the-apartment lost-their-apartment slept-in power-was-cut "
        "lights-were-cut water-was-shut raising-her raising-his scared-to-go-home afraid-to-go-home stepdad abused abuses "
        "abusing abusive assaulted beat-her beat-him beaten buried burned-down caseworker came-out child-protective "
        "couch-surfing couch-surfed dead-father dead-mother died divorce divorced domestic-violence doubled-up eviction "
        "evicted foreclosed food-bank food-pantry food-stamps foster-brother foster-care foster-child foster-dad foster-family "
        "foster-father foster-home foster-homes foster-kid foster-mom foster-mother foster-parent foster-parents "
        "foster-placement foster-sister funeral gang gay got-shot group-home group-homes hit-her hit-him homeless hungry "
        "in-a-car in-a-motel in-a-shelter in-their-car kicked-her-out kicked-him-out killed laid-off lesbian living-in-a-car "
        "lost-her-father lost-her-job lost-her-mother lost-her-mom lost-her-dad lost-his-father lost-his-job lost-his-mother "
        "lost-his-mom lost-his-dad miscarried molested motel murdered neglect neglected nonbinary orphan orphaned passed-away "
        "queer raped ran-away runaway shelter sleeping-in shot-and social-worker stalked transgender trans unhoused was-shot "
        "wic",
    ),
    Telltale(
        "A word of hardship or loss at home", _HEALTH,
        re.compile(
            r"\b(?:ICE|CPS|DCS|DCF|DHS|HIV|AIDS|DACA|TPS|ICU|NICU|SSI)\b"
        ),
        (any_of("ICE CPS DCS DCF DHS HIV AIDS DACA TPS ICU NICU SSI"),),
        near=re.compile(rf"{_ONE}|\b(?:[A-Z]\w{{1,40}}’s|[Hh]is|[Hh]er|[Ss]he|[Hh]e|[Mm]y|[Tt]he)\b"),
    ),
    Telltale(
        "A word of hardship or loss at home", _HEALTH,
        re.compile(
            r"\b[A-Z][\w’-]{1,40}(?:’s)? (?:\w{1,40} )?(?:mother|mom|father|dad|brother|sister|son|daughter|grandmother|uncle"
            r"|cousin)? ?(?:\w{1,40} ){0,2}?"
            r"(?:died|(?:is|was|had been|been) (?:in|sent to|taken to) (?:jail|prison|the hospital|foster care|juvie|rehab))\b"
            r"|\b(?:hit|hits|beats?|hurts?|touched|threatened) (?:him|her)\b(?! (?:with|up with|at))"
        ),
        (any_of("died jail prison hospital care juvie rehab hit hits beat beats hurt hurts touched threatened"),),
    ),
)  # fmt: skip
