/** What the tools ask for; answered from a running server (of-server.ts) or from folders (of-targets.ts). */
import type { Severity } from '@kumomori/model';

export interface AskedPage {
  readonly limit: number;
  readonly after: string | null;
}

export interface AskedFindings extends AskedPage {
  readonly severity: readonly Severity[];
  readonly check: readonly string[];
  readonly account: readonly string[];
  readonly department: readonly string[];
  readonly state: readonly string[];
  readonly text: string | null;
}

export interface AskedResources extends AskedPage {
  readonly type: readonly string[];
  readonly account: readonly string[];
  readonly text: string | null;
}

export interface AskedPaths extends AskedPage {
  /** One path in full. */
  readonly id: string | null;
}

export interface AskedQuery {
  readonly question: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly limit: number;
}

/** Null: nobody here can answer that, so that no tool is offered. All fail with AppErrors or the server's refusals. */
export interface Answers {
  readonly overview: () => Promise<unknown>;
  readonly findings: (asked: AskedFindings) => Promise<unknown>;
  readonly finding: (id: string) => Promise<unknown>;
  readonly resources: ((asked: AskedResources) => Promise<unknown>) | null;
  readonly whoCan: ((asked: { readonly action: string; readonly resource: string }) => Promise<unknown>) | null;
  readonly paths: ((asked: AskedPaths) => Promise<unknown>) | null;
  readonly explain: (id: string) => Promise<unknown>;
  readonly query: ((asked: AskedQuery) => Promise<unknown>) | null;
  readonly hunts: (() => Promise<unknown>) | null;
  readonly scanAgain: (() => Promise<unknown>) | null;
  readonly comment: ((id: string, text: string) => Promise<unknown>) | null;
  readonly acknowledge: ((id: string, note: string | null) => Promise<unknown>) | null;
  readonly close: () => Promise<void>;
}
