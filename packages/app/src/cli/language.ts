import type { Language } from '@kumomori/model';
import { languages } from '@kumomori/model';

/** `--lang`, else KUMOMORI_LANG, else Japanese where the system's messages are; English otherwise. Read before the options, for their help. */
export function chooseLanguage(argv: readonly string[], variables: Readonly<Record<string, string | undefined>>): Language {
  const at = argv.findLastIndex((each) => each === '--lang' || each.startsWith('--lang='));
  const given = at === -1 ? undefined : argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  const asked = [given, variables['KUMOMORI_LANG']].find((each) => isLanguage(each));
  if (isLanguage(asked)) return asked;
  const locale = [variables['LC_ALL'], variables['LC_MESSAGES'], variables['LANG']].find((each) => each !== undefined && each !== '');
  return locale?.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

export function isLanguage(text: string | undefined): text is Language {
  return languages.some((language) => language === text);
}
