import type { ScanOptions, ScanResult } from '../use-cases/index.ts';
import { scanCode } from '../use-cases/index.ts';
import type { FolderFiles } from './in-folder.ts';
import { inFolder } from './in-folder.ts';
import { smallCatalogue } from './small-catalogue.ts';

export interface ScanFilesOptions extends Partial<Omit<ScanOptions, 'now'>> {
  /** ISO-8601; the clock stands still. */
  readonly at?: string;
  /** Called before the scan, with the folder. */
  readonly prepare?: (folder: string) => void;
}

/** Scans files in a fresh folder with the small catalogue, on 2026-11-22 unless said otherwise. */
export async function scanFiles(
  files: FolderFiles,
  { at = '2026-11-22T09:00:00Z', prepare, ...options }: ScanFilesOptions = {},
): Promise<ScanResult> {
  return inFolder(files, async (folder) => {
    prepare?.(folder);
    return scanCode({ targets: ['.'], cwd: folder, language: 'en', catalogue: smallCatalogue, now: () => new Date(at), ...options });
  });
}
