import type { Messages } from '../i18n/index.ts';
import { plain } from '../outputs/index.ts';
import type { FixOutcome } from './fix-findings.ts';

/** Why it was not fixed, in a sentence; empty when it was. */
export function fixReason({ refused, instances }: FixOutcome, { because }: Messages['fixes']): string {
  if (!refused) return '';
  const { code, change } = refused;
  const what = plain(refused.what);
  const said = because[code];
  const reason = typeof said === 'string' ? said : code === 'expression' && change ? cameFrom(what, change, because) : said(what);
  return instances > 1 ? `${reason}; ${because.instances(instances)}` : reason;
}

type Change = NonNullable<NonNullable<FixOutcome['refused']>['change']>;

function cameFrom(what: string, { file, line, names }: Change, because: Messages['fixes']['because']): string {
  return because.from(plain(names.length > 0 ? names.join(' ← ') : what), plain(`${file}:${line}`));
}
