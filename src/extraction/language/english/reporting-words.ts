import type { StatementForce } from '../../../domain/statement.js';

/** What each verb that reports does with its content, in its base form; a verb stands in one list only. */
export const REPORTING_VERBS: Readonly<Record<StatementForce, string>> = {
  STATED: `
    add announce answer articulate assess author bark begin bellow blog blurt boast brag breathe broadcast bring calculate call
    carry characterise characterize chime chuckle cite clarify close comment compare compute conclude confide continue
    convey count counter crow declare define deliver demonstrate depict describe detail determine dictate disclose discuss
    distribute document drawl dub echo elaborate elucidate email emphasise emphasize end enumerate establish estimate
    exclaim explain expound express find forecast foretell fume gasp give go groan growl grumble highlight hint howl
    identify illustrate imply indicate inform intone interject interrupt invoke issue jest joke judge label laugh lecture
    liken list mention message moan mumble murmur mutter name narrate note notify observe open opine outline paraphrase
    phrase post predict present proclaim project pronounce prove publish put quip quote rasp read reason recall recite
    reckon recount refer reflect reiterate relate relay remark remind reminisce repeat reply report rephrase respond restate
    resume retell retort retweet reveal rule rumor rumour run say scream scrawl scribble share show shout shriek sigh sign signal
    snap snarl sneer sob speak specify speculate start state stammer stress stutter suggest sum summarise summarize
    surmise talk tell term testify text thunder translate tweet underline underscore unveil utter vent voice volunteer
    whisper write yell`,
  CLAIMED: `
    allege argue assert assure attribute aver avow bluff charge claim contend fabricate insinuate insist maintain posit
    postulate pretend profess protest purport swear`,
  CONFIRMED: `
    acknowledge admit affirm agree attest authenticate bear certify concede concur confess confirm corroborate grant
    reaffirm substantiate validate verify vouch`,
  DENIED: `
    belie contradict debunk deny disavow disclaim discount dismiss disown gainsay negate rebuff rebut refute reject
    repudiate`,
  DOUBTED: 'challenge disagree disbelieve dispute distrust doubt mistrust query question',
  ASKED: `
    ask appeal beg beseech bid command demand direct enjoin enquire entreat exhort implore inquire instruct order petition
    plead press prod quiz request require urge`,
  PROMISED: 'commit guarantee offer pledge promise undertake vow',
  WARNED: 'alert caution forewarn menace threaten warn',
  THOUGHT: `
    abhor admire adore aim anticipate aspire assume await believe care conceive consider contemplate covet crave decide
    deem desire despise detest discover dislike dread dream envisage envision expect fancy fear feel figure foresee forget
    gather guess hate hear hope imagine infer intend know lament learn like loathe long love mean muse mull need perceive
    plan plot ponder prefer presume puzzle realise realize recognise recognize regret relish remember resent resolve see
    seek sense suppose surprise suspect think trust understand value view want weigh wish wonder worry yearn`,
  OTHER: `
    accuse advise advocate applaud apologise apologize approve assail attack back bash belittle bemoan berate blame blast
    castigate celebrate champion chastise chide cheer commend compliment condemn congratulate credit criticise criticize
    decry defend demean denigrate denounce deplore deride disapprove disparage encourage endorse excoriate excuse fault
    favor favour hail impugn insult invite knock lambaste lampoon lash laud mock nominate object oppose pan pillory praise
    promote propose push rail rap rebuke recommend reprimand reproach ridicule salute scoff scold slam slate spar
    support taunt tease thank tout trash toast trumpet upbraid welcome`,
};

/** Nouns that report, in the singular: “her promise that”, “the claim that”. */
export const REPORTING_NOUNS: Readonly<Record<StatementForce, string>> = {
  STATED: `
    account announcement answer comment conclusion declaration description disclosure estimate explanation finding forecast
    message note observation prediction remark reminder reply report response revelation statement suggestion testimony
    tweet word`,
  CLAIMED: 'allegation argument assertion assurance claim contention insinuation insistence rumor rumour',
  CONFIRMED: 'acknowledgement acknowledgment admission affirmation agreement concession confession confirmation',
  DENIED: 'denial dismissal rebuttal refutation rejection repudiation',
  DOUBTED: 'doubt disbelief scepticism skepticism misgiving reservation',
  ASKED: 'appeal demand inquiry instruction order plea query question request',
  PROMISED: 'commitment guarantee offer pledge promise vow',
  WARNED: 'alert caution threat warning',
  THOUGHT: `
    aim anticipation ambition anxiety assumption belief concern confidence conviction desire eye expectation fear
    feeling goal hope hunch idea impression intent intention mind notion opinion plan regret sense suspicion theory thought
    understanding view wish worry`,
  OTHER:
    'accusation advice apology backing call complaint condemnation criticism objection opposition praise proposal recommendation support thanks',
};

/** Adjectives that report what somebody thinks: “is certain that”. */
export const REPORTING_ADJECTIVES: Readonly<Partial<Record<StatementForce, string>>> = {
  CLAIMED: 'adamant emphatic insistent',
  DOUBTED: 'doubtful dubious sceptical skeptical unconvinced unsure uncertain',
  THOUGHT: `
    afraid alarmed angry anxious aware certain concerned confident convinced determined eager glad happy hopeful keen
    mindful optimistic pessimistic pleased proud sad satisfied sorry sure surprised upset wary willing worried`,
  OTHER: 'critical grateful supportive thankful',
};

/** Cues of several words whose force is not that of one of them; `|` parts them. */
export const REPORTING_PHRASES: Readonly<Partial<Record<StatementForce, string>>> = {
  STATED: `
    according to|as saying|heard from|hears from|made clear|make clear|makes clear|making clear|made it clear|makes it clear|put it|puts it|went on|
    pointed out|points out|point out|pointing out|put forward|spelled out|let it be known|made it known|made known|
    let slip|read out|reads out|set out|sets out|laid out|lays out|wrote off|
    summed up|sums up|weighed in|chimed in`,
  CONFIRMED: 'bore out|bears out|bear out|backed up|backs up|owned up|signed off on|made no secret',
  DENIED: `
    ruled out|rules out|rule out|ruling out|brushed off|brushes off|brushed aside|brushes aside|shot down|shrugged off|
    turned down|waved away|no truth|played down|plays down|playing down`,
  DOUBTED: `
    cast doubt|casts doubt|casting doubt|called into question|calls into question|took issue|takes issue|taking issue|
    met with scepticism|met with skepticism|not sure|not convinced|not certain|raised doubts|raised questions`,
  ASKED: `
    called on|calls on|call on|calling on|called upon|calls upon|calling upon|wanted to know|wants to know`,
  PROMISED: 'gave his word|gave her word|gave their word',
  THOUGHT: `
    looks forward|look forward|looking forward|looked forward|made up his mind|made up her mind|in mind|
    set out to|sets out to|ruled in`,
  OTHER: `
    charged with|called for|calls for|call for|calling for|spoke out|speaks out|speaking out|took aim|takes aim|taking aim|lashed out|
    lashes out|hit out|hits out|hit back|hits back|fired back|fires back|came out against|spoke in favour of|
    spoke in favor of|argued for|argued against|pushed back|pushes back|pushing back|stood by|stands by`,
};

/** Verbs that lend their force to the noun behind them: “repeated her promise”, “expressed hope”. */
export const LIGHT_VERBS = `
  be bring cast come deliver echo express extend face feel get give go harbor harbour have hold issue keep level lodge make
  offer post put raise reaffirm reiterate renew repeat send set share show sound speak state take use utter voice write`;

/** Words that turn a cue around: “did not say”. */
export const NEGATIONS = `
  cannot decline declined declines declining fail failed fails never no nobody none nor not n't n’t refuse refused refuses
  refusing stop stopped stopping without`;
