import type { OrganizationKind } from '../../../domain/speaker.js';
import { wordList } from '../word-list.js';

const heads = (kind: OrganizationKind, words: string) => [...wordList(words)].map((word) => [word, kind] as const);

/** Nouns that names of organizations end in, or have before “of” and “for”, in lower case. */
export const ORGANIZATION_HEADS: ReadonlyMap<string, OrganizationKind> = new Map([
  ...heads(
    'GOVERNMENT',
    `administration agency assembly authority board bureau cabinet chancellery commission committee congress council court department
    directorate embassy government inspectorate legislature ministry municipality office parliament police prefecture presidency
    secretariat senate service services treasury consulate tribunal watchdog town_hall city_hall palace courthouse prison
    coastguard coast_guard customs_house registry`,
  ),
  ...heads('NEWS_AGENCY', 'news_agency telegraph_agency press_agency newswire wire_service'),
  ...heads(
    'COMPANY',
    `airlines airways bank bancorp brewery breweries broadcasting brothers capital company corp corp. corporation dynamics electric
    energy enterprises ferries films foods group holdings inc inc. industries insurance line lines limited llc lloyd ltd ltd. l.p. lp mill
    mills motors network networks oil partners petroleum pharmaceuticals pictures plc press productions records shipping shipyard steel
    steelworks waterworks ironworks gasworks brickworks grid mutual assurance logistics aviation aerospace stores studios systems technologies telecom trading works railway railways co co. gmbh ag times post tribune herald gazette
    echo mail telegraph journal observer courier chronicle examiner globe standard sun star mirror express daily weekly bulletin
    dispatch sentinel inquirer magazine newspaper review communications media strategies consulting solutions associates ventures securities radio television tv channel news`,
  ),
  ...heads(
    'MILITARY',
    'army navy marines militia brigade battalion regiment fleet command force forces military guards corps division',
  ),
  ...heads('PARTY', 'party'),
  ...heads('INTERNATIONAL', 'nations'),
  ...heads(
    'OTHER',
    `academy action alliance association assn. campaign center centre chapel choir church cathedral clinic club coalition college
    confederation conference consortium council_of_churches federation foundation fund guild hospital infirmary initiative institute
    institution laboratory league library lodge mission mosque movement museum observatory orchestra organisation organization
    project school seminary society synagogue syndicate team pac theatre theater trust union university watch network_of forum cooperative
    co-operative brotherhood chamber clinic`,
  ),
]);

/** Names of organizations that their words do not give away, with what they are. */
export const KNOWN_ORGANIZATIONS: ReadonlyMap<string, OrganizationKind> = new Map([
  ...heads(
    'GOVERNMENT',
    `White_House Kremlin Pentagon Congress Senate House Capitol_Hill Capitol Downing_Street Whitehall Elysée Élysée Elysee Quai_d'Orsay
    Blue_House Foggy_Bottom Supreme_Court State_Department Justice_Department Knesset Bundestag Duma Bundesbank House_of_Representatives
    House_of_Commons House_of_Lords FBI CIA NSA DHS IRS EPA FDA CDC FEMA FTC FCC FEC SEC NASA TSA ICE DEA ATF NIH USDA NLRB HHS DOJ
    DOD DOE VA SCOTUS MI5 MI6 GCHQ Mossad FSB KGB Federal_Reserve Fed Scotland_Yard Interpol Secret_Service Politburo Westminster
    Homeland_Security `,
  ),
  ...heads(
    'MILITARY',
    'NORAD CENTCOM Hezbollah Hamas Taliban ISIS ISIL Islamic_State Al-Qaeda al-Qaeda Al_Qaeda al_Qaeda al-Qaida Boko_Haram Daesh',
  ),
  ...heads(
    'NEWS_AGENCY',
    'Associated_Press AP Reuters AFP Agence_France-Presse UPI KCNA Yonhap Xinhua TASS Tass Interfax Bloomberg_News DPA dpa ANSA Kyodo',
  ),
  ...heads(
    'COMPANY',
    `CNN BBC NBC CBS ABC Fox MSNBC NPR PBS CNBC C-SPAN Univision Telemundo HBO Politico Breitbart BuzzFeed Vox Slate Salon Newsweek Forbes
    Bloomberg Guardian Facebook Twitter Google Apple Microsoft Amazon Uber Netflix YouTube Instagram Reddit IBM Boeing Walmart
    Wal-Mart Exxon ExxonMobil Chevron Shell BP Halliburton Goldman_Sachs Citigroup JPMorgan Pfizer Monsanto Toyota Honda Volkswagen
    Samsung Sony Nissan Ford McDonald's Starbucks Verizon Comcast AT&T GE GM Huffington_Post Gallup Nielsen Ipsos Rasmussen SurveyMonkey
    Al_Jazeera Le_Monde Der_Spiegel Daily_Caller Tesla SpaceX Lockheed_Martin Airbus Siemens Gazprom Rosneft Huawei Alibaba USA_Today
    Wall_Street_Journal New_York_Times Washington_Post Mother_Jones Rolling_Stone Vanity_Fair National_Review New_Yorker
    Fox_Business WikiLeaks Wikileaks`,
  ),
  ...heads(
    'PARTY',
    'GOP Democrats Republicans Tories Labour Conservatives Greens Likud Kuomintang RNC DNC Tea_Party Podemos Syriza',
  ),
  ...heads(
    'INTERNATIONAL',
    `UN U.N. EU E.U. NATO WHO IMF OPEC ASEAN OECD WTO UNESCO UNICEF UNHCR IAEA OSCE OAS Europol Eurozone European_Union United_Nations World_Bank
    African_Union Arab_League Red_Cross G7 G8 G20 European_Commission European_Parliament Security_Council General_Assembly`,
  ),
  ...heads(
    'OTHER',
    `ACLU AARP AFL-CIO NAACP NRA SEIU AIPAC UAW NFL NBA MLB FIFA UEFA IOC Ku_Klux_Klan KKK Black_Lives_Matter Planned_Parenthood Greenpeace
    Amnesty_International Harvard Yale Princeton Stanford MIT UCLA PETA Sierra_Club Emily's_List EMILY's_List Heritage_Foundation`,
  ),
]);

/** Lower-case descriptions that are organizations by themselves where an article stands before them: “the island council”. */
export const INSTITUTIONS: ReadonlyMap<string, OrganizationKind> = new Map([
  ...heads(
    'GOVERNMENT',
    'council ministry government parliament senate court police administration cabinet embassy coastguard coast_guard registry authorities',
  ),
  ...heads('MILITARY', 'army navy military militia'),
  ...heads('PARTY', 'opposition'),
  ...heads('OTHER', 'union federation guild diocese fire_brigade'),
]);

/** The same with a word before them that tells which: “the electoral commission”, “the lighthouse board”. */
export const SPECIFIC_INSTITUTIONS: ReadonlyMap<string, OrganizationKind> = new Map([
  ...heads('GOVERNMENT', 'commission committee board department authority bureau inspectorate agency office'),
  ...heads('OTHER', 'hospital university federation brigade chamber'),
]);

/** Nouns by which an organization that has been named is spoken of again. */
export const ORGANIZATION_NOUNS: ReadonlySet<string> = new Set([
  ...[...ORGANIZATION_HEADS.keys()],
  ...wordList(
    'firm newspaper paper outlet broadcaster operator network retailer manufacturer airline bank charity station publisher',
  ),
]);

/** Nouns of companies alone: “the company”. */
export const COMPANY_NOUNS = wordList(
  'company firm airline bank operator manufacturer retailer shipyard brewery insurer carmaker brewer shipper utility',
);

/** Nouns of those who publish: “the newspaper”. */
export const NEWSROOM_NOUNS = wordList('newspaper paper outlet broadcaster magazine publication network tabloid daily');

/** Last words of names of events, laws and the like, which are neither people nor organizations. */
export const EVENT_HEADS = wordList(`
act agreement amendment anniversary award awards bill bowl campaign-trail caucus caucuses convention cup day days debate debates deal
decree derby election elections era eve festival game games holiday hour inauguration marathon massacre month olympics open primary prize
protocol recession referendum regatta resolution revolution summit time tour treaty tuesday war week xl year accord accords pact plan rule
rules theory law laws syndrome virus disease medal scandal
`);

/** Verbs whose object is a company more often than a person. */
export const COMPANY_DEALINGS = wordList(
  'founded sued sues acquired acquires bought buys runs owns owned operates operated',
);

/** Nouns of governments. */
export const STATE_NOUNS = wordList('country state nation regime government kingdom republic');
