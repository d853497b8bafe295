/** Service accounts whose address is only known later: what is certain about them all the same. */
import { HOLE } from '../../code/index.ts';
import type { Reference, UnknownValue, Value } from '../../value.ts';
import { stringValue } from '../../value.ts';

/**
 * A value that names principals, with its unknown parts replaced where Google decides their form: the default accounts of Compute Engine
 * and App Engine, and the `member` of a service account (which is never everybody). O(parts).
 */
export function namedServiceAccounts(value: Value): Value {
  if (value.kind === 'list' || value.kind === 'set') return { ...value, items: value.items.map(namedServiceAccounts) };
  if (value.kind === 'template') {
    const parts = value.parts.map((part) => (typeof part === 'string' ? part : (formOf(part) ?? part)));
    const isText = parts.every((part) => typeof part === 'string');
    return isText ? { ...value, kind: 'string', value: parts.join(''), structure: null } : { ...value, parts };
  }
  if (value.kind !== 'unknown') return value;
  const form = formOf(value);
  return form === null ? value : { ...stringValue(form), range: value.range, via: value.via, refs: value.refs };
}

function formOf(value: UnknownValue): string | null {
  const [ref] = value.refs;
  if (!ref || value.refs.length > 1) return null;
  const email = emailOf(ref);
  if (/(^|\.)(member|iam_email)$/.test(ref.attribute)) return `serviceAccount:${email ?? HOLE}`;
  return /(^|\.)(email|id|name)$/.test(ref.attribute) ? email : ref.attribute === 'writer_identity' ? `serviceAccount:${HOLE}` : null;
}

function emailOf({ address }: Reference): string | null {
  if (/(^|\.)google_compute_default_service_account\./.test(address)) return `${HOLE}-compute@developer.gserviceaccount.com`;
  if (/(^|\.)google_app_engine_default_service_account\./.test(address)) return `${HOLE}@appspot.gserviceaccount.com`;
  return null;
}
