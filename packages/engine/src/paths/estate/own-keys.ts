/** Conditions that let in only whoever is of the house, or sits where only the house sits. */
import type { AccessCondition } from '../../iam/index.ts';

const POSITIVE = /^(?:for(?:any|all)values:)?(?:ipaddress|string(?:equals|equalsignorecase|like)|arn(?:equals|like))$/i;
const OWN_KEYS: ReadonlySet<string> = new Set([
  ...['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount', 'aws:principalarn', 'aws:resourceorgid'],
  ...['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourceip', 'aws:sourcevpcarn', 'aws:sourceorgid', 'aws:sourceaccount', 'aws:sourcearn'],
  'kms:calleraccount',
]);

/** An office or a partner has fewer addresses than this prefix leaves; wider ranges are as good as the internet. */
const WIDE_V4 = 8;
const WIDE_V6 = 16;

/** Nobody from outside meets it. Of alternatives all have to keep him out. */
export function keepsOutsidersOut(condition: AccessCondition): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.of.some((each) => keepsOutsidersOut(each));
    case 'or':
      return condition.of.every((each) => keepsOutsidersOut(each));
    case 'test': {
      const key = condition.key.toLowerCase();
      if (!OWN_KEYS.has(key) || !POSITIVE.test(condition.operator) || condition.values.length === 0) return false;
      return condition.values.every((value) => isNarrow(key, value));
    }
    default:
      return false;
  }
}

function isNarrow(key: string, value: string): boolean {
  if (key !== 'aws:sourceip') return !/^[*?]*$/.test(value) && !/:(?:\*|\?)+:(?!.*\d{12})/.test(value);
  const [, prefix] = value.split('/');
  return prefix === undefined || Number(prefix) >= (value.includes(':') ? WIDE_V6 : WIDE_V4);
}
