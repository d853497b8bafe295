/** The statements and expressions of Bicep. Offsets are UTF-16 code units, `end` exclusive. */
import type { Diagnostic } from '@kumomori/model';
import type { Comment } from '../format.ts';

export type BicepExpression =
  | { readonly kind: 'string'; readonly parts: readonly (string | BicepExpression)[]; readonly start: number; readonly end: number }
  | { readonly kind: 'literal'; readonly value: number | boolean | null; readonly start: number; readonly end: number }
  | { readonly kind: 'name'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'member'; readonly of: BicepExpression; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'index'; readonly of: BicepExpression; readonly index: BicepExpression; readonly start: number; readonly end: number }
  | {
      readonly kind: 'call';
      readonly of: BicepExpression | null;
      readonly name: string;
      readonly args: readonly BicepExpression[];
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: BicepExpression;
      readonly right: BicepExpression;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'unary'; readonly operator: string; readonly of: BicepExpression; readonly start: number; readonly end: number }
  | {
      readonly kind: 'condition';
      readonly test: BicepExpression;
      readonly yes: BicepExpression;
      readonly no: BicepExpression;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'object';
      readonly properties: readonly BicepProperty[];
      readonly resources: readonly BicepResource[];
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'array'; readonly items: readonly BicepExpression[]; readonly start: number; readonly end: number }
  | {
      readonly kind: 'loop';
      readonly item: string;
      readonly index: string | null;
      readonly over: BicepExpression;
      readonly body: BicepExpression;
      readonly start: number;
      readonly end: number;
    }
  /** `if (test) { … }` as the value of a resource. */
  | {
      readonly kind: 'guarded';
      readonly test: BicepExpression;
      readonly body: BicepExpression;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'unsupported'; readonly start: number; readonly end: number };

export interface BicepProperty {
  readonly key: string;
  /** Of the key as it is written, in quotes or without. */
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: BicepExpression;
}

export interface BicepResource {
  readonly symbol: string;
  readonly type: string;
  readonly isExisting: boolean;
  readonly isModule: boolean;
  readonly body: BicepExpression;
  /** Of the type's text. */
  readonly start: number;
  readonly end: number;
}

/** A parameter with its default, or an output. */
export interface BicepNamed {
  readonly name: string;
  /** Its first word: `string`, `resourceInput`, the name of a type of the user. */
  readonly type: string;
  readonly value: BicepExpression | null;
  readonly isSecure: boolean;
  /** Of the name. */
  readonly start: number;
  readonly end: number;
}

export interface ParsedBicep {
  readonly parameters: readonly BicepNamed[];
  readonly outputs: readonly BicepNamed[];
  readonly variables: readonly { readonly name: string; readonly value: BicepExpression }[];
  readonly resources: readonly BicepResource[];
  /** The template that a parameter file (`.bicepparam`) is for. */
  readonly using: string | null;
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}
