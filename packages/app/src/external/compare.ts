/** Verdicts of another tool beside ours on the same resource, by the ids that our checks name as equivalents. Pure. */
import type { CatalogueEntry, ExternalComparison, ExternalFinding, Status } from '@kumomori/model';
import type { ReadFinding } from './read-external.ts';

/** Our verdict on one resource. */
export interface OwnVerdict {
  readonly checkId: string;
  /** ARN or id. */
  readonly address: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly status: Status;
}

/** By check: by resource, and by account and region. */
export type OwnVerdicts = ReadonlyMap<
  string,
  { readonly byResource: ReadonlyMap<string, Status>; readonly byPlace: ReadonlyMap<string, Status | null> }
>;

const WEIGHTS: Readonly<Record<Status, number>> = { fail: 3, unknown: 2, pass: 1, 'not-applicable': 0 };

interface Growing {
  readonly byResource: Map<string, Status>;
  readonly byPlace: Map<string, Status | null>;
  readonly resourceAt: Map<string, string>;
}

function noVerdicts(): Growing {
  return { byResource: new Map(), byPlace: new Map(), resourceAt: new Map() };
}

/**
 * The worst of several verdicts on one resource counts. Of a place with several resources nothing is known by the place alone. Of resources
 * that nobody asks for only the place is kept.
 */
export class WorstVerdicts {
  readonly #wanted: ReadonlySet<string>;
  readonly #found = new Map<string, Growing>();

  /** `wanted`: ids or ARNs. */
  constructor(wanted: Iterable<string>) {
    this.#wanted = new Set([...wanted].map(resourceKey));
  }

  add({ checkId, address, account, region, status }: OwnVerdict): void {
    const own = this.#found.get(checkId) ?? noVerdicts();
    this.#found.set(checkId, own);
    const id = resourceKey(address);
    if (this.#wanted.has(id)) own.byResource.set(id, worseOf(own.byResource.get(id), status));
    for (const place of new Set([placeKey(account, region), placeKey(account, null)])) {
      const other = own.resourceAt.get(place);
      own.resourceAt.set(place, other ?? id);
      const known = own.byPlace.get(place);
      own.byPlace.set(place, other === undefined || (other === id && known !== null) ? worseOf(known ?? undefined, status) : null);
    }
  }

  get all(): OwnVerdicts {
    return this.#found;
  }
}

function worseOf(known: Status | undefined, status: Status): Status {
  return known === undefined || WEIGHTS[status] > WEIGHTS[known] ? status : known;
}

/** What follows the sign in our addresses is a part of the resource. Azure's ids are written in any case. */
function resourceKey(id: string): string {
  return (id.split('#')[0] ?? '').toLowerCase();
}

function placeKey(account: string | null, region: string | null): string {
  return `${account ?? ''} ${region ?? ''}`;
}

export interface ComparingOptions {
  readonly checks: readonly CatalogueEntry[];
  /** The file it stands in, as the user wrote it. */
  readonly file: string;
  readonly own: OwnVerdicts;
}

/** In the order of the file. O(findings + equivalents). */
export function compareExternal(read: readonly ReadFinding[], { checks, file, own }: ComparingOptions): readonly ExternalFinding[] {
  const byName = new Map<string, string[]>();
  for (const { id, check } of checks)
    for (const name of check.equivalents) {
      const known = byName.get(name.toLowerCase());
      if (known) known.push(id);
      else byName.set(name.toLowerCase(), [id]);
    }
  return read.map(({ finding, names }) => {
    const ids = new Set(names.flatMap((name) => byName.get(name.toLowerCase()) ?? []));
    const comparisons = [...ids].map((checkId) => comparison(checkId, finding, own));
    return { external: true, ...finding, file, comparisons };
  });
}

function comparison(checkId: string, { resource, status }: ReadFinding['finding'], own: OwnVerdicts): ExternalComparison {
  const verdicts = own.get(checkId);
  const named = verdicts?.byResource.get(resourceKey(resource.id));
  const found = named ?? (isAccountWide(resource) ? atPlace(resource, verdicts?.byPlace) : null) ?? null;
  const isDecided = (each: Status): boolean => each === 'pass' || each === 'fail';
  if (found === null) return { checkId, status: null, outcome: 'not-judged' };
  if (!isDecided(found) || !isDecided(status)) return { checkId, status: found, outcome: found === status ? 'agrees' : 'undecided' };
  return { checkId, status: found, outcome: found === status ? 'agrees' : 'disagrees' };
}

/** Tools make up an ARN for what is no resource: the root user, the password policy, a switch of a region. */
function isAccountWide({ id, account }: ReadFinding['finding']['resource']): boolean {
  const last = id.slice(id.lastIndexOf(':') + 1);
  return last === account || /^(?:root|account|password-policy|unknown)$/.test(last);
}

function atPlace(
  { account, region }: ReadFinding['finding']['resource'],
  byPlace: ReadonlyMap<string, Status | null> | undefined,
): Status | null | undefined {
  return byPlace?.get(placeKey(account, region)) ?? byPlace?.get(placeKey(account, null));
}
