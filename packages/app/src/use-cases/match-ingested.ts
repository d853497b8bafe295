/** Indicators of a store against what an ingest has brought into a lake; each match is kept beside the lake once. */
import type { Language } from '@kumomori/model';
import { IntelMatcher } from '@kumomori/engine';
import { loadIntel } from '../intel/index.ts';
import type { IntelMatch } from '../lake/index.ts';
import { lakeReading, scanLake, unmatchedFiles } from '../lake/index.ts';
import { HuntRun } from './hunt-intel.ts';
import { storeFolder } from './list-intel.ts';
import type { MatchRow } from './match-rows.ts';

export interface MatchIngestedOptions {
  readonly store: string;
  readonly cwd: string;
  readonly language: Language;
  readonly now: () => Date;
}

/** What came since the last matching of this lake is looked at, at first all of it. How many matches are new. Throws LakeErrors, and AppErrors without a store. */
export async function matchIngested(lake: string, options: MatchIngestedOptions): Promise<number> {
  const { files, done } = unmatchedFiles(lake);
  const folder = storeFolder(options);
  if (files.length === 0) return done([]);
  const intel = loadIntel(folder, { since: null });
  try {
    const run = new HuntRun(new IntelMatcher(intel.set), intel);
    const rows = scanLake(lake, { reading: lakeReading(), where: 'raw_data IS NOT NULL', since: null, until: null, files });
    for await (const some of rows) for (const row of some) run.add([String(row['source']), String(row['raw_data'])]);
    const at = options.now().toISOString();
    return done(run.finish().map((row) => matchOf(row, at)));
  } finally {
    intel.close();
  }
}

function matchOf(row: MatchRow, at: string): IntelMatch {
  const { ruleId, title, level, time, eventId, source, account, region, principal, sourceIp, action, intel } = row;
  return {
    ...{ time, rule_id: ruleId, title, level, value: intel?.value ?? null, indicator_source: intel?.source ?? null },
    ...{ event_id: eventId, source, account, region, principal, source_ip: sourceIp, action, matched_at: at },
  };
}
