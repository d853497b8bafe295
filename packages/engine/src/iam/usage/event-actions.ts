/** The IAM actions an event of CloudTrail is about: one rule for nearly all, and what departs from it as data. */
import type { ActionCatalogue } from '../aws/index.ts';
import { API_GATEWAY_VERBS, EXCEPTIONS, PREFIXES, VERSION_SUFFIX, WITHOUT_PERMISSION } from './exceptions.ts';

export interface EventActions {
  /** As AWS writes them; empty: no permission is needed, or none is known. */
  readonly actions: readonly string[];
  /** `rule` and `exception` found them; `none`: the call needs no permission; `unmapped`: no action of AWS is called so. */
  readonly by: 'rule' | 'exception' | 'none' | 'unmapped';
}

const NOTHING: EventActions = { actions: [], by: 'none' };

/** `s3.amazonaws.com` + `HeadObject` → `s3:GetObject`. Names that AWS's catalogue does not know are `unmapped`, never guessed. */
export function actionsOfEvent(source: string, name: string, catalogue: ActionCatalogue): EventActions {
  const service = source.toLowerCase().replace(/\.amazonaws\.com(?:\.cn)?$/, '');
  if (WITHOUT_PERMISSION.has(service)) return NOTHING;
  const prefix = PREFIXES[service] ?? service;
  const plain = name.replace(VERSION_SUFFIX, '');
  const exception = EXCEPTIONS[`${prefix}:${plain}`];
  if (exception)
    return exception.length === 0
      ? NOTHING
      : known(
          exception.map((each) => withPrefix(each, prefix)),
          'exception',
          catalogue,
        );
  if (prefix === 'apigateway') {
    const verb = API_GATEWAY_VERBS.find(([pattern]) => pattern.test(plain))?.[1];
    return verb === undefined ? { actions: [], by: 'unmapped' } : known([`apigateway:${verb}`], 'rule', catalogue);
  }
  return known([`${prefix}:${plain}`], 'rule', catalogue);
}

function withPrefix(action: string, prefix: string): string {
  return action.includes(':') ? action : `${prefix}:${action}`;
}

function known(actions: readonly string[], by: EventActions['by'], catalogue: ActionCatalogue): EventActions {
  const found = actions.flatMap((action) => {
    const index = catalogue.indexOf(action);
    return index === undefined ? [] : [catalogue.info(index).action];
  });
  return found.length === 0 ? { actions: [], by: 'unmapped' } : { actions: found, by };
}
