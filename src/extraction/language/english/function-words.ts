import { wordList } from '../word-list.js';

/** Words that begin a sentence with a capital and are no name. */
export const FUNCTION_WORDS = wordList(`
a about above according across actually add after afterwards again against ago ahead all almost along already also although always am amid
among an and another any anybody anyone anything apparently are aren't around as ask asked at away back be because been before
behind being below beneath beside besides best better between beyond both but by can can't cannot certainly citing clearly compared
consider considering could couldn't currently despite did didn't do does doesn't doing don't done down during each earlier either
else elsewhere enough especially even eventually ever every everybody everyone everything except few fewer finally first following
for former fortunately from further furthermore generally get given go going good got had hadn't half has hasn't have haven't having
he he's her here here's hers herself him himself his how however i i'd i'll i'm i've if in including increasingly indeed inside
instead into is isn't it it's its itself just last lastly lately later least less let let's like likely look made make many may
maybe me meanwhile might mine more moreover most mostly much must my myself naturally near nearby nearly neither never
nevertheless next no nobody none nonetheless nor not nothing notably now obviously of off often oh ok okay on once one only
onto or originally other others otherwise ought our ours ourselves out outside over overall own part particularly per perhaps
please possibly presumably previously probably put quite rather really recently regarding right same second see several shall she
she's should shouldn't similarly since so some somebody somehow someone something sometimes somewhere soon specifically still such
suddenly surely take than thank thanks that that's the their theirs them themselves then there there's therefore these they they're
thing things think third this those though three through throughout thus to today together tomorrow tonight too toward
towards two under underneath unfortunately unless unlike until up upon us usually very was wasn't we we'll we're we've well were
weren't what what's whatever when whenever where whereas wherever whether which while who who's whoever whole whom whose why will
with within without won't would wouldn't yes yesterday yet you you're your yours yourself four five six seven eight nine ten
eleven twelve dozens hundreds thousands asked told speaking speak say says said adding ultimately therefore nor anyway besides
`);

/** Words that are no part of a name even where they have a capital inside a sentence. */
export const NEVER_NAMES = wordList(`
a an the i i'd i'll i'm i've he she it its it's we you they this that these those his her our your their my and or but if so as is are was
were to not
`);

/** Days and months, which are dates and no names. */
export const CALENDAR_WORDS = wordList(`
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
November December Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct.
Nov. Dec. Mon Tue Wed Thu Fri Sat Sun Christmas Easter Thanksgiving EST EDT GMT PST ET PT AM PM a.m. p.m.
`);

/** Small words within names. */
export const NAME_PARTICLES = wordList(
  'de la van von der den del della di da dos das du bin ibn al el ter ten af av zu y e le ben abu',
);

/** Marks of a name’s end: “Jr.” */
export const NAME_SUFFIXES = wordList('Jr Jr. Sr Sr. II III IV');

/** Verbs that people and organizations do and places do not. */
export const SPEECH_VERBS = wordList(`
said says say told tells asked asks added adds wrote writes announced announces argued argues claimed claims denied denies confirmed
confirms warned warns insisted insists replied replies promised promises explained explains noted notes stated states accused
accuses called calls tweeted suggested suggests believes believed thinks thought wants wanted hopes hoped vowed urged urges demanded
demands rejected rejects admitted admits acknowledged acknowledges conceded declared declares described describes predicted
reported reports responded responds mentioned complained complains joked recalled recalls testified concluded agreed agrees
criticized criticised praised blamed blames dismissed endorsed endorses pledged pledges proposed proposes quipped remarked
`);
