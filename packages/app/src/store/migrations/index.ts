/** In their order; one that was released is never changed, only followed. */
import { script as foundation } from './0001-foundation.ts';

export interface Migration {
  readonly name: string;
  /** Statements, one after the other. */
  readonly script: readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [{ name: 'foundation', script: foundation }];
