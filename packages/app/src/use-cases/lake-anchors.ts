/** Heads of a lake kept where whoever writes the lake cannot write: files, git, buckets with Object Lock, time-stamping authorities. */
import { appendFileSync, readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { CloudOptions } from '@kumomori/collectors';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import type { Head } from '../lake/index.ts';
import { headHash, keepStamp, readHead, readStamp, stampRequest } from '../lake/index.ts';
import { git, saidByGit } from './git.ts';

export interface AnchorOptions {
  readonly cwd: string;
  readonly messages: Messages;
  readonly cloud: CloudOptions;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Of locked objects. */
  readonly retainDays: number;
  readonly retainMode: 'compliance' | 'governance';
}

type Anchor =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'git'; readonly folder: string }
  | { readonly kind: 's3'; readonly bucket: string; readonly prefix: string }
  | { readonly kind: 'tsa'; readonly url: string };

const DAY = 86_400_000;
/** In the repository that is named. */
const GIT_FILE = 'kumomori-heads.jsonl';
const MAX_HEAD = 64 * 1024;

/** `git:FOLDER`, `s3://BUCKET/PREFIX`, the address of an authority, or a file. */
function anchorOf(text: string): Anchor {
  const [, bucket, prefix = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(text) ?? [];
  if (bucket !== undefined) return { kind: 's3', bucket, prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/` };
  if (text.startsWith('git:')) return { kind: 'git', folder: text.slice('git:'.length) };
  const url = text.replace(/^tsa:/, '');
  return /^https?:\/\//i.test(url) ? { kind: 'tsa', url } : { kind: 'file', path: text };
}

/** Keeps the head; where it is now. Throws AppErrors. */
export async function keepHead(
  head: Head,
  where: string,
  { lake, ...options }: AnchorOptions & { readonly lake: string },
): Promise<string> {
  const anchor = anchorOf(where);
  const line = JSON.stringify(head);
  switch (anchor.kind) {
    case 'file':
      append(resolve(options.cwd, anchor.path), line, where, options.messages);
      return where;
    case 'git':
      return await keepInGit(anchor.folder, { head, line, where }, options);
    case 's3':
      return await keepLocked(anchor, { head, line }, options);
    case 'tsa':
      return await keepStamped(anchor.url, head, { lake, ...options });
  }
}

function append(path: string, line: string, where: string, messages: Messages): void {
  try {
    appendFileSync(path, `${line}\n`);
  } catch (cause) {
    throw cannotKeep(where, cause instanceof Error ? cause.message : '', { messages, cause });
  }
}

function cannotKeep(
  where: string,
  reason: string,
  { messages, cause }: { readonly messages: Messages; readonly cause?: unknown },
): AppError {
  return new AppError('output-failed', { message: messages.live.errors['write-failed'](where, reason), cause });
}

interface Kept {
  readonly head: Head;
  readonly line: string;
}

/** One commit a head; nothing else of the repository is committed, and none of its hooks runs. */
async function keepInGit(
  folder: string,
  { head, line, where }: Kept & { readonly where: string },
  { cwd, messages }: AnchorOptions,
): Promise<string> {
  const root = resolve(cwd, folder);
  try {
    await git(root, ['rev-parse', '--git-dir']);
    append(join(root, GIT_FILE), line, where, messages);
    await git(root, ['add', '--', GIT_FILE]);
    await git(root, ['commit', '--quiet', '--message', `kumomori: head of ${head.size} entries, ${head.at}`, '--', GIT_FILE]);
    return `${where} ${(await git(root, ['rev-parse', 'HEAD'])).trim()}`;
  } catch (cause) {
    throw cause instanceof AppError ? cause : cannotKeep(where, saidByGit(cause), { messages, cause });
  }
}

async function keepLocked(
  { bucket, prefix }: Extract<Anchor, { kind: 's3' }>,
  { head, line }: Kept,
  options: AnchorOptions,
): Promise<string> {
  const { cloud, signal, now, retainDays, retainMode, messages } = options;
  const key = `${prefix}${String(head.size).padStart(12, '0')}-${headHash(head)}.json`;
  const { putLockedObject, RemoteError } = await import('@kumomori/collectors');
  const until = new Date(now().getTime() + retainDays * DAY);
  try {
    await putLockedObject({ bucket, key, body: `${line}\n`, until, mode: retainMode }, { ...cloud, signal });
  } catch (cause) {
    if (!(cause instanceof RemoteError)) throw cause;
    throw cannotKeep(`s3://${bucket}/${key}`, cause.detail, { messages, cause });
  }
  return `s3://${bucket}/${key}`;
}

async function keepStamped(
  url: string,
  head: Head,
  { lake, signal, messages }: AnchorOptions & { readonly lake: string },
): Promise<string> {
  const hash = headHash(head);
  const [digest, nonce] = [Buffer.from(hash, 'hex'), randomBytes(12)];
  const { askTimeStamp, RemoteError } = await import('@kumomori/collectors');
  let response: Buffer;
  try {
    response = Buffer.from(await askTimeStamp(url, stampRequest(digest, nonce), signal));
  } catch (cause) {
    if (!(cause instanceof RemoteError)) throw cause;
    throw cannotKeep(url, cause.detail, { messages, cause });
  }
  const stamp = readStamp(response, { digest, nonce, trusted: null });
  if (typeof stamp === 'string') throw cannotKeep(url, messages.integrity.stampFaults[stamp], { messages });
  return `${keepStamp(lake, hash, response)} (${stamp.authority}, ${stamp.at})`;
}

/** The heads that an anchor holds. Throws AppErrors. */
export async function headsKept(
  where: string,
  options: Pick<AnchorOptions, 'cwd' | 'messages' | 'cloud' | 'signal'>,
): Promise<readonly Head[]> {
  const message = options.messages.integrity.cli.badAnchor(where);
  const lines = (await textsOf(anchorOf(where), options, message)).flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  const heads = lines.map((line) => readHead(line));
  if (heads.length === 0 || heads.includes(null)) throw new AppError('target-unreadable', { message });
  return heads.filter((head) => head !== null);
}

async function textsOf(
  anchor: Anchor,
  { cwd, cloud, signal }: Pick<AnchorOptions, 'cwd' | 'cloud' | 'signal'>,
  message: string,
): Promise<readonly string[]> {
  try {
    switch (anchor.kind) {
      case 'file':
        return [readFileSync(resolve(cwd, anchor.path), 'utf8')];
      // As it was committed, not as the file is now.
      case 'git':
        return [await git(resolve(cwd, anchor.folder), ['show', `HEAD:${GIT_FILE}`])];
      case 's3':
        return await lockedTexts(anchor, { ...cloud, signal });
      case 'tsa':
        return [];
    }
  } catch (cause) {
    const detail = cause instanceof Error && 'detail' in cause ? String(cause.detail) : '';
    throw new AppError('target-unreadable', { message, cause, ...(detail !== '' && { details: [detail] }) });
  }
}

async function lockedTexts(
  { bucket, prefix }: Extract<Anchor, { kind: 's3' }>,
  options: CloudOptions & { readonly signal: AbortSignal },
): Promise<readonly string[]> {
  const { openTrailBucket } = await import('@kumomori/collectors');
  const opened = await openTrailBucket(bucket, options);
  const texts: string[] = [];
  try {
    for await (const { key } of opened.list(prefix)) {
      if (!/\d{12}-[0-9a-f]{64}\.json$/.test(key)) continue;
      const chunks: Uint8Array[] = [];
      for await (const chunk of await opened.open(key)) if (chunks.length < MAX_HEAD) chunks.push(chunk);
      texts.push(Buffer.concat(chunks).subarray(0, MAX_HEAD).toString('utf8'));
    }
  } finally {
    opened.close();
  }
  return texts;
}
