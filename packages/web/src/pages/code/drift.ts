/** How code and account differ, as the server keeps it; what is not as expected is left out. */
import { asList, asObject, asText } from '../findings/document.ts';

export interface DriftRow {
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly place: string | null;
  readonly severity: string | null;
  readonly attributes: readonly { readonly path: string; readonly code: unknown; readonly live: unknown }[];
}

export interface Drift {
  readonly liveSource: string;
  readonly at: string | null;
  readonly rows: readonly DriftRow[];
  readonly notCompared: number;
}

/** Null: nothing was compared. */
export function readDrift(value: unknown): Drift | null {
  if (value === null || value === undefined) return null;
  const report = asObject(value);
  return {
    liveSource: asText(report['liveSource']) ?? '',
    at: asText(report['finishedAt']),
    rows: asList(report['drifts']).map((each): DriftRow => {
      const { kind, name, type, file, line, severity, attributes } = asObject(each);
      return {
        ...{ kind: asText(kind) ?? '', name: asText(name) ?? '', type: asText(type) ?? '', severity: asText(severity) },
        place: typeof file === 'string' ? `${file}${typeof line === 'number' ? `:${line}` : ''}` : null,
        attributes: asList(attributes).map((attribute) => {
          const { path, code = null, live = null } = asObject(attribute);
          return { path: asText(path) ?? '', code, live };
        }),
      };
    }),
    notCompared: asList(report['notCompared']).length,
  };
}

/** Numbers of a run's summary; null: it has none. */
export function countsOf(
  summary: unknown,
): { readonly found: number; readonly reopened: number; readonly closed: number; readonly problems: number } | null {
  if (typeof summary !== 'object' || summary === null) return null;
  const values = asObject(summary);
  const count = (name: string): number => (typeof values[name] === 'number' ? values[name] : 0);
  return { found: count('found'), reopened: count('reopened'), closed: count('closed'), problems: count('diagnostics') + count('gaps') };
}
