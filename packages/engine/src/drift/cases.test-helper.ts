/** Declared blocks of tests: JSON stands for what a template says and what a projection makes of answers. */
import type {
  CloudProvider,
  CodeKind,
  CodeRoot,
  DeclaredBlock,
  DeclaredResource,
  LiveValue,
  Range,
  Source,
  UnknownReason,
} from '@kumomori/model';
import { normalizeCode, resourceReaders, stringValue, toValue, unknownValue } from '@kumomori/model';
import type { Side } from './thing.ts';
import { sideOf } from './thing.ts';

export interface Written {
  readonly type: string;
  /** Logical id or address; the ARN or id of a live thing. */
  readonly at: string;
  readonly properties?: Readonly<Record<string, LiveValue>>;
  /** Of a live thing. */
  readonly names?: readonly string[];
  readonly region?: string;
  /** Nested blocks of Terraform. */
  readonly blocks?: readonly { readonly type: string; readonly properties: Readonly<Record<string, LiveValue>> }[];
}

function blockOf(type: string, properties: Written['properties'], range: Range, blocks: readonly DeclaredBlock[] = []): DeclaredBlock {
  const attributes = new Map(Object.entries(properties ?? {}).map(([name, value]) => [name, { value: toValue(value, range), range }]));
  return { type, range, head: range, attributes, blocks, uncertain: false, via: null };
}

export function rootOf(
  things: readonly Written[],
  about: {
    readonly kind: CodeKind;
    readonly cloud?: CloudProvider;
    readonly dir?: string;
    readonly incomplete?: ReadonlyMap<string, UnknownReason>;
  },
): CodeRoot {
  const isLive = about.kind === 'live';
  const dir = about.dir ?? (isLive ? 'aws:123456789012' : 'template.yaml');
  const resources = things.map(({ type, at, properties, names, region, blocks = [] }, index): DeclaredResource => {
    const source: Source = { path: isLive ? 'raw/aws/Operation.jsonl.gz' : dir, text: '', firstLine: index + 1 };
    const range = { source, start: 0, end: 0 };
    const nested = blocks.map((each) => blockOf(each.type, each.properties, range));
    return {
      mode: 'managed',
      type,
      name: at,
      address: at,
      ...(isLive && { reference: `${type} ${at}`, names: [at, ...(names ?? [])] }),
      moduleAddress: '',
      moduleDir: '',
      rootDir: dir,
      key: null,
      block: blockOf(type, properties, range, nested),
      provider: 'aws',
      region: region === undefined ? unknownValue('computed', 'nobody says it') : stringValue(region),
    };
  });
  return {
    kind: about.kind,
    dir,
    resources,
    ...(isLive && { cloud: about.cloud ?? 'aws', account: '123456789012', incomplete: about.incomplete ?? new Map() }),
  };
}

export function sideOfRoot(root: CodeRoot): Side {
  const resources = normalizeCode(root, resourceReaders);
  return sideOf(root, { byKey: new Map(resources.map((each) => [each.key, each])), worlds: null }, resourceReaders);
}
