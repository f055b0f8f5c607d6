import { readdirSync, readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { SeedError } from './seed-error.js';
import { SeedValue } from './seed-value.js';

/** Reads a seed file's text: UTF-8, with line ends made `\n`, so that the same seeds give the same ids everywhere. */
export function readSeedText(path: string): string {
  const bytes = orSeedError(path, () => readFileSync(path));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch (cause) {
    throw new SeedError(path, null, 'The file is not UTF-8 text; save it as UTF-8.', { cause });
  }
}

/** The names of the files in a seed directory, in order. */
export function seedFileNames(directory: string): string[] {
  const entries = orSeedError(directory, () => readdirSync(directory, { withFileTypes: true }));
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}

/** Parses YAML that begins at line `firstLine` of the file at `path`. */
export function parseSeedYaml(path: string, yaml: string, firstLine = 1): SeedValue {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(lines.linePos(offset).line, 1) + firstLine - 1;
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) {
    const what =
      problem.code === 'DUPLICATE_KEY'
        ? 'The key stands here a second time; keys of one mapping must differ.'
        : `This is not valid YAML: ${problem.message}.`;
    throw new SeedError(path, lineAt(problem.pos[0]), what);
  }
  return new SeedValue({ path, lineAt }, document.contents, 0, 'The file');
}

function orSeedError<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SeedError(path, null, `Cannot be read: ${reason}`, { cause });
  }
}
