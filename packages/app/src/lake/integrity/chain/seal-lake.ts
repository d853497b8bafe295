/** Seals a lake with the key of the data folder. */
import { SigningKey } from '../../../signatures/index.ts';
import { ledgerPath } from '../../ledger.ts';
import type { Head } from './head.ts';
import { linesOf } from './lines.ts';
import { sealChain } from './seal.ts';

export interface SealLakeOptions {
  /** Folder of the signing key. */
  readonly dataFolder: string;
  readonly now: () => Date;
}

/** What the ledger grew by since the last seal is sealed; null where it did not. Throws KeyFileError and errors of the file system. */
export function sealLake(lake: string, { dataFolder, now }: SealLakeOptions): Head | null {
  const key = SigningKey.open(dataFolder, 'lake');
  return sealChain(lake, { entries: linesOf(ledgerPath(lake)), key, at: now().toISOString() });
}

/** Seals with the old key, names a new one, and signs with that from then on. Throws KeyFileError. */
export function rotateLakeKey(lake: string, { dataFolder, now }: SealLakeOptions): Head | null {
  const key = SigningKey.open(dataFolder, 'lake');
  const { key: nextKey, settle } = SigningKey.replace(dataFolder, 'lake');
  const head = sealChain(lake, { entries: linesOf(ledgerPath(lake)), key, at: now().toISOString(), nextKey });
  settle();
  return head;
}
