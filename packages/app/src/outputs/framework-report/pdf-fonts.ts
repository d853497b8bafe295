/** Two weights of Noto Sans JP (SIL Open Font License 1.1), from the package or, in a published build, from beside the program. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface FontFiles {
  readonly normal: Buffer;
  readonly bold: Buffer;
}

const FILES = { normal: ['400Regular', 'NotoSansJP_400Regular.ttf'], bold: ['700Bold', 'NotoSansJP_700Bold.ttf'] } as const;

/** Null when this installation has none. */
export function readFonts(): FontFiles | null {
  const normal = readFont(FILES.normal);
  const bold = readFont(FILES.bold);
  return normal && bold ? { normal, bold } : null;
}

function readFont([folder, file]: readonly [string, string]): Buffer | null {
  const beside = fileURLToPath(new URL(`fonts/${file}`, import.meta.url));
  if (existsSync(beside)) return readFileSync(beside);
  try {
    const root = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-jp/package.json'));
    return readFileSync(join(root, '..', folder, file));
  } catch {
    return null;
  }
}
