/** The canonical BCP 47 tag of what a document says (`en_us` → `en-US`); null where it is none. */
export function languageTag(written: string | null | undefined): string | null {
  const tag = written?.trim().replaceAll('_', '-') ?? '';
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
