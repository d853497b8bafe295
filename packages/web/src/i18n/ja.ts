import type { en } from './en.ts';
import { findings } from './findings.ja.ts';
import { shell } from './shell.ja.ts';
import { sources } from './sources.ja.ts';
import { welcome } from './welcome.ja.ts';
import { settings } from './settings.ja.ts';

export const ja: typeof en = { shell, sources, findings, welcome, settings };
