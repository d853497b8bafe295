/** What the accounts of a scan could tell of each resource type: the rest was never asked, or refused. */
import type { CloudProvider, CodeReader, LiveReach, RegisteredReader, UnseenType } from '@kumomori/model';
import { cloudProviders, readerFor, resourceReaders } from '@kumomori/model';
import type { EvaluatedRoot } from '@kumomori/parsers';
import type { Catalogue } from '../catalogue/index.ts';
import { isReadLive } from '../catalogue/index.ts';

/** Told of by one account of an organization for all of them. */
const AWS_OF_ORGANIZATION = /^AWS::(?:Organizations|SSO)::/;
const GCP_ABOVE_PROJECTS = /^google_(?:folder|organization)_/;
const OF_DIRECTORY = 'Microsoft.Graph/';

interface Lack {
  scope: string;
  reason: string;
  accounts: number;
}

interface Seen {
  /** Some account answered everything that was asked about the type. */
  isCovered: boolean;
  lack: Lack | null;
}

interface LiveType {
  readonly type: string;
  readonly reader: CodeReader<unknown>;
}

/** Sees the accounts one after the other; keeps nothing of them. O(types) for each. */
export class ReachOfAccounts {
  readonly #accounts: { readonly provider: CloudProvider; readonly account: string }[] = [];
  readonly #types = new Map<CloudProvider, readonly LiveType[]>();
  readonly #seen = new Map<string, Seen>();
  /** Types that selected checks judge. */
  readonly #wanted: ReadonlySet<string>;

  constructor(wanted: ReadonlySet<string>) {
    this.#wanted = wanted;
  }

  see(root: Pick<EvaluatedRoot, 'kind' | 'cloud' | 'account' | 'incomplete' | 'resources' | 'dir'>): void {
    if (root.kind !== 'live') return;
    const { cloud = 'aws', account = '', incomplete = new Map() } = root;
    this.#accounts.push({ provider: cloud, account });
    const level = levelOf(root);
    for (const { type, reader } of this.#typesOf(cloud)) {
      const seen = this.#seen.get(type) ?? { isCovered: false, lack: null };
      this.#seen.set(type, seen);
      const asked = reader.types.filter(level.tells);
      if (asked.length === 0) continue;
      const reasons = asked.flatMap((each) => {
        const own = incomplete.get(each);
        // Where only parts of known things are lacking, no thing can be overlooked.
        return own && own.of === undefined ? [own.detail] : [];
      });
      const [reason] = reasons;
      if (level.isAbove ? reasons.length < asked.length : reason === undefined) seen.isCovered = true;
      else if (reason !== undefined && !level.isAbove) {
        if (seen.lack) seen.lack.accounts += 1;
        else seen.lack = { scope: `${cloud}:${account}`, reason, accounts: 1 };
      }
    }
  }

  /** Null when no account was seen. */
  result(): LiveReach | null {
    if (this.#accounts.length === 0) return null;
    const clouds = new Set(this.#accounts.map(({ provider }) => provider));
    const unseen = [...clouds].flatMap((cloud) =>
      this.#typesOf(cloud).flatMap(({ type, reader }): readonly UnseenType[] => {
        const { isCovered, lack } = this.#seen.get(type) ?? { isCovered: false, lack: null };
        if (isCovered && (lack === null || isToldOnce(reader))) return [];
        return [{ type, ...(lack ?? { scope: cloud, reason: null, accounts: 0 }) }];
      }),
    );
    return { accounts: this.#accounts, unseen: unseen.toSorted((a, b) => (a.type < b.type ? -1 : 1)) };
  }

  #typesOf(cloud: CloudProvider): readonly LiveType[] {
    const known = this.#types.get(cloud) ?? resourceReaders.flatMap((readers) => this.#liveType(readers, cloud));
    this.#types.set(cloud, known);
    return known;
  }

  /** None for what an account has without a resource of its own: its verdict is unknown where an answer is missing. */
  #liveType(readers: RegisteredReader, cloud: CloudProvider): readonly LiveType[] {
    if (cloudOfType(readers.type) !== cloud || !this.#wanted.has(readers.type) || !isReadLive(readers)) return [];
    const reader = readerFor(readers, { kind: 'live', cloud });
    return reader && reader.types.length > 0 ? [{ type: readers.type, reader }] : [];
  }
}

/** Tells by a check's id whether there may be more of what it judges than was seen. */
export function blindChecks({ byId }: Catalogue, live: LiveReach | null): (id: string) => boolean {
  const unseen = new Set(live?.unseen.map(({ type }) => type));
  return (id) => unseen.has(byId.get(id)?.check.on ?? '');
}

/** The cloud that a resource type is of; null for what is of none. */
export function cloudOfType(type: string): CloudProvider | null {
  return cloudProviders.find((each) => type.startsWith(`${each}.`)) ?? null;
}

interface Level {
  /** Answers about the template's type come from accounts of this kind. */
  readonly tells: (type: string) => boolean;
  /** A folder or organization: it adds to what projects tell. */
  readonly isAbove: boolean;
}

function levelOf({ cloud = 'aws', account = '', resources, incomplete }: Parameters<ReachOfAccounts['see']>[0]): Level {
  if (cloud === 'gcp') {
    const isAbove = /^(?:organizations|folders)-\d+$/.test(account);
    return { tells: (type) => GCP_ABOVE_PROJECTS.test(type) === isAbove, isAbove };
  }
  if (cloud !== 'azure') return { tells: () => true, isAbove: false };
  const types = [...resources.map(({ type }) => type), ...(incomplete?.keys() ?? [])];
  const isDirectory = types.some((type) => type.startsWith(OF_DIRECTORY));
  return { tells: (type) => type.startsWith(OF_DIRECTORY) === isDirectory, isAbove: false };
}

/** One answer tells of the thing for all accounts. */
function isToldOnce({ types }: CodeReader<unknown>): boolean {
  return types.some((type) => AWS_OF_ORGANIZATION.test(type));
}
