"""Lists what a story should not tell of one person without need: health, special education, the law, hardship at home.

A word counts where its sentence speaks of a person, "his father is in prison", and not where it speaks of a school or a country.
"""

import re

from press.checks.phrase_tables import any_of
from press.checks.telltales import Telltale

_KIN = r"(?:step|grand|foster )?(?:mother|mom|father|dad|brother|sister|son|daughter|parent|uncle|aunt|cousin|baby|grandma)s?"
# One person, and not all: "a student", "his", a name before a verb.
_ONE = (
    r"\b(?:he|she"
    r"|they(?:’d| were| had| got| didn’t| don’t| have| lost| are| took)|I(?:’m|’d|’ve| am| was| had| have| found| saw"
    r"| noticed)|of mine|[Tt]heir (?:water|lights|power|heat|gas|electricity|house|home|apartment|car|trailer)|me|him|her"
    r"|his|hers|himself|herself|he’s|she’s|he’d|she’d|who|whose|somebody|someone"
    r"|(?:a|an|the|my|our|one|that|this|his|her|their|another|some|own|oldest|youngest|new|only) (?:[\w-]{1,40} ){0,2}?"
    r"(?:student|pupil|child|kid|boy|girl|teammate|classmate|newcomer|aide|coach|principal|para|neighbor|roommate|twin|one"
    r"|stepdad|stepmom|grandmother|grandfather|grandma|grandpa|aunt|uncle|cousin|(?:\w{1,40}-)?grader|teenager|teen|senior"
    r"|freshman|colleague|teacher|friend|family|mother"
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
    return Telltale(
        what, mend, re.compile(rf"\b(?<!to-)(?:{either})\b(?! (?:hand|hands|hopes|voice)\b)", re.I), (hints,), near=_NEAR
    )


_HEALTH = "Leave it out, unless the story needs it and the person agreed."
_LAW = "Make sure that nobody can tell which student is meant."
CIRCUMSTANCES = (
    _listed(
        "A word of health or diagnosis", _HEALTH,
        "a-blade a-lump a-pad a-procedure aa-meeting aa-meetings abortion adderall addict addicted addiction adhd "
        "agoraphobia aids alcoholic allergy alzheimer’s amputated amputation an-operation anaphylaxis anemic aneurysm "
        "anorexia anorexic antidepressant antidepressants anxiety anxiety-disorder asperger aspergers asthma autism "
        "autistic back-brace back-to-using bandage bandaged bandages bedbugs bedwetting beginning-to-show behavior-unit "
        "behavioral-health benign binge biopsy bipolar black-eye blackout blades bleeding blind blind-in blood-sugar "
        "bottle-in bottle-of-pills braces-on-her-legs braces-on-his-legs braille brain-injury brain-tumor breast-milk "
        "bruise bruised bruises bulimia bulimic burn-marks burn-on burned-herself burned-himself burns-on "
        "came-to-school-high cancer carrying-a-baby cataracts catheter celiac cerebral-palsy chemo chemotherapy chlamydia "
        "clean-for cleft cocaine cochlear collapsed colostomy coma concussion concussions counseling covid crack crohn’s "
        "crossed-the-desert crutches cut-herself cut-himself cut-marks cuts-across cuts-along cuts-down cuts-in-her "
        "cuts-in-his cuts-on cuts-up cutting cystic-fibrosis deaf deaf-in delusions dementia depressed depression detox "
        "diabetes diabetic diagnosed diagnoses diagnosis dialysis diaper diapers didnt-want-to-be didn’t-want-to-be "
        "didn’t-want-to-live died-of doesn’t-want-to-live donor double-mastectomy down-syndrome drinking drinking-again "
        "drinks drugs drunk drunk-again due-date due-in dying dyscalculia dyslexia dyslexic eating-disorder eczema "
        "emergency-room empty-bottles end-her-life end-his-life end-it-all ended-her-life ended-his-life endometriosis "
        "epi-pen epilepsy epileptic epipen eyes-were-red fainted fainting faints feeding-tube fentanyl fetal-alcohol "
        "fibromyalgia flashbacks flask found-a-lump gets-clean glass-eye glass-of-vodka glucose going-blind goodbye-note "
        "got-clean got-her-period guide-dog had-a-baby hallucinating hallucinations hang-herself hang-himself "
        "hanged-herself hanged-himself hard-of-hearing harmed-herself harmed-himself harming-herself harming-himself "
        "having-a-baby heard-voices hearing-aid hearing-aids hearing-loss hearing-voices hears-voices heart-attack "
        "heart-condition heart-surgery hepatitis heroin hiv-positive hospice hospital hospital-bracelet hospitalized "
        "hotline hung-herself hung-himself hungover hurt-herself hurt-himself hurting-herself hurting-himself in-a-cast "
        "in-a-coma in-a-sling in-recovery in-the-hospital in-treatment incontinence infection infusion inhaler inpatient "
        "institutionalized insulin insulin-pump intensive-care is-expecting ivf jumped-off kidney kidney-transplant "
        "kill-herself kill-himself kill-myself killing-herself killing-himself ladders-of laxatives lead-poisoning "
        "leg-brace leg-braces legally-blind leukemia lice limp liquor lithium losing-her-hair losing-her-sight "
        "losing-his-hair losing-his-sight lost-a-baby lost-her-baby lost-her-hair lost-his-hair lost-the-baby low-vision "
        "lupus lyme malignant malnourished mammogram manic mastectomy measles medicated medication medications medicine "
        "meds meltdowns meningitis menopause mental-health meth meth-lab migraines miscarriage miscarried miscarry "
        "morning-after morning-sick morning-sickness muscular-dystrophy narcan nebulizer neck-brace needle needles "
        "nervous-breakdown nightmares non-verbal nonverbal noose nosebleeds not-eating not-want-to-be nursing-mother "
        "obese ocd of-cuts off-her-meds off-his-meds on-dialysis on-the-spectrum on-watch oncologist open-heart "
        "operated-on opioid opioids outpatient overdose overdosed overdosing oxygen-tank pacemaker palsy panic-attack "
        "panic-attacks panic-disorder paranoid parkinson’s passed-out peed pills plastic-bracelet polio postpartum "
        "pregnancy pregnancy-test pregnant pregnant-again prosthesis prosthetic prozac psoriasis psych psych-unit "
        "psych-ward psychiatric psychiatrist psychosis ptsd pulled-out-her-hair pulling-out-her-hair purge purged purging "
        "quit-drinking rape raped-by rash razor razors red-eyes reeked reeked-of rehab relapse relapsed remission "
        "residential-treatment ringworm ritalin rocking-back safety-plan saw-things scabies scars schizophrenia "
        "schizophrenic scoliosis scratching-herself scratching-himself seizes seizing seizure seizures self-harm "
        "self-harmed self-harming self-medicating sepsis service-dog shaved-her-head sick-with sickle sickle-cell "
        "sleeping-pills slit-her slit-his smelled-like-weed smelled-of-alcohol smelled-of-smoke smelled-of-weed sober "
        "sobriety soiled soiled-herself soiled-himself soiling special-diet specialist spina-bifida stage-four "
        "stage-three started-showing starving std stillbirth stillborn stimming stims stitches stoned stopped-drinking "
        "stopped-eating stopped-taking stroke stutter suicidal suicide suicide-attempt suicide-note surgeries surgery "
        "surgery-scar swallowed-a swallowed-pills takes-a-pill tb tbi terminal the-clinic therapist therapists therapy "
        "threw-up-after throwing-up throws-up tics took-a-pill took-her-own-life took-his-own-life took-pills tourette "
        "trach track-marks transfusion transplant transplant-list trauma treatment-center tremor trichotillomania "
        "tried-to-die tuberculosis tumor tumour twelve-step twitch ultrasound underweight using-again vape ventilator "
        "visually-impaired vitiligo vodka voices vomited vomiting want-to-die wanted-to-die wanted-to-disappear was-dying "
        "was-expecting was-showing wears-a-diaper weed wet-herself wet-himself wetting-her wetting-herself "
        "wetting-himself wetting-his wheelchair white-cane women’s-clinic wouldn’t-eat years-sober zoloft",
    ),
    _listed(
        "A word of special education or a support plan", "Leave it out, or say it of the school and not of a student.",
        "504 504s accommodations been-held-back behavior-chart behavior-intervention behavior-plan cognitively dysgraphia "
        "emotionally-disturbed evaluated-for functional-skills her-iq her-label his-iq his-label iep ieps "
        "individualized-education intellectual-disability iq learning-disability learning-disabled life-skills-class "
        "nonreader occupational-therapist occupational-therapy one-on-one one-on-one-aide oppositional-defiant "
        "para-with-her para-with-him processing-disorder pull-out pull-out-class pulled-out-for qualified-for-services "
        "resource-class resource-room resource-teacher selective-mutism selectively-mute self-contained "
        "self-contained-class special-ed special-education sped speech-class speech-services speech-therapist "
        "speech-therapy stuttered stutters tested-for-special was-evaluated was-held-back",
    ),
    _listed(
        "A word of discipline or the law", _LAW,
        "accused-of across-the-border alternative-school an-order ankle-bracelet ankle-monitor ankle-monitors ankle-thing "
        "armed arrest arrested arrests arson asylum asylum-case asylum-hearing bail banned-from bb-gun behind-bars "
        "bomb-threat bond bonded-out boot-camp border-crossing border-patrol brass-knuckles brought-a-gun brought-a-knife "
        "burglary came-here-alone caught-cheating caught-stealing cayuco charged-with check-in-with-ice "
        "citizenship-status collect-call collect-calls convicted cops correctional court-date court-hearing court-in "
        "court-ordered coyote coyotes crossed-alone crossed-at crossed-the-border crossed-with curfew-check custody "
        "custody-battle custody-hearing daca dealer dealing-drugs dealing-weed deportation deportation-hearing "
        "deportation-order deported detained detention detention-camp detention-center detention-in detentions did-time "
        "discipline-hearing discipline-record discipline-referral discipline-referrals doing-eight doing-five doing-four "
        "doing-life doing-nine doing-seven doing-six doing-ten doing-three doing-time doing-twenty doing-two dreamer "
        "dreamers drug-deal drug-dog drunk-driving dui expelled expelled-for expulsion expulsion-hearing expulsions "
        "fake-papers felony fistfight for-good-over from-prison gangs get-papers graffiti green-card group-home-for "
        "had-a-gun had-a-knife had-papers handcuffed handcuffs have-no-papers have-papers hearing-officer hearing-was "
        "her-immigration her-papers her-status his-immigration his-papers his-status hit-and-run hit-list house-arrest "
        "immigration-agents immigration-came immigration-court immigration-hearing immigration-judge immigration-lawyer "
        "immigration-officer immigration-picked immigration-status immigration-took in-court in-cuffs in-handcuffs "
        "in-prison in-school-suspension inappropriate-photos incarcerated incarceration initiated inside-for "
        "isn’t-supposed-to-pick iss jail jailed jumped-in juvenile juvenile-hall juvie kicked-out-of-school knife "
        "la-migra lawyer lock-up locked-away locked-up manifestation migra misdemeanor mug-shot mugshot no-contact "
        "no-papers no-social no-status no-trespass not-a-citizen not-allowed-to-pick not-citizens nudes office-referral "
        "office-referrals officers-came on-the-news on-the-run on-trial order-of-protection oss out-of-school-for-good "
        "out-of-school-suspension out-of-status overstayed papers-yet parole parole-hearing parole-officer "
        "parole-violation patrol-car pellet-gun penitentiary pepper-sprayed picked-up-by plagiarized po pocketknife "
        "police pressed-charges prison probation probation-officer probation-violation protective-order public-defender "
        "put-away put-her-out put-him-out raid raided rap-sheet refugee refugee-camp refugee-camps removal-order "
        "restrained restraining restraining-order robbed robbery selling-drugs selling-weed sent-away sent-back sentenced "
        "sentencing served-time serving-life serving-ten serving-time set-a-fire set-fire-to setting-fires sexted sexting "
        "shipped-off shoplifting smuggled smuggler sold-pills sold-weed sponsor-family squad-car stabbed state-pen "
        "stealing stole-a stole-from stole-the strip-searched suspended suspended-for suspension suspensions swat tagging "
        "taken-by-immigration taken-into-custody tased temporary-protected the-border the-camps the-cops the-police "
        "their-papers their-status threatened-to title-ix-complaint trafficked trafficker transferred-out-for trespassed "
        "truancy truant u-visa unaccompanied undocumented upstate-correctional vandalism vaping-in visa visitation "
        "visiting-day visits-him-in wanted-by warrant warrant-out weapon wilderness-camp without-papers wore-a-monitor "
        "work-permit written-up wrote-her-up wrote-him-up zero-tolerance zip-ties",
    ),
    _listed(
        "A word of hardship or loss at home", _HEALTH,
        "abandoned abuse abused abuses abusing abusive adopted-from afraid-to-go-home aged-out aging-out air-mattress "
        "amish another-family arranged-marriage ashes assaulted backpack-of-food bankrupt bankruptcy beat-her beat-him "
        "beaten beaten-up because-of-the-moves been-adopted been-shot been-turned-off behind-on behind-on-rent "
        "behind-on-the-rent belt-marks between-homes biological-father biological-mother birth-father birth-mother "
        "bisexual black-eyes bouncing-between boyfriend’s-temper boy’s-name budget-inn bullet buried buried-her "
        "buried-his burned-down burned-out-of came-out came-out-to campground campsite car-accident car-crash "
        "casa-volunteer casa-worker caseworker casket cemetery cheated-on cheating-on child-bride child-protective "
        "chosen-name church-basement cigarette-burns closeted coffin coming-out converted-to couch-surfed couch-surfing "
        "couch-to-couch couldn’t-pay court-appointed cps-worker custody cut-off-by dad-left dad’s-funeral dead-father "
        "dead-mother dead-name deadname died disfellowshipped disowned divorce divorced divorcing doesn’t-know-his-father "
        "domestic-violence doubled-up drowned drowning drug-addict ebt emancipated evicted evicting eviction extra-food "
        "father-left father-unknown father’s-funeral fgm fifth-school five-schools flinch-when flinched flinched-when "
        "flinches flinching food-bank food-over-the-weekend food-pantry food-stamp food-stamps foreclosed foreclosure "
        "foster-brother foster-care foster-child foster-dad foster-family foster-father foster-home foster-homes "
        "foster-kid foster-mom foster-mother foster-parent foster-parents foster-placement foster-sister four-schools "
        "fourth-school free-and-reduced free-lunch funeral funerals gang garbage-bag garbage-bags gas-shut-off "
        "gas-was-shut gay get-clean getting-clean girl’s-name got-shot got-turned-off grandma-raised "
        "grandmother-was-raising gravesite great-grandmother-raised groomed grooming group-home "
        "group-homes guardian gunfire gunshot had-a-temper had-separated hadn’t-eaten hadn’t-had-dinner handprint "
        "handprints heat-shut-off heat-was-off her-adoption her-brother’s-funeral her-girlfriend her-pronoun her-pronouns "
        "her-two-moms hid-food hiding-food his-adoption his-boyfriend-and his-brother’s-funeral his-pronoun his-pronouns "
        "his-two-moms hit-her hit-him hoarding home-burned homeless honor-killing hormone hormones house-burned "
        "house-fire hungry in-a-camper in-a-car in-a-garage in-a-minivan in-a-motel in-a-shelter in-a-tent in-a-van "
        "in-the-car in-the-closet in-the-dodge in-the-minivan in-the-truck in-the-van in-their-car in-their-minivan "
        "in-their-truck in-their-van is-raising jehovah’s-witness jehovah’s-witnesses jumped-by kept-moving "
        "kicked-her-out kicked-him-out killed kinship kinship-care laid-off left-her-with left-him-with left-them-with "
        "lesbian lights-off lights-went-out lights-were-cut lights-were-off lights-were-shut living-in-a-car "
        "living-in-the living-out-of living-with-her living-with-his locked-out-of-the-house long-sleeves lost-a-brother "
        "lost-a-child lost-a-parent lost-a-sister lost-both lost-everything lost-her-aunt lost-her-brother "
        "lost-her-cousin lost-her-dad lost-her-daughter lost-her-father lost-her-grandmother lost-her-husband "
        "lost-her-job lost-her-mom lost-her-mother lost-her-sister lost-her-son lost-her-twin lost-his-brother "
        "lost-his-cousin lost-his-dad lost-his-daughter lost-his-dog lost-his-father lost-his-grandmother lost-his-job "
        "lost-his-mom lost-his-mother lost-his-sister lost-his-son lost-his-twin lost-his-uncle lost-his-wife "
        "lost-the-apartment lost-the-farm lost-the-house lost-their lost-their-apartment lost-their-home lost-their-house "
        "married-off mckinney mckinney-vento medicaid mennonite miscarried molested mom’s-boyfriend mom’s-funeral mormon "
        "mormons motel mother-left mother’s-boyfriend mother’s-funeral moved-to-another-family murdered neglect neglected "
        "never-knew-her-father never-knew-his-father never-met-her-father never-met-his-father new-name new-placement "
        "no-address no-bed no-breakfast no-dinner no-electricity no-fixed no-food no-gas no-heat no-hot-water no-lights "
        "no-one-believed no-running-water nonbinary not-in-the-picture nothing-over-the-weekend nothing-to-eat obituary "
        "on-a-couch on-couches on-disability on-snap on-the-floor-at on-welfare only-fans only-meal only-meal-he "
        "only-meal-she only-meals orphan orphaned out-of-a-car out-of-a-van out-of-the-picture out-of-their-car "
        "out-of-work outed outed-her outed-him overdosed-and parents-can’t parents-couldn’t parents-separated "
        "parents-were-separated passed-away passed-in passed-last passed-that passed-the-winter passed-when pawn-shop "
        "pawned payday-loan pentecostal pimp plant-closed-and polygamous power-shut-off power-was-cut power-was-off "
        "public-housing put-him-out-of-the-house queer raised-by raised-by-a raised-by-her raised-by-his raising-her "
        "raising-him raising-his raising-them ran-away raped reduced-lunch rehab-upstate remarried removed-from "
        "repossessed rescue-mission runaway same-clothes same-hoodie same-shirt scared-to-go-home second-lunch section-8 "
        "section-eight separated separating seven-schools share-one-room shared-one-room shelter shoes-with-holes "
        "shooting-of shot-and shot-at shot-dead shot-in since-her-father since-her-mother since-his-father "
        "since-his-mother since-the-divorce since-the-fire since-the-funeral six-schools sleeping-at-the sleeping-in "
        "sleeping-in-the sleeping-on sleeping-on-the-floor slept-in slept-on smelled-like smelled-of snap-benefits "
        "snap-card so-many-moves social-worker soup-kitchen sperm-donor split-custody split-lip split-up stabbing stalked "
        "starving staying-at-a staying-at-the staying-with-her staying-with-his stepdad stepfather stepfather-had "
        "stole-food stripper supervised-visits taken-from-her taken-from-his tanf the-mission the-projects their-pronouns "
        "they-pronouns they-them third-school three-schools threw-her-out threw-him-out touched-by touched-her "
        "touched-him touching-her touching-him trafficking trans transgender transitioning trash-bag trash-bags "
        "turned-off-their two-breakfasts two-dads two-fathers two-moms two-mothers uncle-had unemployed unemployment "
        "unhoused urn uses-he uses-she uses-they using-drugs visiting-hours walked-out-on ward-of-the-state was-adopted "
        "was-shot was-turned-off wasn’t-in-the-picture water-shut-off water-was-off water-was-shut weekend-bag "
        "weekly-motel welfare welfare-check welts were-turned-off wic wic-check wiccan widow widowed with-a-belt "
        "won’t-let-him-in wore-a-scarf wore-the-same wreck",
    ),
    Telltale(
        "A word of hardship or loss at home", _HEALTH,
        re.compile(
            r"\b(?:ICE|CPS|DCS|DCF|DHS|HIV|AIDS|DACA|TPS|ICU|NICU|SSI)\b"
        ),
        (any_of("ICE CPS DCS DCF DHS HIV AIDS DACA TPS ICU NICU SSI"),),
        near=re.compile(
            rf"{_ONE}|\b(?:came|called|took|showed up|knocked|report|visited|opened|case"
            r"|[A-Z]\w{1,40}’s|[Hh]is|[Hh]er|[Ss]he|[Hh]e|[Mm]y|[Tt]he)\b"
        ),
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
