/** A folder of logs or a lake → was anything altered since it was written? */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '@kumomori/model';
import { dataFolder } from '../data-folder.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import type { ChainCheck, Head, PublicKeys, StampedHead, TamperKind, TamperProblem, TrailCheck } from '../lake/index.ts';
import {
  certificatesIn,
  checkStamps,
  holds,
  isLake,
  publicKeysIn,
  readProof,
  trailFolder,
  verifyChain,
  verifyTrail,
} from '../lake/index.ts';
import { cloudOptions } from '../sources/index.ts';
import { headsKept } from './lake-anchors.ts';
import { verifyOnline } from './online-trail.ts';
import { fingerprintGiven, keyFingerprint, SigningKey } from '../signatures/index.ts';

export interface VerifyLakeOptions {
  readonly folder: string;
  /** File with the answer of ListPublicKeys; null: signatures of CloudTrail are not checked. */
  readonly publicKeys: string | null;
  /** Fingerprint or file of the key that signed a lake first; null: the own one, else the first head's. */
  readonly key: string | null;
  /** PEM file of certificates that time stamps have to lead to; null: their signatures are checked, not whose they are. */
  readonly stampCertificates?: string | null;
  readonly endpoint?: string | null;
  readonly region?: string | null;
  readonly signal?: AbortSignal;
  /** Where heads were kept outside of the lake: files, `git:FOLDER`, `s3://BUCKET/PREFIX`. */
  readonly anchors: readonly string[];
  /** ISO 8601; null: as far as there is something. */
  readonly since: string | null;
  readonly until: string | null;
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
}

/** contracts.md §6. */
export interface IntegrityReport {
  readonly intact: boolean;
  /** `digests` of a lake: its signed heads. */
  readonly checked: { readonly objects: number; readonly digests: number };
  readonly problems: readonly { readonly object: string; readonly kind: TamperKind; readonly message: string }[];
  /** `believed`: by a key that nothing but the lake itself speaks for. */
  readonly signatures: 'checked' | 'not-checked' | 'believed';
  /** What is proven of a CloudTrail tree, by trail, account and region. */
  readonly proven: readonly ProvenPeriod[];
  /** Log files nobody can vouch for: too new for a digest, or of a time without a reliable one. */
  readonly notProven: { readonly tooNew: readonly string[]; readonly noDigest: readonly string[] };
  /** Null for a CloudTrail tree. */
  readonly lake: ProvenLake | null;
}

export interface ProvenPeriod {
  readonly account: string;
  readonly region: string;
  readonly from: string;
  readonly until: string;
  readonly digests: number;
  /** Digest before the first one, which is not here; null where the chain begins. */
  readonly continues: string | null;
}

export interface ProvenLake {
  readonly sealed: number;
  /** Entries of the ledger that wait for their seal. */
  readonly unsealed: number;
  readonly from: string | null;
  readonly until: string | null;
  /** Fingerprint of the key that signs now. */
  readonly key: string | null;
  /** Heads that an authority saw, in the order of its times. */
  readonly stamps: readonly StampedHead[];
}

/** Throws AppErrors for what the user has to correct. */
export async function verifyLake(options: VerifyLakeOptions): Promise<IntegrityReport> {
  const { folder, cwd, language } = options;
  const messages = messagesIn(language);
  const texts = messages.integrity.cli;
  const [, bucket, prefix = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(folder) ?? [];
  if (bucket !== undefined) return await verifyBucket({ bucket, prefix }, options, messages);
  const root = resolve(cwd, folder);
  if (statSync(root, { throwIfNoEntry: false })?.isFile() === true) return verifyProof(root, options, messages);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new AppError('target-missing', { message: texts.missing(folder) });
  if (isLake(root)) return await verifyOwn(root, options, messages);
  const keys = options.publicKeys === null ? null : readKeys(options.publicKeys, cwd, messages);
  const period = { since: timeOf('--since', options.since, messages), until: timeOf('--until', options.until, messages) };
  const check = await verifyTrail(trailFolder(root), { keys, period });
  if (!check) throw new AppError('target-empty', { message: texts.nothing(folder) });
  return trailReport(check, keys !== null, messages);
}

/** Signatures from the metadata of the objects, keys from CloudTrail. */
async function verifyBucket(
  place: { readonly bucket: string; readonly prefix: string },
  options: VerifyLakeOptions,
  messages: Messages,
): Promise<IntegrityReport> {
  const { folder, publicKeys, cwd, signal = new AbortController().signal } = options;
  const period = { since: timeOf('--since', options.since, messages), until: timeOf('--until', options.until, messages) };
  const keys = publicKeys === null ? null : readKeys(publicKeys, cwd, messages);
  const check = await verifyOnline({ ...place, period, keys, cloud: cloudOf(options), messages, signal });
  if (!check) throw new AppError('target-empty', { message: messages.integrity.cli.nothing(folder) });
  return trailReport(check, true, messages);
}

function cloudOf({ variables, endpoint = null, region = null }: VerifyLakeOptions): ReturnType<typeof cloudOptions> {
  return cloudOptions({ variables, endpoint, region });
}

async function verifyOwn(lake: string, options: VerifyLakeOptions, messages: Messages): Promise<IntegrityReport> {
  const { key, anchors, cwd, variables, stampCertificates = null, signal = new AbortController().signal } = options;
  const own = SigningKey.find(dataFolder(variables), 'lake');
  const named = key === null ? null : namedKey(key, cwd, messages);
  const heads: Head[] = [];
  for (const where of anchors) heads.push(...(await headsKept(where, { cwd, messages, cloud: cloudOf(options), signal })));
  const mayBeOwn = named === null && own !== null && heads.length === 0;
  const check = await verifyChain(lake, { trustedKey: named, anchors: heads });
  // A lake that this machine's key signs is known by it; one of another machine is believed until told.
  const isKnown = named !== null || heads.length > 0 || (mayBeOwn && check.key === keyFingerprint(own.publicKey));
  const stamped = checkStamps(lake, stampCertificates === null ? null : readCertificates(stampCertificates, cwd, messages));
  const all = { ...check, problems: [...check.problems, ...stamped.problems], stamps: stamped.stamps };
  return lakeReport(all, isKnown, messages);
}

/** A proof of one file, without its lake. */
function verifyProof(path: string, { folder, key, cwd }: VerifyLakeOptions, messages: Messages): IntegrityReport {
  const message = messages.integrity.cli.missing(folder);
  const proof = readProof(textOf(path, cwd, message));
  if (!proof) throw new AppError('target-unreadable', { message });
  const signer = keyFingerprint(proof.head.signature.publicKey);
  const trusted = key === null ? null : namedKey(key, cwd, messages);
  const facts = [proof.head.at, String(proof.head.size)];
  const wrong: readonly TamperProblem[] = [
    ...(holds(proof) ? [] : [{ object: proof.path, kind: 'edited', reason: 'proof-broken', facts } as const]),
    ...(trusted === null || trusted === signer ? [] : [{ object: proof.path, kind: 'bad-signature', reason: 'head-key', facts } as const]),
  ];
  const { size, at } = proof.head;
  const check = { problems: wrong, heads: 1, files: 1, sealed: size, unsealed: 0, from: at, until: at, key: signer, stamps: [] };
  return lakeReport(check, trusted !== null, messages);
}

function lakeReport(check: ChainCheck & Pick<ProvenLake, 'stamps'>, isKnown: boolean, messages: Messages): IntegrityReport {
  const { sealed, unsealed, from, until, key, stamps } = check;
  return {
    intact: check.problems.length === 0,
    checked: { objects: check.files, digests: check.heads },
    problems: check.problems.map((problem) => told(problem, messages)),
    signatures: isKnown ? 'checked' : 'believed',
    proven: [],
    notProven: { tooNew: [], noDigest: [] },
    lake: { sealed, unsealed, from, until, key, stamps },
  };
}

function trailReport(check: TrailCheck, hasKeys: boolean, messages: Messages): IntegrityReport {
  return {
    intact: check.problems.length === 0,
    checked: { objects: check.objects, digests: check.digests },
    problems: check.problems.map((problem) => told(problem, messages)),
    signatures: hasKeys ? 'checked' : 'not-checked',
    proven: check.chains
      .filter((chain) => !chain.isBackfill)
      .map(({ account, region, from, until, digests, previousOutside }) => {
        return { account, region, from: iso(from), until: iso(until), digests, continues: previousOutside };
      }),
    notProven: { tooNew: check.tooNew, noDigest: check.unproven },
    lake: null,
  };
}

function told({ object, kind, reason, facts }: TamperProblem, messages: Messages): IntegrityReport['problems'][number] {
  return { object, kind, message: messages.integrity.reasons[reason](...facts) };
}

function readKeys(file: string, cwd: string, messages: Messages): PublicKeys {
  const keys = publicKeysIn(textOf(file, cwd, messages.integrity.cli.badKeys(file)));
  if (!keys) throw new AppError('target-unreadable', { message: messages.integrity.cli.badKeys(file) });
  return keys;
}

function namedKey(given: string, cwd: string, messages: Messages): string {
  const fingerprint = fingerprintGiven(given, resolve(cwd, given));
  if (fingerprint === null) throw new AppError('usage', { message: messages.integrity.cli.badKey(given) });
  return fingerprint;
}

function readCertificates(file: string, cwd: string, messages: Messages): NonNullable<ReturnType<typeof certificatesIn>> {
  const message = messages.integrity.cli.badCertificates(file);
  const found = certificatesIn(textOf(file, cwd, message));
  if (!found) throw new AppError('target-unreadable', { message });
  return found;
}

function textOf(file: string, cwd: string, message: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8');
  } catch (cause) {
    throw new AppError('target-unreadable', { message, cause });
  }
}

function timeOf(option: string, value: string | null, messages: Messages): number | null {
  if (value === null) return null;
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw new AppError('usage', { message: messages.integrity.cli.badTime(option, value) });
  return time;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
