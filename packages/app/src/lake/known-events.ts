/** Ids of events that files of the lake hold already. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from './batch.ts';
import { overlaps } from './batch.ts';
import type { Engine } from './engine.ts';
import { openEngine, quoted } from './engine.ts';
import { OWN_FOLDER } from './ledger.ts';
import type { OpenLake } from './open-lake.ts';

/** Begins the engine when it is first needed: a lake that only grows at its end never asks. To be closed. */
export class KnownEvents {
  readonly #lake: OpenLake;
  readonly #memoryMb: number;
  readonly #temporary: string;
  #engine: Engine | null = null;

  constructor(lake: OpenLake, memoryMb = 250) {
    this.#lake = lake;
    this.#memoryMb = memoryMb;
    this.#temporary = join(lake.folder, OWN_FOLDER, 'temporary');
  }

  /** By number of the part: ids in files of the same partition whose time overlaps the part's. Throws what the engine says. */
  async idsOf(parts: readonly Part[]): Promise<ReadonlyMap<number, readonly string[]>> {
    const found = new Map<number, readonly string[]>();
    const byFolder = Map.groupBy(this.#lake.files.values(), folderOf);
    for (const [index, part] of parts.entries()) {
      const files = (byFolder.get(folderOf(part)) ?? [])
        .filter((file) => overlaps(part, file))
        .map(({ path }) => quoted(join(this.#lake.folder, path)));
      if (files.length === 0) continue;
      const engine = await this.#begun();
      const within = part.first === null || part.last === null ? '' : `AND "time" BETWEEN ${part.first} AND ${part.last}`;
      const rows = await engine.rows(
        `SELECT metadata.uid AS uid FROM read_parquet([${files.join(', ')}], union_by_name = true, hive_partitioning = false) WHERE metadata.uid IS NOT NULL ${within}`,
      );
      found.set(
        index,
        rows.map(({ uid }) => String(uid)),
      );
    }
    return found;
  }

  close(): void {
    this.#engine?.close();
    rmSync(this.#temporary, { recursive: true, force: true });
  }

  async #begun(): Promise<Engine> {
    if (this.#engine) return this.#engine;
    mkdirSync(this.#temporary, { recursive: true });
    this.#engine = await openEngine({ temporary: this.#temporary, threads: 1, memoryMb: this.#memoryMb });
    return this.#engine;
  }
}

function folderOf({ table, source, region, account, day }: Pick<Part, 'table' | 'source' | 'region' | 'account' | 'day'>): string {
  return [table, source, region, account, day].join('\n');
}
