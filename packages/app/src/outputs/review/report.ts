/** What a review is told from. */
export interface ReviewOutputRow {
  readonly department: string;
  readonly departmentFrom: 'tag' | 'account' | 'folder';
  readonly principal: string;
  readonly name: string;
  readonly kind: 'user' | 'role';
  readonly account: string;
  readonly node: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly status: 'used' | 'unused' | 'unknown';
  readonly lastUsed: string | null;
  readonly events: number;
  readonly counts: Readonly<Record<'used' | 'needed' | 'notObservable' | 'unused', number>>;
  readonly policies: readonly string[];
  readonly administrator: 'yes' | 'no' | 'if';
  readonly escalation: readonly string[];
  readonly outsiders: readonly string[];
  readonly hasPassword: boolean | null;
  readonly hasMfa: boolean | null;
  readonly keys: readonly { readonly ageDays: number | null; readonly idleDays: number | null; readonly isActive: boolean | null }[];
  readonly decision: 'keep' | 'reduce' | 'remove' | 'ask';
  readonly reason:
    | 'left'
    | 'unused'
    | 'use-unknown'
    | 'not-among-people'
    | 'unused-permissions'
    | 'unused-writes'
    | 'unused-reads'
    | 'in-use';
}

export interface ReviewOutput {
  readonly days: number;
  readonly at: string;
  readonly hasEvents: boolean;
  readonly counts: Readonly<Record<ReviewOutputRow['decision'], number>>;
  readonly rows: readonly ReviewOutputRow[];
}
