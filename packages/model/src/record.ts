/** Is it an object with keys, and no list? For JSON of strangers, before anything is read from it. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
