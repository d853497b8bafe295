/** A repository → a folder with its newest files, kept and refreshed from run to run. */
import { existsSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { git, saidByGit } from './git.ts';
import { AppError } from '../errors.ts';

export interface CloneOptions {
  readonly url: string;
  /** Null: what the repository calls its default. */
  readonly branch: string | null;
  readonly folder: string;
}

/** Only over https, ssh and from folders: other transports of git run programs. Fails with `target-unreadable`, in git's words. */
export async function cloneRepository({ url, branch, folder }: CloneOptions): Promise<void> {
  const transports = [
    '-c',
    'protocol.allow=never',
    '-c',
    'protocol.https.allow=always',
    '-c',
    'protocol.ssh.allow=always',
    '-c',
    'protocol.file.allow=always',
  ];
  try {
    if (existsSync(folder)) {
      await git(folder, [...transports, 'fetch', '--quiet', '--depth', '1', 'origin', branch ?? 'HEAD']);
      await git(folder, ['reset', '--quiet', '--hard', 'FETCH_HEAD']);
      await git(folder, ['clean', '--quiet', '-ffdx']);
      return;
    }
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
    const named = branch === null ? [] : ['--branch', branch];
    await git(dirname(folder), [...transports, 'clone', '--quiet', '--depth', '1', '--no-recurse-submodules', ...named, '--', url, folder]);
  } catch (error) {
    // What a broken clone left would break the next one too.
    rmSync(folder, { recursive: true, force: true });
    throw new AppError('target-unreadable', { message: saidByGit(error), cause: error });
  }
}
