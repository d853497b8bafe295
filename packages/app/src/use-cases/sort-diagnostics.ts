import type { Diagnostic } from '@kumomori/model';
import { maskCredentials } from '@kumomori/model';

/** By place; the same thing said twice is said once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map<string, Diagnostic>();
  for (const each of diagnostics) {
    // A module source, for one, may hold a password.
    const message = maskCredentials(each.message);
    const key = `${each.file}:${each.line}:${each.column}:${each.code}:${message}`;
    if (!unique.has(key)) unique.set(key, message === each.message ? each : { ...each, message });
  }
  return [...unique.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)));
}
