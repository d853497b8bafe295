/** Questions to a lake: its state, SQL, saved hunts, the tables of other engines. */
import { resolve } from 'node:path';
import type { Hunt } from '@kumomori/content';
import { loadHunts } from '@kumomori/content';
import type { Language } from '@kumomori/model';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import type { Dialect, LakeStatus, QueryResult } from '../lake/index.ts';
import { ddlFor, isLake, lakeReading, lakeStatus, LakeError, queryLake } from '../lake/index.ts';
import { suggest } from '../suggest.ts';
import { aboutLake } from './lake-errors.ts';

export interface AskLakeOptions {
  readonly lake: string;
  readonly cwd: string;
  readonly language: Language;
}

export interface QueryLakeOptions extends AskLakeOptions {
  /** SQL, or the name of a hunt. */
  readonly question: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly limit: number;
  /** Null: 300. */
  readonly timeoutSeconds?: number | null;
  /** Of the engine; null: 500. */
  readonly memoryMb?: number | null;
}

export interface LakeAnswer extends QueryResult {
  readonly hunt: { readonly id: string; readonly title: string; readonly question: string } | null;
}

/** A name has no spaces; SQL has. */
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;

/** Throws AppErrors. */
export async function queryTheLake(options: QueryLakeOptions): Promise<LakeAnswer> {
  const { lake, cwd, language, question, parameters, limit, timeoutSeconds = null, memoryMb = null } = options;
  const messages = messagesIn(language);
  const hunt = NAME.test(question) ? await huntNamed(question, language) : null;
  const given = Object.fromEntries(parameters);
  if (hunt) {
    const known = Object.keys(hunt.parameters ?? {});
    for (const name of parameters.keys())
      if (!known.includes(name)) throw new AppError('usage', { message: messages.lake.unknownParameter(hunt.id, name, known) });
  }
  // Ends with ORDER BY: the engine then keeps the first rows instead of sorting all, and reads long columns of those alone. One more tells that it was cut.
  const sql = hunt ? `${hunt.sql}\nLIMIT ${limit + 1}` : question;
  const defaults = Object.fromEntries(Object.entries(hunt?.parameters ?? {}).map(([name, { value }]) => [name, value]));
  const bounds = { ...(timeoutSeconds === null ? {} : { timeoutSeconds }), ...(memoryMb === null ? {} : { memoryMb }) };
  const result = await aboutLake(messages, async () =>
    queryLake(folderOf(lake, cwd), { reading: lakeReading(), sql, parameters: { ...defaults, ...given }, limit, ...bounds }),
  );
  return { ...result, hunt: hunt && { id: hunt.id, title: hunt.title[language], question: hunt.question[language] } };
}

/** Throws AppError `unknown-id` with the nearest name. */
async function huntNamed(id: string, language: Language): Promise<Hunt> {
  const hunts = await loadHunts();
  const found = hunts.find((each) => each.id === id);
  if (found) return found;
  const nearest = suggest(
    id,
    hunts.map((each) => each.id),
  );
  throw new AppError('unknown-id', { message: messagesIn(language).lake.unknownHunt(id, nearest) });
}

export interface HuntRow {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly techniques: readonly string[];
}

/** All shipped hunts. */
export async function listHunts(language: Language): Promise<readonly HuntRow[]> {
  const hunts = await loadHunts();
  return hunts.map(({ id, title, question, parameters = {}, techniques }) => ({
    ...{ id, title: title[language], question: question[language], techniques },
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value])),
  }));
}

/** Throws AppErrors. `days`: how far back holes are looked for. */
export async function statusOfLake(
  { lake, cwd, language }: AskLakeOptions,
  options: { readonly now: Date; readonly days: number; readonly pricePerGb: number },
): Promise<LakeStatus> {
  return await aboutLake(messagesIn(language), async () => lakeStatus(folderOf(lake, cwd), options));
}

/** Statements for another engine; `location` as that engine finds the lake. */
export function ddlOfLake(dialect: Dialect, location: string): readonly string[] {
  return ddlFor(dialect, { schemas: lakeReading().schemas, location });
}

function folderOf(lake: string, cwd: string): string {
  const folder = resolve(cwd, lake);
  if (!isLake(folder)) throw new LakeError('missing', lake);
  return folder;
}
