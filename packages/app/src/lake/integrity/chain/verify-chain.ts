/** A lake → is it what was written into it? */
import type { TamperProblem } from '../problem.ts';
import { keyFingerprint } from '../../../signatures/index.ts';
import { ledgerPath, OWN_FOLDER } from '../../ledger.ts';
import { GrowingTree, leafHash } from '../merkle.ts';
import { checkFiles } from './check-files.ts';
import type { ListedFile } from './check-files.ts';
import { checkHeads } from './check-heads.ts';
import { compareLedger } from './check-ledger.ts';
import { HASHES, headLines, HEADS, sealedHashes } from './files.ts';
import type { Head } from './head.ts';
import { isOwnHead } from './head.ts';
import { linesOf } from './lines.ts';

export interface ChainCheck {
  readonly problems: readonly TamperProblem[];
  readonly heads: number;
  /** Entries of the ledger that are sealed, and that wait for their seal. */
  readonly sealed: number;
  readonly unsealed: number;
  readonly files: number;
  /** Time of the first and last seal. */
  readonly from: string | null;
  readonly until: string | null;
  /** Fingerprint of the key that signs now. */
  readonly key: string | null;
}

export interface VerifyChainOptions {
  /** Fingerprint of the key that signed first; null: the first head's own is believed. */
  readonly trustedKey: string | null;
  /** Heads that were kept outside of the lake. */
  readonly anchors: readonly Head[];
  readonly onFile?: () => void;
}

export async function verifyChain(lake: string, { trustedKey, anchors, onFile }: VerifyChainOptions): Promise<ChainCheck> {
  const lines = headLines(lake);
  const heads = checkHeads(lines, trustedKey);
  const entries = [...linesOf(ledgerPath(lake))];
  const actual = entries.map((entry) => leafHash(entry).toString('hex'));
  const sealed = [...sealedHashes(lake)];
  const last = heads.trusted.at(-1);
  const ledger = ledgerProblems({ actual, sealed, heads: heads.trusted });
  // A head that does not count leaves hashes without one: that is said by its own problem.
  const isHeadless = (problem: TamperProblem): boolean => problem.reason === 'head-missing' && heads.trusted.length < lines.length;
  const kept = anchorProblems({ actual, sealed, anchors, key: trustedKey ?? firstKey(heads.trusted) });
  const listed = listedFiles(entries);
  const isComplete = heads.problems.length === 0 && ledger.length === 0;
  const files = await checkFiles(lake, listed, { isComplete, ...(onFile && { onFile }) });
  return {
    problems: [...heads.problems, ...ledger.filter((problem) => !isHeadless(problem)), ...kept, ...files],
    heads: lines.length,
    sealed: last?.size ?? 0,
    unsealed: Math.max(0, entries.length - (last?.size ?? 0)),
    files: listed.size,
    from: heads.trusted[0]?.at ?? null,
    until: last?.at ?? null,
    key: heads.key,
  };
}

const LEDGER = `${OWN_FOLDER}/ledger.jsonl`;

interface Sealed {
  readonly actual: readonly string[];
  readonly sealed: readonly string[];
  readonly heads: readonly Head[];
}

function ledgerProblems({ actual, sealed, heads }: Sealed): readonly TamperProblem[] {
  const last = heads.at(-1);
  if (!last) return [];
  const sizes = heads.map(({ size }) => size);
  const [ofList, ofLedger] = [rootsAt(sealed, sizes), rootsAt(actual, sizes)];
  const name = (line: number): string => `${LEDGER}:${line}`;
  const holds = (roots: ReadonlyMap<number, string>): boolean => heads.every(({ size, root }) => roots.get(size) === root);
  if (holds(ofLedger)) return listProblems({ actual, sealed, heads });
  if (holds(ofList)) {
    const cut = sealed.length > last.size ? [{ object: HEADS, kind: 'truncated', reason: 'head-missing', facts: [] } as const] : [];
    return [...compareLedger(sealed.slice(0, last.size), actual, name), ...cut];
  }
  // Ledger and list were altered alike: the heads still say between which entries.
  const bad = heads.findIndex(({ size, root }) => ofLedger.get(size) !== root);
  const from = bad <= 0 ? 1 : (heads[bad - 1]?.size ?? 0) + 1;
  const until = heads[bad]?.size ?? last.size;
  const isShort = actual.length < until;
  return [
    { object: `${LEDGER}:${from}`, kind: isShort ? 'truncated' : 'edited', reason: 'entries-differ', facts: [String(from), String(until)] },
  ];
}

/** The ledger is as it was sealed; the list of hashes beside it may not be. One that is shorter was interrupted, and says nothing wrong. */
function listProblems({ actual, sealed, heads }: Sealed): readonly TamperProblem[] {
  const size = heads.at(-1)?.size ?? 0;
  if (sealed.length > size) return [{ object: HEADS, kind: 'truncated', reason: 'head-missing', facts: [] }];
  const differs = sealed.findIndex((hash, index) => hash !== actual[index]);
  return differs === -1 ? [] : [{ object: `${HASHES}:${differs + 1}`, kind: 'edited', reason: 'hash-changed', facts: [] }];
}

function anchorProblems({
  actual,
  sealed,
  anchors,
  key,
}: Omit<Sealed, 'heads'> & { readonly anchors: readonly Head[]; readonly key: string | null }): readonly TamperProblem[] {
  const roots = rootsAt(
    actual,
    anchors.map(({ size }) => size),
  );
  const kept = rootsAt(
    sealed,
    anchors.map(({ size }) => size),
  );
  return anchors.flatMap((anchor): readonly TamperProblem[] => {
    const facts = [anchor.at, String(anchor.size)];
    const isKnown = anchor.previous !== null || keyFingerprint(anchor.signature.publicKey) === key;
    if (!isOwnHead(anchor) || !isKnown) return [{ object: HEADS, kind: 'bad-signature', reason: 'anchor-signature', facts }];
    if (roots.get(anchor.size) === anchor.root) return [];
    if (actual.length < anchor.size && kept.get(anchor.size) !== anchor.root)
      return [{ object: LEDGER, kind: 'truncated', reason: 'anchor-ahead', facts }];
    // Said line by line already.
    if (kept.get(anchor.size) === anchor.root) return [];
    return [{ object: LEDGER, kind: 'edited', reason: 'anchor-differs', facts }];
  });
}

function rootsAt(hashes: readonly string[], sizes: readonly number[]): ReadonlyMap<number, string> {
  const wanted = new Set(sizes);
  const roots = new Map<number, string>();
  const tree = new GrowingTree();
  if (wanted.has(0)) roots.set(0, tree.root().toString('hex'));
  for (const hash of hashes) {
    tree.push(Buffer.from(hash, 'hex'));
    if (wanted.has(tree.size)) roots.set(tree.size, tree.root().toString('hex'));
  }
  return roots;
}

function firstKey([first]: readonly Head[]): string | null {
  return first ? keyFingerprint(first.signature.publicKey) : null;
}

/** What the ledger says is in the lake now. Lines that are no longer an entry are told of elsewhere. */
function listedFiles(entries: readonly Buffer[]): ReadonlyMap<string, ListedFile> {
  const files = new Map<string, ListedFile>();
  for (const line of entries) {
    const entry = recordOf(line);
    for (const path of listIn(entry, 'removed')) if (typeof path === 'string') files.delete(path);
    for (const file of listIn(entry, 'added')) if (isListed(file)) files.set(file.path, file);
  }
  return files;
}

function listIn(entry: Readonly<Record<string, unknown>>, key: string): readonly unknown[] {
  const value = entry[key];
  return Array.isArray(value) ? value : [];
}

function isListed(value: unknown): value is ListedFile {
  if (typeof value !== 'object' || value === null) return false;
  const { path, sha256, sizeBytes } = value as Readonly<Record<string, unknown>>;
  // A path that leaves the lake is none of its files, whoever wrote it there.
  return (
    typeof path === 'string' &&
    !path.split('/').includes('..') &&
    !path.startsWith('/') &&
    typeof sha256 === 'string' &&
    typeof sizeBytes === 'number'
  );
}

function recordOf(line: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
