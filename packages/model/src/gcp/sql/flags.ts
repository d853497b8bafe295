/** Database flags of Cloud SQL instances, by engine. */
import type { Verdict } from '../../check/index.ts';
import { fail, notApplicable, pass } from '../../check/index.ts';
import type { SqlInstance } from './instance/shape.ts';

export type SqlEngine = 'MYSQL' | 'POSTGRES' | 'SQLSERVER';

const engineNames: Readonly<Record<SqlEngine, string>> = { MYSQL: 'MySQL', POSTGRES: 'PostgreSQL', SQLSERVER: 'SQL Server' };

export interface FlagQuestion {
  readonly engine: SqlEngine;
  readonly flag: string;
  /** Is the value right? Undefined: the flag is not written and the engine's own default holds. */
  readonly isRight: (value: string | undefined) => boolean;
  /** For the message: what the flag should be. */
  readonly wanted: string;
}

/** The verdict on one flag; not applicable to instances of another engine. */
export function judgeFlag(instance: SqlInstance & { readonly name: string }, question: FlagQuestion): Verdict {
  const { engine, flag, isRight, wanted } = question;
  if (!instance.version.toUpperCase().startsWith(engine)) {
    return notApplicable({
      en: `${instance.name} is no ${engineNames[engine]} instance`,
      ja: `${instance.name} は ${engineNames[engine]} のインスタンスではありません`,
    });
  }
  const value = instance.flags.get(flag);
  if (isRight(value)) return pass();
  return fail({
    en: `Instance ${instance.name} has ${value === undefined ? `no database flag ${flag}` : `${flag} = ${value}`}; it should be ${wanted}`,
    ja: `インスタンス ${instance.name} のデータベースフラグ ${flag} は${value === undefined ? '未設定' : ` ${value} `}です (望ましい値: ${wanted})`,
  });
}

/** `on`, as Cloud SQL writes booleans. */
export function isFlagOn(value: string | undefined): boolean {
  return /^(?:on|true|1)$/i.test(value ?? '');
}
