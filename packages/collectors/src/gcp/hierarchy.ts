/** Which projects, folders and organizations are looked at, and what those above a project say about it. */
import type { Json } from '@kumomori/model';
import { POLICY_SUFFIX, itemsAt, memberOf, textOf } from '@kumomori/model';
import { isUnchanged, knownAnswer } from '../changes/index.ts';
import { CollectError } from '../collecting.ts';
import type { Account, Collection } from './collection.ts';
import type { GcpAnswer } from './client.ts';
import { accountOf } from './collection.ts';

const SERVICE = 'cloudresourcemanager.googleapis.com';
const API = `https://${SERVICE}/v3`;
const SINKS = 'logging.googleapis.com:ancestorSinks';
/** Folders are nested ten levels deep at most; a limit for servers that say otherwise. */
const MAX_FOLDERS = 20_000;
/** Apps Script makes a project for every script that somebody writes; nobody can use them for anything else. */
const OF_APPS_SCRIPT = /^sys-\d{20,}$/;

export interface Asked {
  readonly projects?: readonly string[] | undefined;
  readonly organization?: string | undefined;
  readonly folder?: string | undefined;
}

export interface Hierarchy {
  /** What one inventory can tell of: an organization or folder with all below it, or single projects. */
  readonly scopes: readonly { readonly parent: string; readonly accounts: readonly Account[] }[];
}

/** Throws CollectError `credentials` when Google does not know who asks, `usage` for an id that is none. */
export async function hierarchyOf(collection: Collection, { projects, organization, folder }: Asked): Promise<Hierarchy> {
  const roots = [...numbered('organizations', organization), ...numbered('folders', folder)];
  const scopes = [];
  for (const root of roots) scopes.push({ parent: root, accounts: [accountOf(root), ...(await below(collection, root))] });
  const covered = new Set(scopes.flatMap(({ accounts }) => accounts.map(({ name }) => name)));
  const single = projects ? await named(collection, projects) : roots.length === 0 ? await visible(collection) : [];
  for (const project of single) if (!covered.has(project.name)) scopes.push({ parent: project.parent, accounts: [project] });
  return { scopes };
}

function numbered(collection: string, number: string | undefined): readonly string[] {
  if (number === undefined) return [];
  const digits = number.replace(`${collection}/`, '');
  if (!/^\d+$/.test(digits)) throw new CollectError('usage', `${number} is no number of one of the ${collection}`);
  return [`${collection}/${digits}`];
}

async function named(collection: Collection, projects: readonly string[]): Promise<readonly Account[]> {
  const accounts: Account[] = [];
  for (const id of projects) {
    if (!/^(?:[a-z0-9.-]+:)?[a-z0-9][a-z0-9-]*$/.test(id)) throw new CollectError('usage', `${id} is no id of a project`);
    const { json, error } = await collection.client.call({
      url: `${API}/projects/${encodeURIComponent(id)}`,
      permission: 'resourcemanager.projects.get',
      about: [],
      bucket: `gcp:${id}:global:${SERVICE}`,
      operation: `gcp:${SERVICE}:projects`,
    });
    known(error?.code, error?.message);
    accounts.push((json && projectOf(json)) ?? accountOf(`projects/${id}`));
  }
  return accounts;
}

/** Every project that the caller may see. */
async function visible(collection: Collection): Promise<readonly Account[]> {
  const found = await pages(collection, {
    path: 'projects:search?query=state:ACTIVE',
    list: 'projects',
    permission: 'resourcemanager.projects.get',
  });
  return found.flatMap((each) => projectOf(each) ?? []);
}

/** Projects and folders below a folder or organization, breadth first. */
async function below(collection: Collection, root: string): Promise<readonly Account[]> {
  const accounts: Account[] = [];
  const parents = [root];
  const seen = new Set(parents);
  for (let at = 0; at < parents.length && at < MAX_FOLDERS; at += 1) {
    const parent = encodeURIComponent(parents[at] ?? '');
    const projects = await pages(collection, {
      path: `projects?parent=${parent}`,
      list: 'projects',
      permission: 'resourcemanager.projects.list',
    });
    accounts.push(...projects.flatMap((each) => projectOf(each) ?? []));
    const folders = await pages(collection, {
      path: `folders?parent=${parent}`,
      list: 'folders',
      permission: 'resourcemanager.folders.list',
    });
    for (const each of folders) {
      const name = textOf(each, 'name');
      if (name === undefined || seen.has(name)) continue;
      seen.add(name);
      parents.push(name);
      accounts.push(accountOf(name));
    }
  }
  return accounts;
}

async function pages(
  collection: Collection,
  { path, list, permission }: { readonly path: string; readonly list: string; readonly permission: string },
): Promise<readonly Json[]> {
  const found: Json[] = [];
  const seen = new Set<string>();
  let pageToken = '';
  do {
    seen.add(pageToken);
    const query = pageToken === '' ? '' : `&pageToken=${encodeURIComponent(pageToken)}`;
    const { json, error } = await collection.client.call({
      url: `${API}/${path}${query}`,
      permission,
      about: [],
      bucket: `gcp:-:global:${SERVICE}`,
      operation: `gcp:${SERVICE}:${list}`,
    });
    if (error) {
      known(error.code, error.message);
      collection.gap({
        scope: `gcp:${path.split('=')[1] ?? '-'}:global:${SERVICE}`,
        operation: list,
        reason: error.code,
        permission: error.permission ?? null,
      });
      break;
    }
    found.push(...itemsAt(json, list));
    pageToken = textOf(json, 'nextPageToken') ?? '';
  } while (pageToken !== '' && !seen.has(pageToken));
  return found;
}

function known(code: string | undefined, message = ''): void {
  if (code === 'UNAUTHENTICATED') throw new CollectError('credentials', `Google does not accept the token: ${message}`);
}

function projectOf(project: Json): Account | null {
  const id = textOf(project, 'projectId');
  const state = textOf(project, 'state') ?? 'ACTIVE';
  if (id === undefined || state !== 'ACTIVE' || OF_APPS_SCRIPT.test(id)) return null;
  return accountOf(`projects/${id}`, /^projects\/(\d+)$/.exec(textOf(project, 'name') ?? '')?.[1] ?? null);
}

/** What holds in a project because folders or the organization above say so: audit configuration and aggregated sinks. */
export class Ancestors {
  readonly #collection: Collection;
  readonly #policies = new Map<string, Promise<GcpAnswer>>();

  constructor(collection: Collection) {
    this.#collection = collection;
  }

  async collect(project: Account): Promise<void> {
    const call = `${SERVICE}:projects.getAncestry`;
    const { json } = await this.#collection.ask({
      account: project,
      call,
      request: { project: project.name },
      url: `https://${SERVICE}/v1/projects/${encodeURIComponent(project.name)}:getAncestry`,
      method: 'POST',
      permission: 'resourcemanager.projects.get',
    });
    if (!json) return;
    const above = itemsAt(json, 'ancestor').flatMap((each) => {
      const kind = textOf(memberOf(each, 'resourceId'), 'type');
      const number = textOf(memberOf(each, 'resourceId'), 'id');
      return number !== undefined && (kind === 'folder' || kind === 'organization') ? [`${kind}s/${number}`] : [];
    });
    for (const parent of above) await this.#of(project, parent);
    if (above.length === 0) await this.#collection.keep({ account: project.name, call: SINKS, request: {} }, {});
  }

  async #of(project: Account, parent: string): Promise<void> {
    await this.#shared(project, {
      call: `${SERVICE}:ancestors${POLICY_SUFFIX}`,
      request: { resource: `//${SERVICE}/${parent}` },
      url: `${API}/${parent}:getIamPolicy`,
      permission: `resourcemanager.${parent.split('/')[0] ?? ''}.getIamPolicy`,
    });
    await this.#shared(project, {
      call: SINKS,
      request: { parent },
      url: `https://logging.googleapis.com/v2/${parent}/sinks?pageSize=1000`,
      permission: 'logging.sinks.list',
    });
  }

  /** Asked once, and kept with each project that it is about. */
  async #shared(
    project: Account,
    { call, request, url, permission }: { call: string; request: { [key: string]: string }; url: string; permission: string },
  ): Promise<void> {
    const place = this.#collection.place(project.name, call);
    const { environment } = this.#collection;
    if (await knownAnswer(environment, { place, request, mayReuse: isUnchanged(environment, place, request) })) return;
    const isPolicy = call.endsWith(POLICY_SUFFIX);
    const asked =
      this.#policies.get(url) ??
      this.#collection.client.call({
        url,
        ...(isPolicy && { method: 'POST' as const, body: { options: { requestedPolicyVersion: 3 } } }),
        permission,
        about: [],
        bucket: `gcp:-:global:${place.service}`,
        operation: `gcp:${call}`,
      });
    this.#policies.set(url, asked);
    const answer = await asked;
    const where = { account: project.name, call, request };
    if (answer.error) await this.#collection.fail(where, answer.error);
    else await this.#collection.keep(where, answer.json);
  }
}
