/** Credentials in the files of a TARGET, and in values that resources are given after evaluation. */
import type { DeclaredAttribute, DeclaredResource, Range, Source, Value } from '@kumomori/model';
import { credentialOf, isSecretName, stringValue, unknownValue } from '@kumomori/model';
import type { FileTree } from '../file-tree.ts';
import type { CodeFile, Comment, EvaluatedRoot, KnownKey } from '../format.ts';
import { fingerprintText } from '../terraform/index.ts';
import type { FoundSecret } from './detect.ts';
import { MAX_SECRET_TEXT, detectSecrets } from './detect.ts';

/** Files whose content is made by tools, or no text that people write. */
const NEVER =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|composer\.lock|Cargo\.lock|poetry\.lock|go\.sum|\.terraform\.lock\.hcl)$|\.(?:min\.js|map|png|jpe?g|gif|ico|svg|webp|pdf|zip|gz|tgz|bz2|xz|zst|jar|war|class|exe|dll|so|dylib|wasm|woff2?|ttf|eot|otf|mp[34]|mov|parquet|sqlite|db|bin|pyc|o|a|lock)$/i;

/**
 * One root with a resource for each credential in a text; files that are too large or no text are left out. `files`: gets those with a
 * credential that no format reads, for the comments in them. O(text).
 */
export function secretsInFiles(tree: FileTree, files: Map<string, CodeFile>, knownKeys: KnownKeys = new Map()): EvaluatedRoot {
  const resources = tree.paths.flatMap((path): readonly DeclaredResource[] => {
    if (NEVER.test(path)) return [];
    const file = tree.read(path);
    if (file.kind !== 'text' || file.text.length > MAX_SECRET_TEXT) return [];
    const source: Source = { path, text: file.text };
    const found = detectSecrets(file.text);
    if (found.length > 0 && !files.has(path)) files.set(path, { source, comments: commentsIn(file.text) });
    return found.map((each) => declared(each, source, knownKeys));
  });
  return { kind: 'text', dir: '', resources, moduleCalls: [] };
}

type KnownKeys = ReadonlyMap<string, KnownKey>;

/** The same for texts that stand in no file of the tree (older commits). */
export function secretsInTexts(sources: readonly Source[], knownKeys: KnownKeys = new Map()): EvaluatedRoot {
  const resources = sources.flatMap((source) => detectSecrets(source.text).map((found) => declared(found, source, knownKeys)));
  return { kind: 'text', dir: '', resources, moduleCalls: [] };
}

/** In scripts and configuration of any kind: what follows `#`, `//`, `--` or `;` and may be a suppression. */
function commentsIn(text: string): readonly Comment[] {
  return [...text.matchAll(/(?:#|\/\/|--|;)([^\n]*\b(?:kumomori|checkov|trivy|tfsec|kics)[^\n]*)/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[1] ?? '',
  }));
}

function declared({ family, start, end }: FoundSecret, source: Source, knownKeys: KnownKeys): DeclaredResource {
  const range: Range = { source, start, end };
  const secret = source.text.slice(start, end);
  const resource = secretResource(family, { ...stringValue(secret, range), sensitive: true }, { range, where: source.path });
  const known = knownKeys.get(keyIdOf(family, secret, source.text, start));
  if (!known) return resource;
  const told = [
    ['keyOwner', known.owner],
    ['keyStatus', known.status],
    ...(known.lastUsed === null ? [] : [['keyLastUsed', known.lastUsed] as const]),
  ] as const;
  const attributes = new Map(resource.block.attributes);
  for (const [name, text] of told) attributes.set(name, { value: stringValue(text, range), range });
  return { ...resource, block: { ...resource.block, attributes } };
}

/** By what an account knows a key: its id, of a service account's key the id that stands beside it. */
function keyIdOf(family: string, secret: string, text: string, start: number): string {
  if (family === 'aws-access-key') return secret;
  if (family !== 'gcp-service-account-key') return '';
  const around = text.slice(Math.max(0, start - 2000), start + secret.length + 2000);
  return /"private_key_id"\s{0,5}:\s{0,5}"([a-f0-9]{40})"/.exec(around)?.[1] ?? '';
}

interface Place {
  readonly range: Range;
  /** For people: the file, or the attribute that is given the secret. */
  readonly where: string;
}

function secretResource(family: string, value: Value, { range, where }: Place): DeclaredResource {
  const text = value.kind === 'string' ? value.value : '';
  // Says whether two findings are of the same secret, nothing else: salted with the file it stands in.
  const fingerprint = fingerprintText(`${range.source.path}\n${text}`).slice(0, 16);
  const attribute = (each: Value): DeclaredAttribute => ({ value: each, range });
  const attributes = new Map<string, DeclaredAttribute>([
    ['family', attribute(stringValue(family, range))],
    ['where', attribute(stringValue(where, range))],
    ['value', attribute(value)],
  ]);
  return {
    mode: 'managed',
    type: 'secret',
    name: `${family}.${fingerprint}`,
    address: where,
    reference: `${range.source.path}:${range.start}`,
    moduleAddress: '',
    moduleDir: range.source.path,
    rootDir: '',
    key: null,
    block: { type: 'secret', range, head: range, attributes, blocks: [], uncertain: false, via: null },
    provider: 'code',
    region: unknownValue('computed', 'a file has no region'),
  };
}

/** Attributes that are secrets although their name does not end like one. */
const SECRET_ATTRIBUTES = new Set(['secret_string', 'secretstring', 'administratorloginpassword', 'adminpassword', 'sas_token']);
const MAX_FOUND = 500;

/**
 * Literals that reach an attribute named like a secret, whatever way they took (a variable's default, a local, a module's argument). What
 * has no literal (a generated password, a secret store, a variable without value) is none. O(values).
 */
export function secretsInValues(roots: readonly EvaluatedRoot[], known: EvaluatedRoot): EvaluatedRoot {
  const found = new Map<string, DeclaredResource>();
  const taken = known.resources.map(({ block }) => block.range);
  const seen = new Set<Value>();
  const visit = (value: Value, name: string, address: string): void => {
    if (seen.has(value) || found.size >= MAX_FOUND) return;
    seen.add(value);
    if (value.kind === 'map') for (const [key, entry] of value.entries) visit(entry, key, address);
    else if (value.kind === 'list' || value.kind === 'set') for (const item of value.items) visit(item, name, address);
    else if (value.kind === 'string' && value.range && isSecretAttribute(name)) {
      const { range } = value;
      const isKnown = taken.some((each) => each.source.path === range.source.path && each.start < range.end && range.start < each.end);
      const key = `${range.source.path}:${range.start}`;
      if (!isKnown && !found.has(key) && value.refs.length === 0 && credentialOf(SECRET_NAME, value.value) === 'password')
        found.set(key, secretResource('literal-password', { ...value, sensitive: true }, { range, where: `${address}.${name}` }));
    }
  };
  for (const root of roots) {
    if (root.kind === 'terraform-state' || root.kind === 'terraform-plan' || root.kind === 'text') continue;
    for (const { block, address } of root.resources) visitBlock(block, address, visit);
  }
  return { ...known, resources: [...known.resources, ...found.values()] };
}

const SECRET_NAME = 'password';

function isSecretAttribute(name: string): boolean {
  return SECRET_ATTRIBUTES.has(name.toLowerCase()) || (isSecretName(name) && !/(?:key|credentials)$/i.test(name));
}

function visitBlock(block: DeclaredResource['block'], address: string, visit: (value: Value, name: string, address: string) => void): void {
  for (const [name, { value }] of block.attributes) visit(value, name, address);
  for (const nested of block.blocks) visitBlock(nested, address, visit);
}
