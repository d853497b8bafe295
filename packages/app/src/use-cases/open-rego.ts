import type { RegoBundles } from './rego-verdicts.ts';
import type { ScanOptions } from './scan-options.ts';

/** Null without bundles: then nothing of this is loaded. Throws AppErrors for files that are none. */
export async function openRego({ rego = [], cwd, language }: ScanOptions): Promise<RegoBundles | null> {
  if (rego.length === 0) return null;
  const { RegoBundles: Bundles } = await import('./rego-verdicts.ts');
  return new Bundles(rego, { cwd, language });
}
