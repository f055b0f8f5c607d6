import { wordList } from '../word-list.js';

export type Gender = 'FEMALE' | 'MALE';

/** Forms of address; they are no roles. What they say of who is addressed. */
export const HONORIFICS: ReadonlyMap<string, Gender | null> = new Map([
  ...['mr', 'mister', 'sir', 'lord', 'father', 'brother', 'don', 'monsieur', 'herr'].map(
    (word) => [word, 'MALE'] as const,
  ),
  ...['mrs', 'ms', 'miss', 'madam', 'madame', 'dame', 'lady', 'sister', 'frau'].map(
    (word) => [word, 'FEMALE'] as const,
  ),
  ...['dr', 'prof', 'rev', 'hon', 'saint'].map((word) => [word, null] as const),
]);

/** Short forms of titles before a name, and the title in full. */
export const SHORT_TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sen: 'senator',
    sens: 'senators',
    rep: 'representative',
    reps: 'representatives',
    gov: 'governor',
    govs: 'governors',
    gen: 'general',
    lt: 'lieutenant',
    col: 'colonel',
    maj: 'major',
    major: 'major',
    general: 'general',
    capt: 'captain',
    cpl: 'corporal',
    sgt: 'sergeant',
    adm: 'admiral',
    pres: 'president',
    supt: 'superintendent',
    ag: 'attorney general',
    justices: 'justice',
  }),
);

/** Nouns that say what somebody is: offices, ranks, occupations. */
export const TITLE_NOUNS = wordList(`
abbess abbot academic accountant activist actor actress adjutant administrator admiral adviser advisor advocate agent aide alderman
ambassador analyst anchor anchorwoman anchorman archbishop archaeologist architect artist assemblyman assemblywoman assistant
astronaut astronomer athlete attaché attorney auditor author ayatollah baker banker barber baron baroness barrister bell-ringer
biographer biologist bishop blogger boatman bodyguard bookkeeper boss brewer broker builder burgomaster businessman businesswoman
butcher candidate captain cardinal caretaker carpenter cartoonist cashier cellist chair chairman chairperson chairwoman champion
chancellor chaplain chef chemist chief choreographer clergyman clerk climatologist coach colonel columnist comedian commander
commandant commentator commissioner commodore composer comptroller conductor congressman congresswoman constable consul
consultant contractor contributor controller convener cook coordinator coroner corporal correspondent councillor councilman
councilor councilwoman counsel counselor countess courtier crewman critic curator customs_officer dancer dean deckhand
defendant delegate demographer dentist deputy designer detective developer diplomat director diver doctor donor driver duchess
duke economist editor electrician emir emperor empress engineer entrepreneur envoy epidemiologist executive expert farmer
ferryman filmmaker financier firefighter fisherman foreman founder co-founder cofounder gardener geologist governor grocer
guard guitarist harbourmaster headmaster headmistress historian host hydrologist imam innkeeper inspector instructor investigator
investor inventor jeweller journalist judge justice keeper king lawmaker lawyer leader lecturer legislator librarian lieutenant
linguist lobbyist lord magistrate manager marshal master mathematician mayor mayoress mechanic mediator meteorologist
midwife miller miner minister mistress model moderator monk musician negotiator  notary novelist nun nurse
nominee officer official ombudsman operative operator organiser organizer owner co-owner painter parliamentarian partner
pastor pathologist patriarch pharmacist philanthropist philosopher photographer physician physicist pianist pilot player
playwright plumber poet policeman policewoman politician pollster pope postmaster premier preacher president priest prime_minister
prince princess principal producer professor programmer prosecutor provost psychiatrist psychologist publisher queen rabbi
ranger rapper rector referee registrar reporter representative researcher resident sailor salesman scholar schoolteacher scientist
screenwriter sculptor seaman secretary senator sergeant seismologist sheikh sheriff shipowner shopkeeper singer skipper
sociologist soldier solicitor songwriter speaker specialist spokesman spokesperson spokeswoman stationmaster statistician steward
strategist student sultan superintendent supervisor surgeon surveyor sociologist tailor teacher technician theologian trader trainer
translator treasurer trustee tycoon undersecretary vicar viceroy victim veteran violinist virologist volunteer warden warlord
weaver whistleblower  witness worker writer zoologist treasurer whip supporter organist
incumbent president-elect frontrunner front-runner contender challenger hopeful senator-elect governor-elect insider pundit
surrogate lobsterman oysterman beekeeper shepherd gamekeeper watchman undertaker locksmith glazier mason blacksmith lamplighter
`);

/** Title nouns of women, and of men. */
const FEMALE_TITLES = wordList(`
abbess actress anchorwoman assemblywoman baroness businesswoman chairwoman congresswoman councilwoman countess duchess empress
headmistress mayoress midwife mistress nun policewoman princess queen spokeswoman widow heiress
`);
const MALE_TITLES = wordList(`
abbot anchorman archbishop assemblyman baron businessman cardinal chairman congressman councilman count crewman duke emperor
ferryman fisherman foreman headmaster imam king monk policeman pope priest prince salesman seaman spokesman sultan widower alderman
`);

/** The gender of whoever has a title that only women, or only men, are given; null for any other. */
export function genderOfTitle(word: string): Gender | null {
  if (FEMALE_TITLES.has(word)) return 'FEMALE';
  return MALE_TITLES.has(word) ? 'MALE' : null;
}

/** Words before a title that belong to it: “deputy mayor”, “former mayor”. */
export const TITLE_MODIFIERS = wordList(`
former ex- acting deputy vice assistant associate senior junior chief lead interim outgoing incoming retired then late prime first
second third principal executive general managing honorary national federal regional local top longtime veteran current
`);

/** Nouns that several who lead are called together: “both leaders”. */
export const TOGETHER_NOUNS = wordList(`
leaders ministers presidents men women candidates senators governors officials sides parties countries governments companies
lawmakers rivals sisters brothers siblings mayors firms nations states politicians Democrats Republicans agencies ministries groups
`);

/** Verbs by which somebody takes the office that another has left. */
export const SUCCESSION = /^(?:sworn|succeeded|replaced|inaugurated|installed)$/u;
