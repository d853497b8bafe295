/** Evidence bundles: files, a manifest with their hashes, its signature, proofs of lakes. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { JsonObject } from '@kumomori/model';
import { z } from 'zod';
import { holds, readProof } from '../lake/index.ts';
import type { Signature } from '../signatures/index.ts';
import { isSigned, keyFingerprint } from '../signatures/index.ts';
import { sha256Of } from './case-file.ts';
import type { ZipFiles } from './zip.ts';
import { readZip } from './zip.ts';

export const MANIFEST = 'manifest.json';
export const PROOFS = 'proofs';

const manifestSchema = z.strictObject({
  kind: z.literal('kumomori-evidence'),
  version: z.literal(1),
  at: z.string(),
  tool: z.string(),
  title: z.string(),
  files: z.array(z.strictObject({ path: z.string(), sizeBytes: z.number(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
  /** Files of lakes that the evidence comes from and that no proof speaks of: the lake was not sealed. */
  unproven: z.array(z.strictObject({ lake: z.string(), file: z.string(), sha256: z.string() })),
  signature: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: z.string(), value: z.string() }),
});

export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

export type BundleReason = 'bad-signature' | 'other-key' | 'edited' | 'missing' | 'unlisted' | 'proof-broken';

export interface BundleCheck {
  readonly manifest: Manifest;
  readonly key: string;
  readonly proofs: number;
  readonly problems: readonly { readonly file: string; readonly reason: BundleReason }[];
}

/** The manifest of these files, as text. */
export function signedManifest(
  about: Pick<Manifest, 'at' | 'tool' | 'title' | 'unproven'>,
  files: ZipFiles,
  sign: (content: JsonObject) => Signature,
): string {
  const list = [...files].map(([path, bytes]) => ({ path, sizeBytes: bytes.length, sha256: sha256Of(bytes) }));
  const { at, tool, title } = about;
  const unproven = about.unproven.map((each) => ({ ...each }));
  const content = { kind: 'kumomori-evidence' as const, version: 1 as const, at, tool, title, files: list, unproven };
  return `${JSON.stringify({ ...content, signature: sign(content) }, null, 2)}\n`;
}

/** `expectedKey`: fingerprint; null: any. Null for what is no bundle. Never throws on content. */
export function checkBundle(files: ZipFiles, expectedKey: string | null): BundleCheck | null {
  const manifest = manifestOf(files.get(MANIFEST));
  const key = manifest ? keyFingerprint(manifest.signature.publicKey) : null;
  if (!manifest || key === null) return null;
  const { signature, ...content } = manifest;
  const problems: { file: string; reason: BundleReason }[] = [];
  if (!isSigned(content, signature)) problems.push({ file: MANIFEST, reason: 'bad-signature' });
  else if (expectedKey !== null && key !== expectedKey) problems.push({ file: MANIFEST, reason: 'other-key' });
  const listed = new Set(manifest.files.map(({ path }) => path));
  for (const { path, sha256 } of manifest.files) {
    const bytes = files.get(path);
    if (!bytes) problems.push({ file: path, reason: 'missing' });
    else if (sha256Of(bytes) !== sha256) problems.push({ file: path, reason: 'edited' });
  }
  for (const path of files.keys()) if (path !== MANIFEST && !listed.has(path)) problems.push({ file: path, reason: 'unlisted' });
  const proofs = [...files].filter(([path]) => path.startsWith(`${PROOFS}/`));
  for (const [path, bytes] of proofs) {
    const proof = readProof(Buffer.from(bytes).toString('utf8'));
    if (!proof || !holds(proof)) problems.push({ file: path, reason: 'proof-broken' });
  }
  return { manifest, key, proofs: proofs.length, problems };
}

function manifestOf(bytes: Uint8Array | undefined): Manifest | null {
  if (!bytes || bytes.length > 64 * 1024 * 1024) return null;
  try {
    const read = manifestSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

const MAX_FILES = 20_000;
const MAX_BYTES = 1024 * 1024 * 1024;

/** A folder or an archive; null for anything else. Links are not followed. */
export function readBundle(path: string): ZipFiles | null {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status?.isFile()) return status.size > MAX_BYTES ? null : readZip(readFileSync(path));
  if (!status?.isDirectory()) return null;
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    if (files.size >= MAX_FILES) return null;
    const file = join(entry.parentPath, entry.name);
    // A link is no file of the bundle: it counts with what it says of itself, and so as edited.
    const bytes = entry.isFile() ? readFileSync(file) : Buffer.alloc(0);
    files.set(relative(path, file).split(sep).join('/'), bytes);
  }
  return files;
}
