import type { Difference, ReadRecord } from '../ingest/differences.js';

const SIGNS = { ADDED: '+', GONE: '-', CHANGED: '~' } as const;

/** How much of a text is shown, in UTF-16 units. */
const LONGEST = 100;

/** What a new reading does to a record, for people: the record, and below it each field that changes. */
export function differenceLines(
  { kind, record, fields }: Difference,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const show = (value: unknown) => shown(value, names);
  return [
    `${SIGNS[kind]} ${titleOf(record, show)}`,
    ...fields.map(({ name, before, after }) => `    ${name}: ${show(before)} → ${show(after)}`),
  ];
}

function titleOf(record: ReadRecord, show: (value: unknown) => string): string {
  if ('metricId' in record) return `figure ${record.valueText} (${show(record.metricId)})`;
  if ('fromId' in record)
    return `${record.kind}: ${show(record.fromId)} → ${show(record.toStatisticId ?? record.toId)}`;
  const speaker = record.speakerId === null ? record.speakerStatus.toLowerCase() : show(record.speakerId);
  return `statement of ${speaker}: ${short(record.text)}`;
}

function shown(value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'string') return short(names.get(value) ?? value);
  if (typeof value !== 'object') return String(value);
  const parts = Array.isArray(value) ? value : partsOf(value);
  return parts.length === 0 ? 'none' : parts.map((part) => shown(part, names)).join(', ');
}

/** What of a span, a date or a reference is worth reading: words rather than offsets. */
function partsOf(value: object): unknown[] {
  if ('text' in value) return [value.text];
  return Object.values(value).filter((part) => part !== null && !(Array.isArray(part) && part.length === 0));
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).toWellFormed()}…`;
}
