/** Files in which somebody exported an account with the cloud's own tools, read like a collection. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import type { CloudProvider, ConfigItem, Diagnostic, ExportedAsset, Json, LiveDeclaration, RecordedCall } from '@kumomori/model';
import { assetsIn, azureExport, configItemsIn, configSnapshot, declareLive, liveSources, recordedAssets } from '@kumomori/model';
import type { EvaluatedRoot, FileTree } from '@kumomori/parsers';
import { MAX_DEPTH, isDeeper } from '../snapshots/index.ts';
import type { LiveTarget } from './live-target.ts';

type ExportKind = 'aws-config' | 'azure-resource-graph' | 'gcp-asset-export';

export interface AccountExport {
  /** Relative to the TARGET. */
  readonly path: string;
  readonly kind: ExportKind;
  /** For people. */
  readonly because: string;
}

const BECAUSE: Readonly<Record<ExportKind, string>> = {
  'aws-config': 'has configuration items of AWS Config',
  'azure-resource-graph': 'has rows of Azure Resource Graph',
  'gcp-asset-export': 'has assets of gcloud asset export',
};

/** Text, unpacked. A JavaScript string holds twice as much. */
const MAX_BYTES = 256 * 1024 * 1024;
/** What an export is recognized by stands in its first items. */
const HEAD_BYTES = 64 * 1024;

/** Exports among the files, by what they say at their beginning. Reads JSON files once, of large and packed ones the beginning. */
export function findExports(tree: FileTree, onlyFiles: readonly string[] | null = null): readonly AccountExport[] {
  return tree.paths.flatMap((path) => {
    if (!/\.(?:json|jsonl|ndjson)(?:\.gz)?$/i.test(path) || path.startsWith('../')) return [];
    if (onlyFiles !== null && !onlyFiles.includes(path)) return [];
    const kind = kindOf(headOf(tree, path));
    return kind === null ? [] : [{ path, kind, because: BECAUSE[kind] }];
  });
}

function headOf(tree: FileTree, path: string): string {
  if (!path.toLowerCase().endsWith('.gz')) {
    const file = tree.read(path);
    if (file.kind === 'text') return file.text.slice(0, HEAD_BYTES);
    if (file.kind !== 'too-large') return '';
  }
  try {
    const head = firstBytes(join(tree.root, path));
    return isPacked(head)
      ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_BYTES }).toString('utf8', 0, HEAD_BYTES)
      : head.toString();
  } catch {
    // Not readable, or no gzip: no export either.
    return '';
  }
}

function firstBytes(place: string): Buffer {
  const descriptor = openSync(place, 'r');
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(descriptor);
  }
}

function isPacked(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function kindOf(head: string): ExportKind | null {
  if (!/^\s*[[{]/.test(head)) return null;
  if (/"(?:baseC|c)onfigurationItems"\s*:\s*\[/.test(head) && /"resourceType"\s*:\s*"AWS::/.test(head)) return 'aws-config';
  if (/"asset_?[tT]ype"\s*:\s*"[\w.-]+\.(?:googleapis\.com|k8s\.io)\//.test(head) && /"name"\s*:\s*"\/\//.test(head))
    return 'gcp-asset-export';
  const isRows = /^\s*(?:\[\s*\{|\{[^[]*"(?:data|value)"\s*:\s*\[)/.test(head) && !/"\$schema"|"(?:terraform|format)_version"/.test(head);
  const hasRow = /"id"\s*:\s*"\/subscriptions\/[^/"]+\//i.test(head) && /"type"\s*:\s*"[\w.]+\/[\w/]+"/.test(head);
  return isRows && hasRow && /"properties"\s*:\s*\{/.test(head) ? 'azure-resource-graph' : null;
}

/** Every account that the exports tell of; null without exports. All files of one cloud are in memory at once. */
export function openExports(root: string, found: readonly AccountExport[]): LiveTarget | null {
  if (found.length === 0) return null;
  const own: Diagnostic[] = [];
  const reader = new ExportReader(root, (each) => void own.push(each));
  const of = (kind: ExportKind): readonly AccountExport[] => found.filter((each) => each.kind === kind);
  return {
    gaps: [],
    size: found.length,
    *roots() {
      yield* reader.azure(of('azure-resource-graph'));
      yield* reader.gcp(of('gcp-asset-export'));
      yield* reader.aws(newestOfEach(of('aws-config')));
    },
    diagnostics: () => own,
  };
}

/** Names of delivered snapshots: `123456789012_Config_ap-northeast-1_ConfigSnapshot_20261122T081500Z_….json.gz`. */
const DELIVERED = /([^/]*_Config_[^/]+_ConfigSnapshot)_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z_/;

/** AWS Config delivers a new snapshot of all there is each time: of an account and region the newest counts. */
function newestOfEach(found: readonly AccountExport[]): readonly AccountExport[] {
  const newest = new Map<string, AccountExport>();
  for (const each of found.toSorted((one, other) => (deliveredAt(one.path) < deliveredAt(other.path) ? -1 : 1)))
    newest.set(DELIVERED.exec(each.path)?.[1] ?? each.path, each);
  return found.filter((each) => newest.get(DELIVERED.exec(each.path)?.[1] ?? each.path) === each);
}

function deliveredAt(path: string): string {
  const [, , ...parts] = DELIVERED.exec(path) ?? [];
  const [year, month, day, hour, minute, second] = parts;
  return second === undefined ? '' : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

type Report = (diagnostic: Diagnostic) => void;

class ExportReader {
  readonly #root: string;
  readonly #report: Report;

  constructor(root: string, report: Report) {
    this.#root = root;
    this.#report = report;
  }

  *azure(found: readonly AccountExport[]): Generator<EvaluatedRoot> {
    for (const { path } of found) {
      const json = this.#json(path);
      if (json === undefined) continue;
      const accounts = azureExport(json, path);
      if (accounts.length === 0) this.#say(path, 'export-empty', 'warning', 'no row of the export has an id, a type and properties');
      for (const { account, declaration } of accounts) yield rootOf('azure', account, declaration);
    }
  }

  *gcp(found: readonly AccountExport[]): Generator<EvaluatedRoot> {
    const assets: ExportedAsset[] = [];
    for (const { path } of found) {
      const text = this.#text(path);
      const own = text === null ? [] : assetsIn(text, path);
      if (own === null) this.#say(path, 'export-damaged', 'error', 'the export is damaged: a line of it is no asset');
      for (const each of own ?? []) if (!isDeeper(each.asset, MAX_DEPTH)) assets.push(each);
    }
    const [first] = found;
    if (!first || assets.length === 0) return;
    for (const calls of recordedAssets(assets, this.#madeAt(first.path)))
      yield rootOf('gcp', calls.account, declareLive(calls, liveSources.gcp, this.#failed));
  }

  *aws(found: readonly AccountExport[]): Generator<EvaluatedRoot> {
    const items: ConfigItem[] = [];
    for (const { path } of found) {
      const json = this.#json(path);
      if (json === undefined) continue;
      for (const each of configItemsIn(json, { source: { path, text: '' }, at: this.#madeAt(path) })) items.push(each);
    }
    for (const { account, declaration, unread } of configSnapshot(items, this.#failed)) {
      const path = items.find((each) => each.account === account)?.source.path ?? '';
      if (unread.length > 0)
        this.#say(path, 'export-unread', 'info', `types of account ${account} that are not read from AWS Config: ${unread.join(', ')}`);
      yield rootOf('aws', account, declaration);
    }
  }

  readonly #failed = ({ range, place }: RecordedCall, error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    this.#say(range.source.path, 'internal', 'error', `an answer to ${place.service}:${place.operation} could not be read: ${reason}`);
  };

  /** What ages are counted to: when AWS Config says so in the name, else when the file was written. */
  #madeAt(path: string): string {
    return deliveredAt(path) || statSync(join(this.#root, path)).mtime.toISOString();
  }

  #json(path: string): Json | undefined {
    const text = this.#text(path);
    if (text === null) return undefined;
    try {
      const json = JSON.parse(text) as Json;
      if (!isDeeper(json, MAX_DEPTH)) return json;
      this.#say(path, 'limit', 'error', 'the export is nested more than 200 levels deep and was left out');
    } catch {
      this.#say(path, 'export-damaged', 'error', 'the export is damaged: it is no JSON to its end');
    }
    return undefined;
  }

  #text(path: string): string | null {
    const place = join(this.#root, path);
    try {
      if (statSync(place).size > MAX_BYTES) throw new RangeError('too large');
      const bytes = readFileSync(place);
      return (isPacked(bytes) ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes).toString('utf8').replace(/^\uFEFF/, '');
    } catch (error) {
      const isLarge = error instanceof RangeError;
      this.#say(
        path,
        isLarge ? 'limit' : 'export-damaged',
        'error',
        isLarge ? 'the export is larger than 256 MiB and was not read' : 'the export cannot be read',
      );
      return null;
    }
  }

  #say(file: string, code: string, severity: Diagnostic['severity'], message: string): void {
    this.#report({ severity, file, line: null, column: null, code, message });
  }
}

function rootOf(cloud: CloudProvider, account: string, { resources, incomplete }: LiveDeclaration): EvaluatedRoot {
  return { kind: 'live', cloud, account, dir: `${cloud}:${account}`, resources, incomplete, moduleCalls: [] };
}
