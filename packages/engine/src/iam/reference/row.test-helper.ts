/** A row of `iam evaluate` (contracts.md §3) as the reference evaluator and the case files take it, and how its loose JSON is read. */
export interface Row {
  readonly request: {
    readonly principal: unknown;
    readonly action: string;
    readonly resource: string;
    readonly resourceAccount: string | null;
    readonly context: Readonly<Record<string, unknown>>;
  };
  readonly policies: {
    readonly identity?: unknown;
    readonly resource?: unknown;
    readonly boundary?: unknown;
    readonly session?: unknown;
    readonly scp?: unknown;
    readonly rcp?: unknown;
    readonly vpce?: unknown;
  };
  readonly settings?:
    | {
        readonly s3BlockPublicAccess?: unknown;
        readonly managementAccount?: string | null | undefined;
        readonly acl?: readonly { readonly grantee: string; readonly permission: string; readonly on: string }[] | null | undefined;
        readonly kmsGrants?:
          | readonly { readonly grantee: string; readonly operations: readonly string[]; readonly encryptionContext?: unknown }[]
          | null
          | undefined;
      }
    | undefined;
  readonly mode?: 'strict' | 'discovery' | undefined;
}

export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One thing or a list of things, as policies write nearly everything. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value)
    .filter((each) => typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean')
    .map(String);
}

export interface Statement {
  readonly body: Json;
  /** Variables exist since this version of the language; without it they are plain text. */
  readonly hasVariables: boolean;
}

/** Every statement of a layer: one document or a list of documents, whose `Statement` is one or a list. */
export function statementsOf(layer: unknown): readonly Statement[] {
  return listOf(layer).flatMap((document) =>
    isJson(document)
      ? listOf(document.Statement)
          .filter(isJson)
          .map((body) => ({ body, hasVariables: document.Version === '2012-10-17' }))
      : [],
  );
}

/** From the root down; each level has policies of its own. */
export function levelsOf(layer: unknown): readonly (readonly Statement[])[] {
  return listOf(layer)
    .filter(isJson)
    .map((level) => statementsOf(level.policies));
}
