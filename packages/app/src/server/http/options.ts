/** What the application is made of, for all its steps. */
import type { Context } from 'hono';
import type { Language } from '@kumomori/model';
import type { Team } from '../../team/index.ts';
import type { RouteDefinition } from './definition.ts';
import type { StaticFiles } from './static-files.ts';

export interface ServerLog {
  readonly info: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly error: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
}

export interface AppOptions {
  readonly team: Team;
  /** Where people reach the console, `https://console.example.com`. */
  readonly origin: string;
  readonly routes: readonly RouteDefinition[];
  /** The console's files; null: the API alone. */
  readonly files: StaticFiles | null;
  readonly log: ServerLog;
}

/** The address of the other side; set by whoever listens. */
export interface Connection {
  readonly address: string | null;
}

/** The switch of the console, else what the browser prefers. */
export function languageOf(context: Context): Language {
  const asked = context.req.header('x-kumomori-language') ?? context.req.header('accept-language') ?? '';
  return asked.trim().toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
