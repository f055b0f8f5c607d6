import { wordList } from '../word-list.js';

/** Irregular verbs: the participle with its other forms. */
const IRREGULAR_PARTICIPLES: ReadonlyMap<string, string> = new Map(
  `been be am is are was were being; born bear bears bore; beaten beat beats; become becomes became; begun begin begins
  began; bitten bite bites bit; blown blow blows blew; broken break breaks broke; brought bring brings; built build builds;
  bought buy buys; caught catch catches; chosen choose chooses chose; come comes came; cost costs; cut cuts; dealt deal
  deals; dug dig digs; done do does did; drawn draw draws drew; drunk drink drinks drank; driven drive drives drove; eaten
  eat eats ate; fallen fall falls fell; fed feed feeds; felt feel feels; fought fight fights; found find finds; fled flee
  flees; flown fly flies flew; forgotten forget forgets forgot; frozen freeze freezes froze; got get gets gotten; given
  give gives gave; gone go goes went; grown grow grows grew; hung hang hangs; had have has; heard hear hears; hidden hide
  hides hid; hit hits; held hold holds; hurt hurts; kept keep keeps; known know knows knew; laid lay lays; led lead leads;
  left leave leaves; lent lend lends; let lets; lain lie lies; lit light lights; lost lose loses; made make makes; meant
  mean means; met meet meets; paid pay pays; put puts; quit quits; read reads; ridden ride rides rode; rung ring rings rang;
  risen rise rises rose; run runs ran; said say says; seen see sees saw; sought seek seeks; sold sell sells; sent send
  sends; set sets; shaken shake shakes shook; shone shine shines; shot shoot shoots; shown show shows showed; shrunk shrink
  shrinks shrank; shut shuts; sung sing sings sang; sunk sink sinks sank; sat sit sits; slept sleep sleeps; slid slide
  slides; spoken speak speaks spoke; spent spend spends; spread spreads; stood stand stands; stolen steal steals stole;
  stuck stick sticks; struck strike strikes stricken; sworn swear swears swore; swept sweep sweeps; swum swim swims swam;
  taken take takes took; taught teach teaches; torn tear tears tore; told tell tells; thought think thinks; thrown throw
  throws threw; understood understand understands; woken wake wakes woke; worn wear wears wore; won win wins; wound wind
  winds; withdrawn withdraw withdraws withdrew; written write writes wrote`
    .split(';')
    .flatMap((row) => {
      const [participle = '', ...others] = row.trim().split(/\s+/u);
      return [participle, ...others].map((form): [string, string] => [form, participle]);
    }),
);

/** The past participle of a verb in any of its forms, in lower case: “sank” gives “sunk”. */
export function participleOf(verb: string): string {
  const irregular = IRREGULAR_PARTICIPLES.get(verb);
  if (irregular !== undefined) return irregular;
  if (/(?:ed|ing)$/u.test(verb) && verb.length > 3) return verb;
  const base = verb.replace(/(?<=(?:s|sh|ch|x|z))es$|(?<=[^s])s$/u, '').replace(/ie$/u, 'y');
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

/** Verbs that say only that something is there, is had or is told, by their participles. */
export const LIGHT_VERBS: ReadonlySet<string> =
  wordList(`been had done got become seen included including run drawn reached totalled totaled numbered stood put counted
  recorded reported registered shown said claimed made added held remained brought estimated expected set told
  averaged hit used needed found come gone seemed`);

/** What people are counted for, by the participle that says what happened to them: “nine people died” are deaths. */
export const OUTCOMES_OF_PEOPLE: ReadonlyMap<string, string> = new Map([
  ['died', 'deaths'],
  ['killed', 'deaths'],
  ['dead', 'deaths'],
  ['perished', 'deaths'],
  ['injured', 'injuries'],
  ['hurt', 'injuries'],
  ['harmed', 'injuries'],
  ['wounded', 'injuries'],
  ['infected', 'infections'],
  ['arrested', 'arrests'],
  ['detained', 'arrests'],
]);
