/** The answers about access as the server tells them; what is not as expected is left out. */
import { asList, asObject, asText } from '../findings/document.ts';

export interface GranteeRow {
  readonly principal: string;
  readonly kind: string;
  readonly condition: string | null;
  readonly because: readonly string[];
}

export interface WhoCan {
  readonly grantees: readonly GranteeRow[];
  readonly undecided: readonly Pick<GranteeRow, 'principal' | 'condition'>[];
  readonly isScpUnknown: boolean;
}

export function readWhoCan(value: unknown): WhoCan {
  const answer = asObject(value);
  return {
    grantees: asList(answer['grantees']).map((each) => {
      const grantee = asObject(each);
      const reasons = [...asList(grantee['because']), ...asList(grantee['grants'])].map(reasonText);
      return {
        principal: asText(grantee['principal']) ?? '',
        kind: asText(grantee['kind']) ?? '',
        condition: asText(grantee['condition']),
        because: [...new Set(reasons)],
      };
    }),
    undecided: asList(answer['undecided']).map((each) => ({
      principal: asText(asObject(each)['principal']) ?? '',
      condition: asText(asObject(each)['condition']),
    })),
    isScpUnknown: answer['isScpUnknown'] === true,
  };
}

function reasonText(value: unknown): string {
  const { effect, layer, policy, role, by, sid, file, line } = asObject(value);
  const place = typeof file === 'string' ? `${file}${typeof line === 'number' ? `:${line}` : ''}` : null;
  return [effect, layer, policy ?? role ?? by, sid, place]
    .filter((each): each is string => typeof each === 'string' && each !== '')
    .join(' · ');
}

export interface WhatCan {
  readonly principal: string;
  readonly administrator: 'yes' | 'no' | 'if';
  readonly administratorIf: string | null;
  readonly policies: readonly { readonly name: string; readonly place: string | null; readonly isUnknown: boolean }[];
  readonly services: readonly { readonly service: string; readonly levels: string; readonly conditions: readonly string[] }[];
  readonly escalation: readonly string[];
  readonly assumes: readonly string[];
  readonly becomes: readonly string[];
  readonly unknowns: readonly string[];
}

export function readWhatCan(value: unknown): WhatCan {
  const answer = asObject(value);
  const administrator = answer['administrator'];
  const withCondition = (name: string, key: string): readonly string[] =>
    asList(answer[name]).map((each) => {
      const item = asObject(each);
      return [asText(item[key]), asText(item['condition'])].filter((text) => text !== null).join(' — ');
    });
  return {
    principal: asText(answer['principal']) ?? '',
    administrator: administrator === 'yes' || administrator === 'if' ? administrator : 'no',
    administratorIf: asText(answer['administratorIf']),
    policies: asList(answer['policies']).map((each) => {
      const { name, file, line, isUnknown } = asObject(each);
      const place = typeof file === 'string' ? `${file}${typeof line === 'number' ? `:${line}` : ''}` : null;
      return { name: asText(name) ?? '', place, isUnknown: isUnknown === true };
    }),
    services: asList(answer['services']).map((each) => {
      const { service, conditions, ...rest } = asObject(each);
      return {
        service: asText(service) ?? '',
        levels: levelsText(rest),
        conditions: asList(conditions).flatMap((text) => asText(text) ?? []),
      };
    }),
    escalation: withCondition('escalation', 'action'),
    assumes: withCondition('assumes', 'role'),
    becomes: withCondition('becomes', 'principal'),
    unknowns: asList(answer['unknowns']).flatMap((text) => asText(text) ?? []),
  };
}

/** `Read 12/40`: of each level the actions that are allowed, and those that the service has. */
function levelsText(service: Readonly<Record<string, unknown>>): string {
  return asList(service['levels'])
    .map((each) => {
      const { level, always, conditional, total } = asObject(each);
      return `${asText(level) ?? ''} ${Number(always) + Number(conditional)}/${Number(total)}`;
    })
    .join(', ');
}

export interface ReviewItem {
  readonly principal: string;
  readonly name: string;
  readonly department: string;
  readonly decision: string;
  readonly reason: string;
  readonly lastUsed: string | null;
  /** Null: nobody saw what is used. */
  readonly unused: number | null;
  readonly all: number;
  readonly unusedServices: number;
}

const DECISIONS = ['remove', 'ask', 'reduce', 'keep'];

/** Those that somebody has to decide about first. */
export function readReview(value: unknown): { readonly rows: readonly ReviewItem[]; readonly hasEvents: boolean } {
  const report = asObject(value);
  const rows = asList(report['rows']).map((each): ReviewItem => {
    const row = asObject(each);
    const counts = asObject(row['counts']);
    const count = (name: string): number => (typeof counts[name] === 'number' ? counts[name] : 0);
    const isSeen = count('used') + count('needed') + count('unused') > 0;
    return {
      ...{ principal: asText(row['principal']) ?? '', name: asText(row['name']) ?? '', department: asText(row['department']) ?? '' },
      ...{ decision: asText(row['decision']) ?? '', reason: asText(row['reason']) ?? '', lastUsed: asText(row['lastUsed']) },
      ...{ unused: isSeen ? count('unused') : null, all: count('used') + count('needed') + count('notObservable') + count('unused') },
      unusedServices: asList(row['unusedServices']).length,
    };
  });
  return {
    rows: rows.toSorted((a, b) => DECISIONS.indexOf(a.decision) - DECISIONS.indexOf(b.decision)),
    hasEvents: report['hasEvents'] === true,
  };
}
