/** Partitions of the lake: their folders, their days, and which files of the lake a new part may double. */
import type { LakeFile } from './ledger.ts';

export const NO_DAY = '00000000';

/** Where rows of a batch go. */
export interface Part {
  readonly table: string;
  readonly source: string;
  readonly region: string;
  readonly account: string;
  readonly day: string;
  readonly rows: number;
  /** Milliseconds since 1970 UTC; null in the day that stands for none. */
  readonly first: number | null;
  readonly last: number | null;
}

/** Do a part and a file of the lake lie in one partition, and do their times overlap? */
export function overlaps(part: Part, file: LakeFile): boolean {
  const isSame =
    part.table === file.table &&
    part.source === file.source &&
    part.region === file.region &&
    part.account === file.account &&
    part.day === file.day;
  if (!isSame) return false;
  if (part.first === null || part.last === null || file.first === null || file.last === null) return true;
  return part.first <= file.last && file.first <= part.last;
}

/** Folder of a partition, below the lake (contracts.md §6). */
export function partFolder({ table, source, region, account, day }: Pick<Part, 'table' | 'source' | 'region' | 'account' | 'day'>): string {
  return `${table}/source=${source}/region=${region}/accountId=${account}/eventDay=${day}`;
}
