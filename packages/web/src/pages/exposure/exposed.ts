/** In which of five ways something is exposed, and the filter of the table. */

export const exposureStates = ['reached', 'behind', 'unknown', 'away', 'closed'] as const;
export type ExposureState = (typeof exposureStates)[number];

export interface Exposed {
  readonly reachable: boolean | 'unknown';
  readonly from: string;
  readonly oneChangeAway: readonly unknown[] | null;
}

export function stateOf({ reachable, from, oneChangeAway }: Exposed): ExposureState {
  if (reachable === true) return from === 'internet' ? 'reached' : 'behind';
  if (reachable === 'unknown') return 'unknown';
  return oneChangeAway === null || oneChangeAway.length === 0 ? 'closed' : 'away';
}

interface Named extends Exposed {
  readonly name: string;
  readonly node: string;
  readonly account: string | null;
  readonly sourceName: string;
}

/** No state chosen: all of them. */
export function filtered<Row extends Named>(rows: readonly Row[], states: ReadonlySet<ExposureState>, text: string): readonly Row[] {
  const words = text
    .toLowerCase()
    .split(/\s+/u)
    .filter((each) => each !== '');
  return rows.filter((row) => {
    if (states.size > 0 && !states.has(stateOf(row))) return false;
    const all = [row.name, row.node, row.account ?? '', row.sourceName].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** `443/tcp, 8000-8080/tcp`; an empty text for all ports. */
export function portsText(ports: readonly { readonly protocol: string; readonly from: number; readonly to: number }[]): string {
  if (ports.some(({ from, to }) => from <= 0 && to >= 65_535)) return '';
  return ports.map(({ protocol, from, to }) => `${from === to ? from : `${from}-${to}`}/${protocol}`).join(', ');
}
