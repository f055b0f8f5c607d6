import { lineList, wordList } from '../word-list.js';

/** Countries: the name; the capital; other names; words that mean “of the country”, as in “a Danish official”. */
const COUNTRIES = lineList(`
Afghanistan; Kabul; ; Afghan
Albania; Tirana; ; Albanian
Algeria; Algiers; ; Algerian
Andorra; Andorra la Vella; ; Andorran
Angola; Luanda; ; Angolan
Argentina; Buenos Aires; ; Argentine, Argentinian
Armenia; Yerevan; ; Armenian
Australia; Canberra; ; Australian
Austria; Vienna; ; Austrian
Azerbaijan; Baku; ; Azerbaijani, Azeri
Bahamas; Nassau; ; Bahamian
Bahrain; Manama; ; Bahraini
Bangladesh; Dhaka; ; Bangladeshi
Barbados; Bridgetown; ; Barbadian
Belarus; Minsk; ; Belarusian
Belgium; Brussels; ; Belgian
Belize; Belmopan; ; Belizean
Benin; Porto-Novo; ; Beninese
Bhutan; Thimphu; ; Bhutanese
Bolivia; La Paz; ; Bolivian
Bosnia and Herzegovina; Sarajevo; Bosnia; Bosnian
Botswana; Gaborone; ; Botswanan
Brazil; Brasília; ; Brazilian
Britain; London; United Kingdom, UK, U.K., Great Britain; British
Brunei; Bandar Seri Begawan; ; Bruneian
Bulgaria; Sofia; ; Bulgarian
Burkina Faso; Ouagadougou; ; Burkinabe
Burundi; Gitega; ; Burundian
Cambodia; Phnom Penh; ; Cambodian
Cameroon; Yaoundé; ; Cameroonian
Canada; Ottawa; ; Canadian
Central African Republic; Bangui; ;
Chad; N'Djamena; ; Chadian
Chile; Santiago; ; Chilean
China; Beijing; People's Republic of China, PRC; Chinese
Colombia; Bogotá; ; Colombian
Congo; Kinshasa; DRC, Democratic Republic of the Congo; Congolese
Costa Rica; San José; ; Costa Rican
Croatia; Zagreb; ; Croatian, Croat
Cuba; Havana; ; Cuban
Cyprus; Nicosia; ; Cypriot
Czech Republic; Prague; Czechia; Czech
Denmark; Copenhagen; ; Danish
Djibouti; ; ; Djiboutian
Dominican Republic; Santo Domingo; ; Dominican
Ecuador; Quito; ; Ecuadorian
Egypt; Cairo; ; Egyptian
El Salvador; San Salvador; ; Salvadoran
Eritrea; Asmara; ; Eritrean
Estonia; Tallinn; ; Estonian
Eswatini; Mbabane; Swaziland; Swazi
Ethiopia; Addis Ababa; ; Ethiopian
Fiji; Suva; ; Fijian
Finland; Helsinki; ; Finnish
France; Paris; ; French
Gabon; Libreville; ; Gabonese
Gambia; Banjul; ; Gambian
Germany; Berlin; ; German
Ghana; Accra; ; Ghanaian
Greece; Athens; ; Greek
Greenland; Nuuk; ; Greenlandic
Grenada; ; ; Grenadian
Guatemala; Guatemala City; ; Guatemalan
Guinea; Conakry; ; Guinean
Guyana; ; ; Guyanese
Haiti; Port-au-Prince; ; Haitian
Honduras; Tegucigalpa; ; Honduran
Hungary; Budapest; ; Hungarian
Iceland; Reykjavik; Reykjavík; Icelandic
India; New Delhi; Delhi; Indian
Indonesia; Jakarta; ; Indonesian
Iran; Tehran; Islamic Republic of Iran; Iranian
Iraq; Baghdad; ; Iraqi
Ireland; Dublin; ; Irish
Israel; Jerusalem; ; Israeli
Italy; Rome; ; Italian
Ivory Coast; Yamoussoukro; Côte d'Ivoire; Ivorian
Jamaica; Kingston; ; Jamaican
Japan; Tokyo; ; Japanese
Jordan; Amman; ; Jordanian
Kazakhstan; Astana; ; Kazakh
Kenya; Nairobi; ; Kenyan
Kosovo; Pristina; ; Kosovar
Kuwait; Kuwait City; ; Kuwaiti
Kyrgyzstan; Bishkek; ; Kyrgyz
Laos; Vientiane; ; Laotian
Latvia; Riga; ; Latvian
Lebanon; Beirut; ; Lebanese
Lesotho; Maseru; ;
Liberia; Monrovia; ; Liberian
Libya; Tripoli; ; Libyan
Liechtenstein; Vaduz; ;
Lithuania; Vilnius; ; Lithuanian
Luxembourg; ; ; Luxembourgish
Madagascar; Antananarivo; ; Malagasy
Malawi; Lilongwe; ; Malawian
Malaysia; Kuala Lumpur; ; Malaysian
Maldives; Malé; ; Maldivian
Mali; Bamako; ; Malian
Malta; Valletta; ; Maltese
Mauritania; Nouakchott; ; Mauritanian
Mauritius; Port Louis; ; Mauritian
Mexico; Mexico City; ; Mexican
Moldova; Chisinau; Chișinău; Moldovan
Monaco; ; ; Monegasque
Mongolia; Ulaanbaatar; Ulan Bator; Mongolian
Montenegro; Podgorica; ; Montenegrin
Morocco; Rabat; ; Moroccan
Mozambique; Maputo; ; Mozambican
Myanmar; Naypyidaw; Burma; Burmese
Namibia; Windhoek; ; Namibian
Nepal; Kathmandu; ; Nepali, Nepalese
Netherlands; Amsterdam; Holland, The Hague; Dutch
New Zealand; Wellington; ; New Zealander
Nicaragua; Managua; ; Nicaraguan
Niger; Niamey; ; Nigerien
Nigeria; Abuja; ; Nigerian
North Korea; Pyongyang; DPRK, Democratic People's Republic of Korea; North Korean
North Macedonia; Skopje; Macedonia; Macedonian
Norway; Oslo; ; Norwegian
Oman; Muscat; ; Omani
Pakistan; Islamabad; ; Pakistani
Palestine; Ramallah; ; Palestinian
Panama; Panama City; ; Panamanian
Papua New Guinea; Port Moresby; ;
Paraguay; Asunción; ; Paraguayan
Peru; Lima; ; Peruvian
Philippines; Manila; ; Philippine, Filipino
Poland; Warsaw; ; Polish
Portugal; Lisbon; ; Portuguese
Qatar; Doha; ; Qatari
Romania; Bucharest; ; Romanian
Russia; Moscow; Russian Federation; Russian
Rwanda; Kigali; ; Rwandan
Samoa; Apia; ; Samoan
Saudi Arabia; Riyadh; ; Saudi
Senegal; Dakar; ; Senegalese
Serbia; Belgrade; ; Serbian
Seychelles; Victoria; ;
Sierra Leone; Freetown; ; Sierra Leonean
Singapore; ; ; Singaporean
Slovakia; Bratislava; ; Slovak
Slovenia; Ljubljana; ; Slovenian
Somalia; Mogadishu; ; Somali
South Africa; Pretoria; ; South African
South Korea; Seoul; Republic of Korea; South Korean
South Sudan; Juba; ; South Sudanese
Soviet Union; ; USSR; Soviet
Spain; Madrid; ; Spanish
Sri Lanka; Colombo; ; Sri Lankan
Sudan; Khartoum; ; Sudanese
Suriname; Paramaribo; ; Surinamese
Sweden; Stockholm; ; Swedish
Switzerland; Bern; ; Swiss
Syria; Damascus; ; Syrian
Taiwan; Taipei; ; Taiwanese
Tajikistan; Dushanbe; ; Tajik
Tanzania; Dodoma; ; Tanzanian
Thailand; Bangkok; ; Thai
Togo; Lomé; ; Togolese
Tonga; Nuku'alofa; ; Tongan
Trinidad and Tobago; Port of Spain; Trinidad; Trinidadian
Tunisia; Tunis; ; Tunisian
Turkey; Ankara; Türkiye; Turkish
Turkmenistan; Ashgabat; ; Turkmen
Uganda; Kampala; ; Ugandan
Ukraine; Kyiv; Kiev; Ukrainian
United Arab Emirates; Abu Dhabi; UAE; Emirati
United States; Washington; US, U.S., USA, U.S.A., United States of America, America; American
Uruguay; Montevideo; ; Uruguayan
Uzbekistan; Tashkent; ; Uzbek
Vanuatu; Port Vila; ;
Vatican; Vatican City; ; 
Venezuela; Caracas; ; Venezuelan
Vietnam; Hanoi; ; Vietnamese
Yemen; Sanaa; Sana'a; Yemeni
Zambia; Lusaka; ; Zambian
Zimbabwe; Harare; ; Zimbabwean
`);

/** Regions, states and well-known cities that are no capitals of a country. */
const OTHER_PLACES = wordList(`
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas
Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada
New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island
South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia West_Virginia Wisconsin Wyoming Puerto_Rico Guam
Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nev.
N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Vt. Va. Wash. W.Va. Wis. Wyo. D.C. Washington,_D.C.
Washington_D.C. Washington_DC DC
England Scotland Wales Northern_Ireland Ulster Catalonia Bavaria Saxony Brittany Normandy Tuscany Sicily Sardinia Lombardy
Andalusia Galicia Flanders Wallonia Crimea Donbas Donetsk Luhansk Siberia Chechnya Dagestan Tatarstan Kurdistan Kashmir
Punjab Tibet Xinjiang Hong_Kong Macau Guangdong Sichuan Hubei Hokkaido Okinawa Quebec Ontario Alberta Manitoba
British_Columbia Nova_Scotia Queensland Victoria Tasmania New_South_Wales Gaza Gaza_Strip West_Bank East_Jerusalem
Golan_Heights Sinai Darfur Tigray Zanzibar Transvaal Gujarat Kerala Tamil_Nadu Assam Bihar
Europe Asia Africa North_America South_America Latin_America Central_America Middle_East Antarctica Arctic Oceania
Eastern_Europe Western_Europe Southeast_Asia Central_Asia East_Asia North_Africa West_Africa East_Africa Caribbean Balkans
Caucasus Scandinavia Benelux Baltics Sahel Maghreb Levant Mediterranean Korean_Peninsula Iberia Midwest New_England
Rust_Belt Silicon_Valley Long_Island Cape_Cod Bay_Area Pacific Atlantic Persian_Gulf South_China_Sea Black_Sea
New_York_City Manhattan Brooklyn Queens Bronx Staten_Island Los_Angeles Chicago Houston Phoenix Philadelphia San_Antonio
San_Diego Dallas Austin San_Francisco Seattle Denver Boston Detroit Nashville Memphis Portland Las_Vegas Baltimore
Milwaukee Albuquerque Tucson Fresno Sacramento Atlanta Miami Oakland Minneapolis Cleveland Tampa New_Orleans Honolulu
Cincinnati Pittsburgh St._Louis St._Paul Buffalo Newark Orlando Anchorage Des_Moines Salt_Lake_City Kansas_City Charlotte
Columbus Indianapolis Fort_Worth El_Paso Omaha Raleigh Richmond Charleston Albany Hartford Providence Baton_Rouge
Ferguson Flint San_Bernardino Palo_Alto Hollywood Brooklyn Harlem Toledo Akron Dayton Sioux_City Cedar_Rapids
Colorado_Springs Fort_Lauderdale Jacksonville Tallahassee Birmingham Montgomery Selma Little_Rock Louisville Lexington
Toronto Montreal Vancouver Calgary Edmonton Winnipeg Halifax Guadalajara Monterrey Tijuana Ciudad_Juárez
Rio_de_Janeiro São_Paulo Sao_Paulo Recife Medellín Medellin Cali Guayaquil Valparaíso Rosario Córdoba Maracaibo
Manchester Liverpool Leeds Sheffield Bristol Newcastle Nottingham Glasgow Edinburgh Cardiff Belfast Oxford Cambridge
Brighton Portsmouth Southampton Plymouth Calais Marseille Marseilles Lyon Lyons Nice Toulouse Bordeaux Strasbourg Lille
Hamburg Munich Cologne Frankfurt Stuttgart Düsseldorf Dresden Leipzig Bremen Hanover Nuremberg Bonn Zurich Zürich Geneva
Basel Salzburg Graz Milan Naples Turin Venice Florence Bologna Palermo Genoa Barcelona Valencia Seville Bilbao Málaga
Porto Rotterdam Utrecht Eindhoven Antwerp Ghent Bruges Aarhus Gothenburg Malmö Bergen Kraków Krakow Gdańsk Gdansk Lviv
Kharkiv Odesa Odessa Mariupol Kherson Zaporizhzhia St._Petersburg Saint_Petersburg Vladivostok Kazan Sochi Novosibirsk
Istanbul Izmir Thessaloniki Aleppo Homs Idlib Raqqa Mosul Basra Kirkuk Fallujah Ramadi Erbil Haifa Tel_Aviv Nablus Hebron
Rafah Khan_Younis Alexandria Benghazi Misrata Casablanca Marrakesh Marrakech Tangier Lagos Kano Johannesburg Cape_Town
Durban Mombasa Kandahar Kunduz Peshawar Karachi Lahore Mumbai Bombay Kolkata Calcutta Chennai Bangalore Bengaluru
Hyderabad Chittagong Mandalay Yangon Rangoon Chiang_Mai Phuket Ho_Chi_Minh_City Saigon Surabaya Bali Mindanao Shanghai
Shenzhen Guangzhou Wuhan Chongqing Tianjin Nanjing Chengdu Harbin Osaka Kyoto Hiroshima Nagasaki Fukushima Sapporo Busan
Incheon Panmunjom Sydney Melbourne Brisbane Perth Adelaide Hobart Darwin Auckland Christchurch Dubai Sharjah Mecca Medina
Jeddah Aden Wall_Street Main_Street Guantánamo_Bay Guantanamo_Bay Guantanamo Chernobyl Srebrenica Davos Strasbourg
`);

/** Words with a capital for groups of people, which are no names of organizations: “a Republican senator”. */
export const GROUP_ADJECTIVES = wordList(`
African-American African-Americans Hispanic Hispanics Latino Latinos Latina Black White Muslim Muslims Islamic Christian Christians
Christianity Islam Judaism Jewish Jew Jews Catholic Catholics Protestant Protestants Evangelical Evangelicals Mormon Mormons Sunni Sunnis
Shiite Shiites Shia Hindu Hindus Buddhist Buddhists Sikh Sikhs Arab Arabs Kurd Kurds Kurdish Western European Europeans Asian Asians
African Africans Latin Asian-American Native Caucasian Nazi Nazis Communist Marxist Socialist Republican Democratic Democrat
Conservative Liberal Libertarian Independent Reaganite Iowan Iowans Texan Texans Californian Floridian Vermonter New_Yorker New_Yorkers
Southern Northern Eastern Midwestern Bible Koran Quran God Constitution Internet English Arabic Hebrew Americans Russians
`);

/** The country that a name, a capital or an adjective belongs to. */
interface World {
  /** Names of countries, with their other names, and the name each is listed under. */
  readonly countries: ReadonlyMap<string, string>;
  /** Capitals and the country whose government they can stand for. */
  readonly capitals: ReadonlyMap<string, string>;
  /** “Danish”: Denmark. */
  readonly adjectives: ReadonlyMap<string, string>;
  /** Every name of a place, countries and capitals included. */
  readonly places: ReadonlySet<string>;
}

const items = (field: string | undefined) =>
  (field ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

/** What is known of the places of the world. */
export const WORLD: World = {
  countries: new Map(
    COUNTRIES.flatMap(([name = '', , others]) => [name, ...items(others)].map((each) => [each, name])),
  ),
  capitals: new Map(COUNTRIES.flatMap(([name = '', capital]) => items(capital).map((each) => [each, name]))),
  adjectives: new Map(
    COUNTRIES.flatMap(([name = '', , , adjectives]) => items(adjectives).map((each) => [each, name])),
  ),
  places: new Set([
    ...COUNTRIES.flatMap(([name = '', capital, others]) => [name, ...items(capital), ...items(others)]),
    ...OTHER_PLACES,
  ]),
};

/** Ends of words that names of places often have. */
export const PLACE_ENDING =
  /(?:mouth|burgh?|ville|stan|grad|shire|ford|haven|port|bury|borough|fjord|heim|stadt|abad)$/u;

/** First words of names that are places: “Mount Orrin”, “Port Quill”. */
export const PLACE_OPENINGS = wordList('Mount Mt. Lake Port Fort Cape Gulf Isle Lower Upper San Santa');

/** Last words of names that are places: “Gull Point”. */
export const PLACE_HEADS = wordList(`
Island Islands River Valley Mountain Mountains Lake Bay Beach Sea Ocean Strait Channel Peninsula Point Hill Hills Street
Avenue Road Square Bridge Harbor Harbour Coast Desert Forest Park Airport Station County Province District Region Border
Creek Falls Canyon Heights Island Reef Sound Cove Isle Isles Plaza Boulevard Drive Highway Tunnel Cliffs Town Village Rock
Dam Reservoir Lighthouse Substation
`);

/** Nouns in the names of places by which these are spoken of again: “the dam”. */
export const PLACES_AGAIN = wordList(
  'island islands valley lake bay peninsula bridge dam reservoir airport province district republic kingdom harbour harbor strait tunnel',
);

/** Nouns before “of” and a name that make a place of it. */
export const SEATS = wordList(
  'capital city town village island state port harbour harbor people coast government republic',
);

/** Words before a name that make a place of it. */
export const PLACE_PREPOSITIONS = wordList(
  'in at near outside around across inside off towards toward throughout beyond',
);
