import type { en } from './en.ts';
import { code, exposure, identity, paths, resources } from './analysis.ja.ts';
import { access } from './access.ja.ts';
import { exceptions } from './exceptions.ja.ts';
import { findings } from './findings.ja.ts';
import { frameworks } from './frameworks.ja.ts';
import { incidents } from './incidents.ja.ts';
import { shell } from './shell.ja.ts';
import { sources } from './sources.ja.ts';
import { welcome } from './welcome.ja.ts';
import { settings } from './settings.ja.ts';
import { overview } from './overview.ja.ts';
import { administration } from './administration.ja.ts';

export const ja: typeof en = {
  shell,
  access,
  resources,
  paths,
  exposure,
  identity,
  code,
  sources,
  findings,
  frameworks,
  exceptions,
  incidents,
  welcome,
  settings,
  overview,
  administration,
};
