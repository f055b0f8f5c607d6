/** The largest document, or line of JSON Lines, in bytes: 5 MiB. */
export const LARGEST_DOCUMENT = 5 * 1024 * 1024;
/** The largest JSON Lines file, in bytes: its lines are read one at a time, but the file is held whole. */
export const LARGEST_ROWS = 256 * 1024 * 1024;
/** The largest front matter, in characters. */
export const LARGEST_FRONT_MATTER = 16 * 1024;
/** How deep HTML elements may be nested. Browsers stop at 512; hand-made pages do not come near. */
export const DEEPEST_HTML = 1000;
/** The most elements of a page that are looked at. */
export const MOST_ELEMENTS = 500_000;
/** How deep JSON may be nested. */
export const DEEPEST_JSON = 100;
/** How far ahead of the clock a publication date may be, in milliseconds: a day, for clocks and time zones. */
export const FURTHEST_AHEAD = 86_400_000;
/** The most topics that are taken from a document. */
export const MOST_TOPICS = 50;
