/** All texts in English: the type of the other language. One file for each area. */
import { code, exposure, identity, paths, resources } from './analysis.en.ts';
import { access } from './access.en.ts';
import { exceptions } from './exceptions.en.ts';
import { findings } from './findings.en.ts';
import { frameworks } from './frameworks.en.ts';
import { incidents } from './incidents.en.ts';
import { shell } from './shell.en.ts';
import { sources } from './sources.en.ts';
import { welcome } from './welcome.en.ts';
import { settings } from './settings.en.ts';
import { overview } from './overview.en.ts';
import { administration } from './administration.en.ts';

export const en = {
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
