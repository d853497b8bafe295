/** A case → a signed bundle of its evidence; a bundle → whether it is what was signed. */
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Language } from '@kumomori/model';
import { makeFolder } from '../write-files.ts';
import { dataFolder } from '../data-folder.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import type { BundleCheck, BundleReason } from '../investigate/index.ts';
import { checkBundle, insideOf, MANIFEST, PROOFS, readBundle, readCase, signedManifest, writeZip } from '../investigate/index.ts';
import { proofOf } from '../lake/index.ts';
import { KeyFileError, keyFingerprint, SigningKey } from '../signatures/index.ts';
import { toolVersion } from '../version.ts';
import type { CaseReport } from './keep-case.ts';
import { aboutCase, showCase } from './keep-case.ts';
import { aboutSnapshots } from './snapshot-errors.ts';

export interface BundleOptions {
  readonly folder: string;
  /** A folder, or a file whose name ends with `.zip`. */
  readonly output: string;
  /** Copies of the log files, too. */
  readonly withLogs: boolean;
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
  readonly now: () => Date;
}

export interface BundleResult {
  readonly output: string;
  readonly files: number;
  readonly key: string;
  /** Files of lakes without a proof. */
  readonly unproven: number;
}

/** Throws AppErrors; nothing is written when the evidence is not what was recorded. */
export function bundleCase(options: BundleOptions): BundleResult {
  const { folder, output, cwd, variables, language, now } = options;
  const messages = messagesIn(language);
  const texts = messages.investigate.bundle;
  const target = resolve(cwd, output);
  if (existsSync(target)) throw new AppError('output-failed', { message: texts.occupied(output) });
  const report = showCase(folder, { cwd, language });
  const wrong = report.evidence.filter(({ state }) => state === 'altered' || state === 'missing').map(({ file }) => file);
  if (wrong.length > 0) throw new AppError('target-unreadable', { message: texts.altered(wrong) });
  const files = aboutCase(messages, () => filesOf(resolve(cwd, folder), report, options));
  const unproven = addProofs(files, report, cwd);
  const key = aboutSnapshots(messages, () => SigningKey.open(dataFolder(variables), 'case'));
  const about = { at: now().toISOString(), tool: `kumomori ${toolVersion()}`, title: report.case.title, unproven };
  files.set(MANIFEST, Buffer.from(signedManifest(about, files, (content) => key.sign(content))));
  write(files, target, { output, messages });
  return { output, files: files.size, key: keyFingerprint(key.publicKey) ?? '', unproven: unproven.length };
}

function filesOf(root: string, { evidence }: CaseReport, { withLogs, cwd }: BundleOptions): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>([['case.yaml', readFileSync(join(root, 'case.yaml'))]]);
  // Read once, so that what is signed is what was looked at.
  readCase(root);
  if (existsSync(join(root, 'notes.md'))) files.set('notes.md', readFileSync(insideOf(root, 'notes.md')));
  for (const { id, file, kind, state } of evidence) {
    if (kind === 'log' || kind === 'lake-file') {
      if (withLogs && state === 'intact' && kind === 'log')
        files.set(`logs/${id}-${file.split(/[\\/]/).at(-1) ?? 'log'}`, readFileSync(resolve(cwd, file)));
    } else files.set(file, readFileSync(insideOf(root, file)));
  }
  return files;
}

/** One proof for each file of a sealed lake; the others are returned. */
function addProofs(
  files: Map<string, Uint8Array>,
  { evidence }: CaseReport,
  cwd: string,
): { lake: string; file: string; sha256: string }[] {
  const seen = new Set<string>();
  return evidence.flatMap(({ id, kind, lake, file, sha256 }) => {
    if (kind !== 'lake-file' || lake === undefined || seen.has(`${lake}\n${file}`)) return [];
    seen.add(`${lake}\n${file}`);
    const folder = resolve(cwd, lake);
    const proof = existsSync(folder) ? proofOf(folder, file) : null;
    if (proof?.sha256 !== sha256) return [{ lake, file, sha256 }];
    files.set(`${PROOFS}/${id}.json`, Buffer.from(`${JSON.stringify(proof, null, 2)}\n`));
    return [];
  });
}

function write(
  files: ReadonlyMap<string, Uint8Array>,
  target: string,
  { output, messages }: { readonly output: string; readonly messages: Messages },
): void {
  try {
    if (/\.zip$/i.test(target)) {
      makeFolder(dirname(target));
      writeFileSync(target, writeZip(files), { flag: 'wx' });
      return;
    }
    for (const [path, bytes] of files) {
      const file = join(target, ...path.split('/'));
      makeFolder(dirname(file));
      writeFileSync(file, bytes, { flag: 'wx' });
    }
  } catch (cause) {
    throw new AppError('output-failed', { message: messages.cli.cannotWrite(output), cause });
  }
}

export interface VerifyBundleOptions {
  readonly bundle: string;
  /** Fingerprint or PEM file; null: this machine's own key, else whichever signed. */
  readonly key: string | null;
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
}

export interface BundleVerdict {
  readonly intact: boolean;
  readonly title: string;
  readonly at: string;
  readonly key: string;
  /** Whether the key is the one that was named, or this machine's own. */
  readonly isKnown: boolean;
  readonly checked: { readonly files: number; readonly proofs: number };
  readonly unproven: number;
  readonly problems: readonly { readonly file: string; readonly reason: BundleReason; readonly message: string }[];
}

/** Throws AppErrors for what is no bundle. */
export function verifyBundle({ bundle, key, cwd, variables, language }: VerifyBundleOptions): BundleVerdict {
  const messages = messagesIn(language);
  const texts = messages.investigate.bundle;
  const path = resolve(cwd, bundle);
  if (!lstatSync(path, { throwIfNoEntry: false })) throw new AppError('target-missing', { message: texts.notABundle(bundle) });
  const named = key === null ? null : namedKey(key, cwd, messages);
  const files = readBundle(path);
  const check: BundleCheck | null = files && checkBundle(files, named);
  if (!check) throw new AppError('target-unreadable', { message: texts.notABundle(bundle) });
  const isKnown = check.key === (named ?? ownKey(variables));
  const { manifest, problems, proofs } = check;
  return {
    ...{ intact: problems.length === 0, title: manifest.title, at: manifest.at, key: check.key, isKnown },
    ...{ checked: { files: manifest.files.length, proofs }, unproven: manifest.unproven.length },
    problems: problems.map((each) => ({ ...each, message: texts.reasons[each.reason] })),
  };
}

function ownKey(variables: VerifyBundleOptions['variables']): string | null {
  try {
    const own = SigningKey.find(dataFolder(variables), 'case');
    return own && keyFingerprint(own.publicKey);
  } catch (cause) {
    if (cause instanceof KeyFileError) return null;
    throw cause;
  }
}

function namedKey(given: string, cwd: string, messages: Messages): string {
  if (/^[0-9a-f]{64}$/i.test(given)) return given.toLowerCase();
  const path = resolve(cwd, given);
  const fingerprint = existsSync(path) ? keyFingerprint(readFileSync(path, 'utf8')) : null;
  if (fingerprint === null) throw new AppError('usage', { message: messages.integrity.cli.badKey(given) });
  return fingerprint;
}
