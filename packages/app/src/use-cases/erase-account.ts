/** Deletes the stored data of an account from snapshots and proves it. */
import { existsSync, readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { Json, JsonObject, Language } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';
import { z } from 'zod';
import { dataFolder } from '../data-folder.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import type { Signature } from '../signatures/index.ts';
import { fingerprintGiven, isSigned, keyFingerprint, SigningKey } from '../signatures/index.ts';
import type { Erasure } from '../snapshots/index.ts';
import { encodePart, eraseAccount as eraseFrom, writeWhole } from '../snapshots/index.ts';
import { toolVersion } from '../version.ts';
import { findSnapshots } from './find-snapshots.ts';
import { explained } from './snapshot-errors.ts';

export interface EraseOptions {
  readonly account: string;
  /** Folder below which snapshots are looked for. */
  readonly snapshots: string;
  /** Where the proof goes; null: into `snapshots`. */
  readonly proof: string | null;
  /** Who asked for it; null: the user of the system. */
  readonly by: string | null;
  /** Say what would be deleted, and delete nothing. */
  readonly isTrial: boolean;
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
  readonly now: () => Date;
}

export interface ErasureProof {
  readonly schemaVersion: '1';
  readonly kind: 'kumomori-erasure';
  readonly tool: { readonly name: string; readonly version: string };
  readonly account: string;
  readonly erasedAt: string;
  readonly erasedBy: string;
  readonly snapshots: readonly ({ readonly folder: string } & Erasure)[];
}

export interface EraseResult {
  readonly proof: ErasureProof;
  /** Null for a trial. */
  readonly proofFile: string | null;
}

/** Throws AppErrors: nothing of the account there, a folder in use, a disk that does not want. */
export async function eraseAccount(options: EraseOptions): Promise<EraseResult> {
  const messages = messagesIn(options.language);
  try {
    return await erase(options, messages);
  } catch (error) {
    throw explained(error, messages);
  }
}

async function erase({ account, isTrial, cwd, ...options }: EraseOptions, messages: Messages): Promise<EraseResult> {
  const snapshots: ErasureProof['snapshots'][number][] = [];
  for (const { folder, snapshot } of findSnapshots(options.snapshots, { cwd, messages })) {
    const erasure = snapshot ? await eraseFrom(resolve(cwd, folder), account, { isTrial }) : null;
    if (erasure) snapshots.push({ folder, ...erasure });
  }
  if (snapshots.length === 0) throw new AppError('unknown-id', { message: messages.live.erase.nothing(account, options.snapshots) });
  const proof: ErasureProof = {
    schemaVersion: '1',
    kind: 'kumomori-erasure',
    tool: { name: 'kumomori', version: toolVersion() },
    account,
    erasedAt: options.now().toISOString(),
    erasedBy: options.by ?? `${userInfo().username}@${hostname()}`,
    snapshots,
  };
  if (isTrial) return { proof, proofFile: null };
  const name = `erasure-${encodePart(account)}-${proof.erasedAt.replaceAll(/[:.]/g, '-')}.json`;
  const proofFile = options.proof ?? join(options.snapshots, name);
  // Through text: what is signed is what the file says.
  const content = JSON.parse(JSON.stringify(proof)) as JsonObject;
  const signature = SigningKey.open(dataFolder(options.variables), 'erasure').sign(content);
  writeWhole(resolve(cwd, proofFile), `${JSON.stringify({ ...content, signature }, null, 2)}\n`);
  return { proof, proofFile };
}

const schema = z.object({
  schemaVersion: z.literal('1'),
  kind: z.literal('kumomori-erasure'),
  account: z.string(),
  erasedAt: z.string(),
  erasedBy: z.string(),
  snapshots: z.array(z.object({ folder: z.string(), files: z.array(z.object({ path: z.string() })) })),
  signature: z.object({ algorithm: z.literal('Ed25519'), publicKey: z.string(), value: z.string() }),
});

export interface ProofCheck {
  readonly file: string;
  /** The proof says what was signed. */
  readonly isValid: boolean;
  /** By the key of this data folder, or the one that was named. */
  readonly isTrusted: boolean;
  /** SHA-256 of the public key. */
  readonly key: string | null;
  readonly account: string;
  readonly erasedAt: string;
  readonly erasedBy: string;
  readonly files: number;
  /** Files of the proof that are there (again), as seen from the working folder. */
  readonly stillThere: readonly string[];
}

export interface VerifyProofOptions {
  /** Fingerprint of the key that is trusted, or a file that holds the public key; null: the own one. */
  readonly key: string | null;
  readonly cwd: string;
  readonly variables: EraseOptions['variables'];
  readonly language: Language;
}

/** Throws AppError `report-invalid` for a file that is no proof. */
export function verifyErasureProof(file: string, { key, cwd, variables, language }: VerifyProofOptions): ProofCheck {
  const messages = messagesIn(language);
  const json = jsonIn(resolve(cwd, file));
  const read = schema.safeParse(json);
  if (!isJsonObject(json) || !read.success) throw new AppError('report-invalid', { message: messages.live.erase.noProof(file) });
  const { signature, account, erasedAt, erasedBy, snapshots } = read.data;
  const { signature: _signature, ...content } = json;
  const own = keyFingerprint(signature.publicKey);
  const trusted = key === null ? ownKey(variables) : fingerprintGiven(key, resolve(cwd, key));
  const paths = snapshots.flatMap(({ folder, files }) => files.map(({ path }) => join(folder, path)));
  return {
    file,
    isValid: isSigned(content, signature satisfies Signature),
    isTrusted: own !== null && own === trusted,
    key: own,
    account,
    erasedAt,
    erasedBy,
    files: paths.length,
    stillThere: paths.filter((path) => existsSync(resolve(cwd, path))),
  };
}

function ownKey(variables: EraseOptions['variables']): string | null {
  const key = SigningKey.find(dataFolder(variables), 'erasure');
  return key === null ? null : keyFingerprint(key.publicKey);
}

function jsonIn(path: string): Json | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Json;
  } catch {
    return undefined;
  }
}
