/** examples/estate as Terraform, made in moto, and kumomori's own commands against it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { EvaluatedRoot } from '@kumomori/parsers';
import { evaluateCode } from '@kumomori/parsers';
import { openDiskTree } from '../../../packages/app/src/files/index.ts';
import type { Applied } from '../applier/apply.ts';
import { applyTerraform } from '../applier/apply.ts';
import type { Connection } from '../moto/estate.ts';
import { temporaryFolder } from '../temporary.ts';
import { given } from './estate.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MAIN = join(ROOT, 'packages/app/src/cli/main.ts');
export const ESTATE = join(ROOT, 'examples/estate');
export const REGION = 'ap-northeast-1';
export const ACCOUNT = '123456789012';

export function connectionTo(endpoint: string): Connection {
  return { endpoint, region: REGION, credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' } };
}

/** What belongs to everybody stands before what uses it. */
export function estateRoots(): readonly EvaluatedRoot[] {
  const disk = openDiskTree(ESTATE, { alsoReadable: [], modulesWithin: [ROOT], onRead: () => {} });
  return evaluateCode(disk.tree, { secrets: false })
    .roots.filter(({ kind, dir }) => kind === 'terraform' && dir !== 'data/campaign-gcp')
    .sort((one, other) => Number(other.dir.startsWith('platform/')) - Number(one.dir.startsWith('platform/')));
}

export async function applyEstate(endpoint: string, roots: readonly EvaluatedRoot[]): Promise<Applied> {
  return await applyTerraform(roots, { connection: connectionTo(endpoint), account: ACCOUNT, given });
}

/** Arguments of `collect` for the whole account into a folder. */
export function collecting(endpoint: string, folder: string): readonly string[] {
  return ['collect', 'aws', '--endpoint-url', endpoint, '--region', REGION, '--output', folder, '--rate', '400', '--quiet'];
}

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
}

/** Runs the command line beside this process, which goes on answering pipes meanwhile. */
export async function kumomori(parameters: readonly string[]): Promise<Ran> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: 'testing',
    AWS_SECRET_ACCESS_KEY: 'testing',
    AWS_REGION: REGION,
    KUMOMORI_DATA_DIR: temporaryFolder('data'),
  };
  const child = spawn(process.execPath, [MAIN, ...parameters], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', resolve);
  const exitCode = await promise;
  return { exitCode, stdout: Buffer.concat(chunks).toString('utf8') };
}
