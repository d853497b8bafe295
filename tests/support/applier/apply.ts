/** Terraform, evaluated by our own evaluator, made in an AWS API server. For tests: no state, nothing is ever changed or deleted. */
import { STSClient } from '@aws-sdk/client-sts';
import type { DeclaredResource, UnknownValue, Value } from '@kumomori/model';
import { partsOf } from '@kumomori/model';
import type { EvaluatedRoot } from '@kumomori/parsers';
import type { Connection } from '../moto/estate.ts';
import { Block } from './block.ts';
import type { Making, Outputs } from './recipe.ts';
import { recipes } from './recipes.ts';

export interface Applied {
  /** What was made, by root and address. */
  readonly created: readonly { readonly rootDir: string; readonly resource: DeclaredResource; readonly outputs: Outputs }[];
  /** `root address: reason`, of what could not be made. */
  readonly notCreated: readonly string[];
  /** `root address attribute: reason`, of what was left out of what was made. */
  readonly leftOut: readonly string[];
}

export interface ApplyOptions {
  readonly connection: Connection;
  readonly account: string;
  /** What neither code nor API says: `var.NAME`, `data.TYPE.NAME.ATTRIBUTE`; `output ROOT NAME`: of another root, `made ROOT ADDRESS ATTRIBUTE`: of what was made. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** What is about Terraform, not about the thing. */
const OF_TERRAFORM = new Set(['lifecycle', 'force_destroy', 'skip_final_snapshot', 'final_snapshot_identifier', 'recovery_window_in_days']);
OF_TERRAFORM.add('deletion_window_in_days').add('tags').add('timeouts').add('depends_on');

/** Root after root, each resource after those it refers to. */
export async function applyTerraform(roots: readonly EvaluatedRoot[], options: ApplyOptions): Promise<Applied> {
  const applier = new Applier(roots, options);
  for (const root of roots)
    for (const resource of root.resources)
      if (resource.mode === 'managed' && resource.type.startsWith('aws_')) await applier.make(root, resource);
  return applier.result;
}

class Applier {
  readonly result = { created: [] as Applied['created'][number][], notCreated: [] as string[], leftOut: [] as string[] };
  readonly #roots: readonly EvaluatedRoot[];
  readonly #options: ApplyOptions;
  readonly #done = new Map<string, Promise<Outputs | null>>();
  readonly #outputs = new Map<string, Outputs>();
  readonly #clients = new Map<unknown, Map<string, unknown>>();

  constructor(roots: readonly EvaluatedRoot[], options: ApplyOptions) {
    this.#roots = roots;
    this.#options = options;
  }

  async make(root: EvaluatedRoot, resource: DeclaredResource): Promise<void> {
    const key = keyOf(root, resource.address);
    const running = this.#done.get(key) ?? this.#make(root, resource);
    this.#done.set(key, running);
    const outputs = await running;
    if (outputs) this.#outputs.set(key, outputs);
  }

  async #make(root: EvaluatedRoot, resource: DeclaredResource): Promise<Outputs | null> {
    const title = `${root.dir} ${resource.address}`;
    for (const address of dependencies(resource)) {
      const other = root.resources.find((each) => each.mode === 'managed' && each.address === address);
      if (other && other !== resource) await this.make(root, other);
    }
    const recipe = recipes[resource.type];
    if (!recipe || resource.block.uncertain) {
      this.result.notCreated.push(`${title}: ${recipe ? 'it is not known whether it exists' : 'no recipe for the type'}`);
      return null;
    }
    const block = new Block(resource.block, (value) => this.#resolve(root, value));
    try {
      const outputs = await recipe(block, this.#making(root, resource, block));
      this.result.created.push({ rootDir: root.dir, resource, outputs });
      const unread = block.unread().filter((name) => !OF_TERRAFORM.has(name));
      this.result.leftOut.push(...[...block.missing(), ...unread.map((name) => `${name}: not applied`)].map((each) => `${title} ${each}`));
      return outputs;
    } catch (error) {
      this.result.notCreated.push(`${title}: ${error instanceof Error ? `${error.name} ${error.message}` : String(error)}`);
      return null;
    }
  }

  #making(root: EvaluatedRoot, { provider, region }: DeclaredResource, block: Block): Making {
    const { connection, account } = this.#options;
    const place = region.kind === 'string' ? region.value : connection.region;
    const inherited = root.providers?.find(({ key }) => key === provider)?.defaultTags;
    const tagMap = { ...(inherited && textsOf(inherited)), ...block.map('tags') };
    return {
      account,
      region: place,
      tagMap,
      tags: Object.entries(tagMap).map(([Key, Value]) => ({ Key, Value })),
      client: <C>(kind: new (config: Connection & { readonly forcePathStyle?: boolean }) => C): C => {
        const known = this.#clients.get(kind) ?? new Map<string, unknown>();
        this.#clients.set(kind, known);
        const client =
          (known.get(place) as C | undefined) ??
          new kind({ ...connection, ...this.#special(kind.name), region: place, forcePathStyle: true });
        known.set(place, client);
        return client;
      },
    };
  }

  /** What two clients need to reach an emulator: one puts the account before the host, one speaks HTTP/2 only. */
  #special(client: string): object {
    const { endpoint } = this.#options.connection;
    if (client === 'S3ControlClient') return { disableHostPrefix: true, endpointProvider: () => ({ url: new URL(endpoint) }) };
    return client === 'KinesisClient' ? { requestHandler: new STSClient({ region: 'us-east-1' }).config.requestHandler } : {};
  }

  #resolve(root: EvaluatedRoot, { reason, refs }: UnknownValue): unknown {
    const { given } = this.#options;
    const variable = /^variable "(\w+)" has no value$/.exec(reason.detail)?.[1];
    if (variable !== undefined) return this.#told(given[`var.${variable}`]);
    const [ref, ...others] = refs;
    if (!ref || others.length > 0) return undefined;
    const name = `${ref.address}.${ref.attribute}`;
    const told = given[name];
    if (told !== undefined) return this.#told(told);
    // Anything else was computed from the attribute.
    if (
      !reason.detail.startsWith(`${name}[`) &&
      reason.detail !== `${name} is decided by the provider` &&
      reason.detail !== `${name} is read from the cloud`
    )
      return undefined;
    return this.#outputs.get(keyOf(root, ref.address))?.[ref.attribute];
  }

  #told(told: unknown): unknown {
    const [kind, dir = '', name = '', attribute = ''] = typeof told === 'string' ? told.split(' ') : [];
    if (kind === 'made') return this.#outputs.get(`${dir}\n${name}`)?.[attribute];
    if (kind !== 'output') return told;
    const root = this.#roots.find((each) => each.dir === dir);
    const value = root && 'outputs' in root ? (root.outputs as ReadonlyMap<string, Value>).get(name) : undefined;
    return root && value?.kind === 'unknown' ? this.#resolve(root, value) : undefined;
  }
}

function keyOf(root: EvaluatedRoot, address: string): string {
  return `${root.dir}\n${address}`;
}

/** Addresses in the values of a block. */
function dependencies({ block }: DeclaredResource): ReadonlySet<string> {
  const addresses = new Set<string>();
  const seen = new Set<Value>();
  const walk = (value: Value): void => {
    if (seen.has(value)) return;
    seen.add(value);
    for (const { address } of value.refs) addresses.add(address);
    for (const part of partsOf(value)) walk(part);
  };
  const blocks = [block];
  for (let each = blocks.pop(); each; each = blocks.pop()) {
    for (const { value } of each.attributes.values()) walk(value);
    blocks.push(...each.blocks);
  }
  return addresses;
}

function textsOf(value: Value): Readonly<Record<string, string>> {
  const entries = value.kind === 'map' ? [...value.entries] : [];
  return Object.fromEntries(entries.flatMap(([key, entry]) => (entry.kind === 'string' ? [[key, entry.value]] : [])));
}
