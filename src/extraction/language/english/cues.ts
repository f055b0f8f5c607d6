/** What can follow a verb that reports. */
export interface CueFrames {
  /** Words between quotation marks. */
  readonly speech: boolean;
  /** A clause with “that”. */
  readonly clause: boolean;
  /** A clause without “that”. */
  readonly bareClause: boolean;
  /** A clause with “whether”, “if”, “who”, “how”. */
  readonly question: boolean;
  /** “to” and a verb. */
  readonly infinitive: boolean;
  /** Whoever is spoken to: “told the council that …”. */
  readonly addressee: boolean;
  /** What it is about, as a noun phrase: “denounced the levy”. */
  readonly object: boolean;
  /** Prepositions that make it a cue with a noun phrase: “called for”. */
  readonly particles: readonly string[];
}

export type CueForm = 'BASE' | 'THIRD' | 'PAST' | 'PARTICIPLE' | 'GERUND';

/** A form of a verb that reports. */
export interface CueVerb extends CueFrames {
  readonly verb: string;
  readonly forms: readonly CueForm[];
}

const SPEECH = `say add tell ask write note report announce suggest argue explain acknowledge declare recall conclude respond
  state reply insist warn predict claim continue tweet observe remark comment quip joke shout yell scream whisper mutter
  murmur cry sigh laugh exclaim chant boast brag complain lament muse wonder reason recount reflect remember declare
  proclaim pronounce assert affirm aver allege concede confess confide admit agree answer retort counter object protest
  grumble gripe fume rail thunder bark snap growl scoff sneer crow gush rave enthuse opine offer volunteer interject
  interrupt begin start conclude finish repeat reiterate stress emphasize emphasise underline underscore elaborate clarify
  post blog text email cable tell advise urge plead beg pray implore order command instruct demand read caution vow promise
  pledge swear testify attest maintain contend speculate theorize venture guess estimate think believe assure inform remind
  inquire query question reveal disclose confirm deny rebut summarize echo deadpan intone recite sing preach summarise fire hit`;
const CLAUSE = `say add tell write note report announce suggest argue explain acknowledge declare recall conclude respond state
  reply insist warn predict claim tweet observe remark comment joke boast brag complain lament muse reason reflect remember
  proclaim pronounce assert affirm aver allege concede confess confide admit agree answer retort counter object protest
  grumble opine volunteer repeat reiterate stress emphasize emphasise underline underscore clarify post advise plead pray
  caution vow promise pledge swear testify attest maintain contend speculate theorize guess estimate think believe assure
  inform remind reveal disclose confirm deny hope fear doubt suspect know learn find show indicate imply demonstrate prove
  hint signal expect anticipate assume imagine feel realize realise recognize recognise understand worry dream wish decide
  demand propose recommend request threaten determine hold rule order discover figure forecast project calculate bet
  estimate posit surmise infer mean argue accept dispute forget see hear concur decree illustrate highlight document posit
  specify stipulate rejoice regret fret marvel guarantee reckon presume ascertain establish verify caution hypothesize preach`;
const BARE = `say add tell write note report announce suggest argue explain acknowledge declare recall conclude state reply
  insist warn predict claim tweet joke boast brag complain assert allege concede confess admit agree repeat reiterate vow
  promise pledge swear maintain contend speculate guess estimate think believe assure inform remind reveal confirm deny hope
  fear doubt suspect know find show indicate imply assume feel realize understand wish bet figure reckon mean expect caution
  testify hint stress emphasize learn decide`;
const QUESTION = `ask wonder question inquire explain discuss describe know decide see understand consider show doubt debate
  tell say reveal`;
const INFINITIVE = `promise pledge vow hope want plan refuse agree offer threaten seek swear intend propose decide wish ask aim
  expect demand prefer pretend prepare claim resolve volunteer undertake desire long yearn beg plead`;
const ADDRESSEE = `tell ask urge remind assure inform warn advise notify encourage persuade convince instruct order beg implore
  promise press pressure challenge invite caution call`;
const OBJECT = `criticize criticise praise endorse support oppose back denounce defend reject dismiss condemn blast slam attack
  mock decry applaud welcome laud hail tout deride ridicule rebuke chide assail bash trash lambast lambaste castigate
  lament acknowledge announce describe deny confirm propose suggest demand recommend reiterate repeat question dispute
  challenge cite mention discuss highlight emphasize emphasise stress recall explain predict promise pledge offer claim
  favor favour prefer admire blame fear like love hate dislike doubt want expect anticipate consider report reveal admit
  concede allege disavow disown repudiate renounce rebut refute champion advocate urge call label brand dub deem declare
  accuse commend congratulate thank celebrate bemoan deplore protest regret apologize condone credit vow threaten request
  detail outline portray depict characterize characterise compare liken paint resent embrace salute trumpet underscore
  warn admonish scold berate skewer rip pan savage knock disparage belittle vilify malign insult contradict echo`;

const PARTICLES: Readonly<Record<string, string>> = {
  call: 'for on',
  warn: 'of about against',
  speak: 'of about against',
  talk: 'of about',
  point: 'to out',
  refer: 'to',
  complain: 'about of',
  object: 'to',
  respond: 'to',
  allude: 'to',
  agree: 'with to',
  disagree: 'with',
  push: 'for',
  press: 'for',
  argue: 'for against',
  advocate: 'for',
  apologize: 'for',
  apologise: 'for',
  boast: 'of about',
  brag: 'about',
  joke: 'about',
  think: 'of about',
  dream: 'of',
  worry: 'about',
  ask: 'for about',
  plead: 'for',
  lash: 'out',
  rail: 'against',
  inveigh: 'against',
  comment: 'on',
  write: 'of about',
  tell: 'of about',
  insist: 'on',
  conceive: 'of',
  approve: 'of',
  disapprove: 'of',
  vote: 'for against',
  side: 'with',
  hint: 'at',
  scoff: 'at',
  focus: 'on',
  touch: 'on',
  caution: 'against',
  vouch: 'for',
  wonder: 'about',
  testify: 'about to',
  elaborate: 'on',
  care: 'about',
  believe: 'in',
  plan: 'for on',
  hope: 'for',
  lobby: 'for against',
};

/** Forms that are not made by rule: past and participle. */
const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  think: ['thought', 'thought'],
  know: ['knew', 'known'],
  find: ['found', 'found'],
  feel: ['felt', 'felt'],
  mean: ['meant', 'meant'],
  hold: ['held', 'held'],
  understand: ['understood', 'understood'],
  see: ['saw', 'seen'],
  hear: ['heard', 'heard'],
  show: ['showed', 'shown'],
  swear: ['swore', 'sworn'],
  sing: ['sang', 'sung'],
  speak: ['spoke', 'spoken'],
  seek: ['sought', 'sought'],
  forget: ['forgot', 'forgotten'],
  foresee: ['foresaw', 'foreseen'],
  begin: ['began', 'begun'],
  read: ['read', 'read'],
  bet: ['bet', 'bet'],
  hit: ['hit', 'hit'],
  forecast: ['forecast', 'forecast'],
  undertake: ['undertook', 'undertaken'],
  paint: ['painted', 'painted'],
  pan: ['panned', 'panned'],
  rip: ['ripped', 'ripped'],
  slam: ['slammed', 'slammed'],
  snap: ['snapped', 'snapped'],
  quip: ['quipped', 'quipped'],
  brag: ['bragged', 'bragged'],
  beg: ['begged', 'begged'],
  plan: ['planned', 'planned'],
  dub: ['dubbed', 'dubbed'],
  rebut: ['rebutted', 'rebutted'],
  admit: ['admitted', 'admitted'],
  prefer: ['preferred', 'preferred'],
  refer: ['referred', 'referred'],
  infer: ['inferred', 'inferred'],
  aver: ['averred', 'averred'],
  concur: ['concurred', 'concurred'],
  blog: ['blogged', 'blogged'],
  fret: ['fretted', 'fretted'],
  regret: ['regretted', 'regretted'],
};

/** The forms of the verbs that report, small, and what can follow them. */
export const CUE_VERBS: ReadonlyMap<string, CueVerb> = cueVerbs();

function cueVerbs(): Map<string, CueVerb> {
  const lists = [SPEECH, CLAUSE, BARE, QUESTION, INFINITIVE, ADDRESSEE, OBJECT].map((words) => wordsOf(words));
  const [speech, clause, bareClause, question, infinitive, addressee, object] = lists;
  const verbs = new Set([...lists.flatMap((list) => [...list]), ...Object.keys(PARTICLES)]);
  const found = new Map<string, CueVerb>();
  for (const verb of verbs) {
    const frames: CueFrames = {
      speech: speech?.has(verb) ?? false,
      clause: clause?.has(verb) ?? false,
      bareClause: bareClause?.has(verb) ?? false,
      question: question?.has(verb) ?? false,
      infinitive: infinitive?.has(verb) ?? false,
      addressee: addressee?.has(verb) ?? false,
      object: object?.has(verb) ?? false,
      particles: [...wordsOf(PARTICLES[verb] ?? '')],
    };
    for (const [form, word] of formsOf(verb)) {
      found.set(word, { ...frames, verb, forms: [...(found.get(word)?.forms ?? []), form] });
    }
  }
  return found;
}

function wordsOf(list: string): Set<string> {
  return new Set(list.split(/\s+/u).filter((word) => word !== ''));
}

function formsOf(verb: string): [CueForm, string][] {
  const [past = regularPast(verb), participle = past] = IRREGULAR[verb] ?? [];
  return [
    ['BASE', verb],
    ['THIRD', third(verb)],
    ['PAST', past],
    ['PARTICIPLE', participle],
    ['GERUND', gerund(verb, past)],
  ];
}

function third(verb: string): string {
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z)$/u.test(verb) ? `${verb}es` : `${verb}s`;
}

function regularPast(verb: string): string {
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ied`;
  return verb.endsWith('e') ? `${verb}d` : `${verb}ed`;
}

/** “begging” doubles the consonant that “begged” doubles. */
function gerund(verb: string, past: string): string {
  if (verb === 'begin' || verb === 'forget' || verb === 'bet' || verb === 'hit') return `${verb}${verb.at(-1)}ing`;
  if (past === `${verb}${verb.at(-1)}ed`) return `${past.slice(0, -2)}ing`;
  return /[^eo]e$/u.test(verb) ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
}
