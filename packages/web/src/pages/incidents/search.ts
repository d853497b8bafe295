/** What the pages show, as it stands in the address. */

export const incidentStates = ['open', 'acknowledged', 'closed', 'false-positive'] as const;
export type IncidentState = (typeof incidentStates)[number];

export interface IncidentSearch {
  readonly state?: IncidentState;
}

export function readIncidentSearch({ state }: Readonly<Record<string, unknown>>): IncidentSearch {
  const known = incidentStates.find((each) => each === state);
  return known ? { state: known } : {};
}

export interface EntitySearch {
  readonly entity?: string;
  /** Days. */
  readonly from?: string;
  readonly to?: string;
}

export function readEntitySearch(raw: Readonly<Record<string, unknown>>): EntitySearch {
  const text = (name: string): string => {
    const value = raw[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const given = (['entity', 'from', 'to'] as const).flatMap((name) => (text(name) === '' ? [] : [[name, text(name)] as const]));
  return Object.fromEntries(given);
}
