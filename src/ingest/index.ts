export { parsePublished } from './published.js';
export { type ReadOptions, readDocuments } from './readers/read-documents.js';
export {
  type Known,
  type Published,
  type ReadResult,
  Refusal,
  type RefusalReason,
  type Source,
  type SourceDocument,
} from './source-document.js';
