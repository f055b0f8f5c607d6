import type { UnnamedSourceKind } from '../../../domain/speaker.js';
import { wordList } from '../word-list.js';

const nouns = (kind: UnnamedSourceKind, words: string) => [...wordList(words)].map((word) => [word, kind] as const);

/** What kind of source a noun in the singular makes. */
export const SOURCE_KINDS: ReadonlyMap<string, UnnamedSourceKind> = new Map([
  ...nouns(
    'OFFICIAL',
    `official officer minister mayor inspector clerk secretary ambassador diplomat senator congressman congresswoman lawmaker legislator
    governor councillor commissioner prosecutor judge policeman policewoman investigator detective sheriff chancellor president premier
    envoy magistrate administrator harbourmaster warden commander general colonel captain_of_police delegate regulator
    representative negotiator coroner registrar superintendent staffer`,
  ),
  ...nouns('SPOKESPERSON', 'spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen'),
  ...nouns(
    'EXPERT',
    `expert analyst scientist economist engineer doctor physician professor researcher scholar historian academic specialist
    meteorologist geologist epidemiologist pollster statistician psychologist surgeon biologist physicist climatologist lawyer
    attorney strategist commentator critic surveyor hydrologist pundit political_scientist consultant forecaster`,
  ),
  ...nouns('AUTHORITY', 'authority authorities police regulators prosecutors'),
  ...nouns(
    'WITNESS',
    `witness eyewitness bystander passerby passer-by onlooker neighbour neighbor resident villager passenger fisherman diver deckhand
    survivor sailor worker dockworker porter stoker shopkeeper villager commuter driver spectator man woman boy girl local guest
    rescuer skipper crewman nurse patient tenant pedestrian protester`,
  ),
  ...nouns(
    'INSIDER',
    'aide adviser advisor insider source confidant associate friend person people employee ally assistant colleague operative donor',
  ),
  ...nouns(
    'DOCUMENT',
    `report document letter statement memo memorandum survey study poll paper minutes record records file filing transcript email e-mail
    indictment complaint lawsuit affidavit ruling order law bill treaty constitution sign notice note diary post tweet message leaflet
    poster plaque inscription log manual map manifesto editorial article story book chapter release audit review analysis census
    summary draft advertisement ad dossier petition resolution data figures statistics website page video recording bulletin text
    communique communiqué telegram cable testimony findings account chart banner placard label headline`,
  ),
]);

/** Words that make a new source of an old description. */
export const OTHERNESS = wordList('another other others second third fourth fifth different additional further');

/** Documents that somebody issues and that speak for whoever does. */
export const ISSUED_DOCUMENTS = wordList(
  'statement letter report memo memorandum email e-mail note message post tweet communiqué communique release diary filing words remarks warning view opinion complaint lawsuit petition speech study survey poll account',
);

/** What somebody has said, spoken of as a thing: “Her comments came in a statement”. */
export const REMARKS = wordList(
  'comments comment remarks remark words praise message announcement warning confirmation reply response account assessment statement',
);

/** Verbs by which remarks are in what carries them: “came in a statement”. */
export const APPEARING = wordList('came come comes appeared appear appears made contained published');

/** Verbs by which a statement, letter or report is issued. */
export const ISSUING = wordList(
  'issue issued issues release released releases publish published write wrote written sent send put circulated distributed posted drafted signed',
);
