export { type ExtractOptions, extract } from './extract.js';
export type * from './extraction.js';
