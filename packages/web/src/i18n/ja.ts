import type { en } from './en.ts';
import { findings } from './findings.ja.ts';
import { shell } from './shell.ja.ts';
import { sources } from './sources.ja.ts';

export const ja: typeof en = { shell, sources, findings };
